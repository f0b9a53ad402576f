"""The terminal app: the only part that draws."""

"""The widgets: given values, saying messages, knowing nobody."""

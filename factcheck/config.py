"""What a person has set: a frozen Config from TOML."""

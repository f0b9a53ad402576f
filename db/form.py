"""What tells a desk's file from others, and which form of it this program writes."""

APPLICATION_ID = 0x66637464  # "fctd": how a desk is told from any other SQLite file

VERSION = 11
"""How many steps this program knows; a file's `user_version` is how many it went through."""

REPLAYED = 11
"""The last step after which the log must be replayed; later ones fill what they add from what is there."""

"""How verdicts look: the one table from verdict to glyph, word and style class."""

"""A fact-checking desk: the claims of a news article, one by one, and every verdict kept."""

__version__ = "0.1.0"

"""A field for words on a line of its own."""

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class WordsField(Input):
    """As wide as its place whatever is typed, so the screen is not laid out anew for a letter."""

    virtual_size = Reactive(Size(0, 0))

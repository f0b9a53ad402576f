"""A date as it stands in the text, before anything outside its own words is known."""

from dataclasses import dataclass


@dataclass(slots=True)
class Item:
    """Tokens `first` to `last` and what they say; `form` names how it is resolved; one that ends in "?" is
    only a date when its neighbour takes it in.

    `weekday` counts from Monday = 1. `rel` is a step in units from the publication date or from the text's own date.
    `part` is a part of the day ("TMO"), `clock` a time ("18:00"). `value` is a TIMEX3 value that needs no resolving.
    """

    first: int
    last: int
    form: str
    type: str = "DATE"
    value: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    rel: int | None = None
    unit: str = ""
    number: int = 0
    part: str = ""
    clock: str = ""

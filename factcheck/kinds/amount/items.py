"""Numbers that count the items of a list, at the beginnings of its lines."""

import re

_NUMBER = re.compile(r"[ \t>]*(\d{1,2})[.)][ \t]+(?=\S)")


def opens_line(view: str, start: int) -> bool:
    """Whether nothing but indentation and marks of a quotation stands before `start` on its line."""
    while start and view[start - 1] in " \t>":
        start -= 1
    return not start or view[start - 1] == "\n"


def is_item(view: str, start: int) -> bool:
    """Whether the number at `start` opens a line and counts it: the item before or after has the number beside it."""
    here = _NUMBER.match(view, start)
    if here is None or not opens_line(view, start):
        return False
    number = int(here[1])
    return (number > 1 and _item_before(view, start) == number - 1) or _item_after(view, start) == number + 1


def _item_before(view: str, start: int) -> int | None:
    """The number of the last line before `start` that holds anything."""
    end = view.rfind("\n", 0, start)
    while end > 0:
        first = view.rfind("\n", 0, end) + 1
        if view[first:end].strip():
            match = _NUMBER.match(view, first, end)
            return int(match[1]) if match else None
        end = first - 1
    return None


def _item_after(view: str, start: int) -> int | None:
    """The number of the first line after that of `start` that holds anything."""
    end = view.find("\n", start)
    while 0 <= end < len(view) - 1:
        following = view.find("\n", end + 1)
        stop = len(view) if following < 0 else following
        if view[end + 1 : stop].strip():
            match = _NUMBER.match(view, end + 1, stop)
            return int(match[1]) if match else None
        end = following
    return None

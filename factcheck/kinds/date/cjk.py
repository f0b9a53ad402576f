"""Dates written out in Chinese and Japanese: "2021年12月6日", "12月6日", "令和3年12月6日", "6日"."""

from factcheck.kinds.date.item import Item
from factcheck.kinds.date.scan import Scan

_ERAS = {("令", "和"): 2018, ("平", "成"): 1988, ("昭", "和"): 1925, ("大", "正"): 1911, ("明", "治"): 1867}
"""The year before the first one of each Japanese era."""

_DIGITS = {mark: value for value, mark in enumerate("〇一二三四五六七八九十")} | {"零": 0, "元": 1}
_DAYS = frozenset("日号號")
_DEICTIC = {"今": 0, "昨": -1, "明": 1}


def number(scan: Scan, at: int) -> tuple[int, int] | None:
    """The whole number at `at`, in digits or up to 99 in characters ("十二", "二十一"), and its last token."""
    if (value := scan.integer(at, 4)) is not None:
        return value, at
    values = []
    end = at
    while (found := _DIGITS.get(scan.low(end))) is not None and end - at < 5:
        values.append(found)
        end += 1
    if not values:
        return None
    if 10 not in values:
        return (int("".join(map(str, values))), end - 1) if len(values) in (1, 4) else None
    ten = values.index(10)
    if ten > 1 or len(values) - ten > 2:
        return None
    return (values[0] if ten else 1) * 10 + sum(values[ten + 1 :]), end - 1


def before(scan: Scan, mark: int) -> tuple[int, int] | None:
    """The number that ends right before the mark at `mark`, and its first token."""
    for first in range(max(scan.free, mark - 4), mark):
        if (found := number(scan, first)) and found[1] == mark - 1 and scan.integer(first - 1, 4) is None:
            return found[0], first
    return None


def year(scan: Scan, at: int) -> Item | None:
    """What begins with a year: "2021年", "2021年12月", "2021年12月6日", and this, last and next year."""
    if (related := {"今": 0, "去": -1, "昨": -1, "明": 1, "前": -2}.get(scan.back(at - 1))) is not None:
        return _month_after(scan, Item(at - 1, at, "this", unit="year", rel=related))
    if (found := before(scan, at)) is None:
        return None
    value, first = found
    if era := _ERAS.get((scan.back(first - 2), scan.back(first - 1))):
        value, first = era + value, first - 2
    elif not 1000 <= value <= 2199:
        return None
    item = Item(first, at, "year", year=value)
    return _month_after(scan, item)


def _month_after(scan: Scan, item: Item) -> Item:
    found = number(scan, item.last + 1)
    if found is None or scan.low(found[1] + 1) != "月" or not 1 <= found[0] <= 12:
        return item
    item.form, item.month, item.last = "month", found[0], found[1] + 1
    return _day_after(scan, item)


def _day_after(scan: Scan, item: Item) -> Item:
    found = number(scan, item.last + 1)
    if found is not None and scan.low(found[1] + 1) in _DAYS and 1 <= found[0] <= 31:
        item.form, item.day, item.last = "day", found[0], found[1] + 1
    return item


def month(scan: Scan, at: int) -> Item | None:
    """What begins with a month: "12月", "12月6日"."""
    found = before(scan, at)
    if found is None or not 1 <= found[0] <= 12:
        return None
    return _day_after(scan, Item(found[1], at, "month", month=found[0]))


def day(scan: Scan, at: int) -> Item | None:
    """A day by itself: "6日", "今日", "昨日"; not a length ("6日間") and not a word ("日本")."""
    if (related := _DEICTIC.get(scan.back(at - 1))) is not None:
        return Item(at - 1, at, "deictic", rel=related)
    found = before(scan, at)
    if found is None or not 1 <= found[0] <= 31 or scan.low(at + 1) in ("間", "间", "本", "目"):
        return None
    return Item(found[1], at, "monthday", day=found[0])


def week_day(scan: Scan, at: int) -> Item | None:
    """A day of the week: "星期二", "周二" after a mark that calls it, "火曜日"."""
    numbers = {mark: value for value, mark in enumerate("一二三四五六日", 1)} | {"天": 7}
    weekday = numbers.get(scan.low(at + 1)) if scan.low(at) == "期" and scan.back(at - 1) == "星" else None
    if weekday is not None:
        return Item(at - 1, at + 1, "weekday", weekday=weekday)
    weekday = {mark: value for value, mark in enumerate("月火水木金土日", 1)}.get(scan.back(at - 1))
    if scan.low(at) != "曜" or weekday is None:
        return None
    return Item(at - 1, at + 1 if scan.low(at + 1) == "日" else at, "weekday", weekday=weekday)

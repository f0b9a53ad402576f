"""From an item to its TIMEX3 value."""

from collections.abc import Callable

from factcheck.kinds.date import calendar_values, unit_values
from factcheck.kinds.date.item import Item
from factcheck.kinds.date.reading import Reading
from factcheck.kinds.date.value import DateMention, mention

_Form = Callable[[Reading, Item], str]
_FORMS: dict[str, _Form] = {
    "fixed": calendar_values.fixed,
    "decade": calendar_values.of_decade,
    "new year": calendar_values.of_new_year,
    "year": calendar_values.of_year,
    "month": calendar_values.of_month,
    "day": calendar_values.of_day,
    "monthday": calendar_values.of_monthday,
    "weekday": calendar_values.of_weekday,
    "weekday of": calendar_values.of_weekday_in_week,
    "nth weekday": calendar_values.of_nth_weekday,
    "deictic": calendar_values.of_deictic,
    "daypart": calendar_values.of_daypart,
    "clock": calendar_values.of_clock,
    "this": unit_values.of_this,
    "that": unit_values.of_that,
    "the": unit_values.of_the,
    "end of": unit_values.of_end,
    "offset": unit_values.of_offset,
    "shift": unit_values.of_shift,
    "weekend": unit_values.of_weekend,
    "season": unit_values.of_season,
    "quarter": unit_values.of_quarter,
    "half": unit_values.of_half,
}


def resolve(reading: Reading, item: Item) -> DateMention | None:
    """The value of an item, or None where it is no date after all."""
    reading.used = ""
    try:
        value = _FORMS[item.form](reading, item)
    except (ValueError, OverflowError):
        return None
    if not value:
        return None
    if item.clock:
        value = value[:10] + item.clock
    elif item.part and "T" not in value:
        value += item.part
    return mention(item.type, value, reading.used)

"""Days that a person types: what is understood, and whether it can be meant."""

from datetime import date

from factcheck.model import Published


def day_to_come(typed: str, today: date) -> date | None:
    """The day that was typed, None where nothing was.

    Raises:
        ValueError: if it is no day after `today`.
    """
    if not typed.strip():
        return None
    day = date.fromisoformat(typed.strip())
    if day <= today:
        raise ValueError
    return day


def spelled(day: date) -> str:
    """A day with its weekday, so that a slip shows."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def is_after(published: Published, today: date) -> bool:
    """Whether a date is later than today, as far as it is known."""
    known = published.value.split("X", 1)[0].rstrip("-")
    return bool(known) and known > today.isoformat()[: len(known)]


def in_full(published: Published | None) -> str:
    """A date with its weekday, so that a slip shows."""
    if published is None:
        return ""
    return spelled(published.day) if published.day else published.value

"""What is found wrong with an age, and how ages are reckoned."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from factcheck.dating import Known
from factcheck.model import Claim, Finding, Severity
from factcheck.passage import sums_of


def years(born: date, then: date) -> int:
    """The whole years from a birth to a day."""
    return then.year - born.year - ((then.month, then.day) < (born.month, born.day))


def _days(first: date, last: date) -> str:
    return f"{first}" if first == last else f"{first} to {last}"


def finding(
    claims: Sequence[Claim],
    birth: Known,
    other: Known | None,
    age: int,
    moment: tuple[date, date],
    place: tuple[int, int],
) -> Finding:
    """The finding about the age that stands at `place` of the text, for the days of `moment`."""
    first, last = moment
    least, most = years(birth.last, first), years(birth.first, last)
    at = bisect_left(claims, place[0] - 40, key=lambda claim: claim.span.start)
    near = takewhile(lambda claim: claim.span.start < place[1], claims[at : at + 40])
    stated = [item.claim for item in sums_of(near) if item.claim.span.end > place[0]]
    accused = stated[0] if stated else birth.claim
    keys = dict.fromkeys([accused.key, birth.claim.key, *([other.claim.key] if other else [])])
    fits = f"{least}" if least == most else f"{least} or {most}" if most == least + 1 else f"{least} to {most}"
    return Finding(
        check="age",
        severity=Severity.ERROR if abs(age - least) > 1 and abs(age - most) > 1 else Severity.WARNING,
        claims=tuple(keys),
        message=f"Born {birth.claim.quote}, a person is {fits} then, not {age}.",
        arithmetic=(
            f"born {_days(birth.first, birth.last)}, then {_days(first, last)}: {fits} whole years",
            f"the text says {age}",
        ),
        tolerance="Every age that dates known only to the month or the year allow.",
        suggestion=f"{fits} would fit.",
    )

"""What of a log is asked for: by article, reviewer, verdict and time; and those words again, for what came of it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from factcheck.model import Event, Standing, Trail, Verb

CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which claims or acts an export holds; all of them where nothing is asked for.

    `since` is the first instant and `until` the first one no longer asked for. Of claims, a reviewer and a time ask for
    an act about the claim, by that reviewer and at that time, that was not taken back; `verdicts` for what stands now.
    """

    article: str = ""
    reviewers: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None

    def __bool__(self) -> bool:
        return self != Selection()

    def __str__(self) -> str:
        """What was asked for, in words; empty when everything was."""
        parts = [
            self.article and f"article {self.article}",
            self.reviewers and f"reviewer {' or '.join(self.reviewers)}",
            self.verdicts and f"verdict {' or '.join(self.verdicts)}",
            self.since and f"since {_instant(self.since)}",
            self.until and f"before {_instant(self.until)}",
        ]
        return ", ".join(part for part in parts if part)

    def takes(self, standing: Standing, trail: Trail) -> bool:
        """Whether a claim is asked for."""
        if self.verdicts and not (
            standing.verdict.value in self.verdicts or (standing.contested and CONTESTED in self.verdicts)
        ):
            return False
        if not (self.reviewers or self.since or self.until):
            return True
        return any(
            not event.undone and event.act.verb is not Verb.UNDONE and self._is_by_and_at(event) for event in trail.acts
        )

    def takes_act(self, event: Event) -> bool:
        """Whether an act is asked for; of verdicts, the acts that gave one."""
        act = event.act
        if self.verdicts and not (act.verb is Verb.JUDGED and act.data.get("verdict") in self.verdicts):
            return False
        return self._is_by_and_at(event)

    def _is_by_and_at(self, event: Event) -> bool:
        act = event.act
        return (
            (not self.reviewers or act.actor in self.reviewers)
            and (self.since is None or self.since <= act.at)
            and (self.until is None or act.at < self.until)
        )


def first_instant(words: str) -> datetime:
    """The beginning of an ISO 8601 day or time; UTC where no zone is told.

    Raises:
        ValueError: if it is neither.
    """
    return _read(words)[0]


def end_of(words: str) -> datetime:
    """The first instant after an ISO 8601 day, or the time itself; UTC where no zone is told.

    Raises:
        ValueError: if it is neither.
    """
    at, is_day = _read(words)
    return at + timedelta(days=1) if is_day else at


def _read(words: str) -> tuple[datetime, bool]:
    try:
        return datetime.combine(date.fromisoformat(words), time(), UTC), True
    except ValueError:
        at = datetime.fromisoformat(words)
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC), False


def _instant(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")

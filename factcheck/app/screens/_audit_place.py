"""Where a reader is in the audit: what is asked for, how it is shown, and what of it can be taken away again."""

from dataclasses import dataclass, field, replace

from factcheck.app.screens._audit_views import View
from factcheck.app.screens._words import short
from factcheck.figures import Asked


@dataclass(frozen=True, slots=True)
class AuditPlace:
    """What is asked for, how it is shown, on which line a reader is, and the way back."""

    asked: Asked = field(default_factory=Asked)
    view: View = View.STATUS
    chosen: int = 0
    behind: "AuditPlace | None" = None
    article: str = ""
    """The title of the article that is asked for."""


def filters(place: AuditPlace) -> list[tuple[str, Asked]]:
    """What is asked for, in words, and what is asked for without it."""
    asked, found = place.asked, []
    if asked.since or asked.until:
        found.append((_time(asked), replace(asked, since="", until="")))
    if asked.words:
        found.append((f"“{' '.join(asked.words)}”", replace(asked, words=())))
    if asked.flagged:
        found.append(("findings open", replace(asked, flagged=False)))
    if asked.article:
        found.append((short(place.article), replace(asked, article="")))
    if asked.kind:
        found.append((asked.kind, replace(asked, kind="")))
    if asked.reviewer:
        found.append((f"by {asked.reviewer}", replace(asked, reviewer="")))
    if asked.state is not None:
        found.append((asked.state.value, replace(asked, state=None)))
    return found


def _time(asked: Asked) -> str:
    """The time that is asked for, in words."""
    if asked.since and asked.since == asked.until:
        return f"{asked.since} (UTC)"
    since = f"since {asked.since}" if asked.since else ""
    until = f"until {asked.until}" if asked.until else ""
    return f"{' '.join(part for part in (since, until) if part)} (UTC)"

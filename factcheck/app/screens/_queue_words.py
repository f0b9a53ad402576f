"""What an article waits for, in a few words."""

from datetime import datetime

from factcheck.app.look import Glyphs
from factcheck.workload import Task


def wants(task: Task, now: datetime, glyphs: Glyphs) -> str:
    """Until when, what there is to do, and whose it is."""
    counts = (
        (glyphs.contested.glyph, task.contested),
        ("2nd", task.second),
        (glyphs.expired.glyph, task.expired),
    )
    told = [until(task.deadline, now), *(f"{glyph} {count}" for glyph, count in counts if count)]
    told += [f"{task.open} open"] if task.open else []
    told += ["findings"] if task.findings and not any((task.contested, task.second, task.expired, task.open)) else []
    return "  ".join(part for part in (*told, ", ".join(task.assigned)) if part)


def until(deadline: datetime | None, now: datetime) -> str:
    """A deadline as its reader's clock and calendar show it."""
    if deadline is None:
        return ""
    at, today = deadline.astimezone(), now.astimezone().date()
    shown = f"{at:%H:%M}" if at.date() == today else f"{at:%m-%d}" if at.year == today.year else f"{at:%Y-%m-%d}"
    return f"late {shown}" if deadline < now else f"by {shown}"

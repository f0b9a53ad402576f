"""What the audit shows, as lines: one function a view, from a store's figures to what is drawn."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from db import Store
from factcheck.agreement import alpha, kappas
from factcheck.app.look import UNICODE, Glyphs
from factcheck.app.widgets.daily import Daily
from factcheck.app.widgets.figure_list import Column, Figure
from factcheck.app.widgets.plotting import BRAILLE
from factcheck.figures import Asked, Breakdown, By, ClaimLine, Pace, State, age_starts, ages
from factcheck.kinds import kinds
from factcheck.model import Verb, Verdict


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding that nobody has answered, by its article and the first claim that it is about ("": none)."""

    article: str
    claim: str


Behind = Asked | ClaimLine | FindingLine | None
"""What a line opens: the claims that it counts, a claim's history, or the article at a finding."""
Line = tuple[Figure, Behind]


class View(StrEnum):
    """What the desk is looked at by."""

    STATUS = "Status"
    ARTICLES = "Articles"
    KINDS = "Kinds"
    PEOPLE = "People"
    AGE = "Age"
    DAYS = "Days"
    FINDINGS = "Findings"
    AGREEMENT = "Agree"
    CLAIMS = "Claims"
    OPEN = "Open findings"


TABS = tuple(view for view in View if view not in (View.CLAIMS, View.OPEN))
PAGED = (View.ARTICLES, View.CLAIMS)
WORDLESS = (View.DAYS, View.FINDINGS, View.AGREEMENT)
"""Views of what is not counted by article, and so not by words of a title."""


@dataclass(frozen=True, slots=True)
class Look:
    """Who looks at which part of which desk, when and with which signs."""

    store: Store
    viewer: str | None
    asked: Asked
    now: datetime
    glyphs: Glyphs


@dataclass(frozen=True, slots=True)
class Table:
    """A view that is read at once. `note` is a sentence under its title."""

    lines: Sequence[Line]
    note: str = ""
    plots: tuple[Daily, ...] = ()


def number(count: int) -> tuple[str, str]:
    """A count as a cell: nothing for none."""
    return (f"{count:,}" if count else "", "")


def heads(view: View, glyphs: Glyphs) -> tuple[str, tuple[Column, ...]]:
    """What stands over the names and over the columns of a view."""
    marks = tuple(glyphs.verdicts[verdict].glyph for verdict in (Verdict.VERIFIED, Verdict.DISPUTED))
    counts = (
        Column("claims", 9),
        Column(glyphs.contested.glyph, 6),
        Column(marks[1], 7),
        Column("open", 9),
        Column(marks[0], 9),
    )
    match view:
        case View.STATUS:
            return "claims that are", (Column("claims", 11), Column("share", 6))
        case View.ARTICLES:
            return "article", (*counts[1:4], Column(glyphs.flag, 4), Column("last act", 26, right=False))
        case View.PEOPLE:
            return "reviewer", (*counts[:3], counts[4], Column("each", 6), Column("answered", 8), Column("in vain", 7))
        case View.DAYS:
            return "day (UTC)", (Column("verdicts", 9), Column("each", 6), Column("by", 30, right=False))
        case View.FINDINGS:
            return "check", (Column("confirmed", 9), Column("explained", 9), Column("in vain", 7))
        case View.OPEN:
            return "finding", (Column("check", 20, right=False), Column("about", 40, right=False))
        case View.AGREEMENT:
            return "who", (Column("claims", 9), Column("agreed", 6), Column("beyond chance", 13))
        case View.CLAIMS:
            return "claim", (
                Column("kind", 9, right=False),
                Column("by", 12, right=False),
                Column("when", 16, right=False),
                Column("article", 40, right=False),
            )
        case _:
            return view.lower().rstrip("s"), counts


def table(view: View, look: Look) -> Table:
    """The lines of a view that is read at once."""
    return _TABLES[view](look)


def _bar(part: Breakdown) -> tuple[tuple[str, int], ...]:
    counts = part.counts
    return (
        ("verified", counts[Verdict.VERIFIED]),
        ("disputed", counts[Verdict.DISPUTED]),
        ("dismissed", counts[Verdict.DISMISSED]),
        ("open", counts[Verdict.OPEN]),
    )


def counted(name: str, part: Breakdown, behind: Behind, more: Sequence[tuple[str, str]] = ()) -> Line:
    counts = part.counts
    cells = (
        number(part.total),
        (number(part.contested)[0], "disputed"),
        (number(counts[Verdict.DISPUTED])[0], "disputed"),
        number(counts[Verdict.OPEN]),
        (number(counts[Verdict.VERIFIED])[0], "verified"),
    )
    return Figure(name, (*cells, *more), _bar(part)), behind


def _status(look: Look) -> Table:
    parts = look.store.breakdown(By.VERDICT, look.asked, viewer=look.viewer)
    counts = {verdict: sum(part.counts[verdict] for part in parts) for verdict in Verdict}
    total = sum(counts.values())
    signs = {State(verdict.value): sign for verdict, sign in look.glyphs.verdicts.items()}
    found = {
        State.CONTESTED: sum(part.contested for part in parts),
        State.CHANGED: sum(part.changed for part in parts),
        **{State(verdict.value): count for verdict, count in counts.items()},
    }
    lines: list[Line] = []
    for state in State:
        sign = signs.get(state)
        glyph, word, style = (sign.glyph, sign.word, sign.style) if sign else ("", state.value, "finding")
        if state is State.CONTESTED:
            glyph, style = look.glyphs.contested.glyph, "disputed"
        name = f"{glyph or ' '} {word}{' since it was judged' if state is State.CHANGED else ''}"
        cells = ((f"{found[state]:,}", ""), (share(found[state], total), "quiet"))
        bar = ((style, found[state]), ("", total - found[state]))
        lines.append((Figure(name, cells, bar, style if found[state] else "quiet"), replace(look.asked, state=state)))
    total_line = Figure("  all claims", ((f"{total:,}", ""), ("", "")))
    return Table([*lines, (total_line, look.asked)], "A contested claim has a verdict too: it counts in both lines.")


def share(part: int, whole: int) -> str:
    """A part in per cent: never none where there is some, never all where some is left."""
    if not part or not whole:
        return "0%" if whole else ""
    if part < whole and part * 100 < whole:
        return "<1%"
    return f"{part * 100 // whole}%"


def _kinds(look: Look) -> Table:
    known = kinds()
    return Table(
        [
            counted(known[part.of].title if part.of in known else part.of, part, replace(look.asked, kind=part.of))
            for part in look.store.breakdown(By.KIND, look.asked, viewer=look.viewer)
        ]
    )


def _people(look: Look) -> Table:
    store, asked, viewer = look.store, look.asked, look.viewer
    paces = {pace.of: pace for pace in store.paces(By.REVIEWER, asked, viewer=viewer)}
    parts = store.breakdown(By.REVIEWER, asked, viewer=viewer)
    lines = []
    for part in sorted(parts, key=lambda each: (not each.of, -each.total, each.of)):
        if not part.of:
            lines.append(_reviewer("(nobody yet)", part, "", None, replace(asked, state=State.OPEN)))
            continue
        answers = store.answers_by_check(replace(asked, reviewer=part.of), viewer=viewer)
        confirmed, explained = sum(each.confirmed for each in answers), sum(each.explained for each in answers)
        pace = paces.get(part.of)
        each = duration(pace.mean) if pace else ""
        behind = replace(asked, reviewer=part.of)
        lines.append(_reviewer(part.of, part, each, (confirmed + explained, explained), behind))
    return Table(lines, "each: mean time of a verdict, pauses of a quarter of an hour left out. in vain: explained.")


def _reviewer(name: str, part: Breakdown, each: str, answered: tuple[int, int] | None, behind: Behind) -> Line:
    figure, _ = counted(name, part, behind)
    total, contested, disputed, _, verified = figure.cells
    given, vain = answered or (0, 0)
    cells = (total, contested, disputed, verified, (each, ""), number(given), (share(vain, given) if given else "", ""))
    return Figure(name, cells, figure.bar), behind


def duration(seconds: float) -> str:
    """A mean time, in words."""
    whole = round(seconds)
    return f"{whole} s" if whole < 120 else f"{whole // 60}m{whole % 60:02}s"


def _ages(look: Look) -> Table:
    days = look.store.breakdown(By.DAY, look.asked, viewer=look.viewer)
    lines, until = [], ""
    for part, (name, since) in zip(ages(days, look.now), age_starts(look.now), strict=True):
        behind = replace(look.asked, since=max(since, look.asked.since), until=_earlier(until, look.asked.until))
        until = _day_before(since) if since else ""
        lines.append(counted(name, part, behind if part.total else None))
    return Table(lines, "Since the verdict, and of open claims since they came in; whole days (UTC).")


def _earlier(one: str, other: str) -> str:
    return min(filter(None, (one, other)), default="")


def _day_before(day: str) -> str:
    return str(datetime.fromisoformat(day).fromordinal(datetime.fromisoformat(day).toordinal() - 1).date())


def _days(look: Look) -> Table:
    verdicts: dict[str, Counter[str]] = {}
    for day in look.store.days(look.asked, viewer=look.viewer):
        if day.verb in (Verb.JUDGED, Verb.RESOLVED):
            verdicts.setdefault(day.day, Counter())[day.reviewer] += day.count
    paces = {pace.of: pace for pace in look.store.paces(By.DAY, look.asked, viewer=look.viewer)}
    most = max((counts.total() for counts in verdicts.values()), default=1)
    lines: list[Line] = []
    for at, counts in verdicts.items():
        each = duration(paces[at].mean) if at in paces else ""
        by = "  ".join(f"{name} {count:,}" for name, count in counts.most_common(4))
        bar = (("verified", counts.total()), ("", most - counts.total()))
        behind = replace(look.asked, since=at, until=at)
        lines.append((Figure(at, (number(counts.total()), (each, ""), (by, "quiet")), bar), behind))
    note = "Verdicts given and not taken back; enter shows those that still stand."
    return Table(lines, note, _plots(look, verdicts, paces))


def _plots(look: Look, verdicts: Mapping[str, Counter[str]], paces: Mapping[str, Pace]) -> tuple[Daily, ...]:
    """Verdicts a day, and the mean time of one."""
    if not verdicts:
        return ()
    given = {_ordinal(day): counts.total() for day, counts in verdicts.items()}
    seconds = {_ordinal(day): pace.seconds for day, pace in paces.items()}
    timed = {_ordinal(day): pace.verdicts for day, pace in paces.items()}
    last = max(max(given), look.now.toordinal() if not look.asked.until else 0)
    marker = BRAILLE if look.glyphs is UNICODE else look.glyphs.done
    count = Daily("verdicts", given, min(given), last, lambda count: f"{count:,.0f}", None, marker)
    each = Daily("mean time", seconds, min(given), last, duration, timed, marker)
    return (count, each) if any(timed.values()) else (count,)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _findings(look: Look) -> Table:
    articles, count = look.store.flagged()
    lines: list[Line] = []
    if count:
        where = "an article" if articles == 1 else f"{articles:,} articles"
        figure = Figure(f"{look.glyphs.flag} {count:,} not answered, in {where}", style="finding")
        lines.append((figure, Asked(flagged=True)))
    answers = look.store.answers_by_check(look.asked, viewer=look.viewer)
    most = max((each.confirmed + each.explained for each in answers), default=0)
    for each in sorted(answers, key=lambda each: (-each.explained, -each.confirmed, each.check)):
        answered = each.confirmed + each.explained
        cells = (number(each.confirmed), number(each.explained), (share(each.explained, answered), "finding"))
        bar = (("disputed", each.confirmed), ("open", each.explained), ("", most - answered))
        lines.append((Figure(each.check or "(check not recorded)", cells, bar), None))
    note = "in vain: the share that reviewers explained; the most first."
    return Table(lines, note)


def _agreement(look: Look) -> Table:
    pairs = look.store.pairs(look.asked)
    same: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        same[pair.one, pair.other] += pair.count if pair.first == pair.second else 0
    lines: list[Line] = []
    for one, other, count, kappa in kappas(pairs):
        agreed = same[one, other]
        bar = (("verified", agreed), ("disputed", count - agreed))
        cells = (number(count), (share(agreed, count), ""), (_value(kappa), ""))
        lines.append((Figure(f"{one} and {other}", cells, bar), replace(look.asked, state=State.CONTESTED)))
    count, whole = alpha(look.store.units(look.asked))
    if count:
        lines.append((Figure("all (Krippendorff's alpha)", (number(count), ("", ""), (_value(whole), ""))), None))
    told = "Claims that several people judged, by what each said first. Beyond chance: Cohen's kappa; 0 as by chance."
    return Table(lines, told)


def _value(figure: float | None) -> str:
    return "one verdict" if figure is None else f"{figure:.2f}"


_TABLES: Mapping[View, Callable[[Look], Table]] = {
    View.STATUS: _status,
    View.KINDS: _kinds,
    View.PEOPLE: _people,
    View.AGE: _ages,
    View.DAYS: _days,
    View.FINDINGS: _findings,
    View.AGREEMENT: _agreement,
}

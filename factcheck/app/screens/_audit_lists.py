"""The lists of the audit, as lines: articles and claims by the page, and what an article's findings leave open."""

from collections.abc import Iterable
from dataclasses import replace

from factcheck.app.screens._audit_views import FindingLine, Line, Look, View, counted, number
from factcheck.app.screens._words import when
from factcheck.app.widgets.figure_list import Figure
from factcheck.checks import findings_of
from factcheck.figures import Breakdown, ClaimLine, Place
from factcheck.kinds import kinds
from factcheck.model import ArticleStatus


class Lines:
    """The lines of a list as far as they were read; more of them are read when they are wanted."""

    def __init__(self, view: View, look: Look) -> None:
        self._view, self._look = view, look
        self.lines: list[Line] = []
        self.after: Place | None = None
        """Where the last page ended; None where nothing follows."""
        self.looked = 0
        """How many claims were looked through."""
        self.read()

    def read(self) -> None:
        """Read the next page."""
        look = self._look
        if self._view is View.ARTICLES:
            articles = look.store.article_page(look.asked, self.after, viewer=look.viewer)
            self.lines += article_lines(articles.lines, look)
            self.after = articles.after
        else:
            claims = look.store.claim_page(look.asked, self.after, viewer=look.viewer)
            self.lines += claim_lines(claims.lines, look)
            self.after = claims.after
            self.looked += claims.looked


def open_findings(look: Look) -> tuple[list[Line], str]:
    """What nobody has answered in the article that is asked for; and a sentence where more is counted than found."""
    store, key = look.store, look.asked.article
    article, ledger = store.article(key), store.ledger(key, viewer=look.viewer)
    findings = findings_of(article, tuple(entry.claim for entry in ledger))
    answered = store.answers(key, findings, viewer=look.viewer)
    lines: list[Line] = []
    for finding in findings:
        if finding.key in answered:
            continue
        claim = next((claim for claim in finding.claims if claim in ledger.position), "")
        about = " ".join(ledger[ledger.position[claim]].claim.quote[:400].split()) if claim else ""
        cells = ((finding.check, "quiet"), (about, "quiet"))
        name = f"{look.glyphs.flag} {' '.join(finding.message.split())}"
        lines.append((Figure(name, cells), FindingLine(key, claim)))
    return lines, "What the checks say and nobody has answered; enter opens the article there." if lines else ""


def article_lines(found: Iterable[ArticleStatus], look: Look) -> list[Line]:
    """The lines of a page of articles."""
    lines = []
    for each in found:
        part = Breakdown(each.key, each.counts, each.contested, each.changed)
        figure, behind = counted(each.title or "(no title)", part, replace(look.asked, article=each.key))
        last = f"{when(each.last_at, look.now)} {each.last_by}"
        flags = (number(each.findings)[0], "finding")
        lines.append((replace(figure, cells=(*figure.cells[1:4], flags, (last, "quiet"))), behind))
    return lines


def claim_lines(found: Iterable[ClaimLine], look: Look) -> list[Line]:
    """The lines of a page of claims."""
    known = kinds()
    lines: list[Line] = []
    for each in found:
        sign = look.glyphs.look_of(each.standing)
        kind = known[each.kind].word if each.kind in known else each.kind
        cells = (
            (kind, "quiet"),
            (each.standing.by, ""),
            (when(each.standing.at, look.now), "quiet"),
            (each.title or "(no title)", "quiet"),
        )
        name = f"{sign.glyph} {' '.join(each.quote[:400].split())}"
        lines.append((Figure(name, cells, style=sign.style if sign.style != "open" else ""), each))
    return lines

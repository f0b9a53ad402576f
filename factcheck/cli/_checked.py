"""What the checks find in an article of a desk, also beside what it translates."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db import Store
    from factcheck.model import Article, Claim, Finding


def findings_on(store: "Store", article: "Article", claims: "Sequence[Claim]") -> "tuple[Finding, ...]":
    """The findings on an article's claims; what was changed in translation among them, where the original is here."""
    from factcheck.app.screens._beside import compared
    from factcheck.checks import findings_of

    told = store.original(article.key)
    text = store.original_text(told) if told else None
    original = told.article(text) if told and text is not None else None
    return compared(original, claims, findings_of(article, claims))[0]

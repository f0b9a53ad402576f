"""What is missing on an article of a desk, as gate and sign-off ask for it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db import Store
    from factcheck.missing import Missing
    from factcheck.model import Article
    from factcheck.rules import Rules


def missing_on(store: "Store", article: "Article", rules: "Rules", role: str = "") -> "tuple[Missing, ...]":
    """What the rules still ask for; with a `role`, before somebody signs in it."""
    from factcheck.checks import findings_of
    from factcheck.missing import missing

    ledger = store.ledger(article.key)
    findings = findings_of(article, [entry.claim for entry in ledger]) if rules.findings else ()
    return missing(
        ledger,
        rules,
        findings=findings,
        answers=store.answers(article.key),
        signed=store.sign_offs(article.key),
        role=role,
    )

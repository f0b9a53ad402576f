"""What is missing on an article of a desk, as gate and sign-off ask for it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db import Store
    from factcheck.missing import Missing
    from factcheck.model import Article
    from factcheck.rules import Rules


def missing_on(
    store: "Store", article: "Article", rules: "Rules", role: str = "", viewer: str | None = None
) -> "tuple[Missing, ...]":
    """What the rules still ask for; with a `role`, before somebody signs in it; first what a `viewer` may know."""
    from factcheck.cli._checked import findings_on
    from factcheck.missing import missing, not_here

    signed = store.sign_offs(article.key)
    found: tuple[Missing, ...] = ()
    original = store.original(article.key)
    unread = not_here(original) if original and store.original_text(original) is None else ""
    for who in dict.fromkeys((viewer, None)):
        ledger = store.ledger(article.key, viewer=who)
        findings = findings_on(store, article, [entry.claim for entry in ledger]) if rules.findings else ()
        answers = store.answers(article.key, findings, viewer=who)
        found = missing(ledger, rules, findings=findings, answers=answers, signed=signed, role=role, unread=unread)
        if found:
            break
    return found

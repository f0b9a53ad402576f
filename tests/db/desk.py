"""A small desk for the store's tests: an article of its own words, plain claims, and a clock."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from db import Store
from factcheck.model import (
    Act,
    Article,
    Claim,
    Evidence,
    PlainValue,
    Published,
    Sources,
    Span,
    Standing,
    Value,
    Verb,
    Verdict,
)

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
TEXT = "The harbour board asked for 12 cranes on 3 May. It paid 40 million euros. The mayor said no to 7 of them."
ARTICLE = Article("Cranes", TEXT, Published("2026-05-04"), "wire", "en")


@dataclass(frozen=True)
class Number:
    """A value of a kind that the tests know."""

    words: str

    def __str__(self) -> str:
        return self.words


def dump(claim: Claim) -> dict[str, Any]:
    return {"words": claim.value.words} if isinstance(claim.value, Number) else dict(vars_of(claim.value))


def vars_of(value: Value) -> Mapping[str, Any]:
    assert isinstance(value, PlainValue)
    return value.data


def load(kind: str, data: Mapping[str, Any]) -> Value:
    return Number(data["words"]) if kind in ("amount", "date") else PlainValue(data)


def claim(quote: str, kind: str = "amount", article: Article = ARTICLE) -> Claim:
    """The claim at the first place where the article says `quote`."""
    start = article.text.index(quote)
    value = Number(quote) if kind in ("amount", "date") else PlainValue({"words": quote})
    return Claim(article.draft, kind, Span(start, start + len(quote)), quote, value)


CLAIMS = (claim("12 cranes"), claim("3 May", "date"), claim("40 million euros"), claim("7 of them", "rumour"))


def at(minute: float) -> datetime:
    return START + timedelta(minutes=minute)


def judged(claim: Claim, verdict: Verdict, minute: float, actor: str = "ana", **data: Any) -> Act:
    return Act(at(minute), actor, Verb.JUDGED, claim.draft, claim.key, {"verdict": verdict, **data})


def commented(claim: Claim, note: str, minute: float, actor: str = "ana") -> Act:
    return Act(at(minute), actor, Verb.COMMENTED, claim.draft, claim.key, {"note": note})


def resolved(claim: Claim, verdict: Verdict, minute: float, actor: str = "lea", reason: str = "the register") -> Act:
    return Act(at(minute), actor, Verb.RESOLVED, claim.draft, claim.key, {"verdict": verdict, "reason": reason})


def held(claim: Claim, source: str, minute: float, actor: str = "ana", *, primary: bool = False) -> Act:
    data = Evidence(source, primary=primary).data()
    return Act(at(minute), actor, Verb.EVIDENCE, claim.draft, claim.key, data)


def signed(role: str, minute: float, actor: str = "ana") -> Act:
    return Act(at(minute), actor, Verb.SIGNED_OFF, ARTICLE.draft, data={"role": role})


def bare(standing: Standing) -> Standing:
    """What stands, without who else said what and the sources."""
    return replace(standing, given=(), sources=Sources())


def open_store(path: Path, *, readonly: bool = False, **terms: Any) -> Store:
    return Store(path, dump, load, readonly=readonly, **terms)


def new_desk(path: Path) -> Store:
    """A store with the article and its claims."""
    store = open_store(path)
    store.add(ARTICLE, CLAIMS, actor="ana", at=START, raw=TEXT.encode(), findings=1)
    return store

"""How second checks, disputes, sign-offs, rules and the queue look, compared cell by cell."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from db import Store
from factcheck.app.app import FactcheckApp
from factcheck.model import Act, Article, Published, Verb
from factcheck.rules import Breach, EvidencePolicy, Rules
from factcheck.terms import Ask, Second
from tests.app.desk import DAY, dump, harbour, keep, load, plain_claims, ticking
from tests.app.test_snapshots import pressing

RULES = Rules(
    EvidencePolicy.REQUIRED,
    findings=True,
    evidence_breach=Breach.WARN,
    recheck_days=90,
    second=Second(Ask.ALL),
    roles=MappingProxyType({"ada": ("checker",), "bo": ("second",), "lea": ("lead", "editor")}),
    signoff=("checker", "second", "editor"),
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A desk of three people: ada has judged most claims of an article, bo three of them, one otherwise."""
    monkeypatch.setattr("factcheck.checks.findings_of", lambda article, claims: ())
    with Store(tmp_path / "desk.db", dump, load, terms=RULES.terms, clock=lambda: DAY) as store:
        keep(store, Article("Nets in the river: what the angling club saw", "Nets.", Published("2031-04")), ())
        article = harbour()
        keep(store, article, plain_claims(article), dict.fromkeys((1, 2, 3, 5, 7, 9), "verified"))
        for number, verdict, note in (
            (1, "verified", ""),
            (2, "disputed", "31 percent in the annex"),
            (9, "verified", ""),
        ):
            key = plain_claims(article)[number - 1].key
            data = {"verdict": verdict, "note": note}
            store.record(Act(DAY - timedelta(minutes=number), "bo", Verb.JUDGED, article.draft, key, data))
        deadline = (DAY + timedelta(hours=4)).isoformat()
        store.record(
            Act(
                DAY - timedelta(minutes=20),
                "lea",
                Verb.ASSIGNED,
                article.draft,
                data={"reviewer": "bo", "deadline": deadline},
            ),
            Act(DAY - timedelta(minutes=1), "ada", Verb.SIGNED_OFF, article.draft, data={"role": "checker"}),
            Act(DAY, "bo", Verb.JUDGED, article.draft, plain_claims(article)[2].key, {"verdict": "disputed"}),
        )
        store.declare_rules(RULES.data(), actor="lea", at=DAY - timedelta(days=2))
        yield store


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
@pytest.mark.parametrize(
    ("who", "keys"),
    [
        pytest.param("bo", ("home", "j", "j", "j", "j"), id="second"),
        pytest.param("ada", ("home", "j"), id="contested"),
        pytest.param("lea", ("home", "j", "R"), id="resolve"),
        pytest.param("lea", ("Z",), id="sign-off"),
        pytest.param("lea", ("L",), id="rules"),
    ],
)
def test_on_the_review(
    snap_compare: Callable[..., bool], store: Store, who: str, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    app = FactcheckApp(store, reviewer=who, rules=RULES, clock=ticking(), article=harbour().key)
    assert snap_compare(app, terminal_size=size, run_before=pressing(*keys))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
def test_the_queue(snap_compare: Callable[..., bool], store: Store, size: tuple[int, int]) -> None:
    app = FactcheckApp(store, reviewer="bo", rules=RULES, clock=ticking())
    assert snap_compare(app, terminal_size=size, run_before=pressing())

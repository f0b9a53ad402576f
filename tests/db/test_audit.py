"""The audit's figures are what the ledger and the log say, page by page and for whoever looks; blind where the rules are."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Store
from db.doctor import examine
from db.driver import sqlite3
from factcheck.agreement import alpha, cohens_kappa, kappas, krippendorffs_alpha
from factcheck.figures import Asked, Breakdown, By, ClaimLine, State
from factcheck.model import Act, Answer, Answered, Article, Entry, Verb, Verdict
from factcheck.terms import Ask, Second, Terms
from tests.db.desk import (
    ARTICLE,
    CLAIMS,
    at,
    claim,
    commented,
    held,
    judged,
    new_desk,
    open_store,
    resolved,
)
from tests.db.test_projections import STEPS, do

OTHER = Article("Quays [/b]", "The quay cost 9 million euros. It sank on 4 June.", None, "agency", "en")
OTHERS = (claim("9 million euros", article=OTHER), claim("4 June", "date", article=OTHER))
NONE = Asked()
PEOPLE = ("ana", "bo", "cy")


def every(store: Store, asked: Asked = NONE, *, page: int = 3, viewer: str | None = None) -> list[ClaimLine]:
    """All the claims that are asked for, through small pages."""
    found: list[ClaimLine] = []
    after = None
    while True:
        lines, after, _ = store.claim_page(asked, after, page, viewer=viewer)
        found += lines
        if after is None:
            return found


def answered(about: Any, answer: Answered, minute: float, actor: str = "ana", check: str = "sum") -> Act:
    data = {**Answer("f1", answer).data(), "check": check}
    return Act(at(minute), actor, Verb.FINDING_ANSWERED, about.draft, about.key, data)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Store]:
    """Two articles; of one a claim contested, one disputed, one verified by two and one open; the other is newer."""
    with new_desk(tmp_path / "desk.db") as store:
        store.add(OTHER, OTHERS, actor="cy", at=at(60 * 24))
        store.record(
            judged(CLAIMS[0], Verdict.VERIFIED, 10),
            judged(CLAIMS[0], Verdict.DISPUTED, 11, "bo", note="see the register"),
            judged(CLAIMS[1], Verdict.DISPUTED, 12),
            judged(CLAIMS[2], Verdict.VERIFIED, 13),
            judged(CLAIMS[2], Verdict.VERIFIED, 14, "bo"),
            judged(OTHERS[0], Verdict.VERIFIED, 60 * 24 + 10, "cy"),
        )
        yield store


@given(steps=st.lists(st.tuples(STEPS, st.integers(-3000, 3000)), max_size=20))
@settings(max_examples=60, deadline=timedelta(seconds=10))
def test_figures_are_those_of_the_ledger(steps: list[tuple[tuple[Any, ...], int]]) -> None:
    with TemporaryDirectory() as folder, new_desk(Path(folder) / "desk.db") as store:
        for number, (step, clock) in enumerate(steps):
            do(store, clock + number / 1000, step)
        ledger = store.ledger(ARTICLE.key)
        for by in By:
            parts = store.breakdown(by, NONE)
            assert sum(part.total for part in parts) == len(ledger)
            assert sum(part.contested for part in parts) == sum(entry.standing.contested for entry in ledger)
            counts: Counter[Verdict] = Counter()
            for part in parts:
                counts.update(part.counts)
            assert {verdict: counts[verdict] for verdict in Verdict} == dict(ledger.counts)
        assert sorted(line.claim for line in every(store)) == sorted(entry.claim.key for entry in ledger)
        for line in every(store, Asked(article=ARTICLE.key)):
            assert line.standing == ledger[ledger.position[line.claim]].standing
        for state in State:
            wanted = [entry for entry in ledger if has(entry.standing, state)]
            assert sorted(line.claim for line in every(store, Asked(state=state))) == sorted(
                entry.claim.key for entry in wanted
            )
        days = sorted({part.of for part in store.breakdown(By.DAY, NONE)})
        for day in days:
            asked = Asked(since=day, until=day)
            assert len(every(store, asked)) == sum(part.total for part in store.breakdown(By.KIND, asked))
        given = [alone(store, entry) for entry in ledger if len(entry.standing.given) > 1]
        items = [list(verdicts.values()) for verdicts in given]
        count, whole = alpha(store.units(NONE))
        assert (count, whole) == (len(items), pytest.approx(krippendorffs_alpha(items)))
        for one, other, number, kappa in kappas(store.pairs(NONE)):
            both = [(verdicts[one], verdicts[other]) for verdicts in given if {one, other} <= verdicts.keys()]
            assert (number, kappa) == (len(both), pytest.approx(cohens_kappa(both)))


def alone(store: Store, entry: Entry) -> dict[str, Verdict]:
    """What each who has a verdict on a claim said of it when another's first lay beside theirs."""
    now: dict[str, Verdict] = {}
    first: dict[str, Verdict] = {}
    for event in store.history(entry.claim.key):
        if event.act.verb is Verb.JUDGED and not event.undone:
            now[event.act.actor] = Verdict(event.act.data["verdict"])
            beside = {who: verdict for who, verdict in now.items() if verdict is not Verdict.OPEN}
            if len(beside) > 1:
                first = beside | first
    return {each.reviewer: first[each.reviewer] for each in entry.standing.given}


def test_a_verdict_changed_when_both_were_told_raises_no_agreement(tmp_path: Path) -> None:
    def said(store: Store) -> list[tuple[str, str, str, str, int]]:
        return sorted((each.one, each.other, each.first, each.second, each.count) for each in store.pairs(NONE))

    cranes, day, *_ = CLAIMS
    with new_desk(tmp_path / "desk.db") as store:
        store.record(judged(cranes, Verdict.VERIFIED, 1), judged(cranes, Verdict.DISPUTED, 2, "bo"))
        differ = [("ana", "bo", "verified", "disputed", 1)]
        assert said(store) == differ
        store.record(resolved(cranes, Verdict.DISPUTED, 3))
        store.record(judged(cranes, Verdict.DISPUTED, 4))
        assert {each.verdict for each in store.standing(cranes.key).given} == {Verdict.DISPUTED}
        assert said(store) == differ
        store.record(judged(cranes, Verdict.OPEN, 5))
        assert said(store) == []
        store.record(judged(cranes, Verdict.DISPUTED, 6))
        assert said(store) == differ
        # Before the other had judged, one may think again.
        store.record(judged(day, Verdict.VERIFIED, 7), judged(day, Verdict.DISPUTED, 8))
        store.record(judged(day, Verdict.DISPUTED, 9, "bo"))
        assert said(store) == [("ana", "bo", "disputed", "disputed", 1), *differ]
        assert [(unit.verified, unit.disputed) for unit in store.units(NONE)].count((1, 1)) == 1
        assert examine(store) == ()


def has(standing: Any, state: State) -> bool:
    if state in (State.CONTESTED, State.CHANGED):
        return bool(standing.contested if state is State.CONTESTED else standing.changed)
    return bool(standing.verdict == state.value)


def test_disputes_come_first_then_the_newest(desk: Store) -> None:
    order = [CLAIMS[0], CLAIMS[1], OTHERS[0], CLAIMS[2], OTHERS[1], CLAIMS[3]]
    assert [line.claim for line in every(desk)] == [claim.key for claim in order]
    assert [line.claim for line in every(desk, page=1)] == [claim.key for claim in order]
    assert [line.key for line in desk.article_page(NONE).lines] == [ARTICLE.key, OTHER.key]
    first = desk.article_page(NONE, limit=1)
    assert [line.key for line in desk.article_page(NONE, first.after).lines] == [OTHER.key]
    assert desk.article_page(NONE, first.after).after is None


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        (Asked(words=("quays",)), OTHERS),
        (Asked(words=("register",)), CLAIMS[:1]),
        (Asked(words=("agency", "june")), OTHERS[1:]),
        (Asked(words=("%",)), ()),
        (Asked(words=("bo",), state=State.VERIFIED), CLAIMS[2:3]),
        (Asked(reviewer="bo"), (CLAIMS[0], CLAIMS[2])),
        (Asked(kind="date"), (CLAIMS[1], OTHERS[1])),
        (Asked(since="2026-03-02"), OTHERS),
        (Asked(until="2026-03-01"), CLAIMS),
        (Asked(since="2026-03-02", state=State.OPEN), OTHERS[1:]),
        (Asked(article=OTHER.key), OTHERS),
        (Asked(article="' or 1=1 --"), ()),
    ],
    ids=str,
)
def test_claims_that_are_asked_for(desk: Store, asked: Asked, keys: tuple[Any, ...]) -> None:
    for page in (1, 50):
        assert sorted(line.claim for line in every(desk, asked, page=page)) == sorted(claim.key for claim in keys)


def test_figures_that_are_asked_for(desk: Store) -> None:
    def totals(by: By, **asked: Any) -> dict[str, int]:
        return {part.of: part.total for part in desk.breakdown(by, Asked(**asked))}

    assert totals(By.KIND, words=("quays",)) == {"amount": 1, "date": 1}
    assert totals(By.REVIEWER) == {"": 2, "ana": 1, "bo": 2, "cy": 1}
    assert totals(By.REVIEWER, since="2026-03-02") == {"": 1, "cy": 1}
    assert totals(By.DAY) == {"2026-03-01": 4, "2026-03-02": 2}
    assert totals(By.VERDICT, reviewer="bo") == {"verified": 1, "disputed": 1}
    (line,) = desk.article_page(Asked(since="2026-03-02")).lines
    assert (line.key, line.total) == (OTHER.key, 2)
    assert not desk.article_page(Asked(words=("nowhere",))).lines


def test_the_time_of_verdicts_leaves_pauses_out(desk: Store) -> None:
    assert {pace.of: (pace.verdicts, pace.seconds) for pace in desk.paces(By.REVIEWER, NONE)} == {
        "ana": (2, 180),
        "bo": (1, 180),
    }
    desk.record(judged(CLAIMS[3], Verdict.VERIFIED, 13 + 15.1))
    assert {pace.of: pace.verdicts for pace in desk.paces(By.DAY, NONE)} == {"2026-03-01": 3}
    assert examine(desk) == ()


def test_answers_count_by_check_until_they_are_taken_back(desk: Store) -> None:
    desk.record(
        answered(CLAIMS[0], Answered.CONFIRMED, 20),
        answered(CLAIMS[1], Answered.EXPLAINED, 21, "bo"),
        answered(CLAIMS[1], Answered.OPEN, 22, "cy"),
        answered(CLAIMS[2], Answered.EXPLAINED, 23, "bo", check=""),
    )
    rates = {each.check: each.override_rate for each in desk.answers_by_check(NONE)}
    assert rates == {"": 1, "sum": 0.5}
    desk.undo(ARTICLE.draft, "bo", at(24))
    assert [each.check for each in desk.answers_by_check(NONE)] == ["sum"]
    assert not desk.answers_by_check(Asked(reviewer="dee"))
    assert examine(desk) == ()


def test_a_claim_counts_once_however_many_drafts_have_it(desk: Store) -> None:
    text = ARTICLE.text + " More later."
    draft = Article("Cranes", text, ARTICLE.published, "wire", "en", ARTICLE.key)
    new = [claim(each.quote, each.kind, draft) for each in CLAIMS]
    carried = {new[at].key: CLAIMS[at].key for at in (0, 1)}
    reopened = {new[2].key: CLAIMS[2].key}
    desk.update(draft, new, carried=carried, reopened=reopened, actor="ana", at=at(60 * 48))
    assert sum(unit.count for unit in desk.units(NONE)) == 1  # what changed has to be judged anew
    assert examine(desk) == ()
    assert len(every(desk)) == len(new) + len(OTHERS)
    assert {part.of: part.counts[Verdict.OPEN] for part in desk.breakdown(By.DAY, NONE)}["2026-03-03"] == 1
    assert [line.claim for line in every(desk, Asked(state=State.CHANGED))] == [new[2].key]


@pytest.mark.parametrize("ask", Ask)
@pytest.mark.parametrize("words", [("cranes",), ("agency",), ("wire",), ("e",)])
def test_words_count_what_the_articles_that_have_them_do(tmp_path: Path, ask: Ask, words: tuple[str, ...]) -> None:
    """Also where most of the articles have them."""
    boats = tuple(Article(f"Boats {n}", f"Boat {n} cost 9 euros.", None, "wire", "en") for n in range(3))
    about = tuple(claim("9 euros", article=article) for article in boats)
    with new_desk(tmp_path / "desk.db") as store:
        store.add(OTHER, OTHERS, actor="ana", at=at(0))
        for day, article in enumerate(boats):
            store.add(article, [about[day]], actor="ana", at=at(60 * 24 * day))
        store.record(
            judged(CLAIMS[0], Verdict.DISPUTED, 60 * 30, "bo"),
            judged(CLAIMS[1], Verdict.VERIFIED, 60 * 50),
            judged(about[0], Verdict.VERIFIED, 60 * 51, "cy"),
            judged(about[1], Verdict.DISPUTED, 60 * 75),
            judged(about[1], Verdict.VERIFIED, 60 * 76, "bo"),
            judged(OTHERS[0], Verdict.DISPUTED, 60 * 77),
        )
    with open_store(tmp_path / "desk.db", terms=Terms(Second(ask, percent=60)), clock=lambda: at(6000)) as store:
        having = [each for each in (ARTICLE, OTHER, *boats) if words[0] in f"{each.title} {each.source}".casefold()]
        assert having
        for viewer in (None, "ana", "dee"):
            for by in By:
                for asked in (NONE, Asked(since="2026-03-02"), Asked(kind="amount"), Asked(reviewer="ana")):
                    parts = Counter[tuple[str, str]]()
                    for article in having:
                        for part in store.breakdown(by, replace(asked, article=article.key), viewer=viewer):
                            parts += Counter(told(part))
                    found = Counter[tuple[str, str]]()
                    for part in store.breakdown(by, replace(asked, words=words), viewer=viewer):
                        found += Counter(told(part))
                    assert found == parts


def told(part: Breakdown) -> dict[tuple[str, str], int]:
    counts = {(part.of, str(verdict)): count for verdict, count in part.counts.items()}
    return counts | {(part.of, "contested"): part.contested, (part.of, "changed"): part.changed}


@pytest.mark.parametrize("ask", [Ask.ALL, Ask.DISPUTED, Ask.SAMPLE])
@pytest.mark.parametrize("viewer", ["bo", "dee"])
def test_what_the_second_check_keeps_is_in_no_figure(tmp_path: Path, ask: Ask, viewer: str) -> None:
    """Whoever is kept from a verdict is told the same whether it was given or not."""
    second = Second(ask, percent=100)
    told = []
    for number, acts in enumerate(
        (
            (),
            (
                judged(CLAIMS[0], Verdict.DISPUTED, 10, note="only ana knows"),
                answered(CLAIMS[0], Answered.CONFIRMED, 11),
                held(CLAIMS[0], "a register", 12),
                commented(CLAIMS[0], "only ana knows", 13),
            ),
        )
    ):
        with new_desk(tmp_path / f"{number}.db") as store:
            store.record(*acts)
        with open_store(tmp_path / f"{number}.db", terms=Terms(second), clock=lambda: at(600)) as store:
            told.append(everything(store, viewer, marks=not second.tells))
            assert ("ana" in repr(store.breakdown(By.REVIEWER, NONE))) == bool(acts)
            assert ("by='ana'" in everything(store, "ana", marks=True)) == bool(acts)
    assert told[0] == told[1]


def everything(store: Store, viewer: str, *, marks: bool) -> str:
    """All that a viewer can ask the audit for, but when an article was touched last, which the desk's list shows too.

    Without `marks`, not that a claim waits for them: where every claim needs two people, that says nothing.
    """

    def claims(asked: Asked) -> list[ClaimLine]:
        lines = every(store, asked, viewer=viewer)
        if marks:
            return lines
        return [replace(line, standing=replace(line.standing, sealed=False, second_due=False)) for line in lines]

    parts: list[Any] = []
    for asked in (NONE, Asked(reviewer="ana"), Asked(words=("cranes",)), Asked(words=("ana",)), Asked(kind="amount")):
        for by in By:
            parts += store.breakdown(by, asked, viewer=viewer)
            if by in (By.REVIEWER, By.DAY):
                parts += store.paces(by, asked, viewer=viewer)
        parts += claims(asked)
        parts += store.answers_by_check(asked, viewer=viewer)
        parts += [
            (line.key, line.counts, line.contested, line.changed)
            for line in store.article_page(asked, viewer=viewer).lines
        ]
        parts += [day for day in store.days(asked, viewer=viewer) if day.reviewer != "ana"]
    for state in State:
        parts += [(state, line) for line in claims(Asked(state=state))]
    return repr(parts)


def test_both_verdicts_show_when_both_are_given(desk: Store) -> None:
    with open_store(desk.path, terms=Terms(Second(Ask.ALL)), clock=lambda: at(600)) as store:
        (line,) = every(store, Asked(state=State.CONTESTED), viewer="cy")
        assert line.claim == CLAIMS[0].key
        shown = {part.of: part.counts for part in store.breakdown(By.REVIEWER, NONE, viewer="cy")}
        assert shown["bo"][Verdict.VERIFIED] == shown["bo"][Verdict.DISPUTED] == 1
        assert "ana" not in shown
        assert shown[""][Verdict.OPEN] == 3
        assert store.keeps("cy")
        assert not store.keeps(None)


@pytest.mark.parametrize(
    ("damage", "table"),
    [
        ("update desk_count set count = count + 1", "desk_count"),
        ("update article set contested = 7, open = 0", "article"),
        ("update article set since = '1999-01-01'", "article"),
        ("delete from pace", "pace"),
        ("update pair_count set count = 9", "pair_count"),
        ("delete from unit_count", "unit_count"),
        ("delete from answer_day", "answer_day"),
    ],
)
def test_the_doctor_finds_and_mends_a_damaged_figure(desk: Store, damage: str, table: str) -> None:
    from db.doctor import rebuild

    desk.record(answered(CLAIMS[0], Answered.CONFIRMED, 20))
    before = figures(desk)
    raw = sqlite3.connect(desk.path)
    raw.execute(damage)
    raw.commit()
    raw.close()
    assert table in {difference.table for difference in examine(desk)}
    rebuild(desk)
    assert examine(desk) == ()
    assert figures(desk) == before


def figures(store: Store) -> list[object]:
    found: list[object] = [*(store.breakdown(by, NONE) for by in By), store.article_page(NONE), every(store)]
    return [*found, store.pairs(NONE), store.units(NONE), store.paces(By.DAY, NONE), store.answers_by_check(NONE)]


def test_a_decision_and_an_empty_breakdown(desk: Store) -> None:
    desk.record(resolved(CLAIMS[0], Verdict.VERIFIED, 30))
    assert not every(desk, Asked(state=State.CONTESTED))
    assert {part.of: part.total for part in desk.breakdown(By.REVIEWER, NONE)}["lea"] == 1
    assert examine(desk) == ()

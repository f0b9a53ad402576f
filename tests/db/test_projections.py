"""Projections are what a replay of the log gives, whatever three people do; the doctor tells and mends what differs."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Store
from db.doctor import examine, rebuild
from db.driver import sqlite3
from db.log import COLUMNS, canonical, instant
from db.verify import verify
from factcheck.model import Act, Event, Totals, Verb, Verdict
from factcheck.terms import Ask, Second, Terms
from tests.db.desk import (
    ARTICLE,
    CLAIMS,
    Number,
    at,
    claim,
    commented,
    held,
    judged,
    new_desk,
    open_store,
    resolved,
    signed,
)

PEOPLE = st.sampled_from(["ana", "bo", "cy"])
ADDED = (claim("The harbour board"), claim("12", "date"), claim("mayor", "rumour"))
EVERY = CLAIMS + ADDED
STEPS = st.one_of(
    st.tuples(st.just("judge"), PEOPLE, st.sampled_from(EVERY), st.sampled_from(Verdict)),
    st.tuples(st.just("comment"), PEOPLE, st.sampled_from(EVERY), st.text(max_size=3)),
    st.tuples(st.just("add"), PEOPLE, st.sampled_from(ADDED), st.none()),
    st.tuples(st.just("date"), PEOPLE, st.sampled_from(["2024-01-01", "XXXX-02-03", None]), st.booleans()),
    st.tuples(st.just("correct"), PEOPLE, st.sampled_from(EVERY), st.sampled_from(["1", "2"])),
    st.tuples(st.just("evidence"), PEOPLE, st.sampled_from(EVERY), st.booleans()),
    st.tuples(st.just("resolve"), PEOPLE, st.sampled_from(EVERY), st.sampled_from(list(Verdict)[1:])),
    st.tuples(st.just("recheck"), PEOPLE, st.sampled_from(EVERY), st.sampled_from(["2026-04-01", None])),
    st.tuples(st.just("assign"), PEOPLE, PEOPLE, st.booleans()),
    st.tuples(st.just("sign"), PEOPLE, st.sampled_from(["checker", "editor"]), st.none()),
    st.tuples(st.just("rules"), PEOPLE, st.sampled_from(["one", "two", ""]), st.none()),
    st.tuples(st.just("answer"), PEOPLE, st.sampled_from(EVERY), st.sampled_from(["confirmed", "explained", "open"])),
    st.tuples(st.just("undo"), PEOPLE, st.none(), st.none()),
    st.tuples(st.just("reread"), PEOPLE, st.lists(st.sampled_from(CLAIMS), max_size=3), st.none()),
)


def do(store: Store, minute: float, step: tuple[Any, ...]) -> None:
    what, actor, about, how = step
    known = store.ledger(ARTICLE.key).position
    if what == "judge" and about.key in known:
        store.record(judged(about, how, minute, actor))
    elif what == "comment" and about.key in known:
        store.record(commented(about, how, minute, actor))
    elif what == "correct" and about.key in known:
        right = replace(about, value=Number(how))
        store.record(Act(at(minute), actor, Verb.CORRECTED, about.draft, about.key), claims=[right])
    elif what == "add":
        store.record(Act(at(minute), actor, Verb.CLAIM_ADDED, about.draft, about.key), claims=[about])
    elif what == "date":
        data = {"published": about, "inferred": how}
        store.record(Act(at(minute), actor, Verb.DATED, ARTICLE.draft, data=data))
    elif what == "evidence" and about.key in known:
        store.record(held(about, "a register", minute, actor, primary=how))
    elif what == "answer" and about.key in known:
        data = {"finding": "f1", "answer": how, "reason": "", "check": "sum"}
        store.record(Act(at(minute), actor, Verb.FINDING_ANSWERED, about.draft, about.key, data))
    elif what == "resolve" and about.key in known and store.standing(about.key).contested:
        store.record(resolved(about, how, minute, actor))
    elif what == "recheck" and about.key in known:
        store.record(Act(at(minute), actor, Verb.RECHECK, about.draft, about.key, {"due": how}))
    elif what == "assign":
        data = {"reviewer": about, "withdrawn": how}
        store.record(Act(at(minute), actor, Verb.ASSIGNED, ARTICLE.draft, data=data))
    elif what == "sign":
        store.record(signed(about, minute, actor))
    elif what == "rules":
        second = {"ask": "sample", "percent": 50, "seed": about} if about else {"ask": "all"}
        store.declare_rules({"second": second}, actor=actor, at=at(minute))
    elif what == "undo":
        store.undo(ARTICLE.draft, actor, at(minute))
    elif what == "reread":
        store.reread(ARTICLE, about, findings=0)


@given(steps=st.lists(st.tuples(STEPS, st.integers(-3000, 3000)), max_size=25))
@settings(max_examples=100, deadline=timedelta(seconds=10))
def test_projections_are_what_a_replay_gives(steps: list[tuple[tuple[Any, ...], int]]) -> None:
    with TemporaryDirectory() as folder, new_desk(Path(folder) / "desk.db") as store:
        for number, (step, clock) in enumerate(steps):
            do(store, clock + number / 1000, step)  # clocks jump, to and fro, over days
        assert examine(store) == ()
        ledger = store.ledger(ARTICLE.key)
        (status,) = store.statuses()
        assert status.counts == ledger.counts
        assert status.contested == sum(entry.standing.contested for entry in ledger)
        assert status.changed == sum(entry.standing.changed for entry in ledger)
        assert sum(row.count for row in store.tally()) == len(ledger)


TERMS = st.builds(
    Terms,
    st.builds(Second, st.sampled_from(Ask), st.just(50), st.sampled_from(["one", "two"]), st.booleans()),
    st.sampled_from([0, 1, 60]),
)


@given(steps=st.lists(st.tuples(STEPS, st.integers(-3000, 3000)), max_size=25), terms=TERMS, days=st.integers(0, 90))
@settings(max_examples=100, deadline=timedelta(seconds=10))
def test_a_line_says_what_its_claims_do(steps: list[tuple[tuple[Any, ...], int]], terms: Terms, days: int) -> None:
    """Lines, totals, tallies and what waits are counts; the ledger is claim by claim: for every viewer they agree."""
    with TemporaryDirectory() as folder, new_desk(Path(folder) / "desk.db") as store:
        for number, (step, clock) in enumerate(steps):
            do(store, clock + number / 1000, step)
        now = at(days * 24 * 60)
        with open_store(store.path, terms=terms, clock=lambda: now, readonly=True) as seen:
            for viewer in (None, "ana", "bo", "dee"):
                ledger = seen.ledger(ARTICLE.key, viewer=viewer)
                (status,) = seen.statuses(viewer=viewer)
                assert status.counts == ledger.counts
                assert status.expired == sum(entry.standing.expired for entry in ledger)
                assert seen.totals(viewer=viewer) == Totals(1, len(ledger), ledger.counts[Verdict.OPEN])
                counted = Counter[Verdict]()
                for each in seen.tally(viewer=viewer):
                    counted[each.verdict] += each.count
                assert counted == Counter(entry.standing.verdict for entry in ledger)
                left = status.counts[Verdict.OPEN] or status.contested or status.second or status.expired
                assert seen.waiting(viewer=viewer) == ((status,) if left or status.findings else ())


def take_in(store: Store, others: list[Event]) -> None:
    """Put another device's events into the log, in its own order, and replay."""
    with store.writing() as connection:
        for event in others:
            act = event.act
            assert event.stamp is not None
            row = (
                event.id,
                event.device,
                event.device_seq,
                instant(event.stamp),
                instant(act.at),
                act.actor,
                str(act.verb),
            )
            row += (act.draft, act.claim, canonical(act.data), event.prev_hash, event.hash)
            connection.execute(f"insert into event ({COLUMNS}) values ({', '.join('?' * len(row))})", row)
    rebuild(store)


@given(ours=st.lists(STEPS, max_size=12), theirs=st.lists(STEPS, max_size=12))
@settings(max_examples=30, deadline=timedelta(seconds=10))
def test_two_devices_logs_come_to_the_same_in_either_order(ours: list[Any], theirs: list[Any]) -> None:
    with TemporaryDirectory() as folder, new_desk(Path(folder) / "one.db") as one:
        one.backup(Path(folder) / "two.db")
        with open_store(Path(folder) / "two.db") as two:
            for store, steps, clock in ((one, ours, 1), (two, theirs, 1.5)):
                for number, step in enumerate(step for step in steps if step[0] != "reread"):
                    do(store, clock + number, step)
            from_one, from_two = list(one.events())[1:], list(two.events())[1:]
            take_in(one, from_two)
            take_in(two, from_one)
            assert list(one.events()) == list(two.events())
            assert one.ledger(ARTICLE.key) == two.ledger(ARTICLE.key)
            assert one.tally() == two.tally()
            assert one.statuses() == two.statuses()
            assert (verify(one).problems, verify(two).problems) == ((), ())
            assert one.heads() == two.heads()


@pytest.mark.parametrize(
    ("damage", "table"),
    [
        ("update claim_state set verdict = 'disputed'", "claim_state"),
        ("delete from claim_state", "claim_state"),
        ("update claim_verdict set reviewer = 'eve'", "claim_verdict"),
        ("update status_count set count = count + 1", "status_count"),
        ("delete from reviewer_day", "reviewer_day"),
        ("update reviewer set last_stamp = ''", "reviewer"),
        ("delete from undone", "undone"),
        ("update article set single = 7, verified = 9", "article"),
        ("update desk_count set drawn = 1", "desk_count"),
        ("insert into sample (seed, percent) values ('one', 10)", "sample"),
        ("update article set title = 'Other', published = '1999-01-01'", "article"),
        ("delete from claim where origin = 'added'", "claim"),
    ],
)
def test_the_doctor_finds_and_mends_a_damaged_projection(store: Store, damage: str, table: str) -> None:
    added = ADDED[0]
    store.record(judged(CLAIMS[0], Verdict.VERIFIED, 1), judged(CLAIMS[1], Verdict.DISPUTED, 2, "bo"))
    store.record(Act(at(3), "bo", Verb.CLAIM_ADDED, added.draft, added.key), claims=[added])
    store.undo(ARTICLE.draft, "ana", at(4))
    store.set_findings(ARTICLE.key, 5)
    before = (store.ledger(ARTICLE.key), store.tally(), store.statuses(), list(store.events()))
    raw = sqlite3.connect(store.path)
    raw.execute(damage)
    raw.commit()
    raw.close()
    found = examine(store)
    assert table in {difference.table for difference in found}
    assert all(str(difference) for difference in found)
    assert rebuild(store) == found
    assert examine(store) == ()
    assert (store.ledger(ARTICLE.key), store.tally(), store.statuses(), list(store.events())) == before


def test_the_doctor_reads_a_desk_that_may_only_be_read(store: Store) -> None:
    with Store(store.path, store._dump, store._load, readonly=True) as reader:
        assert examine(reader) == ()

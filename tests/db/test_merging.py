"""Logs of several devices come to the same on each, in whatever order and however often they meet."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Store, StoreError
from db.doctor import examine
from db.driver import sqlite3
from db.replay import TABLES
from db.verify import verify
from factcheck.model import Act, Article, PlainValue, Published, Verb, Verdict
from tests.db.desk import ARTICLE, CLAIMS, START, TEXT, at, claim, judged, new_desk, open_store
from tests.db.test_projections import STEPS, do

EUROS = CLAIMS[2]
OTHER = Article("Ferries", "Two ferries sail on 4 May.", Published("2026-05-01"), "radio", "en")
DEVICES = 4
MEETING = st.tuples(st.just("meet"), st.integers(0, DEVICES - 1), st.none(), st.none())


def shown(store: Store) -> dict[str, Any]:
    """All that the projections say, and the log."""
    with store.reading() as connection:
        tables: dict[str, Any] = {
            table: sorted(connection.execute(f"select {columns} from {table}").fetchall(), key=repr)
            for table, columns in TABLES.items()
            if table != "undone"
        }
        tables["undone"] = sorted(connection.execute("select event from undone").fetchall())
    articles = [store.article(status.key) for status in store.statuses()]
    ledgers = [store.ledger(article.key) for article in articles]
    signed = [store.sign_offs(article.key) for article in articles]
    tables |= {"signed": signed, "assigned": store.assignments(), "rules": store.rule_changes()}
    return tables | {"log": list(store.events()), "texts": articles, "ledgers": ledgers, "heads": store.heads()}


def through_a_file(store: Store) -> Iterator[Any]:
    return iter([json.loads(json.dumps(record)) for record in store.records()])


@given(
    acts=st.lists(st.tuples(st.integers(0, DEVICES - 1), st.one_of(STEPS, MEETING)), max_size=40),
    order=st.permutations(range(DEVICES)),
)
@settings(max_examples=25, deadline=timedelta(seconds=60))
def test_every_device_comes_to_the_same(acts: list[tuple[int, Any]], order: list[int]) -> None:
    with TemporaryDirectory() as folder, ExitStack() as stack:
        devices = [stack.enter_context(new_desk(Path(folder) / "0.db"))]
        for number in range(1, DEVICES):
            devices[0].backup(Path(folder) / f"{number}.db")
            devices.append(stack.enter_context(open_store(Path(folder) / f"{number}.db")))
        for number, (device, step) in enumerate(acts):
            if step[0] == "meet":
                devices[device].take(through_a_file(devices[step[1]]))
            elif step[0] != "reread":
                do(devices[device], 1 + number, step)
        for one in order:
            for other in reversed(order):
                if one != other:
                    devices[one].take(devices[other].records())
        for other in order:
            devices[order[0]].take(devices[other].records())
        union = {event.hash for store in devices for event in store.events()}
        for store in devices:
            for other in devices:
                if other is not store:
                    store.take(other.records())
            assert {event.hash for event in store.events()} == union
            assert shown(store) == shown(devices[0])
            assert verify(store).problems == ()
            assert examine(store) == ()


def test_a_log_makes_the_same_desk_anew(store: Store, tmp_path: Path) -> None:
    store.add(OTHER, [claim("Two ferries", article=OTHER)], actor="bo", at=at(1), raw=b"")
    added = claim("The harbour board")
    store.record(judged(EUROS, Verdict.VERIFIED, 2, note="receipt"), judged(EUROS, Verdict.DISPUTED, 3, "bo"))
    store.record(Act(at(4), "bo", Verb.CLAIM_ADDED, added.draft, added.key), claims=[added])
    store.record(Act(at(5), "bo", Verb.DATED, ARTICLE.draft, data={"published": "2025-01-01", "inferred": False}))
    store.undo(ARTICLE.draft, "ana", at(6))
    with open_store(tmp_path / "new.db") as new:
        taken = new.take(through_a_file(store))
        assert (taken.events, taken.drafts) == (7, 2)
        assert taken.articles == tuple(sorted((ARTICLE.key, OTHER.key)))
        assert shown(new) == shown(store)
        assert examine(new) == ()
        assert verify(new, [store.head()]).holds
        assert new.take(through_a_file(store)).events == 0
        assert shown(new) == shown(store)
        new.record(judged(EUROS, Verdict.VERIFIED, 7, "cy"))
        assert store.take(new.records()).events == 1
        assert shown(new) == shown(store)


def test_a_date_that_was_taken_back_elsewhere_has_the_article_read_anew(store: Store, tmp_path: Path) -> None:
    with open_store(tmp_path / "new.db") as new:
        store.record(Act(at(5), "bo", Verb.DATED, ARTICLE.draft, data={"published": "2025-01-01", "inferred": False}))
        new.take(store.records())
        store.undo(ARTICLE.draft, "bo", at(6))
        assert new.take(store.records()).articles == (ARTICLE.key,)
        store.record(judged(EUROS, Verdict.VERIFIED, 7, "bo"))
        store.undo(ARTICLE.draft, "bo", at(8))
        assert new.take(store.records()).articles == ()


def test_the_file_a_draft_was_read_from_comes_along(tmp_path: Path) -> None:
    from hashlib import sha256

    raw = TEXT.encode() + b"\r\n"
    article = replace(ARTICLE, raw_sha256=sha256(raw).hexdigest())
    with open_store(tmp_path / "one.db") as one, open_store(tmp_path / "two.db") as two:
        one.add(article, CLAIMS, actor="ana", at=START, raw=raw)
        two.take(through_a_file(one))
        assert two.raw(article.draft) == raw
        assert two.article(article.key) == article


def test_verdicts_that_differ_are_contested_and_the_same_act_twice_is_one(tmp_path: Path) -> None:
    with new_desk(tmp_path / "one.db") as one, new_desk(tmp_path / "two.db") as two:
        one.record(judged(EUROS, Verdict.VERIFIED, 1))
        two.record(judged(EUROS, Verdict.DISPUTED, 2, "bo"))
        for store, other in ((one, two), (two, one)):
            store.take(other.records())
            assert store.standing(EUROS.key).contested
            assert store.statuses()[0].contested == 1
            assert len(store.history(EUROS.key)) == 2
            assert examine(store) == ()
            assert verify(store).holds
        assert len(list(one.events())) == 4  # both added the article, by the same act, in chains of their own
        with one.reading() as connection:
            days = connection.execute("select sum(count) from reviewer_day where verb = 'draft-added'").fetchone()
        assert days == (1,)
        assert shown(one) == shown(two)


def test_one_text_added_twice_is_one_article(tmp_path: Path) -> None:
    with open_store(tmp_path / "one.db") as one, open_store(tmp_path / "two.db") as two:
        one.add(ARTICLE, CLAIMS, actor="ana", at=at(1))
        two.add(replace(ARTICLE, title="Kräne", source="radio"), CLAIMS, actor="bo", at=at(2))
        one.take(two.records())
        two.take(one.records())
        assert shown(one) == shown(two)
        assert one.article(ARTICLE.key).title == "Kräne"
        assert one.article(ARTICLE.key) == two.article(ARTICLE.key)


def test_a_draft_that_has_not_arrived_is_waited_for(store: Store, tmp_path: Path) -> None:
    added = claim("The harbour board")
    store.backup(tmp_path / "two.db")
    with open_store(tmp_path / "two.db") as two, open_store(tmp_path / "three.db") as three:
        two.record(Act(at(1), "bo", Verb.CLAIM_ADDED, added.draft, added.key), claims=[added])
        two.record(judged(added, Verdict.VERIFIED, 2, "bo"))
        three.take(two.records({two.own_devices()[0]: 0}))
        assert three.statuses() == ()
        assert examine(three) == ()
        three.take(store.records())
        assert three.standing(added.key).verdict is Verdict.VERIFIED
        assert shown(three) == shown(two)


def changed(**parts: Any) -> Callable[[list[dict[str, Any]]], Any]:
    return lambda records: records[1].update(parts)


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        (changed(actor="eve"), "edited"),
        (changed(stamp="2020-01-01T00:00:00.000000+00:00"), "edited"),
        (changed(at="noon"), "no event"),
        (changed(at="2026-03-01T09:01:00+00:00"), "edited"),
        (changed(data=[]), "its data"),
        (changed(claim=7), "its claim"),
        (changed(hash="0" * 64), "edited"),
        (lambda records: records[1].pop("prev_hash"), "its prev_hash"),
        (lambda records: records.pop(1), "missing"),
        (lambda records: records.reverse(), "missing"),
        (lambda records: records[0].pop("text"), "missing"),
        (lambda records: records[0].update(text="another text"), "not the one|does not quote"),
        (lambda records: records[0].update(raw="!"), "cannot be read"),
        (lambda records: records[0]["claims"][0].update(start=1), "does not quote"),
        (lambda records: records[0]["claims"][0].pop("kind"), "cannot be read"),
    ],
)
def test_a_log_that_was_touched_is_refused_whole(
    store: Store, tmp_path: Path, damage: Callable[[list[dict[str, Any]]], Any], what: str
) -> None:
    store.record(judged(EUROS, Verdict.VERIFIED, 1), judged(CLAIMS[0], Verdict.VERIFIED, 2))
    records = list(through_a_file(store))
    damage(records)
    with open_store(tmp_path / "new.db") as new:
        with pytest.raises(StoreError, match=what) as refused:
            new.take(records)
        assert "Nothing of this log was taken" in refused.value.message
        assert (list(new.events()), new.statuses()) == ([], ())


def test_one_device_with_two_stories_is_refused(store: Store, tmp_path: Path) -> None:
    """As when an older copy of a desk was put back in place and work went on."""
    store.backup(tmp_path / "older.db")
    with open_store(tmp_path / "desk2.db") as other:
        store.record(judged(EUROS, Verdict.VERIFIED, 1))
        other.take(store.records())
    store.close()
    older = sqlite3.connect(tmp_path / "older.db")
    with sqlite3.connect(store.path) as target:
        older.backup(target)
    target.close()
    older.close()
    with open_store(store.path) as back, open_store(tmp_path / "desk2.db") as other:
        back.record(judged(EUROS, Verdict.DISPUTED, 2))
        before = shown(other)
        with pytest.raises(StoreError, match="went on from the same point"):
            other.take(back.records())
        assert shown(other) == before


def test_a_value_of_a_kind_that_is_not_here_is_kept(store: Store, tmp_path: Path) -> None:
    with Store(tmp_path / "new.db", store._dump, lambda kind, data: PlainValue(data)) as new:
        new.take(store.records())
        assert [str(entry.claim.value) for entry in new.ledger(ARTICLE.key)] == [
            str(entry.claim.value) for entry in store.ledger(ARTICLE.key)
        ]

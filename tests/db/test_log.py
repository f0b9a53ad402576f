"""The log is only ever added to, and what was done to it behind the program's back comes to light."""

import io
import json
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Store, StoreError
from db.doctor import examine
from db.driver import sqlite3
from db.log import COLUMNS, canonical, event_hash, event_id, kept_id
from db.verify import Proof, verify
from factcheck.columns import About
from factcheck.export import formats, write_events
from factcheck.model import Verdict
from tests.db.desk import ARTICLE, CLAIMS, at, commented, judged, new_desk, open_store

CRANES, DAY, EUROS, _ = CLAIMS
GUARDS = ("event_is_chained", "event_is_not_changed", "event_is_not_removed", "draft_is_not_changed")


@pytest.fixture
def busy(store: Store) -> Store:
    """A desk with six events."""
    store.record(judged(CRANES, Verdict.VERIFIED, 1), judged(EUROS, Verdict.DISPUTED, 2, "bo"))
    store.record(commented(EUROS, "ten times off", 3, "bo"), judged(DAY, Verdict.DISMISSED, 4))
    store.undo(ARTICLE.draft, "ana", at(5))
    return store


WORDS = st.text(st.one_of(st.sampled_from('",\\{}:[] \n\x00\x7f\u2028é💶'), st.characters(exclude_categories=["Cs"])))


@given(
    at=WORDS,
    actor=WORDS,
    verb=WORDS,
    draft=WORDS,
    claim=st.none() | WORDS,
    data=st.dictionaries(WORDS, WORDS | st.none()),
)
def test_what_is_kept_is_hashed_as_what_was_told(
    at: str, actor: str, verb: str, draft: str, claim: str | None, data: dict[str, str | None]
) -> None:
    """Whatever the words, the text that is kept comes to the id that the act had."""
    assert kept_id(at, actor, verb, draft, claim, canonical(data)) == event_id(at, actor, verb, draft, claim, data)
    told = canonical([at, actor, 7, verb, draft])
    assert event_hash(at, actor, 7, verb, draft) == sha256(told.encode()).hexdigest()


def test_words_that_cross_from_one_column_to_the_next_come_to_another_id() -> None:
    whole = kept_id("2026", "ana", "judged", "d", None, '{"note":"x"}')
    for parts in (
        ("2026", "ana", "judged", "d", None, '{"note":"x"},"draft":"d","verb":"judged"'),
        ('2026","claim":null,"data":{"note":"x"},"draft":"d","verb":"judged', "ana", "judged", "d", None, "{}"),
        ("2026", 'ana","at":"2026', "judged", "d", None, '{"note":"x"}'),
    ):
        assert kept_id(*parts) != whole


def raw(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


@pytest.mark.parametrize("recursive", ["on", "off"])
@pytest.mark.parametrize(
    "statement",
    [
        "update event set data = '{}' where device_seq = 2",
        "update event set actor = 'eve'",
        "delete from event where device_seq = 3",
        "delete from event",
        f"replace into event ({COLUMNS}) select {COLUMNS} from event where device_seq = 2",
        "replace into event select position, 'x', 'd2', 1, stamp, at, actor, verb, draft, claim, data, '', 'y' from event where device_seq = 2",
        f"insert into event ({COLUMNS}) select 'x', device, 7, stamp, at, actor, verb, draft, claim, data, prev_hash, 'y' from event where device_seq = 6",
        f"insert into event ({COLUMNS}) select 'x', device, 8, stamp, at, actor, verb, draft, claim, data, hash, 'y' from event where device_seq = 6",
        f"insert into event ({COLUMNS}) select 'x', 'd2', 1, stamp, at, actor, verb, draft, claim, data, hash, 'y' from event where device_seq = 6",
        "update draft set text = 'other'",
        "delete from draft",
    ],
)
def test_the_database_refuses_to_change_the_log(busy: Store, statement: str, recursive: str) -> None:
    before = list(busy.events())
    other = raw(busy.path)
    other.execute(f"pragma recursive_triggers = {recursive}")
    with pytest.raises(sqlite3.IntegrityError, match="factcheck: "):
        other.execute(statement)
    other.close()
    assert list(busy.events()) == before


def test_events_are_a_chain(busy: Store) -> None:
    events = list(busy.events())
    assert [event.device_seq for event in events] == [1, 2, 3, 4, 5, 6]
    assert [event.prev_hash for event in events] == ["", *(event.hash for event in events[:-1])]
    assert len({event.device for event in events}) == 1
    assert busy.head() == events[-1].hash
    assert busy.heads() == {events[0].device: events[-1].hash}


def test_an_untouched_log_is_proved(busy: Store) -> None:
    proof = verify(busy, [event.hash for event in busy.events()])
    assert proof.holds
    assert (proof.events, proof.drafts, proof.heads) == (6, 1, busy.heads())


def test_a_copy_of_a_desk_begins_a_chain_of_its_own(busy: Store, tmp_path: Path) -> None:
    busy.backup(tmp_path / "copy.db")
    with open_store(tmp_path / "copy.db") as copy:
        (theirs,) = copy.record(judged(EUROS, Verdict.VERIFIED, 9))
        (ours,) = busy.record(judged(EUROS, Verdict.VERIFIED, 9))
        assert theirs.act == ours.act
        assert theirs.id == ours.id
        assert theirs.device != ours.device
        assert (theirs.device_seq, ours.device_seq) == (1, 7)
        assert (
            verify(copy, [busy.heads().popitem()[1], ours.prev_hash]).problems[0].what.startswith("the log was cut off")
        )
        assert verify(copy, [ours.prev_hash]).holds


def tampered(desk: Store, *statements: str) -> Proof:
    """The desk's proof after somebody with the file in hand changed it, guards off."""
    other = raw(desk.path)
    other.execute("pragma foreign_keys = off")
    guards = dict(other.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall())
    for guard in guards:
        other.execute(f"drop trigger {guard}")
    for statement in statements:
        other.execute(statement)
    for sql in guards.values():
        other.execute(sql)
    other.close()
    with open_store(desk.path, readonly=True) as reader:
        return verify(reader)


@pytest.mark.parametrize(
    ("statement", "first_bad", "what"),
    [
        ("update event set data = replace(data, 'disputed', 'verified') where device_seq = 3", 3, "edited"),
        ("update event set actor = 'eve' where device_seq = 2", 2, "edited"),
        ("update event set at = '2020-01-01T00:00:00.000000+00:00' where device_seq = 2", 2, "edited"),
        ("update event set stamp = '2020-01-01T00:00:00.000000+00:00' where device_seq = 2", 2, "edited"),
        ("update event set claim = null where device_seq = 4", 4, "edited"),
        ("update event set data = 'rubbish' where device_seq = 4", 4, "edited"),
        ("update event set data = replace(hex(zeroblob(50000)), '0', '[') where device_seq = 4", 4, "edited"),
        ("update event set data = '{\"a\":NaN}' where device_seq = 4", 4, "edited"),
        ("update event set actor = cast(x'ff61' as text) where device_seq = 4", 4, "edited"),
        ("update event set data = ' ' || data where device_seq = 4", 4, "edited"),
        ("update event set hash = 'x' || substr(hash, 2) where device_seq = 4", 4, "hash"),
        ("delete from event where device_seq = 3", 4, "deleted"),
        ("delete from event where device_seq = 1", 2, "deleted"),
        ("update event set position = -1 where device_seq = 3", 3, "moved"),
        ("update event set device = 'other' where device_seq = 3", 3, "hash"),
    ],
)
def test_a_changed_log_is_found_out(busy: Store, statement: str, first_bad: int, what: str) -> None:
    ids = {event.device_seq: event.id for event in busy.events()}
    proof = tampered(busy, statement)
    assert not proof.holds
    assert proof.problems[0].event == ids[first_bad]
    assert what in proof.problems[0].what


def test_events_that_changed_places_are_found_out(busy: Store) -> None:
    proof = tampered(
        busy,
        "update event set device_seq = 99 where device_seq = 3",
        "update event set device_seq = 3 where device_seq = 4",
        "update event set device_seq = 4 where device_seq = 99",
    )
    assert not proof.holds
    assert proof.problems[0].device_seq in (3, 4)


def test_a_forged_event_in_the_middle_is_found_out(busy: Store) -> None:
    event = list(busy.events())[2]
    act = (
        str(at(2).isoformat(timespec="microseconds")),
        "ana",
        "judged",
        ARTICLE.draft,
        EUROS.key,
        {"verdict": "verified"},
    )
    id = event_id(*act)
    hash = event_hash(id, event.device, 3, act[0], event.prev_hash)
    proof = tampered(
        busy,
        f"update event set id = '{id}', at = '{act[0]}', stamp = '{act[0]}', actor = 'ana', data = '{canonical(act[5])}',"
        f" hash = '{hash}' where device_seq = 3",
    )
    assert [problem.device_seq for problem in proof.problems] == [4]
    assert "does not follow" in proof.problems[0].what


def test_a_replayed_act_is_found_out(busy: Store) -> None:
    first, last = list(busy.events())[1], list(busy.events())[-1]
    stamp = at(60).isoformat(timespec="microseconds")
    hash = event_hash(first.id, first.device, 7, stamp, last.hash)
    columns = COLUMNS.replace("device_seq", "7").replace("stamp", f"'{stamp}'").replace("prev_hash", f"'{last.hash}'")
    columns = columns.removesuffix("hash") + f"'{hash}'"
    proof = tampered(
        busy,
        "create table again as select * from event",
        f"insert into again (position, {COLUMNS}) select 7, {columns} from event where device_seq = 2",
        "drop table event",
        "alter table again rename to event",
    )
    assert any("replayed" in problem.what and problem.device_seq == 7 for problem in proof.problems)


def test_a_forged_event_with_an_earlier_time_is_found_out(busy: Store) -> None:
    last, stamp = list(busy.events())[-1], at(1).isoformat(timespec="microseconds")
    data = {"verdict": "verified"}
    id = event_id(stamp, "ana", "judged", ARTICLE.draft, EUROS.key, data)
    row = (id, last.device, 7, stamp, stamp, "ana", "judged", ARTICLE.draft, EUROS.key, canonical(data), last.hash)
    hash = event_hash(id, last.device, 7, stamp, last.hash)
    values = ", ".join(repr(value) for value in (*row, hash))
    proof = tampered(busy, f"insert into event ({COLUMNS}) values ({values})")
    assert ["earlier time" in problem.what for problem in proof.problems] == [True]


def test_a_tail_that_was_cut_off_needs_a_head_kept_elsewhere(busy: Store) -> None:
    head = busy.head()
    assert tampered(busy, "delete from event where device_seq > 4").holds
    with open_store(busy.path, readonly=True) as reader:
        (problem,) = verify(reader, [head]).problems
    assert head in str(problem)


def test_a_chain_written_anew_needs_a_head_kept_elsewhere(busy: Store, tmp_path: Path) -> None:
    with new_desk(tmp_path / "other.db") as other:
        assert verify(other).holds
        assert not verify(other, [busy.head()]).holds


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("update draft set text = replace(text, '40 million', '90 million')", "text of draft"),
        ("update draft set raw = x'789c030000000001'", "was read from"),
        ("update draft set title = 'Other'", "not what it was added with"),
        ("update draft set published = '2020-01-01'", "not what it was added with"),
        ("update draft set source = 'Other'", "not what it was added with"),
        ("delete from draft", "deleted"),
        ("update claim set quote = '90 million euros' where kind = 'amount'", "does not quote"),
        ('update claim set start = start + 1, "end" = "end" + 1', "does not quote"),
        ("update claim set kind = 'date'", "does not quote"),
    ],
)
def test_a_changed_article_is_found_out(tmp_path: Path, statement: str, what: str) -> None:
    with open_store(tmp_path / "desk.db") as store:
        article = replace(ARTICLE, raw_sha256=sha256(b"the file").hexdigest())
        store.add(article, CLAIMS, actor="ana", at=at(0), raw=b"the file")
        assert verify(store).holds
        assert store.raw(article.draft) == b"the file"
        proof = tampered(store, statement)
    assert what in " ".join(problem.what for problem in proof.problems)


@pytest.mark.parametrize("guard", GUARDS)
def test_a_guard_taken_away_is_found_out(busy: Store, guard: str) -> None:
    other = raw(busy.path)
    other.execute(f"drop trigger {guard}")
    other.close()
    assert any(guard in problem.what for problem in verify(busy).problems)


@pytest.mark.parametrize(
    "statement",
    [
        "update event set data = 'rubbish' where device_seq = 3",
        "update event set data = '[]' where device_seq = 3",
        "update event set data = replace(hex(zeroblob(50000)), '0', '[') where device_seq = 3",
        "update event set verb = 'sung' where device_seq = 3",
        "update event set at = 'noon' where device_seq = 3",
        """update event set data = '{"verdict":"perhaps"}' where device_seq = 3""",
        "update event set data = '{}' where device_seq = 1",
    ],
)
def test_a_log_that_makes_no_sense_is_answered_with_a_sentence(busy: Store, statement: str) -> None:
    assert not tampered(busy, statement).holds
    with pytest.raises(StoreError, match=r"(?s)^(?!Another program).*Nothing was changed"):
        examine(busy)


def test_bytes_changed_in_the_file_are_found_out(busy: Store, tmp_path: Path) -> None:
    busy.close()
    path = tmp_path / "hex.db"
    shutil.copy(busy.path, path)
    content = path.read_bytes()
    assert content.count(b'"verdict":"disputed"') == 1
    path.write_bytes(content.replace(b'"verdict":"disputed"', b'"verdict":"verified"'))
    with open_store(path, readonly=True) as reader:
        assert "edited" in verify(reader).problems[0].what


def test_an_export_of_the_log_can_be_checked_with_nothing_but_a_hash(busy: Store) -> None:
    about = About(head=busy.head(), desk="desk", exported_at=at(9), version="1")
    out = io.StringIO()
    write_events(formats()["jsonl"], busy.events(), out, about)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    prev_hash = ""
    for line in lines:
        act = {name: line[name] for name in ("at", "actor", "verb", "draft", "claim", "data")}
        words = json.dumps(act, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert sha256(words.encode()).hexdigest() == line["id"]
        place = [line["id"], line["device"], line["device_seq"], line["stamp"], prev_hash]
        prev_hash = sha256(json.dumps(place, separators=(",", ":")).encode()).hexdigest()
        assert prev_hash == line["hash"]
    assert len(lines) == 6
    assert prev_hash == lines[0]["chain_head"]
    assert verify(busy, [line["hash"] for line in lines]).holds

"""Opening: a new desk, an older one, one that is read only, and files that are no desk at all."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from db import Store, StoreError, connection
from db.doctor import examine
from db.driver import sqlite3
from db.form import APPLICATION_ID, VERSION
from db.migrations import migrations
from db.verify import verify
from factcheck.model import Act, Article, Verb, Verdict
from tests.db.desk import ARTICLE, CLAIMS, START, at, claim, commented, judged, new_desk, open_store


def listing(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir()}


@pytest.mark.parametrize("readonly", [True, False])
@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\0" + b"\0" * 200, b"\xff" * 5000])
def test_a_file_that_is_no_desk_is_refused_untouched(tmp_path: Path, content: bytes, readonly: bool) -> None:
    (tmp_path / "desk.db").write_bytes(content)
    before = listing(tmp_path)
    with pytest.raises(StoreError, match="left as it is"):
        open_store(tmp_path / "desk.db", readonly=readonly)
    assert listing(tmp_path) == before


@pytest.mark.parametrize("readonly", [True, False])
def test_the_database_of_another_program_is_refused_untouched(tmp_path: Path, readonly: bool) -> None:
    other = sqlite3.connect(tmp_path / "desk.db")
    other.execute("pragma journal_mode = wal")
    other.execute("create table article (key text)")
    other.commit()
    other.close()
    before = listing(tmp_path)
    with pytest.raises(StoreError, match="another program"):
        open_store(tmp_path / "desk.db", readonly=readonly)
    assert listing(tmp_path) == before


def test_a_desk_of_a_newer_version_is_refused_untouched(tmp_path: Path) -> None:
    new_desk(tmp_path / "desk.db").close()
    other = sqlite3.connect(tmp_path / "desk.db")
    other.execute("pragma user_version = 99")
    other.close()
    before = (tmp_path / "desk.db").read_bytes()
    for readonly in (True, False):
        with pytest.raises(StoreError, match="newer factcheck"):
            open_store(tmp_path / "desk.db", readonly=readonly)
    assert (tmp_path / "desk.db").read_bytes() == before


def test_a_folder_is_not_a_desk(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="directory"):
        open_store(tmp_path)


def test_a_desk_that_is_not_there_is_made_with_its_folder_but_not_by_a_reader(tmp_path: Path) -> None:
    path = tmp_path / "a folder" / "100% [x]?#.db"
    with pytest.raises(StoreError, match="no desk at"):
        open_store(path, readonly=True)
    assert not path.parent.exists()
    new_desk(path).close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with open_store(path) as store:
        assert len(store.ledger(ARTICLE.key)) == 4


def test_an_empty_file_becomes_a_desk(tmp_path: Path) -> None:
    (tmp_path / "desk.db").touch()
    with pytest.raises(StoreError, match="no desk at"):
        open_store(tmp_path / "desk.db", readonly=True)
    with new_desk(tmp_path / "desk.db") as store:
        assert store.has(ARTICLE.draft)


def test_a_truncated_desk_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    new_desk(path).close()
    path.write_bytes(path.read_bytes()[:6000])
    with pytest.raises(StoreError, match="damaged"), open_store(path) as store:
        store.statuses()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("busy_timeout", 30000),
    ],
)
def test_how_a_desk_is_opened(store: Store, pragma: str, value: object) -> None:
    with store.reading() as connection:
        assert connection.execute(f"pragma {pragma}").fetchone() == (value,)


def test_every_table_is_strict(store: Store) -> None:
    with store.reading() as connection:
        loose = connection.execute(
            "select name from pragma_table_list where schema = 'main' and not strict and name not like 'sqlite_%'"
        )
        assert loose.fetchall() == [("_sqlite_migrations",)]


class TestReadOnly:
    """Whoever only reads writes no byte, neither in the file nor beside it."""

    def test_a_closed_desk(self, tmp_path: Path) -> None:
        new_desk(tmp_path / "desk.db").close()
        before = listing(tmp_path)
        with open_store(tmp_path / "desk.db", readonly=True) as store:
            assert store.article(ARTICLE.key) == ARTICLE
            assert len(store.statuses()) == len(list(store.events())) == 1
            assert verify(store).holds
            assert examine(store) == ()
            with pytest.raises(StoreError, match="read only"):
                store.record(judged(CLAIMS[0], Verdict.VERIFIED, 1))
            with pytest.raises(StoreError, match="read only"):
                store.add(Article("x", "y"), (), actor="ana", at=START)
            assert listing(tmp_path) == before
        assert listing(tmp_path) == before

    def test_a_desk_on_which_others_work(self, tmp_path: Path) -> None:
        with new_desk(tmp_path / "desk.db") as writer, open_store(writer.path, readonly=True) as reader:
            assert reader.head() == writer.head()
            writer.record(judged(CLAIMS[0], Verdict.VERIFIED, 1))
            assert reader.head() == writer.head()
            assert reader.ledger(ARTICLE.key)[0].standing.verdict is Verdict.VERIFIED

    def test_work_that_a_crash_left_beside_the_file_is_read_without_a_trace(self, tmp_path: Path) -> None:
        """Only a copy of the log tells of it: SQLite would make a file beside it to read it."""
        (tmp_path / "left").mkdir()
        with new_desk(tmp_path / "desk.db") as writer:
            writer.record(judged(CLAIMS[0], Verdict.VERIFIED, 1))
            for name in ("desk.db", "desk.db-wal"):
                (tmp_path / "left" / name).write_bytes((tmp_path / name).read_bytes())
        before = listing(tmp_path / "left")
        with open_store(tmp_path / "left" / "desk.db", readonly=True) as reader:
            assert reader.ledger(ARTICLE.key)[0].standing.verdict is Verdict.VERIFIED
            assert listing(tmp_path / "left") == before
            with open_store(reader.path) as other:
                other.record(judged(CLAIMS[1], Verdict.VERIFIED, 2))
                assert len(list(reader.events())) == 3
        with open_store(tmp_path / "left" / "desk.db", readonly=True) as reader:
            assert len(list(reader.events())) == 3

    def test_a_desk_on_which_others_begin_to_work(self, tmp_path: Path) -> None:
        new_desk(tmp_path / "desk.db").close()
        with open_store(tmp_path / "desk.db", readonly=True) as reader:
            assert len(list(reader.events())) == 1
            with open_store(reader.path) as writer:
                writer.record(judged(CLAIMS[0], Verdict.VERIFIED, 1))
                assert reader.head() == writer.head()
                writer.record(judged(CLAIMS[1], Verdict.VERIFIED, 2))
            assert len(list(reader.events())) == 3

    def test_a_desk_changed_and_closed_again(self, tmp_path: Path) -> None:
        new_desk(tmp_path / "desk.db").close()
        with open_store(tmp_path / "desk.db", readonly=True) as reader:
            assert len(list(reader.events())) == 1
            with open_store(reader.path) as writer:
                writer.record(judged(CLAIMS[0], Verdict.VERIFIED, 1))
            assert len(list(reader.events())) == 2

    def test_a_desk_changed_while_its_log_is_read(self, tmp_path: Path) -> None:
        new_desk(tmp_path / "desk.db").close()
        with open_store(tmp_path / "desk.db", readonly=True) as reader:
            events = reader.events()
            assert next(events).act.verb is Verb.DRAFT_ADDED
            with open_store(reader.path) as writer:
                writer.record(judged(CLAIMS[0], Verdict.VERIFIED, 1))
            with pytest.raises(StoreError, match="changed while"):
                reader.head()
            with pytest.raises(StoreError, match="changed while"):
                list(events)
            assert len(list(reader.events())) == 2

    @pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read only to root")
    def test_a_read_only_disk(self, tmp_path: Path) -> None:
        new_desk(tmp_path / "desk.db").close()
        (tmp_path / "desk.db").chmod(0o400)
        tmp_path.chmod(0o500)
        try:
            with open_store(tmp_path / "desk.db", readonly=True) as store:
                assert len(store.ledger(ARTICLE.key)) == 4
            with pytest.raises(StoreError, match="only be read"):
                open_store(tmp_path / "desk.db").record(judged(CLAIMS[0], Verdict.VERIFIED, 1))
        finally:
            tmp_path.chmod(0o700)
        assert stat.S_IMODE((tmp_path / "desk.db").stat().st_mode) == 0o400


class TestMigration:
    """An older desk is brought up to date after a backup, or stays as it is."""

    @pytest.fixture
    def newer(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[Migrations]:
        """This program as it would be with one more step in its schema."""
        newer = Migrations("factcheck")
        newer._migrations = list(migrations._migrations)

        @newer()
        def m9998_deadline(db: Database) -> None:
            db.execute("alter table article add column deadline text")

        monkeypatch.setattr("db.migrations.migrations", newer)
        monkeypatch.setattr(connection, "VERSION", connection.VERSION + 1)
        return newer

    def backups(self, folder: Path) -> list[Path]:
        return sorted(folder.glob("*.backup"))

    def old_desk(self, path: Path) -> list[object]:
        with new_desk(path) as store:
            store.record(judged(CLAIMS[0], Verdict.VERIFIED, 1))
            return list(store.events())

    def test_a_backup_is_made_before(self, tmp_path: Path, request: pytest.FixtureRequest) -> None:
        path = tmp_path / "desk.db"
        events = self.old_desk(path)
        assert self.backups(tmp_path) == []
        request.getfixturevalue("newer")
        for _ in range(2):
            with open_store(path) as store:
                assert list(store.events()) == events
                with store.reading() as raw:
                    assert raw.execute("select deadline from article").fetchall() == [(None,)]
                    assert raw.execute("pragma user_version").fetchone() == (connection.VERSION,)
        (backup,) = self.backups(tmp_path)
        assert f"schema-{VERSION}" in backup.name
        old = sqlite3.connect(backup)
        assert old.execute("select count(*) from event").fetchone() == (2,)
        assert old.execute("pragma user_version").fetchone() == (VERSION,)
        with pytest.raises(sqlite3.OperationalError, match="deadline"):
            old.execute("select deadline from article")
        old.close()

    def test_a_reader_migrates_a_copy(self, tmp_path: Path, request: pytest.FixtureRequest) -> None:
        path = tmp_path / "a folder" / "desk.db"
        path.parent.mkdir()
        events = self.old_desk(path)
        before = listing(path.parent)
        request.getfixturevalue("newer")
        with open_store(path, readonly=True) as store:
            assert (list(store.events()), examine(store), store.path) == (events, (), path)
            with store.reading() as raw:
                assert raw.execute("select deadline from article").fetchall() == [(None,)]
            with pytest.raises(StoreError, match="read only"):
                store.record(judged(CLAIMS[0], Verdict.DISPUTED, 2))
            store.backup(tmp_path / "copy.db")
        assert listing(path.parent) == before

    def test_a_reader_sees_what_others_write_to_the_desk_it_copied(
        self, tmp_path: Path, request: pytest.FixtureRequest
    ) -> None:
        path = tmp_path / "desk.db"
        self.old_desk(path)
        request.getfixturevalue("newer")
        with open_store(path, readonly=True) as reader:
            with open_store(path) as writer:
                writer.record(judged(CLAIMS[0], Verdict.DISPUTED, 2))
                assert reader.head() == writer.head()
            assert len(list(reader.events())) == 3

    def test_a_step_that_fails_leaves_the_desk_as_it_was(self, tmp_path: Path, request: pytest.FixtureRequest) -> None:
        path = tmp_path / "desk.db"
        events = self.old_desk(path)
        with pytest.MonkeyPatch.context() as patch:

            @request.getfixturevalue("newer")()
            def m9999_broken(db: Database) -> None:
                db.execute("create table half (a text) strict")
                db.execute("select * from no_such_table")

            with pytest.raises(StoreError, match="no_such_table"):
                open_store(path)
            patch.setattr("db.migrations.migrations", migrations)
            patch.setattr(connection, "VERSION", VERSION)
            with open_store(path) as store:
                assert list(store.events()) == events
                with store.reading() as raw:
                    assert not raw.execute("select 1 from sqlite_master where name = 'half'").fetchone()
                assert verify(store).holds

    def older(self, path: Path, version: int, *tables: str) -> Path:
        """The desk as an earlier version's file, with what these tables hold."""
        old = path.with_name(f"{version}.db")
        made = Database(sqlite3.connect(old, isolation_level=None), execute_plugins=False)
        migrations.apply(made, stop_before=migrations._migrations[version].name)
        made.execute("attach ? as new", [str(path)])
        for table in ("draft", "claim", "device", "event", *tables):
            columns = ", ".join(f'"{column.name}"' for column in made[table].columns)  # type: ignore[union-attr]
            made.execute(f"insert into main.{table} ({columns}) select {columns} from new.{table}")
        made.execute("detach new")
        made.execute(f"pragma application_id = {APPLICATION_ID}")
        made.execute(f"pragma user_version = {version}")
        made.close()
        return old

    @pytest.mark.parametrize("rules", [{}, {"second": {"ask": "sample", "percent": 50, "seed": "one"}}])
    def test_a_desk_without_the_sums_of_articles_is_given_them(self, tmp_path: Path, rules: dict[str, object]) -> None:
        path = tmp_path / "desk.db"
        with new_desk(path) as store:
            store.declare_rules(rules, actor="lea", at=at(0))
            store.record(judged(CLAIMS[0], Verdict.VERIFIED, 1), judged(CLAIMS[1], Verdict.DISMISSED, 2, "bo"))
            store.record(judged(CLAIMS[0], Verdict.DISPUTED, 3, "bo"), judged(CLAIMS[3], Verdict.VERIFIED, 4))
        judgements = ("claim_state", "claim_verdict", "pair_count", "unit_count")
        people = ("reviewer", "reviewer_day", "pace", "answer_day")
        # The triggers of the counts fill the counts of the desk, and would add to an article that is there.
        old = self.older(path, 7, "status_count", "article", *judgements, *people)
        with open_store(old) as store, open_store(path) as now:
            assert examine(store) == ()
            assert store.statuses() == now.statuses()
            assert store.statuses()[0].counts == store.ledger(ARTICLE.key).counts
            store.record(judged(CLAIMS[2], Verdict.VERIFIED, 5))
            assert store.statuses()[0].counts == store.ledger(ARTICLE.key).counts
            assert examine(store) == ()
        assert len(self.backups(tmp_path)) == 1

    @pytest.mark.parametrize("version", [6, 10])
    def test_the_log_of_an_older_desk_is_replayed(self, tmp_path: Path, version: int) -> None:
        """Its counts had another form, or it lacks a column: what it shows comes from its log."""
        path = tmp_path / "desk.db"
        self.old_desk(path)
        with open_store(self.older(path, version)) as store, open_store(path) as now:
            assert examine(store) == ()
            assert store.ledger(ARTICLE.key) == now.ledger(ARTICLE.key)
            assert [status.counts for status in store.statuses()] == [status.counts for status in now.statuses()]

    def test_what_takes_long_is_told_before(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.old_desk(tmp_path / "desk.db")
        old = self.older(tmp_path / "desk.db", 6)
        short = self.older(tmp_path / "desk.db", 5)
        told: list[str] = []
        open_store(short, tell=told.append).close()
        assert not told
        monkeypatch.setattr(connection, "LONG", 0)
        open_store(old, tell=told.append).close()
        assert [sentence.partition(" ")[0] for sentence in told] == ["6.db", "Now"]
        assert "its 2 acts" in told[1]
        with open_store(old, tell=told.append) as store:
            assert len(told) == 2
            store.declare_rules({"second": {"ask": "all"}}, actor="lea", at=at(9))
        assert "second check" in told[2]

    def test_a_long_wait_is_told_again(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.old_desk(tmp_path / "desk.db")
        monkeypatch.setattr(connection, "EVERY", 0)
        told: list[str] = []
        with open_store(tmp_path / "desk.db") as store, connection._telling_on(store._db, told.append):
            with store.reading() as raw:
                raw.execute(
                    "with recursive n(x) as (select 1 union all select x + 1 from n limit 500000) select sum(x) from n"
                ).fetchone()
            assert any("so far" in sentence for sentence in told)


def test_a_backup_is_whole_while_others_write(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "safe" / "copy.db"
    with pytest.raises(StoreError):
        store.backup(target)
    target.parent.mkdir()
    target.write_text("somebody's notes")
    with pytest.raises(StoreError, match="left as it is"):
        store.backup(target)
    assert target.read_text() == "somebody's notes"
    target.unlink()
    store.backup(target)
    with store.writing() as raw:
        raw.execute("update article set findings = 9")
        with open_store(store.path) as other:
            other.backup(target)
    assert [file.name for file in target.parent.iterdir()] == ["copy.db"]
    with open_store(target, readonly=True) as copy:
        assert list(copy.events()) == list(store.events())
        assert copy.statuses()[0].findings == 1
        assert verify(copy, [store.head()]).holds


def test_a_backup_never_replaces_a_desk_in_use(store: Store, tmp_path: Path) -> None:
    with new_desk(tmp_path / "other.db") as other:
        link = tmp_path / "link.db"
        link.symlink_to(store.path)
        for target in (store.path, link, other.path):
            before = target.read_bytes()
            with pytest.raises(StoreError, match="in use"):
                store.backup(target)
            assert target.read_bytes() == before


HOSTILE = [
    "a\0b",
    "'; drop table event; --",
    '"`\\%_',
    "[/] \x1b[31m",
    "\u202e\ufeff\u2028",
    "é\u0301👩‍👩‍👧",
    "x" * 1_000_000,
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_come_back_as_they_went_in(tmp_path: Path, words: str) -> None:
    article = Article(words, f"On 3 May {words} was said.", source=words, language=words)
    said = claim(words, "statement", article)
    with open_store(tmp_path / "desk.db") as store:
        store.add(article, [said], actor=words, at=START)
        store.record(commented(said, words, 1, words), judged(said, Verdict.DISPUTED, 2, words, note=words))
    with open_store(tmp_path / "desk.db") as store:
        assert store.article(article.key) == article
        entry = store.ledger(article.key)[0]
        assert entry.claim == said
        assert (entry.standing.note, entry.standing.by) == (words, words)
        assert store.history(said.key)[0].act.data["note"] == words
        assert (store.statuses()[0].title, store.used()) == (words, (words,))
        assert (verify(store).problems, examine(store)) == ((), ())


def test_half_a_character_is_refused_with_a_sentence_and_nothing_is_kept(store: Store) -> None:
    before = list(store.events())
    half = "half \ud83d a character"
    article = Article("t", half)
    for attempt in (
        lambda: store.add(article, (), actor="ana", at=START),
        lambda: store.record(commented(CLAIMS[0], half, 1)),
        lambda: store.record(judged(CLAIMS[0], Verdict.VERIFIED, 1, half)),
        lambda: store.record(Act(at(1), "ana", Verb.DATED, ARTICLE.draft, data={half: half})),
    ):
        with pytest.raises(StoreError, match="half a character"):
            attempt()
    assert list(store.events()) == before
    assert len(store.statuses()) == 1
    assert store.has(article.draft) is None


def test_a_disk_that_is_full_is_told_and_what_was_saved_stays(store: Store) -> None:
    store.record(judged(CLAIMS[0], Verdict.VERIFIED, 1))
    before = list(store.events())
    with store.reading() as connection:
        (pages,) = connection.execute("pragma page_count").fetchone()
        connection.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(StoreError, match="disk is full"):
        store.record(commented(CLAIMS[1], "x" * 1_000_000, 2))
    assert list(store.events()) == before
    assert verify(store).holds


def test_a_desk_that_is_busy_is_told(store: Store) -> None:
    other = open_store(store.path)
    with other.reading() as connection:
        connection.execute("pragma busy_timeout = 1")
    with store.writing(), pytest.raises(StoreError, match="busy"):
        other.record(judged(CLAIMS[0], Verdict.VERIFIED, 1))
    other.record(judged(CLAIMS[0], Verdict.VERIFIED, 1))
    other.close()

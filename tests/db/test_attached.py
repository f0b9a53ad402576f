"""Files that evidence names: in the desk, unchanged, and wherever the desk's log goes."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from db import Store, StoreError
from db.attached import PART
from db.verify import verify
from factcheck.model import Act, Evidence, Medium, Verb
from tests.db.desk import CLAIMS, at, new_desk, open_store

CONTENT = bytes(range(256)) * (2 * PART // 256) + b"the end"
DIGEST = sha256(CONTENT).hexdigest()
LIMIT = 10_000_000


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(CONTENT)
    return path


def attach(store: Store, path: Path, minute: float = 1) -> None:
    held = Evidence("scan.pdf", Medium.DOCUMENT, sha256=store.keep_file(path, LIMIT), file=path.name)
    store.record(Act(at(minute), "ana", Verb.EVIDENCE, CLAIMS[0].draft, CLAIMS[0].key, held.data()))


def test_a_file_comes_back_byte_for_byte_also_from_a_backup_and_read_only(
    store: Store, scan: Path, tmp_path: Path
) -> None:
    attach(store, scan)
    attach(store, scan, 2)
    first, second = store.evidence(CLAIMS[0].key)
    assert (first.sha256, first.file) == (second.sha256, second.file) == (DIGEST, "scan.pdf")
    assert b"".join(store.file(DIGEST)) == CONTENT
    assert verify(store).holds
    store.backup(tmp_path / "copy.db")
    with open_store(tmp_path / "copy.db", readonly=True) as copy:
        assert b"".join(copy.file(DIGEST)) == CONTENT


def test_it_goes_with_the_log_to_other_desks(store: Store, scan: Path, tmp_path: Path) -> None:
    attach(store, scan)
    with new_desk(tmp_path / "other.db") as other:
        records = list(store.records())
        wrong = [record | ({"content": "AAAA"} if record["verb"] == "evidence" else {}) for record in records]
        with pytest.raises(StoreError, match="is not the one that was attached"):
            other.take(wrong)
        assert other.take(records).events
        assert b"".join(other.file(DIGEST)) == CONTENT
        assert verify(other).holds


def test_what_may_not_be_attached(store: Store, scan: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    for path, limit, why in (
        (scan, 100, "100 may be attached"),
        (tmp_path, LIMIT, "is no file"),
        (tmp_path / "gone", LIMIT, "is no file"),
        (tmp_path / "empty", LIMIT, "is empty"),
    ):
        with pytest.raises(StoreError, match=why):
            store.keep_file(path, limit)
    with pytest.raises(StoreError, match="not on this desk"):
        list(store.file(DIGEST))


def test_verify_names_a_file_that_was_edited_or_deleted(store: Store, scan: Path) -> None:
    attach(store, scan)
    with store.writing() as raw:
        raw.execute("update attached_part set content = x'00' where part = 1")
    assert f"{DIGEST} is not the one that was attached" in verify(store).problems[0].what
    with pytest.raises(StoreError, match="damaged"):
        list(store.file(DIGEST))
    with store.writing() as raw:
        raw.execute("delete from attached_part")
        raw.execute("delete from attached")
    assert f"{DIGEST} is not on the desk" in verify(store).problems[0].what


def test_which_claims_have_evidence(store: Store, scan: Path) -> None:
    article = store.article(store.statuses()[0].key)
    assert store.evidenced(article.key) == frozenset()
    attach(store, scan)
    assert store.evidenced(article.key) == {CLAIMS[0].key}
    store.update(
        replace(article, text=f"{article.text} Then."),
        [],
        carried={"later": CLAIMS[0].key},
        reopened={"other": CLAIMS[0].key},
        actor="ana",
        at=at(3),
    )
    assert store.evidenced(article.key) == {CLAIMS[0].key, "later"}

"""What an article translates: in the log, its text in the desk, and wherever the log goes."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from db import Store, StoreError
from db.doctor import examine
from db.verify import verify
from factcheck.model import Act, Article, Original, Published, Verb
from tests.db.desk import ARTICLE, at, new_desk, signed

SOURCE = Article("Grúas", "La junta pidió 12 grúas el 3 de mayo.\n", Published("2026-05-03", True), "es.txt", "es")
OTHER = replace(SOURCE, text="La junta pidió 13 grúas.\n", key="")


def told(original: Original, minute: float, actor: str = "ana", draft: str = ARTICLE.draft) -> Act:
    return Act(at(minute), actor, Verb.ORIGINAL, draft, data=original.data())


def translate(store: Store, original: Article, minute: float, actor: str = "ana") -> None:
    store.set_original(told(Original.of(original), minute, actor), original.text)


def test_the_latest_that_was_not_taken_back_counts_and_its_text_comes_back(store: Store) -> None:
    assert store.original(ARTICLE.key) is None
    translate(store, SOURCE, 1)
    translate(store, OTHER, 2, "bo")
    latest = store.original(ARTICLE.key)
    assert latest is not None
    assert (latest.by, latest.at, latest.file) == ("bo", at(2), "es.txt")
    assert latest.sha256 == sha256(OTHER.text.encode()).hexdigest() == OTHER.draft
    store.undo(ARTICLE.draft, "bo", at(3))
    first = store.original(ARTICLE.key)
    assert first is not None
    assert first.article(store.original_text(first) or "") == SOURCE
    store.set_original(told(Original("", ""), 4), "")
    assert store.original(ARTICLE.key) is None
    assert verify(store).holds
    assert examine(store) == ()


def test_a_new_draft_keeps_it(store: Store) -> None:
    translate(store, SOURCE, 1)
    draft = replace(ARTICLE, text=ARTICLE.text + " More.", key=ARTICLE.key)
    store.update(draft, (), carried={}, reopened={}, actor="ana", at=at(2))
    kept = store.original(ARTICLE.key)
    assert kept is not None
    assert kept.sha256 == SOURCE.draft


def test_it_goes_with_the_log_and_where_its_text_did_not_that_is_known(store: Store, tmp_path: Path) -> None:
    translate(store, SOURCE, 1)
    records = list(store.records())
    with new_desk(tmp_path / "one.db") as one:
        assert one.take(records).articles == (ARTICLE.key,)
        here = one.original(ARTICLE.key)
        assert here is not None
        assert one.original_text(here) == SOURCE.text
        assert verify(one).holds
    bare = [{name: value for name, value in record.items() if name != "content"} for record in records]
    with new_desk(tmp_path / "two.db") as two:
        two.take(bare)
        there = two.original(ARTICLE.key)
        assert there is not None
        assert (there.file, two.original_text(there)) == ("es.txt", None)
        assert any(SOURCE.draft in problem.what for problem in verify(two).problems)
        two.keep_original(SOURCE.text)
        assert two.original_text(there) == SOURCE.text
        assert verify(two).holds


def test_another_original_reopens_what_was_signed_and_the_same_one_does_not(store: Store) -> None:
    store.record(signed("checker", 1))
    translate(store, SOURCE, 2, "bo")
    (sign_off,) = store.sign_offs(ARTICLE.key)
    assert not sign_off.holds
    assert sign_off.reopened is not None
    assert (sign_off.reopened.act.verb, sign_off.reopened.act.actor) == (Verb.ORIGINAL, "bo")
    store.undo(ARTICLE.draft, "bo", at(3))
    assert store.sign_offs(ARTICLE.key)[0].holds


@pytest.mark.parametrize(
    "data", [{"sha256": "ab"}, {"sha256": 7, "file": "a"}, {"sha256": "ab", "file": "a", "published": "May"}]
)
def test_what_is_in_no_form_is_not_kept(store: Store, data: dict[str, object]) -> None:
    with pytest.raises(StoreError):
        store.record(Act(at(1), "ana", Verb.ORIGINAL, ARTICLE.draft, data=data))
    with pytest.raises(StoreError, match="not the text"):
        store.set_original(told(Original.of(SOURCE), 1), OTHER.text)
    assert store.original(ARTICLE.key) is None
    assert not any(event.act.verb is Verb.ORIGINAL for event in store.events())

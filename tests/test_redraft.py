"""A verdict goes with its claim into a new draft, or stays behind; told against edits whose every letter is followed."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Document
from factcheck.extract import claims_of
from factcheck.kinds import kinds
from factcheck.model import Article, Claim, Origin, Published, Span
from factcheck.redraft import Redraft, Sign, redraft, word_diff

CORPUS = [
    draft
    for path in sorted((Path(__file__).parent / "corpus" / "drafts").glob("*.toml"))
    for draft in tomllib.loads(path.read_text("utf-8"))["draft"]
]
Letters = list[tuple[str, int | None]]
LEAN = ("It ", "He ", "She ", "That ", "Her ", "Their ", "His ", "They ", "This ", "These ", "Its ")


def edited(text: str, edits: list[dict[str, Any]]) -> Letters:
    """The new text, letter by letter, with the place that each had in the old one."""
    letters: Letters = [(letter, at) for at, letter in enumerate(text)]
    for edit in edits:
        now = "".join(letter for letter, _ in letters)
        if "move" in edit:
            here, there = edit["move"]
            starts = [0, *(at + 2 for at in range(len(now)) if now.startswith("\n\n", at))]
            ends = [*(start - 2 for start in starts[1:]), len(now)]
            paragraphs = [letters[start:end] for start, end in zip(starts, ends, strict=True)]
            paragraphs.insert(there, paragraphs.pop(here))
            letters = paragraphs[0]
            for paragraph in paragraphs[1:]:
                letters = [*letters, ("\n", None), ("\n", None), *paragraph]
            continue
        assert now.count(edit["find"]) == 1, edit["find"]
        first, last = (alike(edit["find"][::way], edit["put"][::way]) for way in (1, -1))
        last = min(last, len(edit["find"]) - first, len(edit["put"]) - first)
        start, end = now.index(edit["find"]) + first, now.index(edit["find"]) + len(edit["find"]) - last
        put: Letters = [(letter, None) for letter in edit["put"][first : len(edit["put"]) - last]]
        letters = [*letters[:start], *put, *letters[end:]]
    return letters


def alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@dataclass
class Case:
    """An old and a new draft, what became of each claim, and where each stretch of the old one is now."""

    old: Article
    new: Article
    olds: dict[str, Claim]
    news: dict[str, Claim]
    told: Redraft
    now: dict[int, int]

    def moved(self, span: Span) -> Span | None:
        """Where the words of an old stretch stand together in the new text."""
        places = [self.now.get(at) for at in range(*span)]
        start = places[0]
        if start is None or places != list(range(start, start + len(places))):
            return None
        return Span(start, start + len(places))

    def untouched(self, claim: Claim) -> str | None:
        """The key it has in the new draft, where its sentence is whole and reads the same; and the one before if needed."""
        there = _passage(self.old.text, claim.span)
        moved, span = self.moved(there), self.moved(claim.span)
        if moved is None or span is None or _passage(self.new.text, span) != moved:
            return None
        key = Claim(self.new.draft, claim.kind, span, claim.quote, claim.value).key
        if key not in self.news or str(self.news[key].value) != str(claim.value):
            return None
        words = there.of(self.old.text)
        if words.startswith(LEAN):
            before, now = _before(self.old.text, there), _before(self.new.text, moved)
            return key if before == now else None
        return key


def _passage(text: str, span: Span) -> Span:
    document = Document(text)
    return Span(document.sentence_at(span.start).start, document.sentence_at(span.end - 1).end)


def _before(text: str, passage: Span) -> str:
    earlier = [s for s in Document(text).sentences if s.end <= passage.start]
    between = text[earlier[-1].end : passage.start] if earlier else "\n"
    return "" if "\n" in between else earlier[-1].of(text)


def case_of(draft: dict[str, Any]) -> Case:
    text = draft["text"].lstrip("\n")
    letters = edited(text, draft["edits"])
    published = Published(draft["date"]) if "date" in draft else None
    old = Article("", text, published)
    new = Article("", "".join(letter for letter, _ in letters), published, key=old.key)
    olds, news = ({claim.key: claim for claim in claims_of(article)} for article in (old, new))
    now = {was: at for at, (_, was) in enumerate(letters) if was is not None}
    return Case(old, new, olds, news, redraft(old, olds.values(), new, news.values()), now)


@pytest.mark.parametrize("draft", CORPUS, ids=lambda draft: draft["name"])
def test_no_verdict_goes_to_a_claim_that_is_another(draft: dict[str, Any]) -> None:
    case = case_of(draft)
    for new, old in case.told.carried.items():
        assert str(case.news[new].value) == str(case.olds[old].value)
        assert case.news[new].span == case.moved(case.olds[old].span) or draft["name"].startswith("nothing but")
        assert case.untouched(case.olds[old]) == new or draft["name"].startswith("nothing but")


def test_nearly_every_untouched_claim_keeps_its_verdict() -> None:
    assert len(CORPUS) == 20
    kept = there = 0
    for case in map(case_of, CORPUS):
        carried = {old: new for new, old in case.told.carried.items()}
        for key, claim in case.olds.items():
            untouched = case.untouched(claim)
            there += untouched is not None
            kept += untouched is not None and carried.get(key) == untouched
    assert there > 100
    assert kept / there >= 0.98


@pytest.mark.parametrize("draft", CORPUS, ids=lambda draft: draft["name"])
def test_every_claim_is_told_once(draft: dict[str, Any]) -> None:
    told = case_of(draft).told
    case = case_of(draft)
    olds = [*told.carried.values(), *told.reopened.values(), *(claim.key for claim in told.vanished)]
    news = [*told.carried, *told.reopened, *(claim.key for claim in told.new)]
    assert Counter(olds) == Counter(list(case.olds))
    assert Counter(news) == Counter(list(case.news))


def test_a_changed_number_is_told_with_what_it_was() -> None:
    told = case_of(CORPUS[[draft["name"] for draft in CORPUS].index("one number is corrected")]).told
    (change,) = [change for change in told.changed if change.old.quote != change.new.quote]
    assert (change.old.quote, change.new.quote) == ("3.2 million euros", "3.4 million euros")
    assert [run for run in change.diff if run.sign is not Sign.KEPT] == [(Sign.OUT, "3.2"), (Sign.IN, "3.4")]


def named(name: str) -> Case:
    return case_of(next(draft for draft in CORPUS if draft["name"] == name))


def test_a_pronoun_needs_the_sentence_before() -> None:
    case = named("a pronoun gets another subject")
    quotes = {case.news[key].quote for key in case.told.carried}
    assert "1974" not in " ".join(quotes)
    assert any("2003" in quote for quote in quotes)


def test_what_is_said_twice_is_not_taken_for_each_other() -> None:
    case = named("the same words twice, one taken out")
    fines = [old for old in case.told.carried.values() if case.olds[old].quote == "50,000 euros"]
    assert [case.olds[key].span.start > case.old.text.index("Bolt") for key in fines] == [True]


def added_in(article: Article, words: str, kind: str) -> Claim:
    start = article.text.index(words)
    span = Span(start, start + len(words))
    value = kinds()[kind].read(Document(article.text, article.published), span)
    assert value is not None
    return Claim(article.draft, kind, span, words, value, Origin.ADDED)


def test_a_claim_that_a_person_added_is_found_again() -> None:
    old = Article("", "Dam\n\nIt has twelve gates. The wall cost 9 million euros.\n\nNobody was hurt.")
    new = Article("", "Dam\n\nNobody was hurt.\n\nIt has twelve gates. The wall cost 8 million euros.", key=old.key)
    mine = added_in(old, "twelve", "amount")
    told = redraft(old, [mine], new, [])
    (claim,) = told.added
    assert claim.span.of(new.text) == claim.quote == "twelve"
    assert (claim.draft, claim.origin) == (new.draft, Origin.ADDED)
    assert told.carried == {claim.key: mine.key}
    gone = redraft(old, [mine], Article("", "Dam\n\nIt has thirteen gates.", key=old.key), [])
    assert (gone.carried, gone.added, gone.vanished) == ({}, (), (mine,))


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_diff_has_all_words_of_both(old: str, new: str) -> None:
    diff = word_diff(old, new)
    assert "".join(run.text for run in diff if run.sign is not Sign.IN) == old
    assert "".join(run.text for run in diff if run.sign is not Sign.OUT) == new


def test_a_number_that_changed_is_one_piece_of_a_diff() -> None:
    (out, into) = (
        run.text for run in word_diff("About 2,103.5 left.", "About 2,130.5 left.") if run.sign is not Sign.KEPT
    )
    assert (out, into) == ("2,103.5", "2,130.5")


def test_a_draft_that_did_not_change_carries_all() -> None:
    for case in map(case_of, CORPUS):
        told = redraft(case.old, case.olds.values(), case.old, case.olds.values())
        assert told.carried == {key: key for key in case.olds}

"""Which claims of a new draft are those of the old one: told by their words and context, never by their offset.

A claim is the same when its sentence, its words in it and its reading are the same, wherever the sentence stands now. A
sentence that begins with a pronoun also needs the sentence before it, for that says what it is about; and what the old
or the new draft says twice is the same only where the sentence before tells which.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from factcheck.document import Document
from factcheck.kinds import kinds
from factcheck.model import Article, Claim, Origin, Span

_LEAN = re.compile(r"\W*(?:it|its|he|his|she|her|they|their|this|these|those|that)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"\s+|\w+(?:[.,]\d+)*+|[^\w\s]")  # a number is one piece: "2,103" is not "2,130" half changed
_ALIKE = 0.4
_COMMON = 30
_LONGEST_DIFF = 2000


class Sign(StrEnum):
    """What became of words."""

    KEPT = "kept"
    OUT = "out"
    IN = "in"


class Words(NamedTuple):
    """A run of words and what became of it."""

    sign: Sign
    text: str


@dataclass(frozen=True)
class Change:
    """A claim whose words, context or reading are others now; the diff is of its sentences."""

    old: Claim
    new: Claim
    diff: tuple[Words, ...]


@dataclass(frozen=True)
class Redraft:
    """What became of an old draft's claims.

    `carried` are keys of new claims with those of the old ones that they are, unchanged. `added` are claims that a
    person had added and that the finder does not see, at their new place; they are carried too.
    """

    carried: Mapping[str, str]
    changed: tuple[Change, ...] = ()
    vanished: tuple[Claim, ...] = ()
    new: tuple[Claim, ...] = ()
    added: tuple[Claim, ...] = ()

    @property
    def reopened(self) -> Mapping[str, str]:
        """Keys of changed claims with those of what they were."""
        return {change.new.key: change.old.key for change in self.changed}


class _Place(NamedTuple):
    """A claim in its context: two with equal `words` say the same in equal sentences.

    `before` is the sentence before in the paragraph; a claim that `leans` needs it to be understood.
    """

    claim: Claim
    passage: Span
    sentence: str
    words: tuple[str, ...]
    before: str
    leans: bool


def redraft(old: Article, claims: Iterable[Claim], new: Article, found: Iterable[Claim]) -> Redraft:
    """Tell which of `found`, the claims of `new`, are which of `claims`, those of `old`."""
    here = _Reading(old)
    there = _Reading(new)
    olds = [here.place(claim) for claim in sorted(claims, key=_order)]
    news = [there.place(claim) for claim in sorted(found, key=_order)]
    added = there.again(here, olds, {place.claim.key for place in news})
    news = sorted([*news, *map(there.place, added)], key=lambda place: _order(place.claim))
    same = _same(olds, news)
    kept = {id(place) for pair in same for place in pair}
    rest_old = [place for place in olds if id(place) not in kept]
    rest_new = [place for place in news if id(place) not in kept]
    changed = sorted(_changed(rest_old, rest_new), key=lambda pair: _order(pair[1].claim))
    told = kept | {id(place) for pair in changed for place in pair}
    return Redraft(
        {new.claim.key: old.claim.key for old, new in same},
        tuple(Change(old.claim, new.claim, word_diff(old.sentence, new.sentence)) for old, new in changed),
        tuple(place.claim for place in olds if id(place) not in told),
        tuple(place.claim for place in news if id(place) not in told),
        tuple(added),
    )


def _order(claim: Claim) -> tuple[Span, str]:
    return claim.span, claim.kind


class _Reading:
    """A draft cut into sentences."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.document = Document(article.text, article.published)
        paragraphs = iter(self.document.paragraphs)
        paragraph = next(paragraphs, None)
        self._before: dict[int, str] = {}
        self._at: dict[str, list[Span]] = defaultdict(list)
        for sentence, following in pairwise([*self.document.sentences, None]):
            assert sentence is not None
            self._at[sentence.of(self.text)].append(sentence)
            while paragraph is not None and paragraph.end < sentence.end:
                paragraph = next(paragraphs, None)
            if following is not None and paragraph is not None and following.start < paragraph.end:
                self._before[following.start] = _plain(sentence.of(self.text))

    def place(self, claim: Claim) -> _Place:
        """The claim with the sentences it stands in, and the one before them in its paragraph."""
        first = self.document.sentence_at(claim.span.start)
        last = self.document.sentence_at(max(claim.span.end - 1, claim.span.start))
        passage = Span(min(first.start, claim.span.start), max(last.end, claim.span.end))
        sentence = passage.of(self.text)
        around = (self.text[passage.start : claim.span.start], claim.quote, self.text[claim.span.end : passage.end])
        words = (claim.kind, *map(_plain, around), str(claim.value))
        return _Place(
            claim, passage, sentence, words, self._before.get(first.start, ""), _LEAN.match(sentence) is not None
        )

    def again(self, other: "_Reading", olds: Sequence[_Place], known: set[str]) -> list[Claim]:
        """What a person had added to the other draft and the finder does not see, where this one says it too."""
        found = []
        for place in olds:
            at = self._at.get(place.sentence, ())
            if place.claim.origin is not Origin.ADDED or len(at) != 1 or len(other._at[place.sentence]) != 1:
                continue
            start = at[0].start + place.claim.span.start - place.passage.start
            span = Span(start, start + place.claim.span.length)
            kind = kinds().get(place.claim.kind)
            value = kind.read(self.document, span) if kind else None
            if value is None:
                continue
            claim = Claim(_draft_of(self.text), place.claim.kind, span, place.claim.quote, value, Origin.ADDED)
            if claim.key not in known:
                found.append(claim)
        return found


def _draft_of(text: str) -> str:
    return Article("", text).draft


def _plain(text: str) -> str:
    return " ".join(text.split())


def _same(olds: Sequence[_Place], news: Sequence[_Place]) -> list[tuple[_Place, _Place]]:
    """Pairs that say the same in the same context, each claim once."""
    old_by, new_by = _grouped(olds), _grouped(news)
    pairs = []
    for words, here in old_by.items():
        there = new_by.get(words, [])
        if len(here) == len(there) == 1 and (not here[0].leans or here[0].before == there[0].before):
            pairs.append((here[0], there[0]))
        elif len(here) > 1 or len(there) > 1:
            pairs += _told_apart(here, there)
    return pairs


def _grouped(places: Sequence[_Place]) -> dict[tuple[str, ...], list[_Place]]:
    groups: dict[tuple[str, ...], list[_Place]] = defaultdict(list)
    for place in places:
        groups[place.words].append(place)
    return groups


def _told_apart(here: Sequence[_Place], there: Sequence[_Place]) -> list[tuple[_Place, _Place]]:
    """Of claims that are said more than once those whose sentence before says which is which."""
    olds, news = Counter(place.before for place in here), Counter(place.before for place in there)
    by_before = {place.before: place for place in there}
    once = [place for place in here if place.before and olds[place.before] == news[place.before] == 1]
    pairs = [(place, by_before[place.before]) for place in once]
    # Nothing around them was touched: they stand in the order they stood in.
    if [place.before for place in here] == [place.before for place in there]:
        return list(zip(here, there, strict=True))
    return pairs


def _changed(olds: Sequence[_Place], news: Sequence[_Place]) -> list[tuple[_Place, _Place]]:
    """Pairs of claims of one kind in sentences that are much alike, each claim once."""
    pairs: list[tuple[_Place, _Place]] = []
    here, there = _by_sentence(olds), _by_sentence(news)
    taken_old: set[str] = set()
    taken_new: set[str] = set()
    for _, old, new in sorted(_alike(list(here), list(there))):
        if old not in taken_old and new not in taken_new:
            taken_old.add(old)
            taken_new.add(new)
            pairs += _paired(here[old], there[new])
    return pairs


def _by_sentence(places: Sequence[_Place]) -> dict[str, list[_Place]]:
    groups: dict[str, list[_Place]] = defaultdict(list)
    for place in places:
        groups[place.sentence].append(place)
    return groups


def _alike(olds: Sequence[str], news: Sequence[str]) -> list[tuple[float, str, str]]:
    """Sentences that share many words, by how much they differ; common words alone bring none together."""
    bags = {sentence: Counter(_WORD.findall(sentence.casefold())) for sentence in {*olds, *news}}
    holders: dict[str, list[str]] = defaultdict(list)
    for sentence in olds:
        for word in bags[sentence]:
            holders[word].append(sentence)
    found = []
    for new in news:
        candidates = {old for word in bags[new] if len(holders[word]) <= _COMMON for old in holders[word]}
        for old in candidates:
            total = bags[old].total() + bags[new].total()
            alike = 2 * (bags[old] & bags[new]).total() / total if total else 0.0
            if alike >= _ALIKE:
                found.append((1 - alike, old, new))
    return found


def _paired(olds: Sequence[_Place], news: Sequence[_Place]) -> list[tuple[_Place, _Place]]:
    """Claims of two sentences, kind by kind: those with equal words first, the others in order."""
    pairs = []
    waiting = list(news)
    left = []
    for old in olds:
        match = next((new for new in waiting if _said(new) == _said(old)), None)
        if match is None:
            left.append(old)
        else:
            waiting.remove(match)
            pairs.append((old, match))
    for old in left:
        match = next((new for new in waiting if new.claim.kind == old.claim.kind), None)
        if match is not None:
            waiting.remove(match)
            pairs.append((old, match))
    return pairs


def _said(place: _Place) -> tuple[str, str]:
    return place.claim.kind, place.claim.quote


def word_diff(old: str, new: str) -> tuple[Words, ...]:
    """The words of both, in order, and what became of each run; very long texts count as changed whole."""
    here, there = _PIECE.findall(old), _PIECE.findall(new)
    if max(len(here), len(there)) > _LONGEST_DIFF and old != new:
        return Words(Sign.OUT, old), Words(Sign.IN, new)
    runs = []
    for _, i, j, k, m in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        out, into = "".join(here[i:j]), "".join(there[k:m])
        if out == into:
            runs.append(Words(Sign.KEPT, out))
            continue
        runs += [Words(sign, text) for sign, text in ((Sign.OUT, out), (Sign.IN, into)) if text]
    return tuple(runs)

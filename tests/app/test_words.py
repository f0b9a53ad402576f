"""What the app says in words: acts, times, the sentence around a claim; how the selected words grow and shrink."""

from datetime import UTC, datetime, timedelta

import pytest

from factcheck.app.look import UNICODE
from factcheck.app.screens._words import details, done, short, undone, when
from factcheck.app.screens.add_claim import stretched, stretched_back
from factcheck.app.screens.note import edited
from factcheck.errors import FactcheckError
from factcheck.model import Act, Entry, Event, Ledger, Span, Verb
from tests.app.desk import DAY, harbour, plain, plain_claims

NOW = datetime(2031, 5, 14, 18, 30, tzinfo=UTC)


def event(verb: Verb, **data: object) -> Event:
    return Event("id", "device", 1, Act(DAY, "ada", verb, "draft", None, data), "", "hash")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (None, ""),
        (DAY, "13:02"),
        (DAY - timedelta(days=1), "2031-05-13 13:02"),
        (DAY - timedelta(days=400), "2030-04-09 13:02"),
    ],
)
def test_a_time_has_its_day_where_it_is_not_today(at: datetime | None, said: str):
    assert when(at, NOW) == said


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (event(Verb.JUDGED, verdict="dismissed"), "⊘ not a claim"),
        (event(Verb.COMMENTED, note="see\n table 3"), "note “see table 3”"),
        (event(Verb.COMMENTED, note=""), "note removed"),
        (event(Verb.DATED, published="2031-05"), "publication date 2031-05"),
        (event(Verb.DATED, published=None), "publication date unknown"),
        (event(Verb.CLAIM_ADDED), "claim added"),
        (event(Verb.EVIDENCE, source="https://stats.example/table/3"), "evidence https://stats.example/table/3"),
        (event(Verb.FINDING_ANSWERED, finding="f", answer="confirmed"), "finding confirmed"),
        (event(Verb.FINDING_ANSWERED, answer="explained", reason="2015 prices"), "finding explained: “2015 prices”"),
    ],
)
def test_an_act_in_words(act: Event, said: str):
    assert done(act, UNICODE) == said


def test_what_was_taken_back_names_the_claim_even_when_it_is_gone():
    assert (
        undone((event(Verb.CLAIM_ADDED, quote="nine nets"),), Ledger(), UNICODE)
        == "Taken back: claim added: “nine nets”."
    )


def test_a_long_quotation_is_cut():
    assert short("word " * 100) == "word word word word word word word word word wo…"


@pytest.mark.parametrize(
    ("quote", "before", "after"),
    [
        ("412 million euros", "PORT HALDANE, May 14 -- The plan", "according to papers released on Monday."),
        ("104 million euros", "Together the six items add up to ", "."),
        ("What the papers say", "", ""),
        ("sea bed. Together the six", "The smallest, 2.4 million euros", " items add up to 104 million euros."),
    ],
)
def test_a_claim_is_shown_in_its_sentence(quote: str, before: str, after: str):
    article = harbour()
    shown = details(article, Entry(1, plain(article, "x", quote, "")), (), (), (), now=NOW, glyphs=UNICODE)
    assert shown.before.startswith(before)
    assert shown.after.endswith(after)
    assert shown.before + quote + shown.after in article.text
    assert "\n\n" not in shown.before + shown.after


def test_every_claim_finds_its_sentence():
    article = harbour()
    for claim in plain_claims(article):
        shown = details(article, Entry(1, claim), (), (), (), now=NOW, glyphs=UNICODE)
        assert shown.before + claim.quote + shown.after in article.text


@pytest.mark.parametrize(
    ("text", "by", "expected"),
    [
        ("[nine] nets, at 5.5 m\nnext", 1, "nine nets"),
        ("[nine nets], at 5.5 m\nnext", 1, "nine nets, at"),
        ("[nine nets, at] 5.5 m\nnext", 1, "nine nets, at 5.5"),
        ("[nine nets, at 5.5 m]\nnext", 1, "nine nets, at 5.5 m"),
        ("[nine nets, at] 5.5 m", -1, "nine nets"),
        ("[nine]", -1, "nine"),
        ("[--]", -1, "--"),
        ("[--] .", 1, "--"),
    ],
)
def test_the_selected_words_grow_and_shrink_by_a_word(text: str, by: int, expected: str):
    start, end = text.index("["), text.index("]") - 1
    plain_text = text.replace("[", "").replace("]", "")
    assert stretched(plain_text, Span(start, end), by).of(plain_text) == expected


@pytest.mark.parametrize(
    ("text", "by", "expected"),
    [
        ("told [nine nets]", 1, "told nine nets"),
        ("far\n[nine nets]", 1, "nine nets"),
        ("[nine nets]", -1, "nets"),
        ("[nets]", -1, "nets"),
    ],
)
def test_the_selected_words_grow_and_shrink_at_their_beginning_too(text: str, by: int, expected: str):
    start, end = text.index("["), text.index("]") - 1
    plain_text = text.replace("[", "").replace("]", "")
    assert stretched_back(plain_text, Span(start, end), by).of(plain_text) == expected


def test_the_own_editor_gives_back_what_was_written(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "sh -c 'echo more >> \"$0\"'")
    assert edited("see table 3") == "see table 3\nmore"
    monkeypatch.setenv("EDITOR", "false")
    with pytest.raises(FactcheckError, match="status 1"):
        edited("kept")
    monkeypatch.setenv("EDITOR", "no-such-editor 'unclosed")
    with pytest.raises(FactcheckError, match="could not be started"):
        edited("kept")

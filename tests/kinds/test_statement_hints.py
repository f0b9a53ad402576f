"""What gives a statement away: quotations of three words or more, and verbs that report."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Document
from factcheck.extract import claims_of
from factcheck.extract.uncovered import uncovered
from factcheck.kinds.statement import STATEMENT
from factcheck.model import Article


def hints(text: str) -> list[str]:
    return [span.of(text) for span in STATEMENT.hints(Document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said the bridge was safe.", ["said"]),
        ("She warns, he denies and they urged.", ["warns", "denies", "urged"]),
        ("A banner read “Not one more penny” all day.", ["“Not one more penny”"]),
        ("“We told them so,” it says.", ["“We told them so,”", "says"]),
        ("A so-called “green fee” was due.", []),
        ("The accused man left by the stated exit, as the announced plan had it.", []),
        ("The results were reported late, and when asked he left.", []),
        ("The claims and the reports fill a file; a note demands nothing.", []),
        ("They found gold, showed it, heard a song and answered the phone.", []),
        ("Brightwater added 55,000 customers and called a place Home.", []),
        ("Trevor Said sold a house.", []),
        ("", []),
        ("“”", []),
    ],
)
def test_hints(text: str, expected: list[str]) -> None:
    assert hints(text) == expected


def test_what_no_statement_covers_is_known() -> None:
    article = Article("A day", "The mayor said the bridge was safe. A banner read “Not one more penny” all day.")
    gaps = [gap.quote for gap in uncovered(article, claims_of(article)) if gap.kind == STATEMENT.name]
    assert gaps == ["“Not one more penny”"]


PIECES = st.lists(st.sampled_from("said “ ” ' \" , told says a B \n\n the".split(" ")), max_size=40).map(" ".join)


@given(st.one_of(st.text(max_size=100), PIECES))
def test_hints_stand_in_the_text_in_order_and_apart(text: str) -> None:
    spans = list(STATEMENT.hints(Document(text)))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))

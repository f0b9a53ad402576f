"""What the plain review is made of: lines that are never too wide, letters that are those of the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli._plain.letters import LETTERS, help_lines, parted, possible
from factcheck.cli._plain.lines import WIDTH, cells, wrapped
from factcheck.safe import safe_line

WORDS = st.lists(
    st.one_of(st.text("abc -éü", max_size=12), st.text("亿日元。a", max_size=90), st.text(max_size=30)), max_size=20
)


@given(WORDS.map(" ".join).map(safe_line), st.integers(0, 60), st.integers(20, WIDTH))
def test_lines_hold_all_of_a_text_and_are_never_too_wide(text: str, taken: int, width: int) -> None:
    taken = min(taken, width - 2)
    first, *rest = wrapped(text, taken, width)
    assert cells(first) <= max(width - taken, 2)
    assert all(cells(line) <= width for line in rest)
    assert "".join([first, *rest]).replace(" ", "") == text.replace(" ", "")


def test_words_are_cut_where_they_have_to_be() -> None:
    assert list(wrapped("one two", 0, 5)) == ["one", "two"]
    assert list(wrapped("a" * 12, 0, 5)) == ["aaaaa", "aaaaa", "aa"]
    assert list(wrapped("大桥造价", 0, 5)) == ["大桥", "造价"]
    assert list(wrapped("x café", 0, 5)) == ["x", "café"]
    assert list(wrapped("")) == [""]


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        ("v", ("v", "")),
        ("v 3 5-8", ("v", "3 5-8")),
        ("=12 May", ("=", "12 May")),
        ("/million", ("/", "million")),
        ("= “the words”", ("=", "“the words”")),
        ("verified", ("", "verified")),
        ("c2", ("", "c2")),
        ("12", ("", "12")),
        ("c  two  spaces", ("c", "two  spaces")),
    ],
)
def test_an_answer_is_a_letter_and_what_follows_it(answer: str, wanted: tuple[str, str]) -> None:
    assert parted(answer) == wanted


def test_every_letter_of_the_screen_is_one_here_or_has_nothing_to_do_in_lines() -> None:
    from textual.binding import Binding

    from factcheck.app.screens.review import ReviewScreen

    named = {"slash": "/", "full_stop": ".", "asterisk": "*", "equals_sign": "="}
    bindings = Binding.make_bindings(ReviewScreen.BINDINGS)
    keys = {named.get(binding.key, binding.key): binding.action for binding in bindings}
    letters = {key for key in keys if len(key) == 1 and not key.isdigit()}
    drawn = {"Y", "A", "J", "K", "O"}
    assert letters - LETTERS.keys() == drawn
    own = {letter for letter in LETTERS if letter not in letters}
    assert own == {"l", "t", "s", "h", "G"}
    same = {"v": "judge('verified')", "N": "open(-1)", "W": "finding(-1)", "=": "correct", "Z": "sign_off", "C": "gaps"}
    assert all(keys[letter] == action for letter, action in same.items())


def test_help_says_each_letter_once() -> None:
    said = list(help_lines())
    assert len(set(said)) == len(said)
    for letter in LETTERS:
        assert any(line.removeprefix("capital ").startswith(letter) for line in said)
        assert letter in possible().split()

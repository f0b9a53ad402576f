"""Cleaning makes line ends one and changes nothing else."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.extract.clean import clean

TEXTS = st.text(st.one_of(st.sampled_from("\r\n\x0b\x0c\x85\u2028\u00a0 \taé\ufeff👍"), st.characters()))


@pytest.mark.parametrize(
    ("raw", "text"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\n\rb", "a\n\nb"), ("a\r\r\nb", "a\n\nb"), ("", "")]
)
def test_line_ends(raw: str, text: str) -> None:
    assert clean(raw) == text


@given(TEXTS)
def test_clean_twice_is_clean_once(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)


@given(TEXTS)
@example("\r\n\r\r\n")
def test_only_line_ends_change(raw: str) -> None:
    assert re.split("\r\n|\r|\n", raw) == clean(raw).split("\n")

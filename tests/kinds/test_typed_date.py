"""Dates that a person types."""

import pytest

from factcheck.kinds.date.typed import typed_date
from factcheck.model import Published


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2021-12-06", "2021-12-06"),
        ("2021-12", "2021-12"),
        ("2020-FA", "2020-FA"),
        ("2021", "2021"),
        ("6.12.2021", "2021-12-06"),
        ("on 6 December", "2021-12-06"),
        ("last Friday", "2021-12-03"),
        ("6 décembre 2020", "2020-12-06"),
        ("décembre 2020", "2020-12"),
        ("6. Dezember 2020", "2020-12-06"),
        ("2020年12月6日", "2020-12-06"),
        ("", None),
        ("5 apples", None),
        ("12", None),
        ("2021-13-40", None),
        ("version 2.3", None),
        ("from 3 May to 4 June", None),
        ("x" * 500, None),
    ],
)
def test_typed(words: str, value: str | None) -> None:
    found = typed_date(words, Published("2021-12-07"))
    assert (found and found.value) == value


def test_unknown_parts_stay_unknown() -> None:
    found = typed_date("6 December", Published("XXXX-12-06"))
    assert found is not None
    assert found.value == "XXXX-12-06"

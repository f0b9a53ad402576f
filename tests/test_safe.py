"""What leaves for programs holds nothing that steers a terminal, and is the same data to whoever reads it."""

import json
import tomllib

from hypothesis import given
from hypothesis import strategies as st

from factcheck.safe import escaped, safe_line

STEERING = "\x7f\x9b2J\u202eabc\u2066\u200b\ufeff\u2028"


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8))
def test_json_is_the_same_data(data: object) -> None:
    literal = escaped(json.dumps(data, ensure_ascii=False))
    assert json.loads(literal) == data
    assert [char for char in literal if ord(char) < 0x10000 and safe_line(char) != char] == []


def test_what_steers_is_written_out() -> None:
    literal = escaped(json.dumps(STEERING, ensure_ascii=False))
    assert safe_line(literal) == literal
    assert json.loads(literal) == STEERING
    assert tomllib.loads(f"text = {literal}") == {"text": STEERING}
    assert escaped('"2 Mrd. € – “gut”, 亿"') == '"2 Mrd. € – “gut”, 亿"'

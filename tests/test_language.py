"""Which texts are said to be in a language that is read."""

import pytest

from factcheck.language import is_read


@pytest.mark.parametrize(
    "text",
    [
        "The bridge cost 2017 billion yen, the ministry said.",
        "Bridge cost 2017 billion yen",
        "The mayor of Las Palmas, Ana del Río y Sosa, met Jan van der Berg in the Hague.",
        "大桥造价2017亿日元，长3.5公里。",
        "橋の建設費はJR東日本によると2017億円だった。",
        "12 34 56",
        "",
    ],
)
def test_what_is_read(text: str) -> None:
    assert is_read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke kostete 38 Milliarden Euro im Jahr 2017.",
        "Le pont a coûté 38 milliards d'euros, selon les chiffres du ministère.",
        "El puente costó 38 mil millones de euros y las obras duraron dos años.",
        "Мост стоил 38 миллиардов евро.",
        "다리 건설에는 2017억 엔이 들었다.",
        "كلف الجسر 38 مليار يورو.",
    ],
)
def test_what_is_not(text: str) -> None:
    assert not is_read(text)

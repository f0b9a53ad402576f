"""What every finding owes a reader, whatever the text: claims that exist, a sentence, its sum, no failure."""

import tomllib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checks import checks, findings_of
from factcheck.extract import claims_of
from factcheck.model import Article, Published

FOLDER = Path(__file__).parent.parent / "corpus" / "checks"
ALARMS = [
    row["text"] for path in sorted(FOLDER.glob("*.toml")) for row in tomllib.loads(path.read_text("utf-8"))["alarm"]
]
DAYS = st.sampled_from([None, "2021-12-06", "XXXX-12-06", "2021-XX-XX", "2021"])
PIECES = st.one_of(
    st.sampled_from(ALARMS),
    st.sampled_from(
        "0 (0%) $0 -5 from to per cent born died aged 31 February € ( ) , ; each of a third 1e9 25:10".split()
    ),
    st.text(max_size=12),
)


@given(st.lists(PIECES, max_size=12).map(" ".join), DAYS)
@settings(max_examples=150, deadline=None)
def test_findings_speak_of_claims_that_exist(text: str, published: str | None) -> None:
    article = Article("", text, Published(published) if published else None)
    claims = claims_of(article)
    keys = {claim.key for claim in claims}
    for finding in findings_of(article, claims):
        assert finding.claims
        assert keys.issuperset(finding.claims)
        assert len(set(finding.claims)) == len(finding.claims)
        assert finding.check in checks()
        assert finding.message.endswith(".")
        assert finding.arithmetic
        assert finding.tolerance


def test_no_two_findings_of_a_corpus_are_one() -> None:
    article = Article("", "\n\n".join(ALARMS), Published("2021-12-06"))
    keys = [finding.key for finding in findings_of(article, claims_of(article))]
    assert len(keys) == len(set(keys))


def test_of_two_findings_about_one_slip_the_more_specific_stands_alone() -> None:
    text = "The $3.2bn bridge over the Lode opens in May.\n\nThe $32bn bridge is a mile long."
    article = Article("", text, Published("2024-03-05"))
    claims = claims_of(article)
    both = [finding for check in checks().values() for finding in check.look(article, claims)]
    (alone,) = findings_of(article, claims)
    assert len(both) == 2
    assert set(both[0].claims) == set(both[1].claims)
    assert checks()[alone.check].rank == max(checks()[finding.check].rank for finding in both)


def test_how_a_finding_is_worded() -> None:
    article = Article("", "The pass is 1 mile (3 km) long and opened on Monday 9 March 2021.", Published("2021-12-06"))
    miles, day = findings_of(article, claims_of(article))
    assert miles.arithmetic[0] == "1 mile = 1.609 kilometres"
    assert "1.61 kilometres, not" in miles.message
    assert day.accepted == "tolerance: none, for the year is stated or is the article's own."

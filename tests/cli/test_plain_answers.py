"""Whatever is answered, in whatever order: the plain review goes on, and the log holds."""

import tempfile
from io import StringIO
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Store
from db.doctor import examine
from db.verify import verify
from factcheck.app.screens._session import Session
from factcheck.cli._desk import dump, load, now
from factcheck.cli._plain.articles import choose
from factcheck.cli._plain.dialogue import Dialogue
from factcheck.cli._plain.letters import LETTERS
from factcheck.cli._plain.lines import WIDTH, cells
from factcheck.cli._plain.review import Review, Target
from factcheck.cli._plain.talk import Talk
from factcheck.extract import claims_of
from factcheck.model import Article, Published
from factcheck.rules import Rules

FOLDER = Path(__file__).with_name("dialogues") / "articles"
HARBOUR, BRIDGE, TRANSLATION, ORIGINAL = (
    Article(name, (FOLDER / f"{name}.txt").read_text("utf-8"), Published("2025-03-14"))
    for name in ("harbour", "bridge", "en", "zh")
)
FOLLOWING = st.sampled_from(
    [
        *("", "", "", "1", "2", "3 5-8", "all", "the", "a", "y", "n", "e", "q", "=", "-", "+", "v", "d", "é亿\x1b["),
        *("= 5 million yen", "“the harbour”", "12 May 2025", "2090-01-01", "checker", "bridge", "value", "open"),
    ]
)
ANSWERS = st.one_of(
    st.builds("{} {}".format, st.sampled_from([*LETTERS, "?", "#", "Q"]), FOLLOWING),
    FOLLOWING,
    st.text(max_size=20),
).map(lambda answer: answer.replace("\n", " ").replace("\r", " "))


@given(st.lists(ANSWERS, max_size=40))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_answer_stops_the_review(capsys: object, answers: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "desk.db", dump, load, clock=now) as store:
        for article in (HARBOUR, BRIDGE, TRANSLATION):
            store.add(article, claims_of(article), actor="bo", at=now())
        talk, target = Talk(StringIO("".join(f"{answer}\n" for answer in answers))), Target(TRANSLATION.key)
        for _ in range(5):
            session = Session(store, store.article(target.article), reviewer="ada", clock=now, rules=Rules())
            if target.article == TRANSLATION.key:
                session.translate(ORIGINAL)
            review = Review(store, session, talk, None, target.claim)
            if not Dialogue(review).run() or review.left_for is None:
                break
            target = review.left_for
        assert verify(store).holds
        assert examine(store) == ()
        assert choose(store, Talk(StringIO("1\n")), "ada", Rules()) is not None
    said = capsys.readouterr().out  # type: ignore[attr-defined]
    assert all(cells(line) <= WIDTH for line in said.splitlines())
    assert not {char for char in said if (char < " " and char != "\n") or "\x7f" <= char < "\xa0"}

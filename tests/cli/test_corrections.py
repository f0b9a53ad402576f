"""`factcheck corrections`: the finder's mistakes as examples that its tests can take."""

import tomllib
from dataclasses import replace
from pathlib import Path

from db import Store
from factcheck.cli._desk import dump, load
from factcheck.document import Document
from factcheck.kinds import kinds
from factcheck.model import Act, Claim, Origin, Span, Verb, Verdict
from tests.cli.conftest import Run
from tests.db.desk import at

TEXT = 'Harbour wall\n\nThe wall costs $3 million. It was "planned" on 5 March 2024. Some dozens came.\n'


def test_values_added_claims_and_dismissed_ones(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wall.txt").write_text(TEXT, "utf-8")
    key = run("add", "wall.txt", "--published", "2024-03-09").stdout.split()[0]
    assert run("corrections").stdout == ""
    with Store(tmp_path / "desk.db", dump, load) as store:
        article, ledger = store.article(key), store.ledger(key)
        money = next(entry.claim for entry in ledger if entry.claim.quote == "$3 million")
        day = next(entry.claim for entry in ledger if entry.claim.quote == "5 March 2024")
        right = kinds()["amount"].read(Document("$3.5 million"), Span(0, 12))
        assert right is not None
        act = Act(at(1), "ana", Verb.CORRECTED, article.draft, money.key)
        store.record(act, claims=[replace(money, value=right)])
        store.record(Act(at(2), "ana", Verb.JUDGED, article.draft, day.key, {"verdict": Verdict.DISMISSED}))
        start = article.text.index("wall costs")
        added = Claim(article.draft, "amount", Span(start, start + 4), "wall", right, Origin.ADDED)
        store.record(Act(at(3), "ana", Verb.CLAIM_ADDED, article.draft, added.key), claims=[added])
    run("corrections", "-o", "cases.toml")
    text = (tmp_path / "cases.toml").read_text("utf-8")
    assert text == run("corrections").stdout
    cases = {case["why"]: case for case in tomllib.loads(text)["case"]}
    value = {"low": "3500000", "high": "3500000", "unit": "USD", "bound": "="}
    corrected = cases["the finder read 3,000,000 USD"]
    assert corrected["text"] == "The wall costs $3 million."
    assert (corrected["kind"], corrected["published"]) == ("amount", "2024-03-09")
    assert corrected["found"] == [{"quote": "$3 million", **value}]
    assert cases["the finder did not see it"]["found"] == [{"quote": "wall", **value}]
    (never,) = (case for why, case in cases.items() if why.startswith("no claim"))
    assert (never["kind"], never["found"], never["text"]) == ("date", [], 'It was "planned" on 5 March 2024.')

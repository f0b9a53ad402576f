"""`factcheck update`: a new draft of an article of the desk."""

import json
from pathlib import Path

from db import Store
from factcheck.cli._desk import dump, load
from factcheck.model import Act, Verb, Verdict
from tests.cli.conftest import Run
from tests.db.desk import at

TEXT = "Harbour wall\n\nThe wall will cost $3 million. It was planned on 3 March 2024.\n\nTwo cranes came later.\n"


def test_verdicts_go_with_what_did_not_change(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wall.txt").write_text(TEXT, "utf-8")
    (tmp_path / "new.txt").write_text(TEXT.replace("$3 million", "$4 million") + "\nThe bill is $9.\n", "utf-8")
    key = run("add", "wall.txt", "--published", "2024-03-05").stdout.split()[0]
    with Store(tmp_path / "desk.db", dump, load) as store:
        entries = store.ledger(key).entries
        for entry in entries:
            claim = entry.claim
            store.record(Act(at(1), "ada", Verb.JUDGED, claim.draft, claim.key, {"verdict": Verdict.VERIFIED}))
    done = run("update", key[:6], "new.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "[-3-]{+4+}" in done.stdout
    assert "new       amount “$9”" in done.stdout
    changed = [line for line in done.stdout.splitlines() if line.startswith("  changed")]
    assert [line.split("“")[1].split("”")[0] for line in changed] == ["$4 million", "3 March 2024"]
    assert "the sentence before it is another now: It was planned" in changed[1]
    with Store(tmp_path / "desk.db", dump, load, readonly=True) as store:
        standings = {entry.claim.quote: entry.standing for entry in store.ledger(key)}
        article = store.article(key)
    assert standings["$4 million"].verdict is Verdict.OPEN
    assert (standings["$4 million"].was, standings["$4 million"].words) == (Verdict.VERIFIED, "$3 million")
    assert standings["Two cranes"].verdict is Verdict.VERIFIED
    assert str(article.published) == "2024-03-05"
    assert "unchanged" in run("update", key, "new.txt").stdout
    listed = [json.loads(line) for line in run("list", "--json").stdout.splitlines()]
    assert len(listed) == 1
    assert run("verify").returncode == run("doctor").returncode == 0


def test_an_article_that_is_not_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wall.txt").write_text(TEXT, "utf-8")
    run("add", "wall.txt")
    done = run("update", "ffff", "wall.txt")
    assert done.returncode == 1
    assert "No article" in done.stderr

"""`factcheck gate`: an article leaves when all that the rules ask for is done, and not before."""

import json
from pathlib import Path

import pytest

from db import Store
from factcheck.checks import findings_of
from factcheck.cli._desk import dump, load
from factcheck.model import Act, Answer, Answered, Evidence, Verb, Verdict
from tests.cli.conftest import Run
from tests.db.desk import at

TEXT = "Harbour wall\n\nThe wall will cost $3 million. It was planned on Monday, 5 March 2024.\n"


@pytest.fixture
def key(run: Run, tmp_path: Path) -> str:
    (tmp_path / "wall.txt").write_text(TEXT, "utf-8")
    return run("add", "wall.txt", "--published", "2024-03-09").stdout.split()[0]


def judge_all(path: Path, key: str) -> None:
    with Store(path, dump, load) as store:
        for minute, entry in enumerate(store.ledger(key)):
            data = {"verdict": Verdict.VERIFIED}
            store.record(Act(at(minute), "ana", Verb.JUDGED, entry.claim.draft, entry.claim.key, data))


def test_open_claims_are_named(run: Run, key: str, tmp_path: Path) -> None:
    done = run("gate", key)
    assert (done.returncode, done.stderr) == (1, "")
    assert "“$3 million”: open" in done.stdout
    judge_all(tmp_path / "desk.db", key)
    assert run("gate", key).returncode == 0


def test_what_is_disputed_is_done_and_told(run: Run, key: str, tmp_path: Path) -> None:
    judge_all(tmp_path / "desk.db", key)
    assert "disputed" not in run("gate", key).stdout
    with Store(tmp_path / "desk.db", dump, load) as store:
        claim = store.ledger(key)[0].claim
        store.record(Act(at(50), "ana", Verb.JUDGED, claim.draft, claim.key, {"verdict": Verdict.DISPUTED}))
    done = run("gate", key)
    assert (done.returncode, done.stdout.splitlines()[1:]) == (0, ["1 claim of it stands as disputed."])
    assert json.loads(run("gate", key, "--json").stdout)["disputed"] == 1


def test_evidence_and_answers_are_asked_for_by_rule(run: Run, key: str, tmp_path: Path) -> None:
    judge_all(tmp_path / "desk.db", key)
    (tmp_path / "factcheck.toml").write_text('evidence = "magazine"\nfindings = true\n', "utf-8")
    done = run("gate", key)
    assert done.returncode == 1
    assert "“$3 million”: no primary source" in done.stdout
    assert "not answered: " in done.stdout
    with Store(tmp_path / "desk.db", dump, load) as store:
        ledger = store.ledger(key)
        for entry in ledger:
            data = Evidence("The plan", primary=True).data()
            store.record(Act(at(30), "ana", Verb.EVIDENCE, entry.claim.draft, entry.claim.key, data))
        for finding in findings_of(store.article(key), [entry.claim for entry in ledger]):
            answer = Answer(finding.key, Answered.CONFIRMED).data()
            store.record(Act(at(40), "ana", Verb.FINDING_ANSWERED, store.article(key).draft, data=answer))
    done = run("gate", key)
    assert done.returncode == 0, done.stdout


def test_what_cannot_be_read_has_a_status_of_its_own(run: Run, key: str, tmp_path: Path) -> None:
    assert run("gate", "ffff").returncode == 2
    (tmp_path / "factcheck.toml").write_text("evidence = 3", "utf-8")
    assert run("gate", key).returncode == 2
    assert run("gate", key, "--db", "nowhere.db").returncode == 2

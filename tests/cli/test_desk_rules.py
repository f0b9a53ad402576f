"""The rules of a desk as its people meet them: from the first verdict to the gate."""

import json
from pathlib import Path

import pytest

from db import Store
from factcheck.cli._desk import dump, load
from factcheck.model import Act, Evidence, Verb, Verdict
from tests.cli.conftest import Run
from tests.db.desk import at

TEXT = "Harbour wall\n\nThe wall will cost $3 million. It was planned in March 2024.\n"
RULES = """
evidence = "required"
[second]
ask = "all"
[roles]
ana = ["checker"]
bo = ["second"]
lea = ["lead"]
eve = ["editor"]
[signoff]
roles = ["checker", "second", "editor"]
"""


@pytest.fixture
def key(run: Run, tmp_path: Path) -> str:
    (tmp_path / "wall.txt").write_text(TEXT, "utf-8")
    (tmp_path / "factcheck.toml").write_text(RULES, "utf-8")
    return run("add", "wall.txt", "--published", "2024-03-09", "--reviewer", "ana").stdout.split()[0]


def judge(path: Path, key: str, who: str, minute: float, verdict: Verdict = Verdict.VERIFIED) -> None:
    """A verdict on every claim of an article, each with its evidence."""
    with Store(path, dump, load) as store:
        for entry in store.ledger(key):
            place = (entry.claim.draft, entry.claim.key)
            data = Evidence(f"The plan, as {who} has it").data()
            store.record(Act(at(minute), who, Verb.EVIDENCE, *place, data))
            store.record(Act(at(minute), who, Verb.JUDGED, *place, {"verdict": verdict}))


def test_from_the_first_verdict_to_the_gate(run: Run, key: str, tmp_path: Path) -> None:
    desk = tmp_path / "desk.db"
    done = run("signoff", key, "--role", "checker", "--reviewer", "ana")
    assert (done.returncode, done.stderr) == (1, "")
    assert "“$3 million”: open" in done.stdout
    assert "Nothing was signed" in done.stdout
    judge(desk, key, "ana", 1)
    assert run("signoff", key, "--role", "checker", "--reviewer", "bo").stderr.startswith("factcheck: bo is no checker")
    assert run("signoff", key, "--role", "checker", "--reviewer", "ana").returncode == 0
    assert "no second person" in run("gate", key).stdout
    assert "verified" not in run("gate", key).stdout  # which verdict the first one gave is not told
    assert "“$3 million”: open" in run("signoff", key, "--role", "second", "--reviewer", "bo").stdout
    judge(desk, key, "bo", 2)
    assert "reopened by bo" in run("gate", key).stdout  # bo's evidence is part of what ana signed
    for role, who in (("checker", "ana"), ("second", "bo"), ("editor", "eve")):
        done = run("signoff", key, "--role", role, "--reviewer", who)
        assert done.returncode == 0, done.stdout
    done = run("gate", key)
    assert (done.returncode, done.stdout.split()[:3]) == (0, ["All", "is", "done"])
    judge(desk, key, "ana", 3, Verdict.DISPUTED)
    (listed,) = map(json.loads, run("list", "--json").stdout.splitlines())
    assert [(each["role"], each["holds"], each["reopened_by"]) for each in listed["signed_off"]] == [
        ("checker", False, "ana"),
        ("second", False, "ana"),
        ("editor", False, "ana"),
    ]
    assert "reopened: checker, second, editor" in run("list").stdout
    done = run("gate", key, "--json")
    missing = json.loads(done.stdout)["missing"]
    assert done.returncode == 1
    assert {"contested"} < {each["missing"] for each in missing}
    assert sum("reopened by ana" in each["missing"] for each in missing) == 3
    assert run("doctor").returncode == run("verify").returncode == 0


def test_lists_keep_what_is_blind_and_tell_the_lead(run: Run, key: str, tmp_path: Path) -> None:
    judge(tmp_path / "desk.db", key, "ana", 1)
    seen = {who: json.loads(run("list", "--json", "--reviewer", who).stdout) for who in ("ana", "bo", "lea")}
    assert [seen[who]["verified"] > 0 for who in ("ana", "bo", "lea")] == [True, False, True]
    assert seen["bo"]["open"] == seen["bo"]["claims"] == seen["bo"]["second_due"]
    assert "verified" not in run("status", "--reviewer", "bo").stdout
    assert "verified" in run("status", "--reviewer", "lea").stdout
    assert "verified" in run("export").stdout


def test_a_queue_has_what_is_mine_first_what_is_urgent(run: Run, key: str, tmp_path: Path) -> None:
    (tmp_path / "two.txt").write_text("Ferries\n\nTwo ferries cost $9 million.\n", "utf-8")
    other = run("add", "two.txt", "--reviewer", "ana").stdout.split()[0]
    done = run("assign", other, "bo", "--deadline", "2030-01-02", "--kinds", "amount", "--reviewer", "lea")
    assert "assigned to bo (amount) until 2030-01-02 23:59" in done.stdout
    judge(tmp_path / "desk.db", key, "ana", 1)
    lines = [json.loads(line) for line in run("queue", "--json", "--reviewer", "bo").stdout.splitlines()]
    assert [line["article"] for line in lines] == [other, key]
    assert (lines[0]["deadline"][:10], lines[0]["open"]) == ("2030-01-02", 1)
    assert (lines[1]["second_due"], lines[1]["open"]) == (2, 0)
    assert run("queue", "--json", "--reviewer", "ana").stdout == ""
    assert "2030-01-02" in run("queue", "--reviewer", "bo").stdout
    assert "no longer assigned" in run("assign", other, "bo", "--withdraw").stdout
    again = run("assign", other, "bo", "--withdraw")
    assert (again.returncode, "is not assigned to bo" in again.stderr) == (1, True)
    lines = [json.loads(line) for line in run("queue", "--json", "--reviewer", "bo").stdout.splitlines()]
    assert lines[-1]["deadline"] is None


@pytest.mark.parametrize("words", [["--deadline", "soon"], ["--kinds", "rumour"]])
def test_an_assignment_that_is_not_understood_is_refused(run: Run, key: str, words: list[str]) -> None:
    assert run("assign", key, "bo", *words).returncode == 2


def test_rules_and_their_changes_are_shown(run: Run, key: str, tmp_path: Path) -> None:
    told = run("rules").stdout
    assert "every claim, blind" in told
    assert "checker, then second, then editor" in told
    assert 'ana: evidence (not set) -> "required"' in told
    (tmp_path / "factcheck.toml").write_text("findings = true\n", "utf-8")
    assert len(json.loads(run("rules", "--json").stdout)["changes"]) == 1  # looking changes nothing
    assert run("assign", key, "bo", "--reviewer", "eve").returncode == 0
    changes = json.loads(run("rules", "--json").stdout)["changes"]
    assert (changes[0]["by"], changes[0]["rules"]) == ("eve", {"findings": True})
    assert len(changes) == 2
    assert run("verify").returncode == run("doctor").returncode == 0


def test_rules_that_cannot_be_read_stop_the_work_but_not_the_proof(run: Run, key: str, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text("[second]\nask = 'sometimes'\n", "utf-8")
    done = run("assign", key, "bo")
    assert (done.returncode, "Nothing was done" in done.stderr) == (1, True)
    assert run("list").returncode == 1
    assert run("verify").returncode == run("doctor").returncode == run("backup", "copy.db").returncode == 0


SECRET = "only ana knows"


def test_the_plain_review_is_blind_until_both_have_judged(run: Run, key: str) -> None:
    def review(who: str, *answers: str) -> str:
        told = "".join(f"{answer}\n" for answer in answers)
        return " ".join(run("review", "--plain", "wall.txt", "--reviewer", who, input=told).stdout.split())

    assert "saved" in review("ana", "1", f"e {SECRET}", "v", "1", f"c {SECRET}", "q")
    seen = review("bo", "1", "", "r", "u", "R", "h", "o", "l", "f", "", "Z", "", "q")
    assert SECRET not in seen
    assert "verified" not in seen.replace("0 verified", "")
    assert "a second person's verdict is asked for" in seen
    assert SECRET in review("bo", "1", "e + the register", "d", "1", "q")
    seen = review("bo", "1", "R", "q")
    assert "a lead decides" in seen
    seen = review("lea", "1", "R", "v", "the register says so", "1", "q")
    assert "claim 1 verified, decided" in seen
    assert "decided: the register says so" in seen


def test_a_verdict_without_evidence_is_refused_or_kept_by_policy(run: Run, key: str) -> None:
    refused = run("review", "--plain", "wall.txt", "--reviewer", "ana", input="1\nv\nq\n")
    assert "Claim 1 has no evidence" in refused.stdout
    assert "e adds evidence" in refused.stdout
    assert refused.returncode == 1
    kept = run("review", "--plain", "--policy", "warn", "wall.txt", "--reviewer", "ana", input="1\nv\n1\nq\n")
    assert kept.returncode == 0
    assert "verified; by ana" in kept.stdout
    assert "; no evidence" in " ".join(kept.stdout.split())
    events = run("export", "--events", "--format", "jsonl").stdout
    assert '"lacks"' in events

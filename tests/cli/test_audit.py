"""`factcheck audit`: the whole desk in figures."""

import csv
import io
import json
from pathlib import Path

from db import Store
from factcheck.cli._desk import dump, load
from factcheck.model import Act, Verb, Verdict
from tests.cli.conftest import Run
from tests.db.desk import at

TEXT = "Harbour wall\n\nThe wall will cost $3 million. Two cranes came later, and $9 was lost.\n"


def test_figures_are_the_same_in_every_form(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wall.txt").write_text(TEXT, "utf-8")
    key = run("add", "wall.txt").stdout.split()[0]
    with Store(tmp_path / "desk.db", dump, load) as store:
        ledger = store.ledger(key)
        for minute, (entry, verdict) in enumerate(zip(ledger, (Verdict.VERIFIED, Verdict.DISPUTED), strict=False)):
            for actor, given in (("ana", verdict), ("bo", Verdict.VERIFIED)):
                data = {"verdict": given}
                store.record(Act(at(minute), actor, Verb.JUDGED, entry.claim.draft, entry.claim.key, data))
    done = run("audit", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    figures = {(row["figure"], row["of"], row["verdict"]): row["count"] for row in json.loads(done.stdout)}
    assert (
        figures["desk", "", "verified"]
        == figures["article", key, "verified"]
        == figures["reviewer", "bo", "verified"]
        == 2
    )
    assert figures["desk", "", "open"] == len(ledger) - 2
    assert figures["contested", key, ""] == 1
    assert figures["day 2026-03-01", "ana", "judged"] == 2
    assert figures["kappa", "ana and bo", ""] == 0
    assert figures["alpha", "2 claims", ""] == 0
    rows = list(csv.DictReader(io.StringIO(run("audit", "--csv").stdout)))
    assert {(row["figure"], row["of"], row["verdict"]): row["count"] for row in rows} == {
        what: str(count) for what, count in figures.items()
    }
    assert "contested" in run("audit").stdout

"""The schema, as the steps that made it; a step that has shipped is never edited."""

from sqlite_utils import Database, Migrations

from db import schema_counts, schema_log, schema_projections

migrations = Migrations("factcheck")


def _run(db: Database, *statements: str) -> None:
    for statement in statements:
        db.execute(statement)


@migrations()
def m0001_log_drafts_and_projections(db: Database) -> None:
    _run(db, *schema_log.TABLES, *schema_log.LOG, *schema_projections.PROJECTIONS)


@migrations()
def m0002_evidence_and_answers(db: Database) -> None:
    _run(db, *schema_log.ANSWERS_AND_EVIDENCE)


@migrations()
def m0003_merging_and_drafts(db: Database) -> None:
    _run(db, *schema_log.MERGED, *schema_projections.CARRIED)


@migrations()
def m0004_files_and_corrections(db: Database) -> None:
    _run(db, *schema_log.FILES, *schema_projections.CORRECTIONS)


@migrations()
def m0005_second_checks_and_sign_off(db: Database) -> None:
    _run(db, *schema_projections.SECOND)


@migrations()
def m0006_own_days_to_look_again(db: Database) -> None:
    """The day that one reviewer set, so that it can be shown without what others said."""
    _run(db, "alter table claim_verdict add column recheck text")


@migrations()
def m0007_audit(db: Database) -> None:
    _run(db, *schema_counts.AUDIT)


@migrations()
def m0008_lines_of_articles(db: Database) -> None:
    _run(db, *schema_counts.ARTICLES)


@migrations()
def m0009_originals(db: Database) -> None:
    _run(db, *schema_log.ORIGINALS)


@migrations()
def m0010_what_a_sample_draws(db: Database) -> None:
    _run(db, *schema_counts.SAMPLE)


@migrations()
def m0011_independent_verdicts(db: Database) -> None:
    """What each reviewer said before another's verdict lay beside it: agreement is of these."""
    _run(db, "alter table claim_verdict add column independent text")

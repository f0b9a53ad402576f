"""How long verdicts take, and how findings are answered: counts by reviewer and day, kept up to date with every act."""

from collections.abc import Iterable
from datetime import datetime

from db import log
from db.driver import sqlite3
from factcheck.model import Act, Answered, Verb

PAUSE = 15 * 60
"""Seconds between two verdicts of one person after which the second one's time is not known."""

PACE = "reviewer, day, verdicts, seconds"
ANSWERS = "day, reviewer, check_name, answer, count"


def follow(connection: sqlite3.Connection, act: Act) -> None:
    """Count the time of a verdict, whether it is taken back later or not."""
    if act.verb is not Verb.JUDGED:
        return
    row = connection.execute("select judged_at from reviewer where name = ?", [act.actor]).fetchone()
    if (taken := seconds_since(row[0] if row else None, act)) is not None:
        connection.execute(
            f"insert into pace ({PACE}) values (?, ?, 1, ?) on conflict do update"
            " set verdicts = verdicts + 1, seconds = seconds + excluded.seconds",
            [act.actor, log.instant(act.at)[:10], taken],
        )


def seconds_since(before: str | None, act: Act) -> int | None:
    """The whole seconds from the verdict before to this one; None where a pause lay between, or no time is known."""
    if before is None:
        return None
    seconds = (act.at - datetime.fromisoformat(before)).total_seconds()
    return int(seconds) if 0 <= seconds <= PAUSE else None


def count_answer(connection: sqlite3.Connection, act: Act, sign: int) -> None:
    """Count an answer to a finding that stands, or no more."""
    for key in answers_in(act):
        connection.execute(
            f"insert into answer_day ({ANSWERS}) values (?, ?, ?, ?, {sign})"
            f" on conflict do update set count = count + {sign:+d}",
            key,
        )
        connection.execute(
            "delete from answer_day where day = ? and reviewer = ? and check_name = ? and answer = ? and count = 0", key
        )


def answers_in(act: Act) -> Iterable[tuple[str, str, str, str]]:
    """Day, reviewer, check and answer, where an act answers a finding; an answer that is taken back counts nothing."""
    answer = str(act.data.get("answer"))
    if act.verb is Verb.FINDING_ANSWERED and answer != Answered.OPEN:
        yield log.instant(act.at)[:10], act.actor, str(act.data.get("check") or ""), answer

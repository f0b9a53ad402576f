"""How far reviewers agree, as counts: what each two of them said of the same claims, and all who judged a claim.

What counts is what each said by themselves, as the field has it: the verdict that they gave before another's lay
beside it. A verdict changed after that, to the other's or to what a dispute was decided to be, raises no agreement; a
decision is no reviewer's verdict. One that was taken back altogether counts no more.
"""

from db.driver import sqlite3

PAIRS = "day, kind, one, other, first, second, count"
UNITS = "day, kind, verified, disputed, dismissed, count"


def pairs(state: str, verdict: str, claim: str, carried: str) -> str:
    """SQL for the pairs of verdicts on each claim that several people judged, in the newest draft that has it."""
    return f"""
        select substr(s.at, 1, 10), c.kind, v.reviewer, w.reviewer, v.independent, w.independent, count(*)
        from {state} s join {claim} c on c.key = s.claim
            join {verdict} v on v.claim = s.claim and v.verdict <> 'open'
            join {verdict} w on w.claim = s.claim and w.verdict <> 'open' and w.reviewer > v.reviewer
        where s.givers > 1 and not exists (select 1 from {carried} k where k.origin = s.claim)
    """


def units(state: str, verdict: str, claim: str, carried: str) -> str:
    """SQL for how many people gave which verdict on each such claim."""
    return f"""
        select day, kind, verified, disputed, dismissed, count(*) from (
            select substr(s.at, 1, 10) as day, c.kind as kind, sum(v.independent = 'verified') as verified,
                sum(v.independent = 'disputed') as disputed, sum(v.independent = 'dismissed') as dismissed
            from {state} s join {claim} c on c.key = s.claim
                join {verdict} v on v.claim = s.claim and v.verdict <> 'open'
            where s.givers > 1 and not exists (select 1 from {carried} k where k.origin = s.claim)%s group by s.claim
        )
    """


_DESK = ("claim_state", "claim_verdict", "claim", "carried")


def count(connection: sqlite3.Connection, claim: str, sign: int) -> None:
    """Count what was said of a claim that several people judged, or count it no more."""
    row = connection.execute("select givers from claim_state where claim = ?", [claim]).fetchone()
    if row is None or row[0] < 2:
        return
    for table, columns, found in (
        ("pair_count", PAIRS, f"{pairs(*_DESK)} and s.claim = ? group by 1, 2, 3, 4, 5, 6"),
        ("unit_count", UNITS, f"{units(*_DESK) % ' and s.claim = ?'} group by 1, 2, 3, 4, 5"),
    ):
        counted = connection.execute(found, [claim]).fetchall()
        names = columns.split(", ")
        marks = ", ".join("?" * (len(names) - 1))
        for *key, _ in counted:
            connection.execute(
                f"insert into {table} ({columns}) values ({marks}, {sign})"
                f" on conflict do update set count = count + {sign:+d}",
                key,
            )
            if sign < 0:
                same = " and ".join(f"{name} = ?" for name in names[:-1])
                connection.execute(f"delete from {table} where count = 0 and {same}", key)

"""How many claims of an article stand where, kept up as they change; triggers add that up for articles and the desk."""

from db import sample
from db.driver import sqlite3
from factcheck.model import Verdict


def changed(of: str) -> str:
    """SQL for whether the verdict in a row `of` was given on other words or another reading than the claim has.

    That is `claim c`, with the reading that a person corrected in `claim_state s`.

    A claim that was dismissed is no claim, however it is read.
    """
    return f"""
        ({of}.was in ('{Verdict.VERIFIED}', '{Verdict.DISPUTED}') and ({of}.verdict = '{Verdict.OPEN}'
        or {of}.quote <> c.quote or ({of}.reading <> ''
        and {of}.reading <> coalesce(s.corrected_reading, c.reading, {of}.reading))))
    """


CHANGED = changed("s")
"""The same of `claim_state s`."""

SINGLE = "(s.givers = 1 and s.resolution is null)"
"""SQL for whether one person alone has judged the claim of `claim_state s`."""


def counted(article: str = "article", claim: str = "claim", state: str = "claim_state", samples: str = "sample") -> str:
    """SQL for the claims that count: of an article's newest draft, found by the finder or with some act standing."""
    drawn = f"draws(s.origin, (select seed from {samples}), (select percent from {samples}))"
    return f"""
        select a.key, c.kind, coalesce(s.verdict, 'open'), coalesce(s.reviewer, ''),
            coalesce(substr(s.at, 1, 10), a.since), count(*),
            coalesce(sum(s.contested), 0), coalesce(sum({CHANGED}), 0), coalesce(sum({SINGLE}), 0),
            coalesce(sum({SINGLE} and {drawn}), 0)
        from {article} a join {claim} c on c.draft = a.draft left join {state} s on s.claim = c.key
        where (c.found or s.claim is not null)
    """


COUNT_COLUMNS = "article, kind, verdict, reviewer, day, count, contested, changed, single, drawn"
GROUPED = "group by 1, 2, 3, 4, 5"
"""How what `counted` selects is grouped."""

ARTICLE_OF = "(select d.article from draft d where d.key = c.draft)"
"""SQL for the article of `claim c`."""


def count_claim(connection: sqlite3.Connection, claim: str, sign: int) -> None:
    """Count a claim where it stands now, or (-1) no more."""
    connection.execute(
        f"""
        insert into status_count ({COUNT_COLUMNS})
        select v.* from ({counted()} and c.key = ? and a.key = {ARTICLE_OF} {GROUPED}) v where true
        on conflict do update set count = count + {sign:+d}, contested = contested + {sign:+d} * excluded.contested,
            changed = changed + {sign:+d} * excluded.changed, single = single + {sign:+d} * excluded.single,
            drawn = drawn + {sign:+d} * excluded.drawn
        """,
        [claim],
    )
    if sign < 0:
        connection.execute(
            "delete from status_count where count = 0"
            f" and article = (select {ARTICLE_OF} from claim c where c.key = ?)",
            [claim],
        )


def recount(connection: sqlite3.Connection, article: str) -> None:
    """Count an article's claims anew."""
    connection.execute("delete from status_count where article = ?", [article])
    connection.execute(
        f"insert into status_count ({COUNT_COLUMNS}) {counted()} and a.key = ? {GROUPED}",
        [article],
    )


def follow_rules(connection: sqlite3.Connection) -> None:
    """Count anew what the sample of the second check draws, where the log asks for another one than was counted."""
    asked = sample.in_log(connection)
    if asked == sample.kept(connection):
        return
    connection.execute("delete from sample")
    connection.execute("update status_count set drawn = 0 where drawn > 0")
    if asked is not None:
        connection.execute(f"insert into sample ({sample.COLUMNS}) values (?, ?)", asked)
        same = " and ".join(f"v.{name} = status_count.{name}" for name in COUNT_COLUMNS.split(", ")[:5])
        connection.execute(
            f"with v ({COUNT_COLUMNS}) as ({counted()} and s.givers = 1 {GROUPED})"
            f" update status_count set drawn = v.drawn from v where {same} and v.drawn > 0"
        )

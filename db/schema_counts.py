"""The schema of an audit's counts: projections, and the triggers that add them up over articles and the whole desk."""

from collections.abc import Mapping, Sequence

_COUNTS = ("count", "contested", "changed", "single")


def _triggers(counts: Sequence[str], sums: Mapping[str, str]) -> tuple[str, ...]:
    """What keeps the `counts` of the whole desk and the `sums` of each article: by column, SQL of a `row` of counts."""

    def summed(sign: str, row: str) -> str:
        return ", ".join(f"{name} = {name} {sign} {sql.format(row=row)}" for name, sql in sums.items())

    moved = ", ".join(
        f"{name} = {name} + {sql.format(row='new')} - {sql.format(row='old')}" for name, sql in sums.items()
    )
    columns = ("day", "kind", "verdict", "reviewer", *counts)
    same = "day = {0}.day and kind = {0}.kind and verdict = {0}.verdict and reviewer = {0}.reviewer"
    return (
        f"""
        create trigger status_count_is_added after insert on status_count begin
            insert into desk_count ({", ".join(columns)}) values ({", ".join(f"new.{name}" for name in columns)})
                on conflict do update set {", ".join(f"{name} = {name} + excluded.{name}" for name in counts)};
            update article set {summed("+", "new")} where key = new.article;
        end
        """,
        f"""
        create trigger status_count_is_changed after update on status_count begin
            update desk_count set {", ".join(f"{name} = {name} + new.{name} - old.{name}" for name in counts)}
                where {same.format("new")};
            update article set {moved} where key = new.article;
        end
        """,
        f"""
        create trigger status_count_is_removed after delete on status_count begin
            update desk_count set {", ".join(f"{name} = {name} - old.{name}" for name in counts)}
                where {same.format("old")};
            delete from desk_count where count = 0 and {same.format("old")};
            update article set {summed("-", "old")} where key = old.article;
        end
        """,
    )


AUDIT = (
    # Counts for the audit. A day (UTC) is that of the verdict, and of an open claim the one on which it came.
    "alter table article add column since text not null default ''",  # the day its newest draft came
    "alter table article add column open integer not null default 0",
    "alter table article add column disputed integer not null default 0",
    "alter table article add column contested integer not null default 0",
    "drop table status_count",
    """
    create table status_count (
        article text not null,
        kind text not null,
        verdict text not null,
        reviewer text not null,
        day text not null,
        count integer not null,
        contested integer not null,
        changed integer not null,
        single integer not null,       -- judged by one person alone
        primary key (article, kind, verdict, reviewer, day)
    ) strict, without rowid
    """,
    # The same over all articles, kept by the triggers below.
    """
    create table desk_count (
        day text not null,
        kind text not null,
        verdict text not null,
        reviewer text not null,
        count integer not null,
        contested integer not null,
        changed integer not null,
        single integer not null,
        primary key (day, kind, verdict, reviewer)
    ) strict, without rowid
    """,
    *_triggers(
        _COUNTS,
        {
            "contested": "{row}.contested",
            "open": "iif({row}.verdict = 'open', {row}.count, 0)",
            "disputed": "iif({row}.verdict = 'disputed', {row}.count, 0)",
        },
    ),
    "alter table reviewer add column judged_at text",  # when they gave a verdict last
    # Verdicts that followed another by the same person within a quarter of an hour, and how long that took in all.
    """
    create table pace (
        reviewer text not null,
        day text not null,
        verdicts integer not null,
        seconds integer not null,
        primary key (reviewer, day)
    ) strict, without rowid
    """,
    """
    create table answer_day (
        day text not null,
        reviewer text not null,
        check_name text not null,      -- "" where the act does not say which check's finding it answers
        answer text not null,
        count integer not null,
        primary key (day, reviewer, check_name, answer)
    ) strict, without rowid
    """,
    # Claims that several people judged, each in the newest draft that has it: two by two, and all together.
    """
    create table pair_count (
        day text not null,
        kind text not null,
        one text not null,
        other text not null,
        first text not null,           -- the verdict of the one
        second text not null,          -- and of the other
        count integer not null,
        primary key (day, kind, one, other, first, second)
    ) strict, without rowid
    """,
    """
    create table unit_count (
        day text not null,
        kind text not null,
        verified integer not null,     -- how many people gave this verdict
        disputed integer not null,
        dismissed integer not null,
        count integer not null,
        primary key (day, kind, verified, disputed, dismissed)
    ) strict, without rowid
    """,
    "create index claim_state_newest on claim_state(at)",
    "create index claim_state_by_verdict on claim_state(verdict, at)",
    "create index claim_state_by_reviewer on claim_state(reviewer, at)",
    "create index claim_state_contested on claim_state(at) where contested",
    "create index article_newest on article(last_stamp, key)",
    "create index article_by_draft on article(draft)",
    "create index article_open on article(last_stamp, key) where open > 0",
)

_SUMS = {
    "open": "iif({row}.verdict = 'open', {row}.count, 0)",
    "verified": "iif({row}.verdict = 'verified', {row}.count, 0)",
    "disputed": "iif({row}.verdict = 'disputed', {row}.count, 0)",
    "dismissed": "iif({row}.verdict = 'dismissed', {row}.count, 0)",
    "contested": "{row}.contested",
    "changed": "{row}.changed",
    "single": "{row}.single",
}


def _sum_articles(sums: Mapping[str, str], articles: str, counts: str) -> str:
    added = ", ".join(f"sum({sql.format(row='n')}) as {name}" for name, sql in sums.items())
    return (
        f"update {articles} as a set {', '.join(f'{name} = s.{name}' for name in sums)}"
        f" from (select n.article, {added} from {counts} n group by 1) s where s.article = a.key"
    )


_UNTIE = tuple(f"drop trigger status_count_is_{what}" for what in ("added", "changed", "removed"))

ARTICLES = (
    # With these a row of `article` is a line of a list.
    "alter table article add column verified integer not null default 0",
    "alter table article add column dismissed integer not null default 0",
    "alter table article add column changed integer not null default 0",
    "alter table article add column single integer not null default 0",
    *_UNTIE,
    *_triggers(_COUNTS, _SUMS),
    _sum_articles(_SUMS, "article", "status_count"),
)

ARTICLE_SUMS = {**_SUMS, "drawn": "{row}.drawn"}
"""The sums that an article's row has: SQL by column, of a `row` of counts."""

SAMPLE = (
    # The sample of the second check that the log asks for, if any; of claims that are `single` those that it draws.
    "create table sample (seed text not null, percent real not null) strict",
    "alter table status_count add column drawn integer not null default 0",
    "alter table desk_count add column drawn integer not null default 0",
    "alter table article add column drawn integer not null default 0",
    *_UNTIE,
    *_triggers((*_COUNTS, "drawn"), ARTICLE_SUMS),
)


def sum_articles(articles: str, counts: str) -> str:
    """SQL that gives the rows of a table of articles their sums anew."""
    return _sum_articles(ARTICLE_SUMS, articles, counts)

"""The schema of what the log comes to, but for the counts of an audit."""

PROJECTIONS = (
    """
    create table article (
        key text primary key,
        draft text not null references draft(key) deferrable initially deferred,
        title text not null,
        published text,
        inferred integer not null,
        source text not null,
        last_by text not null,
        last_at text not null,
        last_stamp text not null,
        findings integer not null default 0
    ) strict
    """,
    "create table undone (event text primary key, by text not null) strict, without rowid",
    """
    create table claim_state (
        claim text primary key,
        verdict text not null,
        reviewer text not null,
        at text,
        note text not null,
        contested integer not null
    ) strict, without rowid
    """,
    """
    create table claim_verdict (
        claim text not null,
        reviewer text not null,
        verdict text not null,
        at text not null,
        primary key (claim, reviewer)
    ) strict, without rowid
    """,
    """
    create table status_count (
        article text not null,
        kind text not null,
        verdict text not null,
        reviewer text not null,
        count integer not null,
        contested integer not null,
        primary key (article, kind, verdict, reviewer)
    ) strict, without rowid
    """,
    """
    create table reviewer_day (
        reviewer text not null,
        day text not null,
        verb text not null,
        count integer not null,
        primary key (reviewer, day, verb)
    ) strict, without rowid
    """,
    "create table reviewer (name text primary key, last_stamp text not null) strict, without rowid",
)

CARRIED = (
    "alter table claim add column reading text",  # the value in words; null where an older version kept the claim
    # What the verdict shown was given on; of a claim that a new draft reopened, the last verdict there was.
    "alter table claim_state add column was text",
    "alter table claim_state add column quote text",
    "alter table claim_state add column reading text",
    "alter table status_count add column changed integer not null default 0",
    """
    create table carried (
        claim text primary key,
        origin text not null,          -- the claim of an earlier draft that it is
        changed integer not null       -- whether its words, context or value are others now
    ) strict, without rowid
    """,
    "create index carried_origin on carried(origin)",
)

CORRECTIONS = (
    "alter table claim_state add column corrected text",  # the value that a person read, JSON; null where none did
    "alter table claim_state add column corrected_reading text",
    "create index claim_reading on claim(reading, kind)",
    "create index claim_state_corrected on claim_state(corrected_reading) where corrected_reading is not null",
)

SECOND = (
    # How many reviewers have a verdict of their own, and the key that the claim had in its first draft.
    "alter table claim_state add column givers integer not null default 0",
    "alter table claim_state add column origin text not null default ''",
    "alter table claim_state add column resolution text",  # the reason, where a dispute was decided
    "alter table claim_state add column recheck text",  # the day it is to be looked at again
    "alter table claim_state add column primary_sources integer not null default 0",
    "alter table claim_state add column secondary_sources integer not null default 0",
    # What one reviewer said, so that it can be shown without what others said.
    "alter table claim_verdict add column note text not null default ''",
    "alter table claim_verdict add column was text",
    "alter table claim_verdict add column quote text",
    "alter table claim_verdict add column reading text",
    "alter table claim_verdict add column primary_sources integer not null default 0",
    "alter table claim_verdict add column secondary_sources integer not null default 0",
    "alter table status_count add column single integer not null default 0",  # judged by one person alone
    "create index claim_state_verified on claim_state(at) where verdict = 'verified'",
    "create index claim_state_recheck on claim_state(recheck) where recheck is not null",
    "create index event_assigned on event(stamp) where verb = 'assigned'",
    "create index event_signed_off on event(draft, stamp) where verb = 'signed-off'",
    "create index event_rules on event(stamp) where verb = 'rules-changed'",
)

"""The schema, as the steps that made it; a step that has shipped is never edited."""

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x66637464  # "fctd": how a desk is told from any other SQLite file

migrations = Migrations("factcheck")

_TABLES = (
    """
    create table draft (
        key text primary key,          -- SHA-256 of the text's UTF-8
        article text not null references article(key) deferrable initially deferred,
        text text not null,
        raw blob not null,             -- the bytes it was read from, zlib; empty when not kept
        raw_sha256 text not null,
        title text not null,
        published text,                -- as it came in; article.published is what stands now
        inferred integer not null,
        source text not null,
        language text not null
    ) strict
    """,
    "create index draft_article on draft(article)",
    """
    create table claim (
        key text primary key,
        draft text not null references draft(key),
        kind text not null,
        start integer not null check (start >= 0),
        "end" integer not null check ("end" >= start),
        quote text not null,
        value text not null,           -- JSON
        origin text not null,
        found integer not null         -- whether the latest reading of the draft found it
    ) strict
    """,
    'create index claim_reading_order on claim(draft, start, "end", kind)',
)

_LOG = (
    """
    create table device (
        id text primary key,           -- random; one chain of events each
        place text not null unique,    -- a hash of machine and file: a copy of the file begins a chain of its own
        since text not null
    ) strict
    """,
    """
    create table event (
        position integer primary key,  -- order of arrival in this file
        id text not null unique,       -- SHA-256 of the act's canonical JSON
        device text not null,
        device_seq integer not null,
        stamp text not null,           -- hybrid logical clock: the order of acts across devices
        at text not null,              -- what the actor's clock said
        actor text not null,
        verb text not null,
        draft text not null,
        claim text,
        data text not null,            -- JSON
        prev_hash text not null,
        hash text not null,
        unique (device, device_seq)
    ) strict
    """,
    "create index event_order on event(stamp)",
    "create index event_claim on event(claim, stamp) where claim is not null",
    "create index event_draft on event(draft, actor, stamp)",
    """
    create trigger event_is_chained before insert on event begin
        select raise(abort, 'factcheck: this event is in the log already')
            where exists (select 1 from event where id = new.id or position = new.position);
        select raise(abort, 'factcheck: this event does not follow the last of its device')
            where new.device_seq is not
                coalesce((select max(device_seq) from event where device = new.device), 0) + 1
            or new.prev_hash is not
                coalesce((select hash from event where device = new.device and device_seq = new.device_seq - 1), '');
    end
    """,
    """
    create trigger event_is_not_changed before update on event begin
        select raise(abort, 'factcheck: the log is only ever added to');
    end
    """,
    """
    create trigger event_is_not_removed before delete on event begin
        select raise(abort, 'factcheck: the log is only ever added to');
    end
    """,
    """
    create trigger draft_is_not_changed before update on draft begin
        select raise(abort, 'factcheck: a draft is never changed');
    end
    """,
    """
    create trigger draft_is_not_removed before delete on draft begin
        select raise(abort, 'factcheck: a draft is never removed');
    end
    """,
)

_PROJECTIONS = (
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


@migrations()
def m0001_log_drafts_and_projections(db: Database) -> None:
    for statement in (*_TABLES, *_LOG, *_PROJECTIONS):
        db.execute(statement)


@migrations()
def m0002_evidence_and_answers(db: Database) -> None:
    """Both are read from the log; these find them without reading the rest of it."""
    db.execute("create index event_evidence on event(stamp) where verb = 'evidence'")
    db.execute("create index event_answer on event(draft, stamp) where verb = 'finding-answered'")


_MERGED = (
    # Two devices may hold the same act, each in its own chain: an id is unique in a chain, not in the log.
    """
    create table merged (
        position integer primary key,  -- order of arrival in this file
        id text not null,              -- SHA-256 of the act's canonical JSON
        device text not null,
        device_seq integer not null,
        stamp text not null,           -- hybrid logical clock: the order of acts across devices
        at text not null,              -- what the actor's clock said
        actor text not null,
        verb text not null,
        draft text not null,
        claim text,
        data text not null,            -- JSON
        prev_hash text not null,
        hash text not null,
        unique (device, device_seq)
    ) strict
    """,
    "insert into merged select * from event",
    "drop table event",
    "alter table merged rename to event",
    "create index event_id on event(id)",
    "create index event_order on event(stamp)",
    "create index event_claim on event(claim, stamp) where claim is not null",
    "create index event_draft on event(draft, actor, stamp)",
    "create index event_evidence on event(stamp) where verb = 'evidence'",
    "create index event_answer on event(draft, stamp) where verb = 'finding-answered'",
    """
    create trigger event_is_chained before insert on event begin
        select raise(abort, 'factcheck: this event is in the log already')
            where exists (select 1 from event where id = new.id and device = new.device)
            or exists (select 1 from event where position = new.position);
        select raise(abort, 'factcheck: this event does not follow the last of its device')
            where new.device_seq is not
                coalesce((select max(device_seq) from event where device = new.device), 0) + 1
            or new.prev_hash is not
                coalesce((select hash from event where device = new.device and device_seq = new.device_seq - 1), '');
    end
    """,
    """
    create trigger event_is_not_changed before update on event begin
        select raise(abort, 'factcheck: the log is only ever added to');
    end
    """,
    """
    create trigger event_is_not_removed before delete on event begin
        select raise(abort, 'factcheck: the log is only ever added to');
    end
    """,
    "drop trigger draft_is_not_changed",
    # Which article a draft belongs to is what the log of all devices comes to.
    """
    create trigger draft_is_not_changed before update of
        key, text, raw, raw_sha256, title, published, inferred, source, language on draft begin
        select raise(abort, 'factcheck: a draft is never changed');
    end
    """,
    "alter table article add column language text not null default ''",
    "alter table article add column raw_sha256 text not null default ''",
)

_CARRIED = (
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


@migrations()
def m0003_merging_and_drafts(db: Database) -> None:
    for statement in (*_MERGED, *_CARRIED):
        db.execute(statement)


_FILES_AND_CORRECTIONS = (
    # A file that evidence names lies in the desk itself, so that every copy, backup and reader of the desk has it.
    """
    create table attached (
        sha256 text primary key,
        size integer not null          -- bytes
    ) strict, without rowid
    """,
    """
    create table attached_part (
        sha256 text not null references attached(sha256),
        part integer not null,
        content blob not null,
        primary key (sha256, part)
    ) strict
    """,
    "alter table claim_state add column corrected text",  # the value that a person read, JSON; null where none did
    "alter table claim_state add column corrected_reading text",
    "create index claim_reading on claim(reading, kind)",
    "create index claim_state_corrected on claim_state(corrected_reading) where corrected_reading is not null",
)


@migrations()
def m0004_files_and_corrections(db: Database) -> None:
    for statement in _FILES_AND_CORRECTIONS:
        db.execute(statement)


_SECOND = (
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


@migrations()
def m0005_second_checks_and_sign_off(db: Database) -> None:
    for statement in _SECOND:
        db.execute(statement)


@migrations()
def m0006_own_days_to_look_again(db: Database) -> None:
    """The day that one reviewer set, so that it can be shown without what others said."""
    db.execute("alter table claim_verdict add column recheck text")


_AUDIT = (
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
    """
    create trigger status_count_is_added after insert on status_count begin
        insert into desk_count (day, kind, verdict, reviewer, count, contested, changed, single) values
            (new.day, new.kind, new.verdict, new.reviewer, new.count, new.contested, new.changed, new.single)
            on conflict do update set count = count + excluded.count, contested = contested + excluded.contested,
                changed = changed + excluded.changed, single = single + excluded.single;
        update article set contested = contested + new.contested, open = open + iif(new.verdict = 'open', new.count, 0),
            disputed = disputed + iif(new.verdict = 'disputed', new.count, 0) where key = new.article;
    end
    """,
    """
    create trigger status_count_is_changed after update on status_count begin
        update desk_count set count = count + new.count - old.count,
            contested = contested + new.contested - old.contested,
            changed = changed + new.changed - old.changed, single = single + new.single - old.single
            where day = new.day and kind = new.kind and verdict = new.verdict and reviewer = new.reviewer;
        update article set contested = contested + new.contested - old.contested,
            open = open + iif(new.verdict = 'open', new.count - old.count, 0),
            disputed = disputed + iif(new.verdict = 'disputed', new.count - old.count, 0) where key = new.article;
    end
    """,
    """
    create trigger status_count_is_removed after delete on status_count begin
        update desk_count set count = count - old.count, contested = contested - old.contested,
            changed = changed - old.changed, single = single - old.single
            where day = old.day and kind = old.kind and verdict = old.verdict and reviewer = old.reviewer;
        delete from desk_count where count = 0
            and day = old.day and kind = old.kind and verdict = old.verdict and reviewer = old.reviewer;
        update article set contested = contested - old.contested,
            open = open - iif(old.verdict = 'open', old.count, 0),
            disputed = disputed - iif(old.verdict = 'disputed', old.count, 0) where key = old.article;
    end
    """,
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


@migrations()
def m0007_audit(db: Database) -> None:
    for statement in _AUDIT:
        db.execute(statement)


VERSION = 7
"""How many steps this program knows; a file's `user_version` is how many it went through."""

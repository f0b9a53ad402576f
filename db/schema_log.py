"""The schema of what a desk keeps: texts, claims, attached files, and the log of every act, which is only added to."""

TABLES = (
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

_EVENT = """
    create table {name} (
        position integer primary key,  -- order of arrival in this file
        {id} -- SHA-256 of the act's canonical JSON
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
    """

_ORDERS = (
    "create index event_order on event(stamp)",
    "create index event_claim on event(claim, stamp) where claim is not null",
    "create index event_draft on event(draft, actor, stamp)",
)

_CHAINED = """
    create trigger event_is_chained before insert on event begin
        select raise(abort, 'factcheck: this event is in the log already')
            where {known};
        select raise(abort, 'factcheck: this event does not follow the last of its device')
            where new.device_seq is not
                coalesce((select max(device_seq) from event where device = new.device), 0) + 1
            or new.prev_hash is not
                coalesce((select hash from event where device = new.device and device_seq = new.device_seq - 1), '');
    end
    """

_ONLY_ADDED = (
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
)

LOG = (
    """
    create table device (
        id text primary key,           -- random; one chain of events each
        place text not null unique,    -- a hash of machine and file: a copy of the file begins a chain of its own
        since text not null
    ) strict
    """,
    _EVENT.format(name="event", id="id text not null unique,      "),
    *_ORDERS,
    _CHAINED.format(known="exists (select 1 from event where id = new.id or position = new.position)"),
    *_ONLY_ADDED,
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

ANSWERS_AND_EVIDENCE = (
    "create index event_evidence on event(stamp) where verb = 'evidence'",
    "create index event_answer on event(draft, stamp) where verb = 'finding-answered'",
)
"""Both are read from the log; these find them without reading the rest of it."""

MERGED = (
    # Two devices may hold the same act, each in its own chain: an id is unique in a chain, not in the log.
    _EVENT.format(name="merged", id="id text not null,             "),
    "insert into merged select * from event",
    "drop table event",
    "alter table merged rename to event",
    "create index event_id on event(id)",
    *_ORDERS,
    *ANSWERS_AND_EVIDENCE,
    _CHAINED.format(
        known="exists (select 1 from event where id = new.id and device = new.device)"
        "\n            or exists (select 1 from event where position = new.position)"
    ),
    *_ONLY_ADDED,
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

ORIGINALS = ("create index event_original on event(draft, stamp) where verb = 'original'",)
"""What an article translates is read from the log."""

FILES = (
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
)

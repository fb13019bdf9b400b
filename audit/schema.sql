-- The ledger: what was found, what was decided, what became of it. Keyed hashes and plain facts; never a word of a post.
-- Step 1. Later steps are added below each other in `ledger.py`; `user_version` says how far a file has come.

CREATE TABLE audit (
    id          INTEGER PRIMARY KEY,
    made_at     TEXT NOT NULL,              -- UTC, ISO 8601
    version     TEXT NOT NULL,              -- of Backscroll
    examples    TEXT NOT NULL,              -- digest of the labelled examples the classifier learnt from
    encoder     TEXT NOT NULL,              -- digest of the sentence encoder, or absent
    profession  TEXT NOT NULL,
    country     TEXT NOT NULL,
    messages    INTEGER NOT NULL,           -- 1: private messages were read too
    posts       INTEGER NOT NULL
) STRICT;

CREATE TABLE export (
    audit       INTEGER NOT NULL REFERENCES audit (id),
    path        TEXT NOT NULL,              -- where it lay, so that the person need not name it again
    PRIMARY KEY (audit, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE coverage (                     -- what the exports of one audit could show, a row a network
    audit       INTEGER NOT NULL REFERENCES audit (id),
    network     TEXT NOT NULL,
    posts       INTEGER NOT NULL,
    first_day   INTEGER,                    -- days since 0001-01-01, proleptic; of the oldest dated post
    last_day    INTEGER,
    unread      INTEGER NOT NULL,           -- files and places that could not be read
    kinds       TEXT NOT NULL,              -- kinds of post that were there, comma-joined
    members     BLOB NOT NULL,              -- keyed hashes of the names of the files that were read whole, 8 bytes each
    accounts    BLOB NOT NULL,              -- keyed hashes of the accounts the exports name, 8 bytes each
    PRIMARY KEY (audit, network)
) STRICT, WITHOUT ROWID;

CREATE TABLE seen (                         -- every post ever read, so that "new" can be told from "found only now"
    post        BLOB PRIMARY KEY,           -- keyed hash of network, native id or time, and words
    network     TEXT NOT NULL,
    day         INTEGER,
    first_audit INTEGER NOT NULL REFERENCES audit (id),
    last_audit  INTEGER NOT NULL REFERENCES audit (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
    id          INTEGER PRIMARY KEY,
    network     TEXT NOT NULL,
    kind        TEXT NOT NULL,
    day         INTEGER,                    -- when it was posted
    member      BLOB NOT NULL,              -- keyed hash of the name of the file it stood in, 8 bytes
    edited_from INTEGER REFERENCES finding (id),  -- an edited post is a new finding, linked to the old
    by_hand     INTEGER NOT NULL DEFAULT 0, -- 1: the person found it in a sample, the classifier had not
    first_audit INTEGER NOT NULL REFERENCES audit (id)
) STRICT;

CREATE TABLE identity (                     -- by what a finding is known again; a moved one gains a row
    post        BLOB PRIMARY KEY,           -- as in `seen`
    finding     INTEGER NOT NULL REFERENCES finding (id),
    anchor      BLOB,                       -- keyed hash of network and native id: an edited post keeps it
    words       BLOB                        -- keyed hash of network and words: the same post in another format
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_of_finding ON identity (finding);

CREATE TABLE sighting (                     -- what one audit said of one finding
    finding     INTEGER NOT NULL REFERENCES finding (id),
    audit       INTEGER NOT NULL REFERENCES audit (id),
    presence    TEXT NOT NULL,              -- new, still there, changed, gone, held, came back, cannot tell
    why         TEXT NOT NULL,              -- a short code that belongs to the presence
    tier        TEXT NOT NULL,              -- look-first, look; "" if the classifier did not raise it this time
    severity    INTEGER NOT NULL,
    score       REAL NOT NULL,
    weight      REAL NOT NULL,
    categories  TEXT NOT NULL,              -- JSON: name of category → probability
    rules       TEXT NOT NULL,              -- JSON: the profession's rules that touched it, sentences of ours
    PRIMARY KEY (finding, audit)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (                     -- only ever added
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    finding     INTEGER NOT NULL REFERENCES finding (id),
    decided_at  TEXT NOT NULL,
    decision    TEXT NOT NULL,              -- one of `audit.decisions.DECISIONS`, or undone
    reason      TEXT NOT NULL,              -- one of `audit.decisions.REASONS`, or ""
    note        TEXT NOT NULL,              -- the person's own; refused if it repeats the post
    source      TEXT NOT NULL               -- review, file, page
) STRICT;
CREATE INDEX decision_of_finding ON decision (finding, id);
CREATE TRIGGER decision_stays BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
CREATE VIEW latest_decision AS
    SELECT * FROM decision AS d
    WHERE d.id = (SELECT max(id) FROM decision WHERE finding = d.finding) AND d.decision <> 'undone';

CREATE TABLE done (                         -- ticked off on a worklist; only ever added
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    finding     INTEGER NOT NULL REFERENCES finding (id),
    done_at     TEXT NOT NULL,
    done        INTEGER NOT NULL            -- 1 ticked, 0 the tick taken back
) STRICT;

CREATE TABLE gate (                         -- is a complaint or case open or likely? Only ever added
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    audit       INTEGER NOT NULL REFERENCES audit (id),
    answered_at TEXT NOT NULL,
    answer      TEXT NOT NULL               -- no, yes, unsure
) STRICT;

CREATE TABLE sample (                       -- an elusion check: posts not flagged, read by the person
    id          INTEGER PRIMARY KEY,
    audit       INTEGER NOT NULL REFERENCES audit (id),
    made_at     TEXT NOT NULL,
    seed        INTEGER NOT NULL,
    population  INTEGER NOT NULL,           -- posts that were not flagged
    size        INTEGER NOT NULL            -- of them read
) STRICT;

CREATE TABLE sampled (                      -- one post of a sample, once it is judged
    sample      INTEGER NOT NULL REFERENCES sample (id),
    post        BLOB NOT NULL,
    risky       INTEGER NOT NULL,           -- 1: the person would have wanted it found
    PRIMARY KEY (sample, post)
) STRICT, WITHOUT ROWID;

CREATE TABLE lesson (                       -- what the person's own decisions teach the next audit
    finding     INTEGER PRIMARY KEY REFERENCES finding (id),
    features    BLOB NOT NULL,              -- keyed, hashed grams (uint32 each): never words
    about_client INTEGER NOT NULL           -- 1 or 0
) STRICT;

CREATE TABLE seal (                         -- what a statement commits to
    id          INTEGER PRIMARY KEY,
    audit       INTEGER NOT NULL REFERENCES audit (id),
    made_at     TEXT NOT NULL,
    nonce       BLOB NOT NULL,              -- 32 random bytes, so that nobody can guess the findings from the digest
    digest      TEXT NOT NULL               -- SHA-256 of nonce and sealed findings, hexadecimal
) STRICT;

CREATE TABLE setting (
    name        TEXT PRIMARY KEY,           -- learning, columns (see `audit.remembered`), …
    value       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

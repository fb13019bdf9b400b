"""The ledger: audits, findings and decisions, from one year to the next. It never holds a word of a post.

One SQLite file and one key in the person's data folder, both for this person's eyes only. Posts are known by hashes
under that key, made in `audit.identity`; whoever has the file but not the key learns dates, kinds and decisions, no
more. Decisions are only ever added; each is on disk before the next is asked for. `schema.sql` explains each column.
"""

import json
import os
import secrets
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from audit.errors import AuditError

FILE, KEY = "ledger.sqlite3", "ledger.key"
KEY_BYTES = 32
STEPS: tuple[str, ...] = ("schema.sql",)  # one a `user_version`; a later step alters what an earlier one made
WAIT = 10_000  # milliseconds for another window of ours to finish writing


class LedgerUnusable(AuditError):
    """The file or its key is damaged, missing or of a newer Backscroll."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"The ledger {path} cannot be used: {why}. Your decisions are kept in that folder; move it elsewhere to "
            "begin anew, or put a copy of it back."
        )


class NoAudit(AuditError):
    """Something was asked that only an audit can answer."""

    def __init__(self) -> None:
        super().__init__("There is no audit in the ledger yet. Run backscroll scan with your archives first.")


@dataclass(frozen=True, slots=True)
class Identity:
    """By what a post is known again; see `audit.identity`. All are keyed hashes; `anchor` and `words` may be empty."""

    post: bytes
    anchor: bytes
    words: bytes
    network: str
    kind: str
    day: int | None
    member: bytes


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the exports of one audit could show of one network. Days as `date.toordinal`; hashes of 8 bytes."""

    network: str
    posts: int
    first_day: int | None
    last_day: int | None
    unread: int
    kinds: frozenset[str]
    members: frozenset[bytes]
    accounts: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One audit, as it was recorded."""

    id: int
    made_at: str
    version: str
    examples: str
    encoder: str
    profession: str
    country: str
    messages: bool
    posts: int
    exports: tuple[str, ...] = ()
    gate: str = ""  # "" if the question was not answered


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one audit said of one finding. Units: `score` and `categories` 0–1, `weight` 0–3."""

    presence: str
    why: str = ""
    tier: str = ""
    severity: int = 0
    score: float = 0.0
    weight: float = 0.0
    categories: dict[str, float] = field(default_factory=dict)
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """A finding as the ledger knows it. `identities`: (post, anchor, words), the newest last."""

    id: int
    network: str
    kind: str
    day: int | None
    member: bytes
    edited_from: int | None
    by_hand: bool
    first_audit: int
    identities: tuple[tuple[bytes, bytes, bytes], ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """One finding to be recorded: an old one by its `id`, or a new one (`id` None)."""

    id: int | None
    identity: Identity | None  # None: not met this time
    sighting: Sighting
    edited_from: int | None = None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """The decision that holds."""

    finding: int
    decision: str
    reason: str
    note: str
    decided_at: str
    source: str


@dataclass(frozen=True, slots=True)
class SampleRow:
    """An elusion check: how many of how many unflagged posts were read, and how many should have been found."""

    id: int
    audit: int
    made_at: str
    seed: int
    population: int
    size: int
    judged: int
    risky: int


def data_folder() -> Path:
    """Return the folder in which this system keeps a person's data of ours."""
    from platformdirs import user_data_path

    return user_data_path("backscroll", appauthor=False)


class Ledger:
    """The open ledger. Use it as a context manager; several threads may share it.

    Raises: LedgerUnusable if its file or key cannot be used.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._turn = threading.RLock()
        self.folder = folder or data_folder()
        self.path = self.folder / FILE
        try:
            _private_folder(self.folder)
            self.key = _key(self.folder / KEY, ledger=self.path)
            _private_file(self.path)
            self._connection = _connected(self.path)
        except OSError as problem:
            raise LedgerUnusable(self.path, problem.strerror or type(problem).__name__) from None
        except sqlite3.Error as problem:
            raise LedgerUnusable(self.path, _sqlite_words(problem)) from None

    @classmethod
    def passing(cls) -> "Ledger":
        """Return an empty ledger that lies in memory only and is gone when it is closed."""
        ledger = cls.__new__(cls)
        ledger._turn = threading.RLock()
        ledger.folder, ledger.path = data_folder(), Path(":memory:")
        ledger.key = secrets.token_bytes(KEY_BYTES)
        ledger._connection = _connected(ledger.path)
        return ledger

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was written is safe already."""
        self._connection.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make all that the block writes one: whole or not at all, and on disk when it ends."""
        with self._writing():
            yield

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """All of it or none of it, and on disk when the block ends. Within another block it is part of that one."""
        try:
            with self._turn, nullcontext() if self._connection.in_transaction else self._connection:
                if not self._connection.in_transaction:
                    self._connection.execute("BEGIN IMMEDIATE")
                yield self._connection
        except sqlite3.Error as problem:
            raise LedgerUnusable(self.path, _sqlite_words(problem)) from None

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            with self._turn:
                return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as problem:
            raise LedgerUnusable(self.path, _sqlite_words(problem)) from None

    def _named(self, query: str, *values: object) -> list[dict[str, Any]]:
        """Return rows by the names of their columns."""
        try:
            with self._turn:
                found = self._connection.execute(query, values)
                names = [column[0] for column in found.description]
                return [dict(zip(names, row, strict=True)) for row in found]
        except sqlite3.Error as problem:
            raise LedgerUnusable(self.path, _sqlite_words(problem)) from None

    # --- audits -------------------------------------------------------------------------------------------------------

    def record(
        self,
        facts: AuditRow,
        coverage: Sequence[Coverage],
        findings: Sequence[Recorded],
        seen: Iterable[tuple[bytes, str, int | None]],
    ) -> int:
        """Add one audit with all that it found, and return its id. `facts.id` and `facts.gate` are not used."""
        with self._writing() as db:
            audit = db.execute(
                "INSERT INTO audit (made_at, version, examples, encoder, profession, country, messages, posts)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (facts.made_at, facts.version, facts.examples, facts.encoder, facts.profession, facts.country,
                 int(facts.messages), facts.posts),
            ).lastrowid or 0  # fmt: skip
            db.executemany("INSERT OR IGNORE INTO export VALUES (?, ?)", [(audit, path) for path in facts.exports])
            db.executemany(
                "INSERT INTO coverage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [(audit, one.network, one.posts, one.first_day, one.last_day, one.unread, ",".join(sorted(one.kinds)),
                  b"".join(sorted(one.members)), b"".join(sorted(one.accounts))) for one in coverage],
            )  # fmt: skip
            db.executemany(
                "INSERT INTO seen VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (post) DO UPDATE SET last_audit = excluded.last_audit",
                ((post, network, day, audit, audit) for post, network, day in seen),
            )
            for one in findings:
                _record_finding(db, audit, one)
        return audit

    def audits(self) -> list[AuditRow]:
        """Return every audit, the oldest first."""
        rows = self._named(
            "SELECT id, made_at, version, examples, encoder, profession, country, messages, posts,"
            " coalesce((SELECT answer FROM gate WHERE audit = audit.id ORDER BY gate.id DESC LIMIT 1), '') AS gate"
            " FROM audit ORDER BY id"
        )
        exports: dict[object, list[str]] = {}
        for audit, path in self._rows("SELECT audit, path FROM export ORDER BY path"):
            exports.setdefault(audit, []).append(str(path))
        return [
            AuditRow(**{**row, "messages": bool(row["messages"]), "exports": tuple(exports.get(row["id"], ()))})
            for row in rows
        ]

    def latest(self) -> AuditRow:
        """Return the newest audit. Raises: NoAudit."""
        found = self.audits()
        if not found:
            raise NoAudit
        return found[-1]

    def coverage(self, audit: int) -> dict[str, Coverage]:
        """Return what the audit's exports could show, by network."""
        rows = self._named(
            "SELECT network, posts, first_day, last_day, unread, kinds, members, accounts"
            " FROM coverage WHERE audit = ?",
            audit,
        )
        found = {}
        for row in rows:
            sets = {"members": _eights(row["members"]), "accounts": _eights(row["accounts"])}
            found[row["network"]] = Coverage(**{**row, **sets, "kinds": frozenset(row["kinds"].split(","))})
        return found

    def seen(self, network: str) -> dict[bytes, int | None]:
        """Return every post of a network that was ever read, with its day."""
        return dict(self._rows("SELECT post, day FROM seen WHERE network = ?", network))

    # --- findings -----------------------------------------------------------------------------------------------------

    def known(self) -> list[Known]:
        """Return every finding there ever was, the oldest first."""
        identities: dict[object, list[tuple[bytes, bytes, bytes]]] = {}
        query = "SELECT finding, post, coalesce(anchor, x''), coalesce(words, x'') FROM identity ORDER BY finding, post"
        for finding, *hashes in self._rows(query):
            identities.setdefault(finding, []).append(tuple(hashes))
        rows = self._named(
            "SELECT id, network, kind, day, member, edited_from, by_hand, first_audit FROM finding ORDER BY id"
        )
        return [
            Known(**{**row, "by_hand": bool(row["by_hand"]), "identities": tuple(identities.get(row["id"], ()))})
            for row in rows
        ]

    def sightings(self, audit: int) -> dict[int, Sighting]:
        """Return what one audit said of each finding."""
        rows = self._named(
            "SELECT finding, presence, why, tier, severity, score, weight, categories, rules"
            " FROM sighting WHERE audit = ?",
            audit,
        )
        return {row.pop("finding"): Sighting(**{**row, **_unpacked(row)}) for row in rows}

    def add_by_hand(self, identity: Identity) -> int:
        """Add a finding that the person found in a sample, and return its id; one that is known already stays."""
        known = self.finding_of(identity.post)
        if known is not None:
            return known
        audit = self.latest().id
        with self._writing() as db:
            by_hand = Recorded(None, identity, Sighting("new", "sample", "look", 1, 0.0, 1.0), by_hand=True)
            return _record_finding(db, audit, by_hand)

    def finding_of(self, post: bytes) -> int | None:
        """Return the id of the finding that is this post, or None."""
        rows = self._rows("SELECT finding FROM identity WHERE post = ?", post)
        return int(rows[0][0]) if rows else None

    # --- decisions ----------------------------------------------------------------------------------------------------

    def decide(self, finding: int, decision: str, reason: str = "", note: str = "", *, source: str) -> None:
        """Add a decision. `undone` takes back what held until now."""
        with self._writing() as db:
            db.execute(
                "INSERT INTO decision (finding, decided_at, decision, reason, note, source) VALUES (?, ?, ?, ?, ?, ?)",
                (finding, _now(), decision, reason, note, source),
            )

    def decisions(self) -> dict[int, DecisionRow]:
        """Return the decision that holds for each finding that has one."""
        rows = self._named("SELECT finding, decision, reason, note, decided_at, source FROM latest_decision")
        return {row["finding"]: DecisionRow(**row) for row in rows}

    def tick(self, finding: int, *, done: bool) -> None:
        """Note that the person says it is done on the network, or that it is not after all."""
        with self._writing() as db:
            db.execute("INSERT INTO done (finding, done_at, done) VALUES (?, ?, ?)", (finding, _now(), int(done)))

    def ticked(self) -> dict[int, str]:
        """Return when each finding was ticked off, for those that are."""
        rows = self._rows("SELECT finding, done, done_at FROM done ORDER BY id")
        return {found: when for found, done, when in _last(rows) if done}

    # --- the gate, samples, lessons, seals, settings ------------------------------------------------------------------

    def answer_gate(self, audit: int, answer: str) -> None:
        """Store the answer to whether a complaint or case is open or likely."""
        with self._writing() as db:
            db.execute("INSERT INTO gate (audit, answered_at, answer) VALUES (?, ?, ?)", (audit, _now(), answer))

    def add_sample(self, audit: int, *, seed: int, population: int, size: int) -> int:
        """Begin an elusion check and return its id; the same sample begun twice is one."""
        query = "SELECT id FROM sample WHERE audit = ? AND seed = ? AND population = ? AND size = ?"
        rows = self._rows(query, audit, seed, population, size)
        if rows:
            return int(rows[0][0])
        with self._writing() as db:
            return (
                db.execute(
                    "INSERT INTO sample (audit, made_at, seed, population, size) VALUES (?, ?, ?, ?, ?)",
                    (audit, _now(), seed, population, size),
                ).lastrowid
                or 0
            )

    def judge(self, sample: int, post: bytes, *, risky: bool) -> None:
        """Store what the person said of one post of a sample; a second word on it counts."""
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO sampled VALUES (?, ?, ?)", (sample, post, int(risky)))

    def judged(self, sample: int) -> dict[bytes, bool]:
        """Return the posts of a sample that were judged, and whether they were risky."""
        rows = self._rows("SELECT post, risky FROM sampled WHERE sample = ?", sample)
        return {post: bool(risky) for post, risky in rows}

    def samples(self) -> list[SampleRow]:
        """Return every elusion check, the oldest first."""
        rows = self._named(
            "SELECT id, audit, made_at, seed, population, size,"
            " (SELECT count(*) FROM sampled WHERE sample = sample.id) AS judged,"
            " (SELECT coalesce(sum(risky), 0) FROM sampled WHERE sample = sample.id) AS risky FROM sample ORDER BY id"
        )
        return [SampleRow(**row) for row in rows]

    def learn(self, finding: int, features: bytes, *, about_client: bool) -> None:
        """Keep what a decision teaches; a later decision on the same finding replaces it."""
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO lesson VALUES (?, ?, ?)", (finding, features, int(about_client)))

    def unlearn(self, finding: int | None = None) -> None:
        """Forget one lesson, or all."""
        with self._writing() as db:
            db.execute("DELETE FROM lesson WHERE ? IS NULL OR finding = ?", (finding, finding))

    def lessons(self) -> list[tuple[bytes, bool]]:
        """Return every lesson: hashed features, and whether it was about a client."""
        rows = self._rows("SELECT features, about_client FROM lesson ORDER BY finding")
        return [(features, bool(about_client)) for features, about_client in rows]

    def seal(self, audit: int, nonce: bytes, digest: str) -> None:
        """Store what a statement commits to."""
        row = (audit, _now(), nonce, digest)
        with self._writing() as db:
            db.execute("INSERT INTO seal (audit, made_at, nonce, digest) VALUES (?, ?, ?, ?)", row)

    def seals(self) -> list[tuple[int, str, bytes, str]]:
        """Return (audit, when, nonce, digest) of every statement, the oldest first."""
        return self._rows("SELECT audit, made_at, nonce, digest FROM seal ORDER BY id")

    def setting(self, name: str, default: str = "") -> str:
        """Return a setting."""
        rows = self._rows("SELECT value FROM setting WHERE name = ?", name)
        return str(rows[0][0]) if rows else default

    def set(self, name: str, value: str) -> None:
        """Keep a setting."""
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))


def _record_finding(db: sqlite3.Connection, audit: int, one: Recorded) -> int:
    finding = one.id if one.id is not None else _new_finding(db, audit, one)
    if one.identity is not None:
        db.execute(
            "INSERT OR IGNORE INTO identity VALUES (?, ?, ?, ?)",
            (one.identity.post, finding, one.identity.anchor or None, one.identity.words or None),
        )
    told = one.sighting
    db.execute(
        "INSERT OR REPLACE INTO sighting VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (finding, audit, told.presence, told.why, told.tier, told.severity, told.score, told.weight,
         json.dumps(told.categories), json.dumps(told.rules)),
    )  # fmt: skip
    return finding


def _new_finding(db: sqlite3.Connection, audit: int, one: Recorded) -> int:
    if one.identity is None:
        raise ValueError("a new finding needs an identity")
    made = db.execute(
        "INSERT INTO finding (network, kind, day, member, edited_from, by_hand, first_audit)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (one.identity.network, one.identity.kind, one.identity.day, one.identity.member, one.edited_from,
         int(one.by_hand), audit),
    )  # fmt: skip
    return made.lastrowid or 0


# --- the file and the key ---------------------------------------------------------------------------------------------


def _private_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def _private_file(path: Path) -> None:
    """SQLite gives its side files the rights of the file itself, so that one is made first."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    path.chmod(0o600)


def _key(path: Path, *, ledger: Path) -> bytes:
    """Return the key, made once. A ledger whose key is lost could know nothing again, so no second one is made."""
    if not path.exists():
        if ledger.exists() and ledger.stat().st_size:
            raise LedgerUnusable(ledger, f"its key {path.name} is missing")
        made = secrets.token_bytes(KEY_BYTES)
        try:
            with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as stream:
                stream.write(made)
                stream.flush()
                os.fsync(stream.fileno())
        except FileExistsError:  # another window made it a moment ago
            pass
    key = path.read_bytes()
    if len(key) != KEY_BYTES:
        raise LedgerUnusable(ledger, f"its key {path.name} is damaged")
    return key


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT / 1000, isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", f"busy_timeout = {WAIT}"):
        connection.execute(f"PRAGMA {pragma}")
    _upgrade(connection, path)
    return connection


def _upgrade(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the file to the newest form, one numbered step at a time, each whole or not at all."""
    if _version(connection) > len(STEPS):
        raise LedgerUnusable(path, "a newer Backscroll wrote it; install that one")
    while (done := _version(connection)) < len(STEPS):
        script = (Path(__file__).parent / STEPS[done]).read_text(encoding="utf-8")
        try:
            connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {done + 1};\nCOMMIT;")
        except sqlite3.OperationalError:
            if connection.in_transaction:
                connection.rollback()
            if _version(connection) == done:  # no other window took this step meanwhile
                raise


def _version(connection: sqlite3.Connection) -> int:
    with closing(connection.execute("PRAGMA user_version")) as found:
        return int(found.fetchone()[0])


def _last(rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return the last row for each first column."""
    return list({row[0]: row for row in rows}.values())


def _unpacked(row: dict[str, Any]) -> dict[str, Any]:
    return {"categories": json.loads(row["categories"]), "rules": tuple(json.loads(row["rules"]))}


def _eights(packed: bytes) -> frozenset[bytes]:
    return frozenset(packed[at : at + 8] for at in range(0, len(packed), 8))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _sqlite_words(problem: sqlite3.Error) -> str:
    """SQLite's own message names tables and never values of ours."""
    if isinstance(problem, sqlite3.DatabaseError) and "not a database" in str(problem):
        return "it is damaged"
    if "malformed" in str(problem):
        return "it is damaged"
    return str(problem)

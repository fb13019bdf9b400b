"""The audit's own thread: what it is doing, how far it is, how long it may take, and how it is stopped.

Every piece that is read passes a checkpoint, and so does every batch that is scored: there a pause waits and a stop
takes effect, as `Ended`, which no reader mistakes for a fault of the file. Times left come from the measured pace;
before there is one, none is told.
"""

import io
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, cast

from audit.archive import Archive, Member, open_archive
from audit.errors import AuditError, told_as_bug
from audit.parsers import Reading
from audit.web.remote import PEEP, Ended

if TYPE_CHECKING:
    from audit.web.desk import Desk
    from audit.web.sources import Source

OVER = ("done", "cancelled", "failed")
SURE_AFTER = 3.0  # seconds of one stage before a time left is told
PACE = "posts_per_second"  # the ledger's setting: how many this computer judged and explained in a second, last time
WINDOW = 20.0  # seconds whose pace counts

OPENING = "Opening your archives"
READING = "Reading your posts"
LEARNING = "Learning from the labelled examples: once on this computer, a minute or two"
SCORING = "Judging your posts"
EXPLAINING = "Finding the words that raised them"
RECORDING = "Writing down what was found"
CANCELLED = "Stopped. Nothing of it was kept."


class _Pace:
    """How quickly something goes on, by what it did lately."""

    def __init__(self) -> None:
        self._marks: list[tuple[float, int]] = []
        self._first: tuple[float, int] | None = None

    def at(self, done: int) -> bool:
        """Take note of it, a few times a second. Says whether it did."""
        now = time.monotonic()
        self._first = self._first or (now, done)
        if self._marks and now - self._marks[-1][0] < PEEP:
            return False
        self._marks.append((now, done))
        while len(self._marks) > 2 and now - self._marks[0][0] > WINDOW:
            del self._marks[0]
        return True

    def seconds(self, left: int) -> float | None:
        """Return the seconds that so many more will take, or None if that cannot be said yet."""
        if self._first is None or len(self._marks) < 2 or self._marks[-1][0] - self._first[0] < SURE_AFTER:
            return None
        (start, before), (now, done) = self._marks[0], self._marks[-1]
        return max(0.0, left * (now - start) / (done - before)) if done > before else None


@dataclass(repr=False)
class Job:
    """One audit under way.

    `state`: reading, learning, scoring, recording; then done, cancelled or failed. `done` of `total`: bytes while
    reading, posts while scoring. `posts`: posts found so far. `seconds_left`: None if nothing true can be said yet;
    `whole`: it is that of the whole audit, not of this stage alone. `what`: which archive is being read. `sentence`:
    what the person should know; at the end, how it ended.
    """

    sources: "tuple[Source, ...]"
    recall: bool = False  # the last audit, read again: nothing is scored
    state: str = "reading"
    stage: str = OPENING
    what: str = ""
    done: int = 0
    total: int = 0
    sentence: str = ""
    seconds_left: int | None = None
    whole: bool = False
    paused: bool = False
    reading: Reading = field(default_factory=Reading)
    finished: threading.Event = field(default_factory=threading.Event)
    posts_per_second: float = 0.0  # what is known of this computer
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _pace: _Pace = field(default_factory=_Pace)
    _read_before: int = 0  # bytes of the members that are finished
    _read_now: int = 0  # bytes of the one that is open
    _read_until: float | None = None  # when the reading ended; None if something else came between
    _counted: int = 0

    @property
    def over(self) -> bool:
        """Say whether it has ended, one way or another."""
        return self.state in OVER

    @property
    def posts(self) -> int:
        """How many posts were found until now."""
        if self.state == "reading":
            self._count()
        return self._counted

    def _count(self) -> None:
        if self.state == "reading":
            self._counted = sum(line.posts for line in list(self.reading.members))

    def plain(self) -> dict[str, object]:
        """Return it for a script."""
        names = ("state", "stage", "what", "done", "total", "posts", "seconds_left", "whole", "paused", "sentence")
        return {name: getattr(self, name) for name in names} | {"over": self.over, "recall": self.recall}

    # --- what the person does -----------------------------------------------------------------------------------------

    def cancel(self) -> None:
        """Stop: at once for the person, at the next checkpoint for the thread. What is written down already stays."""
        self._end("cancelled", CANCELLED, unless=("recording",))

    def pause(self, paused: bool) -> None:
        """Wait at the next checkpoint, or go on."""
        with self._lock:
            self.paused = paused and not self.over
            self.seconds_left = None
            self._pace = _Pace()

    # --- what the thread does -----------------------------------------------------------------------------------------

    def checkpoint(self) -> None:
        """Wait while paused. Raises: Ended once stopped."""
        while self.paused and not self.over:
            time.sleep(PEEP)
        if self.over:
            raise Ended

    def told(self, stage: str, done: int, total: int) -> None:
        """Take the corridor's word on how far it is. Raises: Ended once stopped."""
        self.checkpoint()
        from audit import pipeline

        if stage == pipeline.READING:
            self._at("reading", READING, done, total)
            self._read_before, self._read_now = done, 0
            self._read_until = time.monotonic()
        elif stage in (pipeline.SCORING, pipeline.EXPLAINING):
            self._at("scoring", SCORING if stage == pipeline.SCORING else EXPLAINING, done, total)
        else:
            self._at("learning", LEARNING, 0, 0)
            self._read_until = None

    def read(self, count: int, size: int) -> None:
        """Some bytes of the member that is open were read; it states `size`. Raises: Ended once stopped."""
        self.checkpoint()
        if not self.total:
            return  # still finding out what is there
        self._read_now = min(self._read_now + count, size)
        self._at("reading", READING, max(self.done, self._read_before + self._read_now), self.total)

    def opened_member(self, archive: str) -> None:
        """The next member is open."""
        self.checkpoint()
        self.what = archive
        self._read_now = 0

    def lost(self, source: "Source", gone: bool) -> None:
        """The tab that holds a source was closed, or is back."""
        with self._lock:
            source.state = "lost" if gone else "reading"
            self.seconds_left = None
            self.sentence = (
                f"{source.name} cannot be reached: its tab was closed or loaded again. Choose it again there, and the "
                "reading goes on."
                if gone
                else ""
            )

    def recording(self, posts: int) -> None:
        """From here on it cannot be stopped: what was found in so many posts, each counted once, goes into the ledger.

        Raises: Ended if it was stopped before.
        """
        self.checkpoint()
        with self._lock:
            if self.over:
                raise Ended
            self._counted = posts
            self.state, self.stage, self.seconds_left = "recording", RECORDING, 0

    def _at(self, state: str, stage: str, done: int, total: int) -> None:
        with self._lock:
            if self.over:
                raise Ended
            if (state, stage, total) != (self.state, self.stage, self.total):
                self._count()
                self._pace = _Pace()
            self.state, self.stage, self.done, self.total = state, stage, done, total
            if self._pace.at(done):
                self._tell_time()

    def _tell_time(self) -> None:
        """Say how long it may take: of the whole, if it is known what this computer takes for what is still to come."""
        left = self._pace.seconds(self.total - self.done)
        to_come = self._to_come()
        self.whole = to_come is not None
        if left is not None:
            left = max(left, to_come or 0.0) if self.state == "scoring" else left + (to_come or 0.0)
        self.seconds_left = None if left is None else round(left)

    def _to_come(self) -> float | None:
        """Return the seconds that follow what the pace of this stage tells, or None if they are not known."""
        if self.recall or self.stage == EXPLAINING:
            return 0.0
        if not self.posts_per_second or not self.done:
            return None
        if self.state == "reading":
            return self.posts / self.done * self.total / self.posts_per_second
        since = 0.0 if self._read_until is None else time.monotonic() - self._read_until
        return max(0.0, self.posts / self.posts_per_second - since)

    def end(self, state: str, sentence: str) -> None:
        """It has ended. Whoever stopped it before has the last word."""
        self._end(state, sentence)
        self.finished.set()

    def _end(self, state: str, sentence: str, unless: tuple[str, ...] = ()) -> None:
        with self._lock:
            if not self.over and self.state not in unless:
                self._count()
                self.state, self.sentence, self.seconds_left, self.paused = state, sentence, None, False

    def measured(self, posts: int) -> float:
        """Return how many posts a second were judged and explained, 0 if that was too short to tell."""
        if self._read_until is None or time.monotonic() - self._read_until < SURE_AFTER:
            return 0.0
        return posts / (time.monotonic() - self._read_until)


def run(desk: "Desk", job: Job) -> None:
    """Do the job, in whichever thread calls. However it ends, `job` says so, and no source is left as being read."""
    try:
        job.posts_per_second = float(desk.ledger.setting(PACE, "0") or 0)
        if job.recall:
            _recall(desk, job)
        else:
            _audit(desk, job)
        job.end("done", "")
    except Ended as ended:
        job.end("failed", ended.sentence or CANCELLED)
    except AuditError as problem:
        job.end("failed", str(problem))
    except MemoryError:
        job.end("failed", "This computer has not enough memory free for that. Close other programs and try again.")
    except Exception as bug:
        job.end("failed", told_as_bug(bug))
    finally:
        if desk.job is job:
            for source in job.sources:
                source.state = "ready" if source.state in ("reading", "lost") else source.state
        job.reading = Reading()  # the desk has what counts
        desk.remotes.wake()
        job.finished.set()


def _audit(desk: "Desk", job: Job) -> None:
    from audit.pipeline import Settings, run_audit
    from audit.practice import personal, remember
    from audit.remembered import with_remembered
    from audit.web.unknown import told_by

    told = with_remembered(desk.ledger, told_by(job.sources, desk.me))
    settings = Settings(desk.profession, desk.country, desk.messages, told)
    handed = [Opened(source, desk, job) for source in job.sources]
    taught = personal(desk.ledger)
    found = run_audit(handed, settings, job.told, taught, job.reading, desk.learning.model)
    pace = job.measured(len(found.posts))
    job.recording(len(found.posts))
    with desk.lock:
        paths = [source.path for source in job.sources if source.path and source.state != "refused"]
        cases = remember(found, desk.ledger, paths)
        if pace:
            desk.ledger.set(PACE, f"{pace:.1f}")
        desk.laid_out(found, cases, desk.ledger.latest())


def _recall(desk: "Desk", job: Job) -> None:
    from audit.practice import as_audit, recalled

    past = recalled(desk.ledger, [Opened(source, desk, job) for source in job.sources], job.told, job.reading)
    job.recording(len(past.posts))
    audit = as_audit(past)
    with desk.lock:
        desk.profession, desk.country, desk.messages = past.audit.profession, past.audit.country, past.audit.messages
        desk.laid_out(audit, past.cases, past.audit)


@dataclass
class Opened:
    """A source as the corridor wants it; each piece that is read of it passes the job's checkpoint."""

    source: "Source"
    desk: "Desk"
    job: Job

    @property
    def name(self) -> str:
        """Return the name by which the person knows it."""
        return self.source.name

    def opened(self) -> Archive:
        """Return it as an archive. Raises: AuditError; Ended."""
        self.source.state, self.job.what = "reading", self.source.name
        self.job.checkpoint()
        try:
            archive = self._archive()
        except AuditError as problem:
            self.source.state, self.source.sentence = "refused", str(problem)
            raise
        for member in archive.members:
            member.opener = _Watch(member, self.job)
        archive.closers.append(self._closed)
        return archive

    def _archive(self) -> Archive:
        if self.source.path:
            return open_archive(self.source.path)
        return self.desk.remotes.opened(
            self.source.id, self.job.checkpoint, lambda gone: self.job.lost(self.source, gone)
        )

    def _closed(self) -> None:
        if self.source.state == "reading" and not self.job.over:
            self.source.state = "read"
            self.desk.remotes.wake()


class _Watch:
    """Opens a member, and lets the job know of each piece."""

    def __init__(self, member: Member, job: Job) -> None:
        self._opener, self._archive, self._size, self._job = member.opener, member.archive, member.size, job

    def __call__(self) -> BinaryIO:
        self._job.opened_member(self._archive)
        return cast(BinaryIO, _Watched(self._opener(), self._size, self._job))


class _Watched(io.RawIOBase):
    def __init__(self, inner: BinaryIO, size: int, job: Job) -> None:
        self._inner, self._size, self._job = inner, size, job

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        piece = self._inner.read(-1 if size is None else size)
        self._job.read(len(piece), self._size)
        return piece

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
        super().close()

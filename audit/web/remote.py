"""Files that lie with the browser: it holds them open and reads out the ranges that are asked for.

Nothing is uploaded as a whole and nothing is written to disk. The page registers what was dropped on it (names and
sizes), then waits for questions (`GET /remote/wants`, a long poll) and answers each by its ticket with exactly the
bytes that were asked for (`PUT /remote/ranges/…`). `audit.archive` sees a file; that its other end is a browser tab
shows in one way only: the tab must stay open until it is read. A tab that was reloaded may be given the same files
again, and the reading goes on where it stood; where nobody comes back, it ends with a plain sentence.
"""

import asyncio
import secrets
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, BinaryIO, cast

from audit.archive import Archive, RangedFile, harmless, open_stream, open_streams
from audit.archive.ranged import BLOCK, MOST
from audit.errors import AuditError
from audit.web.sources import labels_of, labels_of_folder

MOST_RANGE = BLOCK * MOST  # bytes of one answer
MOST_OUTSTANDING = 8  # questions that wait for an answer at one time
MOST_EXPORTS = 60  # dropped on one page
MOST_FILES = 100_000  # in one dropped folder
MOST_NAME = 1_000  # characters
MOST_SIZE = 1 << 44  # 16 TiB: no export is larger
WAIT = 20.0  # seconds after which a long poll is answered in any case
LOST = 35.0  # seconds without a poll after which a tab is taken for closed
GIVE_UP = 600.0  # seconds for which a page that is still open may choose the files again
LEFT_ALONE = 60.0  # the same, where no page of ours is open any more
LOOK = 60.0  # seconds for a look into what was dropped
PEEP = 0.2  # seconds between two looks at whether to stop


class Ended(BaseException):
    """Ends an audit from within; no reader of a member may take it for a fault of the file."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotFiles(AuditError):
    """What a page says was dropped is of no form that we know, or too much."""

    def __init__(self, why: str) -> None:
        super().__init__(f"What was dropped could not be taken: {why}.")


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """One file of what was dropped: its path below the folder, its size in bytes, the time its system gives it."""

    name: str
    size: int
    modified: int = 0


@dataclass
class RemoteExport:
    """One thing that was dropped: a file, or a folder of them. `tab`: the page that holds it open, `key`: as what."""

    name: str
    files: tuple[RemoteFile, ...]
    folder: bool
    tab: str
    key: str
    taken: int = 0  # bytes that came over

    @property
    def size(self) -> int:
        """Return the bytes of all its files."""
        return sum(file.size for file in self.files)


@dataclass(repr=False)
class Ticket:
    """One range that was asked for, and its answer once it is there."""

    source: str
    file: int
    start: int
    length: int
    id: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    answered: threading.Event = field(default_factory=threading.Event)
    content: bytes | None = None

    def plain(self, key: str) -> dict[str, Any]:
        """Return what the browser needs in order to answer. `key`: its own name for what was dropped."""
        return {"id": self.id, "key": key, "file": self.file, "start": self.start, "length": self.length}


class Bell:
    """Rung from any thread, waited for in an event loop."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

    def ring(self) -> None:
        """Wake all who wait."""
        with self._lock:
            for loop, event in self._waiting:
                with suppress(RuntimeError):  # the loop has ended meanwhile
                    loop.call_soon_threadsafe(event.set)

    async def wait(self, until: Callable[[], bool], seconds: float) -> None:
        """Wait until the condition holds, or the time is over."""
        event = asyncio.Event()
        mine = (asyncio.get_running_loop(), event)
        with self._lock:
            self._waiting.add(mine)
        try:
            async with asyncio.timeout(seconds):
                while not until():
                    await event.wait()
                    event.clear()
        except TimeoutError:
            pass
        finally:
            with self._lock:
                self._waiting.discard(mine)


class Remotes:
    """All that the browser holds open for us. `silence`: seconds since any page of ours was heard of."""

    def __init__(self, silence: Callable[[], float] = lambda: 0.0) -> None:
        self._silence = silence
        self._lock = threading.Lock()
        self._bell = Bell()
        self._room = threading.BoundedSemaphore(MOST_OUTSTANDING)
        self._exports: dict[str, RemoteExport] = {}
        self._tickets: dict[str, Ticket] = {}
        self._polled: dict[str, float] = {}
        self._at = 0  # goes up with each question
        self._closed = False

    # --- what the browser offers --------------------------------------------------------------------------------------

    def register(self, dropped: RemoteExport) -> tuple[str, bool]:
        """Take up what was dropped. Return its id, and whether it is the one whose tab had been lost."""
        with self._lock:
            for known, export in self._exports.items():
                if (export.name, export.files) == (dropped.name, dropped.files):
                    export.tab, export.key = dropped.tab, dropped.key
                    self._polled[dropped.tab] = time.monotonic()
                    self._at += 1
                    return known, True
            if len(self._exports) >= MOST_EXPORTS:
                raise NotFiles(f"there are more than {MOST_EXPORTS} of them; name the folder that holds them instead")
            made = secrets.token_hex(8)
            self._exports[made] = dropped
            self._polled[dropped.tab] = time.monotonic()
            return made, False

    def export(self, source: str) -> RemoteExport | None:
        """Return what was dropped under that id."""
        return self._exports.get(source)

    def forget(self, source: str) -> None:
        """Let go of what was dropped."""
        with self._lock:
            self._exports.pop(source, None)
            for ticket in self._tickets.values():
                if ticket.source == source:
                    ticket.answered.set()
        self.wake()

    def left(self, tab: str) -> None:
        """A page says that it is being closed or reloaded."""
        with self._lock:
            self._polled.pop(tab, None)
        self.wake()

    async def wants(self, tab: str, seen: int) -> dict[str, Any]:
        """Return the ranges that a page is asked for, as soon as something is other than what it has `seen`."""
        self._polled[tab] = time.monotonic()
        await self._bell.wait(lambda: self._closed or self._at != seen, WAIT)
        with self._lock:
            if tab in self._polled:
                self._polled[tab] = time.monotonic()
        return {"at": self._at, "ranges": self._asked(tab), "over": self._closed}

    def _asked(self, tab: str) -> list[dict[str, Any]]:
        with self._lock:
            keys = {source: export.key for source, export in self._exports.items() if export.tab == tab}
            open_ones = [one for one in self._tickets.values() if one.source in keys and not one.answered.is_set()]
            return [one.plain(keys[one.source]) for one in open_ones]

    # --- answers ------------------------------------------------------------------------------------------------------

    def ticket(self, name: str) -> Ticket | None:
        """Return the ticket if its range was asked for and is still wanted."""
        found = self._tickets.get(name)
        return None if found is None or found.answered.is_set() else found

    def answer(self, name: str, content: bytes | None) -> bool:
        """Hand in the bytes, or None where the browser could not read them. False if nobody asked for just these."""
        with self._lock:
            ticket = self._tickets.get(name)
            if ticket is None or ticket.answered.is_set():
                return False
            if content is not None and len(content) != ticket.length:
                return False
            ticket.content = content
            if content is not None and (export := self._exports.get(ticket.source)):
                export.taken += len(content)
            ticket.answered.set()
            return True

    # --- the reading side ---------------------------------------------------------------------------------------------

    def opened(self, source: str, checkpoint: Callable[[], None], lost: Callable[[bool], None]) -> Archive:
        """Return what was dropped as an archive. `checkpoint` may raise; `lost` is told when the tab goes and comes.

        Raises: NotAnExport; Ended, here or while reading.
        """
        export = self._exports.get(source)
        if export is None:
            raise AuditError("That archive is no longer with the page. Choose it again.")
        openers = [
            (file.name, file.size, partial(self._opener, source, number, file.size, checkpoint, lost))
            for number, file in enumerate(export.files)
        ]
        if export.folder:
            return open_streams(export.name, openers)
        return open_stream(*openers[0])

    def labels(self, source: str) -> list[str]:
        """Return the names of the networks whose exports it holds: by its names and the first bytes of a few files.

        Raises: NotAnExport; OSError; Ended if the page does not answer in time.
        """
        until = time.monotonic() + LOOK

        def in_time() -> None:
            if time.monotonic() > until:
                raise Ended

        export = self._exports.get(source)
        if export is None:
            raise Ended
        openers = [partial(self._opener, source, number, file.size, in_time, _nothing) for number, file in
                   enumerate(export.files)]  # fmt: skip
        if not export.folder:
            return labels_of(export.name, openers[0])
        return labels_of_folder(export.name, list(zip((file.name for file in export.files), openers, strict=True)))

    def _opener(
        self, source: str, file: int, size: int, checkpoint: Callable[[], None], lost: Callable[[bool], None]
    ) -> BinaryIO:
        return cast(BinaryIO, RangedFile(size, partial(self._fetch, source, file, checkpoint, lost)))

    def _fetch(
        self,
        source: str,
        file: int,
        checkpoint: Callable[[], None],
        lost: Callable[[bool], None],
        start: int,
        length: int,
    ) -> bytes:
        """Ask the browser for a range and wait for it. Raises: OSError if it cannot be read there; Ended."""
        ticket = Ticket(source, file, start, length)
        while not self._room.acquire(timeout=PEEP):
            checkpoint()
        try:
            with self._lock:
                self._tickets[ticket.id] = ticket
                self._at += 1
            self._bell.ring()
            gone_since: float | None = None
            while not ticket.answered.wait(PEEP):
                checkpoint()
                if not self._there(source):
                    gone_since = self._gone(source, gone_since, lost)
                elif gone_since is not None:
                    gone_since = None
                    lost(False)
            if gone_since is not None:
                lost(False)
        finally:
            with self._lock:
                del self._tickets[ticket.id]
            self._room.release()
        if ticket.content is None:
            raise OSError("the browser could not read it")
        return ticket.content

    def _there(self, source: str) -> bool:
        """Say whether the tab that holds it was heard of lately. Raises: Ended if it was taken off the list."""
        export = self._exports.get(source)
        if self._closed or export is None:
            raise Ended("The archive was taken away while it was being read.")
        return time.monotonic() - self._polled.get(export.tab, float("-inf")) < LOST

    def _gone(self, source: str, since: float | None, lost: Callable[[bool], None]) -> float:
        """Wait for the tab to come back, but not for ever. Raises: Ended."""
        now = time.monotonic()
        if since is None:
            lost(True)
            return now
        patience = LEFT_ALONE if self._silence() > LEFT_ALONE else GIVE_UP
        if now - since > patience:
            export = self._exports.get(source)
            raise Ended(tab_closed(export.name) if export else "")
        return since

    # --- the end ------------------------------------------------------------------------------------------------------

    def wake(self) -> None:
        """Let every page look again at what is wanted of it."""
        with self._lock:
            self._at += 1
        self._bell.ring()

    def close(self) -> None:
        """Let go of everything, and of everybody who waits."""
        with self._lock:
            self._closed = True
            self._exports.clear()
            for ticket in self._tickets.values():
                ticket.answered.set()
        self._bell.ring()


def _nothing(_: bool) -> None:
    """A look into an archive makes no fuss about a tab that is gone."""


def tab_closed(name: str) -> str:
    """Return the sentence for a reading that ended with its tab."""
    return (
        f"The reading ended because the tab that held {harmless(name)} was closed or loaded again. "
        "Nothing of it was kept. Choose the archive again and leave that tab open until it is read."
    )


def dropped_of(whole: Any, tab: str) -> list[RemoteExport]:
    """Return what a page says was dropped.

    Its form: {"exports": [{"name", "key", "folder", "files": [{"name", "size", "modified"}]}]}.
    Raises: NotFiles if it is not of that form, or beyond our bounds.
    """
    exports = whole.get("exports") if isinstance(whole, dict) else None
    if not isinstance(exports, list) or not exports:
        raise NotFiles("there were no files in it")
    if len(exports) > MOST_EXPORTS:
        raise NotFiles(f"there are more than {MOST_EXPORTS} of them; name the folder that holds them instead")
    return [_export(one, tab) for one in exports]


def _export(one: Any, tab: str) -> RemoteExport:
    if not isinstance(one, dict) or not isinstance(one.get("files"), list) or not one["files"]:
        raise NotFiles("there were no files in it")
    if len(one["files"]) > MOST_FILES:
        raise NotFiles(f"the folder holds more than {MOST_FILES:,} files; type where it lies instead")
    files = tuple(_file(file) for file in one["files"])
    folder = one.get("folder") is True
    if not folder and len(files) != 1:
        raise NotFiles("several files came as one")
    return RemoteExport(_name(one.get("name")), files, folder, tab, _name(one.get("key")))


def _file(file: Any) -> RemoteFile:
    if not isinstance(file, dict):
        raise NotFiles("a file has no name")
    return RemoteFile(_name(file.get("name")), _whole(file.get("size")), _whole(file.get("modified", 0)))


def _name(name: Any) -> str:
    if not isinstance(name, str) or not name.strip() or len(name) > MOST_NAME:
        raise NotFiles("a file has no name that we can use")
    return name


def _whole(number: Any) -> int:
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= MOST_SIZE:
        raise NotFiles("a file does not say how large it is")
    return number

"""Exports made in memory, read with every byte counted, and what must hold of whatever comes of them."""

import io
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from hypothesis import settings

from audit.archive import Archive, open_stream, open_streams
from audit.errors import AuditError
from audit.parsers import Me, Reading, Told
from audit.pipeline import read_posts
from audit.posts import AUDIENCES, COLUMNS, KINDS, STATES, Post, clean_text, posts_table
from tests.parsers.mangle import WORD

SAMPLES = Path(__file__).parents[2] / "sample_exports"
FOLDERS = sorted(
    folder
    for network in SAMPLES.iterdir()
    if network.is_dir() and not network.name.startswith("_")
    for folder in network.iterdir()
    if folder.is_dir() and not folder.name.startswith("_")
)
TOLD = Told(accepted=True, me=Me(["Mira Halloran"]))  # whatever no parser knows is read as well as it can be
Files = dict[str, bytes]


def hostile(examples: int) -> settings:
    """Return the profile of this folder with so many examples."""
    return settings(settings.get_profile("hostile"), max_examples=examples)


def sample_name(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"


def files_of(folder: Path) -> Files:
    """Return every file of a folder by its path below it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


# --- what is handed over ----------------------------------------------------------------------------------------------


class Counted(io.BytesIO):
    """Counts what is read out of it."""

    def __init__(self, content: bytes, count: Callable[[int], None]) -> None:
        super().__init__(content)
        self._count = count

    def read(self, size: int | None = -1, /) -> bytes:
        piece = super().read(size)
        self._count(len(piece))
        return piece

    def readinto(self, buffer: Any, /) -> int:
        taken = super().readinto(buffer)
        self._count(taken)
        return taken

    def readline(self, size: int | None = -1, /) -> bytes:
        piece = super().readline(size)
        self._count(len(piece))
        return piece


@dataclass
class InMemory:
    """A folder (several files) or one archive file, opened from memory. `taken`: bytes read, by file."""

    name: str
    content: Mapping[str, bytes] | bytes
    taken: Counter[str] = field(default_factory=Counter)

    def opened(self) -> Archive:
        if isinstance(self.content, bytes):
            return open_stream(self.name, len(self.content), self._opener(self.name, self.content))
        files = [(name, len(held), self._opener(name, held)) for name, held in self.content.items()]
        return open_streams(self.name, files)

    def _opener(self, name: str, content: bytes) -> Callable[[], BinaryIO]:
        return lambda: Counted(content, lambda count: self.taken.update({name: count}))


@dataclass
class Outcome:
    """What came of reading: posts and the account, or a refusal."""

    posts: list[Post] = field(default_factory=list)
    reading: Reading = field(default_factory=Reading)
    refused: list[str] = field(default_factory=list)

    @property
    def told(self) -> list[str]:
        """Every sentence about the reading; names of files stand apart."""
        lines = self.reading.members
        places = [one for line in lines for one in line.unread]
        return [
            *(line.reason for line in lines),
            *(text for one in places for text in (one.source, one.reason)),
            *self.reading.remarks,
            *self.refused,
        ]


def outcome_of(*exports: Any, messages: bool = True) -> Outcome:
    """Read exports as the program does: nothing but an AuditError comes out, and nothing is written."""
    reading = Reading()
    with nothing_written():
        try:
            reading, posts, refused, _ = read_posts(exports, messages=messages, told=TOLD, reading=reading)
        except AuditError as refusal:
            return Outcome([], reading, [str(refusal)])
    return Outcome(posts, reading, refused)


# --- what must hold ---------------------------------------------------------------------------------------------------


def must_hold(outcome: Outcome) -> None:
    """Whatever was read: whole types, no word of a post in what is told, no reader that fell over."""
    for post in outcome.posts:
        _has_its_types(post)
    table = posts_table(outcome.posts)
    assert {name: str(kind) for name, kind in table.dtypes.items()} == _DTYPES
    quoting = [sentence[:200] for sentence in outcome.told if WORD[:7] in sentence.lower()]
    assert not quoting, quoting
    fallen = {sentence[:200] for sentence in outcome.told if "we expect (" in sentence or "not joined (" in sentence}
    assert not fallen, fallen  # a reader's exception, which cost the rest of its file
    for line in outcome.reading.members:
        assert line.status in ("read", "left out", "unread", "unknown")
        assert line.status == "read" or line.reason


_DTYPES = {name: str(kind) for name, kind in posts_table([]).dtypes.items()}
_TEXTS = tuple(name for name, kind in COLUMNS.items() if kind == "str" and name not in ("id", "clock"))


def _has_its_types(post: Post) -> None:
    for name in _TEXTS:
        text = getattr(post, name)
        assert type(text) is str, name
        assert name == "source" or text == clean_text(text), (name, post.network, post.kind)
    assert (post.kind in KINDS, post.audience in AUDIENCES, post.state in STATES) == (True, True, True)
    assert type(post.own_words) is bool
    assert type(post.date_only) is bool
    assert type(post.media) is int
    assert 0 <= post.media < 2**63
    assert post.reactions is None or (type(post.reactions) is int and abs(post.reactions) < 2**63)
    assert post.posted_at is None or type(post.posted_at) is datetime
    assert (type(post.people), type(post.also_in)) == (tuple, tuple)
    assert all(type(text) is str for text in (*post.people, *post.also_in))
    assert all(text and text == clean_text(text) for text in post.people)


def each_accounted_for_once(outcome: Outcome, names: Iterable[str]) -> None:
    """Every file stands in the account exactly once."""
    assert Counter(line.name for line in outcome.reading.members) == Counter(list(names))


def work_is_bounded(outcome: Outcome, export: InMemory) -> None:
    """A file is read a few times at most, and gives no more posts and places than it has bytes."""
    assert isinstance(export.content, Mapping)
    for name, content in export.content.items():
        assert export.taken[name] <= 8 * len(content) + 40_000, (name, export.taken[name], len(content))
    room = {line.name: line.posts + line.unread_count for line in outcome.reading.members}
    assert all(count <= 4 + len(export.content.get(name, b"")) for name, count in room.items())


# --- nothing written --------------------------------------------------------------------------------------------------

_WRITES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
           "shutil.move", "shutil.copyfile", "tempfile.mkstemp", "tempfile.mkdtemp", "subprocess.Popen", "os.system",
           "socket.connect"}  # fmt: skip
_watched: list[list[str]] = []


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watched:
        return
    if event == "open":
        path, mode, flags = arguments
        writes = bool(set(mode or "") & set("wax+")) or bool(isinstance(flags, int) and flags & 3)
        if writes and "__pycache__" not in str(path):
            _watched[-1].append(f"open {path}")
    elif event in _WRITES and "__pycache__" not in str(arguments):
        _watched[-1].append(f"{event} {arguments}")


sys.addaudithook(_watch)


@contextmanager
def nothing_written() -> Iterator[None]:
    """Within, no file is opened to be written, none made, none removed, nothing started."""
    seen: list[str] = []
    _watched.append(seen)
    try:
        yield
    finally:
        _watched.remove(seen)
    assert not seen


# --- a rare word in every post ----------------------------------------------------------------------------------------


def planted(files: Files, posts: Iterable[Post]) -> Files:
    """Return the files with the longest word of each post become a rare one, as long as it was."""
    longest = {max(re.findall(r"[A-Za-z]{7,}", post.text), key=len, default="") for post in posts}
    whole = b"\n".join(files.values())
    words = [word for word in longest if word and not _is_structure(word.encode(), whole)]
    if not words:
        return files
    pattern = re.compile(rb"(?<![A-Za-z])(?:" + b"|".join(map(str.encode, sorted(words))) + rb")(?![A-Za-z])")
    return {name: pattern.sub(_as_rare, content) for name, content in files.items()}


def _as_rare(found: re.Match[bytes]) -> bytes:
    return (WORD.encode() * 9)[: len(found[0])]


def _is_structure(word: bytes, content: bytes) -> bool:
    """Say whether it stands in a key, a tag or a header, too."""
    return bool(re.search(rb'"[^"\n]*' + word + rb'[^"\n]*"\s*:|<[^<>]*' + word + rb"|^\W*(\w+[ ,])*" + word, content))

"""A file of which only ranges can be had."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from audit.archive import Archive, RangedFile, open_archive, open_stream, open_streams
from audit.archive.ranged import BLOCK, KEPT, MOST
from audit.errors import NotAnExport


class Wire:
    """The other end: it hands out ranges and counts them."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.asked: list[tuple[int, int]] = []

    def fetch(self, start: int, length: int) -> bytes:
        assert 0 < length <= BLOCK * MOST
        assert start + length <= len(self.content)
        self.asked.append((start, length))
        return self.content[start : start + length]

    def open(self) -> RangedFile:
        return RangedFile(len(self.content), self.fetch)


def test_it_reads_like_any_file() -> None:
    """Any walk of seeks and reads, of any size, gives what a file in memory gives."""
    chance = random.Random(7)
    content = chance.randbytes(3 * BLOCK + 17)
    ours, theirs = Wire(content).open(), io.BytesIO(content)
    for _ in range(400):
        place, whence = chance.choice([(chance.randrange(len(content) + 9), 0), (-chance.randrange(999), 2), (5, 1)])
        assert ours.seek(place, whence) == theirs.seek(place, whence)
        size = chance.choice([0, 1, 7, 4096, BLOCK, BLOCK + 1, -1])
        assert ours.read(size) == theirs.read(size)
        assert ours.tell() == theirs.tell()


def test_an_empty_file_asks_for_nothing() -> None:
    """There is no range in it."""
    wire = Wire(b"")

    assert wire.open().read() == b""
    assert wire.asked == []


def test_reading_straight_on_takes_ever_larger_ranges() -> None:
    """A large member costs few questions, and no byte is asked for twice."""
    wire = Wire(bytes(40 * BLOCK * MOST // 10))
    stream = wire.open()
    while stream.read(4096):
        pass
    lengths = [length for _, length in wire.asked]

    assert sum(lengths) == len(wire.content)
    assert max(lengths) == BLOCK * MOST
    assert len(lengths) < 12


def test_a_jump_takes_little() -> None:
    """Where nobody reads on, no more than two blocks are asked for."""
    wire = Wire(bytes(BLOCK * 4 * MOST))
    stream = wire.open()
    for place in range(0, len(wire.content), BLOCK * 7):
        stream.seek(place)
        stream.read(30)

    assert {length for _, length in wire.asked} == {2 * BLOCK}


def test_what_is_kept_is_bounded() -> None:
    """However much was read, only so many blocks stay in memory."""
    wire = Wire(bytes(BLOCK * (KEPT + 2 * MOST)))
    stream = wire.open()
    stream.read()

    assert len(stream._blocks) <= KEPT


def test_a_fault_at_the_other_end_is_told_as_one() -> None:
    """A zip whose directory cannot be had is refused in a plain sentence."""

    def broken(_: int, __: int) -> bytes:
        raise OSError("words of a post")

    with pytest.raises(NotAnExport) as problem:
        open_stream("a.zip", 100, lambda: RangedFile(100, broken))

    assert str(problem.value).startswith("a.zip could not be read.")


@pytest.mark.parametrize(("name", "content"), [("a.zip", b""), ("b.zip", b"no zip"), ("c.json", b"{}")])
def test_streams_are_told_by_content_as_paths_are(tmp_path: Path, name: str, content: bytes) -> None:
    """The same words for an empty file, a zip in name only, and a lone file."""
    path = tmp_path / name
    path.write_bytes(content)

    def outcome(opened: Callable[[], Archive]) -> object:
        try:
            return [member.name for member in opened().members]
        except NotAnExport as problem:
            return str(problem)

    from_disk = outcome(lambda: open_archive(path))
    assert outcome(lambda: open_stream(name, len(content), lambda: io.BytesIO(content))) == from_disk


def test_a_folder_of_streams_is_a_folder() -> None:
    """Names are tidied, steps out of it dropped, clutter set aside, our own report too, and a zip in it opened."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        zipped.writestr("data/tweets.js", "x")
    report = b'<!doctype html><meta name="generator" content="Backscroll 1">'
    files = {
        "../../etc/passwd": b"a",
        "C:\\data\\account.js": b"b",
        "__MACOSX/x": b"c",
        "backscroll-report.html": report,
        "part.zip": packed.getvalue(),
    }
    openers = [(name, len(held), lambda held=held: Wire(held).open()) for name, held in files.items()]
    archive = open_streams("folder", openers)

    assert {member.name for member in archive.members} == {"etc/passwd", "data/account.js", "part.zip/data/tweets.js"}
    assert {gone.name for gone in archive.set_aside} == {"__MACOSX/x", "backscroll-report.html"}

"""Lines of text out of a file of any size, whatever it is encoded in."""

import codecs
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from typing import BinaryIO

from audit.archive import Member, Unreadable

PIECE = 1 << 18
MOST_OF_ONE = 32 << 20  # characters of one line; the largest real ones hold some 100 kB
MOST_TOLD = 50
AS_CP1252 = "as-cp1252"  # for `decode`: bytes that are no UTF-8 are what spreadsheet programs write


class Lines:
    """The lines of a text file with their ends, NUL characters dropped. Lines can be given back.

    UTF-16 and UTF-8 are told by their marks, UTF-16 without one by its NUL bytes; what is not UTF-8 is read as
    cp1252, byte by byte. A file whose only line end is CR is taken for what it is.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.lines = _lines(stream)
        self.given_back: deque[str] = deque()

    def next(self) -> str | None:
        """Return the next line, None at the end."""
        return self.given_back.popleft() if self.given_back else next(self.lines, None)

    def give_back(self, lines: Sequence[str]) -> None:
        """Put lines back in front, in their order."""
        self.given_back.extendleft(reversed(lines))


def told_lines(member: Member, cleaned: Callable[[str], str], longest: int) -> list[str]:
    """Return the first lines of a small file that the person wrote, `cleaned`; nothing if it cannot be read."""
    found: list[str] = []
    try:
        with member.open() as stream:
            lines = Lines(stream)
            while len(found) < MOST_TOLD and (line := lines.next()) is not None:
                if 0 < len(words := cleaned(line)) <= longest:
                    found.append(words)
    except Unreadable:
        pass
    return found


def _lines(stream: BinaryIO) -> Iterator[str]:
    piece = stream.read(PIECE)
    decoder = codecs.getincrementaldecoder(encoding_of(piece))(AS_CP1252)
    held = decoder.decode(piece)
    only_cr = "\r" in held[:-1] and "\n" not in held
    while piece:
        if "\0" in held:
            held = held.replace("\0", "")
        if only_cr:
            held = held.replace("\r", "\n")
        end = held.rfind("\n") + 1
        yield from StringIO(held[:end], newline="\n")
        held = held[end:]
        if len(held) > MOST_OF_ONE:
            yield held
            held = ""
        piece = stream.read(max(PIECE, len(held)))
        held += decoder.decode(piece, final=not piece)
    if held:
        yield held


def encoding_of(head: bytes) -> str:
    """Return the encoding that a file's first bytes tell: UTF-16 by its mark or its NUL bytes, else UTF-8."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    sample = head[:2000]
    if sample.count(0) > len(sample) // 4:
        return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    return "utf-8-sig"


def _as_cp1252(problem: UnicodeError) -> tuple[str, int]:
    """Read bytes that are no UTF-8 as what spreadsheet programs write; of broken UTF-16 nothing is to be had."""
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    broken = problem.object[problem.start : problem.end]
    if problem.encoding.startswith("utf-16"):
        return "\N{REPLACEMENT CHARACTER}", problem.end
    return broken.decode("cp1252", "replace"), problem.end


codecs.register_error(AS_CP1252, _as_cp1252)

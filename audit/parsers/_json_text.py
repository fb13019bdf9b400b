"""A window over JSON of any size: what the readers of records (`_json`, `_json_walk`) see of their file."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from audit.archive import Unreadable

PIECE = 1 << 18
MOST_OF_ONE = 64 << 20  # characters of one record; the largest real ones hold some 100 kB
BLANK = re.compile(r"[\s,]*")
SPACE = re.compile(r"\s*")
_LOOKED_THROUGH = 4 << 20  # characters behind a break in which the next record is looked for
_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]', re.DOTALL)


def _safe_int(digits: str) -> int | str:
    return int(digits) if len(digits) < 40 else digits


DECODER = json.JSONDecoder(strict=False)
_scan = DECODER.scan_once  # type: ignore[attr-defined]
_CAREFUL = json.JSONDecoder(strict=False, parse_int=_safe_int)  # Python refuses numbers of over 4,300 digits


class Text:
    """A window over the decoded stream. Broken bytes become U+FFFD; a BOM and UTF-16 are taken for what they are."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        head = stream.read(PIECE)
        encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self.buffer = self._decoder.decode(head)
        self.position = 0
        self.ended = False

    def more(self) -> bool:
        """Read as much again as is held, so that a long record costs linear time. False at the end."""
        if self.ended:
            return False
        held = self.buffer[self.position :]
        piece = self._stream.read(max(PIECE, len(held)))
        self.ended = not piece
        self.buffer = held + self._decoder.decode(piece, final=self.ended)
        self.position = 0
        return not self.ended

    @property
    def held(self) -> int:
        return len(self.buffer) - self.position

    def skip(self, pattern: re.Pattern[str]) -> None:
        while True:
            matched = pattern.match(self.buffer, self.position)
            self.position = matched.end() if matched else self.position
            if self.position < len(self.buffer) or not self.more():
                return

    def skip_past(self, mark: str) -> None:
        while (at := self.buffer.find(mark, self.position)) < 0:
            if self.held > 4096 or not self.more():
                raise Unreadable("it does not begin as a file of this kind does")
        self.position = at + len(mark)

    def peek(self) -> str:
        return self.buffer[self.position : self.position + 1]

    def take(self, count: int) -> None:
        self.position += count

    def begin(self) -> None:
        """Go to where the first value begins. Raises Unreadable if there is no object and no list."""
        if not self.goes_on():
            raise Unreadable("it is not JSON" if self.peek() else "it is empty")

    def goes_on(self) -> bool:
        """Say whether an object or list follows: behind one that ended, several files were strung together."""
        self.skip(SPACE)
        return self.peek() in ("[", "{")

    def next_key(self) -> str | None:
        """Return an object's next key and stop where its value begins; None behind its end. Raises ValueError."""
        self.skip(BLANK)
        if self.peek() == "}":
            self.take(1)
            return None
        key = self.value()
        self.skip(SPACE)
        if self.peek() != ":" or not isinstance(key, str):
            raise ValueError
        self.take(1)
        self.skip(SPACE)
        return key

    def value(self) -> Any:
        """Return the next JSON value. Raises ValueError if it is broken, cut off or larger than `MOST_OF_ONE`."""
        while True:
            try:
                found, end = _raw_decode(self.buffer, self.position)
            except json.JSONDecodeError:
                if self.held > MOST_OF_ONE or not self.more():
                    raise
                continue
            if end == len(self.buffer) and not self.ended and self.more():
                continue  # a number might go on
            self.position = end
            return found

    def well_formed(self) -> Iterator[Any]:
        """Yield the elements of a list that lie within the window; stop before the first that does not, or is broken.

        As fast as they come: `value` looks closer at what is left.
        """
        buffer, at, size = self.buffer, self.position, len(self.buffer)
        try:
            while (blanks := BLANK.match(buffer, at)) and (begin := blanks.end()) < size and buffer[begin] != "]":
                value, end = _scan(buffer, begin)
                if end >= size:
                    break  # a number might go on
                self.position = at = end
                yield value
        except (ValueError, RecursionError, StopIteration):
            return

    def step_over(self, behind: str = ",]", following: re.Pattern[str] | None = None) -> bool:
        """Go behind a broken value by its brackets. False, and where it was, if none of the marks `behind` follows.

        `following`: finds the end of the value before and, behind it, how the next one begins; or, from `]` on, the end
        of the list. What it finds comes before brackets, which a lost quotation mark makes worthless.
        """
        if following and self._skip_to(following):
            return True
        if self.peek() not in ("[", "{"):
            return False
        while (end := self._closing()) < 0:
            if self.held > MOST_OF_ONE or not self.more():
                return False
        after = SPACE.match(self.buffer, end)
        if after and self.buffer[after.end() : after.end() + 1] not in behind:
            return False
        self.position = end
        return True

    def _skip_to(self, following: re.Pattern[str]) -> bool:
        while not (found := following.search(self.buffer, self.position + 1)):
            if self.held > _LOOKED_THROUGH or not self.more():
                return False
        end, at_list_end = self._closing(), found[0].startswith("]")
        if 0 <= end <= found.start() + (not at_list_end):
            self.position = end
        else:
            self.position = found.start() if at_list_end else found.end()
        return True

    def _closing(self) -> int:
        """Return where the brackets that open at the position are closed again, or -1."""
        if self.peek() not in ("[", "{"):
            return -1
        depth = 0
        for found in _BRACKET.finditer(self.buffer, self.position):
            mark = found[0]
            depth += (mark in "[{") - (mark in "]}")
            if depth == 0:
                return found.end()
        return -1


def _raw_decode(text: str, position: int) -> tuple[Any, int]:
    try:
        return DECODER.raw_decode(text, position)
    except json.JSONDecodeError:
        raise
    except ValueError:
        return _CAREFUL.raw_decode(text, position)

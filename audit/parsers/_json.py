"""Records out of a JSON file of any size, a piece at a time, one broken record costing one record.

Networks write one big list, or an object that wraps one or several lists, sometimes behind `name = ` (X), sometimes a
single record where a list would have one. `records` yields the same whatever the wrapping.
"""

import codecs
import json
import re
from collections.abc import Generator, Iterator
from typing import Any, BinaryIO, NamedTuple

from audit.archive import Unreadable

PIECE = 1 << 18
MOST_OF_ONE = 64 << 20  # characters of one record; the largest real ones hold some 100 kB
SMALL = 4 << 20  # characters: an object up to this size is parsed as a whole
_BLANK = re.compile(r"[\s,]*")
_SPACE = re.compile(r"\s*")
_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]', re.DOTALL)


class Record(NamedTuple):
    """One element of a list: `key` names the list's wrapper ("" if none); a value that is no list has place -1."""

    key: str
    place: int
    value: Any


class Broken(NamedTuple):
    """A place where the JSON is broken or a record beyond all bounds. `last`: nothing after it could be read."""

    place: int
    reason: str
    last: bool


def records(
    stream: BinaryIO, *, record_keys: frozenset[str] = frozenset(), assigned: bool = False
) -> Iterator[Record | Broken]:
    """Yield every record in file order.

    `record_keys`: an object with one of these keys is itself a record, not a wrapper of lists.
    `assigned`: the JSON stands behind the first `=` (X's JavaScript files).
    Raises: Unreadable if the file holds no JSON at all.
    """
    text = _Text(stream)
    if assigned:
        text.skip_past("=")
    while (yield from _top(text, record_keys)):
        text.skip(_SPACE)
        if text.peek() not in ("[", "{"):  # else several files were strung together, and are read on
            return


def whole(content: str) -> Any:
    """Return the JSON value of a small text. Raises Unreadable."""
    try:
        return _DECODER.decode(content)
    except (ValueError, RecursionError):
        raise Unreadable("it is not JSON, or it is cut off") from None


def _safe_int(digits: str) -> int | str:
    return int(digits) if len(digits) < 40 else digits


_DECODER = json.JSONDecoder(strict=False)
_scan = _DECODER.scan_once  # type: ignore[attr-defined]
_CAREFUL = json.JSONDecoder(strict=False, parse_int=_safe_int)  # Python refuses numbers of over 4,300 digits


class _Text:
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
            while (blanks := _BLANK.match(buffer, at)) and (begin := blanks.end()) < size and buffer[begin] != "]":
                value, end = _scan(buffer, begin)
                if end >= size:
                    break  # a number might go on
                self.position = at = end
                yield value
        except (ValueError, RecursionError, StopIteration):
            return

    def step_over(self) -> bool:
        """Step over a broken value by its brackets. False, and where it was, if it does not end as an element does."""
        while (end := self._closing()) < 0:
            if self.held > MOST_OF_ONE or not self.more():
                return False
        self.position, start = end, self.position
        behind = _SPACE.match(self.buffer, end)
        follows = self.buffer[behind.end() : behind.end() + 1] if behind else ""
        if follows in (",", "]", ""):
            return True
        self.position = start
        return False

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
        return _DECODER.raw_decode(text, position)
    except json.JSONDecodeError:
        raise
    except ValueError:
        return _CAREFUL.raw_decode(text, position)


def _top(text: _Text, record_keys: frozenset[str]) -> Generator[Record | Broken, None, bool]:
    """Yield the records of one list or object. Returns whether its end was reached."""
    text.skip(_SPACE)
    match text.peek():
        case "[":
            text.take(1)
            return (yield from _elements(text, ""))
        case "{":
            return (yield from _object(text, record_keys))
        case "":
            raise Unreadable("it is empty")
        case _:
            raise Unreadable("it is not JSON")


def _elements(text: _Text, key: str) -> Generator[Record | Broken, None, bool]:
    """Yield the elements of a list. Returns whether its end was reached."""
    place = 0
    while True:
        for value in text.well_formed():
            yield Record(key, place, value)
            place += 1
        text.skip(_BLANK)
        if text.peek() == "]":
            text.take(1)
            return True
        if not text.peek():
            yield Broken(place, "the file is cut off here", last=True)
            return False
        try:
            found = text.value()
        except (ValueError, RecursionError) as problem:
            deep = isinstance(problem, RecursionError)
            last = not text.step_over()
            reason = "it is nested too deep to be read" if deep else "the file is broken or cut off here"
            yield Broken(place, reason if last or deep else "it is broken", last)
            if last:
                return False
        else:
            yield Record(key, place, found)
        place += 1


def _object(text: _Text, record_keys: frozenset[str]) -> Generator[Record | Broken, None, bool]:
    while text.held < SMALL and text.more():
        pass
    if not text.ended:
        return (yield from _members(text))
    try:
        found = text.value()
    except (ValueError, RecursionError):
        return (yield from _members(text))
    if record_keys & found.keys():
        yield Record("", 0, found)
        return True
    for key, value in found.items():
        if isinstance(value, list):
            yield from (Record(key, place, element) for place, element in enumerate(value))
        else:
            yield Record(key, -1, value)
    return True


def _members(text: _Text, deepest: int = 4) -> Generator[Record | Broken, None, bool]:
    """Yield what stands in an object that is large, or broken: then all before the break, in inner objects too."""
    text.take(1)
    while True:
        text.skip(_BLANK)
        if text.peek() == "}":
            text.take(1)
            return True
        if not text.peek():
            yield Broken(-1, "the file is cut off here", last=True)
            return False
        try:
            key = _key(text)
            if text.peek() == "[":
                text.take(1)
                ended = yield from _elements(text, key)
            else:
                ended = yield from _member(text, key, deepest)
        except (ValueError, RecursionError):
            yield Broken(-1, "the file is broken or cut off here", last=True)
            return False
        if not ended:
            return False


def _key(text: _Text) -> str:
    """Return the next key and stop where its value begins. Raises ValueError."""
    key = text.value()
    text.skip(_SPACE)
    if text.peek() != ":" or not isinstance(key, str):
        raise ValueError
    text.take(1)
    text.skip(_SPACE)
    return key


def _member(text: _Text, key: str, deepest: int) -> Generator[Record | Broken, None, bool]:
    """Yield a value that is no list. An object that is broken may wrap lists. Raises ValueError, RecursionError."""
    try:
        value = text.value()
    except (ValueError, RecursionError):
        if text.peek() != "{" or deepest == 0:
            raise
        return (yield from _members(text, deepest - 1))
    yield Record(key, -1, value)
    return True

"""Records out of a JSON file of any size, a piece at a time, one broken record costing one record.

Networks write one big list, or an object that wraps one or several lists, sometimes behind `name = ` (X), sometimes a
single record where a list would have one. `records` yields the same whatever the wrapping.
"""

import re
from collections.abc import Callable, Generator, Iterator
from functools import partial
from typing import Any, BinaryIO, NamedTuple, TypeVar

from audit.archive import Unreadable
from audit.parsers._json_text import BLANK, DECODER, Text

SMALL = 4 << 20  # characters: an object up to this size is parsed as a whole
Made = TypeVar("Made")


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
    path: tuple[str, ...] = ()  # what leads to the list or value, where it was walked to


def records(
    stream: BinaryIO, *, record_keys: frozenset[str] = frozenset(), assigned: bool = False
) -> Iterator[Record | Broken]:
    """Yield every record in file order.

    `record_keys`: an object with one of these keys is itself a record, not a wrapper of lists.
    `assigned`: the JSON stands behind the first `=` (X's JavaScript files).
    Raises: Unreadable if the file holds no JSON at all.
    """
    text = Text(stream)
    if assigned:
        text.skip_past("=")
    text.begin()
    while (ended := (yield from _top(text, record_keys))) and text.goes_on():
        pass
    if ended and text.peek() not in ("", ";"):  # a bracket too many, and nothing after it was read
        yield broken_here(text, ValueError(), -1, last=True)


def listed(
    text: Text,
    made: Callable[[int, Any], Made],
    path: tuple[str, ...] = (),
    following: re.Pattern[str] | None = None,
) -> Generator[Made | Broken, None, bool]:
    """Yield what is `made` of each element's place and value, quickly as long as they are well-formed.

    `path` is told of what is broken; `following` finds the next element, see `Text.step_over`.
    Returns: whether the list was read to its end, so that what follows can be.
    """
    text.take(1)
    place = 0
    while True:
        for value in text.well_formed():
            yield made(place, value)
            place += 1
        text.skip(BLANK)
        if text.peek() == "]":
            text.take(1)
            return True
        try:
            value = text.value()
        except (ValueError, RecursionError) as problem:
            last = not text.step_over(following=following)
            yield broken_here(text, problem, place, last=last, path=path)
            if last:
                return False
        else:
            yield made(place, value)
        place += 1


def broken_here(text: Text, problem: Exception, place: int, *, last: bool, path: tuple[str, ...] = ()) -> Broken:
    """Return what is told of a place that could not be read, in words that quote nothing."""
    if isinstance(problem, RecursionError):
        reason = "it is nested too deep to be read"
    elif not last:
        reason = "it is broken"
    else:
        reason = "the file is broken or cut off here" if text.peek() else "the file is cut off here"
    return Broken(place, reason, last, path)


def whole(content: str) -> Any:
    """Return the JSON value of a small text. Raises Unreadable."""
    try:
        return DECODER.decode(content)
    except (ValueError, RecursionError):
        raise Unreadable("it is not JSON, or it is cut off") from None


def _top(text: Text, record_keys: frozenset[str]) -> Generator[Record | Broken, None, bool]:
    """Yield the records of one list or object. Returns whether its end was reached."""
    if text.peek() == "[":
        return (yield from listed(text, partial(Record, "")))
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


def _members(text: Text, deepest: int = 4) -> Generator[Record | Broken, None, bool]:
    """Yield what stands in an object that is large, or broken: then all before the break, in inner objects too."""
    text.take(1)
    try:
        while (key := text.next_key()) is not None:
            inner = listed(text, partial(Record, key)) if text.peek() == "[" else _member(text, key, deepest)
            if not (yield from inner):
                return False
    except (ValueError, RecursionError) as problem:
        yield broken_here(text, problem, -1, last=True)
        return False
    return True


def _member(text: Text, key: str, deepest: int) -> Generator[Record | Broken, None, bool]:
    """Yield a value that is no list. An object that is broken may wrap lists. Raises ValueError, RecursionError."""
    try:
        value = text.value()
    except (ValueError, RecursionError):
        if text.peek() != "{" or deepest == 0:
            raise
        return (yield from _members(text, deepest - 1))
    yield Record(key, -1, value)
    return True

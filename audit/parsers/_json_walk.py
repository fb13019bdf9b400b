"""Values out of a JSON file whose lists lie deep: `chats.list[3].messages[17]`, each read by itself.

`_json.records` reads lists near the top; here the caller says into which objects and lists to go. What it does not go
into is read as one value.
"""

import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from audit.archive import Unreadable
from audit.parsers._json import _BLANK, _SPACE, _key, _Text

Path = tuple[str | int, ...]
Into = Callable[[Path], bool]
DEEPEST = 8
_LOOKED_THROUGH = 4 << 20  # characters behind a break in which the next element is looked for
_NEXT = re.compile(r"\}\s*,\s*(?=\{\s*\"id\"\s*:)|\]\s*\}\s*,\s*(?=\{\s*\"(?:name|type)\"\s*:)")


@dataclass(slots=True, frozen=True)
class Reached:
    """A value, and the keys and list positions that lead to it."""

    path: Path
    value: Any


@dataclass(slots=True, frozen=True)
class Gap:
    """A place that could not be read, and why, in words that quote nothing. `last`: nor could what follows."""

    path: Path
    reason: str
    last: bool = False


def walked(stream: BinaryIO, into: Into) -> Iterator[Reached | Gap]:
    """Yield the values in file order, going into each object and list for whose path `into` is true.

    Raises: Unreadable if the file holds no JSON at all.
    """
    text = _Text(stream)
    text.skip(_SPACE)
    if text.peek() not in ("[", "{"):
        raise Unreadable("it is not JSON" if text.peek() else "it is empty")
    while (yield from _value(text, (), into)):
        text.skip(_SPACE)
        if text.peek() not in ("[", "{"):  # else several files were strung together
            return


def shown(path: Path) -> str:
    """Return the path as a place: `chats.list[3].messages[17]`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


def _value(text: _Text, path: Path, into: Into) -> Generator[Reached | Gap, None, bool]:
    """Yield what stands here. Returns whether it was read to its end, so that what follows can be."""
    mark = text.peek()
    if mark in ("[", "{") and len(path) < DEEPEST and into(path):
        text.take(1)
        return (yield from (_elements if mark == "[" else _members)(text, path, into))
    try:
        value = text.value()
    except (ValueError, RecursionError) as problem:
        element = bool(path) and isinstance(path[-1], int)
        goes_on = (element and _skipped_to_next(text)) or (mark in ("[", "{") and text.step_over())
        deep = isinstance(problem, RecursionError)
        reason = "it is nested too deep to be read" if deep else "it is broken"
        yield Gap(path, reason if goes_on else "the file is broken or cut off here", not goes_on)
        return goes_on
    yield Reached(path, value)
    return True


def _skipped_to_next(text: _Text) -> bool:
    """Go behind a broken element: to the end of its brackets, the next element or the end of its list."""
    while not (found := _NEXT.search(text.buffer, text.position + 1)):
        if text.held > _LOOKED_THROUGH or not text.more():
            return False
    end, at_list_end = text._closing(), found[0].startswith("]")
    if 0 <= end <= found.start() + (not at_list_end):
        text.position = end
    else:
        text.position = found.start() if at_list_end else found.end()
    return True


def _elements(text: _Text, path: Path, into: Into) -> Generator[Reached | Gap, None, bool]:
    place = 0
    while True:
        text.skip(_BLANK)
        if text.peek() == "]":
            text.take(1)
            return True
        if not text.peek():
            yield Gap((*path, place), "the file is cut off here", last=True)
            return False
        if not (yield from _value(text, (*path, place), into)):
            return False
        place += 1


def _members(text: _Text, path: Path, into: Into) -> Generator[Reached | Gap, None, bool]:
    while True:
        text.skip(_BLANK)
        if text.peek() == "}":
            text.take(1)
            return True
        if not text.peek():
            yield Gap(path, "the file is cut off here", last=True)
            return False
        try:
            key = _key(text)
        except (ValueError, RecursionError):
            yield Gap(path, "the file is broken or cut off here", last=True)
            return False
        if not (yield from _value(text, (*path, key), into)):
            return False

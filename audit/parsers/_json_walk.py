"""Records out of a JSON file whose lists lie deep: each comes with what leads to it.

`_json.records` looks into the outermost object only. Here every list is read an element at a time, at whatever depth,
so that a file of any size costs the memory of one record; the caller says which objects are gone into.
"""

import re
from collections.abc import Callable, Generator, Iterator
from functools import partial
from typing import Any, BinaryIO, NamedTuple

from audit.parsers._json import Broken, broken_here, listed
from audit.parsers._json_text import BLANK, Text

DEEPEST = 12
Path = tuple[str, ...]  # keys, and `[3]` for an element that was gone into
Decides = Callable[[Path], bool]


class Found(NamedTuple):
    """A value and the path that leads to it. `place`: its number in the list that stands there, else -1."""

    path: Path
    place: int
    value: Any


class Way(NamedTuple):
    """Where to go: the rest is read as one value each."""

    into: Decides  # asked of every object but the outermost
    into_elements: Decides = lambda _: False  # asked of every list: may its elements be gone into?
    following: Callable[[Path], re.Pattern[str] | None] = lambda _: None  # of a list, as `Text.step_over` takes it


def walked(stream: BinaryIO, way: Way) -> Iterator[Found | Broken]:
    """Yield in file order every element of every list, and the objects and values that are not gone into.

    Raises: Unreadable if the file holds no JSON object or list at all.
    """
    text = Text(stream)
    text.begin()
    while (ended := (yield from _value(text, (), way))) and text.goes_on():
        pass
    if ended and text.peek():  # a bracket too many, and nothing after it was read
        yield broken_here(text, ValueError(), -1, last=True)


def shown(path: Path, place: int = -1) -> str:
    """Return a path and a number in the list there as a place: `chats.list[3].messages[17]`."""
    joined = "".join(step if step.startswith("[") else f".{step}" for step in path).lstrip(".")
    return f"{joined}[{place}]" if place >= 0 else joined


def _value(text: Text, path: Path, way: Way) -> Generator[Found | Broken, None, bool]:
    """Return what yields all that stands here, and whether it was read to its end, so that what follows can be."""
    mark, is_shallow = text.peek(), len(path) < DEEPEST
    if mark == "{" and is_shallow and (not path or way.into(path)):
        return _members(text, path, way)
    if mark != "[":
        return _alone(text, path)
    if is_shallow and way.into_elements(path):
        return _elements(text, path, way)
    return listed(text, partial(Found, path), path, way.following(path))


def _members(text: Text, path: Path, way: Way) -> Generator[Found | Broken, None, bool]:
    text.take(1)
    while True:
        try:
            key = text.next_key()
        except (ValueError, RecursionError) as problem:
            yield broken_here(text, problem, -1, last=True, path=path)
            return False
        if key is None:
            return True
        if not (yield from _value(text, (*path, key), way)):
            return False


def _elements(text: Text, path: Path, way: Way) -> Generator[Found | Broken, None, bool]:
    text.take(1)
    place = 0
    while True:
        text.skip(BLANK)
        if text.peek() == "]":
            text.take(1)
            return True
        if not (yield from _value(text, (*path, f"[{place}]"), way)):
            return False
        place += 1


def _alone(text: Text, path: Path) -> Generator[Found | Broken, None, bool]:
    """Yield a value as a whole."""
    try:
        value = text.value()
    except (ValueError, RecursionError) as problem:
        last = not text.step_over(',]}"')  # a comma may be missing behind it
        yield broken_here(text, problem, -1, last=last, path=path)
        return not last
    yield Found(path, -1, value)
    return True

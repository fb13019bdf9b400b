"""Records out of one large JSON file of objects within objects: each comes with the keys that lead to it.

`_json.records` looks into the outermost object only. Here every list at any depth is read an element at a time, so
that a file of any size costs the memory of one record.
"""

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, NamedTuple

from audit.archive import Unreadable
from audit.parsers._json import _BLANK, _SPACE, Broken, _key, _Text

DEEPEST = 12
_CUT = "the file is broken or cut off here"


class Found(NamedTuple):
    """A value and the keys that lead to it. `place`: its number in the list that stands there, else -1."""

    path: tuple[str, ...]
    place: int
    value: Any


Decides = Callable[[tuple[str, ...]], bool]


def found_in(stream: BinaryIO, is_record: Decides) -> Iterator[Found | Broken]:
    """Yield every element of every list, every value that is no object, and the objects that are records as a whole.

    Raises: Unreadable if the file holds no JSON object or list at all.
    """
    text = _Text(stream)
    text.skip(_SPACE)
    if text.peek() not in ("{", "["):
        raise Unreadable("it is not JSON" if text.peek() else "it is empty")
    open_objects: list[tuple[str, ...]] = []
    path: tuple[str, ...] | None = ()
    while path is not None:
        mark = text.peek()
        if mark == "{" and len(open_objects) < DEEPEST and not (path and is_record(path)):
            text.take(1)
            open_objects.append(path)
        else:
            last = False
            for one in _listed(text, path) if mark == "[" else _alone(text, path):
                last = isinstance(one, Broken) and one.last
                yield one
            if last:
                return
        try:
            path = _next(text, open_objects)
        except (ValueError, RecursionError):
            yield Broken(-1, _CUT, last=True)
            return


def _next(text: _Text, open_objects: list[tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return the path of the next value and stop where it begins; None at the end. Raises ValueError."""
    while open_objects:
        text.skip(_BLANK)
        if text.peek() != "}":
            return (*open_objects[-1], _key(text))
        text.take(1)
        open_objects.pop()
    text.skip(_SPACE)
    return () if text.peek() in ("{", "[") else None  # several files may be strung together


def _listed(text: _Text, path: tuple[str, ...]) -> Iterator[Found | Broken]:
    """Yield the elements of a list: as fast as they come while they are well-formed, else with a close look."""
    text.take(1)
    place = 0
    while True:
        for value in text.well_formed():
            yield Found(path, place, value)
            place += 1
        text.skip(_BLANK)
        if text.peek() == "]":
            text.take(1)
            return
        if not text.peek():
            yield Broken(place, "the file is cut off here", last=True)
            return
        try:
            found: Found | Broken = Found(path, place, text.value())
        except (ValueError, RecursionError) as problem:
            deep = isinstance(problem, RecursionError)
            last = not text.step_over()
            reason = "it is nested too deep to be read" if deep else _CUT if last else "it is broken"
            found = Broken(place, reason, last)
        yield found
        place += 1
        if isinstance(found, Broken) and found.last:
            return


def _alone(text: _Text, path: tuple[str, ...]) -> Iterator[Found | Broken]:
    """Yield a value that is no list."""
    try:
        value = text.value()
    except (ValueError, RecursionError):
        if _passed(text):
            yield Broken(-1, "it is broken", last=False)
        else:
            yield Broken(-1, _CUT, last=True)
    else:
        yield Found(path, -1, value)


def _passed(text: _Text) -> bool:
    """Step over a broken object by its brackets, if they are closed anywhere."""
    while (end := text._closing()) < 0:
        if text.peek() != "{" or not text.more():
            return False
    text.position = end
    return True

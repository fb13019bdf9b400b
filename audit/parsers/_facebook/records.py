"""The records of one Facebook JSON file, their letters repaired, one broken record costing one record.

A file holds a list, an object that wraps one or several lists (`{"comments_v2": […]}`, until 2019 one deeper:
`{"group_posts": {"activity_log_data": […]}}`), or, where there is only one record, the bare record.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from audit.archive import Member
from audit.parsers import _json
from audit.parsers._facebook.letters import Repair, is_broken
from audit.posts import Post, Unread

RECORD_KEYS = frozenset({"timestamp", "label_values", "timestamp_ms"})
_PLAIN_KEY = re.compile(r"[a-z][a-z0-9_]{0,60}")
_DEEPEST = 6  # wrappers around wrappers


class Found(NamedTuple):
    """A value with its place in the file and the key of the list it stands in."""

    place: str
    key: str
    value: Any


ReadOne = Callable[[Found], Iterable[Post | Unread]]


def read_each(member: Member, read_one: ReadOne) -> Iterator[Post | Unread]:
    """Yield what `read_one` makes of every record. A record that is none, or is odd, costs itself."""
    for found in found_in(member):
        if isinstance(found, Unread):
            yield found
        elif not isinstance(found.value, dict):
            yield Unread(found.place, "it is not a record")
        else:
            yield from guarded(read_one, found)


def guarded(read_one: ReadOne, found: Found) -> list[Post | Unread]:
    """Return what `read_one` makes of the record, or that it could not be read."""
    try:
        return list(read_one(found))
    except RecursionError:
        return [Unread(found.place, "it is nested too deep to be read")]
    except Exception:  # what nobody foresaw in one record must not cost the next
        return [Unread(found.place, "it is not built as we expect")]


def found_in(member: Member, *, record_keys: frozenset[str] = RECORD_KEYS) -> Iterator[Found | Unread]:
    """Yield every record, unwrapped. Raises Unreadable if the file holds no JSON at all."""
    for found in raw_records(member, record_keys=record_keys):
        if isinstance(found, Unread):
            yield found
        elif found.place[-1:] != "]":
            if isinstance(found.value, dict):
                yield from _unwrapped(found, record_keys, _DEEPEST)
        elif isinstance(found.value, list):  # a list in the list is taken for its elements
            yield from (Found(f"{found.place}[{n}]", found.key, value) for n, value in enumerate(found.value))
        else:
            yield found


def raw_records(member: Member, *, record_keys: frozenset[str] = frozenset()) -> Iterator[Found | Unread]:
    """Yield list elements (`[3]`, `.photos[3]`) and the values beside the lists (`.name`), repaired."""
    repair = Repair(is_broken(member))
    with member.open() as stream:
        for record in _json.records(stream, record_keys=record_keys):
            place = _place(record)
            if isinstance(record, _json.Broken):
                yield Unread(place, record.reason)
                continue
            try:
                yield Found(place, repair(record.key), repair(record.value))
            except RecursionError:
                yield Unread(place, "it is nested too deep to be read")
    if repair.failed:
        yield Unread("", f"wrong letters in {repair.failed} texts could not be repaired: they are kept as they stand")


def _place(record: _json.Record | _json.Broken) -> str:
    key = _shown(record.key) if isinstance(record, _json.Record) else ""
    return f"{key}[{record.place}]" if record.place >= 0 else key


@lru_cache(maxsize=1000)
def _shown(key: str) -> str:
    """Return a list's key as it stands in a place. A key that may hold words is not shown."""
    return f".{key}" if key and _PLAIN_KEY.fullmatch(key) else ""


def _unwrapped(found: Found, record_keys: frozenset[str], deepest: int) -> Iterator[Found]:
    if record_keys & found.value.keys() or deepest == 0:
        yield found
        return
    for key, value in found.value.items():
        place = found.place + _shown(key)
        if isinstance(value, list):
            yield from (Found(f"{place}[{position}]", key, element) for position, element in enumerate(value))
        elif isinstance(value, dict):
            yield from _unwrapped(Found(place, key, value), record_keys, deepest - 1)

"""X's files: JSON in JavaScript. The name before the `=`, and the records behind it, freed from their wrappers.

Every file assigns one list to `window.YTD.<name>.part<N>`; month files of the first archives assign to
`Grailbird.data.tweets_<month>`. Until January 2020 a record stood alone, since then under a key (`{"tweet": {…}}`), and
some under two.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from audit.archive import Member, Unreadable
from audit.parsers._clock import api_time, epoch_time, iso_time, plausible
from audit.parsers._export import Export
from audit.parsers._json import Broken, records, whole
from audit.posts import Post, Unread

FIRST_TWEET = datetime(2006, 3, 1, tzinfo=UTC)
FIRST_TIMED_ID = 30_000_000_000  # since November 2010 an id holds its time; older ones are plain counters

_NAME = re.compile(r"window\.YTD\.(\w+?)\.part\d+\s*=|(Grailbird\.data\.tweets)_|var\s+(\w+)\s*=|window\.(__\w+)\s*=")
_EPOCH = re.compile(r"-?[0-9]{1,17}")

Record = dict[str, Any]


class OddValue(Exception):
    """Something in one record is not what such a record holds. The text is a plain reason."""


def assigned_name(member: Member) -> str:
    """Return what the file assigns to (`note_tweet`), "" where it assigns nothing we know, such as plain JSON."""
    found = _NAME.match(_head(member))
    return "" if found is None else next(filter(None, found.groups()), "")


def _head(member: Member) -> str:
    return _decoded(member.head(4096)).lstrip()


def _decoded(content: bytes) -> str:
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return content.decode(encoding, "replace")


def entries(member: Member, *wrappers: str) -> Iterator[tuple[str, Record] | Unread]:
    """Yield (place, record) in file order, each record without its wrapper, and every place that holds none."""
    bare = frozenset({*wrappers, "full_text", "id_str"})
    assigned = not _head(member).startswith(("[", "{"))
    with member.open() as stream:
        for found in records(stream, record_keys=bare, assigned=assigned):
            place = f"[{found.place}]" if found.place >= 0 else ""
            if isinstance(found, Broken):
                yield Unread(place, found.reason)
            elif isinstance(found.value, dict) and isinstance(inner := _inner(found.value, wrappers), dict):
                yield place, inner
            else:
                yield Unread(place, "it is not a record of this kind")


def _inner(record: Record, wrappers: Iterable[str]) -> Any:
    """A wrapper has a name we know, or it is the record's only key."""
    for wrapper in wrappers:
        if wrapper in record:
            return record[wrapper]
    if len(record) == 1:
        [only] = record.values()
        return only if isinstance(only, dict) else record
    return record


Make = Callable[[Record], Iterable[Post]]


def posts_of(member: Member, make: Make, *wrappers: str) -> Iterator[Post | Unread]:
    """Yield what `make` makes of each record. Whatever is odd in one costs that record."""
    for entry in entries(member, *wrappers):
        if isinstance(entry, Unread):
            yield entry
            continue
        place, record = entry
        try:
            found = list(make(record))
        except OddValue as odd:
            yield Unread(place, str(odd))
        except (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError):
            yield Unread(place, "it is not built as we expect")
        else:
            for post in found:
                post.source = f"{place}{post.source}"
                yield post


def read_with(make: Make, *wrappers: str) -> Callable[[Member, Export], Iterator[Post | Unread]]:
    """Return a reader of files whose records each stand for themselves."""

    def read(member: Member, export: Export) -> Iterator[Post | Unread]:
        del export
        return posts_of(member, make, *wrappers)

    return read


def records_of(export: Export, pattern: str, *wrappers: str) -> Iterator[Record]:
    """Yield the records of a small file beside the one that is read. What cannot be read there is passed over."""
    for _, member in export.find(rf"(?:again/)*(?:data/)?(?:{pattern})(?:-part\d+)?\.js"):
        try:
            yield from (entry[1] for entry in entries(member, *wrappers) if not isinstance(entry, Unread))
        except Unreadable:
            continue


def whole_of(member: Member) -> Record:
    """Return the object of a small file such as the manifest, or an empty one."""
    text = _decoded(member.read(16 << 20)).strip()
    behind = text if text.startswith("{") else text.partition("=")[2]
    found = whole(behind.strip().rstrip(";"))
    return found if isinstance(found, dict) else {}


# --- values ----------------------------------------------------------------------------------------------------------


def words(record: Record, key: str) -> str:
    """Return the text under `key`, stripped. Raises OddValue if there is none."""
    found = record.get(key)
    if not isinstance(found, str):
        raise OddValue("it has no text")
    return found.strip()


def string(record: Any, key: str) -> str:
    """Return the text under `key`, stripped, or "" whatever else may stand there."""
    found = record.get(key) if isinstance(record, dict) else None
    return found.strip() if isinstance(found, str) else ""


def mapping(record: Any, key: str) -> Record:
    """Return the object under `key`, or an empty one."""
    found = record.get(key) if isinstance(record, dict) else None
    return found if isinstance(found, dict) else {}


def mappings(record: Any, key: str) -> list[Record]:
    """Return the objects in the list under `key`."""
    found = record.get(key) if isinstance(record, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def listed(record: Any, key: str) -> list[Any]:
    """Return the list under `key`, or an empty one."""
    found = record.get(key) if isinstance(record, dict) else None
    return found if isinstance(found, list) else []


def id_of(record: Record, *keys: str) -> str:
    """Return the first id of plain digits under `keys`, or "". Numbers are as good as strings, if they are whole."""
    for key in keys:
        found = record.get(key)
        if found is None:
            continue
        if isinstance(found, int) and not isinstance(found, bool):
            found = str(found)
        if is_id(found):
            return str(found)
    return ""


def is_id(value: object) -> bool:
    """Say whether this is an id as X writes it."""
    return isinstance(value, str) and value.isdecimal() and value.isascii() and len(value) <= 20


def count_of(record: Record, key: str) -> int | None:
    """Return a count that is written as a string, or None."""
    digits = id_of(record, key)
    return int(digits) if digits and len(digits) < 12 else None


def time_in(native_id: str) -> datetime | None:
    """Return the time that an id holds, to the millisecond, or None for ids from before November 2010."""
    if not is_id(native_id) or int(native_id) < FIRST_TIMED_ID:
        return None
    since_1970 = timedelta(milliseconds=milliseconds_in(native_id) + 1288834974657)
    return plausible(datetime(1970, 1, 1, tzinfo=UTC) + since_1970)


def milliseconds_in(native_id: str) -> int:
    """Return the time part of an id: milliseconds since X's own beginning."""
    return int(native_id) >> 22


def tweet_time(written: object, native_id: str) -> datetime | None:
    """Return when it was written: as stated, or as the id tells where the statement is missing or impossible."""
    stated = any_time(written)
    if stated is not None and stated >= FIRST_TWEET:
        return stated
    held = time_in(native_id)
    return None if held is None else held.replace(microsecond=0)


def any_time(written: object) -> datetime | None:
    """Read any of the ways X writes a time: its API's, ISO, and digits since 1970, in seconds or milliseconds."""
    if moment := api_time(written):  # nearly always
        return plausible(moment)
    if isinstance(written, int) and not isinstance(written, bool):
        written = str(written)[:20]
    if isinstance(written, str) and _EPOCH.fullmatch(written.strip()):
        return epoch_time(written, unit=1000 if len(written.strip()) > 11 else 1)
    return plausible(iso_time(written))


def post_url(native_id: str) -> str:
    """Return the address that needs no name and survives renames."""
    return f"https://x.com/i/web/status/{native_id}" if native_id else ""


def prefixed(prefix: str, number: str) -> str:
    """Return an id that cannot be taken for a tweet's, or "" without one."""
    return f"{prefix}-{number}" if number else ""

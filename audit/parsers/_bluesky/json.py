"""Bluesky records as JSON: what tools unpack a repository into, and what the network answers when asked for records."""

import re
from collections.abc import Iterator

from audit.archive import Member, Unreadable
from audit.parsers._bluesky import AT, may_hold_words, record_posts, string
from audit.parsers._export import Export
from audit.parsers._json import Broken, Record, records, whole
from audit.posts import Post, Unread

COLLECTION = r"[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+\.[a-z][a-z0-9]*"
UNPACKED = rf"(?:.*/)?{COLLECTION}/[^/]+\.json"
_PLACE = re.compile(r"(?:(?:.*/)?(did:[^/]+)/)?(?:.*/)?([^/]+)/([^/]+)\.json", re.IGNORECASE)
_SMALL = 4 << 20  # bytes of one record; the network takes 1 MB


def read_record(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the one record in a file named `collection/rkey.json`."""
    found = _PLACE.fullmatch(member.name)
    if found is None or not may_hold_words(found[2]):
        return
    try:
        value = whole(member.read(_SMALL).decode("utf-8-sig", "replace"))
    except Unreadable as problem:
        yield Unread("", str(problem))
        return
    yield from _posts(value, found[1] or "", found[2], found[3], "")


def read_list(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the records in `{"records": [{uri, cid, value}], "cursor": …}`, one answer of the network."""
    with member.open() as stream:
        for one in records(stream, record_keys=frozenset(("value",))):
            place = f"[{one.place}]"
            if isinstance(one, Broken):
                yield Unread(place, one.reason)
            elif one.key in ("records", ""):
                yield from _listed(one, place)


def _listed(one: Record, place: str) -> Iterator[Post | Unread]:
    address = AT.fullmatch(string(one.value, "uri"))
    value = one.value.get("value") if isinstance(one.value, dict) else None
    did, collection, rkey = address.groups() if address else ("", string(value, "$type"), "")
    if may_hold_words(collection):
        yield from _posts(value, did, collection, rkey, place)


def _posts(value: object, did: str, collection: str, rkey: str, place: str) -> Iterator[Post | Unread]:
    """Yield the posts in a record; some tools keep it under `value`, beside its address."""
    inner = value.get("value") if isinstance(value, dict) and "$type" not in value else value
    value = inner if isinstance(inner, dict) else value
    if not isinstance(value, dict):
        yield Unread(place, "it is not built as a record is")
        return
    for post in record_posts(collection, rkey, value, did):
        post.source = place
        yield post

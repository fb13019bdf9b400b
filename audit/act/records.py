"""The untouched original records of posts, out of the export that they were read from: the very characters.

X only: a record is cut out of its file by its braces, so that numbers, order and escapes are X's own.
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from audit.archive import Archive, Member, Unreadable, open_archive
from audit.errors import AuditError
from audit.posts import Post

_NEXT = re.compile(r"\}\s*,\s*(?=\{)")
_DECODER = json.JSONDecoder(strict=False)


def original_records(exports: Sequence[Path], posts: Sequence[Post]) -> dict[str, str]:
    """Return native id → the record as it stands in the export, for those of the posts that have one there."""
    wanted = {post.native_id for post in posts} | {one for post in posts for one in versions(post)}
    names = {_member_name(source) for post in posts for source in (post.source, *post.also_in)}
    found: dict[str, str] = {}
    with ExitStack() as held:
        for archive in _opened(exports, held):
            for member in archive.members:
                if member.name in names:
                    found |= {number: record for number, record in _records(member) if number in wanted}
    return found


def versions(post: Post) -> tuple[str, ...]:
    """Return the ids of all versions of an edited post, as far as the export tells them."""
    return tuple(getattr(post, "versions", ()))


def _opened(exports: Sequence[Path], held: ExitStack) -> Iterator[Archive]:
    for path in exports:
        try:
            yield held.enter_context(open_archive(path))
        except AuditError:  # it could not be read before either
            continue


def _member_name(source: str) -> str:
    return source.rpartition("!")[2].rpartition("[")[0]


def _records(member: Member) -> Iterator[tuple[str, str]]:
    """Yield (id, record) of each tweet of a file. A broken one is stepped over."""
    try:
        text = member.read().decode("utf-8-sig", "replace")
    except (Unreadable, OSError):
        return
    at = text.find("{", text.find("=") + 1)
    while at >= 0:
        try:
            value, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            at = end if (after := _NEXT.search(text, at + 1)) and (end := after.end()) else -1
            continue
        yield from _told(value, text[at:end])
        at = text.find("{", end)


def _told(value: object, record: str) -> Iterator[tuple[str, str]]:
    tweet = value.get("tweet", value) if isinstance(value, dict) else {}
    number = tweet.get("id_str") if isinstance(tweet, dict) else None  # a mention has one too, but no text
    if isinstance(value, dict) and isinstance(number, str) and {"full_text", "text"} & tweet.keys():
        yield number, record if "tweet" in value else f'{{"tweet" : {record}}}'

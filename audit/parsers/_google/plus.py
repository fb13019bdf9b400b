"""Google+, gone since April 2019: one file a post in the stream and in communities, and a log of comments.

Content is HTML. Other people's comments stand in the same file; whose stream it is tells the author of its posts.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from audit.archive import Member, Unreadable
from audit.parsers._export import Export
from audit.parsers._google import NOT_BUILT, object_in, text_in, time_in
from audit.parsers._html_words import plain
from audit.parsers._json import Broken, records, whole
from audit.posts import Post, Unread, distinct

_SMALL = 8 << 20
_STREAM = r"(?:(?:Takeout|Portability)/)?Google\+ Stream/Posts/[^/]+\.json"
_CIRCLES = {
    "CIRCLE_TYPE_PUBLIC": "public",
    "CIRCLE_TYPE_EXTENDED_CIRCLES": "friends",
    "CIRCLE_TYPE_YOUR_CIRCLES": "friends",
    "CIRCLE_TYPE_USER_CIRCLE": "group",
}
_MAIN = re.compile(r"<div\b[^<>]{0,200}\bmain-content\b[^<>]{0,200}>", re.IGNORECASE)
_DIV = re.compile(r"<(/?)div\b", re.IGNORECASE)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+Z-][\d:]{0,6}")


def read_post(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield a post and the person's own comments under it."""
    found = whole(member.read(_SMALL).decode("utf-8-sig", "replace"))
    if not isinstance(found, dict):
        yield Unread("", NOT_BUILT)
        return
    owner = owner_of(export)
    author = _author(found)
    if not owner or author == owner:
        yield from _post(found)
    comments = found.get("comments")
    for place, comment in enumerate(comments if isinstance(comments, list) else ()):
        if isinstance(comment, dict) and owner and _author(comment) == owner:
            yield from _comment(comment, f".comments[{place}]", found)


def read_log(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the comments that the person wrote under other people's posts."""
    with member.open() as stream:
        for record in records(stream):
            place = f"[{max(record.place, 0)}]"
            if isinstance(record, Broken):
                yield Unread(place, record.reason)
            elif isinstance(record.value, dict):
                inner = object_in(record.value, "commentCreatedItem", "comment") or record.value
                audience = "public" if text_in(record.value, "visibility").upper() == "PUBLIC" else "unknown"
                for one in _comment(inner, place, record.value):
                    one.audience = audience
                    yield one
            elif record.place >= 0:
                yield Unread(place, NOT_BUILT)


def read_page(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield a post that was exported as a page: its main part, without what others wrote below it."""
    page = member.read(_SMALL).decode("utf-8-sig", "replace")
    main = _MAIN.search(page)
    if not main:
        yield Unread("", "the post is not where such pages have it")
        return
    if text := plain(_up_to_its_end(page, main.end())).text:
        time = _TIME.search(page)
        moment = time_in({"time": time[0]}, "time") if time else None
        yield Post("post", text, moment, "[0]", container="Google+", state="expired")


def _up_to_its_end(page: str, start: int) -> str:
    """Return what lies in the block that begins here."""
    depth = 1
    for tag in _DIV.finditer(page, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return page[start : tag.start()]
    return page[start:]


def owner_of(export: Export) -> str:
    """Return whose stream it is: the author of its posts."""
    if not (owner := next((key[6:] for key in export.counted if key.startswith("owner:")), "")):
        found: Counter[str] = Counter()
        for number, (_, member) in enumerate(export.find(_STREAM)):
            if number >= 20:
                break
            try:
                post = whole(member.read(_SMALL).decode("utf-8-sig", "replace"))
            except Unreadable:
                continue
            if isinstance(post, dict) and (author := _author(post)):
                found[author] += 1
        owner = found.most_common(1)[0][0] if found else ""
        export.counted[f"owner:{owner}"] = 1
    return owner


def _author(entry: dict[str, Any]) -> str:
    return text_in(object_in(entry, "author"), "resourceName", "profilePageUrl")


def _post(entry: dict[str, Any]) -> Iterator[Post]:
    link, shared = object_in(entry, "link"), object_in(entry, "resharedPost")
    pictures = [one for one in _media(entry) if isinstance(one, dict)]
    captions = [text_in(one, "description") for one in pictures]
    text = "\n\n".join(distinct([plain(text_in(entry, "content")).text, *captions]))
    if not text and not shared and not link and not pictures:
        return
    title = text_in(link, "title")
    yield Post(
        "post" if text or not shared else "repost",
        text or plain(text_in(shared, "content")).text,
        time_in(entry, "creationTime"),
        "[0]",
        native_id=text_in(entry, "activityId") or text_in(entry, "url"),
        audience=_audience(entry.get("postAcl")),
        state="expired",
        own_words=bool(text) or not shared,
        container=_container(entry.get("postAcl")),
        link_url=text_in(link, "url"),
        link_title="" if title.startswith("http") else title,
        place=text_in(object_in(entry, "location"), "displayName", "physicalAddress"),
        media=len(pictures),
    )


def _media(entry: dict[str, Any]) -> list[Any]:
    listed = object_in(entry, "album").get("media")
    alone = object_in(entry, "media")
    return [*(listed if isinstance(listed, list) else ()), *([alone] if alone else ())]


def _comment(entry: dict[str, Any], place: str, post: dict[str, Any]) -> Iterator[Post]:
    text = plain(text_in(entry, "content", "text", "commentText")).text
    if text:
        moment = time_in(entry, "creationTime", "timestamp", "time") or time_in(post, "timestamp", "creationTime")
        audience = _audience(post.get("postAcl"))
        yield Post("comment", text, moment, place, audience=audience, state="expired", container="Google+")


def _audience(acl: Any) -> str:
    if not isinstance(acl, dict):
        return "unknown"
    if acl.get("isPublic") is True:
        return "public"
    if any(isinstance(acl.get(key), dict) for key in ("communityAcl", "collectionAcl", "eventAcl")):
        return "group"
    visible = object_in(acl, "visibleToStandardAcl")
    circles = visible.get("circles")
    types = {text_in(one, "type") for one in circles if isinstance(one, dict)} if isinstance(circles, list) else set()
    found = {_CIRCLES[kind] for kind in types if kind in _CIRCLES}
    return next(
        (one for one in ("public", "friends", "group") if one in found), "group" if visible.get("users") else "unknown"
    )


def _container(acl: Any) -> str:
    if isinstance(acl, dict):
        for key, inner in (("communityAcl", "community"), ("collectionAcl", "collection")):
            if name := text_in(object_in(object_in(acl, key), inner), "displayName"):
                return f"Google+: {name}"
    return "Google+"

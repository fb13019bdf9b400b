"""Makes posts of Facebook's records: `timestamp`, `title`, `data`, `attachments`, `tags`, in JSON since 2018."""

from collections.abc import Iterator
from typing import Any

from audit.parsers._facebook import FacebookPost, mentions_resolved, titles
from audit.parsers._facebook.gather import AUDIENCES, gather_record
from audit.parsers._facebook.parts import Drawer, Parts, together
from audit.parsers._facebook.records import Found
from audit.parsers._facebook.values import as_text, first_time
from audit.posts import Post, Unread

__all__ = ["AUDIENCES", "NOT_AS_EXPECTED", "all_made", "read_post"]

NOT_AS_EXPECTED = "a part of it is not built as we expect"
_LONGEST_TITLE = 1000  # characters: what is longer is no sentence of Facebook's


def read_post(found: Found, drawer: Drawer) -> list[Post | Unread]:
    """Return the post of a record, if it holds anything to look at, and the person's comments under its pictures."""
    parts = Parts(drawer)
    gather_record(found.value, parts)
    title = as_text(found.value.get("title"))
    if drawer.owner and titles.is_of_another(title[:_LONGEST_TITLE], drawer.owner):
        return []
    return all_made(found, drawer, parts, title)


def all_made(found: Found, drawer: Drawer, parts: Parts, title: str) -> list[Post | Unread]:
    """Return the post that the parts make, what in them could not be read, and the person's comments."""
    everything: list[Post | Unread] = [Unread(found.place, NOT_AS_EXPECTED)] if parts.odd else []
    if post := made(found, drawer, parts, title):
        everything.append(post)
    if parts.remarks:
        everything.extend(remarks_read(found.place, parts, drawer.owner))
    return everything


def made(found: Found, drawer: Drawer, parts: Parts, title: str) -> Post | None:
    """Return the post that the parts make, or none if there is nothing to look at."""
    short = title if len(title) <= _LONGEST_TITLE else ""
    text, names = mentions_resolved(parts.words())
    shared = parts.title_of_link(text)
    content = bool(text or shared or parts.links or parts.media)
    if not content and drawer.only_titles and titles.tells_something(short):
        text = title
    if not (content or text or parts.places or parts.people):
        return None
    group = parts.groups[0] if parts.groups else titles.group_in(short) if drawer.audience == "group" else ""
    return FacebookPost(
        kind=_kind(drawer, parts, short),
        text=text,
        posted_at=first_time(found.value, "timestamp") or (parts.times[0] if parts.times else None),
        source=found.place,
        audience="group" if parts.groups else parts.audience or drawer.audience,
        state=drawer.state,
        headline=title,
        container=group or (parts.albums[0] if parts.albums else ""),
        native_id=_native_id(found.value) if drawer.state != "earlier version" else "",
        url=parts.url,
        reply_to=parts.answered or titles.answered_in(short),
        link_url=parts.links[0] if parts.links else "",
        link_title=shared,
        place=together(parts.places, "; "),
        people=_people(parts.people + names, drawer.owner),
        media=parts.media,
        files=tuple(dict.fromkeys(parts.files)),
    )


def _people(names: list[str], owner: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name != owner)) if names else ()


def _native_id(record: dict[str, Any]) -> str:
    """Only records of the label/value shape have one; of an earlier version nobody knows whether it is the post's."""
    number = record.get("fbid")
    return str(number) if isinstance(number, str | int) and not isinstance(number, bool) else ""


def _kind(drawer: Drawer, parts: Parts, title: str) -> str:
    if drawer.kind:
        return drawer.kind
    if parts.kinds:
        return parts.kinds[0]
    if titles.recommends(title):
        return "review"
    if parts.links or any(parts.shared):
        return "share"
    if parts.places and not parts.own:
        return "checkin"
    return "caption" if parts.media and not parts.own else "post"


def remarks_read(place: str, parts: Parts, owner: str) -> Iterator[Post | Unread]:
    """Yield the person's own comments under their pictures. Those of others are passed over."""
    if parts.remarks and not owner:
        yield Unread(place, "comments under a picture, but the export does not say which are your own")
        return
    for where, remark in parts.remarks:
        if not isinstance(remark, dict) or as_text(remark.get("author")) != owner:
            continue
        text, names = mentions_resolved(as_text(remark.get("comment")))
        if text:
            group = as_text(remark.get("group"))
            yield FacebookPost(
                kind="comment",
                text=text,
                posted_at=first_time(remark, "timestamp"),
                source=f"{place}{where}",
                container=group,
                audience="group" if group else "unknown",
                people=tuple(dict.fromkeys(names)),
            )

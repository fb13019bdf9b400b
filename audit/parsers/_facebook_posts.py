"""Facebook's own shape of a record: `timestamp`, `title`, `data`, `attachments`, `tags`, in JSON since 2018.

`data` and `attachments[].data` are lists of objects with one key each; the same key may repeat, new ones appear every
year. A key that nobody has described yet is searched for words, so that none is lost.
"""

from collections.abc import Callable, Iterator
from typing import Any

from audit.parsers import _facebook_titles as titles
from audit.parsers._facebook import FacebookPost, mentions_resolved
from audit.parsers._facebook_parts import Drawer, Parts, together
from audit.parsers._facebook_records import Found
from audit.parsers._facebook_values import (
    NOISE_KEYS,
    as_dict,
    as_text,
    each_once,
    elements,
    file_name,
    first_time,
    words_in,
)
from audit.posts import Post, Unread

_LONGEST_TITLE = 1000  # characters: what is longer is no sentence of Facebook's
NOT_AS_EXPECTED = "a part of it is not built as we expect"
_NOTHING = type(None)
_TEXT, _OBJECT, _NAMED, _LISTS = (str, _NOTHING), (dict, _NOTHING), (dict, str, _NOTHING), (list, dict, _NOTHING)
_USUAL = frozenset({"timestamp", "title", "data", "attachments"})
AUDIENCES = {"public": "public", "friends": "friends", "only me": "private", "everyone": "public"}


def read_post(found: Found, drawer: Drawer) -> Iterator[Post | Unread]:
    """Yield the post of a record, if it holds anything to look at, and the person's comments under its pictures."""
    record = found.value
    parts = Parts(drawer)
    gather_record(record, parts)
    if parts.odd:
        yield Unread(found.place, NOT_AS_EXPECTED)
    title = as_text(record.get("title"))
    if not (drawer.owner and titles.is_of_another(title[:_LONGEST_TITLE], drawer.owner)):
        yield from made(found, drawer, parts, title)
    yield from remarks_read(found.place, parts, drawer.owner)


def gather_record(record: dict[str, Any], parts: Parts) -> None:
    """Fill in the parts with all that the record holds."""
    for key in ("data", "attachments"):
        for position, entry in enumerate(elements(record.get(key))):
            _gather(entry, parts, attached=key == "attachments", place=f".{key}[{position}]")
        parts.odd |= not isinstance(record.get(key), _LISTS)
    for key, value in record.items():
        if key in _USUAL:
            continue
        if key == "media":
            _media(value, parts, ".media")
        elif key == "tags":
            _tags(value, parts)
            parts.odd |= not isinstance(value, _LISTS)
        elif key in ("privacy", "audience"):
            parts.audience = AUDIENCES.get(as_text(value).lower(), "")
        elif key not in NOISE_KEYS:
            parts.other.extend(words_in(value))
    parts.odd |= not isinstance(record.get("title"), _TEXT)


def made(found: Found, drawer: Drawer, parts: Parts, title: str) -> Iterator[Post]:
    """Yield the post that the parts make, or nothing if there is nothing to look at."""
    short = title if len(title) <= _LONGEST_TITLE else ""
    text, names = mentions_resolved(parts.words())
    shared = parts.title_of_link(text)
    content = bool(text or shared or parts.links or parts.media)
    if not content and drawer.only_titles and titles.tells_something(short):
        text = title
    if not (content or text or parts.places or parts.people):
        return
    group = parts.groups[0] if parts.groups else titles.group_in(short) if drawer.audience == "group" else ""
    yield FacebookPost(
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


# --- the keys of `data` and `attachments[].data` -------------------------------------------------------------------


def _gather(entry: Any, parts: Parts, *, attached: bool, place: str) -> None:
    """Take in one object of `data` or `attachments`, whatever it holds."""
    if isinstance(entry, list):
        for position, inner in enumerate(entry):
            _gather(inner, parts, attached=attached, place=f"{place}[{position}]")
    elif isinstance(entry, str):
        (parts.other if attached else parts.own).append(entry)
    elif not isinstance(entry, _OBJECT):
        parts.odd = True
    for key, value in as_dict(entry).items():
        if key in ("data", "attachments"):
            for position, inner in enumerate(elements(value)):
                deeper = attached or key == "attachments"
                _gather(inner, parts, attached=deeper, place=f"{place}.{key}[{position}]")
        elif key == "text" and attached:
            parts.quoted.extend(words_in(value))
        elif (take := _TAKE.get(key)) is not None:
            take(value, parts, f"{place}.{key}")
        elif key not in _NO_WORDS:
            parts.other.extend(words_in(value))


def _own(value: Any, parts: Parts, _: str) -> None:
    parts.own.extend([value] if isinstance(value, str) else words_in(value))
    parts.odd |= not isinstance(value, _TEXT)


def _shared(value: Any, parts: Parts, _: str) -> None:
    parts.shared.extend(words_in(value))


def _media(value: Any, parts: Parts, place: str) -> None:
    for position, medium in enumerate(elements(value)):
        if not isinstance(medium, dict):
            parts.odd = True
            continue
        parts.media += 1
        parts.files.extend(filter(None, [file_name(medium.get("uri"))]))
        title = as_text(medium.get("title"))
        if title:
            typed = parts.typed_titles and not titles.is_given(title)
            (parts.captions if typed else parts.albums).append(title)
        parts.captions.append(as_text(medium.get("description")))
        known = {"title", "description", "comments"}
        parts.captions.extend(words_in({key: inner for key, inner in medium.items() if key not in known}))
        where = f"{place}[{position}]" if isinstance(value, list) else place
        remarks = elements(medium.get("comments"))
        parts.remarks.extend((f"{where}.comments[{number}]", remark) for number, remark in enumerate(remarks))
        if moment := first_time(medium, "creation_timestamp"):
            parts.times.append(moment)


def gather_medium_list(media: Any, parts: Parts) -> None:
    """Take in the pictures that a label or a record holds."""
    _media(media, parts, ".media")


def _link(value: Any, parts: Parts, _: str) -> None:
    context = as_dict(value)
    parts.odd |= not isinstance(value, _OBJECT)
    if url := as_text(context.get("url")):
        parts.links.append(url)
    name = as_text(context.get("name"))
    parts.shared.append(name or as_text(context.get("source")))
    parts.shared.extend(words_in({key: inner for key, inner in context.items() if key not in ("name", "source")}))


def _place(value: Any, parts: Parts, _: str) -> None:
    spot = as_dict(value)
    named = each_once((as_text(value), as_text(spot.get("name")), as_text(spot.get("address"))))
    parts.places.extend([", ".join(named)] if named else [])
    parts.odd |= not isinstance(value, _NAMED)


def _event(value: Any, parts: Parts, place: str) -> None:
    event = as_dict(value)
    parts.shared.extend(as_text(event.get(key)) for key in ("name", "description"))
    _place(event.get("place"), parts, place)


def _note(value: Any, parts: Parts, place: str) -> None:
    note = as_dict(value)
    parts.kinds.append("article")
    parts.own.append("\n\n".join(filter(None, (as_text(note.get("title")), as_text(note.get("text"))))))
    _media(note.get("media"), parts, f"{place}.media")
    _tags(note.get("tags"), parts)
    parts.times.extend(filter(None, [first_time(note, "created_timestamp", "updated_timestamp")]))


def _poll(value: Any, parts: Parts, _: str) -> None:
    poll = as_dict(value)
    options = [as_dict(option) for option in elements(poll.get("options"))]
    if parts.voting:  # somebody's poll: the person only chose
        parts.shared.append(as_text(poll.get("question")))
        parts.own.extend(as_text(option.get("option")) for option in options if option.get("voted"))
    else:
        parts.own.append(as_text(poll.get("question")))
        parts.own.extend(as_text(option.get("option")) for option in options)


def _typed(value: Any, parts: Parts, place: str) -> None:
    """A life event or anything else with a title and a description that the person typed."""
    typed = as_dict(value)
    parts.own.extend(as_text(typed.get(key)) for key in ("title", "description"))
    _place(typed.get("place"), parts, place)
    known = {"title", "description", "place", "seller", "category", "marketplace", "location"}
    parts.other.extend(words_in({key: inner for key, inner in typed.items() if key not in known}))


def _for_sale(value: Any, parts: Parts, place: str) -> None:
    parts.kinds.append("listing")
    parts.groups.extend(filter(None, [as_text(as_dict(value).get("marketplace"))]))
    _typed(value, parts, place)


def _fundraiser(value: Any, parts: Parts, _: str) -> None:
    fundraiser = as_dict(value)
    parts.kinds.append("listing")
    parts.own.extend(as_text(fundraiser.get(key)) for key in ("title", "description"))


def _comment(value: Any, parts: Parts, _: str) -> None:
    comment = as_dict(value)
    parts.odd |= not isinstance(value, _NAMED)
    parts.kinds.append("comment")
    parts.own.append(value if isinstance(value, str) else as_text(comment.get("comment")))
    parts.groups.extend(filter(None, [as_text(comment.get("group"))]))
    parts.times.extend(filter(None, [first_time(comment, "timestamp")]))


def _tags(value: Any, parts: Parts, _: str = "") -> None:
    for tag in elements(value):  # plain names until 2020, objects since
        parts.people.extend(filter(None, [as_text(tag) or as_text(as_dict(tag).get("name"))]))


_TAKE: dict[str, Callable[[Any, Parts, str], None]] = {
    "post": _own,
    "text": _own,
    "name": _shared,
    "media": _media,
    "external_context": _link,
    "place": _place,
    "event": _event,
    "note": _note,
    "poll": _poll,
    "life_event": _typed,
    "for_sale_item": _for_sale,
    "fundraiser": _fundraiser,
    "comment": _comment,
    "tags": _tags,
}
_NO_WORDS = frozenset({"update_timestamp", "backdated_timestamp", "reaction", "author"})

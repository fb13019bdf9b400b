"""Takes a Facebook record apart: every key of `data` and `attachments[].data` that is known, and words under any other.

Both are lists of objects with one key each; the same key may repeat, and new ones appear every year.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from audit.parsers._facebook import titles
from audit.parsers._facebook.parts import Parts
from audit.parsers._facebook.values import (
    NOISE_KEYS,
    as_dict,
    as_text,
    each_once,
    elements,
    file_name,
    first_time,
    words_in,
)

AUDIENCES = {"public": "public", "friends": "friends", "only me": "private", "everyone": "public"}
Where = tuple[str | int, ...]  # the way to a value, as keys and positions


def gather_record(record: dict[str, Any], parts: Parts) -> None:
    """Fill in the parts with all that the record holds."""
    for key, value in record.items():
        if key == "timestamp":
            continue
        if key in ("data", "attachments"):
            _gather_list(value, parts, key == "attachments", (key,))
        elif key == "title":
            parts.odd |= not isinstance(value, str) and value is not None
        elif key == "media":
            gather_media(value, parts, (key,))
        elif key == "tags":
            parts.odd |= isinstance(value, str | int | float)
            _tags(value, parts, ())
        elif key in ("privacy", "audience"):
            parts.audience = AUDIENCES.get(as_text(value).lower(), "")
        elif key not in NOISE_KEYS:
            parts.other.extend(words_in(value))


def way(where: Where) -> str:
    """Return the way to a value as it stands in a place: `.attachments[0].data[1]`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in where)


def _gather_list(value: Any, parts: Parts, attached: bool, where: Where) -> None:
    if type(value) is list:
        for position, entry in enumerate(value):
            _gather(entry, parts, attached, (*where, position))
    else:
        _gather(value, parts, attached, where)


def _gather(entry: Any, parts: Parts, attached: bool, where: Where) -> None:
    """Take in one object of `data` or `attachments`, whatever it holds."""
    if type(entry) is not dict:
        _gather_odd(entry, parts, attached, where)
        return
    for key, value in entry.items():
        if key in ("data", "attachments"):
            _gather_list(value, parts, attached or key == "attachments", (*where, key))
        elif attached and key == "text":
            parts.quoted.extend(words_in(value))
        elif (take := _TAKE.get(key)) is not None:
            take(value, parts, (*where, key))
        elif key not in _NO_WORDS:
            parts.other.extend(words_in(value))


def _gather_odd(entry: Any, parts: Parts, attached: bool, where: Where) -> None:
    if isinstance(entry, list):
        _gather_list(entry, parts, attached, where)
    elif isinstance(entry, str):
        (parts.other if attached else parts.own).append(entry)
    elif entry is not None:
        parts.odd = True


def gather_media(value: Any, parts: Parts, where: Where) -> None:
    """Take in one picture or video, or several, and keep the comments under them for later."""
    for position, medium in enumerate(elements(value)):
        if not isinstance(medium, dict):
            parts.odd = True
            continue
        parts.media += 1
        if name := file_name(medium.get("uri")):
            parts.files.append(name)
        if title := as_text(medium.get("title")):
            typed = parts.typed_titles and not titles.is_given(title)
            (parts.captions if typed else parts.albums).append(title)
        if caption := as_text(medium.get("description")):
            parts.captions.append(caption)
        parts.captions.extend(_rest(medium, _MEDIUM))
        if moment := first_time(medium, "creation_timestamp"):
            parts.times.append(moment)
        at = (*where, position) if isinstance(value, list) else where
        for number, remark in enumerate(elements(medium.get("comments"))):
            parts.remarks.append((way((*at, "comments", number)), remark))


_MEDIUM = frozenset({"uri", "creation_timestamp", "media_metadata", "title", "description", "comments", "thumbnail"})


def _rest(value: dict[str, Any], known: frozenset[str]) -> Iterator[str]:
    """Yield whatever words stand under keys that nobody has described."""
    for key, inner in value.items():
        if key not in known:
            yield from words_in({key: inner})


def _texts(value: dict[str, Any], *keys: str) -> Iterable[str]:
    return filter(None, (as_text(value.get(key)) for key in keys))


def _own(value: Any, parts: Parts, _: Where) -> None:
    if type(value) is str:
        parts.own.append(value)
    elif value is not None:
        parts.odd = True
        parts.own.extend(words_in(value))


def _shared(value: Any, parts: Parts, _: Where) -> None:
    parts.shared.extend(words_in(value))


def _link(value: Any, parts: Parts, _: Where) -> None:
    context = as_dict(value)
    parts.odd |= not isinstance(value, dict) and value is not None
    parts.links.extend(_texts(context, "url"))
    parts.shared.extend(list(_texts(context, "name")) or _texts(context, "source"))
    parts.shared.extend(_rest(context, _LINK))


_LINK = frozenset({"url", "name", "source"})


def _place(value: Any, parts: Parts, _: Where) -> None:
    spot = as_dict(value)
    parts.odd |= not isinstance(value, dict | str) and value is not None
    if named := each_once((as_text(value), *_texts(spot, "name", "address"))):
        parts.places.append(", ".join(named))


def _event(value: Any, parts: Parts, where: Where) -> None:
    event = as_dict(value)
    parts.shared.extend(_texts(event, "name", "description"))
    parts.shared.extend(_rest(event, _EVENT))
    _place(event.get("place"), parts, where)


_EVENT = frozenset({"name", "description", "place"})


def _note(value: Any, parts: Parts, where: Where) -> None:
    note = as_dict(value)
    parts.kinds.append("article")
    parts.own.append("\n\n".join(_texts(note, "title", "text")))
    parts.other.extend(_rest(note, _NOTE))
    gather_media(note.get("media"), parts, (*where, "media"))
    _tags(note.get("tags"), parts, where)
    parts.times.extend(filter(None, [first_time(note, "created_timestamp", "updated_timestamp")]))


_NOTE = frozenset({"title", "text", "media", "tags"})


def _poll(value: Any, parts: Parts, _: Where) -> None:
    poll = as_dict(value)
    options = [as_dict(option) for option in elements(poll.get("options"))]
    if parts.voting:  # somebody's poll: the person only chose
        parts.shared.extend(_texts(poll, "question"))
        options = [option for option in options if option.get("voted")]
    else:
        parts.own.extend(_texts(poll, "question"))
    parts.own.extend(text for option in options for text in _texts(option, "option"))


def _typed(value: Any, parts: Parts, where: Where) -> None:
    """A life event or anything else with a title and a description that the person typed."""
    typed = as_dict(value)
    parts.own.extend(_texts(typed, "title", "description"))
    parts.other.extend(_rest(typed, _TYPED))
    _place(typed.get("place"), parts, where)


_TYPED = frozenset({"title", "description", "place", "seller", "category", "marketplace", "location"})


def _for_sale(value: Any, parts: Parts, where: Where) -> None:
    parts.kinds.append("listing")
    parts.groups.extend(_texts(as_dict(value), "marketplace"))
    _typed(value, parts, where)


def _fundraiser(value: Any, parts: Parts, where: Where) -> None:
    parts.kinds.append("listing")
    _typed(value, parts, where)


def _comment(value: Any, parts: Parts, _: Where) -> None:
    comment = as_dict(value)
    parts.odd |= not isinstance(value, dict | str) and value is not None
    parts.kinds.append("comment")
    parts.own.append(as_text(value) or as_text(comment.get("comment")))
    parts.other.extend(_rest(comment, _COMMENT))
    parts.groups.extend(_texts(comment, "group"))
    parts.times.extend(filter(None, [first_time(comment, "timestamp")]))


_COMMENT = frozenset({"comment", "author", "group", "timestamp"})


def _tags(value: Any, parts: Parts, _: Where) -> None:
    for tag in elements(value):  # plain names until 2020, objects since
        parts.people.extend(filter(None, [as_text(tag) or as_text(as_dict(tag).get("name"))]))


_TAKE: dict[str, Callable[[Any, Parts, Where], None]] = {
    "post": _own,
    "text": _own,
    "name": _shared,
    "media": gather_media,
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

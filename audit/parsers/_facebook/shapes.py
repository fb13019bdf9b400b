"""Every shape of record but messages and the profile, told by its keys and not by its file.

Files are renamed and re-packed more often than records change their shape; a record in an unknown file of a known
folder is read by the same rules.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from audit.parsers._facebook import FacebookPost, mentions_resolved
from audit.parsers._facebook.albums import read_album_record, read_medium
from audit.parsers._facebook.labels import read_labels
from audit.parsers._facebook.parts import Drawer
from audit.parsers._facebook.posts import NOT_AS_EXPECTED, read_post
from audit.parsers._facebook.records import Found
from audit.parsers._facebook.values import as_dict, as_text, each_once, elements, first_time, words_in
from audit.posts import Post, Unread

_POST = frozenset({"timestamp", "data"})
_POST_AT_MOST = frozenset({"timestamp", "data", "attachments", "title", "tags"})
_WORD_KEYS = ("title", "description", "name", "text", "comment", "group", "group_name", "marketplace")
Shape = Callable[[Found, Drawer], Iterable[Post | Unread]]


def read_shape(found: Found, drawer: Drawer) -> Iterable[Post | Unread]:
    """Return what the record holds, read by the first shape that its keys fit."""
    keys = found.value.keys()
    if _POST <= keys <= _POST_AT_MOST:  # nine records of ten: no need to look at every shape
        return read_post(found, drawer)
    shape = next((shape for wanted, shape in _SHAPES if not wanted.isdisjoint(keys)), _loose)
    if shape in (read_post, read_labels) or not _is_odd(found.value):
        return shape(found, drawer)
    return [*shape(found, drawer), Unread(found.place, NOT_AS_EXPECTED)]


def _is_odd(record: dict[str, Any]) -> bool:
    """Say whether something else stands where words belong."""
    return any(not isinstance(record.get(key), str | None) for key in _WORD_KEYS)


def _words(record: dict[str, Any], keys: tuple[str, ...], known: tuple[str, ...]) -> str:
    """Return what stands under the keys, then whatever words stand under keys that nobody knows."""
    rest = words_in({key: value for key, value in record.items() if key not in keys and key not in known})
    return "\n\n".join(each_once((*(as_text(record.get(key)) for key in keys), *rest)))


def _answers(found: Found, drawer: Drawer) -> Iterator[Post | Unread]:
    """Answers to a group's questions before one was let in."""
    group = as_text(found.value.get("group_name"))
    for position, answer in enumerate(elements(found.value.get("answers"))):
        place = f"{found.place}.answers[{position}]"
        if not isinstance(answer, dict):
            yield Unread(place, "it is not a record")
        elif text := as_text(answer.get("answer")):
            yield _simple(Found(place, "", answer), drawer, "answer", text, container=group, audience="group",
                          reply_to=as_text(answer.get("question")))  # fmt: skip


def _comment(found: Found, drawer: Drawer) -> Iterator[Post | Unread]:
    """A comment that stands by itself, with its author."""
    author = as_text(found.value.get("author"))
    if not author or author == drawer.owner:
        text, group = as_text(found.value.get("comment")), as_text(found.value.get("group"))
        if text:
            yield _simple(found, drawer, "comment", text, container=group, audience="group" if group else "unknown")


def _listing(found: Found, drawer: Drawer) -> Iterator[Post | Unread]:
    """A thing for sale."""
    sale = found.value
    text = _words(sale, ("title", "description"), ("seller", "category", "marketplace", "location", "condition"))
    if text:
        yield _simple(found, drawer, "listing", text, container=as_text(sale.get("marketplace")),
                      place=as_text(as_dict(sale.get("location")).get("name")))  # fmt: skip


def _note(found: Found, drawer: Drawer) -> Iterable[Post | Unread]:
    """A note: Facebook's long form until 2020."""
    record = {"data": [{"note": found.value}], "timestamp": found.value.get("created_timestamp")}
    return read_post(Found(found.place, found.key, record), drawer)


def _event(found: Found, drawer: Drawer) -> Iterator[Post | Unread]:
    """An event that the person made."""
    event = found.value
    spot = as_dict(event.get("place"))
    text = _words(event, ("name", "description"), ("place", "privacy", "category"))
    if text:
        yield _simple(found, drawer, "event", text,
                      place=", ".join(each_once(as_text(spot.get(key)) for key in ("name", "address"))))  # fmt: skip


def _named(found: Found, drawer: Drawer) -> Iterator[Post | Unread]:
    """A page that was recommended, or a place that was made: a name and an address."""
    name, url = as_text(found.value.get("name")), as_text(found.value.get("url"))
    words = each_once(words_in({key: value for key, value in found.value.items() if key not in ("name", "address")}))
    if not name and not words:
        return
    if drawer.kind == "checkin":
        spot = ", ".join(each_once((name, as_text(found.value.get("address")))))
        yield _simple(found, drawer, "checkin", "\n\n".join(words), place=spot, link_url=url)
    else:
        yield _simple(found, drawer, "review", "\n\n".join(words), link_title=name, link_url=url)


def _loose(found: Found, drawer: Drawer) -> Iterator[Post | Unread]:
    """Nothing that we know: whatever may be words is taken, so that none are lost."""
    text = "\n\n".join(each_once(words_in(found.value)))
    if text:
        yield _simple(found, drawer, "post", text)
    elif found.value:
        yield Unread(found.place, "it has none of the parts that we know")


def _simple(found: Found, drawer: Drawer, kind: str, text: str, **more: Any) -> Post:
    """Return a post of words alone. `kind` is what it is if the file does not say."""
    resolved, names = mentions_resolved(text)
    moment = first_time(
        found.value, "timestamp", "created_timestamp", "create_timestamp", "creation_timestamp", "submission_time"
    )
    return FacebookPost(
        kind=drawer.kind or kind,
        text=resolved,
        posted_at=moment,
        source=found.place,
        state=drawer.state,
        people=tuple(dict.fromkeys(names)),
        **{"audience": drawer.audience, **more},
    )


_SHAPES: tuple[tuple[frozenset[str], Shape], ...] = (
    (frozenset({"label_values"}), read_labels),
    (frozenset({"answers"}), _answers),
    (frozenset({"photos", "cover_photo"}), read_album_record),
    (frozenset({"uri"}), read_medium),
    (frozenset({"price", "seller", "marketplace"}), _listing),
    (frozenset({"created_timestamp"}), _note),
    (frozenset({"data", "attachments", "tags"}), read_post),
    (frozenset({"comment"}), _comment),
    (frozenset({"create_timestamp", "start_timestamp"}), _event),
    (frozenset({"coordinate", "address", "url"}), _named),
    (frozenset({"timestamp", "title"}), read_post),
)

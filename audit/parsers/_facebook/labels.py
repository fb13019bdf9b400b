"""The label/value shape that Facebook uses in more and more JSON files since 2023.

Labels are in the account's language, so no text is looked for under the label "Text": every value that may be words
is taken as the person's, whatever its label; labels only take out what is surely something else (a place, a name).
"""

from typing import Any

from audit.parsers._facebook.gather import AUDIENCES, gather_media, gather_record
from audit.parsers._facebook.parts import Drawer, Parts
from audit.parsers._facebook.posts import all_made
from audit.parsers._facebook.records import Found
from audit.parsers._facebook.values import (
    as_dict,
    as_text,
    each_once,
    elements,
    first_time,
    is_address,
    is_coordinate,
    is_words,
)
from audit.posts import Post, Unread

# What a label says the value is. English and what was seen; a label that is not here makes it the person's words.
_ROLES = {
    "place": ("place", "places", "place tags", "place name", "location", "city", "address"),
    "target": ("target", "page", "profile", "timeline", "recipient"),
    "group": ("group", "group name", "community"),
    "people": ("owner", "author", "username", "user name", "creator", "posted by", "tags", "tagged", "people", "with"),
    "audience": ("audience", "privacy", "visibility"),
    "nothing": ("reaction", "type", "media type", "content type", "upload ip", "ip address", "device", "app"),
}
_ROLE = ROLES = {label: role for role, labels in _ROLES.items() for label in labels}


def read_labels(found: Found, drawer: Drawer) -> list[Post | Unread]:
    """Return the post of a label/value record, if it holds anything to look at."""
    record = found.value
    parts = Parts(drawer)
    gather_record({key: value for key, value in record.items() if key != "label_values"}, parts)
    parts.odd |= not isinstance(record["label_values"], list | None)
    gather_labels(record["label_values"], parts, drawer.owner)
    return all_made(found, drawer, parts, as_text(record.get("title")))


def gather_labels(nodes: Any, parts: Parts, owner: str, role: str = "") -> None:
    """Walk the tree of labels and fill in the parts. `role` is what the labels above say of the values."""
    for node in elements(nodes):
        if isinstance(node, str):
            _take(node, parts, owner, role)
            continue
        if not isinstance(node, dict):
            parts.odd |= node is not None
            continue
        own_role = _role(node) or role
        inner = [*elements(node.get("dict")), *elements(node.get("vec"))]
        values = [as_text(as_dict(leaf).get("value")) for leaf in inner]
        if any(map(is_coordinate, values)):  # the labels of a place
            parts.places.append(", ".join(each_once(filter(is_words, values))))
            inner = [deep for leaf in inner for key in ("dict", "vec") for deep in elements(as_dict(leaf).get(key))]
        gather_media(node.get("media"), parts, ("label_values",))
        if moment := first_time(node, "timestamp_value"):
            parts.times.append(moment)
        for key in ("value", "href"):
            _take(node.get(key), parts, owner, own_role)
        gather_labels(inner, parts, owner, own_role)


def _role(node: dict[str, Any]) -> str:
    labels = (as_text(node.get(key)).lower() for key in ("ent_field_name", "label", "title"))
    return next((_ROLE[label] for label in labels if label in _ROLE), "")


def _take(value: Any, parts: Parts, owner: str, role: str) -> None:
    if not isinstance(value, str | None):
        parts.odd |= isinstance(value, list | dict)
        return
    text = as_text(value)
    if is_address(text):
        _take_address(text, parts)
    elif not is_words(text) or text == owner or role == "nothing" or text.lower() in ("true", "false"):
        return
    elif role == "audience":
        parts.audience = AUDIENCES.get(text.lower(), "")
    elif role == "target":
        parts.answered = parts.answered or text
    else:
        {"place": parts.places, "group": parts.groups, "people": parts.people}.get(role, parts.own).append(text)


def _take_address(text: str, parts: Parts) -> None:
    """An address on Facebook is the item's own; e-mail addresses are nobody's business."""
    if "facebook.com/" in text and not parts.url:
        parts.url = text
    elif "@" not in text.partition("/")[0] and text != parts.url and text not in parts.links:
        parts.links.append(text)

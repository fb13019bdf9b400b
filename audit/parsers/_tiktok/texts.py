"""TikTok's text files: blocks of `Label: value` with a blank line between, labels in the account's language.

A value runs over as many lines as the person typed, blank ones too: a block begins only where the first label stands
with a date. What no known label claims is kept as words rather than lost. Chats have lines of their own.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._tiktok import is_address, records, value_of
from audit.parsers._tiktok.names import kind_by_name, label_kind
from audit.parsers._tiktok.text_chats import CLOCK, HEADING, lines_of, read_assistant, read_messages
from audit.posts import Post, Unread, distinct

_LOOKED_AT = 200  # blocks that tell which labels a file has
_LONGEST = 50_000  # lines of one record, far beyond any comment
_MANY = 5  # blocks that make a label of what each of them has
_DATED = re.compile(rf"\ufeff?([^:\n]{{1,60}}?):+[ \t]*({CLOCK})[ \t]*$")
_LABELLED = re.compile(r"\ufeff?([^:\n]{1,60}?):+(?:[ \t]+|$)(.*)$", re.DOTALL)
Maker = Callable[[dict[str, str], str], Post | None]


def _alone(maker: Callable[[dict[str, str]], Post | None]) -> Maker:
    return lambda fields, _: maker(fields)


def _video(state: str) -> Maker:
    return lambda fields, owner: records.video(fields, owner, state)


_MAKERS: dict[str, Maker] = {
    "comments": _alone(records.comment),
    "posts": _video("live"),
    "deleted": _video("trash"),
    "stories": _video("expired"),
    "lives": _alone(records.own_live),
    "live_comments": _alone(records.comment),
    "reviews": _alone(records.place_review),
    "products": _alone(records.product_review),
    "searches": _alone(records.search),
    "collections": _alone(records.collection),
    "reposts": _alone(records.repost),
}
_WORDS_IN = {
    **{"comments": "comment", "posts": "title", "deleted": "title", "stories": "title", "lives": "title"},
    **{"live_comments": "comment", "reviews": "review", "products": "review", "searches": "search"},
    **{"collections": "collection", "reposts": "link"},
}
_BY_LABEL = {"comment": "comments", "title": "posts", "review": "reviews", "search": "searches"}
_ASKED = {
    **{"review": "reviewtext", "search": "searchterm", "collection": "favoritecollection", "shop": "shopname"},
    **{"audience": "whocanview", "picture": "photo"},
}


@dataclass(slots=True)
class Block:
    """The lines of one record: `place` counts from 1."""

    place: int
    lines: list[str]


class Labels(NamedTuple):
    """`known`: taken for labels where they may stand; `always`: surely labels."""

    known: frozenset[str]
    always: frozenset[str]


def read_text(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield what the person wrote in a text file of any kind; what it holds is told by its name, else its labels."""
    kind = kind_by_name(member.name)
    head = list(islice(lines_of(member), 40))
    if kind == "messages" or any(HEADING.match(line) for line in head):
        yield from read_messages(member, export)
    elif kind == "profile":
        yield from _profile(lines_of(member))
    elif kind == "assistant":
        yield from read_assistant(member, export)
    else:
        yield from _blocks_read(lines_of(member), kind, export)


# --- blocks ----------------------------------------------------------------------------------------------------------


def _blocks_read(lines: Iterable[str], kind: str, export: Export) -> Iterator[Post | Unread]:
    blocks = _blocks(lines)
    known = list(islice(blocks, _LOOKED_AT))
    if not known:
        return
    labels = _labels(known)
    kind = kind if kind in _MAKERS else _kind_by_labels(labels.known)
    if not kind:
        if _may_hold_words(known):
            yield Unread("", "its labels are in a language that we do not know: ask TikTok for JSON instead")
        return
    owner = export.account.handle.lstrip("@")
    for block in chain(known, blocks):
        if post := _MAKERS[kind](_fields(block, labels, _WORDS_IN[kind]), owner):
            post.source = f"[{block.place}]"
            yield post


def _blocks(lines: Iterable[str]) -> Iterator[Block]:
    """Yield the records: each begins with the file's first label, with a date if the first has one."""
    first, dated, place, blank = "", False, 0, True
    held: list[str] = []
    for line in lines:
        label = _LABELLED.match(line)
        if label and not first:
            first, dated, place = label[1].strip(), bool(_DATED.match(line)), 1
        elif label and label[1].strip() == first and (_DATED.match(line) if dated else blank):
            yield Block(place, held)
            held, place = [], place + 1
        if first and len(held) < _LONGEST:
            held.append(line)
        blank = not line.strip()
    if held:
        yield Block(place, held)


def _labels(blocks: list[Block]) -> Labels:
    """Return a file's labels: those that we know and half the blocks have, and those that each of many blocks has."""
    found: Counter[str] = Counter()
    for block in blocks:
        found.update({label[1].strip() for line in block.lines if (label := _LABELLED.match(line))})
    always = {label for label, count in found.items() if count == len(blocks) >= _MANY}
    often = {label for label, count in found.items() if label_kind(label) and count * 2 >= len(blocks)}
    return Labels(frozenset(often | always), frozenset(always))


def _kind_by_labels(labels: frozenset[str]) -> str:
    kinds = {label_kind(label) for label in labels}
    return next((kind for label, kind in _BY_LABEL.items() if label in kinds), "")


def _may_hold_words(blocks: list[Block]) -> bool:
    """Say whether a value in the blocks may be words: several of them, and no address."""
    values = [label[2] for block in blocks for line in block.lines[1:] if (label := _LABELLED.match(line))]
    return any(len(value.split()) > 2 and not is_address(value.strip()) for value in values)


def _fields(block: Block, labels: Labels, wanted: str) -> dict[str, str]:
    """Return the block's values under the names `records` asks for. A line without a label goes on in the one above."""
    parts: list[tuple[str, str, list[str]]] = []
    for line in block.lines:
        label = _LABELLED.match(line)
        kinds = [kind for kind, _, _ in parts] if label else []
        dated = label is not None and "date" not in kinds and _DATED.match(line) is not None
        if label and (dated or _is_label(label[1].strip(), label[2], labels, kinds, wanted)):
            name = "date" if dated else label_kind(label[1])
            parts.append((name, label[1], [label[2]]))
        elif parts:
            parts[-1][2].append(line)
    fields: dict[str, str] = {}
    for name, _, value in parts:
        _take(fields, name, "\n".join(value).strip(), wanted)
    return _as_records_ask(fields, wanted)


def _is_label(label: str, value: str, labels: Labels, before: list[str], wanted: str) -> bool:
    """Say whether a line begins a value. Below the person's words only what cannot be theirs does."""
    if not before or (wanted not in before and label in labels.known):
        return True
    if label_kind(label) == wanted and wanted != "title":
        return False
    empty = not value_of({"it": value}, "it")
    if wanted not in before:
        return empty and bool(value.strip())
    if label in labels.always or (wanted == "title" and label in labels.known):
        return True
    tells_nothing = empty or is_address(value.strip())
    return tells_nothing and (label in labels.known or (bool(value.strip()) and empty))


def _take(fields: dict[str, str], name: str, text: str, wanted: str) -> None:
    if name == "" and len(text.split()) > 3 and not is_address(text):
        name = wanted  # words under a label that we do not know
    if name in ("nothing", "") and text.startswith("http"):
        name = "link"
    if name == wanted:
        texts = [fields.get(wanted, ""), text if value_of({"it": text}, "it") or wanted == "comment" else ""]
        fields[wanted] = "\n\n".join(distinct(texts))
    elif name and not fields.get(name):
        fields[name] = text


def _as_records_ask(fields: dict[str, str], wanted: str) -> dict[str, str]:
    found = {_ASKED.get(name, name): text for name, text in fields.items()}
    found["url"] = fields.get("link", "")
    found["location"] = found["placename"] = fields.get("place", "")
    if wanted == "title":
        found["roomtitle"] = fields.get("title", "")
    return found


# --- profile ----------------------------------------------------------------------------------------------


def profile_fields(lines: Iterable[str]) -> dict[str, str]:
    """Return the account's name and the words of its profile."""
    found: dict[str, str] = {}
    last = ""
    for line in islice(lines, 400):
        label = _LABELLED.match(line.lstrip("\ufeff"))
        kind = label_kind(label[1]) if label else ""
        if label and kind in ("user", "bio"):
            last = kind if kind not in found else ""
            found.setdefault(kind, label[2].strip())
        elif last == "bio" and line.strip() and not label:
            found["bio"] += "\n" + line
        else:
            last = ""
    return {kind: text for kind, text in found.items() if value_of(found, kind)}


def profile_of(member: Member) -> dict[str, str]:
    """Return the same of a file."""
    return profile_fields(lines_of(member))


def _profile(lines: Iterable[str]) -> Iterator[Post]:
    fields = profile_fields(lines)
    post = records.bio({"biodescription": fields.get("bio", ""), "username": fields.get("user", "")})
    if post:
        post.source = "[1]"
        yield post

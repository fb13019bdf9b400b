"""A chat looked through once: its shapes of dates, who writes in it, and what tells whose phone it came from."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._text_lines import Lines
from audit.parsers._whatsapp.dates import DateOrder
from audit.parsers._whatsapp.lines import Header, header_of, plain_name, sender_and_words, without_marks
from audit.parsers._whatsapp.phrases import ALONE, CHAT_NAME, DELETED_BY_YOU, GROUP, YOURSELF, is_phrase
from audit.parsers._whatsapp.said import attached_day

Shape = tuple[bool | str, ...]
_MOST_SHAPES, _MOST_SENDERS = 30, 5_000
_QUOTE = re.compile('["“”„«»]')


class Line(NamedTuple):
    """A line of the file, its number from 1, and the header with which it begins, if any."""

    number: int
    text: str
    header: Header | None


@dataclass(slots=True)
class _Part:
    """What the messages of one shape tell."""

    order: DateOrder = field(default_factory=DateOrder)
    count: int = 0
    senders: Counter[str] = field(default_factory=Counter)  # of words
    made: set[str] = field(default_factory=set)  # under whose name WhatsApp itself writes
    deleters: set[str] = field(default_factory=set)  # whose messages "you" deleted
    alone: Counter[str] = field(default_factory=Counter)
    shown: dict[str, str] = field(default_factory=dict)
    group: bool = False


@dataclass(slots=True)
class Survey:
    """What a whole chat tells. Names are as `same` compares them."""

    title: str = ""
    yourself: bool = False  # the chat with oneself
    orders: dict[Shape, str | None] = field(default_factory=dict)  # of the shapes that count
    senders: Counter[str] = field(default_factory=Counter)
    made: set[str] = field(default_factory=set)
    deleters: set[str] = field(default_factory=set)
    shown: dict[str, str] = field(default_factory=dict)  # name → as it is written
    left_away: frozenset[str] = frozenset()
    group: bool = False
    headless: bool = False  # lines before the first message


@lru_cache(maxsize=4096)
def same(name: str) -> str:
    """Return a name as names are compared."""
    return " ".join(name.casefold().split())


def lines_of(member: Member) -> Iterator[Line]:
    """Yield the lines of a chat without their ends."""
    with member.open() as stream:
        lines, number = Lines(stream), 0
        while (line := lines.next()) is not None:
            number += 1
            line = line.rstrip("\r\n")
            yield Line(number, line, header_of(line))


def surveyed(member: Member, export: Export) -> Survey:
    """Return what the chat tells, looked through once. Raises Unreadable."""
    key = ("survey", member.archive, member.name)
    if key not in export.kept:
        export.kept[key] = _survey(member)
    found: Survey = export.kept[key]
    return found


def _survey(member: Member) -> Survey:
    parts: dict[Shape, _Part] = {}
    headless = first_made = ""
    for line in lines_of(member):
        if line.header is None:
            headless = headless or ("" if parts else line.text.strip())
            continue
        if line.header.shape in parts or len(parts) < _MOST_SHAPES:
            part = parts.setdefault(line.header.shape, _Part())
            made = _look_at(line.text, line.header, part)
            if made and not first_made and sum(one.count for one in parts.values()) == 1:
                first_made = made
    return _joined(parts, _title(member) or first_made, headless=bool(headless))


def _look_at(line: str, header: Header, part: _Part) -> str:
    """Take in one message. Returns the name under which WhatsApp itself wrote it, if it did on an iPhone."""
    part.count += 1
    sender, words = sender_and_words(line, header)
    part.order.see(header, attached_day(words))
    name = same(sender)
    if not name:
        part.group = part.group or GROUP.search(words) is not None
        return ""
    if len(part.senders) > _MOST_SENDERS and name not in part.senders:
        return ""
    if len(words) < 80:
        if is_phrase(without_marks(words), DELETED_BY_YOU):
            part.deleters.add(name)
            part.shown.setdefault(name, sender)
        if "<" in words and (alone := ALONE.fullmatch(without_marks(words).strip())):
            part.alone[alone[1]] += 1
    if header.iphone and words.startswith("\u200e"):
        part.made.add(name)
        part.group = part.group or GROUP.search(words) is not None
        return sender
    part.senders[name] += 1
    part.shown.setdefault(name, sender)
    return ""


def _joined(parts: dict[Shape, _Part], title: str, *, headless: bool) -> Survey:
    """Join the shapes that count: a few lines of another shape are what somebody typed into a message."""
    total = sum(part.count for part in parts.values())
    counting = {shape: part for shape, part in parts.items() if _counts(part.count, total)}
    found = Survey(YOURSELF.sub("", title), YOURSELF.search(title) is not None, headless=headless)
    alone: Counter[str] = Counter()
    for shape, part in counting.items():
        found.orders[shape] = part.order.order()
        found.senders.update({name: count for name, count in part.senders.items() if _is_name(name, count)})
        found.made |= part.made
        found.deleters |= part.deleters
        found.shown.update(part.shown)
        found.group = found.group or part.group
        alone.update(part.alone)
    found.group = found.group or len(found.senders) > 2
    found.left_away = frozenset(text for text, count in alone.items() if count >= 3)
    return found


def _counts(count: int, total: int) -> bool:
    return count * 3 >= total or count >= 200 or (count >= 5 and count * 20 >= total)


def _is_name(name: str, count: int) -> bool:
    """A sentence of WhatsApp's with a colon in it looks like a sender: `Ana changed the subject to "Ward`."""
    return count > 1 or not (_QUOTE.search(name) or len(name) > 60)


def _title(member: Member) -> str:
    """Return the name of the chat, out of the name of the file, its folder or its archive."""
    folder, _, name = member.name.rpartition("/")
    for candidate in (name, folder.rpartition("/")[2], member.archive):
        stem = re.sub(r"(?: ?\(\d+\))?(?:\.(?:txt|zip))*$", "", candidate, flags=re.IGNORECASE)
        if found := CHAT_NAME.fullmatch(stem):
            return plain_name(next(filter(None, found.groups()), ""))
    return ""

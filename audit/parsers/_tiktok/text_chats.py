"""Chats in TikTok's text files: `>>> Chat History with <name>::`, then lines `2026-07-03 23:00:11 UTC <who>: words`."""

import re
from collections.abc import Iterable, Iterator

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._text_lines import Lines
from audit.parsers._tiktok import NOT_TOLD, time_of, words_of
from audit.parsers._tiktok.chats import message, owner_by_chats, partner_of
from audit.posts import Post, Unread

CLOCK = r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?(?: ?(?:UTC|GMT))?"
HEADING = re.compile(r"\ufeff?>>>? ?(Chat History with .{1,200}?|.{1,200}?::)\s*$", re.IGNORECASE)
_SAID = re.compile(rf"\ufeff?\[?({CLOCK})\]? ([^:\n]{{1,100}}): ?(.*)$", re.DOTALL)
_LONGEST = 50_000  # lines of one message
WAITING = "messages in text files"


def lines_of(member: Member) -> Iterator[str]:
    """Yield the lines of a text file without their ends."""
    with member.open() as stream:
        source = Lines(stream)
        while (line := source.next()) is not None:
            yield line.rstrip("\r\n")


def read_messages(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the person's own lines of chats."""
    if not export.messages:
        export.counted[WAITING] += 1
        return
    owner = export.account.handle.lstrip("@").lower() or _owner(member)
    group = re.search(r"gr[ou]+[pe]|групп", member.name.rpartition("/")[2], re.IGNORECASE) is not None
    for place, (heading, (moment, sender, text)) in enumerate(_chats(lines_of(member)), 1):
        if not owner:
            yield Unread("", NOT_TOLD)
            return
        if sender.strip().lower() != owner:
            continue
        words = words_of({"it": text}, "it")
        if post := message(words, time_of({"date": moment}, "date"), partner_of(heading), group=group):
            post.source = f"[{place}]"
            yield post


def read_assistant(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield what the person asked the assistant: of the lines `[time] name: words`, Tako's are not theirs."""
    for place, (moment, sender, text) in enumerate(_said(lines_of(member)), 1):
        if not sender.lower().startswith(("tako", "assistant", "ai", "bot")) and text:
            when = time_of({"date": moment}, "date")
            yield Post("note", text, when, f"[{place}]", audience="private", container="Tako")


def _owner(member: Member) -> str:
    said = ((partner_of(heading), one[1].strip()) for heading, one in _chats(lines_of(member)))
    return owner_by_chats(said).lower()


def _chats(lines: Iterable[str]) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield each message of a file with the heading of its chat."""
    heading, held = "", list[str]()
    for line in lines:
        if found := HEADING.match(line):
            yield from ((heading, one) for one in _said(held))
            heading, held = found[1], []
            continue
        begins = _SAID.match(line) is not None
        if begins and held:
            yield from ((heading, one) for one in _said(held))
            held = []
        if begins or 0 < len(held) < _LONGEST:
            held.append(line)
    yield from ((heading, one) for one in _said(held))


def _said(lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield time, writer and words of each message; lines without a time go on in the message above."""
    current: list[str] = []
    for line in lines:
        if found := _SAID.match(line):
            if current:
                yield current[0], current[1], "\n".join(current[2:]).strip()
            current = [found[1], found[2], found[3]]
        elif current:
            current.append(line)
    if current:
        yield current[0], current[1], "\n".join(current[2:]).strip()

"""The pages of an export in HTML: messages.html, messages2.html and so on, a thousand messages each.

No page says who is who: a message has a name, a joined one the name above it. What was forwarded stands in a box of its
own and is somebody else's. Telegram escapes what people typed, so the marks below are its own.
"""

import codecs
import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from audit.archive import Member, Unreadable
from audit.parsers._clock import plausible, zone_of
from audit.parsers._export import Export
from audit.parsers._telegram.chats import NOT_BUILT, NOT_TOLD, UNTOLD, drafts
from audit.parsers._telegram.whose import SUMMARY, Owner, account, owner, same
from audit.parsers._telegram.words import shown_words
from audit.posts import Post, Unread

_BEGINS = '<div class="message '
_ENTRY = '<div class="entry '
_PIECE = 1 << 18
_LONGEST = 16 << 20  # characters of one message with all that hangs on it
_MEDIA_WITHIN = 100_000  # characters of a message in which all that hangs on it is told
_ENOUGH = 3  # pages that tell whether two or more write in a chat, where it is known who the person is
_ID = re.compile(r'id="message(-?\d{1,20})"')
_TITLE = re.compile(r'<div class="text bold">([^<]{0,2000})</div>')
_NAME = re.compile(r'<div class="from_name">([^<]{0,2000})</div>')
_DATE = re.compile(r'<div class="pull_right date details" title="([^"]{1,60})"')
_INFO = re.compile(r'<div class="pull_right info details">([^<]{1,200})</div>')
_MOMENT = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})\s+(\d\d?):(\d\d)(?::(\d\d))?\s*(?:(UTC[+-]\d\d:\d\d))?")
_TEXT, _END = '<div class="text">', "</div>"
_SIGNED = re.compile(r'<div class="signature details">([^<]{0,2000})</div>')
_POLL = re.compile(r'<div class="(?:question bold|answer)">(.{0,4000}?)</div>', re.DOTALL)
_VOTES = re.compile(r'<span class="details">[^<]{0,200}</span>')
_VENUE = re.compile(
    r'media_venue".{0,2000}?<div class="title bold">([^<]{0,2000})</div>'
    r'(?:\s*<div class="description">([^<]{0,2000})</div>)?',
    re.DOTALL,
)
_MEDIA = re.compile(
    r'class="(?:photo_wrap|video_file_wrap|animated_wrap'
    r"|media clearfix pull_left (?:block_link )?media_(?:photo|video|voice_message|audio_file|file))\b"
)
_STICKER = re.compile(r'<div class="title bold">\s*Sticker\s*</div>')
_VIA = re.compile(r" via @\w{1,64}$")


@dataclass(slots=True)
class _Senders:
    """Who writes in a chat, over all of its pages, and what it is called."""

    title: str
    names: Counter[str]


def read_page(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the person's own messages of one page."""
    folder = member.name.rpartition("/")[0]
    senders = _senders(member, export, folder)
    own = _own_names(senders, owner(export))
    if not own and senders.names:
        export.counted[UNTOLD] += 1
        yield Unread("", NOT_TOLD)
        return
    name = ""
    audience = "private" if len(senders.names) <= 2 and same(senders.title) in senders.names else "group"
    for place, block in enumerate(_blocks(member, _BEGINS)):
        if len(block) > _LONGEST:
            name = ""
            yield Unread(f"[{place}]", "it is larger than any message can be")
            continue
        if not block.startswith("default"):
            continue
        mine, _, forwarded = block.partition('<div class="forwarded body">')
        name = _sender(mine) or name
        signed = _SIGNED.search(mine)
        if same(name) in own or (signed and same(_shown(signed[1])) in own):
            yield from _message(mine, place, senders.title, audience, is_forward=bool(forwarded))


def _message(block: str, place: int, title: str, audience: str, *, is_forward: bool) -> Iterator[Post | Unread]:
    date, number = _DATE.search(block), _ID.search(block)
    if is_forward:
        return
    if date is None:
        yield Unread(f"[{place}]", NOT_BUILT)
    words = shown_words(_text_in(block))
    poll, where, media = _hangs_on(block[:_MEDIA_WITHIN]) if "media_wrap" in block else ("", "", 0)
    text = "\n\n".join(filter(None, (words.text, poll)))
    if text or media or where:
        yield Post(
            "message",
            text,
            _moment(date[1]) if date else None,
            f"[{place}]",
            native_id=f"message{number[1]}" if number else "",
            audience=audience,
            container=title,
            link_url=words.link,
            place=where,
            media=media,
        )


def _hangs_on(block: str) -> tuple[str, str, int]:
    """Return the poll, the place and the number of files that hang on a message."""
    poll = "\n".join(_shown(_VOTES.sub("", line)).removeprefix("- ") for line in _POLL.findall(block))
    venue = _VENUE.search(block) if "media_venue" in block else None
    where = ", ".join(filter(None, map(_shown, venue.groups("")))) if venue else ""
    return poll, where, int(bool(_MEDIA.search(block)) and not _STICKER.search(block))


def read_stories(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the person's own stories with their captions."""
    for place, block in enumerate(_blocks(member, _ENTRY)):
        date = _INFO.search(block)
        text = shown_words(_text_in(block)).text
        if 'class="story"' in block or text:
            state = "live" if "Saved to Profile" in block else "expired"
            moment = _moment(date[1]) if date else None
            yield Post("caption", text, moment, f"[{place}]", state=state, media=1, container="Stories")


def read_summary(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield what the person says of themselves."""
    alone = Export(export.network, members={"export_results.html": member})
    if about := account(alone).about:
        yield Post("bio", about, source="[bio]", audience="public")


def read_other(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the drafts among the other data of an export in HTML."""
    from audit.parsers._json import whole

    yield from drafts(whole(member.read(64 << 20).decode("utf-8-sig", "replace")))


# --- whose ------------------------------------------------------------------------------------------------------------


def _senders(member: Member, export: Export, folder: str) -> _Senders:
    """Return who writes in the pages that lie in one folder; looked up once."""
    if ("senders", folder) not in export.kept:
        found = _Senders("", Counter())
        pages = [one for one in export.members.values() if _is_page_in(one, folder)] or [member]
        for page in pages[: _ENOUGH if owner(export).names else None]:
            try:
                for block in _blocks(page, _BEGINS, with_head=True):
                    if not found.title and (title := _TITLE.search(block)) and 'class="page_header"' in block:
                        found.title = _shown(title[1])
                    mine = block.partition('<div class="forwarded body">')[0]
                    if name := _sender(mine):
                        found.names[same(name)] += 1
            except Unreadable:
                continue
        export.kept["senders", folder] = found
    senders: _Senders = export.kept["senders", folder]
    return senders


def _is_page_in(member: Member, folder: str) -> bool:
    at, _, name = member.name.rpartition("/")
    return at == folder and re.fullmatch(r"messages\d*\.html", name) is not None


def _own_names(senders: _Senders, person: Owner) -> frozenset[str]:
    """Return the names under which the person writes here: told, or the one beside the chat's own name."""
    if told := person.names & senders.names.keys():
        return told
    if person.names:
        return person.names  # the account is known and did not write here
    title = same(senders.title)
    others = senders.names.keys() - {title}
    return frozenset(others) if title in senders.names and len(others) == 1 else frozenset()


def _text_in(block: str) -> str:
    start = block.find(_TEXT)
    end = block.find(_END, start)
    return block[start + len(_TEXT) : end if end >= 0 else None] if start >= 0 else ""


def _sender(block: str) -> str:
    found = _NAME.search(block)
    return _name(found[1]) if found else ""


@lru_cache(1000)
def _name(content: str) -> str:
    return _VIA.sub("", _shown(content))


def _shown(content: str) -> str:
    if "<" not in content and "&" not in content:
        return " ".join(content.split())
    return " ".join(html.unescape(re.sub(r"<[^<>]{0,2000}>", " ", content)).split())


def _moment(text: str) -> datetime | None:
    """Read `01.05.2024 19:02:11 UTC+01:00`; until 2022 without the offset: the computer's own clock."""
    if not (found := _MOMENT.fullmatch(text.strip())):
        return None
    day, month, year, hour, minute, second, offset = found.groups()
    try:
        naive = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))
        zone = zone_of(offset) if offset else None
        return plausible(naive.replace(tzinfo=zone).astimezone(UTC) if zone else naive)
    except (ValueError, OverflowError):
        return None


def _blocks(member: Member, begins: str, *, with_head: bool = False) -> Iterator[str]:
    """Yield what stands from one mark to the next; `with_head` also what stands before the first."""
    with member.open() as stream:
        head = stream.read(_PIECE)
        encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        held, is_head, piece = "", True, head
        while piece:
            *blocks, held = (held + decoder.decode(piece)).split(begins)
            for block in blocks:
                if with_head or not is_head:
                    yield block
                is_head = False
            held = held[: _LONGEST + 1]
            piece = stream.read(_PIECE)
        if with_head or not is_head:
            yield held + decoder.decode(b"", final=True)


__all__ = ["SUMMARY", "read_other", "read_page", "read_stories", "read_summary"]

"""Chats in HTML: only the person's own messages, told by the sender's name."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._facebook import FacebookPost, mentions_resolved
from audit.parsers._facebook.messages import same_name
from audit.parsers._facebook.values import each_once
from audit.parsers._facebook_html.entries import (
    SINCE_2018,
    Loose,
    TooDeep,
    entries_of,
    heading_of,
    opened,
    zone_of_page,
)
from audit.parsers._facebook_html.entry import EntryReader
from audit.parsers._facebook_html.pages import Element, Mark, Page
from audit.parsers._facebook_html.parts import Parts
from audit.parsers._facebook_html.words import classes, file_name, text_of
from audit.parsers._facebook_html.words import undated as told_undated
from audit.parsers._local_dates import LocalDates
from audit.posts import Post, Unread

_BEFORE_2018 = Mark("message")
_WHO = "whose messages these are is not said: none were taken for yours"
_MADE = re.compile(r".{1,100} sent an attachment\.|Reacted .{1,20} to your message", re.IGNORECASE)


def read_thread(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the person's own messages of a chat, or of all chats of an old export."""
    yield from _own(member, export, "message")


def read_ai_chats(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield what the person typed to an AI or to the help desk."""
    yield from _own(member, export, "note")


def _own(member: Member, export: Export, kind: str) -> Iterator[Post | Unread]:
    owner = export.account.name
    if not owner:
        yield Unread("", _WHO)
        return
    with member.open() as stream:
        page = opened(stream, (*SINCE_2018, _BEFORE_2018))
        dates = LocalDates(zone_of_page(export, page.head), sample=page.sample())
        if page.mark == _BEFORE_2018:
            yield from _old_messages(page, owner, dates)
        else:
            yield from _messages(page, owner, dates, kind)


def _messages(page: Page, owner: str, dates: LocalDates, kind: str) -> Iterator[Post | Unread]:
    reader = EntryReader(dates, chats=True)
    thread = heading_of(page.head)[0] or _page_title(page.head)
    place = undated = 0
    for found in entries_of(page):
        if isinstance(found, TooDeep):
            yield Unread(f"[{place}]", "it is nested too deep to be read")
            continue
        if isinstance(found, Loose):  # who takes part, the name of the chat
            continue
        try:
            parts = reader.read(found)
        except Exception:  # what nobody foresaw in one message must not cost the next
            yield Unread(f"[{place}]", "it is not built as we expect")
            place += 1
            continue
        post = _message(parts, kind) if same_name(parts.title, owner) else None
        if post is not None:
            post.posted_at = dates.read(parts.date).when
            undated += post.posted_at is None
            post.source, post.container = f"[{place}]", thread
            yield post
        place += 1
    if undated:
        yield Unread("", told_undated(undated))


def _message(parts: Parts, kind: str) -> FacebookPost | None:
    texts = [text for text in (*parts.texts, *parts.captions) if not _MADE.fullmatch(text[:200])]
    text, names = mentions_resolved("\n\n".join(each_once(texts)))
    if not (text or parts.links or parts.link_titles or parts.files):
        return None
    return FacebookPost(
        kind=kind,
        text=text,
        audience="private",
        link_url=parts.links[0] if parts.links else "",
        link_title="\n\n".join(each_once(parts.link_titles)),
        people=tuple(dict.fromkeys(names)),
        media=len(parts.files),
        files=tuple(dict.fromkeys(filter(None, parts.files))),
    )


def _page_title(head: str) -> str:
    found = re.search(r"<title>([^<]{1,300})</title>", head)
    return html.unescape(found[1]).strip() if found else ""


# --- until mid 2018 ---------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Message:
    sender: str
    date: str
    texts: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    thread: str = ""
    place: int = 0


def _old_messages(page: Page, owner: str, dates: LocalDates) -> Iterator[Post | Unread]:
    """`div.message` names sender and date, the paragraphs behind it are the words."""
    undated = 0
    for message in _in_order(page):
        text = "\n".join(filter(None, message.texts))
        if not same_name(message.sender, owner) or not (text or message.files):
            continue
        moment = dates.read(message.date)
        undated += moment.when is None
        yield FacebookPost(
            kind="message",
            text=mentions_resolved(text)[0],
            posted_at=moment.when,
            date_only=moment.day_only,
            source=f"[{message.place}]",
            audience="private",
            container=message.thread,
            media=len(message.files),
            files=tuple(dict.fromkeys(message.files)),
        )
    if undated:
        yield Unread("", told_undated(undated))


def _in_order(page: Page) -> Iterator[_Message]:
    thread, place = _thread_in(page.head), 0
    current: _Message | None = None
    for piece in page.pieces():
        for element in piece.root.iter("div", "p", "img", "video"):
            kinds = classes(element)
            if "thread" in kinds:
                thread = (element.text or "").strip() or thread
            elif "message" in kinds:
                if current:
                    yield current
                current = _Message(_part(element, "user"), _part(element, "meta"), thread=thread, place=place)
                current.texts.extend(text_of(one, keep_breaks=True) for one in element.iter("p"))
                place += 1
            elif current and element.tag == "p" and not any("message" in classes(a) for a in element.iterancestors()):
                current.texts.append(text_of(element, keep_breaks=True))
            elif current and element.tag in ("img", "video") and (name := file_name(element.get("src"))):
                current.files.append(name)
    if current:
        yield current


def _part(message: Element, kind: str) -> str:
    found = next((one for one in message.iter("span", "div") if kind in classes(one)), None)
    return text_of(found) if found is not None else ""


def _thread_in(head: str) -> str:
    """Return the names before the first message, which stand in the head of the page."""
    found = re.search(r"class=\"thread\">([^<]{1,1000})", head)
    return html.unescape(found[1]).strip() if found else _page_title(head)

"""What the person searched for on YouTube, Google and Maps, and asked Gemini: JSON or page. Never published.

The words are taken from the address of the result, which is the same in every language.
"""

import html
import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import unquote_plus

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._google import NOT_BUILT, text_in, time_in
from audit.parsers._google.streams import before_class, pieces
from audit.parsers._html_dates import ZonedDates
from audit.parsers._html_words import plain
from audit.parsers._json import Broken, records
from audit.posts import Post, Unread

_RESULTS = re.compile(
    r"https?://(?:(?:www|m|music)\.youtube\.com/(?:results|search)|(?:www\.)?google\.[a-z.]{2,6}/(?:search|maps))",
    re.IGNORECASE,
)
_MAPS = re.compile(r"/maps/search/([^/?#]{1,500})")
_ASKED = re.compile(r"^(?:Prompted|Asked|Used)[ \xa0]+", re.IGNORECASE)
_ASSISTANT = re.compile(r"gemini|bard", re.IGNORECASE)
_CELL = re.compile(r"<div\b[^<>]{0,300}\bcontent-cell\b[^<>]{0,300}>", re.IGNORECASE)
_OUTER = before_class("outer-cell")
_CELL_ENDS = re.compile(r"</div", re.IGNORECASE)
_LINK = re.compile(r"<a\b[^<>]{0,300}?href\s*=\s*[\"']([^\"'<>]{1,4000})[\"']", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S*")  # looked up, not worded
_YEAR = re.compile(r"\d{4}")
_ASKED_FOR = ("search_query", "q", "query")


def read_searches(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield every search, and every question to the assistant."""
    page = member.head(200).lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<"
    yield from _page(member) if page else _list(member)


def searched(link: str) -> str:
    """Return the words that an address of results searches for, nothing for other addresses."""
    if not _RESULTS.match(link):
        return ""
    fields = link.partition("#")[0].partition("?")[2].split("&")
    told = (field[len(name) + 1 :] for name in _ASKED_FOR for field in fields if field.startswith(f"{name}="))
    found = unquote_plus(next(filter(None, told), "")).strip()
    if not found and (place := _MAPS.search(link)):
        found = unquote_plus(place[1].partition("&")[0]).strip()
    return "" if _ADDRESS.fullmatch(found) else found


def _note(text: str, moment: datetime | None, place: str, container: str) -> Post:
    return Post("note", text, moment, place, audience="private", container=container)


def _list(member: Member) -> Iterator[Post | Unread]:
    with member.open() as stream:
        for record in records(stream, record_keys=frozenset(("titleUrl", "title"))):
            place = f"[{max(record.place, 0)}]"
            if isinstance(record, Broken):
                yield Unread(place, record.reason)
            elif not isinstance(record.value, dict):
                yield Unread(place, NOT_BUILT)
            else:
                entry, moment = record.value, time_in(record.value, "time")
                if text := searched(text_in(entry, "titleUrl")):
                    yield _note(text, moment, place, "Searches")
                elif _ASSISTANT.search(f"{text_in(entry, 'header')} {entry.get('products')}") and text_in(
                    entry, "title"
                ):
                    yield _note(_ASKED.sub("", text_in(entry, "title")), moment, place, "Gemini")


def _page(member: Member) -> Iterator[Post | Unread]:
    dates = ZonedDates()
    assistant = bool(_ASSISTANT.search(member.name))
    container = "Gemini" if assistant else "Searches"
    place = 0
    for piece in pieces(member, _OUTER):
        if not (cell := _cell_in(piece)):
            continue
        place += 1
        end = _CELL_ENDS.search(piece, cell.end())
        lines = _BREAK.split(piece[cell.end() : end.start() if end else None])
        link = _LINK.search(lines[0], 0, 9000)
        text = searched(html.unescape(link[1])) if link else ""
        if not text and assistant:
            text = _ASKED.sub("", plain(lines[0]).text)
        if text:
            shown = next((plain(line).text for line in lines[1:] if _YEAR.search(line)), "")
            yield _note(text, dates.read(shown).when, f"[{place}]", container)


def _cell_in(piece: str) -> re.Match[str] | None:
    """Return the beginning of what was done: written in small letters, as all pages seen, it is found at once."""
    at = piece.find("content-cell")
    return _CELL.search(piece, max(piece.rfind("<", 0, at), 0) if at >= 0 else 0)

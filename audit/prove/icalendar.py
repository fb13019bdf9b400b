"""A calendar file: RFC 5545, whole days with a reminder each. CRLF, lines folded at 75 octets, texts escaped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

OCTETS = 75


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day. `uid` stays the same when it is written again, so that calendars replace and do not double it."""

    uid: str
    day: date
    title: str
    about: str


def calendar(events: Iterable[Event], stamp: datetime) -> str:
    """Return the file's text. `stamp`: when it is made, aware."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Backscroll//Calendar//EN", "CALSCALE:GREGORIAN"]
    for event in events:
        lines += _event(event, stamp)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line))


def _event(event: Event, stamp: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(event.title)}",
        f"DESCRIPTION:{_escaped(event.about)}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:PT9H",  # nine in the morning of that day
        f"DESCRIPTION:{_escaped(event.title)}",
        "END:VALARM",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield pieces of at most 75 octets, none of which cuts a character; each but the first begins with a space."""
    piece, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + char, size + width
    yield piece

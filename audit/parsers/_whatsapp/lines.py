"""Where a message begins: a line with a date, a time and mostly a sender, in some hundred shapes.

    13/5/24, 19:02 - Robin: words            Android
    [01/05/2024, 7:02:11 PM] Robin: words    iPhone

Order, separators, seconds, the word between date and time (`klo`, `à`) and that for the half of the day follow the
phone's region. Marks of the direction of writing stand anywhere in it; the one before the words tells that WhatsApp
wrote them, so it stays.
"""

import re
from datetime import timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from audit.parsers._local_dates import folded
from audit.parsers._local_words import AFTERNOON, MORNING, NOON

MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u200b"
_M = f"[{MARKS}]*"
_DATE = rf"(\d{{1,4}}){_M}(?:\s?([./-])\s?|[年년]\s?){_M}(\d{{1,2}}){_M}(?:\s?[./-]\s?|[月월]\s?){_M}(\d{{1,4}})"
_TIME = rf"(\d{{1,2}}){_M}[:.h時时시点]\s?{_M}(\d{{2}})分?(?:[:.]{_M}(\d{{2}}))?"
_BETWEEN = r"([^\d\[\]]{1,16}?)"
_HALF = r"([^\d\]\[:–-]{0,16}?)"
_IPHONE = re.compile(rf"{_M}\[{_M}{_DATE}{_BETWEEN}{_TIME}{_HALF}\]\s?")
_ANDROID = re.compile(rf"{_M}{_DATE}{_BETWEEN}{_TIME}{_HALF}\s[–-]\s")
_SENDER = re.compile(r"([^\n]{1,120}?)(?::\s|:(?=\n|$))")
_HIDDEN = str.maketrans("", "", MARKS)
_MORE_HALVES = {"晚上": "pm", "夜": "pm", "深夜": "pm", "夜间": "pm", "夜晚": "pm", "上午": "am", "mn": "am", "n": "pm"}


class Header(NamedTuple):
    """The beginning of a message. `numbers` are those of the date, in the order in which they stand."""

    iphone: bool
    numbers: tuple[int, int, int]
    padded: bool  # a day or month below ten has a nought before it
    separator: str
    clock: timedelta | None  # since midnight; None if the half of the day is a word that we do not know
    shape: tuple[bool | str, ...]  # what all the headers of one file have in common
    eastern: bool  # Chinese, Japanese or Korean words stand in it: the year comes first
    end: int  # where in the line the sender begins


def header_of(line: str) -> Header | None:
    """Return the header with which the line begins, if it does."""
    first = line[:1]
    if first in MARKS:
        first = line.lstrip(MARKS)[:1]
    if first == "[":
        found = _IPHONE.match(line)
    elif first.isdecimal():
        found = _ANDROID.match(line)
    else:
        return None
    return None if found is None else _header(found.groups(), found.end(), iphone=first == "[")


@lru_cache(maxsize=1024)
def _header(parts: tuple[str, ...], end: int, *, iphone: bool) -> Header:
    """Return what the beginning of a line says; the same one stands before many lines."""
    one, separator, two, three, between, hour, minute, second, half = parts
    padded = any(len(number) == 2 and number[0] == "0" for number in (one, two))
    shape = (iphone, separator or "年", second is not None, *_comma_and_half(between, half))
    numbers = (int(one), int(two), int(three))
    clock = _clock(int(hour), int(minute), int(second or 0), between, half)
    eastern = not separator or max(between) > "\u2fff"
    return Header(iphone, numbers, padded, separator or "年", clock, shape, eastern, end)


@lru_cache(maxsize=256)
def _comma_and_half(between: str, half: str) -> tuple[bool, bool]:
    return bool(set(between) & set(",،、")), bool(without_marks(half).strip())


def sender_and_words(line: str, header: Header) -> tuple[str, str]:
    """Return the sender, "" where WhatsApp itself speaks, and the rest of the line."""
    found = _SENDER.match(line, header.end)
    if found is None:
        return "", line[header.end :]
    return plain_name(found[1]), line[found.end() :]


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """Return a name without invisible marks and the tilde of people who are not among the contacts."""
    return " ".join(name.translate(_HIDDEN).split()).removeprefix("~").strip()


def without_marks(text: str) -> str:
    """Return the text without marks of direction; those that join emoji stay."""
    return text.translate(_HIDDEN) if not text.isascii() else text


def _clock(hour: int, minute: int, second: int, before: str, after: str) -> timedelta | None:
    if hour > 23 or minute > 59 or second > 60:
        return None
    half = _half(before, after)
    if half == "?" and hour <= 12:
        return None
    if half == "noon":
        hour += 12 if hour < 6 else 0
    elif half in ("am", "pm") and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return timedelta(hours=hour, minutes=minute, seconds=min(second, 59))


@lru_cache(maxsize=256)
def _half(before: str, after: str) -> str:
    """Return am, pm, noon, "" for 24 hours, or "?" for a word that we do not know."""
    known = _halves()
    behind = re.sub(r"[\W\d_]", "", folded(without_marks(after)))
    if behind:
        return known.get(behind, "" if behind in ("uhr", "uur", "h", "hs", "hrs", "น") else "?")
    front = re.sub(r"[\W\d_]", "", folded(without_marks(before)))
    return known.get(front, "") if not front.isascii() else ""


@cache
def _halves() -> dict[str, str]:
    rows = (("am", MORNING), ("pm", AFTERNOON), ("noon", NOON))
    words = {word: half for half, row in rows for word in row.split()} | _MORE_HALVES
    return {re.sub(r"[\W\d_]", "", folded(word)): half for word, half in words.items()}

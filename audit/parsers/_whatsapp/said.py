"""What of a message is the sender's words: attachments, placeholders, notices and the sign of an edit are not."""

import re
from collections.abc import Container
from dataclasses import dataclass

from audit.parsers._whatsapp.lines import MARKS, without_marks
from audit.parsers._whatsapp.phrases import (
    ALONE,
    ATTACHED,
    DELETED,
    DELETED_BY_YOU,
    EDITED,
    LEFT_AWAY,
    NOTICES,
    OMITTED,
    bare,
    is_phrase,
)

_IPHONE_FILE = re.compile(r"<[^<>:\n]{2,40}:\s?([^<>\n]{1,250})>")
_ANDROID_FILE = re.compile(r"(.{1,250}\.\w{2,5}) \(([^()\n]{2,40})\)")
_OWN_NAMES = re.compile(r"(?:IMG|VID|AUD|PTT|STK|DOC)-\d{8}-WA\d+\.\w{2,5}")
_DOCUMENT = re.compile(r"[^\n]{1,250}\.\w{2,5}(?:\s•.{0,60})?", re.DOTALL)
_STICKER = re.compile(r"(?:STK-|\d{8}-STICKER-).*")
_DATED = re.compile(r"\b(?:IMG|VID|AUD|PTT|STK|DOC)-(\d{4})(\d\d)(\d\d)-WA|-[A-Z]{3,8}-(\d{4})-(\d\d)-(\d\d)-\d\d-")
_WITHOUT_WORDS = NOTICES | DELETED | DELETED_BY_YOU
_POLL = re.compile(r"[^\W\d_a-z]{3,14}\s?:")
_OPTION = re.compile(r"[^\W\d_a-z]{3,14}\s?: (.*?)\s?\((?=[^()\n]{0,30}\d)[^()\n]{1,60}\)")
_LOCATION = re.compile(
    r"[^\n:]{2,120}: ?(https?://(?:maps\.(?:google|apple)\.|(?:www\.)?google\.[a-z.]{2,6}/maps|foursquare\.com/)\S+)"
)
_MENTION = re.compile("@\u2068([^\u2068\u2069\n]{1,100})\u2069")


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a message, the pictures and files that hang on it, a place it links to, the people it names."""

    text: str = ""
    media: int = 0
    place: str = ""
    people: tuple[str, ...] = ()
    made: bool = False  # by WhatsApp


def attached_day(words: str) -> tuple[int, int, int] | None:
    """Return year, month and day in the name of the file that hangs on a message, if they stand in it."""
    if "-" not in words or not (found := _DATED.search(words[:300])):
        return None
    year, month, day = (int(part) for part in found.groups() if part)
    return year, month, day


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a message is read by: the kind of phone, the `files` that came along, what stands for pictures here."""

    iphone: bool = False
    files: Container[str] = ()
    left_away: Container[str] = ()


def said(raw: str, around: Surroundings) -> Said:
    """Return what a message says."""
    people = _named(raw) if "@\u2068" in raw else ()
    raw = _unedited(raw, iphone=around.iphone)
    first, _, rest = raw.partition("\n")
    line = without_marks(first).strip()
    marked = around.iphone and first.lstrip(" ").startswith("\u200e")
    if (media := _attachment(line, around, marked=marked)) is not None:
        return Said(_clean(_caption(rest)), media, people=people)
    if line.endswith(":") and _POLL.fullmatch(line) and (poll := _poll(rest)):
        return Said(poll, people=people)
    if "http" in line and (found := _LOCATION.fullmatch(line)):
        place = line.partition(":")[0] if "foursquare" in found[1] else ""
        return Said(_clean(rest), place=place, people=people, made=True)
    if marked or is_phrase(line, _WITHOUT_WORDS):
        return Said(_clean(rest), people=people, made=True)
    before, mark, last = raw.rpartition("\u200e")
    last = last.strip()
    if around.iphone and mark and (_IPHONE_FILE.fullmatch(last) or OMITTED.fullmatch(last.rstrip("."))):
        words = _clean(before)
        return Said("" if _DOCUMENT.fullmatch(words) else words, 1, people=people)
    return Said(_clean(raw), people=people)


def _named(raw: str) -> tuple[str, ...]:
    """Return the people whom a message names by a tap on their name, each once."""
    return tuple(dict.fromkeys(without_marks(name).strip() for name in _MENTION.findall(raw)))


def _unedited(raw: str, *, iphone: bool) -> str:
    """Return the message without the sign that it was edited; on an iPhone that has an invisible mark before it."""
    if ">" not in raw[-8:]:
        return raw
    before, _, sign = raw.rpartition("<")
    sign = without_marks(sign).strip()
    if len(sign) > 80 or not sign.endswith(">"):
        return raw
    marked = iphone and before.endswith("\u200e") and ":" not in sign
    return before.rstrip(f" {MARKS}") if marked or bare(sign[:-1]) in EDITED else raw


def _attachment(line: str, around: Surroundings, *, marked: bool) -> int | None:
    """Return how much hangs on the message, None if its first line speaks of nothing that does. Stickers count 0."""
    if around.iphone:
        if (found := _IPHONE_FILE.fullmatch(line)) and (marked or found[1] in around.files):
            return int(not _STICKER.fullmatch(found[1]))
        return 1 if marked and OMITTED.fullmatch(line.rstrip(".")) else None
    alone = ALONE.fullmatch(line) if line.endswith(">") else None
    if alone and (bare(alone[1]) in LEFT_AWAY or alone[1] in around.left_away):
        return 1
    found = _ANDROID_FILE.fullmatch(line) if line.endswith(")") else None
    if found and (bare(found[2]) in ATTACHED or _OWN_NAMES.fullmatch(found[1]) or found[1] in around.files):
        return int(not _STICKER.fullmatch(found[1]))
    return None


def _caption(rest: str) -> str:
    """What follows an attachment is its caption, or the name of a document once more."""
    return "" if re.fullmatch(r"[^\n]{1,200}\.[A-Za-z0-9]{2,5}", rest.strip()) else rest


def _poll(rest: str) -> str:
    """Return question and options, a line each, without the votes; nothing where it is no poll."""
    lines = [without_marks(line).strip() for line in rest.split("\n")]
    options = [found[1] for line in lines if (found := _OPTION.fullmatch(line))]
    question = [line for line in lines if line and not _OPTION.fullmatch(line)]
    return "\n".join([*question, *options]) if len(options) >= 2 else ""


def _clean(text: str) -> str:
    return without_marks(text).strip().strip(MARKS)

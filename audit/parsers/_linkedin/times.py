"""LinkedIn's dates: one form a file, English month names in every account, mostly without a zone.

Posts and comments are in UTC (their ids tell the same time). Where nothing is known of the zone the time stays naive,
the account's own clock. What a spreadsheet made of a date is read if its order is beyond doubt.
"""

import re
from datetime import UTC, datetime, timedelta

from audit.parsers._clock import english_month, epoch_time, plausible

_FIRST_IDS = 2010  # ids of before hold no time
_ZONE = re.compile(r"\s*\(?\b(?:UTC|GMT)\)?|(?<=\d)Z$")
_CLOCK = re.compile(
    r"[ T,]+(?:at )?(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?:[.,]\d+)?(?: ?([AP])\.?M\b\.?)?", re.IGNORECASE
)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?!\d)")
_DAY_MONTH = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4}|\d\d)(?!\d)")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:, (\d{4})|(?= ))")
_JAVA = re.compile(r"[A-Za-z]{3} ([A-Za-z]{3}) (\d\d) (\d\d:\d\d:\d\d) (?:UTC|GMT) (\d{4})")
_MONTH = re.compile(r"(?:([A-Za-z]{3,9})\.? )?(\d{4})")
Moment = tuple[datetime | None, bool]


def moment(value: str, *, utc: bool = False) -> Moment:
    """Return the time and whether only its day is known.

    Reads `2026-02-19 14:10:22`, `2018/03/14 10:05:09 UTC`, `8/3/18, 9:20 AM`, `15 Jan 2026`, `Apr 9, 2023`,
    `Oct 04, 2022 12:00 PM - …`, `… on March 4, 2026 at 1:20 PM (GMT)`, `Jun 2018`, `2016`, `4-Apr-21`.
    `utc`: what to take a time for that tells no zone; else it stays naive.
    """
    if len(value) == 19 and value[4] == "-" and value[10] == " ":  # posts and comments
        try:
            at = plausible(datetime.fromisoformat(value))
        except ValueError:
            at = None
        if at is not None:
            return at.replace(tzinfo=UTC) if utc else at, False
    text = " ".join(value[:200].split())
    if java := _JAVA.search(text):
        text = f"{java[1]} {java[2]}, {java[4]} {java[3]} UTC"
    day, rest = _day(text)
    if plausible(day) is None or day is None:
        return None, False
    clock = _CLOCK.match(rest)
    if clock is None:
        return day, True
    try:
        at = day.replace(hour=_hour(clock[1], clock[4]), minute=int(clock[2]), second=min(int(clock[3] or 0), 59))
    except ValueError:
        return day, True
    known = utc or _ZONE.match(rest, clock.end()) is not None
    return at.replace(tzinfo=UTC) if known else at, False


def id_time(number: str) -> datetime | None:
    """Return the moment that the id of a post, article or comment holds: its milliseconds stand above 22 bits."""
    found = epoch_time(int(number) >> 22, unit=1000) if number.isdecimal() and len(number) < 20 else None
    return found.replace(microsecond=0) if found and found.year >= _FIRST_IDS else None


def same_moment(one: datetime | None, other: datetime | None, *, seconds: int) -> bool:
    """Say whether two moments, both known and both with a zone, are at most so many seconds apart."""
    if one is None or other is None or one.tzinfo is None or other.tzinfo is None:
        return False
    return abs(one - other) <= timedelta(seconds=seconds)


def _hour(hour: str, half: str | None) -> int:
    number = int(hour)
    if half is None or number > 12:
        return number
    return number % 12 + (12 if half in "Pp" else 0)


def _day(text: str) -> tuple[datetime | None, str]:
    """Return midnight of the first date in the text, naive, and what stands behind it."""
    if found := _YEAR_FIRST.search(text):
        return _midnight(found[1], int(found[2]), found[3]), text[found.end() :]
    if found := _YEAR_LAST.search(text):
        month, day = int(found[1]), int(found[3])
        if month > 12 or (found[2] != "/" and day <= 12):  # 19.02.2026, 19-02-2026; LinkedIn's own is 2/19/26
            month, day = day, month
        return _midnight(found[4], month, str(day)), text[found.end() :]
    if found := _DAY_MONTH.search(text):
        return _midnight(found[3], english_month(found[2]), found[1]), text[found.end() :]
    if (found := _MONTH_DAY.search(text)) and found[3]:
        return _midnight(found[3], english_month(found[1]), found[2]), text[found.end() :]
    if found := _MONTH.fullmatch(text):
        return _midnight(found[2], english_month(found[1]) if found[1] else 1, "1"), ""
    return None, ""


def _midnight(year: str, month: int | None, day: str) -> datetime | None:
    try:
        return datetime(int(year) + (2000 if len(year) == 2 else 0), month or 0, int(day))
    except ValueError:
        return None

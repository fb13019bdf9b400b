"""Times as exports write them. Every function gives None for what it cannot read: a lost time never costs a post.

Month names are English whatever the machine's locale; nothing here asks the machine for its zone.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)  # before any network we read
LATEST_YEAR = 2100
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = 1 << 32  # seconds: the year 2106

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_API = re.compile(r"\w{3} (\w{3}) (\d{1,2}) (\d\d):(\d\d):(\d\d) ([+-]\d{4}) (\d{4})$")
_ISO = re.compile(
    r"(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$"
)


def english_month(word: str) -> int | None:
    """Return 1–12 for an English month name or its first three letters."""
    short = word.lower()[:3]
    return _MONTHS.index(short) + 1 if short in _MONTHS else None


def api_time(value: object) -> datetime | None:
    """Read `Sun Jul 07 10:00:00 +0000 2024`."""
    if not isinstance(value, str) or not (found := _API.match(value.strip())):
        return None
    month, day, hour, minute, second, zone, year = found.groups()
    number = english_month(month)
    return None if number is None else _moment(int(year), number, int(day), int(hour), int(minute), int(second), zone)


def iso_time(value: object, *, assume_utc: bool = True) -> datetime | None:
    """Read `2024-07-07T10:00:00.000Z`, `2018/03/14 10:05:09 UTC`, `2024-05-12 20:15`, `2024-05-12`.

    Without a zone: UTC if `assume_utc`, else naive.
    """
    if not isinstance(value, str):
        return None
    text = value.strip()
    if (usual := _usual(text, assume_utc=assume_utc)) is not None:
        return usual
    if not (found := _ISO.match(text)):
        return None
    year, month, day, hour, minute, second, _, zone = found.groups()
    numbers = (int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))
    return _moment(*numbers, zone or ("Z" if assume_utc else ""))


def _usual(text: str, *, assume_utc: bool) -> datetime | None:
    """Read the form that most exports write, to the second and in UTC or without a zone; `_ISO` reads all others."""
    if (
        len(text) < 19
        or text[4:8:3] != "--"
        or text[13:17:3] != "::"
        or text[10:11] not in ("T", " ")
        or text[11:13] > "23"
    ):
        return None
    zone = text[19:]
    if zone[:1] == "." and zone[1:2].isdigit():
        zone = zone[1:].lstrip("0123456789")
    if zone not in _UTC and zone:
        return None
    try:
        moment = datetime.fromisoformat(text[:19])
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if zone or assume_utc else moment


_UTC = frozenset(("Z", "+00:00", " UTC"))


def epoch_time(value: object, *, unit: int = 1) -> datetime | None:
    """Read seconds (unit=1) or milliseconds (unit=1000) since 1970; 0, negative and absurd values mean unknown."""
    try:
        if type(value) is int and unit == 1 and 0 < value < _LATEST:
            return plausible(datetime.fromtimestamp(value, UTC))
        seconds = float(value) / unit  # type: ignore[arg-type]
        moment = _EPOCH + timedelta(seconds=seconds)
    except (TypeError, ValueError, OverflowError):
        return None
    return plausible(moment)


def plausible(moment: datetime | None) -> datetime | None:
    """Return the moment unless no network existed then."""
    if moment is None or moment.year > LATEST_YEAR:
        return None
    if moment.year > EARLIEST.year:
        return moment
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment if aware >= EARLIEST else None


@lru_cache(maxsize=256)
def zone_of(text: str) -> timezone | None:
    """Return the fixed offset written as Z, UTC, GMT, +01:00, +0100, UTC+07:00 or UTC+01."""
    found = re.fullmatch(r"(?:UTC|GMT|Z)?\s*(?:([+-])(\d\d?):?(\d\d)?)?", text.strip())
    if not found or not text.strip():
        return None
    sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    if offset > timedelta(hours=15):
        return None
    return timezone(-offset if sign == "-" else offset)


def _moment(year: int, month: int, day: int, hour: int, minute: int, second: int, zone: str) -> datetime | None:
    try:
        offset = zone_of(zone) if zone else None
        if offset is UTC:
            return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
        naive = datetime(year, month, day, hour, minute, min(second, 59))
        return naive if offset is None else naive.replace(tzinfo=offset).astimezone(UTC)
    except (ValueError, OverflowError):
        return None

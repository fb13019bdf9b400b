"""Times of any shape: ISO, seconds or milliseconds since 1970, e-mail, numbers in either order, words in any language.

03/04/2019 has two meanings. Whichever order the rest of the column shows is taken, or what the person said; else the
date is not read.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from audit.parsers._clock import api_time, epoch_time, iso_time, plausible
from audit.parsers._local_dates import LONGEST, NOTHING, LocalDates, Moment

_NUMBER = re.compile(r"(\d{9,10}|\d{12,13}|\d{15,16}|\d{18,19})(?:\.\d+)?")
_UNITS = {10: 1, 9: 1, 13: 10**3, 12: 10**3, 16: 10**6, 15: 10**6, 19: 10**9, 18: 10**9}
_TWO_ORDERS = re.compile(
    r"(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?:,?[\sT]+(?:\D{1,5}\s)?(\d{1,2})[:.](\d\d)(?:[:.](\d\d)"
    r"(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?)?(?:\s*(Z|UTC|GMT))?",
    re.IGNORECASE,
)
_DAY_ONLY = re.compile(r"\d{4}[-/]?\d\d?[-/]?\d\d?")
_UTC_NAME = re.compile(r"utc|gmt", re.IGNORECASE)


class Dates:
    """Reads the cells of one column. `name`: one that says UTC tells the zone; `sample`: some cells of it."""

    def __init__(self, order: str = "", name: str = "", sample: str = "") -> None:
        self.order = order
        self.utc = bool(_UTC_NAME.search(name.rpartition(".")[2]))
        self._local = LocalDates(UTC if self.utc else None, sample)

    def read(self, cell: str) -> Moment:
        """Return the moment that a cell names, naive where its zone is not known, or `NOTHING`."""
        cell = cell.strip().strip("[]()").strip()
        if not 4 < len(cell) <= LONGEST or not any(character.isdigit() for character in cell):
            return NOTHING
        found = self._read(cell)
        if found.when and self.utc and found.when.tzinfo is None and not found.day_only:
            return Moment(found.when.replace(tzinfo=UTC))
        return found

    def _read(self, cell: str) -> Moment:
        if number := _NUMBER.fullmatch(cell):
            return Moment(epoch_time(cell, unit=_UNITS[len(number[1])]))
        if moment := iso_time(cell, assume_utc=False) or _other_iso(cell):
            return _day(moment) if _DAY_ONLY.fullmatch(cell) else Moment(moment)
        if two := _TWO_ORDERS.fullmatch(cell):
            return _ordered(two, self.order)
        if moment := api_time(cell) or _mailed(cell):
            return Moment(moment)
        return self._local.read(cell)


def order_in(cells: Iterable[str]) -> str:
    """Return what stands first in these dates: day, month, or "" where they do not tell or contradict each other."""
    seen: Counter[str] = Counter()
    for cell in cells:
        if found := _TWO_ORDERS.fullmatch(cell.strip()):
            seen[_order_of(found)] += 1
    del seen[""]
    return next(iter(seen)) if len(seen) == 1 else ""


def has_two_orders(cell: str) -> bool:
    """Say whether the order of day and month matters for this date and it does not tell it."""
    found = _TWO_ORDERS.fullmatch(cell.strip())
    return found is not None and found[2] == "/" and found[1] != found[3] and not _order_of(found)


def _order_of(found: re.Match[str]) -> str:
    first, second = int(found[1]), int(found[3])
    return "day" if first > 12 >= second else "month" if second > 12 >= first else ""


def _ordered(found: re.Match[str], order: str) -> Moment:
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    order = _order_of(found) or order or ("day" if found[2] != "/" or first == second else "")
    if not order:
        return NOTHING
    day, month = (first, second) if order == "day" else (second, first)
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    try:
        midnight = datetime(year, month, day, tzinfo=UTC if found[9] else None)
        if found[5] is None:
            return _day(midnight)
        hour, half = int(found[5]), (found[8] or "").replace(".", "").lower()
        hour = hour % 12 + 12 * (half == "pm") if half else hour
        clock = timedelta(hours=hour, minutes=int(found[6]), seconds=int(found[7] or 0))
    except ValueError:
        return NOTHING
    return Moment(plausible(midnight + clock)) if clock < timedelta(days=1) else NOTHING


def _day(moment: datetime) -> Moment:
    when = plausible(moment.replace(tzinfo=None))
    return Moment(when, day_only=when is not None)


def _other_iso(cell: str) -> datetime | None:
    """Read `20190304T101112Z` and times with seconds to six places."""
    if not cell[:4].isdigit():
        return None
    try:
        found = datetime.fromisoformat(cell)
        return plausible(found.astimezone(UTC) if found.tzinfo else found)
    except (ValueError, OverflowError):
        return None


def _mailed(cell: str) -> datetime | None:
    """Read `Tue, 5 Mar 2019 10:00:00 +0000`."""
    if not re.match(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d", cell):
        return None
    try:
        found = parsedate_to_datetime(cell)
        return plausible(found.astimezone(UTC) if found.tzinfo else found)
    except (ValueError, OverflowError):
        return None

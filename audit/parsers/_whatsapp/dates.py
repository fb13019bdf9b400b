"""Which number of a date is the day: told by a whole chat, never by one line and never by its language.

Every order of day, month and year is tried on all dates: the fewer it makes impossible, run backwards, or differ from
the dates in the names of attached files, the better. What is left open is told by how such a date is written.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from audit.parsers._clock import plausible
from audit.parsers._whatsapp.lines import Header

_BUDDHIST = 543
_EARLIEST, _LATEST = 2009, 2045
Numbers = tuple[int, int, int]
_DMY, _MDY, _YMD = "day month year", "month day year", "year month day"
ORDERS: dict[str, Callable[[Numbers], Numbers]] = {  # → year, month, day
    _DMY: lambda n: (n[2], n[1], n[0]),
    _MDY: lambda n: (n[2], n[0], n[1]),
    _YMD: lambda n: (n[0], n[1], n[2]),
    "year day month": lambda n: (n[0], n[2], n[1]),
}


@dataclass(slots=True)
class _Trial:
    impossible: int = 0
    backwards: int = 0
    files: int = 0  # attachments whose name has another date
    last: date | None = None


@dataclass(slots=True)
class DateOrder:
    """What the dates of a chat tell of their order. Feed it with `see`, ask `order`."""

    trials: dict[str, _Trial] = field(default_factory=lambda: {name: _Trial() for name in ORDERS})
    last: Numbers | None = None
    all_alike: bool = True  # day and month are the same number everywhere
    padded: bool = False
    eastern: bool = False
    separator: str = ""

    def see(self, header: Header, attached: Numbers | None = None) -> None:
        """Take the next date; `attached`: year, month, day in the name of a file that hangs on the message."""
        if attached:
            for name, trial in self.trials.items():
                day = day_of(header.numbers, name)
                trial.files += day is None or (day.year, day.month, day.day) != attached
        if header.numbers == self.last:
            return
        self.last = header.numbers
        self.padded = self.padded or header.padded
        self.eastern = self.eastern or header.eastern
        self.separator = self.separator or header.separator
        for name, trial in self.trials.items():
            day = day_of(header.numbers, name)
            if day is None:
                trial.impossible += 1
                continue
            trial.backwards += trial.last is not None and day < trial.last
            trial.last = day
        self.all_alike = self.all_alike and len(set(header.numbers[:2])) == 1

    def order(self) -> str | None:
        """Return the one order that fits, None where two do."""
        against = {name: trial.impossible + trial.backwards + trial.files for name, trial in self.trials.items()}
        fitting = [name for name in ORDERS if against[name] == min(against.values())]
        if len(fitting) == 1 or self.last is None:
            return fitting[0]
        if self.eastern and _YMD in fitting:
            return _YMD
        if _DMY not in fitting:
            return _YMD if _YMD in fitting else None
        if self.separator == "-" and _YMD in fitting:  # 13-05-24 in Quebec
            return None
        if _MDY in fitting and not (self.all_alike or self.padded or self.separator != "/"):
            return None  # 5/6/24; no region writes 05.13.24, hardly one 05/13/24
        return _DMY


@lru_cache(maxsize=1024)
def day_of(numbers: Numbers, order: str) -> date | None:
    """Return the day that the numbers mean in this order, None where there is none such."""
    year, month, day = ORDERS[order](numbers)
    if year < 100:
        year += 2000
    elif year > 2400:
        year -= _BUDDHIST
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moment_of(header: Header, order: str | None) -> tuple[datetime | None, bool]:
    """Return the time on the phone's own clock, and whether only its day is known."""
    day = day_of(header.numbers, order) if order else None
    if day is None:
        return None, False
    midnight = datetime(day.year, day.month, day.day)
    if header.clock is None:
        return plausible(midnight), True
    return plausible(midnight + header.clock), False

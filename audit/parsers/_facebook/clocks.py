"""The account's own clock in HTML exports: how far it was ahead of UTC is learnt from posts that are in JSON too."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from audit.parsers._clock import zone_of

_MOST_OFFSETS = 6


def is_same_moment(difference: float, second: int) -> bool:
    """A time without seconds stands for its whole minute."""
    return abs(difference) <= 2 or (second == 0 and -59.999 <= difference <= 0)


class AccountClock:
    """How far the account's own clock was ahead of UTC: as seen on that day, by its zone, or as seen at all."""

    def __init__(self, seen: Iterator[tuple[datetime, timedelta]], zones: Sequence[str]) -> None:
        days: dict[int, Counter[timedelta]] = defaultdict(Counter)
        for moment, offset in seen:
            days[moment.toordinal()][offset] += 1
        self.days = sorted(days)
        self.of_day = [days[day].most_common(1)[0][0] for day in self.days]
        ever = Counter(self.of_day).most_common(_MOST_OFFSETS)
        self.ever = [offset for offset, _ in ever]
        self.zones = [zone for name in dict.fromkeys(filter(None, zones)) if (zone := _zone(name))]

    def in_utc(self, moment: datetime) -> list[datetime]:
        """Return what the local time may be in UTC, the likeliest first."""
        if moment.tzinfo:
            return [moment]
        place = bisect_left(self.days, moment.toordinal())
        near = [self.of_day[at] for at in (place, place - 1, place + 1) if 0 <= at < len(self.days)]
        by_zone = [offset for zone in self.zones if (offset := moment.replace(tzinfo=zone).utcoffset()) is not None]
        offsets = dict.fromkeys((*near, *by_zone, *self.ever))
        return [moment.replace(tzinfo=UTC) - offset for offset in offsets]


def _zone(name: str) -> tzinfo | None:
    try:
        return zone_of(name) or ZoneInfo(name)
    except (ValueError, OSError, LookupError):  # unknown, or a system without zones
        return None

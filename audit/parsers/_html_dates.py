"""Dates that carry their zone, as pages of thousands of entries show them: the usual English forms are read quickest.

`Friday, September 25, 2015 at 9:59pm UTC+01` (Facebook until 2018), `Mar 14, 2018, 8:30:41 PM CET` (Google). Everything
else is read as `LocalDates` reads it.
"""

import re
from datetime import tzinfo

from audit.parsers._clock import zone_of
from audit.parsers._local_dates import LocalDates, Moment
from audit.parsers._local_words import ZONES

MOST_KEPT = 200  # zones: a page has two, unless it was made to harm
_USUAL = re.compile(
    r"(?:[A-Z][a-z]{2,5}day, )?([A-Z][a-z]{2,8} \d\d?, \d{4}),? (?:at )?(\d\d?:\d\d(?::\d\d)?)[ \u202f]?([AaPp][Mm])?"
    r" ((?:UTC|GMT)[+-]\d\d?(?::?\d\d)?|[A-Z]{3,4})",
    re.ASCII,
)


class ZonedDates:
    """Reads the dates of one page. `zone` and `sample` as for `LocalDates`; a zone that a date names comes first."""

    def __init__(self, zone: tzinfo | None = None, sample: str = "") -> None:
        self._sample = sample
        self._others = LocalDates(zone, sample)
        self._in_zone: dict[str, LocalDates | None] = {}

    def read(self, shown: str) -> Moment:
        """Return the moment that the text names, `NOTHING` if it cannot be read without guessing."""
        if usual := _USUAL.fullmatch(shown):
            day, time, half, name = usual.groups("")
            dates = self._dates_in(name)
            if dates and (moment := dates.read(f"{day}, {time} {half}")).when:
                return moment
        return self._others.read(shown)

    def _dates_in(self, name: str) -> LocalDates | None:
        if name not in self._in_zone:
            if len(self._in_zone) > MOST_KEPT:
                self._in_zone.clear()
            hours = ZONES.get(name.lower())
            zone = zone_of(name if hours is None else f"{hours:+03d}:00")
            self._in_zone[name] = LocalDates(zone, self._sample) if zone else None
        return self._in_zone[name]

"""Dates of pages that carry their zone."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from audit.parsers._html_dates import ZonedDates
from audit.parsers._local_dates import NOTHING, LocalDates, Moment

NIGHT = datetime(2015, 9, 25, 21, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("shown", "when"),
    [
        ("Friday, September 25, 2015 at 9:59pm UTC", NIGHT),
        ("Friday, September 25, 2015 at 9:59pm UTC+01", NIGHT - timedelta(hours=1)),
        ("Friday, September 25, 2015 at 9:59pm UTC-03:30", NIGHT + timedelta(hours=3, minutes=30)),
        ("Friday, September 25, 2015 at 9:59pm EDT", NIGHT + timedelta(hours=4)),
        ("Friday, September 25, 2015 at 12:05am UTC", datetime(2015, 9, 25, 0, 5, tzinfo=UTC)),
        ("Sep 25, 2015, 9:59:07 PM GMT+02:00", NIGHT + timedelta(seconds=7) - timedelta(hours=2)),
        ("Sep 25, 2015, 9:59:07\u202fPM CEST", NIGHT + timedelta(seconds=7) - timedelta(hours=2)),
        ("Freitag, 25. September 2015 um 21:59 UTC+02", NIGHT - timedelta(hours=2)),
        ("Sep 25, 2015, 21:59 UTC", NIGHT),
    ],
)
def test_the_zone_behind_a_date_counts(shown: str, when: datetime):
    """Whatever the account's own is; the quick form and every other give the same."""
    zone = timezone(timedelta(hours=9))

    assert ZonedDates(zone).read(shown) == LocalDates(zone).read(shown) == Moment(when)


def test_without_a_zone_it_is_the_accounts():
    """A word that is no zone is not taken for one."""
    zone = timezone(timedelta(hours=2))

    assert ZonedDates(zone).read("Sep 25, 2015, 11:59 PM") == Moment(NIGHT)
    assert ZonedDates().read("Sep 25, 2015, 9:59 PM") == Moment(NIGHT.replace(tzinfo=None))
    assert ZonedDates().read("Sep 25, 2015, 9:59 PM XYZQ") == LocalDates().read("Sep 25, 2015, 9:59 PM XYZQ")


@pytest.mark.parametrize(
    "shown", ["", "Someday, Maybember 25, 2015 at 9:59pm UTC", "Sep 31, 2015, 9:59 PM UTC", "Sep 25, 2015, 25:59 UTC"]
)
def test_what_needs_a_guess_is_not_read(shown: str):
    """Unknown months, days that do not exist, hours that no clock shows."""
    assert ZonedDates().read(shown) == NOTHING

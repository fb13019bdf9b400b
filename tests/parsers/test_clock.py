"""Times as exports write them: the form that is read at once, and those beside it that look like it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from audit.parsers._clock import epoch_time, iso_time, plausible

EVENING = datetime(2024, 5, 12, 20, 15, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        *("2024-05-12T20:15:01Z", "2024-05-12 20:15:01", "2024-05-12 20:15:01 UTC", "2024-05-12T20:15:01+00:00"),
        *("2024-05-12T20:15:01.000Z", "2024-05-12 20:15:01.726000+00:00", "2024-05-12T20:15:01.123456789Z"),
        *(" 2024-05-12 20:15:01 GMT ", "2024/05/12 20:15:01", "2024-05-12T22:15:01+02:00", "2024-5-12 20:15:01"),
    ],
)
def test_the_same_second_in_many_forms(written):
    """Separators, fractions, signs of UTC and blanks around change nothing."""
    assert iso_time(written) == EVENING


def test_without_a_zone_it_is_what_the_caller_knows():
    """A time without a zone is UTC, or the account's own; one with a zone is UTC either way."""
    assert iso_time("2024-05-12 20:15:01", assume_utc=False) == EVENING.replace(tzinfo=None)
    assert iso_time("2024-05-12 20:15:01Z", assume_utc=False) == EVENING


def test_a_leap_second_is_the_one_before():
    """Second 60 is no reason to lose a time."""
    assert iso_time("2016-12-31T23:59:60Z") == datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        *("2024-05-12 24:00:00", "2024-13-12T20:15:01Z", "2024-05-12T20:15:Z", "2024-05-12T20:15:01.Z", "20240512"),
        *("2024-05-12X20:15:01Z", "2024-05-12T20:15:01 tomorrow", "2024-W19-7T20:15:01", "", None, 20240512),
    ],
)
def test_what_is_no_time_is_none(written):
    """Nothing is guessed: hours and months beyond the last, halves, week dates, other words."""
    assert iso_time(written) is None


@pytest.mark.parametrize("unit", [1, 1000])
def test_seconds_and_milliseconds_tell_the_same(unit):
    """Whole numbers, fractions and digits in a string are read alike."""
    seconds = int(EVENING.timestamp())

    assert epoch_time(seconds * unit, unit=unit) == EVENING
    assert epoch_time(str(seconds * unit), unit=unit) == EVENING
    assert epoch_time((seconds + 0.5) * unit, unit=unit) == EVENING + timedelta(seconds=0.5)


@pytest.mark.parametrize("value", [0, -1, 10**12, 10**30, "soon", None, [], 788_918_399])
def test_seconds_before_any_network_and_far_ahead_are_none(value):
    """1995 begins at second 788,918,400."""
    assert epoch_time(value) is None


def test_the_first_hours_of_1995_are_looked_at_closely():
    """A moment counts by its own zone: new year in the east is still 1994 in Greenwich."""
    east = timezone(timedelta(hours=5))

    assert plausible(datetime(1995, 1, 1, 4, tzinfo=east)) is None
    assert plausible(datetime(1995, 1, 1, 5, tzinfo=east)) is not None
    assert plausible(datetime(1995, 1, 1)) is not None
    assert plausible(datetime(2101, 1, 1, tzinfo=UTC)) is None

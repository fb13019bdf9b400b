"""The calendar: lines as RFC 5545 wants them, days in order, nothing in it that would embarrass."""

import re
from datetime import UTC, date, datetime

import pytest

from audit.prove.bodies import BODIES
from audit.prove.icalendar import Event, calendar
from audit.prove.reminder import RenewalPast, events, renewal_day

TODAY = date(2026, 11, 28)
NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
KEY = b"k" * 32


def test_the_steps_lie_before_the_renewal_with_time_for_the_slowest_network() -> None:
    """Both times downloads are asked for, more than thirty days or four weeks pass before they are needed."""
    planned = events(date(2027, 3, 31), TODAY, ["reddit", "twitter"], KEY)
    days = [event.day for event in planned]

    assert days == sorted(days)
    assert days[-1] == date(2027, 3, 31)
    assert days[0] >= TODAY
    assert (days[1] - days[0]).days >= 28
    assert "Reddit takes up to 30 days" in planned[0].about
    assert "Facebook" not in planned[0].about


def test_a_near_renewal_brings_the_steps_together() -> None:
    """Nothing lies in the past, and the order stays."""
    days = [event.day for event in events(date(2026, 12, 10), TODAY, [], KEY)]

    assert days == sorted(days)
    assert days[0] >= TODAY


def test_a_renewal_that_has_passed_is_told() -> None:
    """Today counts as passed."""
    with pytest.raises(RenewalPast, match="28 November 2026"):
        renewal_day(TODAY, None, TODAY, TODAY)


def test_without_a_date_the_bodys_own_or_a_year_after_the_audit() -> None:
    """Social Work England renews by 30 November for all; others have their own date."""
    assert renewal_day(None, BODIES["swe"], TODAY, TODAY) == date(2026, 11, 30)
    assert renewal_day(None, BODIES["swe"], TODAY, date(2026, 12, 1)) == date(2027, 11, 30)
    assert renewal_day(None, BODIES["nmc"], date(2026, 6, 1), TODAY) == date(2027, 6, 1)
    assert renewal_day(None, None, date(2020, 2, 29), TODAY) == date(2027, 11, 28)


def test_titles_and_texts_are_discreet() -> None:
    """A colleague who sees the calendar learns of downloads and a renewal, no more."""
    text = calendar(events(date(2027, 3, 31), TODAY, ["twitter"], KEY), NOW)
    visible = "".join(re.findall(r"(?:SUMMARY|DESCRIPTION):(.*)", text.replace("\r\n ", ""))).lower()

    assert visible
    for word in ("backscroll", "confiden", "client", "patient", "post", "breach", "audit", "delete", "risk"):
        assert word not in visible


def test_lines_are_folded_and_ended_as_the_standard_says() -> None:
    """CRLF, at most 75 octets, no character cut, and unfolded they are the text again."""
    about = "A long text, with; marks \\ and – dashes – " * 6 + "\nand a second line"
    text = calendar([Event("u-1", TODAY, "Ünïcode " * 20, about)], NOW)
    lines = text.split("\r\n")

    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in lines) == 75
    whole = text.replace("\r\n ", "")
    escaped = about.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    assert f"DESCRIPTION:{escaped}\r\n" in whole
    assert "DTSTAMP:20261128T120000Z" in whole
    assert "DTSTART;VALUE=DATE:20261128\r\nDTEND;VALUE=DATE:20261129" in whole


def test_every_event_is_whole_and_keeps_its_uid() -> None:
    """Written again, the same events replace the old ones; another person's have other ids."""
    one, again, other = (
        re.findall(r"UID:(.+)\r", calendar(events(date(2027, 3, 31), TODAY, [], key), NOW))
        for key in (KEY, KEY, b"o" * 32)
    )

    assert one == again
    assert len(set(one)) == 5
    assert not set(one) & set(other)
    text = calendar(events(date(2027, 3, 31), TODAY, [], KEY), NOW)
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == text.count("DTSTAMP:") == 5
    assert text.count("BEGIN:VALARM") == text.count("END:VALARM") == 5

"""Dates as pages write them, in the language of the account."""

from datetime import UTC, datetime

import pytest

from audit.parsers._local_dates import NOTHING, LocalDates, Moment, month_words, zone_named


def single_date(text: str) -> Moment:
    return LocalDates(None).read(text)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("Friday, September 25, 2015 at 9:59pm UTC+01", datetime(2015, 9, 25, 20, 59)),
        ("Wednesday, May 2, 2012 at 3:09pm EDT", datetime(2012, 5, 2, 19, 9)),
        ("Dienstag, 25. März 2014 um 10:41 UTC+01", datetime(2014, 3, 25, 9, 41)),
        ("5. november 2016 kl. 02:39 UTC+01", datetime(2016, 11, 5, 1, 39)),
        ("31. heinäkuuta 2016 kello 21:05 UTC+03", datetime(2016, 7, 31, 18, 5)),
        ("2015年9月25日 21:59 UTC+08", datetime(2015, 9, 25, 13, 59)),
        ("martes, 25 de septiembre de 2015 a las 21:59 UTC-03", datetime(2015, 9, 26, 0, 59)),
        ("Thứ Sáu, 25 Tháng 9 2015 lúc 21:59 UTC+07", datetime(2015, 9, 25, 14, 59)),
        ("Thursday, 27 June 2019 at 12:55 UTC+05:30", datetime(2019, 6, 27, 7, 25)),
        ("Saturday, December 31, 2011 at 11:59pm UTC", datetime(2011, 12, 31, 23, 59)),
    ],
)
def test_a_zone_in_the_text_counts(text: str, utc: datetime):
    """Until mid 2018 each date names its offset, or in the United States the zone's abbreviation."""
    assert single_date(text).when == utc.replace(tzinfo=UTC)


JUNE = datetime(2019, 6, 9, 14, 37)


@pytest.mark.parametrize(
    "text",
    [
        "9 Jun 2019, 14:37",  # en-GB
        "Jun 9, 2019, 2:37 PM",  # en-US
        "Jun 9, 2019 at 2:37 PM",
        "Jun 9, 2019, 2:37\u202fPM",  # with a narrow no-break space
        "9. Juni 2019, 14:37",  # de
        "9 juin 2019 à 14:37",  # fr
        "9 de junio de 2019 14:37",  # es
        "9 jun. 2019 2:37 p.\u00a0m.",
        "9 de junho de 2019 às 14:37",  # pt
        "9 giu 2019, 14:37",  # it
        "9 jun. 2019 14:37",  # nl
        "9. jun. 2019 14.37",  # da, with points
        "9. juni 2019 kl. 14:37",  # nb
        "9 juni 2019 kl. 14:37",  # sv
        "9. kesäkuuta 2019 klo 14.37",  # fi
        "9 cze 2019, 14:37",  # pl
        "9 czerwca 2019 14:37",
        "9. června 2019 14:37",  # cs
        "9. 6. 2019 14:37",
        "9. júna 2019 14:37",  # sk
        "2019. június 9. 14:37",  # hu
        "2019. 06. 09. 14:37",
        "9 iunie 2019 la 14:37",  # ro
        "9 Haz 2019, 14:37",  # tr
        "9 Ιουνίου 2019, 2:37 μ.μ.",  # el
        "9 июня 2019 г., 14:37",  # ru
        "9 червня 2019, 14:37",  # uk
        "9. lipnja 2019. 14:37",  # hr
        "2019年6月9日下午2:37",  # zh-Hant
        "2019年6月9日 14:37",  # zh-Hans, ja
        "2019年6月9日 午後2:37",
        "2019년 6월 9일 오후 2:37",  # ko
        "2019. 6. 9. 오후 2:37",
        "14:37, 9 Tháng 6, 2019",  # vi
        "9 มิถุนายน 2562 14:37 น.",  # th, the Buddhist year
        "9 มิ.ย. 2562 14:37",
        "9 Juni 2019 14.37",  # id
        "٩ يونيو ٢٠١٩، ٢:٣٧ م",  # ar, with Arabic figures
        "9 حزيران 2019 14:37",
        "9 ביוני 2019, 14:37",  # he
        "9 जून 2019, 2:37 अपराह्न",  # hi
        "2019-06-09 14:37",
        "09.06.2019, 14:37",
        "09-06-2019 14:37",
    ],
)
def test_every_language_names_the_same_minute(text: str):
    """Month and half of the day are words of the account's language; the time stays on its own clock."""
    assert single_date(text).when == JUNE
    assert LocalDates(None).read_alone(text).when == JUNE


@pytest.mark.parametrize(
    "text",
    [
        "Mum went home on 9 June 2019 at 14:37, rest easy",
        "her third fall since 9 Jun 2019",
        "9 juin 2019 : le petit Louis encore en retenue",
    ],
)
def test_a_sentence_that_names_a_day_is_words(text: str):
    """It has a moment, but it is no date: where a page could show either, its words must not be lost."""
    assert LocalDates(None).read(text).when is not None
    assert LocalDates(None).read_alone(text) == NOTHING


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Jun 04, 2025 6:46:10 am", datetime(2025, 6, 4, 6, 46, 10)),
        ("Jul 12, 2024 4:54:10pm", datetime(2024, 7, 12, 16, 54, 10)),  # glued to the time
        ("4 月 05, 2025 3:12:45 下午", datetime(2025, 4, 5, 15, 12, 45)),
        ("Tháng 9 15, 2023 10:15:35sáng", datetime(2023, 9, 15, 10, 15, 35)),
        ("Tháng 10 01, 2025 10:21:24 ch", datetime(2025, 10, 1, 22, 21, 24)),
        ("juil 25, 2014 12:06:36 am", datetime(2014, 7, 25, 0, 6, 36)),
        ("jun. 07, 2024 12:44:00 pm", datetime(2024, 6, 7, 12, 44)),
        ("9월 05, 2025 3:12:45 오후", datetime(2025, 9, 5, 15, 12, 45)),
        ("mrt 05, 2023 19:07:07", datetime(2023, 3, 5, 19, 7, 7)),
        ("Ağu 05, 2025 2:37:00 ÖS", datetime(2025, 8, 5, 14, 37)),
    ],
)
def test_the_form_since_2022_has_the_month_first_in_every_language(text: str, moment: datetime):
    """Month, day, year, time with seconds, half of the day: in that order whatever the language."""
    assert single_date(text).when == moment


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2019 10:00",  # the third of April, or the fourth of March
        "Xyz 26, 2026 9:05:20 am",  # no month that we know
        "Jun 26, 2026 9:05:20 xx",  # morning or evening?
        "Jun 26, 9:05",  # no year
        "lis 05, 2025 10:00:00",  # November in Polish, October in Croatian
        "Feb 30, 2020 10:00",
        "Jun 26, 1969 10:00",
        "Jun 26, 2026 25:00",
        "yesterday",
        "",
        "9" * 5000,
    ],
)
def test_nothing_is_guessed(text: str):
    """What may mean two things, or nothing, is no time."""
    assert single_date(text) == NOTHING


def test_strokes_are_read_where_only_one_order_is_possible():
    """23/04 can only be the day first."""
    assert single_date("23/04/2019 10:00").when == datetime(2019, 4, 23, 10, 0)


@pytest.mark.parametrize(
    ("others", "month"), [("kwi 03, 2024 1:00 gru 03, 2024", 11), ("ožu 03, 2024 svi 03, 2024", 10)]
)
def test_the_months_around_tell_two_languages_apart(others: str, month: int):
    """`lis` is November beside Polish months and October beside Croatian ones."""
    found = LocalDates(sample=others).read("lis 05, 2025 10:00:00").when

    assert found is not None
    assert found.month == month


def test_a_day_without_an_hour_says_so():
    """A date alone is a day, not midnight."""
    assert single_date("June 4, 2025") == (datetime(2025, 6, 4), True)


def test_weekdays_are_no_months():
    """`mardi` and `martes` begin like March, `Donnerstag` and `Samstag` like nothing at all."""
    assert single_date("mardi 3 septembre 2019 à 10:00").when == datetime(2019, 9, 3, 10, 0)
    assert single_date("martes 3 de septiembre de 2019 10:00").when == datetime(2019, 9, 3, 10, 0)


def test_the_accounts_zone_makes_it_utc():
    """With the zone of the account summer and winter are told apart; an hour that occurs twice does not raise."""
    london = LocalDates(zone_named("Europe/London"))

    assert london.read("Jun 04, 2025 6:46:10 am").when == datetime(2025, 6, 4, 5, 46, 10, tzinfo=UTC)
    assert london.read("Jan 04, 2025 6:46:10 am").when == datetime(2025, 1, 4, 6, 46, 10, tzinfo=UTC)
    assert london.read("Oct 26, 2025 1:30:00 am").when == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "name", ["", "Europe/Nowhere", "../../etc/passwd", "/etc/localtime", "Mars", "UTC+99", "x" * 999]
)
def test_no_zone_is_taken_from_a_name_that_is_none(name: str):
    """The name comes from the export: it is looked up among known zones, never opened as a path."""
    assert zone_named(name) is None


def test_months_are_no_words_of_two_meanings_but_a_few():
    """Only Croatian calls other months by names that Polish and Czech use too."""
    two = {word: months for word, months in month_words().items() if len(months) > 1}

    assert {language for months in two.values() for known in months.values() for language in known} == {
        "pl",
        "cs",
        "hr",
    }

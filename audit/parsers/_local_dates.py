"""Dates as pages show them, in the language and on the clock of the account.

A page writes one of some forty forms: `Jun 04, 2025 6:46:10 am`, `4 月 05, 2025 3:12:45 下午`, `Dienstag, 25. März 2014
um 10:41 UTC+01`, `31. heinäkuuta 2016 kello 21:05`. They are read by their numbers, with tables of the words for months
and halves of the day. A date that needs a guess (an unknown month, 03/04/2019) is not read, and the reader counts it.
Nothing here asks the machine for its language or its zone.
"""

import re
import unicodedata
from collections import Counter
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from audit.parsers._clock import plausible, zone_of
from audit.parsers._local_words import AFTERNOON, MONTHS, MORNING, NEUTRAL, NOON, ZONES

LONGEST = 90  # characters of the longest date seen, twice over
MOST_OTHER_WORDS = 3  # beside those for months and times: `martes, 25 de marzo de 2014 a las 10:41`
MOST_KEPT = 500  # words remembered: a page has a few dozen, unless it was made to harm
_BUDDHIST = 543
_CLOCK = re.compile(r"(?<![\d.:/-])(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])")
_OTHER_CLOCKS = (
    re.compile(r"(?<!\d)(\d{1,2})\s?[時时點点시]\s?(\d{1,2})\s?[分분](?:\s?(\d{1,2})\s?[秒초])?"),
    re.compile(r"(?<!\d)(\d{1,2})\s?h\s?(\d{2})(?!\d)()"),
    re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?!\d|\.\d)"),
)
_OFFSET = re.compile(r"\b(?:utc|gmt)(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?(?![a-z\d])")
_LETTERS = r"(?:[^\W\d_]|[\u0900-\u0963\u0980-\u09e3\u0e31-\u0e4e])+"  # Indic and Thai vowels are no letters to `re`
_WORD_AFTER = re.compile(rf"\s?({_LETTERS}(?:['’׳\"״.]\s?{_LETTERS}){{0,3}})")
_WORD = re.compile(rf"{_LETTERS}(?:\.{_LETTERS})*")
# since 2018 in every language: month, day, year, time, half of the day. Worth a shorter way
_USUAL = re.compile(r"(.{1,15}?) (\d\d?), (\d{4}),? (\d\d?):(\d\d)(?::(\d\d))?(\D{0,15})", re.ASCII)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)")
_NUMBERED_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s?[月월]|\b(?:thang|thg|th)\.?\s?(\d{1,2})(?!\d)")
_SHOWN = re.compile(
    r"([^\W\d_]{2,20})[.׳]?\s\d{1,2},|\d{1,2}\.?\s(?:de\s|d[’'])?([^\W\d_]{2,20})[.׳]?,?\s(?:de\s)?\d{4}"
)
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"))


class Moment(NamedTuple):
    """A time, aware UTC where the text or the account tells its zone, else naive. `day_only`: no hour was given."""

    when: datetime | None
    day_only: bool = False


NOTHING = Moment(None)
ALL_DAY = timedelta(days=-1)  # stands for the hour of a text that has none


class LocalDates:
    """Reads the dates of one page. `sample` is a stretch of it: its months tell Polish `lis` (11) from Croatian."""

    def __init__(self, zone: tzinfo | None = None, sample: str = "") -> None:
        self.zone = zone
        self._sample = sample
        self._languages: frozenset[str] | None = None
        self._months: dict[str, int | None] = {}
        self._shapes: dict[tuple[str, str], tuple[int | None, str]] = {}

    def read(self, text: str) -> Moment:
        """Return the moment that the text names, or `NOTHING` if it cannot be read without guessing."""
        if not text or len(text) > LONGEST:
            return NOTHING
        if (usual := _USUAL.fullmatch(text)) and (moment := self._usual(usual)):
            return moment
        shown = folded(text)
        zone, shown = _zone_in(shown)
        clock, shown = _clock_in(shown)
        if clock is None:
            return NOTHING
        day = self._day_in(shown)
        if day is None:
            return NOTHING
        try:
            midnight = datetime(*day)
        except ValueError:
            return NOTHING
        if clock == ALL_DAY:
            return Moment(plausible(midnight), day_only=True)
        return Moment(_placed(midnight + clock, zone or self.zone))

    def read_alone(self, text: str) -> Moment:
        """Return the moment if the text is a date and no more: a sentence that names a day is somebody's words."""
        moment = self.read(text)
        if moment.when is None or _USUAL.fullmatch(text):
            return moment
        words = {word.replace(".", "") for word in _WORD.findall(folded(text))}
        return NOTHING if len(words - month_words().keys() - _words_of_times()) > MOST_OTHER_WORDS else moment

    def _usual(self, found: re.Match[str]) -> Moment | None:
        month_word, day, year, hour, minute, second, half_word = found.groups()
        if (month_word, half_word) not in self._shapes:
            if len(self._shapes) > MOST_KEPT:
                self._shapes.clear()
            self._shapes[month_word, half_word] = self._shape(folded(month_word), folded(half_word))
        month, half = self._shapes[month_word, half_word]
        hours = _hour(int(hour), half)
        if month is None or hours is None:
            return None
        try:
            naive = datetime(int(year), month, int(day), hours, int(minute), int(second or 0))
        except ValueError:
            return None
        return Moment(_placed(naive, self.zone))

    def _shape(self, month_word: str, half_word: str) -> tuple[int | None, str]:
        half, _, rest = _half_of_the_day("", half_word)
        if rest.strip() or half_word.strip() in ZONES:
            return None, ""
        month, rest = self._month_in(f"{month_word} ")
        return (None if re.search(r"\d", rest) else month), half

    def _day_in(self, shown: str) -> tuple[int, int, int] | None:
        if found := _YEAR_FIRST.search(shown):
            return _western(int(found[1])), int(found[2]), int(found[3])
        if found := _YEAR_LAST.search(shown):
            return _day_first(int(found[1]), found[2], int(found[3]), int(found[4]))
        month, shown = self._month_in(shown)
        numbers = [int(number) for number in re.findall(r"\d+", shown)]
        years = [number for number in numbers if 1900 <= number <= 2700]
        days = [number for number in numbers if 1 <= number <= 31]
        if month is None or len(years) != 1 or len(days) != 1:
            return None
        return _western(years[0]), month, days[0]

    def _month_in(self, shown: str) -> tuple[int | None, str]:
        """Return the month and the text without its number, if it is one."""
        if found := _NUMBERED_MONTH.search(shown):
            number = int(found[1] or found[2])
            rest = re.sub(r"\bthu (?:\d|hai|ba|tu|nam|sau|bay)\b", " ", shown[: found.start()])  # Vietnamese weekdays
            return (number if 1 <= number <= 12 else None), f"{rest} {shown[found.end() :]}"
        words = [word.replace(".", "") for word in _WORD.findall(shown)]
        pairs = [first + second for first, second in pairwise(words)]
        found_months = {self._month(word) for word in words + pairs} - {None}
        return (found_months.pop() if len(found_months) == 1 else None), shown

    def _month(self, word: str) -> int | None:
        if word not in self._months:
            if len(self._months) > MOST_KEPT:
                self._months.clear()
            self._months[word] = self._month_of(word)
        return self._months[word]

    def _month_of(self, word: str) -> int | None:
        options = month_words().get(word)
        if options is None or len(options) == 1:
            return next(iter(options)) if options else None
        if self._languages is None:
            self._languages = _languages_of(self._sample)
        fitting = {month for month, languages in options.items() if languages & self._languages}
        return fitting.pop() if len(fitting) == 1 else None


def zone_named(name: str) -> tzinfo | None:
    """Return the zone of an IANA name (`Europe/Amsterdam`) or of an offset (`UTC+08:00`)."""
    name = name.strip()
    if re.fullmatch(r"[A-Za-z]{2,20}(?:/[A-Za-z0-9_+-]{2,30}){1,2}", name):
        try:
            return ZoneInfo(name) if name in _zone_names() else None
        except (ValueError, OSError):
            return None
    return zone_of(re.sub("[−–]", "-", name))


@cache
def _zone_names() -> frozenset[str]:
    return frozenset(available_timezones())


def folded(text: str) -> str:
    """Return the text as the tables know it: plain digits and spaces, no case, accents or invisible marks."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).casefold()
    plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    plain = unicodedata.normalize("NFC", plain)  # puts Korean syllables together again
    plain = re.sub(r"[^\x00-\x7f]", lambda c: str(unicodedata.decimal(c[0], c[0])), plain)
    return re.sub(r"\s+", " ", plain).replace("−", "-").replace("–", "-")


@cache
def month_words() -> dict[str, dict[int, frozenset[str]]]:
    """Return folded word → {month: the languages in which it means it}."""
    found: dict[str, dict[int, set[str]]] = {}
    for language, row in MONTHS.items():
        for number, forms in enumerate(row.split(), start=1):
            for form in forms.split("/"):
                for word in _shortenings(form):
                    found.setdefault(word, {}).setdefault(number, set()).add(language)
    return {word: {month: frozenset(known) for month, known in months.items()} for word, months in found.items()}


def _shortenings(form: str) -> set[str]:
    shortest, _, rest = form.partition("|")
    return {folded(shortest + rest[:length]) for length in range(len(rest) + 1)}


@cache
def _half_days() -> dict[str, str]:
    words = {word: half for half, row in (("am", MORNING), ("pm", AFTERNOON), ("noon", NOON)) for word in row.split()}
    return {folded(word): half for word, half in words.items()}


@cache
def _before_the_time() -> tuple[tuple[str, str], ...]:
    """Chinese, Japanese and Korean put the half of the day before the hour."""
    return tuple((word, half) for word, half in _half_days().items() if word[0] >= "\u1100")


@cache
def _neutral_words() -> frozenset[str]:
    return frozenset(folded(word) for word in NEUTRAL.split()) | set(ZONES)


@cache
def _words_of_times() -> frozenset[str]:
    return _neutral_words() | _half_days().keys()


def _languages_of(sample: str) -> frozenset[str]:
    """Return the languages that know most of the months in the sample."""
    words = {first or second for first, second in _SHOWN.findall(folded(sample))}
    votes: Counter[str] = Counter()
    for word in words:
        votes.update({language for known in month_words().get(word, {}).values() for language in known})
    most = max(votes.values(), default=0)
    return frozenset(language for language, count in votes.items() if count == most)


def _zone_in(shown: str) -> tuple[tzinfo | None, str]:
    """Return the offset that the text itself names, and the text without it."""
    if found := _OFFSET.search(shown):
        offset = zone_of(found[0].replace(" ", "").upper())
        return offset, f"{shown[: found.start()]} {shown[found.end() :]}"
    last = re.search(r"\b([a-z]{3,4})\)?$", shown)
    if last and last[1] in ZONES:
        return zone_of(f"{ZONES[last[1]]:+03d}:00"), shown[: last.start()]
    return None, shown


def _placed(naive: datetime, zone: tzinfo | None) -> datetime | None:
    if zone is None:
        return plausible(naive)
    try:
        return plausible(naive.replace(tzinfo=zone).astimezone(UTC))
    except (ValueError, OverflowError):
        return None


def _clock_in(shown: str) -> tuple[timedelta | None, str]:
    """Return the time since midnight, ALL_DAY if the text has no hour, None if it may mean two; and the rest."""
    found = _CLOCK.search(shown) or next((one for form in _OTHER_CLOCKS if (one := form.search(shown))), None)
    if found is None:
        return ALL_DAY, shown
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    before, after = shown[: found.start()].rstrip(), shown[found.end() :]
    half, before, after = _half_of_the_day(before, after)
    hours = _hour(hour, half)
    if hours is None or minute > 59 or second > 60:
        return None, shown
    return timedelta(hours=hours, minutes=minute, seconds=min(second, 59)), f"{before} {after}"


def _half_of_the_day(before: str, after: str) -> tuple[str, str, str]:
    """Return am, pm, noon, "" (24 hours) or "?" (a word we do not know), and both sides without that word."""
    for word, half in _before_the_time():
        if before.endswith(word):
            return half, before.removesuffix(word), after
    if not (found := _WORD_AFTER.match(after)):
        return "", before, after
    word = re.sub(r"['’׳\"״.\s]", "", found[1])
    if word in _half_days():
        return _half_days()[word], before, after[found.end() :]
    if word in _neutral_words():
        return "", before, after[found.end() :]
    return "?", before, after


def _hour(hour: int, half: str) -> int | None:
    if hour > 23 or (half == "?" and hour <= 12):
        return None
    if hour > 12 or half in ("", "?"):
        return hour
    if half == "noon":
        return hour + 12 if hour < 6 else hour
    return hour % 12 + (12 if half == "pm" else 0)


def _western(year: int) -> int:
    return year - _BUDDHIST if year > 2400 else year


def _day_first(first: int, mark: str, second: int, year: int) -> tuple[int, int, int] | None:
    """Points and hyphens always stand after the day; with strokes either may be the month."""
    if mark != "/" or first > 12 or first == second:
        return _western(year), second, first
    return (_western(year), first, second) if second > 12 else None

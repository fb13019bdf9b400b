"""A clock and the moment somebody knew in, the time until which it runs out."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from audit.errors import AuditError
from audit.guidance import Clock
from audit.wording import day_words

_FORMS = ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d")


class NoSuchMoment(AuditError):
    """What was given is no date, or lies ahead."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{why} Write when you became aware as 2026-11-27T18:30, or as 2026-11-27.")


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a clock runs out, in words, and whether it has."""

    until: str
    left: str
    over: bool


def moment(written: str, now: datetime, zone: tzinfo | None = None) -> datetime:
    """Return the moment, by this computer's clock; a day alone counts from its first minute, to be careful.

    `now` is aware; `zone` None is the computer's own. Raises: NoSuchMoment.
    """
    for form in _FORMS:
        try:
            plain = datetime.strptime(written.strip(), form)
        except ValueError:
            continue
        try:
            found = plain.replace(tzinfo=zone) if zone else plain.astimezone()
        except (OverflowError, OSError, ValueError):
            break
        if found > now:
            raise NoSuchMoment("That moment lies ahead.")
        return found
    raise NoSuchMoment("That is no date we can read.")


def deadline(clock: Clock, aware: datetime, now: datetime, zone: tzinfo | None = None) -> Deadline:
    """Return when the clock runs out: hours are real ones, weekends counted, days are dates. `zone` as in `moment`."""
    if clock.in_days:
        last = aware.date() + clock.length
        days = (last - now.astimezone(zone).date()).days
        return Deadline(f"the end of {_day(last)}", _days_left(days), days < 0)
    end = datetime.fromtimestamp(aware.timestamp() + clock.length.total_seconds(), zone)
    left = timedelta(seconds=end.timestamp() - now.timestamp())
    return Deadline(f"{_day(end)}, {end:%H:%M}", _hours_left(left), left < timedelta())


def _hours_left(left: timedelta) -> str:
    hours = int(abs(left).total_seconds() // 3600)
    words = f"{hours:,} hour{'' if hours == 1 else 's'}" if hours else "less than an hour"
    return f"{words} ago" if left < timedelta() else f"{words} from now"


def _days_left(days: int) -> str:
    if days == 0:
        return "today"
    words = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
    return f"{words} ago" if days < 0 else f"{words} from now"


def _day(moment: date) -> str:
    return f"{moment:%A} {day_words(moment)}"

"""A renewal date in, what to do when out. Titles and texts are discreet: a shared calendar must not embarrass."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from audit.errors import AuditError
from audit.identity import keyed
from audit.prove.bodies import Body
from audit.prove.icalendar import Event
from audit.wording import day_words

# weeks before the renewal; the second downloads show what is gone
STEPS: tuple[tuple[int, str, str], ...] = (
    (12, "Ask for my data downloads", "Choose all time. {waits}"),
    (8, "Yearly read-through", "Downloads should be here: read through, decide, tidy up where that is right."),
    (6, "Ask for my data downloads again", "So that the second set shows how things are now. {waits}"),
    (2, "Compare the downloads, print the summary", "Run it on the second set, then file the summary."),
    (0, "Registration renewal", "{due}"),
)
WAITS: dict[str, str] = {
    "facebook": "Facebook takes minutes to days",
    "instagram": "Instagram takes minutes to days",
    "threads": "Threads takes minutes to days",
    "twitter": "X takes a day or more",
    "linkedin": "LinkedIn takes up to a day",
    "reddit": "Reddit takes up to 30 days",
}


class RenewalPast(AuditError):
    """The renewal date is behind us."""

    def __init__(self, day: date) -> None:
        super().__init__(f"{day_words(day)} has passed. Give the next renewal with --renewal, as 2027-03-31.")


def renewal_day(given: date | None, body: Body | None, last_audit: date, today: date) -> date:
    """Return the renewal: as given, or the body's own day where all share it, or a year after the last audit.

    Raises: RenewalPast.
    """
    if given is None:
        due = body.due if body else None
        days = [date(year, *due) for year in (today.year, today.year + 1)] if due else [_a_year_after(last_audit)]
        given = next((day for day in days if day > today), _a_year_after(today))
    if given <= today:
        raise RenewalPast(given)
    return given


def events(renewal: date, today: date, networks: Iterable[str], key: bytes) -> list[Event]:
    """Return what to do when. A renewal that is near brings the steps closer together; none lies before today.

    `key`: the ledger's, from which the events' ids are made, so that writing the file again replaces them.
    """
    room = (renewal - today).days
    longest = 7 * STEPS[0][0]
    waits = _waits(sorted(networks))
    made = []
    for weeks, title, about in STEPS:
        before = 7 * weeks if room >= longest else 7 * weeks * room // longest
        text = about.format(waits=waits, due="As your body's own letter says.")
        made.append(Event(_uid(key, title, renewal), renewal - timedelta(days=before), title, text))
    return made


def _waits(networks: Sequence[str]) -> str:
    told = [WAITS[network] for network in networks if network in WAITS] or list(WAITS.values())
    return "; ".join(told) + "."


def _uid(key: bytes, title: str, renewal: date) -> str:
    return str(uuid.UUID(bytes=keyed(key, "reminder", title, renewal.isoformat()), version=5))


def _a_year_after(day: date) -> date:
    return day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else date(day.year + 1, 3, 1)

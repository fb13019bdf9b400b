"""Days, spans, counts and lists, in the words that every page and paper of ours uses."""

from collections.abc import Iterable
from datetime import date, datetime


def day_words(when: str | date | int | None) -> str:
    """Return "28 November 2026" for an ISO moment, a date or a `date.toordinal`; "date unknown" for None."""
    if not when:
        return "date unknown"
    if isinstance(when, int):
        when = date.fromordinal(when)
    elif isinstance(when, str):
        when = datetime.fromisoformat(when).date()
    return f"{when.day} {when:%B %Y}"


def moment_words(when: str) -> str:
    """Return "28 November 2026, 14:05 UTC" for an ISO moment of the ledger."""
    return f"{day_words(when)}, {datetime.fromisoformat(when):%H:%M} UTC"


def span_words(first: int | None, last: int | None) -> str:
    """Return "7 March 2009 – 2 June 2024"; days as `date.toordinal`."""
    return f"{day_words(first)} – {day_words(last)}" if first and last else "no dated posts"


def many(number: int, one: str, several: str = "") -> str:
    """Return "1 finding" or "31 findings"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def listed(words: Iterable[str]) -> str:
    """Return "a, b and c"."""
    *before, last = list(words) or [""]
    return f"{', '.join(before)} and {last}" if before else last


def posts_words(number: int) -> str:
    """Return "one post" or "31 posts"."""
    return "one post" if number == 1 else many(number, "post")


def posts_are(number: int) -> str:
    """Return "One post is" or "31 posts are", to begin a sentence."""
    return "One post is" if number == 1 else f"{many(number, 'post')} are"

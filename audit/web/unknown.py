"""Files of no known network on the page: what could be read of what was dropped, and what the person says of it."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.archive import Archive
from audit.errors import AuditError
from audit.parsers import Columns, Me, Proposed, Told
from audit.parsers._generic.forms import TEXT
from audit.parsers._generic.texts import WAYS
from audit.web.remote import LOOK, Ended, Remotes

if TYPE_CHECKING:
    from audit.web.sources import Source

NOBODY = "-"


class NotChosen(AuditError):
    """The form was sent without what it asks for."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """What the browser holds, to be looked into for a short time."""

    remotes: Remotes
    id: str
    name: str

    def opened(self) -> Archive:
        """Return it as an archive. Raises: AuditError; Ended, here or later."""
        until = time.monotonic() + LOOK

        def in_time() -> None:
            if time.monotonic() > until:
                raise Ended

        return self.remotes.opened(self.id, in_time, lambda _: None)


def waiting_in(remotes: Remotes, source: "Source") -> list[Proposed]:
    """Return what could be read of something that was dropped and that no parser knows."""
    from audit.pipeline import proposed

    try:
        return proposed([Dropped(remotes, source.id, source.name)])[0]
    except (Ended, OSError):
        return []


def told_by(sources: Sequence["Source"], names: str) -> Told:
    """Return all that was said of the sources, and how the person is called: names with commas between them."""
    columns = [said for source in sources for said in source.said.values()]
    called = [*names.split(","), *(name for source in sources for name in sorted(source.me))]
    return Told(tuple(columns), me=Me(called))


def columns_of(waiting: Proposed, text: str, date: str, author: str, me: str) -> Columns:
    """Return what a form said of one file. Raises: NotChosen."""
    names = {name for one in waiting.found for name in one.names} | set(shown_names(waiting))
    if text not in names or not {date, author} <= names | {"", NOBODY}:
        raise NotChosen("Choose which column holds your words.")
    people = {name for one in waiting.found for name, _ in one.people}
    if author not in ("", NOBODY) and len(people) > 1 and not me and not is_machine(waiting):
        raise NotChosen("Choose which of the names in it is yours: other people’s words are never read.")
    return Columns(text, date or NOBODY, author=author or NOBODY, file=waiting.name)


def is_machine(waiting: Proposed) -> bool:
    """Say whether it holds talk with an AI, whose names for both sides are known."""
    return any(one.columns is not None and one.columns.kind == "note" for one in waiting.found)


def shown_names(waiting: Proposed) -> Iterator[str]:
    """Yield the columns of a file, those that are proposed too, which may stand above its records."""
    ways = WAYS if any(one.form == TEXT for one in waiting.found) else ()
    seen = dict.fromkeys((*ways, *(name for one in waiting.found for name in one.names)))
    for one in waiting.found:
        if one.columns:
            seen |= dict.fromkeys(name for name in one.columns.named if name not in seen)
    yield from seen

"""What a Facebook record is made of, whatever hangs on what: the things found in it before they become a post."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from audit.parsers._facebook.values import each_once


@dataclass(slots=True, frozen=True)
class Drawer:
    """What a file says about every record in it. `kind` "" means that the record's own parts tell."""

    kind: str = ""
    state: str = "live"
    audience: str = "unknown"
    owner: str = ""  # the person's name, for what others wrote beside it
    only_titles: bool = False  # a sentence of Facebook's without anything else may be worth a look
    typed_titles: bool = False  # pictures have titles that the person typed, not the album's name


class Parts:
    """What is found in a record. A plain class: one is made for every record, and it should cost little."""

    __slots__ = (
        "albums", "answered", "audience", "captions", "files", "groups", "kinds", "links", "media", "odd", "other",
        "own", "people", "places", "quoted", "remarks", "shared", "times", "typed_titles", "url", "voting",
    )  # fmt: skip

    def __init__(self, drawer: Drawer) -> None:
        self.voting = drawer.kind == "answer"
        self.typed_titles = drawer.typed_titles
        self.own: list[str] = []  # what the person typed as the thing itself
        self.captions: list[str] = []
        self.quoted: list[str] = []  # `text` of an attachment: a memory, a mood
        self.other: list[str] = []  # words under keys that nobody has described
        self.shared: list[str] = []  # titles of links and events
        self.links: list[str] = []
        self.places: list[str] = []
        self.people: list[str] = []
        self.files: list[str] = []
        self.albums: list[str] = []
        self.groups: list[str] = []
        self.kinds: list[str] = []
        self.times: list[datetime] = []
        self.remarks: list[tuple[str, Any]] = []  # comments under pictures, by anybody
        self.media = 0
        self.audience = self.url = self.answered = ""
        self.odd = False  # a known key holds what it never should

    def words(self) -> str:
        """Return all that the person wrote, each passage once."""
        texts = self.own + self.captions
        if self.quoted and not (self.links or any(self.shared)):
            texts += map(_unquoted, self.quoted)
        return together(texts + self.other)

    def title_of_link(self, text: str) -> str:
        """Return what stands on the thing that is shared. `text` is what the person wrote."""
        return together(self.shared if text or self.links else self.shared + self.quoted)


def together(texts: Sequence[str], between: str = "\n\n") -> str:
    """Return the texts as one, each of them once."""
    if len(texts) < 2:
        return texts[0].strip() if texts else ""
    return between.join(each_once(texts))


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 2 and text[0] == text[-1] == '"' else text

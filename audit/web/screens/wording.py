"""Sentences of the rooms, which name commands, as the page says them: by where to go instead."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

# what a room says → what the page says; the longer ones first
_SAID: tuple[tuple[str, str], ...] = (
    ("Run backscroll scan with your archives first.", "Choose your archives first."),
    ("Name the exports of your last audit after the command.", "Choose the archives of your last audit yourself."),
    ("Decide first, with backscroll review.", "Decide first, in the review."),
    ("not decided yet: backscroll review.", "not decided yet."),
    ("Name a new folder with -o.", "Choose another one."),
    ("Choose another place with -o.", "Choose another place."),
    ("Give the next renewal with --renewal, as 2027-03-31.", "Give the next one."),
    (" Write when you became aware as 2026-11-27T18:30, or as 2026-11-27.", " Choose day and time again."),
    ("; the README says how to ask for it.", "; how to ask for it stands under “Your archives”."),
    ("answer again with backscroll gate", "answer the first question again"),
    ("(backscroll gate no|yes|unsure)", "(see the first question)"),
    ("backscroll worklist writes it; backscroll copies says what survives.", "See “Worklist”, and “Copies that can "
     "survive” for what remains."),
    ("backscroll letters writes drafts,", "Under “Letters” are drafts,"),
    ("backscroll letters has a draft.", "There is a draft under “Letters”."),
    ("To have it read so, add --generic", "To have it read so, choose “Read it so” beside it under “Your archives”"),
    ("To have that done, add --generic.", "Choose “Read it so” beside it under “Your archives”."),
    ("add --me with your name as it stands there", "choose your name there"),
    ("To have it read, say which column holds your words with --columns", "Say which column holds your words under "
     "“Your archives”"),
    ("To see what would be read, or to choose it yourself: backscroll columns, with the same file.", ""),
    ("; to have it read, say so with --columns", ""),
    ("; backscroll columns shows its own", ""),
    (": backscroll columns FILE shows what a file has.", "."),
    ("; say which with order=day or order=month in --columns", ""),
    ("with --me, on the page under “You”, or in a file", "under “You”, or in a file"),
    ("say with --me how you are called there", "say under “You” how you are called there"),
    ("name it with --profession.", "say so under “You”."),
    ("name it with --country.", "say so under “You”."),
    ("Give the moment with --aware 2026-11-27T18:30, and the end of the", "Give the moment above, and the end of the"),
    ("with --messages", "under “You”"),
    ("To see them, say: backscroll learn off.", "To see them, switch learning off in the settings, and read again."),
    ("backscroll handoff writes the files that such tools take.", "“Files for bulk tools” are what such tools take."),
    ("; say --profession if it is another", "; say so under “You” if it is another"),
    ("Compare the digest with the one in the statement.", "Compare it with the digest in the statement."),
    ("backscroll scan does the same without a page.", ""),
)  # fmt: skip
View = TypeVar("View")
COMMAND = re.compile(r"backscroll [a-z-]+|(?<!\w)--?[a-z][a-z-]*")


def on_the_page(words: str) -> str:
    """Return the sentence without commands."""
    for said, instead in _SAID:
        words = words.replace(said, instead)
    return words


def put(view: View, but: frozenset[str] = frozenset()) -> View:
    """Return a view whose every sentence is said as the page says it. `but`: fields that hold a person's own words."""
    return _put(view, but)  # type: ignore[no-any-return]


def _put(value: Any, but: frozenset[str]) -> Any:
    if isinstance(value, str):
        return on_the_page(value)
    if isinstance(value, tuple):
        return tuple(_put(one, but) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        told = {one.name: _put(getattr(value, one.name), but) for one in fields(value) if one.name not in but}
        return replace(value, **told)
    return value

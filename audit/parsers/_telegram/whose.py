"""Whose export it is. A whole account's says so; of one chat only what can be told beyond doubt counts.

A chat between two carries the other's id and name, so the rest is the person's. In a group nobody is marked: there the
person says who they are, with --me or in a file `telegram-me.txt` that holds their name as it stands in the chat, or
their number.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from audit.archive import Member, Unreadable
from audit.parsers._export import Account, Export
from audit.parsers._json import Broken
from audit.parsers._json_walk import Found, Path, Way, walked
from audit.parsers._telegram.mended import mended
from audit.parsers._telegram.words import Fields, shown_words, string
from audit.parsers._text_lines import told_lines
from audit.parsers._told import NOBODY, Me

ME = r"(?:.*/)?telegram-me\.txt"
RESULT = r"(?:again/)*(?:.*/)?result(?: ?\(\d+\))?\.json"
SUMMARY = r"(?:again/)*(?:.*/)?export_results\.html"
_TO_GO_INTO = frozenset((
    (), ("messages",), ("stories",), ("chats",), ("chats", "list"), ("chats", "list", "messages"), ("left_chats",),
    ("left_chats", "list"), ("left_chats", "list", "messages"),
))  # fmt: skip
_LISTS = ("messages", "stories")  # their elements are read as one value each
_NEXT = re.compile(  # a message begins with its id, a chat, behind the end of the one before, with its name or type
    r"\}\s*,\s*(?=\{\s*\"id\"\s*:)|\]\s*\}\s*,\s*(?=\{\s*\"(?:name|type)\"\s*:)"
)
_BETWEEN_TWO = frozenset(("personal_chat", "bot_chat"))
_TELLING = _BETWEEN_TWO | {"saved_messages"}
_SHIFT = 1 << 32  # for a while in 2020 ids were larger by this
_LOOKED_AT = 50_000  # messages of one chat, until one of the person's is found
_ROW = re.compile(
    r'<div class="label details">([^<]{1,100})</div>\s*<div class="value bold">(.{0,4000}?)</div>',
    re.DOTALL,
)


@dataclass(slots=True)
class Chat:
    """A chat, as far as it was told before its first message."""

    at: Path = ()
    name: str = ""
    kind: str = ""
    number: str = ""
    untold: int = 0  # messages of which nobody can say whether they are the person's

    def take(self, found: Found) -> None:
        """Note what the chat says of itself."""
        key, value = found.path[-1] if found.place < 0 else "", found.value
        if key == "name" and isinstance(value, str):
            self.name = value.strip()
        elif key == "type" and isinstance(value, str):
            self.kind = value
        elif key == "id":
            self.number = number_of(value)


@dataclass(frozen=True, slots=True)
class Owner:
    """Who the person is: by number, else by name. Both may be empty."""

    number: str = ""
    names: frozenset[str] = field(default_factory=frozenset)
    me: Me = NOBODY  # what the person said for all their chats

    def is_called(self, name: str) -> bool:
        """Say whether it is a name of theirs, as `same` gives it."""
        return name in self.names or self.me.knows(name)

    def wrote(self, message: Fields, chat: Chat) -> bool | None:
        """Say whether the message is the person's own; None where that cannot be told."""
        sender, name = sender_of(message), same(string(message, "from"))
        if sender.startswith(("channel", "chat")):  # sent in the name of the channel or group: signed, or by anybody
            signed = same(string(message, "author"))
            return True if any(one and self.is_called(one) for one in (signed, name)) else None
        if self.number:
            return is_same_user(sender, self.number) if sender else (self.is_called(name) if name else None)
        if self.names:
            return self.is_called(name)
        if name and self.me.knows(name):
            return True
        if chat.kind == "saved_messages":
            return True
        if chat.kind in _BETWEEN_TWO and chat.number and sender:  # a deleted account has no name
            return not is_same_user(sender, chat.number) and bool(name) and name != same(chat.name)
        return None


def _holds_more(path: Path) -> bool:
    """Say where in result.json single messages lie."""
    return tuple(step for step in path if not step.startswith("[")) in _TO_GO_INTO


def _ends_in_records(path: Path) -> bool:
    return bool(path) and path[-1] in _LISTS


WAY = Way(
    into=_holds_more,
    into_elements=lambda path: _holds_more(path) and not _ends_in_records(path),
    following=lambda path: _NEXT if _ends_in_records(path) else None,
)


def same(name: str) -> str:
    """Return a name as names are compared."""
    return " ".join(name.casefold().split())


def number_of(value: object) -> str:
    """Return the digits of an id: a number until 2021, since then `user123`."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    found = re.fullmatch(r"(?:user)?(\d{1,20})", value.strip()) if isinstance(value, str) else None
    return found[1] if found else ""


def sender_of(message: Fields) -> str:
    """Return who sent it: digits for a person, `channel…` or `chat…` for those, "" where it is not said."""
    value = message.get("from_id")
    if isinstance(value, str) and value.startswith(("channel", "chat")):
        return value
    return number_of(value)


def is_same_user(one: str, other: str) -> bool:
    """Compare two ids, whichever of the two is shifted."""
    return bool(one and other) and (one == other or abs(int(one) - int(other)) == _SHIFT)


def account(export: Export) -> Account:
    """Return whose export it is, by what it says, by what the person told, by a chat between two."""
    for _, member in export.find(RESULT):
        if found := _stated(member):
            return found
    for _, member in export.find(SUMMARY):
        if found := _on_page(member):
            return found
    for _, member in export.find(ME):
        if found := _told(member):
            return found
    for _, member in export.find(RESULT):
        if found := _by_a_chat(member, export.me):
            return found
    return Account()


def owner(export: Export) -> Owner:
    """Return the person, as readers ask for them."""
    names = {export.account.name, *_told_lines(export), *_said(export)}
    return Owner(export.account.native_id, frozenset(same(name) for name in names if name.strip()), export.me)


def as_account(information: object) -> Account | None:
    """Return the account out of `personal_information`."""
    if not isinstance(information, dict):
        return None
    name = " ".join(filter(None, (string(information, "first_name"), string(information, "last_name"))))
    number = number_of(information.get("user_id"))
    if not (number or name):
        return None
    return Account(number, string(information, "username"), name, about=string(information, "bio"))


def _stated(member: Member) -> Account | None:
    try:
        with member.open() as stream:
            for found in walked(mended(stream), WAY):
                if isinstance(found, Broken):
                    return None
                if found.path[-1:] == ("personal_information",):
                    return as_account(found.value)
                if "messages" in found.path:
                    return None
    except Unreadable:
        pass
    return None


def _on_page(member: Member) -> Account | None:
    try:
        page = member.read(16 << 20).decode("utf-8", "replace")
    except Unreadable:
        return None
    rows = {label.strip(): shown_words(value).text for label, value in _ROW.findall(page[:200_000])}
    name = " ".join(filter(None, (rows.get("First name"), rows.get("Last name"))))
    return Account("", rows.get("Username", ""), name, about=rows.get("Bio", "")) if name else None


def _told(member: Member) -> Account | None:
    lines = _lines(member)
    number = next((line for line in lines if line.isdecimal()), "")
    name = next((line for line in lines if not line.isdecimal()), "")
    return Account(number, "", name) if number or name else None


def _told_lines(export: Export) -> list[str]:
    return [line for _, member in export.find(ME) for line in _lines(member) if not line.isdecimal()]


def _lines(member: Member) -> list[str]:
    return told_lines(member, lambda line: line.strip().removeprefix("\ufeff"), longest=199)


def _said(export: Export) -> list[str]:
    """Return the names among those who write in the pages of an HTML export that the person said are theirs."""
    pages = [found for key, found in export.kept.items() if isinstance(key, tuple) and key[0] == "senders"]
    return [name for found in pages for name in found.names if export.me.knows(name)]


def _by_a_chat(member: Member, me: Me) -> Account | None:
    """Return who writes to the other in a chat between two, or to nobody; in any chat, who bears a name they said."""
    chat, nobody, looked_at = Chat(), Owner(me=me), 0
    try:
        with member.open() as stream:
            for found in walked(mended(stream), WAY):
                if isinstance(found, Found) and len(found.path) == 1 and found.place < 0:
                    chat.take(found)
                elif isinstance(found, Found) and isinstance(found.value, dict):
                    looked_at += 1
                    if own := _own_sender(found.value, chat, nobody):
                        return own
                if looked_at > _LOOKED_AT or (looked_at and chat.kind not in _TELLING and not me):
                    break
    except Unreadable:
        pass
    return None


def _own_sender(message: dict[str, Any], chat: Chat, nobody: Owner) -> Account | None:
    told = message.get("type") == "message" and "forwarded_from" not in message and nobody.wrote(message, chat)
    number = sender_of(message)
    return Account(number, "", string(message, "from")) if told and number.isdecimal() else None

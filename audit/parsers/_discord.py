"""Discord: what the package says of a channel, by the folder that its messages lie in."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from audit.archive import Member, Unreadable
from audit.parsers._clock import iso_time, plausible
from audit.parsers._export import Export
from audit.parsers._json import whole

SITE = "https://discord.com/channels"
FOLDER = r"(?:[^/]+/)?c?\d{10,21}/"
_SMALL = 64 << 20  # bytes
_FIRST = datetime(2015, 1, 1, tzinfo=UTC)  # ids count milliseconds from here on
_OLD_TYPES = {
    "0": "GUILD_TEXT", "1": "DM", "2": "GUILD_VOICE", "3": "GROUP_DM", "5": "GUILD_ANNOUNCEMENT",
    "10": "ANNOUNCEMENT_THREAD", "11": "PUBLIC_THREAD", "12": "PRIVATE_THREAD", "13": "GUILD_STAGE_VOICE",
    "15": "GUILD_FORUM", "16": "GUILD_MEDIA",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Channel:
    """Where messages stand. `private`: no channel of a server, or a thread that one has to be let into."""

    number: str = ""
    name: str = ""
    server: str = ""
    private: bool = True
    audience: str = "private"

    def address(self, message: str) -> str:
        """Return the address of a message; nothing where the server is not told."""
        return f"{SITE}/{self.server}/{self.number}/{message}" if self.server and self.number and message else ""


def channel_of(member: Member, export: Export) -> Channel:
    """Return the channel whose messages the member holds, as far as channel.json and index.json say."""
    folder = _path_of(member, export).rpartition("/")[0]
    told = object_in(export.members.get(f"{folder}/channel.json"))
    number = text(told.get("id")) or re.sub(r".*/|^c|(?<=/)c", "", folder)
    number = number if number.isdecimal() else ""
    kind = text(told.get("type")).upper()
    kind = _OLD_TYPES.get(kind, kind)
    guild = told.get("guild")
    guild = guild if isinstance(guild, dict) else {}
    listed = _listed_names(folder.rpartition("/")[0], export).get(number, "")
    private, audience = _seen_by(kind, guild, told, listed)
    own_name, server_name = text(told.get("name")), text(guild.get("name"))
    name = " in ".join(filter(None, (own_name, server_name))) if own_name else listed or server_name
    server = text(guild.get("id")) or ("@me" if private and "THREAD" not in kind and kind else "")
    return Channel(number, name, server, private, audience)


def _seen_by(kind: str, guild: dict[str, Any], told: dict[str, Any], listed: str) -> tuple[bool, str]:
    """Return whether it is private, and for whom. What is not told counts as private."""
    if "PRIVATE" in kind:
        return True, "group"
    if "GROUP" in kind:
        return True, "group"
    if "DM" in kind or (not kind and told.get("recipients")):
        return True, "private"
    if kind or guild:
        return False, "group"  # some servers are open to all: the package does not say which
    return (False, "group") if " in " in listed else (True, "unknown")


def _path_of(member: Member, export: Export) -> str:
    path = member.name.removeprefix(export.root)
    if export.members.get(path) is member:
        return path
    return next((path for path, one in export.members.items() if one is member), path)  # a renamed file


def _listed_names(folder: str, export: Export) -> dict[str, str]:
    """Return channel → name, from the list in the messages folder; read once an export."""
    if ("channels", folder) not in export.kept:
        names: dict[str, str] = {}
        for number, name in object_in(export.members.get(f"{folder}/index.json".lstrip("/"))).items():
            if isinstance(name, str) and number.isdecimal() and name.lower() not in ("unknown channel", "none"):
                names[number] = name.removesuffix("#0")
        export.kept["channels", folder] = names
    found: dict[str, str] = export.kept["channels", folder]
    return found


def object_in(member: Member | None) -> dict[str, Any]:
    """Return the object in a small JSON file, or an empty one."""
    if member is None:
        return {}
    with suppress(Unreadable, OSError):
        found = whole(member.read(_SMALL).decode("utf-8-sig", "replace"))
        return found if isinstance(found, dict) else {}
    return {}


def text(value: object) -> str:
    """Return a text or a whole number as text, without white space around it."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def number_of(value: object) -> str:
    """Return an id exactly: 64 bits, written as a number or as text."""
    found = text(value)
    return found if found.isdecimal() and len(found) <= 21 else ""


def when(value: object, number: str) -> datetime | None:
    """Return the time that is written, else the one that the id holds."""
    moment = plausible(_quick_time(value) or iso_time(value))
    if moment is None and number:
        with suppress(OverflowError):
            moment = _FIRST + timedelta(milliseconds=int(number) >> 22)
            moment = plausible(moment) if moment.year > _FIRST.year - 1 and len(number) > 15 else None
    return moment


def _quick_time(value: object) -> datetime | None:
    """Read `2024-05-01 10:00:00`, as nearly all are written."""
    if isinstance(value, str) and len(value) == 19:
        with suppress(ValueError):
            return datetime.fromisoformat(value).replace(tzinfo=UTC)
    return None

"""Whose export of Google's it is: the YouTube channel, else the profile, else the business."""

from itertools import islice

from audit.archive import Member, Unreadable
from audit.parsers._export import Account, Export
from audit.parsers._google import object_in, text_in, words
from audit.parsers._google.business import business_name
from audit.parsers._google.columns import columns_of
from audit.parsers._google.tables import SITE, opened
from audit.parsers._json import whole
from audit.parsers._text_lines import Lines

_TABLES = r"(?:again/)*YouTube[^/]*/(?:[^/]+/)?[^/]+\.csv"


def account(export: Export) -> Account:
    """Return the channel's owner, the profile's, or the business."""
    found, handle = Account(), ""
    for name, member in export.find(_TABLES):
        if words.CHANNEL.search(words.folded(name.rpartition("/")[2])):
            try:
                found, handle = _channel(member, found, handle)
            except Unreadable:
                continue
    if found.native_id:
        found.handle = f"@{handle}" if handle else ""
        return found
    return _profile(export) or Account(name=business_name(export))


def _channel(member: Member, found: Account, handle: str) -> tuple[Account, str]:
    """Return what one of the tables on channels adds to what is known."""
    with member.open() as stream:
        header, rows = opened(Lines(stream))
        sample = [cells for _, cells in islice(rows, 5) if isinstance(cells, list)]
    columns = columns_of(header, sample, member.name)
    first = sample[0] if sample else []
    for at, name in enumerate(header):
        if "vanity" in name.lower() and "name" in name.lower() and at < len(first) and not handle:
            handle = first[at].strip().lstrip("@")
    if columns.kind != "channels" or found.native_id:
        return found, handle
    number = next((cell.strip() for cell in first if cell.strip().startswith("UC")), "")
    title = next((first[at].strip() for at in columns.titles if at < len(first)), "")
    about = next((first[at].strip() for at in columns.abouts if at < len(first)), "")
    return Account(number, "", title, f"{SITE}/channel/{number}" if number else "", about=about), handle


def _profile(export: Export) -> Account | None:
    for _, member in export.find(r"(?:again/)*[^/]+/Profil[^/]*\.json"):
        try:
            entry = whole(member.read(1 << 20).decode("utf-8-sig", "replace"))
        except Unreadable:
            continue
        if isinstance(entry, dict):
            name = text_in(entry, "displayName") or text_in(object_in(entry, "name"), "formattedName")
            if name:
                return Account(name=name)
    return None

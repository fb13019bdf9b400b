"""Discord: the data package, a folder a channel. It holds only what the person wrote, never the others' words.

What was written in a server's channels is read; private chats (one to one, groups, closed threads) only when asked for.
A channel that does not say what it is counts as private. Folders' names come in the language of the app and with or
without capitals, so channels are known by `c<digits>/channel.json`. Ids are 64-bit numbers and hold the time.
"""

from collections.abc import Iterator

from audit.archive import Member
from audit.parsers import _csv
from audit.parsers._discord import FOLDER, Channel, channel_of, number_of, object_in, text, when
from audit.parsers._export import PICTURES, PICTURES_REASON, Account, Export, Reader
from audit.parsers._json import Broken, records
from audit.posts import Post, Unread

NETWORK = "discord"
LABEL = "Discord"
_ACCOUNT = r"(?:account|konto|compte|cuenta|conta|rekening|учетная запись|アカウント|계정|账户|帳號)"
SIGNATURE = (
    r"[^/]+/c?\d{10,21}/channel\.json",
    r"(?<!/)c?\d{10,21}/channel\.json",  # the messages folder alone
    rf"{_ACCOUNT}/user\.json",
)
_COLUMNS = ("id", "timestamp", "contents", "attachments")
_USER = r"(?:again/)*(?:[^/]+/)?user\.json"
_KEYS = frozenset(("ID", "Contents", "Timestamp", "Attachments"))
_CLOSED = "private chats not read"
_NOT_BUILT = "it is not built as a message is"


def read_messages(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the messages of one channel (messages.json, since 2024)."""
    channel = channel_of(member, export)
    if _is_closed(channel, export):
        return
    with member.open() as stream:
        for record in records(stream, record_keys=_KEYS):
            place = f"[{max(record.place, 0)}]"
            if isinstance(record, Broken):
                yield Unread(place if record.place >= 0 else "", record.reason)
            elif not isinstance(record.value, dict) or not (_KEYS & record.value.keys()):
                yield Unread(place, _NOT_BUILT)
            else:
                fields = record.value
                yield from _message(
                    channel,
                    place,
                    number_of(fields.get("ID")),
                    fields.get("Timestamp"),
                    fields.get("Contents"),
                    fields.get("Attachments"),
                )


def read_table(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the messages of one channel (messages.csv, until 2024)."""
    channel = channel_of(member, export)
    if _is_closed(channel, export):
        return
    with member.open() as stream:
        for row in _csv.table(stream, {"contents", "timestamp"}, text="contents", assume=_COLUMNS):
            place = f"[{row.place}]"
            if isinstance(row, _csv.Broken):
                yield Unread(place, row.reason)
            elif "contents" not in row.cells:
                yield Unread(place, "it ends before its words begin")
            else:
                cells = (row.get("timestamp"), row.get("contents"), row.get("attachments"))
                yield from _message(channel, place, number_of(row.get("id")), *cells)


def _is_closed(channel: Channel, export: Export) -> bool:
    """Say whether these are private messages that were not asked for, and count the chat."""
    closed = channel.private and not export.messages
    export.counted[_CLOSED] += closed
    return closed


def _message(
    channel: Channel, place: str, number: str, time: object, contents: object, attachments: object
) -> Iterator[Post | Unread]:
    words = contents if isinstance(contents, str) else ""
    odd = not isinstance(contents, str | None) or not isinstance(attachments, str | list | None)
    media = _counted(attachments)
    if words.strip() or media:
        yield Post(
            "message" if channel.private else "post",
            words.strip(),
            when(time, number),
            place,
            number,
            channel.address(number),
            channel.audience,
            container=channel.name,
            media=media,
        )
    elif odd:
        yield Unread(place, _NOT_BUILT)


def _counted(attachments: object) -> int:
    if isinstance(attachments, list):
        return sum(isinstance(one, str | dict) and bool(one) for one in attachments)
    return len(attachments.split()) if isinstance(attachments, str) else 0


def read_user(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the profile's words, the custom status, and the notes that the person keeps on other accounts."""
    user = object_in(member)
    if not user:
        yield Unread("", "it is not JSON, or it is cut off")
        return
    profile = user.get("user_profile")
    for place, holder in (("", user), (".user_profile", profile)):
        if isinstance(holder, dict) and (bio := text(holder.get("bio"))):
            yield Post("bio", bio, source=f"{place}.bio", audience="public")
    status = user
    for key in ("settings", "settings", "status", "customStatus"):
        inner = status.get(key)
        status = inner if isinstance(inner, dict) else {}
    if words := text(status.get("text")):
        yield Post("bio", words, source=".settings.status", audience="public", container="Custom status")
    notes = user.get("notes")
    for number, note in enumerate(notes.values() if isinstance(notes, dict) else ()):
        if words := text(note):
            yield Post("note", words, source=f".notes[{number}]", audience="private", container="Notes on accounts")


def account(export: Export) -> Account:
    """Return whose package it is; mail address and telephone number are left where they are."""
    for _, member in export.find(_USER):
        user = object_in(member)
        name = text(user.get("username"))
        tag = text(user.get("discriminator"))
        handle = f"{name}#{tag}" if name and tag.strip("0") else name
        return Account(number_of(user.get("id")), handle, text(user.get("global_name")))
    return Account()


def remarks(export: Export) -> list[str]:
    """Return what the report should say of the package as a whole."""
    found = []
    if count := export.counted[_CLOSED]:
        which = "1 private chat was" if count == 1 else f"{count:,} private chats were"
        found.append(
            f"{which} left out of the Discord package (one to one, in groups, closed threads, or of a kind that is not"
            " told): read only when you ask for messages with --messages."
        )
    if not any(export.find(rf"(?:again/)*{FOLDER}messages\.\w+")):
        found.append("There are no messages in this Discord package: ask Discord again, and tick Messages.")
    return found


READS = {
    rf"{FOLDER}messages\.json": read_messages,
    rf"{FOLDER}messages\.csv": read_table,
    r"(?:[^/]+/)?user\.json": read_user,
}
MESSAGES: dict[str, Reader] = {}  # they lie among the servers' channels: the readers tell them apart
LEFT_OUT = {
    rf"{FOLDER}channel\.json": "what a channel is: we take its name from here",
    r"(?:[^/]+/)?index\.json": "a list of channels or servers: we take the names of channels from here",
    r"[^/]+/(?:analytics|modeling|reporting|tns|[^/]+)/events-[^/]+\.json": "logs of what you did: no words of yours",
    r"activit(?:y|ies)/.*": "logs of what you did, of games and apps: no words of yours",
    r"(?:servers?|server|serveurs|servidores|serwery|guilds)/.*": "settings and lists of servers: no words of yours",
    r"[^/]+/c?\d{10,21}/(?:guild|audit-log|bots|channels|emoji|roles|webhooks|stickers?)\.json": "settings and lists of"
    " servers: no words of yours",
    r"(?:programs|ads|promotions)/.*": "programmes and advertising: no words of yours",
    r"support_?tickets?/.*": "letters between you and Discord's help desk: look at these by eye",
    rf"{_ACCOUNT}/(?:applications|avatar|recent_avatars|user_data_exports|entitlements)[^/]*(?:/.*)?": "facts on your"
    " account and your apps: no words of yours",
    r"(?:[^/]+/)?read_?me\.(?:txt|md)": "what the package says of itself",
    PICTURES: PICTURES_REASON,
}
SNIFF = [
    (r'\A\s*\[\s*\{\s*"ID"\s*:\s*"?\d{10,21}"?\s*,\s*"Timestamp"\s*:', "messages/c0000000000/messages.json"),
    (r"\A\W{0,4}ID,Timestamp,Contents,Attachments\b", "messages/c0000000000/messages.csv"),
]
NEVER = (
    "What others wrote is not in Discord's package: you see your own side of each conversation only.",
    "Earlier wordings, reactions, and what you deleted are not in it, nor messages in channels and servers that are"
    " gone.",
    "It does not say which servers are open to everybody: all of them count as groups.",
    "Pictures and files are not in it, only their addresses; whoever has such an address may still open it.",
)
TWO_CLICKS: dict[str, str] = {}
_DELETE = "Open the message's address, hold the pointer over it, three dots, Delete Message. There is no bin"
_LEFT = (
    "In a server that you left you cannot delete what you wrote: join it again, or ask its moderators or Discord. Do"
    " not delete the account first: its messages would stay, without your name"
)
HOW_TO_DELETE = {
    "": f"{_DELETE}. {_LEFT}.",
    "message": f"{_DELETE}: it is gone for the others too, but they may have read and kept it. Closing a chat deletes"
    " nothing.",
    "bio": "User Settings, Profiles, About Me: change or empty it. The status: click your picture, Set Custom Status.",
    "note": "Open the other account's profile and empty the note. Only you see it, but Discord holds it.",
}

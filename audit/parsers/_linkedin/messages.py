"""LinkedIn's private messages and invitations: the member's own ones alone, read only when asked for.

Own is what was sent from the member's profile address, or else under the name in `Profile.csv`. Where the export tells
neither, the member is the one who is in every conversation; of a single conversation that cannot be told. `TO` joins
names with commas, although names hold commas: it is never split.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from audit.archive import Member, Unreadable
from audit.parsers._csv import Broken, Row, table
from audit.parsers._export import Export
from audit.parsers._linkedin import repaired
from audit.parsers._linkedin.times import moment
from audit.posts import Post, Unread

_COLUMNS = ("conversationid", "content", "senderprofileurl")
_ENTITY = re.compile(r"&(?:#\d{2,7}|#x[0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});")
_TAGS = "p|br|div|ul|ol|li|a|strong|em|b|i|u|span|html|body|table|h[1-6]"
_MARKUP = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_NOT_OWNERS = frozenset(("", "linkedin member", "linkedin"))


@dataclass(slots=True, frozen=True)
class Owner:
    """Whose messages they are: lower-cased addresses of the profile, and names as they are written."""

    addresses: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def wrote(self, row: Row) -> bool:
        """Say whether the member sent this. An address counts more than a name, which two people may have."""
        sender = profile(row.get("senderprofileurl"))
        if sender and self.addresses:
            return sender in self.addresses
        return _name(row.get("from")) in self.names


def read_messages(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the member's own messages, sent and unsent.

    Raises: Unreadable if it cannot be told which are the member's own.
    """
    owner: Owner | None = None
    with member.open() as stream:
        for row in table(stream, _COLUMNS, text="content"):
            if isinstance(row, Broken):
                yield Unread(f"[{row.place}]", row.reason)
            elif "content" not in row.cells:
                yield Unread(f"[{row.place}]", "the row is cut off, or is none")
            elif direction := row.get("direction"):  # 2018
                yield from _message(row, export) if direction.upper() == "OUTGOING" else ()
            else:
                owner = owner or owner_of(member, export)
                yield from _message(row, export) if owner.wrote(row) else ()


def read_invitations(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the words that went with the member's own invitations."""
    mine = _name(export.account.name)
    with member.open() as stream:
        for row in table(stream, {"sentat", "direction"}, text="message"):
            if isinstance(row, Broken):
                yield Unread(f"[{row.place}]", row.reason)
                continue
            direction = row.get("direction").upper()
            own = direction == "OUTGOING" or (not direction and mine and _name(row.get("from")) == mine)
            if own and row.get("message"):
                at, day_only = moment(row.get("sentat"))
                text = repaired(row.get("message"), export.counted)
                yield Post(
                    "message",
                    text,
                    at,
                    f"[{row.place}]",
                    audience="private",
                    headline="invitation to connect",
                    people=_people(row.get("to")),
                    date_only=day_only,
                )


def owner_of(member: Member, export: Export) -> Owner:
    """Return whose messages these are. Raises Unreadable if that cannot be told."""
    address, name = profile(export.account.url), _name(export.account.name)
    if address and _is_sender(member, address):
        return Owner(frozenset((address,)), frozenset(filter(None, (name,))))
    senders, everyone, conversations = _participants(member)
    if address not in everyone:
        own = [sender for sender, names in senders.items() if name in names] if name else []
        address = max(own, key=lambda sender: everyone[sender], default="")
    if address or name in everyone:
        return Owner(frozenset(filter(None, (address,))), frozenset(filter(None, (name,))))
    owner = _in_every_conversation(everyone, conversations)
    if not owner and not name:
        raise Unreadable("it does not say whose messages are your own: hand over Profile.csv with it")
    return Owner(frozenset(filter(None, (owner,))), frozenset(senders.get(owner, ())) | {name or owner})


def own_address(export: Export) -> str:
    """Return the address of the member's profile as the invitations tell it, "" if they do not."""
    found: Counter[str] = Counter()
    for _, member in export.find(r"Invitations.*\.(?:csv|tsv|txt)"):
        with member.open() as stream:
            for row in table(stream, {"sentat", "direction"}, text="message"):
                if isinstance(row, Row):
                    side = {"OUTGOING": "inviterprofileurl", "INCOMING": "inviteeprofileurl"}
                    found[row.get(side.get(row.get("direction").upper(), ""))] += 1
    found.pop("", None)
    return max(found, key=lambda address: found[address], default="")


@lru_cache(maxsize=1 << 14)
def profile(address: str) -> str:
    """Return the part of a profile's address that tells one member from another, lower-cased."""
    found = re.search(r"linkedin\.com/in/([^/?#\s,]+)", address, re.IGNORECASE)
    return unquote(found[1]).lower() if found else ""


def plain_text(content: str) -> str:
    """Return a message as it was read: InMail is HTML, and in 2018 all messages had HTML entities."""
    if _MARKUP.search(content):
        content = re.sub(r"(?i)<br[^<>]*>|</(?:p|div|li|tr|h[1-6])>", "\n", content)
        content = re.sub(r"<[^<>]{1,2000}>", "", content)
    return html.unescape(content).replace("\xa0", " ").strip() if _ENTITY.search(content) else content.strip()


def _message(row: Row, export: Export) -> Iterator[Post]:
    subject, words = row.get("subject"), plain_text(row.get("content"))
    text = "\n\n".join(part for part in (subject, words) if part)
    if not text and not row.get("attachments"):
        return
    at, day_only = moment(row.get("date"))
    draft = {row.get("ismessagedraft").lower(), row.get("isconversationdraft").lower()} & {"yes", "true"}
    yield Post(
        "message",
        repaired(text, export.counted),
        at,
        f"[{row.place}]",
        audience="private",
        state="draft" if draft else "live",
        container=row.get("conversationtitle"),
        people=_people(row.get("to")),
        media=max(row.get("attachments").count("://"), int(bool(row.get("attachments")))),
        date_only=day_only,
    )


def _people(joined: str) -> tuple[str, ...]:
    return (joined,) if joined else ()


def _name(written: str) -> str:
    return " ".join(written.casefold().split())


def _is_sender(member: Member, address: str) -> bool:
    with member.open() as stream:
        rows = table(stream, _COLUMNS, text="content")
        return any(isinstance(row, Row) and profile(row.get("senderprofileurl")) == address for row in rows)


def _participants(member: Member) -> tuple[dict[str, set[str]], Counter[str], int]:
    """Return address → names of each sender, in how many conversations everybody is, and how many there are."""
    senders: dict[str, set[str]] = {}
    together: dict[str, set[str]] = {}
    with member.open() as stream:
        for row in table(stream, _COLUMNS, text="content"):
            if not isinstance(row, Row):
                continue
            name, sender = _name(row.get("from")), profile(row.get("senderprofileurl"))
            if sender:
                senders.setdefault(sender, set()).add(name)
            recipients = list(filter(None, map(profile, row.get("recipientprofileurls").split(","))))
            present = together.setdefault(row.get("conversationid"), set())
            present.update((sender or name, *(recipients or [_name(row.get("to"))])))
    # until 2022 recipients had no address
    addresses = {name: sender for sender, names in senders.items() for name in names}
    everyone = Counter(person for present in together.values() for person in {addresses.get(p, p) for p in present})
    return senders, everyone, len(together)


def _in_every_conversation(everyone: Counter[str], conversations: int) -> str:
    """Return who is in all conversations, as nobody else is; "" if that cannot be told."""
    most = [(person, count) for person, count in everyone.most_common(5) if person not in _NOT_OWNERS]
    if conversations < 2 or not most or most[0][1] < conversations * 0.9:
        return ""
    return most[0][0] if len(most) == 1 or most[0][1] > most[1][1] else ""

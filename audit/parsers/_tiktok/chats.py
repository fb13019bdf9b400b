"""Private messages in TikTok's exports: which of them are the person's own."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from audit.parsers._tiktok import is_address, time_of, value_of, words_of
from audit.posts import Post

_WITH = "chat history with "
_TO_SHOP = ("sen", "out", "user", "buyer", "customer", "me", "self", "from you", "from user", "from buyer")


def partner_of(heading: str) -> str:
    """Return whom a chat is with, by its heading `Chat History with <name>:`."""
    shown = heading.strip().lstrip("> ").rstrip(": ")
    return shown[len(_WITH) :] if shown.lower().startswith(_WITH) else shown


def owner_by_chats(said: Iterable[tuple[str, str]]) -> str:
    """Return the account that wrote in the most chats without being the other side of them, or "" if it is open.

    `said`: for each message whom the chat is with, and who wrote it.
    """
    chats: dict[str, set[str]] = {}
    for partner, sender in said:
        if sender:
            chats.setdefault(partner.lower(), set()).add(sender.lower())
    found: Counter[str] = Counter()
    for partner, senders in chats.items():
        others = senders - {partner}
        if len(chats) > 1 or len(others) < len(senders):
            found.update(others)
    ranked = found.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]


def message(text: str, moment: datetime | None, partner: str, *, group: bool) -> Post | None:
    """Return a message of the person's, nothing for an empty one."""
    if not text:
        return None
    link = text if is_address(text) else ""
    return Post(
        "message",
        "" if link else text,
        moment,
        audience="group" if group else "private",
        container=partner if group else "",
        reply_to="" if group else partner,
        link_url=link,
    )


def shop_message(record: Mapping[str, Any]) -> Post | None:
    """Return what the person wrote to a shop or to TikTok's support. Raises LookupError if it is not said who wrote."""
    direction = value_of(record, "direction", "from", "sender", "role").lower()
    if not direction:
        raise LookupError
    if not direction.startswith(_TO_SHOP):
        return None
    shop = value_of(record, "shopname", "shop")
    text = words_of(record, "content", "message", "text")
    return message(text, time_of(record, "sendtime", "date", "createtime"), shop, group=False)

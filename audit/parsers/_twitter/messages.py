"""X's direct messages: only what the person wrote themselves, and the names they gave to group conversations.

Before 2020 one file held both kinds of conversation. A message tells ids, never names. Encrypted ones (2026 on) cannot
be read by anyone but the two ends: they are counted, so that nobody takes them for nothing.
"""

from collections.abc import Iterator

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._twitter.files import OddValue, Record, any_time, entries, id_of, listed, mapping, mappings, string
from audit.parsers._twitter.text import Links, typed, unescaped, unescaped_if_escaped
from audit.posts import Post, Unread

_NOT_OURS = "it cannot be told which messages are yours: the export's account.js is missing"


def read_messages(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the person's own messages, conversation by conversation, newest first as the file has them."""
    own = export.account.native_id or _likely_owner(member)
    if not own:
        yield Unread("", _NOT_OURS)
        return
    for entry in entries(member, "dmConversation"):
        if isinstance(entry, Unread):
            yield entry
            continue
        place, conversation = entry
        if not isinstance(conversation.get("messages"), list):
            yield Unread(place, "it holds no list of messages")
            continue
        yield from _conversation(place, conversation, own)


def _conversation(place: str, conversation: Record, own: str) -> Iterator[Post | Unread]:
    name = _name(conversation)
    for number, event in enumerate(conversation["messages"]):
        where = f"{place}.messages[{number}]"
        if not isinstance(event, dict):
            yield Unread(where, "it is not a message")
            continue
        try:
            found = list(_own_words(event, own))
        except OddValue as odd:
            yield Unread(where, str(odd))
            continue
        for post in found:
            post.source, post.container = where, name
            yield post


def _name(conversation: Record) -> str:
    """Return the latest name of a group: events are newest first, so it is the first one."""
    events = (mapping(event, "conversationNameUpdate") for event in mappings(conversation, "messages"))
    return next((unescaped_if_escaped(name) for event in events if (name := string(event, "name"))), "")


def _own_words(event: Record, own: str) -> Iterator[Post]:
    message, renamed = mapping(event, "messageCreate"), mapping(event, "conversationNameUpdate")
    if not message and not renamed and any(key in event for key in ("messageCreate", "text")):
        raise OddValue("it is not a message")
    if message and id_of(message, "senderId") == own:
        yield from _message(message)
    if renamed and id_of(renamed, "initiatingUserId") == own and (name := string(renamed, "name")):
        yield _post(unescaped_if_escaped(name), renamed)


def _message(message: Record) -> Iterator[Post]:
    text = message.get("text", "")
    if not isinstance(text, str):
        raise OddValue("it has no text")
    links = Links(media=len(listed(message, "mediaUrls")))
    links.addresses = {
        short: string(url, "expanded") or short for url in mappings(message, "urls") if (short := string(url, "url"))
    }
    post = _post(typed(unescaped(text), links), message)
    post.link_url, post.media = links.first, links.media
    if post.text or post.media:
        yield post
    for edit in mappings(message, "editHistory"):
        earlier = next((found for key in ("text", "editedText", "messageText") if (found := string(edit, key))), "")
        if earlier and unescaped(earlier) != post.text:
            older = _post(unescaped(earlier), message)
            older.state = "earlier version"
            yield older


def _post(text: str, event: Record) -> Post:
    return Post(
        kind="message",
        text=text,
        posted_at=any_time(event.get("createdAt")),
        native_id=id_of(event, "id"),
        audience="private",
    )


def _likely_owner(member: Member) -> str:
    """Return the one account that all one-to-one conversations share: `<id>-<id>` names both ends."""
    shared: set[str] | None = None
    for entry in entries(member, "dmConversation"):
        if isinstance(entry, Unread):
            continue
        ends = set(string(entry[1], "conversationId").split("-"))
        if len(ends) == 2:
            shared = ends if shared is None else shared & ends
    return next(iter(shared)) if shared and len(shared) == 1 else ""


def read_encrypted(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield no post: say how many encrypted messages there are that cannot be checked."""
    del export
    count = sum(1 for entry in entries(member, "messageEvent") if not isinstance(entry, Unread))
    if count:
        events = "1 message is" if count == 1 else f"{count:,} messages and events are"
        yield Unread("", f"{events} end-to-end encrypted: they cannot be checked")

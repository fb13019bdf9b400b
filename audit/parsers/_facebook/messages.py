"""Chats: threads of the normal export, end-to-end encrypted ones, the person's side of AI and support conversations."""

import re
from collections.abc import Iterator
from typing import Any

from audit.archive import Member
from audit.parsers._clock import epoch_time
from audit.parsers._export import Export
from audit.parsers._facebook import FacebookPost, mentions_resolved
from audit.parsers._facebook.records import Found, guarded, raw_records
from audit.parsers._facebook.values import as_dict, as_text, elements, file_name, first_time, is_words
from audit.posts import Post, Unread, normal_form

_WHO = "whose messages these are is not said: none were taken for yours"
_PICTURES = ("photos", "videos", "gifs", "audio_files", "files", "media")
_NO_TYPED = frozenset({"call", "subscribe", "unsubscribe", "placeholder", "payment"})
_REACTED = re.compile(r"(?:Reacted .{1,20} to your message|Liked a message)\s*")
_SENT = re.compile(r".{1,100} sent (?:an attachment|a link|a photo)\.")


def read_thread(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the person's own messages of one chat.

    People and title may stand before or after the messages, so the posts (not the records) are held until the end.
    """
    held: list[Post | Unread] = []
    people: list[str] = []
    title, owner = "", export.account.name
    unclear = 0
    for found in raw_records(member):
        if isinstance(found, Unread):
            held.append(found)
        elif found.key == "messages":
            unclear += not owner
            held.extend(guarded(lambda found: _read_message(found, owner), found) if owner else ())
        elif found.key == "participants":
            people.append(as_text(found.value) or as_text(as_dict(found.value).get("name")))
        elif found.key in ("title", "threadName", "thread_name"):
            title = as_text(found.value)
    if unclear:
        yield Unread("", _WHO)
    others = tuple(dict.fromkeys(name for name in people if name and name != owner))
    for post in held:
        if isinstance(post, Post):
            post.container, post.people = title, others
        yield post


def _read_message(found: Found, owner: str) -> Iterator[Post | Unread]:
    """Yield a message of the owner's. `content` and `timestamp_ms`, or encrypted: `text` and `timestamp`."""
    message = found.value
    if not isinstance(message, dict):
        yield Unread(found.place, "it is not a record")
        return
    sender = as_text(message.get("sender_name")) or as_text(message.get("senderName"))
    if not same_name(sender, owner) or _is_machine_made(message):
        return
    share = as_dict(message.get("share"))
    typed = message.get("content", message.get("text"))
    media = [as_dict(medium) for key in _PICTURES for medium in elements(message.get(key))]
    link, about = as_text(share.get("link")), as_text(share.get("share_text"))
    made = _REACTED.fullmatch(as_text(typed)) or ((link or media) and _SENT.fullmatch(as_text(typed)))
    text = "" if made else as_text(typed)
    if text or link or about or media:
        yield FacebookPost(
            kind="message",
            text=mentions_resolved(text)[0],
            posted_at=epoch_time(message.get("timestamp_ms", message.get("timestamp")), unit=1000),
            source=found.place,
            audience="private",
            link_url=link,
            link_title=about,
            media=len(media),
            files=tuple(filter(None, (file_name(medium.get("uri")) for medium in media))),
        )
    elif not isinstance(typed, str | None):
        yield Unread(found.place, "it is not built as we expect")


def _is_machine_made(message: dict[str, Any]) -> bool:
    unsent = message.get("is_unsent") is True or message.get("isUnsent") is True
    return unsent or "call_duration" in message or as_text(message.get("type")).lower() in _NO_TYPED


def same_name(one: str, other: str) -> bool:
    """Say whether two spellings are one name."""
    return bool(one) and normal_form(one).casefold() == normal_form(other).casefold()


# --- what was typed to a machine or to the help desk ---------------------------------------------------------------


def read_ai_chats(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield what the person typed to an AI: label/value, a message being a group of labels with text and sender."""
    passed = taken = 0
    for found in raw_records(member):
        if isinstance(found, Unread):
            yield found
            continue
        for post in guarded(lambda found: _typed_to_ai(found, export.account.name), found):
            passed += 1
            if isinstance(post, Unread) or post.text:
                taken += 1
                yield post
    if passed and not taken:
        yield Unread("", "which of the words in it are yours is not said: none were taken")


def _typed_to_ai(found: Found, owner: str) -> Iterator[Post]:
    """Yield a note for every message; without text if it is not the person's."""
    for place, leaves in _messages_of_labels(found.value, found.place):
        texts = [text for leaf in leaves if is_words(text := as_text(leaf.get("value")))]
        words = [text for text in texts if not _is_self(text, owner)]
        own = len(words) < len(texts)
        moments = (first_time(leaf, "timestamp_value") for leaf in leaves)
        yield FacebookPost(
            kind="note",
            text=max(words, key=len, default="") if own else "",
            posted_at=next(filter(None, moments), None),
            source=place,
            audience="private",
        )


def _is_self(text: str, owner: str) -> bool:
    return same_name(text, owner) or text.lower() in ("you", "user")


def _messages_of_labels(value: Any, place: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield every list of labels in which both a text and a time stand."""
    if isinstance(value, list):
        leaves = [leaf for leaf in value if isinstance(leaf, dict)]
        if any("timestamp_value" in leaf for leaf in leaves) and any(as_text(leaf.get("value")) for leaf in leaves):
            yield place, leaves
        for position, element in enumerate(value):
            yield from _messages_of_labels(element, f"{place}[{position}]")
    elif isinstance(value, dict):
        for key in ("label_values", "dict", "vec"):
            yield from _messages_of_labels(value.get(key), f"{place}.{key}")


_HELP_DESK = re.compile(r"facebook|meta\b|messenger|instagram|support|help ?(?:cent|team|desk)|no-?reply", re.I)


def read_support(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield what the person wrote to the help desk: `{"support_messages": {"<number>": {"messages": […]}}}`."""
    for found in raw_records(member):
        if isinstance(found, Unread):
            yield found
        else:
            yield from guarded(lambda found: _support_in(found.value, found.place, export.account.name), found)


def _support_in(value: Any, place: str, owner: str) -> Iterator[Post | Unread]:
    for position, element in enumerate(value if isinstance(value, list) else ()):
        yield from _support_in(element, f"{place}[{position}]", owner)
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        if isinstance(inner, dict | list):
            yield from _support_in(inner, f"{place}.{key}", owner)
    text = as_text(value.get("message"))
    if text and _wrote_to_support(as_text(value.get("from")), as_text(value.get("to")), owner):
        yield FacebookPost(
            kind="note",
            text=text,
            posted_at=first_time(value, "timestamp"),
            source=place,
            audience="private",
            headline=as_text(value.get("subject")),
        )


def _wrote_to_support(sender: str, receiver: str, owner: str) -> bool:
    if same_name(sender, owner):
        return True
    if not sender or _HELP_DESK.search(sender) or same_name(receiver, owner):
        return False
    return not receiver or bool(_HELP_DESK.search(receiver))

"""result.json: a whole account, or one chat, read message by message."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from audit.archive import Member
from audit.parsers._clock import epoch_time, iso_time, plausible
from audit.parsers._export import Export
from audit.parsers._html_words import plain
from audit.parsers._json import Broken
from audit.parsers._json_walk import Found, Path, shown, walked
from audit.parsers._telegram.mended import mended
from audit.parsers._telegram.whose import WAY, Chat, Owner, as_account, owner
from audit.parsers._telegram.words import (
    Fields,
    media_of,
    place_of,
    poll_of,
    reactions_of,
    string,
    words_of,
)
from audit.posts import Post, Unread

CLOSED, UNTOLD = "private messages not read", "chats whose own messages cannot be told"
NOT_BUILT = "it is not built as a message is"
NOT_TOLD = "whose messages these are is not said: none were taken for yours"
_PUBLIC = frozenset(("public_supergroup", "public_channel", "replies"))
_AUDIENCE = {
    "public_supergroup": "public", "public_channel": "public", "replies": "public",
    "private_group": "group", "private_supergroup": "group", "private_channel": "group",
    "personal_chat": "private", "bot_chat": "private", "saved_messages": "private",
}  # fmt: skip
_CHATS = frozenset(("chats", "left_chats"))


def read_result(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the person's own messages in file order: those in public chats, the private ones if they were asked for."""
    person, chat, known = owner(export), Chat(), False
    with member.open() as stream:
        for found in walked(mended(stream), WAY):
            if isinstance(found, Broken):
                yield Unread(shown(found.path, found.place), found.reason)
                continue
            path = found.path
            if (at := _chat_of(path)) != chat.at:
                yield from _untold(chat, export)
                chat = Chat(at)
            if "messages" in path:
                known = True
                yield from _message(found, chat, person, export)
            elif "stories" in path:
                known = True
                yield from _story(found)
            else:
                known = known or path[-1] in ("personal_information", "about", "other_data")
                chat.take(found)
                yield from _about_the_account(found)
    yield from _untold(chat, export)
    if not known:
        yield Unread("", "there are no chats in it")


def _chat_of(path: Path) -> Path:
    """Return the path of the chat in which the path lies; an empty one where the file is one chat."""
    at = next((number for number, step in enumerate(path[:4]) if step in _CHATS), None)
    return path[: at + 3] if at is not None and len(path) > at + 3 else ()


def _untold(chat: Chat, export: Export) -> Iterator[Unread]:
    if chat.untold:
        export.counted[UNTOLD] += 1
        yield Unread(shown(chat.at), NOT_TOLD)
        chat.untold = 0


def _message(found: Found, chat: Chat, person: Owner, export: Export) -> Iterator[Post | Unread]:
    message, place = found.value, shown(found.path, found.place)
    if not isinstance(message, dict):
        yield Unread(place, NOT_BUILT)
        return
    if message.get("type", "message") in ("service", "unsupported") or "forwarded_from" in message:
        return  # what Telegram wrote, or somebody else's words
    closed = chat.kind not in _PUBLIC and not export.messages
    own = person.wrote(message, chat)
    if own is not True:
        chat.untold += own is None and not closed
        return
    if closed:
        export.counted[CLOSED] += 1
        return
    post = _post(message, chat)
    if post is None:
        yield Unread(place, NOT_BUILT)
    elif post.text or post.media or post.place:
        post.source = f"[{place}]" if chat.at else place.removeprefix("messages")
        yield post


def _post(message: Fields, chat: Chat) -> Post | None:
    words = words_of(message)
    if words is None:
        return None
    number = message.get("id")
    answers = message.get("reply_to_message_id")
    return Post(
        _kind(chat, is_answer=answers is not None),
        "\n\n".join(filter(None, (words.text, poll_of(message)))),
        _when(message),
        native_id=f"{chat.number}/{number}" if isinstance(number, int) else "",
        audience=_AUDIENCE.get(chat.kind, "unknown"),
        container="Saved Messages" if chat.kind == "saved_messages" else chat.name,
        link_url=words.link,
        place=place_of(message),
        people=words.people,
        media=media_of(message),
        reactions=reactions_of(message),
    )


def _kind(chat: Chat, *, is_answer: bool) -> str:
    if chat.kind == "saved_messages":
        return "note"
    if chat.kind == "replies":
        return "comment"
    if chat.kind not in _PUBLIC:
        return "message"
    return "reply" if is_answer else "post"


def _when(fields: Fields, key: str = "date") -> datetime | None:
    """Return UTC where the export tells it (since 2023), else the clock of the computer that exported."""
    moment = epoch_time(fields.get(f"{key}_unixtime")) if fields.get(f"{key}_unixtime") else None
    return moment or plausible(iso_time(fields.get(key), assume_utc=False))


def _story(found: Found) -> Iterator[Post | Unread]:
    story, place = found.value, shown(found.path, found.place)
    if not isinstance(story, dict):
        yield Unread(place, "it is not built as a story is")
        return
    words = words_of(story)
    text = "\n\n".join(filter(None, (words.text if words else "", string(story, "caption"))))
    media = int(bool(string(story, "media")))
    if text or media:
        state = "live" if story.get("pinned") is True else "expired"
        yield Post("caption", text, _when(story), f"[{place}]", state=state, media=media, container="Stories")


def _about_the_account(found: Found) -> Iterator[Post | Unread]:
    if found.path == ("personal_information",):
        account = as_account(found.value)
        if account and account.about:
            yield Post("bio", account.about, source="[personal_information]", audience="public")
    elif found.path == ("other_data",):
        yield from drafts(found.value, "other_data.")


def drafts(other: Any, prefix: str = "") -> Iterator[Post]:
    """Yield what was typed into a chat and never sent."""
    listed = other.get("drafts") if isinstance(other, dict) else None
    for place, draft in enumerate(listed if isinstance(listed, list) else ()):
        if not isinstance(draft, dict):
            continue
        text = plain(string(draft, "html")).text or string(draft, "text") or string(draft, "message")
        if text:
            yield Post(
                "note",
                text,
                _when(draft),
                f"[{prefix}drafts[{place}]]",
                audience="private",
                state="draft",
                container=string(draft, "chat"),
            )

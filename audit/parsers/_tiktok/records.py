"""One record of TikTok's in, a post out: comments, videos, live streams, reviews, notes, profile.

Keys come as `by_name` gives them. A record that holds nothing of the person gives None.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from audit.parsers._keys import by_name
from audit.parsers._tiktok import (
    audience_of,
    is_address,
    number_of,
    page_of,
    time_of,
    value_of,
    words_of,
)
from audit.posts import Post, distinct

Record = Mapping[str, Any]
_DATES = ("date", "datetime", "time", "createtime", "commenttime", "creationtime")
_ASSISTANT = ("answer", "response", "reply", "bot", "assistant", "tako", "model", "ai", "output", "suggest", "card")


def comment(record: Record) -> Post | None:
    """Return a comment. Only newer exports have the address of the video that it stands under."""
    page, owner, _ = page_of(record.get("originalposturl"), record.get("originalpostlink"), record.get("url"))
    media = sum([bool(value_of(record, name)) for name in ("photo", "video", "sticker") if record.get(name)])
    text = words_of(record, "comment", "commentcontent", "content", "text")
    if not text and not media:
        return None
    return Post("comment", text, time_of(record, *_DATES), url=page, reply_to=owner, audience="public", media=media)


def video(record: Record, owner: str, state: str = "live") -> Post | None:
    """Return one of the person's own videos: caption, words of stickers, words for those who cannot see it."""
    link = value_of(record, "link", "url", "videolink", "postlink")
    page, _, number = page_of(link)
    written = [words_of(record, name) for name in ("title", "caption", "description", "text", "addyourstext")]
    text = "\n\n".join(distinct([*written, words_of(record, "alternatetext", "alttext")]))
    moment = time_of(record, *_DATES, "datedeleted")
    if not text and not link and moment is None:
        return None
    return Post(
        "caption",
        text,
        moment,
        native_id=number,
        url=page or (f"https://www.tiktok.com/@{owner}/video/{number}" if owner and number else ""),
        audience=audience_of(value_of(record, "whocanview", "audience", "visibility")),
        state=state,
        place=value_of(record, "location"),
        media=max(1, link.count("http")),
        reactions=number_of(record, "likes", "likecount"),
    )


def own_live(record: Record) -> Post | None:
    """Return the title of a live stream that the person held."""
    title = words_of(record, "roomtitle", "title")
    if not title:
        return None
    moment = time_of(record, "livestarttime", *_DATES)
    number = record.get("roomid")
    native = str(number) if isinstance(number, str | int) and not isinstance(number, bool) else ""
    return Post("caption", title, moment, native_id=native, audience="public", state="expired", container="Live")


def live_words(record: Record) -> Iterator[Post | None]:
    """Yield what the person wrote while watching one live stream: comments and questions. None for an odd one."""
    link = value_of(record, "link")
    for lists in (record.get("comments"), record.get("questions")):
        if lists and not isinstance(lists, list | dict):
            yield None
        for one in (lists.values() if isinstance(lists, dict) else lists) if isinstance(lists, list | dict) else ():
            if not isinstance(one, dict):
                yield None
                continue
            entry = by_name(one)
            text = words_of(entry, "commentcontent", "questioncontent", "comment", "question", "content")
            moment = time_of(entry, "commenttime", "questiontime", "rawtime", *_DATES)
            if text:
                url = link if is_address(link) else ""
                yield Post("comment", text, moment, audience="public", container="Live", url=url)


def place_review(record: Record) -> Post | None:
    """Return the review of a place; the stars alone where nothing was written."""
    place, stars = value_of(record, "placename", "location", "place"), value_of(record, "rating")
    if not stars and (number := number_of(record, "rating")) is not None:
        stars = str(number)
    text = words_of(record, "reviewtext", "review", "text", "content")
    rated = f"Rated {place or 'a place'}: {stars}." if stars else ""
    if not text and not rated:
        return None
    moment, likes = time_of(record, *_DATES), number_of(record, "likes")
    headline = rated if text else ""
    return Post("review", text or rated, moment, audience="public", place=place, headline=headline, reactions=likes)


def product_review(record: Record) -> Post | None:
    """Return the review of something bought."""
    text = words_of(record, "reviewtext", "reviewcontent", "review", "content", "comment", "text")
    if not text:
        return None
    about = value_of(record, "productname", "product", "shopname")
    moment = time_of(record, "reviewdate", "reviewtime", "createtime", *_DATES)
    return Post("review", text, moment, audience="public", container=about)


def search(record: Record) -> Post | None:
    """Return what the person searched for."""
    text = words_of(record, "searchterm", "term", "query", "keyword")
    return Post("note", text, time_of(record, *_DATES), audience="private", container="Searches") if text else None


def collection(record: Record) -> Post | None:
    """Return the name that the person gave to a collection of videos."""
    text = words_of(record, "favoritecollection", "collectionname", "name", "title")
    return Post("note", text, time_of(record, *_DATES), audience="unknown", container="Collections") if text else None


def repost(record: Record) -> Post | None:
    """Return somebody else's video that was passed on: its address only."""
    link = value_of(record, "link", "url")
    if not link:
        return None
    return Post("repost", "", time_of(record, *_DATES), audience="public", own_words=False, link_url=link)


def fundraiser(record: Record) -> Post | None:
    """Return the words of a fundraiser."""
    text = "\n\n".join(distinct([words_of(record, "title", "name"), words_of(record, "description")]))
    return Post("listing", text, time_of(record, *_DATES), audience="public") if text else None


def bio(record: Record) -> Post | None:
    """Return the words of the profile."""
    text, name = words_of(record, "biodescription", "bio", "description"), value_of(record, "username")
    url = f"https://www.tiktok.com/@{name}" if name else ""
    return Post("bio", text, audience="public", url=url) if text else None


def assistant_chat(record: Record) -> Iterator[Post | None]:
    """Yield what the person asked TikTok's assistant; its answers are not theirs. None for an odd message."""
    title = value_of(record, "chattitle", "title")
    messages = record.get("messages")
    if messages and not isinstance(messages, list):
        yield None
    for message in messages if isinstance(messages, list) else ():
        if not isinstance(message, dict):
            yield None
            continue
        entry = by_name(message)
        if text := _asked(entry):
            yield Post("note", text, time_of(entry, *_DATES), audience="private", container=title or "Tako")


def _asked(entry: Record) -> str:
    """Return the person's part of a message, whose content is an object that is written in several ways."""
    if _is_assistant(value_of(entry, "from", "role", "sender", "author", "type")):
        return ""
    content = entry.get("content")
    if isinstance(content, str):
        return words_of(entry, "content")
    if not isinstance(content, dict):
        return words_of(entry, "question", "query", "text")
    inner = by_name(content)
    if _is_assistant(value_of(inner, "from", "role", "sender", "author", "type")):
        return ""
    asked = words_of(inner, "question", "query", "prompt", "user", "userinput", "usermessage", "input", "request")
    others = [words_of(inner, name) for name in inner if not _is_assistant(name)]
    return asked or "\n\n".join(distinct(text for text in others if not is_address(text)))


def _is_assistant(name: str) -> bool:
    return any(name.lower().startswith(word) for word in _ASSISTANT)

"""Instagram's and Threads' JSON records of every shape, told by their keys and not by their file.

Posts hold their media and have the words in `title`, of the post or of a medium or of both; stories are media by
themselves; comments are maps of labels, lists with an account as title, or (until 2020) rows of time, text, account;
newer files have a tree of labels. A list may come bare, wrapped in an object, or as its only record.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from audit.archive import Member
from audit.parsers._clock import iso_time
from audit.parsers._facebook import FacebookPost
from audit.parsers._facebook.labels import read_labels
from audit.parsers._facebook.parts import Drawer
from audit.parsers._facebook.posts import NOT_AS_EXPECTED
from audit.parsers._facebook.records import Found, _unwrapped, guarded, raw_records
from audit.parsers._facebook.values import (
    as_dict,
    as_text,
    each_once,
    elements,
    file_name,
    first_time,
    is_address,
    is_words,
    words_in,
)
from audit.parsers._instagram.values import Entries, entries_in, first_link, handles_in, is_account, told_by
from audit.posts import Post, Unread

RECORD_KEYS = frozenset({
    *("media", "uri", "label_values", "string_map_data", "string_list_data"),
    *("caption", "taken_at", "biography", "username", "search_click"),
})  # fmt: skip
_MEDIUM_KEYS = frozenset({"uri", "path", "caption", "taken_at", "creation_timestamp", "title"})
_TYPED = ("title", "caption", "text", "description")
_NO_WORDS = frozenset({
    *("media", "uri", "path", "creation_timestamp", "taken_at", "timestamp", "backup_uri", "media_metadata"),
    *("cross_post_source", "dubbing_info", "text_app_post", "interest_topics", "ai_stickers_used", "media_variants"),
    *("profile_pic", "is_active_profile"),
})  # fmt: skip
_ADDRESSED = ("comment", "answer", "repost", "reply")  # a title is the account that it was written to
_ABOUT_REACH = ("reply_control", "geo_gated_country_list")
_CHOICE = re.compile(r"[a-z]+(?:_[a-z]+)*")  # `accounts_you_follow`
_TELLS_NOTHING = ("type", "time", "taken_at")
_DEEPEST = 6
_OWN_PAGES = ("instagram.com/p/", "instagram.com/reel/", "instagram.com/tv/", "instagram.com/stories/",
              "threads.net/", "threads.com/")  # fmt: skip
ReadOne = Callable[[Found], Iterable[Post | Unread]]


def read_each(member: Member, read_one: ReadOne) -> Iterator[Post | Unread]:
    """Yield what `read_one` makes of every record. A record that is none, or is odd, costs itself."""
    for found in _records(member):
        if isinstance(found, Unread):
            yield found
        elif isinstance(found.value, dict | list):
            yield from guarded(read_one, found)
        else:
            yield Unread(found.place, "it is not a record")


def _records(member: Member) -> Iterator[Found | Unread]:
    for found in raw_records(member, record_keys=RECORD_KEYS):
        if isinstance(found, Unread) or found.place.endswith("]"):
            yield found
        elif isinstance(found.value, dict):
            yield from _unwrapped(found, RECORD_KEYS, _DEEPEST)


def read_shape(found: Found, drawer: Drawer) -> Iterator[Post | Unread]:
    """Yield what the record holds, read by the shape that its keys show."""
    record = found.value
    if isinstance(record, list):
        yield from _row(found, drawer)
    elif "label_values" in record and drawer.kind not in ("comment", "answer", "note"):
        yield from _labelled(found, drawer)
    elif "string_map_data" in record or "label_values" in record:
        yield from _mapped(found, drawer)
    elif "string_list_data" in record:
        yield from _listed(found, drawer)
    elif "media" in record or _MEDIUM_KEYS & record.keys():
        yield from _Taken(found, drawer).posts()
    else:
        yield from _loose(found, drawer)


def made(at: str, drawer: Drawer, text: str, moment: datetime | None, *, spot: str = "", **more: Any) -> FacebookPost:
    """Return a post of this kind."""
    return FacebookPost(
        kind=drawer.kind or "post",
        text=text,
        posted_at=moment,
        source=at,
        place=spot,
        state=more.pop("state", drawer.state),
        audience=drawer.audience,
        own_words=drawer.kind != "repost",
        people=handles_in(text),
        **more,
    )


# --- posts, stories, reels: media with words ------------------------------------------------------------------------


class _Taken:
    """A post and its media, as they are gone through."""

    def __init__(self, found: Found, drawer: Drawer) -> None:
        self.found = found
        self.drawer = drawer
        self.texts: list[str] = []
        self.other: list[str] = []  # words under keys that nobody has described
        self.files: list[str] = []
        self.places: list[str] = []
        self.moments: list[datetime] = []
        self.media = 0
        self.odd = self.answers = False

    def posts(self) -> Iterator[Post | Unread]:
        """Yield the post, and that a part of it is odd."""
        record = self.found.value
        self._take(record)
        self._take_media(record)
        if self.odd:
            yield Unread(self.found.place, NOT_AS_EXPECTED)
        if self.found.key == "direct":  # until 2020: sent in private messages
            return
        text = "\n\n".join(each_once(self.texts + self.other))
        if text or self.media or self.places:
            drawer = replace(self.drawer, kind="reply") if self.answers else self._old_drawer()
            yield made(
                self.found.place,
                drawer,
                text,
                self.moments[0] if self.moments else None,
                media=self.media,
                files=tuple(dict.fromkeys(self.files)),
                spot="; ".join(each_once(self.places)),
            )

    def _old_drawer(self) -> Drawer:
        """Until 2020 one file holds posts and stories."""
        return replace(self.drawer, state="expired") if self.found.key == "stories" else self.drawer

    def _take_media(self, record: dict[str, Any]) -> None:
        for medium in elements(record.get("media")):
            if isinstance(medium, dict):
                self._take(medium)
                self._take_media(medium)
            else:
                self.odd = True

    def _take(self, record: dict[str, Any]) -> None:
        for key, value in record.items():
            if key in _TYPED:
                self.odd |= not isinstance(value, str | None)
                self.texts.append(as_text(value))
            elif key in ("location", "place"):
                spot = as_text(value) or as_text(as_dict(value).get("name"))
                self.places.extend([spot] if spot else ())
            elif key not in _NO_WORDS:
                self.other.extend(words_in({key: value}))
        self._take_file(record)
        for key in ("creation_timestamp", "timestamp"):
            if record.get(key) and (moment := first_time(record, key)):
                self.moments.append(moment)
        if taken := iso_time(record.get("taken_at")):
            self.moments.append(taken)
        if on_threads := as_dict(record.get("text_app_post")):
            self.answers |= on_threads.get("is_reply") is True
            told = {key: value for key, value in on_threads.items() if key not in _ABOUT_REACH}
            self.other.extend(words for words in words_in(told) if not _CHOICE.fullmatch(words))

    def _take_file(self, record: dict[str, Any]) -> None:
        if uri := as_text(record.get("uri")) or as_text(record.get("path")):
            self.media += 1
            self.files.extend(filter(None, [file_name(uri)]))
        if video := as_dict(as_dict(record.get("media_metadata")).get("video_metadata")):
            for subtitles in elements(video.get("subtitles")):
                self.files.extend(filter(None, [file_name(as_dict(subtitles).get("uri"))]))


def is_own_page(address: str) -> bool:
    """Say whether the address is that of a post on Instagram or Threads."""
    return any(page in address for page in _OWN_PAGES)


# --- labels and values -----------------------------------------------------------------------------------------------


def _labelled(found: Found, drawer: Drawer) -> Iterator[Post | Unread]:
    """A tree of labels: whatever may be words is taken as the person's.

    Its number is not kept: the same post stands without one in `posts_1.json`, and is to be the same in every export.
    """
    for post in read_labels(found, replace(drawer, kind=drawer.kind or "post", typed_titles=True)):
        if isinstance(post, Post):
            post.own_words, post.native_id = drawer.kind != "repost", ""
            post.people = tuple(dict.fromkeys((*post.people, *handles_in(post.text))))
            if not post.url and is_own_page(post.link_url):
                post.url, post.link_url = post.link_url, ""
        yield post


def _mapped(found: Found, drawer: Drawer) -> Iterator[Post | Unread]:
    """A map of labels: a comment, an answer, a search."""
    record = found.value
    entries = entries_in(record)
    if entries.odd or not isinstance(record.get("title"), str | None):
        yield Unread(found.place, NOT_AS_EXPECTED)
    stuck = [as_dict(medium) for medium in elements(record.get("media_list_data"))]
    files = [name for medium in stuck if (name := file_name(medium.get("uri")))]
    title = as_text(record.get("title"))
    if drawer.kind == "note":
        yield from _noted(found, drawer, entries, title)
        return
    told = told_by(entries.pairs, ordered=True)
    words = told.words if drawer.kind in _ADDRESSED else filter(is_words, told.words)
    text = "\n\n".join(dict.fromkeys(words))
    link = first_link(record) if drawer.kind == "repost" else ""
    if text or files or link:
        yield made(
            found.place,
            drawer,
            text,
            entries.moment,
            reply_to=told.owner or title,
            media=len(files),
            files=tuple(files),
            url=link,
            state="deleted" if told.deleted else drawer.state,
        )


def _noted(found: Found, drawer: Drawer, entries: Entries, title: str) -> Iterator[Post]:
    """A search: what was typed, or the account that was looked for."""
    values = [value for _, value in entries.pairs if is_words(value) and value not in ("True", "False")]
    if text := "\n\n".join(each_once(values)) or title:
        yield made(found.place, drawer, text, entries.moment)


def _listed(found: Found, drawer: Drawer) -> Iterator[Post | Unread]:
    """An account, or nothing, as title, and what was written to it: one text or several."""
    record = found.value
    title = as_text(record.get("title"))
    entries = elements(record.get("string_list_data"))
    for position, entry in enumerate(entries):
        place = found.place if len(entries) == 1 else f"{found.place}.string_list_data[{position}]"
        if not isinstance(entry, dict) or not isinstance(entry.get("value"), str | None):
            yield Unread(place, NOT_AS_EXPECTED)
            continue
        text, href = as_text(entry.get("value")), as_text(entry.get("href"))
        if drawer.kind == "note" or (drawer.kind not in _ADDRESSED and not is_account(title)):
            text = "\n\n".join(each_once((title, text)))
        link = href if is_address(href) and "@" not in href.partition("/")[0] else ""
        if text or (link and drawer.kind == "repost"):
            moment = first_time(entry, "timestamp")
            more = {"reply_to": title} if drawer.kind in _ADDRESSED else {}
            yield made(place, drawer, text, moment, url=link, **more)


def _row(found: Found, drawer: Drawer) -> Iterator[Post | Unread]:
    """Until 2020: `[time, text, account]` for comments, `[time, account, answer]` for answers to stickers."""
    row = found.value
    if any(isinstance(cell, dict) for cell in row):
        for position, cell in enumerate(row):
            place = f"{found.place}[{position}]"
            if isinstance(cell, dict):
                yield from read_shape(Found(place, found.key, cell), drawer)
            else:
                yield Unread(place, "it is not a record")
        return
    cells = [as_text(cell) for cell in row]
    if len(cells) < 2 or any(not isinstance(cell, str | None) for cell in row):
        yield Unread(found.place, NOT_AS_EXPECTED)
        return
    account, texts = (cells[1], cells[2:]) if drawer.kind == "answer" else ("".join(cells[2:3]), cells[1:2])
    if text := "\n\n".join(filter(None, texts)):
        yield made(found.place, drawer, text, iso_time(cells[0]), reply_to=account)


def _loose(found: Found, drawer: Drawer) -> Iterator[Post | Unread]:
    """Nothing that we know: whatever may be words is taken, so that none are lost."""
    record = found.value
    text = "\n\n".join(each_once(words_in({key: value for key, value in record.items() if key not in _TELLS_NOTHING})))
    if text:
        moment = first_time(record, "timestamp", "creation_timestamp") or iso_time(record.get("time"))
        yield made(found.place, drawer, text, moment)
    elif record:
        yield Unread(found.place, "it has none of the parts that we know")

"""Pictures and videos that hang on no post: albums, loose photos, videos."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from audit.archive import Member
from audit.parsers._facebook import FacebookPost, mentions_resolved, titles
from audit.parsers._facebook.gather import gather_media
from audit.parsers._facebook.parts import Drawer, Parts
from audit.parsers._facebook.posts import all_made
from audit.parsers._facebook.records import Found, guarded, raw_records
from audit.parsers._facebook.values import as_text, each_once, elements, first_time
from audit.posts import Post, Unread


def read_album(member: Member, drawer: Drawer) -> Iterator[Post | Unread]:
    """Yield the album's words and its pictures. A file without a name is a list of loose pictures.

    The name may stand before or after the pictures, so the posts (not the records) are held until the end.
    """
    album = _Album(drawer)
    held: list[Post | Unread] = []
    for found in raw_records(member):
        if isinstance(found, Unread):
            held.append(found)
        elif found.key in ("photos", "videos", "cover_photo") or found.key.startswith(("other_photos", "videos_v")):
            held.extend(guarded(album.photo, found))
        elif found.place.endswith("]"):
            held.extend(guarded(album.whole, found))
        else:
            album.take(found.key, found.value)
    yield from album.own("")
    for post in held:
        if isinstance(post, Post) and post.kind == "caption":
            post.container = post.container or album.name
        yield post


def read_album_record(found: Found, drawer: Drawer) -> Iterator[Post | Unread]:
    """Yield what an album that is one record of a list holds."""
    yield from _Album(drawer).whole(found)


def read_medium(found: Found, drawer: Drawer, album: str = "") -> list[Post | Unread]:
    """Return a picture or video with its caption, and the person's comments under it."""
    parts = Parts(drawer)
    gather_media(found.value, parts, ())
    if album:
        parts.albums.insert(0, album)
    return all_made(found, drawer if drawer.kind else replace(drawer, kind="caption"), parts, "")


class _Album:
    """An album as it comes, a key at a time."""

    def __init__(self, drawer: Drawer) -> None:
        self.drawer = drawer if drawer.kind else replace(drawer, kind="caption")
        self.name = ""
        self.description = ""
        self.changed: Any = None

    def whole(self, found: Found) -> Iterator[Post | Unread]:
        """Yield all that an album in one record holds, or the picture that it is instead."""
        album = found.value
        if not isinstance(album, dict):
            yield Unread(found.place, "it is not a record")
        elif "uri" in album:
            yield from self.photo(found)
        else:
            for key, value in album.items():
                self.take(key, value)
            yield from self.own(found.place)
            for position, photo in enumerate(elements(album.get("photos"))):
                yield from self.photo(Found(f"{found.place}.photos[{position}]", "photos", photo))
            if album.get("cover_photo"):
                yield from self.photo(Found(f"{found.place}.cover_photo", "cover_photo", album["cover_photo"]))

    def take(self, key: str, value: Any) -> None:
        """Take in what stands beside the pictures."""
        if key == "name":
            self.name = as_text(value)
        elif key == "description":
            self.description = as_text(value)
        elif key == "last_modified_timestamp":
            self.changed = value

    def own(self, place: str) -> Iterator[Post | Unread]:
        """Yield the album's own words, unless its name is one that Facebook gave."""
        name = "" if titles.is_given(self.name) else self.name
        text = "\n\n".join(each_once((name, self.description)))
        if text:
            resolved, names = mentions_resolved(text)
            moment = first_time({"changed": self.changed}, "changed")
            yield FacebookPost(
                kind="caption",
                text=resolved,
                posted_at=moment,
                source=place,
                state=self.drawer.state,
                container=self.name,
                people=tuple(dict.fromkeys(names)),
            )

    def photo(self, found: Found) -> Iterator[Post | Unread]:
        """Yield a picture of the album."""
        if isinstance(found.value, dict):
            yield from read_medium(found, self.drawer, self.name)
        else:
            yield Unread(found.place, "it is not a record")

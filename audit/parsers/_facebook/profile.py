"""The words of a profile: what one says of oneself, work, schools, quotations."""

from collections.abc import Iterator
from typing import Any

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._facebook import FacebookPost, mentions_resolved
from audit.parsers._facebook.account import profile_in
from audit.parsers._facebook.records import Found, guarded
from audit.parsers._facebook.values import as_dict, as_text, each_once, elements, first_time, words_in
from audit.posts import Post, Unread

# What is in a profile and is nobody's words, or names other people only.
_NO_WORDS = frozenset({
    *("name", "username", "profile_uri", "emails", "phone_numbers", "websites", "screen_names", "address", "addresses"),
    *("birthday", "gender", "previous_names", "other_names", "registration_timestamp", "blood_info", "languages"),
    *("current_city", "hometown", "places_lived", "relationship", "previous_relationships", "family_members"),
    *("interested_in", "pages", "groups", "movies", "books", "music", "music_artists", "tv_shows", "games", "sports"),
    *("eligibilities", "timestamp", "fbid", "media"),
})  # fmt: skip


def read_profile(member: Member, _: Export) -> Iterator[Post | Unread]:
    """Yield every passage of the profile as a bio, whatever its key is called."""
    profile = profile_in(member)
    if not profile:
        yield Unread("", "no profile was found in it")
    for key, value in profile.items():
        if key not in _NO_WORDS:
            for position, entry in enumerate(elements(value)):
                place = f".{key}[{position}]" if isinstance(value, list) else f".{key}"
                yield from guarded(_read_entry, Found(place, key, entry))


def _read_entry(found: Found) -> Iterator[Post | Unread]:
    entry = as_dict(found.value)
    text, names = mentions_resolved(_words(found.value, entry))
    if text:
        yield FacebookPost(
            kind="bio",
            text=text,
            posted_at=first_time(entry, "timestamp", "start_timestamp"),
            source=found.place,
            people=tuple(dict.fromkeys(names)),
        )
    elif not isinstance(found.value, dict | str | None):
        yield Unread(found.place, "it is not built as we expect")


def _words(value: Any, entry: dict[str, Any]) -> str:
    """A job or school in one line, then what was written about it."""
    if isinstance(value, str):
        return value.strip()
    line = ", ".join(each_once(as_text(entry.get(key)) for key in ("title", "name", "employer", "degree", "location")))
    known = ("title", "name", "employer", "degree", "location", "school_type")
    rest = words_in({key: inner for key, inner in entry.items() if key not in known})
    return "\n\n".join(each_once((line, *rest)))

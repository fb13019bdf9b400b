"""One activity of an outbox: what it says, who may see it, what it answers or passes on."""

import re
from collections.abc import Iterator
from typing import Any

from audit.parsers._clock import iso_time, plausible
from audit.parsers._html_words import plain
from audit.posts import Post, Unread, distinct

Fields = dict[str, Any]
WORDS = frozenset(("Note", "Question", "Article", "Page", "Event", "Image", "Video", "Audio", "ChatMessage"))
_PICTURED = frozenset(("Document", "Image", "Video", "Audio"))
_MARKUP = re.compile(r"</?(?:p|br|a|span|div|b|i|em|strong)\b|&(?:amp|lt|gt|quot|nbsp|#\d{1,6});", re.IGNORECASE)
_FILE_NAME = re.compile(r"[^\s/]{1,200}\.(?:jpe?g|png|gif|webp|heic|mp4|mov|webm|mp3|ogg|wav|m4a)", re.IGNORECASE)
_HTTP = re.compile(r"https?://[^\s\"<>]+", re.IGNORECASE)
NOT_BUILT = "it is not built as an activity is"


def strings(value: object) -> list[str]:
    """Return the strings in a list, or the one that stands alone; what is an object gives its id."""
    found = value if isinstance(value, list) else [value]
    ids = [one.get("id") if isinstance(one, dict) else one for one in found]
    return [one for one in ids if isinstance(one, str) and one]


def fields_of(value: object) -> list[Fields]:
    """Return the objects in a list, or the one that stands alone."""
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def string(fields: Fields, *keys: str) -> str:
    """Return the first of these values that is a text with something in it."""
    return next((value for key in keys if isinstance(value := fields.get(key), str) and value.strip()), "")


def web_address(text: str) -> str:
    """Return the text if it is an address that a browser may open."""
    return text if _HTTP.fullmatch(text) else ""


def unmarked(text: str) -> str:
    """Return plain text of what is HTML in some servers' exports and plain in others'."""
    return plain(text).text if _MARKUP.search(text) else text.strip()


def activity_posts(activity: object, followers: str = "") -> Iterator[Post | Unread]:
    """Yield what one activity holds, with an empty source: a post, a boost, or nothing but the person's act."""
    if not isinstance(activity, dict):
        yield Unread("", NOT_BUILT)
        return
    kind, inner = string(activity, "type"), activity.get("object")
    if kind == "Announce":
        yield from _boost(activity, followers)
    elif kind in WORDS:
        yield from _own(activity, {}, followers)
    elif kind in ("Create", "Update") and isinstance(inner, dict):
        yield from _own(inner, activity, followers)
    elif kind in ("Create", "Update") or not kind:
        yield Unread("", "its words are not in it" if kind in ("Create", "Update") else NOT_BUILT)


def _boost(activity: Fields, followers: str) -> Iterator[Post]:
    """Yield the address of what was passed on. A boost of one's own post for followers holds that post whole."""
    inner = activity.get("object")
    if isinstance(inner, dict) and _by(inner) and _by(inner) == string(activity, "actor"):
        yield from _own(inner, {}, followers)
        return
    passed_on = next(iter(strings(inner)), "")
    address = web_address(string(inner, "url") if isinstance(inner, dict) else "") or web_address(passed_on)
    text = _text(inner)[0] if isinstance(inner, dict) else ""
    if address or text:
        yield Post(
            "repost",
            text,
            plausible(iso_time(activity.get("published"))),
            native_id=string(activity, "id"),
            audience=_audience(activity, {}, followers)[0],
            own_words=False,
            link_url=address,
        )


def _own(note: Fields, activity: Fields, followers: str) -> Iterator[Post]:
    text, links = _text(note)
    attached = fields_of(note.get("attachment"))
    media = sum(string(one, "type") in _PICTURED for one in attached)
    place = note.get("location")
    place_name = string(place, "name") if isinstance(place, dict) else ""
    if not (text or media or place_name):
        return
    audience, kind = _audience(note, activity, followers)
    own = _is_own(note, activity)
    answered = next(iter(strings(note.get("inReplyTo"))), "")
    yield Post(
        "repost" if not own else kind or _kind(note, answered),
        text,
        next(filter(None, (plausible(iso_time(one.get("published"))) for one in (note, activity))), None),
        native_id=string(note, "id"),
        url=_address(note),
        audience=audience,
        own_words=own,
        reply_to=answered,
        link_url=_link(note, attached, links),
        place=place_name,
        people=tuple(dict.fromkeys(_mentioned(note))),
        media=media,
        language=_language(note),
    )


def _kind(note: Fields, answered: str) -> str:
    if (form := string(note, "type")) in ("Article", "Page", "Event"):
        return "event" if form == "Event" else "article"
    return "reply" if answered else "post"


def _by(note: Fields) -> str:
    return next(iter(strings(note.get("attributedTo"))), "")


def _is_own(note: Fields, activity: Fields) -> bool:
    """A person's outbox holds their own posts; where author and actor are told and differ, it is somebody else's."""
    author, actor = strings(note.get("attributedTo")), strings(activity.get("actor"))
    return not author or not actor or bool(set(author) & set(actor))


# --- words -----------------------------------------------------------------------------------------------------------


def _text(note: Fields) -> tuple[str, list[str]]:
    """Return warning, title, words, choices of a poll and descriptions of pictures; and the links in the words."""
    said = [plain(one) for one in _contents(note)]
    choices = [unmarked(string(one, "name")) for key in ("oneOf", "anyOf") for one in fields_of(note.get(key))]
    described = [
        string(one, "name", "summary") for one in fields_of(note.get("attachment")) if one.get("type") != "Link"
    ]
    parts = [
        unmarked(string(note, "summary")),
        unmarked(string(note, "name")),
        *distinct(one.text for one in said),
        "\n".join(filter(None, choices)),
        *distinct(unmarked(one) for one in described if not _FILE_NAME.fullmatch(one.strip())),
    ]
    return "\n\n".join(part for part in parts if part), [link for one in said for link in one.links]


def _contents(note: Fields) -> list[str]:
    """Return the words, in each language they were written in; if there are none, what was typed into the editor."""
    by_language = note.get("contentMap")
    versions = [one for one in by_language.values() if isinstance(one, str)] if isinstance(by_language, dict) else []
    found = list(dict.fromkeys(filter(str.strip, (string(note, "content"), *versions[:20]))))
    source = note.get("source")
    typed = string(source, "content") if isinstance(source, dict) else source
    return found or ([typed] if isinstance(typed, str) else [])


def _language(note: Fields) -> str:
    by_language = note.get("contentMap")
    names = list(by_language) if isinstance(by_language, dict) else []
    return names[0] if len(names) == 1 and len(names[0]) < 20 else ""


def _mentioned(note: Fields) -> Iterator[str]:
    """Yield full handles; the words show only their first half."""
    for tag in fields_of(note.get("tag")):
        if tag.get("type") == "Mention" and (name := string(tag, "name")):
            yield name.strip()


def _address(note: Fields) -> str:
    url = note.get("url")
    named = [url] if isinstance(url, str) else [string(one, "href") for one in fields_of(url)]
    return next(filter(None, map(web_address, (*named, string(note, "id")))), "")


def _link(note: Fields, attached: list[Fields], links: list[str]) -> str:
    """Return the post that is quoted, else the first link."""
    quoted = string(note, "quote", "quoteUrl", "quoteUri", "_misskey_quote")
    cards = [string(one, "href") for one in attached if one.get("type") == "Link"]
    return next(filter(None, map(web_address, (quoted, *cards, *links))), "")


# --- audience --------------------------------------------------------------------------------------------------------


def _audience(note: Fields, activity: Fields, followers: str) -> tuple[str, str]:
    """Return who may see it, and its kind if that follows: a direct post is a message, one to nobody a note."""
    told = [one for one in (note, activity) if "to" in one or "cc" in one]
    to = [address for one in told for address in strings(one.get("to"))]
    cc = [address for one in told for address in strings(one.get("cc"))]
    if any(map(_is_public, to + cc)):  # in cc only: "quiet public", shown to whoever comes by
        return "public", ""
    if any(address == followers or address.endswith("/followers") for address in to + cc):
        return "friends", ""
    if note.get("type") == "ChatMessage" or to or cc:
        return "private", "message"
    empty = any(one.get("to") == [] for one in told)
    return ("private", "note") if empty else ("unknown", "")


def _is_public(address: str) -> bool:
    return address in ("as:Public", "Public") or address.endswith("#Public")

"""A tweet's words as they were typed: unescaped once, with real addresses for t.co links, without those of its media.

Indices are not needed for it: a short link is told by itself.
"""

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from audit.parsers._twitter.files import Record, mapping, mappings, string
from audit.posts import clean_text

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_RAW = re.compile(r"[<>]|&(?!(?:amp|lt|gt|quot|apos|#39);)")
_LINK = re.compile(r"https?://[^\s…]+", re.IGNORECASE)
_HALF_LINK = re.compile(r"\s*\bhttps?(?::[^\s…]*)?…$", re.IGNORECASE)
_OWN_MEDIA = re.compile(r"https?://(?:mobile\.)?(?:twitter|x)\.com/[^/\s]+/status/(\d+)/(?:photo|video)/\d+")
_RETWEET = re.compile(r"RT @\w{1,20}:(?: |$)")
_HANDLE = re.compile(r"(?<![\w@/.])@(\w{1,20})")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_NO_LANGUAGE = frozenset({"und", "art", "zxx", "qam", "qct", "qht", "qme", "qst"})
_MOST_LINKS = 500
_LONGEST_ADDRESS = 4096
_LONGEST_NAME = 50
_AS_LONG_AS_A_SHORT_LINK = 23 * "\N{LINK SYMBOL}"
_LEADING_MENTIONS = re.compile(r"\A\s*(?:@\w{1,20}\s+)+")


def unescaped(text: str) -> str:
    """Return the text with `&amp;` and the like undone, once. A bare `&copy` somebody typed stays."""
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)


def unescaped_if_escaped(text: str) -> str:
    """Return the text, unescaped only if nothing in it shows that it never was escaped."""
    return text if _RAW.search(text) else unescaped(text)


@dataclass(slots=True)
class Links:
    """The short links of a text: what each stands for; those of its pictures and videos; how many of these."""

    addresses: dict[str, str] = field(default_factory=dict)
    of_media: set[str] = field(default_factory=set)
    media: int = 0

    @property
    def first(self) -> str:
        return next((address for short, address in self.addresses.items() if short not in self.of_media), "")


def links_of(tweet: Record, native_id: str) -> Links:
    """Return the links of a tweet by its entities, whatever is missing or odd there."""
    links = Links()
    entities, extended = mapping(tweet, "entities"), mapping(tweet, "extended_entities")
    if not (entities.get("urls") or entities.get("media") or extended):
        return links
    for url in mappings(entities, "urls"):
        _take(links, string(url, "url"), string(url, "expanded_url"), native_id)
    media = mappings(extended, "media") or mappings(entities, "media")
    links.of_media.update(short for one in [*media, *mappings(entities, "media")] if (short := string(one, "url")))
    links.media = len(media) or len(links.of_media)
    return links


def _take(links: Links, short: str, address: str, native_id: str) -> None:
    address = address or short
    if not short or len(address) > _LONGEST_ADDRESS:
        return
    links.addresses[short] = address
    own = _OWN_MEDIA.match(address)
    if own and own[1] == native_id:
        links.of_media.add(short)


def typed(text: str, links: Links) -> str:
    """Return unescaped text with real addresses, and without the short links that only stand for media."""
    if not (links.addresses or links.of_media):
        return text.strip()
    return _LINK.sub(lambda found: _replaced(found[0], links), text, count=_MOST_LINKS).strip()


def _replaced(link: str, links: Links) -> str:
    """The longest known short link that the link begins with is replaced, so that none is replaced inside another."""
    known = [short for short in (*links.addresses, *links.of_media) if _begins_with(link, short)]
    if not known:
        return link
    short = max(known, key=len)
    address = "" if short in links.of_media else links.addresses[short]
    return f"{address}{link[len(short) :]}"


def _begins_with(link: str, short: str) -> bool:
    """A short link may be followed by a bracket or by a script without spaces, but not by more of itself."""
    behind = link[len(short) : len(short) + 1]
    return link.startswith(short) and not (behind.isascii() and behind.isalnum())


def retweet_prefix(text: str) -> str:
    """Return `RT @name: ` if the text begins with it, else ""."""
    found = _RETWEET.match(text) if text.startswith("RT") else None
    return found[0] if found else ""


def without_half_link(text: str) -> str:
    """Return a retweet that was cut at 140 characters without the piece of a link at its end."""
    return _HALF_LINK.sub("…", text)


def handles(tweet: Record, text: str) -> tuple[str, ...]:
    """Return who is mentioned, by the entities, or by the words if there are none."""
    named = [string(one, "screen_name") for one in mappings(mapping(tweet, "entities"), "user_mentions")]
    return (handles_of([name for name in named if name]) if named else ()) or handles_in(text)


def handles_of(names: list[str]) -> tuple[str, ...]:
    """Return the names as handles, each once."""
    return tuple(dict.fromkeys(f"@{clean_text(name).removeprefix('@')[:_LONGEST_NAME]}" for name in names))


def handles_in(text: str) -> tuple[str, ...]:
    """Return the handles that stand in the words themselves."""
    return handles_of(_HANDLE.findall(text)) if "@" in text else ()


def language(tweet: Record) -> str:
    """Return the language as X tells it, "" where it says that it does not know."""
    return _language(string(tweet, "lang"))


@lru_cache(maxsize=256)
def _language(told: str) -> str:
    return told if _LANGUAGE.fullmatch(told) and told not in _NO_LANGUAGE else ""


def place_of(tweet: Record) -> str:
    """Return the place's name, or else "latitude, longitude"."""
    if not (tweet.get("place") or tweet.get("geo") or tweet.get("coordinates")):
        return ""
    place = mapping(tweet, "place")
    if name := string(place, "full_name") or string(place, "name"):
        country = string(place, "country")
        return f"{name}, {country}" if country and country not in name else name
    first, second = _pair(mapping(tweet, "geo"))
    if not first:
        second, first = _pair(mapping(tweet, "coordinates"))  # GeoJSON: longitude first
    return f"{first}, {second}" if first and second else ""


def _pair(point: Record) -> tuple[str, str]:
    found = point.get("coordinates")
    if not isinstance(found, list) or len(found) != 2:
        return "", ""
    first, second = (_number(one) for one in found)
    return (first, second) if first and second else ("", "")


def _number(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return ""
    written = str(value)[:24]
    return written if re.fullmatch(r"-?\d{1,3}(?:\.\d+)?", written) else ""


def leading_mentions(text: str) -> str:
    """Return the handles that an answer begins with, or ""."""
    found = _LEADING_MENTIONS.match(text)
    return found[0] if found else ""


def plain_form(text: str) -> str:
    """Return what is compared when a cut text is held against a whole one: no leading handles, no addresses."""
    bare = _LEADING_MENTIONS.sub("", text)
    return " ".join(_LINK.sub("\N{LINK SYMBOL}", bare).split())


def cut_form(text: str) -> str:
    """Return a cut text's `plain_form` without what X puts behind the cut: `…` and links of media and quotes."""
    return plain_form(text).rstrip("\N{LINK SYMBOL} ").rstrip("… ")


def length_before_cut(text: str) -> int:
    """Return how long a text that ends in `…` is without leading handles and trailing links; 0 for other texts."""
    bare = _LINK.sub(_AS_LONG_AS_A_SHORT_LINK, _LEADING_MENTIONS.sub("", text)).rstrip(_AS_LONG_AS_A_SHORT_LINK + " \n")
    return len(bare) if bare.endswith("…") else 0

"""One record of a Bluesky repository: what it says, what it answers, shows and passes on."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from audit.parsers._clock import iso_time, plausible
from audit.posts import Post, distinct

Fields = dict[str, Any]
SITE = "https://bsky.app"
POST, REPOST, PROFILE = "app.bsky.feed.post", "app.bsky.feed.repost", "app.bsky.actor.profile"
NAMED = ("app.bsky.graph.list", "app.bsky.graph.starterpack", "app.bsky.feed.generator")
_WORDLESS = re.compile(
    r"app\.bsky\.feed\.(?:like|threadgate|postgate)|app\.bsky\.graph\.(?:follow|block|listitem|listblock|verification)"
    r"|app\.bsky\.(?:labeler|notification)\..*|chat\.bsky\.actor\.declaration|.*\.(?:like|follow|block|subscription)"
)
_HTTP = re.compile(r"https?://[^\s\"<>]+", re.IGNORECASE)
AT = re.compile(r"at://(did:[\w.:%-]{1,250})/([\w.-]{1,250})/([\w.~:-]{1,250})")
_TID = re.compile(r"[234567a-z]{13}")
_LETTERS = "234567abcdefghijklmnopqrstuvwxyz"
_MACHINE = re.compile(
    r"at://|did:|https?://|baf[ky]\w{20,}|\d{4}-\d\d-\d\dT|[\w.-]+#\w+$|#?[0-9a-f]{6,}$|\w+/[\w.+-]+$"
)
_SPOKEN = re.compile(
    r"text|title|name|displayname|description|content|body|summary|subtitle|comment|message|status|note|caption|alt"
    r"|plaintext|markdown|value|bio|review"
)
_DEEPEST = 30


def may_hold_words(key: str) -> bool:
    """Say whether a record with this key, or of this collection, can hold words: likes and follows are most of all."""
    return not _WORDLESS.fullmatch(key.partition("/")[0])


def record_posts(collection: str, rkey: str, record: object, did: str) -> Iterator[Post]:
    """Yield what the record says, with an empty source. `rkey` and `did` are "" where they are not known."""
    if not isinstance(record, dict) or not may_hold_words(collection):
        return
    if collection == POST:
        found = _post(record)
    elif collection == REPOST:
        found = _repost(record)
    else:
        found = _other(collection, record)
    if found is None:
        return
    if did and rkey:
        found.native_id = f"at://{did}/{collection}/{rkey}"
        found.url = _page(did, collection, rkey)
    found.posted_at = plausible(iso_time(record.get("createdAt"))) or tid_time(rkey)
    found.audience = "public"
    yield found


def string(fields: object, key: str) -> str:
    """Return the value if it is a text with something in it."""
    value = fields.get(key) if isinstance(fields, dict) else None
    return value if isinstance(value, str) and value.strip() else ""


def fields_of(value: object, key: str) -> list[Fields]:
    """Return the objects in the list that stands under the key."""
    inner = value.get(key) if isinstance(value, dict) else None
    return [one for one in inner if isinstance(one, dict)] if isinstance(inner, list) else []


def tid_time(rkey: str) -> datetime | None:
    """Return the time that a record key holds: 13 characters, microseconds since 1970 above the lowest 10 bits."""
    if not _TID.fullmatch(rkey):
        return None
    number = 0
    for letter in rkey:
        number = number << 5 | _LETTERS.index(letter)
    try:
        return plausible(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=number >> 10))
    except OverflowError:
        return None


def web_page(address: str) -> str:
    """Return the page of a record at bsky.app, or what already is a web address."""
    if _HTTP.fullmatch(address):
        return address
    found = AT.fullmatch(address)
    return _page(found[1], found[2], found[3]) if found else ""


def _page(did: str, collection: str, rkey: str) -> str:
    kinds = {POST: "post", "app.bsky.graph.list": "lists", "app.bsky.feed.generator": "feed"}
    if collection in kinds:
        return f"{SITE}/profile/{did}/{kinds[collection]}/{rkey}"
    if collection == "app.bsky.graph.starterpack":
        return f"{SITE}/starter-pack/{did}/{rkey}"
    return f"{SITE}/profile/{did}" if collection == PROFILE else ""


# --- posts -----------------------------------------------------------------------------------------------------------


def _post(record: Fields) -> Post | None:
    text = string(record, "text")
    embeds = list(_embeds(record.get("embed"), 0))
    described = [string(one, "alt") for one in _pictures(embeds)]
    tags = record.get("tags")
    tags = [f"#{tag}" for tag in tags if isinstance(tag, str) and tag.strip()] if isinstance(tags, list) else []
    parts = (text, *distinct(described), " ".join(tag for tag in tags if tag.lower() not in text.lower()))
    card: Fields = next((one["external"] for one in embeds if isinstance(one.get("external"), dict)), {})
    quoted = next(filter(None, (web_page(_reference(one.get("record"))) for one in embeds)), "")
    links, people = _facets(record, text)
    media = len(_pictures(embeds))
    link = quoted or web_page(string(card, "uri")) or next(iter(links), "")
    whole = "\n\n".join(part for part in parts if part)
    title = "\n\n".join(distinct((string(card, "title"), string(card, "description"))))
    if not (whole or media or link or title):
        return None
    reply = record.get("reply")
    answered = web_page(_reference(reply.get("parent"))) if isinstance(reply, dict) else ""
    return Post(
        "reply" if isinstance(reply, dict) else "share" if quoted or card else "post",
        whole,
        reply_to=answered,
        link_url=link,
        link_title=title,
        people=people,
        media=media,
        language=_language(record),
    )


def _embeds(embed: object, depth: int) -> Iterator[Fields]:
    """Yield what hangs on a post: one thing, or a quoted post and one thing more."""
    if isinstance(embed, dict) and depth < 4:
        yield embed
        yield from _embeds(embed.get("media"), depth + 1)


def _pictures(embeds: list[Fields]) -> list[Fields]:
    """Return the pictures and videos, with their descriptions."""
    pictures = [one for embed in embeds for key in ("images", "items") for one in fields_of(embed, key)]
    return pictures + [embed for embed in embeds if "video" in embed]


def _reference(value: object) -> str:
    """Return the address in a reference; with a picture beside it, it stands one level deeper."""
    inner = value.get("record") if isinstance(value, dict) else None
    return string(value, "uri") or string(inner, "uri")


def _facets(record: Fields, text: str) -> tuple[list[str], tuple[str, ...]]:
    """Return the links and the handles in the words. Places count bytes of UTF-8, not characters."""
    encoded = text.encode("utf-8", "replace")
    links: list[str] = []
    people: dict[str, None] = {}
    for facet in fields_of(record, "facets")[:500]:
        for feature in fields_of(facet, "features")[:20]:
            if link := web_page(string(feature, "uri")):
                links.append(link)
            elif string(feature, "did"):
                people[_cut_out(encoded, facet.get("index"))] = None
    links += [web_page(string(one, "value")) for one in fields_of(record, "entities")[:500]]  # before 2023
    return [link for link in links if link], tuple(name for name in people if name)


def _cut_out(encoded: bytes, index: object) -> str:
    start, end = (index.get("byteStart"), index.get("byteEnd")) if isinstance(index, dict) else (None, None)
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= start + 300:
        return ""
    return encoded[start:end].decode("utf-8", "ignore").strip()


def _language(record: Fields) -> str:
    names = record.get("langs")
    names = [one for one in names if isinstance(one, str)] if isinstance(names, list) else []
    return names[0] if len(names) == 1 and len(names[0]) < 20 else ""


def _repost(record: Fields) -> Post | None:
    """Return somebody else's words passed on: only the address is known."""
    link = web_page(_reference({"record": record.get("subject")}))
    return Post("repost", "", own_words=False, link_url=link) if link else None


# --- profile, lists, and what other apps keep here -------------------------------------------------------------------


def _other(collection: str, record: Fields) -> Post | None:
    keys = ("displayName", "name", "description", "pronouns", "website")
    if collection == PROFILE or collection in NAMED:
        text = "\n\n".join(distinct(string(record, key) for key in keys))
        names = {PROFILE: "Profile", NAMED[0]: "Lists", NAMED[1]: "Starter packs", NAMED[2]: "Feeds"}
        return Post("bio", text, container="" if collection == PROFILE else names[collection]) if text else None
    texts = distinct(_spoken(record, "", 0))
    long_form = len(texts) > 1 and bool(string(record, "title"))
    return Post("article" if long_form else "post", "\n\n".join(texts), container=collection) if texts else None


def _spoken(value: object, key: str, depth: int) -> Iterator[str]:
    """Yield the texts in a record of an app that we do not know: under keys that hold words, or of several words."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        for inner_key, inner in value.items():
            if not inner_key.startswith("$"):
                yield from _spoken(inner, inner_key.lower(), depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _spoken(inner, key, depth + 1)
    elif (
        isinstance(value, str) and (_SPOKEN.fullmatch(key) or value.strip().count(" ") > 1) and not _is_machines(value)
    ):
        yield value


def _is_machines(value: str) -> bool:
    """Say whether the value is an address, a digest, a time or a type: one word that nobody typed."""
    return not re.search(r"\s", value.strip()) and _MACHINE.match(value) is not None

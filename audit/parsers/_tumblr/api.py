"""A Tumblr post as the site's programs exchange it: a JSON object, of the old form (HTML) or the new (blocks)."""

from collections.abc import Iterator
from typing import Any

from audit.parsers._blog.words import Body, body, line, web_address
from audit.parsers._clock import epoch_time, iso_time, plausible
from audit.parsers._tumblr import posts_of, split, tag_line
from audit.posts import Post, Unread

Fields = dict[str, Any]
STATES = {"private": ("live", "private"), "draft": ("draft", "private")}
STATES |= {"queued": ("draft", "private"), "queue": ("draft", "private"), "unapproved": ("draft", "private")}
SHOWN = frozenset({"photo", "video", "audio"})
_PICTURED = frozenset({"image", "video", "audio"})
NOT_BUILT = "it is not built as a post is"


def string(fields: Fields, *keys: str) -> str:
    """Return the first of these values that is a text with something in it, or a number as text."""
    for key in keys:
        value = fields.get(key)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() < 80:
            return str(value)
    return ""


def objects(value: object) -> list[Fields]:
    """Return the objects in a list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def inner(fields: Fields, key: str) -> Fields:
    """Return the object under this key, or an empty one."""
    value = fields.get(key)
    return value if isinstance(value, dict) else {}


def json_posts(value: object, place: str) -> Iterator[Post | Unread]:
    """Yield the post, what it passes on, and the person's own replies among its notes."""
    if not isinstance(value, dict) or not (
        value.keys() & {"post_url", "id", "timestamp", "type", "content", "reblog_key"}
    ):
        yield Unread(place, NOT_BUILT)
        return
    if string(value, "state") == "submission":  # sent in by somebody else
        return
    blog = string(value, "blog_name") or string(inner(value, "blog"), "name")
    state, audience = STATES.get(string(value, "state").lower(), ("live", "public"))
    kind, passed_from = (
        string(value, "original_type", "type"),
        string(value, "reblogged_from_name", "reblogged_root_name"),
    )
    earlier = [one for one in objects(value.get("trail")) if one.get("is_current_item") is not True]
    foreign = [one for one in earlier if string(inner(one, "blog"), "name") not in ("", blog)]
    title, own, others = _parts(value, blog, bool(passed_from or foreign or string(value, "reblogged_from_id")))
    card = next((one for one in objects(value.get("content")) if string(one, "type") == "link"), {})
    link = value if kind == "link" else card
    count = value.get("note_count")
    asked = _asked(value, kind)
    post = Post(
        "answer" if asked else "caption" if kind in SHOWN else "post",
        title,
        plausible(epoch_time(value.get("timestamp"))) or plausible(iso_time(value.get("date"))),
        place,
        string(value, "id_string", "id"),
        web_address(string(value, "post_url")),
        audience,
        state,
        container=blog,
        reply_to=asked,
        link_url=web_address(string(link, "url") or string(value, "reblogged_from_url")),
        link_title=line(string(link, "title")) if link is value else _card(link),
        media=len(objects(value.get("photos"))) or int(kind in SHOWN),
        reactions=count if isinstance(count, int) and not isinstance(count, bool) and 0 <= count < 2**40 else None,
        account=blog,
    )
    if others.text or others.media or passed_from:
        post.media, others.media = 0, max(others.media, post.media)
    tags = value.get("tags")
    yield from posts_of(post, own, others, tag_line(tags if isinstance(tags, list) else ()), passed_from)
    yield from _replies(value, post, place, blog)


def _parts(post: Fields, blog: str, passed_on: bool) -> tuple[str, Body, Body]:
    """Return title, one's own words, and those that were passed on."""
    if isinstance(post.get("content"), list):
        others = [_blocks(one.get("content")) for one in objects(post.get("trail"))]
        return "", _blocks(post.get("content")), _together(others)
    if passed_on:
        return "", *_reblogged(post, blog)
    title = "" if string(post, "original_type", "type") in ("link", "answer") else line(string(post, "title"))
    parts = split("\n".join(filter(None, _html_fields(post))))
    return title, _together([body(parts.own), *_photos(post)]), body(parts.others)


def _reblogged(post: Fields, blog: str) -> tuple[Body, Body]:
    """Return own and others' words of a reblog: told apart by the site, by the trail, or by how the HTML is built."""
    reblog, trail = inner(post, "reblog"), objects(post.get("trail"))
    if isinstance(reblog.get("comment"), str):
        parts = split(string(reblog, "tree_html"))
        return body(reblog["comment"]), body(parts.others or parts.own)
    if trail:
        ours = trail[-1].get("is_current_item") is True or string(inner(trail[-1], "blog"), "name") == blog
        own = trail[-1] if ours else {}
        rest = [one for one in trail if one is not own]
        return body(_trail_html(own)), body("".join(map(_trail_html, rest)))
    parts = split("\n".join(filter(None, _html_fields(post))))
    return body(parts.own), body(parts.others)


def _trail_html(item: Fields) -> str:
    return string(item, "content_raw", "content")


def _html_fields(post: Fields) -> Iterator[str]:
    """Yield the HTML of what was typed. A quotation was typed too, whoever said it."""
    kind = string(post, "original_type", "type")
    if kind == "quote":
        yield from (string(post, "text"), f"<p>{string(post, 'source')}</p>" if string(post, "source") else "")
    elif kind == "answer":
        yield string(post, "answer")
    elif kind == "link":
        yield string(post, "description")
    elif talk := objects(post.get("dialogue")):
        lines = (f"{string(one, 'label', 'name')} {string(one, 'phrase')}".strip() for one in talk)
        yield "<br>".join(lines)
    else:
        yield string(post, "body", "caption", "description")


def _photos(post: Fields) -> Iterator[Body]:
    for photo in objects(post.get("photos")):
        yield body(string(photo, "caption"))
        yield body(string(photo, "alt_text"))


def _blocks(value: object) -> Body:
    """Return the words of the new format: a list of blocks, each with its type."""
    found = Body()
    lines: list[str] = []
    for block in objects(value):
        lines.extend(string(block, key) for key in ("text", "alt_text", "caption"))
        found.media += string(block, "type") in _PICTURED
        if address := web_address(string(block, "url")):
            found.links.append(address)
    found.text = "\n\n".join(one.strip() for one in lines if one.strip())
    return found


def _card(link: Fields) -> str:
    """Return what a link's card says, which its page made."""
    return "\n\n".join(filter(None, (string(link, "title"), string(link, "description"))))


def _together(parts: list[Body]) -> Body:
    texts = dict.fromkeys(part.text for part in parts if part.text)
    return Body("\n\n".join(texts), sum(part.media for part in parts), [link for part in parts for link in part.links])


def _asked(post: Fields, kind: str) -> str:
    """Return who asked what, where the post is an answer."""
    if kind != "answer" and not string(post, "question"):
        return ""
    return ": ".join(filter(None, (string(post, "asking_name"), body(string(post, "question")).text))) or "a question"


def _replies(value: Fields, post: Post, place: str, blog: str) -> Iterator[Post]:
    """Yield the person's own replies among the notes; those of others are theirs."""
    for number, note in enumerate(objects(value.get("notes"))):
        text = body(string(note, "reply_text", "added_text")).text
        if text and blog and string(note, "blog_name") == blog and string(note, "type") == "reply":
            yield Post(
                "comment",
                text,
                plausible(epoch_time(note.get("timestamp"))),
                f"{place}.notes[{number}]",
                url=post.url,
                audience=post.audience,
                container=blog,
                reply_to=post.url,
                account=blog,
            )

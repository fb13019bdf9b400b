"""A Tumblr post as the site's first interface gave it: XML, what it is in attributes, its words in elements."""

from collections.abc import Iterator

from audit.parsers._blog.words import body, line, web_address
from audit.parsers._blog.xml import Element, Shape
from audit.parsers._clock import epoch_time, iso_time, plausible
from audit.parsers._tumblr import posts_of, split, tag_line
from audit.parsers._tumblr.api import NOT_BUILT, SHOWN, STATES
from audit.posts import Post, Unread

SHAPE = Shape(frozenset({"post"}), frozenset({"tumblr", "posts", "conversation", "photoset", "feeds"}), {})
_XML_WORDS: tuple[str, ...] = (
    "regular-body",
    "quote-text",
    "quote-source",
    "photo-caption",
    "link-description",
    "answer",
    "audio-caption",
)
_XML_WORDS += ("video-caption", "description")


def xml_posts(post: Element, blog: str) -> Iterator[Post | Unread]:
    """Yield a post of the old interface: what it is stands in its attributes, its words in elements of their own."""
    told, place = post.attributes, f"[{post.place}]"
    if not told.get("id") and not post.children:
        yield Unread(place, NOT_BUILT)
        return
    if post.cut:
        yield Unread(place, "part of it is cut off or broken: what could be read is kept")
    kind = told.get("type", "")
    parts = split("\n".join(_xml_html(post)))
    held = "private" if told.get("private") == "true" else told.get("state", "").lower()
    if held == "submission":  # sent in by somebody else
        return
    state, audience = STATES.get(held, ("live", "public"))
    yield from posts_of(
        Post(
            "answer" if kind == "answer" else "caption" if kind in SHOWN else "post",
            line(post.get("regular-title", "conversation-title")),
            plausible(epoch_time(told.get("unix-timestamp"))) or plausible(iso_time(told.get("date-gmt"))),
            place,
            told.get("id", ""),
            web_address(told.get("url-with-slug", "") or told.get("url", "")),
            audience,
            state,
            container=blog,
            reply_to=body(post.get("question")).text,
            link_url=web_address(post.get("link-url")),
            link_title=line(post.get("link-text")),
            media=_xml_media(post, kind),
            account=blog,
        ),
        body(parts.own),
        body(parts.others),
        tag_line(tag.text for tag in post.all("tag")),
        told.get("reblogged-from-name", "") or parts.name,
    )


def _xml_html(post: Element) -> Iterator[str]:
    yield from (f"<div>{text}</div>" for name in _XML_WORDS if (text := post.get(name)))
    if not post.child("conversation"):
        yield post.get("conversation-text").replace("\n", "<br>")
    for talk in post.all("conversation"):
        yield "<br>".join(f"{one.attributes.get('label', '')} {one.text}".strip() for one in talk.children)
    for photo in (photo for album in post.all("photoset") for photo in album.all("photo")):
        yield f"<p>{photo.attributes.get('caption', '')}</p>"


def _xml_media(post: Element, kind: str) -> int:
    pictures = sum(len(album.all("photo")) for album in post.all("photoset"))
    return pictures or int(kind in SHOWN)

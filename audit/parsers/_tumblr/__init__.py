"""What Tumblr's shapes share: tags, times, and where in a reblog the person's own words begin.

A reblog carries the words of everybody before: in HTML `<p><a class="tumblr_blog">name</a>:</p>` and a blockquote, one
inside the other or one after the other. What stands outside of these is the person's own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from audit.parsers._blog.words import Body, attributes, elements, line, web_address
from audit.parsers._clock import english_month, plausible
from audit.posts import Post

_ATTRIBUTION = re.compile(
    r"(?:<p\b[^<>]*>)?\s*(?P<link><a\b[^<>]*\btumblr_blog\b[^<>]*>)(?P<name>[^<]{0,100})</a>\s*(?:said|wrote)?\s*:?\s*"
    r"(?:</p>)?\s*\Z"
)
_LOOK_BACK = 1200
_DAY = re.compile(
    r"(?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"
    r"(?:,?\s+(?:at\s+)?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?\s*(?P<half>[ap]m)?)?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Reblog:
    """A post's HTML, taken apart: one's own, what was passed on, and whose that last was."""

    own: str
    others: str = ""
    name: str = ""
    link: str = ""


def split(content: str) -> Reblog:
    """Return the person's own part of a post and the parts that were passed on."""
    if "tumblr_blog" not in content:
        return Reblog(content)
    found, kept, others, at = Reblog(""), list[str](), list[str](), 0
    for start, inner, inner_end, end in elements(content, "blockquote"):
        if start < at:
            continue
        told = _ATTRIBUTION.search(content, max(at, start - _LOOK_BACK), start)
        if told is None:
            continue
        found.name = line(told["name"])
        found.link = web_address(attributes(told["link"]).get("href", ""))
        kept.append(content[at : told.start()])
        others.append(content[inner:inner_end])
        at = end
    found.own, found.others = "".join((*kept, content[at:])), "".join(others)
    return found


def tag_line(tags: Iterable[object]) -> str:
    """Return tags as they are shown. People write whole sentences into them."""
    names = (line(tag).lstrip("#").strip() for tag in tags if isinstance(tag, str))
    return " ".join(f"#{name}" for name in dict.fromkeys(names) if name)


def posts_of(post: Post, own: Body, others: Body, tags: str, name: str = "") -> Iterator[Post]:
    """Yield the post with its words, and what it passes on where the person added none but tags.

    `post`: all but the words, with the title for its text.
    """
    words = "\n\n".join(part for part in (post.text, own.text) if part)
    post.media = max(post.media, own.media)
    if others.text or others.media or name:
        post.kind, post.reply_to = "share", post.reply_to or name
        if not words and (others.text or not tags):
            repost = replace(post, kind="repost", text=others.text, own_words=False, media=others.media or post.media)
            if repost.text or repost.media or repost.link_title:
                yield repost
            post.media, post.link_title = 0, ""
    post.text = "\n\n".join(part for part in (words, tags) if part)
    if post.text or post.media or post.link_title:
        yield post


def day_told(text: str) -> tuple[datetime | None, bool]:
    """Read `November 30th, 2017 1:23pm`, the blog's own clock; and whether only the day is told."""
    found = _DAY.search(text)
    month = english_month(found["month"]) if found else None
    if not found or month is None:
        return None, False
    hour = int(found["hour"] or 0)
    if half := (found["half"] or "").lower():
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        moment = datetime(int(found["year"]), month, int(found["day"]), hour, int(found["minute"] or 0))
    except ValueError:
        return None, False
    return plausible(moment), not found["hour"]

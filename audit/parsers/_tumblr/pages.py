"""A Tumblr post as a page: Tumblr's own export writes the body and a footer, backup programs an article."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime

from audit.parsers._blog.words import attributes, body, elements, line, of_class, taken, web_address
from audit.parsers._clock import iso_time, plausible
from audit.parsers._tumblr import day_told, posts_of, split, tag_line
from audit.posts import Post

_HEAD = re.compile(r"<head\b[\s\S]*?</head\s*>|<title\b[^<>]*>[^<]*</title\s*>|<(?:link|meta)\b[^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(
    r"https?://(?:(?P<blog>[\w-]{1,63})\.tumblr\.com/post/|(?:www\.)?tumblr\.com/(?P<name>[\w-]{1,63})/|[\w.-]{1,200}/post/)"
    r"(?P<number>\d{4,20})[^\s\"'<>]*"
)
_BEGINS = re.compile(r"(?:\s|</?(?:html|body|article|div)\b[^<>]*>|<![^<>]*>)*+<(h[12])\b", re.IGNORECASE)
_TAGGED = re.compile(r"<a\b[^<>]*/tagged/[^<>]*>([^<]{1,500})</a>", re.IGNORECASE)
_ASKED = of_class("question", "ask", "asker", "asking")


def page_posts(page: str, number: str) -> Iterator[Post]:
    """Yield what a post's page holds. `number`: its id, the name of its file."""
    page = _HEAD.sub("", page)
    head, page = _taken_tags(page, "header", lambda _: True)
    foot, page = _taken_tags(page, "footer", lambda _: True)
    below, page = _taken_tags(page, "div", lambda tag: 'id="footer"' in tag or "id=footer" in tag)
    asked, page = _taken_tags(page, "div", _ASKED)
    answers = bool(asked) or re.search(r"<article\b[^<>]*\bclass=[\"']?answer\b", page) is not None
    title, page = _title(page)
    if answers and not asked:
        asked, title = title, ""
    parts = split(page)
    moment, day_only = _time(head, below or foot)
    address, blog = _address(head, number)
    post = Post(
        "answer" if answers else "post",
        title,
        moment,
        native_id=number,
        url=address,
        audience="public",
        container=blog,
        reply_to=body(asked).text,
        link_url=parts.link,
        date_only=day_only,
        account=blog,
    )
    yield from posts_of(post, body(parts.own), body(parts.others), _tags(below + foot), parts.name)


def _taken_tags(page: str, name: str, wanted: Callable[[str], bool]) -> tuple[str, str]:
    pieces, page = taken(page, name, wanted)
    return "".join(piece.inner for piece in pieces), page


def _title(page: str) -> tuple[str, str]:
    """Return the heading that the page begins with, and the page without it."""
    begins = _BEGINS.match(page)
    if begins is None:
        return "", page
    heading = next((one for one in elements(page, begins[1]) if one[0] == begins.start(1) - 1), None)
    if heading is None:
        return "", page
    start, inner, inner_end, end = heading
    return line(page[inner:inner_end]), page[:start] + page[end:]


def _time(head: str, foot: str) -> tuple[datetime | None, bool]:
    if told := re.search(r"<time\b[^<>]*>", head + foot):
        moment = plausible(iso_time(attributes(told[0]).get("datetime", "")))
        if moment:
            return moment, False
    stamps, _ = taken(foot, "span", lambda tag: "timestamp" in tag)
    return day_told(line(stamps[0].inner if stamps else foot))


def _tags(foot: str) -> str:
    """Return the tags below a post: of class tag in Tumblr's own pages, links to what is tagged so in others'."""
    pieces, rest = taken(foot, "span", of_class("tag"))
    return tag_line([*(line(piece.inner) for piece in pieces), *map(line, _TAGGED.findall(rest))])


def _address(head: str, number: str) -> tuple[str, str]:
    for found in _ADDRESS.finditer(head):
        if found["number"] == number:
            return web_address(found[0]), found["blog"] or found["name"] or ""
    return "", ""

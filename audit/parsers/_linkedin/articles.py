"""LinkedIn's articles and newsletters: one HTML page each, published ones beside drafts.

A draft has no date behind `published`, or a heading that leads to the editor. Pages of 2024 and later do not name their
encoding: it is UTF-8. The words of pictures (`alt`, `title`) are the person's own; embedded posts are not. A file is
named after its title, so that its name may hold a draft's words and is never quoted.
"""

import html
import re
from collections.abc import Iterator
from typing import cast

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PageElement

from audit.archive import Member, Unreadable
from audit.parsers._export import Export
from audit.parsers._linkedin import repaired, web_address
from audit.parsers._linkedin.times import moment
from audit.parsers._text_lines import AS_CP1252
from audit.posts import Post, Unread, distinct

_MOST = 64 << 20  # bytes; LinkedIn takes some 125,000 characters
_MOST_FOR_A_TREE = 1 << 19
_HEAD = 1 << 16  # of a page that is larger, as much as holds the title and the dates
_BLOCKS = frozenset(("p", "div", "blockquote", "li", "ul", "ol", "pre", "tr", "table", "hr", "figure", "figcaption"))
_BLOCKS |= {"h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer"}
_NOT_OURS = frozenset(("iframe", "script", "style", "noscript", "head", "title"))
_UNSEEN = re.compile(r"<(script|style|head|iframe)\b.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$)", re.IGNORECASE | re.DOTALL)
_EDITOR = "/post/edit/"


def article_posts(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the article, published or draft, and the description of the newsletter that it is an issue of."""
    content = _decoded(member.read(_MOST))
    too_large = len(content) > _MOST_FOR_A_TREE
    page = BeautifulSoup(content[:_HEAD] if too_large else content, "lxml")
    if page.find(["title", "h1"]) is None:
        raise Unreadable("it is not built as an article is")
    series = _taken(page, "series-title")
    description = _taken(page, "series-description")
    article = _article(page, series, _plain(content) if too_large else None, export)
    if article is None:
        raise Unreadable("it holds no words of an article")
    yield article
    if description:
        yield Post("article", repaired(description, export.counted), source="#series", container=series)


def _article(page: BeautifulSoup, series: str, body: str | None, export: Export) -> Post | None:
    heading = page.find("h1")
    link = heading.find("a", href=True) if isinstance(heading, Tag) else None
    address = web_address(_attribute(link, "href"))
    title = _words(heading) if isinstance(heading, Tag) else ""
    title = title or (_words(page.title) if page.title else "")
    title = "" if title.lower() == "untitled" else title
    created, published = _taken(page, "created"), _taken(page, "published")
    posted_at, day_only = moment(published)
    draft = _EDITOR in address or (posted_at is None and bool(created or published))  # in 2026 some have no date at all
    if posted_at is None:
        posted_at, day_only = moment(created)
    embedded = _embedded(page)
    if isinstance(heading, Tag) and not heading.decomposed:
        heading.decompose()
    pictures = page.find_all("img")
    body = _body(page) if body is None else body
    captions = [words for words in distinct(_captions(pictures)) if words not in body and words not in title]
    text = "\n\n".join(filter(None, (title, body, *captions)))
    if not text and not pictures:
        return None
    return Post(
        "article",
        repaired(text, export.counted),
        posted_at,
        url=address,
        audience="private" if draft else "public" if address else "unknown",
        state="draft" if draft else "live",
        container=series,
        link_url=embedded[0],
        link_title=embedded[1],
        media=len(pictures),
        date_only=day_only,
    )


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("utf-8-sig", AS_CP1252)


def _taken(page: BeautifulSoup, name: str) -> str:
    """Return the words of the elements of this class, and take them out of the page."""
    found = cast(list[Tag], page.find_all(class_=name))
    words = distinct(_words(element) for element in found)
    for element in found:
        if not element.decomposed:
            element.decompose()
    return "\n\n".join(words)


def _embedded(page: BeautifulSoup) -> tuple[str, str]:
    """Return the address and the words of the first embedded post, and take all of them out of the page."""
    first = ("", "")
    for element in cast(list[Tag], page.find_all(["iframe", "a"])):
        if element.decomposed or (element.name == "a" and "embedded" not in (element.get("class") or [])):
            continue  # one within another went with it
        address = web_address(_attribute(element, "href") or _attribute(element, "src"))
        if not first[0]:
            first = (address, _words(element))
        element.decompose()
    return first


def _captions(pictures: list[Tag]) -> Iterator[str]:
    for picture in pictures:
        yield _attribute(picture, "alt")
        yield _attribute(picture, "title")


def _body(page: BeautifulSoup) -> str:
    """Return the words of the page, paragraphs apart."""
    return _tidy("".join(_pieces(page)))


def _pieces(page: BeautifulSoup) -> Iterator[str]:
    """Yield the words in order, with a break before and after each block. Pages may be nested deep: no recursion."""
    inside: list[tuple[Tag, Iterator[PageElement]]] = [(page, iter(page.contents))]
    while inside:
        element, children = inside[-1]
        child = next(children, None)
        if child is None:
            inside.pop()
            yield "\n\n" if element.name in _BLOCKS else ""
        elif isinstance(child, Tag):
            if child.name not in _NOT_OURS:
                yield "\n" if child.name == "br" else "\n\n" if child.name in _BLOCKS else ""
                inside.append((child, iter(child.contents)))
        elif type(child) is NavigableString:
            yield re.sub(r"\s+", " ", child)


def _plain(content: str) -> str:
    """Return the words of a page that is too large for a tree."""
    words = re.sub(r"<[^<>]{0,2000}>", "\n\n", _UNSEEN.sub(" ", content))
    return _tidy(html.unescape(words))


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _words(element: Tag) -> str:
    return " ".join(element.get_text(" ").split())


def _attribute(element: object, name: str) -> str:
    value = element.get(name) if isinstance(element, Tag) else None
    return " ".join(value) if isinstance(value, list) else (value or "").strip()

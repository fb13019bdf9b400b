"""The entries of a page in order, and whatever words stand outside them."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any, BinaryIO

from audit.archive import Unreadable
from audit.parsers._export import Export
from audit.parsers._facebook_html.learn import learned_mark
from audit.parsers._facebook_html.pages import Element, Mark, Page, Piece
from audit.parsers._facebook_html.plain import Plain, PlainReader
from audit.parsers._facebook_html.shapes import FOOT
from audit.parsers._facebook_html.words import UNSEEN, text_of
from audit.parsers._local_dates import LocalDates, zone_named

SINCE_2018 = (Mark("_a6-g"), Mark("uiBoxWhite"))
_DEEPEST = 150
_EMPTY_PAGE = 200  # characters: "You have no data in this section"
_MAIN = re.compile(r"\brole=[\"']main[\"']|<main\b")
_TAG = re.compile(r"<(?:!|\?|[a-zA-Z][a-zA-Z0-9]*[\s>/])")
_OFFSET = re.compile(r"\b(?:UTC|GMT)\s?([+−-])\s?(\d{1,2})(?::?(\d{2}))?")
_STEADY = tuple(timedelta(minutes=minutes) for minutes in (330, 345, 390, 420, 480, 540))
_HEAD_PART = r"<(?:div|h1|h2|p)[^<>]{{0,300}}\b(?:{})\b[^<>]{{0,300}}>(.{{0,2000}}?)</(?:div|h1|h2|p)>"
_HEAD = 100_000  # characters of a head in which its heading is looked for
_HEADING = re.compile(_HEAD_PART.format("_a70e|_3b0d"), re.DOTALL)
_H1 = re.compile(r"<h1\b[^<>]{0,300}>(.{0,2000}?)</h1>", re.DOTALL)
_TITLE = re.compile(r"<title\b[^<>]{0,300}>(.{0,2000}?)</title>", re.DOTALL)
_ABOUT = re.compile(_HEAD_PART.format("_a70f|_3b0e"), re.DOTALL)


@dataclass(slots=True, frozen=True)
class Loose:
    """Words outside every entry."""

    text: str


@dataclass(slots=True, frozen=True)
class TooDeep:
    """The page is nested deeper here than it can be read."""


def opened(stream: BinaryIO, marks: tuple[Mark, ...] = SINCE_2018) -> Page:
    """Open a page. Its entries are told by the marks, or by their shape. Raises: Unreadable if it is no page."""
    page = Page(stream, marks)
    beginning = (page.head[:4096] + page.sample(4096)).strip()
    if not beginning:
        raise Unreadable("it is empty")
    if not _TAG.search(beginning) or beginning[0] in "{[" or beginning.count("\ufffd") > len(beginning) // 20:
        raise Unreadable("it is not HTML")
    if page.mark is None and (mark := learned_mark(page.head, LocalDates(sample=page.head))):
        page.use(mark)
    return page


def entries_of(page: Page) -> Iterator[Element | Loose | TooDeep]:
    """Yield every entry once: of entries in entries the outer one, unless only the inner ones have a date."""
    yield from _entries(page, page.pieces())


def quick_entries_of(page: Page) -> Iterator[Element | Plain | Loose | TooDeep]:
    """Yield the same, the usual entries read without a tree."""
    yield from _entries(page, page.pieces(PlainReader().read))


def _entries(page: Page, pieces: Iterator[Piece]) -> Iterator[Any]:
    any_entry = page.mark is not None
    for piece in pieces:
        if not any_entry:
            yield from _without_entries(piece)
            continue
        if piece.entries is not None:
            yield from piece.entries
        else:
            yield from piece.holder if piece.flat else _in_holder(piece.holder, page.mark)
        yield from _outside(piece, page.mark)
        if piece.too_deep:
            yield TooDeep()


def _in_holder(holder: Element, mark: Mark | None, depth: int = 0) -> Iterator[Element | Loose]:
    if depth > _DEEPEST:
        yield from _outermost(holder.iterdescendants(), mark)
        return
    if holder.text and holder.text.strip():
        yield Loose(holder.text.strip())
    for child in holder:
        if mark and mark.is_on(child):
            yield from _dated(child, mark)
        elif mark and any(mark.is_on(inner) for inner in child.iterdescendants()):
            yield from _in_holder(child, mark, depth + 1)
        elif child.tag not in UNSEEN and (text := text_of(child)):
            yield Loose(text)
        if child.tail and child.tail.strip():
            yield Loose(child.tail.strip())


def _dated(entry: Element, mark: Mark) -> Iterator[Element | Loose]:
    """Yield the entry, or the entries in it: a page of several lists has an entry for each list.

    An entry that is not closed holds those that follow as its children.
    """
    waiting = [entry]
    while waiting:
        first = waiting.pop()
        swallowed = [child for child in first if mark.is_on(child) and (_has_date(child) or len(child) > 1)]
        if swallowed and _has_date(first):
            for child in swallowed:
                first.remove(child)
            waiting.extend(reversed(swallowed))
        yield from _one_or_inner(first, mark)


def _one_or_inner(entry: Element, mark: Mark) -> Iterator[Element | Loose]:
    if _has_date(entry):
        yield entry
        return
    inner = _outermost((one for one in entry.iterdescendants() if _has_date(one)), mark)
    if not inner:
        yield entry
        return
    for one in inner:
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
    if text_of(entry):
        yield entry
    yield from inner


def _outermost(elements: Iterable[Element], mark: Mark | None) -> list[Element]:
    """Return the entries among the elements, but none that lies in another."""
    inner = [one for one in elements if mark and mark.is_on(one)]
    known = set(inner)
    return [one for one in inner if not any(above in known for above in one.iterancestors())]


def _has_date(entry: Element) -> bool:
    """Say whether the entry closes with a date of its own."""
    for child in reversed(entry):
        if child.tag == "footer" or not FOOT.isdisjoint((child.get("class") or "").split()):
            return bool("".join(child.itertext()).strip())
    return False


def _outside(piece: Piece, mark: Mark | None) -> Iterator[Element]:
    """Yield entries behind the element that held the first ones: a page may have several such elements."""
    for above in (piece.holder, *piece.holder.iterancestors()):
        for beside in above.itersiblings():
            if mark and mark.is_on(beside):
                yield beside
            elif mark:
                yield from _outermost(beside.iterdescendants(), mark)


def _without_entries(piece: Piece) -> Iterator[Loose]:
    found = piece.root.xpath("//*[@role='main'] | //main | //div[@class='contents']")
    main = found[0] if isinstance(found, list) and found else piece.root
    text = text_of(main) if isinstance(main, Element) else ""
    if len(text) > _EMPTY_PAGE:
        yield Loose(text)


# --- what the head of a page says -------------------------------------------------------------------------------------


def heading_of(head: str) -> tuple[str, str]:
    """Return the page's heading and what stands under it."""
    return _first_text(_HEADING, head), _first_text(_ABOUT, head)


def _first_text(pattern: re.Pattern[str], head: str) -> str:
    found = pattern.search(head, 0, _HEAD)
    return html.unescape(re.sub(r"<[^<>]*>", " ", found[1])).strip() if found else ""


def old_heading(head: str, owner: str) -> str:
    """Return the name of an album until mid 2018: the heading, or the title where the heading is the person's name."""
    heading = _first_text(_H1, head)
    if heading and heading != owner:
        return heading
    title = _first_text(_TITLE, head)
    return title.removeprefix(owner).strip(" -–") if title != owner else ""


def zone_of_page(export: Export, head: str) -> tzinfo | None:
    """Return the clock of the page's dates: the account's zone, or an offset that stays the same all year.

    The head tells the offset of the day on which the page was made. Where clocks change twice a year it is wrong for
    half of the posts: these stay on the account's own clock.
    """
    if zone := zone_named(export.account.time_zone):
        return zone if not export.account.time_zone.startswith("UTC") or _is_steady(zone) else None
    shown = _OFFSET.search(re.sub(r"<[^<>]*>", " ", head[-20_000:]))
    zone = zone_named(shown[0]) if shown else None
    return zone if zone and _is_steady(zone) else None


def _is_steady(zone: tzinfo) -> bool:
    return zone.utcoffset(datetime(2020, 1, 1)) in _STEADY

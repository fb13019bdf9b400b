"""Pages of a Facebook export, a piece at a time.

A page is one line of up to a hundred megabytes: a head, thousands of entries side by side, a foot. It is cut before an
entry wherever all elements that were opened are closed, and each piece is parsed by itself inside the elements that the
head left open. (Measured on 27 MB: half the time of lxml's own `iterparse`, in the same memory.) A reader may be
offered the source of each entry first (`plain`): then only what it does not take is parsed.
"""

import codecs
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any, BinaryIO

from lxml import etree

from audit.parsers._facebook_html.camera import without_camera_tables

Element = etree._Element

PIECE = 1 << 17  # characters parsed at a time
MOST_OF_A_PIECE = 1 << 23  # a piece grows up to this size while its elements are not closed
HEAD = 1 << 20  # the first entry begins within so many characters
DEEPEST = 2000  # the parser gives up at 2,048
_HERE = "data-entries-here"
_LONGEST_TAG = 2000  # characters before the class of an entry
_SEAM_NAME = "data-piece-ends"
_SEAM = f"<b {_SEAM_NAME}></b>"
_COUNTED = ("div", "section", "main", "table", "article", "footer", "li")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b([^<>]*)>")
_TAG_OF_ITS_OWN = re.compile(
    r"<(?!(?:html|body|div|main|section|article)\b)[a-z]", re.IGNORECASE
)  # bends what it holds
_HIDDEN = re.compile(r"<(style|script|title|noscript)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE)
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr", "p"))


@dataclass(slots=True, frozen=True)
class Mark:
    """What an entry begins with: a class (`_a6-g`), or the whole start of a tag (`<article class="x1y2"`)."""

    text: str

    def starts(self, page: str, begin: int = 0, end: int | None = None) -> int:
        """Return where the first entry in the stretch begins, or -1."""
        end = len(page) if end is None else end
        at = page.find(self.text, begin, end)
        while at >= 0:
            if (start := self._start_of(page, at)) >= begin:
                return start
            at = page.find(self.text, at + 1, end)
        return -1

    def last(self, page: str, end: int) -> int:
        """Return where the last entry that is marked before `end` begins, 0 if that is the first in the page."""
        at = page.rfind(self.text, 0, end)
        while at > 0:
            if (start := self._start_of(page, at)) >= 0:
                return start
            at = page.rfind(self.text, 0, at)
        return 0

    def _start_of(self, page: str, at: int) -> int:
        if self.text.startswith("<"):
            return at
        around = page[at - 1 : at] + page[at + len(self.text) : at + len(self.text) + 1]
        if around.strip(" \"'"):
            return -1
        start = page.rfind("<", max(0, at - _LONGEST_TAG), at)
        inside = page[start:at]
        if start < 0 or ">" in inside or "class" not in inside:
            return -1
        return start - 3 if page[start - 3 : start] == "<p>" else start

    def is_on(self, element: Element) -> bool:
        """Say whether the element is an entry."""
        shown = element.get("class") or ""
        if not self.text.startswith("<"):
            return self.text in shown and self.text in shown.split()
        tag, kinds = _tag_and_class(self.text)
        return element.tag == tag and (not kinds or kinds == shown)


@cache
def _tag_and_class(start: str) -> tuple[str, str]:
    found = re.match(r"<([a-zA-Z][a-zA-Z0-9]*)(?:\s+class=[\"']([^\"']*))?", start)
    return (found[1].lower(), found[2] or "") if found else ("", "")


@dataclass(slots=True, frozen=True)
class Piece:
    """A stretch of a page: the element that holds entries, and the tree around it.

    `closed`: nothing was left open. `flat`: the holder has entries and nothing else, and none lies in another.
    """

    holder: Element
    root: Element
    closed: bool
    too_deep: bool
    flat: bool
    entries: tuple[Any, ...] | None = None  # where some were read without a tree: these, and the elements, in order


Reads = Callable[[str, Mark], Any]  # the source of an entry → what was read in it, None if it has to be parsed


class Page:
    """A page with its head read. `head` is what stands before the first entry; `mark` is None if there is no entry."""

    def __init__(self, stream: BinaryIO, marks: Sequence[Mark]) -> None:
        self._stream = stream
        first = stream.read(PIECE)
        wide = first[:2] in (b"\xff\xfe", b"\xfe\xff")
        self._decoder = codecs.getincrementaldecoder("utf-16" if wide else "utf-8-sig")("replace")
        self._ended = not first
        self._ends = ""
        self._held = self._plain(self._decoder.decode(first, final=not first))
        self.mark: Mark | None = None
        self._reads: Reads | None = None
        while not self._marked(marks) and len(self._held) < HEAD and self._more():
            pass
        start = self.mark.starts(self._held) if self.mark else len(self._held)
        self.head, self._held = self._held[:start], self._held[start:]
        self._open = _left_open(self.head)

    def _marked(self, marks: Sequence[Mark]) -> bool:
        self.mark = next((mark for mark in marks if mark.starts(self._held) >= 0), None)
        return self.mark is not None

    def use(self, mark: Mark) -> None:
        """Begin again with a mark that was learned from the head."""
        whole = self.head + self._held
        start = mark.starts(whole)
        if start >= 0:
            self.mark, self.head, self._held = mark, whole[:start], whole[start:]
            self._open = _left_open(self.head)

    def sample(self, length: int = 1 << 16) -> str:
        """Return the beginning of the entries, to learn from."""
        return self._held[:length]

    @property
    def ends(self) -> str:
        """Return how the page ends, once all pieces were given out."""
        return self._ends

    def pieces(self, reads: Reads | None = None) -> Iterator[Piece]:
        """Yield the entries in their holder, piece by piece; a page without a mark in pieces of any kind.

        `reads` is offered the source of each entry; what it takes is in the piece's `entries`.
        """
        self._reads = reads if self.mark and not _TAG_OF_ITS_OWN.search(self._open) else None
        if not self.mark:
            self._held, self._open = self.head + self._held, ""
        wanted = PIECE
        while self._held or self._more():
            while len(self._held) < wanted and self._more():
                pass
            cut = self._last() if self._ended else self._next()
            wanted = PIECE if cut else wanted * 2
            if cut:
                yield from self._apart(*cut)

    def _apart(self, piece: Piece, source: str) -> Iterator[Piece]:
        """Yield the piece; if it is nested too deep, each entry by itself, so that one costs only itself."""
        if not piece.too_deep or self.mark is None:
            yield piece
            return
        begin = 0
        while begin < len(source):
            end = self.mark.starts(source, begin + 1)
            end = end if end > 0 else len(source)
            yield self._parsed(source[begin:end])
            begin = end

    def _last(self) -> tuple[Piece, str]:
        piece, self._held = self._held, ""
        self._ends = piece[-200:]
        return self._read(piece, is_last=True) or self._parsed(piece), piece

    def _next(self) -> tuple[Piece, str] | None:
        """Return a piece that closes what it opens, and its source, or None if there is none yet."""
        for find in (self._likely_end, self._closed_end):
            if (end := find()) > 0:
                source = self._held[:end]
                piece = self._read(source, is_last=False) or self._parsed(source + _SEAM)
                if piece.closed:
                    return piece, self._taken(end)
        if len(self._held) < MOST_OF_A_PIECE:
            return None
        source = self._taken(self._any_end())
        return self._parsed(source), source

    def _taken(self, end: int) -> str:
        source, self._held = self._held[:end], self._held[end:]
        return source

    def _likely_end(self) -> int:
        """Return the last place where an entry follows the end of an element: inside one, it follows a beginning."""
        end = len(self._held)
        for _ in range(50 if self.mark else 0):
            end = self.mark.last(self._held, end) if self.mark else 0
            if end <= 0:
                break
            before = self._held.rfind("<", 0, end)
            if self._held.startswith("</", before):
                return end
        return 0

    def _closed_end(self) -> int:
        """Return where a piece may end so that it closes what it opens, 0 if nowhere."""
        if not self.mark:
            return 0
        end = self.mark.last(self._held, len(self._held))
        if end <= 0:
            return 0
        balance = _balance(self._held[:end])
        for _ in range(50):
            if not any(balance):
                return end
            earlier = self.mark.last(self._held, end)
            if earlier <= 0:
                return 0
            dropped = _balance(self._held[earlier:end])
            balance = [one - other for one, other in zip(balance, dropped, strict=True)]
            end = earlier
        return 0

    def _any_end(self) -> int:
        end = self.mark.last(self._held, len(self._held)) if self.mark else 0
        return end if end > 0 else max(self._held.rfind("<"), 0) or len(self._held)

    def _more(self) -> bool:
        if self._ended:
            return False
        read = self._stream.read(PIECE)
        self._ended = not read
        self._held += self._plain(self._decoder.decode(read, final=self._ended))
        return not self._ended

    @staticmethod
    def _plain(text: str) -> str:
        return text.replace("\0", "") if "\0" in text else text

    def _read(self, source: str, *, is_last: bool) -> Piece | None:
        """Return a piece of which only what has to be is parsed; None if that does not stand alone."""
        if self.mark is None or self._reads is None:
            return None
        cut = _cut(without_camera_tables(source), self.mark)
        found = [self._reads(one, self.mark) for one in cut]
        rest = [one for one, made in zip(cut, found, strict=True) if made is None]
        if len(rest) == len(cut):
            return None
        piece = self._parsed("".join(rest) + ("" if is_last else _SEAM)) if rest else _nothing()
        stands_alone = piece.flat and len(piece.holder) == len(rest) and not piece.too_deep
        if not stands_alone or not (is_last or piece.closed):
            return None
        elements = iter(piece.holder)
        return replace(piece, entries=tuple(next(elements) if made is None else made for made in found))

    def _parsed(self, piece: str) -> Piece:
        piece = without_camera_tables(piece)
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
        source = self._open + piece if self._open else piece
        try:
            root = etree.fromstring(source.encode("utf-8", "surrogatepass"), parser)
        except (etree.XMLSyntaxError, ValueError):
            root = None
        if root is None:
            root = etree.Element("html")
        holder = next(iter(root.xpath(f"//*[@{_HERE}]")), root) if self._open else root
        closed = _take_seam(holder, root) if source.endswith(_SEAM) else False
        too_deep = any("depth" in error.message.lower() for error in parser.error_log)
        return Piece(holder, root, closed, too_deep, self._is_flat(holder, piece))

    def _is_flat(self, holder: Element, source: str) -> bool:
        if not self.mark or (holder.text and holder.text.strip()) or source.count(self.mark.text) != len(holder):
            return False
        return all(self.mark.is_on(child) and not (child.tail and child.tail.strip()) for child in holder)


def _cut(source: str, mark: Mark) -> list[str]:
    """Return the source in entries, each with what stands behind it."""
    begin = source[: source.find(mark.text) + len(mark.text)]
    if begin.startswith("<") and ">" not in begin:  # most pages begin all entries with the same letters
        before, *cut = source.split(begin)
        whole = mark.text.startswith("<") or all(one[:1] in ('"', "'", " ") for one in cut)
        if not before and whole and len(cut) == source.count(mark.text):
            return [begin + one for one in cut]
    starts = [0]
    while (start := mark.starts(source, starts[-1] + 1)) > 0:
        starts.append(start)
    return [source[start:end] for start, end in pairwise([*starts, len(source)])]


def _nothing() -> Piece:
    root = etree.Element("html")
    return Piece(root, root, closed=True, too_deep=False, flat=True)


def _take_seam(holder: Element, root: Element) -> bool:
    """Take the seam out. Say whether the piece ends in the holder, or in an element like it that lies as deep."""
    if len(holder) and holder[-1].get(_SEAM_NAME) is not None:
        holder.remove(holder[-1])
        return True
    found = next(iter(root.xpath(f"//*[@{_SEAM_NAME}]")), None)
    last = found.getparent() if found is not None else None
    if found is None or last is None or _way_to(last) != _way_to(holder):
        return False
    last.remove(found)
    return True


def _way_to(element: Element) -> list[tuple[str, str | None]]:
    return [(str(one.tag), one.get("class")) for one in (element, *element.iterancestors())]


def _balance(text: str) -> list[int]:
    return [text.count(f"<{tag}") - text.count(f"</{tag}") for tag in _COUNTED]


def _left_open(head: str) -> str:
    """Return the tags that the head opens and does not close, the innermost one marked."""
    opened: list[tuple[str, str]] = []
    for found in _TAG.finditer(_HIDDEN.sub("", head)):
        closing, name = found[1], found[2].lower()
        if name in _VOID or found[3].endswith("/"):
            continue
        if not closing:
            opened.append((name, found[0]))
        elif any(name == other for other, _ in opened):
            while opened.pop()[0] != name:
                pass
    if not opened or len(opened) > DEEPEST // 4:
        return ""
    return "".join(tag for _, tag in opened[:-1]) + f"{opened[-1][1][:-1]} {_HERE}>"

"""The body of an entry, gone through once: runs of text become lines, pictures files, tables rows.

Elements are told by `Walker.body` and the like; `plain` tells what stands on the page without making elements of it.
"""

from collections.abc import Iterable

from audit.parsers._facebook_html.pages import Element
from audit.parsers._facebook_html.parts import Block, Line, Parts, Remark, Row
from audit.parsers._facebook_html.shapes import (
    BLOCK,
    TITLE,
    branches_of,
    holds_blocks,
    is_camera_table,
    is_only_link,
    meaning_of,
)
from audit.parsers._facebook_html.words import (
    INLINE,
    MEDIA,
    UNSEEN,
    classes,
    file_name,
    in_lines,
    is_link,
    is_media_name,
    take_out,
    text_of,
    web_address,
)

__all__ = ["TITLE", "Walker"]
_LABELS = frozenset(("_a6_m", "_4mp8"))  # "Group:"
_CELLS = frozenset(("_a6_q", "_a6_r"))
PICTURES = frozenset(("_a6_o", "_2yuc"))
_NO_BLOCK = INLINE | MEDIA | UNSEEN | {"br"}
_DEEPEST = 150


class Undecided(Exception):
    """What a line is cannot be said without its element."""


class Walker:
    """Fills `parts` and `blocks` from the elements that it is given."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Start a new entry."""
        self.parts = Parts()
        self.block = Block(outer=True)
        self.blocks = [self.block]
        self._label = ""
        self._links: list[str] = []  # in the run of text that we are in
        self._link_text = ""  # of the last of them
        self._tables = 0
        self._rows = 0  # how many rows of tables we are in

    def say(self, text: str | None, depth: int = 1) -> None:
        """Add a line of its own, if it has words."""
        if text and (words := in_lines([text])):
            self.block.lines.append(Line(words, depth))

    def date(self, foot: Element) -> None:
        """Take the date and the link from the foot of an entry."""
        shown = " ".join("".join(foot.itertext()).split()) if len(foot) else (foot.text or "").strip()
        self.dated(shown, (a.get("href") for a in foot.iter("a")) if not self.parts.url else ())

    def dated(self, shown: str, addresses: Iterable[str | None]) -> None:
        """Take what the foot of an entry shows. The first date counts; other words are kept as words."""
        if not self.parts.url:
            self.parts.url = next((found for address in addresses if (found := web_address(address))), "")
        if not self.parts.date:
            self.parts.date = shown
        elif shown != self.parts.date and not any(c.isdigit() for c in shown):
            self.say(shown)

    def body(self, element: Element) -> None:
        """Go through the body of an entry. Where no class tells its blocks, they are what lies side by side in it."""
        branches = [] if holds_blocks(element) else branches_of(element)
        if len(branches) < 2:
            self.any(element)
        for branch in branches if len(branches) > 1 else ():
            self._own_block(branch)

    def any(self, element: Element) -> None:
        """Go through an element of any kind."""
        tag = element.tag
        if tag in UNSEEN:
            return
        if tag in MEDIA or tag in INLINE:
            run: list[str] = []
            self._anchor(element, run) if tag == "a" else self._inline(element, run)
            self.close(run, element, 1)
        elif tag == "table":
            self._table(element, 0)
        else:
            self.walk(element, 0)

    def walk(self, element: Element, depth: int) -> None:
        """Go through a block element: runs of text become lines, blocks inside it are gone into."""
        kinds = element.get("class")
        while not kinds and len(element) == 1 and not element.text:  # wrappers around wrappers
            only = element[0]
            if only.tag != "div" or only.tail:
                break
            element, depth, kinds = only, depth + 1, only.get("class")
        if kinds and (meaning := meaning_of(kinds)):
            if meaning == BLOCK:
                if self.block.outer:
                    self._own_block(element)
                    return
            elif self._is_special(element, meaning):
                return
        if depth > _DEEPEST:
            self.say(text_of(element), depth)
            return
        run = [element.text] if element.text else []
        after_media = False
        for child in element:
            tag = child.tag
            if tag == "div" or tag not in _NO_BLOCK:
                if run:
                    run = self.close(run, element, depth)
                kinds = child.get("class")
                if not kinds and not len(child):  # most are such, and empty
                    if child.text:
                        self.leaf(child.text, depth + 1, is_album=after_media)
                elif tag == "table":
                    self._table(child, depth)
                elif after_media and not kinds:
                    self.walk(child, 2)
                else:
                    self.walk(child, depth + 1)
                after_media = False
            elif tag == "br":
                run.append("\u2028")
            elif tag not in UNSEEN:
                shown = self._anchor(child, run) if tag == "a" else self._inline(child, run)
                after_media = after_media or shown
            if child.tail:
                run.append(child.tail)
        if run:
            self.close(run, element, depth)

    def _own_block(self, element: Element) -> None:
        outer, self.block = self.block, Block(outer=False)
        self.blocks.append(self.block)
        self.walk(element, 0)
        self.block = outer

    def _is_special(self, element: Element, meaning: str) -> bool:
        if meaning == "people":
            self.parts.people.append(text_of(element))
        elif meaning == "remark":
            self._remark(element)
        elif meaning == "foot":
            self.date(element)
        elif meaning == "title":
            if not self._rows and self.block.outer:
                return False
            self.parts.headings.append(text_of(element))
        return True

    def leaf(self, text: str, depth: int, *, is_album: bool) -> None:
        """Take a block without a class that holds text alone. Right under a picture it is the name of its album."""
        if not (words := in_lines([text])):
            return
        if not is_album:
            self.block.lines.append(Line(words, depth))
        elif words not in self.parts.albums:
            self.parts.albums.append(words)

    # --- inside a line ------------------------------------------------------------------------------------------------

    def _inline(self, element: Element, run: list[str], depth: int = 0) -> bool:
        """Add an inline element to the run. Say whether it showed a picture, a video or a sound."""
        tag = element.tag
        if tag in MEDIA:
            return self._media(element)
        if tag in UNSEEN:
            return False
        kinds = element.get("class")
        if kinds and not _LABELS.isdisjoint(kinds.split()):
            self._label = text_of(element) or "label"
            return False
        if depth > _DEEPEST:
            run.append("".join(element.itertext()))
            return False
        shown = False
        if element.text:
            run.append(element.text)
        for child in element:
            child_tag = child.tag
            if child_tag == "br":
                run.append("\u2028")
            elif child_tag == "a":
                shown = self._anchor(child, run) or shown
            elif child_tag in INLINE or child_tag in MEDIA:
                shown = self._inline(child, run, depth + 1) or shown
            elif child_tag not in UNSEEN:
                run.append(f"\u2028{text_of(child)}\u2028")
            if child.tail:
                run.append(child.tail)
        return shown

    def _anchor(self, element: Element, run: list[str]) -> bool:
        shown = False
        for picture in element.iter("img", "video", "audio") if len(element) else ():
            shown = self._media(picture) or shown
        return self.anchor(element.get("href"), "" if shown else text_of(element), run, shown=shown)

    def anchor(self, href: str | None, text: str, run: list[str], *, shown: bool) -> bool:
        """Take a link with its text. `shown`: it holds pictures instead. Say whether it shows or leads to one."""
        if address := web_address(href):
            self._links.append(address)
            self._link_text = text or address
            run.append(self._link_text)
            return shown
        name = file_name(href)
        if name and is_media_name(name):
            if not shown:
                self.block.files.append(name)
            return True
        if name and not shown:  # a document: its name may say something
            self.parts.link_titles.append(name)
        if text and text != name:
            run.append(text)
        return shown

    def _media(self, element: Element) -> bool:
        """Count a picture of the export. Icons of Facebook's own pages lie on the web."""
        source = element.get("src") or next((s.get("src") for s in element.iter("source") if s.get("src")), None)
        return self.picture(source, is_icon=element.tag == "img" and PICTURES.isdisjoint(classes(element)))

    def picture(self, source: str | None, *, is_icon: bool) -> bool:
        """Count a picture of the export by its address; `is_icon`: without one it is none."""
        name = file_name(source)
        if not name and is_icon:
            return False
        self.block.files.append(name)
        return True

    def close(self, run: list[str], element: Element | None, depth: int) -> list[str]:
        """End a line, and return an empty run. Raises: Undecided without an element where the line may be a link's."""
        text = in_lines(run)
        label, links = self._label, self._links
        if text or label:
            link = links[0] if len(links) == 1 and not label and self._is_only_link(text, element) else ""
            self.block.lines.append(Line(text, depth, link, label))
            self.block.links.extend(links)
            self._label = ""
        if links:
            self._links = []
        return []

    def _is_only_link(self, text: str, element: Element | None) -> bool:
        if element is not None:
            return is_only_link(text, element)
        if is_link(text):
            return True
        if text == self._link_text:
            raise Undecided
        return False

    def _remark(self, element: Element) -> None:
        author = next((one for one in element.iter("span") if "_2oao" in classes(one)), None)
        when = next((one for one in element.iter("div", "span") if "_67gx" in classes(one)), None)
        shown = text_of(when) if when is not None else ""
        name = text_of(author) if author is not None else ""
        for part in (when, author):
            take_out(part)
        self.parts.remarks.append(Remark(name, text_of(element), shown))

    # --- tables -------------------------------------------------------------------------------------------------------

    def _table(self, table: Element, depth: int) -> None:
        """Labels and values, or a grid of pictures, or what the camera noted under a picture."""
        cells = list(table.iter("td", "th"))
        labelled = any(not _CELLS.isdisjoint(classes(cell)) for cell in cells)
        if not labelled and any(True for _ in table.iter("img", "video")):
            self.walk(table, depth + 1)
            return
        if self.block.files and not self._rows and is_camera_table(cells):
            return
        mine = self.new_table()
        for row in table.iter("tr"):
            if next(row.iterancestors("table"), None) is table:
                self._row([cell for cell in row if cell.tag in ("td", "th")], mine)

    def new_table(self) -> int:
        """Return the number of the next table of the entry."""
        self._tables += 1
        return self._tables

    def _row(self, cells: list[Element], group: int) -> None:
        if len(cells) == 1:
            self._shared_cell(cells[0], group)
        elif cells:
            label = text_of(cells[0])
            for cell in cells[1:]:
                self._value(label, cell, group)

    def _shared_cell(self, cell: Element, group: int) -> None:
        """Label and value in one cell: the label is the text before the first element."""
        label = in_lines([cell.text or ""])
        if not len(cell):
            if label:
                self.parts.rows.append(Row("", [label], [], group))
            return
        for child in cell:
            self._value(label, child, group)
            if child.tail and child.tail.strip():
                self.parts.rows.append(Row(label, [in_lines([child.tail])], [], group))

    def _value(self, label: str, element: Element, group: int) -> None:
        place = len(self.parts.rows)
        held, self.block = self.block, Block(outer=False)
        self._rows += 1
        self.any(element)
        self._rows -= 1
        inner, self.block = self.block, held
        words = [line.text for line in inner.lines if line.text and not (line.link and is_link(line.text))]
        links = list(dict.fromkeys([*(line.link for line in inner.lines if line.link), *inner.links]))
        self.parts.files.extend(inner.files)
        if words or links:
            self.parts.rows.insert(place, Row(label, words, links, group))

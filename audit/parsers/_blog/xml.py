"""Records out of an XML file of any size, a piece at a time, one broken record costing one record.

A scanner, not an XML parser: nothing is declared, fetched or expanded, so an entity that a file defines stays what it
is, `&name;`. What stops a parser (control characters, `&nbsp;`, a bare `&`, words before the first line, a tag that is
never closed, a prefix that is not declared) stops nothing here. An element is a record, a container inside one, or a
leaf; tags inside a leaf are HTML that was not escaped, and stay in its text.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from audit.archive import Unreadable
from audit.parsers._blog.scanner import CDATA, MARK, MOST_OF_ONE, Scanner
from audit.posts import Unread

_ATTRIBUTE = re.compile(r"([\w.:-]{1,100})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)')")
_ENTITY = re.compile(r"&(?!amp;)(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LEAF = re.compile(  # a whole one; most are
    r"\s*+<([A-Za-z_][\w.:-]{0,100})((?:\s[^<>]*+)?)(?<!/)>"
    r"(?:<!\[CDATA\[([^\]]*+(?:\](?!\]>)[^\]]*+)*+)\]\]>|([^<]*+))</\1>"
)


@dataclass(slots=True)
class Element:
    """One element. `place` counts records of its name from 0; `cut`: its end, or that of one in it, is missing."""

    name: str
    place: int = 0
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element"] = field(default_factory=list)
    cut: bool = False

    def child(self, name: str) -> "Element | None":
        """Return the first child of this name."""
        return next((one for one in self.children if one.name == name), None)

    def get(self, *names: str) -> str:
        """Return the text of the first child of these names that has one, without white space around it."""
        for name in names:
            for one in self.children:
                if one.name == name and (text := one.text.strip()):
                    return text
        return ""

    def all(self, name: str) -> list["Element"]:
        """Return all children of this name."""
        return [one for one in self.children if one.name == name]


@dataclass(slots=True, frozen=True)
class Shape:
    """How a kind of file is built. Names are `prefix:name`; `spaces` gives a part of a namespace's address → prefix."""

    records: frozenset[str]
    containers: frozenset[str]  # elements that hold elements, inside records and around them
    spaces: Mapping[str, str]


class Records:
    """The records of a file, and the leaves that stand outside of them. `root` is the first element's name.

    `unread`: leaves whose text is not wanted, for a first look.
    """

    def __init__(self, stream: BinaryIO, shape: Shape, *, unread: frozenset[str] = frozenset()) -> None:
        self._scanner = Scanner(stream)
        self._shape = shape
        self._unread = unread
        self._nests = shape.records | shape.containers
        self._ours = frozenset(shape.spaces.values()) - {""}
        self._prefixes: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._inside: list[Element] = []
        self._leaf: Element | None = None
        self._pieces: list[tuple[str, str]] = []
        self._size = 0
        self.root = ""
        self.ended = False  # was the root's end seen?

    def __iter__(self) -> Iterator[Element]:
        for kind, piece, tag in self._scanner.tokens():
            if tag is not None:
                yield from self._tag(tag)
                if self._inside and self._leaf is None:
                    self._whole_leaves()
            elif self._leaf is not None:
                self._take(kind, piece)
        if self._inside:
            yield self._finished(self._inside[0], cut=True)
        elif self._leaf is not None:
            self._leaf_ends()

    def _whole_leaves(self) -> None:
        """Take the leaves that come next as long as they are whole, short of the buffer's end, and of names seen."""
        scanner, children = self._scanner, self._inside[-1].children
        while found := _LEAF.match(scanner.buffer, scanner.at):
            raw, rest, section, text = found.groups()
            name = self._names.get(raw, "")
            if not name or name in self._nests or "xmlns" in rest or (section and f"</{raw}>" in section):
                return
            if (size := self._size + found.end() - found.start()) > MOST_OF_ONE:
                return
            shown = "" if name in self._unread else decoded(text) if section is None else section
            children.append(Element(name, text=shown, attributes=_attributes(rest)))
            scanner.at, self._size = found.end(), size

    def _tag(self, tag: re.Match[str]) -> Iterator[Element]:
        name = self._name(tag["name"], tag["rest"])
        self.root = self.root or name
        if tag["end"]:
            yield from self._ends(name, tag)
            return
        yield from self._begins(name, tag)
        if tag["rest"].endswith("/") and (self._leaf is None or self._leaf.name == name):
            yield from self._ends(name, tag)

    def _begins(self, name: str, tag: re.Match[str]) -> Iterator[Element]:
        nests = name in self._nests
        if self._leaf is not None and not nests and name.partition(":")[0] not in self._ours:
            self._take(MARK, tag[0])
            return
        if self._leaf is not None:
            self._leaf_ends(cut=True)
        if name in self._shape.records:
            if self._inside:
                yield self._finished(self._inside[0], cut=True)
            place = self._counts.get(name, 0)
            self._counts[name] = place + 1
            self._inside = [Element(name, place, attributes=_attributes(tag["rest"]))]
            self._size = 0
        elif not nests:
            self._leaf = Element(name, attributes=_attributes(tag["rest"]))
        elif self._inside:
            self._inside.append(Element(name, attributes=_attributes(tag["rest"])))
            self._inside[-2].children.append(self._inside[-1])
        else:
            yield Element(name, attributes=_attributes(tag["rest"]))

    def _ends(self, name: str, tag: re.Match[str]) -> Iterator[Element]:
        nests = name in self._nests
        if self._leaf is not None:
            if name != self._leaf.name and not nests:
                self._take(MARK, tag[0])
                return
            leaf = self._leaf_ends(cut=name != self._leaf.name)
            if not nests:
                if not self._inside:
                    yield leaf
                return
        self.ended = self.ended or (name == self.root and not self._inside)
        open_names = [one.name for one in self._inside]
        if name not in open_names:
            return
        while self._inside[-1].name != name:
            self._inside.pop().cut = True
            self._inside[0].cut = True
        if len(self._inside) == 1:
            yield self._finished(self._inside[0])
        else:
            self._inside.pop()

    def _finished(self, record: Element, *, cut: bool = False) -> Element:
        if self._leaf is not None:
            self._leaf_ends(cut=True)
        record.cut = record.cut or cut
        self._inside = []
        return record

    # --- leaves ------------------------------------------------------------------------------------------------------

    def _take(self, kind: str, piece: str) -> None:
        """Keep a piece of the open leaf. A CDATA section whose end was lost ends where the leaf ends."""
        if kind == CDATA and self._leaf is not None and (at := piece.find(f"</{self._leaf.name}>")) >= 0:
            behind = piece[at + len(self._leaf.name) + 3 :].lstrip()
            if re.match(r"</?[\w.:-]{1,100}(?:\s[^<>]{0,200})?>", behind):
                self._scanner.give_back(piece[at:] + "]]>")
                piece = piece[:at]
        self._size += len(piece)
        if self._size <= MOST_OF_ONE:
            self._pieces.append((kind, piece))
        elif self._inside:
            self._inside[0].cut = True

    def _leaf_ends(self, *, cut: bool = False) -> Element:
        leaf = self._leaf
        assert leaf is not None
        leaf.text = _joined(self._pieces)
        self._leaf, self._pieces = None, []
        if self._inside:
            self._inside[-1].children.append(leaf)
            self._inside[0].cut = self._inside[0].cut or cut
        return leaf

    # --- names -------------------------------------------------------------------------------------------------------

    def _name(self, raw: str, rest: str) -> str:
        """Return the name with the prefix we know its namespace by, whatever the file calls it."""
        if "xmlns:" in rest:
            for key, value in _attributes(rest).items():
                if key.startswith("xmlns:"):
                    self._prefixes[key[6:]] = next(
                        (ours for part, ours in self._shape.spaces.items() if part in value), key[6:]
                    )
            self._names = {}
        if (known := self._names.get(raw)) is None:
            prefix, colon, local = raw.rpartition(":")
            ours = self._prefixes.get(prefix, prefix) if colon else ""
            known = self._names[raw] = f"{ours}:{local}" if ours else local
        return known


def end_of(records: Records, *roots: str) -> Iterator[Unread]:
    """Yield what has to be said once all records are read. Raises: Unreadable if it was no such file."""
    if not records.root:
        raise Unreadable("it is empty, or holds no XML")
    if records.root not in roots:
        raise Unreadable("it is not built as such a file is")
    if not records.ended:
        yield Unread("", "the file is cut off before its end")


def _attributes(rest: str) -> dict[str, str]:
    if "=" not in rest:
        return {}
    return {name: decoded(one or other) for name, one, other in _ATTRIBUTE.findall(rest)}


def decoded(text: str) -> str:
    """Return the text with its entities read once; one that XML and HTML do not know stays as it is."""
    if "&" not in text:
        return text
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'")):
        text = text.replace(entity, character)
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text).replace("&amp;", "&")


def _joined(pieces: list[tuple[str, str]]) -> str:
    """Return a leaf's text. With tags, without CDATA it is HTML as it stands; else it is read once, stray tags go."""
    kinds = {kind for kind, _ in pieces}
    if MARK in kinds and CDATA not in kinds:
        return "".join(piece for _, piece in pieces)
    return "".join(piece if kind == CDATA else decoded(piece) for kind, piece in pieces if kind != MARK)

"""One entry of a page from 2018 on, taken apart: its sentence, the person's words, captions, links, place, date.

Classes tell the parts (`_a6-h` since 2022, `_2lek` before). Where they are unknown the position does: first the
sentence, last the date. What cannot be told apart from the person's words is taken for theirs.
"""

from audit.parsers._facebook_html.pages import Element
from audit.parsers._facebook_html.parts import Block, Line, Parts
from audit.parsers._facebook_html.plain import Plain
from audit.parsers._facebook_html.shapes import role_of
from audit.parsers._facebook_html.walk import Walker
from audit.parsers._facebook_html.words import (
    MEDIA,
    EditNotes,
    is_facebook,
    is_link,
    labelled_value,
    place_in,
    text_of,
)
from audit.parsers._local_dates import LocalDates


class EntryReader:
    """Takes the entries of one page apart. In `chats` the body is one block, whatever lies in it."""

    def __init__(self, dates: LocalDates, *, chats: bool = False) -> None:
        self._chats = chats
        self._dates = dates
        self._notes = EditNotes(dates)
        self._walker = Walker()

    def read(self, entry: Element | Plain) -> Parts:
        """Return the parts of the entry."""
        walker = self._walker
        if isinstance(entry, Plain):
            walker.parts, walker.blocks = entry.parts, entry.blocks
        else:
            walker.begin()
            children = list(entry)
            walker.say(entry.text)
            self._sections(children, wrapped=False)
            for child in children:
                walker.say(child.tail)
        for block in walker.blocks:
            if block.lines or block.files:
                self._settle(block, last=block is walker.blocks[-1])
        return walker.parts

    # --- sentence, body, date ---------------------------------------------------------------------------------------

    def _sections(self, children: list[Element], *, wrapped: bool) -> None:
        roles = [_role(child) for child in children]
        if not any(roles):
            if len(children) == 1 and not wrapped and len(children[0]) and children[0].tag not in MEDIA:
                self._walker.say(children[0].text)
                self._sections(list(children[0]), wrapped=True)
                return
            roles = self._roles_by_place(children)
        for child, role in zip(children, roles, strict=True):
            if role == "date":
                self._walker.date(child)
        for child, role in zip(children, roles, strict=True):
            if role == "title" and not self._walker.parts.title:
                self._walker.parts.title = text_of(child).replace("\n", " ")
            elif not role and any(map(_role, child)):
                self._sections(list(child), wrapped=True)
            elif role != "date":
                self._walker.any(child) if self._chats else self._walker.body(child)

    def _roles_by_place(self, children: list[Element]) -> list[str]:
        """The last child that is a date closes an entry, a first one of plain text opens it."""
        roles = [""] * len(children)
        if len(children) < 2:
            return roles
        shown = text_of(children[-1])
        if self._dates.read_alone(shown).when or any("/dyi/l" in (a.get("href") or "") for a in children[-1].iter("a")):
            roles[-1] = "date"
        first = children[0]
        if len(children) > 2 and roles[-1] and not len(first) and (first.text or "").strip():
            roles[0] = "title"
        return roles

    # --- what each line is --------------------------------------------------------------------------------------------

    def _settle(self, block: Block, *, last: bool) -> None:
        parts = self._walker.parts
        parts.files.extend(block.files)
        attached = any(line.link for line in block.lines)
        own_depth = 2 if block.outer else 1
        at_place = False
        for position, line in enumerate(block.lines):
            deep = line.depth > own_depth
            place = place_in(line.text, alone=deep)
            if place is not None:
                parts.places.append(place)
                at_place = True
            elif at_place and deep and not line.link and (address := labelled_value(line.text)):
                parts.places[-1] = ", ".join(filter(None, (parts.places[-1], address)))
            elif line.label:
                self._labelled(line)
            elif line.link:
                self._linked(line, at_place=at_place)
            elif not self._notes.is_one(line.text, parts.date, first=position == 0, attached=deep):
                attachment = attached and deep and (self._chats or not block.outer) and not (last and line.depth <= 2)
                self._worded(line, bool(block.files), attached=attachment)

    def _labelled(self, line: Line) -> None:
        """`Group: Night Nurses`. A second such line is words."""
        if not self._walker.parts.group:
            self._walker.parts.group = line.text
        elif line.text:
            self._walker.parts.texts.append(line.text)

    def _linked(self, line: Line, *, at_place: bool) -> None:
        parts = self._walker.parts
        if at_place and is_facebook(line.link):
            return
        if line.link not in parts.links:
            parts.links.append(line.link)
        if not is_link(line.text):
            parts.link_titles.append(line.text)

    def _worded(self, line: Line, with_picture: bool, *, attached: bool) -> None:
        parts = self._walker.parts
        kept = parts.captions if with_picture else parts.link_titles if attached else parts.texts
        kept.append(line.text)


def _role(child: Element) -> str:
    return role_of(str(child.tag), child.get("class"))

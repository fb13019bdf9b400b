"""Entries read without a tree: lxml takes longer to build one than all the rest, and most entries are built alike.

A scanner goes through an entry's tags once and tells the `Walker` what lxml's elements would tell it. It knows the tags
and nestings of the usual entry and nothing else: whatever it does not know for certain (other tags, open ends, odd
signs) it refuses, and that entry is parsed. A test holds that both ways give the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.parsers._facebook_html.pages import Mark
from audit.parsers._facebook_html.parts import Block, Line, Parts, Row
from audit.parsers._facebook_html.plain_rows import PlainTable, usual_rows
from audit.parsers._facebook_html.shapes import BLOCK, TITLE, are_camera_values, meaning_of, role_of
from audit.parsers._facebook_html.tokens import (
    BLANK,
    LINES,
    TOLD,
    Token,
    Unusual,
    add,
    check_signs,
    class_of,
    line_of,
    says,
    shown,
    tokens_of,
    value,
)
from audit.parsers._facebook_html.walk import PICTURES, Undecided, Walker
from audit.parsers._facebook_html.words import in_lines

_DEEPEST = 60
_FEET = ("_a6-o", "_2lem", "<footer")
_MANY_BREAKS = re.compile(r"\n{3,}")
_HEAD = re.compile(
    rf"[ \t\n]*<(section|div|article){TOLD}>[ \t\n]*(?:<(h[1-6]|div)({TOLD})>({LINES})</\2>[ \t\n]*)?(?:<div({TOLD})>)?"
)
_FOOT = re.compile(
    rf"<(?P<tag>footer|div)(?P<told>{TOLD})>(?:<a(?P<link>{TOLD})>(?:<div{TOLD}>(?P<boxed>[^<]*+)</div>|(?P<linked>[^<]*+))"
    rf"</a>|(?P<bare>[^<]*+))</(?P=tag)>[ \t\n]*</(?P<around>[a-z]+)>[ \t\n]*"
)
_WORDS_BEGIN = '<div class="_2pin"><div>'
_WORDS = re.compile(rf'<div class="_2pin">((?:<div>{LINES}</div>)++)</div>')


@dataclass(slots=True)
class Plain:
    """An entry as the `Walker` leaves it. `headings`: those with a class of their own, with their line breaks."""

    parts: Parts
    blocks: list[Block]
    headings: list[str]
    texts: list[str]  # all below the headings, in order, as they stand in the source

    def itertext(self) -> Iterator[str]:
        """Yield all text below the headings, as an element does."""
        return map(shown, self.texts)


class PlainReader:
    """Reads the usual entries of one page."""

    def __init__(self) -> None:
        self._walker = Walker()
        self._tokens: Sequence[Token] = ()
        self._headings: list[str] = []
        self._texts: list[str] = []

    def read(self, source: str, mark: Mark) -> Plain | None:
        """Return the entry that the source is, None if it has to be parsed."""
        if source.count(mark.text) != 1:
            return None
        self._headings, self._texts = [], []
        self._walker.begin()
        try:
            check_signs(source)
            self._entry(source)
        except (Unusual, Undecided, IndexError):
            return None
        return Plain(self._walker.parts, self._walker.blocks, self._headings, self._texts)

    def _entry(self, source: str) -> None:
        """Take the sentence, the body and the date, each of which may be missing."""
        head = _HEAD.match(source)
        if head is None:
            raise Unusual
        around, titled, told_title, title, told_body = head.groups()
        end, foot = self._foot_in(source, around)
        if titled:
            self._title(titled, value("class", told_title), title)
        if told_body is not None:
            if role_of("div", class_of(told_body)) != "body" or not source.startswith("</div>", end - 6):
                raise Unusual
            self._body(source[head.end() : end - 6])
        elif head.end() < end or not (titled or foot):
            raise Unusual
        if foot:
            self._foot(foot)

    # --- sentence and date ----------------------------------------------------------------------------------------

    def _title(self, tag: str, kinds: str, title: str) -> None:
        if role_of(tag, kinds) != "title":
            raise Unusual
        words = line_of(title)
        if "\n" in words:
            words = _MANY_BREAKS.sub("\n\n", words)
        self._walker.parts.title = words.replace("\n", " ")
        if words and not TITLE.isdisjoint(kinds.split()):
            self._headings.append(words)

    def _foot_in(self, source: str, around: str) -> tuple[int, re.Match[str] | None]:
        """Return where the foot begins and the foot, else where the entry ends."""
        at = max(map(source.rfind, _FEET))
        start = source.rfind("<", 0, at) if at >= 0 else -1
        foot = _FOOT.fullmatch(source, start) if start >= 0 else None
        if foot and foot["around"] == around and role_of(foot["tag"], class_of(foot["told"])) == "date":
            return len(source[:start].rstrip(BLANK)), foot
        bare = source.rstrip(BLANK)
        if at >= 0 or not bare.endswith(f"</{around}>"):
            raise Unusual
        return len(bare.removesuffix(f"</{around}>").rstrip(BLANK)), None

    def _foot(self, foot: re.Match[str]) -> None:
        """The words of a foot without any element keep their blanks."""
        words = foot["bare"]
        if words is None:
            words = " ".join(shown(foot["boxed"] or foot["linked"] or "").split())
        else:
            words = shown(words).strip()
        self._texts.append(words)
        self._walker.dated(words, [value("href", foot["link"] or "")])

    # --- body -----------------------------------------------------------------------------------------------------

    def _body(self, body: str) -> None:
        """Take the block of words, which comes last, by its form, and go through what stands before it."""
        last = body.rfind(_WORDS_BEGIN) if body.startswith("<div>") and body.endswith("</div>") else -1
        words = _WORDS.fullmatch(body, last, len(body) - len("</div>")) if last >= 0 else None
        if words is None and (rows := usual_rows(body)) is not None:
            self._tabled(rows)
        elif words is None:
            self._wrapped(f"<div>{body}</div>")
        elif last == len("<div>") or self._wrapped(f"<div>{body[:last]}</div></div>"):
            self._worded(words[1])
        else:
            raise Unusual

    def _worded(self, lines: str) -> None:
        block = Block(outer=False)
        self._walker.blocks.append(block)
        for line in lines[len("<div>") : -len("</div>")].split("</div><div>"):
            self._texts.append(line)
            if line and (words := line_of(line)):
                block.lines.append(Line(words, 1))

    def _tabled(self, rows: list[tuple[str, str]]) -> None:
        group = self._walker.new_table()
        for label, told in rows:
            self._texts += (label, told)
            if words := line_of(told):
                self._walker.parts.rows.append(Row(line_of(label), [words], [], group))

    def _wrapped(self, source: str) -> bool:
        """Go through the wrappers around blocks, and say whether they hold blocks.

        Without blocks there may be pictures and tables, but no words.
        """
        self._tokens = tokens_of(source)
        has_blocks, opened, at = self._begins_with_block(0), 1, 1
        while opened:
            text, closing, name, told = self._tokens[at]
            if says(text) or opened > _DEEPEST:
                raise Unusual
            if name == "table" and not closing:
                at = self._table(at)
            elif name != "div":
                at = self._picture(at, has_blocks=has_blocks)
            elif closing:
                opened -= 1
                at += 1
            elif not (meaning := meaning_of(class_of(told))):
                opened += 1
                at += 1
            elif meaning == BLOCK and has_blocks:
                at = self._block(at + 1)
            else:
                raise Unusual
        if at != len(self._tokens):
            raise Unusual
        return has_blocks

    def _begins_with_block(self, at: int) -> bool:
        for _, closing, _, told in self._tokens[at + 1 : at + 5]:
            if closing:
                return False
            if BLOCK in told and BLOCK in value("class", told):
                return True
        return False

    def _table(self, at: int) -> int:
        """Take a table of labels and values outside of blocks."""
        table = PlainTable(self._tokens, at)
        self._texts.extend(table.texts)
        if self._walker.block.files and are_camera_values(table.cells):  # it matters in which of the blocks they lie
            raise Unusual
        self._walker.parts.rows.extend(table.grouped(self._walker.new_table()))
        return table.end

    def _picture(self, at: int, *, has_blocks: bool) -> int:
        """Take a picture outside of blocks."""
        run: list[str] = []
        is_shown = False
        if self._tokens[at][2] == "img":
            is_shown = self._image(at)
        elif self._tokens[at][2] == "a":
            at, is_shown = self._anchor(at, run)
        if run or not is_shown or has_blocks:
            raise Unusual
        return at + 1

    def _block(self, at: int) -> int:
        """Go through a block whose tag stands before `at`, and return where it has ended."""
        tokens, walker = self._tokens, self._walker
        walker.block = Block(outer=False)
        walker.blocks.append(walker.block)
        run, depths, depth, after_media = list[str](), list[int](), 0, False
        while True:
            text, closing, name, told = tokens[at]
            at += 1
            if text:
                add(text, run)
                self._texts.append(text)
            if name == "div":
                if run:
                    run = walker.close(run, None, depth)
                if closing:
                    if not depths:
                        walker.block = walker.blocks[0]
                        return at
                    depth, after_media = depths.pop(), False
                    continue
                kinds = class_of(told)
                if not kinds and tokens[at][1]:
                    at = self._leaf(at, depth, is_album=after_media)
                elif len(depths) > _DEEPEST or (meaning_of(kinds) not in ("", BLOCK)):
                    raise Unusual
                else:
                    depths.append(depth)
                    depth = 2 if after_media and not kinds else depth + 1
                after_media = False
            elif closing:
                raise Unusual
            elif name == "br":
                run.append("\u2028")
            elif name == "a":
                at, is_shown = self._anchor(at - 1, run)
                at += 1
                after_media = after_media or is_shown
            elif name == "img":
                after_media = self._image(at - 1) or after_media
            else:
                raise Unusual

    def _leaf(self, at: int, depth: int, *, is_album: bool) -> int:
        text, _, name, _ = self._tokens[at]
        if name != "div":
            raise Unusual
        if text:
            self._texts.append(text)
            self._walker.leaf(shown(text), depth + 1, is_album=is_album)
        return at + 1

    def _image(self, at: int) -> bool:
        _, closing, _, told = self._tokens[at]
        if closing:
            raise Unusual
        icon = PICTURES.isdisjoint(value("class", told).split())
        return self._walker.picture(value("src", told), is_icon=icon)

    def _anchor(self, at: int, run: list[str]) -> tuple[int, bool]:
        """Take a link that holds text or pictures; return where it ends, and whether it showed one."""
        _, closing, _, told = self._tokens[at]
        if closing:
            raise Unusual
        words, is_shown = list[str](), False
        while True:
            at += 1
            text, closing, name, _ = self._tokens[at]
            if text:
                self._texts.append(text)
                words.append(shown(text))
            if closing and name == "a":
                break
            if name != "img":
                raise Unusual
            is_shown = self._image(at) or is_shown
        text = "" if is_shown else in_lines(words)
        return at, self._walker.anchor(value("href", told), text, run, shown=is_shown)

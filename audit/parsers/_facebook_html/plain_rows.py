"""Tables of labels and values, read without a tree: every cell a label, plain values, or something technical."""

import re
from collections.abc import Sequence

from audit.parsers._facebook_html.parts import Row
from audit.parsers._facebook_html.shapes import BLOCK, meaning_of
from audit.parsers._facebook_html.tokens import LINES, TOLD, Token, Unusual, add, class_of, says, shown
from audit.parsers._facebook_html.words import in_lines

_DEEPEST = 30
_ROW = rf"<tr><td({TOLD})>([^<]*+)(?:<div><div>({LINES})</div></div>|</td><td({TOLD})>({LINES}))</td></tr>"
_ROWS = re.compile(_ROW)
_TABLE = re.compile(rf"<table>(?:{_ROW})++</table>")


def usual_rows(source: str) -> list[tuple[str, str]] | None:
    """Return the labels and values of a table where each is plain text, None for any other source."""
    if not _TABLE.fullmatch(source):
        return None
    rows: list[tuple[str, str]] = []
    for told, label, inner, other, beside in _ROWS.findall(source):
        if not {meaning_of(class_of(told)), meaning_of(class_of(other))} <= {"", BLOCK}:
            return None
        rows.append((label, inner or beside))
    return rows


class PlainTable:
    """A table whose tag stands at `at`. `rows`; `cells`: the text of each cell; `texts`: all as they stand there.

    Raises: Unusual if it holds anything else.
    """

    def __init__(self, tokens: Sequence[Token], at: int) -> None:
        self.rows: list[tuple[str, list[str]]] = []
        self.cells: list[str] = []
        self.texts: list[str] = []
        self._tokens, self._at = tokens, at
        self._open("table")
        while not self._closes("table"):
            self._row()
        self.end = self._at

    def grouped(self, group: int) -> list[Row]:
        """Return the rows of the table of this number."""
        return [Row(label, words, [], group) for label, words in self.rows]

    def _open(self, name: str) -> str:
        """Pass over the beginning of such an element, and return its classes."""
        text, closing, found, told = self._tokens[self._at]
        if closing or found != name or says(text):
            raise Unusual
        self._at += 1
        return class_of(told)

    def _closes(self, name: str) -> bool:
        text, closing, found, _ = self._tokens[self._at]
        if not closing:
            return False
        if found != name or says(text):
            raise Unusual
        self._at += 1
        return True

    def _row(self) -> None:
        """Label and value in one cell, or the label in the first of several."""
        self._open("tr")
        label = ""
        for place in range(1000):
            if place and self._closes("tr"):
                break
            kinds = self._open("td")
            if kinds and meaning_of(kinds) not in ("", BLOCK):
                raise Unusual
            begin = len(self.texts)
            if place == 0:
                label = self._first_cell()
            elif words := self._value("td"):
                self.rows.append((label, words))
            self.cells.append("".join(map(shown, self.texts[begin:])).strip())
        else:
            raise Unusual

    def _first_cell(self) -> str:
        """Return the label; what stands in the same cell is its value."""
        text, closing, name, _ = self._tokens[self._at]
        label = in_lines([shown(text)])
        if text:
            self.texts.append(text)
        alone = self._tokens[self._at + 1][1:3] == ("/", "tr")
        if closing and name == "td":
            self._at += 1
            if alone and label:
                self.rows.append(("", [label]))
            return label
        while True:
            _, closing, name, told = self._tokens[self._at]
            self._at += 1
            if closing or name != "div":
                raise Unusual
            if meaning_of(class_of(told)) == "technical":
                self._skip()
            elif words := self._value("div"):
                self.rows.append((label, words))
            text, closing, name, _ = self._tokens[self._at]
            if says(text):
                raise Unusual
            if closing:
                break
        if name != "td":
            raise Unusual
        self._at += 1
        if self._tokens[self._at][1:3] != ("/", "tr"):  # a label of several cells is plain text
            raise Unusual
        return label

    def _value(self, around: str) -> list[str]:
        """Return the lines up to the end of the element."""
        lines: list[str] = []
        run: list[str] = []
        opened = 1
        while opened:
            text, closing, name, told = self._tokens[self._at]
            self._at += 1
            if text:
                add(text, run)
                self.texts.append(text)
            if name == "br" and not closing:
                run.append("\u2028")
                continue
            if name != (around if closing and opened == 1 else "div") or opened > _DEEPEST:
                raise Unusual
            lines.append(in_lines(run))
            run = []
            if closing:
                opened -= 1
            elif meaning_of(class_of(told)) == "technical":
                self._skip()
            elif meaning_of(class_of(told)) not in ("", BLOCK):
                raise Unusual
            else:
                opened += 1
        return [line for line in lines if line]

    def _skip(self) -> None:
        """Pass over what the camera noted, up to the end of its element."""
        opened = 1
        while opened:
            text, closing, name, _ = self._tokens[self._at]
            self._at += 1
            if text:
                self.texts.append(text)
            if name != "div":
                raise Unusual
            opened += -1 if closing else 1

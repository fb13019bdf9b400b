"""LinkedIn's two tables of posts, `Shares.csv` and `Comments.csv`, each in a dialect of its own, sometimes damaged.

Shares: every line break of a post is written as quote, break, quote, and then all quotes are doubled. In 2018 the file
was UTF-16 with tabs. Comments: quotes have a backslash before them; in 2021 some line breaks were not quoted at all.
Every row of both begins with a date, and that is what a damaged row is told from the next by.
"""

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from audit.parsers._csv import Broken, Row, Table, header, hidden, one_row
from audit.parsers._text_lines import MOST_OF_ONE, Lines

SHARES = ("date", "sharelink", "sharecommentary", "sharedurl", "mediaurl", "visibility")
COMMENTS = ("date", "link", "message")
_DATE = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T,]{1,2}\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?(?: ?UTC)?"
_BREAK = re.compile('"\r?\n"')
_CUT_OFF = re.compile(r'"?20\d\d[-/][\d :/-]*')
_LONGEST_TAIL = 8000  # characters of the cells behind the words
_MOST_JOINS = 200  # rows tried for a line that looks like a row and is part of a post: there is hardly one
_JOIN = 5


def share_rows(stream: BinaryIO) -> Iterator[Row | Broken]:
    """Yield the rows of Shares in any vintage. Columns by their letters; the words in sharecommentary."""
    for row in _rows(stream, SHARES, "sharecommentary", slashed=False):
        if isinstance(row, Row) and "sharecommentary" in row.cells:
            row.cells["sharecommentary"] = with_line_breaks(row.cells["sharecommentary"])
        yield row


def comment_rows(stream: BinaryIO) -> Iterator[Row | Broken]:
    """Yield the rows of Comments in any vintage; the words in message."""
    for row in _rows(stream, COMMENTS, "message", slashed=True, also=("comment",)):
        if isinstance(row, Row) and "comment" in row.cells:
            row.cells.setdefault("message", row.cells["comment"])
        yield row


def with_line_breaks(text: str) -> str:
    """Return a post whose line breaks stand between quotes as it was typed; any other text as it is.

    Quotes at the ends of lines may be the person's own, so that only the ones next to a break are taken away, and
    only where every break is written so.
    """
    if '"\n"' not in text and '"\r\n"' not in text:
        return text
    typed, count = _BREAK.subn("\n", text)
    return typed if count == text.count("\n") else text


def _rows(
    stream: BinaryIO, columns: Sequence[str], text: str, *, slashed: bool, also: Sequence[str] = ()
) -> Iterator[Row | Broken]:
    lines = Lines(stream)
    delimiter, names = header(lines, {*columns[1:], *also}, columns)
    text = next((name for name in (text, *also) if name in names), text)
    if names[0] != "date":
        return Table(lines, delimiter, names, text).rows()
    return _DatedTable(lines, delimiter, names, text, slashed=slashed).rows()


class _DatedTable(Table):
    """A table whose rows begin with a date, so that one damaged row never takes others with it."""

    def __init__(self, lines: Lines, delimiter: str, names: Sequence[str], text: str, *, slashed: bool) -> None:
        super().__init__(lines, delimiter, names, text, slashed=slashed)
        self.joins = _MOST_JOINS
        self.date = re.compile(rf"{_DATE}|\d{{4}}[-/]\d\d[-/]\d\d", re.IGNORECASE)
        between = re.escape(delimiter)
        link = r"https?://[^\s\"]{0,80}urn(?:%3A|:)li"
        self.start = re.compile(
            rf'"?(?:{_DATE})"?{between}(?! )|"?[^"\n{between}]{{0,40}}"?{between}"?{link}', re.IGNORECASE
        )

    def fits(self, cells: list[str], taken: list[str]) -> bool:
        """A row has a date or a link where they belong, and no line inside it looks like the next row."""
        if len(cells) != self.width or not (self.date.fullmatch(cells[0].strip()) or self.start.match(taken[0])):
            return False
        return len(taken) == 1 or not any(map(self.start.match, taken[1:]))

    def close_look(self, line: str) -> list[str]:
        """Return the row that begins with this line, as far as the next one; one cell if it is no row."""
        lines = self._until_next(line)
        text = "".join(lines)
        if not self.start.match(line):
            return self._stray(text)
        whole = self._one_row(text) or self._with_the_next(text)
        return whole or one_row(text, self.delimiter, self.width) or self._pulled_apart(text)

    def _until_next(self, line: str) -> list[str]:
        taken, size = [line], len(line)
        while size < MOST_OF_ONE and (more := self.lines.next()) is not None:
            if self.start.match(more) or _is_cut_off(more):
                self.lines.give_back([more])
                break
            taken.append(more)
            size += len(more)
        return taken

    def _stray(self, text: str) -> list[str]:
        """Return a row without date and link, or one cell that goes on the words above, or an end that was cut off."""
        cells = self._one_row(text)
        if cells and not any(" " in cell for cell in cells[: self.text_at]):
            return cells
        if _is_cut_off(text):
            return [text, ""]
        text = text.rstrip("\r\n")
        return [text.replace('\\"', '"') if self.slashed else text] if text.strip() else []

    def _one_row(self, text: str) -> list[str] | None:
        return one_row(hidden(text) if self.slashed else text, self.delimiter, self.width)

    def _with_the_next(self, text: str) -> list[str] | None:
        """Return the row if what looked like the next one is part of this one's words."""
        taken: list[str] = []
        for _ in range(_JOIN):
            if not self.joins or (line := self.lines.next()) is None:
                break
            self.joins -= 1
            taken += self._until_next(line)
            if cells := self._one_row(text + "".join(taken)):
                return cells
        self.lines.give_back(taken)
        return None

    def _pulled_apart(self, text: str) -> list[str]:
        """Return the cells of a damaged row. Those around the words are simple, and the words are what is left."""
        between = re.escape(self.delimiter)
        simple = rf'(?:"[^"]*(?:""[^"]*)*"|[^"\n{between}]*)'
        before = re.match(rf"(?:{simple}{between}){{{self.text_at}}}", text)
        if before is None:
            return text.rstrip("\r\n").split(self.delimiter)[: self.text_at]
        cells = re.findall(rf"({simple}){between}", before[0])
        words, after = text[before.end() :].rstrip(), list[str]()
        if count := self.width - self.text_at - 1:
            tail = max(len(words) - _LONGEST_TAIL, 0)
            found = re.compile(rf'(?:{between}(?:"[^"\n]*"|[^"\n{between}]*)){{{count}}}$').search(words, tail)
            if found:
                after = re.findall(rf"{between}({simple})", found[0])
                words = words[: found.start()]
        return [*(cell.strip('"') for cell in cells), unquoted(words), *(cell.strip('"') for cell in after)]


def _is_cut_off(line: str) -> bool:
    """Say whether the file ends here, in the middle of a date."""
    return not line.endswith("\n") and _CUT_OFF.fullmatch(line) is not None


def unquoted(words: str) -> str:
    """Return the words of a cell whose quotes are not in order."""
    words = words.strip()
    if words.startswith('"'):
        words = words[1:]
        words = words.removesuffix('"')
    words = words.replace('\\"', '"')
    if '"' not in words.replace('""', ""):
        words = words.replace('""', '"')
    return words

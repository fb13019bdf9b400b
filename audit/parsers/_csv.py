"""Rows out of a CSV file of any size: whatever it is encoded in, whatever stands between its cells, one broken row
costing one row.

`table` finds the header by its column names (a preamble may stand before it) and yields `Row`s, whose cells are asked
for by a column's letters (`row.get("sharelink")` for `Share Link`). A quotation mark inside a cell may be doubled or
have a backslash before it. A quote that is never closed costs its own row, not the rest of the file; a line break that
was not quoted costs nothing.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import BinaryIO

from audit.archive import Unreadable
from audit.parsers._text_lines import MOST_OF_ONE, Lines

PREAMBLE = 10  # lines that may stand before the header
_STRAY_LINES = 200  # of one cell whose line breaks were not quoted
SLASHED = "\ufdd0"  # no character: stands in no text
_PATIENCE = 1000  # rows that turned out not to go on in the lines below
_TRIALS = 20  # places where one row might end
_DELIMITERS = (",", "\t", ";")
_NO_LETTERS = re.compile(r"[^a-z]")
csv.field_size_limit(1 << 30)  # rows are bounded by `MOST_OF_ONE`


@dataclass(slots=True)
class Row:
    """One row: `place` counts from 1, without the header; a cell is found by its column's letters, lower-cased."""

    place: int
    cells: dict[str, str] = field(default_factory=dict)

    def get(self, *columns: str) -> str:
        """Return the first of these cells that is not empty, without white space around it."""
        for column in columns:
            if (cell := self.cells.get(column)) and (found := cell.strip()):
                return found
        return ""


@dataclass(slots=True, frozen=True)
class Broken:
    """A row that could not be read, and why, in words that quote nothing."""

    place: int
    reason: str


def table(
    stream: BinaryIO, columns: Iterable[str], *, text: str = "", assume: Sequence[str] = ()
) -> Iterator[Row | Broken]:
    """Yield every row in file order.

    `columns`: the header is the first line that has one of them. `text`: the column that takes what is too much in a
    row with too many cells. `assume`: the columns, where a header is missing or in another language.
    Raises: Unreadable if the file is empty or its columns are not known.
    """
    lines = Lines(stream)
    delimiter, names = header(lines, columns, assume)
    yield from Table(lines, delimiter, names, text).rows()


def letters(name: str) -> str:
    """Return a column's name as rows are asked for it: `Share Link` and `ShareLink` are both sharelink."""
    return _NO_LETTERS.sub("", name.lower())


# --- header ----------------------------------------------------------------------------------------------------------


def header(lines: Lines, columns: Iterable[str], assume: Sequence[str] = ()) -> tuple[str, list[str]]:
    """Return the delimiter and the columns' letters, and leave `lines` at the first row. Raises Unreadable."""
    known = frozenset(columns)
    looked_at: list[str] = []
    while len(looked_at) < PREAMBLE and (line := lines.next()) is not None:
        looked_at.append(line)
        delimiter = delimiter_of(line)
        names = [letters(cell) for cell in loose_row(line, delimiter)]
        if known.intersection(names):
            return delimiter, names
    if not any(line.strip() for line in looked_at):
        raise Unreadable("it is empty")
    delimiter = delimiter_of(looked_at[0])
    first = loose_row(looked_at[0], delimiter)
    if not assume or len(first) != len(assume):
        raise Unreadable("its columns are not those of such a file")
    has_none = any(character.isdigit() for character in first[0])  # a date, not the name of a column
    lines.give_back(looked_at if has_none else looked_at[1:])
    return delimiter, list(assume)


def delimiter_of(line: str) -> str:
    """Return what stands between the cells, told from the header line alone: posts hold any of them."""
    return max(_DELIMITERS, key=line.count)


# --- rows ------------------------------------------------------------------------------------------------------------


def one_row(text: str, delimiter: str, width: int) -> list[str] | None:
    """Return the cells if the text is exactly one row of `width` cells, quotes in it doubled or with a backslash."""
    for candidate in (text, hidden(text)) if '\\"' in text else (text,):
        rows = csv.reader(StringIO(candidate, newline="\n"), delimiter=delimiter, strict=True)
        try:
            row = next(rows, [])
            if len(row) == width and not any(rows):
                return row
        except csv.Error:
            continue
    return None


def hidden(text: str) -> str:
    """Return the text with a stand-in for each quote that has a backslash; `Table` shows it as a quote again."""
    return text.replace('\\"', SLASHED)


def loose_row(text: str, delimiter: str) -> list[str]:
    """Return the cells of one row in which quotes or line breaks are out of place."""
    cells: list[str] = []
    try:
        for row in csv.reader(StringIO(text.rstrip("\r\n"), newline="\n"), delimiter=delimiter):
            cells = joined(cells, row)
    except csv.Error:
        return text.rstrip("\r\n").split(delimiter)
    return cells


def joined(cells: list[str], more: list[str], at: int = -1) -> list[str]:
    """Return a row whose line break was not quoted: the cell goes on in the next line's first."""
    if not cells or not more:
        return cells or more
    at %= len(cells)
    return [*cells[:at], f"{cells[at]}\n{more[0]}", *more[1:], *cells[at + 1 :]]


class Table:
    """The rows below a header: read at full speed while they are well-formed, with a close look at each that is not.

    `text`: the column that takes what is too much. `slashed`: quotes have a backslash as a rule, not as an exception.
    """

    def __init__(
        self, lines: Lines, delimiter: str, names: Sequence[str], text: str = "", *, slashed: bool = False
    ) -> None:
        self.lines = lines
        self.delimiter = delimiter
        self.names = names
        self.width = len(names)
        self._all_differ = len(set(names)) == len(names)
        self.slashed = slashed
        self.patience = _PATIENCE
        self.text_at = names.index(text) if text in names else len(names) - 1

    def rows(self) -> Iterator[Row | Broken]:
        """Yield every row. A line that is no row belongs to the row above."""
        for place, cells in enumerate(self._whole_rows(), 1):
            if cells is None:
                yield Broken(place, "it is larger than any row can be")
            elif any(cells) and not self._is_header(cells):
                yield Row(place, self._named(cells))

    def fits(self, cells: list[str], taken: list[str]) -> bool:  # noqa: ARG002 - a narrower table looks at the lines
        """Say whether these cells, which came out of the `taken` lines, are a row (or an empty line) beyond doubt."""
        return len(cells) in (0, self.width)

    def close_look(self, line: str) -> list[str]:
        """Return the row that begins with this line, and take the lines it goes on in."""
        taken, size, trials = [line], len(line), 0
        quotes, slashed = line.count('"'), line.count('\\"')
        while trials < _TRIALS:
            even, even_without = quotes % 2 == 0, (quotes - slashed) % 2 == 0
            if even or even_without:
                trials += 1
                if cells := one_row("".join(taken), self.delimiter, self.width):
                    return cells
            if (even and even_without) or size > MOST_OF_ONE or (more := self.lines.next()) is None:
                break
            taken.append(more)
            size += len(more)
            quotes += more.count('"')
            slashed += more.count('\\"')
        if any(one_row(other, self.delimiter, self.width) for other in taken[1:_STRAY_LINES]):
            self.lines.give_back(taken[1:])  # a quote that is never closed
            taken = [line]
        return self._mended(loose_row("".join(taken), self.delimiter))

    def _is_header(self, cells: list[str]) -> bool:
        """Say whether the header stands here again: people paste one file below the other."""
        first = cells[0]
        if first.isascii() and first[:1].lower() != self.names[0][:1]:
            return False  # as in nearly every row
        return first[:1].isalpha() and letters(first) == self.names[0] and list(map(letters, cells)) == list(self.names)

    def _named(self, cells: list[str]) -> dict[str, str]:
        """Return column → cell. What is too much goes into the text; of two columns of one name the first counts."""
        if (surplus := len(cells) - self.width) > 0:
            end = self.text_at + surplus + 1
            cells = [*cells[: self.text_at], self.delimiter.join(cells[self.text_at : end]), *cells[end:]]
        if SLASHED in "".join(cells):
            cells = [cell.replace(SLASHED, '"') for cell in cells]
        if self._all_differ:
            return dict(zip(self.names, cells, strict=False))
        found: dict[str, str] = {}
        for name, cell in zip(self.names, cells, strict=False):
            found.setdefault(name, cell)
        return found

    def _whole_rows(self) -> Iterator[list[str] | None]:
        above: list[str] | None = None
        strays, size = list[str](), 0
        for cells in self._all_rows():
            if cells is not None and above is not None and len(cells) == 1 < self.width and size < MOST_OF_ONE:
                strays.append(cells[0])
                size += len(cells[0])
                continue
            if above is not None:
                yield self._with_strays(above, strays)
                strays, size = [], 0
            if cells is None:
                yield None
            above = cells
        if above is not None:
            yield self._with_strays(above, strays)

    def _with_strays(self, row: list[str], strays: list[str]) -> list[str]:
        """Return the row with the lines below it that are no rows: its words go on in them."""
        if not strays:
            return row
        return joined(row, ["\n".join(strays)], self.text_at if len(row) == self.width else -1)

    def _all_rows(self) -> Iterator[list[str] | None]:
        """Yield the cells of each row; one cell for a line that is none; None for what is beyond all bounds."""
        while True:
            taken: list[str] = []
            try:
                for cells in csv.reader(self._recorded(taken), delimiter=self.delimiter, strict=True):
                    if not self.fits(cells, taken):
                        break
                    taken.clear()
                    if cells:
                        yield cells
            except csv.Error:
                pass
            self.lines.give_back(taken)
            if (line := self.lines.next()) is None:
                return
            if len(line) > MOST_OF_ONE:
                yield None
            elif cells := self.close_look(line):
                yield cells

    def _recorded(self, taken: list[str]) -> Iterator[str]:
        """Yield lines and keep them in `taken`, emptied after each row. Stop where one row is too large."""
        given_back, lines, slashed = self.lines.given_back, self.lines.lines, self.slashed
        size = 0
        while (line := given_back.popleft() if given_back else next(lines, None)) is not None:
            size = size + len(line) if taken else len(line)
            if size > MOST_OF_ONE:
                given_back.appendleft(line)
                return
            taken.append(line)
            yield hidden(line) if slashed else line

    def _mended(self, cells: list[str]) -> list[str]:
        """Return the whole of a row that is too short because of line breaks that were not quoted, or it as it is."""
        whole, taken = cells, list[str]()
        most = _STRAY_LINES if self.patience else 0
        while len(whole) < self.width and len(taken) < most and (line := self.lines.next()) is not None:
            taken.append(line)
            more = loose_row(line, self.delimiter)
            if len(more) >= self.width:
                break
            whole = joined(whole, more)
            if len(whole) == self.width:
                return whole
        self.patience -= bool(taken)
        self.lines.give_back(taken)
        return cells

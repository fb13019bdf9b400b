"""Tables with a header in any language, or with none: cells by the header's own words, or `column 1` and so on.

Rows are those of `_csv.Table`, so that a broken one costs itself only.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from audit.parsers._csv import PREAMBLE, Broken, Table, loose_row
from audit.parsers._generic.dates import Dates
from audit.parsers._generic.names import is_plain, known_by_name
from audit.parsers._generic.rows import Row
from audit.parsers._text_lines import Lines
from audit.posts import Unread

DELIMITERS = (",", "\t", ";", "|")
NO_DELIMITER = "\x1e"  # stands in no text
_MOST_COLUMNS = 500
_BELOW = 3  # rows that are compared with what may be the header


class _Told(Table):
    """A table whose columns keep their own names: no row of it is taken for the header again but the very same."""

    def _is_header(self, cells: list[str]) -> bool:
        return list(map(str.strip, cells)) == list(self.names)


def table_rows(stream: BinaryIO, text: str = "") -> Iterator[Row | Unread]:
    """Yield every row. `text`: the column that takes what is too much in a row with too many cells."""
    lines = Lines(stream)
    delimiter, names = header_of(lines)
    if not names:
        return
    if len(names) > _MOST_COLUMNS:
        yield Unread("", "it has more columns than any table of posts")
        return
    for row in _Told(lines, delimiter, names, text).rows():
        if isinstance(row, Broken):
            yield Unread(f"[{row.place}]", row.reason)
        else:
            yield Row(f"[{row.place}]", row.cells)


def header_of(lines: Lines) -> tuple[str, list[str]]:
    """Return what stands between the cells, and the columns' names, and leave `lines` at the first row."""
    seen: list[str] = []
    while len(seen) < PREAMBLE and (line := lines.next()) is not None:
        seen.append(line)
    mark = _stated_delimiter(seen)
    written = [place for place, line in enumerate(seen) if line.strip() and not _states(line)]
    if not written:
        return ",", []
    delimiter = mark or _delimiter(seen)
    rows = {place: loose_row(seen[place], delimiter) for place in written}
    first = next((place for place in written if sum(map(bool, rows[place])) > 1), written[0])
    below = [rows[place] for place in written if place > first][:_BELOW]
    if _names_columns(rows[first], below):
        lines.give_back(seen[first + 1 :])
        return delimiter, _distinct(rows[first])
    lines.give_back(seen[written[0] :])
    width = max(len(rows[place]) for place in written)
    return delimiter, [f"column {number}" for number in range(1, width + 1)]


def _states(line: str) -> bool:
    return line.lstrip("\ufeff").lower().startswith("sep=") and len(line.strip()) == 5


def _stated_delimiter(lines: Sequence[str]) -> str:
    """Return what spreadsheet programs state in a line of its own: `sep=;`."""
    return next((line.strip()[-1] for line in lines[:1] if _states(line)), "")


def _delimiter(lines: Sequence[str]) -> str:
    """Return what stands between the cells: a comma within the words of a table of one column does not."""
    written = [line for line in lines if line.strip()]
    first = written[0]
    named = [mark for mark in DELIMITERS if sum(map(known_by_name, loose_row(first, mark))) > 1]
    many = [mark for mark in DELIMITERS if mark in first and 2 * sum(mark in line for line in written) > len(written)]
    below = [mark for mark in DELIMITERS if len({line.count(mark) for line in written[-_BELOW:]} - {0}) == 1
             and all(mark in line for line in written[-_BELOW:])]  # fmt: skip
    fitting = named or many or (below if len(written) > _BELOW else [])
    return max(fitting, key=first.count) if fitting else NO_DELIMITER


def _names_columns(cells: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Say whether the cells are names of columns and no record: a record's words must never be shown as a name."""
    shown = [cell.strip() for cell in cells if cell.strip()]
    if not shown or len(set(shown)) < len(shown) or not all(map(is_plain, shown)):
        return False
    if any(cell[0].isdigit() or "://" in cell for cell in shown):
        return False
    if sum(map(known_by_name, shown)) >= min(2, len(shown)):
        return True
    columns = zip(cells, *below, strict=False) if below else ()
    return any(not _counts(cell) and all(map(_counts, under)) for cell, *under in columns)


def _counts(cell: str) -> bool:
    """Say whether a cell is a number or a date: what no name of a column is."""
    return cell.strip().isdecimal() or Dates(order="day").read(cell).when is not None


def _distinct(cells: Sequence[str]) -> list[str]:
    """Return names of columns, each its own: an empty one by its number, a second one of a name too."""
    names: list[str] = []
    for number, cell in enumerate(cells, 1):
        name = " ".join(cell.split())
        names.append(name if name and name not in names else f"{name} {number}".strip() if name else f"column {number}")
    return names

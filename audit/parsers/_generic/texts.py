"""Plain text: entries that begin with their date, paragraphs, or a post on each line.

An entry's date stands at the beginning of a line, alone or before its first words (`2019-03-04 late shift again`,
`## 4 March 2019`, `[04.03.2019 21:10] Mira: …`); what follows up to the next one belongs to it. Where nearly all
entries go on with a name and a colon, it is talk between people, and the name is a cell of its own.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import BinaryIO

from audit.parsers._generic.dates import Dates
from audit.parsers._generic.rows import Row
from audit.parsers._text_lines import Lines
from audit.posts import Unread

ENTRY, PARAGRAPH, LINE = "entry", "paragraph", "line"
DATE, NAME = "date", "name"
WAYS = (ENTRY, PARAGRAPH, LINE)
_LOOKED_AT = 4_000  # lines
_FEWEST = 3  # dates at the beginnings of lines that make a diary
_LONGEST = 8 << 20  # characters of one entry
_LEAD = re.compile(
    r"[\s>#*_\-–—•\[(]{0,8}(?P<date>(?:[^\W\d_]{2,12}\.?,?\s+)?(?:\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?"
    r"|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}|\d{1,2}(?:\.|st|nd|rd|th)?\s(?:de\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s)?\d{4}"
    r"|[^\W\d_]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})(?:[T,]?\s?(?:(?:at|um|à|kl\.?)\s)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?"
    r"(?:\s?[ap]\.?m\.?)?(?:Z|\s?UTC)?)?)(?P<rest>.*)",
    re.DOTALL | re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_AFTER = re.compile(r"^[\s\])*_:,;|–—-]+")
_SPEAKER = re.compile(r"<?(?P<name>[^\W\d_][^\n:<>|]{0,40}?)(?:>:?|:)\s+(?=\S)")
_MOST_SPEAKERS = 200


def text_rows(stream: BinaryIO, way: str) -> Iterator[Row | Unread]:
    """Yield every entry, paragraph or line, whichever `way` says."""
    lines = _numbered(stream)
    pieces = _entries(lines) if way == ENTRY else _paragraphs(lines) if way == PARAGRAPH else _lines(lines)
    for number, cells in pieces:
        if len(cells[way]) > _LONGEST:
            yield Unread(f"[{number}]", "it is larger than any post can be")
        elif cells[way].strip():
            yield Row(f"[{number}]", cells)


def way_of(stream: BinaryIO) -> str:
    """Return how the text is to be taken apart: entry, paragraph or line."""
    lines = [line for _, line in islice(_numbered(stream), _LOOKED_AT)]
    written = [line for line in lines if line.strip()]
    dated = sum(lead_of(line) is not None for line in written)
    if dated >= _FEWEST or (dated and dated * 2 >= len(written)):
        return ENTRY
    blanks = sum(not line.strip() for line in lines)
    return PARAGRAPH if blanks and len(written) >= blanks else LINE


def lead_of(line: str) -> tuple[str, str] | None:
    """Return the date with which a line begins, and what stands after it; None if it begins with none."""
    found = _LEAD.match(line[:120])
    if found is None:
        return None
    date = _ORDINAL.sub("", found["date"])
    if not _is_date(date):
        return None
    return date, _AFTER.sub("", line[found.end("date") :])


@lru_cache(maxsize=4096)
def _is_date(text: str) -> bool:
    return Dates(order="day").read(text).when is not None or Dates(order="month").read(text).when is not None


def speakers(rows: Iterable[Row]) -> bool:
    """Say whether these entries are talk: nearly all begin with a name and a colon, and names come again."""
    names: Counter[str] = Counter()
    count = 0
    for row in rows:
        count += 1
        names[row.cells.get(NAME, "")] += 1
    named = count - names.pop("", 0)
    return named >= 4 and named * 10 >= count * 7 and 2 <= len(names) <= min(_MOST_SPEAKERS, named // 2)


def without_speaker(entry: str) -> str:
    """Return the entry's words without the name before them."""
    found = _SPEAKER.match(entry)
    return entry[found.end() :] if found else entry


def _numbered(stream: BinaryIO) -> Iterator[tuple[int, str]]:
    lines, number = Lines(stream), 0
    while (line := lines.next()) is not None:
        number += 1
        yield number, line.rstrip("\r\n")


Piece = tuple[int, dict[str, str]]


def _entries(lines: Iterator[tuple[int, str]]) -> Iterator[Piece]:
    """Yield what stands before the first date too: it has words, if no date."""
    start, date, run = 0, "", list[str]()
    for number, line in lines:
        if lead := lead_of(line):
            if run or date:
                yield start, _entry(date, run)
            start, date, run = number, lead[0], [lead[1]]
        elif run or line.strip():
            start = start or number
            run.append(line)
    if run:
        yield start, _entry(date, run)


def _entry(date: str, run: list[str]) -> dict[str, str]:
    words = "\n".join(run).strip()
    found = _SPEAKER.match(words)
    return {ENTRY: words, DATE: date, NAME: found["name"].strip() if found else ""}


def _paragraphs(lines: Iterator[tuple[int, str]]) -> Iterator[Piece]:
    start, run = 0, list[str]()
    for number, line in lines:
        if line.strip():
            start = start if run else number
            run.append(line)
        elif run:
            yield start, {PARAGRAPH: "\n".join(run)}
            run = []
    if run:
        yield start, {PARAGRAPH: "\n".join(run)}


def _lines(lines: Iterator[tuple[int, str]]) -> Iterator[Piece]:
    return ((number, {LINE: line}) for number, line in lines)

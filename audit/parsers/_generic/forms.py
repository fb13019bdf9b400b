"""What a file is by its name and its first bytes, and its rows: the one door to tables, JSON and plain text."""

import json
import re
from collections.abc import Iterator, Sequence

from audit.archive import Member
from audit.parsers._export import PICTURES
from audit.parsers._generic.objects import json_rows, line_rows
from audit.parsers._generic.rows import Row
from audit.parsers._generic.tables import table_rows
from audit.parsers._generic.texts import WAYS, text_rows, way_of
from audit.parsers._text_lines import AS_CP1252, encoding_of
from audit.posts import Unread

TABLE, JSON, JSON_LINES, TEXT = "table", "JSON", "JSON lines", "text"
HEAD = 8_192
_NAMED = re.compile(r".*\.(?:csv|tsv|tab|json|jsonl|ndjson|txt|text|md|markdown)(?: ?\(\d+\))?", re.IGNORECASE)
_OTHERS = re.compile(
    r".*\.(?:html?|js|xml|atom|rss|py|sh|css|rtf|eml|mbox|vcf|ics|srt|vtt|sql|ini|cfg|ya?ml|toml|pdf|docx?|xlsx?|pptx?"
    r"|od[tsp]|epub|zip|rar|7z|gz|tgz|tar|exe|dmg|iso|db|sqlite3?)",
    re.IGNORECASE,
)
_TABLES = re.compile(r".*\.(?:csv|tsv|tab)(?: ?\(\d+\))?", re.IGNORECASE)
_TEXTS = re.compile(r".*\.(?:txt|text|md|markdown)(?: ?\(\d+\))?", re.IGNORECASE)
_JSON_BEGINS = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
_MOST_ODD = 0.02  # of the characters: more of them are no words


def may_hold_words(name: str, *, lone: bool) -> bool:
    """Say whether a file of this name is one of ours to look into. `lone`: nothing else was handed over with it."""
    if _NAMED.fullmatch(name):
        return True
    return lone and not (_OTHERS.fullmatch(name) or re.fullmatch(PICTURES, name, re.IGNORECASE))


def form_of(member: Member) -> str:
    """Return what the file is: table, JSON, JSON lines, text; "" if it is empty, or no words."""
    head = member.head(HEAD)
    text = head.decode(encoding_of(head), AS_CP1252).replace("\0", "") if head else ""
    if not text.strip() or _is_binary(head, text):
        return ""
    if not _TABLES.fullmatch(member.name) and _JSON_BEGINS.match(text):
        return JSON_LINES if _has_lines(text, whole=len(head) < HEAD) else JSON
    if _TABLES.fullmatch(member.name):
        return TABLE
    return TEXT if _TEXTS.fullmatch(member.name) or not _in_columns(text) else TABLE


def rows(member: Member, form: str, way: str = "", columns: Sequence[str] = ()) -> Iterator[Row | Unread]:
    """Yield every record of the file. `way`: how a text is taken apart; `columns`: those that are wanted, the text's
    first.

    Raises: Unreadable.
    """
    if form == JSON:
        yield from json_rows(member, columns)
        return
    with member.open() as stream:
        if form == JSON_LINES:
            yield from line_rows(stream)
        elif form == TABLE:
            yield from table_rows(stream, columns[0] if columns else "")
        else:
            yield from text_rows(stream, way)


def way_in(member: Member, form: str, column: str = "") -> str:
    """Return how a text is taken apart: as the person said by the column's name, else as it looks."""
    if form != TEXT:
        return ""
    if column in WAYS:
        return column
    with member.open() as stream:
        return way_of(stream)


def _is_binary(head: bytes, text: str) -> bool:
    if head.startswith(
        (b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"SQLite", b"{\\rtf", b"<?xml")
    ):
        return True
    odd = sum(ord(character) < 32 and character not in "\t\n\r\f\x0b" for character in text)
    zeros = head.count(0) if encoding_of(head) == "utf-8-sig" else 0
    return (odd + zeros + text.count("\N{REPLACEMENT CHARACTER}")) > _MOST_ODD * len(text)


def _has_lines(text: str, *, whole: bool) -> bool:
    """Say whether each line is a JSON value of its own. `whole`: the text does not end before the file does."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or not lines[0].lstrip().startswith("{"):
        return False
    complete = lines if whole else lines[:-1]
    return any(_is_value(line) for line in complete[:5]) and lines[1].lstrip().startswith("{")


def _is_value(line: str) -> bool:
    try:
        return isinstance(json.loads(line, strict=False), dict)
    except (ValueError, RecursionError):
        return False


def _in_columns(text: str) -> bool:
    """Say whether the first lines have the same marks between cells, as often in each."""
    lines = [line for line in text.split("\n") if line.strip()][:4]
    return len(lines) > 1 and any(
        lines[0].count(mark) and len({line.count(mark) for line in lines}) == 1 for mark in (",", "\t", ";", "|")
    )

"""What all of Reddit's files share: names of files, times and addresses in cells, words that are none any more."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import BinaryIO

from audit.parsers._clock import epoch_time, iso_time, plausible
from audit.parsers._csv import Broken, Row, table
from audit.posts import Unread

SITE = "https://www.reddit.com"
_HTTP = re.compile(r"https?://[^\s\"<>]+", re.IGNORECASE)
_GONE = re.compile(r"\[\s*(?:deleted|removed|deleted by user|removed by reddit[^\]]{0,200})\s*\]", re.IGNORECASE)
_OWN_MEDIA = re.compile(
    r"https?://(?:(?:i|v|preview)\.redd\.it/|(?:\w+\.)?reddit\.com/(?:gallery|link|video)/)", re.IGNORECASE
)
_EPOCH = re.compile(r"\d{9,13}(?:\.\d{1,9})?")
_TRUE = ("true", "1", "yes", "t")


def file_named(*names: str) -> str:
    """Return a pattern for these CSV files: whole, in parts (`_1`), downloaded twice (` (1)`), named .txt."""
    return rf"(?:{'|'.join(names)})(?:_\d+)?(?: ?\(\d+\))?\.(?:csv|tsv|txt)"


def rows(
    stream: BinaryIO, columns: Sequence[str], *signs: str, words: str = "body", text: str = ""
) -> Iterator[Row | Unread]:
    """Yield each row of a table that has one of the columns `signs`; a row that ends before its words is unread.

    `columns`: what stands in the file where the header is missing, by their letters. `text`: the column that takes
    what is too much in a row, if it is not that of the words.
    """
    for row in table(stream, signs, text=text or words, assume=columns):
        if isinstance(row, Broken):
            yield Unread(f"[{row.place}]", row.reason)
        elif words not in row.cells:
            yield Unread(f"[{row.place}]", "it ends before its words begin")
        else:
            yield row


def when(cell: str) -> datetime | None:
    """Read `2023-06-15 14:30:00 UTC`, or seconds or milliseconds since 1970."""
    if _EPOCH.fullmatch(cell):
        return epoch_time(cell, unit=1000 if len(cell.partition(".")[0]) > 11 else 1)
    return plausible(iso_time(cell))


def address(cell: str) -> str:
    """Return a whole address for one that may begin at the site's root; nothing for what is none."""
    if cell.startswith("/") and not cell.startswith("//"):
        cell = SITE + cell
    return cell if _HTTP.fullmatch(cell) else ""


def words(cell: str) -> str:
    """Return the words of a cell, nothing where only the word for removed content is left."""
    return "" if len(cell) < 250 and _GONE.fullmatch(cell) else cell


def joined(title: str, body: str) -> str:
    """Return title and body with a blank line between."""
    title, body = words(title), words(body)
    return "\n\n".join(part for part in (title, body) if part) if title != body else title


@lru_cache(maxsize=1024)
def community(cell: str) -> str:
    """Return `r/name`, or `u/name` for what stands on a person's own page."""
    name = re.sub(r"^/?r/", "", cell.strip("/ "), flags=re.IGNORECASE)
    if not name:
        return ""
    return f"u/{name[2:]}" if name.lower().startswith("u_") else f"r/{name}"


def person(cell: str) -> str:
    """Return an account's name as it is compared: without u/ or a slash before it, in small letters."""
    return re.sub(r"^/?(?:u|user)/", "", cell.strip("/ ").lower())


def is_media(link: str) -> bool:
    """Say whether the link leads to a picture or video that was put up with the post."""
    return bool(_OWN_MEDIA.match(link))


def is_true(cell: str) -> bool:
    """Read a yes or no."""
    return cell.lower() in _TRUE


def draft_words(cell: str) -> str:
    """Return a draft's words: drafts of the editor with buttons are a tree in JSON, all others plain."""
    if not cell.startswith("{"):
        return cell
    try:
        tree = json.loads(cell, strict=False)
    except (ValueError, RecursionError):
        return cell
    paragraphs = list(_paragraphs(tree.get("document") if isinstance(tree, dict) else None, 0))
    return "\n\n".join(paragraphs) or cell


def _paragraphs(nodes: object, depth: int) -> Iterator[str]:
    if not isinstance(nodes, list) or depth > 50:
        return
    run: list[str] = []
    for node in nodes:
        if not isinstance(node, dict):
            continue
        if isinstance(text := node.get("t"), str):
            run.append(text)
        elif node.get("e") == "br":
            run.append("\n")
        else:
            if run:
                yield "".join(run)
                run = []
            yield from _paragraphs(node.get("c"), depth + 1)
    if run:
        yield "".join(run)

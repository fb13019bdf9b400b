"""A cell of YouTube's tables that holds words: pieces of JSON, with or without a wrapper, line breaks raw in them."""

import json
import re
from typing import Any, NamedTuple

from audit.parsers._google import address

SEGMENTED = re.compile(r'\s*\[?\s*\{\s*"(?:text|takeoutSegments)"\s*:')
_SIMPLE = re.compile(r'(?:\{"text":"[^"\\]*+"\},?)++')  # most comments
_SIMPLE_PIECE = re.compile(r'\{"text":"([^"\\]*)"\}')
_PIECE = re.compile(r'"text"\s*:\s*"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_DECODER = json.JSONDecoder(strict=False)


class Words(NamedTuple):
    """The text of a cell, who is mentioned in it, and the first address that a piece of it leads to."""

    text: str
    people: tuple[str, ...] = ()
    link: str = ""


def words_of(cell: str) -> Words:
    """Return the words of a cell; what is no JSON is plain text, and broken JSON is never a reason to lose words."""
    if _SIMPLE.fullmatch(cell):
        return Words("".join(_SIMPLE_PIECE.findall(cell)).strip())
    if not SEGMENTED.match(cell):
        return Words(cell.strip())
    try:
        found = _DECODER.decode(f"[{cell.strip().rstrip(',')}]")
    except (ValueError, RecursionError):
        pieces = [_unescaped(piece) for piece in _PIECE.findall(cell)]
        return Words("".join(pieces).strip() or cell.strip())
    pieces, people, links = [], list[str](), list[str]()
    for segment in _segments(found, 0):
        text = segment.get("text")
        if not isinstance(text, str):
            continue
        pieces.append(text)
        if len(segment) == 1:
            continue
        if "mention" in segment and text.startswith("@"):
            people.append(text.strip())
        link = segment.get("link")
        if isinstance(link, dict) and isinstance(link.get("linkUrl"), str):
            links.append(address(link["linkUrl"]))
    return Words("".join(pieces).strip(), tuple(dict.fromkeys(people)), next(filter(None, links), ""))


def _segments(value: Any, depth: int) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [segment for one in value for segment in _segments(one, depth + 1)] if depth < 6 else []
    if not isinstance(value, dict):
        return []
    inner = value.get("takeoutSegments")
    return _segments(inner, depth + 1) if isinstance(inner, list) else [value]


def _unescaped(piece: str) -> str:
    try:
        found = _DECODER.decode(f'"{piece}"')
    except ValueError:
        return piece
    return found if isinstance(found, str) else piece

"""What a message says: its text out of pieces, its poll, its links, whom it names."""

import re
from dataclasses import dataclass
from typing import Any

from audit.parsers._html_words import plain

Fields = dict[str, Any]
_HTTP = re.compile(r"https?://\S+", re.IGNORECASE)
_NAMING = frozenset(("mention", "mention_name"))
_NO_PICTURE = frozenset(("sticker",))
_HANDLE_AGAIN = re.compile(r"@(\w{1,64}) \(https?://t\.me/\1\)")


@dataclass(frozen=True, slots=True)
class Words:
    """The text whole, the first link in it, and the people it names."""

    text: str = ""
    link: str = ""
    people: tuple[str, ...] = ()


def string(fields: Fields, key: str) -> str:
    """Return the value if it is a text, without white space around it."""
    value = fields.get(key)
    return value.strip() if isinstance(value, str) else ""


def words_of(message: Fields) -> Words | None:
    """Return the text of a message, or None where it is not built as one. A list of entities counts before `text`."""
    entities, text = message.get("text_entities"), message.get("text", "")
    for parts in (entities, text):
        if isinstance(parts, list) and (found := _joined(parts)).text:
            return found
    if isinstance(text, str):
        return Words(text.strip())
    return Words() if text in (None, []) or isinstance(entities, list) else None


def _joined(parts: list[Any]) -> Words:
    run: list[str] = []
    people: list[str] = []
    links: list[str] = []
    for part in parts:
        piece, kind, address = part if isinstance(part, str) else "", "", ""
        if isinstance(part, dict):
            piece = part["text"] if isinstance(part.get("text"), str) else ""
            kind, address = string(part, "type"), string(part, "href")
        if kind in _NAMING and piece.strip():
            people.append(piece.strip())
        if kind == "link" and _HTTP.fullmatch(piece):
            links.append(piece)
        elif kind == "text_link" and _HTTP.fullmatch(address):
            links.append(address)
            piece = piece if piece.strip() == address else f"{piece} ({address})"
        run.append(piece)
    return Words("".join(run).strip(), links[0] if links else "", tuple(dict.fromkeys(people)))


def poll_of(message: Fields) -> str:
    """Return the question and the answers of a poll, a line each."""
    poll = message.get("poll")
    if not isinstance(poll, dict):
        return ""
    answers = poll.get("answers")
    lines = [_plain_or_pieces(poll.get("question"))]
    lines += (
        [_plain_or_pieces(one.get("text")) for one in answers or () if isinstance(one, dict)]
        if isinstance(answers, list)
        else []
    )
    return "\n".join(filter(None, lines))


def _plain_or_pieces(value: object) -> str:
    if isinstance(value, list):
        return _joined(value).text
    return value.strip() if isinstance(value, str) else ""


def place_of(message: Fields) -> str:
    """Return the place that was sent by its name. Bare coordinates are not shown."""
    return ", ".join(filter(None, (string(message, "place_name"), string(message, "address"))))


def media_of(message: Fields) -> int:
    """Return how many pictures, videos, recordings and files hang on it; stickers are none."""
    if string(message, "media_type") in _NO_PICTURE:
        return 0
    return int(bool(string(message, "photo") or string(message, "file")))


def reactions_of(message: Fields) -> int | None:
    """Return the number of reactions, where the export tells them."""
    told = message.get("reactions")
    if not isinstance(told, list):
        return None
    counts = [one.get("count") for one in told if isinstance(one, dict)]
    return sum(count for count in counts if isinstance(count, int) and 0 <= count < 1 << 31)


def shown_words(content: str) -> Words:
    """Return plain text of what stands on a page."""
    found = plain(content)
    links = [link for link in found.links if not link.lower().startswith(("https://t.me/", "http://t.me/"))]
    text = _HANDLE_AGAIN.sub(r"@\1", found.text) if "@" in found.text else found.text
    return Words(text, links[0] if links else "")

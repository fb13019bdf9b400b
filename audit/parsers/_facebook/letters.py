"""Facebook's JSON writes each byte of UTF-8 as a letter of its own (`é` as `\\u00c3\\u00a9`). Here it is undone.

A file is judged as a whole, by its bytes, and then each string once: correct text can look like broken text
(`là »` with a no-break space does), so a string alone cannot tell. HTML exports and clean files are never touched.
"""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

from audit.archive import Member, Unreadable

_PIECE = 1 << 20
_ENOUGH = 2000  # runs of escapes looked at
_WIDE = re.compile(rb"\\u(?!00)[0-9a-fA-F]{4}")
_RUN = re.compile(rb"(?<!\\)(?:\\u00[89a-fA-F][0-9a-fA-F])+")


def is_broken(member: Member) -> bool:
    """Say whether the file's letters are bytes: plain ASCII, no escape above 00ff, and escapes that make UTF-8."""
    good = bad = 0
    for piece in _pieces(member):
        if not piece.isascii() or _has_wide_escape(piece):
            return False
        if good + bad < _ENOUGH:
            fits = [_is_utf8(run[0]) for run in islice(_RUN.finditer(piece), _ENOUGH)]
            good, bad = good + sum(fits), bad + len(fits) - sum(fits)
    return good > bad


def _pieces(member: Member) -> Iterator[bytes]:
    """Yield the bytes up to any damage, cut at quotation marks, where no escape can be cut in two."""
    held = b""
    with suppress(Unreadable, OSError), member.open() as stream:
        held = stream.read(_PIECE).removeprefix(codecs.BOM_UTF8)
        while read := stream.read(_PIECE):
            held += read
            cut = held.rfind(b'"')
            if cut > 0 or len(held) > 8 * _PIECE:
                cut = cut if cut > 0 else len(held)
                yield held[:cut]
                held = held[cut:]
    yield held


def _has_wide_escape(piece: bytes) -> bool:
    return any(_is_escape(piece, found.start()) for found in _WIDE.finditer(piece))


def _is_escape(piece: bytes, at: int) -> bool:
    """A backslash that stands after another one is only a typed backslash."""
    before = at
    while before > 0 and piece[before - 1 : before] == b"\\":
        before -= 1
    return (at - before) % 2 == 0


def _is_utf8(run: bytes) -> bool:
    try:
        bytes.fromhex(run.replace(b"\\u00", b"").decode("ascii")).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class Repair:
    """Repairs keys and values of a file whose letters are broken. `failed` counts what stayed as it was."""

    def __init__(self, needed: bool) -> None:
        self.needed = needed
        self.failed = 0

    def __call__(self, value: Any) -> Any:
        """Return the value with its text repaired, in place. Raises RecursionError if it is nested too deep."""
        if not self.needed:
            return value
        if isinstance(value, str):
            return value if value.isascii() else self._text(value)
        if isinstance(value, list):
            self._elements(value)
        elif isinstance(value, dict):
            self._entries(value)
        return value

    def _elements(self, values: list[Any]) -> None:
        for place, value in enumerate(values):
            kind = type(value)
            if kind is dict:
                self._entries(value)
            elif kind is list:
                self._elements(value)
            elif kind is str and not value.isascii():
                values[place] = self._text(value)

    def _entries(self, values: dict[str, Any]) -> None:
        for key, value in values.items():
            kind = type(value)
            if kind is str:
                if not value.isascii():
                    values[key] = self._text(value)
            elif kind is dict:
                if key != "media_metadata":  # camera data, the bulk of a picture
                    self._entries(value)
            elif kind is list:
                self._elements(value)
        if not "".join(values).isascii():
            entries = [(key if key.isascii() else self._text(key), value) for key, value in values.items()]
            values.clear()
            values.update(entries)

    def _text(self, text: str) -> str:
        try:
            raw = text.encode("latin-1")
        except UnicodeEncodeError:
            return text
        repaired = from_bytes(raw)
        if repaired is None:
            self.failed += 1
            return text
        return repaired


def from_bytes(raw: bytes) -> str | None:
    """Return the text of the bytes, None if they are no UTF-8. An end that is cut off becomes U+FFFD."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.start if error.reason == "unexpected end of data" and len(raw) - error.start <= 3 else -1
    try:  # emoji as two halves of three bytes each
        return raw.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return None if cut < 0 else raw[:cut].decode("utf-8") + "\N{REPLACEMENT CHARACTER}"

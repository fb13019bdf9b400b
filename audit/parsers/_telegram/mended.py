"""The bytes of result.json, with two things mended that Telegram itself writes and no JSON reader takes.

Control characters come as `\\x0B`, and version 4.1 wrote a file's path after `"document_id":` without quotation marks.
"""

import re
from typing import BinaryIO, cast

_ESCAPE = re.compile(rb"(?<!\\)((?:\\\\)*)\\x([0-9A-Fa-f]{2})")
_BARE = re.compile(rb'("document_id"\s*:[ \t]*)([^"\s\d\[{\-][^"\n]*)')
_NO_END = 1 << 20  # bytes without a comma or a line break


def mended(stream: BinaryIO) -> BinaryIO:
    """Return the stream as JSON readers can take it."""
    return cast(BinaryIO, _Mended(stream))


class _Mended:
    """Only `read` is asked for. Each piece ends behind a comma or a line break, which no escape has in it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._held = b""

    def read(self, size: int = -1) -> bytes:
        while True:
            piece = self._stream.read(size)
            content = self._held + piece
            end = max(content.rfind(b","), content.rfind(b"\n")) + 1 if piece else len(content)
            if not end and len(content) < _NO_END and piece:
                self._held = content
                continue
            end = end or len(content)
            self._held = content[end:]
            return _as_json(content[:end])


def _as_json(content: bytes) -> bytes:
    if b"\\x" in content:
        content = _ESCAPE.sub(rb"\1\\u00\2", content)
    if b'"document_id"' in content:
        content = _BARE.sub(_quoted, content)
    return content


def _quoted(found: re.Match[bytes]) -> bytes:
    value = found[2].rstrip(b" \r\t,}")
    return found[1] + b'"' + value.replace(b"\\", b"/") + b'"' + found[2][len(value) :]

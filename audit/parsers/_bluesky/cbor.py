"""DAG-CBOR, the form of Bluesky's records: a subset of CBOR with definite lengths, text keys and tag 42 for addresses.

The bytes are hostile until proven otherwise: every length is checked against what is there, and nothing nests deeper
than `DEEPEST`.
"""

import struct
from typing import Any

DEEPEST = 64  # of a record; real ones nest some ten deep


class Damaged(Exception):
    """Bytes that are not what they should be. Holds no words."""


class Cid(bytes):
    """The address of a block: a digest of its content."""


def decoded(content: bytes, at: int, end: int) -> Any:
    """Return the DAG-CBOR value between the two places. Raises Damaged."""
    value, _ = _Decoder(content, end).value(at, 0)
    return value


class _Decoder:
    """DAG-CBOR: definite lengths, text keys, tag 42 for addresses. `end` bounds every read."""

    def __init__(self, content: bytes, end: int) -> None:
        self.content = content
        self.end = min(end, len(content))

    def value(self, at: int, depth: int) -> tuple[Any, int]:
        """Return a value and where it ends."""
        if at >= self.end or depth > DEEPEST:
            raise Damaged
        first = self.content[at]
        major, number, at = first >> 5, first & 0x1F, at + 1
        if major == 7:
            return self._simple(number, at)
        if number >= 24:
            number, at = self._number(number, at)
        if major == 3:
            return self._bytes(at, number).decode("utf-8", "replace"), at + number
        if major == 5:
            return self._map(number, at, depth)
        if major == 4:
            return self._list(number, at, depth)
        if major == 2:
            return self._bytes(at, number), at + number
        if major < 2:
            return (-1 - number if major else number), at
        inner, at = self.value(at, depth + 1)
        return (Cid(inner[1:]) if number == 42 and isinstance(inner, bytes) else inner), at

    def _number(self, low: int, at: int) -> tuple[int, int]:
        if low > 27:
            raise Damaged
        size = 1 << (low - 24)
        return int.from_bytes(self._bytes(at, size), "big"), at + size

    def _bytes(self, at: int, count: int) -> bytes:
        if count > self.end - at:
            raise Damaged
        return self.content[at : at + count]

    def _simple(self, low: int, at: int) -> tuple[Any, int]:
        if low in (25, 26, 27):
            size = 1 << (low - 24)
            [number] = struct.unpack({2: ">e", 4: ">f", 8: ">d"}[size], self._bytes(at, size))
            return number, at + size
        if low > 23:
            raise Damaged
        return {20: False, 21: True}.get(low), at

    def _list(self, count: int, at: int, depth: int) -> tuple[list[Any], int]:
        if count > self.end - at:
            raise Damaged
        found = []
        for _ in range(count):
            one, at = self.value(at, depth + 1)
            found.append(one)
        return found, at

    def _map(self, count: int, at: int, depth: int) -> tuple[dict[str, Any], int]:
        if count > (self.end - at) // 2:
            raise Damaged
        found: dict[str, Any] = {}
        for _ in range(count):
            key, at = self.value(at, depth + 1)
            one, at = self.value(at, depth + 1)
            if isinstance(key, str):
                found[key] = one
        return found, at

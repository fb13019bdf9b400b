"""Builds small CAR files as Bluesky exports them. The sample in sample_exports/bluesky is made of such parts."""

import hashlib
import struct
from collections.abc import Iterable
from typing import Any

LETTERS = "234567abcdefghijklmnopqrstuvwxyz"
DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz"


class Cid(bytes):
    """The address of a block."""


def varint(number: int) -> bytes:
    found = bytearray()
    while number >= 0x80:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*found, number])


def head(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major << 5 | number])
    for size, low in ((1, 24), (2, 25), (4, 26), (8, 27)):
        if number < 1 << (8 * size):
            return bytes([major << 5 | low]) + number.to_bytes(size, "big")
    raise ValueError


def cbor(value: Any) -> bytes:
    """Return the value as DAG-CBOR: keys by length, then by letters."""
    match value:
        case None | True | False:
            return {None: b"\xf6", True: b"\xf5", False: b"\xf4"}[value]
        case Cid():
            return b"\xd8\x2a" + cbor(b"\0" + bytes(value))
        case int():
            return head(0, value) if value >= 0 else head(1, -1 - value)
        case float():
            return b"\xfb" + struct.pack(">d", value)
        case bytes():
            return head(2, len(value)) + value
        case str():
            return head(3, len(value.encode())) + value.encode()
        case list() | tuple():
            return head(4, len(value)) + b"".join(map(cbor, value))
        case dict():
            keys = sorted(value, key=lambda key: (len(key.encode()), key.encode()))
            return head(5, len(value)) + b"".join(cbor(key) + cbor(value[key]) for key in keys)
    raise TypeError


def cid_of(block: bytes) -> Cid:
    return Cid(b"\x01\x71\x12\x20" + hashlib.sha256(block).digest())


def framed(block: bytes) -> bytes:
    whole = cid_of(block) + block
    return varint(len(whole)) + whole


def tid(microseconds: int, clock: int = 1) -> str:
    number = microseconds << 10 | clock
    return "".join(LETTERS[number >> (5 * place) & 31] for place in reversed(range(13)))


def node(records: list[tuple[str, Cid]], left: Cid | None, right: Cid | None) -> bytes:
    """Return a node of the tree: keys share what they can with the key before, the last has a subtree to its right."""
    entries, before = [], b""
    for place, (key, cid) in enumerate(records):
        whole = key.encode()
        shared = next((n for n, (one, two) in enumerate(zip(whole, before, strict=False)) if one != two), None)
        shared = min(len(whole), len(before)) if shared is None else shared
        last = place == len(records) - 1
        entries.append({"p": shared, "k": whole[shared:], "v": cid, "t": right if last else None})
        before = whole
    return cbor({"l": left, "e": entries})


def car(records: dict[str, Any], *, unreachable: Iterable[Any] = (), did: str = DID, drop: Iterable[str] = ()) -> bytes:
    """Return a repository: a root with a subtree on each side. `drop`: left, right, or keys that lack blocks."""
    drop = set(drop)
    blocks = {key: cbor(record) for key, record in records.items()}
    entries = [(key, cid_of(blocks[key])) for key in sorted(records)]
    third = max(len(entries) // 3, 1)
    low, middle, high = entries[:third], entries[third : 2 * third], entries[2 * third :]
    left = node(low, None, None) if middle else None
    right = node(high, None, None) if high else None
    top = node(middle or low, left and cid_of(left), right and cid_of(right))
    commit = cbor(
        {
            "did": did,
            "version": 3,
            "data": cid_of(top),
            "rev": tid(1_700_000_000_000_000),
            "prev": None,
            "sig": b"s" * 64,
        }
    )
    header = cbor({"roots": [cid_of(commit)], "version": 1})
    parts = [commit, top]
    parts += [block for block, name in ((left, "left"), (right, "right")) if block and name not in drop]
    parts += [block for key, block in blocks.items() if key not in drop]
    parts += [cbor(record) for record in unreachable]
    return varint(len(header)) + header + b"".join(map(framed, parts))

"""Exports of plain text (WhatsApp, TikTok), and Bluesky's binary repository."""

import hashlib
import random
import struct
from pathlib import Path

from benchmarks.made.words import moment, number_like, said, zipped


def whatsapp_zip(path: Path, count: int) -> Path:
    """Write one chat of two as Android exports it: `count` messages of each, in turn, some 100 bytes long."""
    dice = random.Random(31)
    lines = []
    for number in range(count):
        when = moment(number, 53)
        lines.append(f"{when:%d/%m/%Y, %H:%M} - Wren Ashby: {said(dice, 25)}\n")
        lines.append(f"{when:%d/%m/%Y, %H:%M} - Bel Okafor: {said(dice, 25)}\n")
    return zipped(path, [("WhatsApp Chat with Bel Okafor.txt", "".join(lines))])


def tiktok_txt_zip(path: Path, count: int) -> Path:
    """Write TikTok's text files: `count` comments of some 250 bytes."""
    dice = random.Random(32)
    comments = "".join(
        f"Date: {moment(number):%Y-%m-%d %H:%M:%S} UTC\nComment: {said(dice, 25)}\nPhoto: N/A\n"
        f"Url: https://www.tiktok.com/@example/video/{number_like(dice, 7 * 10**18, number)}\n\n"
        for number in range(count)
    )
    return zipped(path, [("TikTok/Comments/Comments.txt", comments)])


# --- a repository of Bluesky's ---------------------------------------------------------------------------------------

_LETTERS = "234567abcdefghijklmnopqrstuvwxyz"
_NODE = 32  # records in a node of the tree


class _Cid(bytes):
    """The address of a block."""


def bluesky_zip(path: Path, count: int) -> Path:
    """Write a repository with `count` posts of some 400 bytes, alone in a zip."""
    dice = random.Random(33)
    blocks: list[bytes] = []
    entries: list[tuple[str, _Cid]] = []
    for number in range(count):
        when = moment(number)
        record = {
            "$type": "app.bsky.feed.post",
            "text": said(dice, 40)[:290],
            "langs": ["en"],
            "createdAt": f"{when:%Y-%m-%dT%H:%M:%S}.{number % 1000:03}Z",
        }
        blocks.append(_cbor(record))
        key = f"app.bsky.feed.post/{_tid(int(when.timestamp() * 1_000_000))}"
        entries.append((key, _cid(blocks[-1])))
    top = _tree(entries, blocks)
    commit = _cbor(
        {"did": "did:plc:example", "version": 3, "data": top, "rev": _tid(1), "prev": None, "sig": b"s" * 64}
    )
    head = _cbor({"roots": [_cid(commit)], "version": 1})
    framed = (_framed(block) for block in (commit, *blocks))
    return zipped(path, [("repo.car", b"".join((_varint(len(head)), head, *framed)))])


def _tree(entries: list[tuple[str, _Cid]], blocks: list[bytes]) -> _Cid:
    """Add a tree of two levels over the entries to the blocks, and return the address of its root."""
    left: _Cid | None = None
    above: list[tuple[str, _Cid, _Cid | None]] = []
    for first in range(0, len(entries), _NODE + 1):
        run = entries[first : first + _NODE]
        block = _node([(key, cid, None) for key, cid in run], None)
        blocks.append(block)
        if first == 0:
            left = _cid(block)
        else:
            key, cid, _ = above[-1]
            above[-1] = (key, cid, _cid(block))
        if first + _NODE < len(entries):
            above.append((*entries[first + _NODE], None))
    blocks.append(_node(above, left))
    return _cid(blocks[-1])


def _node(records: list[tuple[str, _Cid, _Cid | None]], left: _Cid | None) -> bytes:
    """Return a node: each key without what it shares with the one before."""
    told, before = [], b""
    for key, cid, right in records:
        whole = key.encode()
        shared = 0
        while shared < min(len(whole), len(before)) and whole[shared] == before[shared]:
            shared += 1
        told.append({"p": shared, "k": whole[shared:], "v": cid, "t": right})
        before = whole
    return _cbor({"l": left, "e": told})


def _tid(microseconds: int) -> str:
    number = microseconds << 10 | 1
    return "".join(_LETTERS[number >> (5 * place) & 31] for place in reversed(range(13)))


def _cid(block: bytes) -> _Cid:
    return _Cid(b"\x01\x71\x12\x20" + hashlib.sha256(block).digest())


def _framed(block: bytes) -> bytes:
    whole = _cid(block) + block
    return _varint(len(whole)) + whole


def _varint(number: int) -> bytes:
    found = bytearray()
    while number >= 0x80:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*found, number])


def _head(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major << 5 | number])
    size, low = next(one for one in ((1, 24), (2, 25), (4, 26), (8, 27)) if number < 1 << (8 * one[0]))
    return bytes([major << 5 | low]) + number.to_bytes(size, "big")


def _cbor(value: object) -> bytes:
    """Return the value as DAG-CBOR: keys by length, then by letters."""
    match value:
        case None:
            return b"\xf6"
        case _Cid():
            return b"\xd8\x2a" + _cbor(b"\0" + bytes(value))
        case int():
            return _head(0, value)
        case float():
            return b"\xfb" + struct.pack(">d", value)
        case bytes():
            return _head(2, len(value)) + value
        case str():
            return _head(3, len(value.encode())) + value.encode()
        case list():
            return _head(4, len(value)) + b"".join(map(_cbor, value))
        case dict():
            keys = sorted(value, key=lambda key: (len(key), key))
            return _head(5, len(value)) + b"".join(_cbor(key) + _cbor(value[key]) for key in keys)
    raise TypeError

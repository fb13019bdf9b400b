"""Members of a zip whose directory is lost, found one after the other by their own headers (APPNOTE 4.3.7)."""

import io
import struct
import zlib
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from audit.archive import limits
from audit.archive.member import Member, binary
from audit.archive.names import member_name

_HEADER = struct.Struct("<4sHHHHHLLLHH")
_SIGNATURE = b"PK\x03\x04"
_STORED, _DEFLATED = 0, 8
_METHODS = (_STORED, _DEFLATED, 9, 12, 14, 93, 95, 99)
_SIZES_FOLLOW = 0x08
_LOCKED = 0x01
_PIECE = 1 << 18


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    method: int
    flags: int
    start: int
    packed: int  # -1: not said
    size: int


def salvaged_members(stream: BinaryIO, archive: str) -> list[Member]:
    """Return what can still be found, the last one possibly cut off. `stream` stays open: the members read from it."""
    length = stream.seek(0, io.SEEK_END)
    members: list[Member] = []
    position = 0
    while len(members) < limits.MEMBERS and (found := _next_header(stream, position, length)):
        packed = found.packed if found.packed >= 0 else _deflated_length(stream, found.start)
        position = found.start + packed
        if not found.name.endswith("/"):
            opener = partial(_open, stream, found, packed)
            members.append(Member(member_name(found.name), found.size, max(packed, 1), opener, archive))
    return members


def _next_header(stream: BinaryIO, position: int, length: int) -> _Found | None:
    """Look for the next header from `position` on: a data descriptor may stand between."""
    ahead = 64  # mostly it stands right here: little is read, then more and more
    while position < length:
        stream.seek(position)
        piece = stream.read(ahead)
        at = piece.find(_SIGNATURE)
        if at >= 0:
            if found := _header(stream, position + at):
                return found
            position += at + len(_SIGNATURE)
        elif len(piece) < ahead:
            return None
        else:
            position += len(piece) - 3
            ahead = min(ahead * 4, _PIECE)
    return None


def _header(stream: BinaryIO, position: int) -> _Found | None:
    stream.seek(position)
    raw = stream.read(_HEADER.size)
    if len(raw) < _HEADER.size:
        return None
    _, _, flags, method, _, _, _, packed, size, name_length, extra_length = _HEADER.unpack(raw)
    if method not in _METHODS or not name_length:
        return None  # these four bytes stood inside something else
    name = stream.read(name_length)
    extra = stream.read(extra_length)
    if packed == 0xFFFFFFFF or size == 0xFFFFFFFF:
        size, packed = _zip64(extra)
    if flags & _SIZES_FOLLOW and not packed:
        packed = -1 if method == _DEFLATED else 0
    start = position + _HEADER.size + name_length + extra_length
    return _Found(name.decode("utf-8", "replace"), method, flags, start, packed, size)


def _zip64(extra: bytes) -> tuple[int, int]:
    position = 0
    while position + 4 <= len(extra):
        tag, length = struct.unpack_from("<HH", extra, position)
        if tag == 1 and length >= 16 and position + 20 <= len(extra):
            size, packed = struct.unpack_from("<QQ", extra, position + 4)
            return size, packed
        position += 4 + length
    return 0, -1


def _deflated_length(stream: BinaryIO, start: int) -> int:
    """Return how many packed bytes the deflated data at `start` take, by inflating them."""
    stream.seek(start)
    inflater = zlib.decompressobj(-15)
    taken = 0
    out = 0
    try:
        while not inflater.eof and (piece := stream.read(_PIECE)):
            while piece and not inflater.eof:
                out += len(inflater.decompress(piece, _PIECE))
                rest = inflater.unconsumed_tail if not inflater.eof else inflater.unused_data
                taken += len(piece) - len(rest)
                piece = rest
                if out > min(limits.MEMBER_BYTES, max(limits.RATIO_FREE, taken * limits.RATIO)):
                    return taken
    except zlib.error:
        pass
    return taken


def _open(stream: BinaryIO, found: _Found, packed: int) -> BinaryIO:
    if found.flags & _LOCKED:
        raise RuntimeError("encrypted")
    if found.method == _STORED:
        return binary(io.BufferedReader(Slice(stream, found.start, packed)))
    if found.method == _DEFLATED:
        return binary(io.BufferedReader(_Inflated(Slice(stream, found.start, packed))))
    raise NotImplementedError


class Slice(io.RawIOBase):
    """A part of a file as a file of its own. Raises EOFError where the file ends too early."""

    def __init__(self, stream: BinaryIO, start: int, length: int) -> None:
        self._stream, self._start, self._length = stream, start, length
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._length}[whence]
        self._position = max(0, base + offset)
        return self._position

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        wanted = min(len(buffer), max(0, self._length - self._position))
        self._stream.seek(self._start + self._position)
        piece = self._stream.read(wanted)
        if wanted and not piece:
            raise EOFError
        buffer[: len(piece)] = piece
        self._position += len(piece)
        return len(piece)


class _Inflated(io.RawIOBase):
    def __init__(self, packed: Slice) -> None:
        self._packed = packed
        self._inflater = zlib.decompressobj(-15)
        self._tail = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        while not self._inflater.eof:
            piece = self._tail or self._packed.read(_PIECE)
            if not piece:
                raise EOFError
            out = self._inflater.decompress(piece, len(buffer))
            self._tail = self._inflater.unconsumed_tail
            if out:
                buffer[: len(out)] = out
                return len(out)
        return 0

"""Zips and tars made field by field, so that each field can lie."""

import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

STORED, DEFLATED = 0, 8
LOCKED, SIZES_BEHIND, IN_UTF8 = 0x01, 0x08, 0x800
LINK = 0xA1FF << 16


@dataclass(frozen=True)
class Entry:
    """One member. What is None follows from its content; `over`: it stands where that other one stands already."""

    name: bytes
    content: bytes = b"[]"
    method: int = STORED
    flags: int = 0
    crc: int | None = None
    packed_size: int | None = None
    size: int | None = None
    attributes: int = 0
    extra: bytes = b""
    over: int | None = None

    @property
    def packed(self) -> bytes:
        if self.method != DEFLATED:
            return self.content
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(self.content) + packer.flush()


@dataclass(frozen=True)
class Ends:
    """What stands at the end of a zip. None follows from its members; `zip64` adds that record, `disks` its lie."""

    count: int | None = None
    size: int | None = None
    start: int | None = None
    comment: bytes = b""
    zip64: bool = False
    disks: int = 1


def raw_zip(entries: Sequence[Entry], ends: Ends | None = None) -> bytes:
    """Return the zip, its directory saying what it is told to say."""
    ends = ends or Ends()
    body, places = bytearray(), []
    for entry in entries:
        if entry.over is not None and entry.over < len(places):
            places.append(places[entry.over])
            continue
        places.append(len(body))
        body += _local(entry) + entry.packed
        if entry.flags & SIZES_BEHIND:
            body += struct.pack("<4sLLL", b"PK\x07\x08", _crc(entry), len(entry.packed), len(entry.content))
    directory = b"".join(_central(entry, place) for entry, place in zip(entries, places, strict=True))
    return bytes(body) + directory + _end(ends, len(entries), len(directory), len(body))


def _crc(entry: Entry) -> int:
    return zlib.crc32(entry.content) if entry.crc is None else entry.crc


def _sizes(entry: Entry) -> tuple[int, int]:
    packed = len(entry.packed) if entry.packed_size is None else entry.packed_size
    return packed & 0xFFFFFFFF, (len(entry.content) if entry.size is None else entry.size) & 0xFFFFFFFF


def _local(entry: Entry) -> bytes:
    packed, size = (0, 0) if entry.flags & SIZES_BEHIND else _sizes(entry)
    head = (b"PK\x03\x04", 20, entry.flags, entry.method, 0, 0x21, _crc(entry), packed, size, len(entry.name),
            len(entry.extra))  # fmt: skip
    return struct.pack("<4sHHHHHLLLHH", *head) + entry.name + entry.extra


def _central(entry: Entry, place: int) -> bytes:
    head = (b"PK\x01\x02", 0x031E, 20, entry.flags, entry.method, 0, 0x21, _crc(entry), *_sizes(entry),
            len(entry.name), len(entry.extra), 0, 0, 0, entry.attributes, place)  # fmt: skip
    return struct.pack("<4sHHHHHHLLLHHHHHLL", *head) + entry.name + entry.extra


def _end(ends: Ends, count: int, size: int, start: int) -> bytes:
    count = count if ends.count is None else ends.count
    size = size if ends.size is None else ends.size
    found = b""
    if ends.zip64:
        real = start if ends.start is None else ends.start
        found += struct.pack("<4sQHHLLQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, real)
        found += struct.pack("<4sLQL", b"PK\x06\x07", 0, start + size if ends.size is None else start, ends.disks)
    start = start if ends.start is None else ends.start
    small = (count & 0xFFFF, count & 0xFFFF, size & 0xFFFFFFFF, start & 0xFFFFFFFF)
    return found + struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, *small, len(ends.comment)) + ends.comment


def good_zip(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip as any tool makes it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def raw_tar(entries: Sequence[tuple[str, bytes, bytes]], mode: str = "w:gz") -> bytes:
    """Return a tar of (name, type, content); links lead to /etc/passwd."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode=mode, errors="surrogateescape") as tar:
        for name, kind, content in entries:
            info = tarfile.TarInfo(name)
            info.type = kind
            info.linkname = "/etc/passwd" if kind in (tarfile.SYMTYPE, tarfile.LNKTYPE) else ""
            info.size = len(content) if kind == tarfile.REGTYPE else 0
            tar.addfile(info, io.BytesIO(content))
    return held.getvalue()


def told(entry: Entry, **changes: object) -> Entry:
    """Return the entry with other fields."""
    return replace(entry, **changes)  # type: ignore[arg-type]

"""A zip inside what was handed over: the network, or a careful person, packed it twice."""

import io
import re
import struct
from dataclasses import dataclass
from typing import BinaryIO

from audit.archive import limits
from audit.archive.member import Archive, Member, SetAside, Unreadable, told_plainly
from audit.archive.ranged import RangedFile
from audit.archive.zips import LOCAL_HEADER, zip_archive

_ZIP = re.compile(r"\.zip( \(\d+\))?$", re.IGNORECASE)
# X packed its media folders as zips inside the zip in 2019: pictures, no words.
_MEDIA = re.compile(r"media[^/]*/[^/]*$|_media\.zip$", re.IGNORECASE)


@dataclass(slots=True)
class _Room:
    """What is left for zips in zips, of all depths together."""

    zips: int = limits.NESTED_ZIPS
    held: int = limits.NESTED_BYTES


def open_nested(archive: Archive) -> Archive:
    """Return the archive with each zip in it replaced by what it holds, its name standing as a folder."""
    return _opened(archive, 1, _Room())


def _opened(archive: Archive, depth: int, room: _Room) -> Archive:
    members, archive.members = archive.members, []
    inner: list[Member] = []
    for member in members:
        packed = _ZIP.search(member.name) and not _MEDIA.search(member.name)
        (inner if packed else archive.members).append(member)
    for member in inner:
        try:
            _check(depth, room)
            with told_plainly():
                found = zip_archive(_seekable(member, room), member.name)
            _take_in(archive, _opened(found, depth + 1, room), member)
        except Unreadable as problem:
            archive.set_aside.append(SetAside(member.name, "unread", str(problem)))
    return archive


def _check(depth: int, room: _Room) -> None:
    if depth > limits.NESTED_DEPTH:
        raise Unreadable(f"zips are packed more than {limits.NESTED_DEPTH} deep: unpack it and hand over the folder")
    room.zips -= 1
    if room.zips < 0:
        raise Unreadable(f"there are more than {limits.NESTED_ZIPS} zips here: hand over the ones that matter")


def _take_in(outer: Archive, inner: Archive, zipped: Member) -> None:
    name = zipped.name
    if not inner.members and not inner.set_aside and inner.remarks:
        outer.set_aside.append(SetAside(name, "unread", "it is not a zip file, or it is damaged"))
    for member in inner.members:
        member.name = f"{name}/{member.name}"
        member.archive = outer.name
        member.purse = zipped.purse
        outer.members.append(member)
    outer.set_aside.extend(SetAside(f"{name}/{gone.name}", gone.status, gone.reason) for gone in inner.set_aside)
    outer.closers.extend(inner.closers)
    outer.remarks.extend(remark for remark in inner.remarks if inner.members)


def _seekable(member: Member, room: _Room) -> BinaryIO:
    """Return the inner zip as a file one can jump about in: where it lies on disk, else from memory."""
    inner = member.opener()
    if inner.seekable() and _is_plain_file(inner):
        return inner
    with inner:
        pass
    if member.size > room.held:
        raise Unreadable("a large zip packed inside another: unpack the outer one and hand over what is in it")
    content = member.read(room.held)
    room.held -= len(content)
    if not content.startswith(LOCAL_HEADER) and struct.pack("<L", 0x06054B50) not in content[-70000:]:
        raise Unreadable("it is not a zip file, or it is damaged")
    return io.BytesIO(content)


def _is_plain_file(stream: BinaryIO) -> bool:
    """A stream out of a zip can be wound back only by unpacking it again from the start."""
    try:
        stream.fileno()
    except (OSError, AttributeError):
        return isinstance(stream, io.BytesIO | RangedFile)
    return True

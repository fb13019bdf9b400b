"""A zip inside what was handed over: the network, or a careful person, packed it twice."""

import io
import re
import struct
from typing import BinaryIO

from audit.archive import limits
from audit.archive.member import Archive, Member, SetAside, Unreadable
from audit.archive.zips import LOCAL_HEADER, zip_archive

_ZIP = re.compile(r"\.zip( \(\d+\))?$", re.IGNORECASE)
# X packed its media folders as zips inside the zip in 2019: pictures, no words.
_MEDIA = re.compile(r"media[^/]*/[^/]*$|_media\.zip$", re.IGNORECASE)


def open_nested(archive: Archive, depth: int = 1) -> Archive:
    """Return the archive with each zip in it replaced by what it holds, its name standing as a folder."""
    inner = [member for member in archive.members if _ZIP.search(member.name) and not _MEDIA.search(member.name)]
    for place, member in enumerate(inner):
        archive.members.remove(member)
        reason = _too_deep(place, depth)
        try:
            if reason:
                raise Unreadable(reason)
            _take_in(archive, open_nested(zip_archive(_seekable(member), member.name), depth + 1), member.name)
        except (Unreadable, OSError) as problem:
            why = str(problem) if isinstance(problem, Unreadable) else "it could not be read"
            archive.set_aside.append(SetAside(member.name, "unread", why))
    return archive


def _too_deep(place: int, depth: int) -> str:
    if depth > limits.NESTED_DEPTH:
        return f"zips are packed more than {limits.NESTED_DEPTH} deep: unpack it and hand over the folder"
    if place >= limits.NESTED_ZIPS:
        return f"there are more than {limits.NESTED_ZIPS} zips here: hand over the ones that matter"
    return ""


def _take_in(outer: Archive, inner: Archive, name: str) -> None:
    if not inner.members and not inner.set_aside and inner.remarks:
        outer.set_aside.append(SetAside(name, "unread", "it is not a zip file, or it is damaged"))
    for member in inner.members:
        member.name = f"{name}/{member.name}"
        member.archive = outer.name
        outer.members.append(member)
    outer.set_aside.extend(SetAside(f"{name}/{gone.name}", gone.status, gone.reason) for gone in inner.set_aside)
    outer.closers.extend(inner.closers)
    outer.remarks.extend(remark for remark in inner.remarks if inner.members)


def _seekable(member: Member) -> BinaryIO:
    """Return the inner zip as a file one can jump about in: where it lies on disk, else from memory."""
    inner = member.opener()
    if inner.seekable() and _is_plain_file(inner):
        return inner
    with inner:
        pass
    if member.size > limits.NESTED_BYTES:
        raise Unreadable("a large zip packed inside another: unpack the outer one and hand over what is in it")
    content = member.read(limits.NESTED_BYTES)
    if not content.startswith(LOCAL_HEADER) and struct.pack("<L", 0x06054B50) not in content[-70000:]:
        raise Unreadable("it is not a zip file, or it is damaged")
    return io.BytesIO(content)


def _is_plain_file(stream: BinaryIO) -> bool:
    """A stream out of a zip can be wound back only by unpacking it again from the start."""
    try:
        stream.fileno()
    except (OSError, AttributeError):
        return isinstance(stream, io.BytesIO)
    return True

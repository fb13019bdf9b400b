"""A zip: by its directory where it has one, by its members' own headers where that is lost."""

import struct
import zipfile
from functools import partial
from typing import BinaryIO

from audit.archive import limits
from audit.archive.member import Archive, Member, SetAside, binary
from audit.archive.names import is_clutter, member_name
from audit.archive.salvage import salvaged_members

_BROKEN = (zipfile.BadZipFile, ValueError, OSError, struct.error, NotImplementedError, OverflowError, MemoryError,
           IndexError, EOFError)  # fmt: skip
LOCAL_HEADER = b"PK\x03\x04"
LINK = "a link: what it leads to is not part of the export"
CUT_OFF = "The zip is cut off or damaged: what could still be found in it was read. Download it again."


def looks_like_zip(stream: BinaryIO) -> bool:
    """Say whether a zip begins here, or (with something else in front) ends here. Moves the stream."""
    stream.seek(0)
    try:
        return stream.read(4) in (LOCAL_HEADER, b"PK\x05\x06", b"PK\x07\x08") or zipfile.is_zipfile(stream)
    except _BROKEN:  # something that ends as a part of a zip does
        return False


def zip_archive(stream: BinaryIO, name: str) -> Archive:
    """Return the zip's members. A zip without a readable directory, or with one that lies, is walked by its headers."""
    try:
        zipped = zipfile.ZipFile(stream)
        infos = [info for info in zipped.infolist() if not info.filename.endswith("/")]
        if not _directory_fits(stream, infos):
            raise zipfile.BadZipFile
    except _BROKEN:
        members = salvaged_members(stream, name)
        return _sorted_out(Archive(name, [], remarks=[CUT_OFF], closers=[stream.close]), members)
    archive = Archive(name, [], closers=[stream.close, zipped.close])
    if len(infos) > limits.MEMBERS:
        archive.remarks.append(f"Only the first {limits.MEMBERS:,} files were looked at.")
    links = [info for info in infos[: limits.MEMBERS] if _is_link(info)]
    archive.set_aside.extend(SetAside(member_name(_real_name(info)), "left out", LINK) for info in links)
    found = [_member(zipped, info, name) for info in infos[: limits.MEMBERS] if not _is_link(info)]
    return _sorted_out(archive, found)


def _directory_fits(stream: BinaryIO, infos: list[zipfile.ZipInfo]) -> bool:
    """Say whether one of the first members, or there is none, stands where the directory says."""
    for info in infos[:3]:
        if info.header_offset >= 0:
            stream.seek(info.header_offset)
            if stream.read(len(LOCAL_HEADER)) == LOCAL_HEADER:
                return True
    return not infos


def _sorted_out(archive: Archive, members: list[Member]) -> Archive:
    for member in members:
        if is_clutter(member.name):
            reason = "put there by the computer, not by the network"
            archive.set_aside.append(SetAside(member.name, "left out", reason))
        else:
            archive.members.append(member)
    return archive


def _member(zipped: zipfile.ZipFile, info: zipfile.ZipInfo, archive: str) -> Member:
    opener = partial(_open, zipped, info)
    return Member(member_name(_real_name(info)), info.file_size, max(info.compress_size, 1), opener, archive)


def _open(zipped: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    return binary(zipped.open(info))


def _is_link(info: zipfile.ZipInfo) -> bool:
    """Say whether it is a symbolic link, packed: its content is only a path."""
    return info.external_attr >> 28 == 0xA


def _real_name(info: zipfile.ZipInfo) -> str:
    """Undo cp437, zipfile's guess where a tool wrote UTF-8 without the flag that says so."""
    if info.flag_bits & 0x800 or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename

"""A zip: by its directory where it has one, by its members' own headers where that is lost."""

import struct
import zipfile
from functools import partial
from pathlib import Path
from typing import BinaryIO

from audit.archive import limits
from audit.archive.member import Archive, Member, SetAside, binary
from audit.archive.names import is_clutter, tidy
from audit.archive.salvage import salvaged_members

LOCAL_HEADER = b"PK\x03\x04"
CUT_OFF = "The zip is cut off or damaged: what could still be found in it was read. Download it again."


def looks_like_zip(path: Path) -> bool:
    """Say whether a zip begins here, or (with something else in front) ends here."""
    with path.open("rb") as stream:
        return stream.read(4) in (LOCAL_HEADER, b"PK\x05\x06", b"PK\x07\x08") or zipfile.is_zipfile(path)


def zip_archive(stream: BinaryIO, name: str) -> Archive:
    """Return the zip's members. A zip without a readable directory is walked header by header."""
    try:
        zipped = zipfile.ZipFile(stream)
        infos = zipped.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, struct.error, NotImplementedError, OverflowError):
        members = salvaged_members(stream, name)
        return _sorted_out(Archive(name, [], remarks=[CUT_OFF], closers=[stream.close]), members)
    archive = Archive(name, [], closers=[stream.close, zipped.close])
    if len(infos) > limits.MEMBERS:
        archive.remarks.append(f"Only the first {limits.MEMBERS:,} files were looked at.")
    return _sorted_out(archive, [_member(zipped, info, name) for info in infos[: limits.MEMBERS] if not info.is_dir()])


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
    return Member(tidy(_real_name(info)), info.file_size, max(info.compress_size, 1), opener, archive)


def _open(zipped: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    if info.external_attr >> 28 == 0xA:  # a symbolic link, packed: its content is only a path
        raise zipfile.BadZipFile
    return binary(zipped.open(info))


def _real_name(info: zipfile.ZipInfo) -> str:
    """Undo cp437, zipfile's guess where a tool wrote UTF-8 without the flag that says so."""
    if info.flag_bits & 0x800 or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename

"""A .tar, .tar.gz, .tar.bz2 or .tar.xz, and a lone file that was only gzipped."""

import gzip
import tarfile
import zlib
from functools import partial
from pathlib import Path
from typing import BinaryIO

from audit.archive import limits
from audit.archive.member import Archive, Member, SetAside, binary
from audit.archive.names import is_clutter, tidy

CUT_OFF = "The archive is cut off or damaged: what stands before that place was read. Download it again."
_BROKEN = (tarfile.TarError, EOFError, OSError, zlib.error, ValueError)


def looks_like_tar(path: Path) -> bool:
    """Say whether the content is a tar, packed or not, or anything gzipped."""
    with path.open("rb") as stream:
        head = stream.read(512)
    return head[257:262] == b"ustar" or head[:2] == b"\x1f\x8b" or head[:3] == b"BZh" or head[:6] == b"\xfd7zXZ\x00"


def tar_archive(path: Path) -> Archive:
    """Return the tar's regular files in its own order: going back in a packed tar means unpacking it again."""
    try:
        tar = tarfile.open(path, "r:*")  # noqa: SIM115 - closed with the archive
    except _BROKEN:
        return _gzipped_file(path)
    archive = Archive(path.name, [], closers=[tar.close])
    packed = path.stat().st_size
    try:
        for info in tar:
            _add(archive, tar, info, packed)
            if len(archive.members) >= limits.MEMBERS:
                archive.remarks.append(f"Only the first {limits.MEMBERS:,} files were looked at.")
                break
    except _BROKEN:
        archive.remarks.append(CUT_OFF)
    return archive


def _add(archive: Archive, tar: tarfile.TarFile, info: tarfile.TarInfo, packed: int) -> None:
    name = tidy(info.name)
    if info.isdir():
        return
    if is_clutter(name):
        archive.set_aside.append(SetAside(name, "left out", "put there by the computer, not by the network"))
    elif not info.isreg():
        archive.set_aside.append(SetAside(name, "left out", "a link or a device, no part of the export"))
    else:
        archive.members.append(Member(name, info.size, max(packed, 1), partial(_open, tar, info), archive.name))


def _open(tar: tarfile.TarFile, info: tarfile.TarInfo) -> BinaryIO:
    stream = tar.extractfile(info)
    if stream is None:
        raise tarfile.ReadError
    return binary(stream)


def _gzipped_file(path: Path) -> Archive:
    size = path.stat().st_size
    name = tidy(path.name.removesuffix(".gz"))
    return Archive(path.name, [Member(name, size, size, lambda: binary(gzip.open(path, "rb")), path.name)])

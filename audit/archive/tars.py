"""A .tar, .tar.gz, .tar.bz2 or .tar.xz, and a lone file that was only gzipped."""

import gzip
import io
import lzma
import struct
import tarfile
import zlib
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from audit.archive import limits
from audit.archive.member import Archive, Member, SetAside, binary
from audit.archive.names import is_clutter, member_name

CUT_OFF = "The archive is cut off or damaged: what stands before that place was read. Download it again."
TOO_MUCH = "The archive unpacks to far more than its size allows: what stands before that place was read."
_BROKEN = (tarfile.TarError, EOFError, OSError, zlib.error, lzma.LZMAError, ValueError, struct.error, OverflowError,
           MemoryError, IndexError)  # fmt: skip
_AT_ONCE = 257 * limits.MIB  # of a member; a header is never near it


def looks_like_tar(head: bytes) -> bool:
    """Say whether the first bytes are those of a tar, packed or not, or of anything gzipped."""
    return head[257:262] == b"ustar" or head[:2] == b"\x1f\x8b" or head[:3] == b"BZh" or head[:6] == b"\xfd7zXZ\x00"


def tar_archive(opener: Callable[[], BinaryIO], name: str, packed: int) -> Archive:
    """Return the tar's regular files in its own order: going back in a packed tar means unpacking it again.

    `packed`: its size in bytes, as it lies there.
    """
    stream = opener()
    try:
        tar = tarfile.open(fileobj=stream, mode="r:*")  # noqa: SIM115 - closed with the archive
    except _BROKEN:
        stream.close()
        return _gzipped_file(opener, name, packed)
    archive = Archive(name, [], closers=[stream.close, tar.close])
    tar.fileobj = _Limited(binary(tar.fileobj), max(limits.IN_ALL_FREE, packed * limits.RATIO))
    try:
        for info in tar:
            _add(archive, tar, info, packed)
            if len(archive.members) >= limits.MEMBERS:
                archive.remarks.append(f"Only the first {limits.MEMBERS:,} files were looked at.")
                break
    except _TooMuch:
        archive.remarks.append(TOO_MUCH)
    except _BROKEN:
        archive.remarks.append(CUT_OFF)
    return archive


def _add(archive: Archive, tar: tarfile.TarFile, info: tarfile.TarInfo, packed: int) -> None:
    name = member_name(info.name)
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


def _gzipped_file(opener: Callable[[], BinaryIO], archive: str, size: int) -> Archive:
    name = member_name(archive.removesuffix(".gz"))
    return Archive(archive, [Member(name, size, size, lambda: binary(_Gunzipped(opener())), archive)])


class _TooMuch(tarfile.TarError):
    """The unpacked tar goes on beyond the limit."""


class _Limited(io.RawIOBase):
    """A packed tar, unpacked so far and no further: even to list it, all of it has to be unpacked."""

    def __init__(self, inner: BinaryIO, most: int) -> None:
        self._inner, self._most = inner, most

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._inner.tell()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_SET and offset > self._most:
            raise _TooMuch
        return self._inner.seek(offset, whence)

    def read(self, size: int = -1) -> bytes:
        if size > _AT_ONCE:
            raise _TooMuch
        return self._inner.read(size)

    def close(self) -> None:
        self._inner.close()
        super().close()


class _Gunzipped(gzip.GzipFile):
    """Closes the stream below, too."""

    def __init__(self, below: BinaryIO) -> None:
        super().__init__(fileobj=below)
        self._below = below

    def close(self) -> None:
        super().close()
        self._below.close()

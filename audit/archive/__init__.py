"""An export, opened: a zip, a tar, a folder or one file, read where it lies and never unpacked to disk.

`open_archive(path)` gives an `Archive`: its `members` by name, each a stream of bytes, and `set_aside`, what is in it
but is not opened (links, devices, what the system left behind) with the reason. Wherever the export's own root lies,
names keep their folders: `audit.parsers` finds the root. What is no path of this computer's opens the same way:
`open_stream` for one file, `open_streams` for a folder of them, `RangedFile` where only ranges of it can be had.

A reader of a member meets three exceptions at most: `Unreadable` (with a plain reason), `OSError`, `UnicodeError`.
Sizes are those that come out, never those that a header promises; see `limits`.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from audit.archive.folder import folder_archive, folder_of, lone_file
from audit.archive.member import Archive, Member, Purse, SetAside, Unreadable
from audit.archive.names import harmless, member_name
from audit.archive.nested import open_nested
from audit.archive.ranged import RangedFile
from audit.archive.tars import looks_like_tar, tar_archive
from audit.archive.zips import looks_like_zip, zip_archive
from audit.errors import NotAllowed, NotAnExport, NotThere

__all__ = [
    "Archive",
    "Member",
    "RangedFile",
    "SetAside",
    "Unreadable",
    "harmless",
    "open_archive",
    "open_stream",
    "open_streams",
]

Opener = Callable[[], BinaryIO]


def open_archive(path: Path) -> Archive:
    """Return the archive at `path`, told by its content and not by its name.

    Raises: NotThere, NotAllowed, NotAnExport (empty, a device, a zip in name only).
    """
    shown = harmless(path.name or str(path))
    try:
        return open_nested(_opened(path, shown))
    except PermissionError:
        raise NotAllowed(shown) from None
    except FileNotFoundError:
        raise NotThere(shown) from None
    except OSError:
        raise NotAnExport(shown, "could not be read from its disk") from None


def open_stream(name: str, size: int, opener: Opener) -> Archive:
    """Return the archive that `opener` gives as a seekable stream of `size` bytes; each call gives a new one.

    Raises: NotAnExport.
    """
    shown = harmless(name)
    try:
        return open_nested(_told(member_name(name), size, opener))
    except _InNameOnly as problem:
        raise NotAnExport(shown, str(problem)) from None
    except OSError:
        raise NotAnExport(shown, "could not be read") from None


def open_streams(name: str, files: Iterable[tuple[str, int, Opener]]) -> Archive:
    """Return a folder's files as one archive: their paths below it, their sizes in bytes, what opens them."""
    return open_nested(_bounded_folder(folder_of(harmless(name), files)))


def _opened(path: Path, shown: str) -> Archive:
    if not path.exists():
        raise NotThere(shown)
    if path.is_dir():
        return _bounded_folder(folder_archive(path))
    if not path.is_file():
        raise NotAnExport(shown, "is a device or a pipe, not a file")
    try:
        return _told(path.name, path.stat().st_size, lambda: path.open("rb"), lambda: lone_file(path))
    except _InNameOnly as problem:
        raise NotAnExport(shown, str(problem)) from None


class _InNameOnly(Exception):
    """It is no archive, nor a file of one. The text goes on after its name."""


def _told(name: str, size: int, opener: Opener, lone: Callable[[], Archive] | None = None) -> Archive:
    """Open what the first bytes say it is."""
    return _bounded(_by_head(name, size, opener, lone), size)


def _by_head(name: str, size: int, opener: Opener, lone: Callable[[], Archive] | None) -> Archive:
    with opener() as stream:
        head = stream.read(512)
        if not head:
            raise _InNameOnly("is empty")
        if looks_like_tar(head):  # before the zip, which is known by its end, too: the last file of a tar may be one
            return tar_archive(opener, name, size)
        zipped = looks_like_zip(stream)
    if zipped:
        return zip_archive(opener(), name)
    if name.lower().endswith(".zip"):
        raise _InNameOnly("is not a zip file, or it is damaged from its first byte on")
    return lone() if lone else Archive(name, [Member(name, size, size, opener, name)])


def _bounded(archive: Archive, size: int) -> Archive:
    """Bound what comes out of all its members together by its size as it lies there."""
    purse = Purse.of(size)
    for member in archive.members:
        member.purse = purse
    return archive


def _bounded_folder(folder: Archive) -> Archive:
    return _bounded(folder, sum(member.packed for member in folder.members))

"""An unpacked export, or one file of it. Links are not followed; pipes, sockets and devices are not opened."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from audit.archive import limits
from audit.archive.member import Archive, Member, SetAside
from audit.archive.names import is_clutter, member_name
from audit.archive.zips import LINK

OUR_MARK = b'<meta name="generator" content="Backscroll'
OUR_REPORT = "a report that this program wrote"


def folder_archive(folder: Path) -> Archive:
    """Return every regular file below `folder`, in name order."""
    archive = Archive(folder.resolve().name, [])
    for path, why_not in _walk(folder):
        name = member_name(path.relative_to(folder).as_posix())
        if len(archive.members) >= limits.MEMBERS:
            archive.remarks.append(f"Only the first {limits.MEMBERS:,} files were looked at.")
            break
        if why_not:
            archive.set_aside.append(SetAside(name, *why_not))
        elif is_clutter(name):
            archive.set_aside.append(SetAside(name, "left out", "put there by the computer, not by the network"))
        elif _holds_our_mark(name, partial(_open, path)):
            archive.set_aside.append(SetAside(name, "left out", OUR_REPORT))
        else:
            _add(archive, path, name)
    return archive


def _add(archive: Archive, path: Path, name: str) -> None:
    try:
        archive.members.append(_member(path, name, archive.name))
    except OSError:
        archive.set_aside.append(SetAside(name, "unread", "it vanished while we were reading"))


def lone_file(path: Path) -> Archive:
    """Return an archive of this one file."""
    return Archive(path.name, [_member(path, member_name(path.name), path.name)])


def folder_of(name: str, files: Iterable[tuple[str, int, Callable[[], BinaryIO]]]) -> Archive:
    """Return a folder that is no folder of this computer's: (path below it, size, what opens it) of each file."""
    archive = Archive(name, [])
    tidied = [(member_name(path), size, opener) for path, size, opener in files]
    for inner, size, opener in sorted(tidied, key=lambda file: file[0].split("/")):
        if len(archive.members) >= limits.MEMBERS:
            archive.remarks.append(f"Only the first {limits.MEMBERS:,} files were looked at.")
            break
        if is_clutter(inner):
            archive.set_aside.append(SetAside(inner, "left out", "put there by the computer, not by the network"))
        elif "backscroll" in inner.lower() and _holds_our_mark(inner, opener):
            archive.set_aside.append(SetAside(inner, "left out", OUR_REPORT))
        else:
            archive.members.append(Member(inner, size, size, opener, name))
    return archive


def _member(path: Path, name: str, archive: str) -> Member:
    size = path.stat().st_size
    return Member(name, size, size, partial(_open, path), archive)


def _open(path: Path) -> BinaryIO:
    """Open without waiting and without following a link that was slipped in since we looked."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if path.is_symlink():  # the one file that the person named may be a link of their own
        flags &= ~getattr(os, "O_NOFOLLOW", 0)
    return os.fdopen(os.open(path, flags), "rb")


def _walk(folder: Path) -> Iterator[tuple[Path, tuple[str, str] | None]]:
    """Yield each file, folder by folder in name order, with status and reason where it is not to be opened."""
    ahead = [iter(_entries(folder))]
    while ahead:
        entry = next(ahead[-1], None)
        if entry is None:
            ahead.pop()
        elif isinstance(entry, Path):
            yield entry, ("unread", "this folder could not be opened: your rights do not allow it, or it is too deep")
        elif entry.is_symlink():
            yield Path(entry.path), ("left out", LINK)
        elif entry.is_dir(follow_symlinks=False):
            ahead.append(iter(_entries(Path(entry.path))))
        elif not entry.is_file(follow_symlinks=False):
            yield Path(entry.path), ("left out", "a device, pipe or socket")
        else:
            yield Path(entry.path), None


def _entries(folder: Path) -> "Sequence[os.DirEntry[str] | Path]":
    """Return what is in the folder, or the folder itself if it cannot be opened."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return [folder]


def _holds_our_mark(name: str, opener: Callable[[], BinaryIO]) -> bool:
    if not name.lower().endswith((".html", ".htm", ".tmp")):
        return False
    try:
        with opener() as stream:
            return OUR_MARK in stream.read(2048)
    except OSError:
        return False

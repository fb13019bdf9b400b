"""An unpacked export, or one file of it. Links are not followed; pipes, sockets and devices are not opened."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from audit.archive import limits
from audit.archive.member import Archive, Member, SetAside
from audit.archive.names import is_clutter, tidy

OUR_MARK = b'<meta name="generator" content="Backscroll'


def folder_archive(folder: Path) -> Archive:
    """Return every regular file below `folder`, in name order."""
    archive = Archive(folder.resolve().name, [])
    for path, why_not in _walk(folder):
        name = tidy(path.relative_to(folder).as_posix())
        if len(archive.members) >= limits.MEMBERS:
            archive.remarks.append(f"Only the first {limits.MEMBERS:,} files were looked at.")
            break
        if why_not:
            archive.set_aside.append(SetAside(name, *why_not))
        elif is_clutter(name):
            archive.set_aside.append(SetAside(name, "left out", "put there by the computer, not by the network"))
        elif _is_our_report(path):
            archive.set_aside.append(SetAside(name, "left out", "a report that this program wrote"))
        else:
            archive.members.append(_member(path, name, archive.name))
    return archive


def lone_file(path: Path) -> Archive:
    """Return an archive of this one file."""
    return Archive(path.name, [_member(path, tidy(path.name), path.name)])


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
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder, ("unread", "your rights do not allow opening this folder")
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.is_symlink():
            yield path, ("left out", "a link: what it leads to is not part of the export")
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(path)
        elif not entry.is_file(follow_symlinks=False):
            yield path, ("left out", "a device, pipe or socket")
        else:
            yield path, None


def _is_our_report(path: Path) -> bool:
    if path.suffix.lower() not in (".html", ".htm", ".tmp"):
        return False
    try:
        with path.open("rb") as stream:
            return OUR_MARK in stream.read(2048)
    except OSError:
        return False

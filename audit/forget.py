"""What Backscroll ever wrote on this computer: found, listed, taken away. Links and folders within are not followed.

Only files that are ours by name go from our two folders, and only named files that carry our mark go from elsewhere.
The key goes first: should anything break off midway, what remains says less.
"""

import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.errors import AuditError
from audit.ledger import FILE, KEY, Ledger, LedgerUnusable, data_folder

IN_DATA = (KEY, f"{KEY}*", FILE, f"{FILE}*")
IN_CACHE = ("model-*.npz", "model-*.tmp")
MARK = re.compile(
    rb'<meta name="generator" content="Backscroll |"(?:format|schema)":\s*"backscroll[-/]|PRODID:-//Backscroll'
)
HEAD = 4_096  # bytes in which a file of ours says that it is one


class FolderIsLink(AuditError):
    """A link could lead to something that is not ours."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} is a link that leads to another place, so nothing was removed. Look where it leads, and remove "
            "by hand what you find there."
        )


@dataclass(frozen=True, slots=True)
class Left:
    """A file or folder that stays, and why."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class Traces:
    """`files` in the order in which they go; `folders` go once they are empty. `exports`: the person's; they stay."""

    files: tuple[Path, ...]
    folders: tuple[Path, ...]
    left: tuple[Left, ...]
    exports: tuple[Path, ...] = ()
    gate: str = ""  # what was answered at the newest audit


def traces(reports: Sequence[Path] = (), data: Path | None = None, cache: Path | None = None) -> Traces:
    """Return what is there to be removed. Nothing is touched. Raises: FolderIsLink."""
    from classifiers.store import cache_folder

    folders = (data or data_folder(), cache or cache_folder())
    for folder in folders:
        if folder.is_symlink():
            raise FolderIsLink(folder)
    exports, gate = _told_by_ledger(folders[0])
    files: list[Path] = []
    left: list[Left] = []
    for folder, patterns in zip(folders, (IN_DATA, IN_CACHE), strict=True):
        files += _ours(folder, patterns)
        left += _others(folder, files, folders)
    named = dict.fromkeys(path.absolute() for path in reports)
    refused = {path: why for path in named if (why := _why_not(path))}
    files += [path for path in named if path not in refused and path not in files]
    left += [Left(path, why) for path, why in refused.items()]
    there = tuple(folder for folder in reversed(folders) if folder.is_dir())  # a cache can lie within the data
    return Traces(tuple(files), there, tuple(left), exports, gate)


def forget(found: Traces) -> tuple[int, list[Left]]:
    """Remove it all, and return how many files went, and what could not be removed."""
    left: list[Left] = []
    for path in found.files:
        try:
            path.unlink(missing_ok=True)  # a link would go, not what it leads to
        except OSError:
            left.append(Left(path, "it is in use, or your rights do not allow it"))
    for folder in found.folders:
        try:
            if not any(folder.iterdir()):
                folder.rmdir()
        except OSError:
            left.append(Left(folder, "the folder is empty, and your rights do not allow removing it"))
    return len(found.files) - sum(one.path in found.files for one in left), left


def _told_by_ledger(data: Path) -> tuple[tuple[Path, ...], str]:
    """Return the exports of all audits that still lie there, and the gate's answer. A broken ledger tells nothing."""
    path = data / FILE
    if path.is_symlink() or not path.is_file():
        return (), ""
    try:
        with Ledger(data) as ledger:
            audits = ledger.audits()
    except LedgerUnusable:
        return (), ""
    lay = dict.fromkeys(Path(export) for audit in audits for export in audit.exports)
    return tuple(export for export in lay if export.exists()), audits[-1].gate if audits else ""


def _ours(folder: Path, patterns: Iterable[str]) -> Iterator[Path]:
    held = _entries(folder)
    found = dict.fromkeys(path for pattern in patterns for path in held if path.match(pattern))
    yield from (path for path in found if _is_plain(path))


def _others(folder: Path, files: Sequence[Path], folders: Sequence[Path]) -> Iterator[Left]:
    for path in _entries(folder):
        if path in files or path in folders:
            continue
        yield Left(path, "it is a link" if path.is_symlink() else "it is not one of our files")


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _is_plain(path: Path) -> bool:
    return stat.S_ISREG(path.lstat().st_mode)


def _why_not(path: Path) -> str:
    """Return why a named file is left alone, or "" if it is ours."""
    try:
        if not _is_plain(path):
            return "it is a link" if path.is_symlink() else "it is no file"
        with path.open("rb") as stream:
            head = stream.read(HEAD)
    except FileNotFoundError:
        return "it is not there"
    except OSError:
        return "your rights do not allow reading it"
    return "" if MARK.search(head) else "Backscroll did not make it"

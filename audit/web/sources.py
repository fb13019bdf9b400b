"""What can be audited: archives that lie in Downloads or lay there at the last audit, a path that was typed, or files
that the browser holds. Each is looked into, never deeper than the names in it and the first bytes of a few files.
"""

import lzma
import os
import re
import secrets
import struct
import sys
import tarfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from audit.archive import harmless
from audit.archive.tars import looks_like_tar
from audit.archive.zips import looks_like_zip
from audit.errors import AuditError, NotAllowed, NotAnExport, NotThere
from audit.parsers import Columns, Proposed, label_told_by_head, labels_told_by
from audit.pipeline import proposed

LOOKED_AT = 300  # things in Downloads
SECONDS = 4.0  # for all of Downloads
NAMES = 20_000  # in one zip or folder
DEPTH = 8  # folders below the one that was named
HEADS = 40  # files of one export whose first bytes are looked at
HEAD = 4_096
TAR_SECONDS = 2.0
PACKED = re.compile(r"\.(zip|tar|tgz|tar\.gz|tar\.bz2|tar\.xz|car)( ?\(\d+\))?$", re.IGNORECASE)
LIKELY = re.compile(
    r"facebook|instagram|meta-|threads|twitter|(^|[\W_])x-|linkedin|reddit|mastodon|archive|export|download|repo\b"
    r"|^[a-z]+-20\d\d-\d\d-\d\d-[0-9a-f]{16,}",
    re.IGNORECASE,
)
_BROKEN = (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, struct.error)
Opener = Callable[[], BinaryIO]
_WORDS = re.compile(r".*\.(js|json|html?|csv|txt|md)", re.IGNORECASE)
_NO_EXPORT = "is no export that we know"


@dataclass
class Source:
    """One thing to audit.

    `origin`: downloads, last audit, named, dropped. `state`: looking, ready, reading, read, lost (its tab was closed),
    refused, unknown (of no network: see `waiting`). `size` in bytes, 0 for a folder. `sentence`: what the person should
    know of it, or "".
    """

    name: str
    size: int = 0
    origin: str = "named"
    network_label: str = ""
    state: str = "ready"
    chosen: bool = False
    sentence: str = ""
    path: Path | None = None  # None: the browser holds it
    waiting: list[Proposed] = field(default_factory=list)  # files of no known network, until the person says how
    said: dict[str, Columns] = field(default_factory=dict)  # file → how it is read, as the person said
    me: set[str] = field(default_factory=set)  # under which names they write in those
    id: str = field(default_factory=lambda: secrets.token_hex(8))

    @classmethod
    def at(cls, path: Path, origin: str) -> "Source":
        """Return what lies at a path. Raises: NotThere, NotAllowed, NotAnExport."""
        waiting: list[Proposed] = []
        try:
            labels = looked_into(path)
        except NotAnExport:
            labels, waiting = [], [] if origin == "downloads" else proposed([path])[0]
            if not waiting:
                raise
        size = 0 if path.is_dir() else path.stat().st_size
        found = cls(shown_name(path), size, origin, " and ".join(labels[:3]), path=path)
        found.waits(waiting)
        return found

    def waits(self, waiting: list[Proposed]) -> None:
        """Take note of files of no known network. What the last audit read is read as it was then."""
        self.waiting = waiting
        if waiting and self.origin != "last audit":
            self.state, self.chosen = "unknown", False

    def read_so(self, file: str, columns: Columns, me: str) -> None:
        """Take the person's word on how one of the waiting files is read, and choose the source."""
        self.said[file] = columns
        self.me |= {me} - {""}
        self.state, self.chosen, self.sentence = "ready", True, ""

    @property
    def place(self) -> str:
        """Return the folder in which it lies, fit for a screen; "" if the browser holds it."""
        return harmless(str(self.path.parent), 200) if self.path else ""

    def plain(self) -> dict[str, object]:
        """Return it for a script."""
        names = ("id", "name", "size", "origin", "network_label", "state", "chosen", "sentence", "place")
        return {name: getattr(self, name) for name in names} | {"remote": self.path is None}


def shown_name(path: Path) -> str:
    """Return the name by which a person knows it, fit for a screen."""
    return harmless(path.name or str(path))


# --- a path that was typed or pasted ----------------------------------------------------------------------------------


def told_path(typed: str) -> Path:
    """Return the path that was meant: quotes, file:// addresses, ~ and escaped spaces are understood.

    Raises: AuditError if nothing was typed, or it can be no path; NotThere.
    """
    text = typed.strip().strip("\u200e\u200f\u202a\u202c\ufeff")  # what Windows and phones put around copied paths
    text = re.sub(r"^([\"'“”‘’])(.*)([\"'“”‘’])$", r"\2", text).strip()
    if not text:
        raise AuditError("No place was given. Type or paste where the archive lies, for example Downloads/archive.zip.")
    if "\n" in text or "\r" in text or "\0" in text:
        raise AuditError("That is more than one line. Give one place at a time.")
    if text.lower().startswith("file:"):
        text = _address_path(text)
    for path in _meant(text):
        if path.exists():
            return path.absolute()
    raise NotThere(harmless(text))


def _address_path(text: str) -> str:
    parts = urlsplit(text)
    if parts.netloc not in ("", "localhost"):
        raise AuditError("That archive lies on another computer. Copy it to this one first.")
    return url2pathname(parts.path) if sys.platform == "win32" else unquote(parts.path)


def _meant(text: str) -> Iterator[Path]:
    texts = [text] if sys.platform == "win32" else [text, re.sub(r"\\(.)", r"\1", text)]
    for one in dict.fromkeys(texts):
        try:
            path = Path(one).expanduser()
        except RuntimeError:  # ~somebody who does not exist
            path = Path(one)
        if path.is_absolute():
            yield path
        else:
            yield from (folder / path for folder in (Path.home(), downloads(), Path.cwd()) if folder)


# --- Downloads --------------------------------------------------------------------------------------------------------


def downloads() -> Path | None:
    """Return the person's own Downloads folder, or None."""
    from platformdirs import user_downloads_path

    folder = user_downloads_path()
    return folder if folder.is_dir() else None


def found_in_downloads(folder: Path | None = None) -> list[Source]:
    """Return what in Downloads is an export, told by what is in it; likely names are looked into first."""
    folder = folder or downloads()
    if folder is None:
        return []
    until = time.monotonic() + SECONDS
    found = []
    for path in islice(_candidates(folder), LOOKED_AT):
        if time.monotonic() > until:
            break
        try:
            source = Source.at(path, "downloads")
        except (AuditError, OSError):
            continue
        if source.network_label:
            found.append(source)
    return found


def _candidates(folder: Path) -> list[Path]:
    """Likely names first, then the newest."""
    try:
        entries = [entry for entry in os.scandir(folder) if entry.is_dir(follow_symlinks=False) or _packed(entry)]
        moments = {entry.path: -entry.stat(follow_symlinks=False).st_mtime for entry in entries}
    except OSError:
        return []
    ordered = sorted(entries, key=lambda entry: (LIKELY.search(entry.name) is None, moments[entry.path]))
    return [Path(entry.path) for entry in ordered if not entry.name.startswith(".")]


def _packed(entry: "os.DirEntry[str]") -> bool:
    return entry.is_file() and PACKED.search(entry.name) is not None


# --- a look inside ----------------------------------------------------------------------------------------------------


def looked_into(path: Path) -> list[str]:
    """Return the names of the networks whose exports lie there, the surest first; none for a damaged archive.

    Raises: NotThere, NotAllowed, NotAnExport.
    """
    shown = shown_name(path)
    try:
        if path.is_dir():
            return labels_of_folder(path.name, _folder(path))
        if not path.exists():
            raise NotThere(shown)
        if not path.is_file():
            raise NotAnExport(shown, "is a device or a pipe, not a file")
        return labels_of(path.name, partial(_open, path))
    except PermissionError:
        raise NotAllowed(shown) from None
    except OSError:
        raise NotAnExport(shown, "could not be read from its disk") from None


def labels_of(name: str, opener: Opener) -> list[str]:
    """Return the same for one file, given as a stream. Raises: NotAnExport, OSError."""
    shown = harmless(name)
    with opener() as stream:
        head = stream.read(HEAD)
        if not head:
            raise NotAnExport(shown, "is empty")
        if looks_like_tar(head):  # before the zip, which is known by its end, too: the last file of a tar may be one
            return labels_told_by(_tar_names(stream))
        if looks_like_zip(stream):
            return _zip(shown, stream)
        if PACKED.search(name) and not name.lower().endswith(".car"):
            raise NotAnExport(shown, "is not an archive, or it is damaged from its first byte on")
        return _told(shown, [name], [lambda: head])


def _zip(shown: str, stream: BinaryIO) -> list[str]:
    try:
        with zipfile.ZipFile(stream) as zipped:
            infos = [info for info in zipped.infolist()[:NAMES] if not info.is_dir()]
            names = [info.filename for info in infos]
            heads = [partial(_zip_head, zipped, info) for info in infos if _WORDS.fullmatch(info.filename)]
            if any(PACKED.search(name) for name in names) and not labels_told_by(names):
                return []  # an export packed twice: the audit opens it
            return _told(shown, names, heads)
    except _BROKEN:
        return []  # damaged: what can still be found is read


def _zip_head(zipped: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    try:
        with zipped.open(info) as member:
            return member.read(HEAD)
    except (*_BROKEN, RuntimeError, EOFError, zlib.error, lzma.LZMAError, OSError):
        return b""


def _told(shown: str, names: Sequence[str], heads: Sequence[Callable[[], bytes]]) -> list[str]:
    """Names tell; where they do not, the beginnings of a few files may."""
    if labels := labels_told_by(names):
        return labels
    sniffed = dict.fromkeys(label for head in heads[:HEADS] if (label := label_told_by_head(head())))
    if not sniffed:
        raise NotAnExport(shown, _NO_EXPORT)
    return list(sniffed)


def labels_of_folder(name: str, files: Sequence[tuple[str, Opener]]) -> list[str]:
    """Return the same for a folder: the path below it, and what opens it, of each file. Raises: NotAnExport."""
    names = [inner for inner, _ in files[:NAMES]]
    for _, opener in [file for file in files if PACKED.search(file[0])][:HEADS]:  # a folder with the zips in it
        names += _names_in(opener)
    heads = [partial(_head, opener) for inner, opener in files if _WORDS.fullmatch(inner)]
    return _told(harmless(name), names, heads)


def _folder(folder: Path) -> list[tuple[str, Opener]]:
    paths = islice(_walk(folder, DEPTH), NAMES)
    return [(path.relative_to(folder).as_posix(), partial(_open, path)) for path in paths]


def _open(path: Path) -> BinaryIO:
    return path.open("rb")


def _names_in(opener: Opener) -> list[str]:
    try:
        with opener() as stream:
            if looks_like_tar(stream.read(HEAD)):
                return _tar_names(stream)
            with zipfile.ZipFile(stream) as zipped:
                return zipped.namelist()[:NAMES]
    except (*_BROKEN, OSError):
        return []


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_file(follow_symlinks=False):
            yield Path(entry.path)
    for entry in entries:
        if depth and entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), depth - 1)


def _head(opener: Opener) -> bytes:
    try:
        with opener() as stream:
            return stream.read(HEAD)
    except OSError:
        return b""


def _tar_names(stream: BinaryIO) -> list[str]:
    """Return the names at the front of a tar, as many as a short time allows: to go on means unpacking it."""
    until = time.monotonic() + TAR_SECONDS
    names: list[str] = []
    stream.seek(0)
    try:
        with tarfile.open(fileobj=stream, mode="r:*") as tar:
            for info in tar:
                names.append(info.name)
                if len(names) >= NAMES or time.monotonic() > until:
                    break
    except (tarfile.TarError, EOFError, OSError, ValueError):
        pass
    return names

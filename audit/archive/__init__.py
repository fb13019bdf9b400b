"""An export, opened: a zip, a tar, a folder or one file, read where it lies and never unpacked to disk.

`open_archive(path)` gives an `Archive`: its `members` by name, each a stream of bytes, and `set_aside`, what is in it
but is not opened (links, devices, what the system left behind) with the reason. Wherever the export's own root lies,
names keep their folders: `audit.parsers` finds the root.

A reader of a member meets three exceptions at most: `Unreadable` (with a plain reason), `OSError`, `UnicodeError`.
Sizes are those that come out, never those that a header promises; see `limits`.
"""

from pathlib import Path

from audit.archive.folder import folder_archive, lone_file
from audit.archive.member import Archive, Member, SetAside, Unreadable
from audit.archive.names import harmless
from audit.archive.nested import open_nested
from audit.archive.tars import looks_like_tar, tar_archive
from audit.archive.zips import looks_like_zip, zip_archive
from audit.errors import NotAllowed, NotAnExport, NotThere

__all__ = ["Archive", "Member", "SetAside", "Unreadable", "harmless", "open_archive"]


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


def _opened(path: Path, shown: str) -> Archive:
    if not path.exists():
        raise NotThere(shown)
    if path.is_dir():
        return folder_archive(path)
    if not path.is_file():
        raise NotAnExport(shown, "is a device or a pipe, not a file")
    with path.open("rb") as stream:
        head = stream.read(512)
    if not head:
        raise NotAnExport(shown, "is empty")
    if looks_like_zip(path):
        return zip_archive(path.open("rb"), path.name)
    if looks_like_tar(path):
        return tar_archive(path)
    if path.suffix.lower() == ".zip":
        raise NotAnExport(shown, "is not a zip file, or it is damaged from its first byte on")
    return lone_file(path)

"""A file inside an archive, as a bounded stream."""

import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import BinaryIO, cast

from audit.archive import limits


class Unreadable(Exception):
    """A member that cannot be read (further). The text is a plain reason that quotes nothing from inside."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something in an archive that is not opened. `status` is 'left out' or 'unread'."""

    name: str
    status: str
    reason: str


@dataclass(slots=True)
class Member:
    """One file. `size` is what the archive states, in bytes: good for progress, never for trust."""

    name: str
    size: int
    packed: int
    opener: Callable[[], BinaryIO]
    archive: str = ""
    purse: "Purse | None" = None

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Give the member's bytes as a stream. Raises Unreadable, there or while reading."""
        with told_plainly():
            inner = self.opener()
        with inner, io.BufferedReader(_Bounded(inner, self.packed, self.purse), buffer_size=1 << 18) as stream:
            yield stream

    def read(self, limit: int = 256 * limits.MIB) -> bytes:
        """Return the whole member. Raises Unreadable if it is larger than `limit` bytes."""
        with self.open() as stream:
            content = stream.read(limit + 1)
        if len(content) > limit:
            raise Unreadable(f"it is larger than {limit // limits.MIB} MB, more than such a file ever is")
        return content

    def head(self, length: int = 4096) -> bytes:
        """Return the first bytes, or none where it cannot be read."""
        try:
            with self.open() as stream:
                return stream.read(length)
        except (Unreadable, OSError):
            return b""

    @classmethod
    def of(cls, name: str, content: str | bytes) -> "Member":
        """Return a member made of `content`, for tests and for lone texts."""
        held = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        return cls(name, len(held), len(held), lambda: io.BytesIO(held))


@dataclass(slots=True)
class Purse:
    """How many bytes may yet come out of all members of what was handed over, whatever each of them promises."""

    left: int

    @classmethod
    def of(cls, size: int) -> "Purse":
        """Return one for an archive of this many bytes, as it lies there."""
        return cls(max(limits.IN_ALL_FREE, size * limits.RATIO))

    def take(self, count: int) -> None:
        """Raises: Unreadable once it is empty."""
        self.left -= count
        if self.left < 0:
            raise Unreadable("the files of the archive unpack to far more than its size allows: not read further")


@dataclass
class Archive:
    """Everything in one thing that was handed over. `remarks` are sentences about the whole of it."""

    name: str
    members: list[Member]
    set_aside: list[SetAside] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    closers: list[Callable[[], None]] = field(default_factory=list)

    def close(self) -> None:
        """Let go of the files on disk."""
        while self.closers:
            self.closers.pop()()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Bounded(io.RawIOBase):
    """Counts what comes out, and stops at the limits; tells the libraries' exceptions in plain words."""

    def __init__(self, inner: BinaryIO, packed: int, purse: Purse | None) -> None:
        self._inner, self._purse = inner, purse
        self._most = min(limits.MEMBER_BYTES, max(limits.RATIO_FREE, packed * limits.RATIO))
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        with told_plainly():
            piece = self._inner.read(len(buffer))
        self._count += len(piece)
        if self._count > self._most:
            raise Unreadable(
                f"it unpacks to over {self._most // limits.MIB} MB, far more than its size allows: not read further"
            )
        if self._purse:
            self._purse.take(len(piece))
        buffer[: len(piece)] = piece
        return len(piece)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what zip, tar and disk raise into `Unreadable` with a reason a person can use."""
    try:
        yield
    except Unreadable:
        raise
    except NotImplementedError:
        reason = "it is packed in a way we cannot undo; unpack the archive yourself and hand over the folder"
        raise Unreadable(reason) from None
    except RuntimeError as error:  # zipfile's word for encryption
        locked = "password" in str(error) or "encrypt" in str(error)
        raise Unreadable("it is locked with a password" if locked else "it is damaged") from None
    except PermissionError:
        raise Unreadable("your rights do not allow opening it") from None
    except FileNotFoundError:
        raise Unreadable("it vanished while we were reading") from None
    except (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, lzma.LZMAError):
        raise Unreadable("it is damaged or cut off") from None
    except Exception:  # of broken headers the libraries make errors of every kind
        raise Unreadable("it could not be read") from None


def binary(stream: object) -> BinaryIO:
    """Tell the type checker what zip and tar give us."""
    return cast(BinaryIO, stream)

"""A file of which only ranges can be had: one that lies on the other side of a wire, and is asked for piece by piece.

What zip and tar need of it is little: the directory at the end, and the members that hold words. Ranges are asked for
in blocks; where reading goes straight on, the blocks grow, so that a large member costs few questions and a jump to a
small one costs few bytes. What was read lately is kept in memory, up to `KEPT`; nothing touches a disk.
"""

import io
from collections import OrderedDict
from collections.abc import Callable

BLOCK = 1 << 16
FIRST = 2  # blocks asked for after a jump
MOST = 64  # blocks asked for at once: 4 MiB
KEPT = 256  # blocks kept: 16 MiB

Fetch = Callable[[int, int], bytes]  # start, length → exactly these bytes, or OSError


class RangedFile(io.RawIOBase):
    """A seekable read-only file of `size` bytes over `fetch`."""

    def __init__(self, size: int, fetch: Fetch) -> None:
        self._size, self._fetch = size, fetch
        self._position = 0
        self._blocks: OrderedDict[int, bytes] = OrderedDict()
        self._ahead = FIRST
        self._next = -1  # the block that would come next, if reading went straight on

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise OSError("a place before the beginning")
        self._position = base + offset
        return self._position

    def read(self, size: int | None = -1) -> bytes:
        """Return `size` bytes, fewer only at the end: zipfile takes less for a damaged file."""
        left = max(0, self._size - self._position)
        wanted = left if size is None or size < 0 else min(size, left)
        pieces = []
        while wanted:
            number, skipped = divmod(self._position, BLOCK)
            piece = self._block(number, wanted + skipped)[skipped : skipped + wanted]
            pieces.append(piece)
            self._position += len(piece)
            wanted -= len(piece)
        return b"".join(pieces)

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._blocks.clear()
        super().close()

    def _block(self, number: int, wanted: int) -> bytes:
        if number not in self._blocks:
            self._ask(number, -(-wanted // BLOCK))
        self._blocks.move_to_end(number)
        return self._blocks[number]

    def _ask(self, number: int, needed: int) -> None:
        """Fetch a run of blocks, as far as none of them is here already."""
        self._ahead = min(self._ahead * 2, MOST) if number == self._next else FIRST
        end = min(number + min(max(self._ahead, needed), MOST), -(-self._size // BLOCK))
        run = next((block for block in range(number + 1, end) if block in self._blocks), end)
        start = number * BLOCK
        piece = self._fetch(start, min(run * BLOCK, self._size) - start)
        for block in range(number, run):
            self._blocks[block] = piece[(block - number) * BLOCK : (block - number + 1) * BLOCK]
        self._next = run
        while len(self._blocks) > KEPT:
            self._blocks.popitem(last=False)

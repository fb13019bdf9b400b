"""What one case of reading costs, as a row: CPU seconds beside those of unzipping and decoding the same bytes."""

import resource
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple, ParamSpec, TypeVar

Make = Callable[[Path, int], Path]
Row = dict[str, Any]
P, T = ParamSpec("P"), TypeVar("T")
_PIECE = 1 << 20
_RUNS = 3  # the quickest counts: other programs on the machine only make it slower


@dataclass(frozen=True, slots=True)
class Case:
    """An export to be read. `unread`: the ends of names that hold no words, so that they are no part of the bound."""

    network: str
    files: str
    make: Make
    count: int
    messages: bool = False
    unread: tuple[str, ...] = ()

    def __call__(self) -> Row:
        """Make the export, read it three times, each in a process of its own, and return the row of the quickest."""
        with tempfile.TemporaryDirectory() as folder:
            path = alone(self.make, Path(folder) / "export.zip", self.count)
            runs = [alone(_run, path, self) for _ in range(_RUNS)]
        bound, size = min(run.bound for run in runs), runs[0].size
        seconds = min(run.seconds for run in runs)
        return row(self.network, self.files, self.count, size, bound, seconds, max(run.peak for run in runs))


class _Run(NamedTuple):
    bound: float
    size: int
    seconds: float
    peak: int


def _run(path: Path, case: Case) -> _Run:
    """Read the export once, beside what cannot be beaten. Raises RuntimeError if a post is missing."""
    from audit.parsers import networks
    from audit.pipeline import read_posts

    networks()  # every parser is imported before anything is measured
    bound, size = min(timed(lambda: unzipped(path, case.unread)) for _ in range(_RUNS))
    seconds, (_, posts, _, _) = timed(lambda: read_posts([path], messages=case.messages))
    if len(posts) != case.count:
        raise RuntimeError(f"{len(posts)} posts were read of {case.count}")
    return _Run(bound, size, seconds, peak())


def row(network: str, files: str, count: int, size: int, bound: float, seconds: float, most: int) -> Row:
    """Return the row of one case: `size` in bytes, `most` the peak in MB."""
    return {
        "network": network,
        "file": files,
        "posts": f"{count:,}",
        "MB": round(size / 1e6),
        "bound, s": f"{bound:.2f}",
        "reading, s": f"{seconds:.2f}",
        "ratio": f"{seconds / bound:.1f}",
        "posts/s": f"{count / seconds:,.0f}",
        "s per 100,000 posts": f"{seconds / count * 1e5:.1f}",
        "peak MB": most,
    }


def alone(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do the work in a process of its own, so that what it held is no part of what others hold."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(work, *args, **kwargs).result()


def unzipped(path: Path, unread: Sequence[str] = ()) -> int:
    """Unzip and decode every member in pieces, throw it away, and return how many bytes there were."""
    size = 0
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if unread and name.endswith(tuple(unread)):
                continue
            with archive.open(name) as stream:
                while piece := stream.read(_PIECE):
                    size += len(piece)
                    piece.decode("utf-8", "replace")
    return size


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the CPU seconds of the work, and what it returned."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def peak() -> int:
    """Return the most memory that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

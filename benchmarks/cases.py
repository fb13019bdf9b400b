"""The cases. Each returns the rows of its table; the first row is the lower bound."""

import resource
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import made

Rows = list[dict[str, Any]]


def _unzipped(path: Path) -> int:
    """Unzip every member in pieces and throw it away."""
    size = 0
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            with archive.open(name) as stream:
                while piece := stream.read(1 << 20):
                    size += len(piece.decode("utf-8", "replace"))
    return size


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _reading(make: Callable[[Path, int], Path], count: int) -> Rows:
    from audit.pipeline import read_posts

    with tempfile.TemporaryDirectory() as folder:
        path = make(Path(folder) / "export.zip", count)
        bound, size = _timed(lambda: _unzipped(path))
        seconds, (_, posts, _, _) = _timed(lambda: read_posts([path]))
    if len(posts) != count:
        raise RuntimeError(f"{len(posts)} posts were read of {count}")
    return [
        {"what": f"unzip and decode, {size / 1e6:.0f} MB", "CPU seconds": round(bound, 2), "ratio": 1, "peak MB": ""},
        {
            "what": f"read {count:,} posts",
            "CPU seconds": round(seconds, 2),
            "ratio": round(seconds / bound, 1),
            "peak MB": _peak(),
        },
    ]


def twitter() -> Rows:
    """X: 100,000 tweets."""
    return _reading(made.twitter_zip, 100_000)


def facebook_html() -> Rows:
    """Facebook HTML: 20,000 posts in one file."""
    return _reading(made.facebook_html_zip, 20_000)


def scoring() -> Rows:
    """Score 10,000 distinct posts with their own archive as background."""
    import random

    from classifiers.model import load_model

    dice = random.Random(3)
    texts = [made.sentence(dice) for _ in range(10_000)]
    model = load_model()
    bound, _ = _timed(lambda: [text.lower().split() for text in texts])
    start = time.perf_counter()
    model.score_archive(texts)
    wall = time.perf_counter() - start
    return [
        {"what": "split the words", "seconds": round(bound, 3), "posts/s": "", "peak MB": ""},
        {"what": "score 10,000 posts", "seconds": round(wall, 1), "posts/s": round(10_000 / wall), "peak MB": _peak()},
    ]


CASES: dict[str, Callable[[], Rows]] = {"twitter": twitter, "facebook-html": facebook_html, "scoring": scoring}
TITLES = {
    "twitter": "Reading X: JSON in a zip. Lower bound: unzip and decode the same bytes",
    "facebook-html": "Reading Facebook: HTML in a zip. Lower bound: unzip and decode the same bytes",
    "scoring": "Scoring an archive",
}

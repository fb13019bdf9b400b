"""How near the 8-bit encoder comes to the 32-bit one, and what it costs."""

import json
import os
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from classifiers.encoder import FOLDER, MODEL, Encoder, _reference

COMPARED = 800  # posts that the slow 32-bit encoder reads too


def measure(folder: Path, weights: Path) -> str:
    """Return a small report on the posts of `folder`, against `weights`, the published 32-bit ones."""
    started = time.perf_counter()
    encoder = Encoder.load(threads=2)
    loaded = time.perf_counter() - started
    texts = _texts(folder)
    encoder.encode(texts[:200])  # first calls reserve memory
    two = _posts_a_second(encoder, texts)
    peak = _peak_megabytes()
    one = _posts_a_second(Encoder.load(threads=1), texts)
    chosen = texts[:: max(1, len(texts) // COMPARED)]
    vectors = encoder.encode(chosen)
    alone = np.concatenate([encoder.encode([text]) for text in chosen[::8]])
    cosines = (vectors * _exact(encoder, chosen, weights)).sum(1)
    return "\n".join(
        [
            f"{'size of the model':34} {(FOLDER / MODEL).stat().st_size / 1e6:.1f} MB",
            f"{'load, with imports':34} {loaded:.2f} s",
            f"{'speed, 1 and 2 threads':34} {one:.0f} and {two:.0f} posts/s "
            f"({len(texts):,} posts, {os.cpu_count()} cores, other work on them counts)",
            f"{'peak memory of the process':34} {peak:.0f} MB",
            f"{'cosine to 32 bits':34} mean {cosines.mean():.4f}, 5th percentile {np.percentile(cosines, 5):.4f}, "
            f"least {cosines.min():.4f} ({len(chosen):,} posts)",
            f"{'alone against in a batch':34} {np.abs(alone - vectors[::8]).max():.0e} at most",
        ]
    )


def _texts(folder: Path) -> list[str]:
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines() if line]
    return [json.loads(line)["text"] for line in lines]


def _posts_a_second(encoder: Encoder, texts: Sequence[str]) -> float:
    started = time.perf_counter()
    encoder.encode(texts)
    return len(texts) / (time.perf_counter() - started)


def _exact(encoder: Encoder, texts: Sequence[str], weights: Path) -> _reference.Floats:
    """Return the 32-bit vectors, on one thread: numpy's own, where others work too, wait for each other."""
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):
        return _reference.encode(_reference.read_weights(weights), [encoder.pieces(text) for text in texts])


def _peak_megabytes() -> float:
    try:
        import resource
    except ImportError:  # not on Windows
        return float("nan")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

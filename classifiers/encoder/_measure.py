"""How near the 8-bit encoder comes to the 32-bit one, and what it costs."""

import json
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from classifiers.encoder import FOLDER, MODEL, WIDTH, Encoder, Vectors, _batches, _reference

COMPARED = 800  # posts that the slow 32-bit encoder reads too


def measure(folder: Path, weights: Path) -> str:
    """Return a small table on the posts of `folder`; `weights` are the published 32-bit ones."""
    texts = _texts(folder)
    lines = [*_cost(texts), *_likeness(texts[:: max(1, len(texts) // COMPARED)], weights)]
    return "\n".join(f"{name:36} {told}" for name, told in lines)


def _texts(folder: Path) -> list[str]:
    lines = (line for path in sorted(folder.glob("*.jsonl")) for line in path.open(encoding="utf-8"))
    return [json.loads(line)["text"] for line in lines if line.strip()]


def _cost(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield "size of the model", f"{(FOLDER / MODEL).stat().st_size / 1e6:.1f} MB"
    started = time.perf_counter()
    encoder = Encoder.load(threads=2)
    yield "load, with what it imports", f"{time.perf_counter() - started:.2f} s"
    encoder.encode(texts[:200])  # the first calls reserve memory
    clock, processor = time.perf_counter(), time.process_time()
    encoder.encode(texts)
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    yield "posts", f"{len(texts):,}, {sum(map(len, texts)) / len(texts):.0f} characters on average"
    yield (
        "posts a second, two threads",
        f"{len(texts) / clock:.0f} (of {os.cpu_count()} cores; other work counts)",
    )
    yield "posts a second of processor time", f"{len(texts) / processor:.0f}"
    yield "most memory of the process", f"{_peak_megabytes():.0f} MB"


def _likeness(texts: Sequence[str], weights: Path) -> Iterator[tuple[str, str]]:
    encoder = Encoder.load()
    vectors = encoder.encode(texts)
    cosines = (vectors * _exact(encoder, texts, weights)).sum(1)
    fifth = np.percentile(cosines, 5)
    yield "posts compared", f"{len(texts):,}"
    yield (
        "cosine to 32 bits",
        f"mean {cosines.mean():.4f}, 5th percentile {fifth:.4f}, least {cosines.min():.4f}",
    )
    alone = np.concatenate([encoder.encode([text]) for text in texts[::8]])
    yield "largest change of a number if alone", f"{np.abs(alone - vectors[::8]).max():.0e}"


def _exact(encoder: Encoder, texts: Sequence[str], weights: Path) -> Vectors:
    """Return the 32-bit vectors. On one thread: those of numpy wait for each other where others work too."""
    from threadpoolctl import threadpool_limits

    numbers = _reference.read_weights(weights)
    pieces = [encoder.pieces(text) for text in texts]
    vectors = np.empty((len(texts), WIDTH), np.float32)
    with threadpool_limits(1):
        for places in _batches([len(ids) for ids in pieces]):
            vectors[places] = _reference.encode(numbers, np.stack([pieces[place] for place in places]))
    return vectors


def _peak_megabytes() -> float:
    try:
        import resource
    except ImportError:  # not on Windows
        return float("nan")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

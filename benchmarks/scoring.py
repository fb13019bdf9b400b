"""How long it takes to score an archive, in seconds on the clock: the model uses all cores."""

import random
import time
from collections.abc import Callable

from benchmarks.made.words import said
from benchmarks.measure import Row, alone, peak, timed


def _distinct(count: int) -> list[str]:
    """Return as many posts of 1 to 45 words, runs out of the labelled examples, no two alike."""
    dice = random.Random(3)
    found: dict[str, None] = {}
    while len(found) < count:
        found[said(dice)] = None
    return list(found)


def _scored(count: int) -> Row:
    from classifiers.model import load_model

    texts = _distinct(count)
    model = load_model()
    start = time.perf_counter()
    used, _ = timed(lambda: model.score_archive(texts))
    seconds = time.perf_counter() - start
    return {
        "posts scored": f"{count:,}",
        "seconds": f"{seconds:.1f}",
        "CPU seconds": f"{used:.1f}",
        "posts/s": f"{count / seconds:,.0f}",
        "peak MB": peak(),
    }


def ten_thousand() -> Row:
    """Score 10,000 distinct posts with their own archive as background."""
    return alone(_scored, 10_000)


def hundred_thousand() -> Row:
    """Score 100,000 of them."""
    return alone(_scored, 100_000)


CASES: dict[str, Callable[[], Row]] = {"scoring-10000": ten_thousand, "scoring-100000": hundred_thousand}

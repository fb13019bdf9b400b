"""What was to be flagged and was not raised: how much of each sort, and the invented lines themselves."""

import hashlib
from collections.abc import Iterable

import numpy as np

from classifiers.categories import NAMES
from classifiers.cues import cues_in
from classifiers.examples import Example
from classifiers.measuring.bars import LOOK_RATE, bar, raised
from classifiers.measuring.folds import Mask, OutOfFold
from classifiers.measuring.recall import groups
from classifiers.measuring.tables import Row, share

SORTS = ("By kind", "By severity", "By length", "Needs the trade")
SHORT = 50  # characters
FAR = 1.0  # of the decision below the bar, in log-odds


def miss_tables(found: OutOfFold, key: str) -> dict[str, list[Row]]:
    """Return what was missed at 10 false alarms in 1,000, by kind, severity, length, trade needed and category."""
    missed = ~raised(found, key, LOOK_RATE)
    tables = {}
    for title, group in ((title, groups()[title]) for title in SORTS):
        of = np.array([group(example) for example in found.examples])
        values = np.unique(of[found.flagged])
        tables[f"Missed: {title.lower()}"] = [_row(str(one), missed[found.flagged & (of == one)]) for one in values]
    tables["Missed: by category"] = [
        _row(name, missed[np.array([name in example.labels for example in found.examples]) & found.flagged])
        for name in NAMES
    ]
    return tables


def missed_lines(found: OutOfFold, key: str, most: int) -> list[Row]:
    """Return at most so many invented lines of severity 3 that were missed, with their batch and why.

    Drawn by a digest of their words: the same lines each time, and no sort of them first.
    """
    missed = ~raised(found, key, LOOK_RATE) & (found.severity == 3)
    rows = sorted(np.flatnonzero(missed), key=lambda row: _digest(found.examples[row]))[:most]
    bars = {int(fold): bar(found, key, int(fold), LOOK_RATE) for fold in np.unique(found.folds)}
    return [
        {
            "what": found.examples[row].id,
            "batch": found.examples[row].batch,
            "kind": found.examples[row].kind,
            "below the bar by": round(bars[int(found.folds[row])] - float(found.decisions[key][row, 0]), 2),
            "why": "; ".join(_why(found, key, int(row), bars[int(found.folds[row])])),
            "line": " ".join(found.examples[row].text.split()),
        }
        for row in rows
    ]


def _row(name: str, missed: Mask) -> Row:
    return {"what": name, "to be flagged": len(missed), "missed": int(missed.sum()), "share": share(missed)}


def _digest(example: Example) -> bytes:
    return hashlib.sha256(example.text.encode("utf-8", "replace")).digest()


def _why(found: OutOfFold, key: str, row: int, level: float) -> Iterable[str]:
    """Yield what can be said of why a line stayed below the bar."""
    example, decision = found.examples[row], float(found.decisions[key][row, 0])
    if example.needs_trade:
        yield "says little to one who does not know the trade"
    if len(example.text) < SHORT:
        yield f"short ({len(example.text)} characters)"
    if not cues_in(example.text):
        yield "holds no cue"
    if float(found.decisions[found.mode][row, 0]) > decision + FAR / 2:
        yield "looks ordinary beside the archive"
    if "both" in found.decisions:
        by_words = float(found.decisions["words"][row, 0])
        by_meaning = float(found.decisions["both"][row, 0]) - by_words
        yield f"words say {by_words:+.1f}, meaning {by_meaning:+.1f}"
    yield "far below the bar" if level - decision > FAR else "near the bar"

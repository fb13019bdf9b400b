"""How much is still found when the same post is typed otherwise: model and bars as they were for the unaltered lines.

Each line is judged by itself, by the model that has not seen its author. An alteration is measured only on lines that
it changes, and beside it stands what the same lines scored as they were written.
"""

import hashlib
from collections.abc import Callable, Sequence

import numpy as np

from classifiers.measuring.alterations import ALTERATIONS, Alteration
from classifiers.measuring.bars import LOOK_RATE, bar
from classifiers.measuring.folds import Mask, OutOfFold, Rows, Told
from classifiers.measuring.tables import Row, in_thousand, share
from classifiers.views import Floats

MOST_FLAGGED, MOST_ORDINARY = 600, 900  # lines an alteration: the encoder reads each anew

Encode = Callable[[Sequence[str]], Floats]


def robustness_tables(
    found: OutOfFold,
    encode: Encode | None,
    told: Told | None = None,
    *,
    most: tuple[int, int] = (MOST_FLAGGED, MOST_ORDINARY),
) -> dict[str, list[Row]]:
    """Return a row an alteration. `found` must have kept its models; `encode` gives vectors, None for words alone."""
    rows = []
    for name, alter in ALTERATIONS.items():
        if told:
            told(f"Reading the lines with: {name}")
        chosen = _chosen(found, alter, most)
        if len(chosen):
            rows.append(_row(name, found, chosen, _altered_decisions(found, chosen, alter, encode)))
    return {"Robustness": rows}


def _chosen(found: OutOfFold, alter: Alteration, most: tuple[int, int]) -> Rows:
    """Return rows that the alteration changes, so many flagged and so many ordinary, drawn by a digest."""
    changed = np.array([alter(example.text) != example.text for example in found.examples], dtype=bool)
    drawn = [_drawn(found, changed & sort, count) for sort, count in zip(_sorts(found), most, strict=True)]
    return np.concatenate(drawn)


def _sorts(found: OutOfFold) -> tuple[Mask, Mask]:
    return found.flagged, found.ordinary


def _drawn(found: OutOfFold, among: Mask, most: int) -> Rows:
    rows = np.flatnonzero(among)
    order = [hashlib.sha256(found.examples[row].text.encode("utf-8", "replace")).digest() for row in rows]
    return np.sort(rows[sorted(range(len(rows)), key=order.__getitem__)[:most]])


def _altered_decisions(found: OutOfFold, rows: Rows, alter: Alteration, encode: Encode | None) -> Floats:
    """Return the flagged head's decisions (n rows,) on the altered lines, by the model of each line's fold."""
    texts = [alter(found.examples[row].text) for row in rows]
    vectors = encode(texts) if encode else None
    decisions = np.zeros(len(rows), dtype=np.float32)
    for fold, fit in enumerate(found.fits):
        at = np.flatnonzero(found.folds[rows] == fold)
        here = [texts[place] for place in at]
        decisions[at] = fit.decisions(here, None if vectors is None else vectors[at])[:, 0]
    return decisions


def _row(name: str, found: OutOfFold, rows: Rows, altered: Floats) -> Row:
    bars = np.array([bar(found, found.mode, fold, LOOK_RATE) for fold in range(len(found.fits))])[found.folds[rows]]
    before, after = found.decisions[found.mode][rows, 0] >= bars, altered >= bars
    flagged, severe = found.flagged[rows], found.severity[rows] == 3
    return {
        "what": name,
        "flagged lines": int(flagged.sum()),
        "found as written": share(before[flagged]),
        "found altered": share(after[flagged]),
        "severity 3 as written": share(before[severe]),
        "severity 3 altered": share(after[severe]),
        "ordinary lines": int((~flagged).sum()),
        "raised in 1,000 as written": in_thousand(before[~flagged]),
        "raised in 1,000 altered": in_thousand(after[~flagged]),
    }

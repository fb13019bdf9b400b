"""What more examples would bring: the same measurement, learnt from fewer authors.

Whole batches are drawn, timelines and others apart, so that a small draw has both. A draw is nested: its smaller shares
are part of its larger ones. The authors judged are the same throughout.
"""

import random
from collections.abc import Sequence

import numpy as np

from classifiers.cues import cue_features
from classifiers.examples import Example
from classifiers.measuring.bars import LOOK_RATE, auc, raised
from classifiers.measuring.folds import FOLDS, OutOfFold, Rows, Told, deal, decided, summed
from classifiers.measuring.parts import Inputs, both_views
from classifiers.measuring.tables import Row, rounded
from classifiers.views import Floats

SHARES = (0.10, 0.25, 0.50, 0.75, 1.0)
DRAWS = 3
KEY = "drawn-archive"


def learning_curve_tables(
    examples: Sequence[Example],
    vectors: Floats | None,
    told: Told | None = None,
    *,
    folds: int = FOLDS,
    shares: Sequence[float] = SHARES,
    draws: int = DRAWS,
) -> dict[str, list[Row]]:
    """Return a row a share of the authors: mean and standard deviation over the draws. The whole is drawn once."""
    inputs = None if vectors is None else (vectors, cue_features([example.text for example in examples]))
    rows = []
    for share in shares:
        measured = []
        for draw in range(draws if share < 1 else 1):
            if told:
                told(f"Learning from {share:.0%} of the authors, draw {draw + 1}")
            measured.append(_measured(examples, inputs, share, draw, folds))
        rows.append({"what": f"{share:.0%} of the authors", "draws": len(measured), **_spread(measured)})
    return {"Learning curve": rows}


def batches_drawn(known: Sequence[Example], share: float, seed: str) -> frozenset[str]:
    """Return the batches of this share: of those with flagged lines, and of those without; at least one of each."""
    flagged = {example.batch for example in known if example.flagged}
    quiet = {example.batch for example in known} - flagged
    chosen: list[str] = []
    for sort in (sorted(flagged), sorted(quiet)):
        random.Random(seed).shuffle(sort)  # noqa: S311 - no secret hangs on it
        chosen += sort[: max(1, round(share * len(sort)))]
    return frozenset(chosen)


def _measured(
    examples: Sequence[Example], inputs: Inputs | None, share: float, draw: int, folds: int
) -> dict[str, float]:
    found = OutOfFold(tuple(examples), deal(examples, folds))
    decisions = found.decisions.setdefault(KEY, np.zeros((len(examples), 1), dtype=np.float32))
    learnt = []
    for fold in range(folds):
        here, known = np.flatnonzero(found.folds == fold), _known(found, fold, share, draw)
        views = both_views(examples, inputs, known, here)
        _, moved = summed([decided(view, found.ordinary[here]) for view in views])
        decisions[here, 0] = moved
        learnt.append(len(known))
    look, flagged = raised(found, KEY, LOOK_RATE), found.flagged
    return {
        "lines learnt from": float(np.mean(learnt)),
        "found at 10 in 1,000": float(look[flagged].mean()),
        "of severity 3": float(look[found.severity == 3].mean()),
        "AUC": auc(decisions[:, 0], flagged),
    }


def _known(found: OutOfFold, fold: int, share: float, draw: int) -> Rows:
    others = np.flatnonzero(found.folds != fold)
    drawn = batches_drawn([found.examples[row] for row in others], share, f"{fold} {draw}")
    return np.array([row for row in others if found.examples[row].batch in drawn], dtype=np.int64)


def _spread(measured: Sequence[dict[str, float]]) -> Row:
    """Return the mean of each figure and, where there are several draws, ± its standard deviation."""
    row: Row = {"lines learnt from": round(np.mean([one["lines learnt from"] for one in measured]))}
    for name in ("found at 10 in 1,000", "of severity 3", "AUC"):
        values = [one[name] for one in measured]
        row[name] = rounded(float(np.mean(values)))
        row[f"± {name}"] = rounded(float(np.std(values, ddof=1))) if len(values) > 1 else None
    return row

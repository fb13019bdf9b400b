"""`python -m classifiers.calibrate` measures the classifier and writes `calibration.json` and `measured.json`.

Run it after the labelled examples or the model's code have changed, and commit both files.
"""

import json
import sys
from collections.abc import Sequence
from typing import Any

import numpy as np

from classifiers.calibration import FILE
from classifiers.examples import Example, digest, load_examples
from classifiers.heads import HEADS, SEVERE, targets
from classifiers.measure import (
    LOOK_FIRST_RATE,
    LOOK_RATE,
    MEASURED,
    OutOfFold,
    figures,
    mean_tail,
    out_of_fold,
    threshold,
)
from classifiers.store import example_vectors
from classifiers.views import Floats

LEAST_ARCHIVE = 100  # below, a background of so few posts says nothing
SEVERE_RATE = 0.0005  # ordinary posts that the severity head alone may bring to the first tier


def main() -> None:
    """Measure, write, and print the tables."""
    examples, vectors = load_examples(), example_vectors()
    if vectors is None:
        sys.exit("The encoder could not be loaded: calibrate with it, since both ways of scoring are written.")
    found = out_of_fold(examples, vectors, lambda line: print(line, file=sys.stderr))
    held = {
        "examples": digest(),
        "least_archive": LEAST_ARCHIVE,
        "fits": {key: _fit(found, key) for key in found.decisions},
    }
    FILE.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    told = figures(found, "both")
    MEASURED.write_text(json.dumps({**told.plain(), "examples": digest()}, indent=1) + "\n", encoding="utf-8")
    print(told.table())


def _fit(found: OutOfFold, key: str) -> dict[str, Any]:
    decisions = found.decisions[key]
    slope, bias = _platt(decisions, found.examples)
    ordinary = decisions[found.ordinary]
    archives = [decisions[found.ordinary & (found.folds == fold), 0] for fold in np.unique(found.folds)]
    return {
        "slope": slope,
        "bias": bias,
        "first": round(threshold(ordinary[:, 0], LOOK_FIRST_RATE - SEVERE_RATE), 4),
        "look": round(threshold(ordinary[:, 0], LOOK_RATE), 4),
        "severe": round(threshold(ordinary[:, HEADS.index(SEVERE)], SEVERE_RATE), 4),
        "first_tail": round(mean_tail(archives, LOOK_FIRST_RATE), 3),
        "look_tail": round(mean_tail(archives, LOOK_RATE), 3),
    }


def _platt(decisions: Floats, examples: Sequence[Example]) -> tuple[list[float], list[float]]:
    """Return slope and bias a head: logistic regression of the truth on the decision, on authors not seen."""
    from sklearn.linear_model import LogisticRegression

    truth = targets(examples)
    slopes, biases = [], []
    for column in range(len(HEADS)):
        fitted = LogisticRegression(C=1e3).fit(decisions[:, [column]], truth[:, column])
        slopes.append(round(float(fitted.coef_[0, 0]), 4))
        biases.append(round(float(fitted.intercept_[0]), 4))
    return slopes, biases


if __name__ == "__main__":
    np.seterr(all="raise", under="ignore")
    main()

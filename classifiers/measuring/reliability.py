"""Whether a probability means what it says, and a severity what a reader would say.

Every line's probability is calibrated on the other folds. Expected calibration error: the mean distance between
predicted and observed over ten bins of equal width, weighted by their lines (Naeini, Cooper & Hauskrecht, 2015).
Brier score: the mean squared distance between probability and truth (0 is perfect; always saying the base share gives
share × (1 − share), which stands beside it).
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from classifiers.heads import FLAGGED, HEADS, targets
from classifiers.measuring.fits import held_out_fit, judged
from classifiers.measuring.folds import Mask, OutOfFold
from classifiers.measuring.tables import Row, rounded
from classifiers.views import Floats

BINS = 10
SEVERITIES = range(4)
Severities = NDArray[np.int64]


def reliability_tables(found: OutOfFold, key: str) -> dict[str, list[Row]]:
    """Return reliability curves, calibration errors and severities, for one way of scoring (a key of `decisions`)."""
    chances, severities = _held_out(found, key)
    truth = targets(found.examples)
    curves = {
        name: [{"what": name, **row} for row in reliability_curve(chances[:, place], truth[:, place])]
        for place, name in enumerate(HEADS)
    }
    return {
        "Calibration": [_errors(name, chances[:, place], truth[:, place]) for place, name in enumerate(HEADS)],
        "Reliability": curves.pop(FLAGGED),
        "Reliability of the other answers": [row for rows in curves.values() for row in rows],
        "Severity, labelled against predicted": confusion(found.severity, severities),
        "Agreement on severity": list(_severity_agreement(found.severity, severities)),
    }


def reliability_curve(chances: Floats, truth: NDArray[Any]) -> list[Row]:
    """Return a row a bin that holds lines: how many, the mean probability, and the share that is true."""
    return [
        {
            "from": round(number / BINS, 2),
            "to": round((number + 1) / BINS, 2),
            "lines": int(here.sum()),
            "predicted": rounded(float(chances[here].mean())),
            "observed": rounded(float(truth[here].mean())),
        }
        for number, here in _bins(chances)
    ]


def expected_calibration_error(chances: Floats, truth: NDArray[Any]) -> float:
    """Return the mean distance between predicted and observed, 0–1; nan without lines."""
    if not len(chances):
        return float("nan")
    gaps = [abs(float(chances[here].mean()) - float(truth[here].mean())) * here.sum() for _, here in _bins(chances)]
    return float(sum(gaps) / len(chances))


def brier_score(chances: Floats, truth: NDArray[Any]) -> float:
    """Return the mean squared distance between probability and truth, 0–1; nan without lines."""
    return float(np.mean((chances - truth) ** 2)) if len(chances) else float("nan")


def confusion(labelled: Severities, predicted: Severities) -> list[Row]:
    """Return a row a labelled severity: how many lines were given each severity; 0 is not raised."""
    return [
        {
            "what": f"labelled {row}",
            "lines": int((labelled == row).sum()),
            **{f"predicted {column}": int(((labelled == row) & (predicted == column)).sum()) for column in SEVERITIES},
        }
        for row in SEVERITIES
    ]


def quadratic_kappa(labelled: Severities, predicted: Severities) -> float:
    """Return Cohen's kappa with quadratic weights: 1 is agreement, 0 is chance; nan if only one value occurs."""
    from sklearn.metrics import cohen_kappa_score

    if len(set(labelled.tolist()) | set(predicted.tolist())) < 2:
        return float("nan")
    return float(cohen_kappa_score(labelled, predicted, weights="quadratic", labels=list(SEVERITIES)))


def _held_out(found: OutOfFold, key: str) -> tuple[Floats, Severities]:
    """Return probabilities (n, heads) and predicted severities (n,), each fold's by what the others taught."""
    chances = np.zeros_like(found.decisions[key])
    severities = np.zeros(len(found.folds), dtype=np.int64)
    for fold in np.unique(found.folds):
        here = np.flatnonzero(found.folds == fold)
        fit, decisions = held_out_fit(found, key, int(fold)), found.decisions[key][here]
        chances[here] = fit.probabilities(decisions)
        severities[here] = judged([found.examples[row].text for row in here], decisions, fit).severity
    return chances, severities


def _bins(chances: Floats) -> Iterable[tuple[int, Mask]]:
    number = np.minimum((chances * BINS).astype(np.int64), BINS - 1)
    return ((one, number == one) for one in range(BINS) if (number == one).any())


def _errors(name: str, chances: Floats, truth: NDArray[Any]) -> Row:
    base = float(truth.mean())
    return {
        "what": name,
        "true of": rounded(base),
        "mean predicted": rounded(float(chances.mean())),
        "expected calibration error": rounded(expected_calibration_error(chances, truth)),
        "Brier score": rounded(brier_score(chances, truth)),
        "Brier of the base share": rounded(base * (1 - base)),
    }


def _severity_agreement(labelled: Severities, predicted: Severities) -> Iterable[Row]:
    groups = {"all lines": labelled >= 0, "flagged and raised": (labelled > 0) & (predicted > 0)}
    for name, here in groups.items():
        steps = np.abs(labelled[here] - predicted[here])
        yield {
            "what": name,
            "lines": int(here.sum()),
            "quadratic kappa": rounded(quadratic_kappa(labelled[here], predicted[here])),
            "the same": rounded(float(np.mean(steps == 0))) if len(steps) else None,
            "one step apart": rounded(float(np.mean(steps == 1))) if len(steps) else None,
            "further apart": rounded(float(np.mean(steps > 1))) if len(steps) else None,
        }

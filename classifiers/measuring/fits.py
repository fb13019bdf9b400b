"""Slope, bias and bars learnt on authors that the model had not seen: what `calibration.json` holds."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from classifiers.calibration import Calibration, Fit
from classifiers.examples import Example
from classifiers.grams import Grams
from classifiers.heads import HEADS, SEVERE, targets
from classifiers.measuring.bars import LOOK_FIRST_RATE, LOOK_RATE, far_tail, threshold
from classifiers.measuring.folds import Mask, OutOfFold
from classifiers.model import Model, Scores
from classifiers.views import Floats, Linear, Words

LEAST_ARCHIVE = 100  # below, a background of so few posts says nothing
SEVERE_RATE = 0.0005  # ordinary posts that the severity head alone may bring to the first tier
_NEVER = (0.0, -20.0)  # slope and bias of a head of which the lines hold no two answers


def fit_of(found: OutOfFold, key: str, among: Mask | None = None) -> Fit:
    """Return the fit of one way of scoring. `among`: the lines it is learnt on, all if left out."""
    rows = np.ones(len(found.folds), dtype=bool) if among is None else among
    decisions, ordinary = found.decisions[key], found.ordinary & rows
    slope, bias = _platt(decisions[rows], [found.examples[row] for row in np.flatnonzero(rows)])
    archives = [decisions[ordinary & (found.folds == fold), 0] for fold in np.unique(found.folds)]
    return Fit(
        slope,
        bias,
        first=threshold(decisions[ordinary, 0], LOOK_FIRST_RATE - SEVERE_RATE),
        look=threshold(decisions[ordinary, 0], LOOK_RATE),
        severe=threshold(decisions[ordinary, HEADS.index(SEVERE)], SEVERE_RATE),
        first_tail=far_tail(archives, LOOK_FIRST_RATE),
        look_tail=far_tail(archives, LOOK_RATE),
    )


def held_out_fit(found: OutOfFold, key: str, fold: int) -> Fit:
    """Return the fit for this fold's lines, learnt on the other folds.

    With an archive, the bars are those that the fold's ordinary lines call for (`Fit.for_archive`).
    """
    fit = fit_of(found, key, found.folds != fold)
    own = found.decisions[key][found.ordinary & (found.folds == fold), 0]
    return fit.for_archive(own) if key.endswith("-archive") and len(own) else fit


def judged(texts: Sequence[str], decisions: Floats, fit: Fit) -> Scores:
    """Return tiers and severities of texts by the rules that a scan goes by, no trade known."""
    return _RULES._scores(texts, decisions, "", "", fit)


def as_json(fit: Fit) -> dict[str, Any]:
    """Return the fit as `calibration.json` holds it."""
    return {
        "slope": [round(float(value), 4) for value in fit.slope],
        "bias": [round(float(value), 4) for value in fit.bias],
        "first": round(fit.first, 4),
        "look": round(fit.look, 4),
        "severe": round(fit.severe, 4),
        "first_tail": round(fit.first_tail, 3),
        "look_tail": round(fit.look_tail, 3),
    }


def _platt(decisions: Floats, examples: Sequence[Example]) -> tuple[Floats, Floats]:
    """Return slope and bias a head: logistic regression of the truth on the decision."""
    truth = targets(examples)
    pairs = [_line(decisions[:, [column]], truth[:, column]) for column in range(len(HEADS))]
    slopes, biases = zip(*pairs, strict=True)
    return np.array(slopes), np.array(biases)


def _line(decisions: Floats, truth: Any) -> tuple[float, float]:
    from sklearn.linear_model import LogisticRegression

    if truth.all() or not truth.any():
        return _NEVER
    fitted = LogisticRegression(C=1e3).fit(decisions, truth)
    return float(fitted.coef_[0, 0]), float(fitted.intercept_[0])


# The rules that follow the decisions need no view: a model without words has them all the same.
_RULES = Model(
    Words(
        Grams({}, {}, np.zeros(0, dtype=np.float32)),
        Linear(np.zeros((len(HEADS), 0), dtype=np.float32), np.zeros(len(HEADS), dtype=np.float32)),
    ),
    None,
    None,
    Calibration({}, "", LEAST_ARCHIVE),
)

"""From which decision on a line counts as flagged. No line helps to set the bar it is measured by."""

from collections.abc import Sequence

import numpy as np

from classifiers.calibration import MANY
from classifiers.measuring.folds import Mask, OutOfFold
from classifiers.views import Floats

LOOK_FIRST_RATE, LOOK_RATE = 0.002, 0.010  # false alarms among ordinary posts
_NARROW = 1e-6  # an archive all of one decision has no spread to divide by


def threshold(decisions: Floats, rate: float) -> float:
    """Return the decision that at most this share of the (ordinary) decisions reach."""
    allowed = int(rate * len(decisions))
    return float(np.sort(decisions)[::-1][allowed]) + 1e-6 if len(decisions) > allowed else float("inf")


def raised(found: OutOfFold, mode: str, rate: float) -> Mask:
    """Return which lines are flagged at this rate of false alarms, the bar taken from the other folds."""
    flagged = found.decisions[mode][:, 0]
    up = np.zeros(len(flagged), dtype=bool)
    for fold in np.unique(found.folds):
        here = found.folds == fold
        up[here] = flagged[here] >= bar(found, mode, int(fold), rate)
    return up


def bar(found: OutOfFold, mode: str, fold: int, rate: float) -> float:
    """Return the decision from which on a line of this fold is flagged.

    With an archive, the bar is moved as in a real audit (`Fit.for_archive`), its unit again from the other folds.
    """
    flagged, ordinary = found.decisions[mode][:, 0], found.ordinary
    others = [flagged[ordinary & (found.folds == other)] for other in np.unique(found.folds) if other != fold]
    first, look = (threshold(np.concatenate(others), one) for one in (LOOK_FIRST_RATE, LOOK_RATE))
    level = first if rate == LOOK_FIRST_RATE else look
    own = flagged[ordinary & (found.folds == fold)]
    if not mode.endswith("-archive") or not len(own):
        return level
    room = 0.0 if np.mean(own >= look) > MANY else first - look
    return min(level + room, tail_bar(own, far_tail(others, rate)))


def far_tail(archives: Sequence[Floats], rate: float) -> float:
    """Return where, in units of an archive's spread above its median, this share of its ordinary posts lies.

    The farthest of the archives counts: a bar that holds for most people would be too low for some.
    """
    tails = []
    for decisions in (archive for archive in archives if len(archive)):
        middle, upper, far = np.quantile(decisions, [0.5, 0.9, 1 - rate])
        tails.append((far - middle) / max(upper - middle, _NARROW))
    return float(np.max(tails))


def tail_bar(decisions: Floats, tail: float) -> float:
    """Return the bar for an archive of these decisions."""
    middle, upper = np.quantile(decisions, [0.5, 0.9])
    return float(middle + tail * (upper - middle))


def auc(decisions: Floats, positive: Mask) -> float:
    """Return the area under the ROC curve; nan if one side is empty."""
    if positive.all() or not positive.any():
        return float("nan")
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(positive, decisions))

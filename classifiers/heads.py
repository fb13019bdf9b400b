"""What is asked of a text: one decision a question, each linear over words plus linear over meaning.

The *heads* in order: is anything to be flagged; is the severity at least 2; at least 3; then one a category. The
*doubts* are asked of what looks flagged: is it not rather advice given in public, or only like something dangerous?
What a doubt is sure of is taken off the flagged decision (`settled`).

Source: advice speaks as a practitioner does; taken for ordinary life by the flagged head itself, it teaches that
whoever means what practitioners mean is harmless. Left to a doubt by the view of meaning, less of it was raised, and
more of real published cases stood out from real feeds at equal false alarms.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from classifiers.categories import NAMES
from classifiers.examples import Example

FLAGGED, SERIOUS, SEVERE = "flagged", "severity>=2", "severity>=3"
HEADS: tuple[str, ...] = (FLAGGED, SERIOUS, SEVERE, *NAMES)
FIRST_CATEGORY = HEADS.index(NAMES[0])
DOUBTS: tuple[str, ...] = ("advice", "near miss")
TAKEN_OFF = np.array([1.0, 0.3], dtype=np.float32)  # of the flagged decision, for each of what a doubt decides
DOUBT_FROM = np.array([0.0, -1.0], dtype=np.float32)  # above this decision
GRADED = np.array([-1.0, 0.6, 0.9, 1.2])  # what squared loss aims at, by severity: the worst posts stand out most
NEAR_MISS = -0.4  # and of a near miss, which is not held as far from danger as an everyday post
NEAR_MISS_WEIGHT = 0.5  # of a near miss beside any other line
SLIGHT_WEIGHT = 0.5  # of a line of severity 1, on which careful readers differ most
TRADE_WEIGHT = 0.3  # of a line that only the trade makes clear, since most are judged without it
DOUBT_WEIGHT = 1.0  # of all lines of a doubt's own kind together, beside all that are flagged


def targets(examples: Sequence[Example]) -> NDArray[np.int8]:
    """Return (n examples, n heads), 0 or 1."""
    rows = [
        [e.severity >= 1, e.severity >= 2, e.severity >= 3, *(name in e.labels for name in NAMES)] for e in examples
    ]
    return np.array(rows, dtype=np.int8).reshape(len(examples), len(HEADS))


def doubt_targets(examples: Sequence[Example]) -> NDArray[np.int8]:
    """Return (n examples, n doubts), 0 or 1."""
    rows = [[e.advice, e.near_miss] for e in examples]
    return np.array(rows, dtype=np.int8).reshape(len(examples), len(DOUBTS))


def aims(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Return (n examples, n heads) for squared loss: -1 or 1, and graded for whether to flag."""
    found = 2.0 * targets(examples).astype(np.float64) - 1
    if len(examples):
        found[:, 0] = GRADED[[example.severity for example in examples]]
        found[[example.near_miss for example in examples], 0] = NEAR_MISS
    return found


def weights(examples: Sequence[Example], *, advice: bool) -> NDArray[np.float64]:
    """Return (n examples,): how much the heads learn from each line, from advice in public too or not at all."""
    return np.array([_weight(example) if advice or not example.advice else 0.0 for example in examples])


def _weight(example: Example) -> float:
    if example.near_miss:
        return NEAR_MISS_WEIGHT
    return (SLIGHT_WEIGHT if example.severity == 1 else 1.0) * (TRADE_WEIGHT if example.needs_trade else 1.0)


def doubt_weights(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Return (n examples, n doubts): a doubt learns from what is flagged and from its own kind alone."""
    flagged = np.array([[example.flagged] for example in examples], dtype=np.float64).reshape(-1, 1)
    own = doubt_targets(examples).astype(np.float64)
    found: NDArray[np.float64] = flagged + own * (DOUBT_WEIGHT * flagged.sum() / np.maximum(own.sum(axis=0), 1))
    return found


def taken_off(decisions: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (n,): how much of the flagged decision the doubts, which are the last columns, leave not standing."""
    sure = np.maximum(0, decisions[:, -len(DOUBTS) :] - DOUBT_FROM)
    return np.asarray(sure @ TAKEN_OFF, dtype=np.float32)


def settled(decisions: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the decisions without the columns of the doubts, the flagged one less what these take off."""
    found = decisions[:, : -len(DOUBTS)].copy()
    found[:, 0] -= taken_off(decisions)
    return found

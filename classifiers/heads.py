"""What is asked of a text: one head a question, each a linear decision over words plus one over meaning.

Heads in order: is anything to be flagged; is the severity at least 2; at least 3; then one a category.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from classifiers.categories import NAMES
from classifiers.examples import Example

FLAGGED, SERIOUS, SEVERE = "flagged", "severity>=2", "severity>=3"
HEADS: tuple[str, ...] = (FLAGGED, SERIOUS, SEVERE, *NAMES)
FIRST_CATEGORY = HEADS.index(NAMES[0])
GRADED = np.array([-1.0, 0.6, 0.9, 1.2])  # what squared loss aims at, by severity: the worst posts stand out most
NEAR_MISS = -0.4  # and of a harmless line written to look dangerous: what is told from everyday life comes first


def targets(examples: Sequence[Example]) -> NDArray[np.int8]:
    """Return (n examples, n heads), 0 or 1."""
    rows = [
        [e.severity >= 1, e.severity >= 2, e.severity >= 3, *(name in e.labels for name in NAMES)] for e in examples
    ]
    return np.array(rows, dtype=np.int8).reshape(len(examples), len(HEADS))


def aims(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Return (n examples, n heads) for squared loss: -1 or 1, and graded for whether to flag.

    Near misses are not held as far from danger as everyday posts: in a feed, telling risk from everyday life counts
    more than telling it from what was written to mislead. How many are raised for it stands in the model card.
    """
    found = 2.0 * targets(examples).astype(np.float64) - 1
    if len(examples):
        found[:, 0] = GRADED[[example.severity for example in examples]]
        found[[example.near_miss for example in examples], 0] = NEAR_MISS
    return found

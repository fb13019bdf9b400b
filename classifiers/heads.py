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


def targets(examples: Sequence[Example]) -> NDArray[np.int8]:
    """Return (n examples, n heads), 0 or 1."""
    rows = [
        [e.severity >= 1, e.severity >= 2, e.severity >= 3, *(name in e.labels for name in NAMES)] for e in examples
    ]
    return np.array(rows, dtype=np.int8).reshape(len(examples), len(HEADS))

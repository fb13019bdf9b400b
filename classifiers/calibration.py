"""Decisions to probabilities and tiers, as measured on authors that the measured model had not seen.

`calibration.json` is written by `python -m classifiers.calibrate` and carries the digest of the examples it came from;
a test holds the two together.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from classifiers.categories import LOOK, LOOK_FIRST, ORDINARY
from classifiers.views import Floats

FILE = Path(__file__).parent / "calibration.json"


@dataclass(frozen=True, slots=True)
class Fit:
    """One way of scoring: `slope` and `bias` a head (Platt), and the decisions from which on a tier holds."""

    slope: Floats
    bias: Floats
    first: float  # flagged head: at most 2 of 1,000 ordinary posts reach it
    look: float  # flagged head: at most 10 of 1,000
    severe: float  # severity>=3 head: from here on a post is in the first tier whatever its surroundings say

    def probabilities(self, decisions: Floats) -> Floats:
        """Return probabilities of the same shape (n, heads)."""
        return np.asarray(1 / (1 + np.exp(-(decisions * self.slope + self.bias))), dtype=np.float32)

    def tier(self, flagged: float, severe: float) -> str:
        """Return the tier of one text."""
        if flagged >= self.first or severe >= self.severe:
            return LOOK_FIRST
        return LOOK if flagged >= self.look else ORDINARY


@dataclass(frozen=True, slots=True)
class Calibration:
    """Every fit by name: both, words, and each with its archive as the background."""

    fits: dict[str, Fit]
    examples: str
    least_archive: int

    def of(self, mode: str, *, archive: bool) -> Fit:
        """Return the fit for `both` or `words`, with or without an archive as the background."""
        return self.fits[f"{mode}-archive" if archive else mode]


@cache
def load_calibration(path: Path = FILE) -> Calibration:
    """Return what `calibrate` wrote."""
    held = json.loads(path.read_text(encoding="utf-8"))
    fits = {
        name: Fit(
            np.array(fit["slope"], dtype=np.float32),
            np.array(fit["bias"], dtype=np.float32),
            fit["first"],
            fit["look"],
            fit["severe"],
        )
        for name, fit in held["fits"].items()
    }
    return Calibration(fits, held["examples"], held["least_archive"])

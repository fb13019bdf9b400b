"""Decisions to probabilities and tiers, as measured on authors that the measured model had not seen.

`calibration.json` is written by `python -m classifiers.calibrate` and carries the digest of the examples it came from;
a test holds the two together.
"""

import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from classifiers.categories import LOOK, LOOK_FIRST, ORDINARY
from classifiers.views import Floats

MANY = 0.06  # share of an archive above the look bar: ordinary archives have some 1–5 %
FILE = Path(__file__).parent / "calibration.json"


@dataclass(frozen=True, slots=True)
class Fit:
    """One way of scoring: `slope` and `bias` a head (Platt), and the decisions from which on a tier holds."""

    slope: Floats
    bias: Floats
    first: float  # flagged head: at most 2 of 1,000 ordinary posts reach it
    look: float  # flagged head: at most 10 of 1,000
    severe: float  # severity>=3 head: from here on a post is in the first tier whatever its surroundings say
    first_tail: float = 0.0  # as `first` and `look`, in units of an archive's own spread: see `for_archive`
    look_tail: float = 0.0

    def probabilities(self, decisions: Floats) -> Floats:
        """Return probabilities of the same shape (n, heads)."""
        return np.asarray(1 / (1 + np.exp(-(decisions * self.slope + self.bias))), dtype=np.float32)

    def for_archive(self, decisions: Floats) -> "Fit":
        """Return the fit with the bars that this archive's own ordinary posts call for.

        Feeds differ in how far their ordinary posts lie from everything risky. What a person can bear does not: the
        bars stand where 2 and 10 of 1,000 ordinary posts would reach them, told from the archive's median and spread
        (median to 90th percentile), which a few risky posts hardly move. Many risky posts would raise a bar;
        therefore none is raised by more than one tier, and none at all where more posts stand above it than an
        ordinary archive ever has. `decisions`: flagged head, of a sample of the archive.
        """
        middle, upper = np.quantile(decisions, [0.5, 0.9])
        spread = float(upper - middle)
        room = 0.0 if float(np.mean(decisions >= self.look)) > MANY else self.first - self.look
        return replace(
            self,
            first=min(self.first + room, float(middle) + self.first_tail * spread),
            look=min(self.look + room, float(middle) + self.look_tail * spread),
        )

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
            fit["first_tail"],
            fit["look_tail"],
        )
        for name, fit in held["fits"].items()
    }
    return Calibration(fits, held["examples"], held["least_archive"])

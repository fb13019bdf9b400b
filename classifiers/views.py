"""The two views of a text, each a fitted transformer with one linear decision a head.

*Words* sees word and character grams: what is said. *Meaning* sees the frozen encoder's layers through a fixed set of
landmarks (the Nyström approximation of an RBF kernel), and hand-written cues: what is meant. Words do well on examples
like ours and badly on life; meaning is the other way round; their decisions are added.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from classifiers.cues import cue_features
from classifiers.grams import Grams

Floats = NDArray[np.float32]
CUE_SCALE = 0.2  # of a cue beside landmark features of unit length


@dataclass(frozen=True, slots=True)
class Linear:
    """`weights` (n heads, n features), `bias` (n heads,)."""

    weights: Floats
    bias: Floats

    def decisions(self, features: "Floats | sparse.csr_matrix") -> Floats:
        """Return (n texts, n heads)."""
        return np.asarray(features @ self.weights.T + self.bias, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Words:
    """Grams and their decisions."""

    grams: Grams
    linear: Linear

    def features(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Return (n texts, n grams)."""
        return self.grams.matrix(texts)


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Nyström features: how near a vector lies to each of `points` (m, d), whitened by `whitening` (m, m)."""

    points: Floats
    whitening: Floats
    gamma: float

    def features(self, vectors: Floats) -> Floats:
        """Return (n texts, m) for vectors (n texts, d). Rows do not depend on each other."""
        distances = (
            (vectors**2).sum(axis=1, keepdims=True) - 2 * vectors @ self.points.T + (self.points**2).sum(axis=1)
        )
        near: Floats = np.exp(-self.gamma * np.maximum(distances, 0)).astype(np.float32)
        return near @ self.whitening.T


@dataclass(frozen=True, slots=True)
class Meaning:
    """Landmarks and cues, and their decisions."""

    landmarks: Landmarks
    linear: Linear

    def features(self, texts: Sequence[str], vectors: Floats) -> Floats:
        """Return (n texts, m + cues); `vectors` (n texts, d) are the encoder's of these texts."""
        return np.hstack([self.landmarks.features(vectors), CUE_SCALE * cue_features(texts)])

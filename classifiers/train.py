"""Fit the two views from labelled examples. The only place that needs scikit-learn to make a model.

`words_pipeline` and `meaning_pipeline` are the unfitted pipelines; what they learn is kept as plain arrays.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from joblib import parallel_config
from numpy.typing import NDArray
from scipy import linalg, sparse
from sklearn.compose import ColumnTransformer
from sklearn.kernel_approximation import Nystroem
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import FunctionTransformer

from classifiers.cues import cue_features
from classifiers.encoder import LAYERS_WIDTH
from classifiers.examples import Example
from classifiers.grams import Grams
from classifiers.heads import HEADS, aims, targets
from classifiers.views import CUE_SCALE, Floats, Landmarks, Linear, Meaning, Words

SEED = 20_26
LANDMARKS = 1000
GAMMA = 2.0
WORDS_C = 1.0
RIDGE = 1.0
MEANING_SHARE = 3.0  # a ridge decision lies within about ±1; so much of it goes to one of the words' log-odds
# Of one of the person's own posts, taken as ordinary, beside a labelled example:
WORDS_BACKGROUND = 1.0
MEANING_BACKGROUND = 2.0

Told = Callable[[str], None]


def words_pipeline() -> Pipeline:
    """Return the decisions over gram features: `fit` takes the sparse matrix of `Grams.matrix`."""
    return make_pipeline(OneVsRestClassifier(LogisticRegression(C=WORDS_C, solver="liblinear", random_state=SEED)))


def meaning_pipeline(landmarks: int) -> Pipeline:
    """Return the decisions over the encoder's vectors and, beside them, the cues; `fit` takes `heads.aims`.

    Source: squared loss has a closed solution, so that an archive's background is added exactly and in seconds; on
    authors not seen it also did better here than logistic loss.
    """
    both = ColumnTransformer(
        [
            ("landmarks", Nystroem(gamma=GAMMA, n_components=landmarks, random_state=SEED), slice(0, LAYERS_WIDTH)),
            ("cues", FunctionTransformer(lambda cues: CUE_SCALE * cues), slice(LAYERS_WIDTH, None)),
        ]
    )
    return make_pipeline(both, Ridge(alpha=RIDGE, solver="cholesky"))


def fit_words(examples: Sequence[Example], told: Told | None = None) -> Words:
    """Return the view of words. Deterministic."""
    if told:
        told("Learning words from the labelled examples")
    texts = [example.text for example in examples]
    grams = Grams.fitted(texts)
    features = grams.matrix(texts).astype(np.float64)
    features.sort_indices()  # once, here: two threads that each put the same matrix in order would break it
    with parallel_config(backend="threading", n_jobs=2):  # liblinear lets other threads run
        fitted = words_pipeline().fit(features, targets(examples))
    return Words(grams, _linear(fitted[-1]))


def fit_meaning(examples: Sequence[Example], vectors: Floats, told: Told | None = None) -> Meaning:
    """Return the view of meaning. `vectors` (n examples, d) are the encoder's. Deterministic."""
    if told:
        told("Learning meanings from the labelled examples")
    cues = cue_features([example.text for example in examples])
    pipeline = meaning_pipeline(min(LANDMARKS, len(examples)))
    fitted = pipeline.fit(np.hstack([vectors, cues]), aims(examples))
    nystroem: Any = fitted[0].named_transformers_["landmarks"]
    ridge: Any = fitted[-1]
    landmarks = Landmarks(nystroem.components_.astype(np.float32), nystroem.normalization_.astype(np.float32), GAMMA)
    return Meaning(
        landmarks,
        Linear((MEANING_SHARE * ridge.coef_).astype(np.float32), (MEANING_SHARE * ridge.intercept_).astype(np.float32)),
    )


def refit_words(
    features: sparse.csr_matrix, flagged: NDArray[np.int8], background: sparse.csr_matrix, start: tuple[Floats, float]
) -> Linear:
    """Return the flagged head of the words fitted anew with `background` as ordinary texts.

    `start`: weights and bias to begin from, so that the few new texts cost few steps.
    """
    both = sparse.vstack([features, background], format="csr")
    labels = np.concatenate([flagged, np.zeros(background.shape[0], dtype=np.int8)])
    weights = np.concatenate([np.ones(len(flagged)), np.full(background.shape[0], WORDS_BACKGROUND)])
    fitted = LogisticRegression(C=WORDS_C, solver="lbfgs", warm_start=True, max_iter=100, tol=1e-3)
    fitted.classes_ = np.array([0, 1])
    fitted.coef_, fitted.intercept_ = start[0].reshape(1, -1).astype(np.float64), np.array([start[1]])
    fitted.fit(both, labels, sample_weight=weights)
    return Linear(fitted.coef_.astype(np.float32), fitted.intercept_.astype(np.float32))


class Moments:
    """What a ridge decision needs to know of its examples: two sums, to which a background is simply added."""

    def __init__(self, gram: NDArray[np.float64], product: NDArray[np.float64]) -> None:
        self.gram = gram  # (m + 1, m + 1): features and a constant, multiplied with themselves
        self.product = product  # (m + 1,): the same, multiplied with the targets

    @classmethod
    def of(cls, features: Floats, aimed: NDArray[np.float64]) -> "Moments":
        """Return the sums over the labelled examples: features (n, m), and what to aim at (n,), see `heads.aims`."""
        rows = _with_constant(features)
        return cls(rows.T @ rows, rows.T @ aimed)

    def refit(self, background: Floats) -> Linear:
        """Return the flagged head of the meaning fitted anew with `background` (b, m) as ordinary texts."""
        rows = _with_constant(background)
        gram = self.gram + MEANING_BACKGROUND * (rows.T @ rows)
        gram[np.diag_indices(len(gram) - 1)] += RIDGE  # the constant is free
        weights = linalg.solve(gram, self.product - MEANING_BACKGROUND * rows.sum(axis=0), assume_a="pos")
        scaled = (MEANING_SHARE * weights).astype(np.float32)
        return Linear(scaled[None, :-1], scaled[-1:])


def _with_constant(features: Floats) -> NDArray[np.float64]:
    return np.column_stack([features, np.ones(len(features))]).astype(np.float64)


def _linear(fitted: OneVsRestClassifier) -> Linear:
    """A category without a single example gets a decision that never holds."""
    weights, bias = [], []
    width = max(one.coef_.shape[1] for one in fitted.estimators_ if hasattr(one, "coef_"))
    for one in fitted.estimators_:
        known = hasattr(one, "coef_")
        weights.append(one.coef_[0] if known else np.zeros(width))
        bias.append(one.intercept_[0] if known else -20.0)
    if len(weights) != len(HEADS):
        raise ValueError("the examples do not hold every head")
    return Linear(np.array(weights, dtype=np.float32), np.array(bias, dtype=np.float32))

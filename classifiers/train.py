"""Fit the two views from labelled examples. The only place that needs scikit-learn to make a model.

`words_pipeline` and `meaning_pipeline` are the unfitted pipelines; what they learn is kept as plain arrays.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.kernel_approximation import Nystroem
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import Pipeline, make_pipeline

from classifiers.examples import Example
from classifiers.grams import Grams
from classifiers.heads import HEADS, targets
from classifiers.views import Floats, Landmarks, Linear, Meaning, Words

SEED = 20_26
LANDMARKS = 1500
GAMMA = 2.0
WORDS_C = 5.0
MEANING_C = 10.0
BACKGROUND_WEIGHT = 1.0  # of one of the person's own posts, taken as ordinary, beside a labelled example

Told = Callable[[str], None]


def words_pipeline() -> Pipeline:
    """Return the decisions over gram features: `fit` takes the sparse matrix of `Grams.matrix`."""
    return make_pipeline(OneVsRestClassifier(LogisticRegression(C=WORDS_C, solver="liblinear", random_state=SEED)))


def meaning_pipeline(landmarks: int) -> Pipeline:
    """Return landmarks and decisions over the encoder's vectors."""
    return make_pipeline(
        Nystroem(gamma=GAMMA, n_components=landmarks, random_state=SEED),
        OneVsRestClassifier(LogisticRegression(C=MEANING_C, max_iter=200, random_state=SEED)),
    )


def fit_words(examples: Sequence[Example], told: Told | None = None) -> Words:
    """Return the view of words. Deterministic."""
    if told:
        told("Learning words from the labelled examples")
    texts = [example.text for example in examples]
    grams = Grams.fitted(texts)
    fitted = words_pipeline().fit(grams.matrix(texts), targets(examples))
    return Words(grams, _linear(fitted[-1]))


def fit_meaning(examples: Sequence[Example], vectors: Floats, told: Told | None = None) -> Meaning:
    """Return the view of meaning. `vectors` (n examples, d) are the encoder's. Deterministic."""
    if told:
        told("Learning meanings from the labelled examples")
    fitted = meaning_pipeline(min(LANDMARKS, len(examples))).fit(vectors, targets(examples))
    nystroem: Any = fitted[0]
    landmarks = Landmarks(
        nystroem.components_.astype(np.float32), nystroem.normalization_.astype(np.float32), GAMMA
    )
    return Meaning(landmarks, _linear(fitted[-1]))


def refit(
    features: "sparse.csr_matrix | Floats",
    flagged: NDArray[np.int8],
    background: "sparse.csr_matrix | Floats",
    start: tuple[Floats, float],
) -> Linear:
    """Return one head fitted anew with `background` as ordinary texts of weight `BACKGROUND_WEIGHT`.

    `start`: weights and bias to begin from, so that the few new texts cost few steps.
    """
    both: Any = (
        sparse.vstack([features, background], format="csr")
        if sparse.issparse(features)
        else np.vstack([features, background])
    )
    labels = np.concatenate([flagged, np.zeros(background.shape[0], dtype=np.int8)])
    weights = np.concatenate([np.ones(len(flagged)), np.full(background.shape[0], BACKGROUND_WEIGHT)])
    words = sparse.issparse(features)
    fitted = LogisticRegression(
        C=WORDS_C if words else MEANING_C, solver="lbfgs", warm_start=True, max_iter=60, tol=1e-3, random_state=SEED
    )
    fitted.classes_ = np.array([0, 1])
    fitted.coef_, fitted.intercept_ = start[0].reshape(1, -1).astype(np.float64), np.array([start[1]])
    fitted.fit(both, labels, sample_weight=weights)
    return Linear(fitted.coef_.astype(np.float32), fitted.intercept_.astype(np.float32))


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

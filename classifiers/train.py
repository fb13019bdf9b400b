"""Fit the two views from labelled examples. The only place that needs scikit-learn to make a model.

`words_decision`, `meaning_features` and `meaning_decision` are the unfitted estimators; what they learn is kept as
plain arrays.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy import linalg, sparse
from sklearn.compose import ColumnTransformer
from sklearn.kernel_approximation import Nystroem
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.preprocessing import FunctionTransformer

from classifiers.cues import cue_features
from classifiers.encoder import LAYERS_WIDTH
from classifiers.examples import Example
from classifiers.grams import Grams
from classifiers.heads import aims, doubt_targets, doubt_weights, targets, weights
from classifiers.views import CUE_SCALE, Floats, Landmarks, Linear, Meaning, Words

SEED = 20_26
LANDMARKS = 1000
GAMMA = 1.0
WORDS_C = 0.4
RIDGE = 1.0
MEANING_SHARE = 3.0  # a ridge decision lies within about ±1; so much of it goes to one of the words' log-odds
# Of one of the person's own posts, taken as ordinary, beside a labelled example:
WORDS_BACKGROUND = 1.0
MEANING_BACKGROUND = 2.0

Told = Callable[[str], None]


def words_decision() -> LogisticRegression:
    """Return one decision over gram features, the sparse matrix of `Grams.matrix`.

    The dual problem has far fewer unknowns than there are grams, and gives the same decision in a quarter of the time.
    """
    return LogisticRegression(C=WORDS_C, solver="liblinear", dual=True, tol=1e-2, random_state=SEED)


def meaning_features(landmarks: int) -> ColumnTransformer:
    """Return what makes features of the encoder's vectors and, beside them, the cues."""
    return ColumnTransformer(
        [
            ("landmarks", Nystroem(gamma=GAMMA, n_components=landmarks, random_state=SEED), slice(0, LAYERS_WIDTH)),
            ("cues", FunctionTransformer(lambda cues: CUE_SCALE * cues), slice(LAYERS_WIDTH, None)),
        ]
    )


def meaning_decision() -> Ridge:
    """Return decisions over these features; `fit` takes `heads.aims`.

    Source: squared loss has a closed solution, so that an archive's background is added exactly and in seconds; on
    authors not seen it also did better here than logistic loss.
    """
    return Ridge(alpha=RIDGE, solver="cholesky")


def fit_words(examples: Sequence[Example], told: Told | None = None) -> Words:
    """Return the view of words. Deterministic."""
    if told:
        told("Learning words from the labelled examples")
    texts = [example.text for example in examples]
    grams = Grams.fitted(texts)
    features = grams.matrix(texts)
    return Words(grams, fitted_words(features, examples, targets(examples)))


def fitted_words(features: sparse.csr_matrix, examples: Sequence[Example], truth: NDArray[np.int8]) -> Linear:
    """Return a decision for each column of `truth` (n, heads), and one a doubt."""
    heads = np.repeat(weights(examples, advice=True)[:, None], truth.shape[1], axis=1)
    return _words_decisions(
        features, np.hstack([truth, doubt_targets(examples)]), np.hstack([heads, doubt_weights(examples)])
    )


def _words_decisions(features: sparse.csr_matrix, truth: NDArray[np.int8], weight: NDArray[np.float64]) -> Linear:
    """Return a decision a column of `truth` (n, questions), learnt from each row as `weight` (n, questions) says."""
    features = features.astype(np.float64, copy=False)
    features.sort_indices()  # once, here: two threads that each put the same matrix in order would break it
    columns = range(truth.shape[1])
    learnt = Parallel(n_jobs=2, backend="threading")(  # liblinear lets other threads run
        delayed(_one_of_words)(features, truth[:, column], weight[:, column]) for column in columns
    )
    return Linear(
        np.array([one for one, _ in learnt], dtype=np.float32), np.array([bias for _, bias in learnt], dtype=np.float32)
    )


def _one_of_words(
    features: sparse.csr_matrix, truth: NDArray[np.int8], weight: NDArray[np.float64]
) -> tuple[Floats, float]:
    """A question of which the rows hold no two answers gets a decision that never holds."""
    rows = np.flatnonzero(weight)
    if len(np.unique(truth[rows])) < 2:
        return np.zeros(features.shape[1], dtype=np.float32), -20.0
    seen = features if len(rows) == len(weight) else features[rows]
    fitted = words_decision().fit(seen, truth[rows], sample_weight=weight[rows])
    return fitted.coef_[0].astype(np.float32), float(fitted.intercept_[0])


def fit_meaning(examples: Sequence[Example], vectors: Floats, told: Told | None = None) -> Meaning:
    """Return the view of meaning. `vectors` (n examples, d) are the encoder's. Deterministic."""
    if told:
        told("Learning meanings from the labelled examples")
    cues = cue_features([example.text for example in examples])
    maker = meaning_features(min(LANDMARKS, len(examples)))
    features = maker.fit_transform(np.hstack([vectors, cues]))
    nystroem: Any = maker.named_transformers_["landmarks"]
    landmarks = Landmarks(nystroem.components_.astype(np.float32), nystroem.normalization_.astype(np.float32), GAMMA)
    return Meaning(landmarks, fitted_meaning(features, examples, aims(examples)))


def fitted_meaning(features: Floats, examples: Sequence[Example], aimed: NDArray[np.float64]) -> Linear:
    """Return a decision for each column of `aimed` (n, heads), and one a doubt."""
    doubt_aims, doubt_weight = 2.0 * doubt_targets(examples) - 1, doubt_weights(examples)
    asked = [(aimed, weights(examples, advice=False)), *zip(doubt_aims.T[:, :, None], doubt_weight.T, strict=True)]
    parts = []
    for aim, weight in asked:
        rows = np.flatnonzero(weight)
        parts.append(meaning_decision().fit(features[rows], aim[rows], sample_weight=weight[rows]))
    return Linear(
        (MEANING_SHARE * np.vstack([part.coef_.reshape(-1, features.shape[1]) for part in parts])).astype(np.float32),
        (MEANING_SHARE * np.concatenate([np.ravel(part.intercept_) for part in parts])).astype(np.float32),
    )


def refit_words(
    features: sparse.csr_matrix, flagged: NDArray[np.int8], weight: NDArray[np.float64], background: sparse.csr_matrix
) -> Linear:
    """Return the flagged head of the words fitted anew with `background` as ordinary texts.

    `features`: of float64, since the solver wants them so; whoever fits several backgrounds converts them once.
    """
    both = sparse.vstack([features, background.astype(features.dtype)], format="csr")
    labels = np.concatenate([flagged, np.zeros(background.shape[0], dtype=np.int8)])
    weighed = np.concatenate([weight, np.full(background.shape[0], WORDS_BACKGROUND)])
    return _words_decisions(both, labels[:, None], weighed[:, None])


class Moments:
    """What a ridge decision needs to know of its examples: two sums, to which a background is simply added."""

    def __init__(self, gram: NDArray[np.float64], product: NDArray[np.float64]) -> None:
        self.gram = gram  # (m + 1, m + 1): features and a constant, multiplied with themselves
        self.product = product  # (m + 1,): the same, multiplied with the targets

    @classmethod
    def of(cls, features: Floats, aimed: NDArray[np.float64], weight: NDArray[np.float64]) -> "Moments":
        """Return the sums over the labelled examples: features (n, m), what to aim at (n,), and weights (n,)."""
        rows = _with_constant(features)
        weighed = rows * weight[:, None]
        return cls(weighed.T @ rows, weighed.T @ aimed)

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

"""The parts of the model, each fitted for the flagged head alone: what an ablation leaves out.

The estimators are those of `classifiers.train`; only what goes in is changed. A fit of one head and the doubts takes a
part of the time of all, and decides the flagged head in the same way, since no head knows of the others.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from classifiers.encoder import LAYERS_WIDTH, WIDTH
from classifiers.examples import Example
from classifiers.grams import Grams
from classifiers.heads import aims, targets, weights
from classifiers.measuring.folds import FittedView, Rows, words_refit
from classifiers.store import ExampleFeatures
from classifiers.train import GAMMA, LANDMARKS, Moments, fitted_meaning, fitted_words, meaning_features
from classifiers.views import CUE_SCALE, Floats, Landmarks

Inputs = tuple[Floats, Floats]  # the encoder's vectors (n, d) and the cues (n, cues) of the same texts
Reduce = Callable[[Floats, Floats], Inputs]


def words_view(grams: Grams, known: Sequence[Example], held: Sequence[Example]) -> FittedView:
    """Return the words' flagged head and doubts over these grams, fitted on the known lines."""
    features = grams.matrix([example.text for example in known])
    linear = fitted_words(features, known, targets(known)[:, :1])
    seen = ExampleFeatures(features, None, targets(known)[:, 0], weights(known, advice=True))
    there = grams.matrix([example.text for example in held])
    return FittedView(linear, there, words_refit(seen))


def meaning_view(examples: Sequence[Example], inputs: Inputs, known: Rows, held: Rows) -> FittedView:
    """Return the meaning's flagged head and doubts, fitted on the known rows, with the held-out rows beside them."""
    learnt = [examples[row] for row in known]
    aimed, both = aims(learnt)[:, :1], np.hstack(inputs)
    maker = meaning_features(min(LANDMARKS, len(known)))
    linear = fitted_meaning(maker.fit_transform(both[known]), learnt, aimed)
    seen = _as_a_scan_sees(maker.named_transformers_["landmarks"], inputs)
    return FittedView(linear, seen[held], Moments.of(seen[known], aimed[:, 0], weights(learnt, advice=False)).refit)


def _as_a_scan_sees(nystroem: Any, inputs: Inputs) -> Floats:
    """Return landmark features and cues (n, m + cues), rounded as `Meaning.features` rounds them."""
    points, whitening = nystroem.components_.astype(np.float32), nystroem.normalization_.astype(np.float32)
    vectors, cues = inputs
    return np.hstack([Landmarks(points, whitening, GAMMA).features(vectors), CUE_SCALE * cues])


def both_views(examples: Sequence[Example], inputs: Inputs | None, known: Rows, held: Rows) -> list[FittedView]:
    """Return words and, where there are inputs of it, meaning, whole, fitted on the known rows."""
    there, here = ([examples[row] for row in rows] for rows in (known, held))
    words = words_view(Grams.fitted([example.text for example in there]), there, here)
    return [words] if inputs is None else [words, meaning_view(examples, inputs, known, held)]


def without_characters(grams: Grams) -> Grams:
    """Return the grams with words and pairs of words only."""
    return Grams(grams.words, {}, grams.idf[: len(grams.words)], grams.lengths)


def without_pairs(grams: Grams) -> Grams:
    """Return the grams with single words and character grams only."""
    kept = [(word, place) for word, place in grams.words.items() if " " not in word]
    places = [place for _, place in kept]
    idf = np.concatenate([grams.idf[places], grams.idf[len(grams.words) :]])
    return Grams({word: place for place, (word, _) in enumerate(kept)}, grams.chars, idf, grams.lengths)


def last_layer_only(vectors: Floats, cues: Floats) -> Inputs:
    """Blank all layers but the last, and bring that to unit length: the kernel then sees nothing else."""
    last = vectors.copy()
    last[:, : LAYERS_WIDTH - WIDTH] = 0
    lengths = np.linalg.norm(last, axis=1, keepdims=True)
    return last / np.maximum(lengths, 1e-9), cues


def without_cues(vectors: Floats, cues: Floats) -> Inputs:
    """Blank the cues."""
    return vectors, np.zeros_like(cues)


def everything(vectors: Floats, cues: Floats) -> Inputs:
    """Leave vectors and cues as they are."""
    return vectors, cues


def whole(grams: Grams) -> Grams:
    """Leave the grams as they are."""
    return grams

"""Models fitted on some authors, and their decisions on the lines of others.

The batches are dealt into folds, each with one author's ordinary timelines in it. A fold's lines are judged by a model
fitted on the other folds; contrast pairs lie within a batch, so they are never split. "With the archive" means that
the fold's ordinary timelines served as the person's own background, cross-fitted as in a real audit, and every other
line was judged as one post among them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from classifiers.examples import Example
from classifiers.heads import HEADS, settled, taken_off
from classifiers.store import ExampleFeatures
from classifiers.views import Floats, Linear, Meaning, Words

FOLDS = 4
INNER = 5  # parts into which an archive is dealt, as in `background`

Told = Callable[[str], None]
Mask = NDArray[np.bool_]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class FoldFit:
    """A model that has not seen its fold's authors, and what it keeps to be fitted anew with a background."""

    words: Words
    meaning: Meaning | None
    known: ExampleFeatures

    def decisions(self, texts: Sequence[str], vectors: Floats | None) -> Floats:
        """Return (n texts, n heads), no background. `vectors` (n, d) are the encoder's of these texts."""
        found = self.words.linear.decisions(self.words.features(texts))
        if self.meaning is not None and vectors is not None:
            found = found + self.meaning.linear.decisions(self.meaning.features(texts, vectors))
        return settled(found)


@dataclass(slots=True)
class OutOfFold:
    """Decisions for every example by a model that had not seen its author. Keys: words, both, and each `-archive`.

    `fits`: the model of each fold, if they were to be kept.
    """

    examples: tuple[Example, ...]
    folds: Rows
    decisions: dict[str, Floats] = field(default_factory=dict)
    fits: list[FoldFit] = field(default_factory=list)

    @property
    def ordinary(self) -> Mask:
        """Say which lines are ordinary timelines: what false alarms are counted on."""
        return np.array([example.ordinary for example in self.examples], dtype=bool)

    @property
    def flagged(self) -> Mask:
        """Say which lines are to be flagged."""
        return np.array([example.flagged for example in self.examples], dtype=bool)

    @property
    def severity(self) -> NDArray[np.int64]:
        """Return the labelled severity of every line, 0–3."""
        return np.array([example.severity for example in self.examples], dtype=np.int64)

    @property
    def mode(self) -> str:
        """Say what was measured: both views, or words alone."""
        return "both" if "both" in self.decisions else "words"


def deal(examples: Sequence[Example], folds: int = FOLDS) -> Rows:
    """Return a fold for each example: whole batches, timelines first so that every fold has one, then the largest."""
    sizes: dict[str, list[int]] = {}
    for example in examples:
        held = sizes.setdefault(example.batch, [0, 0])
        held[0 if example.ordinary else 1] += 1
    order = sorted(sizes, key=lambda batch: (-sizes[batch][0], -sizes[batch][1], batch))
    load = [[0, 0] for _ in range(folds)]
    place: dict[str, int] = {}
    for batch in order:
        kind = 0 if sizes[batch][0] else 1
        fold = min(range(folds), key=lambda f: (load[f][kind], load[f][1 - kind], f))
        place[batch] = fold
        load[fold][0] += sizes[batch][0]
        load[fold][1] += sizes[batch][1]
    return np.array([place[example.batch] for example in examples], dtype=np.int64)


def out_of_fold(
    examples: Sequence[Example],
    vectors: Floats | None,
    told: Told | None = None,
    *,
    folds: int = FOLDS,
    keep: bool = False,
) -> OutOfFold:
    """Return decisions for every example. `vectors` (n, d) are the encoder's, or None for words alone."""
    found = OutOfFold(tuple(examples), deal(examples, folds))
    modes = ("words", "both") if vectors is not None else ("words",)
    for key in (key for mode in modes for key in (mode, f"{mode}-archive")):
        found.decisions[key] = np.zeros((len(examples), len(HEADS)), dtype=np.float32)
    for fold in range(folds):
        if told:
            told(f"Fold {fold + 1} of {folds}")
        fit, views = _fitted(found, vectors, fold)
        here = np.flatnonzero(found.folds == fold)
        judged = [decided(view, found.ordinary[here]) for view in views]
        for count, mode in enumerate(modes, 1):
            plain, moved = summed(judged[:count])
            found.decisions[mode][here] = plain
            found.decisions[f"{mode}-archive"][here] = plain
            found.decisions[f"{mode}-archive"][here, 0] = moved
        if keep:
            found.fits.append(fit)
    return found


@dataclass(frozen=True, slots=True)
class FittedView:
    """One view: its questions, the held-out lines as it sees them, and how its flagged head is fitted anew."""

    linear: Linear
    held: Any
    refit: Callable[[Any], Linear]


@dataclass(frozen=True, slots=True)
class Decided:
    """What one view decides of the held-out lines: `plain` (n, heads and doubts), and `moved` (n,) with the archive."""

    plain: Floats
    moved: Floats


def decided(view: FittedView, ordinary: Mask) -> Decided:
    """Return the view's decisions by themselves, and the flagged one with the fold's ordinary lines as background."""
    return Decided(view.linear.decisions(view.held), _with_archive(view, ordinary))


def summed(views: Sequence[Decided]) -> tuple[Floats, Floats]:
    """Return the views' decisions (n, heads) added and settled, and the flagged head's (n,) with the archive."""
    plain: Floats = np.sum([view.plain for view in views], axis=0)
    moved: Floats = np.sum([view.moved for view in views], axis=0)
    return settled(plain), moved - taken_off(plain)


def words_refit(known: ExampleFeatures) -> Callable[[Any], Linear]:
    """Return how the words' flagged head is fitted anew; the call takes the background's features."""
    from classifiers.train import refit_words

    return partial(refit_words, known.words.astype(np.float64), known.flagged, known.weights)


def _fitted(found: OutOfFold, vectors: Floats | None, fold: int) -> tuple[FoldFit, list[FittedView]]:
    from classifiers.train import fit_meaning, fit_words

    here, there = np.flatnonzero(found.folds == fold), np.flatnonzero(found.folds != fold)
    train, held = [found.examples[row] for row in there], [found.examples[row].text for row in here]
    words = fit_words(train)
    meaning = None if vectors is None else fit_meaning(train, vectors[there])
    known = ExampleFeatures.of(train, words, meaning, None if vectors is None else vectors[there])
    views = [FittedView(words.linear, words.features(held), words_refit(known))]
    if meaning is not None and vectors is not None and known.meaning is not None:
        views.append(FittedView(meaning.linear, meaning.features(held, vectors[here]), known.meaning.refit))
    return FoldFit(words, meaning, known), views


def _with_archive(view: FittedView, ordinary: Mask) -> Floats:
    """Return the flagged head's decisions with the fold's ordinary lines as background, dealt into five."""
    inner = (np.arange(len(ordinary)) * 7919) % INNER
    moved = np.zeros(len(ordinary), dtype=np.float32)
    for part in range(INNER):
        fitted = view.refit(view.held[np.flatnonzero(ordinary & (inner != part))])
        at = np.flatnonzero(inner == part)
        moved[at] = fitted.decisions(view.held[at])[:, 0]
    return moved

"""What each part of the model is worth: the same measurement with one part left out, everything else equal."""

from collections.abc import Callable, Sequence

import numpy as np

from classifiers.cues import cue_features
from classifiers.examples import Example
from classifiers.grams import Grams
from classifiers.measuring import parts
from classifiers.measuring.folds import FOLDS, FittedView, OutOfFold, Told, deal, decided, summed
from classifiers.measuring.recall import recall_row
from classifiers.measuring.tables import Row
from classifiers.views import Floats

ALL = "all parts"
NO_BACKGROUND = "archive background off"
FIRST_BATCHES = "the first batches only"
WORDS: dict[str, Callable[[Grams], Grams]] = {
    "words": parts.whole,
    "words without character grams": parts.without_characters,
    "words without pairs": parts.without_pairs,
}
MEANING: dict[str, parts.Reduce] = {
    "meaning": parts.everything,
    "meaning of the last layer": parts.last_layer_only,
    "meaning without cues": parts.without_cues,
}
FIRST_WORDS, FIRST_MEANING = "words of the first batches", "meaning of the first batches"
ROWS: dict[str, tuple[str, ...]] = {
    ALL: ("words", "meaning"),
    "words only": ("words",),
    "character grams off": ("words without character grams", "meaning"),
    "pairs of words off": ("words without pairs", "meaning"),
    "meaning only": ("meaning",),
    "last layer only": ("words", "meaning of the last layer"),
    "cues off": ("words", "meaning without cues"),
    FIRST_BATCHES: (FIRST_WORDS, FIRST_MEANING),
}
ROWS_OF_WORDS: dict[str, tuple[str, ...]] = {  # what can be told where there is no encoder
    name: ROWS[name][:1] for name in (ALL, "character grams off", "pairs of words off", FIRST_BATCHES)
}
# The body as it was before the rough, terse and hard lines, the public advice and most of the timelines were added.
FIRST = frozenset(
    {
        "blunt-and-public",
        "health",
        "law-justice-education",
        "mental-health-social-work",
        "ordinary-and-edge",
        "ordinary-timelines",
        "ordinary-timelines-2",
        "plain-status-updates",
    }
)


def ablation_tables(
    examples: Sequence[Example], vectors: Floats | None, told: Told | None = None, *, folds: int = FOLDS
) -> dict[str, list[Row]]:
    """Return a row a part left out. "all parts" is what the default run measures, with the archive as background."""
    found = decided_without(examples, vectors, told, folds=folds)
    return {"Ablation": [recall_row(name.removesuffix("-archive"), found, name) for name in found.decisions]}


def decided_without(
    examples: Sequence[Example], vectors: Floats | None, told: Told | None = None, *, folds: int = FOLDS
) -> OutOfFold:
    """Return the flagged head's decisions (n, 1) by the names of `ROWS`, each with `-archive` but `NO_BACKGROUND`.

    `vectors` (n, d) are the encoder's; with None only the parts of the words are left out.
    """
    found = OutOfFold(tuple(examples), deal(examples, folds))
    inputs = None if vectors is None else (vectors, cue_features([example.text for example in examples]))
    for fold in range(folds):
        if told:
            told(f"Leaving parts out, fold {fold + 1} of {folds}")
        _decide(found, fold, _views(found, fold, inputs))
    return found


def _decide(found: OutOfFold, fold: int, views: dict[str, FittedView]) -> None:
    """Write the flagged head's decisions on this fold's lines, a way of scoring for each row."""
    here = np.flatnonzero(found.folds == fold)
    judged = {name: decided(view, found.ordinary[here]) for name, view in views.items()}
    for name, wanted in (ROWS if "meaning" in views else ROWS_OF_WORDS).items():
        if any(part not in judged for part in wanted):
            continue
        plain, moved = summed([judged[part] for part in wanted])
        _column(found, f"{name}-archive")[here, 0] = moved
        if name == ALL:
            _column(found, NO_BACKGROUND)[here, 0] = plain[:, 0]


def _column(found: OutOfFold, key: str) -> Floats:
    return found.decisions.setdefault(key, np.zeros((len(found.examples), 1), dtype=np.float32))


def _views(found: OutOfFold, fold: int, inputs: parts.Inputs | None) -> dict[str, FittedView]:
    """Return every part fitted on the other folds."""
    here, there = np.flatnonzero(found.folds == fold), np.flatnonzero(found.folds != fold)
    known, held = ([found.examples[row] for row in rows] for rows in (there, here))
    grams = Grams.fitted([example.text for example in known])
    views = {name: parts.words_view(reduce(grams), known, held) for name, reduce in WORDS.items()}
    if inputs is not None:
        views |= {
            name: parts.meaning_view(found.examples, reduce(*inputs), there, here) for name, reduce in MEANING.items()
        }
    if _first_teach(found):
        first = np.array([row for row in there if found.examples[row].batch in FIRST], dtype=np.int64)
        views |= dict(
            zip((FIRST_WORDS, FIRST_MEANING), parts.both_views(found.examples, inputs, first, here), strict=False)
        )
    return views


def _first_teach(found: OutOfFold) -> bool:
    """Say whether the first batches hold flagged and harmless lines outside every fold."""
    first = np.array([example.batch in FIRST for example in found.examples], dtype=bool)
    outside = [found.flagged[first & (found.folds != fold)] for fold in np.unique(found.folds)]
    return all(flagged.any() and not flagged.all() for flagged in outside)

"""How good the classifier is, measured on authors whose lines it was not trained on.

The batches are dealt into folds, each with one author's ordinary timelines in it. A fold's lines are judged by a model
fitted on the other folds; contrast pairs lie within a batch, so they are never split. "With the archive" means that
the fold's ordinary timelines served as the person's own background, cross-fitted as in a real audit, and every other
line was judged as one post among them.

Thresholds are always taken from the other folds' ordinary lines: no line helps to set the bar it is measured by.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from classifiers.calibration import MANY
from classifiers.categories import NAMES
from classifiers.examples import Example, load_examples
from classifiers.heads import FIRST_CATEGORY, HEADS, SERIOUS, SEVERE, targets
from classifiers.views import Floats, Linear

MEASURED = Path(__file__).parent / "measured.json"
LOOK_FIRST_RATE, LOOK_RATE = 0.002, 0.010  # false alarms among ordinary posts
FOLDS = 4
INNER = 5

Told = Callable[[str], None]
Mask = NDArray[np.bool_]


@dataclass(slots=True)
class OutOfFold:
    """Decisions for every example by a model that had not seen its author. Keys: words, both, and each `-archive`."""

    examples: tuple[Example, ...]
    folds: NDArray[np.int64]
    decisions: dict[str, Floats] = field(default_factory=dict)

    @property
    def ordinary(self) -> Mask:
        """Say which lines are ordinary timelines: what false alarms are counted on."""
        return np.array([is_ordinary(example) for example in self.examples])

    @property
    def flagged(self) -> Mask:
        """Say which lines are to be flagged."""
        return np.array([example.flagged for example in self.examples])


def is_ordinary(example: Example) -> bool:
    """Say whether the line belongs to an invented person's ordinary timeline.

    Batches whose harmless lines were written to look dangerous are near misses, not a sample of life.
    """
    return example.batch.startswith("ordinary-timelines") and not example.flagged


def deal(examples: Sequence[Example], folds: int = FOLDS) -> NDArray[np.int64]:
    """Return a fold for each example: whole batches, timelines first so that every fold has one, then the largest."""
    sizes: dict[str, list[int]] = {}
    for example in examples:
        held = sizes.setdefault(example.batch, [0, 0])
        held[0 if is_ordinary(example) else 1] += 1
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
    examples: Sequence[Example], vectors: Floats | None, told: Told | None = None, *, folds: int = FOLDS
) -> OutOfFold:
    """Return decisions for every example. `vectors` (n, d) are the encoder's, or None for words alone."""
    from classifiers.train import Moments, fit_meaning, fit_words, refit_words

    found = OutOfFold(tuple(examples), deal(examples, folds))
    modes = ("words", "both") if vectors is not None else ("words",)
    for mode in modes:
        for key in (mode, f"{mode}-archive"):
            found.decisions[key] = np.zeros((len(examples), len(HEADS)), dtype=np.float32)
    for fold in range(folds):
        if told:
            told(f"Fold {fold + 1} of {folds}")
        here, there = np.flatnonzero(found.folds == fold), np.flatnonzero(found.folds != fold)
        train = [examples[int(row)] for row in there]
        labels = targets(train)[:, 0]
        words = fit_words(train)
        held = [examples[int(row)].text for row in here]
        views = [_View(words.linear, words.features([example.text for example in train]), words.features(held))]
        start = (words.linear.weights[0], float(words.linear.bias[0]))
        refits: list[Callable[..., Linear]] = [partial(refit_words, views[0].known, labels, start=start)]
        if vectors is not None:
            meaning = fit_meaning(train, vectors[there])
            known = meaning.features([example.text for example in train], vectors[there])
            views.append(_View(meaning.linear, known, meaning.features(held, vectors[here])))
            refits.append(Moments.of(views[1].known, labels).refit)
        ordinary = found.ordinary[here]
        for count, mode in enumerate(modes, 1):
            plain = sum(view.linear.decisions(view.held) for view in views[:count])
            moved = sum(_with_archive(*both, ordinary) for both in zip(views[:count], refits, strict=False))
            found.decisions[mode][here] = plain
            found.decisions[f"{mode}-archive"][here] = plain
            found.decisions[f"{mode}-archive"][here, 0] = moved
    return found


@dataclass(slots=True)
class _View:
    linear: Linear
    known: Any
    held: Any


def _with_archive(view: _View, refit: Callable[..., Linear], ordinary: Mask) -> Floats:
    """Return the flagged head's decisions with the fold's ordinary lines as background, dealt into five."""
    inner = (np.arange(len(ordinary)) * 7919) % INNER
    moved = np.zeros(len(ordinary), dtype=np.float32)
    for part in range(INNER):
        fitted = refit(background=view.held[np.flatnonzero(ordinary & (inner != part))])
        at = np.flatnonzero(inner == part)
        moved[at] = fitted.decisions(view.held[at])[:, 0]
    return moved


# --- figures ----------------------------------------------------------------------------------------------------------


def threshold(decisions: Floats, rate: float) -> float:
    """Return the decision that at most this share of the (ordinary) decisions reach."""
    allowed = int(rate * len(decisions))
    return float(np.sort(decisions)[::-1][allowed]) + 1e-6 if len(decisions) > allowed else float("inf")


def raised(found: OutOfFold, mode: str, rate: float) -> Mask:
    """Return which lines are flagged at this rate of false alarms, the bar taken from the other folds.

    With an archive, the bar is moved as in a real audit (`Fit.for_archive`), its unit again from the other folds.
    """
    flagged = found.decisions[mode][:, 0]
    up = np.zeros(len(flagged), dtype=bool)
    for fold in np.unique(found.folds):
        others = [flagged[found.ordinary & (found.folds == other)] for other in np.unique(found.folds) if other != fold]
        first, look = (threshold(np.concatenate(others), one) for one in (LOOK_FIRST_RATE, LOOK_RATE))
        bar = first if rate == LOOK_FIRST_RATE else look
        here = found.folds == fold
        if mode.endswith("-archive") and (here & found.ordinary).any():
            room = 0.0 if np.mean(flagged[here & found.ordinary] >= look) > MANY else first - look
            bar = min(bar + room, tail_bar(flagged[here & found.ordinary], far_tail(others, rate)))
        up[here] = flagged[here] >= bar
    return up


def far_tail(archives: Sequence[Floats], rate: float) -> float:
    """Return where, in units of an archive's spread above its median, this share of its ordinary posts lies.

    The farthest of the archives counts: a bar that holds for most people would be too low for some.
    """
    tails = []
    for decisions in (archive for archive in archives if len(archive)):
        middle, upper, far = np.quantile(decisions, [0.5, 0.9, 1 - rate])
        tails.append((far - middle) / (upper - middle))
    return float(np.max(tails))


def tail_bar(decisions: Floats, tail: float) -> float:
    """Return the bar for an archive of these decisions."""
    middle, upper = np.quantile(decisions, [0.5, 0.9])
    return float(middle + tail * (upper - middle))


def auc(decisions: Floats, positive: Mask) -> float:
    """Return the area under the ROC curve; nan if one side is empty."""
    if positive.all() or not positive.any():
        return float("nan")
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(positive, decisions))


@dataclass(slots=True)
class Figures:
    """Named tables of figures, each row a dict of plain numbers."""

    tables: dict[str, list[dict[str, Any]]]

    def plain(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return self.tables

    def table(self) -> str:
        """Return the tables as text."""
        return "\n\n".join(f"{name}\n{_as_text(rows)}" for name, rows in self.tables.items())


def figures(found: OutOfFold, mode: str) -> Figures:
    """Return everything that is said of how good the classifier is, for one mode."""
    archive = f"{mode}-archive"
    first, look = raised(found, archive, LOOK_FIRST_RATE), raised(found, archive, LOOK_RATE)
    examples = found.examples
    everything = np.ones(len(examples), dtype=bool)
    tables = {
        "Whole": [_row("all authors", found, archive, first, look, everything)],
        "By way of scoring": [
            _row(key, found, key, raised(found, key, LOOK_FIRST_RATE), raised(found, key, LOOK_RATE), everything)
            for key in found.decisions
        ],
    }
    for title, group in _groups().items():
        values = sorted({group(example) for example in examples})
        tables[title] = [
            _row(value, found, archive, first, look, np.array([group(example) == value for example in examples]))
            for value in values
        ]
    tables["By category"] = list(_categories(found, archive))
    tables["Not to be flagged"] = list(_quiet(found, look))
    return Figures(tables)


def _row(name: str, found: OutOfFold, mode: str, first: Mask, look: Mask, among: Mask) -> dict[str, Any]:
    flagged, severity = found.flagged, np.array([example.severity for example in found.examples])
    here, quiet = among & flagged, among & ~flagged & ~found.ordinary
    return {
        "what": name,
        "to be flagged": int(here.sum()),
        "found at 2 in 1,000": _share(first[here]),
        "found at 10 in 1,000": _share(look[here]),
        "of severity 3": _share(look[here & (severity == 3)]),
        "near misses raised": _share(look[quiet]),
        "AUC": _rounded(auc(found.decisions[mode][among, 0], flagged[among])),
    }


def _groups() -> dict[str, Callable[[Example], str]]:
    from classifiers.rules import trade_of

    return {
        "By severity": lambda e: str(e.severity),
        "By trade": lambda e: trade_of(e.profession) or "other",
        "By kind": lambda e: e.kind,
        "By length": lambda e: "under 50" if len(e.text) < 50 else "50–160" if len(e.text) < 160 else "160 and more",
        "By country": lambda e: e.locale.partition("-")[2] or "?",
        "By author": lambda e: e.batch,
        "Needs the trade": lambda e: "yes" if e.needs_trade else "no",
    }


def _categories(found: OutOfFold, mode: str) -> Iterable[dict[str, Any]]:
    truth = targets(found.examples)
    flagged = found.flagged
    for place, name in enumerate(NAMES, FIRST_CATEGORY):
        decisions = found.decisions[mode][:, place]
        yield {
            "what": name,
            "lines": int(truth[:, place].sum()),
            "AUC": _rounded(auc(decisions, truth[:, place] == 1)),
            "AUC among flagged": _rounded(auc(decisions[flagged], truth[flagged, place] == 1)),
        }
    for name in (SERIOUS, SEVERE):
        column = HEADS.index(name)
        yield {
            "what": name,
            "lines": int(truth[:, column].sum()),
            "AUC": _rounded(auc(found.decisions[mode][:, column], truth[:, column] == 1)),
            "AUC among flagged": _rounded(auc(found.decisions[mode][flagged, column], truth[flagged, column] == 1)),
        }


def _quiet(found: OutOfFold, look: Mask) -> Iterable[dict[str, Any]]:
    ordinary = found.ordinary
    yield {"what": "ordinary timelines", "lines": int(ordinary.sum()), "raised": _share(look[ordinary])}
    for batch in sorted({example.batch for example in found.examples}):
        here = np.array([example.batch == batch for example in found.examples]) & ~found.flagged & ~ordinary
        if here.any():
            yield {"what": f"harmless lines of {batch}", "lines": int(here.sum()), "raised": _share(look[here])}


def _share(mask: Mask) -> float | None:
    return _rounded(float(mask.mean())) if len(mask) else None


def _rounded(value: float) -> float | None:
    return None if np.isnan(value) else round(value, 3)


def _as_text(rows: Sequence[dict[str, Any]]) -> str:
    if not rows:
        return "  (none)"
    header = list(rows[0])
    lines = [header, *[["" if row.get(name) is None else str(row.get(name)) for name in header] for row in rows]]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    padded = ([cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines)
    return "\n".join("  " + "  ".join(cells).rstrip() for cells in padded)


def held_out(progress: Told | None = None) -> Figures:
    """Measure anew, on this machine."""
    from classifiers.store import example_vectors

    examples = load_examples()
    vectors = example_vectors()
    found = out_of_fold(examples, vectors, progress)
    return figures(found, "both" if vectors is not None else "words")


def measured(*, encoder: bool) -> Iterable[tuple[str, str, str]]:
    """Yield (label, value, note) of the committed measurement, for the report."""
    if not MEASURED.exists():
        return
    tables = json.loads(MEASURED.read_text(encoding="utf-8"))
    mode = "both-archive" if encoder else "words-archive"
    row = next(row for row in tables["By way of scoring"] if row["what"] == mode)
    severe = "" if row["of severity 3"] is None else f"{row['of severity 3']:.0%} of the most serious"
    yield ("Found of the posts that should be found", f"{row['found at 10 in 1,000']:.0%}", severe)
    yield ("Found in the first tier", f"{row['found at 2 in 1,000']:.0%}", "")
    raised_ordinary = next(row for row in tables["Not to be flagged"] if row["what"] == "ordinary timelines")["raised"]
    yield ("Ordinary posts raised by mistake", f"{1000 * raised_ordinary:.0f} in 1,000", "invented ordinary timelines")
    yield ("Measured on", f"{row['to be flagged']:,} invented posts", "by authors that the measured model had not seen")


def agreement() -> Figures:
    """Return how far two readers of each batch agree: Cohen's kappa on flagged or not, and weighted on severity."""
    from classifiers.readers import agreement_rows

    return Figures({"Agreement of two readers": agreement_rows()})

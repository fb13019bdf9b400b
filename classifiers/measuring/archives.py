"""What becomes of risky posts when much of an archive is risky, or when it is small: simulated archives.

An archive is drawn from the lines of authors that the model has not seen: their ordinary timelines, and risky lines in
a given share. It is scored by the very path of a scan (`Model.score_archive`), with bars learnt on the other folds, and
beside it by `Model.score`, each post by itself.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from classifiers.calibration import Calibration
from classifiers.categories import LOOK_FIRST, ORDINARY
from classifiers.encoder import Encoder
from classifiers.measuring.fits import LEAST_ARCHIVE, fit_of
from classifiers.measuring.folds import Mask, OutOfFold, Rows, Told
from classifiers.measuring.tables import Row, in_thousand, share
from classifiers.model import Model, Scores
from classifiers.views import Floats

SIZES = (10, 100, 1000)  # posts
RISKY = (0.01, 0.05, 0.20, 0.50)
WANTED, MOST_DRAWS = 40, 12  # risky lines a fold and row, and archives drawn for them


@dataclass(frozen=True, slots=True)
class _Judged:
    """One archive: labelled severities, and what became of each post by itself and with the archive."""

    severity: Rows
    alone: Scores
    within: Scores


def archive_tables(
    found: OutOfFold,
    vectors: Floats | None,
    told: Told | None = None,
    *,
    sizes: Sequence[int] = SIZES,
    shares: Sequence[float] = RISKY,
) -> dict[str, list[Row]]:
    """Return a row a size and share of risky posts. `found` must have kept its models; `vectors` are of its lines."""
    held: dict[tuple[int, float], list[_Judged]] = {(size, risky): [] for size in sizes for risky in shares}
    for fold in range(len(found.fits)):
        if told:
            told(f"Simulated archives of fold {fold + 1} of {len(found.fits)}")
        model = held_out_model(found, fold, vectors)
        for size, risky in held:
            drawn = _archives(found, fold, size, risky)
            held[size, risky] += [_judged(model, found, rows) for rows in drawn]
    return {"Simulated archives": [_row(size, risky, judged) for (size, risky), judged in held.items()]}


def held_out_model(found: OutOfFold, fold: int, vectors: Floats | None) -> Model:
    """Return the fold's model as a scan has it, calibrated on the other folds; it knows `found`'s vectors alone."""
    fit, others = found.fits[fold], found.folds != fold
    fits = {key: fit_of(found, key, others) for key in (found.mode, f"{found.mode}-archive")}
    texts = [example.text for example in found.examples]
    encoder = None if vectors is None else RememberedEncoder(texts, vectors)
    return Model(fit.words, fit.meaning, encoder, Calibration(fits, "", LEAST_ARCHIVE), known=fit.known)


class RememberedEncoder(Encoder):
    """Gives the vectors it was made with, and raises KeyError for any other text."""

    def __init__(self, texts: Sequence[str], vectors: Floats) -> None:
        self.digest = "remembered"
        self._place = {text: place for place, text in enumerate(texts)}
        self._vectors = vectors

    def layers(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> Floats:
        if progress:
            progress(len(texts))
        return self._vectors[[self._place[text] for text in texts]].reshape(len(texts), -1)


def _archives(found: OutOfFold, fold: int, size: int, risky: float) -> Iterator[Rows]:
    """Yield archives of the fold's lines: fewer posts if it has not so many ordinary ones, one risky post at least."""
    here = found.folds == fold
    ordinary, flagged = np.flatnonzero(here & found.ordinary), np.flatnonzero(here & found.flagged)
    whole = min(size, int(len(ordinary) / (1 - risky)), int(len(flagged) / risky))
    count = max(1, round(risky * whole))
    for draw in range(min(MOST_DRAWS, ceil(WANTED / count))):
        chance = random.Random(f"{fold} {size} {risky} {draw}")  # noqa: S311 - no secret hangs on it
        rows = [*chance.sample(list(flagged), count), *chance.sample(list(ordinary), whole - count)]
        yield np.array(rows, dtype=np.int64)


def _judged(model: Model, found: OutOfFold, rows: Rows) -> _Judged:
    texts = [found.examples[row].text for row in rows]
    return _Judged(found.severity[rows], model.score(texts), model.score_archive(texts))


def _row(size: int, risky: float, judged: Sequence[_Judged]) -> Row:
    severity = np.concatenate([one.severity for one in judged])
    flagged, severe = severity > 0, severity == 3
    first, up = ([_are(judged, way, tier) for way in ("alone", "within")] for tier in (_is_first, _is_raised))
    return {
        "what": f"{size} posts, {risky:.0%} risky",
        "archives": len(judged),
        "posts each": round(len(severity) / len(judged)),
        "risky each": round(float(flagged.sum() / len(judged)), 1),
        "severity 3": int(severe.sum()),
        "look first, by itself": share(first[0][severe]),
        "look first, with archive": share(first[1][severe]),
        "stay look first": share(first[1][severe & first[0]]),
        "raised, by itself": share(up[0][flagged]),
        "raised, with archive": share(up[1][flagged]),
        "ordinary raised in 1,000, by itself": in_thousand(up[0][~flagged]),
        "ordinary raised in 1,000, with archive": in_thousand(up[1][~flagged]),
    }


def _are(judged: Sequence[_Judged], way: str, tier: Callable[[str], bool]) -> Mask:
    return np.array([tier(one) for archive in judged for one in getattr(archive, way).tiers], dtype=bool)


def _is_first(tier: str) -> bool:
    return tier == LOOK_FIRST


def _is_raised(tier: str) -> bool:
    return tier != ORDINARY

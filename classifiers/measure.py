"""How good the classifier is, measured on authors whose lines it was not trained on: the questions one may ask.

What each answer is made of stands in `classifiers.measuring`.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from classifiers.examples import Example, load_examples
from classifiers.measuring.folds import OutOfFold, Told, out_of_fold
from classifiers.measuring.tables import Figures, Row
from classifiers.views import Floats

QUOTED = 10  # missed lines, if everything is asked for
MEASURED = Path(__file__).parent / "measured.json"
Tables = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be measured. Nothing asked for: the figures."""

    figures: bool = False
    robustness: bool = False
    ablation: bool = False
    learning_curve: bool = False
    background: bool = False
    agreement: bool = False
    misses: int = 0  # missed lines to quote

    @classmethod
    def everything(cls, misses: int = 0) -> "Asked":
        """Ask for every table."""
        return cls(True, True, True, True, True, True, misses or QUOTED)

    @property
    def in_folds(self) -> bool:
        """Say whether the whole model is to be fitted in folds."""
        return self.figures or self.robustness or self.background or self.misses > 0

    @property
    def measures(self) -> bool:
        """Say whether anything is to be fitted at all."""
        return self.in_folds or self.ablation or self.learning_curve


def held_out(asked: Asked | None = None, progress: Told | None = None) -> Figures:
    """Measure anew, on this machine: minutes, not seconds."""
    from classifiers.store import example_vectors

    wanted = asked if asked and asked != Asked() else Asked(figures=True)
    return Figures(tables_of(wanted, load_examples(), example_vectors() if wanted.measures else None, progress))


def tables_of(
    asked: Asked, examples: Sequence[Example], vectors: Floats | None, progress: Told | None = None
) -> Tables:
    """Return the tables asked for. `vectors` (n, d) are the encoder's of the examples; None: words alone."""
    tables: Tables = {}
    if asked.in_folds:
        found = out_of_fold(examples, vectors, progress, keep=asked.robustness or asked.background)
        tables |= tables_of_folds(asked, found, vectors, progress)
    if asked.ablation:
        from classifiers.measuring.ablation import ablation_tables

        tables |= ablation_tables(examples, vectors, progress)
    if asked.learning_curve:
        from classifiers.measuring.learning_curve import learning_curve_tables

        tables |= learning_curve_tables(examples, vectors, progress)
    if asked.agreement:
        from classifiers.readers import agreement_rows

        tables["Agreement of two readers"] = agreement_rows()
    return tables


def tables_of_folds(asked: Asked, found: OutOfFold, vectors: Floats | None, progress: Told | None = None) -> Tables:
    """Return the tables that come of one fit a fold."""
    tables = figures(found, found.mode).tables if asked.figures else {}
    if asked.robustness:
        from classifiers.measuring.robustness import robustness_tables

        tables |= robustness_tables(found, _encode if vectors is not None else None, progress)
    if asked.background:
        from classifiers.measuring.archives import archive_tables

        tables |= archive_tables(found, vectors, progress)
    if asked.misses:
        from classifiers.measuring.misses import missed_lines

        tables["Missed lines of severity 3"] = missed_lines(found, f"{found.mode}-archive", asked.misses)
    return tables


def figures(found: OutOfFold, mode: str) -> Figures:
    """Return what the default run says of one mode: what is found, what is missed, what a probability is worth."""
    from classifiers.measuring.misses import miss_tables
    from classifiers.measuring.recall import recall_tables
    from classifiers.measuring.reliability import reliability_tables

    archive = f"{mode}-archive"
    return Figures({**recall_tables(found, mode), **miss_tables(found, archive), **reliability_tables(found, archive)})


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


def _encode(texts: Sequence[str]) -> Floats:
    from classifiers.encoder import Encoder

    return Encoder.load().layers(texts)

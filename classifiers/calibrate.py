"""`python -m classifiers.calibrate` measures the classifier; it writes `calibration.json`, `measured.json` and the
figures in `docs/model-card.md`.

Run it after the labelled examples or the model's code have changed, and commit what it wrote. It takes some minutes on
two cores. `--everything` also alters the lines, leaves parts out, learns from fewer authors and simulates archives; it
writes `measured-long.json` and the card's long tables, and takes several times as long. `--card` writes the card anew
from both files, without measuring.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from classifiers.calibration import FILE
from classifiers.examples import digest, load_examples
from classifiers.measure import MEASURED, Asked, figures, tables_of, tables_of_folds
from classifiers.measuring.fits import LEAST_ARCHIVE, as_json, fit_of
from classifiers.measuring.folds import OutOfFold, out_of_fold
from classifiers.measuring.tables import Figures
from classifiers.store import example_vectors

CARD = Path(__file__).parents[1] / "docs" / "model-card.md"
MEASURED_LONG = MEASURED.with_name("measured-long.json")
MARKS = ("<!-- figures: python -m classifiers.calibrate -->", "<!-- end of figures -->")
LONG_MARKS = ("<!-- long tables: python -m classifiers.calibrate --everything -->", "<!-- end of long tables -->")
SHOWN = (
    "By way of scoring",
    "By severity",
    "By trade",
    "By kind",
    "By length",
    "By category",
    "Not to be flagged",
    "Missed: by kind",
    "Missed: by severity",
    "Missed: by length",
    "Missed: needs the trade",
    "Missed: by category",
    "Calibration",
    "Reliability",
    "Severity, labelled against predicted",
    "Agreement on severity",
)
LONG_SHOWN = ("Robustness", "Simulated archives", "Ablation", "Learning curve")


def main() -> None:
    """Measure, write, and print the tables."""
    if "--card" not in sys.argv:
        _measure(everything="--everything" in sys.argv)
    write_card(CARD)


def write_card(card: Path) -> None:
    """Put what was measured last between the card's marks. Raises ValueError if a mark is not there."""
    text = card.read_text(encoding="utf-8")
    text = between(text, MARKS, Figures(_read(MEASURED)).markdown(SHOWN))
    if MEASURED_LONG.exists():
        held = _read(MEASURED_LONG)
        text = between(text, LONG_MARKS, f"{_measured_on(held)}\n\n{Figures(held).markdown(LONG_SHOWN)}")
    card.write_text(text, encoding="utf-8")


def between(text: str, marks: tuple[str, str], inside: str) -> str:
    """Return the text with other words between two marks. Raises ValueError if these are not there in this order."""
    before, begin, rest = text.partition(marks[0])
    _, end, after = rest.partition(marks[1])
    if not (begin and end):
        raise ValueError(f"the text does not hold {marks[0]} and, after it, {marks[1]}")
    return f"{before}{begin}\n\n{inside}\n\n{end}{after}"


def _measure(*, everything: bool) -> None:
    examples, vectors = load_examples(), example_vectors()
    if vectors is None:
        sys.exit("The encoder could not be loaded: calibrate with it, since both ways of scoring are written.")
    found = out_of_fold(examples, vectors, _told, keep=everything)
    _write_calibration(found)
    told = figures(found, "both")
    _write(MEASURED, {**told.plain(), "examples": digest()})
    print(told.table())
    if everything:
        in_folds = tables_of_folds(Asked(robustness=True, background=True), found, vectors, _told)
        longer = tables_of(Asked(ablation=True, learning_curve=True), examples, vectors, _told)
        counts = {"lines": len(examples), "authors": len({example.batch for example in examples})}
        _write(MEASURED_LONG, {**in_folds, **longer, **counts, "examples": digest()})
        print(Figures({**in_folds, **longer}).table())


def _write_calibration(found: OutOfFold) -> None:
    fits = {key: as_json(fit_of(found, key)) for key in found.decisions}
    _write(FILE, {"examples": digest(), "least_archive": LEAST_ARCHIVE, "fits": fits})


def _measured_on(held: dict[str, Any]) -> str:
    """Long tables are made more seldom: say of which body of examples they are."""
    current = " the same as above" if held["examples"] == _read(MEASURED)["examples"] else " an earlier body than above"
    return f"Measured on {held['lines']:,} lines by {held['authors']} authors,{current}."


def _read(path: Path) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return held


def _write(path: Path, held: dict[str, Any]) -> None:
    path.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


def _told(line: str) -> None:
    print(line, file=sys.stderr)


if __name__ == "__main__":
    np.seterr(all="raise", under="ignore")
    main()

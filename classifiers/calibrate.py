"""`python -m classifiers.calibrate` measures the classifier; it writes `calibration.json`, `measured.json` and the
figures in `docs/model-card.md`.

Run it after the labelled examples or the model's code have changed, and commit what it wrote. It takes some five
minutes on two cores. `--card` writes the card's figures anew from `measured.json`, without measuring.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from classifiers.calibration import FILE
from classifiers.examples import Example, digest, load_examples
from classifiers.heads import HEADS, SEVERE, targets
from classifiers.measure import (
    LOOK_FIRST_RATE,
    LOOK_RATE,
    MEASURED,
    OutOfFold,
    far_tail,
    figures,
    out_of_fold,
    threshold,
)
from classifiers.store import example_vectors
from classifiers.views import Floats

LEAST_ARCHIVE = 100  # below, a background of so few posts says nothing
SEVERE_RATE = 0.0005  # ordinary posts that the severity head alone may bring to the first tier


CARD = Path(__file__).parents[1] / "docs" / "model-card.md"
BEGIN, END = "<!-- figures: python -m classifiers.calibrate -->", "<!-- end of figures -->"
SHOWN = ("By way of scoring", "By severity", "By trade", "By kind", "By length", "By category", "Not to be flagged")


def main() -> None:
    """Measure, write, and print the tables."""
    if "--card" in sys.argv:
        _write_card(json.loads(MEASURED.read_text(encoding="utf-8")))
        return
    examples, vectors = load_examples(), example_vectors()
    if vectors is None:
        sys.exit("The encoder could not be loaded: calibrate with it, since both ways of scoring are written.")
    found = out_of_fold(examples, vectors, lambda line: print(line, file=sys.stderr))
    held = {
        "examples": digest(),
        "least_archive": LEAST_ARCHIVE,
        "fits": {key: _fit(found, key) for key in found.decisions},
    }
    FILE.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    told = figures(found, "both")
    MEASURED.write_text(json.dumps({**told.plain(), "examples": digest()}, indent=1) + "\n", encoding="utf-8")
    _write_card(told.plain())
    print(told.table())


def _write_card(tables: dict[str, Any]) -> None:
    """Put the figures between the card's two marks."""
    if not CARD.exists():
        return
    before, _, rest = CARD.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    figures_told = "\n\n".join(f"**{title}**\n\n{_as_markdown(tables[title])}" for title in SHOWN)
    CARD.write_text(f"{before}{BEGIN}\n\n{figures_told}\n\n{END}{after}", encoding="utf-8")


def _as_markdown(rows: Sequence[dict[str, Any]]) -> str:
    header = list(rows[0])
    lines = [header, ["---"] * len(header)]
    lines += [["" if row.get(name) is None else str(row[name]) for name in header] for row in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _fit(found: OutOfFold, key: str) -> dict[str, Any]:
    decisions = found.decisions[key]
    slope, bias = _platt(decisions, found.examples)
    ordinary = decisions[found.ordinary]
    archives = [decisions[found.ordinary & (found.folds == fold), 0] for fold in np.unique(found.folds)]
    return {
        "slope": slope,
        "bias": bias,
        "first": round(threshold(ordinary[:, 0], LOOK_FIRST_RATE - SEVERE_RATE), 4),
        "look": round(threshold(ordinary[:, 0], LOOK_RATE), 4),
        "severe": round(threshold(ordinary[:, HEADS.index(SEVERE)], SEVERE_RATE), 4),
        "first_tail": round(far_tail(archives, LOOK_FIRST_RATE), 3),
        "look_tail": round(far_tail(archives, LOOK_RATE), 3),
    }


def _platt(decisions: Floats, examples: Sequence[Example]) -> tuple[list[float], list[float]]:
    """Return slope and bias a head: logistic regression of the truth on the decision, on authors not seen."""
    from sklearn.linear_model import LogisticRegression

    truth = targets(examples)
    slopes, biases = [], []
    for column in range(len(HEADS)):
        fitted = LogisticRegression(C=1e3).fit(decisions[:, [column]], truth[:, column])
        slopes.append(round(float(fitted.coef_[0, 0]), 4))
        biases.append(round(float(fitted.intercept_[0]), 4))
    return slopes, biases


if __name__ == "__main__":
    np.seterr(all="raise", under="ignore")
    main()

"""Second and third readings of the labelled lines, and how far the readers agree.

`labelled/readings/<batch>.second.tsv` holds what a second reader, who saw no labels, made of each line: an id, a tab, a
code: the severity's digit and the categories' letters (`2DX`; `0`). `labelled/readings/third.tsv` holds a third
reader's word on lines on which the two differ in kind: flagged or not, or two steps of severity apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from classifiers.examples import FOLDER, Example, batches, read_batch

READINGS = FOLDER / "readings"
LETTERS = {
    "I": "identifies_client",
    "D": "client_detail",
    "P": "proceedings",
    "X": "disparages_clients",
    "W": "whereabouts",
    "F": "fitness",
    "B": "boundaries",
    "K": "workplace",
}


@dataclass(frozen=True, slots=True)
class Label:
    """What one reader made of one line."""

    severity: int
    categories: tuple[str, ...]


def as_label(code: str) -> Label:
    """Read `2DX`. Raises ValueError for anything else."""
    severity, letters = int(code[:1]), code[1:]
    if severity not in range(4) or not set(letters) <= LETTERS.keys() or bool(severity) != bool(letters):
        raise ValueError("a code is a digit 0–3 and the letters of the categories")
    return Label(severity, tuple(LETTERS[letter] for letter in letters))


@cache
def readings(name: str) -> dict[str, Label]:
    """Return id → label of one file of readings; empty if there is none."""
    path = READINGS / f"{name}.tsv"
    if not path.exists():
        return {}
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
    return {line_id: as_label(code) for line_id, code in lines}


def differ_in_kind(one: int, other: int) -> bool:
    """Say whether two severities differ in more than taste: flagged or not, or two steps apart."""
    return bool(one) != bool(other) or abs(one - other) > 1


def settled(example: Example) -> Example | None:
    """Return the example with the label that two of three readers share, or None if no two do."""
    second = readings(f"{example.batch}.second").get(example.id)
    if second is None or not differ_in_kind(example.severity, second.severity):
        return example
    third = readings("third").get(example.id)
    if third is None:
        return None
    if not differ_in_kind(third.severity, example.severity):
        return example
    if not differ_in_kind(third.severity, second.severity):
        return example.with_label(second.severity, second.categories)
    return None


def agreement_rows() -> list[dict[str, Any]]:
    """Return a row a batch: lines, kappa on flagged or not, weighted kappa on severity, left out after a third."""
    return [_row(path) for path in batches()]


def _row(path: Path) -> dict[str, Any]:
    lines = read_batch(path)
    second = readings(f"{path.stem}.second")
    both = [(line.severity, second[line.id].severity) for line in lines if line.id in second]
    return {
        "what": path.stem,
        "lines": len(lines),
        "read twice": len(both),
        "kappa flagged": _kappa([(int(a > 0), int(b > 0)) for a, b in both], weights=None),
        "kappa severity": _kappa(both, weights="linear"),
        "left out": sum(settled(line) is None for line in lines),
    }


def _kappa(pairs: Sequence[tuple[int, int]], *, weights: str | None) -> float | None:
    """Cohen's kappa; None where nothing was read twice or both readers used one value only."""
    if not pairs:
        return None
    from sklearn.metrics import cohen_kappa_score

    if len({value for pair in pairs for value in pair}) == 1:
        return None
    return round(float(cohen_kappa_score([a for a, _ in pairs], [b for _, b in pairs], weights=weights)), 3)

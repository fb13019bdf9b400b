"""The labelled examples: the one source of what is learnt. One file in `labelled/` is one author's batch."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "labelled"


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled post. `pair` names its contrast twin, `person` the invented author of a timeline."""

    id: str
    text: str
    labels: tuple[str, ...]
    severity: int
    profession: str
    kind: str
    locale: str
    batch: str
    pair: str = ""
    person: str = ""
    needs_trade: bool = False

    @property
    def flagged(self) -> bool:
        return self.severity > 0


@cache
def load_examples(folder: Path = FOLDER) -> tuple[Example, ...]:
    """Return every example, in the order of file names and lines."""
    return tuple(example for path in batches(folder) for example in _batch(path))


def batches(folder: Path = FOLDER) -> list[Path]:
    """Return the batch files in name order."""
    return sorted(folder.glob("*.jsonl"))


def digest(paths: Iterable[Path] | None = None) -> str:
    """Return the SHA-256 over the batches' names and bytes: a model fitted on other examples is another model."""
    whole = hashlib.sha256()
    for path in batches() if paths is None else paths:
        whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def _batch(path: Path) -> list[Example]:
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [
        Example(
            id=line["id"],
            text=line["text"],
            labels=tuple(line["labels"]),
            severity=line["severity"],
            profession=line["profession"],
            kind=line["kind"],
            locale=line["locale"],
            batch=path.stem,
            pair=line.get("pair", ""),
            person=line.get("person", ""),
            needs_trade=line.get("needs_trade", False),
        )
        for line in lines
    ]

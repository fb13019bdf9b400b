"""The labelled examples: the one source of what is learnt. One file in `labelled/` is one author's batch."""

import hashlib
import json
from dataclasses import dataclass, replace
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
        """Say whether there is anything to flag."""
        return self.severity > 0

    @property
    def ordinary(self) -> bool:
        """Say whether the line belongs to an invented person's ordinary timeline.

        Batches whose harmless lines were written to look dangerous are near misses, not a sample of life.
        """
        return not self.flagged and self.batch.startswith("ordinary-timelines")

    @property
    def near_miss(self) -> bool:
        """Say whether the line is harmless and was written to look dangerous: timelines and advice were not."""
        return not (self.flagged or self.ordinary or self.advice)

    @property
    def advice(self) -> bool:
        """Say whether the line is harmless and of a batch of advice, teaching and answers given in public."""
        return not self.flagged and self.batch.startswith(("public-", "advice-"))

    def with_label(self, severity: int, categories: tuple[str, ...]) -> "Example":
        """Return the same line with another reader's label."""
        return replace(self, severity=severity, labels=categories)


@cache
def load_examples(folder: Path = FOLDER) -> tuple[Example, ...]:
    """Return every example on which readers agree (see `readers`), in the order of file names and lines."""
    from classifiers.readers import settled

    lines = (line for path in batches(folder) for line in read_batch(path))
    return tuple(example for line in lines if (example := settled(line)))


def batches(folder: Path = FOLDER) -> list[Path]:
    """Return the batch files in name order."""
    return sorted(folder.glob("*.jsonl"))


def digest() -> str:
    """Return the SHA-256 over batches and readings: a model fitted on other examples is another model."""
    whole = hashlib.sha256()
    for path in [*batches(), *sorted((FOLDER / "readings").glob("*.tsv"))]:
        whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def read_batch(path: Path) -> list[Example]:
    """Return one author's lines as they were written, none left out."""
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

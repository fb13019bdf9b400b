"""A row of any file: cells by the name of their column, whichever format they come from."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Row:
    """One record. `place` as `Post.source` has it; `above`: the cells of the records in which this one lies; `group`:
    the list of JSON in which it stands."""

    place: str
    cells: Mapping[str, str]
    above: Mapping[str, str] = field(default_factory=dict)
    group: str = ""

    def get(self, column: str) -> str:
        """Return a cell of the record or of those above it, without white space around it."""
        return (self.cells.get(column) or self.above.get(column) or "").strip() if column else ""

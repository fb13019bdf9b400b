"""Named tables of figures, as JSON, as text and as Markdown: always the same figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import numpy as np

from classifiers.measuring.folds import Mask
from classifiers.measuring.sentences import meaning_of

Row = dict[str, Any]
WIDE = 110  # characters of a line of text


@dataclass(slots=True)
class Figures:
    """Named tables of figures, each row a dict of plain numbers."""

    tables: dict[str, list[Row]]

    def plain(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return self.tables

    def table(self) -> str:
        """Return the tables as text, each with what it means."""
        told = (f"{name}\n{_wrapped(meaning_of(name))}{_as_text(rows)}" for name, rows in self.tables.items())
        return "\n\n".join(told)

    def markdown(self, titles: Sequence[str]) -> str:
        """Return the named tables as Markdown, each with what it means. A table that is not there is left out."""
        shown = [(title, self.tables[title]) for title in titles if self.tables.get(title)]
        return "\n\n".join(f"**{title}**\n\n{_paragraph(title)}{_as_markdown(rows)}" for title, rows in shown)


def share(mask: Mask) -> float | None:
    """Return the share of true values; None of nothing."""
    return rounded(float(mask.mean())) if len(mask) else None


def rounded(value: float) -> float | None:
    """Return three decimals, or None for nan, which JSON does not know."""
    return None if np.isnan(value) else round(float(value), 3)


def in_thousand(mask: Mask) -> float | None:
    """Return how many of 1,000 are true; None of nothing."""
    return round(1000 * float(mask.mean()), 1) if len(mask) else None


def _cell(value: Any) -> str:
    return "" if value is None else str(value)


def _as_text(rows: Sequence[Row]) -> str:
    if not rows:
        return "  (none)"
    header = list(rows[0])
    lines = [header, *[[_cell(row.get(name)) for name in header] for row in rows]]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    padded = ([cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines)
    return "\n".join("  " + "  ".join(cells).rstrip() for cells in padded)


def _as_markdown(rows: Sequence[Row]) -> str:
    header = list(rows[0])
    lines = [header, ["---"] * len(header), *[[_cell(row.get(name)) for name in header] for row in rows]]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _wrapped(sentence: str) -> str:
    lines = wrap(sentence.replace("*", ""), WIDE, initial_indent="  ", subsequent_indent="  ")
    return "".join(f"{line}\n" for line in lines)


def _paragraph(title: str) -> str:
    sentence = meaning_of(title)
    return f"{sentence}\n\n" if sentence else ""

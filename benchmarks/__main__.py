"""Run the benchmarks, each case in processes of its own, and print their tables; `--write` puts them into the docs."""

import os
import platform
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.cases import all_cases
from benchmarks.measure import Row

DOCUMENT = Path(__file__).parents[1] / "docs" / "benchmarks.md"
_ABOUT = """# Benchmarks

`make bench` (or `python -m benchmarks`) makes an export of each kind, measures these tables in one run and prints them;
`python -m benchmarks --write` writes this page; names of cases behind it (`python -m benchmarks reddit whatsapp`) run
those alone. The exports are invented: true layouts, words in runs out of the labelled examples.

*Bound* is what no reader can beat: unzipping the members that hold words and decoding them to text, in pieces that are
thrown away. *Reading* is all that happens between the archive and the finished posts: finding out what the archive is,
reading every member, making, cleaning and merging posts. Both are CPU seconds of one process, the quickest of three
runs; *ratio* is the one through the other. It tells how a reader does with bytes, not with posts: where a post is a
line of a hundred bytes, unzipping takes a microsecond of it, and the seconds for 100,000 posts say more: Python's own
JSON parser alone, which makes no posts, takes two to four times the bound, its CSV parser three times. *Peak* is all
the memory that the process ever held, Python and the posts included.
"""


def tables(rows: Iterable[Row]) -> str:
    """Return the rows as Markdown, those with the same columns in one table."""
    alike: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        alike.setdefault(tuple(row), []).append(row)
    return "\n".join(_table(columns, found) for columns, found in alike.items())


def _table(columns: tuple[str, ...], rows: list[Row]) -> str:
    lines = [columns, ["---"] * len(columns), *([str(row[name]) for name in columns] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def machine() -> str:
    """Return on what it was measured, in one sentence."""
    day = datetime.now(UTC)
    return f"Measured on {day.day} {day:%B %Y} with Python {platform.python_version()} on {os.cpu_count()} cores."


def main() -> None:
    """Run the cases that were named, or all."""
    cases, wanted = all_cases(), [name for name in sys.argv[1:] if name != "--write"]
    rows: list[Row] = []
    for name in wanted or cases:
        print(name, file=sys.stderr, flush=True)
        rows.append(cases[name]())
        print(tables(rows[-1:]), file=sys.stderr, flush=True)
    print(tables(rows))
    if "--write" in sys.argv:
        DOCUMENT.write_text(f"{_ABOUT}\n{machine()}\n\n{tables(rows)}", encoding="utf-8")


if __name__ == "__main__":
    main()

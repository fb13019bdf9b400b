"""The README is true."""

import re
import tomllib
from pathlib import Path

from audit.parsers import networks

HOUSE = Path(__file__).parents[1]
README = (HOUSE / "README.md").read_text(encoding="utf-8")


def test_every_network_stands_in_the_table() -> None:
    """What we read is what the table says."""
    table = README.partition("## What is read")[2].partition("\n## ")[0]

    assert not [label for label in networks().values() if label not in table]


def test_every_file_it_names_is_there() -> None:
    """Links and folders lead somewhere."""
    links = re.findall(r"\]\(([^)#:]+)\)", README)

    assert links
    assert not [link for link in links if not (HOUSE / link).exists()]


def test_the_two_commands_are_make_targets() -> None:
    """`make demo` and `make test` do everything."""
    makefile = (HOUSE / "Makefile").read_text(encoding="utf-8")

    assert {"demo:", "test:"} <= {line.split(" ")[0] for line in makefile.splitlines()}


def test_no_address_of_a_package_source_is_pinned() -> None:
    """Bounds in pyproject.toml, no lock file."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))

    assert all(re.search(r"[<>=]", one) for one in project["project"]["dependencies"])
    assert not [path for path in HOUSE.iterdir() if path.name.endswith((".lock", "lock.json"))]

"""Files a person or a script can read: private, whole, and without words unless asked for."""

import csv
import json
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.cases import Case
from audit.errors import CannotWrite
from audit.findings import Finding, Verdict
from audit.outputs import findings_object, private_file, write_findings_csv, write_json, write_posts_csv
from audit.posts import COLUMNS, Post

WORDS = "my 2pm cried about her divorce"
VERDICT = Verdict("look-first", 2, 0.91, 2.2, {"client_detail": 0.9, "whereabouts": 0.1})
POST = Post("post", WORDS, datetime(2020, 3, 1, 12, tzinfo=UTC), network="twitter", native_id="7", source="t.js[0]")
CASE = Case(1, Finding(1, "abc", POST, VERDICT), "still there")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_private_file_is_private_whatever_the_umask(tmp_path: Path) -> None:
    """0600, also where a file with wider rights lay before; nothing is left beside it."""
    path = tmp_path / "report.html"
    path.write_text("old")
    path.chmod(0o666)
    before = os.umask(0)
    try:
        with private_file(path) as stream:
            stream.write("new")
    finally:
        os.umask(before)

    assert (mode(path), path.read_text()) == (0o600, "new")
    assert list(tmp_path.iterdir()) == [path]


def test_a_broken_off_file_leaves_the_old_one(tmp_path: Path) -> None:
    """Whole or not at all."""
    path = tmp_path / "report.html"
    path.write_text("old")
    with pytest.raises(RuntimeError), private_file(path) as stream:
        stream.write("half")
        raise RuntimeError

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_takes_no_file_is_told_plainly(tmp_path: Path) -> None:
    """One sentence, with what to do."""
    with pytest.raises(CannotWrite, match="Choose another place"), private_file(tmp_path / "no" / "r.html"):
        pass
    with pytest.raises(CannotWrite, match="a folder of that name"), private_file(tmp_path):
        pass


def test_findings_have_the_documented_fields_and_no_words(tmp_path: Path) -> None:
    """Words stand in the JSON only when asked for."""
    path = tmp_path / "findings.json"
    write_json(path, findings_object([CASE], {"version": "1"}, [], words=False))
    held = json.loads(path.read_text())

    assert set(held) == {"schema", "audit", "read", "findings"}
    assert list(held["findings"][0]) == [
        "rank", "id", "network", "kind", "native_id", "posted_at", "tier", "severity", "score", "categories", "source",
        "presence", "decision", "places",
    ]  # fmt: skip
    assert held["findings"][0]["posted_at"] == "2020-03-01T12:00:00Z"
    assert "divorce" not in path.read_text()
    assert findings_object([CASE], {}, [], words=True)["findings"][0]["text"] == WORDS


def test_findings_as_csv_have_a_column_for_each_category(tmp_path: Path) -> None:
    """The same fields, flat."""
    path = tmp_path / "findings.csv"
    write_findings_csv(path, [CASE], words=False)
    [row] = csv.DictReader(path.open())

    assert row["client_detail"] == "0.9"
    assert "divorce" not in path.read_text()


def test_the_posts_table_has_the_schemas_columns(tmp_path: Path) -> None:
    """Every text, whole, in the order of the one schema."""
    path = tmp_path / "posts.csv"
    write_posts_csv(path, [POST, Post("reply", "two\nlines, \"quoted\"", network="twitter")])
    rows = list(csv.DictReader(path.open(newline="")))

    assert list(rows[0]) == list(COLUMNS)
    assert list(rows[0])[:8] == ["network", "kind", "text", "posted_at", "native_id", "audience", "url", "source"]
    assert rows[1]["text"] == 'two\nlines, "quoted"'
    assert rows[1]["posted_at"] == ""
    assert mode(path) == 0o600


@pytest.mark.parametrize("formula", ["=1+1", "=cmd|'/C calc'!A0", "+1+cmd|' /C'!A", "@SUM(A1)", "-2+3", "\t=1(2)"])
def test_no_cell_runs_as_a_formula(tmp_path: Path, formula: str) -> None:
    """A spreadsheet would run such a cell; an apostrophe disarms it."""
    path = tmp_path / "posts.csv"
    write_posts_csv(path, [Post("post", formula, network="twitter")])
    [row] = csv.DictReader(path.open(newline=""))

    assert row["text"] == f"'{formula}"


@pytest.mark.parametrize("plain", ["@mira thanks!", "- milk", "+ one more thing", "= always", "tea"])
def test_plain_words_stay_as_they_were_typed(tmp_path: Path, plain: str) -> None:
    """A mention or a dash at the beginning cannot run."""
    path = tmp_path / "posts.csv"
    write_posts_csv(path, [Post("post", plain, network="twitter")])
    [row] = csv.DictReader(path.open(newline=""))

    assert row["text"] == plain

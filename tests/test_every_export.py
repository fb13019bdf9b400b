"""What every parser must do. It finds parsers and samples by itself.

A sample is a folder `sample_exports/<network>/<vintage>/`; its expectation stands beside it.
"""

import json
import zipfile
from dataclasses import MISSING, fields
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from audit.archive import open_archive
from audit.parsers import Me, Reading, Told, networks, read_exports
from audit.parsers._reading import parsers
from audit.posts import AUDIENCES, COLUMNS, KINDS, STATES, Post, post_id, posts_table

SAMPLES = Path(__file__).parents[1] / "sample_exports"
FOLDERS = sorted(
    folder for network in SAMPLES.iterdir() if network.is_dir() for folder in network.iterdir() if folder.is_dir()
)
FOLDERS = [folder for folder in FOLDERS if not folder.name.startswith("_")]
TOLD = Told(accepted=True, me=Me(["Mira Halloran"]))  # files of no known network are read when the person says so
DEFAULTS = {f.name: f.default for f in fields(Post) if f.default is not MISSING}


def read(path: Path, *, messages: bool = True) -> Reading:
    with open_archive(path) as archive:
        return read_exports([archive], messages=messages, told=TOLD)


def as_line(post: Post) -> dict[str, Any]:
    """Everything of a post that is not the default, as JSON can hold it."""
    line: dict[str, Any] = {"id": post_id(post), "clock": post.clock}
    for f in fields(Post):
        value = getattr(post, f.name)
        if value != DEFAULTS.get(f.name, object()) and f.name != "date_only":
            line[f.name] = plain(value)
    return line


def plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def sample_id(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"


@pytest.mark.parametrize("folder", FOLDERS, ids=sample_id)
def test_the_sample_is_read_as_expected(folder: Path, request: pytest.FixtureRequest) -> None:
    """The posts of a sample, messages included, are those of the expectation beside it."""
    found = [as_line(post) for post in read(folder).posts]
    expectation = folder.with_name(f"{folder.name}.expected.jsonl")
    if request.config.getoption("--accept"):
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in found)
        expectation.write_text(text, encoding="utf-8")
    expected = [json.loads(line) for line in expectation.read_text(encoding="utf-8").splitlines()]

    assert found == expected
    assert len(found) >= 5


@pytest.mark.parametrize("folder", FOLDERS, ids=sample_id)
def test_zip_and_folder_agree(folder: Path, tmp_path: Path) -> None:
    """The same export as a zip with a folder around it gives the same posts."""
    zipped = tmp_path / "export.zip"
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, f"wrapper/{path.relative_to(folder)}")

    def without_place(reading: Reading) -> list[dict[str, Any]]:
        for post in reading.posts:
            post.source = post.source.removeprefix("wrapper/")
            post.also_in = tuple(place.removeprefix("wrapper/") for place in post.also_in)
        return [as_line(post) for post in reading.posts]

    key = lambda line: json.dumps(line, sort_keys=True)  # noqa: E731
    assert sorted(without_place(read(zipped)), key=key) == sorted(without_place(read(folder)), key=key)


@pytest.mark.parametrize("folder", FOLDERS, ids=sample_id)
def test_every_member_is_accounted_for(folder: Path) -> None:
    """Each file of a sample is read, left out with a reason, or unread with the place: none is unknown."""
    reading = read(folder)
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    assert {line.name for line in reading.members} == names
    assert not [line.name for line in reading.members if line.status == "unknown"]
    assert all(line.reason for line in reading.members if line.status != "read")


@pytest.mark.parametrize("folder", FOLDERS, ids=sample_id)
def test_the_table_keeps_its_schema(folder: Path) -> None:
    """Columns, types, kinds, audiences and states are those of the one schema; ids are unique."""
    table = posts_table(read(folder).posts)

    assert list(table.columns) == list(COLUMNS)
    assert set(table["kind"]) <= set(KINDS)
    assert set(table["audience"]) <= set(AUDIENCES)
    assert set(table["state"]) <= set(STATES)
    assert table["network"].eq(folder.parent.name).all()


@pytest.mark.parametrize("folder", FOLDERS, ids=sample_id)
def test_messages_are_read_only_when_asked_for(folder: Path) -> None:
    """Without the person's word no private message becomes a post."""
    reading = read(folder, messages=False)

    assert not [post for post in reading.posts if post.kind == "message"]


@pytest.mark.parametrize("folder", FOLDERS, ids=sample_id)
def test_one_record_in_each_sample_is_broken(folder: Path) -> None:
    """Every sample holds something unreadable, so that the account of reading is tried on it."""
    assert sum(line.unread_count for line in read(folder).members) >= 1


@pytest.mark.parametrize("parser", parsers(), ids=lambda parser: parser.__name__.rpartition(".")[2])
def test_every_parser_has_a_sample_and_says_what_it_leaves_out(parser: Any) -> None:
    """A parser without a sample, removal steps or a word on what the network hides is not finished."""
    assert parser.NETWORK in {folder.parent.name for folder in FOLDERS}
    assert parser.HOW_TO_DELETE[""]
    assert parser.NEVER
    assert parser.NETWORK in networks()

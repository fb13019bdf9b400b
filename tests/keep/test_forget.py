"""After forgetting nothing of ours is left, and nothing that is not ours is gone."""

from pathlib import Path

import pytest

from audit.forget import FolderIsLink, forget, traces
from audit.ledger import Ledger
from audit.practice import remember
from reports.render import render_report
from tests.handmade import audit_of, post
from tests.reports.samples import quiet_report


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a ledger that was used, and a copy of it beside it."""
    folder = tmp_path / "data" / "backscroll"
    export = tmp_path / "export.zip"
    export.write_bytes(b"PK")
    with Ledger(folder) as ledger:
        remember(audit_of([post(1)]), ledger, [export])
        ledger.answer_gate(1, "unsure")
    (folder / "ledger.sqlite3.before").write_bytes(b"x")
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    folder = tmp_path / "cache" / "backscroll"
    folder.mkdir(parents=True)
    for name in ("model-0123456789abcdef.npz", "model-0123456789abcdef.0a1b2c3d.tmp"):
        (folder / name).write_bytes(b"x")
    return folder


def test_nothing_of_ours_is_left(data: Path, cache: Path) -> None:
    """Ledger, key, side files, fitted model, half-written files, and both folders."""
    found = traces((), data, cache)
    count, left = forget(found)

    assert count == len(found.files) >= 5
    assert (found.left, left) == ((), [])
    assert not data.exists() and not cache.exists()
    assert found.files[0].name == "ledger.key"


def test_listing_touches_nothing(data: Path, cache: Path) -> None:
    """What will go is shown first; nothing has gone then. The exports are named, and the gate's answer."""
    before = sorted(path.name for path in [*data.iterdir(), *cache.iterdir()])
    found = traces((), data, cache)

    assert sorted(path.name for path in [*data.iterdir(), *cache.iterdir()]) == before
    assert [path.name for path in found.exports] == ["export.zip"]
    assert found.gate == "unsure"


def test_exports_stay(data: Path, cache: Path) -> None:
    """The person's exports are theirs."""
    [export] = traces((), data, cache).exports
    forget(traces((), data, cache))

    assert export.exists()


def test_a_stranger_in_our_folder_stays(data: Path, cache: Path) -> None:
    """A file that is not ours by name, and a folder, stay where they are, and are named."""
    (data / "letter.txt").write_text("mine")
    (data / "old").mkdir()
    (data / "old" / "ledger.sqlite3").write_text("mine")
    found = traces((), data, cache)
    forget(found)

    assert sorted(path.name for path in data.iterdir()) == ["letter.txt", "old"]
    assert {one.path.name for one in found.left} == {"letter.txt", "old"}
    assert (data / "old" / "ledger.sqlite3").exists()


def test_no_link_is_followed(data: Path, cache: Path, tmp_path: Path) -> None:
    """A link in our folder keeps what it leads to, even under a name of ours."""
    elsewhere = tmp_path / "elsewhere.npz"
    elsewhere.write_text("mine")
    (cache / "model-ffff.npz").symlink_to(elsewhere)
    found = traces((), data, cache)
    forget(found)

    assert elsewhere.read_text() == "mine"
    assert [one.why for one in found.left] == ["it is a link"]


def test_a_folder_that_is_a_link_is_refused(data: Path, cache: Path, tmp_path: Path) -> None:
    """Then nothing at all is removed."""
    link = tmp_path / "link"
    link.symlink_to(data)
    with pytest.raises(FolderIsLink):
        traces((), link, cache)

    assert (data / "ledger.sqlite3").exists() and list(cache.iterdir())


def test_only_reports_of_ours_go(data: Path, cache: Path, tmp_path: Path) -> None:
    """A named file goes if it carries our mark; anything else, a link or a missing one stays and is told."""
    ours, other, link = tmp_path / "r.html", tmp_path / "letter.html", tmp_path / "l.html"
    ours.write_text(render_report(quiet_report()), encoding="utf-8")
    other.write_text("<!doctype html><p>mine")
    link.symlink_to(ours)
    found = traces([ours, other, link, tmp_path / "none.html", tmp_path], data, cache)
    whys = {one.path.name: one.why for one in found.left}
    forget(found)

    assert not ours.exists()
    assert other.exists() and link.is_symlink()
    assert whys == {
        "letter.html": "Backscroll did not make it",
        "l.html": "it is a link",
        "none.html": "it is not there",
        tmp_path.name: "it is no file",
    }


def test_a_damaged_ledger_goes_too(data: Path, cache: Path) -> None:
    """Whoever cannot open the ledger can still be rid of it."""
    (data / "ledger.sqlite3").write_bytes(b"no database at all" * 100)
    found = traces((), data, cache)
    forget(found)

    assert not data.exists()
    assert found.exports == ()


def test_a_cache_within_the_data_goes_as_well(data: Path) -> None:
    """Some systems keep the cache below the data folder."""
    cache = data / "Cache"
    cache.mkdir()
    (cache / "model-1.npz").write_bytes(b"x")
    found = traces((), data, cache)
    forget(found)

    assert not data.exists()
    assert found.left == ()


def test_where_nothing_was_nothing_is_made(tmp_path: Path) -> None:
    """Asking what there is to forget leaves no trace itself."""
    found = traces((), tmp_path / "a", tmp_path / "b")

    assert (found.files, found.folders) == ((), ())
    assert list(tmp_path.iterdir()) == []

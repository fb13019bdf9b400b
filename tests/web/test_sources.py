"""What is offered, and what a person may type."""

import io
import os
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from audit.errors import AuditError, NotAnExport, NotThere
from audit.web import sources
from audit.web.desk import Desk
from audit.web.sources import Source, found_in_downloads, told_path
from tests.conftest import SAMPLES
from tests.web.browser import JSON
from tests.web.test_remote import EXPORTS, zipped


@pytest.fixture
def downloads(own_home: Path) -> Path:
    """Give the person's Downloads folder."""
    folder = own_home / "Downloads"
    folder.mkdir()
    return folder


OF_NETWORKS = [path for path in EXPORTS if path.parent.name != "generic"]  # nobody's files are offered unasked


@pytest.mark.parametrize("export", OF_NETWORKS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_sample_is_found_in_downloads(downloads: Path, export: Path) -> None:
    """Packed, and under a name that says nothing, it is told by what is in it."""
    zipped(export, downloads / "a (1).zip")
    [found] = found_in_downloads()

    assert found.name == "a (1).zip"
    assert found.network_label
    assert not found.chosen


def test_what_is_no_export_is_not_offered(downloads: Path) -> None:
    """A holiday's pictures, an invoice, an empty or damaged zip, and a folder of songs are left alone."""
    with zipfile.ZipFile(downloads / "facebook-holiday.zip", "w") as packed:
        packed.writestr("a.jpg", "x")
    (downloads / "twitter.zip").write_bytes(b"")
    (downloads / "linkedin.zip").write_bytes(b"PK\x03\x04" + bytes(99))
    (downloads / "invoice.pdf").write_bytes(b"%PDF")
    (downloads / "instagram").mkdir()
    (downloads / "instagram" / "song.mp3").write_bytes(b"x")

    assert found_in_downloads() == []


def test_folders_and_tars_are_offered(downloads: Path) -> None:
    """An export that was unpacked, and Mastodon's own .tar.gz, are found too."""
    (downloads / "unpacked").mkdir()
    (downloads / "unpacked" / "data").mkdir()
    (downloads / "unpacked" / "data" / "tweets.js").write_text("window.YTD.tweets.part0 = []")
    with tarfile.open(downloads / "archive-2026.tar.gz", "w:gz") as made:
        content = b"{}"
        info = tarfile.TarInfo("outbox.json")
        info.size = len(content)
        made.addfile(info, io.BytesIO(content))
    found = {source.name: source.network_label for source in found_in_downloads()}

    assert found == {"unpacked": "X (Twitter)", "archive-2026.tar.gz": "Mastodon"}


def test_a_folder_with_the_zips_in_it_is_offered(downloads: Path) -> None:
    """Several parts in one folder are told by what is in the parts."""
    (downloads / "parts").mkdir()
    zipped(SAMPLES / "twitter" / "2024", downloads / "parts" / "1.zip")

    assert [source.network_label for source in found_in_downloads()] == ["X (Twitter)"]


def tar_that_ends_with_a_zip(path: Path) -> None:
    """An export of X, packed as a tar; its last file is a zip in which LinkedIn's export lies."""
    inner = zipped(SAMPLES / "linkedin" / "complete-2026", path.with_name("inner.zip"))
    with tarfile.open(path, "w") as made:
        made.add(SAMPLES / "twitter" / "2024", ".")
        made.add(inner, "inner.zip")
    inner.unlink()


def test_a_tar_whose_last_file_is_a_zip_is_told_as_a_tar(downloads: Path) -> None:
    """A zip is known by its end, too; alone or in a folder with other parts, what begins as a tar is one."""
    tar_that_ends_with_a_zip(downloads / "alone.tar")
    (downloads / "parts").mkdir()
    tar_that_ends_with_a_zip(downloads / "parts" / "1.tar")

    assert {source.name: source.network_label for source in found_in_downloads()} == {
        "alone.tar": "X (Twitter)",
        "parts": "X (Twitter)",
    }


def test_the_look_is_bounded(downloads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However full Downloads is, the search ends by count and by time."""
    for number in range(20):
        (downloads / f"{number}.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    looked: list[Path] = []
    real = Source.at
    monkeypatch.setattr(sources, "LOOKED_AT", 5)
    monkeypatch.setattr(Source, "at", classmethod(lambda _, path, origin: looked.append(path) or real(path, origin)))
    found_in_downloads()
    assert len(looked) == 5

    monkeypatch.setattr(sources, "SECONDS", -1.0)
    found_in_downloads()
    assert len(looked) == 5


def test_likely_names_come_first(downloads: Path) -> None:
    """Where time runs out, what is called like an export has been looked at."""
    for name in ("b.zip", "facebook-mira.zip", "a.zip"):
        zipped(SAMPLES / "twitter" / "2024", downloads / name)

    assert found_in_downloads()[0].name == "facebook-mira.zip"


def test_no_downloads_folder_is_no_fault(own_home: Path) -> None:
    """Nothing is offered, and nothing is made."""
    assert found_in_downloads() == []
    assert not (own_home / "Downloads").exists()


@pytest.mark.parametrize(
    "form",
    ["{}", "  {}\n", '"{}"', "'{}'", "“{}”", "file://{}", "file://localhost{}", "\u202a{}"],
)
def test_a_path_is_understood_however_it_was_pasted(tmp_path: Path, form: str) -> None:
    """Quotes, addresses of file managers and stray marks around it are no fault of the person's."""
    path = tmp_path / "my export é.zip"
    path.touch()
    typed = form.format(path.as_posix().replace(" ", "%20") if "file:" in form else path)

    assert told_path(typed) == path


@pytest.mark.skipif(sys.platform == "win32", reason="there a backslash parts folders")
def test_escaped_spaces_are_understood(tmp_path: Path) -> None:
    """A terminal pastes them so."""
    path = tmp_path / "my export.zip"
    path.touch()

    assert told_path(str(path).replace(" ", "\\ ")) == path


def test_a_path_may_begin_at_home_or_in_downloads(downloads: Path, own_home: Path) -> None:
    """With ~, from the home folder, or just the name of what lies in Downloads."""
    path = downloads / "a.zip"
    path.touch()

    assert told_path("~/Downloads/a.zip") == path
    assert told_path("Downloads/a.zip") == path
    assert told_path("a.zip") == path


@pytest.mark.parametrize("typed", ["", "  ", '""', "a\nb", "a\0b", "file://server/share/a.zip"])
def test_what_is_no_path_gets_a_sentence(typed: str) -> None:
    """Each in plain words."""
    with pytest.raises(AuditError) as problem:
        told_path(typed)

    assert str(problem.value).endswith(".")


def test_what_is_not_there_gets_a_sentence() -> None:
    """With its name, harmless on a screen."""
    with pytest.raises(NotThere, match="is not there"):
        told_path("nowhere\u202e.zip")


def test_a_typed_path_is_chosen_and_listed_once(page: TestClient, desk: Desk, tmp_path: Path) -> None:
    """Typed twice it is one source; taken off the list, its file stays."""
    path = zipped(SAMPLES / "twitter" / "2024", tmp_path / "t.zip")
    first = page.post("/sources", data={"path": str(path)}, headers=JSON).json()
    page.post("/sources", data={"path": f'"{path}"'}, headers=JSON)

    assert first["chosen"]
    assert first["network_label"] == "X (Twitter)"
    assert len(desk.sources) == 1
    page.delete(f"/sources/{first['id']}", headers=JSON)
    assert desk.sources == []
    assert path.exists()


def test_a_path_that_is_no_export_is_refused_in_plain_words(page: TestClient, desk: Desk, tmp_path: Path) -> None:
    """For a script and for a form, and nothing is listed."""
    (tmp_path / "song.mp3").write_bytes(b"ID3")
    answer = page.post("/sources", data={"path": str(tmp_path / "song.mp3")}, headers=JSON)
    form = page.post("/sources", data={"path": str(tmp_path / "song.mp3")})

    assert answer.status_code == form.status_code == 400
    assert answer.json()["sentence"].startswith("song.mp3 is no export that we know.")
    assert "song.mp3 is no export that we know." in form.text
    assert desk.sources == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    """It would wait for ever."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAnExport, match="device or a pipe"):
        Source.at(tmp_path / "pipe", "named")


def test_ticks_and_forms(page: TestClient, desk: Desk, tmp_path: Path) -> None:
    """A form is sent back to the page it names, and only to a page of ours."""
    source = page.post("/sources", data={"path": str(zipped(EXPORTS[0], tmp_path / "x.zip"))}, headers=JSON).json()
    off = page.post(f"/sources/{source['id']}?next=/archives", data={"chosen": ""})
    assert (off.status_code, off.headers["location"]) == (303, "/archives")
    assert not desk.sources[0].chosen
    for address in ("//evil.example", "https://evil.example", "/\\evil.example", "evil", "/a%0d%0aSet-Cookie:x"):
        back = page.post(f"/sources/{source['id']}?next={address}", data={"chosen": "yes"})
        assert back.headers["location"] == "/", address
    assert desk.sources[0].chosen
    assert page.post("/sources/none", data={"chosen": "yes"}, headers=JSON).status_code == 400


def test_the_last_audits_exports_are_offered(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where they still lie; what was moved is not."""
    from audit.ledger import AuditRow

    path = zipped(SAMPLES / "twitter" / "2024", tmp_path / "t.zip")
    exports = (str(path), str(tmp_path / "gone.zip"))
    desk.ledger.record(AuditRow(0, "2026-01-01T00:00:00+00:00", "1", "e", "n", "", "", False, 1, exports), [], [], [])
    desk.look_around()
    desk.look_around()

    assert [(source.name, source.origin, source.chosen) for source in desk.sources] == [("t.zip", "last audit", False)]


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9, 0.99])
def test_damaged_things_are_looked_at_without_a_fault(tmp_path: Path, at: float) -> None:
    """Cut off or overwritten anywhere, a zip gives a name, nothing, or a plain refusal."""
    whole = zipped(SAMPLES / "twitter" / "2024", tmp_path / "t.zip").read_bytes()
    place = int(len(whole) * at)
    for content in (whole[:place], whole[:place] + b"\xff" * 40 + whole[place + 40 :]):
        (tmp_path / "d.zip").write_bytes(content)
        try:
            assert set(Source.at(tmp_path / "d.zip", "named").network_label.split(" and ")) <= {"X (Twitter)", ""}
        except NotAnExport as problem:
            assert str(problem).startswith("d.zip ")

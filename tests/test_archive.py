"""An export is opened by what is in it; what is broken or hostile costs little, and nothing is written."""

import gzip
import io
import os
import socket
import tarfile
import tempfile
import zipfile
from pathlib import Path

import pytest

from audit.archive import Unreadable, harmless, limits, open_archive
from audit.archive.names import tidy
from audit.errors import AuditError, NotAnExport, NotThere

TEXT = b'window.YTD.account.part0 = [ { "account" : { "username" : "mira" } } ]'


def zipped(path: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def contents(path: Path) -> dict[str, bytes]:
    with open_archive(path) as archive:
        return {member.name: member.read() for member in archive.members}


def test_zip_folder_tar_and_file_give_the_same(tmp_path: Path) -> None:
    """The same export is the same members, however it is packed and whatever the file is called."""
    folder = tmp_path / "export"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "account.js").write_bytes(TEXT)
    as_zip = zipped(tmp_path / "holiday.dat", {"data/account.js": TEXT})
    as_tar = tmp_path / "export.tar.gz"
    with tarfile.open(as_tar, "w:gz") as tar:
        tar.add(folder / "data", "data")

    assert contents(folder) == contents(as_zip) == contents(as_tar) == {"data/account.js": TEXT}
    assert contents(folder / "data" / "account.js") == {"account.js": TEXT}


def test_a_zip_in_a_zip_is_opened(tmp_path: Path) -> None:
    """LinkedIn sometimes packs an export twice; its name stands as a folder."""
    inner = zipped(tmp_path / "inner.zip", {"Shares.csv": b"Date"})
    outer = zipped(tmp_path / "outer.zip", {"Complete.zip": inner.read_bytes()})

    assert contents(outer) == {"Complete.zip/Shares.csv": b"Date"}


def test_zips_in_a_folder_are_opened(tmp_path: Path) -> None:
    """Several parts of one export may lie in one folder as they were downloaded."""
    (tmp_path / "parts").mkdir()
    zipped(tmp_path / "parts" / "a.zip", {"x/1.json": b"[]"})
    zipped(tmp_path / "parts" / "b.zip", {"x/2.json": b"[]"})

    assert set(contents(tmp_path / "parts")) == {"a.zip/x/1.json", "b.zip/x/2.json"}


def test_zips_packed_without_end_are_not_followed(tmp_path: Path) -> None:
    """Nesting stops at a stated depth and says so."""
    content = TEXT
    for depth in range(limits.NESTED_DEPTH + 2):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr("deeper.zip" if depth else "a.js", content)
        content = held.getvalue()
    path = tmp_path / "deep.zip"
    path.write_bytes(content)

    with open_archive(path) as archive:
        assert not archive.members
        assert "deep" in archive.set_aside[0].reason


@pytest.mark.parametrize("cut", [0.5, 0.9, 0.999])
def test_a_cut_off_zip_gives_what_stands_before_the_cut(tmp_path: Path, cut: float) -> None:
    """Without its directory a zip is walked by its members' own headers; a whole member is whole."""
    files = {f"data/{n}.js": TEXT + os.urandom(2000) for n in range(20)}
    path = zipped(tmp_path / "cut.zip", files)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * cut)])
    found = {}
    with open_archive(path) as archive:
        assert archive.remarks
        for member in archive.members:
            try:
                found[member.name] = member.read()
            except Unreadable as problem:
                assert "cut off" in str(problem)

    assert len(found) >= int(20 * cut * 0.9)
    assert all(files[name] == content for name, content in found.items())


def test_a_zip_with_streamed_sizes_is_salvaged(tmp_path: Path) -> None:
    """Sizes may stand behind the data: the end is then found by unpacking."""

    class NoSeek(io.RawIOBase):
        def __init__(self) -> None:
            self.held = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, piece: bytes) -> int:  # type: ignore[override]
            self.held += piece
            return len(piece)

    stream = NoSeek()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.js", TEXT * 50)
        archive.writestr("b.js", TEXT)
    path = tmp_path / "streamed.zip"
    path.write_bytes(bytes(stream.held)[:-60])

    assert contents(path) == {"a.js": TEXT * 50, "b.js": TEXT}


@pytest.mark.parametrize(
    ("content", "name"), [(b"\x89PNG\r\n\x1a\n" + b"0" * 500, "export.zip"), (b"", "empty.zip"), (b"no", "x.zip")]
)
def test_a_zip_in_name_only_is_refused_in_one_sentence(tmp_path: Path, content: bytes, name: str) -> None:
    """A picture named .zip is told plainly, with what to do."""
    (tmp_path / name).write_bytes(content)

    with pytest.raises(NotAnExport, match="as the network sent it"):
        open_archive(tmp_path / name)


def test_names_cannot_step_out(tmp_path: Path) -> None:
    """`../`, absolute paths and drives are dropped from names, and nothing is written anywhere."""
    path = zipped(tmp_path / "slip.zip", {"../../etc/passwd": b"x", "/abs/y": b"y", "C:\\z\\z.js": b"z"})
    before = sorted(tmp_path.iterdir())

    assert set(contents(path)) == {"etc/passwd", "abs/y", "z/z.js"}
    assert sorted(tmp_path.iterdir()) == before


def test_links_pipes_and_sockets_are_not_opened(tmp_path: Path) -> None:
    """A link is not followed, a pipe would wait for ever; both are accounted for."""
    secret = tmp_path / "secret.json"
    secret.write_text("[]")
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "link.json").symlink_to(secret)
    (folder / "up").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.json")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "s.json"))
        with open_archive(folder) as archive:
            assert not archive.members
            assert {gone.name for gone in archive.set_aside} == {"link.json", "up", "pipe.json", "s.json"}

    with pytest.raises(NotAnExport):
        open_archive(folder / "pipe.json")


def test_what_the_computer_left_behind_is_set_aside(tmp_path: Path) -> None:
    """macOS and Windows add files of their own when people pack an export again."""
    path = zipped(tmp_path / "mac.zip", {"__MACOSX/._a": b"", "x/.DS_Store": b"", "x/a.js": TEXT})

    assert set(contents(path)) == {"x/a.js"}


def test_a_bomb_is_stopped_by_what_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit counts bytes that come out, not what the header says."""
    monkeypatch.setattr(limits, "RATIO_FREE", limits.MIB)
    path = zipped(tmp_path / "bomb.zip", {"data/tweets.js": b"0" * (40 * limits.MIB)})

    with open_archive(path) as archive, pytest.raises(Unreadable, match="unpacks to over"):
        archive.members[0].read()


def test_a_bad_crc_costs_one_member(tmp_path: Path) -> None:
    """A damaged member is unreadable with a plain reason; its neighbour is whole."""
    path = zipped(tmp_path / "crc.zip", {"a.js": TEXT, "b.js": TEXT}, zipfile.ZIP_STORED)
    raw = bytearray(path.read_bytes())
    raw[raw.index(TEXT) + 5] ^= 0xFF
    path.write_bytes(raw)

    with open_archive(path) as archive:
        with pytest.raises(Unreadable, match="damaged"):
            archive.members[0].read()
        assert archive.members[1].read() == TEXT


def test_a_locked_member_says_so(tmp_path: Path) -> None:
    """An encrypted member is told by its flag, not by a traceback."""
    path = zipped(tmp_path / "locked.zip", {"a.js": TEXT}, zipfile.ZIP_STORED)
    raw = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(signature) + offset] |= 1
    path.write_bytes(raw)

    with open_archive(path) as archive, pytest.raises(Unreadable, match="password"):
        archive.members[0].read()


def test_a_name_in_utf8_without_its_flag_is_mended(tmp_path: Path) -> None:
    """Some tools write UTF-8 names without saying so."""
    path = zipped(tmp_path / "names.zip", {"dats_X.js": TEXT})
    path.write_bytes(path.read_bytes().replace(b"dats_X.js", "d\u00e4ts.js".encode()[:9].ljust(9, b"s")))

    assert list(contents(path)) == ["d\u00e4ts.jss"]


def test_a_gzipped_file_is_read(tmp_path: Path) -> None:
    """A lone file may be gzipped."""
    path = tmp_path / "tweets.js.gz"
    path.write_bytes(gzip.compress(TEXT))

    assert contents(path) == {"tweets.js": TEXT}


def test_nothing_goes_to_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Archives are read where they lie, nested ones from memory."""
    empty = tmp_path / "tmp"
    empty.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(empty))
    inner = zipped(tmp_path / "inner.zip", {"a.js": TEXT})
    contents(zipped(tmp_path / "outer.zip", {"inner.zip": inner.read_bytes()}))

    assert not list(empty.iterdir())


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    """A wrong path is one plain sentence."""
    with pytest.raises(NotThere, match="is not there"):
        open_archive(tmp_path / "nothing.zip")


def test_every_refusal_is_an_audit_error() -> None:
    """Doors catch one class."""
    assert issubclass(NotAnExport, AuditError)


@pytest.mark.parametrize(
    ("name", "tidied"),
    [("a\\b", "a/b"), ("/x", "x"), ("./a/../b", "a/b"), ("C:/x", "x"), ("a//b", "a/b")],
)
def test_tidy_names(name: str, tidied: str) -> None:
    """Names have / between folders and never lead out."""
    assert tidy(name) == tidied


def test_printed_names_are_harmless() -> None:
    """Terminal escapes, bidirectional overrides and lone surrogates never reach a screen."""
    shown = harmless("a\x1b[31m\u202egpj.exe\udcff" + "x" * 500)

    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert shown.encode()
    assert len(shown) <= 101

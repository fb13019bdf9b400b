"""Files that the browser holds: read byte for byte as from disk, and never more of them than was asked for."""

import io
import json
import zipfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from audit.archive import open_archive
from audit.parsers import Reading, read_exports
from audit.web import remote
from audit.web.desk import Desk
from audit.web.remote import Ended
from tests.conftest import SAMPLES
from tests.web.browser import JSON, Tab, until

EXPORTS = sorted(
    path
    for network in SAMPLES.iterdir()
    if network.is_dir() and not network.name.startswith("_")
    for path in network.iterdir()
    if path.is_dir()
)


def zipped(folder: Path, to: Path, *, method: int = zipfile.ZIP_DEFLATED) -> Path:
    """Pack a folder as a network does."""
    with zipfile.ZipFile(to, "w", method) as made:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                made.write(path, path.relative_to(folder).as_posix())
    return to


def read_remotely(page: TestClient, desk: Desk, name: str, files: dict[str, Any], *, folder: bool = False) -> Reading:
    """Read what a tab holds."""
    tab = Tab(page)
    source = tab.drop(name, files, folder=folder)
    with tab.serving(), desk.remotes.opened(source["id"], lambda: None, lambda _: None) as archive:
        return read_exports([archive], messages=True)


@pytest.mark.parametrize("export", EXPORTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_remote_zip_is_read_as_the_same_zip_on_disk(
    page: TestClient, desk: Desk, tmp_path: Path, export: Path
) -> None:
    """Posts, the account of members, accounts and remarks: all the same, for every sample export."""
    path = zipped(export, tmp_path / "export.zip")
    with open_archive(path) as archive:
        from_disk = read_exports([archive], messages=True)
    remotely = read_remotely(page, desk, path.name, {path.name: path})

    assert asdict(remotely) == asdict(from_disk)
    assert from_disk.members


@pytest.mark.parametrize("export", EXPORTS[:4], ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_dropped_folder_is_read_as_the_folder_on_disk(page: TestClient, desk: Desk, export: Path) -> None:
    """A list of files with their places below the folder is the folder."""
    with open_archive(export) as archive:
        from_disk = read_exports([archive], messages=True)
    files = {path.relative_to(export).as_posix(): path for path in export.rglob("*") if path.is_file()}
    remotely = read_remotely(page, desk, export.name, files, folder=True)

    assert asdict(remotely) == asdict(from_disk)


class Sparse:
    """A zip of 2 GB that is almost all video, made when it is asked for: only its ends are real."""

    def __init__(self, words: str, size: int = 2 << 30) -> None:
        video = zipfile.ZipInfo("data/tweets_media/video.mp4")
        head = io.BytesIO()
        with zipfile.ZipFile(head, "w") as made:
            made.writestr(video, b"")
        self._front = head.getvalue()[: 30 + len(video.filename)]
        back = io.BytesIO()
        with zipfile.ZipFile(back, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("data/tweets.js", words)
            made.writestr("data/account.js", "window.YTD.account.part0 = []")
        # the tail is a zip of its own with something in front, which zipfile allows: the video is that something
        self._back = back.getvalue()
        self.size = size
        self._starts = size - len(self._back)

    def read(self, start: int, length: int) -> bytes:
        whole = bytearray(length)
        for at, real in ((0, self._front), (self._starts, self._back)):
            low, high = max(start, at), min(start + length, at + len(real))
            if low < high:
                whole[low - start : high - start] = real[low - at : high - at]
        return bytes(whole)


def test_of_two_gigabytes_of_video_only_the_words_are_taken(page: TestClient, desk: Desk) -> None:
    """The browser hands over the directory and the small member, less than two megabytes in all."""
    words = "window.YTD.tweets.part0 = " + json.dumps(
        [{"tweet": {"id_str": "7", "full_text": "tea", "created_at": "Tue Mar 07 18:05:00 +0000 2017"}}]
    )
    sparse = Sparse(words)
    tab = Tab(page)
    source = tab.drop("twitter.zip", {"twitter.zip": (sparse.size, sparse.read)})
    with tab.serving(), desk.remotes.opened(source["id"], lambda: None, lambda _: None) as archive:
        reading = read_exports([archive])

    assert [post.text for post in reading.posts] == ["tea"]
    assert sum(length for _, _, length in tab.asked) < 2 << 20
    assert source["size"] == 2 << 30


def test_a_cut_off_zip_falls_back_to_the_whole_file(page: TestClient, desk: Desk, tmp_path: Path) -> None:
    """Without a directory every byte is looked through, and what is still there is found."""
    whole = zipped(SAMPLES / "twitter" / "2024", tmp_path / "t.zip").read_bytes()
    cut = tmp_path / "cut.zip"
    cut.write_bytes(whole[: len(whole) * 2 // 3])
    with open_archive(cut) as archive:
        from_disk = read_exports([archive], messages=True)

    assert asdict(read_remotely(page, desk, "cut.zip", {"cut.zip": cut})) == asdict(from_disk)


def test_what_it_is_is_told_before_it_is_read(page: TestClient, desk: Desk, tmp_path: Path) -> None:
    """Soon after the drop, the list says which network's export it is, or that it is none, and why."""
    path = zipped(SAMPLES / "twitter" / "2024", tmp_path / "t.zip")
    tab = Tab(page)
    with tab.serving():
        known = tab.drop("t.zip", {"t.zip": path})
        other = tab.drop("holiday.zip", {"holiday.zip": zipped_text({"a.txt": "hello", "b.jpg": "x"})})
        until(lambda: all(source.state != "looking" for source in desk.sources))
    told = {source["id"]: source for source in page.get("/sources").json()["sources"]}

    assert (told[known["id"]]["state"], told[known["id"]]["network_label"]) == ("ready", "X (Twitter)")
    assert told[known["id"]]["chosen"]
    assert told[other["id"]]["state"] == "refused"
    assert not told[other["id"]]["chosen"]
    assert told[other["id"]]["sentence"].startswith("holiday.zip is no export that we know.")


def zipped_text(files: dict[str, str]) -> bytes:
    """Pack some texts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return made.getvalue()


# --- ranges that were not asked for -----------------------------------------------------------------------------------


def asked_for(page: TestClient, desk: Desk) -> dict[str, Any]:
    """Drop a file that nobody reads out, and return the first range that is asked of it."""
    tab = Tab(page)
    tab.drop("a.zip", {"a.zip": b"x" * 1000})
    answer = page.get("/remote/wants?tab=tab&seen=-1", headers=JSON).json()
    while not answer["ranges"]:
        answer = page.get(f"/remote/wants?tab=tab&seen={answer['at']}", headers=JSON).json()
    return answer["ranges"][0]


def test_a_range_that_was_not_asked_for_is_refused(page: TestClient, desk: Desk) -> None:
    """A made-up ticket takes no byte, nor one by the place and number of a real one."""
    wanted = asked_for(page, desk)
    for name in ("1", "x" * 24, wanted["key"], f"{wanted['id']}x"):
        assert page.put(f"/remote/ranges/{name}", content=b"x").status_code == 404
        assert page.delete(f"/remote/ranges/{name}").status_code == 404


@pytest.mark.parametrize("change", [-1, 1, 100_000])
def test_a_body_of_another_length_is_refused(page: TestClient, desk: Desk, change: int) -> None:
    """Neither a byte more nor a byte less than was asked for is taken, and the range stays wanted."""
    wanted = asked_for(page, desk)
    answer = page.put(f"/remote/ranges/{wanted['id']}", content=b"x" * (wanted["length"] + change))

    assert answer.status_code in (400, 413)
    assert desk.remotes.ticket(wanted["id"]) is not None


def test_a_body_beyond_any_range_is_not_read(page: TestClient, desk: Desk) -> None:
    """The guard stops it before the ticket is even looked at."""
    wanted = asked_for(page, desk)
    answer = page.put(f"/remote/ranges/{wanted['id']}", content=b"x" * (remote.MOST_RANGE + 1))

    assert answer.status_code == 413


def test_an_answered_range_cannot_be_answered_again(page: TestClient, desk: Desk) -> None:
    """The first answer counts; whoever comes second changes nothing."""
    wanted = asked_for(page, desk)
    first = page.put(f"/remote/ranges/{wanted['id']}", content=b"x" * wanted["length"])
    second = page.put(f"/remote/ranges/{wanted['id']}", content=b"y" * wanted["length"])

    assert (first.status_code, second.status_code) == (204, 404)


def test_another_tab_is_not_asked(page: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page sees only what is wanted of its own files."""
    monkeypatch.setattr(remote, "WAIT", 0.05)
    asked_for(page, desk)

    assert page.get("/remote/wants?tab=another&seen=-1", headers=JSON).json()["ranges"] == []


@pytest.mark.parametrize(
    "offered",
    [
        {},
        {"exports": []},
        {"exports": "x"},
        {"exports": [1]},
        {"exports": [{"name": "a", "files": []}]},
        {"exports": [{"name": "a", "files": [{"name": "a", "size": 1}]}]},
        {"exports": [{"name": "", "files": [{"name": "a", "size": 1}]}]},
        {"exports": [{"name": "a", "key": "1", "files": [{"name": "a", "size": -1}]}]},
        {"exports": [{"name": "a", "key": "1", "files": [{"name": "a", "size": True}]}]},
        {"exports": [{"name": "a", "key": "1", "files": [{"name": "a", "size": 1.5}]}]},
        {"exports": [{"name": "a", "key": "1", "files": [{"name": "a", "size": 1 << 60}]}]},
        {"exports": [{"name": "a", "key": "1", "files": [{"name": "a" * 5000, "size": 1}]}]},
        {"exports": [{"name": "a", "key": "1", "files": [{"name": "a", "size": 1}, {"name": "b", "size": 1}]}]},
        {"exports": [{"name": "a", "key": "1", "files": [{"name": "a", "size": 1}]}] * 100},
        {"exports": [{"name": "a", "key": "1", "folder": True, "files": [{"name": "a", "size": 1}] * 100_001}]},
    ],
)
def test_what_no_page_of_ours_sends_is_refused(page: TestClient, desk: Desk, offered: dict[str, Any]) -> None:
    """Counts, sizes and names are bounded, and nothing is registered by halves."""
    answer = page.post("/remote", json={"tab": "tab", **offered}, headers=JSON)

    assert answer.status_code == 400
    assert answer.json()["sentence"].startswith("What was dropped could not be taken: ")
    assert desk.sources == []


@pytest.mark.parametrize("tab", [None, "", 1, "x" * 200, "é"])
def test_a_page_without_a_proper_name_is_refused(page: TestClient, tab: object) -> None:
    """A page names itself, shortly and plainly."""
    offered = {"tab": tab, "exports": [{"name": "a", "key": "1", "files": [{"name": "a", "size": 1}]}]}

    assert page.post("/remote", json=offered, headers=JSON).status_code == 400


def test_only_so_many_exports_are_held(page: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Page after page of them comes to an end too."""
    monkeypatch.setattr(remote, "MOST_EXPORTS", 3)
    answers = [
        page.post(
            "/remote",
            json={"tab": "tab", "exports": [{"name": f"{n}.zip", "key": "1", "files": [{"name": "a", "size": n}]}]},
        )
        for n in range(1, 6)
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 400, 400]


@pytest.mark.parametrize("name", ["../../../etc/passwd", "/etc/passwd", "C:\\Windows\\win.ini", "a/../../b", "\u202ea"])
def test_names_lead_nowhere(page: TestClient, desk: Desk, name: str) -> None:
    """A name from the browser never is a path of this computer: it only names a member."""
    tab = Tab(page)
    source = tab.drop("folder", {name: b"tea", "data/tweets.js": b"window.YTD.tweets.part0 = []"}, folder=True)
    with tab.serving(), desk.remotes.opened(source["id"], lambda: None, lambda _: None) as archive:
        contents = {member.name: member.read() for member in archive.members}

    assert b"tea" in contents.values()
    assert not any(part == ".." for member in contents for part in member.split("/"))
    assert not any(member.startswith("/") for member in contents)


# --- tabs that go -----------------------------------------------------------------------------------------------------


def test_a_file_that_moved_costs_that_file(page: TestClient, desk: Desk) -> None:
    """Where the browser cannot read any more, the account says so, and the other files are read."""
    words = b'window.YTD.tweets.part0 = [{"tweet": {"id_str": "7", "full_text": "tea"}}]'
    tab = Tab(page)

    def gone(_: int, __: int) -> bytes:
        return b""

    files = {"data/tweets.js": words, "data/account.js": (50, gone), "data/note-tweet.js": (70, gone)}
    source = tab.drop("x", files, folder=True)
    real = tab._answer

    def answer(one: dict[str, Any]) -> None:
        tab.broken = one["file"] != 0
        real(one)

    tab._answer = answer  # type: ignore[method-assign]
    with tab.serving(), desk.remotes.opened(source["id"], lambda: None, lambda _: None) as archive:
        reading = read_exports([archive])
    lines = {line.name: (line.status, line.reason) for line in reading.members}

    assert [post.text for post in reading.posts] == ["tea"]
    assert lines["data/note-tweet.js"] == ("unread", "it could not be read")


def test_a_closed_tab_ends_the_reading_with_a_sentence(
    page: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is left waiting for a page that is gone; no reader takes it for a fault of the file."""
    monkeypatch.setattr(remote, "GIVE_UP", 0.3)
    tab = Tab(page)
    source = tab.drop("x.zip", {"x.zip": b"PK\x05\x06" + bytes(18)})
    tab.close()
    told: list[bool] = []

    with pytest.raises(Ended) as ended:
        desk.remotes.opened(source["id"], lambda: None, told.append)

    assert told == [True]
    assert "x.zip was closed or loaded again" in ended.value.sentence


def test_a_reading_goes_on_when_the_files_are_chosen_again(
    page: TestClient, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tab that was loaded again has lost its files; dropped once more, they are the same source, read on."""
    path = zipped(SAMPLES / "twitter" / "2024", tmp_path / "t.zip")
    first, second = Tab(page, "first"), Tab(page, "second")
    source = first.drop("t.zip", {"t.zip": path})
    first.close()
    told: list[bool] = []

    def lost(gone: bool) -> None:
        told.append(gone)
        if gone:
            assert second.drop("t.zip", {"t.zip": path})["id"] == source["id"]
            second._thread.start()

    with desk.remotes.opened(source["id"], lambda: None, lost) as archive:
        reading = read_exports([archive])
    second.close()
    second._thread.join()

    assert told[0] is True
    assert reading.posts
    assert len(desk.sources) == 1


def test_taking_it_off_the_list_ends_its_reading(page: TestClient, desk: Desk) -> None:
    """What waits for a range of it is let go."""
    tab = Tab(page)
    source = tab.drop("x.zip", {"x.zip": b"x" * 99})

    def drop_it() -> None:
        if desk.sources:
            desk.drop(source["id"])

    with pytest.raises(Ended):
        desk.remotes.opened(source["id"], drop_it, lambda _: None)

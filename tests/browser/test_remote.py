"""Files that a real browser holds: only what is asked for leaves it, and a page that was loaded again can go on."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.browser.cdp import Chromium, Page
from tests.browser.conftest import HOUSE, Program

LARGE = 3 << 30
PROGRESS = "fetch('/audit/progress', {headers: {Accept: 'application/json'}}).then((answer) => answer.json())"
SOURCES = "fetch('/sources', {headers: {Accept: 'application/json'}}).then((answer) => answer.json())"
# from now on the page answers no question: as if the disk were endlessly slow
HOLD = """(() => { const real = window.fetch; window.fetch = (address, wish) =>
  wish && wish.method === 'PUT' ? new Promise(() => {}) : real(address, wish); })()"""


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """Give a zip of 3 GB with two small files in it: what is not words is a hole that takes no room on the disk."""
    path, words = tmp_path / "twitter-2026.zip", io.BytesIO()
    with zipfile.ZipFile(words, "w") as packed:
        packed.writestr("data/account.js", "window.YTD.account.part0 = []")
        packed.writestr("data/tweets.js", "window.YTD.tweets.part0 = []")
    with path.open("wb") as stream:
        stream.write(b"PK\x03\x04")
        stream.seek(LARGE)
        stream.write(words.getvalue())
    return path


@pytest.fixture
def page(chromium: Chromium, program: Program) -> Page:
    """Give a page on the screen for archives, with nothing in Downloads."""
    for path in (program.home / "Downloads").iterdir():
        path.unlink()
    made = chromium.page()
    made.goto(program.start())
    made.goto(program.at("/question"))
    made.click("No")
    made.click("Go on")
    made.at("/you")
    made.goto(program.at("/archives"))
    return made


def told(page: Page) -> dict[str, Any]:
    """Return the first source."""
    found: dict[str, Any] = page.js(SOURCES)["sources"][0]
    return found


def test_little_of_a_large_file_leaves_the_browser(page: Page, large: Path) -> None:
    """Three gigabytes are told for what they are by less than one megabyte; until it is read the page must stay."""
    page.choose_files("#pick-files", [large])
    page.until(f"{SOURCES}.then(({{sources}}) => sources.length && sources[0].state === 'ready')")
    source = told(page)

    assert source["network_label"] == "X (Twitter)"
    assert source["size"] > LARGE
    assert 0 < source["taken"] < 1 << 20
    assert page.js("backscrollFiles.needed()")
    page.js(f"fetch('/sources/{source['id']}', {{method: 'DELETE'}})")
    page.until("window.backscrollFiles && !backscrollFiles.needed()")
    assert not page.complaints()


def test_folders_and_loose_files_are_dropped(page: Page, program: Program) -> None:
    """A dropped folder is one archive, with all that lies deeper; loose files together are one; a zip is its own."""
    samples = HOUSE / "sample_exports"
    folder = next(path for path in (samples / "twitter").iterdir() if path.is_dir())
    loose = program.home / "loose"
    loose.mkdir()
    for name in ("a.txt", "b.txt"):
        (loose / name).write_text("x")
    with zipfile.ZipFile(program.home / "x.zip", "w") as packed:
        packed.writestr("data/tweets.js", "window.YTD.tweets.part0 = []")
    files = [str(path) for path in (folder, loose / "a.txt", loose / "b.txt", program.home / "x.zip")]
    place = page.js("(() => { const drop = document.getElementById('drop'); drop.scrollIntoView();"
                    " const box = drop.getBoundingClientRect(); return [box.x + 9, box.y + 9]; })()")  # fmt: skip
    dropped = {"items": [], "files": files, "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        page.call("Input.dispatchDragEvent", type=kind, x=place[0], y=place[1], data=dropped)
    page.until(f"{SOURCES}.then(({{sources}}) => sources.length === 3 &&"
               " sources.every((one) => one.state !== 'looking'))")  # fmt: skip
    found = {one["name"]: (one["network_label"], one["state"]) for one in page.js(SOURCES)["sources"]}

    assert found == {
        folder.name: ("X (Twitter)", "ready"),
        "2 files": ("", "refused"),
        "x.zip": ("X (Twitter)", "ready"),
    }
    assert not page.complaints()


def test_a_page_that_was_loaded_again_goes_on_when_the_file_is_chosen_again(page: Page, large: Path) -> None:
    """It warns before it goes; then it says what is missing; with the same file the same reading goes on."""
    page.choose_files("#pick-files", [large])
    page.until(f"{SOURCES}.then(({{sources}}) => sources.length && sources[0].state === 'ready')")
    page.js(HOLD)
    page.click("#start")
    page.at("/reading")
    page.until("backscrollFiles.needed()")
    page.call("Page.reload")
    page.until("window.backscrollFiles && !backscrollFiles.needed()")
    assert [one["type"] for one in page.events("Page.javascriptDialogOpening")] == ["beforeunload"]
    page.until(f"{PROGRESS}.then((job) => job.sources[0].state === 'lost')")
    page.until("document.getElementById('sentence').textContent.includes('Choose it again')")
    page.choose_files("#pick-files", [large])
    page.until(f"{PROGRESS}.then((job) => job.over || job.state !== 'reading' || job.sources[0].state === 'read')", 60)
    job = page.js(PROGRESS)

    assert "tab was closed" not in job["sentence"], json.dumps(job)
    assert len(page.js(SOURCES)["sources"]) == 1
    assert not page.complaints()

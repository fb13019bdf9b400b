"""A real browser on the real program, which runs as a process of its own. Skipped where there is no Chromium."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from audit.ledger import Ledger
from tests.browser import cdp
from tests.browser.cdp import Chromium, Page

HOUSE = Path(__file__).parents[2]
SAMPLES = {
    "twitter-2026-11-02-9f3a.zip": "twitter/2024",
    "Complete_LinkedInDataExport_11-02-2026.zip": "linkedin/complete-2026",
}
LEARNING = 400.0  # seconds: the first run on a computer learns first


@dataclass
class Program:
    """The page's program. `home` is the person's; what they have in Downloads is offered to them."""

    home: Path
    cache: str = field(default_factory=lambda: os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache")))
    process: "subprocess.Popen[str] | None" = None
    address: str = ""

    def start(self) -> str:
        """Start it, and return the address that opens the page, once."""
        folders = {"HOME": self.home, "XDG_DATA_HOME": self.home / "data", "XDG_RUNTIME_DIR": self.home / "run"}
        (self.home / "run").mkdir(mode=0o700, exist_ok=True)
        places = {name: str(path) for name, path in folders.items()}
        env = os.environ | places | {"XDG_CACHE_HOME": self.cache, "PYTHONPATH": str(HOUSE)}
        command = [sys.executable, "-m", "audit", "page", "--no-browser"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, env=env, text=True, cwd=self.home)
        assert self.process.stdout
        for line in self.process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+/\S+", line):
                self.address = found[0]
                return self.address
        raise AssertionError("the program said no address")

    def at(self, path: str) -> str:
        """Return the whole address of a path."""
        return self.address.partition("/open")[0] + path

    def kill(self) -> None:
        """End it from one moment to the next."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)

    def stop(self) -> None:
        """End it, if it still runs."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)

    def decisions(self) -> list[str]:
        """Return the decisions that stand in the ledger on disk."""
        with Ledger(self.home / "data" / "backscroll") as ledger:
            return sorted(row.decision for row in ledger.decisions().values())


def zipped(folder: Path, names: dict[str, str] | None = None) -> list[Path]:
    """Zip the sample exports as the networks send them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, sample in (names or SAMPLES).items():
        root = HOUSE / "sample_exports" / sample
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(root.rglob("*")):
                if path.is_file():
                    archive.write(path, path.relative_to(root).as_posix())
    return sorted(folder.glob("*.zip"))


def posted_twice(folder: Path) -> None:
    """Write two exports, of X and LinkedIn, in which the same words stand."""
    words = "My two o'clock cried about the divorce again and asked me not to tell her sister on ward nine."
    tweet = {"id_str": "1800000000000000001", "full_text": words, "created_at": "Thu Dec 04 18:00:00 +0000 2025"}
    share = f'2025-12-04 18:10:00,https://www.linkedin.com/feed/update/1,"{words} #tired",,,PUBLIC'
    files = {
        "twitter.zip": ("data/tweets.js", f"window.YTD.tweets.part0 = {json.dumps([{'tweet': tweet}])}"),
        "linkedin.zip": ("Shares.csv", f"Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n{share}\n"),
    }
    for name, (inner, content) in files.items():
        with zipfile.ZipFile(folder / name, "w") as archive:
            archive.writestr(inner, content)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """Give the browser."""
    if sys.platform == "win32":
        pytest.skip("the browser is driven over pipes that Windows does not have")
    if cdp.found() is None:
        pytest.skip("no Chromium on this computer: install it, or say where it is in CHROMIUM_PATH")
    with Chromium(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """Give the program, not started, with two archives in the person's Downloads."""
    home = tmp_path / "person"
    zipped(home / "Downloads")
    made = Program(home)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def audited(chromium: Chromium, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Program, Page]]:
    """Give a program with an audit on its desk, one post decided to be removed, and a page on it."""
    home = tmp_path_factory.mktemp("module") / "person"
    zipped(home / "Downloads")
    made = Program(home)
    page = chromium.page()
    page.goto(made.start())
    until_read(made, page)
    page.click("Begin the review")
    page.whole("document.getElementById('sheet')")
    page.press("r")
    page.until("document.getElementById('saved').textContent.startsWith('Saved: Remove')")
    yield made, page
    made.stop()


def until_read(program: Program, page: Page) -> None:
    """Answer the question with a no, take what lies in Downloads, and wait until it is read."""
    page.goto(program.at("/question"))
    page.click("No")
    page.click("Go on")
    page.at("/you")
    page.click("Go on")
    page.at("/archives")
    page.until("document.querySelectorAll('#sources input').length === 2")
    for box in range(page.js("document.querySelectorAll('#sources input').length")):
        page.js(f"document.querySelectorAll('#sources input')[{box}].click()")
    page.click("Read them")
    page.until("location.pathname === '/reading' || location.pathname === '/overview'")
    page.at("/overview", LEARNING)


@pytest.fixture(scope="session")
def axe() -> str:
    """Give axe-core's own script, which is not ours to ship."""
    path = os.environ.get("AXE_PATH", "")
    if not path or not Path(path).is_file():
        pytest.skip("axe-core is not here: say where axe.min.js lies in AXE_PATH")
    return Path(path).read_text(encoding="utf-8")


@pytest.fixture(autouse=True, scope="session")
def no_other_chromium_folder() -> None:
    """Without a shared-memory folder Chromium cannot draw; say so instead of waiting."""
    if cdp.found() and Path("/dev/shm").exists() and shutil.disk_usage("/dev/shm").free < 1 << 20:
        pytest.skip("no shared memory for Chromium")


@pytest.fixture(scope="session", autouse=True)
def learnt() -> None:
    """Learn once, before many pages at once would each begin to."""
    from classifiers.model import load_model

    load_model()

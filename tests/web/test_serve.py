"""The running page, in real processes on 127.0.0.1: joined by a second start, and gone without a trace."""

import http.client
import io
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from audit.cli import page as command
from audit.web import serve
from audit.web.desk import Desk
from audit.web.guard import Door
from audit.web.serve import LOCK, OpenAlready, Running, held, joined, runtime_folder
from tests.web.browser import until

HOUSE = Path(__file__).parents[2]
pytestmark = pytest.mark.usefixtures("loopback")
RARE = "zwirbelquast"  # a word that is nowhere but in the post


class Started:
    """`backscroll page --no-browser`, running."""

    def __init__(self, home: Path, *more: str) -> None:
        env = {**os.environ, "PYTHONPATH": str(HOUSE), "TMPDIR": str(home / "tmp"), "PYTHONDONTWRITEBYTECODE": "1"}
        (home / "tmp").mkdir(exist_ok=True)
        command = [sys.executable, "-m", "audit", "page", "--no-browser", *more]
        self.process = subprocess.Popen(command, cwd=home, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                        text=True)  # fmt: skip
        self.said = ""
        self.address = self._address()
        self.port = int(re.search(r":(\d+)/", self.address)[1]) if self.address else 0  # type: ignore[index]
        self.cookie = ""

    def _address(self) -> str:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line
            if found := re.search(r"http://\S+", line):
                return found[0]
        return ""

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes, dict[str, str]]:
        """Ask the page something, as a browser on it would."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        ours = {"Accept": "application/json", "Cookie": self.cookie, "Origin": f"http://127.0.0.1:{self.port}"}
        connection.request(method, path, body, {**ours, **headers})
        answer = connection.getresponse()
        found = answer.status, answer.read(), dict(answer.getheaders())
        connection.close()
        return found

    def open(self, address: str = "") -> int:
        """Open the page by its address, and keep the cookie."""
        status, _, headers = self.ask("GET", (address or self.address).partition(str(self.port))[2])
        self.cookie = headers.get("set-cookie", self.cookie).partition(";")[0]
        return status

    def end(self) -> str:
        """Wait until it has ended, and return all that it said."""
        self.process.wait(20)
        assert self.process.stdout is not None
        self.said += self.process.stdout.read()
        return self.said


@pytest.fixture
def started(own_home: Path) -> Iterator[Any]:
    """Start pages that do not outlive the test."""
    all_of_them: list[Started] = []

    def start(*more: str) -> Started:
        all_of_them.append(Started(own_home, *more))
        return all_of_them[-1]

    yield start
    for one in all_of_them:
        one.process.kill()
        one.process.wait()
        one.process.stdout.close()  # type: ignore[union-attr]


def test_a_second_start_joins_the_first(started: Any, own_runtime: Path) -> None:
    """It gives a fresh address of the same page, ends at once, and leaves the first alone; the old address is used."""
    first = started()
    assert first.open() == 303
    second = started()
    said = second.end()

    assert second.process.returncode == 0
    assert second.port == first.port
    assert second.address != first.address
    assert "running already" in said
    assert first.open(first.address) == 403
    assert first.open(second.address) == 303
    assert first.ask("GET", "/sources")[0] == 200


def test_two_at_the_same_moment_are_one(started: Any, own_home: Path) -> None:
    """Whoever is first with the lock file serves; the other joins."""
    found: list[Started] = []
    threads = [threading.Thread(target=lambda: found.append(started())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found[0].port == found[1].port


def test_quit_ends_it_and_its_lock_file(started: Any, own_runtime: Path) -> None:
    """With a goodbye; the next start is a new page with another secret."""
    page = started()
    page.open()
    assert page.ask("POST", "/quit")[0] == 200
    page.end()

    assert page.process.returncode == 0
    assert not list(own_runtime.rglob(LOCK))


@pytest.mark.skipif(sys.platform == "win32", reason="other signals there")
@pytest.mark.parametrize("number", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_signals_end_it_in_good_order(started: Any, own_runtime: Path, number: str) -> None:
    """Asked by the system, by Ctrl-C, or with its terminal: no lock file stays, and no traceback is shown."""
    if signal.getsignal(getattr(signal, number)) is signal.SIG_IGN:
        pytest.skip("whoever started the tests ignores this signal, and so does what they start")
    page = started()
    page.open()
    page.process.send_signal(getattr(signal, number))
    said = page.end()

    assert not list(own_runtime.rglob(LOCK))
    assert "Traceback" not in said


def remote_zip() -> bytes:
    """Return an export with a word that can be looked for."""
    made = io.BytesIO()
    tweets = [{"tweet": {"id_str": str(n), "full_text": f"{RARE} number {n}"}} for n in range(30_000)]
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr("data/tweets.js", f"window.YTD.tweets.part0 = {json.dumps(tweets)}")
        packed.writestr("data/account.js", "window.YTD.account.part0 = []")
    return made.getvalue()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_killed_while_it_reads_it_leaves_nothing_behind(started: Any, own_home: Path, own_runtime: Path) -> None:
    """kill -9 in the middle of an audit: no temporary file, no word of a post anywhere, and the next start works."""
    page = started()
    page.open()
    content = remote_zip()
    told = {"name": "a.zip", "key": "1", "files": [{"name": "a.zip", "size": len(content)}]}
    body = json.dumps({"tab": "tab", "exports": [told]}).encode()
    page.ask("POST", "/remote", body, **{"Content-Type": "application/json"})
    page.ask("POST", "/audit")
    seen, answered = -1, 0
    while answered < 4:  # hand over some of it, words among it, then kill
        asked = json.loads(page.ask("GET", f"/remote/wants?tab=tab&seen={seen}")[1])
        seen = asked["at"]
        for one in asked["ranges"]:
            piece = content[one["start"] : one["start"] + one["length"]]
            page.ask("PUT", f"/remote/ranges/{one['id']}", piece)
            answered += 1
    page.process.kill()
    page.end()
    kept = {path.name for path in own_home.rglob("*") if path.is_file()}
    ours = {"ledger.key", "ledger.sqlite3", "ledger.sqlite3-shm", "ledger.sqlite3-wal", LOCK}

    assert kept <= ours
    for path in own_home.rglob("*"):
        if path.is_file():
            assert RARE.encode() not in path.read_bytes(), path.name
    assert not list((own_home / "tmp").iterdir())
    again = started()  # the stale lock file is recognised
    assert again.port
    assert again.open() == 303


def test_without_a_ledger_nothing_is_written_at_all(started: Any, own_home: Path) -> None:
    """Only the lock file, while it runs."""
    page = started("--no-ledger")
    page.open()
    page.ask("POST", "/quit")
    page.end()

    assert [path for path in own_home.rglob("*") if path.is_file()] == []


# --- the lock file ----------------------------------------------------------------------------------------------------


def test_the_lock_file_is_private(tmp_path: Path) -> None:
    """Only its owner reads it, and it goes when the page does."""
    door = Door(1)
    with held(tmp_path, door) as first:
        told = (tmp_path / LOCK).stat().st_mode & 0o777
        assert first
        with held(tmp_path, Door(2)) as second:
            assert not second

    assert told == 0o600 or sys.platform == "win32"
    assert not (tmp_path / LOCK).exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"port": "x", "secret": 1}', '{"port": 1}', "\0" * 99])
def test_a_broken_lock_file_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    """It is given a moment, in case somebody is writing it, then removed."""
    monkeypatch.setattr(serve, "STARTING", 0.1)
    (tmp_path / LOCK).write_text(content)

    assert joined(tmp_path) is None
    assert not (tmp_path / LOCK).exists()


def test_a_lock_file_whose_page_is_gone_is_stale(tmp_path: Path) -> None:
    """Nobody listens on its port."""
    free = serve._listening()
    port = free.getsockname()[1]
    free.close()
    (tmp_path / LOCK).write_text(json.dumps({"port": port, "secret": "s"}))

    assert joined(tmp_path) is None
    assert not (tmp_path / LOCK).exists()


@pytest.mark.parametrize("answer", [b"", b"{}", b'{"address": "http://127.0.0.1:1/x", "proof": "p"}', b"\xff" * 99])
def test_whoever_took_over_the_port_is_not_believed(tmp_path: Path, answer: bytes) -> None:
    """It does not know the secret, so its address is not opened; and it is not told the secret either."""
    listening = serve._listening()
    heard: list[bytes] = []

    def impostor() -> None:
        connection, _ = listening.accept()
        with connection:
            heard.append(connection.recv(65_536))
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(answer), answer))

    thread = threading.Thread(target=impostor)
    thread.start()
    secret = "s" * 40
    (tmp_path / LOCK).write_text(json.dumps({"port": listening.getsockname()[1], "secret": secret}))

    assert joined(tmp_path) is None
    thread.join()
    listening.close()
    assert heard
    assert secret.encode() not in heard[0]


@pytest.mark.skipif(sys.platform == "win32", reason="other rights there")
def test_a_folder_that_others_may_enter_holds_no_lock_file(own_runtime: Path) -> None:
    """Then there is no joining; the page works without."""
    (own_runtime / "backscroll").mkdir(mode=0o755)
    (own_runtime / "backscroll").chmod(0o755)

    assert runtime_folder() is None
    assert joined(None) is None
    with held(None, Door(1)) as first:
        assert first


def test_a_page_without_trace_does_not_join_one_that_keeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so, since the person would be mistaken about what is kept."""
    monkeypatch.setattr(serve, "joined", lambda _: "http://127.0.0.1:1/open?token=x")
    desk = Desk(keep=False)
    with pytest.raises(OpenAlready):
        serve.serve(desk, lambda _, __: None, folder=tmp_path)
    desk.close()


# --- left alone -------------------------------------------------------------------------------------------------------


class _Server:
    should_exit = False


def test_a_page_that_is_left_ends(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while without a sign of it; any request is one. While something is read, it stays."""
    monkeypatch.setattr(serve, "LOOK", 0.01)
    server = _Server()
    thread = threading.Thread(target=serve._watch, args=(server, desk), daemon=True)
    desk.heard = time.monotonic() - serve.IDLE - 1
    desk.job = serve_job()
    thread.start()
    thread.join(0.2)
    assert not server.should_exit
    desk.job.cancel()
    until(lambda: server.should_exit)


def serve_job() -> Any:
    from audit.web.jobs import Job

    return Job(())


def test_a_sign_of_a_page_keeps_it_open(desk: Desk) -> None:
    """The clock starts anew with each."""
    desk.heard = time.monotonic() - serve.IDLE - 1
    assert desk.silence > serve.IDLE
    desk.hear()
    assert desk.silence < serve.IDLE


# --- the command ------------------------------------------------------------------------------------------------------


def test_a_machine_without_a_screen_gets_the_address(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is printed; where a browser opens, it is not, since it works once."""
    asked: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: not asked.append(address))
    command._opening("http://127.0.0.1:1/open?token=x", True, browser=False).join()
    assert "http://127.0.0.1:1/open?token=x" in capsys.readouterr().out
    command._opening("http://127.0.0.1:1/open?token=y", True, browser=True).join()

    assert "token" not in capsys.readouterr().out
    assert asked == ["http://127.0.0.1:1/open?token=y"]


def test_a_browser_that_does_not_open_costs_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Then the address is printed after all."""
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    command._opening("http://127.0.0.1:1/open?token=z", True, browser=True).join()

    assert "token=z" in capsys.readouterr().out


def test_running_is_plain() -> None:
    """What a lock file says, and no more."""
    assert set(Running.__slots__) == {"port", "secret"}

"""The running page: its port, its lock file, a second start that joins the first, and how it ends.

The lock file lies in the person's private runtime folder and holds the port and a secret, never a word of a post. A
second start proves that it knows the secret, and the first proves the same before its address is believed: whoever
took over the port of a page that was killed can do neither. A file whose page does not answer is stale, and replaced.
"""

import http.client
import json
import logging
import os
import secrets
import signal
import socket
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import uvicorn

from audit.errors import AuditError
from audit.web.app import make_app
from audit.web.desk import Desk
from audit.web.guard import HOST, JOIN, Door

LOCK = "page.json"
IDLE = 15 * 60.0  # seconds without a sign of any page of ours, and without work, after which it ends
LOOK = 5.0  # seconds between two looks at whether it is idle
ANSWER = 3.0  # seconds for the first page to answer a second start
STARTING = 2.0  # seconds that a lock file may be half-written


class NoPort(AuditError):
    """The system lets us listen nowhere."""

    def __init__(self) -> None:
        super().__init__(
            "The page could not be opened: this computer does not allow a program to listen on 127.0.0.1. "
            "backscroll scan does the same without a page."
        )


class OpenAlready(AuditError):
    """A page that shall leave no trace cannot join one that keeps what is decided."""

    def __init__(self) -> None:
        super().__init__("Backscroll is open already, and that page keeps what you decide. Quit it there first.")


@dataclass(frozen=True, slots=True)
class Running:
    """What a lock file says."""

    port: int
    secret: str


def runtime_folder() -> Path | None:
    """Return a folder that is this person's alone, made if need be; None where there is none to be had."""
    from platformdirs import user_runtime_path

    try:
        with warnings.catch_warnings(action="ignore"):  # it warns where it has to fall back on the temporary folder
            folder = user_runtime_path("backscroll", appauthor=False)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        told = folder.lstat()
    except OSError:
        return None
    if sys.platform != "win32" and (folder.is_symlink() or told.st_uid != os.getuid() or told.st_mode & 0o077):
        return None
    return folder


# --- joining ----------------------------------------------------------------------------------------------------------


def joined(folder: Path | None) -> str | None:
    """Return an address of the page that runs already, or None. A stale lock file is removed."""
    if folder is None:
        return None
    running = _running(folder / LOCK)
    if running is None:
        return None
    address = _asked(running)
    if address is None and _running(folder / LOCK) == running:
        with suppress(OSError):
            (folder / LOCK).unlink()
    return address


def _running(lock: Path) -> Running | None:
    """Read the lock file; one that is half-written is given a moment."""
    until = time.monotonic() + STARTING
    while True:
        try:
            whole = json.loads(lock.read_text(encoding="utf-8"))
            return Running(int(whole["port"]), str(whole["secret"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            if time.monotonic() > until:
                with suppress(OSError):
                    lock.unlink()
                return None
            time.sleep(0.05)


def _asked(running: Running) -> str | None:
    """Ask the page for an address. None unless it proves to be ours."""
    door = Door(running.port, running.secret)
    nonce = secrets.token_hex(16)
    body = json.dumps({"nonce": nonce, "proof": door.proof("join", nonce)})
    connection = http.client.HTTPConnection(HOST, running.port, timeout=ANSWER)
    try:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        connection.request("POST", JOIN, body, headers)
        answer = json.loads(connection.getresponse().read(10_000))
        address, proof = str(answer["address"]), str(answer["proof"])
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
        return None
    finally:
        connection.close()
    return address if door.proves("joined", nonce, proof) and address.startswith(f"{door.origin}/") else None


# --- the lock file ----------------------------------------------------------------------------------------------------


@contextmanager
def held(folder: Path | None, door: Door) -> Iterator[bool]:
    """Let later starts find this page while the block runs. Gives False where another page was quicker."""
    if folder is None:
        yield True
        return
    lock = folder / LOCK
    try:
        descriptor = os.open(lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        yield False
        return
    except OSError:  # no later start will find it; that is all
        yield True
        return
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump({"port": door.port, "secret": door.secret}, stream)
    try:
        yield True
    finally:
        if _running(lock) == Running(door.port, door.secret):
            with suppress(OSError):
                lock.unlink()


# --- serving ----------------------------------------------------------------------------------------------------------


def serve(
    desk: Desk,
    opened: Callable[[str, bool], None],
    told: Callable[[str], None] | None = None,
    folder: Path | None = None,
) -> None:
    """Serve the page until it is quit, left alone or interrupted. With one running already, that one is opened.

    `opened`: takes the address to open in the browser, and whether this start is the one that serves it. `told`: takes
    the sentence on a mistake of ours. `folder`: where the lock file lies, if not in the runtime folder.
    Raises: NoPort, OpenAlready.
    """
    folder = folder or runtime_folder()
    if _joins(desk, folder, opened):
        return
    listening = _listening()
    door = Door(listening.getsockname()[1])
    with listening, held(folder, door) as first:
        if not first and _joins(desk, folder, opened):
            return
        server = _server(desk, door, told)
        threading.Thread(target=_watch, args=(server, desk), daemon=True, name="idle").start()
        threading.Thread(target=_offers, args=(desk,), daemon=True, name="downloads").start()
        desk.learning.begin()
        opened(door.address(), True)
        with _ends_on_signals(server):
            server.run(sockets=[listening])


def _joins(desk: Desk, folder: Path | None, opened: Callable[[str, bool], None]) -> bool:
    address = joined(folder)
    if address is None:
        return False
    if not desk.keep:
        raise OpenAlready
    opened(address, False)
    return True


def _listening() -> socket.socket:
    """Listen where only this computer can reach us, on a port that nobody can foretell."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        listening.bind((HOST, 0))
        listening.listen(128)
    except OSError:
        listening.close()
        raise NoPort from None
    return listening


def _server(desk: Desk, door: Door, told: Callable[[str], None] | None) -> uvicorn.Server:
    """Return a server that writes no log: a line of it could quote an address, or an exception's values."""
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi"):
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    server: uvicorn.Server

    def ended() -> None:
        server.should_exit = True

    config = uvicorn.Config(
        make_app(desk, door, ended=ended, told=told),
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    server = uvicorn.Server(config)
    return server


def _watch(server: uvicorn.Server, desk: Desk) -> None:
    """End the page once it is left: nobody there, nothing under way."""
    while not server.should_exit:
        time.sleep(LOOK)
        working = desk.busy and not (desk.job and desk.job.paused)
        if not working and desk.silence > IDLE:
            server.should_exit = True


def _offers(desk: Desk) -> None:
    with suppress(AuditError, OSError):
        desk.look_around()


@contextmanager
def _ends_on_signals(server: uvicorn.Server) -> Iterator[None]:
    """End in good order when the terminal is closed or the system asks. uvicorn hands on what it caught, at its end."""

    def end(_: int, __: FrameType | None) -> None:
        server.should_exit = True

    names = [name for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = {}
    for name in names:
        number = getattr(signal, name)
        if signal.getsignal(number) is not signal.SIG_IGN:
            before[number] = signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

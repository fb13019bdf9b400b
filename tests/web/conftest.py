"""A page without a port. `page`: a browser that was let in; `stranger`: one that was not; `loopback`: 127.0.0.1."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from audit.web.app import make_app
from audit.web.desk import Desk
from audit.web.guard import Door
from tests.web.browser import PORT, let_in

_CONNECT, _GETADDRINFO = socket.socket.connect, socket.getaddrinfo


@pytest.fixture
def loopback(no_network: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sockets reach this machine by its number, and nothing else."""

    def connect(self: socket.socket, address: Any) -> None:
        assert isinstance(address, tuple) and address[0] == "127.0.0.1", "a network call was made"
        _CONNECT(self, address)

    def getaddrinfo(host: Any, *rest: Any, **more: Any) -> Any:
        assert host == "127.0.0.1", "a name was looked up"
        return _GETADDRINFO(host, *rest, **more)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


@pytest.fixture(autouse=True)
def own_runtime(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lock files of tests lie in their own folder."""
    folder = own_home / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a desk with a ledger of its own."""
    made = Desk(tmp_path / "ledger")
    yield made
    made.close()


@pytest.fixture
def door() -> Door:
    """Give the secrets of the page."""
    return Door(PORT)


@pytest.fixture
def stranger(desk: Desk, door: Door) -> Iterator[TestClient]:
    """Give a browser that reaches the page but was never let in. It follows no redirects."""
    with TestClient(make_app(desk, door), base_url=door.origin, follow_redirects=False) as client:
        yield client


@pytest.fixture
def page(desk: Desk, door: Door) -> Iterator[TestClient]:
    """Give a browser on the page: it has the cookie, and says where it comes from."""
    with TestClient(make_app(desk, door), base_url=door.origin, follow_redirects=False) as client:
        let_in(client, door)
        yield client


@pytest.fixture(scope="session", autouse=True)
def learnt() -> None:
    """Learn once, before many pages at once would each begin to."""
    from classifiers.model import load_model

    load_model()

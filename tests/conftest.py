"""No test reaches a network or a real export."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[1] / "sample_exports"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` writes the expectations beside the samples; read them before you commit them."""
    parser.addoption("--accept", action="store_true", help="write sample_exports/**/*.expected.jsonl anew")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any attempt to reach beyond this machine fails the test."""

    def refuse(*_: object) -> None:
        raise AssertionError("a network call was made")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Each test has an empty home of its own. The fitted model's cache is shared: it holds no person's words."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_CACHE_HOME", os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache")))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    return home

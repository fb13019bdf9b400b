"""What a browser does, for tests: it opens the page, and reads ranges of files out to it."""

import threading
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from audit.web.guard import Door

PORT = 8765
JSON = {"Accept": "application/json"}


def let_in(client: TestClient, door: Door) -> None:
    """Open the page by its one-time address."""
    client.headers["Origin"] = door.origin
    answer = client.get(door.address(), follow_redirects=False)
    assert answer.status_code == 303


class Tab:
    """A page that holds files open. `files`: bytes, or a function from start and length to bytes, by name."""

    def __init__(self, client: TestClient, name: str = "tab") -> None:
        self.client, self.name = client, name
        self.held: dict[str, list[Any]] = {}
        self.asked: list[tuple[str, int, int]] = []  # key, start, length
        self.broken = False
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def drop(self, name: str, files: dict[str, Any], *, folder: bool = False) -> dict[str, Any]:
        """Drop one export, and return it as the page lists it."""
        told = [{"name": inner, "size": size_of(content), "modified": 1} for inner, content in files.items()]
        key = str(len(self.held))
        self.held[key] = list(files.values())
        offered = {"tab": self.name, "exports": [{"name": name, "key": key, "folder": folder, "files": told}]}
        answer = self.client.post("/remote", json=offered, headers=JSON)
        assert answer.status_code == 200, answer.text
        [source] = answer.json()["sources"]
        return source

    @contextmanager
    def serving(self) -> Any:
        """Answer what is asked for while the block runs."""
        self._thread.start()
        try:
            yield self
        finally:
            self.close()
            self._thread.join()

    def close(self) -> None:
        """Close the tab."""
        self._over.set()
        self.client.post(f"/remote/left?tab={self.name}")

    def _serve(self) -> None:
        seen = -1
        while not self._over.is_set():
            answer = self.client.get(f"/remote/wants?tab={self.name}&seen={seen}", headers=JSON).json()
            seen = answer["at"]
            if answer["over"]:
                return
            for one in answer["ranges"]:
                if not self._over.is_set():
                    self._answer(one)

    def _answer(self, one: dict[str, Any]) -> None:
        content = self.held[one["key"]][one["file"]]
        self.asked.append((one["key"], one["start"], one["length"]))
        if self.broken:
            self.client.delete(f"/remote/ranges/{one['id']}")
            return
        piece = part_of(content, one["start"], one["length"])
        self.client.put(f"/remote/ranges/{one['id']}", content=piece)


def size_of(content: Any) -> int:
    """Return how large a file is: bytes, a path, or (size, function)."""
    if isinstance(content, bytes):
        return len(content)
    return content.stat().st_size if isinstance(content, Path) else content[0]


def part_of(content: Any, start: int, length: int) -> bytes:
    """Return a range of it."""
    if isinstance(content, bytes):
        return content[start : start + length]
    if isinstance(content, Path):
        with content.open("rb") as stream:
            stream.seek(start)
            return stream.read(length)
    reads: Callable[[int, int], bytes] = content[1]
    return reads(start, length)


def until(holds: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait until something is so. Never a measure: it only gives up where a test would hang."""
    waited = threading.Event()
    for _ in range(int(seconds / 0.02)):
        if holds():
            return
        waited.wait(0.02)
    raise AssertionError("it never came to be")


def names(sources: Sequence[dict[str, Any]]) -> list[str]:
    """Return the names of listed sources."""
    return [source["name"] for source in sources]

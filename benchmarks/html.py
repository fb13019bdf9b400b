"""The cases of exports in HTML, and beside them what is not done: trees of the same pages by lxml and BeautifulSoup."""

import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import made_html as made
from benchmarks.measure import Case, Row, alone, peak, row, timed, unzipped

_PIECE = 1 << 20
_SOUP = 1 << 22  # bytes that BeautifulSoup is given: the whole takes minutes


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees of Facebook's pages, made and not looked at: the least that a reader costs which makes them."""

    library: str
    count: int

    def __call__(self) -> Row:
        """Make the export and its trees, in a process of its own, and return the row."""
        return alone(self._made)

    def _made(self) -> Row:
        with tempfile.TemporaryDirectory() as folder:
            path = made.facebook_zip(Path(folder) / "export.zip", self.count)
            bound, size = min(timed(lambda: unzipped(path)) for _ in range(3))
            seconds, portion = timed(lambda: (_lxml if self.library == "lxml" else _soup)(path))
        return row(f"{self.library}'s trees alone", "HTML", self.count, size, bound, seconds * size / portion, peak())


def _page(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(archive.namelist()[0])


def _lxml(path: Path) -> int:
    from lxml import etree

    page = _page(path)
    etree.fromstring(page, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    return len(page)


def _soup(path: Path) -> int:
    """Return how much of the page a tree was made of."""
    from bs4 import BeautifulSoup

    page = _page(path)[:_SOUP]
    BeautifulSoup(page.decode("utf-8", "replace"), "lxml")
    return len(page)


CASES: dict[str, Callable[[], Row]] = {
    "facebook-html": Case("Facebook", "HTML", made.facebook_zip, 50_000),
    "facebook-html-wall": Case("Facebook before 2018", "HTML", made.facebook_wall_zip, 50_000),
    "instagram-html": Case("Instagram", "HTML", made.instagram_zip, 50_000),
    "telegram-html": Case("Telegram", "HTML", made.telegram_zip, 50_000, messages=True),
    "youtube-html": Case("YouTube before 2023", "HTML", made.youtube_zip, 100_000),
    "my-activity-html": Case("My Activity, searches", "HTML", made.activity_zip, 100_000),
    "google-plus-html": Case("Google+", "HTML, a page a post", made.plus_zip, 10_000),
    "facebook-html-200000": Case("Facebook, the largest", "HTML", made.facebook_zip, 200_000),
    "lxml-trees": Trees("lxml", 50_000),
    "soup-trees": Trees("BeautifulSoup", 50_000),
}

"""An archive as large as they get: 200,000 tweets in some 300 MB of text, beside 20 GB of videos."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from benchmarks.made.feeds import twitter_members
from benchmarks.measure import Case, Row

_NOUGHTS = bytes(16 << 20)
_VIDEO = 6 * len(_NOUGHTS)  # 100 MB
_VIDEOS = 200


class _Sparse:
    """A file in which noughts are stepped over, not written: gigabytes of them take no room on the disk."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def write(self, piece: bytes) -> int:
        if piece == _NOUGHTS:
            self._file.seek(len(piece), 1)
            return len(piece)
        return self._file.write(piece)

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)


def huge_zip(path: Path, count: int) -> Path:
    """Write an X archive with `count` tweets and 200 videos of 100 MB, stored as they are: X packs nothing twice."""
    with path.open("wb") as file, zipfile.ZipFile(_Sparse(file), "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[arg-type]
        for number in range(_VIDEOS):
            video = zipfile.ZipInfo(f"data/tweets_media/{10**18 + number}-video.mp4")
            with archive.open(video, "w") as stream:
                for _ in range(0, _VIDEO, len(_NOUGHTS)):
                    stream.write(_NOUGHTS)
        for name, content in twitter_members(count):
            archive.writestr(name, content)
    return path


CASES: dict[str, Callable[[], Row]] = {
    "twitter-20GB": Case("X, beside 20 GB of videos", "JSON (.js)", huge_zip, 200_000, unread=(".mp4",))
}

"""Broken and hostile exports: each costs as little as possible, is told in plain words, and quotes nothing."""

import json
import random
import zipfile
from pathlib import Path

import pytest

from audit.errors import AuditError
from audit.parsers import Reading
from audit.pipeline import read_posts
from audit.posts import Post

SAMPLES = Path(__file__).parents[1] / "sample_exports"


def read(*paths: Path) -> tuple[Reading, list[Post]]:
    reading, posts, _, _ = read_posts(paths)
    return reading, posts


def status_of(reading: Reading, name: str) -> tuple[str, str]:
    [line] = [line for line in reading.members if line.name.endswith(name)]
    return line.status, line.reason


def export_with(folder: Path, name: str, content: bytes) -> Path:
    """A whole X export with one more, or another, file in it."""
    path = folder / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted((SAMPLES / "twitter" / "2024").rglob("*")):
            inner = file.relative_to(SAMPLES / "twitter" / "2024").as_posix()
            if file.is_file() and inner != name:
                archive.write(file, inner)
        archive.writestr(name, content)
    return path


WHOLE = len(read(SAMPLES / "twitter" / "2024")[1])


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_truncated_zip_gives_what_stands_before_the_cut(tmp_path: Path, share: float) -> None:
    """The directory of a zip stands at its end: without it the members are still found."""
    path = export_with(tmp_path, "data/like.js", b"window.YTD.like.part0 = []")
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * share)])
    reading, posts = read(path)

    assert posts
    assert any("cut off" in remark for remark in reading.remarks)


def test_a_json_cut_in_half_keeps_its_first_half_and_every_other_file(tmp_path: Path) -> None:
    """The rest of the file is one unread place."""
    whole = (SAMPLES / "twitter" / "2024" / "data" / "tweets.js").read_bytes()
    reading, posts = read(export_with(tmp_path, "data/tweets.js", whole[: len(whole) // 2]))
    [line] = [line for line in reading.members if line.name.endswith("data/tweets.js")]

    assert 0 < len(posts) < WHOLE
    assert line.posts > 0
    assert any("cut off" in gone.reason for gone in line.unread)


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 5000, b"\x89PNG\r\n\x1a\n", b"window.YTD.tweets.part0 = {]", b"[[[[" * 50_000, b'{"a":' * 50_000],
)
def test_one_ruined_file_costs_that_file(tmp_path: Path, content: bytes) -> None:
    """It is named as unread with a reason; everything else is read."""
    reading, posts = read(export_with(tmp_path, "data/community-tweet.js", content))

    assert status_of(reading, "community-tweet.js")[0] == "unread"
    assert status_of(reading, "community-tweet.js")[1]
    assert len(posts) >= WHOLE - 5


def test_names_with_steps_write_nothing_outside(tmp_path: Path) -> None:
    """A zip with `../` names is read like any other, and nothing appears anywhere."""
    path = export_with(tmp_path, "../../evil.js", b"x")
    before = sorted(tmp_path.parent.rglob("evil.js"))
    _, posts = read(path)

    assert len(posts) == WHOLE
    assert sorted(tmp_path.parent.rglob("evil.js")) == before


def test_a_csv_without_its_columns_is_unread_and_the_rest_is_read(tmp_path: Path) -> None:
    """A Shares.csv that is something else costs that file."""
    folder = tmp_path / "linkedin"
    folder.mkdir()
    (folder / "Shares.csv").write_text("colour,weight\nred,2\n", encoding="utf-8")
    (folder / "Comments.csv").write_text("Date,Link,Message\n2026-02-06 15:40:12,https://x.y/z,Well said\n")
    reading, posts = read(folder)

    assert status_of(reading, "Shares.csv")[0] == "unread"
    assert [post.text for post in posts] == ["Well said"]


@pytest.mark.parametrize("name", ["photos", "png.zip", "empty.zip", "notes.txt", "empty"])
def test_what_is_no_export_is_refused_in_plain_words(tmp_path: Path, name: str) -> None:
    """Holiday photos, a picture named .zip, nothing at all: a short sentence that says what to do."""
    path = tmp_path / name
    if name == "photos":
        path.mkdir()
        (path / "beach.jpg").write_bytes(b"\xff\xd8\xff" * 100)
    elif name == "empty":
        path.mkdir()
    else:
        path.write_bytes({"png.zip": b"\x89PNG\r\n\x1a\n" * 9, "empty.zip": b"", "notes.txt": b"dear diary"}[name])

    with pytest.raises(AuditError) as refusal:
        read(path)

    told = str(refusal.value)
    assert "as the network sent it" in told
    assert "diary" not in told
    assert not [word for word in ("Error", "Traceback", "Exception") if word in told]


def test_two_networks_in_one_folder_are_both_read(tmp_path: Path) -> None:
    """One archive may hold exports of several networks, each in its folder."""
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for network, vintage in (("twitter", "2024"), ("linkedin", "complete-2026"), ("facebook", "json-2026")):
            folder = SAMPLES / network / vintage
            for file in sorted(folder.rglob("*")):
                if file.is_file():
                    archive.write(file, f"{network}/{file.relative_to(folder).as_posix()}")
    _, posts = read(path)

    assert {post.network for post in posts} == {"twitter", "linkedin", "facebook"}


def test_the_same_export_twice_counts_once(tmp_path: Path) -> None:
    """What stands in two exports, or twice in one call, is one post."""
    path = export_with(tmp_path, "data/like.js", b"window.YTD.like.part0 = []")

    assert len(read(path, SAMPLES / "twitter" / "2024")[1]) == WHOLE


def test_no_reason_quotes_the_person(tmp_path: Path) -> None:
    """Whatever a broken record holds, the account of reading does not repeat it."""
    secret = "zanzibar marmalade"
    broken = json.dumps([{"tweet": {"full_text": {"x": secret}, "id_str": [secret]}}, secret, {secret: secret}])
    reading, _ = read(export_with(tmp_path, "data/community-tweet.js", f"window.YTD.x.part0 = {broken}".encode()))
    told = " ".join(
        [gone.reason + gone.source for line in reading.members for gone in line.unread]
        + [line.reason for line in reading.members]
        + reading.remarks
    )

    assert "zanzibar" not in told


def test_a_lone_file_is_told_by_its_content(tmp_path: Path) -> None:
    """One file of an export, under any name."""
    path = tmp_path / "download (3).txt"
    path.write_bytes((SAMPLES / "twitter" / "2024" / "data" / "tweets.js").read_bytes())

    assert {post.network for post in read(path)[1]} == {"twitter"}


def test_noise_under_every_known_name_is_refused_in_plain_words(tmp_path: Path) -> None:
    """Each file of a sample replaced by random bytes: nothing can be read, and that is said."""
    for network in ("twitter", "linkedin"):
        for folder in (SAMPLES / network).iterdir():
            if not folder.is_dir():
                continue
            path, noise = tmp_path / f"{network}-{folder.name}.zip", random.Random(folder.name)
            with zipfile.ZipFile(path, "w") as archive:
                for file in sorted(folder.rglob("*")):
                    if file.is_file():
                        archive.writestr(file.relative_to(folder).as_posix(), noise.randbytes(3000))
            with pytest.raises(AuditError, match="could not be read"):
                read(path)

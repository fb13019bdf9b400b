"""The benchmarks' own promises: true layouts, a case for every network, one table."""

import zipfile

import pytest

from audit.parsers import networks
from audit.pipeline import read_posts
from benchmarks.__main__ import tables
from benchmarks.cases import CASES, all_cases
from benchmarks.large import huge_zip
from benchmarks.made.feeds import twitter_zip
from benchmarks.measure import Case, unzipped

FEW = 12


@pytest.mark.parametrize("name", CASES)
def test_made_exports_are_read_to_the_last_post(name, tmp_path):
    """Each made export is recognised, and holds exactly the posts it was asked for, each with its words."""
    case = CASES[name]
    assert isinstance(case, Case)
    path = case.make(tmp_path / "export.zip", FEW)

    reading, posts, refused, copies = read_posts([path], messages=case.messages)

    assert (len(posts), refused, copies) == (FEW, [], 0)
    assert all(post.text for post in posts)
    assert not any(line.unread_count for line in reading.members)


def test_every_network_has_a_case(tmp_path):
    """Among the exports that the cases make there is one of each network with a format of its own."""
    found = set()
    for name, case in CASES.items():
        assert isinstance(case, Case)
        _, posts, _, _ = read_posts([case.make(tmp_path / f"{name}.zip", FEW)], messages=True)
        found |= {post.network for post in posts}

    assert found == networks().keys() - {"generic"}


def test_members_without_words_are_no_part_of_the_bound(tmp_path):
    """The bound counts the bytes of the members that are read, and of no others."""
    path = twitter_zip(tmp_path / "export.zip", FEW)
    words = unzipped(path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("data/tweets_media/1-a.mp4", b"\0" * 5000)

    assert unzipped(path) == words + 5000
    assert unzipped(path, (".mp4",)) == words


def test_noughts_take_no_room(tmp_path, monkeypatch):
    """The videos of the largest export are as long as they say, though next to nothing of them lies on the disk."""
    monkeypatch.setattr("benchmarks.large._VIDEOS", 2)
    path = huge_zip(tmp_path / "export.zip", FEW)

    with zipfile.ZipFile(path) as archive:
        videos = [info for info in archive.infolist() if info.filename.endswith(".mp4")]
    assert [info.file_size for info in videos] == [96 << 20] * 2
    assert path.stat().st_blocks * 512 < 8 << 20 < path.stat().st_size
    assert len(read_posts([path])[1]) == FEW


def test_rows_of_one_kind_make_one_table():
    """Rows with the same columns stand in one table, however many others stand between them."""
    shown = tables([{"a": 1}, {"b": 2}, {"a": 3}])

    assert shown == "| a |\n| --- |\n| 1 |\n| 3 |\n\n| b |\n| --- |\n| 2 |\n"


def test_every_module_adds_its_cases():
    """Cases of HTML, of the scoring and of the largest archive are run beside those of the networks."""
    assert {"twitter", "scoring-100000", "twitter-20GB", "facebook-html"} <= all_cases().keys()

"""However an archive is made or unmade: each file in it is accounted for once, little is taken out, nothing written."""

import gzip
import io
import random
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audit import merge
from audit.archive import Archive, Member, limits, nested, open_archive, open_streams
from audit.archive.names import LONGEST, NAMELESS, harmless, is_clutter, member_name
from audit.parsers import Export
from audit.posts import Post
from tests.hostile.harness import InMemory, Outcome, hostile, must_hold, nothing_written, outcome_of
from tests.hostile.packing import (
    DEFLATED,
    IN_UTF8,
    LINK,
    LOCKED,
    SIZES_BEHIND,
    STORED,
    Ends,
    Entry,
    good_zip,
    raw_tar,
    raw_zip,
)
from tests.parsers.mangle import WORD

TWEET = f'{{"tweet": {{"full_text": "{WORD} said no", "id_str": "7", "created_at": "Mon Jan 01 00:00:00 +0000 2018"}}}}'
TWEETS = f"window.YTD.tweets.part0 = [{TWEET}]".encode()
SHARES = f'Date,ShareLink,ShareCommentary\n2021-02-03 04:05:06,https://x.example,"{WORD} again"\n'.encode()
TRICKY = (
    *(
        "../../etc/passwd",
        "/etc/passwd",
        "C:\\x\\tweets.js",
        "c:tweets.js",
        "\\\\host\\share\\tweets.js",
        "..",
        ".",
        "/",
    ),
    *("data/tweets.js", "DATA/Tweets.JS", "data/tweets.js", "x/../data/tweets.js", "./data//tweets.js", "Shares.csv"),
    *(
        "data/\x1b[31mtweets.js",
        "data/\u202etweets.js",
        "\u2066a\u2069.csv",
        "a\nb.csv",
        "tweets.js\0.png",
        "\0",
        "CON",
    ),
    *(
        "__MACOSX/._tweets.js",
        "a/.DS_Store",
        "in.zip",
        "in.ZIP",
        "data/media/in.zip",
        "in.zip/data/tweets.js",
        "a/" * 3000,
    ),
    *(
        "x" * 5000 + "/data/tweets.js",
        "data/tweets-part999999999999.js",
        "backscroll-report.html",
        "\u00e9.csv",
        "e\u0301.csv",
    ),
)
NAMES = st.one_of(
    st.sampled_from(TRICKY), st.text(max_size=20), st.from_regex(r"(\.\./|[a-c]/){0,5}(tweets\.js|x\.csv)")
)
CONTENTS = st.one_of(
    st.sampled_from([TWEETS, SHARES, b"", b"[]", b"\0" * 70_000, good_zip({"data/tweets.js": TWEETS}), b"PK\x03\x04"]),
    st.binary(max_size=60),
)
ENTRIES = st.builds(
    Entry,
    name=st.one_of(NAMES.map(lambda name: name.encode("utf-8", "surrogatepass")), st.binary(max_size=12)),
    content=CONTENTS,
    method=st.sampled_from([STORED, DEFLATED, DEFLATED, 12, 14, 99, 7]),
    flags=st.sampled_from([0, 0, 0, IN_UTF8, LOCKED, SIZES_BEHIND, SIZES_BEHIND | LOCKED, 0x20, 0x40]),
    crc=st.sampled_from([None, None, None, 5]),
    packed_size=st.sampled_from([None, None, None, 0, 3, 2**31, 2**32 - 1]),
    size=st.sampled_from([None, None, None, 0, 3, 2**32 - 1]),
    attributes=st.sampled_from([0, 0, 0, LINK]),
    extra=st.sampled_from([b"", b"", b"\x01\0\xff\xff12", b"\x01\0\x10\0" + b"\xff" * 16, b"\x01\0\x04\0abcd"]),
    over=st.sampled_from([None, None, None, 0, 1]),
)
ENDS = st.builds(
    Ends,
    count=st.sampled_from([None, None, 0, 1, 65535, 2**40]),
    size=st.sampled_from([None, None, 0, 2**32 - 1, 2**62]),
    start=st.sampled_from([None, None, 0, 2**32 - 1, 2**63]),
    comment=st.sampled_from([b"", b"PK\x05\x06", b"x" * 65535]),
    zip64=st.booleans(),
    disks=st.sampled_from([1, 0, 7]),
)
SPOILER = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=20)


def read(name: str, content: bytes) -> tuple[Outcome, InMemory]:
    export = InMemory(name, content)
    outcome = outcome_of(export)
    must_hold(outcome)
    assert export.taken[name] <= 40 * len(content) + 2_000_000
    return outcome, export


def accounted(outcome: Outcome) -> list[str]:
    return [line.name for line in outcome.reading.members]


# Zips.


@hostile(120)
@given(st.lists(ENTRIES, max_size=6), st.one_of(st.none(), ENDS))
@example([Entry(b"")], None)  # no name at all
@example([Entry(b"\0abc"), Entry(b"..")], None)
@example([Entry(b"in.zip", good_zip({"data/tweets.js": TWEETS}), flags=LOCKED)], None)  # a locked zip in a zip
@example([Entry(b"in.zip", b"PK\x03\x04", method=99)], None)
@example([Entry(b"data/tweets.js", TWEETS)], Ends(zip64=True, disks=7))
@example([Entry(b"data/tweets.js", TWEETS)], Ends(start=2**32 - 2))
def test_a_zip_of_odd_fields_costs_what_is_odd(entries: list[Entry], ends: Ends | None) -> None:
    """Names, sizes, sums, flags, methods, directories that lie: no member is lost without a word."""
    raw = raw_zip(entries, ends)
    outcome, _ = read("export.zip", raw)

    if ends is None and _is_directory(raw):
        own = [name for name in accounted(outcome) if "in.zip" not in name.lower()]
        files = [entry for entry in entries if not _name(entry).endswith("/") and "in.zip" not in _name(entry).lower()]
        assert len(own) == len(files)


def _is_directory(raw: bytes) -> bool:
    """Say whether the directory can be read; else what is found depends on what the headers happen to say."""
    try:
        return bool(zipfile.ZipFile(io.BytesIO(raw)).infolist())
    except (zipfile.BadZipFile, ValueError):
        return False


def _name(entry: Entry) -> str:
    return entry.name.decode("utf-8" if entry.flags & IN_UTF8 else "cp437", "replace").partition("\0")[0]


WHOLE = raw_zip(
    [
        Entry(b"data/tweets.js", TWEETS * 3, DEFLATED, SIZES_BEHIND),
        Entry(b"data/account.js", b"window.YTD.account.part0 = [{}]"),
        Entry(b"in.zip", good_zip({"Shares.csv": SHARES})),
        Entry("d\u00e4t\u00e4/x.js".encode(), TWEETS, flags=IN_UTF8),
    ],
    Ends(zip64=True),
)
TARS = {
    mode: raw_tar([("data/tweets.js", tarfile.REGTYPE, TWEETS), ("Shares.csv", tarfile.REGTYPE, SHARES * 20)], mode)
    for mode in ("w", "w:gz", "w:bz2", "w:xz")
}


@hostile(120)
@given(SPOILER, st.one_of(st.none(), st.integers(0, len(WHOLE))))
def test_a_spoilt_zip_is_read_as_far_as_it_goes(changes: list[tuple[int, int]], cut: int | None) -> None:
    """Bytes changed anywhere, cut anywhere."""
    raw = bytearray(WHOLE)
    for place, value in changes:
        raw[place % len(raw)] = value
    read("export.zip", bytes(raw[:cut]))


@pytest.mark.parametrize("mode", TARS)
@hostile(40)
@given(changes=SPOILER, cut=st.one_of(st.none(), st.floats(0, 1)))
def test_a_spoilt_tar_is_read_as_far_as_it_goes(mode: str, changes: list[tuple[int, int]], cut: float | None) -> None:
    """Packed in each way a tar is packed in."""
    raw = bytearray(TARS[mode])
    for place, value in changes:
        raw[place % len(raw)] = value
    read("export.tar", bytes(raw if cut is None else raw[: int(len(raw) * cut)]))


@pytest.mark.parametrize("place", range(0, len(TARS["w:xz"]), 16))
def test_an_xz_that_breaks_within_costs_its_rest(place: int) -> None:
    """Its library has an error of its own, while a tar is listed, too."""
    raw = bytearray(TARS["w:xz"])
    raw[place] ^= 0xFF
    read("export.tar.xz", bytes(raw))


def test_a_directory_that_leads_nowhere_costs_nothing() -> None:
    """The members' own headers are still there."""
    outcome, _ = read("export.zip", raw_zip([Entry(b"data/tweets.js", TWEETS)], Ends(start=2**32 - 2)))

    assert len(outcome.posts) == 1


def test_a_link_in_a_zip_or_tar_is_left_out() -> None:
    """Its content is a path: it is neither followed nor read."""
    kinds = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE)
    zipped = raw_zip([Entry(b"data/tweets.js", b"/etc/passwd", attributes=LINK), Entry(b"x.csv", b"a")])
    tarred = raw_tar([(f"data/tweets-part{place}.js", kind, b"") for place, kind in enumerate(kinds)])
    for content, links in ((zipped, 1), (tarred, 4)):
        lines = read("export", content)[0].reading.members
        assert [line.status for line in lines if "tweets" in line.name] == ["left out"] * links


# Names.


@hostile(150)
@given(
    st.one_of(NAMES, st.lists(st.sampled_from(["..", ".", "/", "\\", "C:", "a", "", "\0"]), max_size=9).map("".join))
)
def test_a_name_never_leads_out_and_is_never_empty(name: str) -> None:
    """No root, drive or step upwards, whatever is put together; printed, it holds nothing a terminal acts on."""
    kept, shown = member_name(name), harmless(name)

    assert kept
    assert len(kept) <= max(LONGEST, len(NAMELESS))
    assert not kept.startswith(("/", "\\"))
    assert not {"..", ".", ""} & set(kept.split("/"))
    assert member_name(kept) == kept or ":" in kept
    assert not {"\x1b", "\n", "\r", "\u202e", "\u2066", "\0"} & set(shown)
    assert bool(shown.encode()) == bool(name)


@hostile(60)
@given(st.lists(st.tuples(NAMES, CONTENTS), max_size=8), st.sampled_from(["zip", "tar", "streams"]))
def test_each_file_is_accounted_for_once(files: list[tuple[str, bytes]], packed: str) -> None:
    """Twice the same name, only another case, a step upwards, a zip within: each stands in the account once."""
    files = [(name.partition("\0")[0], content) for name, content in files]
    files = [
        (name, content) for name, content in files if name and name[-1] not in "/\\" and "in.zip" not in name.lower()
    ]
    files = [(name, content) for name, content in files if not _is_surrogate(name) and len(name) < 60_000]
    if packed == "streams":
        export = InMemory("folder", dict(files))
        files = list(dict(files).items())
    elif packed == "zip":
        content = raw_zip([Entry(name.encode(), held, flags=IN_UTF8) for name, held in files])
        export = InMemory("export.zip", content)
    else:
        export = InMemory("export.tar", raw_tar([(name, tarfile.REGTYPE, held) for name, held in files], "w"))
    outcome = outcome_of(export)
    must_hold(outcome)

    if packed != "tar" and (files or packed == "streams"):
        assert Counter(accounted(outcome)) == Counter(member_name(name) for name, _ in files)
    elif files:
        assert len(accounted(outcome)) == len(files)


def _is_surrogate(name: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in name)


# Many, deep, far too much.


MANY = (
    "data/tweets-part{}.js",
    "{}/data/tweets.js",
    "{}.js",
    "no{}.dat",
    "{}.zip",
    "a/" * 40 + "{}",
    "n{}/n{}/Shares.csv",
)


def test_ten_thousand_members_cost_no_more_than_ten_thousand() -> None:
    """Each stands in the account; what is asked of one is not asked of all of them again.

    Once seen: each file went through the names of all others, each root through all roots, each zip through all files.
    """
    names = [MANY[number % len(MANY)].format(number, number) for number in range(10_000)]
    outcome, _ = read("export.zip", good_zip(dict.fromkeys(names, TWEETS), zipfile.ZIP_STORED))

    assert Counter(accounted(outcome)) == Counter(names)
    assert len(outcome.posts) == 1


def test_a_zip_without_its_directory_is_walked_once() -> None:
    """Thousands of headers, none in a directory: the file is read a few times, not once for each of them."""
    raw = raw_zip([Entry(b"no%d.dat" % number, b"") for number in range(4_000)])
    raw = raw[: raw.index(b"PK\x01\x02")]
    outcome, export = read("export.zip", raw)

    assert len(outcome.reading.members) == 4_000
    assert export.taken["export.zip"] < 6 * len(raw)


def test_one_export_after_the_other_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader asks for the files beside its own; the names are gone through once, not once for each reader."""
    asked: Counter[str] = Counter()

    class Names(dict[str, Member]):
        def __iter__(self) -> Iterator[str]:
            asked["all"] += 1
            return super().__iter__()

    export = Export("twitter", members=Names({"data/tweets.js": Member.of("data/tweets.js", TWEETS)}))
    for _ in range(100):
        assert list(export.find(r"data/tweets\.js"))
    assert asked["all"] == 1
    export.members["data/tweets-part1.js"] = Member.of("data/tweets-part1.js", TWEETS)
    assert len(list(export.find(r"data/tweets.*\.js"))) == 2


def test_thousands_of_posts_under_one_id_are_each_compared_with_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """An export that gives all its posts one id is merged in a time that grows with it, not with its square."""
    compared: Counter[str] = Counter()
    real = merge._same_words
    monkeypatch.setattr(merge, "_same_words", lambda one, other: compared.update(["all"]) or real(one, other))
    posts = [Post("post", f"number {number} said no", native_id="0", network="twitter") for number in range(2_000)]
    copies = [Post("post", post.text, native_id="0", network="twitter", source="b") for post in posts]

    assert len(merge.merged([*posts, *copies])) == 2_000
    assert compared["all"] <= 2_000 * merge.MOST_TWINS
    assert {post.also_in for post in posts} == {("b",)}


def test_a_thousand_folders_within_each_other(tmp_path: Path) -> None:
    """They are walked without a call within a call for each."""
    made = [tmp_path / "export"]
    while len(made) < 1_100:
        made.append(made[-1] / "a")
    try:
        for folder in made:
            folder.mkdir()
        with nothing_written(), open_archive(made[0]) as archive:
            assert not archive.members
    finally:  # nobody else could remove them without a call within a call
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same limits, a thousand times smaller."""
    monkeypatch.setattr(limits, "RATIO_FREE", 64 << 10)
    monkeypatch.setattr(limits, "MEMBER_BYTES", 4 << 20)
    monkeypatch.setattr(limits, "IN_ALL_FREE", 1 << 20)


def taken_out(content: bytes) -> tuple[int, list[str]]:
    """Return how much came out of all members, read to the end, and why each stopped."""
    out, told = 0, []
    with nothing_written(), InMemory("export", content).opened() as archive:
        for member in archive.members:
            try:
                with member.open() as stream:
                    while piece := stream.read(1 << 16):
                        out += len(piece)
            except Exception as problem:
                told.append(str(problem))
    return out, [*told, *archive.remarks]


@pytest.mark.usefixtures("small_limits")
@pytest.mark.parametrize("headers_lie", [False, True])
def test_a_bomb_is_stopped_by_what_comes_out_of_one_and_of_all(headers_lie: bool) -> None:
    """One member too large, many members too large together, many that share one bomb: each is cut short."""
    bomb = Entry(b"data/tweets.js", b"0" * (3 << 20), DEFLATED, size=10 if headers_lie else None)
    many = [Entry(b"data/tweets-part%d.js" % number, b"0" * 60_000, DEFLATED) for number in range(60)]
    shared = [bomb, *(Entry(b"data/tweets.js", bomb.content, DEFLATED, over=0) for _ in range(60))]
    for entries, most in (([bomb], 1 << 20), (many, 3 << 20), (shared, 2 << 20)):
        out, told = taken_out(raw_zip(entries))
        assert out <= most
        assert told or headers_lie


@pytest.mark.usefixtures("small_limits")
@pytest.mark.parametrize("mode", ["w:gz", "w:bz2", "w:xz"])
def test_a_tar_bomb_is_not_even_listed_to_its_end(mode: str) -> None:
    """To list a packed tar is to unpack it."""
    zeros = b"0" * (3 << 20)
    content = raw_tar([(f"data/tweets-part{number}.js", tarfile.REGTYPE, zeros) for number in range(8)], mode)
    with InMemory("export", content).opened() as archive:
        assert len(archive.members) <= 4
        assert "far more than its size" in archive.remarks[0]
    assert taken_out(content)[0] <= 5 << 20


@pytest.mark.usefixtures("small_limits")
def test_a_lone_gzip_bomb_is_stopped() -> None:
    """It has no members, only far too much of one file."""
    out, told = taken_out(gzip.compress(b"0" * (9 << 20)))

    assert out <= 2 << 20
    assert "unpack" in told[0]


def test_zips_in_zips_are_counted_over_all_depths() -> None:
    """Fifty within each of fifty are fifty: each of the others stands in the account with its reason."""
    inner = good_zip({f"{number}.zip": good_zip({"data/tweets.js": TWEETS}) for number in range(20)})
    outcome, _ = read("export.zip", good_zip({f"{number}.zip": inner for number in range(20)}))
    reasons = Counter(line.reason for line in outcome.reading.members if line.status == "unread")

    assert sum(line.status == "read" for line in outcome.reading.members) <= limits.NESTED_ZIPS
    assert any("zips here" in reason for reason in reasons)


def test_what_zips_in_zips_hold_in_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them together, not each."""
    room = nested._Room
    monkeypatch.setattr(nested, "_Room", lambda: room(held=200_000))
    noise = random.Random(1).randbytes(60_000)
    inner = good_zip({"data/tweets.js": noise}, zipfile.ZIP_STORED)
    outcome, _ = read("export.zip", good_zip({f"{number}.zip": inner for number in range(9)}))

    assert sum("packed inside another" in line.reason for line in outcome.reading.members) == 6


def test_clutter_is_told_wherever_it_lies() -> None:
    """What the computer put there is left out of the account's gaps."""
    assert is_clutter("a/__MACOSX/b")
    assert is_clutter("x/._y")


def test_a_damaged_zip_in_a_zip_costs_that_zip() -> None:
    """Each way of being damaged is told, and the file beside it is read."""
    good = good_zip({"Shares.csv": SHARES})
    broken = [
        Entry(b"1.zip", good, crc=5),
        Entry(b"2.zip", good, flags=LOCKED),
        Entry(b"3.zip", good, method=99),
        Entry(b"4.zip", good[: len(good) // 2]),
        Entry(b"5.zip", b"not a zip"),
        Entry(b"6.zip", good, flags=0x40),
    ]
    outcome, _ = read("export.zip", raw_zip([*broken, Entry(b"data/tweets.js", TWEETS)]))

    assert [post.network for post in outcome.posts] == ["twitter"]
    assert {line.name[:5] for line in outcome.reading.members if line.status == "unread"} >= {
        "1.zip", "2.zip", "3.zip", "5.zip", "6.zip",
    }  # fmt: skip


def test_a_tar_whose_last_file_is_a_zip_is_a_tar() -> None:
    """A zip is known by its end, too; what begins as a tar is one all the same."""
    files = [("data/tweets.js", tarfile.REGTYPE, TWEETS), ("in.zip", tarfile.REGTYPE, good_zip({"Shares.csv": SHARES}))]
    outcome, _ = read("export.tar", raw_tar(files, "w"))

    assert accounted(outcome) == ["data/tweets.js", "in.zip/Shares.csv"]


def test_a_file_that_ends_like_a_zip_is_no_zip() -> None:
    """A lone file with a zip's last lines at its end, which say that it lies on seven disks."""
    tail = raw_zip([], Ends(zip64=True, disks=7))
    outcome, _ = read("tweets.js", TWEETS + tail)

    assert outcome.posts or outcome.refused


def test_a_stream_that_fails_is_told_plainly() -> None:
    """A disk that goes away in the middle."""

    class Gone(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, f"{WORD}")

        def readinto(self, buffer: object, /) -> int:
            raise OSError(5, f"{WORD}")

    class Folder:
        name = "folder"

        def opened(self) -> Archive:
            return open_streams("folder", [("data/tweets.js", 9, lambda: Gone(TWEETS)), ("Shares.csv", 9, Gone)])

    outcome = outcome_of(Folder())
    must_hold(outcome)
    assert {line.status for line in outcome.reading.members} == {"unread"}

"""The ledger: nothing decided is lost, nothing said in a post is in it."""

import os
import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from audit.ledger import FILE, KEY, AuditRow, Coverage, Identity, Ledger, LedgerUnusable, NoAudit, Recorded, Sighting

AUDIT = AuditRow(0, "2026-11-28T10:00:00+00:00", "0.1.0", "e" * 64, "absent", "nurse", "GB", False, 3, ("/a.zip",))
COVERAGE = Coverage("twitter", 3, 1, 9, 1, frozenset({"post", "reply"}), frozenset({b"m" * 8}), frozenset({b"a" * 8}))


def identity(post: bytes, **changes: object) -> Identity:
    fields = {"anchor": b"", "words": b"", "network": "twitter", "kind": "post", "day": 5, "member": b"m" * 8}
    return Identity(post=post, **(fields | changes))  # type: ignore[arg-type]


def recorded(ledger: Ledger, *posts: bytes) -> list[int]:
    """Record an audit with a finding a post; return the findings' ids."""
    rows = [Recorded(None, identity(post), Sighting("new", tier="look", severity=2)) for post in posts]
    ledger.record(AUDIT, [COVERAGE], rows, [(post, "twitter", 5) for post in posts])
    return [found for post in posts if (found := ledger.finding_of(post)) is not None]


def test_all_that_is_recorded_comes_back(tmp_path: Path) -> None:
    """An audit, its exports, coverage, findings and sightings are the same after the file was closed."""
    told = Sighting("new", "first audit", "look-first", 3, 0.9, 2.4, {"fitness": 0.5}, ("A rule.",))
    with Ledger(tmp_path) as ledger:
        ledger.record(AUDIT, [COVERAGE], [Recorded(None, identity(b"p", anchor=b"n", words=b"w"), told)], [])
    with Ledger(tmp_path) as ledger:
        [audit], [known] = ledger.audits(), ledger.known()

        assert (audit.exports, audit.profession, audit.messages, audit.gate) == (("/a.zip",), "nurse", False, "")
        assert ledger.coverage(audit.id) == {"twitter": COVERAGE}
        assert known.identities == ((b"p", b"n", b"w"),)
        assert ledger.sightings(audit.id) == {known.id: told}


def test_latest_decision_holds_and_undo_is_one_more_row(tmp_path: Path) -> None:
    """Decisions are only added: the newest holds, taking it back is an entry of its own."""
    with Ledger(tmp_path) as ledger:
        [finding] = recorded(ledger, b"p")
        ledger.decide(finding, "keep", "consent", "asked her", source="review")
        ledger.decide(finding, "remove", source="review")
        assert ledger.decisions()[finding].decision == "remove"

        ledger.decide(finding, "undone", source="review")

        assert finding not in ledger.decisions()
        assert sqlite3.connect(tmp_path / FILE).execute("SELECT count(*) FROM decision").fetchone() == (3,)


@pytest.mark.parametrize("sentence", ["UPDATE decision SET decision = 'keep'", "DELETE FROM decision"])
def test_no_decision_can_be_altered_or_removed(tmp_path: Path, sentence: str) -> None:
    """The file itself refuses, whoever opens it."""
    with Ledger(tmp_path) as ledger:
        [finding] = recorded(ledger, b"p")
        ledger.decide(finding, "remove", source="review")
        with pytest.raises(sqlite3.IntegrityError, match="only added"):
            sqlite3.connect(tmp_path / FILE).execute(sentence)


def test_an_audit_is_recorded_whole_or_not_at_all(tmp_path: Path) -> None:
    """A finding that cannot be written takes its audit with it, so that no half of one is compared next year."""
    broken = [Recorded(None, identity(b"p"), Sighting("new")), Recorded(99, None, Sighting("new"))]
    with Ledger(tmp_path) as ledger:
        with pytest.raises(LedgerUnusable):
            ledger.record(AUDIT, [COVERAGE], broken, [])
        with pytest.raises(NoAudit):
            ledger.latest()
        assert ledger.known() == []


def test_a_tick_can_be_taken_back(tmp_path: Path) -> None:
    """What the person says is done is known with its time; taken back, it is not done."""
    with Ledger(tmp_path) as ledger:
        one, other = recorded(ledger, b"p", b"q")
        ledger.tick(one, done=True)
        ledger.tick(other, done=True)
        ledger.tick(other, done=False)

        assert list(ledger.ticked()) == [one]


def test_gate_belongs_to_its_audit(tmp_path: Path) -> None:
    """The last answer of an audit counts; the next audit asks anew."""
    with Ledger(tmp_path) as ledger:
        recorded(ledger, b"p")
        ledger.answer_gate(1, "unsure")
        ledger.answer_gate(1, "no")
        recorded(ledger, b"q")

        assert [audit.gate for audit in ledger.audits()] == ["no", ""]


def test_sample_is_taken_up_where_it_was_left(tmp_path: Path) -> None:
    """The same sample begun twice is one, and a second word on a post replaces the first."""
    with Ledger(tmp_path) as ledger:
        recorded(ledger, b"p")
        sample = ledger.add_sample(1, seed=7, population=100, size=10)
        ledger.judge(sample, b"x", risky=True)
        ledger.judge(sample, b"x", risky=False)
        ledger.judge(sample, b"y", risky=True)

        assert ledger.add_sample(1, seed=7, population=100, size=10) == sample
        assert ledger.judged(sample) == {b"x": False, b"y": True}
        assert [(row.judged, row.risky) for row in ledger.samples()] == [(2, 1)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_only_the_person_may_read_it(tmp_path: Path) -> None:
    """Ledger, key and SQLite's side files are 0600, whatever the umask; the folder is 0700."""
    before = os.umask(0)
    try:
        with Ledger(tmp_path / "new") as ledger:
            recorded(ledger, b"p")
            rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "new").iterdir()}
    finally:
        os.umask(before)

    assert {FILE, KEY, f"{FILE}-wal"} <= set(rights)
    assert set(rights.values()) == {0o600}
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


def test_lost_key_is_told_and_no_second_one_is_made(tmp_path: Path) -> None:
    """With a new key nothing would be known again: better to say so."""
    with Ledger(tmp_path) as ledger:
        recorded(ledger, b"p")
    (tmp_path / KEY).unlink()

    with pytest.raises(LedgerUnusable, match=r"ledger\.key is missing"):
        Ledger(tmp_path)
    assert not (tmp_path / KEY).exists()


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda path: path.write_bytes(b"no database at all, but long enough to be one" * 50), "damaged"),
        (lambda path: sqlite3.connect(path).execute("PRAGMA user_version = 99").connection.close(), "newer Backscroll"),
    ],
)
def test_unusable_file_is_told_in_one_sentence(tmp_path: Path, harm: object, told: str) -> None:
    """A damaged file, or one of a newer Backscroll, is left alone and named."""
    with Ledger(tmp_path) as ledger:
        recorded(ledger, b"p")
    for side in tmp_path.glob("*-*"):
        side.unlink()
    harm(tmp_path / FILE)  # type: ignore[operator]

    with pytest.raises(LedgerUnusable, match=told):
        Ledger(tmp_path)


def test_two_windows_write_in_turn(tmp_path: Path) -> None:
    """The page and the command line may be open at once."""
    with Ledger(tmp_path) as one, Ledger(tmp_path) as other:
        [finding] = recorded(one, b"p")
        other.decide(finding, "keep", source="page")
        one.decide(finding, "remove", source="review")

        assert other.key == one.key
        assert other.decisions()[finding].decision == "remove"


def test_what_is_written_together_is_there_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    """Half of a group of decisions is none; the whole of it is on disk when the block ends."""
    with Ledger(tmp_path) as ledger:
        one, two = recorded(ledger, b"a" * 32, b"b" * 32)
        with pytest.raises(KeyError), ledger.together():
            ledger.decide(one, "keep", source="page")
            raise KeyError
        assert ledger.decisions() == {}
        with ledger.together():
            ledger.decide(one, "keep", source="page")
            ledger.decide(two, "later", source="page")
        ledger.decide(two, "remove", source="page")

        with Ledger(tmp_path) as other:
            assert {number: row.decision for number, row in other.decisions().items()} == {one: "keep", two: "remove"}

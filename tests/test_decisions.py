"""Decisions: what a file of them may hold, and what of it the ledger takes."""

import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from audit.cli import app
from audit.decisions import MOST_NOTE, Decided, NotDecisions, Saved, offered, repeats, saved_decisions
from audit.errors import NotThere
from audit.identity import keyed
from audit.ledger import FILE, Ledger
from audit.posts import post_id
from audit.practice import remember
from audit.saved import saved_in, take
from tests.handmade import WORDS, audit_of, post

POSTS = [post(number) for number in range(3)]
IDS = [post_id(one) for one in POSTS]
NOW = datetime.now(UTC)
EVIL = "</script>\x1b[31m{{ 7*7 }}\x00"


def saved(*entries: Decided, gate: str = "", later: float = 1) -> Saved:
    return Saved(entries, gate, NOW + timedelta(hours=later))


def recorded(folder: Path, gate: str = "no") -> Ledger:
    """Return the open ledger after an audit of three findings, with the question answered."""
    ledger = Ledger(folder)
    remember(audit_of(POSTS), ledger, [])
    if gate:
        ledger.answer_gate(ledger.latest().id, gate)
    return ledger


def rows(folder: Path) -> int:
    return int(sqlite3.connect(folder / FILE).execute("SELECT count(*) FROM decision").fetchone()[0])


def test_what_the_report_saves_is_what_is_read() -> None:
    """The form the page writes comes back whole, with its time and its answer."""
    text = json.dumps({
        "format": "backscroll-decisions/1",
        "made_on": "2026-11-28T14:24:35.129Z",
        "gate": "no",
        "decisions": [{"finding": IDS[0], "decision": "keep", "reason": "consent", "note": "asked in June"}],
    })  # fmt: skip
    found = saved_decisions(text, "d.json")

    assert found.entries == (Decided(IDS[0], "keep", "consent", "asked in June"),)
    assert (found.gate, found.made_at, found.passed_over) == ("no", datetime(2026, 11, 28, 14, 24, 35, 129000, UTC), ())


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "{", '"x"', "[" * 100_000, '{"format": "backscroll-decisions/2", "decisions": []}',
     '{"format": "backscroll-decisions/1", "decisions": {}}', '{"format": ["backscroll-decisions/1"]}'],
)  # fmt: skip
def test_what_is_no_decisions_file_is_told_in_one_sentence(text: str) -> None:
    """Another file, chosen by mistake or made to harm, is refused and not quoted."""
    with pytest.raises(NotDecisions, match=r"^d\.json holds no decisions: [^.]+\. Choose the file"):
        saved_decisions(text, "d.json")


@pytest.mark.parametrize(
    "entry",
    [None, 7, [], "keep", {}, {"finding": 7, "decision": "keep"}, {"finding": IDS[0].upper() + "0", "decision": "keep"},
     {"finding": IDS[0], "decision": "burn"}, {"finding": IDS[0], "decision": ["keep"]}, {"finding": IDS[0]},
     {"finding": IDS[0], "decision": {"a": 1}}, {"finding": IDS[0], "decision": "keep", "reason": EVIL},
     {"finding": IDS[0], "decision": "keep", "reason": []}, {"finding": IDS[0], "decision": "keep", "note": 7},
     {"finding": f"{IDS[0]}\n", "decision": "keep"}, {"finding": "' OR 1=1; -- -", "decision": "keep"}],
)  # fmt: skip
def test_a_hostile_entry_costs_only_itself(entry: object) -> None:
    """What cannot be understood is passed over by its place, unquoted; the entry beside it is taken."""
    good = {"finding": IDS[1], "decision": "later"}
    whole = {"format": "backscroll-decisions/1", "made_on": EVIL, "gate": EVIL, "decisions": [entry, good]}
    found = saved_decisions(json.dumps(whole), "d.json")

    assert found.entries == (Decided(IDS[1], "later"),)
    assert (found.gate, found.made_at) == ("", None)
    assert len(found.passed_over) == 1
    assert found.passed_over[0].startswith("Entry 1 was passed over: ")
    assert EVIL not in found.passed_over[0]


def test_a_note_is_one_line_without_control_characters() -> None:
    """Line ends, escapes and endless notes do not reach the ledger or a terminal."""
    entry = {"finding": IDS[0], "decision": "keep", "note": "one\n\ttwo\x1b[31m\u202e three " + "x" * 10_000}
    whole = {"format": "backscroll-decisions/1", "decisions": [entry]}
    [found] = saved_decisions(json.dumps(whole), "d.json").entries

    assert found.note.startswith("one two[31m three xxx")
    assert len(found.note) == MOST_NOTE


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda path: path.write_bytes(b"\xff\xfe\x00\x80"), NotDecisions),
        (lambda path: path.mkdir(), NotDecisions),
        (lambda path: path.open("wb").truncate(20_000_001), NotDecisions),
        (lambda path: None, NotThere),
    ],
)
def test_a_file_that_is_no_text_is_told(tmp_path: Path, make: object, error: type[Exception]) -> None:
    """Bytes, a folder, a giant and nothing at all each get their sentence."""
    make(tmp_path / "d.json")  # type: ignore[operator]
    with pytest.raises(error):
        saved_in(tmp_path / "d.json")


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    """Equal decisions are skipped: not one row more, also where a file names one finding twice."""
    file = saved(Decided(IDS[0], "keep"), Decided(IDS[1], "remove"), Decided(IDS[0], "later"), gate="no")
    with recorded(tmp_path, gate="") as ledger:
        first, second = take(file, ledger, {}), take(file, ledger, {})

        assert (first.taken, first.gate, second.taken, second.same, second.gate) == (2, "no", 0, 2, "")
        assert sorted(row.decision for row in ledger.decisions().values()) == ["later", "remove"]
    assert rows(tmp_path) == 2


def test_undoing_is_a_row_of_its_own(tmp_path: Path) -> None:
    """The page's "take back" adds to the ledger; what stood there stays there."""
    with recorded(tmp_path) as ledger:
        take(saved(Decided(IDS[0], "keep")), ledger, {})
        undone = take(saved(Decided(IDS[0], "undone"), Decided(IDS[1], "undone")), ledger, {})

        assert (undone.taken, undone.same, ledger.decisions()) == (1, 1, {})
    assert rows(tmp_path) == 2


def test_what_is_not_ours_is_counted_and_left(tmp_path: Path) -> None:
    """A finding of another ledger is not taken for one of this."""
    with recorded(tmp_path) as ledger:
        assert take(saved(Decided("0" * 16, "keep")), ledger, {}).unknown == 1
    assert rows(tmp_path) == 0


@pytest.mark.parametrize("gate", ["", "yes", "unsure"])
def test_nothing_that_changes_a_post_is_taken_unless_nothing_is_open(tmp_path: Path, gate: str) -> None:
    """Remove, restrict and reword wait for a no; keeping and asking do not."""
    entries = [Decided(one, decision) for one, decision in zip(IDS, ("remove", "reword", "advice"), strict=True)]
    with recorded(tmp_path, gate) as ledger:
        found = take(saved(*entries), ledger, {})

        assert (found.withheld, found.taken) == (2, 1)
        assert [row.decision for row in ledger.decisions().values()] == ["advice"]


@pytest.mark.parametrize(
    ("stored", "file", "later", "now"),
    [
        ("", "no", 1, "no"),
        ("", "yes", 1, "yes"),
        ("no", "unsure", 1, "unsure"),
        ("yes", "no", 1, "yes"),  # a warning is taken back by hand only
        ("unsure", "no", 1, "unsure"),
        ("", "no", -1, ""),  # saved before this audit: the question is asked anew
    ],
)
def test_a_file_never_takes_back_a_warning(tmp_path: Path, stored: str, file: str, later: int, now: str) -> None:
    """The careful answer wins, and an answer older than the audit counts for nothing."""
    with recorded(tmp_path, stored) as ledger:
        take(saved(gate=file, later=later), ledger, {})

        assert ledger.latest().gate == now


def test_a_later_decision_is_not_undone_by_an_older_file(tmp_path: Path) -> None:
    """What was decided in a review after the file was saved stays."""
    with recorded(tmp_path) as ledger:
        finding = ledger.finding_of(keyed(ledger.key, "post", IDS[0]))
        assert finding is not None
        ledger.decide(finding, "keep", source="review")
        found = take(saved(Decided(IDS[0], "remove"), later=-1), ledger, {})

        assert (found.later, ledger.decisions()[finding].decision) == (1, "keep")


def test_a_note_that_repeats_the_post_never_reaches_the_ledger(tmp_path: Path) -> None:
    """Nor does one that could not be checked; the decision is taken without it."""
    texts = {IDS[0]: POSTS[0].text, IDS[1]: POSTS[1].text}
    entries = (
        Decided(IDS[0], "keep", note=f"he wrote {POSTS[0].text[:40]}"),
        Decided(IDS[1], "keep", note="agreed with my supervisor"),
        Decided(IDS[2], "keep", note="nobody could check this one"),
    )
    with recorded(tmp_path) as ledger:
        found = take(saved(*entries), ledger, texts)

        assert (found.taken, found.notes_left_out) == (3, 2)
        assert sorted(row.note for row in ledger.decisions().values()) == ["", "", "agreed with my supervisor"]
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert not [word for words in WORDS for word in ("zilpah", "quorwick", "vexmere") if word.encode() in held]


@pytest.mark.parametrize(
    ("note", "words", "found"),
    [
        ("the client was late", "my client was late again", False),
        ("my client was late", "oh MY client, was late; again", True),
        ("talked it over with Anna", "we met Anna Kowalska today", True),
        ("a talk with kowalska", "we met Anna Kowalska today", True),
        ("Today is fine", "Today we met nobody", False),
        ("so tired of it", "so tired", True),
        ("tired", "so tired", False),
        ("", "so tired", False),
        ("a note", "", False),
        ("她今天又迟到了", "她今天又迟到了,真累", True),
        ("can’t make it today", "she can't make it today", True),
    ],
)
def test_repeating_is_four_words_in_a_row_a_whole_short_post_or_a_name(note: str, words: str, found: bool) -> None:
    """The ledger holds no words of a post, whatever the case, the apostrophes and the points between them."""
    assert repeats(note, words) is found


def test_only_a_no_offers_what_changes_a_post() -> None:
    """The question comes first, in every door."""
    assert {"remove", "restrict", "reword"} <= set(offered("no"))
    for gate in ("", "yes", "unsure"):
        assert set(offered(gate)) == {"keep", "not-client", "supervision", "advice", "later"}


def test_the_command_says_what_was_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file, one by hand, and one that cannot be meant: sentences and exit codes, no words of a post."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with recorded(tmp_path / "backscroll"):
        pass
    entries = [{"finding": IDS[0], "decision": "remove"}, {"finding": "0" * 16, "decision": "keep"}]
    made = (NOW + timedelta(hours=1)).isoformat()
    whole = {"format": "backscroll-decisions/1", "made_on": made, "gate": "no", "decisions": entries}
    (tmp_path / "d.json").write_text(json.dumps(whole))
    run = CliRunner().invoke
    by_file = run(app, ["decide", str(tmp_path / "d.json")])
    by_hand = run(app, ["decide", IDS[1], "keep", "--reason", "nobody"])
    wrong = run(app, ["decide", IDS[1], "burn"])

    assert "1 decision was taken." in by_file.output
    assert "Not known to your ledger" in by_file.output
    assert (by_hand.exit_code, wrong.exit_code) == (0, 2)
    with Ledger(tmp_path / "backscroll") as ledger:
        assert sorted((row.decision, row.reason) for row in ledger.decisions().values()) == [
            ("keep", "nobody"),
            ("remove", ""),
        ]

"""The review: a key in, a decision in the ledger, the next finding out; and what was cleared stays cleared."""

import csv
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from audit.act.gate import GateUnanswered
from audit.cases import Case
from audit.cli import app
from audit.decisions import DECISIONS
from audit.findings import ranked
from audit.ledger import FILE, DecisionRow, Ledger
from audit.outputs import findings_object, write_findings_csv
from audit.page import report_of
from audit.pipeline import read_posts
from audit.posts import Post, post_id
from audit.practice import decide, remember
from audit.review import EVERYWHERE, HIDDEN, LOOK, NOTE, REASON, REASON_KEYS, Review, ordered, parts_of
from reports.render import render_report
from tests.handmade import EXPLANATION, VERDICT, audit_of, post

HOUSE = Path(__file__).parents[1]
POSTS = [post(number) for number in range(3)]
X_TIME = "%a %b %d %H:%M:%S +0000 %Y"


def cases(number: int = 3) -> tuple[Case, ...]:
    found = ranked([(one, VERDICT) for one in POSTS[:number]])
    return tuple(Case(place, finding) for place, finding in enumerate(found, 1))


def held(case: Case, decision: str) -> Case:
    return replace(case, decision=DecisionRow(case.id, decision, "", "", "2026-06-03T10:00:00+00:00", "review"))


def pressed(state: Review, keys: Sequence[str]) -> Review:
    for key in keys:
        state = state.pressed(key)
    return state


def told(state: Review) -> list[tuple[int, str]]:
    """Return what the door is to store: finding and decision."""
    return [(one.case.id, one.decision) for one in state.store]


# Keys.


@pytest.mark.parametrize("name", DECISIONS)
def test_each_decision_has_a_key_and_is_stored_before_the_next_one_shows(name: str) -> None:
    """One key, or one and Enter for the reason: the state names the decision to be stored and has gone on."""
    state = Review(cases(), "no").pressed(DECISIONS[name].key)
    if state.asking == REASON:
        assert not state.store
        state = state.pressed("enter")

    [stored] = state.store
    assert (stored.case.id, stored.decision, stored.reason) == (1, name, "")
    assert (state.at, state.asking, state.part) == (1, LOOK, 0)


def test_no_key_means_two_things() -> None:
    """Decisions, moves and reasons never share a key."""
    keys = [choice.key for choice in DECISIONS.values()] + ["u", ".", "b", "/", "?", "c", "q", EVERYWHERE]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("gate", ["yes", "unsure", ""])
@pytest.mark.parametrize("key", ["r", "h", "w", "remove"])
def test_nothing_that_changes_a_post_is_decided_while_something_may_be_open(gate: str, key: str) -> None:
    """It is not offered, and its key says why instead."""
    state = Review(cases(), gate).pressed(key)

    assert (state.store, state.at) == ((), 0)
    assert "change nothing" in state.said


def test_a_reason_is_chosen_by_number() -> None:
    """After keeping, a number gives the reason; another key asks again; b takes the choice back."""
    asked = Review(cases(), "no").pressed("k")
    chosen = pressed(asked, ["x", "1"])

    [stored] = chosen.store
    assert (stored.decision, stored.reason) == ("keep", REASON_KEYS["1"])
    assert asked.pressed("b") == replace(Review(cases(), "no"), said="Not decided.")


def test_undo_goes_back_and_is_stored() -> None:
    """The last decision of the sitting is taken back; one that held before holds again."""
    before = (held(cases()[0], "later"), *cases()[1:])
    state = pressed(Review(before, "no"), ["r", "s", "u"])
    assert (told(state), state.at) == ([(2, "undone")], 1)

    state = state.pressed("u")
    assert (told(state), state.at) == ([(1, "later")], 0)
    assert state.cases == before


# The same words in several places: the first and the third.


def test_one_key_decides_the_same_for_all_places() -> None:
    """Together and with the same reason; what was decided along does not come up again; without the key, one place."""
    apart = Review(cases(), "no", [(0, 2), (1,)])
    state = pressed(apart, [EVERYWHERE, "k", "1"])

    assert [(one.case.id, one.decision, one.reason) for one in state.store] == [
        (1, "keep", "consent"),
        (3, "keep", "consent"),
    ]
    assert told(apart.pressed("r")) == [(1, "remove")]
    assert (state.at, state.pressed("l").case) == (1, None)


def test_all_places_are_taken_back_in_one_step() -> None:
    """Each gets back what held there before, and the one in front comes up again."""
    before = (*cases()[:2], held(cases()[2], "supervision"))
    state = pressed(Review(before, "no", [(0, 2), (1,)]), [EVERYWHERE, "r", "u"])

    assert told(state) == [(1, "undone"), (3, "supervision")]
    assert (state.cases, state.at, state.before) == (before, 0, ())


def test_one_place_can_be_kept_and_the_other_removed() -> None:
    """The key holds for the finding in front only, and pressed again it is off."""
    state = pressed(Review(cases(), "no", [(0, 2), (1,)]), [EVERYWHERE, EVERYWHERE, "r", "l", "n", "enter"])
    assert [case.decision and case.decision.decision for case in state.cases] == ["remove", "later", "not-client"]

    moved = pressed(Review(cases(), "no", [(0, 2), (1,)]), [EVERYWHERE, ".", "b", "r"])
    assert told(moved) == [(1, "remove")]


def test_the_key_means_nothing_where_there_is_one_place() -> None:
    """It is no key there, and decides nothing."""
    state = Review(cases(), "no", [(0, 2), (1,)], at=1).pressed(EVERYWHERE)

    assert (state.everywhere, state.store) == (False, ())
    assert "no key here" in state.said


def test_a_note_repeats_none_of_the_places() -> None:
    """What another network put at the end of the words counts too."""
    found = cases()
    words = " ".join(found[2].finding.post.text.split()[:5])

    assert "repeats" in Review(found, "no", [(0, 2), (1,)]).pressed("/").noted(words).said


def test_undo_with_nothing_decided_says_so() -> None:
    """Nothing is stored; a decision of an earlier sitting, in front of the person, is taken back."""
    assert not Review(cases(), "no").pressed("u").store
    state = Review((held(cases()[0], "keep"),), "no").pressed("u")

    assert (told(state), state.cases[0].decision) == ([(1, "undone")], None)


def test_skipping_decides_nothing_and_the_end_stays_open() -> None:
    """Beyond the last finding b goes back, q leaves, every other key waits."""
    state = pressed(Review(cases(), "no"), [".", ".", ".", "."])
    assert (state.case, state.over, state.decided) == (None, False, 0)

    state = pressed(state, ["k", "space", "/", "?", "x"])
    assert (state.over, state.store, state.asking) == (False, (), LOOK)
    assert state.pressed("b").at == 2
    assert state.pressed("q").over


def test_words_are_hidden_until_asked_for_and_after_moving_on() -> None:
    """Space shows them and hides them; the next finding begins hidden, unless all were asked for."""
    state = Review(cases(), "no")
    shown = state.pressed("space")

    assert (state.part, shown.part, shown.pressed("space").part, shown.pressed(".").part) == (0, 1, 0, 0)
    assert Review(cases(), "no", part=1, always=True).pressed(".").part == 1


@pytest.mark.parametrize("keys", [["space"], ["k"], ["/"], ["?"]])
def test_one_key_hides_everything(keys: list[str]) -> None:
    """Whatever is asked, c leaves nothing to be seen, and any key goes on where it was, words hidden."""
    before = pressed(Review(cases(), "no"), keys)
    hidden = replace(before, asking=LOOK).pressed("c") if before.asking == NOTE else before.pressed("c")
    after = hidden.pressed("r")

    assert (hidden.asking, hidden.store, after.store, after.part) == (HIDDEN, (), (), 0)
    assert after.asking == (REASON if keys == ["k"] else LOOK)


def test_a_note_is_kept_with_its_decision() -> None:
    """Before the decision it waits; on a decided finding it is stored at once; on the next one it is gone."""
    noted = Review(cases(), "no").pressed("/").noted("  spoke with\n my supervisor ")
    [stored] = noted.pressed("s").store
    [later] = Review((held(cases()[0], "later"),), "no").pressed("/").noted("ask in June").store

    assert (stored.decision, stored.note) == ("supervision", "spoke with my supervisor")
    assert (later.decision, later.note) == ("later", "ask in June")
    assert noted.pressed(".").note == ""


def test_a_note_that_repeats_the_post_is_refused() -> None:
    """Not in the ledger, not in the state."""
    found = cases()
    state = Review(found, "no").pressed("/").noted(f"what of {found[0].finding.post.text[:30]}")

    assert (state.note, state.store) == ("", ())
    assert "repeats" in state.said


def test_leaving_within_a_question_loses_no_decision() -> None:
    """Where input ends while the reason is asked, the decision is stored without one."""
    state = pressed(Review(cases(), "no"), ["k", "end"])

    assert state.over
    assert [(one.decision, one.reason) for one in state.store] == [("keep", "")]


KEYS = [choice.key for choice in DECISIONS.values()] + [
    "u",
    ".",
    "b",
    "?",
    "c",
    "q",
    "space",
    "enter",
    "1",
    "7",
    "x",
    "é",
    EVERYWHERE,
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(KEYS), max_size=40), st.sampled_from(["no", "yes", ""]))
def test_whatever_is_pressed_the_ledger_says_what_the_screen_says(keys: list[str], gate: str) -> None:
    """What was handed over to be stored, in its order, is what the state shows as decided."""
    state, ledger = Review(cases(), gate, [(0, 2), (1,)]), {}
    for key in keys:
        state = state.pressed(key)
        ledger |= {one.case.id: (one.decision, one.reason) for one in state.store}
    shown = {case.id: (case.decision.decision, case.decision.reason) for case in state.cases if case.decision}

    assert shown == {finding: told for finding, told in ledger.items() if told[0] != "undone"}


def test_review_goes_on_where_it_was_left() -> None:
    """Undecided ones first, then those set aside, each riskiest first; what is decided only if asked for."""
    one, two, three = cases()
    mixed = [held(one, "later"), held(two, "keep"), three]

    assert [case.id for case in ordered(mixed)] == [3, 1]
    assert [case.id for case in ordered(mixed, every=True)] == [3, 1, 2]


@given(st.text(max_size=6000))
def test_a_long_post_is_shown_in_parts_and_whole(text: str) -> None:
    """No sign but white space is lost between the parts, and none is longer than a screen holds."""
    parts = parts_of(text)

    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(len(part) <= 1300 for part in parts)


# The door.


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger with one audit of an export on disk, its gate not answered; no model is needed."""
    export = tmp_path / "export"
    (export / "data").mkdir(parents=True)
    tweets = [
        {"tweet": {"id_str": one.native_id, "full_text": one.text, "created_at": f"{one.posted_at:{X_TIME}}"}}
        for one in POSTS
    ]
    (export / "data" / "tweets.js").write_text(f"window.YTD.tweets.part0 = {json.dumps(tweets)}", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("audit.page.explainer", lambda: lambda case: EXPLANATION)
    with Ledger() as ledger:
        remember(audit_of(POSTS), ledger, [export])
    return tmp_path


def decisions(home: Path) -> list[tuple[str, str]]:
    with Ledger(home / "data" / "backscroll") as ledger:
        return [(row.decision, row.reason) for _, row in sorted(ledger.decisions().items())]


def test_review_can_be_driven_by_a_script(home: Path) -> None:
    """Lines are keys; each decision is in the ledger; no words of a post are printed; a second sitting goes on."""
    run = CliRunner().invoke
    assert run(app, ["gate", "no"]).exit_code == 0
    first = run(app, ["review"], input="r\n\nk\n3\nq\n")
    second = run(app, ["review"], input="n\n\n")

    assert (first.exit_code, second.exit_code) == (0, 0), first.output
    assert decisions(home) == [("remove", ""), ("keep", "nobody"), ("not-client", "")]
    assert "2 decided, 1 left" in first.output
    assert "1 of 1" in second.output
    assert not [word for word in ("zilpah", "quorwick", "vexmere") if word in first.output + second.output]
    assert "Nothing is left to decide" in run(app, ["review"]).output
    assert "1 of 3" in run(app, ["review", "--all"], input="q\n").output


def test_one_key_decides_for_two_networks_at_the_door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line says where else the words stand; the key, a decision: both in the ledger, and both taken back."""
    words = "zilpah came late again and would not say why"
    (tmp_path / "x" / "data").mkdir(parents=True)
    tweet = {"id_str": "7", "full_text": words, "created_at": "Tue Mar 07 18:05:00 +0000 2017"}
    (tmp_path / "x" / "data" / "tweets.js").write_text(f"window.YTD.tweets.part0 = {json.dumps([{'tweet': tweet}])}")
    (tmp_path / "linkedin").mkdir()
    (tmp_path / "linkedin" / "Shares.csv").write_text(
        "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
        f'2017-03-07 18:09:00,https://www.linkedin.com/feed/update/1,"{words} #tired",,,PUBLIC\n'
    )
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("audit.page.explainer", lambda: lambda case: EXPLANATION)
    exports = [tmp_path / "x", tmp_path / "linkedin"]
    with Ledger() as ledger:
        remember(audit_of(read_posts(exports)[1]), ledger, exports)
        ledger.answer_gate(ledger.latest().id, "no")
    run = CliRunner().invoke
    undone = run(app, ["review"], input="=\nr\nu\nq\n")
    assert decisions(tmp_path) == []
    done = run(app, ["review"], input="=\nr\n.\n")

    assert (undone.exit_code, done.exit_code) == (0, 0), done.output
    assert "The same words: LinkedIn, 7 March 2017, 18:09 UTC." in done.output
    assert "= decides the same for all 2 places" in done.output
    assert "Stored in 2 places: Remove." in done.output
    assert decisions(tmp_path) == [("remove", ""), ("remove", "")]
    assert "zilpah" not in done.output + undone.output


def test_words_are_printed_when_asked_for(home: Path) -> None:
    """--show, and only that, prints them where no terminal is."""
    run = CliRunner().invoke
    run(app, ["gate", "unsure"])

    assert "zilpah" in run(app, ["review", "--show"], input="q\n").output


def test_the_question_comes_before_the_first_finding(home: Path) -> None:
    """Unanswered, and nobody there to be asked: one sentence, nothing shown, nothing stored."""
    done = CliRunner().invoke(app, ["review"], input="r\n")

    assert done.exit_code == 1
    assert type(done.exception) is GateUnanswered
    assert "backscroll gate unsure" in str(done.exception)
    assert decisions(home) == []


@pytest.mark.parametrize(("answer", "told"), [("no", "If a letter or a call comes"), ("yes", "Change nothing for now")])
def test_the_gate_says_what_follows(home: Path, answer: str, told: str) -> None:
    """The answer is stored with the newest audit, and the careful ones come with whom to ask."""
    done = CliRunner().invoke(app, ["gate", answer])

    assert told in done.output
    assert ("insurer" in done.output) == (answer == "yes")
    with Ledger(home / "data" / "backscroll") as ledger:
        assert ledger.latest().gate == answer


# What was cleared stays cleared.


def everywhere(found: list[Case], folder: Path, *, again: bool) -> dict[str, dict[str, tuple[str, str]]]:
    """Return presence and decision of each finding, as the page, the JSON, the CSV and the review tell them."""
    audit = audit_of([case.finding.post for case in found])
    page = BeautifulSoup(render_report(report_of(audit, found, "no", again=again)), "lxml")
    write_findings_csv(folder / "f.csv", found, words=False)
    lines = findings_object(found, {}, [], words=False)["findings"]
    with (folder / "f.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    cards = page.select(".card")
    assert [card["data-finding"] for card in page.select("details.tier .card")] == [
        case.finding.id for case in found if not case.open
    ]
    assert {case.finding.id for case in ordered(found)} == {case.finding.id for case in found if case.open}
    return {
        "page": {one["data-finding"]: (one.get("data-presence", ""), one.get("data-decision", "")) for one in cards},
        "json": {one["id"]: (one["presence"], one["decision"]) for one in lines},
        "csv": {one["id"]: (one["presence"], one["decision"]) for one in rows},
        "review": {one.finding.id: (one.presence, one.decision.decision if one.decision else "") for one in found},
    }


def in_html(one: Post) -> Post:
    """The same post as Facebook's HTML has it: no id, another clock, another file."""
    assert one.posted_at is not None
    clock = one.posted_at.replace(tzinfo=None, hour=14)
    return replace(one, native_id="", posted_at=clock, url="", source="posts/your_posts.html[0]")


@pytest.mark.parametrize("decision", ["keep", "not-client", "remove"])
@pytest.mark.parametrize("other_format", [False, True])
def test_what_was_decided_never_comes_back_as_new(tmp_path: Path, decision: str, other_format: bool) -> None:
    """After a second audit, also of another format: still there and decided on the page, in JSON, CSV and review."""
    first = [replace(one, network="facebook", source="posts/your_posts_1.json[0]") for one in POSTS]
    since = post(9, "a new one about oriel from bed four, who would not eat", network="facebook")
    again = [in_html(one) if other_format else one for one in first]
    with Ledger(tmp_path) as ledger:
        [case, *_] = remember(audit_of(first), ledger, [])
        decide(ledger, case, decision, source="review")
        found = remember(audit_of([*again, since]), ledger, [])
    cleared = next(one for one in found if one.id == case.id).finding.id
    told = everywhere(found, tmp_path, again=True)

    for door in told.values():
        assert door[cleared] == ("still there", decision)
        assert door[post_id(since)] == ("new", "")
        assert len(door) == 4


def test_what_was_cleared_stays_in_sight_when_it_is_no_longer_raised(tmp_path: Path) -> None:
    """A finding that today's rules do not raise is told with what was decided, not dropped and not new."""
    with Ledger(tmp_path) as ledger:
        [case, *_] = remember(audit_of(POSTS), ledger, [])
        decide(ledger, case, "not-client", source="review")
        found = remember(audit_of(POSTS, raised=POSTS[1:]), ledger, [])

    assert [(one.id, one.finding.verdict.tier, one.open) for one in found][-1] == (case.id, "", False)


def test_undo_is_an_added_row(tmp_path: Path) -> None:
    """Nothing that was decided is ever rewritten."""
    with Ledger(tmp_path) as ledger:
        [case, *_] = remember(audit_of(POSTS), ledger, [])
        decide(ledger, case, "keep", source="review")
        undone = decide(ledger, case, "undone", source="review")
    held = sqlite3.connect(tmp_path / FILE).execute("SELECT decision FROM decision ORDER BY id").fetchall()

    assert undone.decision is None
    assert held == [("keep",), ("undone",)]


def test_the_page_opens_with_the_stored_answer(tmp_path: Path) -> None:
    """What was answered is ticked; without an answer, or without a ledger, nothing is."""
    audit = audit_of(POSTS)
    for gate in ("no", "yes", "unsure", ""):
        page = BeautifulSoup(render_report(report_of(audit, [Case(1, one) for one in audit.findings], gate)), "lxml")
        assert [one["value"] for one in page.select("input[name=gate][checked]")] == [gate] * bool(gate)
        assert page.find(id="save")
    page = BeautifulSoup(render_report(report_of(audit)), "lxml")
    assert not page.select("input[name=gate][checked], #save, template, [data-presence]")


# Killed at any moment.

CHILD = """
import sys
from pathlib import Path
from audit.ledger import Ledger
from audit.practice import decide, remember
from audit.review import Review, ordered
from tests.handmade import audit_of, post

posts = [post(number, f"about somebody of whom number {number} is told here") for number in range(40)]
with Ledger(Path(sys.argv[1])) as ledger:
    state = Review(ordered(remember(audit_of(posts), ledger, []), every=True), "no")
    while True:
        for key in ("r", "k", "2", "s", "h", "u", "n", "enter", "l"):
            state = state.pressed(key)
            for one in state.store:
                decide(ledger, one.case, one.decision, one.reason, one.note, source="review")
                print(one.case.id, one.decision, flush=True)
        if state.case is None:
            state = Review(state.cases, "no")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("seed", range(6))
def test_what_was_acknowledged_outlives_a_kill(tmp_path: Path, seed: int) -> None:
    """Killed at random moments in the middle of deciding: each decision that was told stands, and the ledger opens."""
    chance = random.Random(seed)
    env = {**os.environ, "PYTHONPATH": str(HOUSE)}
    told: list[tuple[int, str]] = []
    for _ in range(2):
        with subprocess.Popen([sys.executable, "-c", CHILD, str(tmp_path)], stdout=subprocess.PIPE, env=env) as child:
            assert child.stdout is not None
            for _ in range(chance.randint(1, 60)):
                told.append(_told(child.stdout.readline()))
            for _ in range(chance.randrange(20_000)):  # a moment, of any length
                pass
            child.send_signal(signal.SIGKILL)
            told += [_told(line) for line in child.stdout if line.endswith(b"\n")]
        assert child.returncode == -signal.SIGKILL
    with Ledger(tmp_path) as ledger:
        ledger.latest()
        now = ledger.decisions()
    rows = sqlite3.connect(tmp_path / FILE).execute("SELECT finding, decision FROM decision ORDER BY id").fetchall()

    assert told
    assert _in_order(told, rows)
    assert set(now) <= {finding for finding, _ in rows}
    assert datetime.fromisoformat(next(iter(now.values())).decided_at)


def _told(line: bytes) -> tuple[int, str]:
    finding, decision = line.decode().split()
    return int(finding), decision


def _in_order(told: list[tuple[int, str]], rows: list[tuple[int, str]]) -> bool:
    """Say whether all that was told stands in the rows, in its order. One more may have been stored at each kill."""
    stored = iter(rows)
    return all(one in stored for one in told)

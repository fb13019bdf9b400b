"""The worklist: what acts and is not done, nothing else; six words at most, hidden; ticks that mean what they say."""

import json
import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from audit.act.ticks import NotTicks, tick_off, ticks_file
from audit.act.worklist import BATCH, NoSuchNetwork, first_words, to_do, worklist, write_worklist_csv
from audit.ledger import FILE, Ledger
from audit.posts import Post
from audit.practice import Recalled, recalled
from reports.act_pages import render_worklist
from tests.act.exports import EDITED, FIRST_WORDING, NEWEST, OLDEST, WORDS, audited, case_of, x_archive


def decided(tmp_path: Path, **decisions: str) -> Recalled:
    """Return an audit in which posts are decided, by the names of their ids here."""
    export = x_archive(tmp_path / "twitter")
    numbers = {"newest": NEWEST, "oldest": OLDEST, "edited": EDITED, "first": FIRST_WORDING}
    with Ledger(tmp_path / "data") as ledger:
        found = audited(ledger, [export])
        for name, decision in decisions.items():
            ledger.decide(case_of(found, numbers[name]).id, decision, source="review")
        return recalled(ledger)


def left(found: Recalled) -> set[str]:
    """Return the ids of the posts that are still to be dealt with."""
    return {case.finding.post.native_id for case in to_do(found.cases, found.audit.made_at)}


def page(found: Recalled) -> str:
    return render_worklist(worklist(found.cases, found.audit))


def age(tmp_path: Path, table: str, column: str) -> None:
    """Make what the ledger holds a day older. Its decisions cannot be altered, its other rows can."""
    with sqlite3.connect(tmp_path / "data" / FILE) as db:
        db.execute(f"UPDATE {table} SET {column} = '2020-01-01T00:00:00+00:00'")


def test_only_what_acts_is_listed(tmp_path: Path) -> None:
    """Remove, restrict and reword are work; what is kept, open or undecided is not."""
    found = decided(tmp_path, newest="remove", oldest="restrict", edited="keep", first="supervision")

    assert left(found) == {NEWEST, OLDEST}


def test_a_network_that_is_not_asked_for_is_left_out(tmp_path: Path) -> None:
    """One network at a time can be had; one that we do not know is told."""
    found = decided(tmp_path, newest="remove")

    assert to_do(found.cases, found.audit.made_at, "facebook") == []
    with pytest.raises(NoSuchNetwork):
        to_do(found.cases, found.audit.made_at, "myspace")


def test_batches_are_small(tmp_path: Path) -> None:
    """Twenty-five posts are three sittings."""
    found = decided(tmp_path, newest="remove")
    [case] = to_do(found.cases, found.audit.made_at)

    [shelf] = worklist([case] * 25, found.audit).shelves

    assert [len(batch.tasks) for batch in shelf.batches] == [BATCH, BATCH, 5]


def test_the_page_shows_six_words_at_most_and_hides_them(tmp_path: Path) -> None:
    """The last word is nowhere in the file, and the six stand behind a box that is not ticked."""
    text = page(decided(tmp_path, newest="remove", oldest="reword"))
    soup = BeautifulSoup(text, "lxml")

    for number in (NEWEST, OLDEST):
        words = WORDS[number].split()
        assert " ".join(words[:6]) in text
        assert words[-1] not in text
    said = soup.select(".said")
    assert len(said) == 2
    assert all(one.find_parent(class_="words") for one in said)
    assert not soup.select("input[checked]")


def test_a_long_word_is_cut() -> None:
    """A text without spaces is no way round the limit."""
    assert len(first_words(Post("post", "w" * 500))) < 30


def test_hostile_words_do_nothing(tmp_path: Path) -> None:
    """Markup in a post stands there as text."""
    export = x_archive(tmp_path / "twitter")
    file = export / "data" / "tweets.js"
    file.write_text(file.read_text().replace("Quibblewick never", "<script>x()</script> {{7*7}}"))
    with Ledger(tmp_path / "data") as ledger:
        found = audited(ledger, [export])
        ledger.decide(case_of(found, NEWEST).id, "remove", source="review")
        text = page(recalled(ledger))

    assert "<script>x" not in text
    assert "&lt;script&gt;x()&lt;/script&gt;" in text
    assert text.count("<script>") == 1


def test_nothing_is_loaded_and_only_its_own_script_runs(tmp_path: Path) -> None:
    """The page's policy forbids everything but its own style and script; addresses are links only."""
    soup = BeautifulSoup(page(decided(tmp_path, newest="remove")), "lxml")
    policy = soup.select_one("meta[http-equiv=Content-Security-Policy]")

    assert policy
    assert str(policy["content"]).startswith("default-src 'none'; script-src 'sha256-")
    assert not soup.select("[src], link, [style], [onclick]")
    assert {tag.name for tag in soup.select("[href]")} <= {"a", "use"}


def test_steps_are_those_of_the_decision(tmp_path: Path) -> None:
    """On X removing has no bin, hiding one post is not possible, rewording means writing anew."""
    found = decided(tmp_path, newest="remove", oldest="restrict", edited="reword")
    [shelf] = worklist(found.cases, found.audit).shelves
    tasks = {task.decision: task for batch in shelf.batches for task in batch.tasks}

    assert "no bin" in " ".join(tasks["Remove"].steps)
    assert "cannot hide a single post" in tasks["Restrict"].cannot
    assert "write anew" in tasks["Reword"].steps[0]
    assert "Protect your posts" in " ".join(shelf.first)


def test_the_table_has_no_word_of_a_post(tmp_path: Path) -> None:
    """A CSV hides nothing, so that it holds nothing."""
    found = decided(tmp_path, newest="remove", oldest="reword")
    write_worklist_csv(tmp_path / "w.csv", to_do(found.cases, found.audit.made_at), found.audit)
    table = (tmp_path / "w.csv").read_text()

    assert NEWEST in table
    assert not [word for text in WORDS.values() for word in text.split() if len(word) > 7 and word in table]


def test_a_tick_takes_it_off_and_undo_puts_it_back(tmp_path: Path) -> None:
    """By number or by the finding's digits, once; what is on no list is counted, not guessed."""
    found = decided(tmp_path, newest="remove", oldest="restrict", edited="keep")
    newest, oldest, kept = (case_of(found, number) for number in (NEWEST, OLDEST, EDITED))
    with Ledger(tmp_path / "data") as ledger:
        names = [str(newest.id), oldest.finding.id, str(kept.id), "nonsense", "f" * 16, "99999"]
        told = tick_off(ledger, names)
        again = tick_off(ledger, names)

        assert (told.changed, told.same, told.unknown) == (2, 0, 4)
        assert (again.changed, again.same) == (0, 2)
        assert left(recalled(ledger)) == set()
        assert tick_off(ledger, [str(newest.id)], done=False).changed == 1
        assert left(recalled(ledger)) == {NEWEST}


def test_a_removal_that_a_later_audit_meets_again_is_listed_again(tmp_path: Path) -> None:
    """Ticked off, and still in a newer export: it was in vain, and the list says so."""
    decided(tmp_path, newest="remove", oldest="restrict")
    with Ledger(tmp_path / "data") as ledger:
        found = recalled(ledger)
        tick_off(ledger, [str(case_of(found, NEWEST).id), str(case_of(found, OLDEST).id)])
    age(tmp_path, "done", "done_at")
    with sqlite3.connect(tmp_path / "data" / FILE) as db:
        db.execute("DROP TRIGGER decision_stays")
    age(tmp_path, "decision", "decided_at")
    with Ledger(tmp_path / "data") as ledger:
        found = audited(ledger, [tmp_path / "twitter"])

        assert left(found) == {NEWEST}
        assert "the last audit found it again" in page(found)
        assert tick_off(ledger, [str(case_of(found, NEWEST).id)]).changed == 1
        assert left(recalled(ledger)) == set()


def test_a_tick_does_not_outlive_another_decision(tmp_path: Path) -> None:
    """Restricted and ticked off, then decided to be removed: that is new work."""
    decided(tmp_path, newest="restrict")
    with Ledger(tmp_path / "data") as ledger:
        case = case_of(recalled(ledger), NEWEST)
        tick_off(ledger, [str(case.id)])
    age(tmp_path, "done", "done_at")
    with Ledger(tmp_path / "data") as ledger:
        ledger.decide(case.id, "remove", source="review")

        assert left(recalled(ledger)) == {NEWEST}


def test_the_pages_own_file_is_read_and_others_are_refused() -> None:
    """What the page saves comes back; anything else is one plain sentence that quotes nothing."""
    assert ticks_file(json.dumps({"format": "backscroll-done/1", "done": ["a" * 16, 3]}), "d.json") == ["a" * 16, ""]
    for text in ("", "[]", "{}", '{"format": "backscroll-done/1"}', "[" * 50_000, '"secret words"'):
        with pytest.raises(NotTicks) as told:
            ticks_file(text, "d.json")
        assert "secret" not in str(told.value)


def test_the_script_writes_the_form_that_is_read() -> None:
    """Page and reader name the same format."""
    from audit.act.ticks import FORMAT
    from reports.render import TEMPLATES

    assert re.search(rf'format: "{FORMAT}"', (TEMPLATES / "worklist.js").read_text())


def test_an_empty_list_is_said_calmly(tmp_path: Path) -> None:
    """Nothing to do is a page too, without a box to tick, and it does not call anything safe."""
    text = page(decided(tmp_path, newest="keep"))

    assert "Nothing left to do" in text
    assert 'class="done"' not in text
    assert not re.search(r"\bsafe\b", text.partition("</style>")[2])


def test_dates_are_today(tmp_path: Path) -> None:
    """The page says when it was made."""
    now = datetime.now(UTC)
    assert f"{now:%B %Y}" in worklist(decided(tmp_path).cases, decided(tmp_path / "b").audit).made_on

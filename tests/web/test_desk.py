"""Decisions, the gate and the ledger at the desk."""

from pathlib import Path

import pytest

from audit.errors import AuditError
from audit.findings import Verdict, findings_of
from audit.ledger import KEY, Ledger
from audit.parsers import MemberRead, Reading
from audit.pipeline import Audit, Settings
from audit.posts import Post
from audit.practice import remember
from audit.web.desk import Desk, NoSuchFinding, NotNow

WORDS = "my client Quillon was late again"


def with_findings(desk: Desk, count: int = 3) -> Desk:
    """Put a small audit on the desk."""
    posts = [Post("post", f"{WORDS} {n}", None, f"[{n}]", network="twitter", native_id=str(n)) for n in range(count)]
    reading = Reading(posts, [MemberRead("a", "tweets.js", "twitter", "read", posts=count)])
    found = findings_of(posts, [Verdict("look", 1, 0.5, 1.0, {}, ())] * count)
    audit = Audit(Settings(), reading, posts, found, {"examples": "e", "encoder": "n"}, "")
    cases = remember(audit, desk.ledger, [])
    desk.laid_out(audit, cases, desk.ledger.latest())
    return desk


def test_a_decision_is_in_the_ledger_at_once(desk: Desk, tmp_path: Path) -> None:
    """Another window of ours sees it before anything else happens."""
    case = with_findings(desk).cases[1]
    decided = desk.decide(case.id, "keep", "nobody", "seen with my supervisor")

    assert desk.cases[1] is decided
    with Ledger(tmp_path / "ledger") as other:
        held = other.decisions()[case.id]
    assert (held.decision, held.reason, held.note, held.source) == ("keep", "nobody", "seen with my supervisor", "page")


def test_undo_takes_back_one_after_the_other(desk: Desk) -> None:
    """To what held before, and to nothing; then there is nothing more to take back."""
    first = with_findings(desk).cases[0].id
    desk.decide(first, "later")
    desk.decide(first, "keep", "public")
    after = desk.undo()
    assert after is not None and after.decision is not None
    assert after.decision.decision == "later"
    after = desk.undo()
    assert after is not None and after.decision is None
    assert desk.undo() is None
    assert not desk.can_undo


@pytest.mark.parametrize("gate", ["", "yes", "unsure"])
@pytest.mark.parametrize("decision", ["remove", "restrict", "reword"])
def test_nothing_that_changes_a_post_is_taken_unless_nothing_is_open(desk: Desk, gate: str, decision: str) -> None:
    """Whatever a screen offers, the desk refuses it."""
    case = with_findings(desk).cases[0]
    desk.gate = gate
    with pytest.raises(NotNow):
        desk.decide(case.id, decision)

    assert desk.ledger.decisions() == {}


@pytest.mark.parametrize("note", ["my client Quillon was late", "about Quillon"])
def test_a_note_that_repeats_the_post_is_refused(desk: Desk, note: str) -> None:
    """The ledger holds no word of a post, nor a name in it."""
    case = with_findings(desk).cases[0]
    with pytest.raises(NotNow, match="repeats words"):
        desk.decide(case.id, "keep", "", note)

    assert desk.ledger.decisions() == {}


def test_what_is_no_decision_reason_or_finding_is_refused(desk: Desk) -> None:
    """Made-up values of a request change nothing."""
    case = with_findings(desk).cases[0]
    for change in (lambda: desk.decide(case.id, "burn"), lambda: desk.decide(case.id, "keep", "because")):
        with pytest.raises(NotNow):
            change()
    with pytest.raises(NoSuchFinding):
        desk.decide(999, "keep")
    with pytest.raises(NotNow):
        desk.gate = "perhaps"


def test_the_gate_is_kept_until_there_is_an_audit(desk: Desk) -> None:
    """Answered before the audit it is stored with it; answered anew it is stored anew, the same answer once."""
    desk.gate = "unsure"
    with_findings(desk)
    assert desk.ledger.latest().gate == "unsure"
    desk.gate = "no"
    desk.gate = "no"

    assert desk.ledger.latest().gate == "no"
    assert len(desk.ledger._rows("SELECT * FROM gate")) == 2


def test_ticks_show_at_once(desk: Desk) -> None:
    """And can be taken back."""
    case = with_findings(desk).cases[0]

    assert desk.tick(case.id, done=True).done
    assert not desk.tick(case.id, done=False).done


def test_a_ledger_that_cannot_be_used_costs_no_audit(tmp_path: Path) -> None:
    """The page works with one in memory, says why, and touches nothing of the old one."""
    with Ledger(tmp_path) as ledger:
        ledger.set("learning", "off")
    (tmp_path / KEY).unlink()
    before = (tmp_path / "ledger.sqlite3").read_bytes()
    desk = Desk(tmp_path)
    case = with_findings(desk).cases[0]
    desk.decide(case.id, "keep")

    assert "key" in desk.without_ledger
    assert desk.cases[0].decision is not None
    assert (tmp_path / "ledger.sqlite3").read_bytes() == before
    desk.close()


def test_no_trace_is_left_where_none_is_wanted(tmp_path: Path, own_home: Path) -> None:
    """Then there is no ledger on disk at all."""
    desk = Desk(tmp_path / "ledger", keep=False)
    with_findings(desk)
    desk.decide(desk.cases[0].id, "keep")
    desk.close()

    assert not (tmp_path / "ledger").exists()
    assert not list((own_home).rglob("*.sqlite3*"))


def test_a_closed_desk_holds_no_words(desk: Desk) -> None:
    """When the page ends, so does what it knew."""
    with_findings(desk).close()

    assert not desk.posts
    assert not desk.cases
    assert desk.audit is None
    with pytest.raises(AuditError):
        desk.ledger.audits()


def test_nothing_shows_a_desk_by_accident(desk: Desk) -> None:
    """Not even a debugger's line of it quotes a post."""
    assert "Quillon" not in repr(with_findings(desk))

"""The history tells from the ledger alone what became of what was found and decided."""

from pathlib import Path

import pytest

from audit.ledger import Ledger, NoAudit
from audit.prove.history import ATTENTION, GOOD, history_lines, history_object, past_audits
from audit.prove.standing import standing_of
from tests.prove.made import GRAVE, RAISED, audited, backdate, decided_before, finding, tweets

TEXTS = ["gone as decided", "still there", "ordinary", "newest one"]


def two_audits(ledger: Ledger) -> None:
    """Two decided to be removed a year ago: one is gone, one still there; one is new."""
    posts = tweets(TEXTS)
    first = audited(ledger, posts[:3], {TEXTS[0]: RAISED, TEXTS[1]: GRAVE})
    backdate(ledger)
    for text in TEXTS[:2]:
        decided_before(ledger, finding(first, text), "remove")
    audited(ledger, posts[1:], {TEXTS[1]: GRAVE, TEXTS[3]: RAISED})


def test_removed_and_verified_gone_stands_out_and_so_does_what_is_still_there(tmp_path: Path) -> None:
    """One line each, with its own tone; the one that is still there is named by network, kind and day."""
    with Ledger(tmp_path) as ledger:
        two_audits(ledger)
        lines = history_lines(standing_of(ledger), past_audits(ledger))

    assert [line.text for line in lines if line.tone == GOOD] == ["✓ 1 removed as decided, and verified gone"]
    assert [line.text for line in lines if line.tone == ATTENTION] == ["! 1 decided on, but still there unchanged"]
    text = "\n".join(line.text for line in lines)
    assert "X (Twitter), post, 24 March 2016: “remove” was decided on 1 December 2025" in text
    assert "1: you posted it since the last audit" in text


def test_json_says_the_same(tmp_path: Path) -> None:
    """Audits, presences with their reasons, outcomes, and what was not carried out."""
    with Ledger(tmp_path) as ledger:
        two_audits(ledger)
        plain = history_object(standing_of(ledger), past_audits(ledger))

    assert [one["posts"] for one in plain["audits"]] == [3, 3]
    assert plain["audits"][1]["gone"] == 1
    assert plain["newest"]["presence"] == {"new": {"posted since": 1}, "still there": {"": 1}, "gone": {"": 1}}
    assert plain["newest"]["outcome"] == {"removed": 1, "still there": 1, "stands": 1}
    assert plain["newest"]["not_carried_out"] == [
        {"network": "twitter", "kind": "post", "posted_on": "2016-03-24", "decision": "remove"}
    ]


def test_what_was_decided_since_is_not_called_still_there(tmp_path: Path) -> None:
    """A decision after the newest audit waits for the next."""
    with Ledger(tmp_path) as ledger:
        cases = audited(ledger, tweets(TEXTS), {TEXTS[0]: RAISED})
        ledger.decide(cases[0].id, "remove", source="review")
        lines = history_lines(standing_of(ledger), past_audits(ledger))

    assert not [line for line in lines if line.tone == ATTENTION]
    assert any(line.text.startswith("1 decision since the last audit") for line in lines)


def test_without_an_audit_it_says_what_to_do(tmp_path: Path) -> None:
    """An empty ledger is an error a person can put right."""
    with Ledger(tmp_path) as ledger, pytest.raises(NoAudit, match="Run backscroll scan"):
        standing_of(ledger)

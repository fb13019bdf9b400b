"""What came of a finding: nothing is called removed that an export did not show to be gone."""

import pytest

from audit.decisions import DECISIONS
from audit.ledger import DecisionRow
from audit.prove.outcomes import OUTCOMES, outcome
from audit.reaudit import PRESENCES

AUDIT = "2026-11-28T10:00:00+00:00"
BEFORE, AFTER = "2026-01-01T10:00:00+00:00", "2026-12-01T10:00:00+00:00"


def row(decision: str, when: str = BEFORE) -> DecisionRow:
    return DecisionRow(1, decision, "", "", when, "review")


@pytest.mark.parametrize(
    ("presence", "decision", "expected"),
    [
        ("gone", row("remove"), "removed"),
        ("gone", row("keep"), "gone"),
        ("gone", None, "gone"),
        ("changed", row("reword"), "reworded"),
        ("changed", row("remove"), "gone"),
        ("held", row("remove"), "held"),
        ("still there", row("remove"), "still there"),
        ("still there", row("reword"), "still there"),
        ("still there", row("restrict"), "not shown"),
        ("still there", row("remove", AFTER), "waiting"),
        ("new", row("remove", AUDIT), "waiting"),
        ("came back", row("remove"), "came back"),
        ("came back", None, "came back"),
        ("cannot tell", row("remove"), "cannot tell"),
        ("still there", row("keep"), "stands"),
        ("new", None, "stands"),
    ],
)
def test_a_decision_counts_as_carried_out_only_if_an_export_shows_it(
    presence: str, decision: DecisionRow | None, expected: str
) -> None:
    """Removed needs "gone"; a decision made since the audit waits for the next."""
    assert outcome(presence, decision, AUDIT) == expected


def test_every_presence_with_every_decision_has_words() -> None:
    """No combination falls through."""
    decisions = [None, *(row(key, when) for key in DECISIONS for when in (BEFORE, AFTER))]

    assert {outcome(presence, one, AUDIT) for presence in PRESENCES for one in decisions} <= set(OUTCOMES)
    assert all(outcome(presence, row("remove"), AUDIT) != "removed" for presence in PRESENCES if presence != "gone")

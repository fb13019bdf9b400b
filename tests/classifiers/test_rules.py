"""The trade is known; some professions' rules are stricter."""

import pytest

from classifiers.rules import SWITCHES, TRADES, named_outright, nudge, switched, trade_of


@pytest.mark.parametrize(
    ("profession", "trade"),
    [
        ("counsellor", "therapy"),
        ("Staff Nurse", "health"),
        ("secondary teacher", "teaching"),
        ("barrister", "law"),
        ("trial judge", "court"),
        ("social worker", "social work"),
        ("dental nurse", "dental"),
        ("police officer", "police and prison"),
        ("florist", ""),
        ("", ""),
    ],
)
def test_a_trade_is_told_from_a_professions_name(profession: str, trade: str) -> None:
    """As people write it on a profile or after --profession."""
    assert trade_of(profession) == trade


def test_a_trades_own_words_for_clients_count_only_in_its_mouth() -> None:
    """ "Year 9" are a teacher's clients, not a nurse's."""
    assert nudge("year 9 were on one today", "teaching") > 0
    assert nudge("year 9 were on one today", "law") == 0
    assert nudge("sunset with my 5th graders in mind", "teaching") > 0
    assert nudge("sunset with my 5th graders in mind", "dental") == 0
    assert nudge("lovely walk", "teaching") == 0


def test_a_dentist_may_say_nothing_about_patients() -> None:
    """GDC Standards 4.2.3: at least medium, with the rule as a reason."""
    severity, reasons = switched("dental", "GB", frozenset({"client_detail"}), 1)

    assert severity == 2
    assert "GDC" in reasons[0]


def test_rules_of_other_trades_and_countries_do_not_apply() -> None:
    """A US lawyers' rule says nothing to a British one; a rule never lowers."""
    assert switched("law", "GB", frozenset({"client_detail"}), 1) == (1, ())
    assert switched("law", "US", frozenset({"client_detail"}), 1)[0] == 3
    assert switched("dental", "GB", frozenset({"client_detail"}), 3)[0] == 3
    assert switched("", "", frozenset({"client_detail"}), 1) == (1, ())


def test_every_rule_names_a_known_trade_and_its_document() -> None:
    """Never a bare "your regulator says"."""
    names = {trade.name for trade in TRADES}
    for switch in SWITCHES:
        assert set(switch.trades) <= names
        assert ":" in switch.reason


@pytest.mark.parametrize(
    "text",
    [
        "my 4pm has cancelled, get in!",
        "the difficult one cancelled, made my day",
        "late to my 2pm again, still hanging",
        "running late for a client, the morning after the night before ;)",
        "My two o'clock cried all the way through",
    ],
)
def test_what_the_guide_names_outright_is_always_worth_a_look(text: str) -> None:
    """These lines are where the product comes from: no fitted model may let them pass."""
    assert named_outright(text)


@pytest.mark.parametrize(
    "text",
    ["my train is cancelled, result", "hanging after last night", "my 2 dogs cried", "the party is cancelled yay"],
)
def test_everyday_lines_are_not_named_outright(text: str) -> None:
    """The rule needs somebody served."""
    assert named_outright(text) is None

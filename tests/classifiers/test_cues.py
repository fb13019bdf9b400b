"""Cues say only what stands in the text."""

import pytest

from classifiers.cues import ALL_CUES, CLIENT, FAMILY, cues_in, recognisers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My 2pm cancelled, get in!! 🎉", {"one_person", "did_not_come", "glad"}),
        ("had a lady in today, 41 yrs old", {"one_person", "age", "moment"}),
        ("he said he would do it again", {"quote"}),
        ("still pissed from last nite", {"unfit"}),
        ("day two of the trial, jury out", {"court", "part_in_it"}),
        ("Client Maria brought me flowers", {"name", "tie"}),
        ("year 9 are thick as mince", {"class", "harsh"}),
        ("I want to punch him", {"violence"}),
    ],
)
def test_a_cue_is_found_where_it_stands(text: str, expected: set[str]) -> None:
    """Each of these has at least the cues a reader would point at."""
    assert expected <= cues_in(text)


@pytest.mark.parametrize("text", ["lovely day", "tea and toast", "got the bus", ""])
def test_plain_lines_have_hardly_any(text: str) -> None:
    """Nothing is read into a plain line."""
    assert not cues_in(text) - {"moment", "session"}


def test_curly_quotes_are_quotes() -> None:
    """Telephones type them, and a cue holds all the same."""
    assert "age" in cues_in("😂😂 she’s 14 and she said “no”")


def test_a_group_is_not_one_person() -> None:
    """"My clients" speaks of all, "my client" of one: the card must not say more than the post."""
    assert "one_person" not in cues_in("my clients are the best")
    assert "many" in cues_in("my clients are the best")
    assert "one_person" in cues_in("one of my clients rang again")


def test_a_first_name_is_no_word() -> None:
    """Karen is one, hazel and carol are not, whatever their capitals."""
    assert "given" in cues_in("saw Karen again, same as ever")
    assert not {"given"} & (cues_in("Hazel eyes") | cues_in("a Carol service") | cues_in("karen"))


def test_who_could_recognise_follows_from_the_cues() -> None:
    """A family event is recognised by the family."""
    assert recognisers({"event"}) == (CLIENT, FAMILY)
    assert recognisers(set()) == ()


def test_every_cue_completes_its_sentence() -> None:
    """`says` goes on from "it …"."""
    assert all(cue.says and not cue.says.endswith(".") for cue in ALL_CUES)
    assert len({cue.name for cue in ALL_CUES}) == len(ALL_CUES)


def test_a_long_text_costs_no_time_out_of_measure() -> None:
    """Patterns are linear: what is repeated without end ends."""
    assert cues_in("my client " * 20_000)
    assert cues_in("a" * 200_000) == set()

"""The same post typed otherwise: an alteration alters what it says and only that, and is the same twice."""

import re

import pytest

from classifiers.examples import load_examples
from classifiers.measuring.alterations import ALTERATIONS, EMOJI, KEYBOARD, NEXT_KEYS
from classifiers.measuring.spellings import PAIRS

POST = "Can't believe my 2.30 client cancelled — again! See https://x.example/A?b=c, @MoK #NoShow. So well-behaved"
KEPT = ("https://x.example/A?b=c", "@MoK", "#NoShow")
LINES = [example.text for example in load_examples()[::40]]


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()


@pytest.mark.parametrize("name", ALTERATIONS)
def test_an_alteration_is_the_same_twice_and_leaves_links_names_and_tags(name: str) -> None:
    """Chance is seeded by the text itself."""
    alter = ALTERATIONS[name]

    assert [alter(line) for line in LINES] == [alter(line) for line in LINES]
    assert all(kept in alter(POST) for kept in KEPT)
    assert alter("") in ("", *(f" {emoji}" for emoji in EMOJI))


@pytest.mark.parametrize(
    "name", ["lower case", "upper case", "no punctuation", "no apostrophes", "hashtags", "line breaks"]
)
def test_only_the_look_of_the_words_changes(name: str) -> None:
    """Letters and digits stay, in their order."""
    changed = [line for line in LINES if ALTERATIONS[name](line) != line]

    assert len(changed) > len(LINES) / 20
    assert [letters(ALTERATIONS[name](line)) for line in changed] == [letters(line) for line in changed]


def test_what_each_alteration_does_to_one_post() -> None:
    """Said out."""
    told = {name: alter(POST) for name, alter in ALTERATIONS.items()}

    assert told["lower case"].startswith("can't believe my 2.30 client")
    assert told["upper case"].startswith("CAN'T BELIEVE MY 2.30 CLIENT")
    assert told["no punctuation"].startswith("Can't believe my 2.30 client cancelled again See https")
    assert told["no punctuation"].endswith("#NoShow So well-behaved")
    assert told["no apostrophes"] == POST.replace("Can't", "Cant")
    assert told["line breaks"].split("\n")[0].endswith("again!")
    assert told["emoji added"].endswith(EMOJI)
    assert told["hashtags"].count("#") > POST.count("#")
    assert told["British to American"] == POST.replace("cancelled", "canceled")


def test_a_long_sentence_is_broken_into_lines_and_nothing_else() -> None:
    """One sentence: a line for every six words."""
    broken = ALTERATIONS["line breaks"]("one two three four five six seven eight")

    assert broken == "one two three four five six\nseven eight"


def test_a_typo_is_one_slip_in_about_one_word_of_eight() -> None:
    """Words of one line are altered one by one, by a letter dropped, doubled, swapped or hit beside."""
    line = "every single morning somebody forgets their breakfast before walking towards school without warning people"
    before, after = line.split(), ALTERATIONS["typos"](line).split()
    pairs = [(one, other) for one, other in zip(before, after, strict=True) if one != other]

    assert len(pairs) == round(len(before) / 8)
    assert all(abs(len(one) - len(other)) <= 1 and one[0] == other[0] for one, other in pairs)


def test_a_short_line_has_one_typo() -> None:
    """Where there is a word to get wrong."""
    assert ALTERATIONS["typos"]("client cancelled") != "client cancelled"
    assert ALTERATIONS["typos"]("no") == "no"


def test_keys_beside_each_other_are_beside_each_other() -> None:
    """A finger slips to a neighbour, never to itself or across the row."""
    assert set(NEXT_KEYS) == set("".join(KEYBOARD))
    assert NEXT_KEYS["q"] == "w"
    assert NEXT_KEYS["s"] == "ad"
    assert NEXT_KEYS["m"] == "n"


def test_spellings_come_back_and_keep_their_capitals() -> None:
    """There and back again, but for the few words that are others in their own right."""
    there, back = ALTERATIONS["British to American"], ALTERATIONS["American to British"]

    assert there("Mum's COUNSELLOR realised") == "Mom's COUNSELOR realized"
    assert back("Mom's COUNSELOR realized") == "Mum's COUNSELLOR realised"
    assert back("my ass, while I learned to change a tire") == "my ass, while I learned to change a tire"
    assert there("@mum #colour colourful") == "@mum #colour colourful"


def test_no_spelling_stands_on_both_sides() -> None:
    """A word that both would write has no other side."""
    british, american = {one for one, _ in PAIRS}, {other for _, other in PAIRS}

    assert len(british) == len(american) == len(PAIRS)
    assert not british & american

"""What points to people and places is taken out of the words, as far as it can be told."""

import pytest

from audit.names import without_names

KNOWN = ["Ola Nordmann", "jen_k", "Bo"]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Saw Daniel today, with Priya", "Saw [name] today, with [name]"),
        ("told mr okafor and Mr Okafor so", "told mr okafor and [name] so"),
        ("my client Siobhan O'Neill cried", "my client [name] cried"),
        ("OLA NORDMANN was late and ola nordmann knew", "[name] was late and [name] knew"),
        ("@jen_k and u/some_one and jen_k", "[name] and [name] and [name]"),
        ("Bo rang", "[name] rang"),
        ("Áine told me. Then J.B. did", "[name] told me. Then [name] did"),
        ("see https://x.com/a/1?b=c or www.a.b, then", "see [address] or [address] then"),
        ("jo@x.org or facebook.com/ola", "[address] or [address]"),
        ("she lives at 12 Harbour Road, SW1A 2AA", "she lives at [address], [address]"),
        ("ring 07700 900123 or +44 (0)20 7946 0321", "ring [number] or [number]"),
    ],
)  # fmt: skip
def test_names_handles_addresses_and_numbers_go(words: str, left: str) -> None:
    """Tagged names in any case, capitals within a sentence, handles, links, streets, telephone numbers."""
    assert without_names(words, KNOWN) == left


@pytest.mark.parametrize(
    "words",
    [
        "my two o'clock cancelled on Monday, bless. Work is hell",
        "BP 120/80 at 10.30, born 2004, ward 7",
        "I said I'm late, the NHS pays anyway",
        "bob up and down",
    ],
)
def test_ordinary_words_stay(words: str) -> None:
    """Days, figures, abbreviations and a name's letters within another word are left as they are."""
    assert without_names(words, KNOWN) == words


@pytest.mark.parametrize(
    "words", ["Aa-" * 30_000, " Aa" * 30_000, "a@b." * 20_000, "1 " * 50_000 + "x", "Mr " * 30_000]
)
def test_hostile_words_come_to_an_end(words: str) -> None:
    """However long a post goes on, no pattern runs away with it."""
    assert without_names(words, KNOWN)

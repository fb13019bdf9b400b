"""A passphrase is judged on the careful side, and nothing said of it quotes it."""

import pytest

from audit.passphrase import TooShort, plain, standing


@pytest.mark.parametrize("weak", ["password2024", "P@ssw0rd!!", "aaaaaaaa", "12345678", "Summer2024!", "liverpool1892"])
def test_a_common_word_in_disguise_falls_within_the_minute(weak: str) -> None:
    """Capitals, years and digits for letters help nobody: a guesser tries them first."""
    stands = standing(weak)

    assert stands.weak
    assert "less than a minute" in stands.sentence()


@pytest.mark.parametrize("strong", ["tawny otter seven ladders", "h7Gk2pQx9dW3", "vier paar blåe strømper"])
def test_unrelated_words_or_random_signs_stand(strong: str) -> None:
    """Four words that do not belong together stand for centuries; no advice to choose another is given."""
    stands = standing(strong)

    assert not stands.weak
    assert "Four or five" not in stands.sentence()


def test_more_words_stand_longer() -> None:
    """Each further word makes it longer, and the same word again hardly does."""
    one, two, three = (
        standing(words).seconds for words in ("otter ladders", "otter ladders tawny", "otter ladders otter")
    )

    assert one < three < two


@pytest.mark.parametrize("short", ["", "otter", "       otter       ", "1234567"])
def test_under_eight_characters_is_refused(short: str) -> None:
    """Spaces at the ends do not count."""
    with pytest.raises(TooShort) as told:
        standing(short)

    assert "otter" not in str(told.value)


def test_no_sentence_quotes_the_passphrase() -> None:
    """What is said of it goes to a screen that others may see."""
    assert "ladders" not in standing("ladders and otters").sentence()


def test_every_keyboard_composes_it_the_same() -> None:
    """An accent typed as one sign or as two is the same passphrase, and a copied line break does not count."""
    assert plain("cafe\N{COMBINING ACUTE ACCENT} otters\n") == plain("caf\N{LATIN SMALL LETTER E WITH ACUTE} otters")

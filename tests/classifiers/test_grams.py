"""Own counting of words and character grams, held against scikit-learn's."""

from itertools import pairwise

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer

from classifiers.grams import Grams, normal, tokens

TEXTS = [
    "My 2pm cried all session, her husband left",
    "late to court AGAIN 😂 http://example.org/x @mira",
    "the ward was calm, tea now",
    "she said \u201cnever again\u201d and I\u2019m glad",
    "",
]


def test_character_grams_are_those_of_scikit_learn() -> None:
    """The counts per distinct word, multiplied out, are `char_wb`'s own."""
    grams = Grams.fitted(TEXTS, min_words=1, min_chars=1)
    theirs = CountVectorizer(
        preprocessor=lambda text: " ".join(tokens(text)), analyzer="char_wb", ngram_range=(2, 5), vocabulary=grams.chars
    ).fit_transform(TEXTS)
    ours = grams._char_counts([tokens(text) for text in TEXTS])

    assert abs(theirs - ours).max() == 0


def test_word_grams_are_those_of_scikit_learn() -> None:
    """Words and pairs of words."""
    grams = Grams.fitted(TEXTS, min_words=1, min_chars=1)
    theirs = CountVectorizer(analyzer=lambda text: _pairs(tokens(text)), vocabulary=grams.words).fit_transform(TEXTS)
    ours = grams._word_counts([tokens(text) for text in TEXTS])

    assert abs(theirs - ours).max() == 0


def _pairs(line: list[str]) -> list[str]:
    return line + [f"{a} {b}" for a, b in pairwise(line)]


def test_rows_do_not_depend_on_each_other() -> None:
    """A text has the same features alone and among others; an empty one has none."""
    grams = Grams.fitted(TEXTS, min_words=1, min_chars=1)
    together = grams.matrix(TEXTS)

    for row, text in enumerate(TEXTS):
        assert np.allclose(grams.matrix([text]).toarray(), together[row].toarray(), atol=1e-6)
    assert together[4].nnz == 0
    assert grams.matrix([]).shape == (0, grams.size)


def test_what_says_nothing_of_meaning_is_made_alike() -> None:
    """Links, handles, digits and quotes."""
    assert normal("See https://example.org/a @Mira 2pm “so”") == normal("see http://t.co/b @ola 4PM \"so\"")


def test_odd_texts_are_counted_without_a_fault() -> None:
    """Lone surrogates, NULs, a megabyte without a blank."""
    grams = Grams.fitted(TEXTS, min_words=1, min_chars=1)

    assert grams.matrix(["\ud800 x", "\0", "a" * 1_000_000]).shape == (3, grams.size)

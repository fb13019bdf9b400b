"""Words and character grams as sparse counts, fast, with nothing but numpy and scipy.

Character grams never cross a word, so they are counted once per distinct word: documents × words, times words × grams.
That gives the very matrix of scikit-learn's `char_wb` analyser at several times its speed, and keeps scikit-learn's
import (two seconds) out of every run that only scores.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

_URL = re.compile(r"https?://\S+|www\.\S+")
_HANDLE = re.compile(r"@\w+")
_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"\w+(?:'\w+)?|[^\w\s]")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\N{NO-BREAK SPACE}": " "})
MOST_CHARACTERS = 20_000  # of one text: the longest article says what it is by then


def normal(text: str) -> str:
    """Return the text as the grams see it: lower case, one sort of quotes, digits as 0, links and handles as marks."""
    text = text[:MOST_CHARACTERS].translate(_STRAIGHT).lower()
    text = _HANDLE.sub(" atsomebody ", _URL.sub(" alink ", text))
    return _DIGIT.sub("0", text)


def tokens(text: str) -> list[str]:
    """Return words and every other sign by itself: a hashtag is its mark and its word."""
    return _TOKEN.findall(normal(text))


@dataclass(frozen=True, slots=True)
class Grams:
    """Two fitted vocabularies with their idf. Words and word pairs come first in the matrix, then character grams."""

    words: dict[str, int]
    chars: dict[str, int]
    idf: NDArray[np.float32]
    lengths: tuple[int, int] = (2, 5)

    @classmethod
    def fitted(cls, texts: Sequence[str], *, min_words: int = 2, min_chars: int = 3) -> "Grams":
        """Learn which grams stand in at least so many texts, and how rare they are."""
        found = [tokens(text) for text in texts]
        seen_words: Counter[str] = Counter()
        for line in found:
            seen_words.update(set(_with_pairs(line)))
        seen_chars = _texts_with_chars(found)
        words = _numbered(seen_words, min_words)
        chars = _numbered(seen_chars, min_chars)
        counts = np.array([seen_words[word] for word in words] + [seen_chars[gram] for gram in chars], dtype=np.float64)
        idf = np.log((1 + len(texts)) / (1 + counts)) + 1
        return cls(words, chars, idf.astype(np.float32))

    @property
    def size(self) -> int:
        return len(self.words) + len(self.chars)

    def names(self) -> list[str]:
        """Return the grams in column order."""
        return [*self.words, *self.chars]

    def matrix(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Return (n texts, size) float32: sublinear counts times idf, each of the two halves of length 1."""
        found = [tokens(text) for text in texts]
        halves = (self._word_counts(found), self._char_counts(found))
        first = len(self.words)
        weighted = [
            _unit_rows(_sublinear(half).multiply(idf).tocsr())
            for half, idf in zip(halves, (self.idf[:first], self.idf[first:]), strict=True)
        ]
        return sparse.hstack(weighted, format="csr", dtype=np.float32)

    def _word_counts(self, found: Sequence[Sequence[str]]) -> sparse.csr_matrix:
        rows = ([self.words[gram] for gram in _with_pairs(line) if gram in self.words] for line in found)
        return _counted(rows, len(self.words))

    def _char_counts(self, found: Sequence[Sequence[str]]) -> sparse.csr_matrix:
        distinct: dict[str, int] = {}
        rows = ([distinct.setdefault(word, len(distinct)) for word in line] for line in found)
        by_word = _counted(rows, None)
        by_gram = _counted(
            ([self.chars[g] for g in char_grams(word, *self.lengths) if g in self.chars] for word in distinct),
            len(self.chars),
        )
        return (by_word @ by_gram).tocsr()


def _texts_with_chars(found: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return character gram → in how many texts it stands. Texts × words, times words × grams, is a tenth of the work
    of counting them text by text.
    """
    words: dict[str, int] = {}
    by_word = _counted(([words.setdefault(word, len(words)) for word in line] for line in found), None)
    grams: dict[str, int] = {}
    by_gram = _counted(
        ([grams.setdefault(gram, len(grams)) for gram in char_grams(word, 2, 5)] for word in words), None
    )
    stands_in = np.diff((by_word @ by_gram).tocsc().indptr)
    return dict(zip(grams, stands_in.tolist(), strict=True))


def _with_pairs(line: Sequence[str]) -> list[str]:
    return [*line, *(f"{one} {other}" for one, other in pairwise(line))]


def char_grams(word: str, shortest: int, longest: int) -> list[str]:
    """Return the runs of characters of one word, with a blank at both ends."""
    padded = f" {word[:64]} "
    longest = min(longest, max(shortest, len(padded)))  # a short word is one gram, once
    return [
        padded[start : start + length]
        for length in range(shortest, longest + 1)
        for start in range(max(1, len(padded) - length + 1))
    ]


def _numbered(seen: Mapping[str, int], least: int) -> dict[str, int]:
    return {gram: place for place, gram in enumerate(sorted(gram for gram, count in seen.items() if count >= least))}


def _counted(rows: Iterable[Sequence[int]], width: int | None) -> sparse.csr_matrix:
    ends = [0]
    columns: list[int] = []
    for row in rows:
        columns.extend(row)
        ends.append(len(columns))
    wide = width if width is not None else max(columns, default=-1) + 1
    counts = sparse.csr_matrix(
        (np.ones(len(columns), dtype=np.float32), np.array(columns, dtype=np.int32), np.array(ends, dtype=np.int64)),
        shape=(len(ends) - 1, wide),
    )
    counts.sum_duplicates()
    return counts


def _sublinear(counts: sparse.csr_matrix) -> sparse.csr_matrix:
    counts.data = 1 + np.log(counts.data)
    return counts


def _unit_rows(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1
    return sparse.diags(1 / lengths).dot(matrix).astype(np.float32).tocsr()

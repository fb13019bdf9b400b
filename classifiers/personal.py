"""What a person's own decisions teach their own next audit: a small, bounded nudge, learnt from hashed grams.

A lesson holds no words: grams are hashed under the person's key into so few buckets that many words share each. Words
that stand in posts the person cleared ("not about a client") lower the decision a little, those of posts they acted on
raise it; kernel ridge regression says how much. It is the person's to switch off, and it lowers no severe finding.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from classifiers.grams import tokens
from classifiers.views import Floats

BUCKETS = 1 << 16  # fewer than there are words, let alone pairs: a bucket never tells which
MOST_GRAMS = 300
STRENGTH = 1.0  # added to or taken from the decision at the very most, in log-odds
ALPHA = 1.0  # one lesson alone moves a text like itself by half of the strength


@dataclass(frozen=True, slots=True)
class Lesson:
    """`features`: as `hashed` returns them. `about_client`: what the person decided."""

    features: bytes
    about_client: bool


def hashed(text: str, key: bytes) -> bytes:
    """Return the text's words and pairs of words as sorted bucket numbers, 4 bytes each, little-endian."""
    words = tokens(text)
    grams = dict.fromkeys([*words, *(f"{one} {other}" for one, other in pairwise(words))])
    found = {_bucket(gram, key) for gram in list(grams)[:MOST_GRAMS]}
    return np.array(sorted(found), dtype="<u4").tobytes()


def _bucket(gram: str, key: bytes) -> int:
    digest = hashlib.blake2b(gram.encode("utf-8", "surrogatepass"), key=key, digest_size=4).digest()
    return int.from_bytes(digest, "little") % BUCKETS


class Personal:
    """The nudge, fitted. `lessons` may be empty: then it is 0 everywhere."""

    def __init__(self, lessons: Sequence[Lesson], key: bytes) -> None:
        self.key = key
        self.lessons = tuple(lesson for lesson in lessons if lesson.features)
        self._rows = _rows([lesson.features for lesson in self.lessons])
        self._weights = self._fitted()

    def _fitted(self) -> NDArray[np.float64]:
        from sklearn.kernel_ridge import KernelRidge

        if not self.lessons:
            return np.zeros(0)
        wanted = np.array([1.0 if lesson.about_client else -1.0 for lesson in self.lessons])
        fitted = KernelRidge(alpha=ALPHA, kernel="linear").fit(self._rows, wanted)
        return np.asarray(fitted.dual_coef_, dtype=np.float64)

    def nudges(self, texts: Sequence[str]) -> Floats:
        """Return (n texts,), within ± `STRENGTH`."""
        if not self.lessons or not texts:
            return np.zeros(len(texts), dtype=np.float32)
        near = _rows([hashed(text, self.key) for text in texts]) @ self._rows.T
        moved = np.clip(STRENGTH * (near @ self._weights), -STRENGTH, STRENGTH)
        return np.asarray(moved, dtype=np.float32)


def _rows(features: Sequence[bytes]) -> sparse.csr_matrix:
    """Return (n, BUCKETS), each row of unit length."""
    columns = [np.frombuffer(one, dtype="<u4").astype(np.int64) % BUCKETS for one in features]
    lengths = np.array([len(one) for one in columns], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)])
    weights = np.repeat(1.0 / np.sqrt(np.maximum(lengths, 1)), lengths)
    places = np.concatenate(columns) if columns else np.zeros(0, dtype=np.int64)
    return sparse.csr_matrix((weights, places, starts), shape=(len(features), BUCKETS))

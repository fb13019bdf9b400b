"""A small invented body of examples with an encoder to match: enough to see every measurement at work in seconds."""

import hashlib
import random
from collections.abc import Sequence
from functools import cache
from itertools import product

import numpy as np

from classifiers.encoder import LAYERS_WIDTH
from classifiers.examples import Example
from classifiers.views import Floats

SEVERE = (
    "told me her husband beat her",
    "overdosed and nearly died",
    "lost her baby on the ward",
    "was raped, she said",
)
MILD = ("was annoying again", "is so needy")
PEOPLE = ("my client", "my 2pm", "a patient", "our pupil")
LIFE = ("my sister", "the dog", "our neighbour", "mum", "my bus", "the kettle")
DOING = ("was late again", "loves the park", "made me laugh", "is so needy", "broke this morning", "wants its tea")
ENDS = ("today", "this week", "lol", "in town", "and it rains", "as usual", "😂", "since monday")
HARD = 0.33
RISKY = ("health", "blunt-and-public", "law-justice-education", "rough-health")
TIMELINES = ("ordinary-timelines", "ordinary-timelines-2", "ordinary-timelines-8", "ordinary-timelines-9")


@cache
def body() -> tuple[Example, ...]:
    """Return four authors with pairs of flagged and harmless lines, and four authors of ordinary timelines."""
    lines = []
    for batch in (*RISKY, *TIMELINES):
        chance = random.Random(batch)
        risky = batch in RISKY
        lines += _pairs(batch, chance) if risky else _timeline(batch, chance)
    return tuple(lines)


def encode(texts: Sequence[str]) -> Floats:
    """Return unit vectors (n, 1536): texts of the same words lie near each other."""
    rows = [np.sum([_word(word) for word in text.lower().split() or [""]], axis=0) for text in texts]
    vectors = np.array(rows, dtype=np.float32).reshape(len(texts), LAYERS_WIDTH)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@cache
def _word(word: str) -> Floats:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
    return np.random.default_rng(seed).normal(size=LAYERS_WIDTH).astype(np.float32)


def _pairs(batch: str, chance: random.Random) -> list[Example]:
    lines = []
    for number, (what, who) in enumerate(product((*SEVERE, *MILD), PEOPLE)):
        severity = 3 if what in SEVERE else 1
        label = "client_detail" if severity == 3 else "disparages_clients"
        end, one, other = chance.choice(ENDS), f"{batch}-{number}a", f"{batch}-{number}b"
        whose = chance.choice(LIFE) if chance.random() < HARD else who  # a third look like the other sort
        harmless = who if chance.random() < HARD else chance.choice(LIFE)
        lines.append(_line(batch, one, f"{whose} {what} {end}", severity, (label,), other))
        lines.append(_line(batch, other, f"{harmless} {chance.choice(DOING)} {end}", 0, (), one))
    return lines


def _timeline(batch: str, chance: random.Random) -> list[Example]:
    texts = [f"{who} {what} {chance.choice(ENDS)}" for who, what in product(LIFE, DOING)]
    return [_line(batch, f"{batch}-{number}", text, 0, (), "") for number, text in enumerate(texts)]


def _line(batch: str, name: str, text: str, severity: int, labels: tuple[str, ...], pair: str) -> Example:
    kind, trade = ("comment", True) if text.endswith("lol") else ("post", False)
    return Example(name, text, labels, severity, "nurse", kind, "en-GB", batch, pair, "", trade and severity > 0)

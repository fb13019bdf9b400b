"""The encoder in 32-bit numpy: what the 8-bit file is made from and measured against.

A plain reading of the published architecture (BERT, six layers, 384 wide, twelve heads), slow and
exact. Used by `build` only, never when posts are scored.
"""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Weights = dict[str, Floats]
Seen = Callable[[str, Floats], None]

LAYERS = 6
HEADS = 12
WIDTH = 384
EPSILON = 1e-12

SOURCE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"


def checked_bytes(path: Path, sha256: str) -> bytes:
    """Return the file's bytes. Raises: ValueError if its SHA-256 is not the expected one."""
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError(f"{path.name} is not the published file: its SHA-256 should be {sha256}.")
    return content


def read_weights(path: Path) -> Weights:
    """Read the published 32-bit weights.

    Source: the safetensors layout: eight bytes with the length of a JSON header, the header with each
    tensor's type, shape and place, then the numbers, little-endian.
    """
    content = checked_bytes(path, SOURCE_SHA256)
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    weights = {}
    for name, told in header.items():
        if told.get("dtype") == "F32":
            first, end = told["data_offsets"]
            weights[name] = np.frombuffer(content[start + first : start + end], "<f4").reshape(told["shape"])
    return weights


def encode(weights: Weights, ids: NDArray[np.int32], *, seen: Seen | None = None) -> Floats:
    """Return the 32-bit unit vectors (posts, 384) of posts of one length, given as `ids` (posts, tokens).

    `seen` is told the name of every linear layer and the rows (posts * tokens, width) that enter it.
    """

    def linear(rows: Floats, name: str) -> Floats:
        if seen:
            seen(name, rows)
        return rows @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]

    def norm(rows: Floats, name: str) -> Floats:
        rows = rows - rows.mean(-1, keepdims=True)
        rows = rows / np.sqrt((rows * rows).mean(-1, keepdims=True) + np.float32(EPSILON))
        return rows * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    def heads(rows: Floats) -> Floats:
        return rows.reshape(*ids.shape, HEADS, -1).transpose(0, 2, 1, 3)

    rows = norm(_embedded(weights, ids).reshape(-1, WIDTH), "embeddings.LayerNorm")
    for layer in (f"encoder.layer.{number}" for number in range(LAYERS)):
        attention = f"{layer}.attention"
        parts = (heads(linear(rows, f"{attention}.self.{part}")) for part in ("query", "key", "value"))
        context = _context(*parts).transpose(0, 2, 1, 3).reshape(-1, WIDTH)
        rows = norm(rows + linear(context, f"{attention}.output.dense"), f"{attention}.output.LayerNorm")
        inner = gelu(linear(rows, f"{layer}.intermediate.dense"))
        rows = norm(rows + linear(inner, f"{layer}.output.dense"), f"{layer}.output.LayerNorm")
    means = rows.reshape(*ids.shape, WIDTH).mean(1)
    return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True), np.float32)


def _embedded(weights: Weights, ids: NDArray[np.int32]) -> Floats:
    words = weights["embeddings.word_embeddings.weight"][ids]
    positions = weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
    return np.asarray(words + positions + weights["embeddings.token_type_embeddings.weight"][0])


def _context(query: Floats, key: Floats, value: Floats) -> Floats:
    scores = query @ key.transpose(0, 1, 3, 2) * np.float32((WIDTH // HEADS) ** -0.5)
    scores = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(scores / scores.sum(-1, keepdims=True) @ value, np.float32)


def gelu(rows: Floats) -> Floats:
    """Return x times the normal distribution's share below x.

    Source: Abramowitz and Stegun 7.1.26 for erf; its error of 1.5e-7 is that of 32-bit numbers.
    """
    distance = np.abs(rows.astype(np.float64)) * 0.5**0.5
    t = 1 / (1 + 0.3275911 * distance)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    tail = series * np.exp(-distance * distance) / 2
    return np.asarray(rows * np.where(rows > 0, 1 - tail, tail), np.float32)

"""The encoder in 32-bit numpy: what the 8-bit file is made from and measured against.

A plain reading of the published architecture (BERT, six layers, 384 wide, twelve heads), slow and
exact. Used by `build` only, never when posts are scored.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Weights = dict[str, Floats]

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
    tensors = {name: entry for name, entry in header.items() if entry.get("dtype") == "F32"}
    return {name: _tensor(content, start, **entry) for name, entry in tensors.items()}


def _tensor(content: bytes, start: int, dtype: str, shape: list[int], data_offsets: list[int]) -> Floats:
    first, end = data_offsets
    return np.frombuffer(content[start + first : start + end], "<f4").reshape(shape)


def encode(
    weights: Weights,
    token_ids: Sequence[Sequence[int]],
    *,
    seen: Callable[[str, Floats], None] = lambda name, rows: None,
) -> Floats:
    """Return the 32-bit sentence vectors, (n, 384), L2-normalised.

    `seen` is told the name of every linear layer and the rows (tokens, width) that enter it.
    """
    vectors = np.empty((len(token_ids), WIDTH), np.float32)
    for places in same_length(token_ids):
        ids = np.array([token_ids[place] for place in places])
        vectors[places] = _encode_batch(weights, ids, seen)
    return vectors


def same_length(token_ids: Sequence[Sequence[int]], tokens: int = 2048) -> Iterable[list[int]]:
    """Yield places in `token_ids`, each list of one length and of at most `tokens` tokens in all."""
    places: dict[int, list[int]] = {}
    for place, ids in enumerate(token_ids):
        places.setdefault(len(ids), []).append(place)
    for length in sorted(places):
        size = max(1, tokens // length)
        for start in range(0, len(places[length]), size):
            yield places[length][start : start + size]


def _encode_batch(weights: Weights, ids: NDArray[np.int64], seen: Callable[[str, Floats], None]) -> Floats:
    def linear(rows: Floats, name: str) -> Floats:
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
        query, key, value = (heads(linear(rows, f"{layer}.attention.self.{part}"))
                             for part in ("query", "key", "value"))  # fmt: skip
        context = _attended(query, key, value).transpose(0, 2, 1, 3).reshape(-1, WIDTH)
        rows = norm(rows + linear(context, f"{layer}.attention.output.dense"), f"{layer}.attention.output.LayerNorm")
        inner = gelu(linear(rows, f"{layer}.intermediate.dense"))
        rows = norm(rows + linear(inner, f"{layer}.output.dense"), f"{layer}.output.LayerNorm")
    means = rows.reshape(*ids.shape, WIDTH).mean(1)
    return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True), np.float32)


def _embedded(weights: Weights, ids: NDArray[np.int64]) -> Floats:
    words = weights["embeddings.word_embeddings.weight"][ids]
    positions = weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
    return words + positions + weights["embeddings.token_type_embeddings.weight"][0]


def _attended(query: Floats, key: Floats, value: Floats) -> Floats:
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

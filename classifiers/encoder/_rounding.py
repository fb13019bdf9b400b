"""Rounding to 8 bits: rows of weights, and which input channels to make smaller before it."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from classifiers.encoder._reference import Floats, Weights, encode


def int8_rows(weight: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Round each row to signed 8-bit numbers; return them and the rows' scales.

    Shapes: (rows, width) → (rows, width) and (rows,).
    Source: processors without VNNI add two neighbouring products (unsigned by signed) in 16 bits and
    clip the sum. So two neighbours may weigh at most 128 together: 255 * 128 < 2**15. Every processor
    then finds the same whole numbers. This costs little, as the neighbour of a large weight is small.
    """
    size = np.abs(weight)
    neighbours = size[:, 0::2] + size[:, 1::2]
    scale = np.maximum(np.maximum(size.max(1), neighbours.max(1)) / np.float32(127), np.float32(1e-12))
    return np.rint(weight / scale[:, None]).astype(np.int8), scale


def divisors(weights: Weights, posts: Iterable[NDArray[np.int32]]) -> dict[str, Floats]:
    """Return, for each layer's query and intermediate products, what to divide each input channel by.

    A few channels are ten times as large as the rest and would take all of an 8-bit range. Their
    factor moves from the input to the weight, half of it by logarithm; powers of two, so that nothing
    depends on the last bit of a sum.
    Source: SmoothQuant (Xiao and others, 2022), alpha 0.5.
    """
    largest: dict[str, Floats] = {}

    def note(name: str, rows: Floats) -> None:
        largest[name] = np.maximum(largest.get(name, np.float32(0)), np.abs(rows).max(0))

    for ids in posts:
        encode(weights, ids[None], seen=note)
    return {
        name: _powers_of_two(np.sqrt(largest[name] / np.abs(entering_weight(weights, name)).max(0)))
        for name in largest
        if name.endswith(("query", "intermediate.dense"))
    }


def entering_weight(weights: Weights, name: str) -> Floats:
    """Return all weight rows that read the input of layer `name`: with queries also keys and values."""
    parts = ("query", "key", "value") if name.endswith("query") else (name.rpartition(".")[2],)
    return np.concatenate([weights[f"{name.rpartition('.')[0]}.{part}.weight"] for part in parts])


def _powers_of_two(ratios: Floats) -> Floats:
    logarithms = np.log2(ratios)
    return np.asarray(np.exp2(np.rint(logarithms - logarithms.mean())), np.float32)

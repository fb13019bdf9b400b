"""The encoder as an ONNX graph in 8 bits, from the published 32-bit weights.

Weights are signed 8-bit with one scale for each output channel; the word table has one for each word.
What enters a matrix product is rounded to 8 bits with a scale for each token, so a post's vector does
not depend on the posts it is encoded with. All other arithmetic is 32-bit.

Rows are ordered by position first, post second: the attention products can then read queries, keys
and values where they lie, without a copy for each head. A batch holds posts of one length only, so
there is neither padding nor a mask.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from classifiers.encoder._reference import EPSILON, HEADS, LAYERS, WIDTH, Floats, Weights, encode

OPSET = 20  # the first with Gelu
IR_VERSION = 9  # the one that came with it, so that older onnxruntimes read the file
CONTRIB = "com.microsoft"

GELU_LOW = 0.17  # gelu never falls below -0.16998
GELU_ZERO = 16  # the unsigned 8-bit number that stands for 0 after a gelu


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


def divisors(weights: Weights, token_ids: Sequence[Sequence[int]]) -> dict[str, Floats]:
    """Return, for each layer's query and intermediate products, what to divide each input channel by.

    A few channels are ten times as large as the rest and would take all of an 8-bit range. Their
    factor moves from the input to the weight, half of it by logarithm; powers of two, so that nothing
    depends on the last bit of a sum.
    Source: SmoothQuant (Xiao and others, 2022), alpha 0.5.
    """
    largest: dict[str, Floats] = {}

    def note(name: str, rows: Floats) -> None:
        largest[name] = np.maximum(largest.get(name, np.float32(0)), np.abs(rows).max(0))

    encode(weights, token_ids, seen=note)
    return {
        name: _powers_of_two(np.sqrt(largest[name] / np.abs(entering_weight(weights, name)).max(0)))
        for name in largest
        if name.endswith(("query", "intermediate.dense"))
    }


def entering_weight(weights: Weights, name: str) -> Floats:
    """Return the weight rows that read the input of layer `name`: for queries also those of keys and values."""
    if not name.endswith("query"):
        return weights[f"{name}.weight"]
    return np.concatenate([weights[f"{name.removesuffix('query')}{part}.weight"] for part in ("query", "key", "value")])


def _powers_of_two(ratios: Floats) -> Floats:
    logarithms = np.log2(ratios)
    return np.exp2(np.rint(logarithms - logarithms.mean())).astype(np.float32)


@dataclass
class Graph:
    """Nodes and constants as they are added; names follow the order, so the same calls give the same bytes."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: dict[str, onnx.TensorProto] = field(default_factory=dict)

    def constant(self, name: str, numbers: Any, kind: type = np.float32) -> str:
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(numbers, kind), name)
        return name

    def node(self, operation: str, *inputs: str, **attributes: Any) -> str:
        output = f"{operation}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operation, inputs, [output], name=output, **attributes))
        return output


@dataclass(frozen=True)
class Rounded:
    """Token rows in unsigned 8 bits: their numbers, the scale of each row, the number that stands for 0."""

    numbers: str
    scales: str
    zero: int


def rounded_either_sign(graph: Graph, rows: str) -> Rounded:
    """Round rows that are as much above as below 0."""
    last = _axis(graph, 1)
    largest = graph.node("ReduceMax", graph.node("Abs", rows), last, keepdims=0)
    scales = graph.node("Mul", largest, graph.constant("signed_step", 1 / 127))
    return _rounded(graph, rows, graph.node("Max", scales, graph.constant("least_step", 1e-9)), zero=128)


def rounded_gelu(graph: Graph, rows: str) -> Rounded:
    """Round rows that come from a gelu: hardly below 0, so nearly the whole range serves what is above."""
    last = _axis(graph, 1)
    largest = graph.node("ReduceMax", rows, last, keepdims=0)
    scales = graph.node("Mul", largest, graph.constant("gelu_step", 1 / (255 - GELU_ZERO)))
    least = graph.constant("gelu_least_step", GELU_LOW / GELU_ZERO)
    return _rounded(graph, rows, graph.node("Max", scales, least), zero=GELU_ZERO)


def _rounded(graph: Graph, rows: str, scales: str, zero: int) -> Rounded:
    one_zero = graph.constant(f"zeros_{zero}", [zero], np.uint8)
    zeros = graph.node("Expand", one_zero, graph.node("Shape", scales))
    return Rounded(graph.node("QuantizeLinear", rows, scales, zeros, axis=0), scales, zero)


def product(graph: Graph, rows: Rounded, weight: Floats, name: str) -> str:
    """Add rows times the transposed weight, in whole numbers, back in 32 bits. No bias."""
    numbers, scales = int8_rows(weight)
    whole = graph.node(
        "MatMulIntegerToFloat",
        rows.numbers,
        graph.constant(f"{name}.int8", numbers.T, np.int8),
        graph.constant("one", 1),
        graph.constant(f"{name}.scales", scales),
        graph.constant(f"zero_{rows.zero}", rows.zero, np.uint8),
        domain=CONTRIB,
    )
    last = _axis(graph, 1)
    return graph.node("Mul", whole, graph.node("Unsqueeze", rows.scales, last))


@dataclass(frozen=True)
class Shapes:
    """Names of shapes: `heads` (tokens, posts * heads, 32), `posts` (tokens, posts, 384), `flat` (rows, 384)."""

    heads: str
    posts: str
    flat: str


def build(weights: Weights, divide: dict[str, Floats], positions: int) -> bytes:
    """Return the ONNX file: `ids` int32 (posts, tokens of each post) → `vectors` float32 (posts, 384).

    All posts of a batch have the same number of tokens, at most `positions`. `divide` is from `divisors`.
    """
    graph = Graph()
    ids = graph.node("Transpose", "ids", perm=[1, 0])
    shapes = _shapes(graph, graph.node("Shape", ids))
    rows = _embedded(graph, weights, ids, positions)
    rows = graph.node("Reshape", _norm(graph, weights, "embeddings.LayerNorm", rows, divide[_query(0)]), shapes.flat)
    for number in range(LAYERS):
        rows = _layer(graph, weights, divide, number, rows, shapes)
    sums = graph.node("ReduceSum", graph.node("Reshape", rows, shapes.posts), _axis(graph, 0), keepdims=0)
    # the mean differs from the sum by a factor, which the norm takes away
    lengths = graph.node("ReduceL2", sums, _axis(graph, 1), keepdims=1)
    return _file(graph, graph.node("Div", sums, lengths))


def _query(number: int) -> str:
    return f"encoder.layer.{number}.attention.self.query"


def _axis(graph: Graph, axis: int) -> str:
    return graph.constant(f"axis_{axis}", [axis], np.int64)


def _shapes(graph: Graph, shape: str) -> Shapes:
    def joined(*parts: str) -> str:
        return graph.node("Concat", *parts, axis=0)

    def number(name: str, value: int) -> str:
        return graph.constant(name, [value], np.int64)

    tokens = graph.node("Slice", shape, _axis(graph, 0), _axis(graph, 1))
    posts = graph.node("Slice", shape, _axis(graph, 1), number("two", 2))
    all_heads = graph.node("Mul", posts, number("heads", HEADS))
    return Shapes(
        heads=joined(tokens, all_heads, number("head_width", WIDTH // HEADS)),
        posts=joined(tokens, posts, number("width", WIDTH)),
        flat=graph.constant("flat", [-1, WIDTH], np.int64),
    )


def _embedded(graph: Graph, weights: Weights, ids: str, positions: int) -> str:
    """Add the embeddings (tokens, posts, 384). Only the words that occur are brought back to 32 bits."""
    words, scales = int8_rows(weights["embeddings.word_embeddings.weight"])
    numbers = graph.node("Gather", graph.constant("words.int8", words, np.int8), ids)
    scale = graph.node("Gather", graph.constant("words.scales", scales[:, None]), ids)
    exact = graph.node("Mul", graph.node("Cast", numbers, to=TensorProto.FLOAT), scale)
    places = weights["embeddings.position_embeddings.weight"][:positions, None]
    places = places + weights["embeddings.token_type_embeddings.weight"][0]
    tokens = graph.node("Slice", graph.node("Shape", ids), _axis(graph, 0), _axis(graph, 1))
    here = graph.node("Slice", graph.constant("places", places), _axis(graph, 0), tokens, _axis(graph, 0))
    return graph.node("Add", exact, here)


def _norm(graph: Graph, weights: Weights, name: str, rows: str, divide: Floats) -> str:
    gain = graph.constant(f"{name}.gain", weights[f"{name}.weight"] / divide)
    bias = graph.constant(f"{name}.bias", weights[f"{name}.bias"] / divide)
    return graph.node("LayerNormalization", rows, gain, bias, axis=-1, epsilon=EPSILON)


def _layer(
    graph: Graph, weights: Weights, divide: dict[str, Floats], number: int, rows: str, shapes: Shapes
) -> str:
    layer = f"encoder.layer.{number}"
    between = divide[f"{layer}.intermediate.dense"]
    after = divide.get(_query(number + 1), np.ones(WIDTH, np.float32))
    attended = _attention(graph, weights, layer, rows, divide[_query(number)], shapes)
    attended = _plus_rows(graph, layer + ".attended", attended, rows, divide[_query(number)])
    rows = _norm(graph, weights, f"{layer}.attention.output.LayerNorm", attended, between)
    found = _plus_rows(graph, layer + ".found", _feed_forward(graph, weights, layer, rows, between), rows, between)
    return _norm(graph, weights, f"{layer}.output.LayerNorm", found, after)


def _plus_rows(graph: Graph, name: str, change: str, rows: str, divided: Floats) -> str:
    return graph.node("Add", change, graph.node("Mul", rows, graph.constant(f"{name}.divided", divided)))


def _attention(graph: Graph, weights: Weights, layer: str, rows: str, divided: Floats, shapes: Shapes) -> str:
    rounded = rounded_either_sign(graph, rows)

    def part(name: str) -> str:
        return product(graph, rounded, weights[f"{layer}.attention.self.{name}.weight"] * divided, f"{layer}.{name}")

    def heads(rows: str) -> str:
        return graph.node("Reshape", rows, shapes.heads)

    # A key's bias adds the same to all scores of a query, which softmax takes away. Shares add up to 1, so a
    # value's bias goes through them unchanged and is added with the output's.
    query_bias = graph.constant(f"{layer}.query.bias", weights[f"{layer}.attention.self.query.bias"])
    query = graph.node("Add", part("query"), query_bias)
    scores = _between_heads(graph, heads(query), heads(part("key")), transB=1, transBatchA=1, transBatchB=1,
                            alpha=(WIDTH // HEADS) ** -0.5)  # fmt: skip
    shares = graph.node("Softmax", scores, axis=-1)
    context = _between_heads(graph, shares, heads(part("value")), transBatchB=1)
    context = graph.node("Reshape", graph.node("Transpose", context, perm=[1, 0, 2]), shapes.flat)
    output = weights[f"{layer}.attention.output.dense.weight"]
    bias = weights[f"{layer}.attention.output.dense.bias"]
    value_bias = (output.astype(np.float64) * weights[f"{layer}.attention.self.value.bias"]).sum(1)
    changed = product(graph, rounded_either_sign(graph, context), output, f"{layer}.attention")
    return graph.node("Add", changed, graph.constant(f"{layer}.attention.bias", bias + value_bias))


def _between_heads(graph: Graph, left: str, right: str, **order: Any) -> str:
    return graph.node("FusedMatMul", left, right, domain=CONTRIB, **order)


def _feed_forward(graph: Graph, weights: Weights, layer: str, rows: str, divided: Floats) -> str:
    def dense(rounded: Rounded, name: str, divided: Floats | int = 1) -> str:
        found = product(graph, rounded, weights[f"{layer}.{name}.weight"] * divided, f"{layer}.{name}")
        return graph.node("Add", found, graph.constant(f"{layer}.{name}.bias", weights[f"{layer}.{name}.bias"]))

    inner = graph.node("Gelu", dense(rounded_either_sign(graph, rows), "intermediate.dense", divided))
    return dense(rounded_gelu(graph, inner), "output.dense")


def _file(graph: Graph, vectors: str) -> bytes:
    graph.nodes.append(helper.make_node("Identity", [vectors], ["vectors"], name="vectors"))
    ids = helper.make_tensor_value_info("ids", TensorProto.INT32, ["posts", "tokens"])
    found = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["posts", WIDTH])
    whole = helper.make_graph(graph.nodes, "encoder", [ids], [found], list(graph.constants.values()))
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
    model = helper.make_model(whole, opset_imports=opsets, ir_version=IR_VERSION)
    return bytes(model.SerializeToString(deterministic=True))

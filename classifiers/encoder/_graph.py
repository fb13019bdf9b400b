"""The encoder as an ONNX graph in 8 bits, from the published 32-bit weights.

Weights are signed 8-bit with one scale for each output channel; the word table has one for each word.
What enters a matrix product is rounded to 8 bits with a scale for each token, so a post's vector does
not depend on the posts it is encoded with. All other arithmetic is 32-bit.

Rows are ordered by position first, post second: the attention products can then read queries, keys
and values where they lie, without a copy for each head. A batch holds posts of one length only, so
there is neither padding nor a mask.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from classifiers.encoder._reference import EPSILON, HEADS, LAYERS, WIDTH, Floats, Weights
from classifiers.encoder._rounding import int8_rows

POOLED = 4  # layers that `layers` holds: the last ones
OPSET = 20  # the first with Gelu
IR_VERSION = 9  # the one that came with it, so that older onnxruntimes read the file
CONTRIB = "com.microsoft"

GELU_LOW = 0.17  # gelu never falls below -0.16998
GELU_ZERO = 16  # the unsigned 8-bit number that stands for 0 after a gelu


@dataclass
class Graph:
    """Nodes and constants as they are added. Names follow the order: the same calls give the same bytes."""

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
    largest = graph.node("ReduceMax", graph.node("Abs", rows), _axis(graph, 1), keepdims=0)
    scales = graph.node("Mul", largest, graph.constant("signed_step", 1 / 127))
    return _rounded(graph, rows, graph.node("Max", scales, graph.constant("least_step", 1e-9)), zero=128)


def rounded_gelu(graph: Graph, rows: str) -> Rounded:
    """Round rows that come from a gelu: hardly below 0, so nearly the whole range serves what is above."""
    largest = graph.node("ReduceMax", rows, _axis(graph, 1), keepdims=0)
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
    return graph.node("Mul", whole, graph.node("Unsqueeze", rows.scales, _axis(graph, 1)))


@dataclass(frozen=True)
class Shapes:
    """Names of shapes: `heads` (tokens, posts * 12, 32), `posts` (tokens, posts, 384), `flat` (rows, 384)."""

    heads: str
    posts: str
    flat: str


def build(weights: Weights, divide: dict[str, Floats], positions: int) -> bytes:
    """Return the ONNX file: `ids` int32 (posts, tokens of each post) → `vectors` float32 (posts, 384) and
    `layers` (posts, 1536), the last four layers side by side.

    All posts of a batch have the same number of tokens, at most `positions`. `divide` comes from
    `_rounding.divisors`.
    """
    graph = Graph()
    ids = graph.node("Transpose", "ids", perm=[1, 0])
    shapes = _shapes(graph, graph.node("Shape", ids))
    rows = _embedded(graph, weights, ids, positions)
    rows = _norm(graph, weights, "embeddings.LayerNorm", rows, divide[_query(0)])
    rows = graph.node("Reshape", rows, shapes.flat)
    pooled = []
    for number in range(LAYERS):
        rows = _layer(graph, weights, divide, number, rows, shapes)
        pooled.append(_pooled(graph, rows, _next_divisor(divide, number), shapes))
    last = graph.node("Concat", *pooled[-POOLED:], axis=1)
    layers = graph.node("Mul", last, graph.constant("share", POOLED**-0.5))
    return _file(graph, {"vectors": (pooled[-1], WIDTH), "layers": (layers, POOLED * WIDTH)})


def _next_divisor(divide: dict[str, Floats], number: int) -> Floats:
    """Return what the rows that leave a layer are divided by, for the next one."""
    return divide.get(_query(number + 1), np.ones(WIDTH, np.float32))


def _pooled(graph: Graph, rows: str, divided: Floats, shapes: Shapes) -> str:
    """Average a layer's rows over each post's tokens, as unit vectors (posts, 384)."""
    sums = graph.node("ReduceSum", graph.node("Reshape", rows, shapes.posts), _axis(graph, 0), keepdims=0)
    whole = sums if (divided == 1).all() else graph.node("Mul", sums, graph.constant(f"{rows}.divided", divided))
    # the mean differs from the sum by a factor, which the norm takes away
    return graph.node("Div", whole, graph.node("ReduceL2", whole, _axis(graph, 1), keepdims=1))


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
    first = _axis(graph, 0)
    here = graph.node("Slice", graph.constant("places", places), first, tokens, first)
    return graph.node("Add", exact, here)


def _norm(graph: Graph, weights: Weights, name: str, rows: str, divide: Floats) -> str:
    gain = graph.constant(f"{name}.gain", weights[f"{name}.weight"] / divide)
    bias = graph.constant(f"{name}.bias", weights[f"{name}.bias"] / divide)
    return graph.node("LayerNormalization", rows, gain, bias, axis=-1, epsilon=EPSILON)


def _layer(
    graph: Graph, weights: Weights, divide: dict[str, Floats], number: int, rows: str, shapes: Shapes
) -> str:
    layer = f"encoder.layer.{number}"
    before = divide[_query(number)]
    between = divide[f"{layer}.intermediate.dense"]
    after = _next_divisor(divide, number)
    change = _attention(graph, weights, layer, rows, before, shapes)
    rows = _plus(graph, change, rows, f"{layer}.before", before)
    rows = _norm(graph, weights, f"{layer}.attention.output.LayerNorm", rows, between)
    change = _feed_forward(graph, weights, layer, rows, between)
    rows = _plus(graph, change, rows, f"{layer}.between", between)
    return _norm(graph, weights, f"{layer}.output.LayerNorm", rows, after)


def _plus(graph: Graph, change: str, rows: str, name: str, divided: Floats) -> str:
    return graph.node("Add", change, graph.node("Mul", rows, graph.constant(name, divided)))


def _attention(graph: Graph, weights: Weights, layer: str, rows: str, divided: Floats, shapes: Shapes) -> str:
    # A key's bias adds the same to all scores of a query, which softmax takes away. Shares add up to 1,
    # so a value's bias goes through them unchanged and is added with the output's.
    rounded = rounded_either_sign(graph, rows)
    query, key, value = (
        product(graph, rounded, weights[f"{layer}.attention.self.{part}.weight"] * divided, f"{layer}.{part}")
        for part in ("query", "key", "value")
    )
    query = _plus_bias(graph, query, f"{layer}.query.bias", weights[f"{layer}.attention.self.query.bias"])
    query, key, value = (graph.node("Reshape", part, shapes.heads) for part in (query, key, value))
    context = graph.node("Reshape", _context(graph, query, key, value), shapes.flat)
    output = weights[f"{layer}.attention.output.dense.weight"]
    value_bias = (output.astype(np.float64) * weights[f"{layer}.attention.self.value.bias"]).sum(1)
    change = product(graph, rounded_either_sign(graph, context), output, f"{layer}.attention")
    bias = weights[f"{layer}.attention.output.dense.bias"] + value_bias
    return _plus_bias(graph, change, f"{layer}.attention.bias", bias)


def _context(graph: Graph, query: str, key: str, value: str) -> str:
    """Add softmax(query * key / sqrt(32)) * value. Shapes: all of them (tokens, posts * 12, 32)."""
    scale = (WIDTH // HEADS) ** -0.5
    order = {"transBatchA": 1, "transBatchB": 1, "transB": 1}
    scores = graph.node("FusedMatMul", query, key, domain=CONTRIB, alpha=scale, **order)
    shares = graph.node("Softmax", scores, axis=-1)
    context = graph.node("FusedMatMul", shares, value, domain=CONTRIB, transBatchB=1)
    return graph.node("Transpose", context, perm=[1, 0, 2])


def _feed_forward(graph: Graph, weights: Weights, layer: str, rows: str, divided: Floats) -> str:
    inner, outer = f"{layer}.intermediate.dense", f"{layer}.output.dense"
    found = product(graph, rounded_either_sign(graph, rows), weights[f"{inner}.weight"] * divided, inner)
    found = graph.node("Gelu", _plus_bias(graph, found, f"{inner}.bias", weights[f"{inner}.bias"]))
    found = product(graph, rounded_gelu(graph, found), weights[f"{outer}.weight"], outer)
    return _plus_bias(graph, found, f"{outer}.bias", weights[f"{outer}.bias"])


def _plus_bias(graph: Graph, rows: str, name: str, bias: NDArray[np.floating[Any]]) -> str:
    return graph.node("Add", rows, graph.constant(name, bias))


def _file(graph: Graph, outputs: dict[str, tuple[str, int]]) -> bytes:
    for name, (found, _) in outputs.items():
        graph.nodes.append(helper.make_node("Identity", [found], [name], name=name))
    ids = helper.make_tensor_value_info("ids", TensorProto.INT32, ["posts", "tokens"])
    told = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["posts", width]) for name, (_, width) in outputs.items()
    ]
    whole = helper.make_graph(graph.nodes, "encoder", [ids], told, list(graph.constants.values()))
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
    model = helper.make_model(whole, opset_imports=opsets, ir_version=IR_VERSION)
    return bytes(model.SerializeToString(deterministic=True))

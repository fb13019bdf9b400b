"""The fitted model, kept between runs as plain arrays and JSON. Nothing that could run code is ever loaded.

A cache is used only if it came from these very examples, this code and this encoder, and if its own digest is whole;
anything else means fitting anew, never a guess. It holds the labelled examples' words, never a person's.
"""

import hashlib
import io
import json
import os
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

from classifiers.calibration import load_calibration
from classifiers.examples import Example, digest, load_examples
from classifiers.grams import Grams
from classifiers.views import Floats, Landmarks, Linear, Meaning, Words

if TYPE_CHECKING:
    from scipy import sparse

    from classifiers.encoder import Encoder
    from classifiers.model import Model
    from classifiers.train import Moments

Told = Callable[[str], None]
_CODE = (
    "categories.py",
    "cues.py",
    "examples.py",
    "given_names.py",
    "grams.py",
    "heads.py",
    "readers.py",
    "store.py",
    "train.py",
    "views.py",
)


@dataclass(frozen=True, slots=True)
class ExampleFeatures:
    """What is kept of the labelled examples for fitting the flagged head again with a background."""

    words: "sparse.csr_matrix"
    meaning: "Moments | None"
    flagged: NDArray[np.int8]
    weights: NDArray[np.float64]

    @classmethod
    def of(cls, examples: Sequence[Example], words: Words, meaning: Meaning | None, vectors: Floats | None) -> Self:
        """Return what these views see of the examples. `vectors` (n examples, d) are the encoder's."""
        from classifiers.heads import aims, targets, weights
        from classifiers.train import Moments

        texts = [example.text for example in examples]
        moments = None
        if meaning is not None and vectors is not None:
            weight = weights(examples, advice=False)
            moments = Moments.of(meaning.features(texts, vectors), aims(examples)[:, 0], weight)
        return cls(words.features(texts), moments, targets(examples)[:, 0], weights(examples, advice=True))


def stored_or_fitted(told: Told | None = None) -> "Model":
    """Return the model from the cache, or fit it and keep it if the cache folder allows."""
    from classifiers.model import Model

    encoder = _encoder()
    digests = _digests(encoder)
    path = _path(digests)
    arrays = _loaded(path)
    if arrays is not None:
        words, meaning = _views(arrays)
        return Model(words, meaning, encoder, load_calibration(), digests)
    words, meaning, known = _fitted(encoder, told)
    _keep(path, words, meaning, known)
    return Model(words, meaning, encoder, load_calibration(), digests, known)


def example_features(model: "Model") -> ExampleFeatures:
    """Return the examples as the model's views see them; fetched or made when first asked for, then kept with it."""
    if model.known is None:
        arrays = _loaded(_path(model.digests))
        if arrays:
            model.known = _known(arrays)
        else:
            model.known = ExampleFeatures.of(
                load_examples(), model.words, model.meaning, example_vectors() if model.meaning else None
            )
    return model.known


def example_vectors() -> Floats | None:
    """Return the encoder's vectors of all labelled examples (n, d), or None where there is no encoder."""
    encoder = _encoder()
    return None if encoder is None else encoder.layers([example.text for example in load_examples()])


def _fitted(encoder: "Encoder | None", told: Told | None) -> "tuple[Words, Meaning | None, ExampleFeatures]":
    from classifiers.train import fit_meaning, fit_words

    examples = load_examples()
    words = fit_words(examples, told)
    if encoder is None:
        return words, None, ExampleFeatures.of(examples, words, None, None)
    vectors = encoder.layers([example.text for example in examples])
    meaning = fit_meaning(examples, vectors, told)
    return words, meaning, ExampleFeatures.of(examples, words, meaning, vectors)


def _encoder() -> "Encoder | None":
    """Words alone must work where the encoder or what runs it is missing; the report says so."""
    try:
        from classifiers.encoder import Encoder, EncoderDamaged, EncoderMissing
    except ImportError:
        return None
    try:
        return Encoder.load()
    except (EncoderMissing, EncoderDamaged):
        return None


def _digests(encoder: "Encoder | None") -> dict[str, str]:
    folder = Path(__file__).parent
    code = hashlib.sha256(b"".join((folder / name).read_bytes() for name in _CODE)).hexdigest()
    told = {"examples": digest(), "code": code, "encoder": encoder.digest if encoder else "absent"}
    return {**told, "whole": hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()}


# --- the file ---------------------------------------------------------------------------------------------------------


def cache_folder() -> Path:
    """Return the folder for fitted models. It may not exist, or not be writable."""
    from platformdirs import user_cache_path

    return user_cache_path("backscroll", appauthor=False)


def _path(digests: dict[str, str]) -> Path:
    return cache_folder() / f"model-{digests['whole'][:32]}.npz"


def _keep(path: Path, words: Words, meaning: Meaning | None, known: ExampleFeatures) -> None:
    """Write the cache whole or not at all; a folder that refuses costs only the time of fitting again."""
    held = io.BytesIO()
    np.savez(held, **_words_arrays(words), **_meaning_arrays(meaning), **_known_arrays(known))
    content = held.getvalue()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = path.with_suffix(f".{secrets.token_hex(4)}.tmp")
        beside.write_bytes(hashlib.sha256(content).digest() + content)
        os.replace(beside, path)  # noqa: PTH105 - in one step, so that two programs at once do no harm
        for old in path.parent.glob("model-*.npz"):
            if old != path:
                old.unlink()


def _words_arrays(words: Words) -> dict[str, Any]:
    return {
        "words": _as_bytes("\n".join(words.grams.words)),
        "chars": _as_bytes("\n".join(words.grams.chars)),
        "idf": words.grams.idf,
        "words_weights": words.linear.weights,
        "words_bias": words.linear.bias,
    }


def _meaning_arrays(meaning: Meaning | None) -> dict[str, Any]:
    if meaning is None:
        return {}
    return {
        "points": meaning.landmarks.points,
        "whitening": meaning.landmarks.whitening,
        "gamma": np.array([meaning.landmarks.gamma]),
        "meaning_weights": meaning.linear.weights,
        "meaning_bias": meaning.linear.bias,
    }


def _known_arrays(known: ExampleFeatures) -> dict[str, Any]:
    sums = {} if known.meaning is None else {"gram": known.meaning.gram, "product": known.meaning.product}
    grams = known.words
    return {
        "known_data": grams.data,
        "known_columns": grams.indices.astype(np.int32),
        "known_ends": grams.indptr,
        "known_shape": np.array(grams.shape),
        "known_flagged": known.flagged,
        "known_weights": known.weights,
        **sums,
    }


def _as_bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), dtype=np.uint8)


def _loaded(path: Path) -> dict[str, Any] | None:
    """Return the arrays of a whole file; None for one that is damaged, or none at all."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    content = raw[32:]
    if hashlib.sha256(content).digest() != raw[:32]:
        return None
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            return dict(arrays)
    except (ValueError, KeyError, OSError):
        return None


def _views(arrays: dict[str, Any]) -> "tuple[Words, Meaning | None]":
    grams = Grams(_vocabulary(arrays["words"]), _vocabulary(arrays["chars"]), arrays["idf"])
    words = Words(grams, Linear(arrays["words_weights"], arrays["words_bias"]))
    if "points" not in arrays:
        return words, None
    landmarks = Landmarks(arrays["points"], arrays["whitening"], float(arrays["gamma"][0]))
    return words, Meaning(landmarks, Linear(arrays["meaning_weights"], arrays["meaning_bias"]))


def _known(arrays: dict[str, Any]) -> ExampleFeatures:
    from scipy import sparse

    from classifiers.train import Moments

    held = (arrays["known_data"], arrays["known_columns"], arrays["known_ends"])
    words = sparse.csr_matrix(held, shape=tuple(arrays["known_shape"]))
    moments = Moments(arrays["gram"], arrays["product"]) if "gram" in arrays else None
    return ExampleFeatures(words, moments, arrays["known_flagged"], arrays["known_weights"])


def _vocabulary(held: NDArray[np.uint8]) -> dict[str, int]:
    lines = held.tobytes().decode("utf-8", "surrogatepass").split("\n")
    return {gram: place for place, gram in enumerate(lines)}

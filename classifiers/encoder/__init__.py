"""What a text means, as 384 numbers: a small frozen sentence encoder that runs on this machine alone.

It knows two files beside it and their digests; it gives unit vectors, near each other for texts of like
meaning. The model is all-MiniLM-L6-v2 in 8 bits (README.md tells whence and how good; `build` makes the
files again). It is never fitted to anything, reaches no network, and neither keeps nor tells a text.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["PIECES", "WIDTH", "Encoder", "EncoderDamaged", "EncoderMissing"]

FOLDER = Path(__file__).parent
MODEL = "minilm-l6-int8.onnx"
TOKENIZER = "tokenizer.json"
PROVENANCE = "provenance.json"

WIDTH = 384
LAYERS_WIDTH = 4 * WIDTH  # the last four layers side by side
PIECES = 128  # word pieces read of a text, with the two that mark its start and end
CHARACTERS = 2_000  # read of a text; 126 pieces take some 600 of them, at most 1,100 in our examples
BATCH = 512  # pieces at a time: what a layer holds of them then stays near the processor

Vectors = NDArray[np.float32]


class EncoderMissing(Exception):
    """A file of the encoder, or a library that can run it, is not there."""

    def __init__(self) -> None:
        super().__init__("The sentence encoder cannot run: its files or libraries are missing or too old.")


class EncoderDamaged(Exception):
    """A file of the encoder is not the one that was shipped."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The sentence encoder's file {name} is damaged: install the program again.")


class Encoder:
    """The loaded model. `digest` stands for its files: with others the vectors would be others."""

    def __init__(self, session: Any, tokenizer: Any, digest: str, threads: int) -> None:
        self.digest = digest
        self._session = session
        self._tokenizer = tokenizer
        self._threads = threads

    @classmethod
    def load(cls, *, threads: int | None = None, folder: Path = FOLDER) -> "Encoder":
        """Read and check the files, some 23 MB.

        `threads` says how many batches are encoded at once: two if there are two cores.
        Raises: EncoderMissing, EncoderDamaged.
        """
        model, tokenizer, digest = _checked_files(folder)
        try:
            return cls(_session(model), _tokenizer(tokenizer), digest, threads or min(2, os.cpu_count() or 1))
        except Exception:  # what another or a crippled build of these libraries raises is theirs to choose
            raise EncoderMissing from None

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> Vectors:
        """Return a unit vector for each text, (n, 384).

        Of a long text only the first 126 word pieces count; that is some 600 characters. A text has the
        same vector whatever it is encoded with. `progress` is told, in the caller's thread, how many texts
        are done so far, at the end all. Its errors end the work and reach the caller.
        """
        return self._run("vectors", WIDTH, texts, progress)

    def layers(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> Vectors:
        """Return unit vectors of the last four layers side by side, (n, 1536), as for `encode`.

        Source: the middle layers keep more of who does what than the last, which was trained for likeness; side by
        side they tell flagged from harmless better than the last alone (`python -m classifiers.calibrate`).
        """
        return self._run("layers", LAYERS_WIDTH, texts, progress)

    def _run(
        self, output: str, width: int, texts: Sequence[str], progress: Callable[[int], None] | None
    ) -> Vectors:
        pieces = [self.pieces(text) for text in texts]
        vectors = np.empty((len(texts), width), np.float32)

        def fill(places: list[int]) -> int:
            ids = np.stack([pieces[place] for place in places])
            (vectors[places],) = self._session.run([output], {"ids": ids})
            return len(places)

        done = 0
        with ThreadPoolExecutor(self._threads) as pool:
            for count in pool.map(fill, _batches([len(ids) for ids in pieces])):
                done += count
                if progress:
                    progress(done)
        return vectors

    def pieces(self, text: str) -> NDArray[np.int32]:
        """Return the numbers of the word pieces that are read of a text, start and end included."""
        return np.array(self._tokenizer.encode(_readable(text)).ids, np.int32)


def _readable(text: str) -> str:
    """Return what the tokenizer can take: half characters joined or replaced, a length that costs no time."""
    text = text.lstrip()[:CHARACTERS]
    try:
        text.encode()
    except UnicodeEncodeError:  # JSON may hold halves of a character, together or alone
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield places of texts of one length, shortest first.

    Without padding there is nothing by which a text's neighbours could change its vector.
    """
    places: dict[int, list[int]] = {}
    for place, length in enumerate(lengths):
        places.setdefault(length, []).append(place)
    for length, alike in sorted(places.items()):
        size = max(1, BATCH // length)
        yield from (alike[start : start + size] for start in range(0, len(alike), size))


def _checked_files(folder: Path) -> tuple[bytes, bytes, str]:
    """Return the model, the tokenizer and a digest of both. Raises: EncoderMissing, EncoderDamaged."""
    try:
        expected = _expected_digests((folder / PROVENANCE).read_bytes())
        contents = {name: (folder / name).read_bytes() for name in (MODEL, TOKENIZER)}
    except OSError:
        raise EncoderMissing from None
    for name, content in contents.items():
        if hashlib.sha256(content).hexdigest() != expected[name]:
            raise EncoderDamaged(name)
    both = "".join(expected[name] for name in contents)
    return contents[MODEL], contents[TOKENIZER], hashlib.sha256(both.encode()).hexdigest()


def _expected_digests(provenance: bytes) -> dict[str, str]:
    try:
        files = json.loads(provenance)["files"]
        return {name: str(files[name]["sha256"]) for name in (MODEL, TOKENIZER)}
    except (ValueError, LookupError, TypeError):
        raise EncoderDamaged(PROVENANCE) from None


def _session(model: bytes) -> Any:
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # from 1.29 on it calls Microsoft as soon as it is imported without this
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # and so do its older Windows builds
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4  # only what ends the program: nothing is told elsewhere
    options.intra_op_num_threads = 1  # threads share batches, not operations: they never wait for each other
    options.inter_op_num_threads = 1
    # The graph is made as it should run. Further fusions are slower here (SkipLayerNormalization by far).
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _tokenizer(description: bytes) -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(description.decode())
    tokenizer.no_padding()
    tokenizer.enable_truncation(PIECES)
    return tokenizer

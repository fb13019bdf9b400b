"""The encoder gives what was shipped, the same in any company, and refuses what was not shipped."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from classifiers import encoder as room
from classifiers.encoder import PIECES, WIDTH, Encoder, EncoderDamaged, EncoderMissing
from classifiers.encoder._reference import gelu
from classifiers.encoder._rounding import int8_rows

SHIPPED = (room.MODEL, room.TOKENIZER, room.PROVENANCE)

# The first eight numbers of the published 32-bit model, by `classifiers.encoder._reference`.
EXACT = {
    "The kettle is on and the rain has stopped.": [
        [-0.08037, -0.00207, 0.06429, 0.00618, 0.02436, 0.02428, 0.03903, -0.06988],
    ],
    "My client cried again today, and I could not wait for the hour to end.": [
        [-0.03900, 0.07777, 0.06668, -0.01512, 0.00871, -0.02217, -0.05833, -0.05605],
    ],
    "Zug verpasst 🙃 next one in 40 min": [
        [-0.06580, 0.08487, 0.03854, -0.01701, 0.02669, 0.01398, 0.04322, 0.13936],
    ],
}

ALIKE = [
    ("The meeting was moved to Thursday.", "They have rescheduled our meeting for Thursday."),
    ("A dog is running across the field.", "There is a dog racing over the grass."),
    ("I lost my keys on the way home.", "My keys went missing as I walked back."),
    ("The soup needs more salt.", "This broth tastes bland, add some salt."),
]

ODD = [
    "",
    " \n\t",
    "\x00",
    "a\x00b",
    "\ud83d",
    "\ude42 \ud83d",
    "👩‍👩‍👧‍👦" * 50,
    "e" + "\u0301" * 5_000,
    "\u202eback to front\u202c",
    "𝔊𝔬𝔱𝔥𝔦𝔠 ﬁ Ⅷ",
    "今日は長い一日だった",
    "مرحبا بالعالم",
    "[CLS] [SEP] [PAD] [MASK]",
    "a" * 1_000_000,
    " " * 1_000_000,
    "word " * 200_000,
    "\ud83d" * 1_000_000,
]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped files that a test may harm."""
    for name in SHIPPED:
        shutil.copy(room.FOLDER / name, tmp_path)
    return tmp_path


def test_files_are_those_of_the_provenance():
    """Sizes and digests of the shipped files are the written ones, and the licence lies beside them."""
    provenance = json.loads((room.FOLDER / room.PROVENANCE).read_text("utf-8"))

    for name, told in provenance["files"].items():
        content = (room.FOLDER / name).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (told["bytes"], told["sha256"])
    assert "Apache License" in (room.FOLDER / "LICENSE").read_text("utf-8")
    assert provenance["licence"] == "Apache-2.0"


def test_model_stays_small():
    """The package carries the model, so it may not grow past 26 MB."""
    assert (room.FOLDER / room.MODEL).stat().st_size < 26_000_000


@pytest.mark.parametrize("name", [room.MODEL, room.TOKENIZER])
def test_damaged_file_is_refused(copy: Path, name: str):
    """One changed bit is enough, and the sentence names the file."""
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(content)

    with pytest.raises(EncoderDamaged, match=re.escape(name)):
        Encoder.load(folder=copy)


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"files": {"tokenizer.json": 3}}', "\ufeff{"])
def test_damaged_provenance_is_refused(copy: Path, written: str):
    """Without the digests nothing can be checked, so nothing is loaded."""
    (copy / room.PROVENANCE).write_text(written, encoding="utf-8")

    with pytest.raises(EncoderDamaged, match=re.escape(room.PROVENANCE)):
        Encoder.load(folder=copy)


@pytest.mark.parametrize("name", SHIPPED)
def test_missing_file_is_told(copy: Path, name: str):
    """A file that is not there is another matter than a damaged one."""
    (copy / name).unlink()

    with pytest.raises(EncoderMissing):
        Encoder.load(folder=copy)


@pytest.mark.parametrize("library", ["onnxruntime", "tokenizers"])
def test_missing_library_is_told(monkeypatch: pytest.MonkeyPatch, library: str):
    """The words alone must do where a library cannot be had."""
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(EncoderMissing):
        Encoder.load()


def test_vectors_have_length_one(encoder: Encoder):
    """So that a product of two vectors is their cosine."""
    vectors = encoder.encode([text for pair in ALIKE for text in pair])

    assert vectors.shape == (2 * len(ALIKE), WIDTH)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("text", EXACT)
def test_vectors_are_near_the_published_model(encoder: Encoder, text: str):
    """Eight bits move a number by 0.002 as a rule; processors differ by as much."""
    [found] = encoder.encode([text])

    np.testing.assert_allclose(found[:8], EXACT[text][0], atol=0.015)


def test_paraphrases_are_nearer_than_strangers(encoder: Encoder):
    """Each sentence is nearest to its own paraphrase, by far."""
    ones, others = (encoder.encode(texts) for texts in zip(*ALIKE, strict=True))
    likeness = ones @ others.T

    assert np.diag(likeness).min() > 0.5
    assert likeness[~np.eye(len(ALIKE), dtype=bool)].max() < 0.3


def test_company_does_not_matter(encoder: Encoder):
    """A text's vector is the same alone, among many of its length, and among longer ones."""
    texts = [f"it was {number} again, {'really ' * (number % 40)}" for number in range(120)]
    together = encoder.encode(texts)
    alone = np.concatenate([encoder.encode([text]) for text in texts[::7]])
    backwards = encoder.encode(texts[::-1])[::-1]

    np.testing.assert_allclose(alone, together[::7], atol=1e-4)
    np.testing.assert_allclose(backwards, together, atol=1e-4)


def test_number_of_threads_does_not_matter(encoder: Encoder):
    """One thread finds what two find."""
    texts = [text for pair in ALIKE for text in pair]

    one, three = (Encoder.load(threads=threads).encode(texts) for threads in (1, 3))
    np.testing.assert_array_equal(one, three)


def test_digest_follows_the_files(encoder: Encoder):
    """What is kept of an encoder's vectors can be kept under its digest."""
    assert re.fullmatch(r"[0-9a-f]{64}", encoder.digest)
    assert Encoder.load(threads=1).digest == encoder.digest


def test_layers_end_with_the_vector(encoder: Encoder):
    """The four layers are unit vectors side by side, scaled to one; the last of them is the text's own vector."""
    texts = ["Tea on the ward.", "The jury went out at two."]
    layers = encoder.layers(texts)

    assert layers.shape == (2, 4 * WIDTH)
    assert np.allclose(np.linalg.norm(layers, axis=1), 1, atol=1e-5)
    assert np.allclose(2 * layers[:, -WIDTH:], encoder.encode(texts), atol=1e-6)


def test_no_text_no_vector(encoder: Encoder):
    """No texts give an empty table of the right width, and no word of progress."""
    told: list[int] = []

    assert encoder.encode([], progress=told.append).shape == (0, WIDTH)
    assert told == []


def test_any_text_has_a_vector(encoder: Encoder):
    """Empty, huge and broken texts have a vector of length one like any other."""
    vectors = encoder.encode(ODD)

    assert vectors.shape == (len(ODD), WIDTH)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_long_texts_are_cut(encoder: Encoder):
    """What stands after the first 126 word pieces changes nothing, however much it is."""
    start = "the cat sat on the mat " * 30
    vectors = encoder.encode([start, start + "and thought of revolution", start + "zebra " * 300_000])

    assert len(encoder.pieces(start)) == PIECES
    np.testing.assert_allclose(vectors, vectors[[0, 0, 0]], atol=1e-4)


def test_halves_of_a_character_are_joined(encoder: Encoder):
    """An emoji that came as two halves is the emoji."""
    halves, whole = encoder.encode(["well done \ud83d\ude00", "well done 😀"])

    np.testing.assert_allclose(halves, whole, atol=1e-4)


def test_progress_counts_up_to_all(encoder: Encoder):
    """It is told in the caller's thread, never less than before, at last all."""
    told: list[tuple[int, int]] = []
    texts = [f"number {'one ' * (number % 50)}" for number in range(150)]
    encoder.encode(texts, progress=lambda done: told.append((done, threading.get_ident())))

    counts = [done for done, _ in told]
    assert counts == sorted(counts)
    assert counts[-1] == len(texts)
    assert {thread for _, thread in told} == {threading.get_ident()}


def test_progress_may_stop_the_work(encoder: Encoder):
    """An error of the caller's ends the call and reaches the caller."""

    def stop(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        encoder.encode(["a text"] * 3_000, progress=stop)


def _printed(code: str) -> str:
    """Return all that a Python of its own prints when it runs `code`."""
    root = Path(__file__).parents[2]
    return subprocess.check_output(
        [sys.executable, "-c", code], cwd=root, stderr=subprocess.STDOUT, text=True
    )


def test_no_network_module_is_loaded():
    """Loading and encoding bring in nothing that could call anywhere, and print nothing."""
    code = """
import sys
from classifiers.encoder import Encoder
Encoder.load().encode(["in confidence"])
unwanted = {"huggingface_hub", "socket", "ssl", "http.client", "urllib.request", "torch", "onnx"}
print(*unwanted & set(sys.modules), end="")
"""
    assert _printed(code) == ""


def test_nothing_heavy_before_load():
    """Whoever only wants the exceptions waits for no library."""
    code = """
import sys, classifiers.encoder
print(*{"onnxruntime", "tokenizers"} & set(sys.modules), end="")
"""
    assert _printed(code) == ""


def test_rounded_neighbours_fit_sixteen_bits():
    """Two neighbouring weights times 255 stay below 2 to the 15th: no processor clips their sum."""
    weight = np.random.default_rng(1).normal(size=(200, 64)).astype(np.float32)
    weight[0] = 1
    weight[1] = 0
    numbers, scales = int8_rows(weight)

    pairs = np.abs(numbers.astype(int)).reshape(200, 32, 2).sum(2)
    assert pairs.max() * 255 < 2**15
    assert np.abs(numbers * scales[:, None] - weight).max() <= scales.max() / 2 + 1e-6


def test_gelu_matches_known_values():
    """Three values from a table of the normal distribution."""
    np.testing.assert_allclose(gelu(np.array([-1, 0, 2], np.float32)), [-0.158655, 0, 1.954500], atol=1e-6)

"""The fitted model as the rest of the house sees it."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from classifiers import store
from classifiers.calibration import load_calibration
from classifiers.categories import NAMES, ORDINARY
from classifiers.examples import digest, load_examples
from classifiers.model import Model, load_model
from classifiers.personal import Lesson, Personal, hashed

RISKY = "My 2pm told me her husband broke her wrist again, 34 weeks pregnant, she works in the chemist on Mill Road"
HARMLESS = "tea and toast, then the bus"


@pytest.fixture(scope="session")
def model() -> Model:
    """The model is fitted once for all tests, and cached between runs."""
    return load_model()


def test_the_calibration_is_of_these_examples() -> None:
    """Thresholds measured on other examples are another model's: run `python -m classifiers.calibrate`."""
    assert load_calibration().examples == digest()


def test_a_plain_breach_is_told_from_a_plain_line(model: Model) -> None:
    """The least that must hold. A hairdresser has a 2pm, too: only a known trade makes it a client for sure."""
    told = RISKY.replace("My 2pm", "My client")
    scores = model.score([told, RISKY, HARMLESS])
    known = model.score([told, RISKY, HARMLESS], profession="counsellor")

    assert (scores.tiers[0], scores.tiers[2]) == ("look-first", "ordinary")
    assert scores.tiers[1] != ORDINARY
    assert known.tiers == ["look-first", "look-first", "ordinary"]
    assert scores.severity.tolist() == known.severity.tolist() == [3, 3, 0]
    assert scores.named(0)["client_detail"] > 0.5


def test_empty_and_single_texts_are_scored(model: Model) -> None:
    """No text, one text, an empty one, odd ones."""
    assert len(model.score([])) == 0
    assert model.score([""]).tiers == ["ordinary"]
    assert len(model.score(["\ud800", "\0", "a" * 100_000, "😂" * 3000])) == 4
    assert len(model.score_archive([])) == 0


def test_the_same_text_has_the_same_score_in_any_company(model: Model) -> None:
    """Rows do not depend on each other."""
    alone = model.score([RISKY]).score[0]
    among = model.score([HARMLESS, RISKY, "x"]).score[1]

    assert alone == pytest.approx(among, abs=1e-4)


def test_a_small_archive_is_judged_as_without_a_background(model: Model) -> None:
    """Ten posts say nothing of what is ordinary for somebody."""
    texts = [RISKY, *(f"{HARMLESS} number {n}" for n in range(9))]

    assert model.score_archive(texts).tiers == model.score(texts).tiers


def ordinary_lines(count: int) -> list[str]:
    lines = [e.text for e in load_examples() if "timelines" in e.batch]
    return lines[:count]


def test_order_does_not_matter_in_an_archive(model: Model) -> None:
    """Folds are dealt by the words themselves: the same posts in another order have the same scores."""
    texts = [*ordinary_lines(300), RISKY]
    there = model.score_archive(texts)
    back = model.score_archive(texts[::-1])

    assert there.tiers == back.tiers[::-1]
    assert np.allclose(there.score, back.score[::-1], atol=1e-4)


def test_a_known_trade_raises_other_posts_not_more(model: Model) -> None:
    """Where ordinary posts of an archive hold the trade's own words for clients, the archive's bars follow."""
    texts = [*ordinary_lines(300), "year 9 were vile again, thick as mince the lot of them"]
    without, known = (model.score_archive(texts, profession=trade) for trade in ("", "teacher"))

    assert known.score[-1] > without.score[-1]
    assert sum(tier != ORDINARY for tier in known.tiers) <= sum(tier != ORDINARY for tier in without.tiers) + 3


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5])
def test_a_risky_timeline_does_not_hide_itself(model: Model, share: float) -> None:
    """However much of an archive is risky, what is in the first tier by itself stays there, unless it weighs little."""
    severe = [e.text for e in load_examples() if e.severity == 3][:400]
    by_itself = model.score(severe)
    first = [
        text
        for text, tier, severity in zip(severe, by_itself.tiers, by_itself.severity, strict=True)
        if tier == "look-first" and severity >= 2
    ]
    count = int(share * 200)
    in_archive = model.score_archive([*first[:count], *ordinary_lines(200 - count)])

    assert len(first) >= count
    assert set(in_archive.tiers[:count]) == {"look-first"}


def test_each_distinct_text_is_judged_once_and_repeats_agree(model: Model) -> None:
    """A birthday wish sent five hundred times has one score."""
    scores = model.score_archive([RISKY, HARMLESS, RISKY])

    assert scores.score[0] == scores.score[2]
    assert scores.tiers[0] == scores.tiers[2]


def test_probabilities_are_probabilities(model: Model) -> None:
    """Between 0 and 1, a column a category."""
    scores = model.score(ordinary_lines(50))

    assert scores.categories.shape == (50, len(NAMES))
    assert ((scores.categories >= 0) & (scores.categories <= 1)).all()
    assert ((scores.expected >= 0) & (scores.expected <= 3)).all()


def test_words_alone_work_where_the_encoder_is_missing(model: Model) -> None:
    """Without the encoder the words are scored by themselves, and the facts say so."""
    alone = Model(model.words, None, None, model.calibration, model.digests)

    assert alone.score([RISKY]).tiers[0] != "ordinary"
    assert alone.facts()["encoder"] == "absent"
    assert alone.mode == "words"


def test_a_damaged_cache_is_not_believed(model: Model, tmp_path: Path) -> None:
    """A cache whose own digest is not whole, or that is no array file, is as if it were not there."""
    path = tmp_path / "model.npz"
    path.write_bytes(b"x" * 100)
    assert store._loaded(path) is None

    content = b"PK no arrays"
    path.write_bytes(hashlib.sha256(content).digest() + content)
    assert store._loaded(path) is None
    assert store._loaded(tmp_path / "none.npz") is None


def test_what_is_kept_of_the_examples_is_what_was_made_of_them(model: Model, tmp_path: Path) -> None:
    """A later run fits a background beside the very same examples as the first one."""
    made = store.example_features(model)
    store._keep(tmp_path / "model.npz", model.words, model.meaning, made)
    arrays = store._loaded(tmp_path / "model.npz")
    assert arrays is not None
    kept = store._known(arrays)

    assert (kept.words != made.words).nnz == 0
    assert np.array_equal(kept.flagged, made.flagged)
    assert kept.meaning is not None
    assert made.meaning is not None
    assert np.array_equal(kept.meaning.gram, made.meaning.gram)
    assert np.array_equal(kept.meaning.product, made.meaning.product)


def test_no_pickle_is_ever_loaded() -> None:
    """Loading one can run code."""
    folder = Path(store.__file__).parent
    sources = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))

    assert "allow_pickle=True" not in sources
    assert "import pickle" not in sources
    assert "joblib.load" not in sources


def test_own_decisions_lower_no_severe_finding(model: Model) -> None:
    """Even for posts the person cleared, what is severe keeps its tier; milder ones may leave, and are counted."""
    texts = [example.text for example in load_examples() if example.flagged][::9]
    key = b"k" * 32
    cleared = Personal([Lesson(hashed(text, key), about_client=False) for text in texts], key)
    before, after = model.score(texts), model.score(texts, personal=cleared)
    severe = [row for row in range(len(texts)) if before.severity[row] == 3]

    assert len(severe) > 20
    assert [before.tiers[row] for row in severe] == [after.tiers[row] for row in severe]
    left = [row for row in range(len(texts)) if before.tiers[row] != ORDINARY and after.tiers[row] == ORDINARY]
    assert left
    assert [row for row in range(len(texts)) if after.lowered[row]] == left
    assert not before.lowered.any()

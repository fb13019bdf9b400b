"""Other lines, other parts, fewer examples, other surroundings: what the long measurements say, on a small body."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from classifiers.calibration import Fit
from classifiers.categories import LOOK_FIRST, ORDINARY
from classifiers.heads import HEADS, SEVERE
from classifiers.measuring import ablation, archives, learning_curve, parts, robustness
from classifiers.measuring.fits import judged
from classifiers.measuring.folds import OutOfFold
from classifiers.measuring.recall import recall_row
from classifiers.model import Scores
from classifiers.store import example_features
from tests.classifiers.invented import TIMELINES, body, encode

VECTORS = encode([example.text for example in body()])


pytestmark = pytest.mark.usefixtures("one_thread")


# --- robustness -------------------------------------------------------------------------------------------------------


def test_what_changes_nothing_for_the_model_changes_no_figure(
    found: OutOfFold, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A blank at the end is no word: as written and altered are the same. Lines of nothing are found no more."""
    changes = {"a blank": lambda text: f"{text} ", "nothing left": lambda _: "the dog loves the park"}
    monkeypatch.setattr(robustness, "ALTERATIONS", changes)
    same, gone = robustness.robustness_tables(found, encode)["Robustness"]

    assert same["found as written"] == same["found altered"] > 0.3
    assert same["raised in 1,000 as written"] == same["raised in 1,000 altered"]
    assert gone["found as written"] == same["found as written"]
    assert gone["found altered"] == gone["severity 3 altered"] == 0


def test_only_lines_that_change_are_measured_and_never_too_many(found: OutOfFold) -> None:
    """No invented line is British or has a stop: those rows are left out."""
    told: list[str] = []
    rows = robustness.robustness_tables(found, encode, told.append, most=(20, 30))["Robustness"]
    names = [row["what"] for row in rows]

    assert len(told) == len(robustness.ALTERATIONS)
    assert {"upper case", "typos", "emoji added", "hashtags"} <= set(names)
    assert "no apostrophes" not in names
    assert all(row["flagged lines"] <= 20 and row["ordinary lines"] <= 30 for row in rows)


# --- ablation and learning curve --------------------------------------------------------------------------------------


def test_every_part_has_its_row_and_all_parts_are_the_default(
    found: OutOfFold, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All parts, the words alone and the background off decide as the default run does; each other part otherwise."""
    without = ablation.decided_without(body(), VECTORS)
    same = {
        f"{ablation.ALL}-archive": "both-archive",
        "words only-archive": "words-archive",
        ablation.NO_BACKGROUND: "both",
    }
    monkeypatch.setattr(ablation, "decided_without", lambda *_, **__: without)
    rows = {row["what"]: row for row in ablation.ablation_tables(body(), VECTORS)["Ablation"]}

    for name, held in without.decisions.items():
        like = [key for key, default in found.decisions.items() if np.allclose(held[:, 0], default[:, 0], atol=2e-3)]
        assert like == ([same[name]] if name in same else [])
    assert set(rows) == {*ablation.ROWS, ablation.NO_BACKGROUND}
    assert {**rows[ablation.ALL], "what": ""} == pytest.approx(recall_row("", found, "both-archive"), abs=0.011)


def test_without_an_encoder_only_the_parts_of_the_words_are_told() -> None:
    """Nothing is said of what is not there."""
    rows = ablation.ablation_tables(body(), None)["Ablation"]

    assert {row["what"] for row in rows} == {*ablation.ROWS_OF_WORDS, ablation.NO_BACKGROUND}


def test_each_part_left_out_is_left_out() -> None:
    """Blanked inputs and reduced grams hold nothing of the part, and all of the rest."""
    grams = parts.Grams.fitted([example.text for example in body()])
    cues = np.ones((len(VECTORS), 9), dtype=np.float32)

    assert not parts.without_characters(grams).chars
    assert set(parts.without_pairs(grams).words) == {word for word in grams.words if " " not in word}
    assert parts.without_pairs(grams).size == len(parts.without_pairs(grams).idf)
    assert parts.without_cues(VECTORS, cues)[1].sum() == 0
    last, _ = parts.last_layer_only(VECTORS, cues)
    assert np.flatnonzero(last[0]).min() == parts.LAYERS_WIDTH - parts.WIDTH
    assert np.allclose(np.linalg.norm(last, axis=1), 1, atol=1e-5)
    assert VECTORS[0, 0] != 0


def test_draws_are_nested_whole_and_of_both_sorts() -> None:
    """A smaller share is part of a larger one of the same draw; timelines and others are in each."""
    drawn = [learning_curve.batches_drawn(body(), share, "1") for share in (0.1, 0.25, 0.5, 0.75, 1.0)]

    assert all(one <= other for one, other in pairwise(drawn))
    assert all(held & set(TIMELINES) and held - set(TIMELINES) for held in drawn)
    assert drawn[-1] == {example.batch for example in body()}
    assert len({learning_curve.batches_drawn(body(), 0.5, str(seed)) for seed in range(9)}) > 1


def test_the_whole_of_the_learning_curve_is_the_default(found: OutOfFold) -> None:
    """Fewer authors teach less lines; all of them are what the default run learns from."""
    rows = learning_curve.learning_curve_tables(body(), VECTORS, shares=(0.1, 1.0), draws=2)["Learning curve"]
    few, whole = rows
    default = recall_row("", found, "both-archive")

    assert (few["draws"], whole["draws"]) == (2, 1)
    assert few["lines learnt from"] < whole["lines learnt from"]
    assert few["± AUC"] is not None and whole["± AUC"] is None
    for column in ("found at 10 in 1,000", "of severity 3", "AUC"):
        assert whole[column] == pytest.approx(default[column], abs=0.011)  # one line


# --- simulated archives -----------------------------------------------------------------------------------------------


def test_a_model_that_knows_the_severe_keeps_them_first(found: OutOfFold, monkeypatch: pytest.MonkeyPatch) -> None:
    """However risky the archive, and however small: what is severe by itself is in the first tier, flagged or not."""
    monkeypatch.setattr(archives, "LEAST_ARCHIVE", 30)
    monkeypatch.setattr(archives, "MOST_DRAWS", 3)
    sure = replace_severity(found, 9.0)
    rows = archives.archive_tables(sure, VECTORS, sizes=(10, 40), shares=(0.1, 0.5))["Simulated archives"]

    assert [row["what"] for row in rows] == [
        "10 posts, 10% risky", "10 posts, 50% risky", "40 posts, 10% risky", "40 posts, 50% risky"
    ]  # fmt: skip
    assert all(row["severity 3"] > 0 and row["look first, by itself"] == 1 for row in rows)
    assert all(row["look first, with archive"] == row["stay look first"] == 1 for row in rows)


def replace_severity(found: OutOfFold, lift: float) -> OutOfFold:
    """Return folds whose models find every severe line far above the bar of severity, and not worth flagging."""
    fits = []
    for fit in found.fits:
        gram = [fit.words.grams.words[word] for word in ("husband", "overdosed", "baby", "raped")]
        weights = fit.words.linear.weights.copy()
        weights[HEADS.index(SEVERE), gram] += 10 * lift
        weights[0, gram] -= lift
        fits.append(replace(fit, words=replace(fit.words, linear=replace(fit.words.linear, weights=weights))))
    return replace(found, fits=fits)


def test_a_small_archive_is_judged_as_single_posts_are(found: OutOfFold) -> None:
    """Ten posts say nothing of what is ordinary for somebody."""
    rows = archives.archive_tables(found, VECTORS, sizes=(10,), shares=(0.2,))["Simulated archives"]

    for row in rows:
        assert row["look first, by itself"] == row["look first, with archive"]
        assert row["raised, by itself"] == row["raised, with archive"]


def test_the_simulation_would_see_a_severe_line_hide() -> None:
    """Two of three stand first by themselves; the archive hides one of them, and brings the third."""
    archive = archives._Judged(np.array([3, 3, 3, 0]), scores([LOOK_FIRST, LOOK_FIRST, ORDINARY, ORDINARY]),
                              scores([LOOK_FIRST, ORDINARY, LOOK_FIRST, LOOK_FIRST]))  # fmt: skip
    row = archives._row(100, 0.5, [archive])

    assert (row["look first, by itself"], row["look first, with archive"], row["stay look first"]) == (
        0.667,
        0.667,
        0.5,
    )
    assert (row["raised, by itself"], row["raised, with archive"]) == (0.667, 0.667)
    assert (row["ordinary raised in 1,000, by itself"], row["ordinary raised in 1,000, with archive"]) == (0.0, 1000.0)


def scores(tiers: Sequence[str]) -> Scores:
    any_fit = Fit(np.ones(len(HEADS), np.float32), np.zeros(len(HEADS), np.float32), 1.0, 1.0, 1.0)
    return replace(judged(["x"] * len(tiers), np.zeros((len(tiers), len(HEADS)), np.float32), any_fit), tiers=[*tiers])


def test_an_archive_holds_the_fold_s_own_lines_in_the_share_asked_for(found: OutOfFold) -> None:
    """None twice, none of another fold, fewer posts where there are not so many ordinary ones."""
    for size, risky in ((10, 0.01), (100, 0.2), (1000, 0.5)):
        for rows in archives._archives(found, 1, size, risky):
            assert len(set(rows.tolist())) == len(rows) <= size
            assert (found.folds[rows] == 1).all()
            assert found.flagged[rows].sum() == max(1, round(risky * len(rows)))
            assert (found.flagged | found.ordinary)[rows].all()


def test_a_held_out_model_knows_the_fold_s_lines_alone(found: OutOfFold) -> None:
    """It scores with the vectors it was given; the background is fitted beside the lines that it has seen."""
    model = archives.held_out_model(found, 0, VECTORS)

    alone = model.decisions([body()[0].text])
    assert np.allclose(alone, found.fits[0].decisions([body()[0].text], VECTORS[:1]), atol=1e-5)
    assert example_features(model) is found.fits[0].known
    with pytest.raises(KeyError):
        model.decisions(["a text that nobody has read"])

"""Folds, bars, probabilities, misses: what the default run says, on a small invented body."""

import json
import re

import numpy as np
import pytest

from classifiers import calibrate
from classifiers.examples import load_examples
from classifiers.heads import HEADS
from classifiers.measure import Asked, Figures, figures, tables_of_folds
from classifiers.measuring.bars import LOOK_RATE, bar, raised
from classifiers.measuring.fits import fit_of, held_out_fit
from classifiers.measuring.folds import OutOfFold, deal
from classifiers.measuring.misses import missed_lines
from classifiers.measuring.reliability import (
    brier_score,
    confusion,
    expected_calibration_error,
    quadratic_kappa,
    reliability_curve,
)
from classifiers.measuring.sentences import MEANING
from tests.classifiers.invented import body

pytestmark = pytest.mark.usefixtures("one_thread")


def test_no_pair_and_no_author_is_ever_split() -> None:
    """Of the invented and of the real body: whole batches lie in one fold, and with them both lines of a pair."""
    for examples in (body(), load_examples()):
        folds = deal(examples)
        fold_of = {example.id: fold for example, fold in zip(examples, folds, strict=True)}
        twins = [(example.id, example.pair) for example in examples if example.pair in fold_of]

        assert len({(example.batch, fold_of[example.id]) for example in examples}) == len({e.batch for e in examples})
        assert len(twins) > len(examples) / 20
        assert not [pair for pair in twins if fold_of[pair[0]] != fold_of[pair[1]]]


def test_every_fold_has_ordinary_lines_and_lines_to_flag(found: OutOfFold) -> None:
    """Without either, nothing could be measured in it."""
    for fold in range(4):
        assert found.ordinary[found.folds == fold].any()
        assert found.flagged[found.folds == fold].any()


def test_no_line_helps_to_set_the_bar_it_is_measured_by(found: OutOfFold) -> None:
    """A fold's own decisions may be anything: its bar and probabilities stay where they were."""
    moved = OutOfFold(found.examples, found.folds, {"both": found.decisions["both"].copy()})
    moved.decisions["both"][found.folds == 2] += 100

    assert bar(moved, "both", 2, LOOK_RATE) == bar(found, "both", 2, LOOK_RATE)
    assert bar(moved, "both", 1, LOOK_RATE) > bar(found, "both", 1, LOOK_RATE)
    assert np.array_equal(held_out_fit(moved, "both", 2).slope, held_out_fit(found, "both", 2).slope)


def test_a_head_that_never_holds_has_no_probability(found: OutOfFold) -> None:
    """No invented line is of fitness: nothing is made of that."""
    fit = fit_of(found, "both")

    assert fit.probabilities(found.decisions["both"])[:, HEADS.index("fitness")].max() < 1e-6


# --- probabilities ----------------------------------------------------------------------------------------------------


def test_a_perfectly_calibrated_predictor_has_no_error() -> None:
    """Of the lines given 0.25, one of four is true; of those given 0.75, three."""
    chances = np.repeat(np.float32([0.25, 0.75]), 400)
    truth = np.concatenate([np.tile([1, 0, 0, 0], 100), np.tile([1, 1, 1, 0], 100)])
    rows = reliability_curve(chances, truth)

    assert [(row["lines"], row["predicted"], row["observed"]) for row in rows] == [(400, 0.25, 0.25), (400, 0.75, 0.75)]
    assert expected_calibration_error(chances, truth) == pytest.approx(0)
    assert brier_score(chances, truth) == pytest.approx(0.25 * 0.75)


def test_a_wholly_wrong_predictor_is_as_wrong_as_can_be() -> None:
    """Sure of the contrary, every time."""
    truth = np.array([0, 1] * 50)
    chances = (1 - truth).astype(np.float32)

    assert [row["observed"] for row in reliability_curve(chances, truth)] == [1.0, 0.0]
    assert expected_calibration_error(chances, truth) == pytest.approx(1)
    assert brier_score(chances, truth) == pytest.approx(1)


def test_severities_agree_as_far_as_they_agree() -> None:
    """The same, the very contrary, one value only."""
    labelled = np.array([0, 1, 2, 3] * 5)

    assert quadratic_kappa(labelled, labelled) == pytest.approx(1)
    assert quadratic_kappa(labelled, 3 - labelled) == pytest.approx(-1)
    assert np.isnan(quadratic_kappa(labelled * 0, labelled * 0))
    far, near = np.where(labelled == 3, 0, labelled), np.where(labelled == 3, 2, labelled)
    assert quadratic_kappa(labelled, far) < quadratic_kappa(labelled, near) < 1


def test_the_confusion_counts_every_line_once() -> None:
    """Rows are labelled, columns predicted."""
    rows = confusion(np.array([0, 3, 3, 1]), np.array([0, 2, 3, 0]))

    assert [row["lines"] for row in rows] == [1, 1, 0, 2]
    assert rows[3] == {"what": "labelled 3", "lines": 2} | {f"predicted {n}": int(n in (2, 3)) for n in range(4)}
    assert rows[1]["predicted 0"] == 1


# --- tables -----------------------------------------------------------------------------------------------------------


def test_reliability_is_told_of_flagged_and_of_each_other_head(found: OutOfFold) -> None:
    """Every line stands in one bin a head."""
    tables = figures(found, "both").tables
    others = tables["Reliability of the other answers"]

    assert sum(row["lines"] for row in tables["Reliability"]) == len(found.examples)
    assert {row["what"] for row in others} == set(HEADS[1:])
    assert sum(row["lines"] for row in others) == len(found.examples) * (len(HEADS) - 1)
    assert [row["what"] for row in tables["Calibration"]] == list(HEADS)
    assert sum(row["lines"] for row in tables["Severity, labelled against predicted"]) == len(found.examples)


def test_found_and_missed_are_all_there_is(found: OutOfFold) -> None:
    """By every sort, what is missed and what is raised add up."""
    tables, up = figures(found, "both").tables, raised(found, "both-archive", LOOK_RATE)
    flagged = int(found.flagged.sum())

    for sort in ("by kind", "by severity", "by length", "needs the trade"):
        rows = tables[f"Missed: {sort}"]
        assert sum(row["to be flagged"] for row in rows) == flagged
        assert sum(row["missed"] for row in rows) == flagged - int(up[found.flagged].sum())
    assert tables["Whole"][0]["found at 10 in 1,000"] == pytest.approx(up[found.flagged].mean(), abs=6e-4)


def test_missed_lines_are_missed_lines_of_severity_three(found: OutOfFold) -> None:
    """With bars nobody reaches, all are missed; the same are drawn each time; each says why."""
    deaf = OutOfFold(found.examples, found.folds, {key: held.copy() for key, held in found.decisions.items()})
    deaf.decisions["both-archive"][found.flagged, 0] = -9
    rows = missed_lines(deaf, "both-archive", 7)
    by_id = {example.id: example for example in found.examples}

    assert len(rows) == 7
    assert rows == missed_lines(deaf, "both-archive", 9)[:7]
    assert all(by_id[row["what"]].severity == 3 and by_id[row["what"]].batch == row["batch"] for row in rows)
    assert all(row["below the bar by"] > 0 and "far below the bar" in row["why"] for row in rows)
    deaf.decisions["both-archive"][found.flagged, 0] = 99
    assert missed_lines(deaf, "both-archive", 7) == []


def test_text_markdown_and_json_say_the_same(found: OutOfFold) -> None:
    """Every cell of the JSON stands in the text and in the Markdown, row by row."""
    told = Figures(tables_of_folds(Asked(figures=True, misses=3), found, None))
    kept = json.loads(json.dumps(told.plain()))
    text, markdown = told.table(), told.markdown(list(kept))

    assert kept == told.plain()
    assert list(kept) == [block.split("\n")[0] for block in text.split("\n\n")]
    for title, block in zip(kept, text.split("\n\n"), strict=True):
        rows = [[str(value) for value in row.values() if value is not None] for row in kept[title]]
        lines = block.split("\n")[-len(rows) :] if rows else []
        assert [" ".join(cells).split() for cells in rows] == [line.split() for line in lines]
        assert all(" | ".join(cells) in markdown for cells in rows if len(cells) == len(kept[title][0]))


def test_every_explanation_is_of_a_table_and_holds_no_measured_figure(found: OutOfFold) -> None:
    """Sentences stay true whatever the figures."""
    shown = {*calibrate.SHOWN, *calibrate.LONG_SHOWN}
    tables = set(figures(found, "both").tables)

    assert set(calibrate.SHOWN) <= tables
    assert set(MEANING) <= tables | shown | {"Missed lines of severity 3", "Agreement of two readers"}
    assert set(calibrate.LONG_SHOWN) <= set(MEANING)
    assert not [sentence for sentence in MEANING.values() if re.search(r"%|\d\.\d", sentence)]


def test_nothing_asked_for_is_not_everything() -> None:
    """What is asked for decides what is fitted."""
    assert not Asked().measures
    assert not Asked(agreement=True).measures
    assert Asked(ablation=True).measures
    assert not Asked(ablation=True).in_folds
    assert Asked(misses=1).in_folds
    assert all(value for value in (getattr(Asked.everything(), name) for name in Asked.__slots__))


# --- the card ---------------------------------------------------------------------------------------------------------


def test_the_card_changes_between_its_marks_only() -> None:
    """And a card without marks is refused, not written twice over."""
    marks = ("<!-- a -->", "<!-- b -->")
    once = calibrate.between("before <!-- a --> old <!-- b --> after", marks, "new")

    assert once == "before <!-- a -->\n\nnew\n\n<!-- b --> after"
    assert calibrate.between(once, marks, "new") == once
    for text in ("no marks", "<!-- a --> one", "<!-- b --> turned <!-- a -->"):
        with pytest.raises(ValueError, match="does not hold"):
            calibrate.between(text, marks, "new")


def test_the_card_of_the_house_has_both_pairs_of_marks() -> None:
    """So that `calibrate` can write it."""
    text = calibrate.CARD.read_text(encoding="utf-8")

    assert [text.count(mark) for mark in (*calibrate.MARKS, *calibrate.LONG_MARKS)] == [1, 1, 1, 1]

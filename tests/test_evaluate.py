"""`backscroll evaluate` asks for what it is told to, and answers as text or JSON."""

import json

import pytest
from typer.testing import CliRunner

from audit.cli import app
from classifiers import measure
from classifiers.measure import Asked, Figures

FLAGS = {
    "--robustness": Asked(robustness=True),
    "--ablation": Asked(ablation=True),
    "--learning-curve": Asked(learning_curve=True),
    "--background": Asked(background=True),
    "--agreement": Asked(agreement=True),
    "--misses 4": Asked(misses=4),
    "--misses 4 --ablation": Asked(misses=4, ablation=True),
    "--everything": Asked.everything(),
    "--everything --misses 4": Asked.everything(4),
    "": Asked(),
}


@pytest.mark.parametrize("flags", FLAGS)
def test_each_flag_asks_for_its_own_tables(flags: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the answer is printed as it came."""
    asked: list[Asked] = []

    def held_out(wanted: Asked, _: object) -> Figures:
        asked.append(wanted)
        return Figures({"A table": [{"what": "a row", "share": 0.25}]})

    monkeypatch.setattr(measure, "held_out", held_out)
    text = CliRunner().invoke(app, ["evaluate", *flags.split()])
    as_json = CliRunner().invoke(app, ["evaluate", *flags.split(), "--json"])

    assert asked == [FLAGS[flags]] * 2
    assert text.stdout.split() == ["A", "table", "what", "share", "a", "row", "0.25"]
    assert json.loads(as_json.stdout) == {"A table": [{"what": "a row", "share": 0.25}]}


def test_nothing_asked_for_gives_the_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """The default run is the figures, and nothing that takes longer."""
    asked: list[Asked] = []
    monkeypatch.setattr(measure, "tables_of", lambda wanted, *_: asked.append(wanted) or {})
    monkeypatch.setattr("classifiers.store.example_vectors", lambda: None)
    measure.held_out(Asked())
    measure.held_out()

    assert asked == [Asked(figures=True)] * 2


def test_the_agreement_of_readers_needs_no_model() -> None:
    """It is a matter of labels: every batch has its row."""
    answer = CliRunner().invoke(app, ["evaluate", "--agreement", "--json"])
    rows = json.loads(answer.stdout)["Agreement of two readers"]

    assert answer.exit_code == 0
    assert all(row["lines"] > 0 for row in rows)
    assert "health" in {row["what"] for row in rows}

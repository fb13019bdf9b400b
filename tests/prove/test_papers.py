"""The agenda and the reflective account: facts from the ledger, thoughts left to the person."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.ledger import Ledger
from audit.prove.agenda import QUESTIONS, agenda
from audit.prove.bodies import BODIES, body_named
from audit.prove.reflection import UnknownBody, known_body, reflection
from audit.prove.standing import standing_of
from classifiers.categories import NAMES
from reports.prove_pages import paper_text, render_paper
from tests.prove.made import GRAVE, RAISED, audited, finding, tweets

NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
TEXTS = ["one", "two", "three"]


def two_found(ledger: Ledger, gate: str = "no") -> None:
    cases = audited(ledger, tweets(TEXTS), {TEXTS[0]: RAISED, TEXTS[1]: GRAVE}, gate=gate)
    ledger.decide(finding(cases, TEXTS[0]), "supervision", source="review")


def test_the_agenda_counts_and_asks_by_what_was_raised(tmp_path: Path) -> None:
    """Questions of the categories that are there, none of the others."""
    with Ledger(tmp_path) as ledger:
        two_found(ledger)
        text = " ".join(paper_text(agenda(standing_of(ledger), NOW, "1.0.0")).split())

    assert "2 posts were raised; 1 of the most serious kind." in text
    assert "1 post is marked for this talk" in text
    assert QUESTIONS["identifies_client"][0] in text
    assert QUESTIONS["fitness"][0] not in text


def test_every_category_has_questions() -> None:
    """None is raised without something to think about."""
    assert set(QUESTIONS) == set(NAMES)


@pytest.mark.parametrize("key", BODIES)
def test_each_body_gets_its_own_form_with_room_to_write(tmp_path: Path, key: str) -> None:
    """Every prompt stands in text and page; what is from memory says so; no prompt is answered for the person."""
    body = known_body(key)
    with Ledger(tmp_path) as ledger:
        two_found(ledger)
        paper = reflection(standing_of(ledger), body, NOW, "1.0.0")
    text = " ".join(paper_text(paper).split())

    assert all(prompt.heading in text for prompt in body.prompts)
    assert text.count("[ your own words ]") == len(body.prompts)
    assert ("check them against the current form" in text) == (not body.form_sure)
    assert ("from memory: check the current text" in text) == (not body.sure)
    assert render_paper(paper).count('class="lines-to-write"') == len(body.prompts)


def test_the_account_says_what_is_still_open(tmp_path: Path) -> None:
    """Taken to supervision is not decided; the draft does not say otherwise."""
    with Ledger(tmp_path) as ledger:
        two_found(ledger)
        text = " ".join(paper_text(reflection(standing_of(ledger), known_body("NMC"), NOW, "1.0.0")).split())

    assert "I have decided on 0 of 2. 2 are still open." in text


@pytest.mark.parametrize(
    ("gate", "words"), [("no", ""), ("yes", "can be asked for"), ("unsure", "can be asked for"), ("", "gate")]
)
def test_with_something_open_advice_comes_before_writing(tmp_path: Path, gate: str, words: str) -> None:
    """A note can be asked for by those who inquire."""
    with Ledger(tmp_path) as ledger:
        two_found(ledger, gate)
        for paper in (agenda(standing_of(ledger), NOW, "1"), reflection(standing_of(ledger), BODIES["gmc"], NOW, "1")):
            assert bool(paper.warning) == bool(words)
            assert words in paper.warning
            assert not words or "First." in render_paper(paper)


def test_a_body_is_known_by_key_or_name_and_an_unknown_one_is_told() -> None:
    """Case does not count; the sentence lists what there is."""
    assert body_named("Social Work England") is body_named("SWE")
    with pytest.raises(UnknownBody, match="nmc"):
        known_body("guild of <b>")

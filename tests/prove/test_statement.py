"""The statement never makes anybody look better than they are, and its seal belongs to it alone."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from audit.ledger import Ledger
from audit.prove.seal import NotItsStatement, NotSealed, Registrant, check, digest_of, opened, sealed, summary
from audit.prove.standing import standing_of
from audit.prove.statement import statement_of
from reports.prove_pages import render_statement
from reports.prove_view import Statement
from tests.prove.made import GRAVE, RAISED, audited, backdate, decided_before, finding, tweets

NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
WHO = Registrant("A. Example", "NMC", "00A0000E")
TEXTS = ["to be removed", "to be kept", "ordinary", "last one"]
MEASURES = [("Found of the posts that should be found", "48%", "")]


def made(ledger: Ledger) -> Statement:
    standing = standing_of(ledger)
    return statement_of(standing, WHO, NOW, sealed(standing, WHO, NOW).digest, MEASURES, "1.0.0")


def opened_remarks(statement: Statement) -> str:
    return " ".join(remark.words for remark in statement.remarks if remark.open)


def test_before_and_after_acting_it_differs_truthfully(tmp_path: Path) -> None:
    """Open, then waiting for the next export, then verified gone: three different statements."""
    posts = tweets(TEXTS)
    with Ledger(tmp_path) as ledger:
        cases = audited(ledger, posts, {TEXTS[0]: RAISED, TEXTS[1]: GRAVE})
        backdate(ledger)
        before = made(ledger)
        decided_before(ledger, finding(cases, TEXTS[0]), "remove")
        decided_before(ledger, finding(cases, TEXTS[1]), "keep")
        between = made(ledger)
        audited(ledger, posts[1:], {TEXTS[1]: GRAVE})
        after = made(ledger)

    assert "2 of 2 findings await a decision" in opened_remarks(before)
    assert "0 of 1 that I decided to remove are verified gone" in opened_remarks(between)
    assert "no export has verified" in opened_remarks(between)
    assert not opened_remarks(after)
    assert "1 of 1 that I decided to remove is verified gone" in " ".join(remark.words for remark in after.remarks)
    assert ("Removed as decided, and verified gone", "1") in after.outcomes.rows


def test_what_is_still_there_is_said_plainly(tmp_path: Path) -> None:
    """Decided a year ago, still in the newest export: open, on top."""
    with Ledger(tmp_path) as ledger:
        cases = audited(ledger, tweets(TEXTS), {TEXTS[0]: RAISED})
        backdate(ledger)
        decided_before(ledger, cases[0].id, "remove")
        audited(ledger, tweets(TEXTS), {TEXTS[0]: RAISED})
        statement = made(ledger)

    assert "1 finding that I decided to remove or reword is still there" in opened_remarks(statement)
    assert statement.remarks[0].open


def test_a_tick_is_not_taken_for_a_removal(tmp_path: Path) -> None:
    """Saying that it is done verifies nothing."""
    with Ledger(tmp_path) as ledger:
        cases = audited(ledger, tweets(TEXTS), {TEXTS[0]: RAISED})
        ledger.decide(cases[0].id, "remove", source="review")
        ledger.tick(cases[0].id, done=True)

        assert "0 of 1 that I decided to remove are verified gone" in opened_remarks(made(ledger))


@pytest.mark.parametrize(
    ("gate", "words"), [("", "has not been answered"), ("yes", "something is open"), ("unsure", "not sure")]
)
def test_an_unanswered_or_worrying_gate_stands_on_top(tmp_path: Path, gate: str, words: str) -> None:
    """Only "no" is told quietly."""
    with Ledger(tmp_path) as ledger:
        audited(ledger, tweets(TEXTS), {}, gate=gate)
        statement = made(ledger)

    assert words in opened_remarks(statement)
    assert not statement.gate


def test_an_audit_that_raised_nothing_is_no_clean_bill(tmp_path: Path) -> None:
    """None raised: said, with what it does not prove, and that nothing is known of what was missed."""
    with Ledger(tmp_path) as ledger:
        audited(ledger, tweets(TEXTS), {}, unread=2)
        statement = made(ledger)
    page = render_statement(statement)

    assert "no proof" in page
    assert "nothing is known of what was missed" in page
    assert "2 files or places" in page
    assert "could not be read" in page
    assert "Private messages were left out" in page


def test_the_page_loads_nothing_and_has_its_outline(tmp_path: Path) -> None:
    """One style, no script, no handler; headings in order; blank lines where nothing was given."""
    with Ledger(tmp_path) as ledger:
        audited(ledger, tweets(TEXTS), {TEXTS[0]: RAISED})
        standing = standing_of(ledger)
        page = render_statement(statement_of(standing, Registrant(), NOW, "a" * 64, MEASURES, "1.0.0"))
    soup = BeautifulSoup(page, "lxml")

    assert not [tag for tag in soup.find_all(True) if {"src", "style", "action"} & set(tag.attrs)]
    assert [len(soup.find_all(name)) for name in ("style", "script", "h1", "main")] == [1, 0, 1, 1]
    assert len(soup.select("dd .blank")) == 3
    assert soup.select_one(".digest").get_text() == "a" * 64


def test_a_name_cannot_break_the_page(tmp_path: Path) -> None:
    """What the person gives is text like any other."""
    with Ledger(tmp_path) as ledger:
        audited(ledger, tweets(TEXTS), {})
        who = Registrant("<script>alert(1)</script>", "</style>", '"')
        page = render_statement(statement_of(standing_of(ledger), who, NOW, "a" * 64, MEASURES, "1.0.0"))

    assert (page.count("<script"), page.count("</style>")) == (0, 1)


def test_the_sealed_file_belongs_to_its_statement_and_to_no_other(tmp_path: Path) -> None:
    """Written and read again, the digest is the same; one changed decision gives another."""
    with Ledger(tmp_path) as ledger:
        cases = audited(ledger, tweets(TEXTS), {TEXTS[0]: RAISED})
        seal = sealed(standing_of(ledger), WHO, NOW)
        ledger.decide(cases[0].id, "keep", source="review")
        later = sealed(standing_of(ledger), WHO, NOW, seal.nonce)
    text = json.dumps(seal.plain(), indent=1)

    check(opened(text, "s.json"), "s.json", seal.digest)
    check(opened(text, "s.json"), "s.json", f"{seal.digest[:32]} {seal.digest[32:]}".upper())
    assert later.digest != seal.digest
    with pytest.raises(NotItsStatement):
        check(opened(text.replace('"decision": ""', '"decision": "remove"'), "s.json"), "s.json", seal.digest)
    with pytest.raises(NotItsStatement, match="64 digits"):
        check(seal, "s.json", "abc")
    assert "1  undecided" in summary(opened(text, "s.json"))


def test_the_digest_is_what_the_file_says_it_is(tmp_path: Path) -> None:
    """SHA-256 of the nonce and the sorted, dense JSON: anybody can compute it without us."""
    import hashlib

    with Ledger(tmp_path) as ledger:
        audited(ledger, tweets(TEXTS), {TEXTS[0]: RAISED})
        plain = sealed(standing_of(ledger), WHO, NOW).plain()
    dense = json.dumps(plain["sealed"], sort_keys=True, separators=(",", ":"))

    assert hashlib.sha256(bytes.fromhex(plain["nonce"]) + dense.encode()).hexdigest() == plain["digest"]


def test_the_same_findings_under_another_nonce_have_another_digest() -> None:
    """Nobody can guess the findings from the digest."""
    assert digest_of(b"a" * 32, {}) != digest_of(b"b" * 32, {})


@pytest.mark.parametrize(
    "text",
    ["", "in confidence", "[]", "{}", "[" * 100_000, '{"format": "backscroll-sealed/1", "nonce": "zz", "sealed": {}}',
     '{"format": "backscroll-sealed/1", "nonce": "00", "sealed": {"findings": []}}',
     '{"format": "backscroll-sealed/1", "nonce": 3, "sealed": 4}'],
)  # fmt: skip
def test_what_is_no_sealed_file_is_said_without_quoting_it(text: str) -> None:
    """One sentence, the file's name, nothing of its content."""
    with pytest.raises(NotSealed) as told:
        opened(text, "s.json")
    assert "confidence" not in str(told.value)

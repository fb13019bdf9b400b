"""Each edition holds less than the report, says what it leaves out, and that is not in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from audit.editions import edition_of
from audit.findings import Verdict
from audit.ledger import Ledger
from audit.page import report_of
from audit.posts import Post
from audit.practice import decide, remember
from audit.reader import Reader
from audit.replay import Replayed, known_names, ledger_tally, page_for
from tests.handmade import audit_of, post

ADDRESS = "https://x.com/i/status/1001"
GRAVE = Verdict("look-first", 3, 0.9, 2.9, {"identifies_client": 0.9})
LIGHT = Verdict("look", 1, 0.5, 1.0, {"fitness": 0.7})
POSTS = {
    "supervision": post(
        1,
        "zilpah brimlock told me the lot, tell @quenby and Thaddeus Orrin of it at https://vex.example/a1 please",
        url=ADDRESS,
        people=("Zilpah Brimlock", "quenby"),
        container="The Wexcombe Group",
        place="Harrowgale House",
        headline="Ysolde Marrin commented on Zilpah Brimlock's post.",
        link_title="The trial of Obadiah",
        link_url="https://news.example/obadiah",
        account="ysolde_m",
    ),
    "": post(2, "the quorwick family rang me at home about their youngest", account="ysolde_m"),
    "keep": post(3, "finished the vexmere report at last and ysolde_m is tired"),
    "remove": post(4, "she smelt of gin again, my nine o'clock did"),
}
ORDINARY = post(9, "kettle on and feet up, that was a fumblesome week")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replayed]:
    """A report of four findings, three of them decided, recorded as an audit would be."""
    found = audit_of([*POSTS.values(), ORDINARY], list(POSTS.values()), GRAVE)
    with Ledger(tmp_path_factory.mktemp("ledger")) as ledger:
        for case in remember(found, ledger, [Path("x.zip")]):
            decision = next(name for name, one in POSTS.items() if one.text == case.finding.post.text)
            if decision:
                decide(ledger, case, decision, "consent" if decision == "keep" else "", "my own note", source="review")
        ledger.answer_gate(ledger.latest().id, "unsure")
        from audit.cases import cases_of

        cases = cases_of(found.posts, ledger)
        report = report_of(found, cases, "unsure", again=True)
        yield Replayed(report, known_names(found.posts, found.reading) | {"ysolde_m"}, ledger_tally(ledger), "unsure")


def seen(page: str) -> str:
    """Return all that a reader could see of a page, shown or not."""
    return " ".join(BeautifulSoup(page, "lxml").body.get_text(" ").split())  # type: ignore[union-attr]


OTHERS = [reader for reader in Reader if reader is not Reader.OWN]


@pytest.mark.parametrize("reader", OTHERS)
def test_no_edition_says_how_to_remove_anything(full: Replayed, reader: Reader) -> None:
    """Steps and suggestions stay in the person's own report, behind its question: here it was answered "unsure"."""
    page = page_for(reader, full)
    steps = {step for card in full.report.cards for step in card.advice.steps}

    assert steps
    assert not [step for step in steps if step in page]
    assert "Suggested" not in page and "activity log" not in page.casefold()


@pytest.mark.parametrize("reader", OTHERS)
def test_the_heading_says_what_is_left_out(full: Replayed, reader: Reader) -> None:
    """Whoever reads an edition knows that it is one: the list stands before anything else."""
    edition = edition_of(full.report, reader, names=full.names, tally=full.tally, gate=full.gate)
    text = seen(page_for(reader, full))

    assert edition.left_out
    assert all(line in text for line in edition.left_out)
    assert text.index(edition.left_out[0]) < text.index("In short")


@pytest.mark.parametrize("reader", OTHERS)
def test_posts_that_were_not_raised_are_in_no_edition(full: Replayed, reader: Reader) -> None:
    """An edition is made of findings alone."""
    assert "fumblesome" not in page_for(reader, full)


def test_the_supervisor_sees_what_was_chosen_and_what_weighs(full: Replayed) -> None:
    """Chosen for supervision, or weighty and undecided; not what the person kept or removed by themselves."""
    text = seen(page_for(Reader.SUPERVISOR, full))

    assert "told me the lot" in text and "rang me at home" in text
    assert "vexmere" not in text and "smelt of gin" not in text
    assert "Take to supervision" in text


def test_a_light_undecided_finding_is_not_for_the_supervisor() -> None:
    """Little weight and no decision: it stays with the person."""
    found = audit_of([POSTS[""]], verdict=LIGHT)

    assert not edition_of(report_of(found), Reader.SUPERVISOR).report.cards


def test_the_supervisor_sees_nobody_and_no_place(full: Replayed) -> None:
    """No address, link, place, group, file, account, handle, tagged name or capitalised name; no note."""
    page = page_for(Reader.SUPERVISOR, full)
    gone = ["zilpah", "brimlock", "quenby", "thaddeus", "orrin", "vex.example", "x.com/i", "wexcombe", "harrowgale",
            "marrin", "obadiah", "ysolde_m", "tweets.js", "my own note"]  # fmt: skip

    assert not [word for word in gone if word in page.casefold()]
    assert "[name] told me the lot" in seen(page)


def test_the_supervisor_asks_for_the_words(full: Replayed) -> None:
    """Hidden until shown: each post's words follow a box that is not ticked."""
    soup = BeautifulSoup(page_for(Reader.SUPERVISOR, full), "lxml")

    assert len(soup.select(".ask > input:not([checked]) ~ .words .said")) == 2
    assert not soup.select(".words.open")


@pytest.mark.parametrize("reader", [Reader.INSURER, Reader.LAWYER])
def test_an_adviser_sees_every_finding(full: Replayed, reader: Reader) -> None:
    """All words, dates, decisions and live addresses, under a heading that says what it was made for."""
    page = page_for(reader, full)
    text = seen(page)

    assert "<h1>Prepared for the purpose of taking advice</h1>" in page
    assert all(" ".join(one.text.split()) in text for one in POSTS.values())
    assert all(card.when in text for card in full.report.cards)
    assert ADDRESS in text and "Remove, on " in text and "the person agreed, in writing" in text
    assert "Not sure" in text


def test_the_regulator_sees_numbers_only(full: Replayed) -> None:
    """No word of any post, no date of one, no address, account, file, note or name."""
    page = page_for(Reader.REGULATOR, full)
    text = seen(page).casefold()
    runs = [one.text.casefold().split() for one in POSTS.values()]
    words = {" ".join(run[at : at + 3]) for run in runs for at in range(len(run) - 2)}
    rare = [
        "zilpah",
        "quorwick",
        "vexmere",
        "gin ",
        "quenby",
        "wexcombe",
        "harrowgale",
        "obadiah",
        "ysolde",
        "my own note",
    ]

    assert not [phrase for phrase in words if phrase in text]
    assert not [word for word in rare if word in text]
    assert not [card.when for card in full.report.cards if card.when.casefold() in text]
    assert "may 2019" not in text and "tweets.js" not in text and ADDRESS not in page
    assert "not sure" not in text and "in writing" not in text
    assert not BeautifulSoup(page, "lxml").select(".card")


def test_the_regulator_sees_what_was_decided(full: Replayed) -> None:
    """Counts, categories, decisions and coverage are all there."""
    text = seen(page_for(Reader.REGULATOR, full))

    for told in ("What was decided", "Remove 1", "Keep 1", "Not decided yet 1", "Points to a client 4", "5 posts read"):
        assert told in text


def test_an_edition_changes_nothing_in_the_report(full: Replayed) -> None:
    """The person's own edition is the report itself, whole."""
    page = page_for(Reader.OWN, full)

    assert all(one.text.split()[0] in page for one in POSTS.values())
    with pytest.raises(ValueError, match="report itself"):
        edition_of(full.report, Reader.OWN)


def test_what_is_gone_still_counts(tmp_path: Path) -> None:
    """A finding that is in no export any more has no card, but the regulator's numbers hold it."""
    gone, here = POSTS["remove"], post(8, "another one about a client of mine, still up")
    with Ledger(tmp_path) as ledger:
        [case, _] = sorted(
            remember(audit_of([gone, here]), ledger, [Path("x")]), key=lambda one: one.finding.post.text != gone.text
        )
        decide(ledger, case, "remove", source="review")
        cases = remember(audit_of([here]), ledger, [Path("x")])
        counted = ledger_tally(ledger)

    assert len(cases) == 1
    assert dict(counted.decisions) == {"Remove": 1, "Not decided yet": 1}
    assert dict(counted.presences)["Gone: today's export would have shown it"] == 1


def test_hostile_words_stay_words(full: Replayed) -> None:
    """A post that looks like a page does not become one."""
    evil: Post = post(5, "<script>alert(1)</script><img src=x> my client Xanthe")
    report = report_of(audit_of([evil], verdict=GRAVE))

    for reader in (Reader.SUPERVISOR, Reader.INSURER):
        page = page_for(reader, Replayed(report, frozenset(), None, ""))
        assert "<script>alert" not in page and "<img" not in page

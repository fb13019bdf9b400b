"""What to do once something is found: whatever the answer, by trade and country, with clocks that are right."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from audit.act.aftermath import aftermath
from audit.act.authorities import authorities
from audit.act.clocks import NoSuchMoment, deadline, moment
from audit.act.letters import letters
from audit.guidance import Clock, clock_of, first_to_ask, trade
from reports.act_pages import guide_text, render_guide

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 28, 15, 30, tzinfo=LONDON)


def told(profession: str = "nurse", country: str = "GB", gate: str = "no", **more: object) -> str:
    return " ".join(guide_text(aftermath(profession, country, gate, NOW, **more)).split())  # type: ignore[arg-type]


def clock(profession: str, country: str) -> Clock:
    found = clock_of(profession, country)
    assert found
    return found


def test_seventy_two_hours_are_hours() -> None:
    """From Friday evening to Monday evening, the weekend counted."""
    end = deadline(clock("nurse", "GB"), moment("2026-11-27T18:30", NOW, LONDON), NOW, LONDON)

    assert (end.until, end.left, end.over) == ("Monday 30 November 2026, 18:30", "51 hours from now", False)


def test_the_change_of_clocks_costs_no_hour() -> None:
    """Over the end of summer time 72 real hours end an hour earlier by the clock on the wall."""
    later = datetime(2026, 10, 24, 9, 0, tzinfo=LONDON)
    end = deadline(clock("nurse", "IE"), moment("2026-10-23T18:30", later, LONDON), later, LONDON)

    assert end.until == "Monday 26 October 2026, 17:30"


def test_sixty_days_are_dates() -> None:
    """Counted from the day after; the last day counts whole."""
    end = deadline(clock("nurse", "US"), moment("2026-10-01", NOW, LONDON), NOW, LONDON)

    assert (end.until, end.left, end.over) == ("the end of Monday 30 November 2026", "2 days from now", False)


def test_a_clock_that_ran_out_is_no_reason_not_to_tell() -> None:
    """It says when, and to tell them today all the same."""
    words = told(aware=datetime(2026, 11, 20, 9, tzinfo=LONDON))

    assert "it ran out on" in words
    assert "Tell them today all the same" in words


@pytest.mark.parametrize("written", ["yesterday", "2026-13-40", "", "2026-11-29", "9999-12-31T23:59", "0001-01-01"])
def test_a_moment_that_cannot_be_is_refused(written: str) -> None:
    """No date, or one ahead: a plain sentence that says how to write it."""
    if written == "0001-01-01":
        assert moment(written, NOW, LONDON).year == 1
        return
    with pytest.raises(NoSuchMoment, match="2026-11-27T18:30"):
        moment(written, NOW, LONDON)


@pytest.mark.parametrize(
    ("profession", "country", "name"),
    [("nurse", "GB", "72 hours"), ("solicitor", "IE", "72 hours"), ("therapist", "US", "60 days"),
     ("attorney", "US", ""), ("nurse", "AU", ""), ("nurse", "", "")],
)  # fmt: skip
def test_only_clocks_that_we_know_run(profession: str, country: str, name: str) -> None:
    """HIPAA binds health care, not lawyers; where we know none we do not say that there is none."""
    found = clock_of(profession, country)

    assert (found.name if found else "") == name
    if not found:
        assert "does not mean that there is none" in told(profession, country)


@pytest.mark.parametrize("gate", ["", "yes", "unsure"])
def test_without_a_no_nothing_is_said_of_removing(gate: str) -> None:
    """The preserve-first path: the question, change nothing, whom to ask; no list of work."""
    words = told(gate=gate)

    assert "Is a complaint" in words
    assert "Do not delete, edit, hide or restrict anything" in words
    assert "worklist" not in words
    assert "restrict or remove" not in words.casefold()


def test_the_question_stands_before_any_removal() -> None:
    """With a no the way to the worklist is told, after the question."""
    words = told(gate="no")

    assert words.index("Is a complaint") < words.index("worklist")


def test_what_was_not_checked_says_so() -> None:
    """Each document has a name; those known from memory say "check the current text"."""
    words = told("counsellor", "GB")

    assert "BACP, Ethical Framework for the Counselling Professions (2018)" in words
    assert all(
        (f"{one.says} (Check the current text.)" in words) != one.checked for one in authorities("counsellor", "GB")
    )


def test_it_never_tells_anybody_that_they_need_not_tell() -> None:
    """Self-referral is a question for the indemnifier; words that we do not use are not there."""
    for profession in (
        "counsellor",
        "nurse",
        "dentist",
        "doctor",
        "judge",
        "solicitor",
        "teacher",
        "",
        "social worker",
    ):
        for country in ("GB", "US", "AU", "IE", ""):
            words = told(profession, country).casefold()
            assert "ask your indemnifier" in words
            assert not [one for one in ("need not", "do not have to tell", "safe", " a breach") if one in words]


def test_employed_people_are_sent_to_their_employer_at_once() -> None:
    """Their employer's clock; the self-employed have it themselves."""
    employed, alone = told(employed=True), told(employed=False)

    assert "1. Your employer's data-protection lead" in employed
    assert "If you are self-employed: yourself" not in employed
    assert "1. If you are self-employed: yourself" in alone


def test_the_page_is_the_same_as_the_text() -> None:
    """Every heading and entry stands in the HTML too, and nothing runs in it."""
    guide = aftermath("judge", "US", "unsure", NOW)
    page = render_guide(guide)

    assert all(f">{chapter.heading}<" in page for chapter in guide.chapters)
    assert "<script" not in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize(
    ("profession", "name"),
    [("psychiatric nurse", "nursing"), ("Occupational Therapist", "allied"), ("dental nurse", "dental"),
     ("school counsellor", "therapy"), ("King's Counsel", "law"), ("GP", "medicine"), ("therapy", "therapy"),
     ("police and prison", "police and prison"), ("health", "health"), ("juggler", "")],
)  # fmt: skip
def test_trades_are_told_by_their_narrower_name(profession: str, name: str) -> None:
    """A psychiatric nurse is a nurse; a trade that a profile tells is known by its own name."""
    assert trade(profession) == name


def test_whom_to_ask_begins_with_the_nearest() -> None:
    """A counsellor's supervisor, a judge's leadership judge; a trade we do not know has the general ones."""
    assert first_to_ask("counsellor", "GB")[0] == "your clinical supervisor"
    assert first_to_ask("judge", "US")[0].startswith("your leadership judge")
    assert first_to_ask("juggler", "")[0] == "your professional indemnity insurer"
    assert first_to_ask("nurse", "GB")[-1].endswith("(72 hours)")


def test_letters_have_blanks_and_nothing_else_to_give_away() -> None:
    """Every draft has blanks, warns on top, says no "breach", and admits nothing to an insurer."""
    for gate in ("no", "yes", ""):
        for country in ("GB", "US", "AU"):
            drafts = {letter.file: letter.text() for letter in letters("nurse", country, gate)}
            assert all("[" in text and text.startswith("DRAFT") for text in drafts.values())
            assert not [
                text for text in drafts.values() if "breach" in text.casefold().replace("breach notification", "")
            ]
            assert "I make no admission" in drafts["to-insurer-or-defence-body.txt"]


def test_letters_say_that_something_was_removed_only_after_a_no() -> None:
    """While something is open nothing was changed, and the draft says so."""
    for letter in letters("nurse", "GB", "yes"):
        if letter.adviser and letter.file != "for-your-own-record.txt":
            assert "I have changed, hidden and removed nothing" in letter.text()


def test_letters_follow_whose_duty_it_is() -> None:
    """The employed write to their employer, the self-employed keep their own record."""
    employed = {letter.file for letter in letters("nurse", "GB", "no", employed=True)}
    alone = {letter.file for letter in letters("nurse", "GB", "no", employed=False)}

    assert employed - alone == {"to-data-protection-lead.txt"}
    assert alone - employed == {"for-your-own-record.txt"}


def test_time_zones_of_this_computer_do_not_matter_to_the_count() -> None:
    """Given in UTC it ends in UTC."""
    now = datetime(2026, 3, 29, 12, tzinfo=UTC)
    end = deadline(clock("nurse", "GB"), moment("2026-03-28T00:00", now, UTC), now, UTC)

    assert end.until == "Tuesday 31 March 2026, 00:00"

"""What to do having found one's own past disclosure: stop and ask, tell, the clocks, candour, reflection, the rules.

Whatever the answer to the first question, this is given: it is the preserve-first path as well. It says no word of any
post, never that somebody need not tell, and never that removing protects.
"""

from collections.abc import Iterator
from datetime import datetime

from audit import __version__
from audit.act.authorities import authorities
from audit.act.clocks import Deadline, deadline
from audit.act.gate import PRESERVE
from audit.decisions import QUESTION
from audit.guidance import HEALTH, Clock, clock_of, data_lead, first_to_ask, first_to_tell, insurer, trade
from audit.wording import day_words
from reports.act_view import Chapter, Entry, Guide

CHECK = "check the current text"
_NOT_ADVICE = "This is background, not legal advice. Rules change: look up the document named before you rely on it."


def aftermath(
    profession: str,
    country: str,
    gate: str,
    now: datetime,
    *,
    aware: datetime | None = None,
    employed: bool | None = None,
) -> Guide:
    """Return the guide. `gate`: as answered, "" if not. `aware`: when the person knew, from which clocks count."""
    chapters = [_stop(profession, country, gate)]
    chapters += [_nothing_open()] if gate == "no" else []
    chapters += [
        _harm(),
        _tell(profession, country, employed),
        _clocks(profession, country, aware, now),
        _candour(profession, country),
        _self_referral(profession),
        _reflect(),
        _rules(profession, country),
    ]
    return Guide(
        title="You found something. What now?",
        made_on=day_words(now),
        version=__version__,
        lead="What counts most from here on is what you do: calmly, in this order, and with somebody beside you. "
        "Those who judge such things look at what a person did once they knew.",
        beside="There is nothing of any post on this page. You can show it to whoever helps you.",
        chapters=tuple(chapters),
        foot=(_NOT_ADVICE, *_unknown(profession, country)),
    )


def _unknown(profession: str, country: str) -> Iterator[str]:
    if not trade(profession):
        yield "Your trade is not said, or not one we know the rules of: name it with --profession."
    if not country:
        yield "Your country is not said: name it with --country. Clocks and rules differ."


def _stop(profession: str, country: str, gate: str) -> Chapter:
    answers = {
        "no": "You answered: no. If that changes, stop, and answer again with backscroll gate.",
        "yes": "You answered: yes. So change nothing:",
        "unsure": "You answered: not sure. So change nothing until you know:",
        "": "Think of a letter, a talk with a manager, an unhappy relative, a request for records, or a feeling that "
        "somebody may complain. Until you can say no, change nothing:",
    }
    kept = () if gate == "no" else tuple(Entry(line) for line in PRESERVE)
    asked = Entry("Ask first, before you do anything:", "; ".join(first_to_ask(profession, country)) + ".")
    why = (
        "Once a complaint or case is in sight, removing a post can be read as destroying evidence or as dishonesty. "
        "That can weigh more than the post."
    )
    return Chapter("stop", "Stop and ask", (QUESTION, answers.get(gate, answers[""]), why), (*kept, asked))


def _nothing_open() -> Chapter:
    return Chapter(
        "remove",
        "Keep private proof, then restrict or remove",
        entries=(
            Entry("Keep the export.", "Unchanged, where only you can open it, and for as long as your adviser says. It "
                  "holds what clients told you."),
            Entry("Restrict first, then decide, then remove.", "Restricting is quick and can be undone. Comments under "
                  "the post, check-ins, tags and pictures count too."),
            Entry("Work through the list.", "backscroll worklist writes it; backscroll copies says what survives."),
            Entry("Removing is not the end of it.", "It does not reach copies, and does not settle whom you tell."),
        ),
        ordered=True,
    )  # fmt: skip


def _harm() -> Chapter:
    return Chapter(
        "harm",
        "Weigh the harm",
        entries=(
            Entry("Who could recognise it?", "The client; family and friends; colleagues; the town; anyone."),
            Entry("Who saw it, and for how long?", "Note audience and dates, not the words."),
            Entry("Was a child, a vulnerable adult or a court involved?", "Then ask today."),
            Entry("Do several posts together say more than each?", "The sum counts."),
        ),
    )


def _tell(profession: str, country: str, employed: bool | None) -> Chapter:
    told = first_to_tell(profession, country, employed=employed)
    note = "backscroll letters writes drafts, with blanks, and without anything of a client."
    return Chapter(
        "tell", "Tell, in this order", (note,), tuple(Entry(_sentence(one.who), one.why) for one in told), ordered=True
    )


def _clocks(profession: str, country: str, aware: datetime | None, now: datetime) -> Chapter:
    clock = clock_of(profession, country)
    if clock is None:
        words = (
            "We know of no clock for your trade and country that we could count for you. That does not mean that there "
            f"is none: ask {data_lead(country)}, your insurer or your professional body today."
        )
        return Chapter("clocks", "The clock", (words,))
    counted = _counted(deadline(clock, aware, now)) if aware else _uncounted(clock)
    entries = (
        Entry(f"{clock.name}: {clock.rule}", counted, check=not clock.checked),
        Entry(
            "Whose clock it is",
            f"{_sentence(clock.whose)}. If you are employed, tell your employer at once: they decide.",
        ),
        Entry("What else it asks", clock.beside),
    )
    return Chapter("clocks", "The clock", ("It runs from the moment somebody is aware, not from the post.",), entries)


def _counted(end: Deadline) -> str:
    if end.over:
        return (
            f"Counted from when you became aware, it ran out on {end.until} ({end.left}). Tell them today all the "
            "same, and say why it is late: reasons are asked for."
        )
    return f"Counted from when you became aware, it runs until {end.until} ({end.left})."


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _uncounted(clock: Clock) -> str:
    return f"Give the moment with --aware 2026-11-27T18:30, and the end of the {clock.name} is counted."


def _candour(profession: str, country: str) -> Chapter:
    words = [
        "Where somebody was harmed or could be, many bodies expect you to tell them, even if they do not know. Take "
        "advice on whether and how: a letter about a post that a client never saw can hurt too.",
        "Never write to a client, or to a family, on your own and on the same day.",
    ]
    if trade(profession) in ("law", "court"):
        words.append("In a running case speak to the court or to the other side through counsel only.")
    elif trade(profession) == "teaching":
        words.append("The school speaks with pupils and parents, not you alone.")
    elif trade(profession) in HEALTH and country.upper() == "GB":
        words.append("A duty of candour stands in most of the codes below.")
    return Chapter("candour", "Candour", tuple(words))


def _self_referral(profession: str) -> Chapter:
    return Chapter(
        "referral",
        "Telling your regulator",
        (
            f"Whether to refer yourself is a judgement. Ask your indemnifier ({insurer(profession)}) before you do or "
            "do not.",
            "Regulators expect to hear of charges, cautions, and of suspension or restriction by an employer. Some ask "
            "at every renewal. Answer truthfully.",
        ),
    )


def _reflect() -> Chapter:
    return Chapter(
        "reflect",
        "Reflect, and keep a note",
        ("A note without any client detail: no name, initials, age, place, date of the work or words of the post.",),
        tuple(
            Entry(line)
            for line in (
                "What kind of thing I posted, and why then.",
                "Whom it could have hurt, and how they might read it.",
                "Which rule it touches.",
                "What I did once I found it, whom I asked, and when.",
                "What I have changed, so that it does not happen again.",
            )
        ),
    )


def _rules(profession: str, country: str) -> Chapter:
    found = authorities(profession, country)
    note = "Conduct is judged by the rules in force when you posted: note the date of the post."
    none = (
        "We know no documents for this trade and country. Ask your professional body for its guidance on social media."
    )
    entries = tuple(Entry(one.document, one.says, check=not one.checked) for one in found)
    return Chapter("rules", "The rules, and where they stand", (note if found else none,), entries)

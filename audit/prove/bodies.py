"""The bodies that register people: how often they renew, and in what form they expect a reflection.

`sure` is True where the body's own page was read, False where it is from memory; then every output says "check the
current text". Documents are named with their year, since they change. Background, not legal advice.
"""

from dataclasses import dataclass

EVENT, CHANGE, OWN = "event", "change", ""  # what a prompt is begun with: the facts, what was decided, nothing


@dataclass(frozen=True, slots=True)
class Prompt:
    """One heading of a form. `begins`: EVENT, CHANGE or OWN; `hints` help to think and may be struck out."""

    heading: str
    begins: str = OWN
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """`cycle`: how often it renews, in words; `due`: (month, day) where it is the same for all, else None."""

    name: str
    cycle: str
    sure: bool
    form: str
    form_sure: bool
    prompts: tuple[Prompt, ...]
    authority: tuple[str, ...] = ()
    due: tuple[int, int] | None = None

    @property
    def cycle_words(self) -> str:
        """Return the cycle with its mark."""
        return f"{self.name}: {self.cycle}{'' if self.sure else ' (from memory: check the current text)'}."


_LEARN = (
    "What was I looking for when I posted: to let off steam, to be thanked, to be less alone with it?",
    "Whom did I picture reading it, and who could have?",
    "What would the person it was about have felt, reading it then, or now?",
)
_CHANGED = (
    "What do I do now when a day was hard, or went very well, and I would have posted?",
    "Which habit, setting or account did I change, and since when?",
)
_WHAT, _LEARNT = Prompt("What I did", EVENT), Prompt("What I learnt", OWN, _LEARN)
_GENERAL = (
    Prompt("What happened", EVENT),
    Prompt("So what: what it means", OWN, _LEARN),
    Prompt("Now what: what I changed, and will do", CHANGE, _CHANGED),
)
_ROUND = (_WHAT, _LEARNT, Prompt("What it changes in my work", CHANGE, _CHANGED))

BODIES: dict[str, Body] = {
    "nmc": Body(
        "NMC",
        "revalidation every three years, the fee every year",
        False,
        "Written reflective account, one of five, on the NMC's own form",
        True,
        (
            Prompt("What was the nature of the CPD activity, feedback, event or experience?", EVENT),
            Prompt("What did you learn from it?", OWN, _LEARN),
            Prompt("How did you change or improve your practice as a result?", CHANGE, _CHANGED),
            Prompt(
                "How is this relevant to the Code?",
                OWN,
                (
                    "Choose one or more: prioritise people, practise effectively, preserve safety, promote "
                    "professionalism and trust.",
                    "Paragraph 20.10 asks for responsible use of social media, and respect for the privacy of others.",
                ),
            ),
        ),
        ("The Code (2015, updated 2018), 20.10", "Guidance on using social media responsibly"),
    ),
    "hcpc": Body(
        "HCPC",
        "every two years, in your profession's own window",
        True,
        "CPD profile: one of the four to six activities of your statement",
        True,
        (
            Prompt("What the activity was (with its date, for your list of activities)", EVENT),
            Prompt("What I learnt", OWN, _LEARN),
            Prompt("How it improved the quality of my work (standard 3)", CHANGE, _CHANGED),
            Prompt("How it benefits service users (standard 4)", OWN),
            Prompt("Evidence I can show", OWN, ("The content-free statement; a note of the talk in supervision.",)),
        ),
        ("Standards of conduct, performance and ethics (in force 1 September 2024), 2.10, 5.1 and 9.1",),
    ),
    "bacp": Body(
        "BACP",
        "membership every year; CPD, supervision and insurance can be audited",
        False,
        "Entry in your CPD record, and a note for supervision",
        False,
        (*_ROUND, Prompt("What I took to supervision, and what came of it")),
        ("Ethical Framework (in force 1 July 2018), commitment 3b and good practice point 48",),
    ),
    "ukcp": Body(
        "UKCP", "every year; re-accreditation every five", False, "Reflective entry in your CPD record", False, _ROUND,
        ("Code of Ethics and Professional Practice (in force 1 October 2019)",),
    ),
    "gmc": Body(
        "GMC",
        "appraisal every year, revalidation every five",
        False,
        "Reflective note for appraisal",
        False,
        _GENERAL,
        (
            "Using social media as a medical professional (2024), paragraphs 18 and 19",
            "Good medical practice (2024), paragraphs 81 and 88",
        ),
    ),
    "gdc": Body(
        "GDC",
        "every year; enhanced CPD in a cycle of five years",
        False,
        "Reflection in your CPD log",
        False,
        (*_ROUND, Prompt("How it serves my patients, and which development outcome it meets")),
        ("Standards for the Dental Team (2013), 4.2.3 and 9.1.3",),
    ),
    "gphc": Body(
        "GPhC",
        "every year",
        False,
        "Reflective account",
        False,
        (
            Prompt("My area of work, and who uses my services", OWN, ("In general words: no place, no employer.",)),
            Prompt("How I met the standards this year looks at", EVENT, _LEARN),
            Prompt("A real example, and how people who use my services gain from it", CHANGE, _CHANGED),
        ),
        ("Standards for pharmacy professionals (2017)", "Demonstrating professionalism online (2016)"),
    ),
    "swe": Body(
        "Social Work England",
        "every year, by 30 November",
        True,
        "CPD record, with peer reflection",
        True,
        (_WHAT, _LEARNT, Prompt("What impact it has on my practice", CHANGE, _CHANGED),
         Prompt("What I learnt from talking about it with a peer, manager or group")),
        ("Professional standards (2019), 5.6", "Professional standards guidance (April 2020)"),
        due=(11, 30),
    ),
    "sra": Body(
        "SRA", "every October, with a declaration of continuing competence", False,
        "Note for your record of continuing competence", False,
        (_WHAT, Prompt("What I need to learn", OWN, _LEARN), Prompt("What I did about it", CHANGE, _CHANGED)),
        ("Code of Conduct for Solicitors, 6.3",), due=(10, 31),
    ),
    "bsb": Body(
        "BSB", "every year, with a CPD plan and a reflection", False, "Reflection on your CPD plan", False, _ROUND,
        ("Core Duty 6: keep the affairs of each client confidential", "Social media guidance (2023)"),
    ),
    "gtcs": Body(
        "GTC Scotland", "every year; Professional Update every five", False,
        "Entry in your professional learning record", False, _ROUND,
    ),
    "ewc": Body("EWC", "every year", False, "Entry in your professional learning record", False, _ROUND),
    "ahpra": Body(
        "Ahpra and its Boards", "every year, in your board's month", False, "Reflection in your CPD portfolio", False,
        _ROUND, ("Social media: How to meet your obligations under the National Law (November 2019)",),
    ),
    "us": Body(
        "US state licence", "often every two years; lawyers one to three", False, "Note for your own CE or CLE file",
        False, _GENERAL,
    ),
    "other": Body(
        "Your own body", "as your body says", False, "Reflective note: what, so what, now what", False, _GENERAL,
    ),
}  # fmt: skip


def body_named(name: str) -> Body | None:
    """Return the body of that key or name, or None; case does not count."""
    wanted = name.strip().casefold()
    return BODIES.get(wanted) or next((body for body in BODIES.values() if body.name.casefold() == wanted), None)

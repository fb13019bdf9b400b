"""Whom to ask, whom to tell, and which clocks run, by trade and country. Background, not legal advice: we say so.

Trades are told by the words of a profession's name, or of a trade's that `classifiers.rules` tells from a profile.
`checked` says whether a line was held against the body's own text; what was not, the person is asked to look up.
"""

import re
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Clock:
    """A time limit that runs from the moment somebody knows of a disclosure. `whose`: who has to keep it."""

    name: str
    length: timedelta
    in_days: bool  # counted in calendar days, not in hours
    whose: str
    rule: str
    beside: str  # what else the rule asks for
    checked: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """Somebody to tell, and what for."""

    who: str
    why: str


TRADES: tuple[tuple[str, str], ...] = (  # the first that fits; narrower names before wider ones
    ("dental", r"dent(?:al|ist)|hygienist|orthodont"),
    ("allied", r"physio|occupational ther|paramedic|radiograph|speech|diet[ie]t|podiatr|arts? ther|hcpc"),
    ("psychology", r"psycholog"),
    ("nursing", r"nurs|midwi|health visitor"),
    ("pharmacy", r"pharmac"),
    ("social work", r"social work|support worker|youth|foster|care manager"),
    ("therapy", r"counsell|counselor|counseling|psychother|therap|coach|chaplain|\bcbt\b"),
    ("court", r"judge|magistrate|court|juror|tribunal|coroner|justice of the peace|\busher"),
    ("law", r"solicitor|barrister|lawyer|attorney|paralegal|\blegal|\blaw\b|notary|prosecutor|counsel\b"),
    ("teaching", r"teach|lectur|tutor|professor|school|nursery"),
    ("police and prison", r"police|constable|prison|probation|custody|correction"),
    ("medicine", r"doctor|\bgp\b|physician|surgeon|psychiatr|medic|registrar|consultant"),
    ("health", r"health|\bhca\b|\bcare|carer|optician"),
)
HEALTH = frozenset({"dental", "allied", "psychology", "nursing", "pharmacy", "medicine", "health", "therapy"})

_NEAREST: dict[str, str] = {
    "therapy": "your clinical supervisor",
    "psychology": "your clinical supervisor",
    "medicine": "your medical defence body",
    "dental": "your dental defence body",
    "nursing": "your union's professional officer",
    "allied": "your union's or professional body's officer",
    "pharmacy": "your union's or defence association's helpline",
    "health": "your union's professional officer",
    "social work": "your manager or supervisor",
    "law": "your firm's compliance officer or its counsel",
    "court": "your leadership judge, or the court's ethics adviser",
    "teaching": "your union's regional officer",
    "police and prison": "your federation or union representative",
}
_GENERAL = ("your professional indemnity insurer", "your union or professional body's helpline")

_EU = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO"  # and the EEA
GDPR = frozenset({"GB", *_EU.split()})
_72_HOURS = Clock(
    "72 hours",
    timedelta(hours=72),
    in_days=False,
    whose="whoever is the data controller: your employer, or you if you are self-employed",
    rule="UK and EU GDPR, Articles 33 and 34",
    beside="Weekends count. A report is due unless a risk to people is unlikely; people at high risk are told as well, "
    "without undue delay. Every such event is recorded, reported or not.",
    checked=False,
)
_60_DAYS = Clock(
    "60 days",
    timedelta(days=60),
    in_days=True,
    whose="the covered entity: your employer's privacy officer, or you if the practice is yours",
    rule="HIPAA Breach Notification Rule, 45 CFR 164.400–414",
    beside="Without unreasonable delay, and in 60 days at the latest. More than 500 people: the federal health "
    "department and the media in the same time; fewer: a log to the department within 60 days of the year's end. "
    "State law can be shorter.",
    checked=True,
)


def trade(profession: str) -> str:
    """Return the trade that a profession's name speaks of, or "" for none we know."""
    named = profession.casefold()
    return next((name for name, words in TRADES if re.search(words, named)), "")


def first_to_ask(profession: str, country: str) -> tuple[str, ...]:
    """Return whom to ask before anything is changed, nearest first. An unknown trade gets the general ones."""
    nearest = _NEAREST.get(trade(profession), "")
    limit = f" ({clock.name})" if (clock := clock_of(profession, country)) else ""
    return (*((nearest,) if nearest else ()), *_GENERAL, f"{data_lead(country)}{limit}")


def data_lead(country: str) -> str:
    """Return what the person at an employer is called who keeps the clock."""
    return "your employer's privacy officer" if country.upper() == "US" else "your employer's data-protection lead"


def clock_of(profession: str, country: str) -> Clock | None:
    """Return the clock that may run, or None where we know of none. HIPAA binds health care and its workforce only."""
    where = country.upper()
    if where in GDPR:
        return _72_HOURS
    if where == "US" and trade(profession) in HEALTH | {"", "social work"}:
        return _60_DAYS
    return None


def supervisor(profession: str) -> str:
    """Return with whom this trade talks over its own work."""
    return {
        "therapy": "your clinical supervisor",
        "psychology": "your clinical supervisor",
        "law": "your firm's compliance officer, or your supervising partner or head of chambers",
        "court": "your leadership judge, or the ethics adviser of the court",
        "teaching": "your head teacher or line manager",
        "medicine": "your appraiser, educational supervisor or a senior colleague",
    }.get(trade(profession), "your supervisor or line manager")


def insurer(profession: str) -> str:
    """Return who stands by this trade with advice and cover."""
    return {
        "medicine": "your medical defence body",
        "dental": "your dental defence body",
        "nursing": "your union or indemnity provider",
        "allied": "your professional body's or union's indemnity provider",
        "pharmacy": "your defence association or insurer",
        "teaching": "your union",
        "social work": "your union or insurer",
        "court": "your judicial association or its legal adviser",
        "police and prison": "your federation or union",
    }.get(trade(profession), "your professional indemnity insurer")


def first_to_tell(profession: str, country: str, *, employed: bool | None = None) -> tuple[Telling, ...]:
    """Return whom to tell once a disclosure is found, in order. `employed` None: not said, both are told."""
    told = []
    clock = clock_of(profession, country)
    if employed is not False:
        why = "At once: they decide whether it is reported, and their time may already run."
        told.append(Telling(f"{data_lead(country)}, or your line manager", why if clock else "At once: they decide."))
    if employed is not True and clock:
        told.append(Telling("If you are self-employed: yourself", f"Their duty is yours then. {_own_duty(clock)}"))
    told.append(Telling(insurer(profession), "Before you admit anything to anybody: cover can depend on it."))
    told.append(Telling(supervisor(profession), "To think it through with somebody who knows the work."))
    if trade(profession) in ("law", "court"):
        told.append(Telling("a court or the other side", "Only through counsel, if a case is running."))
    return tuple(told)


def _own_duty(clock: Clock) -> str:
    return f"Decide soon, and within {clock.name} at most, whether to report it. Take advice; write down what and why."

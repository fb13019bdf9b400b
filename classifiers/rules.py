"""The trade is known, and some professions' own rules are stricter than recognisability: rules on top, told as reasons.

Source: the rules' documents are named in the sentences that the person reads. They change: the sentence gives name and
year, never a bare "your regulator says".
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trade:
    """A group of professions, and the words that mean *clients* in its mouth."""

    name: str
    told_by: re.Pattern[str]
    served: re.Pattern[str]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


TRADES: tuple[Trade, ...] = (
    Trade(
        "dental",
        _words(r"dentists?|dental \w+|hygienist|orthodontist"),
        _words(
            r"patients?|pts?|extractions?|root canals?|dentures?|fillings?|in (?:my|the) chair|gag\w*"
            r"|tooth|teeth|molars?|cavit\w+|crowns?|gum disease|x-?rays?|radiographs?"
        ),
    ),
    Trade(
        "teaching",
        _words(
            r"(?:\w+ )?teach(?:er|ers|ing)|lecturer|tutor|professor|headteacher|principal|nursery worker|school \w+"
        ),
        _words(
            r"kids?|kiddos?|child(?:ren)?|pupils?|students?|class(?:room|es)?|lessons?|year \d+|y\d+"
            r"|\d+(?:st|nd|rd|th) (?:grade\w*|period)"
            r"|period \d|set \d|\d+[a-h]\d?"
            r"|reception|year group|form|mums?|moms?|dads?|parents?|essays?|homework|marking|grading"
            r"|freshm[ae]n|seniors"
        ),
    ),
    Trade(
        "health",
        _words(
            r"nurses?|nursing|midwi(?:fe|ves|fery)|doctor|gp|surgeon|psychiatrist|physician|consultant"
            r"|registrar|hca|healthcare \w+"
            r"|care(?: home)? (?:worker|assistant)|carer|paramedic|pharmac\w+|physio\w*"
            r"|occupational therapist|radiographer|optician|medic\w*"
        ),
        _words(
            r"patients?|pts?|lad(?:y|ies)|gentlem[ae]n|residents?|bay \d|bed \d+|bed|ward|mums?|mama"
            r"|bab(?:y|ies)|obs|handover|relatives|family|twins?"
            r"|admission|transfer|crash|arrest|resus|delivered|section|bloods?|clinic|induction|labou?r"
            r"|triage|icu|nicu|scans?|meds|bod(?:y|ies)|mortuary|autops\w+"
        ),
    ),
    Trade(
        "therapy",
        _words(r"counsell?or|counsell?ing|psychotherap\w+|therapist|psychologist|cbt|coach|chaplain"),
        _words(
            r"clients?|session|couple|my \d+(?::\d\d)? ?(?:am|pm|o'?clock)|\d+(?::\d\d)? ?(?:am|pm)"
            r"|no[- ]?show\w*|dna'?d?|cancel\w*|monday|tuesday|wednesday|thursday|friday"
            r"|he|she|they|group"
        ),
    ),
    Trade(
        "social work",
        _words(
            r"social work\w*|support worker|youth worker|residential \w+|foster \w+|housing officer"
            r"|care manager|outreach"
        ),
        _words(
            r"clients?|cases?|caseload|famil(?:y|ies)|mums?|moms?|dads?|kids?|child(?:ren)?|yps?|lads?"
            r"|girls?|su|service users?|tenants?"
            r"|home visit|visit|placement|contact|removal|cin|s47"
        ),
    ),
    Trade(
        "law",
        _words(r"solicitor|barrister|lawyer|attorney|paralegal|legal \w+|public defender|prosecutor|notary|da"),
        _words(
            r"clients?|my (?:guy|lad|man|girl)|opponent|other side|trial|hearing|jury|plea|bail"
            r"|settle\w*|verdict|guilty|witness|depo\w*|judge|court|tribunal|evidence|parents"
        ),
    ),
    Trade(
        "court",
        _words(r"judge|magistrate|justice of the peace|tribunal \w+|court \w+|clerk|usher|juror|coroner\w*"),
        _words(
            r"jury|jurors?|courtroom|trial|defendant|case|hearing|verdict|sentenc\w+|witness|counsel|lawyers?|plea"
            r"|evidence|guilty|deliberat\w+|docket|bench"
        ),
    ),
    Trade(
        "police and prison",
        _words(
            r"police\w*|constable|sergeant|detective|pcso|prison \w+|probation \w+|custody \w+"
            r"|correction\w* \w+|999 \w+|dispatcher"
        ),
        _words(
            r"suspects?|prisoners?|inmates?|lads?|arrest\w*|nicked|cells?|wing|custody|callers?"
            r"|victims?|offenders?|scrotes?|thugs?|perps?|criminals?|junkies?|protest\w*|warrant|job|shout"
        ),
    ),
)
NUDGE = 1.0  # added to the decision where the trade makes a word mean a client


def trade_of(text: str) -> str:
    """Return the first trade that a profession's name or a profile speaks of, or ""."""
    return next((trade.name for trade in TRADES if trade.told_by.search(text)), "")


def nudge(text: str, trade: str) -> float:
    """Return how much the known trade moves the decision: up where its own words for clients stand."""
    own = next((one for one in TRADES if one.name == trade), None)
    return NUDGE if own and own.served.search(text) else 0.0


_HOUR = (
    r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|o'?clock)|(?:one|two|three|four|five|six|eight|nine"
    r"|ten|eleven|noon)(?: o'?clock))"
)
_SOMEBODY = (
    rf"(?:my|our|last|next|first) (?:\w+ )?(?:clients?|patients?|pts?|service users?|pupils?"
    rf"|residents?)|(?:my|our) {_HOUR}"
)
_TO_SOMEBODY = rf"{_SOMEBODY}|(?:a|the|see|seeing|to) (?:client|patient|session|home visit)s?"


@dataclass(frozen=True, slots=True)
class Plain:
    """What the labelling guide names outright: where all `parts` stand in a text, it is worth a look whatever else."""

    parts: tuple[re.Pattern[str], ...]
    severity: int
    reason: str


PLAIN: tuple[Plain, ...] = (
    Plain(
        (
            _words(rf"{_SOMEBODY}|clients?|patients?|the (?:difficult|awkward|needy|angry|crying|boring|late) one"),
            _words(
                r"cancel(?:led|ed|s)?|no[- ]?show(?:ed)?|dna'?d|didn'?t (?:show|turn up|come)|not coming|called off"
            ),
            _words(
                r"thank (?:god|fuck|goodness|the lord)|get in|yes+|yay+|woo+(?:hoo)?|phew|result"
                r"|made my (?:day|week)|happy days|pub|back to bed|early (?:night|finish)|lie[- ]in"
            ),
        ),
        1,
        "Relief that somebody did not come is read as an attitude to clients.",
    ),
    Plain(
        (
            _words(_TO_SOMEBODY),
            _words(
                r"hung ?over|hangin'?g?|still (?:drunk|pissed|hammered|wasted|high)|morning after|no sleep"
                r"|haven'?t slept|late (?:to|for)|running late"
            ),
        ),
        1,
        "Being unfit or late for somebody, even as a joke, raises a doubt about fitness to practise.",
    ),
    Plain(
        (
            _words(
                rf"(?:my|our) {_HOUR} (?:\w+ ){{0,3}}(?:cried|crying|said|says|told|tells|asked|screamed"
                rf"|walked|kicked|is|was|wants)"
            ),
        ),
        1,
        "An hour makes it one person: whoever had it will know.",
    ),
)


def named_outright(text: str) -> tuple[int, str] | None:
    """Return severity and reason of the first thing in the text that the guide names outright, or None."""
    plain = text[:2_000].replace("\u2019", "'")
    found = (rule for rule in PLAIN if all(part.search(plain) for part in rule.parts))
    rule = next(found, None)
    return (rule.severity, rule.reason) if rule else None


@dataclass(frozen=True, slots=True)
class Switch:
    """A rule of some trades in some countries ("" for all): from `categories`, at least `severity`."""

    trades: tuple[str, ...]
    countries: tuple[str, ...]
    categories: tuple[str, ...]
    severity: int
    reason: str


COUNTRIES = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})  # what --country knows

SWITCHES: tuple[Switch, ...] = (
    Switch(
        ("dental",),
        ("GB", ""),
        ("client_detail", "identifies_client", "disparages_clients"),
        2,
        "Dental teams: the GDC's Standards (2013) 4.2.3 allow no comment about patients on social media, even unnamed.",
    ),
    Switch(
        ("social work",),
        ("GB", ""),
        ("client_detail", "identifies_client"),
        2,
        "Social workers: Social Work England's guidance (2020) warns that people can be recognised even if anonymised.",
    ),
    Switch(
        ("law",),
        ("US",),
        ("client_detail", "identifies_client", "proceedings"),
        3,
        "US lawyers: ABA Formal Opinion 480 (2018) counts even public-record facts of a client's case as confidential.",
    ),
    Switch(
        ("law",),
        ("GB", "IE", ""),
        ("proceedings", "whereabouts"),
        2,
        "Lawyers: where and for whom you act can itself be confidential (BSB guidance on social media, 2019 and 2023).",
    ),
    Switch(
        ("court",),
        ("US",),
        ("proceedings",),
        3,
        "Judges: Model Code Rule 2.10(A) allows no public statement that might affect a pending or impending matter.",
    ),
    Switch(
        ("court",),
        ("GB", "IE", ""),
        ("proceedings",),
        2,
        "Judges, magistrates, jurors and court staff: nothing on a case in hand, parties unnamed or not.",
    ),
    Switch(
        ("health", "therapy", "dental"),
        ("AU",),
        ("boundaries",),
        2,
        "Australian health practitioners: the National Law, section 133, forbids testimonials in advertising.",
    ),
)


def switched(trade: str, country: str, likely: frozenset[str], severity: int) -> tuple[int, tuple[str, ...]]:
    """Return the severity after the trade's own rules, and the rules that applied as sentences."""
    reasons = []
    for switch in SWITCHES:
        if trade in switch.trades and country.upper() in switch.countries and likely & set(switch.categories):
            severity = max(severity, switch.severity)
            reasons.append(switch.reason)
    return severity, tuple(reasons)

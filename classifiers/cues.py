"""Hand-written cues: what a person can point at in a post, in plain words, with the place where it stands.

They carry the reasons on the card, and stand beside the encoder's vectors as features: one person and glad and did
not come is more than the three by themselves. A cue says only what its pattern shows.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from classifiers.given_names import GIVEN_NAMES

CLIENT, FAMILY, COLLEAGUES, PLACE, ANYONE = (
    "the client",
    "their family and friends",
    "colleagues",
    "people of the place",
    "anyone who looks",
)
WHO_ORDER = (CLIENT, FAMILY, COLLEAGUES, PLACE, ANYONE)


@dataclass(frozen=True, slots=True)
class Cue:
    """`says` completes "this post …"; `read_out` completes "a panel would hear …", or is empty."""

    name: str
    says: str
    read_out: str
    pattern: re.Pattern[str]
    who: tuple[str, ...] = ()


def _any(*alternatives: str) -> str:
    return "(?:" + "|".join(alternatives) + ")"


def _cue(name: str, says: str, read_out: str, pattern: str, *who: str) -> Cue:
    return Cue(name, says, read_out, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), who)


_SERVED_ONE = _any(
    "client",
    "patient",
    "pt",
    "resident",
    "service user",
    "su",
    "pupil",
    "student",
    "defendant",
    "accused",
    "claimant",
    "tenant",
    "inmate",
    "prisoner",
    "suspect",
    "offender",
    "mum to be",
    "juror",
    "witness",
    "couple",
    "family",
)
_SERVED_MANY = _any(
    "clients",
    "patients",
    "pts",
    "residents",
    "service users",
    "pupils",
    "students",
    "defendants",
    "claimants",
    "tenants",
    "inmates",
    "prisoners",
    "suspects",
    "offenders",
    "jury",
    "jurors",
    "witnesses",
    "caseload",
    "families",
    "group",
    "class",
)
_PERSON = _any(
    "lad(?:y|ies)",
    "lads?",
    "gentlem[ae]n",
    "gent",
    "bloke",
    "fell[ae]r?s?",
    "guy",
    "wom[ae]n",
    "m[ae]n",
    "girls?",
    "boys?",
    "kids?",
    "chil(?:d|dren)",
    "bab(?:y|ies)",
    "teens?",
    "teenagers?",
    "mums?",
    "moms?",
    "dads?",
    "mothers?",
    "fathers?",
    "parents?",
)
_KIN = _any(
    "mums?",
    "moms?",
    "dads?",
    "mother",
    "father",
    "daughter",
    "son",
    "husband",
    "wife",
    "partner",
    "ex",
    "brother",
    "sister",
    "nan",
    "gran(?:dad|ny|ma|dma|dpa)?",
    "uncle",
    "auntie?",
    "boyfriend",
    "girlfriend",
    "kids",
    "children",
    "step(?:dad|mum|mom|son|daughter)",
)
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"

CUES: tuple[Cue, ...] = (
    _cue(
        "one_person",
        "speaks of one person you serve",
        "one person you work with",
        rf"(?:my|our|a|the|this|that|another|new|today'?s|last) (?:\w+ ){{0,2}}{_SERVED_ONE}"
        rf"|one of (?:my|our|the) (?:\w+ )?{_SERVED_MANY}"
        rf"|(?:one of my|my new|this|had a|saw a|seen a|got a|that) (?:\w+ ){{0,2}}{_PERSON}"
        rf"|my {_NUMBER}(?::\d\d)? ?(?:am|pm|o'?clock)|(?:mon|tues|wednes|thurs|fri|satur)day (?:lady"
        rf"|man|guy|girl|boy|couple|group)",
        CLIENT,
    ),
    _cue(
        "many",
        "speaks of the people you serve as a group",
        "",
        rf"(?:my|our|the|these|those|some|most|all|other|half my|these bloody) (?:\w+ ){{0,2}}{_SERVED_MANY}",
        COLLEAGUES,
    ),
    _cue(
        "age",
        "gives an age",
        "their age",
        r"\d{1,3} ?(?:yo|y/o|yrs?(?: old)?|years?[- ]olds?|months? old|wks? old|weeks? old)|aged? (?:of )?\d{1,3}"
        r"|\d{1,2} ?[fm](?= |,|\b)|(?:she|he|they)(?:'s|s| is| was) (?:only |just )?\d{1,2}|\(\d{1,2}\)"
        r"|(?:in (?:his|her|their)|mid|early|late)[ -](?:teens|twenties|thirties|forties|fifties"
        r"|sixties|seventies|eighties|nineties)",
        CLIENT,
        FAMILY,
    ),
    _cue(
        "class",
        "names a class or year",
        "which class it was",
        r"(?:year|yr|grade|form|period|set|block) ?\d{1,2}[a-z]?|\d{1,2}(?:st|nd|rd|th) (?:grade"
        r"|graders?|period|form)|y\d{1,2}|[1-9]\d?[a-h]\d?(?=\s|$|[.,!?])"
        r"|reception class|kindergarten|sixth form|freshm[ae]n|sophomores?",
        CLIENT,
        PLACE,
    ),
    _cue(
        "moment",
        "says when it happened",
        "when it happened",
        r"today|tonight|tonite|this (?:morning|afternoon|evening|week|shift)|last (?:night|nite|week"
        r"|shift)|yesterday|just (?:now|had|seen|left|finished|got out)"
        r"|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)"
        r"|day \d+|christmas|new year'?s|easter",
        CLIENT,
    ),
    _cue(
        "family",
        "mentions their family",
        "something about their family",
        rf"(?:her|his|their|the|client'?s|patient'?s|whose) (?:\w+ )?{_KIN}|(?:mum|mom|dad|husband|wife"
        rf"|daughter|son|family) (?:is|was|said|says|rang|called|came|kicked|wants?|died|left)",
        CLIENT,
        FAMILY,
    ),
    _cue(
        "condition",
        "names an illness, a condition or a treatment",
        "a health condition",
        r"cancer|tumou?r|chemo|stroke|dementia|alzheimer'?s|psycho(?:sis|tic)|schizo\w*|bipolar|bpd"
        r"|eupd|depress(?:ed|ion)|anxiety|panic attacks?|ptsd|autis(?:m|tic)|asd|adhd|ocd"
        r"|anorexi[ac]|bulimi[ac]|eating disorder|self[- ]?harm\w*|overdos(?:e|ed)|od'?d|suicid(?:e|al)"
        r"|addict(?:s|ed|ion)?|alcoholic|heroin|meth|cocaine|hiv|hepatitis|sti|std|pregnan(?:t|cy)"
        r"|miscarriage|stillb(?:irth|orn)"
        r"|abortion|ivf|sepsis|cardiac arrest|resus|cpr|amputat\w+|fractur\w+|seizures?|epilep\w+"
        r"|diabet\w+|copd|transplant|surgery|c-?section|catheter|bowels?|wound|trauma|sectioned"
        r"|section [23]|mental health|sen|echp|iep|dyslexi[ac]|down'?s syndrome|cerebral palsy",
        CLIENT,
        FAMILY,
    ),
    _cue(
        "event",
        "tells of a death, a crime, abuse or a family event",
        "what happened to them",
        r"died|passed (?:away|on)?|dying|dead|death|rip|killed|murder\w*|stabb\w+|shot|rap(?:e|ed|ist)"
        r"|assault\w*|abus(?:e|ed|er|ive)|molest\w*|beat(?:en|ing)?|bruis\w+|affair|divorc\w+"
        r"|separat(?:ed|ion)|custody|adopt(?:ed|ion)|foster\w*|taken into care|removed"
        r"|arrest\w*|overdosed|relaps\w+|homeless|evict\w+|sacked|excluded|expelled|suspended|pregnant"
        r"|gave birth|born|delivered|ran away|missing|drown\w*|crash|fire",
        CLIENT,
        FAMILY,
    ),
    _cue(
        "quote",
        "repeats what somebody said",
        "words that were said to you",
        r"(?:she|he|they|client|patient|pt|mum|mom|dad|kid|lad|girl|boy|man|woman|lady|student"
        r"|defendant|judge|witness|one) (?:just |then |actually |literally )?(?:said|says|told|tells"
        r"|goes|went|asked|asks|rang|texted|emailed|whispered|shouted|screamed|called me"
        r"|turned round and)"
        r"|(?:told|said to|asked|thanked|called) (?:me|us)",
        CLIENT,
    ),
    _cue(
        "session",
        "places it in your work",
        "something from your work",
        r"sessions?|appointments?|clinic|ward(?: round)?|theatre|a&e|er|icu|itu|nicu|triage"
        r"|consult(?:ation)?|home visit|visit|assessment|caseload|therapy|counselling|counseling|shift"
        r"|nights?(?: shift)?|on call|handover|lesson|class(?:room)?|parents'? evening|supervision"
        r"|placement|case conference|care plan|intake",
        COLLEAGUES,
    ),
    _cue(
        "court",
        "speaks of a case, a hearing or an investigation",
        "a case or hearing",
        r"trial|jur(?:y|or|ors)|verdict|hearing|tribunal|inquest|plea(?:ded)?|pled|guilty|acquitt\w+"
        r"|convict\w+|sentenc\w+|custody suite|bail|testif\w+|testimony|cross[- ]?exam\w*|depos(?:ition"
        r"|ed)|settle(?:d|ment)|opposing counsel|prosecut\w+|court(?:room|house)?|crown court"
        r"|magistrates?|bench|deliberat\w+|evidence|affidavit|investigation|disciplinary|mistrial"
        r"|remand(?:ed)?|probation",
        CLIENT,
        PLACE,
    ),
    _cue(
        "part_in_it",
        "says you have a part in the case",
        "your own part in it",
        r"(?:my|our) (?:case|trial|hearing|courtroom|court|jury|defendant|opponent|closing|opening"
        r"|cross|inquest|tribunal|judge|witness)|(?:i|we) (?:won|lost|rest(?:ed)?|got (?:him|her"
        r"|them) off|prosecuted|defended|sentenced|arrested|nicked)|not guilty|day (?:\d+|one|two|three"
        r"|four|five|six) of|jury duty|on (?:a|the|my) jury|i'?m a juror",
        CLIENT,
        COLLEAGUES,
    ),
    _cue(
        "did_not_come",
        "is glad, or cross, that somebody did not come",
        "how you felt when somebody did not come",
        r"cancel(?:led|ed|s|ling|lation)?|no[- ]?shows?|no[- ]?showed|dna'?d|dna|didn'?t (?:show"
        r"|turn up|come)|did not (?:show|attend|turn up)|stood me up|postponed|called in sick|bailed",
        CLIENT,
    ),
    _cue(
        "glad",
        "sounds relieved or pleased",
        "",
        r"thank (?:god|fuck|christ|goodness|the lord)|get in+|yes+|yay+|woo+(?:hoo)?|phew|result"
        r"|happy days|praise|hallelujah|finally|relief|made my (?:day|week)|best (?:news|day)|winning"
        r"|score|lol+|lmao|haha+|😂|🎉|🙌|😅|🥳|💃",
    ),
    _cue(
        "harsh",
        "uses harsh words about people",
        "harsh words",
        r"idiots?|morons?|thick(?: as)?|stupid|dumb(?:ass)?|lazy|whin(?:e|ing|ers?|y)|moan(?:ing|ers?"
        r"|y)|nightmares?|entitled|spoil(?:ed|t)|brats?|scum(?:bags?)?|feral|animals?|vile|disgusting"
        r"|stink(?:s|ing|y)?|smell(?:s|y)?|ugly|fat|crazy|nutters?|nut ?jobs?|mental|psychos?|loons?"
        r"|time ?wasters?|wasters?|scroungers?|junkies?|druggies?|crackheads?|smackheads?|liars?"
        r"|useless|pathetic|hopeless|ungrateful|rude|ignorant|gobshites?|twats?|dickheads?|arseholes?"
        r"|assholes?|pricks?|bastards?|bitch(?:es)?|cunts?|shits?|pigs?|hate|hated|can'?t stand|sick of"
        r"|fed up (?:of|with)|bor(?:ed|ing)|drain(?:s|ed|ing)|do my head in|frequent flyers?",
    ),
    _cue(
        "violence",
        "wishes somebody harm, even in jest",
        "a wish to hurt somebody",
        r"(?:kill|punch|slap|strangle|throttle|smack|shoot|drown|hit|stab|choke"
        r"|throw) (?:\w+ ){0,2}(?:them|him|her|someone|somebody|kids?|students?|patients?|clients?"
        r"|desks?|chairs?)|(?:want|wish|hope) (?:\w+ ){0,3}(?:dead|dies?|die)",
    ),
    _cue(
        "unfit",
        "speaks of being unfit or unprepared",
        "what you wrote about your own state",
        r"hung ?over|hanging|hangin|still (?:drunk|pissed|hammered|wasted|high)|drunk|pissed|wasted"
        r"|stoned|high|asleep|fell asleep|nodd(?:ed|ing) off|kip|nap(?:ping|ped)?|no sleep|wing(?:ed"
        r"|ing) it|blagg(?:ed|ing)|morning after|without (?:reading|looking|checking)|didn'?t (?:read"
        r"|check|prepare|bother)|made (?:it|them) up|copy (?:and|&) paste|overslept|wine|beers?|vodka"
        r"|gin|shots",
    ),
    _cue(
        "late",
        "says you were late",
        "that you were late",
        r"(?:running|am|i'?m|was|gonna be|going to be|so|always|\d+ min(?:ute)?s?) late|late (?:to|for"
        r"|again)|stuck in traffic|kept (?:\w+ )?waiting",
    ),
    _cue(
        "written",
        "shows or speaks of records",
        "records",
        r"case ?notes?|notes|records?|charts?|files?|x-?rays?|scans?|referral|report|emails?|e-?mails?"
        r"|essays?|exam papers?|marking|grading|homework|screens?|whiteboard|passwords?|door codes?"
        r"|rota|handwriting|statement|cctv|footage|body ?cam",
        COLLEAGUES,
    ),
    _cue(
        "picture",
        "points to a picture",
        "a picture",
        r"pics?|pictures?|photos?|selfie|screenshots?|look at (?:this|that|him|her|these)|see (?:below"
        r"|attached)|\[image\]|snap(?:ped)?|📸|📷",
        ANYONE,
    ),
    _cue(
        "tie",
        "shows a tie beyond the work",
        "a tie beyond the work",
        r"friend(?:ed| request| me| them| her| him)|added me|add(?:ed)? (?:me|him|her) on|follow(?:s"
        r"|ed)? me|gift|presents?|flowers|chocolates?|biscuits|wine from|card from|lend|lent|borrow\w*"
        r"|tinder|hinge|grindr|date|dated|dating|fancy|fit as|hot|slept with|my number|coffee with"
        r"|lift home|invited (?:me|us)|testimonials?|5 stars?|review",
        CLIENT,
    ),
    _cue(
        "colleague",
        "tells of a colleague or the workplace",
        "something of a colleague or your workplace",
        r"(?:my|our|the|a) (?:boss|manager|supervisor|colleague|co-?worker|head|deputy|partner"
        r"|consultant|registrar|director|team leader|hr)|staff ?(?:room|meeting)?|off sick|signed off"
        r"|suspended|sacked|fired|disciplin\w+|grievance|short[- ]staffed|understaffed|incident|datix"
        r"|near miss|whistle\w*|bullying",
        COLLEAGUES,
    ),
    _cue(
        "outcome",
        "tells how it ended",
        "the outcome",
        r"won|lost|discharged|got off|acquitted|sentenced|sent down|clean|sober|passed|placed|reunited"
        r"|adopted|recovered|all clear|didn'?t make it|didnt make it|pulled through|walked free|settled"
        r"|struck off|dismissed|granted|refused|removed",
        CLIENT,
        FAMILY,
    ),
    _cue(
        "rare",
        "says it was the first, the only or a rare one",
        "that it was rare",
        r"(?:my |the |our )?first(?: ever| time)?|only one|never (?:seen|had|heard|met)|in (?:\d+"
        r"|all my|my whole) (?:years|career)|once in a|rare|one of a kind",
        CLIENT,
        FAMILY,
    ),
    _cue(
        "reply_to_review",
        "speaks to somebody about their visit, or answers a review",
        "words to somebody about a visit",
        r"(?:thank you|thanks|sorry) (?:\w+ ){0,4}(?:review|feedback)|your (?:visit|appointment"
        r"|treatment|case|procedure|bill|account|session)|when you (?:came|were|visited|attended)"
        r"|you (?:failed to|were|did not|didn'?t|missed|arrived|owe)",
        CLIENT,
        ANYONE,
    ),
    _cue(
        "feature",
        "describes a bodily feature",
        "what they look like",
        r"tattoos?|scars?|wheelchair|one (?:leg|arm|eye)|bald|beard|red ?hair|ginger|accent|huge|obese"
        r"|teeth|glasses|limp",
        CLIENT,
        FAMILY,
        PLACE,
    ),
)

_NAME = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Master|Sgt|DC|PC)\.? [A-Z]\w+)"
    r"|(?:\b(?:[Cc]lient|[Pp]atient|[Pp]upil|[Ss]tudent|[Rr]esident|little|[Ll]ittle|called|named"
    r"|old) [A-Z][a-z]{2,}\b)"
    r"|(?:\b(?:my|our|with|for|thanks?|to|and|is|bless) (?:[A-Z][a-z]{2,} [A-Z][a-z]{2,})\b)"
    r"|(?:\b[A-Z]\.(?:[A-Z]\.)?(?= |$))|(?:(?<=\s)@\w{2,})"
)
_PLACE = re.compile(
    r"\b(?:in|at|from|near|to|outside) (?:the )?(?:[A-Z][\w'’]+(?: [A-Z][\w'’]+)*"
    r"(?: (?:Road|Rd|Street|St|Lane|Avenue|Ave|School|Hospital|Court|House|Ward|Unit|Prison|Centre"
    r"|Center|Clinic|Church|Park))?)"
    r"|\b(?:ward|bay|bed|room|wing|unit|block|court(?:room)?) (?:no\.? ?)?\d+\w?\b"
)
_GIVEN = re.compile(rf"(?<![\w@#])(?:{'|'.join(sorted(GIVEN_NAMES))})(?!\w)")
GIVEN_CUE = Cue("given", "gives a first name", "a first name", _GIVEN, (FAMILY,))
NAME_CUE = Cue("name", "gives a name, initials or a tag", "a name or initials", _NAME, (ANYONE,))
PLACE_CUE = Cue("place", "names a place", "where it was", _PLACE, (PLACE,))
ALL_CUES: tuple[Cue, ...] = (NAME_CUE, GIVEN_CUE, PLACE_CUE, *CUES)
CUE_NAMES: tuple[str, ...] = tuple(cue.name for cue in ALL_CUES)

MOST_CHARACTERS = 20_000
_STRAIGHT = str.maketrans({"’": "'", "‘": "'"})


@lru_cache(maxsize=1 << 15)
def cues_in(text: str) -> frozenset[str]:
    """Return the names of the cues in the text. Remembered: a text is asked about more than once, and it takes long."""
    plain = text[:MOST_CHARACTERS].translate(_STRAIGHT)
    return frozenset(cue.name for cue in ALL_CUES if cue.pattern.search(plain))


def cue_features(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return (n texts, cues), 1 where a text has one: what the cues say to the classifier."""
    found = np.zeros((len(texts), len(_COLUMNS)), dtype=np.float32)
    for row, text in enumerate(texts):
        found[row, [_COLUMNS[name] for name in cues_in(text)]] = 1
    return found


_COLUMNS: dict[str, int] = {name: place for place, name in enumerate(sorted(CUE_NAMES))}


def recognisers(names: Iterable[str]) -> tuple[str, ...]:
    """Return who could recognise a post by these cues, nearest first."""
    held = set(names)
    found = {who for cue in ALL_CUES if cue.name in held for who in cue.who}
    return tuple(who for who in WHO_ORDER if who in found)

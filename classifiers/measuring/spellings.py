"""British and American spellings of the words that posts are made of.

Only pairs that mean the same wherever they stand: *practise*, *program* and *judgment* are left out, since each is
right on both sides of the water for one of its meanings, and *grey*, since it is a name.
"""

import re
from functools import cache

PAIRS: tuple[tuple[str, str], ...] = (
    ("mum", "mom"),
    ("mums", "moms"),
    ("mummy", "mommy"),
    ("counsellor", "counselor"),
    ("counsellors", "counselors"),
    ("counselling", "counseling"),
    ("behaviour", "behavior"),
    ("behaviours", "behaviors"),
    ("behavioural", "behavioral"),
    ("colour", "color"),
    ("colours", "colors"),
    ("favourite", "favorite"),
    ("favourites", "favorites"),
    ("neighbour", "neighbor"),
    ("neighbours", "neighbors"),
    ("neighbourhood", "neighborhood"),
    ("honour", "honor"),
    ("honoured", "honored"),
    ("humour", "humor"),
    ("labour", "labor"),
    ("rumour", "rumor"),
    ("rumours", "rumors"),
    ("centre", "center"),
    ("centres", "centers"),
    ("theatre", "theater"),
    ("theatres", "theaters"),
    ("paediatric", "pediatric"),
    ("paediatrics", "pediatrics"),
    ("paediatrician", "pediatrician"),
    ("anaesthetic", "anesthetic"),
    ("anaesthetist", "anesthetist"),
    ("haemorrhage", "hemorrhage"),
    ("diarrhoea", "diarrhea"),
    ("gynaecology", "gynecology"),
    ("orthopaedic", "orthopedic"),
    ("realise", "realize"),
    ("realised", "realized"),
    ("recognise", "recognize"),
    ("recognised", "recognized"),
    ("recognisable", "recognizable"),
    ("apologise", "apologize"),
    ("apologised", "apologized"),
    ("organise", "organize"),
    ("organised", "organized"),
    ("organising", "organizing"),
    ("hospitalised", "hospitalized"),
    ("traumatised", "traumatized"),
    ("stabilised", "stabilized"),
    ("anonymised", "anonymized"),
    ("organisation", "organization"),
    ("cancelled", "canceled"),
    ("cancelling", "canceling"),
    ("travelled", "traveled"),
    ("travelling", "traveling"),
    ("jewellery", "jewelry"),
    ("defence", "defense"),
    ("offence", "offense"),
    ("offences", "offenses"),
    ("pyjamas", "pajamas"),
    ("tyre", "tire"),
    ("tyres", "tires"),
    ("arse", "ass"),
    ("enrol", "enroll"),
    ("enrolment", "enrollment"),
    ("fulfil", "fulfill"),
    ("manoeuvre", "maneuver"),
    ("sceptical", "skeptical"),
    ("analyse", "analyze"),
    ("paralysed", "paralyzed"),
    ("foetal", "fetal"),
    ("oestrogen", "estrogen"),
    ("learnt", "learned"),
    ("whilst", "while"),
)
AMERICAN, BRITISH = dict(PAIRS), {american: british for british, american in PAIRS}
_ONE_WAY = {"tire", "tires", "ass", "while", "learned"}  # common words of their own: never taken for the American form


def american(text: str) -> str:
    """Return the text with British spellings as an American would write them."""
    return _respelt(text, british=True)


def british(text: str) -> str:
    """Return the text with American spellings as a Briton would write them."""
    return _respelt(text, british=False)


def _respelt(text: str, *, british: bool) -> str:
    table = AMERICAN if british else {word: other for word, other in BRITISH.items() if word not in _ONE_WAY}
    return _pattern(tuple(table)).sub(lambda found: _in_case_of(found[0], table[found[0].lower()]), text)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@#])(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def _in_case_of(written: str, word: str) -> str:
    if written.isupper():
        return word.upper()
    return word.capitalize() if written[0].isupper() else word

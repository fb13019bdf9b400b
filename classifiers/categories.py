"""The names of categories, severities and tiers, once. Everything a person reads about them is here too."""

from typing import NamedTuple


class Category(NamedTuple):
    """`label` stands on the card; `meaning` in the report's glossary."""

    label: str
    meaning: str


CATEGORIES: dict[str, Category] = {
    "identifies_client": Category(
        "Points to a client",
        "A name, initials, a tag, a picture, or a job, street or relation that few people share.",
    ),
    "client_detail": Category(
        "Tells something of one client",
        "An event, age, condition, words or outcome of one client, visit, case or pupil, even kindly, even unnamed.",
    ),
    "proceedings": Category(
        "Comments on a case or hearing",
        "A trial, hearing, inquest, investigation or complaint that you have a part in.",
    ),
    "disparages_clients": Category(
        "Could sound disrespectful of clients",
        "Venting, mockery, or relief that somebody did not come. Read out later, it can sound like an attitude.",
    ),
    "whereabouts": Category(
        "Says where or when somebody is seen",
        "A visit, appointment or hearing with its place or time, or a check-in there.",
    ),
    "fitness": Category(
        "Raises a doubt about being fit for work",
        "Hungover, drunk, asleep, unprepared, or records skipped, even as a joke.",
    ),
    "boundaries": Category(
        "Shows a relation beyond the professional one",
        "Friending, gifts, favours, testimonials, individual advice given in public.",
    ),
    "workplace": Category(
        "Gives away what belongs to the workplace",
        "A colleague's health or discipline, an incident, records, screens, security, a staff meeting.",
    ),
}
NAMES: tuple[str, ...] = tuple(CATEGORIES)

SEVERITIES: dict[int, str] = {
    0: "nothing to look at",
    1: "worth reading again",
    2: "somebody could be recognised, or it could count against you",
    3: "the most serious: read this one first",
}

LOOK_FIRST, LOOK, ORDINARY = "look-first", "look", "ordinary"
TIERS: dict[str, str] = {
    LOOK_FIRST: "Look at these first",
    LOOK: "Worth a look",
    ORDINARY: "Ordinary",
}

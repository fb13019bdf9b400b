"""Tables of labels and values, the shape that Facebook uses in more and more pages since 2023.

Labels are in the account's language: every value that may be words is the person's, whatever its label; a label or
coordinates beside it only take out what is surely something else.
"""

from dataclasses import dataclass, field
from datetime import datetime

from audit.parsers._facebook.labels import ROLES
from audit.parsers._facebook.posts import AUDIENCES
from audit.parsers._facebook_html.parts import Parts, Row
from audit.parsers._facebook_html.words import is_coordinates, is_facebook, is_technical
from audit.parsers._local_dates import LocalDates

_QUESTIONS = frozenset((
    "question", "frage", "pregunta", "pergunta", "domanda", "vraag", "spørgsmål", "spørsmål", "fråga", "kysymys",
    "pytanie", "otázka", "kérdés", "întrebare", "soru", "ερώτηση", "вопрос", "питання", "問題", "问题", "質問", "질문",
    "câu hỏi", "pertanyaan", "سؤال", "שאלה", "प्रश्न",
))  # fmt: skip
_SWITCHES = frozenset(("true", "false"))


@dataclass(slots=True)
class Told:
    """What the rows of an entry tell beside its parts."""

    moment: datetime | None = None
    answered: str = ""
    audience: str = ""
    people: list[str] = field(default_factory=list)


def take_rows(parts: Parts, dates: LocalDates, owner: str) -> Told:
    """Move the values of the rows into the parts of the entry."""
    told = Told()
    places = _tables_of_places(parts.rows)
    for row in parts.rows:
        role = "place" if row.group in places else _role(row.label.strip(" :：?？").lower())
        for text in row.words:
            _take(text, role, parts, told, dates, owner)
        for address in row.links:
            if is_facebook(address) and not parts.url:
                parts.url = address
            elif address != parts.url and role != "place" and address not in parts.links:
                parts.links.append(address)
    return told


def _role(label: str) -> str:
    return "target" if label in _QUESTIONS else ROLES.get(label, "")


def _tables_of_places(rows: list[Row]) -> set[int]:
    """Return the inner tables that hold coordinates: what else stands in them is the place's name and address."""
    outer = min((row.group for row in rows), default=0)
    return {row.group for row in rows if row.group != outer and any(map(is_coordinates, row.words))}


def _take(text: str, role: str, parts: Parts, told: Told, dates: LocalDates, owner: str) -> None:
    moment = dates.read_alone(text).when
    if moment is not None:
        told.moment = told.moment or moment
    elif is_technical(text, dates) or text == owner or role == "nothing" or text.lower() in _SWITCHES:
        return
    elif role == "audience":
        told.audience = AUDIENCES.get(text.lower(), "")
    elif role == "target":
        told.answered = told.answered or text
    elif role == "group":
        parts.group = parts.group or text
    else:
        {"place": parts.places, "people": told.people}.get(role, parts.texts).append(text)

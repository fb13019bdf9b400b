"""Whose phone a chat came from. It never says so; what tells it beyond doubt is taken, and nothing is guessed.

What the person told comes first: their name with --me, or in a file `whatsapp-me.txt` beside the chats, as it stands
there (more names on more lines). Else: the messages that "you" deleted; in a chat between two, the one whose name the
chat does not bear. A name found so counts in the person's other chats too.
"""

import re
from collections import Counter
from collections.abc import Iterator

from audit.archive import Member, Unreadable
from audit.parsers._export import Account, Export
from audit.parsers._text_lines import told_lines
from audit.parsers._whatsapp.lines import plain_name
from audit.parsers._whatsapp.phrases import YOU
from audit.parsers._whatsapp.survey import Survey, same, surveyed

ME = r"(?:.*/)?whatsapp-me\.txt"
CHAT_FILE = r"(?!whatsapp-me\.txt)(?:_chat|[^/]*(?:whatsapp|واتساب)[^/]*)(?: ?\(\d+\))?\.txt"  # without its folder
CHAT = rf"(?:.*/)?{CHAT_FILE}"
_NO_LETTERS = re.compile(r"[\W_]+")


def account(export: Export) -> Account:
    """Return whose chats these are: as told, else the one name that those chats tell which tell any."""
    if told := told_names(export):
        return Account("\n".join(told), "", told[0])
    if not export.messages:
        return Account()  # nothing will be read, so nothing is looked through
    found: Counter[str] = Counter()
    for member in chats(export):
        if survey := survey_if_readable(member, export):
            own = _said(survey, export) or own_by_chat(survey)
            found.update(survey.shown.get(name, name) for name in own if name not in YOU)
    return Account(next(iter(found)), "", next(iter(found))) if len(found) == 1 else Account()


def own_names(survey: Survey, export: Export) -> frozenset[str]:
    """Return the names of the person in this chat, as `same` compares them; none where that cannot be told."""
    if said := _said(survey, export):
        return said
    known = frozenset(map(same, filter(None, export.account.native_id.split("\n"))))
    there = known & (survey.senders.keys() | survey.made)
    return there if told_names(export) else own_by_chat(survey) or there


def _said(survey: Survey, export: Export) -> frozenset[str]:
    """Return the names in this chat that the person said are theirs, wherever they said it; "you" goes with them."""
    if not export.me:
        return frozenset()
    said = frozenset(name for name in survey.senders.keys() | survey.made if export.me.knows(name))
    return said | (YOU & survey.senders.keys()) if said else frozenset()


def own_by_chat(survey: Survey) -> frozenset[str]:
    """Return what this chat alone tells. Where its signs disagree it tells nothing."""
    you = frozenset(YOU & survey.senders.keys())
    names = {name for name in (*survey.deleters, *_beside_the_title(survey)) if name not in YOU}
    return you | names if len(names) <= 1 else frozenset()


def told_names(export: Export) -> list[str]:
    """Return the names that the person put down for us."""
    if "told" not in export.kept:
        told = (told_lines(member, plain_name, longest=120) for _, member in export.find(ME))
        export.kept["told"] = [name for names in told for name in names]
    found: list[str] = export.kept["told"]
    return found


def _beside_the_title(survey: Survey) -> Iterator[str]:
    """Yield the other one of two, where the chat is called by one of them; the only one, in a chat with oneself."""
    title = _letters(survey.title)
    if survey.group or not title:
        return
    named = [name for name in survey.senders if _letters(name) == title]
    if survey.yourself and len(survey.senders) == 1:
        yield from named
    elif len(survey.senders) == 2 and len(named) == 1:
        yield from (name for name in survey.senders if name not in named)


def _letters(name: str) -> str:
    """Return letters and digits alone: names of files lose the rest."""
    return _NO_LETTERS.sub("", plain_name(name).casefold())


def survey_if_readable(member: Member, export: Export) -> Survey | None:
    """Return what the chat tells, if it can be read."""
    try:
        return surveyed(member, export)
    except (Unreadable, OSError):
        return None


def chats(export: Export) -> Iterator[Member]:
    """Yield the chats of an export."""
    return (member for _, member in export.find(rf"(?:again/)*{CHAT}"))

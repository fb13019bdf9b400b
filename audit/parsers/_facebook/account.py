"""Whose export it is: the profile, or where a part of an export lacks it, the name under the comments and in chats."""

import json
import re
from collections import Counter
from contextlib import suppress
from typing import Any

from audit.archive import Member, Unreadable
from audit.parsers._export import Account, Export
from audit.parsers._facebook.letters import Repair, is_broken
from audit.parsers._facebook.records import Found, raw_records
from audit.parsers._facebook.values import as_dict, as_text, elements

_PROFILE = r"(?:.*/)?profile_information/profile_information\.json"
_ZONE = r"(?:.*/)?location/timezone\.json"
_COMMENTS = r"(?:.*/)?(?:comments(?:_and_reactions)?/comments|groups/your_comments_in_groups)[^/]*\.json"
_THREADS = r"(?:.*/)?(?:messages/.+/message(?:_\d+)?|again/.*|encrypted_chats/.*)\.json"
_NUMBER = re.compile(r"[?&]id=(\d+)")
_AUTHOR = re.compile(rb'"author"\s*:\s*("(?:[^"\\]|\\.){1,400}")')
_MOST_THREADS = 60
_MOST_OF_A_THREAD = 8 << 20  # bytes


def account(export: Export) -> Account:
    """Return what the export says of the person. Handles are left out: Facebook shows names."""
    zone = _time_zone(export)
    for _, member in export.find(_PROFILE):
        with suppress(Unreadable, OSError):
            found = _from_profile(profile_in(member), zone)
            if found.name:
                return found
    return Account(name=_name_at_comments(export) or _name_in_chats(export), time_zone=zone)


def profile_in(member: Member) -> dict[str, Any]:
    """Return the profile object, repaired, empty if there is none. Raises Unreadable if the file is no JSON."""
    for found in raw_records(member):
        if isinstance(found, Found) and found.key.startswith("profile"):
            return as_dict(found.value)
    return {}


def _from_profile(profile: dict[str, Any], zone: str) -> Account:
    name = as_dict(profile.get("name"))
    url = as_text(profile.get("profile_uri"))
    number = _NUMBER.search(url)
    jobs = [as_dict(job) for job in elements(profile.get("work_experiences"))]
    about = [as_text(profile.get("about_me"))]
    about += [", ".join(filter(None, (as_text(job.get("title")), as_text(job.get("employer"))))) for job in jobs]
    return Account(
        native_id=number[1] if number else "",
        name=as_text(name.get("full_name")) or as_text(profile.get("name")),
        url=url,
        time_zone=zone,
        about="\n".join(filter(None, about)),
    )


def _time_zone(export: Export) -> str:
    """Read `{"timezone_v2": "Europe/London"}`, or since 2023 the same as label and value."""
    for _, member in export.find(_ZONE):
        with suppress(Unreadable, OSError):
            for found in raw_records(member):
                zone = _zone_in(found.value) if isinstance(found, Found) else ""
                if zone:
                    return zone
    return ""


def _zone_in(value: Any) -> str:
    text = as_text(value) or as_text(as_dict(value).get("value"))
    return text if re.fullmatch(r"[A-Z][A-Za-z_]+/[A-Za-z_/+-]+\d*|UTC", text) else ""


def _name_at_comments(export: Export) -> str:
    """The comments file holds only the person's own."""
    for _, member in export.find(_COMMENTS):
        names = Counter(_AUTHOR.findall(member.head(1 << 16)))
        if names:
            return as_text(_loaded(names.most_common(1)[0][0], member))
    return ""


def _loaded(quoted: bytes, member: Member) -> Any:
    try:
        return Repair(is_broken(member))(json.loads(quoted))
    except ValueError:
        return ""


def _name_in_chats(export: Export) -> str:
    """The person is who takes part in every chat, and whom no chat of two is named after."""
    taking_part: Counter[str] = Counter()
    threads = 0
    for _, member in list(export.find(_THREADS))[:_MOST_THREADS]:
        people, title = _people_of(member)
        if people:
            threads += 1
            taking_part.update(people if len(people) != 2 else people - {title})
    first, second = [*taking_part.most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] == threads and first[1] > second[1] else ""


def _people_of(member: Member) -> tuple[set[str], str]:
    """Return who takes part in a chat, and its name."""
    people: set[str] = set()
    title = ""
    try:
        if member.size > _MOST_OF_A_THREAD:
            return people, title
        for found in raw_records(member):
            if not isinstance(found, Found):
                continue
            if found.key == "participants":
                people.add(as_text(found.value) or as_text(as_dict(found.value).get("name")))
            elif found.key in ("title", "threadName", "thread_name"):
                title = as_text(found.value)
    except (Unreadable, OSError):
        return set(), ""
    return people - {""}, re.sub(r"_\d+$", "", title)

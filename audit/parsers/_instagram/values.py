"""Which of a record's values are the person's words, and which an account's name. Labels are in the account's language.

Instagram writes `{"Comment": {"value": …}, "Media Owner": {"value": …}, "Time": {"timestamp": …}}` with labels in some
forty languages. What a value looks like decides first; stems of the labels help where that is not enough.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from audit.parsers._facebook.values import as_text, elements, first_time

Pair = tuple[str, str]  # label, value

_ACCOUNT = re.compile(r"[a-z0-9._]{1,30}")
_SURELY_ACCOUNT = re.compile(r"(?=.*[._\d])(?=.*[a-z])[a-z0-9._]{1,30}")
_HANDLE = re.compile(r"(?<![\w.@/])@([A-Za-z0-9._]{1,30})(?!\w)")
_SWITCHES = ("True", "False")
_GONE = ("deleted", "true", "yes")
_DELETION = re.compile(r"deletion|deleted", re.IGNORECASE)
_OWNERS = ("media owner", "owner", "user", "username", "user name", "author", "account")
_OWNER = re.compile(
    r"\bowner|\bauthor|\buser|\baccount|eigenaar|gebruiker|auteur|inhaber|besitzer|eigentümer|nutzer|propri[eé]t"
    r"|utilisateur|usuario|propietari|utente|usuário|ejer|bruger|ägare|användar|\beier|bruker|omistaja|käyttäjä"
    r"|właściciel|użytkownik|vlastník|uživatel|tulajdonos|felhasználó|sahib|kullanıcı|proprietar|utilizator|ιδιοκτ"
    r"|χρήστη|владел|автор|пользовател|власник|користувач|所有者|擁有|拥有|使用者|用户|ユーザ|소유|사용자"
    r"|chủ sở hữu|người dùng|เจ้าของ|ผู้ใช้|pemilik|pengguna|مالك|المستخدم|בעל|משתמש|स्वामी|उपयोगकर्ता",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"comment|kommentar|opmerking|reactie|comentari|commento|comentário|kommentti|komentarz|komentář|hozzászólás|yorum"
    r"|comentariu|σχόλιο|комментар|коментар|评论|評論|留言|コメント|댓글|bình luận|ความคิดเห็น|komen\b|تعليق|תגובה"
    r"|टिप्पणी|\bquestion|\banswer|\breply|\bnote\b|\btext\b|\bcaption",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """What a record's values tell."""

    words: list[str]
    owner: str = ""  # the account whose picture, story or post it was
    deleted: bool = False


class Entries(NamedTuple):
    """The labels and values of a record. `odd`: something else stands where text belongs."""

    pairs: list[Pair]
    moment: datetime | None
    odd: bool


def is_account(text: str) -> bool:
    """Say whether the text may be an account's name. So may a word in small letters."""
    return _ACCOUNT.fullmatch(text) is not None


def handles_in(text: str) -> tuple[str, ...]:
    """Return the accounts that the text mentions, each once."""
    if "@" not in text:
        return ()
    names = (name.rstrip(".") for name in _HANDLE.findall(text))
    return tuple(dict.fromkeys(name for name in names if name))


class _Label(NamedTuple):
    """What a label says of its value."""

    owner: bool  # for certain
    maybe_owner: bool
    comment: bool
    deletion: bool


@lru_cache(500)
def _label(label: str) -> _Label:
    return _Label(
        owner=label.strip(" :：").lower() in _OWNERS,
        maybe_owner=bool(_OWNER.search(label) and not _COMMENT.match(label)),
        comment=bool(_COMMENT.search(label)),
        deletion=bool(_DELETION.search(label)),
    )


def told_by(pairs: Iterable[Pair], *, ordered: bool) -> Told:
    """Return words and owner. `ordered`: the comment stands before the owner, as in JSON; pages have any order."""
    owner, deleted = "", False
    rest: list[Pair] = []
    for label, value in pairs:
        says = _label(label)
        if says.deletion and len(value) < 20:
            deleted = value.lower() in _GONE
        elif not owner and (says.owner or (says.maybe_owner and len(value.split()) == 1)):
            owner = value
        elif value not in _SWITCHES or says.comment:
            rest.append((label, value))
    if not owner and len(rest) > 1:
        owner = _owner_by_shape(rest, ordered=ordered)
        at = [value for _, value in rest].index(owner) if owner else len(rest)
        if at == 0 and not _SURELY_ACCOUNT.fullmatch(owner):
            at = len(rest)  # it may be a word: kept as well
        rest = rest[:at] + rest[at + 1 :]
    return Told([value for _, value in rest], owner, deleted)


def _owner_by_shape(rest: Sequence[Pair], *, ordered: bool) -> str:
    if any(_label(label).comment for label, _ in rest):
        return next((value for label, value in rest if not _label(label).comment and is_account(value)), "")
    first = rest[0][1]
    later = next((value for _, value in rest[1:] if is_account(value) and value != first), "")
    if later and (ordered or not is_account(first)):
        return later
    return first if not later and is_account(first) else ""


def entries_in(record: dict[str, Any]) -> Entries:
    """Return what `string_map_data`, or `label_values`, holds."""
    pairs: list[Pair] = []
    moments: list[datetime] = []
    odd = False
    mapped = record.get("string_map_data")
    if isinstance(mapped, dict):
        for label, entry in mapped.items():
            odd |= _take(label, entry, pairs, moments)
    else:
        odd = mapped is not None
    for node in elements(record.get("label_values")):
        odd |= _take_label(node, pairs, moments)
    moment = moments[0] if moments else first_time(record, "timestamp", "creation_timestamp")
    return Entries(pairs, moment, odd)


def first_link(record: dict[str, Any]) -> str:
    """Return the first address beside the values of a map."""
    mapped = record.get("string_map_data")
    entries = mapped.values() if isinstance(mapped, dict) else ()
    links = (as_text(entry.get("href")) for entry in entries if isinstance(entry, dict))
    return next((link for link in links if link.startswith(("https://", "http://"))), "")


def _take(label: str, entry: Any, pairs: list[Pair], moments: list[datetime]) -> bool:
    """Take in one entry of a map. Say whether it is odd."""
    if isinstance(entry, str):
        pairs.extend([(label, entry.strip())] if entry.strip() else ())
        return False
    if not isinstance(entry, dict):
        return entry is not None
    value = entry.get("value")
    if text := as_text(value):
        pairs.append((label, text))
    for key in ("timestamp", "timestamp_value"):
        if entry.get(key) and (moment := first_time(entry, key)):
            moments.append(moment)
    return not isinstance(value, str | None)


def _take_label(node: Any, pairs: list[Pair], moments: list[datetime]) -> bool:
    """Take in a node of a tree of labels. Say whether it is odd."""
    if not isinstance(node, dict):
        return node is not None
    odd = _take(as_text(node.get("label")) or as_text(node.get("title")), node, pairs, moments)
    for key in ("dict", "vec"):
        for inner in elements(node.get(key)):
            odd |= _take_label(inner, pairs, moments)
    return odd

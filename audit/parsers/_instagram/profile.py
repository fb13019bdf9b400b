"""Whose export it is, and the words of the profile: the bio of today, and those that were replaced."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime

from audit.archive import Member, Unreadable
from audit.parsers._export import Account, Export
from audit.parsers._facebook import FacebookPost
from audit.parsers._facebook.account import account as facebook_account
from audit.parsers._facebook.posts import NOT_AS_EXPECTED
from audit.parsers._facebook.records import Found
from audit.parsers._facebook.values import each_once, is_address, is_words
from audit.parsers._facebook_html.entries import Loose, TooDeep, entries_of, opened
from audit.parsers._facebook_html.entry import EntryReader
from audit.parsers._instagram.records import read_each
from audit.parsers._instagram.values import Pair, entries_in, handles_in, is_account
from audit.parsers._local_dates import LocalDates
from audit.posts import Post, Unread

PROFILE = r"(?:.*/)?(?:(?:personal|account)_information/|threads/)?personal_information\.(?:json|html?)"
OLD_PROFILE = r"profile\.json"
_FEWEST_WORDS = 3  # a value under a label that nobody knows is a bio from here on; shorter ones are names
_BIO = re.compile(
    r"\bbio|biyografi|steckbrief|βιογρ|^biogr|биогр|біогр|简介|簡介|自己紹介|소개|tiểu sử|ประวัติ|السيرة|نبذة|ביוגרפ"
    r"|बायो|परिचय|bemutatkoz|\bo mnie\b|\bopis\b|\babout",
    re.IGNORECASE,
)
_USER = re.compile(
    r"user.?name|gebruikersnaam|benutzername|nutzername|nom d.utilisateur|nombre de usuario|nome utente"
    r"|nome de us|brugernavn|brukernavn|användarnamn|käyttäjätunnus|nazwa użytkownika|uživatelské|felhasználónév"
    r"|kullanıcı adı|όνομα χρήστη|имя пользов|用户名|用戶名稱|使用者名稱|ユーザーネーム|사용자 ?이름|tên người dùng",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"^(?:full )?name$|^(?:voll\w+ )?naam$|^nom$|^nombre$|^nome$|^navn$|^namn$|^nimi$|^imię|^jméno|^név$|^nume$"
    r"|^ad(?:ı)?$|^όνομα$|^имя$|^ім.я$|^姓名|^名称|^名稱|^名前|^氏名|^이름|^tên$|^ชื่อ$|^nama$|^الاسم$|^שם$|^नाम$",
    re.IGNORECASE,
)
_NO_BIO = re.compile(r"mail|phone|gender|birth|date|photo|picture|private|password|address|country|city", re.IGNORECASE)
_ACCESSIBLE = re.compile(r"private.?account", re.IGNORECASE)


def bio_in(pairs: Sequence[Pair]) -> str:
    """Return the bio: what stands under its label, or, under labels that nobody knows, what is long enough."""
    named = [value for label, value in pairs if _BIO.search(label)]
    return "\n\n".join(each_once(named or filter(None, (_long_enough(label, value) for label, value in pairs))))


def _long_enough(label: str, value: str) -> str:
    known = _NAME.search(label) or _USER.search(label) or _NO_BIO.search(label)
    return value if not known and is_words(value) and len(value.split()) >= _FEWEST_WORDS else ""


def profile_posts(place: str, pairs: Sequence[Pair], export: Export) -> Iterator[Post]:
    """Yield the bio, with the link that stands beside it."""
    if any(_ACCESSIBLE.search(label) and value == "True" for label, value in pairs):
        export.counted["private"] += 1
    if text := bio_in(pairs):
        link = next((value for _, value in pairs if is_address(value) and value.lower().startswith("http")), "")
        yield FacebookPost(kind="bio", text=text, source=place, link_url=link, people=handles_in(text))


def changed_posts(place: str, pairs: Sequence[Pair], moment: datetime | None) -> Iterator[Post]:
    """Yield the bios that a change of the profile names: the new one with its time, and the one before.

    Three values: what was changed, what it was, what it is now. Names, addresses and numbers are passed over.
    """
    if not pairs:
        return
    what, *values = pairs if len(pairs) > 1 else [("", ""), *pairs]
    is_bio = bool(_BIO.search(what[1]) or _BIO.search(what[0]))
    for position, (_, value) in enumerate(values):
        if is_bio or _long_enough(what[1], value):
            newest = position == len(values) - 1
            yield FacebookPost(
                kind="bio",
                text=value,
                posted_at=moment if newest else None,
                source=place,
                state="earlier version",
                people=handles_in(value),
            )


def read_profile_record(found: Found, export: Export) -> Iterator[Post | Unread]:
    """Yield the bio of a profile record: labels and values, or until 2020 plain keys."""
    pairs, _, odd = _pairs_of(found)
    if odd:
        yield Unread(found.place, NOT_AS_EXPECTED)
    yield from profile_posts(found.place, pairs, export)


def read_change(found: Found) -> Iterator[Post | Unread]:
    """Yield the bios of one change of the profile."""
    pairs, moment, odd = _pairs_of(found)
    if odd:
        yield Unread(found.place, NOT_AS_EXPECTED)
    yield from changed_posts(found.place, pairs, moment)


def _pairs_of(found: Found) -> tuple[list[Pair], datetime | None, bool]:
    record = found.value
    if not isinstance(record, dict):
        return [], None, True
    if "string_map_data" in record or "label_values" in record:
        entries = entries_in(record)
        return entries.pairs, entries.moment, entries.odd
    flat = [(key, value.strip()) for key, value in record.items() if isinstance(value, str) and value.strip()]
    odd = any(_BIO.search(key) and not isinstance(value, str | None) for key, value in record.items())
    return [(_spelt(key), value) for key, value in flat], None, odd


def _spelt(key: str) -> str:
    return key.replace("_", " ")


# --- whose export it is -----------------------------------------------------------------------------------------------


def account(export: Export) -> Account:
    """Return what the profile says; where a part of an export lacks it, the name that takes part in every chat."""
    for pattern in (PROFILE, OLD_PROFILE):
        for _, member in export.find(pattern):
            with suppress(Unreadable, OSError):
                found = _account_in(_all_pairs(member))
                if found.shown:
                    return found
    return Account(name=facebook_account(export).name)


def _account_in(pairs: Sequence[Pair]) -> Account:
    handle = next((value for label, value in pairs if _USER.search(label) and is_account(value)), "")
    name = next((value for label, value in pairs if _NAME.search(label.strip())), "")
    if not handle:
        likely = (value for _, value in pairs if is_account(value) and re.search(r"[a-z].*[._\d]|[._].*[a-z]", value))
        handle = next(likely, "")
    return Account(handle=handle, name=name, about=bio_in(pairs))


def _all_pairs(member: Member) -> list[Pair]:
    pairs: list[Pair] = []
    if is_page(member):
        return [pair for rows in page_rows(member) for pair in rows]

    def take(found: Found) -> Iterable[Post | Unread]:
        pairs.extend(_pairs_of(found)[0])
        return ()

    for _ in read_each(member, take):
        pass
    return pairs


def is_page(member: Member) -> bool:
    """Say whether the file is HTML, whatever its name."""
    return member.head(1024).replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<")


def page_rows(member: Member) -> Iterator[list[Pair]]:
    """Yield the labels and values of every entry of a page."""
    with member.open() as stream:
        page = opened(stream)
        reader = EntryReader(LocalDates(sample=page.sample()))
        for entry in entries_of(page):
            if not isinstance(entry, Loose | TooDeep):
                parts = reader.read(entry)
                yield [(row.label, "\n".join(row.words or row.links)) for row in parts.rows]

"""LinkedIn's small tables: the profile and its parts, recommendations, notes, searches, answers, coaches.

Each is told in one `Words`: which columns are the person's own words, and what stands around them. What a job, a school
or a project began and ended on is not when its words were written: profile words have no time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from audit.archive import Member, Unreadable
from audit.parsers._csv import Broken, Row, table
from audit.parsers._export import Export, Reader
from audit.parsers._linkedin import repaired, web_address
from audit.parsers._linkedin.messages import Owner, plain_text, profile
from audit.parsers._linkedin.times import moment
from audit.posts import Post, Unread, distinct

CUT_OFF = "the row is cut off, or is none"
_NOTHING = ("n/a", "-")  # what LinkedIn writes for "none"
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+")


@dataclass(slots=True, frozen=True)
class Words:
    """Where the words of a table stand, columns by their letters; of several columns the first that is filled counts.

    `own` are joined into one text, or with `apart` are a post each; `like` finds more of them by name. `people` are
    the parts of one name.
    """

    kind: str
    own: tuple[str, ...]
    audience: str = "public"
    apart: bool = False
    like: str = ""
    headline: tuple[str, ...] = ()
    container: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    only: tuple[str, str] = ("", "")  # a column and the pattern that it must match
    shown: str = ""  # the column that says VISIBLE
    no_addresses: bool = False  # forms and CVs hold e-mail addresses, which are nobody's words


def reader(words: Words) -> Reader:
    """Return a reader of tables that hold such words."""

    def read_fields(member: Member, export: Export) -> Iterator[Post | Unread]:
        known = words.own or ("creationtime", "marketplacetype")
        with member.open() as stream:
            for row in table(stream, known, text=known[-1]):
                if isinstance(row, Broken):
                    yield Unread(f"[{row.place}]", row.reason)
                elif not row.cells.keys() & set(known):
                    yield Unread(f"[{row.place}]", CUT_OFF)
                elif re.fullmatch(words.only[1] or ".*", row.get(words.only[0]), re.IGNORECASE | re.DOTALL):
                    yield from _posts(row, words, export)

    return read_fields


PROFILE = Words("bio", ("headline", "summary"), apart=True)
SUMMARY = Words("bio", ("profilesummary",))
POSITIONS = Words("bio", ("title", "description"), container=("companyname",))
PROJECTS = Words("bio", ("title", "description"), link=("url",))
PUBLICATIONS = Words("bio", ("name", "description"), container=("publisher",), link=("url",))
HONORS = Words("bio", ("title", "description"), container=("issuer",))
VOLUNTEERING = Words("bio", ("role", "title", "description"), container=("companyname", "organization"))
EDUCATION = Words("bio", ("notes", "activities"), container=("schoolname",))
NAMED = Words("bio", ("name", "title", "position", "description"))  # courses, organizations, patents, test scores
SEEKER = Words("bio", ("introductionstatement", "semanticpreferences"), "unknown", apart=True)
PROVIDERS = Words(
    "bio",
    (),
    like="descri|about|introduc|overview|summary|biograph|answer|message|detail",
    container=("secondaryservicecategory", "toplevelservicecategory", "profinderservicecategory"),
)
GIVEN = Words(
    "review",
    ("text",),
    people=("firstname", "lastname"),
    container=("company",),
    date=("creationdate",),
    shown="status",
)
NOTES = Words(
    "note",
    ("note",),
    "private",
    people=("connectionfirstname", "connectionlastname"),
    date=("createdon", "editedon"),
)
SEARCHES = Words("note", ("searchquery", "query"), "private", date=("time", "date", "searchdate"))
LEARNING = Words(
    "note",
    ("notestakenonvideosiftaken", "notestakenonvideos", "notes"),
    "private",
    container=("contenttitle",),
    date=("contentlastwatcheddateifviewed",),
)
ANSWERS = Words("answer", ("answer",), "private", headline=("question",), no_addresses=True)
APPLICATIONS = Words(
    "answer",
    ("questionandanswers",),
    "private",
    container=("companyname",),
    date=("applicationdate",),
    no_addresses=True,
)
RESUMES = Words("note", ("privateidentityassetrawtext",), "private", no_addresses=True)
EVENTS = Words(
    "event",
    ("eventname",),
    "unknown",
    link=("externalurl",),
    date=("eventtime",),
    only=("status", ".*(organi[sz]|host|creat|own).*"),
)
POSTINGS = Words(
    "listing",
    ("jobtitle", "title", "jobdescription", "description"),
    container=("companyname", "company"),
    date=("createddate", "createdate", "postdate", "listdate", "date"),
)


def read_media(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield each picture, with the person's words for it. What hangs on a post without words is counted there."""
    has_shares = any(export.find(r"Shares.*\.(?:csv|tsv|txt)"))
    with member.open() as stream:
        for row in table(stream, {"medialink", "mediadescription", "link"}, text="mediadescription"):
            if isinstance(row, Broken):
                yield Unread(f"[{row.place}]", row.reason)
                continue
            text = row.get("mediadescription", "description")
            text = "" if text in _NOTHING else repaired(text, export.counted)
            if not text and has_shares and "feedshare" in row.get("medialink", "link"):
                continue
            at, day_only = moment(row.get("datetime", "date"))
            yield Post("caption", text, at, f"[{row.place}]", headline=row.get("datetime"), media=1, date_only=day_only)


def read_coach(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield what the member typed to LinkedIn's guides, coaches and role-plays: their own side of each conversation."""
    account = export.account
    owner = Owner(frozenset(filter(None, (profile(account.url),))), frozenset(filter(None, (account.name.casefold(),))))
    if re.match(rb"\W*No conversations found\s*$", member.head(100)):
        return
    with member.open() as stream:
        for row in table(stream, {"conversationid", "content"}, text="content"):
            if isinstance(row, Broken):
                yield Unread(f"[{row.place}]", row.reason)
            elif "content" not in row.cells:
                yield Unread(f"[{row.place}]", CUT_OFF)
            elif owner.wrote(row) or (not account.name and profile(row.get("senderprofileurl"))):
                at, day_only = moment(row.get("date"), utc=True)
                text = repaired(plain_text(row.get("content")), export.counted)
                post = Post("note", text, at, f"[{row.place}]", audience="private", date_only=day_only)
                post.container = row.get("conversationtitle", "subject")
                if text:
                    yield post


def about(export: Export) -> tuple[str, str]:
    """Return the member's name, and the headline, summary and present positions that tell their trade."""
    name, lines = "", list[str]()
    for row in _first_rows(export, "Profile", {"firstname", "headline", "summary"}):
        name = name or " ".join(filter(None, (row.get("firstname"), row.get("lastname"))))
        lines += [row.get("headline"), row.get("summary"), row.get("industry")]
    for row in _first_rows(export, "Positions", {"companyname", "title"}):
        if not row.get("finishedon", "enddate"):
            lines.append(", ".join(filter(None, (row.get("title"), row.get("companyname")))))
    return name, "\n".join(distinct(lines))


def _first_rows(export: Export, name: str, columns: set[str]) -> Iterator[Row]:
    for _, member in export.find(rf"{name}(?:_\d+)*(?: ?\(\d+\))?\.(?:csv|tsv|txt)"):
        try:
            with member.open() as stream:
                for row in table(stream, columns):
                    if isinstance(row, Row):
                        yield row
        except Unreadable:
            continue


def _posts(row: Row, words: Words, export: Export) -> Iterator[Post]:
    columns = words.own or tuple(name for name in row.cells if re.search(words.like, name))
    texts = distinct(row.get(name) for name in columns if row.get(name).lower() not in _NOTHING)
    at, day_only = moment(row.get(*words.date)) if words.date else (None, False)
    name = " ".join(filter(None, map(row.get, words.people)))
    seen = not words.shown or row.get(words.shown).upper() == "VISIBLE"
    for part, text in enumerate(texts if words.apart else ["\n\n".join(texts)] if texts else []):
        yield Post(
            words.kind,
            repaired(_EMAIL.sub("…", text) if words.no_addresses else text, export.counted),
            at,
            f"[{row.place}]" + (f".{part}" if part else ""),
            audience=words.audience if seen else "unknown",
            headline=row.get(*words.headline),
            container=row.get(*words.container),
            people=(name,) if name else (),
            link_url=web_address(row.get(*words.link)),
            date_only=day_only,
        )

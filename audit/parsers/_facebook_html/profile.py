"""The words of a profile page: what one says of oneself. Names, addresses and lists are nobody's words."""

from collections.abc import Iterator

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._facebook import FacebookPost, mentions_resolved
from audit.parsers._facebook_html.entries import Loose, TooDeep, entries_of, opened
from audit.parsers._facebook_html.entry import EntryReader
from audit.parsers._facebook_html.pages import Element, Page
from audit.parsers._facebook_html.parts import Row
from audit.parsers._facebook_html.words import is_link, is_technical, text_of
from audit.parsers._local_dates import LocalDates
from audit.posts import Post, Unread

_SHORTEST = 25  # letters: shorter values are names, places, choices
_NO_WORDS = frozenset((
    "name", "full name", "previous names", "other names", "vanity", "username", "registration date", "birthday",
    "email addresses", "emails", "phone numbers", "address", "current city", "hometown", "family", "family members",
    "languages", "groups", "friends", "websites", "screen names", "interests", "movies", "books", "music", "tv shows",
    "restaurants", "games", "sports teams", "athletes", "pages", "profile", "gender", "relationship status",
))  # fmt: skip


def read_profile(member: Member, _: Export) -> Iterator[Post | Unread]:
    """Yield each longer passage of the profile as a bio."""
    with member.open() as stream:
        page = opened(stream)
        dates = LocalDates(sample=page.sample())
        for place, (label, text) in enumerate(passages(page, dates)):
            if len(text) >= _SHORTEST and " " in text and not is_technical(text, dates):
                resolved, names = mentions_resolved(text)
                yield FacebookPost(
                    kind="bio", text=resolved, source=f"[{place}]", headline=label, people=tuple(dict.fromkeys(names))
                )


def passages(page: Page, dates: LocalDates) -> Iterator[tuple[str, str]]:
    """Yield (label, text) of all that stands on a profile page, but for lists of people and things liked."""
    reader = EntryReader(dates)
    if page.mark is None:
        for piece in page.pieces():
            yield from _of_old_tables(piece.root)
        return
    for found in entries_of(page):
        if isinstance(found, Loose):
            yield "", found.text
        elif not isinstance(found, TooDeep):
            parts = reader.read(found)
            yield from _of_rows(parts.rows)
            yield from ((parts.title, text) for text in (*parts.texts, *parts.captions) if not _is_list(parts.title))


def _of_rows(rows: list[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        if not _is_list(row.label):
            yield from ((row.label, text) for text in row.words if not is_link(text))


def _is_list(label: str) -> bool:
    return label.strip(" :").lower() in _NO_WORDS


def _of_old_tables(root: Element) -> Iterator[tuple[str, str]]:
    """Until mid 2018 the profile is a table with a heading in each row."""
    for row in root.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("th", "td")]
        label = text_of(cells[0]) if cells else ""
        for cell in cells[1:]:
            if not _is_list(label) and cell.find(".//li") is None:
                yield label, text_of(cell)

"""Google Maps: reviews, questions and answers, captions, and what the person noted on places.

Coordinates tell where somebody goes: they are never read. Two spellings of keys exist (`Star Rating`,
`five_star_rating_published`), and downloads of one kind of data have no `properties` around them.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from audit.archive import Member
from audit.parsers._csv import Broken as BrokenRow
from audit.parsers._export import Export
from audit.parsers._google import NOT_BUILT, address, object_in, own_words, text_in, time_in, words
from audit.parsers._google.tables import opened
from audit.parsers._json import Broken, Record, records
from audit.parsers._json_walk import Found, Way, walked
from audit.parsers._keys import bare, by_name
from audit.parsers._text_lines import Lines
from audit.posts import Post, Unread, distinct

_FEATURE = frozenset(("properties", "geometry"))
_RATING = ("fivestarratingpublished", "starrating", "fivestarrating", "rating")
_REVIEW = ("reviewtextpublished", "reviewcomment", "reviewtext", "review")
_QUESTION = re.compile(r"question(?:text)?(?:published)?")
_GIVEN = re.compile(  # names of Google's own
    r"home|work|zuhause|arbeit|thuis|werk|domicile|maison|travail|casa|trabajo|lavoro|want to go"
    r"|favou?rites?(?: places)?|starred places|travel plans|default list|merkliste|favoriten|möchte ich hin|favorieten"
    r"|wil ik naartoe|favoris|favoritos|preferiti|saved places?",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"answer(?:text)?(?:published)?|response|reply")


def read_reviews(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield every review; where only stars were given, they are the words."""
    yield from _features(member, _review)


def read_saved(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield what the person noted on places that were saved; a place without a note is no post."""
    yield from _features(member, _noted)


def read_labels(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the names that the person gave to places."""
    yield from _features(member, _label)


def read_places(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the posts of a list of places of any kind, told by each place's keys."""
    found = (_review, _noted)
    yield from _features(member, lambda entry, url: next((post for make in found if (post := make(entry, url))), None))


def _features(member: Member, make: Any) -> Iterator[Post | Unread]:
    with member.open() as stream:
        for record in records(stream, record_keys=_FEATURE):
            place = f"[{max(record.place, 0)}]"
            if isinstance(record, Broken):
                yield Unread(place, record.reason)
            elif record.place < 0:
                continue
            elif not isinstance(record.value, dict):
                yield Unread(place, NOT_BUILT)
            else:
                yield from _feature(record, place, make)


def _feature(record: Record, place: str, make: Any) -> Iterator[Post | Unread]:
    inner = record.value.get("properties", record.value)
    if not isinstance(inner, dict):
        yield Unread(place, NOT_BUILT)
        return
    entry = by_name(inner)
    post = make(entry, address(text_in(entry, "googlemapsurl", "url")))
    if post:
        post.source = place
        yield post
    elif any(not isinstance(entry.get(key), str | None) for key in (*_REVIEW, "comment")):
        yield Unread(place, NOT_BUILT)


def _place(entry: dict[str, Any]) -> str:
    where = by_name(object_in(entry, "location"))
    name = text_in(where, "name", "businessname") or text_in(entry, "title", "name", "placename")
    return name or text_in(where, "address") or text_in(entry, "address")


def _review(entry: dict[str, Any], url: str) -> Post | None:
    stars = next((entry[key] for key in _RATING if isinstance(entry.get(key), int | str)), None)
    place, told = _place(entry), list[str]()
    if stars is not None and str(stars).strip() not in ("", "0") and len(str(stars)) < 20:
        told.append(f"Rated {place or 'a place'}: {str(stars).strip()} of 5 stars.")
    told += _chosen(entry.get("questions"))
    text = own_words(text_in(entry, *_REVIEW))
    if not text and not told:
        return None
    sentence = " ".join(told)
    return Post(
        "review",
        text or sentence,
        time_in(entry, "date", "published", "updated"),
        url=url,
        audience="public",
        container="Google Maps",
        place=place,
        headline=sentence if text else "",
    )


def _chosen(questions: Any) -> list[str]:
    """Return what was ticked in a review: "Service: 5." """
    found = []
    for question in questions if isinstance(questions, list) else ():
        entry = by_name(question) if isinstance(question, dict) else {}
        options = entry.get("selectedoptions")
        listed = [one for one in options if isinstance(one, str)] if isinstance(options, list) else []
        rating = entry.get("rating")
        given = [text_in(entry, "selectedoption", "answer", "text"), *listed]
        if isinstance(rating, int) and not isinstance(rating, bool):
            given.append(str(rating))
        shown = ", ".join(filter(None, given))
        if shown and text_in(entry, "question"):
            found.append(f"{text_in(entry, 'question')}: {shown}.")
    return found


def _noted(entry: dict[str, Any], url: str) -> Post | None:
    text = "\n\n".join(distinct([text_in(entry, "comment"), text_in(entry, "note")]))
    if not text:
        return None
    moment = time_in(entry, "date", "published", "updated")
    return Post("note", text, moment, url=url, audience="private", container="Saved places", place=_place(entry))


def _label(entry: dict[str, Any], url: str) -> Post | None:
    name = text_in(entry, "name", "label", "title")
    if not name or _GIVEN.fullmatch(name):
        return None
    where = text_in(entry, "address")
    return Post("note", name, url=url, audience="private", container="Labelled places", place=where)


def read_lists(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the notes in a list of saved places: a table `Title,Note,URL,Tags,Comment`, named by the person."""
    listed = re.sub(r"\.\w+$", "", member.name.rpartition("/")[2])
    with member.open() as stream:
        header, rows = opened(Lines(stream))
        names = [words.folded(name) for name in header]
        noted = [at for at, name in enumerate(names) if words.NOTE.search(name) or words.COMMENT.search(name)]
        link = next((at for at, name in enumerate(names) if "url" in name), -1)
        if listed and not _GIVEN.fullmatch(listed):
            yield Post("note", listed, None, "[0]", audience="private", container="Lists of saved places")
        for place, cells in rows:
            if isinstance(cells, BrokenRow):
                yield Unread(f"[{place}]", cells.reason)
                continue
            text = "\n\n".join(distinct(cells[at] for at in noted if at < len(cells)))
            if text:
                url = address(cells[link].strip()) if 0 <= link < len(cells) else ""
                where = cells[0].strip() if 0 not in noted else ""
                yield Post("note", text, None, f"[{place}]", url=url, audience="private", container=listed, place=where)


# --- questions and answers, captions ---------------------------------------------------------------------------------


def read_answers(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield questions that the person asked of a place, and answers given. The shape of the file is not known."""
    with member.open() as stream:
        for found in walked(stream, Way(into=lambda path: len(path) < 4)):
            if isinstance(found, Broken):
                yield Unread(f"[{max(found.place, 0)}]", found.reason)
            elif isinstance(found.value, dict):
                yield from _answer(found)


def _answer(found: Found) -> Iterator[Post]:
    entry = by_name(found.value)
    moment = time_in(entry, "date", "created", "createtime", "time", "creationtime")
    url, place, at = address(text_in(entry, "googlemapsurl", "url")), _place(entry), f"[{max(found.place, 0)}]"
    own_list = bare(found.path[-1]) if found.path else ""
    answer = next((text_in(entry, key) for key in entry if _ANSWER.fullmatch(key) and text_in(entry, key)), "")
    question = next((text_in(entry, key) for key in entry if _QUESTION.fullmatch(key) and text_in(entry, key)), "")
    if not answer and not question:
        plain = text_in(entry, "text", "content", "comment")
        answer, question = (plain, "") if "answer" in own_list else ("", plain)
    text = own_words(answer or question)
    if text:
        asked = question if answer else ""
        kind = "answer" if answer else "post"
        yield Post(
            kind, text, moment, at, url=url, audience="public", container="Google Maps", place=place, reply_to=asked
        )


def read_photo(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the caption of a picture that was put up on Maps."""
    with member.open() as stream:
        for record in islice(records(stream, record_keys=frozenset(("title", "imageViews", "description"))), 1000):
            if isinstance(record, Record) and isinstance(record.value, dict):
                entry = by_name(record.value)
                if text := text_in(entry, "description", "caption"):
                    moment = time_in(entry, "creationtime", "phototakentime", "date")
                    yield Post("caption", text, moment, "[0]", audience="public", container="Google Maps", media=1)

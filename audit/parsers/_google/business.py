"""Google Business Profile (Google My Business): answers to reviews, posts, the business's own description.

Of a review only the answer is the person's; what the client wrote never becomes a post.
"""

import re
from collections.abc import Iterator
from typing import Any

from audit.archive import Member, Unreadable
from audit.parsers._export import Export
from audit.parsers._google import NOT_BUILT, address, object_in, own_words, text_in, time_in
from audit.parsers._json import Broken, Record, records, whole
from audit.posts import Post, Unread, distinct

_STARS = {"ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5}
_SMALL = 8 << 20
_LISTED = frozenset(("reviews", "questions", "localPosts", "mediaItems", "media", ""))


def read_reviews(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield every answer to a review."""
    business = _business(member, export)
    with member.open() as stream:
        for record in records(stream, record_keys=frozenset(("reviewReply", "starRating"))):
            yield from _each(record, lambda entry: [_reply(entry, business)])


def read_questions(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the business's answers to questions; other people's answers are not the person's."""
    business = _business(member, export)
    with member.open() as stream:
        for record in records(stream, record_keys=frozenset(("topAnswers", "answers"))):
            yield from _each(record, lambda entry: _answers(entry, business))


def read_local_post(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield a post of the business: what is new, an event, an offer."""
    business = _business(member, export)
    with member.open() as stream:
        for record in records(stream, record_keys=frozenset(("summary", "topicType", "event", "callToAction"))):
            yield from _each(record, lambda entry: [_local_post(entry, business)])


def read_business(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the description of the business, which everybody sees beside its name."""
    entry = _object(member)
    profile = object_in(entry, "profile", "adWordsLocationExtensions")
    text = own_words(text_in(profile, "description") or text_in(entry, "description"))
    if text:
        title = text_in(entry, "title", "locationName", "name")
        site = address(text_in(entry, "websiteUri", "websiteUrl"))
        yield Post("bio", text, audience="public", container=title, source="[0]", url=site)


def read_media(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the caption of a picture of the business; a picture without one is no post."""
    business = _business(member, export)
    entry = _object(member)
    if text := text_in(entry, "description"):
        moment = time_in(entry, "createTime")
        url = address(text_in(entry, "googleUrl"))
        yield Post("caption", text, moment, "[0]", url=url, audience="public", container=business, media=1)


def business_name(export: Export) -> str:
    """Return the name of the first business in the export."""
    for _, member in export.find(r"(?:.*/)?location-[^/]+/(?:additionalData|data)\.json"):
        if name := _name_in(member):
            return name
    return ""


def _each(record: Record | Broken, made: Any) -> Iterator[Post | Unread]:
    """Yield what comes of one record, with its place."""
    place = f"[{max(record.place, 0)}]"
    if isinstance(record, Broken):
        yield Unread(place, record.reason)
    elif record.key in _LISTED and isinstance(record.value, dict):
        for one in made(record.value):
            if isinstance(one, Post):
                one.source = place
                yield one
            elif isinstance(one, Unread):
                yield Unread(place, one.reason)
    elif record.key in _LISTED and record.value not in (None, [], {}) and record.place >= 0:
        yield Unread(place, NOT_BUILT)


def _reply(review: dict[str, Any], business: str) -> Post | Unread | None:
    reply = review.get("reviewReply")
    if reply is None:
        return None
    if not isinstance(reply, dict) or not isinstance(reply.get("comment"), str | None):
        return Unread("", NOT_BUILT)
    text = own_words(text_in(reply, "comment"))
    if not text:
        return None
    stars = _STARS.get(str(review.get("starRating")), 0)
    name = text_in(review, "name")
    told = re.search(r"locations/[^/]+/reviews/[^/]+$", name)  # the account before it differs between copies
    return Post(
        "reply",
        text,
        time_in(reply, "updateTime", "createTime"),
        native_id=told[0] if told else name,
        audience="public",
        container=business,
        reply_to=text_in(object_in(review, "reviewer"), "displayName"),
        headline=f"Answer to a review with {stars} of 5 stars." if stars else "Answer to a review.",
    )


def _answers(question: dict[str, Any], business: str) -> Iterator[Post | None]:
    answers = question.get("topAnswers") or question.get("answers")
    for answer in answers if isinstance(answers, list) else ():
        if isinstance(answer, dict) and text_in(object_in(answer, "author"), "type").upper() == "MERCHANT":
            text = own_words(text_in(answer, "text"))
            moment, asked = time_in(answer, "updateTime", "createTime"), text_in(question, "text")
            if text:
                yield Post("answer", text, moment, audience="public", container=business, reply_to=asked)


def _local_post(entry: dict[str, Any], business: str) -> Post | None:
    event, offer = object_in(entry, "event"), object_in(entry, "offer")
    written = [text_in(event, "title"), text_in(entry, "summary", "description"), text_in(offer, "termsConditions")]
    text = "\n\n".join(distinct(map(own_words, written)))
    media = entry.get("media")
    pictures = len(media) if isinstance(media, list) else 0
    if not text and not pictures:
        return None
    return Post(
        "post",
        text,
        time_in(entry, "createTime", "updateTime"),
        native_id=text_in(entry, "name"),
        url=address(text_in(entry, "searchUrl")),
        audience="public",
        container=business,
        link_url=address(text_in(object_in(entry, "callToAction"), "url")),
        media=min(pictures, 1000),
    )


def _business(member: Member, export: Export) -> str:
    """Return the name of the business whose folder the file lies in, or in whose folder that folder lies."""
    folder = member.name.rpartition("/")[0]
    if re.search(r"/(?:localPost|media|post)[^/]*$", folder, re.IGNORECASE):
        folder = folder.rpartition("/")[0]
    wanted = {f"{folder}/additionalData.json", f"{folder}/data.json"}
    beside = sorted((one.name, one) for one in export.members.values() if one.name in wanted)
    return next((name for _, one in beside if one is not member and (name := _name_in(one))), "")


def _name_in(member: Member) -> str:
    entry = _object(member)
    attributes = entry.get("attributes")
    for attribute in attributes if isinstance(attributes, list) else ():
        if isinstance(attribute, dict) and object_in(attribute, "id").get("attributeType") == "LISTING_NAME":
            value = object_in(object_in(object_in(attribute, "values"), "datum"), "listingName")
            if name := text_in(value, "text"):
                return name
    return text_in(entry, "title", "locationName")


def _object(member: Member) -> dict[str, Any]:
    try:
        found = whole(member.read(_SMALL).decode("utf-8-sig", "replace"))
    except Unreadable:
        return {}
    return found if isinstance(found, dict) else {}

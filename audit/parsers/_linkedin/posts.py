"""Posts, comments and reposts of LinkedIn, and the group posts that exports of before 2018 list apart.

A re-share with own words does not name the post it passes on; a plain repost names nothing else. A comment that
answers somebody begins with that person's bare name, which stays in the text. A post without words may be a picture, a
document or a poll: what it says is not in the export.
"""

from collections.abc import Iterator

from audit.archive import Member
from audit.parsers._csv import Broken, Row, table
from audit.parsers._export import Export
from audit.parsers._linkedin import WORDLESS, Target, repaired, target_of, web_address
from audit.parsers._linkedin.tables import comment_rows, share_rows
from audit.parsers._linkedin.times import Moment, moment, same_moment
from audit.posts import Post, Unread, distinct, normal_form

CUT_OFF = "the row is cut off, or is none"
_AUDIENCES = {
    "membernetwork": "public",  # every post of ten years has it: it can hardly be a restriction
    "public": "public",
    "anyone": "public",
    "loggedin": "public",
    "connections": "connections",
    "connectionsonly": "connections",
    "group": "group",
    "container": "group",
}
_OTHER_ID = "urn:li:activity:"  # in exports of 2018; later ones know the same post by another id
_SECONDS_APART = 5


def read_shares(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield every post and share."""
    with member.open() as stream:
        for row in share_rows(stream):
            if isinstance(row, Broken):
                yield Unread(f"[{row.place}]", row.reason)
            elif "sharecommentary" not in row.cells:
                yield Unread(f"[{row.place}]", CUT_OFF)
            else:
                yield _share(row, export)


def read_comments(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield every comment that has words. Several comments may stand under one link; they have no id of their own."""
    with member.open() as stream:
        for row in comment_rows(stream):
            if isinstance(row, Broken):
                yield Unread(f"[{row.place}]", row.reason)
            elif "message" not in row.cells:
                yield Unread(f"[{row.place}]", CUT_OFF)
            elif row.get("message"):
                yield _comment(row, export)


def read_reposts(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield every plain repost: somebody else's words, of which only the address is known."""
    with member.open() as stream:
        for row in table(stream, {"link"}, assume=("date", "link")):
            parent = target_of(row.get("link")) if isinstance(row, Row) else Target()
            if isinstance(row, Broken) or not parent.address:
                yield Unread(f"[{row.place}]", "it has no link that could be read")
                continue
            at, day_only = moment(row.get("date"), utc=True)
            yield Post(
                "repost", "", at, f"[{row.place}]", own_words=False, link_url=parent.address, date_only=day_only
            )


def read_group_posts(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield what was posted in groups."""
    return _in_groups(member, export, "post")


def read_group_comments(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield what was commented in groups; the title of the discussion is another person's."""
    return _in_groups(member, export, "comment")


def with_one_id(posts: list[Post]) -> list[Post]:
    """Give a post that an old export knows as an activity the id by which a newer export knows it."""
    older = [post for post in posts if post.native_id.startswith(_OTHER_ID)]
    if not older:
        return posts
    newer: dict[str, list[Post]] = {}
    for post in posts:
        if post.native_id and not post.native_id.startswith(_OTHER_ID):
            newer.setdefault(normal_form(post.text), []).append(post)
    for post in older:
        for twin in newer.get(normal_form(post.text), ()):
            if same_moment(post.posted_at, twin.posted_at, seconds=_SECONDS_APART):
                post.native_id, post.url = twin.native_id, twin.url
                break
    return posts


def _share(row: Row, export: Export) -> Post:
    target = target_of(row.get("sharelink"))
    at, day_only = _own_time(row.get("date"), target)
    text = repaired(row.get("sharecommentary"), export.counted)
    shared = web_address(row.get("sharedurl"))
    card = "\n\n".join(distinct((row.get("sharetitle"), row.get("sharedescription"))))
    wordless = not (text or shared or card)
    if wordless:
        export.counted[WORDLESS] += 1
    return Post(
        "share" if shared or card else "post",
        text,
        at,
        f"[{row.place}]",
        native_id=target.urn,
        url=target.address,
        audience=_audience(row.get("visibility"), target),
        container=_group(target),
        link_url=shared,
        link_title=repaired(card, export.counted),
        media=1 if row.get("mediaurl") or wordless else 0,  # what has no words is a picture, a document or a poll
        date_only=day_only,
    )


def _comment(row: Row, export: Export) -> Post:
    target = target_of(row.get("link"))
    at, day_only = moment(row.get("date"), utc=True)
    not_before = at is None and target.made_at is not None
    return Post(
        "comment",
        repaired(row.get("message"), export.counted),
        target.made_at if not_before else at,
        f"[{row.place}]",
        url=target.address,
        audience="group" if target.kind == "groupPost" else "unknown",
        headline="On this day or later: LinkedIn left the comment's own time out." if not_before else "",
        container=_group(target),
        date_only=day_only or not_before,
    )


def _own_time(written: str, target: Target) -> Moment:
    """Return a post's time: as LinkedIn writes it, else as its id holds it (which is the same to the second)."""
    at, day_only = moment(written, utc=True)
    as_linkedin_writes = at is not None and not day_only and written[:4].isdecimal()
    made_at = None if as_linkedin_writes else target.made_at
    return (at, day_only) if made_at is None else (made_at, False)


def _audience(visibility: str, target: Target) -> str:
    if target.kind == "groupPost":
        return "group"
    return _AUDIENCES.get(visibility.lower().replace("_", ""), "unknown")


def _group(target: Target) -> str:
    return f"LinkedIn group {target.group}" if target.kind == "groupPost" and target.group else ""


_GROUP_WORDS = ("postcontent", "content", "text", "comment", "message", "body", "postbody", "commenttext", "commentary")
_GROUP_DATES = ("date", "posteddate", "postdate", "createddate", "createdon", "time")


def _in_groups(member: Member, export: Export, kind: str) -> Iterator[Post | Unread]:
    with member.open() as stream:
        for row in table(stream, {*_GROUP_WORDS, "posttitle", "discussiontitle", "groupname"}, text="content"):
            if isinstance(row, Broken):
                yield Unread(f"[{row.place}]", row.reason)
                continue
            title = row.get("posttitle", "discussiontitle", "title", "subject")
            words = row.get(*_GROUP_WORDS)
            text = "\n\n".join(distinct((title, words))) if kind == "post" else words
            if text:
                yield _group_post(row, export, kind, text, "" if kind == "post" else title)


def _group_post(row: Row, export: Export, kind: str, text: str, headline: str) -> Post:
    target = target_of(row.get("posturl", "url", "link", "postlink", "discussionurl"))
    at, day_only = moment(row.get(*_GROUP_DATES), utc=True)
    return Post(
        kind,
        repaired(text, export.counted),
        at,
        f"[{row.place}]",
        native_id=target.urn if kind == "post" else "",
        url=target.address,
        audience="group",
        headline=headline,
        container=row.get("groupname", "group"),
        date_only=day_only,
    )

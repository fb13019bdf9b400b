"""Facebook: "Download your information" in HTML, every layout since 2010.

Until early 2013 `html/wall.html` in hCard classes, with everybody's posts and an icon for the audience; until mid 2018
`html/wall.htm`, dates and sentences without addresses; since then a page for each kind of content, named as the JSON
files are (`posts/your_posts_1.html`), under `your_activity_across_facebook/` from 2022 and `your_facebook_activity/`
from 2024, where in 2025 `div` became `section`, `h2` and `footer`. Class names and dates are what the pages tell by,
dates in the account's language and on its clock. What the timeline holds in JSON without addresses has one here.
"""

import re
from collections.abc import Iterator

from audit.archive import Member
from audit.parsers._export import MESSAGES_LEFT_OUT, PICTURES, PICTURES_REASON, Export, Reader
from audit.parsers._facebook import HOW_TO_DELETE, NEVER, TWO_CLICKS, FacebookPost
from audit.parsers._facebook.left_out import (
    ACTIVITY,
    APOSTROPHE,
    NOT_COMMENTS,
    NOT_EVENTS,
    NOT_FUNDRAISERS,
    NOT_GROUPS,
    NOT_POSTS,
    NOT_REVIEWS,
    NOT_SALES,
)
from audit.parsers._facebook.left_out import LEFT_OUT as LEFT_OUT_OF_JSON
from audit.parsers._facebook.titles import is_given
from audit.parsers._facebook_html.chats import read_ai_chats, read_thread
from audit.parsers._facebook_html.entries import old_heading, opened
from audit.parsers._facebook_html.hcard import PHOTO, WALL, HCardReader
from audit.parsers._facebook_html.owner import account
from audit.parsers._facebook_html.pages import Mark
from audit.parsers._facebook_html.posts import Drawer, page_reader, sorted_posts
from audit.parsers._facebook_html.profile import read_profile
from audit.parsers._facebook_html.wall import BLOCK, ENTRY, album_posts, listed_posts, wall_posts
from audit.parsers._html_dates import ZonedDates
from audit.parsers._local_dates import zone_named
from audit.posts import Post, Unread

__all__ = ["HOW_TO_DELETE", "NEVER", "TWO_CLICKS", "account"]

NETWORK = "facebook"
LABEL = "Facebook"

_TOP = r"(?<!activity/)(?<!_across_facebook/)(?<!personal_information/)(?<!logged_information/)"
_PAGE = r"[^/]*\.html?"
SIGNATURE = (
    rf"(?:your_facebook_activity|your_activity_across_facebook|this_profile{APOSTROPHE}s_activity_across_facebook)/.*\.html?",
    rf"{_TOP}posts/(?:your_posts|profile_posts|your_pinned_posts|other_people|your_videos|your_uncat|notes){_PAGE}",
    rf"{_TOP}(?:posts|photos_and_videos)/album/\d+\.html?",
    rf"{_TOP}photos_and_videos/your_(?:photos|videos)\.html?",
    rf"{_TOP}comments(?:_and_reactions)?/(?:comments|posts_and_comments)\.html?",
    rf"{_TOP}likes_and_reactions/(?:posts_and_comments|pages)\.html?",
    rf"{_TOP}groups/your_(?:posts|comments|group|pending|answers){_PAGE}",
    rf"{_TOP}stories/(?:archived_stories|story_reactions)\.html?",
    rf"{_TOP}events/(?:your_events|your_event_responses)\.html?",
    rf"{_TOP}other_activity/(?:notes|pokes|polls_you_voted_on)\.html?",
    rf"{_TOP}profile_information/profile_(?:information|update_history)\.html?",
    r"personal_information/profile_information/profile_(?:information|update_history)\.html?",
    r"apps_and_websites_off_of_facebook/[^/]+\.html?",
    rf"{_TOP}facebook_(?:marketplace|payments|news|gaming)/[^/]+\.html?",
    r"html/(?:wall|timeline|synced_photos|pokes)\.html?",
    r"html/(?:photos|videos|friends|events|places|contact_info|security|ads|mobile_devices)\.htm",
    r"photos/\d+/index\.htm",
)


def _reads(kind: str = "", **told: str | bool) -> Reader:
    """Return a reader of pages; `told` is what the page says of all its entries, see `Drawer`."""
    return page_reader(Drawer(kind=kind, **told))  # type: ignore[arg-type]


def _dates(export: Export) -> ZonedDates:
    """Dates until mid 2018 name their zone themselves."""
    return ZonedDates(zone_named(export.account.time_zone))


def read_wall(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the person's posts of a wall until mid 2018."""
    with member.open() as stream:
        page = opened(stream, (WALL, ENTRY))
        if page.mark == WALL:
            yield from HCardReader(export.account.name).posts(page)
        elif page.mark == ENTRY:
            yield from wall_posts(page, export.account.name, _dates(export))
        else:
            yield from sorted_posts(Drawer(only_titles=True), export, page)


def read_old_album(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the pictures of an album until mid 2018, and the person's comments under them."""
    owner = export.account.name
    with member.open() as stream:
        page = opened(stream, (PHOTO, BLOCK, ENTRY))
        album = old_heading(page.head, owner)
        if page.mark == PHOTO:
            if album and not is_given(album):
                yield FacebookPost(kind="caption", text=album, container=album)
            yield from HCardReader(owner).posts(page, album)
        elif page.mark == BLOCK:
            yield from album_posts(page, owner, _dates(export), album)
        else:
            yield from sorted_posts(Drawer("caption"), export, page)


def read_old_videos(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the videos until mid 2018."""
    with member.open() as stream:
        page = opened(stream, (BLOCK, ENTRY))
        yield from album_posts(page, export.account.name, _dates(export), "")


def read_old_notes(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the notes until mid 2018."""
    with member.open() as stream:
        page = opened(stream, (WALL, Mark("hentry"), Mark("note")))
        if page.mark:
            yield from HCardReader(export.account.name, "article").posts(page)
        else:
            yield from sorted_posts(Drawer("article"), export, page)


def read_old_events(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the events until mid 2018: it is not said who made them."""
    with member.open() as stream:
        yield from listed_posts(opened(stream, (Mark("contents"),)), _dates(export), "event")


def read_old_places(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the places until mid 2018."""
    with member.open() as stream:
        yield from listed_posts(opened(stream, (Mark("contents"),)), _dates(export), "checkin")


def read_front_page(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the profile, which until mid 2018 was the front page. Since then that is a table of contents."""
    if re.search(rb"class=[\"']contents[\"']", member.head(1 << 16)):
        yield from read_profile(member, export)


def read_found(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the posts of a page that no name tells. A chat looks alike, but has neither blocks nor links to posts."""
    with member.open() as stream:
        page = opened(stream)
        entries = page.sample()
        if page.mark is None or "_2pin" in entries or "/dyi/l/" in entries or "<table" in entries:
            yield from sorted_posts(Drawer(only_titles=True), export, page)
            return
    if export.messages:
        yield from read_thread(member, export)
    else:
        yield Unread("", f"it looks like a chat; {MESSAGES_LEFT_OUT}")


_timeline = _reads(only_titles=True)

_OLD_LISTS = (
    "friends|photos|synced_photos|pokes|contact_info|settings|security|ads|mobile_devices|survey_responses|applications"
    "|apps|facial_recognition_data"
)

READS: dict[str, Reader] = {
    rf"{ACTIVITY}(?:posts|photos_and_videos)/album/{_PAGE}": _reads("caption", album=True),
    rf"{ACTIVITY}posts/(?:your_)?(?:uncategorized_)?photos{_PAGE}": _reads("caption"),
    rf"{ACTIVITY}photos_and_videos/your_photos{_PAGE}": _reads("caption"),
    rf"{ACTIVITY}(?:posts|photos_and_videos)/(?:your_)?videos{_PAGE}": _reads("caption", typed_titles=True),
    rf"{ACTIVITY}posts/(?:edits_you_made_to_posts|post_edits){_PAGE}": _reads(state="earlier version"),
    rf"{ACTIVITY}posts/archive{_PAGE}": _reads(state="archived"),
    rf"{ACTIVITY}posts/trash{_PAGE}": _reads(state="trash"),
    rf"{ACTIVITY}posts/(?:check-?_?ins|places_you_have_been_tagged_in){_PAGE}": _reads("checkin"),
    rf"{ACTIVITY}posts/(?:shared_memories|media_used_for_memories|birthday_media){_PAGE}": _reads(
        "caption", typed_titles=True
    ),
    r"posts/found_by_its_shape\.html": read_found,
    rf"{ACTIVITY}posts/notes{_PAGE}": _reads("article", headings="words"),
    rf"{ACTIVITY}posts/(?!{NOT_POSTS}){_PAGE}": _timeline,
    rf"{ACTIVITY}(?:reels|short_videos|live_videos|live_audio_rooms)/{_PAGE}": _reads("caption"),
    rf"{ACTIVITY}comments_and_reactions/your_comment_edits{_PAGE}": _reads("comment", state="earlier version"),
    rf"{ACTIVITY}comments(?:_and_reactions)?/(?!{NOT_COMMENTS}){_PAGE}": _reads("comment"),
    rf"{ACTIVITY}groups/your_pending_posts{_PAGE}": _reads(audience="group", state="draft"),
    rf"{ACTIVITY}groups/your_comments{_PAGE}": _reads("comment", audience="group"),
    rf"{ACTIVITY}groups/your_answers{_PAGE}": _reads("answer", audience="group"),
    rf"{ACTIVITY}groups/(?!{NOT_GROUPS}){_PAGE}": _reads(audience="group", only_titles=True, group_comments=True),
    rf"{ACTIVITY}stories/archived_stories{_PAGE}": _reads("caption", state="expired"),
    rf"{ACTIVITY}stories/story_reactions{_PAGE}": _reads("comment", audience="private"),
    rf"{ACTIVITY}stories/{_PAGE}": _reads("caption"),
    rf"{ACTIVITY}(?:other_activity|notes)/notes{_PAGE}": _reads("article", headings="words"),
    rf"{ACTIVITY}events/(?!{NOT_EVENTS}){_PAGE}": _reads("event", headings="words"),
    rf"{ACTIVITY}polls/{_PAGE}": _reads("answer"),
    rf"{ACTIVITY}other_activity/(?:polls_you_voted_on|interactive_videos){_PAGE}": _reads("answer"),
    rf"{ACTIVITY}(?:facebook_)?marketplace/(?!{NOT_SALES}|your_search){_PAGE}": _reads("listing", headings="words"),
    rf"{ACTIVITY}fundraisers/(?!{NOT_FUNDRAISERS}){_PAGE}": _reads("listing", headings="words"),
    rf"{ACTIVITY}pages(?:_and_profiles)?/[^/]*you{APOSTROPHE}ve_recommended{_PAGE}": _reads("review", headings="name"),
    rf"{ACTIVITY}reviews/(?!{NOT_REVIEWS}){_PAGE}": _reads("review"),
    rf"{ACTIVITY}your_places/places_you{APOSTROPHE}ve_created{_PAGE}": _reads("checkin", headings="place"),
    rf"{ACTIVITY}messages/(?:ai_conversations|support_messages){_PAGE}": read_ai_chats,
    rf"{ACTIVITY}(?:your_problem_reports|other_activity)/your_problem_reports{_PAGE}": _reads(
        "note", audience="private"
    ),
    rf"(?:logged_information/|{ACTIVITY})(?:search(?:_history)?|facebook_marketplace)/your_search{_PAGE}": _reads(
        "note", audience="private"
    ),
    rf"(?:logged_information/)?search(?:_history)?/{_PAGE}": _reads("note", audience="private"),
    rf"apps_and_websites(?:_off_of_facebook)?/posts_from_apps_and_websites{_PAGE}": _timeline,
    r"(?:personal_information/)?profile_information/profile_information\.html?": read_profile,
    r"(?:personal_information/)?profile_information/profile_update_history\.html?": _reads("bio", only_titles=True),
    r"html/(?:wall|timeline)\.html?": read_wall,
    r"html/videos\.html?": read_old_videos,
    r"html/notes\.html?": read_old_notes,
    r"html/events\.html?": read_old_events,
    r"html/places\.html?": read_old_places,
    r"html/profile\.html?": read_profile,
    r"index\.html?": read_front_page,
    r"photos/[^/]+/index\.html?": read_old_album,
    rf"html/(?!(?:{_OLD_LISTS}|messages)\.html?)[^/]+\.html?": read_old_album,
}

MESSAGES: dict[str, Reader] = {
    r"html/messages\.html?": read_thread,
    r"messages/\d+\.html?": read_thread,
    rf"{ACTIVITY}messages/.+/{_PAGE}": read_thread,
    rf"{ACTIVITY}groups/(?:your_group_messages|your_community_chat_messages)/.+\.html?": read_thread,
}

LEFT_OUT = {
    rf"html/(?:{_OLD_LISTS})\.html?": "lists of people, albums, devices and settings: no words of yours",
    r"start_here\.html?": "the table of contents",
    r"(?:.*/)?[^/]+\.css": "the look of the pages",
    r"(?:.*/)?location(?:_history)?/timezone\.html?": "read for the time zone of your account only",
    **{pattern.replace(r"\.json", r"\.html?"): reason for pattern, reason in LEFT_OUT_OF_JSON.items()},
    PICTURES: PICTURES_REASON,
}

_PAGE_HEAD = r"(?i)\A(?!(?s:.)*instagram)(?s:.)*?"
_TITLED = _PAGE_HEAD + r"<title>\s*(?:{})\s*</title>(?s:.)*(?:_a6-|_a70|_2le|uiBoxWhite|<base href)"
SNIFF = [
    (r"class=[\"'][^\"']*\bfeedentry\b", "html/wall.html"),
    (r"class=[\"']message_header[\"']", "html/messages.htm"),
    (r"class=[\"']contents[\"'](?s:.){0,900}?class=[\"']block[\"']", "photos/0/index.htm"),
    (r"class=[\"']contents[\"'](?s:.){0,900}?class=[\"']meta[\"']", "html/wall.htm"),
    (_TITLED.format("Comments"), "comments_and_reactions/comments.html"),
    (_TITLED.format("Your comments in groups"), "groups/your_comments_in_groups.html"),
    (_TITLED.format("Your posts(?:, check-ins, photos and videos)?"), "posts/your_posts_1.html"),
    (_TITLED.format("Group posts and comments|Your posts in groups"), "groups/group_posts_and_comments.html"),
    (_TITLED.format("Edits you made to posts"), "posts/edits_you_made_to_posts.html"),
    (_TITLED.format("Your comment edits"), "comments_and_reactions/your_comment_edits.html"),
    (_TITLED.format("Your search history"), "logged_information/search/your_search_history.html"),
    (_TITLED.format("Profile information"), "profile_information/profile_information.html"),
    (_TITLED.format("(?:Your )?notes"), "posts/notes.html"),
    (
        _PAGE_HEAD + r"(?:facebook\.com/dyi/l/|your_facebook_activity/|your_activity_across_facebook/"
        r"|class=[\"'](?:_3-95 )?_a6-g[\"']|class=[\"']_4t5n|_2lej uiBoxWhite)",
        "posts/found_by_its_shape.html",
    ),
]

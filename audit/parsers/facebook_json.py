"""Facebook: "Download your information" in JSON, every layout since 2018.

The record has hardly changed since 2019, the paths have: topic folders at the root (until 2022, wrapper objects and
plain names as tags until 2019), under `your_activity_across_facebook/` (until 2024), under `your_facebook_activity/`
(since), under `this_profile's_activity_across_facebook/` (a Page or second profile). Letters are written byte by byte
(see `_facebook.letters`). End-to-end encrypted chats are a separate, flat download. The timeline has no addresses.
"""

from collections.abc import Iterator
from functools import partial

from audit.archive import Member
from audit.parsers._export import Export, Reader
from audit.parsers._facebook import HOW_TO_DELETE, NEVER, TWO_CLICKS
from audit.parsers._facebook.account import account
from audit.parsers._facebook.albums import read_album
from audit.parsers._facebook.join import finish
from audit.parsers._facebook.left_out import (
    ACTIVITY,
    APOSTROPHE,
    LEFT_OUT,
    NOT_COMMENTS,
    NOT_EVENTS,
    NOT_FUNDRAISERS,
    NOT_GROUPS,
    NOT_POSTS,
    NOT_REVIEWS,
    NOT_SALES,
)
from audit.parsers._facebook.messages import read_ai_chats, read_support, read_thread
from audit.parsers._facebook.parts import Drawer
from audit.parsers._facebook.profile import read_profile
from audit.parsers._facebook.records import read_each
from audit.parsers._facebook.shapes import read_shape
from audit.posts import Post, Unread

__all__ = ["HOW_TO_DELETE", "LEFT_OUT", "NEVER", "TWO_CLICKS", "account", "finish"]

NETWORK = "facebook"
LABEL = "Facebook"

_TOP = r"(?<!activity/)(?<!_across_facebook/)(?<!personal_information/)(?<!logged_information/)"
SIGNATURE = (
    rf"(?:your_facebook_activity|your_activity_across_facebook|this_profile{APOSTROPHE}s_activity_across_facebook)/.*\.json",
    rf"{_TOP}posts/(?:your_posts|profile_posts|your_pinned_posts|other_people|your_videos|your_uncat)[^/]*\.json",
    rf"{_TOP}(?:posts|photos_and_videos)/album/\d+\.json",
    rf"{_TOP}photos_and_videos/your_(?:photos|videos)\.json",
    rf"{_TOP}comments(?:_and_reactions)?/(?:comments|posts_and_comments)\.json",
    rf"{_TOP}likes_and_reactions/(?:posts_and_comments|pages)\.json",
    rf"{_TOP}groups/your_(?:posts|comments|group|pending|answers)[^/]*\.json",
    rf"{_TOP}stories/(?:archived_stories|story_reactions)\.json",
    rf"{_TOP}events/(?:your_events|your_event_responses|event_invitations)\.json",
    rf"{_TOP}other_activity/(?:notes|pokes|polls_you_voted_on)\.json",
    rf"{_TOP}profile_information/profile_(?:information|update_history)\.json",
    r"personal_information/profile_information/profile_(?:information|update_history)\.json",
    rf"{_TOP}friends(?:_and_followers)?/friends\.json",
    r"connections/friends/[^/]+\.json",
    r"apps_and_websites_off_of_facebook/[^/]+\.json",
    rf"{_TOP}apps_and_websites/posts_from_apps_and_websites\.json",
    rf"{_TOP}(?:search|search_history)/your_search_history\.json",
    r"logged_information/search/your_search_history\.json",
    r"(?<!posts/)(?:your_posts__check_ins__photos_and_videos_\d+|profile_posts_\d+|edits_you_made_to_posts)\.json",
    r"(?<!posts/)(?:posts_on_other_pages_and_profiles|places_you_have_been_tagged_in|your_uncategorized_photos)\.json",
    r"(?<!groups/)(?:group_posts_and_comments|your_comments_in_groups)\.json",
    r"(?<!comments_and_reactions/)your_comment_edits\.json",
    rf"{_TOP}facebook_(?:marketplace|payments|news|gaming|accounts_center)/[^/]+\.json",
)


def _drawer(owner: str, **told: str | bool) -> Drawer:
    return Drawer(owner=owner, **told)  # type: ignore[arg-type]


def _reads(**told: str | bool) -> Reader:
    """Return a reader of records of any shape; `told` is what the file says of all of them, see `Drawer`."""

    def read(member: Member, export: Export) -> Iterator[Post | Unread]:
        yield from read_each(member, partial(read_shape, drawer=_drawer(export.account.name, **told)))

    return read


def _album(**told: str | bool) -> Reader:
    def read(member: Member, export: Export) -> Iterator[Post | Unread]:
        yield from read_album(member, _drawer(export.account.name, **told))

    return read


_timeline = _reads(only_titles=True)
_group = _reads(audience="group", only_titles=True)


def _in(folders: str, names: str) -> str:
    """Return the pattern of files that are known by name, in their folder or taken out of it."""
    return rf"(?:{ACTIVITY}(?:{folders})/)?(?:{names})[^/]*\.json"


READS: dict[str, Reader] = {
    rf"{ACTIVITY}(?:posts|photos_and_videos)/album/[^/]+\.json": _album(),
    rf"{ACTIVITY}posts/(?:your_)?photos[^/]*\.json": _album(),
    _in("posts|photos_and_videos", "your_photos|(?:your_)?uncategorized_photos"): _album(),
    rf"{ACTIVITY}posts/videos[^/]*\.json": _album(typed_titles=True),
    _in("posts|photos_and_videos", "your_videos"): _album(typed_titles=True),
    _in("posts", "edits_you_made_to_posts"): _reads(state="earlier version"),
    _in("posts", "archive"): _reads(state="archived"),
    _in("posts", "trash"): _reads(state="trash"),
    _in("posts", "check-?_?ins|places_you_have_been_tagged_in"): _reads(kind="checkin"),
    _in("posts", "shared_memories|media_used_for_memories|birthday_media"): _reads(kind="caption", typed_titles=True),
    rf"{ACTIVITY}(?:posts|other_activity|notes)/notes[^/]*\.json": _reads(kind="article"),
    _in("posts", "your_posts|profile_posts|your_pinned_posts|posts_on_other_pages_and_profiles"): _timeline,
    rf"{ACTIVITY}posts/(?!{NOT_POSTS})[^/]+\.json": _timeline,
    _in("reels", "your_reels"): _reads(kind="caption"),
    rf"{ACTIVITY}(?:reels|short_videos|live_videos|live_audio_rooms)/[^/]+\.json": _reads(kind="caption"),
    _in("comments_and_reactions", "your_comment_edits"): _reads(kind="comment", state="earlier version"),
    rf"{ACTIVITY}comments(?:_and_reactions)?/(?!{NOT_COMMENTS})[^/]+\.json": _reads(kind="comment"),
    _in("groups", "your_pending_posts"): _reads(audience="group", state="draft"),
    _in("groups", f"group_posts_and_comments|your_comments_in_groups|anonymous_posts_you{APOSTROPHE}ve"): _group,
    rf"{ACTIVITY}groups/(?!{NOT_GROUPS})[^/]+\.json": _group,
    _in("stories", "archived_stories"): _reads(kind="caption", state="expired"),
    _in("stories", "story_reactions"): _reads(kind="comment", audience="private"),
    rf"{ACTIVITY}stories/[^/]+\.json": _reads(kind="caption"),
    rf"{ACTIVITY}events/(?!{NOT_EVENTS})[^/]+\.json": _reads(kind="event"),
    rf"{ACTIVITY}polls/[^/]+\.json": _reads(kind="answer"),
    rf"{ACTIVITY}other_activity/(?:polls_you_voted_on|interactive_videos)[^/]*\.json": _reads(kind="answer"),
    rf"{ACTIVITY}(?:facebook_)?marketplace/(?!{NOT_SALES})[^/]+\.json": _reads(kind="listing"),
    rf"{ACTIVITY}fundraisers/(?!{NOT_FUNDRAISERS})[^/]+\.json": _reads(kind="listing"),
    rf"{ACTIVITY}pages(?:_and_profiles)?/[^/]*you{APOSTROPHE}ve_recommended[^/]*\.json": _reads(kind="review"),
    rf"{ACTIVITY}reviews/(?!{NOT_REVIEWS})[^/]+\.json": _reads(kind="review"),
    rf"{ACTIVITY}your_places/places_you{APOSTROPHE}ve_created[^/]*\.json": _reads(kind="checkin"),
    rf"{ACTIVITY}messages/ai_conversations[^/]*\.json": read_ai_chats,
    rf"{ACTIVITY}messages/support_messages[^/]*\.json": read_support,
    _in("your_problem_reports|other_activity", "your_problem_reports"): _reads(kind="note", audience="private"),
    r"(?:logged_information/)?search(?:_history)?/[^/]+\.json": _reads(kind="note", audience="private"),
    r"apps_and_websites(?:_off_of_facebook)?/posts_from_apps_and_websites[^/]*\.json": _timeline,
    r"(?:personal_information/)?profile_information/profile_information\.json": read_profile,
    r"(?:personal_information/)?profile_information/profile_update_history\.json": _reads(kind="bio", only_titles=True),
}

MESSAGES: dict[str, Reader] = {
    rf"{ACTIVITY}messages/.+/[^/]+\.json": read_thread,
    rf"{ACTIVITY}groups/(?:your_group_messages|your_community_chat_messages)/.+\.json": read_thread,
    r"encrypted_chats/.+\.json": read_thread,
}

_LIST_OF = r"^\s*\[\s*\{{(?=(?s:.){{0,3000}}?\"timestamp\"\s*:\s*\d{{9,10}}\b)(?s:.){{0,3000}}?{}"
_NOT_INSTAGRAM = r"^(?!(?s:.)*instagram)"
SNIFF = [
    (r'^\s*\{\s*"status_updates"\s*:', "posts/your_posts.json"),
    (r'"comments(?:_v2)?"\s*:\s*\[(?s:.){0,2000}"comment"\s*:\s*\{', "comments_and_reactions/comments.json"),
    (r'"group_comments(?:_v2)?"\s*:\s*\[', "groups/your_comments_in_groups.json"),
    (r'"group_posts(?:_v2)?"\s*:\s*[\[{]', "groups/group_posts_and_comments.json"),
    (r'"anonymous_author_posts"\s*:\s*\[', "groups/anonymous_posts_you've_written.json"),
    (r'"pending_posts(?:_v2)?"\s*:\s*\[', "groups/your_pending_posts_in_groups.json"),
    (r'"group_(?:membership|participation)_questions_answers', "groups/your_answers_to_membership_questions.json"),
    (r'"(?:other_photos_v2)"\s*:\s*\[', "posts/your_uncategorized_photos.json"),
    (r'"videos_v2"\s*:\s*\[', "posts/your_videos.json"),
    (r'"lasso_videos(?:_v2)?"\s*:\s*\[', "reels/your_reels.json"),
    (r'"archived_stories(?:_v2)?"\s*:\s*\[', "stories/archived_stories.json"),
    (r'"stories_feedback(?:_v2)?"\s*:\s*\[', "stories/story_reactions.json"),
    (r'"notes_v2"\s*:\s*\[', "other_activity/notes.json"),
    (r'"your_events(?:_v2)?"\s*:\s*\[', "events/your_events.json"),
    (r'"poll_votes(?:_v2)?"\s*:\s*\[', "polls/polls_you_voted_on.json"),
    (r'"items_selling(?:_v2)?"\s*:\s*\[', "facebook_marketplace/items_sold.json"),
    (r'"fundraisers_created(?:_v2)?"\s*:\s*\[', "fundraisers/fundraisers_created.json"),
    (r'"app_posts(?:_v2)?"\s*:\s*\[', "apps_and_websites_off_of_facebook/posts_from_apps_and_websites.json"),
    (r'"archive_v2"\s*:\s*\[', "posts/archive.json"),
    (r'"trash_v2"\s*:\s*\[', "posts/trash.json"),
    (r'^\s*\{\s*"searches(?:_v2)?"\s*:\s*\[', "search/your_search_history.json"),
    (r'^\s*\{\s*"profile(?:_v2)?"\s*:\s*\{\s*"name"', "profile_information/profile_information.json"),
    (r'^\s*\{\s*"profile_updates(?:_v2)?"\s*:\s*\[', "profile_information/profile_update_history.json"),
    (r'^\s*\{\s*"support_messages"\s*:', "messages/support_messages.json"),
    (r'^\s*\{\s*"name"\s*:\s*"(?s:.){0,400}?"photos"\s*:\s*\[', "posts/album/0.json"),
    (r'^\s*\{\s*"participants"\s*:\s*\[\s*"([^"\\/]{0,60})', r"encrypted_chats/\1.json"),
    (
        _NOT_INSTAGRAM + r'\s*\{\s*"participants"\s*:\s*\[\s*\{\s*"name"\s*:\s*"([^"\\/]{0,60})',
        r"messages/inbox/\1/message_1.json",
    ),
    (_LIST_OF.format(r'"data"\s*:\s*\[\s*\{\s*"(?:post|update_timestamp)"'), "posts/your_posts_1.json"),
    (_LIST_OF.format(r'"attachments"\s*:\s*\['), "posts/your_posts_1.json"),
    (r'^\s*\[?\s*\{(?s:.){0,3000}?"label_values"\s*:(?s:.){0,3000}?facebook\.com/', "posts/found_by_its_shape.json"),
]

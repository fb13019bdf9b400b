"""Instagram: "Download your information" in JSON and HTML, every layout since 2018.

Until 2020 `media.json` and `comments.json` lie at the root; then topic folders (`content/`, `comments/`), since 2023
under `your_instagram_activity/`, where `content/` became `media/` in 2024. Captions are called `title`. Letters of JSON
are written byte by byte, labels too. Posts and comments have no number and no address. Threads lies in the same export
and is read by `threads`.
"""

from collections.abc import Iterator

from audit.parsers._export import Export, Reader
from audit.parsers._instagram import HOW_TO_DELETE, NEVER, TWO_CLICKS
from audit.parsers._instagram.left_out import ACTIVITY, LEFT_OUT, NOT_ANSWERS, NOT_COMMENTS
from audit.parsers._instagram.messages import read_ai_chats, read_thread
from audit.parsers._instagram.profile import account
from audit.parsers._instagram.reading import ANY, FILE, read_changes, read_old_profile, read_profile, reads
from audit.parsers._instagram.subtitles import finish, read_subtitles

__all__ = ["HOW_TO_DELETE", "LEFT_OUT", "NEVER", "TWO_CLICKS", "account", "finish"]

NETWORK = "instagram"
LABEL = "Instagram"

_TOP = r"(?<!your_instagram_activity/)(?<!facebook_activity/)(?<!across_facebook/)"
_CONTENTS = (
    r"(?:posts_\d+|archived_posts|reels|igtv_videos|stories|profile_photos|other_content|recently_deleted_content|reposts)"
)
_CONTENT = rf"{ACTIVITY}(?:content|media)/"
_PERSONAL = r"(?:(?:personal|account)_information/)?(?:personal_information/)?"

SIGNATURE = (
    r"your_instagram_activity/(?!threads/).+",
    rf"{_TOP}(?:content|media)/{_CONTENTS}\.(?:json|html?)",
    rf"{_TOP}comments/(?:post_comments|reels_comments|hype){FILE}",
    rf"{_TOP}story_(?:sticker_)?interactions/(?:questions|polls|quizzes|emoji_sliders|countdowns){FILE}",
    r"personal_information/personal_information/[^/]+\.(?:json|html?)",
    r"(?<!personal_information/)(?:personal|account)_information/"
    r"(?:personal_information|profile_changes|instagram_profile_information|account_privacy_changes)\.(?:json|html?)",
    r"connections/followers_and_following/.+\.(?:json|html?)",
    r"(?<!connections/)followers_and_following/(?:followers|following)[^/]*\.(?:json|html?)",
    r"(?:logged_information/|(?<!logged_information/))past_instagram_insights/.+\.(?:json|html?)",
    r"apps_and_websites_off_of_instagram/.+\.(?:json|html?)",
    rf"{_TOP}likes/liked_(?:posts|comments){FILE}",
    rf"{_TOP}media/(?:posts|stories|reels|other|profile|igtv|archived_posts|recently_deleted)/\d{{6}}/.+",
    r"(?:media|stories_activities|seen_content)\.json",
    r"(?<!content/)(?<!media/)(?:posts_\d+|archived_posts|igtv_videos|recently_deleted_content)\.json",
    r"(?<!comments/)(?:post_comments(?:_\d+)?|reels_comments)\.(?:json|html?)",
)

READS: dict[str, Reader] = {
    rf"{_CONTENT}archived{ANY}": reads("caption", state="archived"),
    rf"{_CONTENT}recently_deleted{ANY}": reads("caption", state="trash"),
    rf"{_CONTENT}[^/]*draft{ANY}": reads("caption", state="draft"),
    rf"{_CONTENT}stories{ANY}": reads("caption", state="expired"),
    rf"(?:{_CONTENT}|{_PERSONAL})reposts{FILE}": reads("repost"),
    rf"{_CONTENT}{ANY}": reads("caption"),
    r"archived_posts\.(?:json|html?)": reads("caption", state="archived"),
    r"recently_deleted_content\.(?:json|html?)": reads("caption", state="trash"),
    r"(?:media|posts_\d+|igtv_videos)\.json": reads("caption"),
    rf"{ACTIVITY}comments/(?!{NOT_COMMENTS}){ANY}": reads("comment"),
    rf"(?:comments|post_comments|reels_comments){FILE}": reads("comment"),
    rf"{ACTIVITY}story_(?:sticker_)?interactions/(?!{NOT_ANSWERS}){ANY}": reads("answer"),
    r"stories_activities\.json": reads("answer"),
    rf"(?:{ACTIVITY}|{_PERSONAL})(?:[^/]+/)?(?:your_)?(?:notes|note_interactions|notes_on_posts){ANY}": reads("post"),
    rf"{ACTIVITY}guides/{ANY}": reads("article"),
    rf"{ACTIVITY}fundraisers/{ANY}": reads("listing"),
    rf"{_PERSONAL}personal_information{FILE}": read_profile,
    r"profile\.json": read_old_profile,
    rf"{_PERSONAL}profile_changes{FILE}": read_changes,
    rf"login_and_account_creation/profile_changes{FILE}": read_changes,
    rf"(?:logged_information/)?recent_search(?:es)?/{ANY}": reads("note", audience="private"),
    r"searches\.json": reads("note", audience="private"),
    rf"(?:.*/)?(?:your_)?problem_reports{FILE}": reads("note", audience="private"),
    rf"{ACTIVITY}(?:messages|ai)/ai_conversations{FILE}": read_ai_chats,
    r"(?:.*/)?(?:media|videos|stories)/.+\.(?:srt|vtt)": read_subtitles,
}

MESSAGES: dict[str, Reader] = {
    rf"{ACTIVITY}messages/.+/{ANY}": read_thread,
    rf"{ACTIVITY}messages/reported_conversations{FILE}": read_thread,
    r"messages\.json": read_thread,
}

_PAGE = r"(?i)\A\s*(?:<!doctype[^<>]*>\s*)?<(?:html|head|body|div)(?s:.)*?"
_ENTRY = r"class=[\"']pam (?:_3-95|_3-96)[^\"']*\b_a6-g\b[^\"']*[\"']"
_NOT_THREADS = r"^(?!(?s:.)*text_(?:post_app|app_post))"
_WRAPPED = r'"{}"\s*:\s*[\[{{]'
SNIFF = [
    (_WRAPPED.format("ig_stories"), "media/stories.json"),
    (_WRAPPED.format("ig_archived_post_media"), "media/archived_posts.json"),
    (_WRAPPED.format("ig_recently_deleted_media"), "media/recently_deleted_content.json"),
    (_WRAPPED.format("ig_reels_media"), "media/reels.json"),
    (_WRAPPED.format("ig_igtv_media"), "media/igtv_videos.json"),
    (_WRAPPED.format("ig_profile_picture"), "media/profile_photos.json"),
    (_WRAPPED.format("ig_[a-z_]+_media"), "media/other_content.json"),
    (_WRAPPED.format("profile_media_reposts"), "media/reposts.json"),
    (_WRAPPED.format("comments_(?:media|reels|story)_comments"), "comments/post_comments.json"),
    (_WRAPPED.format("(?:media|live|story)_comments"), "comments.json"),
    (_WRAPPED.format("story_activities_(?:questions|polls|quizzes)"), "story_interactions/questions.json"),
    (_WRAPPED.format("profile_user"), "personal_information/personal_information.json"),
    (_WRAPPED.format("profile_profile_change"), "personal_information/profile_changes.json"),
    (_WRAPPED.format("searches_(?:keyword|user|place|hashtag)"), "recent_searches/word_or_phrase_searches.json"),
    (_WRAPPED.format("likes_(?:media|comment)_likes"), "likes/liked_posts.json"),
    (_WRAPPED.format("relationships_[a-z_]+"), "connections/followers_and_following/found.json"),
    (_WRAPPED.format("organic_insights_[a-z_]+"), "logged_information/past_instagram_insights/posts.json"),
    (r'^\s*\{\s*"(?:photos|videos|stories)"\s*:\s*\[\s*\{(?s:.){0,3000}?"taken_at"', "media.json"),
    (
        r'^(?=(?s:.)*instagram)\s*\{\s*"participants"\s*:\s*\[\s*\{\s*"name"\s*:\s*"([^"\\/]{0,60})',
        r"messages/inbox/\1/message_1.json",
    ),
    (
        r'^\s*\[?\s*\{(?:\s*"media_list_data"\s*:\s*\[(?s:.){0,1500}?\]\s*,)?\s*"string_map_data"\s*:\s*\{'
        r'(?:\s*"[^"]{1,200}"\s*:\s*\{[^{}]{0,9000}(?:\}|\Z),?){2,}',
        "comments/post_comments_1.json",
    ),
    (_NOT_THREADS + r'\s*\[?\s*\{\s*"media"\s*:\s*\[\s*\{\s*"uri"\s*:', "media/posts_1.json"),
    (
        _NOT_THREADS + r'\s*\[?\s*\{(?s:.){0,2500}?"uri"\s*:\s*"media\\?/(?:posts|other|reels)\\?/\d{6}',
        "media/posts_1.json",
    ),
    (r'^\s*\[?\s*\{(?s:.){0,3000}?"label_values"\s*:(?s:.){0,3000}?instagram\.com\\?/', "media/posts.json"),
    (_PAGE + _ENTRY + r"(?s:.){0,1200}?<td[^<>]*>\s*Media Owner", "comments/post_comments_1.html"),
    (_PAGE + r"<title>\s*Stories\s*</title>(?s:.)*(?:_a6-g|\bmedia/stories/\d{6}/)", "media/stories.html"),
    (_PAGE + r"(?:href|src)=[\"'](?:\.\./)*media/(?:posts|reels|other|archived_posts)/\d{6}/", "media/posts_1.html"),
    (_PAGE + _ENTRY, "media/found_by_its_shape.html"),
]


def remarks(export: Export) -> Iterator[str]:
    """Yield what the account's privacy says of all posts."""
    if export.counted["private"]:
        yield (
            "this Instagram account was private when the export was made: its posts were for followers, except those"
            " from a time when it was public"
        )

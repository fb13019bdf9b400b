"""Threads: a folder of the Instagram export, in JSON and HTML, since 2023.

A post of words alone still has one medium with an empty address; its words are that medium's `title`, or the post's
where there are several. Since 2025 a reply says that it is one, not what it answers.
"""

from audit.parsers._export import Reader
from audit.parsers._instagram import THREADS_HOW_TO_DELETE, THREADS_NEVER
from audit.parsers._instagram.left_out import THREADS_LEFT_OUT
from audit.parsers._instagram.profile import account
from audit.parsers._instagram.reading import ANY, FILE, read_profile, reads
from audit.parsers._instagram.subtitles import finish

__all__ = ["account", "finish"]

NETWORK = "threads"
LABEL = "Threads"

SIGNATURE = (
    r"threads/(?:threads_and_replies|archived_threads|liked_threads|saved_threads|threads_viewed)[^/]*\.(?:json|html?)",
    r"(?<=your_instagram_activity/)threads/.+",
    r"(?<!threads/)threads_and_replies[^/]*\.(?:json|html?)",
)

_NOT_POSTS = (
    r"(?:liked|saved|[^/]*viewed|[^/]*likes|[^/]*seen|[^/]*hidden|[^/]*not_interested|[^/]*interests|[^/]*topics"
    r"|[^/]*settings|[^/]*preferences)"
)

READS: dict[str, Reader] = {
    rf"threads/archived{ANY}": reads("post", state="archived"),
    rf"threads/[^/]*(?:recently_deleted|trash){ANY}": reads("post", state="trash"),
    rf"threads/[^/]*draft{ANY}": reads("post", state="draft"),
    rf"threads/reposts{ANY}": reads("repost"),
    rf"threads/personal_information{FILE}": read_profile,
    rf"threads/[^/]*search{ANY}": reads("note", audience="private"),
    rf"threads/(?!{_NOT_POSTS})[^/]*(?:threads|replies|posts){ANY}": reads("post"),
    rf"threads_and_replies{ANY}": reads("post"),
}

MESSAGES: dict[str, Reader] = {}

LEFT_OUT = THREADS_LEFT_OUT

HOW_TO_DELETE = THREADS_HOW_TO_DELETE
TWO_CLICKS: dict[str, str] = {}
NEVER = THREADS_NEVER

_WRAPPED = r'"{}"\s*:\s*[\[{{]'
SNIFF = [
    (_WRAPPED.format("text_post_app_text_posts"), "threads/threads_and_replies.json"),
    (_WRAPPED.format("text_post_app_text_app_archived_posts"), "threads/archived_threads.json"),
    (_WRAPPED.format("text_post_app_text_post_app_profile"), "threads/personal_information.json"),
    (_WRAPPED.format("text_post_app_media_likes"), "threads/liked_threads.json"),
    (_WRAPPED.format("text_post_app_text_post_app_saved_posts"), "threads/saved_threads.json"),
    (_WRAPPED.format("text_post_app_text_post_app_posts_seen"), "threads/threads_viewed.json"),
    (_WRAPPED.format("text_post_app_text_post_app_follow[a-z]+"), "threads/followers.json"),
    (_WRAPPED.format("text_post_app_[a-z_]*"), "threads/other_threads.json"),
    (r'^\s*\[?\s*\{(?s:.){0,3000}?"text_app_post"\s*:\s*\{', "threads/threads_and_replies.json"),
]

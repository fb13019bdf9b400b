"""What every Facebook export shares, JSON or HTML: how to remove a post, where it is listed, what is never exported.

Menus move every few months: the steps are words, the addresses are those of the person's own activity log.
"""

import re
from dataclasses import dataclass

from audit.posts import Post

_LOG = "https://www.facebook.com/me/allactivity?activity_history=false&category_key={}&manage_mode=false"
_ACTIVITY = f"{_LOG}&should_load_landing_page=false"
_POSTS = _ACTIVITY.format("MANAGEPOSTSPHOTOSANDVIDEOS")

_FIND = "Open your profile, three dots, Activity log, and filter by the date of the post."

HOW_TO_DELETE = {
    "": f"{_FIND} Then three dots beside it, and Delete or Move to trash.",
    "post": (
        f"{_FIND} Three dots on the post, Move to trash (it goes for good after 30 days), or Move to archive, or Edit"
        " audience to hide it first. Many at once: Activity log, Manage posts. A group post is under Group posts and"
        " comments; leaving the group leaves your posts behind."
    ),
    "share": f"{_FIND} Three dots on the post, Move to trash. What you wrote above the shared thing goes with it.",
    "repost": f"{_FIND} Three dots on the post, Move to trash.",
    "comment": (
        "Activity log, Comments (in groups: Group posts and comments), find the date, three dots, Delete. The owner of"
        " the post can remove the whole thread; you can remove only your own comments."
    ),
    "reply": "Activity log, Comments, find the date, three dots, Delete.",
    "caption": (
        "Open the picture or video, three dots, Edit to change its caption or Delete photo. The caption is kept apart"
        " from the words of the post, so look at both. An album's name and description: open the album, Edit."
        " A story: your story archive, three dots, Delete."
    ),
    "checkin": "Activity log, Check-ins. Delete the post, or Edit the post and take the location off.",
    "review": "Open the page you recommended, Reviews, three dots on yours, Delete. Or Activity log, Other activity.",
    "article": "Your profile, More, Notes if still there, otherwise Activity log, Posts: open the note, Delete.",
    "event": "Open the event, three dots, Cancel or Delete event. Its description stays readable until it is deleted.",
    "listing": "Marketplace, Selling, three dots on the listing, Delete. A fundraiser: open it, End or Delete.",
    "answer": (
        "Answers to a group's questions are held by its administrators: ask them. A poll: open the post and take your"
        " vote or option away."
    ),
    "bio": "Your profile, Edit profile (or About), and change or empty the field, also in its earlier entries.",
    "note": "Searches: Activity log, Your search history, Clear searches. Chats with Meta AI: open the chat, Delete.",
    "message": "Open the chat, hold or hover over the message, Remove or Unsend for everyone. Others may keep copies.",
}

TWO_CLICKS = {
    "": _POSTS,
    "post": _POSTS,
    "share": _POSTS,
    "repost": _POSTS,
    "caption": _POSTS,
    "checkin": _POSTS,
    "comment": _ACTIVITY.format("COMMENTSCLUSTER"),
    "reply": _ACTIVITY.format("COMMENTSCLUSTER"),
}

NEVER = (
    "Facebook does not say who could see a post: take it as unknown until you have looked.",
    "The post or comment that you answered is not in the export, only its author's name in Facebook's own sentence.",
    "Words in pictures, stories and videos are not in the export as text: look at those by eye.",
    "End-to-end encrypted chats are not in the normal export: they are a separate download from Messenger.",
    "What you posted as a Page or as a second profile is a separate download of that Page or profile.",
    "In JSON, posts carry no address: find them by date, kind and first words, or download the HTML format as well.",
    "What others shared, copied or photographed is not in your export.",
)


@dataclass(slots=True)
class FacebookPost(Post):
    """A post that still knows the names of its pictures: the surest sign that two records are one post."""

    files: tuple[str, ...] = ()


_MENTION = re.compile(r"@\[(?:\d{1,30}):\d{1,9}:((?:[^\[\]\n]|\[[^\[\]\n]{0,80}\]){1,150})\]")
_UNBALANCED = re.compile(r"@\[(?:\d{1,30}):\d{1,9}:([^\]\n]{1,150}?)\]")


def mentions_resolved(text: str) -> tuple[str, list[str]]:
    """Return the text with `@[id:type:Name]` written as the name, and the names."""
    if "@[" not in text:
        return text, []
    names: list[str] = []

    def name_of(found: re.Match[str]) -> str:
        names.append(found[1].strip())
        return found[1]

    return _UNBALANCED.sub(name_of, _MENTION.sub(name_of, text)), names

"""What Instagram and Threads exports share: how to remove a post, where it is listed, what is never exported.

Menus move every few months: the steps are words, the addresses are those of the person's own activity.
"""

_ACTIVITY = "https://www.instagram.com/your_activity/"
_POSTS = f"{_ACTIVITY}photos_and_videos/posts"
_COMMENTS = f"{_ACTIVITY}interactions/comments"
_FIND = "The export has no address for it: look for the date and the first words."

HOW_TO_DELETE = {
    "": f"Profile, menu, Your activity, and choose what it is. {_FIND} Then Select, and Delete or Archive.",
    "caption": (
        f"Profile, open the picture or video. {_FIND} Three dots, Delete (it stays in Recently deleted for 30 days) or"
        " Archive, or Edit to change the caption: no earlier wording is shown. Many at once: Your activity, Posts,"
        " Select. A story: your story archive and your highlights. What was also posted to Facebook is a post of its"
        " own there. Words that were spoken in a video go only with the video."
    ),
    "post": f"Profile, open it. {_FIND} Three dots, Delete. A note: tap it, Delete note; it is gone after a day.",
    "repost": "Open the post that you passed on, and tap the repost sign again.",
    "comment": (
        "Your activity, Comments, sort by date, Select, Delete. A comment cannot be edited: delete it, and write it"
        " again if need be. Under a post that is gone or private it may be out of your reach."
    ),
    "answer": "What you sent to somebody's sticker is held with their story: only they can remove it.",
    "bio": "Profile, Edit profile, and change or empty the field. Think of name, links and highlights as well.",
    "note": "Searches: your search, See all, Clear all. Chats with an AI: open the chat, Delete.",
    "listing": "Open the fundraiser or listing, three dots, End or Delete.",
    "article": "Open the guide, three dots, Delete guide.",
    "message": "Hold the message, Unsend. Others may have read, copied or been notified of it.",
}

TWO_CLICKS = {
    "": _POSTS,
    "caption": _POSTS,
    "post": _POSTS,
    "comment": _COMMENTS,
    "reply": _COMMENTS,
}

NEVER = (
    "Instagram does not say who could see a post: take it as unknown until you have looked, above all if the account"
    " was ever public.",
    "What others wrote under your posts, and the posts that you commented on, are not in the export: a comment names"
    " only the account.",
    "Words drawn on stories, and words in pictures, are not in the export as text: look at those by eye.",
    "What was spoken is there only where Instagram made subtitles for the video; they are a machine's, with mistakes.",
    "Posts and comments carry no address: find them by date, account and first words.",
    "Posts that were made together with another account, and stories for close friends only, are not marked.",
    "What others shared, copied or photographed is not in your export.",
)

THREADS_HOW_TO_DELETE = {
    "": f"Your Threads profile, Threads or Replies. {_FIND} Three dots, Delete, or Archive to hide it.",
    "post": (
        f"Your Threads profile. {_FIND} Three dots, Delete, or Archive to hide it. It can be edited only for some 15"
        " minutes. If your profile is shared to the fediverse, other servers are asked to delete it too; none must."
    ),
    "reply": f"Your Threads profile, Replies. {_FIND} Three dots, Delete.",
    "repost": "Open the post that you passed on, tap the repost sign, Remove.",
    "caption": f"Your Threads profile. {_FIND} Three dots, Delete. Words spoken in a video go only with the video.",
    "bio": "Your Threads profile, Edit profile, and change or empty the field.",
    "note": "Your search, and remove the entry.",
}

THREADS_NEVER = (
    "Threads does not say who could see a post, only who might answer it.",
    "A reply stands without the post that it answers, and without its author's name: read it there before you judge.",
    "Posts carry no address: find them by date and first words.",
    "What others wrote, quoted, copied or photographed is not in your export, nor what other servers kept.",
)

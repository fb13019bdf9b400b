"""How to remove what stands on X, and what its export never holds.

Menus move every few months: the steps are words, and there is no address that lists all posts of one kind.
"""

_GONE_FOR_GOOD = (
    "There is no bin and no way back. Quotes of it and answers to it stay, and show that something is missing."
)
_POST = f"Open the post, three dots, Delete post. {_GONE_FOR_GOOD} Deleting one version of an edited post deletes all."
HOW_TO_DELETE = {
    "": _POST,
    "post": _POST,
    "caption": _POST,
    "reply": f"Open your reply, three dots, Delete post. Each is deleted by itself. {_GONE_FOR_GOOD}",
    "repost": "Open the post, tap the repost arrows, Undo repost. The words stay with whoever wrote them.",
    "article": "Your profile, Articles, open it, three dots, Delete. The post that carries it is deleted by itself.",
    "comment": (
        "Words typed into a live broadcast go when its host deletes it: ask. A Community Note: open your profile there,"
        " the note, three dots, Delete note."
    ),
    "bio": (
        "Your profile, Edit profile, and change or empty the field. A list: open it, three dots, Edit list, and rename,"
        " make private or delete it. Earlier user names cannot be taken back."
    ),
    "note": (
        "Grok: open its history, choose the conversation, Delete. A saved search: tap the search field, and take it"
        " away there."
    ),
    "event": "Open the broadcast or Space from your profile or the post that carries it, three dots, Delete.",
    "listing": "Open the shop or catalogue in X's Shopping Manager and delete the product or its text.",
    "message": "Open the conversation, hold the message, Delete. It may go for you only: the other side can keep it.",
}
TWO_CLICKS: dict[str, str] = {}
NEVER = (
    "The post that you answered or quoted is not in the export: only whose it was, or its address.",
    "X does not say whether your account was protected when you posted: posts count as public unless the export shows"
    " that it is protected now.",
    "The descriptions that you gave to pictures for blind readers are not in the export: look at the live posts.",
    "Polls, words in pictures and videos, and what was said in Spaces and broadcasts are not in the export as text.",
    'In archives from 2018 on, reposts are cut at 140 characters, and an "RT @name" typed by hand looks like one.',
    "Posts that you deleted are there for some two weeks at most; fleets for some thirty days.",
    "End-to-end encrypted chats are there only as sealed text that nobody but you and the other side can read.",
    "What others quoted, answered or copied of yours is not in your export.",
)

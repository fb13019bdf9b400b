"""X. No bin, no way to hide one post, and edits stay readable."""

from audit.act.ways import Cannot

_DOTS = "Three dots on the post."
_HIDE = Cannot(
    "X cannot hide a single post. Either protect all your posts (above), or remove this one: it is the only way that "
    "reaches one post."
)
REMOVE = {
    "": (_DOTS, "Delete post, and confirm. There is no bin and no way back.", "Of an edited post all versions go."),
    "reply": (_DOTS, "Delete post, and confirm. Each reply is deleted by itself.", "Look whether others quoted it."),
    "repost": ("Open it, tap the repost arrows.", "Undo repost. The words stay with whoever wrote them."),
}
RESTRICT = {
    "": _HIDE,
    "repost": REMOVE["repost"],
    "bio": ("Your profile, Edit profile.", "Empty the field, Save."),
    "article": _HIDE,
}
REWORD = {
    "": (
        "X lets only paying accounts edit, for an hour, and every version stays readable: delete, and write anew.",
        _DOTS,
        "Delete post, and confirm.",
        "If it is still worth saying, post it without the particulars.",
    ),
    "repost": Cannot("These are somebody else's words. Undo the repost instead."),
    "bio": ("Your profile, Edit profile.", "Take the particulars out, Save."),
    "article": ("Your profile, Articles, open it, three dots.", "Edit, where it is offered; otherwise delete it."),
}
FIRST = (
    "Settings and privacy, Privacy and safety, Audience, media and tagging.",
    "Switch on Protect your posts.",
    "In Settings, Privacy and safety, Location: remove all location information from past posts.",
)
FIRST_NOTE = (
    "Only followers see your posts from then on. Those who follow you already still do, search engines' copies last "
    "for a while, and replies to strangers vanish for them."
)
LIMITS = (
    "X has no tool of its own for many posts at once. backscroll handoff writes the files that such tools take.",
    "Deleting cannot be undone: have your archive in your hands first. A fresh one takes a day or more.",
)
STAYS = {
    "remove": "Quotes and replies of others stay and show that something is missing. Screenshots. Search results for "
    "some days.",
    "restrict": "Followers still see it; quotes, screenshots and search results stay.",
    "reword": "Quotes, replies and screenshots of the old wording.",
}
FIND = "Search X for your own posts of {day}: from:yourname, since that day, until the next."

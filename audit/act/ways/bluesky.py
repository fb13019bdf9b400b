"""Bluesky. Everything is public, nothing can be edited, and deleting is the only way."""

from audit.act.ways import Cannot

_DOTS = "Three dots on the post."
_HIDE = Cannot(
    "Bluesky cannot hide a post: whatever stands in your repository is open to anybody. Remove it instead. Limits on "
    "answers, and Detach quote, keep it from spreading further."
)
REMOVE = {
    "": (_DOTS, "Delete post, and confirm. It cannot be undone."),
    "repost": ("Open the post that you passed on, press the repost arrows.", "Undo repost."),
}
RESTRICT = {"": _HIDE, "repost": REMOVE["repost"], "bio": ("Your profile, Edit profile.", "Empty the field, Save.")}
REWORD = {
    "": (
        "A post cannot be edited: delete, and write anew.",
        _DOTS,
        "Delete post, and confirm.",
        "If it is still worth saying, post it without the particulars.",
    ),
    "repost": Cannot("These are somebody else's words. Undo the repost instead."),
    "bio": ("Your profile, Edit profile.", "Take the particulars out, Save."),
}
LIMITS = ("Bluesky has no tool of its own for many posts at once.",)
STAYS = {
    "remove": "Services that copied the public stream may keep it. Quotes, answers, screenshots.",
    "restrict": "All of it, for everybody, until it is removed.",
    "reword": "Services that copied the public stream may keep the old wording. Quotes, answers, screenshots.",
}
FIND = "On your profile go back to {month}, and look for {day}."

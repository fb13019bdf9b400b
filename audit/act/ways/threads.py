"""Threads. Edits only for some minutes; archiving hides."""

from audit.act.ways import Cannot

_DOTS = "Open it from your profile, under Threads or Replies: three dots."
REMOVE = {"": (_DOTS, "Delete, and confirm."), "repost": ("Open it, tap the repost sign.", "Remove.")}
RESTRICT = {
    "": (_DOTS, "Archive, where it is offered: only you see it then. Otherwise delete it."),
    "repost": ("Open it, tap the repost sign.", "Remove."),
    "bio": ("Your profile, Edit profile.", "Empty the field, Done."),
}
REWORD = {
    "": (
        "Threads lets nobody edit after some 15 minutes: delete, and write anew.",
        _DOTS,
        "Delete, and confirm.",
        "If it is still worth saying, post it without the particulars.",
    ),
    "repost": Cannot("These are somebody else's words. Undo the repost instead."),
    "bio": ("Your profile, Edit profile.", "Take the particulars out, Done."),
}
FIRST = ("Settings, Account privacy or Privacy.", "Switch on Private profile; switch sharing to the fediverse off.")
FIRST_NOTE = "Only followers see your threads from then on. Other servers that took copies keep them."
LIMITS = ("If your profile is shared to the fediverse, other servers are asked to delete; none can be made to.",)
STAYS = {
    "remove": "Quotes, replies and screenshots; copies on other servers, if you shared to the fediverse.",
    "restrict": "You and Threads still have it; quotes, screenshots and copies on other servers stay.",
    "reword": "Quotes, replies and screenshots of the old wording.",
}
FIND = "On your Threads profile go back to {month}, and look for {day}."

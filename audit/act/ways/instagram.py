"""Instagram. Captions can be edited and no history is shown; comments can only be deleted."""

from audit.act.ways import Cannot

_COMMENT = (
    "Your activity, Comments, sort by date.",
    "Select it, Delete. Under a post that is gone or private it may be out of reach.",
)
_DOTS = "Open it, three dots."
REMOVE = {
    "": (_DOTS, "Delete. It lies in Recently deleted for 30 days (stories 24 hours): delete it there too."),
    "comment": _COMMENT,
    "reply": _COMMENT,
    "repost": ("Open the post that you passed on.", "Tap the repost sign again."),
}
RESTRICT = {
    "": (_DOTS, "Archive: only you see it then, and likes and comments are kept."),
    "comment": Cannot("A comment cannot be hidden by the one who wrote it. Delete it instead."),
    "reply": Cannot("A comment cannot be hidden by the one who wrote it. Delete it instead."),
    "repost": ("Open the post that you passed on.", "Tap the repost sign again."),
    "bio": ("Profile, Edit profile.", "Empty the field. Name, links and titles of highlights count too."),
}
REWORD = {
    "": (_DOTS, "Edit. Take the particulars out of caption, place, tags and alt text.", "Done. It then says Edited."),
    "comment": ("A comment cannot be edited.", *_COMMENT, "If it is still worth saying, write it anew."),
    "reply": ("A comment cannot be edited.", *_COMMENT, "If it is still worth saying, write it anew."),
    "repost": Cannot("These are somebody else's words. Undo the repost instead."),
    "bio": ("Profile, Edit profile.", "Change the words. Name, links and titles of highlights count too."),
}
FIRST = ("Settings, Account privacy.", "Switch on Private account.")
FIRST_NOTE = (
    "Only followers see your posts from then on. Those who follow you already still do, what was shared stays, and "
    "comments on public accounts stay public."
)
LIMITS = (
    "Recently deleted is emptied after 30 days.",
    "What was also posted to Facebook or Threads is a post of its own there.",
    "Many at once: Your activity, Posts or Comments, Select.",
)
STAYS = {
    "remove": "What others shared to their stories or saved, the copy on Facebook or Threads if there is one, "
    "screenshots.",
    "restrict": "You and Instagram still have it; shared copies and screenshots stay.",
    "reword": "Screenshots and shares of the old wording. What is said or shown in the picture itself.",
}
FIND = "Your activity, sort by date, choose {month}, and look for {day}."

"""Facebook. Edits keep a history that anyone who sees the post can open, so rewording means writing it anew."""

from audit.act.ways import Cannot

_DOTS = "Three dots beside the post."
_TRASH = "Move to trash. To have it gone now and not in 30 days: Activity log, Trash, tick it, Delete."
_HISTORY = (
    "Facebook keeps earlier wordings under View edit history, so do not use Edit post: take a copy of what you want "
    "to keep, then delete the post."
)
_ANEW = "If it is still worth saying, write it anew without the particulars."
_COMMENT = ("Three dots beside your comment.", "Delete. Do the same with your other comments in that thread.")

REMOVE = {
    "": (_DOTS, _TRASH),
    "post": (
        _DOTS,
        _TRASH,
        "Your comments under it go with it. Those under a shared copy of it do not: look there too.",
    ),
    "group post": (
        "Activity log, Group posts and comments, and open it in the group.",
        "Three dots, Delete post. There is no bin for it.",
        "Stay in the group until all is done: leaving leaves your posts behind.",
    ),
    "comment": _COMMENT,
    "reply": _COMMENT,
    "group comment": ("Activity log, Group posts and comments, and open it in the group.", *_COMMENT),
    "caption": (
        "Open the picture or video, three dots.",
        "Edit, and empty the caption and the alt text; or Delete photo, if the picture itself tells too much.",
        "Look at the words of the post and at the album's name and description as well: they are kept apart.",
    ),
    "checkin": (
        "Activity log, Check-ins, and open the post.",
        "Three dots, Move to trash. If only the place is too much: Edit post, and take the location off.",
    ),
}
RESTRICT = {
    "": (_DOTS, "Edit audience.", "Choose Only me. Or choose Move to archive, which only you can see."),
    "comment": Cannot("A comment cannot be hidden by the one who wrote it. Delete it instead."),
    "reply": Cannot("A comment cannot be hidden by the one who wrote it. Delete it instead."),
    "group post": Cannot("A post in a group has the group's audience. Delete it instead."),
    "group comment": Cannot("A comment in a group has the group's audience. Delete it instead."),
    "caption": (
        "Open the picture or video, three dots.",
        "Edit audience, Only me. In an album the album's audience counts: open the album, Edit.",
    ),
    "bio": ("Your profile, Edit profile or About.", "The sign beside the field: choose Only me, or empty the field."),
    "review": (
        "Open your recommendation, three dots.",
        "Edit audience, Only me, where it is offered; otherwise delete.",
    ),
    "event": Cannot("An event's audience is set when it is made. Cancel or delete it instead."),
}
REWORD = {
    "": (_HISTORY, _DOTS, _TRASH, _ANEW),
    "group post": (_HISTORY, "Three dots, Delete post.", _ANEW),
    "comment": ("Comments keep an edit history too: delete it, do not edit it.", *_COMMENT, _ANEW),
    "reply": ("Comments keep an edit history too: delete it, do not edit it.", *_COMMENT, _ANEW),
    "caption": (
        "Open the picture or video, three dots, Edit.",
        "Take the particulars out of the caption and the alt text, Save.",
        "Then look whether View edit history is offered. If so, delete the caption's post and post it anew.",
    ),
    "bio": (
        "Your profile, Edit profile or About.",
        "Change the words, Save. Look at earlier entries of the field too.",
    ),
    "article": ("Open the note.", "Edit it if that is still offered, otherwise delete it."),
}
FIRST = (
    "Settings and privacy, Settings, Audience and visibility: Posts.",
    "Limit who can see past posts, and confirm.",
)
FIRST_NOTE = (
    "Everything that was Public or Friends of friends becomes Friends, at once. It does not hide anything from "
    "friends, and it does not reach groups, comments on other people's posts, or tagged people's friends."
)
LIMITS = (
    "The bin is emptied after 30 days; until then you can take a post back out of it.",
    "Facebook slows down many deletions and may ask for your password again, or say that it is still busy with "
    "earlier changes. Wait an hour, and carry on.",
    "Many at once: Activity log, Manage posts, tick, then Archive or Trash.",
)
STAYS = {
    "remove": "What others wrote when they shared it, e-mails that told people of it, screenshots. Facebook's own "
    "copies last some weeks longer.",
    "restrict": "You and Facebook still have it. Whoever was tagged, shared it or copied it keeps that.",
    "reword": "Shares and screenshots of the old wording. If you edited instead, the old wording itself.",
}
_LOG = (
    "https://www.facebook.com/me/allactivity?activity_history=false&category_key={}&manage_mode=false"
    "&should_load_landing_page=false"
)
LISTS = {"group post": _LOG.format("GROUPPOSTS"), "group comment": _LOG.format("GROUPPOSTS")}
FIND = "In that list: Filters, Date, choose {month}, and look for {day}."

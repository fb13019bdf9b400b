"""LinkedIn. Posts and comments can be edited and no history is shown; one post cannot be hidden."""

from audit.act.ways import Cannot

_COMMENT_DOTS = "Find your comment on that page (the address leads to the post only): three dots on it."
_HIDE = Cannot("LinkedIn cannot hide a single post once it is out. Remove it, or take the particulars out.")
_GIVEN = "Your profile, Recommendations, Given, the pencil."
REMOVE = {
    "": ("Three dots on the post.", "Delete post, and confirm. There is no bin. Its comments go with it."),
    "comment": (_COMMENT_DOTS, "Delete."),
    "reply": (_COMMENT_DOTS, "Delete."),
    "repost": ("Open the post that you passed on.", "Repost, Undo repost."),
    "article": ("Open the article, Edit article.", "Manage, Delete. The post that announced it is deleted by itself."),
    "review": (_GIVEN, "Delete. The person whom you recommended may have a copy."),
}
RESTRICT = {
    "": _HIDE,
    "comment": Cannot("A comment cannot be hidden by the one who wrote it. Delete it, or take the particulars out."),
    "reply": Cannot("A comment cannot be hidden by the one who wrote it. Delete it, or take the particulars out."),
    "article": ("Open the article, Edit article.", "Manage, Unpublish, where it is offered; otherwise delete it."),
    "review": (_GIVEN, "Change who can see it."),
    "bio": ("Settings, Visibility, Edit your public profile.", "Switch the section off, or empty it on your profile."),
}
REWORD = {
    "": ("Three dots on the post.", "Edit post. Take the particulars out, Save. It then says Edited.",
         "Words in a picture, document or video cannot be edited: delete the post if they tell too much."),
    "comment": (_COMMENT_DOTS, "Edit. Take the particulars out, Save changes."),
    "reply": (_COMMENT_DOTS, "Edit. Take the particulars out, Save changes."),
    "repost": Cannot("These are somebody else's words. Undo the repost instead."),
    "article": ("Open the article, Edit article.", "Take the particulars out, Update."),
    "review": (_GIVEN, "Revise. The person whom you recommended has to agree to the new wording."),
    "bio": ("Your profile, the pencil beside the section.", "Take the particulars out, Save."),
}  # fmt: skip
FIRST = ("Settings, Visibility, Edit your public profile.", "Switch Your profile's public visibility off.")
FIRST_NOTE = "Search engines and people who are not signed in no longer see your profile. Posts stay as they are."
LIMITS = ("LinkedIn has no bin and no tool for many posts at once.",)
STAYS = {
    "remove": "What others shared with words of their own, e-mails that told people of it, screenshots.",
    "restrict": "You and LinkedIn still have it; shares and screenshots stay.",
    "reword": "E-mails, shares and screenshots of the old wording; the word Edited.",
}
FIND = "In that list go back to {month}, and look for {day}."

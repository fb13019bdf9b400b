"""How to find and remove what was written on LinkedIn, and what its export never holds.

Menus move every few months: the steps are words, the addresses are those of the person's own activity.
"""

NEVER = (
    "Words in pictures, documents (carousels), videos and polls are not in LinkedIn's export: look at those by eye.",
    "What you answered or passed on is not in the export: a comment has only the address of the post, a re-share with"
    " your own words not even that.",
    "LinkedIn's list of comments covers only part of the past, leaves out comments in groups, and gives the address of"
    " the post, not of the comment.",
    "The export does not say who could see a comment, and for posts only what you chose, not who was in the group.",
    "Addresses shortened to lnkd.in do not tell where they lead.",
    "What others shared, quoted or photographed of your posts is not in your export.",
)
_ACTIVITY = "https://www.linkedin.com/in/me/recent-activity/{}/"
TWO_CLICKS = {
    "": _ACTIVITY.format("all"),
    "post": _ACTIVITY.format("all"),
    "share": _ACTIVITY.format("all"),
    "repost": _ACTIVITY.format("all"),
    "comment": _ACTIVITY.format("comments"),
}
_POST = "Open the post's address, three dots, Delete post. Its comments go with it; what others shared or copied stays."
HOW_TO_DELETE = {
    "": "Your profile, Show all activity: open it, three dots, Delete.",
    "post": f"{_POST} LinkedIn keeps no bin, and no list of earlier wordings when you edit.",
    "share": _POST,
    "repost": "Open the post that you passed on, Repost, Undo repost; or your profile, Show all activity, Delete.",
    "comment": (
        "Open the post's address and find your comment on that page (its address leads to the post only), three dots"
        " on the comment, Delete. The author of the post can delete it too."
    ),
    "reply": "Open the post's address and find your reply, three dots, Delete.",
    "article": (
        "Open the article, Edit article (or open the draft in the editor), Manage, Delete. A newsletter's description:"
        " open the newsletter, Edit."
    ),
    "caption": "Open the post or the profile section that the picture hangs on, and edit or delete it there.",
    "review": (
        "Your profile, Recommendations, Given, the pencil: Revise, change who can see it, or Delete. The person whom"
        " you recommended may have a copy."
    ),
    "bio": "Your profile: the pencil beside the section (headline, About, experience, projects), change or empty it.",
    "note": (
        "A note on a person: open their profile and delete the note. Searches: Settings, Data privacy, Search history."
        " Chats with a coach: open the chat and delete it. A CV: Settings, Data privacy, Job application settings."
    ),
    "answer": "Settings, Data privacy, Job application settings: switch saving off and delete what is saved.",
    "event": "Open the event, Manage, Cancel or Delete event.",
    "listing": "Open the job, Manage job post, Close job, then Delete.",
    "message": (
        "Open the conversation, three dots on the message, Delete. The other person may keep what has arrived. An"
        " invitation that is still open: My network, Manage, Sent, Withdraw."
    ),
}

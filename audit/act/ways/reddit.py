"""Reddit. Texts can be edited without a public history, titles cannot; nothing can be hidden."""

from audit.act.ways import Cannot

_DOTS = "Three dots."
_HIDE = Cannot("Reddit cannot hide one post or comment from others. Remove it, or take the particulars out.")
_TEXT = ("Edit. Take the particulars out, Save. It then says edited; no earlier wording is shown.",)
REMOVE = {
    "": (_DOTS, "Delete, and confirm. The page of a post then shows neither title nor words."),
    "comment": (_DOTS, "Delete, and confirm. It becomes [deleted]; what others answered or quoted stays."),
    "reply": (_DOTS, "Delete, and confirm. It becomes [deleted]; what others answered or quoted stays."),
}
RESTRICT = {"": _HIDE, "bio": ("Settings, Profile.", "Empty the field.")}
REWORD = {
    "": (_DOTS, *_TEXT, "A title cannot be edited: delete the post if the title tells too much."),
    "comment": (_DOTS, *_TEXT),
    "reply": (_DOTS, *_TEXT),
    "bio": ("Settings, Profile.", "Take the particulars out."),
}
LIMITS = (
    "Do not delete the account first: its posts and comments would stay, without your name, out of your reach.",
    "Reddit has no tool of its own for many at once, and takes up to 30 days to make an export.",
)
STAYS = {
    "remove": "Answers and quotations. Archives of Reddit that were made before, for research and otherwise.",
    "restrict": "All of it, for everybody, until it is removed.",
    "reword": "Answers and quotations of the old wording, and archives that were made before.",
}
FIND = "In that list go back to {month}, and look for {day}."

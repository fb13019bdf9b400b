"""Mastodon. Edits keep a public history; deletes are asked of other servers, and cannot be forced on them."""

from audit.act.ways import Cannot

_DOTS = "Three dots on the post."
REMOVE = {
    "": (_DOTS, "Delete, and confirm. Your server asks the others to delete their copies."),
    "repost": ("Open the post that you boosted.", "Press the boost button again."),
}
RESTRICT = {
    "": (
        "A post's audience cannot be changed later: it has to be posted anew.",
        _DOTS,
        "Delete and re-draft.",
        "Choose Followers or Mentioned people only, and publish; or keep it as a draft of your own, elsewhere.",
    ),
    "repost": ("Open the post that you boosted.", "Press the boost button again."),
    "bio": ("Preferences, Public profile.", "Empty the words and fields, Save."),
}
REWORD = {
    "": (
        "Do not use Edit: it leaves the earlier wording open to all.",
        _DOTS,
        "Delete and re-draft. Take the particulars out of words, content warning, alt texts and poll, and publish.",
    ),
    "repost": Cannot("These are somebody else's words. Undo the boost instead."),
    "bio": ("Preferences, Public profile.", "Take the particulars out, Save."),
}
LIMITS = (
    "Servers limit the pace: some 30 deletions in 5 minutes, or in 30. Many posts take days.",
    "Preferences, Automated post deletion does many at once, by age: old posts too, so set the age with care.",
    "Your server makes an archive once in 7 days.",
)
STAYS = {
    "remove": "Servers that are offline, or do not obey, keep their copy and may show it. Screenshots, answers.",
    "restrict": "Copies of the first version on servers that do not obey the delete. Screenshots, answers.",
    "reword": "Copies of the first version on servers that do not obey the delete. Screenshots, answers.",
}
FIND = "On your profile go back to {month}, and look for {day}."

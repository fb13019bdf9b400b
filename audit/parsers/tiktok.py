"""TikTok: the data request, one JSON file or a folder of text files.

Sections were renamed in 2024, 2025 and 2026, keys are `Date` here and `date` there, "nothing" is null, [], {}, "",
"N/A" or "None". What is said and shown in a video is in neither form.
"""

import json
import re
from collections.abc import Iterator

from audit.archive import Member, Unreadable
from audit.parsers._export import PICTURES, PICTURES_REASON, Account, Export, Reader
from audit.parsers._keys import by_name
from audit.parsers._tiktok import value_of, words_of
from audit.parsers._tiktok.names import named
from audit.parsers._tiktok.text_chats import WAITING, read_messages
from audit.parsers._tiktok.texts import profile_of, read_text
from audit.parsers._tiktok.user_data import PRIVATE, UNKNOWN, read_user_data

NETWORK = "tiktok"
LABEL = "TikTok"
_JSON = r"user_data(?:_tiktok)?(?:[ _-]?\(?\d{1,3}\)?)?\.json"
_TELLING = (
    r"(?:Like List|Likelijst|(?:Video )?Browsing History|Watch History|Kijkgeschiedenis|Watch Live History"
    r"|Go Live History|Recently Deleted Posts|Onlangs verwijderde berichten|Favou?rite Videos|Favou?rite HashTags"
    r"|Off TikTok Activity|Most Recent Location Data|Tako Chat History|История просмотра|Список лайков"
    r"|Directe berichten|Direct Messages)\.txt"
)
SIGNATURE = (_JSON, rf"[^/]+/{_TELLING}", rf"(?<!/){_TELLING}")
_WRITTEN = (
    *("comments", "posts", "deleted", "stories", "profile", "reviews", "products", "searches", "collections"),
    *("assistant", "lives", "live_comments", "reposts"),
)
_ELSEWHERE = named("messages", "shops", "nothing")
READS: dict[str, Reader] = {
    rf"(?:.*/)?{_JSON}": read_user_data,
    named(*_WRITTEN): read_text,
    rf"(?!(?:{_ELSEWHERE}|(?:.*/)?(?:read ?me|_chat|whatsapp)[^/]*)$).+/[^/]+\.txt": read_text,
}
MESSAGES: dict[str, Reader] = {named("messages"): read_messages}
LEFT_OUT = {
    named("shops"): "letters to and from shops: the text file does not say which are yours",
    named("nothing"): "what you watched, liked, followed, bought or set: no words of yours",
    r"(?:.*/)?read ?me.*\.txt": "written by TikTok",
    PICTURES: PICTURES_REASON,
}
_DATE = r"\A\W{0,4}[^:\n]{1,40}:+ ?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?: UTC)?\s*\n"
SNIFF = [
    (
        r'\A\s*\{[\s\S]{0,4000}?"(?:CommentsList|ItemFavoriteList|ProfileMap|FavoriteVideoList|WatchLiveMap|FansList'
        r"|AdInterestCategories|\w*OffTikTokActivityDataList|ActivitySummaryMap|FavoriteEffectsList|GoLiveList"
        r'|TakoChatHistoryList|FavoriteCollectionList|SearchList)"\s*:',
        "user_data_tiktok.json",
    ),
    (
        r'\A\s*\{[\s\S]{0,4000}?"(?:Your Activity|TikTok Live|Tiktok Live|TikTok Shop|Tiktok Shopping|Income\+ Wallet)'
        r'"\s*:\s*\{',
        "user_data_tiktok.json",
    ),
    (r"\A[\s\S]{0,300}?>>> Chat History with ", "Direct Messages/Direct Messages.txt"),
    (
        _DATE + r"(?i:Comment|Kommentar|Reactie|Commentaire|Comentario|Comentário|Commento|Комментарий|Коментар"
        r"|Komentarz|Yorum|コメント|댓글|评论|評論):",
        "Comments/Comments.txt",
    ),
    (_DATE + r"[^:\n]{1,30}:+ ?https?://[^\n]*\n[^:\n]{1,30}:+ ?\d+\s*\n", "Posts/Posts.txt"),
]


def account(export: Export) -> Account:
    """Return whose export it is: the profile's account."""
    for _, member in export.find(rf"(?:again/)*(?:.*/)?{_JSON}"):
        if (found := _account(_profile_in(member))).handle:
            return found
    for _, member in export.find(rf"(?:again/)*{named('profile')}"):
        try:
            fields = profile_of(member)
        except Unreadable:
            continue
        if fields.get("user"):
            return _account({"userName": fields["user"], "bioDescription": fields.get("bio", "")})
    return Account()


def _account(profile: dict[str, object]) -> Account:
    fields = by_name(profile)
    name = value_of(fields, "username").lstrip("@")
    if not name or re.search(r"\s", name):
        return Account(about=words_of(fields, "biodescription"))
    return Account(
        "",
        f"@{name}",
        value_of(fields, "displayname", "nickname"),
        f"https://www.tiktok.com/@{name}",
        about=words_of(fields, "biodescription"),
    )


def _profile_in(member: Member) -> dict[str, object]:
    """Return the profile in a JSON file of any size: it is looked for by its name, not by reading everything."""
    sign, held = b'"ProfileMap"', b""
    try:
        with member.open() as stream:
            while piece := stream.read(1 << 18):
                held = held[-64:] + piece
                if (at := held.find(sign)) >= 0:
                    found = held[at + len(sign) :] + stream.read(1 << 18)
                    return _object(found.decode("utf-8", "replace"))
    except Unreadable:
        return {}
    return {}


def _object(text: str) -> dict[str, object]:
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(text, text.index("{"))
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def remarks(export: Export) -> Iterator[str]:
    """Yield what the report should say of the export as a whole."""
    if export.counted[PRIVATE]:
        yield (
            "this TikTok account was private when the export was made: its videos were for followers, except those"
            " from a time when it was public"
        )
    if export.counted[WAITING]:
        yield "private messages lie in a text file of TikTok's: read only when you ask for them with --messages"
    unknown = sum(name.startswith(UNKNOWN) for name in export.counted)
    if unknown:
        which = "1 list" if unknown == 1 else f"{unknown} lists"
        yield f"TikTok's file has {which} of a kind that we do not know: not read"


NEVER = (
    "What you say and show in a video, and words and stickers on the screen, are not in TikTok's export: watch the"
    " videos listed without words yourself.",
    "Captions are missing from exports made before about 2024, and the address of the video that you commented on"
    " from those made before about 2026.",
    "Drafts on your phone, the comment that you answered, and the videos shared in messages are not in the export.",
    "Duets, stitches and downloads that others made of your videos cannot be seen from your export.",
)
TWO_CLICKS: dict[str, str] = {}
_VIDEO = (
    "Open the video, Share arrow or three dots, Delete (it stays in Recently deleted for about 30 days); or Privacy"
    " settings, Only me. Duets, stitches and downloads by others stay: switch them off first, then delete."
)
HOW_TO_DELETE = {
    "": _VIDEO,
    "caption": _VIDEO,
    "comment": "Open the video, press and hold your comment, Delete. Where the export has no address: Settings and"
    " privacy, Activity centre, Comment history.",
    "review": "Open the place or product, your review, three dots, Delete.",
    "repost": "Open the video, Share arrow, Remove repost.",
    "note": "Searches: Settings and privacy, Activity centre, Search history, delete. A collection: your profile,"
    " Favourites, Collections, rename or delete. Chats with Tako: open the chat, delete.",
    "bio": "Your profile, Edit profile: change or empty the words.",
    "message": "Press and hold the message, Delete: it goes from your side only. Whoever received it keeps it.",
    "listing": "Open your fundraiser, or remove it from your profile.",
}

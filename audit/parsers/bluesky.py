"""Bluesky: the repository as a CAR file, which holds every public record of the account, in binary.

The file is read into memory and its tree walked from the commit: what was deleted may still lie in the file, and does
not become a post. Only where parts of the tree are missing is the rest read too, since nobody can tell what still
exists; the report says so. The same records as JSON, as tools unpack them, are read too.
"""

from collections.abc import Iterator

from audit.archive import Member, Unreadable
from audit.parsers._bluesky import NAMED, POST, PROFILE, REPOST, SITE, may_hold_words, record_posts, string
from audit.parsers._bluesky.car import Repository, repository
from audit.parsers._bluesky.json import UNPACKED, read_list, read_record
from audit.parsers._export import PICTURES, PICTURES_REASON, Account, Export, Reader
from audit.posts import Post, Unread

NETWORK = "bluesky"
LABEL = "Bluesky"
SIGNATURE = (r"[^/]+\.car", r"app\.bsky\.(?:feed|actor|graph)\.\w+/[^/]+\.json")
_PARTIAL = "parts of the list of your records are missing: what could not be placed is shown without its address, and"
_UNPLACED = "unplaced"


def read_repository(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield every record with words that still exists, in the order of collections and time."""
    held = repository(member.read())
    for number, entry in enumerate(held.entries(may_hold_words)):
        collection, _, rkey = entry.key.partition("/")
        place = f"[{number}]"  # a key may hold words: some apps make it of the title
        if not isinstance(entry.value, dict):
            yield Unread(place, "the record is missing from the file, or damaged")
            continue
        for post in record_posts(collection, rkey, entry.value, held.did):
            post.source = place
            yield post
    yield from (Unread("", fault) for fault in held.faults)
    if held.missing:
        yield Unread("", f"{_PARTIAL} may have been deleted since")
        yield from _unplaced(held, export)


def _unplaced(held: Repository, export: Export) -> Iterator[Post]:
    """Yield the records that no tree leads to, where the tree is not whole."""
    for place, value in enumerate(held.leftovers()):
        collection = string(value, "$type")
        known = collection in (POST, REPOST, PROFILE, *NAMED)
        for post in record_posts(collection, "", value, "") if known else ():
            post.source = f"[unplaced {place}]"
            export.counted[_UNPLACED] += 1
            yield post


def account(export: Export) -> Account:
    """Return whose repository it is: its permanent address, and the profile's name and words."""
    for _, member in export.find(r"(?:again/)*[^/]+\.car"):
        try:
            held = repository(member.read())
        except Unreadable:
            continue
        profile: object = None
        for entry in held.entries(may_hold_words):  # in order of keys, the profile among the first
            if entry.key >= f"{PROFILE}/self":
                profile = entry.value if entry.key == f"{PROFILE}/self" else None
                break
        url = f"{SITE}/profile/{held.did}" if held.did else ""
        name = string(profile, "displayName")
        return Account(held.did, name=name, url=url, about=string(profile, "description"))
    return Account()


def remarks(export: Export) -> list[str]:
    """Return what the report should say of the export as a whole."""
    if count := export.counted[_UNPLACED]:
        return [
            f"{count} of the Bluesky records stand in a damaged part of the file: they have no address here, and some"
            " may have been deleted. Export your data again to be sure."
        ]
    return []


READS = {SIGNATURE[0]: read_repository, UNPACKED: read_record, r"records\.json": read_list}
MESSAGES: dict[str, Reader] = {}
LEFT_OUT = {r"blobs?/.*": PICTURES_REASON, PICTURES: PICTURES_REASON}
SNIFF = [
    (r"(?s)\A[^\n]{1,3}eroots.{0,400}?gversion\x01", "repo.car"),
    (r'\A\s*\{\s*"(?:records"\s*:\s*\[[\s\S]{0,300}?"uri"|cursor")[\s\S]{0,800}?"at://did:', "records.json"),
]
NEVER = (
    "Pictures and videos are not in Bluesky's export, only the descriptions that you gave them.",
    "Direct messages are a separate export: they are not in this file.",
    "What you answered, quoted or passed on is not in the export, only its address.",
    "Every record is open to anybody on the internet: limits on who may answer, and hiding from signed-out people, do"
    " not change that.",
    "Services that copy the public stream may keep what you delete.",
)
TWO_CLICKS: dict[str, str] = {}
_DELETE = (
    "Open the post's address, three dots, Delete post. It cannot be edited, and it leaves your repository at once;"
    " services that copied the public stream may keep it."
)
HOW_TO_DELETE = {
    "": _DELETE,
    "post": _DELETE,
    "reply": _DELETE,
    "share": _DELETE,
    "repost": "Open the post that you passed on, press the repost arrows, Undo repost.",
    "bio": "Your profile: Edit profile. A list, starter pack or feed: open it, three dots, Edit or Delete.",
    "article": "This record was written by another app than Bluesky: open that app and delete it there.",
}

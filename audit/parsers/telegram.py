"""Telegram: the export of Telegram Desktop, JSON or HTML, of a whole account or of one chat.

What the person wrote in public groups and channels is read; everything else only when asked for. A whole account's
export says whose it is. One chat's does not: between two, the other's name stands over it; in a group the person has to
say who they are (`telegram-me.txt`), else nothing is taken for theirs. Forwarded messages are other people's words.
"""

from audit.parsers._export import PICTURES, PICTURES_REASON, Export
from audit.parsers._telegram.chats import CLOSED, UNTOLD, read_result
from audit.parsers._telegram.pages import read_other, read_page, read_stories, read_summary
from audit.parsers._telegram.whose import ME, account

__all__ = ["account"]

NETWORK = "telegram"
LABEL = "Telegram"
SIGNATURE = (
    r"result(?: ?\(\d+\))?\.json",
    r"export_results\.html",
    r"chats/chat_\d+/messages\d*\.html",
    r"images/section_(?:web|sessions|frequent|contacts|chats|calls|stories)(?:@2x)?\.png",  # one chat as HTML
    r"telegram-me\.txt",
)
READS = {
    r"(?:.*/)?result(?: ?\(\d+\))?\.json": read_result,
    r"(?:.*/)?export_results\.html": read_summary,
    r"lists/stories\.html": read_stories,
    r"lists/other_data\.json": read_other,
}
MESSAGES = {r"(?:.*/)?messages\d*\.html": read_page}
_LOOK = "the look of the pages"
LEFT_OUT = {
    ME: "your name in the chats, as you told it",
    r"lists/[^/]+\.(?:html|json)": "lists of chats, contacts, pictures, devices: no words of yours",
    r"(?:css|js|images)/.*": _LOOK,
    r"(?:chats/chat_\d+/|stories/|profile_pictures/)?(?:photos|video_files|voice_messages|round_video_messages|files"
    r"|stickers|animations|music|contacts|userpics|stories|profile_pictures)/.*": "pictures and files that were sent:"
    " we read the words of the export's own files only",
    r"(?:stories|profile_pictures)/.*": PICTURES_REASON,
    PICTURES: PICTURES_REASON,
}
_TYPES = "personal_chat|bot_chat|saved_messages|private_group|private_supergroup|public_supergroup|private_channel"
SNIFF = [
    (rf'\A\s*\{{\s*(?:"name"\s*:[^\n]{{0,500}},\s*)?"type"\s*:\s*"(?:{_TYPES}|public_channel|replies)"', "result.json"),
    (r'\A\s*\{[\s\S]{0,3000}?"personal_information"\s*:\s*\{\s*"user_id"', "result.json"),
    (r'<title>Exported Data</title>[\s\S]{0,3500}?class="page_body chat_page"', "messages.html"),
    (r'<title>Exported Data</title>[\s\S]{0,3500}?class="personal_info ', "export_results.html"),
]
NEVER = (
    "Secret chats are never in an export of Telegram, nor is what was deleted, nor the earlier wording of an edit.",
    "The export of a single chat does not say which of the people in it you are.",
    "An export as HTML does not say which groups are open to all, so all of it counts as private; one as JSON does.",
    "It holds no addresses of messages: look for a message by its chat, its day and its first words.",
    "Others in a chat have their own copies, and can export them.",
)
TWO_CLICKS: dict[str, str] = {}
_DELETE = (
    "Open the chat, search for the first words or go to the day, press and hold the message (on a computer: right"
    " click), Delete, and tick Also delete for the others: there is no time limit. Copies and forwards stay"
)
HOW_TO_DELETE = {
    "": f"{_DELETE}.",
    "bio": "Settings, Edit profile, Bio: change or empty it.",
    "caption": "My Profile, Stories, Archive: open the story, three dots, Delete.",
    "note": "Saved Messages: press and hold the message, Delete. A draft: open the chat and empty the field.",
    "message": f"{_DELETE}.",
}


def remarks(export: Export) -> list[str]:
    """Return what the report should say of the export as a whole."""
    found = []
    if count := export.counted[CLOSED]:
        which = "1 private message of yours lies" if count == 1 else f"{count:,} private messages of yours lie"
        found.append(f"{which} in the Telegram export: read only when you ask for messages with --messages.")
    if export.counted[UNTOLD]:
        found.append(
            "The Telegram export does not say which of the people in some chats you are, so nothing there was taken for"
            " yours, and nothing of the others is shown. To have your own words read, say your name as it stands there:"
            " with --me, on the page under “You”, or in a file telegram-me.txt beside the export."
        )
    return found

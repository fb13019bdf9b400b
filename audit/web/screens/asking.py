"""How to ask each network for one's archive: where, what to choose, how long. Menus move; words are to be looked for.

Sources: the networks' help pages and exports of several years; the waits are what people report.
"""

from audit.parsers import networks
from reports.web_view import Asking

FIRST = frozenset({"facebook", "instagram", "threads", "twitter", "linkedin", "reddit", "mastodon", "bluesky"})

_META = (
    "Accounts Centre",
    "Your information and permissions",
    "Export your information (or: Download your information)",
)

ASKING: tuple[Asking, ...] = (
    Asking(
        "facebook",
        "Facebook",
        "https://accountscenter.facebook.com/info_and_permissions/dyi/",
        ("Settings & privacy", "Settings", *_META),
        (
            "Export to device, not to another service.",
            "Date range: all time. The default is shorter.",
            "Format: JSON. HTML is read as well, and holds links to the posts; if you ask for both, each post is "
            "counted once.",
            "Media quality: low. Pictures and videos are not read.",
            "If you run a Page or a second profile: each has a download of its own.",
        ),
        "minutes to days",
        "You get an e-mail. The link lives about four days.",
    ),
    Asking(
        "instagram",
        "Instagram",
        "https://accountscenter.instagram.com/info_and_permissions/dyi/",
        ("Settings", *_META),
        (
            "Export to device, not to another service.",
            "Date range: all time. The default is shorter.",
            "Format: JSON.",
            "Media quality: low.",
        ),
        "minutes to days",
        "You get an e-mail. The link lives about four days.",
    ),
    Asking(
        "threads",
        "Threads",
        "https://accountscenter.instagram.com/info_and_permissions/dyi/",
        ("Settings", "Account", *_META),
        ("The same choices as for Instagram; it can come in the same archive.",),
        "minutes to days",
        "The link lives about four days.",
    ),
    Asking(
        "twitter",
        "X (Twitter)",
        "https://x.com/settings/download_your_data",
        ("Settings and privacy", "Your account", "Download an archive of your data"),
        ("There is nothing to choose. You are asked for your password, and for a code.",),
        "a day or more",
        "A message on X says when it is there. Large archives come in several parts: take all of them.",
    ),
    Asking(
        "linkedin",
        "LinkedIn",
        "https://www.linkedin.com/mypreferences/d/download-my-data",
        ("Settings", "Data privacy", "Get a copy of your data"),
        ("Choose “Download larger data archive”. The quick one holds no posts.",),
        "up to a day",
        "You get an e-mail. The link lives about three days.",
    ),
    Asking(
        "reddit",
        "Reddit",
        "https://www.reddit.com/settings/data-request",
        ("Settings", "Privacy", "Request your data"),
        ("Which law you name makes no difference to what you get. Choose all time.",),
        "up to thirty days",
        "You get a message on Reddit. Download it soon.",
    ),
    Asking(
        "mastodon",
        "Mastodon",
        "",
        ("On your own server, in a browser: Preferences", "Import and export", "Data export", "Request your archive"),
        ("There is nothing to choose. It can be asked for once in seven days.",),
        "some hours",
        "You get an e-mail from your server.",
    ),
    Asking(
        "bluesky",
        "Bluesky",
        "https://bsky.app/settings/account",
        ("Settings", "Account", "Export my data"),
        ("Choose “Download CAR file”. Pictures are separate, and not needed.",),
        "at once",
        "It comes as one file, repo.car.",
    ),
    Asking(
        "tiktok",
        "TikTok",
        "",
        ("Profile", "Menu", "Settings and privacy", "Account", "Download your data"),
        ("All data, and the format JSON. Text is read as well.",),
        "up to four days",
        "It is waiting in the same place, for about four days.",
    ),
    Asking(
        "whatsapp",
        "WhatsApp",
        "",
        ("On the phone, in each chat: the chat’s name or menu", "More", "Export chat"),
        (
            "Without media.",
            "One file a chat. All of it is private, so it is read only if you choose private messages under “You”.",
        ),
        "at once",
        "Send the files to this computer by cable or by a service that you trust.",
    ),
    Asking(
        "telegram",
        "Telegram",
        "",
        ("In Telegram Desktop: Settings", "Advanced", "Export Telegram data"),
        (
            "Your messages in public groups and channels; private chats only if you want them read.",
            "Format: machine-readable JSON. HTML is read as well.",
            "No media.",
        ),
        "at once, or after a day",
        "Telegram may ask you to wait, and to allow it on your phone.",
    ),
    Asking(
        "discord",
        "Discord",
        "",
        ("User settings", "Data & privacy", "Request all of my data"),
        ("Messages, and account. The other parts are not needed.",),
        "up to thirty days",
        "You get an e-mail. Download it soon.",
    ),
    Asking(
        "medium",
        "Medium",
        "https://medium.com/me/settings/security",
        ("Settings", "Security and apps", "Download your information"),
        ("There is nothing to choose.",),
        "minutes to hours",
        "You get an e-mail.",
    ),
    Asking(
        "substack",
        "Substack",
        "",
        ("Your publication’s dashboard", "Settings", "Import and export", "New export"),
        ("There is nothing to choose. Lists of subscribers in it are never read.",),
        "minutes",
        "It is waiting in the same place.",
    ),
    Asking(
        "wordpress",
        "WordPress",
        "",
        ("Your blog’s dashboard", "Tools", "Export"),
        ("All content.",),
        "at once",
        "Large blogs come in several files: take all of them.",
    ),
    Asking(
        "blogger",
        "Blogger",
        "",
        ("Settings", "Manage blog", "Back up content"),
        ("Do it for each blog. Comments that you left on other blogs come through Google Takeout.",),
        "at once",
        "It comes as one file.",
    ),
)


def asked_for() -> tuple[list[Asking], list[Asking], list[str]]:
    """Return how to ask the best known networks, how to ask the others, and the names of those we cannot tell it of."""
    read, told = networks(), {one.network for one in ASKING}
    known = [one for one in ASKING if one.network in read]
    first, others = [one for one in known if one.network in FIRST], [one for one in known if one.network not in FIRST]
    return first, others, [label for network, label in read.items() if network not in told]

"""The cases: one for each network and kind of file, one as large as exports get, and the scoring.

A module of this package that has `CASES` (name → what returns a row) adds to them.
"""

import importlib
import pkgutil
from collections.abc import Callable

import benchmarks
from benchmarks.made import chats, feeds, pages, tables
from benchmarks.measure import Case, Row


def all_cases() -> dict[str, Callable[[], Row]]:
    """Return every case of this package's modules by its name."""
    found: dict[str, Callable[[], Row]] = {}
    for module in pkgutil.iter_modules(benchmarks.__path__):
        if not module.name.startswith("_"):
            found |= getattr(importlib.import_module(f"benchmarks.{module.name}"), "CASES", {})
    return found


CASES: dict[str, Callable[[], Row]] = {
    "twitter": Case("X", "JSON (.js)", feeds.twitter_zip, 100_000),
    "facebook-json": Case("Facebook", "JSON", feeds.facebook_zip, 50_000),
    "instagram-json": Case("Instagram", "JSON", feeds.instagram_zip, 50_000),
    "threads-json": Case("Threads", "JSON", feeds.threads_zip, 50_000),
    "mastodon": Case("Mastodon", "JSON", feeds.mastodon_zip, 25_000),
    "bluesky": Case("Bluesky", "CAR", chats.bluesky_zip, 50_000),
    "linkedin": Case("LinkedIn", "CSV", tables.linkedin_zip, 50_000),
    "reddit": Case("Reddit", "CSV", tables.reddit_zip, 50_000),
    "google-csv": Case("YouTube", "CSV", tables.google_zip, 50_000),
    "discord-json": Case("Discord", "JSON", feeds.discord_zip, 100_000),
    "discord-csv": Case("Discord before 2023", "CSV", tables.discord_csv_zip, 100_000),
    "tiktok-json": Case("TikTok", "JSON", feeds.tiktok_zip, 50_000),
    "tiktok-txt": Case("TikTok", "TXT", chats.tiktok_txt_zip, 50_000),
    "telegram-json": Case("Telegram", "JSON", feeds.telegram_zip, 25_000, messages=True),
    "whatsapp": Case("WhatsApp", "TXT", chats.whatsapp_zip, 50_000, messages=True),
    "wordpress": Case("WordPress", "XML", pages.wordpress_zip, 5_000),
    "blogger": Case("Blogger", "XML (Atom)", pages.blogger_zip, 5_000),
    "medium": Case("Medium", "HTML, a page a post", pages.medium_zip, 2_500),
    "substack": Case("Substack", "HTML, a page a post", pages.substack_zip, 2_500),
    "tumblr": Case("Tumblr", "HTML, a page a post", pages.tumblr_zip, 5_000),
}

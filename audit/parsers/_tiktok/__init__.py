"""What TikTok's JSON file and its text files share: values that mean "nothing", times, addresses, audiences."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from audit.parsers._clock import epoch_time, iso_time, plausible

NOT_BUILT = "it is not built as we expect"
NOT_TOLD = (
    "the export does not say whose it is, so that your own messages cannot be told from other people's: take the"
    " profile into the export too"
)
_NOTHING = frozenset(("", "n/a", "none", "null", "n.v.t.", "k. a.", "k.a.", "н/д", "[]", "{}"))
_PAGE = re.compile(r"https?://(?:www\.|m\.)?tiktok\.com/(@[^/\s?#]{1,60})/(?:video|photo)/(\d{5,25})", re.IGNORECASE)
_HTTP = re.compile(r"https?://[^\s\"<>]+", re.IGNORECASE)
_EVERYONE = re.compile(
    r"public|every(?:one|body)|alle|jeder(?:mann)?|iedereen|openbaar|öffentlich|tout le monde|public(?:o|que)|tod[oa]s"
    r"|públic[oa]|tutti|wszyscy|все|усі|всі|herkes|全员|所有人|全体|全員|모든 사람|전체 공개|semua orang"
    r"|mọi người|ทุกคน",
    re.IGNORECASE,
)
_FRIENDS = re.compile(
    r"friends?|followers?|freunde?|vrienden|volgers|amis|abonnés|amig[oa]s|seguidores|amici|follower|znajomi|друзья"
    r"|друзі|arkadaşlar|好友|朋友|友達|친구|teman|bạn bè|เพื่อน|mutual.*",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"only (?:me|you)|private|self|nur (?:ich|du)|alleen (?:ik|jij)|privat|privé|moi uniquement|uniquement moi"
    r"|s[oó](?:lo|mente|) ?(?:yo|eu|tú|você)|solo io|tylko ja|только я|лише я|yalnızca ben|仅自己|只有自己|只限本人"
    r"|自分のみ|나만|hanya saya|chỉ mình tôi|เฉพาะฉัน",
    re.IGNORECASE,
)


def value_of(record: Mapping[str, Any], *names: str) -> str:
    """Return the first of these values that is text and says something."""
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and (text := value.strip()) and text.lower() not in _NOTHING:
            return text
    return ""


def words_of(record: Mapping[str, Any], *names: str) -> str:
    """Return the first of these texts. Only `N/A` means that nothing was written: people do write "none"."""
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and (text := value.strip()) and text not in ("N/A", "N.v.t."):
            return text
    return ""


def number_of(record: Mapping[str, Any], *names: str) -> int | None:
    """Return the first of these values that is a count."""
    for name in names:
        value = record.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 62:
            return value
        if isinstance(value, str) and re.fullmatch(r"[0-9]{1,15}", value.strip()):
            return int(value)
    return None


def time_of(record: Mapping[str, Any], *names: str) -> datetime | None:
    """Return the first of these times. TikTok writes UTC, with and without saying so."""
    for name in names:
        value = record.get(name)
        if not value:
            continue
        if isinstance(value, str) and (moment := _moment(value)):
            return moment
        if isinstance(value, int | float) and not isinstance(value, bool):
            return epoch_time(value, unit=1000 if value > 1e11 else 1)
    return None


def _moment(text: str) -> datetime | None:
    if len(text) == 19 or (len(text) == 23 and text.endswith(" UTC")):
        try:
            return plausible(datetime.fromisoformat(text[:19]).replace(tzinfo=UTC))
        except ValueError:
            pass
    return plausible(iso_time(text))


def page_of(*links: object) -> tuple[str, str, str]:
    """Return the first address of a video's page, its account and its number; a download address is none."""
    for link in links:
        if isinstance(link, str) and link and (page := _PAGE.search(link)):
            return page[0], page[1], page[2]
    return "", "", ""


def is_address(text: str) -> bool:
    """Say whether the text is an address and nothing else."""
    return bool(_HTTP.fullmatch(text))


def audience_of(shown: str) -> str:
    """Return who can see a post, by the word that the export has for it, in the account's language."""
    for pattern, audience in ((_NOBODY, "private"), (_FRIENDS, "friends"), (_EVERYONE, "public")):
        if pattern.fullmatch(shown.strip()):
            return audience
    return "unknown"

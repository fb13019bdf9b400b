"""Subtitles beside the videos: a machine's transcript of what the person said. They have no time: their video has."""

import re
from collections.abc import Iterator, Sequence

from audit.archive import Member
from audit.parsers._export import Account, Export
from audit.parsers._facebook import FacebookPost
from audit.parsers._facebook.join import finish as facebook_finish
from audit.posts import Post, Unread, normal_form

SUBTITLES = (".srt", ".vtt")
SPOKEN = "Subtitles of a video."
_LARGEST = 32 << 20  # bytes
_TIMES = re.compile(r"\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->.*")
_TAG = re.compile(r"<[^<>]{0,100}>|\{\\[^{}]{0,100}\}")


def read_subtitles(member: Member, _: Export) -> Iterator[Post | Unread]:
    """Yield all that was said in a video, as one caption."""
    content = member.read(_LARGEST)
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = spoken_in(content.decode(encoding, "replace"))
    if text:
        yield FacebookPost(kind="caption", text=text, headline=SPOKEN)
    elif content.strip():
        yield Unread("", "no subtitles were found in it")


def spoken_in(subtitles: str) -> str:
    """Return the words without numbers and times. A line that is shown twice running was said once."""
    said: list[str] = []
    for block in re.split(r"\n[ \t]*\n", subtitles.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip("\n").splitlines()
        at = next((number for number, line in enumerate(lines[:3]) if _TIMES.fullmatch(line)), -1)
        for line in lines[at + 1 :] if at >= 0 else ():
            words = _TAG.sub("", line).strip()
            if words and (not said or said[-1] != words):
                said.append(words)
    return "\n".join(said)


def finish(posts: list[Post], accounts: list[Account]) -> list[Post]:
    """Return each post once, subtitles with the time of their video, bios with the time at which they were set."""
    _date_subtitles(posts)
    others = [post for post in posts if post.kind != "bio"]
    return [*facebook_finish(others, accounts), *_bios_once([post for post in posts if post.kind == "bio"])]


def _date_subtitles(posts: Sequence[Post]) -> None:
    videos: dict[str, Post] = {}
    spoken = [post for post in posts if post.headline == SPOKEN]
    if spoken:
        for post in posts:
            for name in getattr(post, "files", ()):
                videos.setdefault(name.rpartition(".")[0] or name, post)
    for post in spoken:
        name = post.source.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
        if video := videos.get(name):
            post.posted_at, post.state, post.url = video.posted_at, video.state, video.url
            post.date_only = video.date_only
    for post in posts:
        if isinstance(post, FacebookPost) and any(name.lower().endswith(SUBTITLES) for name in post.files):
            post.files = tuple(name for name in post.files if not name.lower().endswith(SUBTITLES))


def _bios_once(bios: Sequence[Post]) -> list[Post]:
    """Each wording once: the one of today rather than the same as an earlier version, with the time if any has it."""
    kept: dict[tuple[str, str], Post] = {}
    for bio in sorted(bios, key=lambda bio: bio.state != "live"):
        known = kept.setdefault((bio.account, normal_form(bio.text)), bio)
        if known is not bio:
            known.posted_at = known.posted_at or bio.posted_at
            known.also_in = tuple(dict.fromkeys((*known.also_in, bio.source, *bio.also_in)))
    return list(kept.values())

"""Posts to be removed in, a folder of files for bulk tools out: just the chosen posts, in forms that they accept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from audit.act import ways, x_files
from audit.act.readme import readme
from audit.act.records import original_records
from audit.archive import harmless
from audit.cases import Case
from audit.errors import AuditError
from audit.outputs import csv_text, moment, private_file
from audit.page import KIND_WORDS
from audit.parsers import Account
from audit.posts import Post

HEADER = ("network", "account", "kind", "posted_at", "id", "address", "find")


class NothingToHandOver(AuditError):
    """No post is decided to be removed and still there."""

    def __init__(self) -> None:
        super().__init__(
            "There is nothing to hand over: no post that is still there is decided to be removed. Decide first, with "
            "backscroll review."
        )


class FolderTaken(AuditError):
    """The folder holds something already, or cannot be made; nothing is written over."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is there already and not empty, or cannot be made. Name a new folder with -o.")


@dataclass(slots=True)
class Handoff:
    """What there is to hand over: `texts` by the name of the file, which may stand in a folder of its own.

    `by_hand`: posts on X that no file of ids reaches; `without_record`: no original was found.
    """

    posts: int
    by_hand: int = 0
    without_record: int = 0
    texts: dict[str, str] = field(default_factory=dict)
    folder: Path = Path()  # where it was written

    @property
    def files(self) -> list[str]:
        """Return the names of the files, in their order."""
        return list(self.texts)


def handoff(
    cases: Sequence[Case],
    posts: Sequence[Post],
    accounts: Mapping[str, Sequence[Account]],
    *,
    records_of: Sequence[Path] = (),
) -> Handoff:
    """Return the files of the chosen cases. `posts`: all of the exports; `records_of`: exports, if records are wanted.

    Raises: NothingToHandOver.
    """
    chosen = [case.finding.post for case in cases]
    if not chosen:
        raise NothingToHandOver
    made = Handoff(len(chosen))
    _add_x(made, [post for post in chosen if post.network == x_files.X], posts, accounts, records_of)
    for network in dict.fromkeys(post.network for post in chosen):
        _add_lists(made, network, [post for post in chosen if post.network == network])
    made.texts["posts.csv"] = _table(chosen)
    told = readme(made.files, made.posts, by_hand=made.by_hand, without_record=made.without_record)
    made.texts["README.txt"] = told
    return made


def write_handoff(
    folder: Path,
    cases: Sequence[Case],
    posts: Sequence[Post],
    accounts: Mapping[str, Sequence[Account]],
    *,
    records_of: Sequence[Path] = (),
) -> Handoff:
    """Write the files of the chosen cases into a new folder, each for its owner only.

    Raises: NothingToHandOver, FolderTaken, CannotWrite.
    """
    made = handoff(cases, posts, accounts, records_of=records_of)
    made.folder = new_folder(folder)
    for name, text in made.texts.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with private_file(path) as stream:
            stream.write(text)
    return made


def new_folder(folder: Path) -> Path:
    """Make a folder that only its owner can open. Raises: FolderTaken."""
    shown = harmless(folder.name or str(folder))
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FolderTaken(shown)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        raise FolderTaken(shown) from None
    return folder


def _add_x(
    made: Handoff,
    on_x: Sequence[Post],
    posts: Sequence[Post],
    accounts: Mapping[str, Sequence[Account]],
    exports: Sequence[Path],
) -> None:
    made.by_hand = sum(not x_files.goes_by_id(post) for post in on_x)
    for place, account, some in x_files.by_account(on_x):
        user = next((one.native_id for one in accounts.get(x_files.X, ()) if one.shown == account), "")
        made.texts[f"{place}/tweet-headers.js"] = x_files.tweet_headers(some, posts, user)
        if exports:
            records = original_records(exports, some)
            made.without_record += sum(post.native_id not in records for post in some)
            if content := x_files.tweets(some, records):
                made.texts[f"{place}/tweets.js"] = content


def _add_lists(made: Handoff, network: str, posts: Sequence[Post]) -> None:
    on_x = network == x_files.X
    ids = [number for post in posts for number in (x_files.ids(post) if on_x else (post.native_id,)) if number]
    addresses = [post.url for post in posts if post.url.startswith(("https://", "http://"))]
    for name, lines in (("ids", ids), ("addresses", addresses)):
        if lines:
            content = "".join(f"{harmless(line, 4_000)}\n" for line in dict.fromkeys(lines))
            made.texts[f"{name}-{network}.txt"] = content


def _table(posts: Sequence[Post]) -> str:
    rows = [
        [post.network, post.account, KIND_WORDS[post.kind], moment(post), post.native_id, post.url,
         "" if post.url else ways.finding(post)] for post in posts
    ]  # fmt: skip
    return csv_text(list(HEADER), rows)

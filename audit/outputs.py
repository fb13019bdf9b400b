"""Files a person or a script can read: findings as JSON and CSV, posts as CSV. All 0600, all whole or not there.

`scan --json`: one object with `schema`, `audit`, `read` and `findings`; see `docs/formats.md`. The words of a post
stand in it only when asked for. A CSV cell that a spreadsheet would run as a formula is disarmed with an apostrophe;
"@mira hello" cannot run and stays as it was typed.
"""

import csv
import io
import json
import os
import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from audit.archive import harmless
from audit.cases import Case
from audit.crossposts import crossposted
from audit.errors import CannotWrite
from audit.parsers import MemberRead
from audit.posts import COLUMNS, Post, post_id

SCHEMA = "backscroll/findings/1"
_OF_A_PLACE = ("rank", "id", "network", "kind", "native_id", "posted_at", "source", "presence", "decision", "text")
_FORMULA = re.compile(r"=\S|[-+]\d|[-+@\t\r].*(?:\w\(|\|)", re.DOTALL)


@contextmanager
def private_file(path: Path) -> Iterator[TextIO]:
    """Write a text file that only its owner can read, whatever the umask and whatever lies there: whole or not at all.

    The half-written file lies beside it, under its name with an ending, and is gone at the end.
    Raises: CannotWrite.
    """
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        if path.is_dir():
            raise IsADirectoryError
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="") as stream:
            os.chmod(beside, 0o600)  # noqa: PTH101 - a umask of 077 more would leave nothing
            yield stream
        beside.replace(path)
    except OSError as problem:
        raise CannotWrite(harmless(path.name), _plainly(problem)) from None
    finally:
        with suppress(OSError):
            beside.unlink()


def _plainly(problem: OSError) -> str:
    if isinstance(problem, IsADirectoryError):
        return "a folder of that name lies there"
    if isinstance(problem, PermissionError):
        return "your rights do not allow writing there"
    if isinstance(problem, FileNotFoundError):
        return "its folder is not there"
    return "the disk is full, or does not take it"


def findings_object(
    cases: Sequence[Case], audit: dict[str, Any], read: Sequence[MemberRead], *, words: bool
) -> dict[str, Any]:
    """Return what `scan --json` writes. Words of posts only if `words`."""
    return {
        "schema": SCHEMA,
        "audit": audit,
        "read": [_read_line(line) for line in read],
        "findings": [_with_places(group, words=words) for group in crossposted(cases, _post_of)],
    }


def _post_of(case: Case) -> Post:
    return case.finding.post


def _with_places(group: Sequence[Case], *, words: bool) -> dict[str, Any]:
    """Return a finding with every place where its words stand, itself the first."""
    return finding_line(group[0], words=words) | {"places": [_place(case, words=words) for case in group]}


def _place(case: Case, *, words: bool) -> dict[str, Any]:
    line = finding_line(case, words=words)
    return {name: line[name] for name in _OF_A_PLACE if name in line} | {"url": case.finding.post.url}


def finding_line(case: Case, *, words: bool) -> dict[str, Any]:
    """Return one finding as plain values."""
    finding = case.finding
    post, verdict = finding.post, finding.verdict
    line: dict[str, Any] = {
        "rank": finding.rank,
        "id": finding.id,
        "network": post.network,
        "kind": post.kind,
        "native_id": post.native_id,
        "posted_at": moment(post),
        "tier": verdict.tier,
        "severity": verdict.severity,
        "score": round(verdict.score, 4),
        "categories": {name: round(chance, 4) for name, chance in verdict.categories.items()},
        "source": post.source,
        "presence": case.presence,
        "decision": case.decision.decision if case.decision else "",
    }
    return line | {"text": post.text} if words else line


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write one JSON object, readable by people too."""
    with private_file(path) as stream:
        json.dump(content, stream, ensure_ascii=False, indent=1)
        stream.write("\n")


def write_findings_csv(path: Path, cases: Sequence[Case], *, words: bool) -> None:
    """Write one row a place: the fields of the JSON, each category a column; `finding` is the first place's id."""
    groups = crossposted(cases, _post_of)
    pairs = [(group[0].finding.id, finding_line(case, words=words)) for group in groups for case in group]
    lines = [line | line.pop("categories") | {"finding": finding} for finding, line in pairs]
    header = list(lines[0]) if lines else ["rank", "id"]
    _write_csv(path, header, ([line.get(name, "") for name in header] for line in lines))


def write_posts_csv(path: Path, posts: Iterable[Post]) -> None:
    """Write the posts table, every text, columns in the order of `COLUMNS`."""
    _write_csv(path, list(COLUMNS), (_row(post) for post in posts))


def moment(post: Post) -> str:
    """Return the time as ISO 8601: with Z if UTC is known, without a zone if it is the account's own clock."""
    if post.posted_at is None:
        return ""
    if post.date_only:
        return post.posted_at.date().isoformat()
    return post.posted_at.isoformat(timespec="seconds").replace("+00:00", "Z")


def _row(post: Post) -> list[Any]:
    special = {"posted_at": moment(post), "id": post_id(post), "clock": post.clock}
    values = [special.get(name, getattr(post, name, "")) for name in COLUMNS]
    return ["; ".join(value) if isinstance(value, tuple) else "" if value is None else value for value in values]


def _write_csv(path: Path, header: list[str], rows: Iterable[list[Any]]) -> None:
    with private_file(path) as stream:
        _rows_to(stream, header, rows)


def csv_text(header: list[str], rows: Iterable[list[Any]]) -> str:
    """Return the same as a text, for whoever hands it on without a file of ours."""
    stream = io.StringIO(newline="")
    _rows_to(stream, header, rows)
    return stream.getvalue()


def _rows_to(stream: TextIO, header: list[str], rows: Iterable[list[Any]]) -> None:
    writer = csv.writer(stream)
    writer.writerow(header)
    for row in rows:
        writer.writerow([_disarmed(cell) for cell in row])


def _disarmed(cell: Any) -> Any:
    if isinstance(cell, str) and _FORMULA.match(cell):
        return f"'{cell}"
    return cell


def _read_line(line: MemberRead) -> dict[str, Any]:
    return {
        "archive": line.archive,
        "file": line.name,
        "network": line.network,
        "status": line.status,
        "reason": line.reason,
        "posts": line.posts,
        "first": line.first.date().isoformat() if line.first else "",
        "last": line.last.date().isoformat() if line.last else "",
        "stated": line.stated,
        "unread": [{"place": gone.source, "reason": gone.reason} for gone in line.unread],
        "unread_count": line.unread_count,
    }

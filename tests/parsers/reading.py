"""An export made of a few files, read; and what came of it, for every parser's test."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from audit.archive import Archive, Member
from audit.parsers import Reading, Told, read_exports


def read(
    files: Mapping[str, Any],
    *,
    messages: bool = True,
    archive: str = "export.zip",
    written: Callable[[Any], str] = json.dumps,
    told: Told | None = None,
) -> Reading:
    """Read an export of these files, by name. What is neither text nor bytes is `written` as the network does.

    `told`: what the person says of files of no known network, and of themselves.
    """
    members = [
        Member.of(name, content if isinstance(content, str | bytes) else written(content))
        for name, content in files.items()
    ]
    return read_exports([Archive(archive, members)], messages=messages, told=told or Told())


def texts(reading: Reading) -> list[str]:
    """Return the posts' words."""
    return [post.text for post in reading.posts]


def unread(reading: Reading) -> list[tuple[str, str]]:
    """Return place and reason of all that could not be read."""
    return [(gone.source, gone.reason) for line in reading.members for gone in line.unread]

"""A Bluesky repository as it is exported: a CAR file of DAG-CBOR blocks, and the tree that says which of them count.

    varint n | header {roots: [commit], version: 1}
    varint n | CID | block, again and again

The commit names the root of a tree; only what the tree reaches still exists. Blocks that were deleted or replaced may
lie beside it. The file is hostile until proven otherwise: every length is checked against what is there, and
no block is decoded endlessly often.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from audit.archive import Unreadable
from audit.parsers._bluesky.cbor import Cid, Damaged, decoded

MOST_OF_ONE = 4 << 20  # bytes of one block; the network takes records of up to 1 MB
MOST_BLOCKS = 2_000_000
_LONGEST_KEY = 1024
_CID_BEGINS = b"\x01\x71\x12\x20"  # version 1, DAG-CBOR, SHA-256, 32 bytes
_MOST_FAULTS = 20
_MOST_TRIALS = 200
_ROOM = 64 << 20  # bytes that may be decoded over and above a few times the file's own size


@dataclass(slots=True, frozen=True)
class Entry:
    """A record that the tree reaches: its key `collection/rkey` and what it says; None if its block is not there."""

    key: str
    value: Any


@dataclass(slots=True)
class Repository:
    """The blocks of one file by their addresses. `faults` says, in plain words, what of it could not be read."""

    content: bytes
    commit: dict[str, Any]
    blocks: dict[bytes, tuple[int, int]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    missing: int = 0  # parts of the tree that are not in the file
    reached: set[bytes] = field(default_factory=set)
    budget: int = 0

    @property
    def did(self) -> str:
        """The account's own address, "" where it is not told."""
        did = self.commit.get("did")
        return did if isinstance(did, str) and did.startswith("did:") and len(did) < 300 else ""

    def block(self, address: object) -> Any:
        """Return a decoded block. Raises Damaged if it is not there, cannot be read or was asked for too often."""
        if not isinstance(address, Cid) or address not in self.blocks:
            raise Damaged
        start, end = self.blocks[address]
        self.budget -= end - start
        if end - start > MOST_OF_ONE or self.budget < 0:
            raise Damaged
        return decoded(self.content, start, end)

    def entries(self, wanted: Callable[[str], bool]) -> Iterator[Entry]:
        """Yield every record with a wanted key that the tree reaches, in the order of keys; count missing nodes."""
        waiting: list[tuple[str, Any]] = [("", self.commit.get("data"))]
        seen: set[bytes] = set()
        while waiting:
            key, address = waiting.pop()
            if key:
                if wanted(key):
                    yield Entry(key, self._record(address))
                continue
            try:
                if address in seen:
                    continue
                node = _node(self.block(address))
            except (Damaged, TypeError):  # what is no address may be of a kind that is in no set
                self.missing += 1
                continue
            seen.add(address)
            self.reached.add(address)
            waiting.extend(reversed(node))

    def leftovers(self) -> Iterator[Any]:
        """Yield the decoded blocks that the tree did not reach and that are no part of the tree."""
        for address in self.blocks:
            if address in self.reached:
                continue
            try:
                yield self.block(Cid(address))
            except Damaged:
                continue

    def _record(self, address: object) -> Any:
        try:
            value = self.block(address)
        except Damaged:
            return None
        if isinstance(address, Cid):
            self.reached.add(address)
        return value


def repository(content: bytes) -> Repository:
    """Return the repository in the file. Raises Unreadable if it is no such file."""
    try:
        length, at = _varint(content, 0)
        if length > len(content) - at or length > MOST_OF_ONE:
            raise Damaged
        header = decoded(content, at, at + length)
    except Damaged:
        raise Unreadable("it is no Bluesky repository, or its beginning is damaged") from None
    roots = header.get("roots") if isinstance(header, dict) else None
    if not isinstance(roots, list):
        raise Unreadable("it is no Bluesky repository, or its beginning is damaged")
    found = Repository(content, {}, budget=4 * len(content) + _ROOM)
    _index(found, at + length)
    for root in roots[:10]:
        try:
            commit = found.block(root)
        except Damaged:
            continue
        if isinstance(commit, dict) and isinstance(commit.get("data"), Cid):
            found.commit = commit
            found.reached.add(root)
            break
    else:
        found.missing += 1
    return found


def _index(repository: Repository, at: int) -> None:
    """Note where each block lies, as far as the file is in order."""
    content = repository.content
    while at < len(content):
        try:
            length, start = _varint(content, at)
            end = start + length
            if end > len(content):
                raise Damaged
            block = _end_of_cid(content, start, end)
        except Damaged:
            repository.faults.append("the file is cut off or damaged: a part of it could not be read")
            at = _next_whole(content, at + 1) if len(repository.faults) < _MOST_FAULTS else len(content)
            continue
        if len(repository.blocks) >= MOST_BLOCKS:
            repository.faults.append("it holds more parts than any account: the rest was not read")
            return
        repository.blocks[content[start:block]] = (block, end)
        at = end


def _next_whole(content: bytes, at: int) -> int:
    """Return where, from there on, a block begins whose digest is right: it is found again after damage."""
    for _ in range(_MOST_TRIALS):
        at = content.find(_CID_BEGINS, at + 1)
        if at < 0:
            break
        for before in (1, 2, 3, 4):
            try:
                length, start = _varint(content, at - before)
            except Damaged:
                continue
            block, end = start + 36, start + length
            whole = start == at and block <= end <= min(len(content), block + MOST_OF_ONE)
            if whole and hashlib.sha256(content[block:end]).digest() == content[block - 32 : block]:
                return at - before
    return len(content)


def _node(node: object) -> list[tuple[str, Any]]:
    """Return what a node of the tree holds, in order: ("", subtree) and (key, record). Raises Damaged."""
    entries = node.get("e") if isinstance(node, dict) else None
    if not isinstance(node, dict) or not isinstance(entries, list):
        raise Damaged
    found: list[tuple[str, Any]] = []
    if node.get("l") is not None:
        found.append(("", node["l"]))
    key = b""
    for entry in entries:
        if not isinstance(entry, dict):
            raise Damaged
        shared, rest = entry.get("p"), entry.get("k")
        if not isinstance(shared, int) or not isinstance(rest, bytes) or not 0 <= shared <= len(key):
            raise Damaged
        key = key[:shared] + rest
        if not key or len(key) > _LONGEST_KEY:
            raise Damaged
        found.append((key.decode("utf-8", "replace"), entry.get("v")))
        if entry.get("t") is not None:
            found.append(("", entry["t"]))
    return found


# --- numbers and addresses -------------------------------------------------------------------------------------------


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """Return the number that begins there and where it ends. Raises Damaged."""
    number = 0
    for position in range(9):
        if at + position >= len(content):
            raise Damaged
        byte = content[at + position]
        number |= (byte & 0x7F) << (7 * position)
        if byte < 0x80:
            return number, at + position + 1
    raise Damaged


def _end_of_cid(content: bytes, at: int, end: int) -> int:
    if content.startswith(_CID_BEGINS, at):  # all that the network writes today
        after = at + 36
    elif content.startswith(b"\x12\x20", at):  # version 0: a bare digest
        after = at + 34
    else:
        for _ in range(3):  # version, codec, kind of digest
            _, at = _varint(content, at)
        length, at = _varint(content, at)
        after = at + length
    if after > end:
        raise Damaged
    return after

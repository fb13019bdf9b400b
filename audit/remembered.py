"""What the person said of files that no network is known for, kept from one audit to the next.

The ledger's setting `columns` holds names of columns, and keyed hashes of files' names, of all their columns and of the
person's own names: never a name, a cell or a word. A file is known again by its name or by having the same columns.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from audit.errors import AuditError
from audit.identity import keyed
from audit.ledger import Ledger
from audit.parsers import Columns, Me, Told
from audit.parsers._told import same_name

SETTING = "columns"
MOST = 200  # files; the newest stay
_NUMBERS = re.compile(r"\d+")


def with_remembered(ledger: Ledger, told: Told) -> Told:
    """Return what is said now, with what was said earlier where nothing is."""
    kept = _kept(ledger)
    files = [(entry["name"], entry["shape"], columns) for entry in kept["files"] if (columns := _columns(entry))]
    hashes = frozenset(kept["me"])
    key = ledger.key

    def remembered(name: str, columns: Sequence[str]) -> tuple[Columns, ...]:
        by_name, by_shape = _name(key, name), _shape(key, columns)
        named = tuple(held for one, _, held in files if one == by_name)
        return named or tuple(held for _, shape, held in files if shape == by_shape)

    me = told.me if told.me or not hashes else Me(known=lambda name: _me(key, name) in hashes)
    return replace(told, me=me, remembered=remembered)


def keep(ledger: Ledger, told: Told, used: Sequence[tuple[str, tuple[str, ...], Columns]]) -> None:
    """Keep how files were read. What is said of one again replaces what was said of it."""
    kept = _kept(ledger)
    new = [
        {"name": _name(ledger.key, name), "shape": _shape(ledger.key, columns), "columns": str(one)}
        for name, columns, one in used
    ]
    again = {entry["name"] for entry in new}
    files = [*(entry for entry in kept["files"] if entry["name"] not in again), *new][-MOST:]
    me = [_me(ledger.key, same_name(name)) for name in told.me.names] or kept["me"]
    now = {"files": files, "me": me}
    if now != kept:
        ledger.set(SETTING, json.dumps(now))


def _kept(ledger: Ledger) -> dict[str, list[Any]]:
    """Return the setting; one that is damaged is as good as none."""
    try:
        held = json.loads(ledger.setting(SETTING, "{}"))
        files = [entry for entry in held.get("files", ()) if {"name", "shape", "columns"} <= entry.keys()]
        return {"files": files, "me": [str(one) for one in held.get("me", ())]}
    except (ValueError, AttributeError, TypeError):
        return {"files": [], "me": []}


def _columns(entry: dict[str, str]) -> Columns | None:
    try:
        return Columns.told(entry["columns"])
    except AuditError:
        return None


def _name(key: bytes, name: str) -> str:
    return keyed(key, "file", _NUMBERS.sub("#", name.rpartition("/")[2].casefold())).hex()


def _shape(key: bytes, columns: Sequence[str]) -> str:
    return keyed(key, "columns", *sorted(columns)).hex()


def _me(key: bytes, name: str) -> str:
    return keyed(key, "me", name).hex()

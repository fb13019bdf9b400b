"""A report behind a passphrase: one page that any present-day browser opens offline, and nobody without the passphrase.

AES-256-GCM over the gzipped page; salt and nonce are random for each file, and all parameters are authenticated with
the text. The key comes from PBKDF2-HMAC-SHA-256, since that is the one such function that browsers can do by
themselves; scrypt or Argon2 resist graphics cards better, but would have to be written in script of our own, and a
home-made one is the greater risk. Rounds: OWASP's Password Storage Cheat Sheet asks for 600,000 at least, counted for
servers with many people to answer. Here one person waits once, so it is twice that: under a second on most computers.
An unkeyed digest tells a damaged file from a wrong passphrase; what protects the text is the GCM tag.
"""

import base64
import gzip
import hashlib
import json
import re
import secrets
from typing import Any

from audit.errors import AuditError
from audit.passphrase import plain
from reports.lock_view import LockedPage, render_locked

FORMAT = "backscroll-locked/1"
ITERATIONS = 1_200_000
MOST_ITERATIONS = 20_000_000  # a hostile file could ask for years of work
SALT_BYTES, NONCE_BYTES, KEY_BYTES = 16, 12, 32
TOLD = ("format", "kdf", "iterations", "salt", "cipher", "nonce", "compression")  # authenticated, in this order
HEAD = 4_096  # characters in which a page of ours says that it is one

_OPENING, _CLOSING = '<script type="application/json" id="locked">', "</script>"
_MARK = re.compile(r'<meta name="generator" content="Backscroll ([^"<>]{1,40})">')
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"<>]*)">')


class NotAReport(AuditError):
    """Only a page of ours is locked: it must keep its own policy once it is open."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not a page that Backscroll made. Choose a report, such as backscroll-report.html.")


class AlreadyLocked(AuditError):
    """Two locks protect no better than one."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is locked already. To change its passphrase, unlock it first with backscroll unlock.")


class NotLocked(AuditError):
    """There is nothing in it to open."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not a locked report. Choose the file that backscroll lock made.")


class LockDamaged(AuditError):
    """A part is missing or changed; what is left cannot be opened."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is damaged or cut off, so it cannot be opened. Use another copy of it.")


class WrongPassphrase(AuditError):
    """The passphrase is not the one it was locked with."""

    def __init__(self) -> None:
        super().__init__("That passphrase does not open this report. Look at capitals and spaces, and try again.")


def locked(page: str, passphrase: str, name: str = "This") -> str:
    """Return the page that holds `page` locked. `name`: what messages call it.

    Raises: NotAReport, AlreadyLocked.
    """
    mark = check_lockable(page, name)
    told: dict[str, Any] = {
        "format": FORMAT,
        "kdf": "PBKDF2-HMAC-SHA-256",
        "iterations": ITERATIONS,
        "salt": _text(secrets.token_bytes(SALT_BYTES)),
        "cipher": "AES-256-GCM",
        "nonce": _text(secrets.token_bytes(NONCE_BYTES)),
        "compression": "gzip",
    }
    packed = gzip.compress(page.encode("utf-8", "replace"), mtime=0)
    sealed = _text(_cipher(told, passphrase).encrypt(_bytes(told["nonce"]), packed, _authenticated(told)))
    content = {**told, "digest": _digest(told, sealed), "text": sealed}
    return render_locked(LockedPage(version=mark, content=json.dumps(content), lets=_digests_of(page)))


def check_lockable(page: str, name: str = "This") -> str:
    """Return the version of Backscroll that made the page. Raises: NotAReport, AlreadyLocked."""
    mark = is_ours(page)
    if mark is None:
        raise NotAReport(name)
    if is_locked(page):
        raise AlreadyLocked(name)
    return mark


def unlocked(page: str, passphrase: str, name: str = "This") -> str:
    """Return the page that is locked in `page`. Raises: NotLocked, LockDamaged, WrongPassphrase."""
    from cryptography.exceptions import InvalidTag

    held = held_in(page, name)
    try:
        cipher = _cipher(held, passphrase)
        packed = cipher.decrypt(_bytes(held["nonce"]), _bytes(held["text"]), _authenticated(held))
    except InvalidTag:
        raise WrongPassphrase from None
    except ValueError:
        raise LockDamaged(name) from None
    return gzip.decompress(packed).decode("utf-8")


def is_ours(page: str) -> str | None:
    """Return the version of Backscroll that made a page, or None if it is none of ours."""
    found = _MARK.search(page[:HEAD]) if page.lstrip()[:15].casefold() == "<!doctype html>" else None
    return found[1] if found else None


def is_locked(page: str) -> bool:
    """Say whether a page of ours holds another one, locked."""
    return is_ours(page) is not None and (_OPENING in page or _looks_locked(page))


def held_in(page: str, name: str = "This") -> dict[str, Any]:
    """Return what is locked in a page, and how. Raises: NotLocked, LockDamaged."""
    if is_ours(page) is None:
        raise NotLocked(name)
    _, opening, rest = page.partition(_OPENING)
    if not opening and _looks_locked(page):
        raise LockDamaged(name)
    if not opening:
        raise NotLocked(name)
    try:
        held = json.loads(rest.partition(_CLOSING)[0])
        told = {key: held[key] for key in (*TOLD, "digest", "text")}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise LockDamaged(name) from None
    if not _is_whole(told):
        raise LockDamaged(name)
    return told


def _looks_locked(page: str) -> bool:
    return "<title>Backscroll, locked" in page[:HEAD]


def _is_whole(held: dict[str, Any]) -> bool:
    texts = all(isinstance(held[key], str) for key in (*TOLD, "digest", "text") if key != "iterations")
    rounds = held["iterations"]
    if not texts or type(rounds) is not int or not 0 < rounds <= MOST_ITERATIONS or held["format"] != FORMAT:
        return False
    return secrets.compare_digest(_digest(held, held["text"]).encode(), held["digest"].encode("utf-8", "replace"))


def _cipher(told: dict[str, Any], passphrase: str) -> Any:
    """Return AES-GCM under the key of this passphrase and these parameters."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

    derive = PBKDF2HMAC(SHA256(), KEY_BYTES, _bytes(told["salt"]), told["iterations"])
    return AESGCM(derive.derive(plain(passphrase).encode("utf-8", "replace")))


def _authenticated(told: dict[str, Any]) -> bytes:
    return "\n".join(str(told[name]) for name in TOLD).encode("utf-8", "replace")


def _digest(told: dict[str, Any], sealed: str) -> str:
    return hashlib.sha256(_authenticated(told) + b"\n" + sealed.encode("utf-8", "replace")).hexdigest()


def _digests_of(page: str) -> tuple[str, ...]:
    """Return the digests of a page's style and script, as its own policy names them."""
    policy = _POLICY.search(page[:HEAD])
    found = re.findall(r"'(sha256-[A-Za-z0-9+/]{43}=)'", policy[1]) if policy else []
    return tuple(dict.fromkeys(found))


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)

"""Who is let in, and what every answer says of itself. It stands before all routes, so that none can forget it.

A page on 127.0.0.1 is within reach of every page that the browser shows and of every program of this computer. So:
only our own host name (a foreign one is DNS rebinding), only a cookie that was given for a token that works once, only
our own origin wherever something changes, and bodies no longer than they may be. Other users of this computer cannot
read a token from a file of ours; where they can read the arguments of this person's programs they might see an opening
address, which is why it works once and not for long.
"""

import hashlib
import hmac
import html
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus

from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from audit.errors import told_as_bug
from audit.web.remote import MOST_RANGE

HOST = "127.0.0.1"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "referrer-policy": "same-origin",  # with no-referrer, browsers send forms of ours without their origin
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), usb=(), payment=()",
    "x-dns-prefetch-control": "off",
}
READS = frozenset({"GET", "HEAD"})
CHANGES = frozenset({"POST", "PUT", "DELETE"})
OPEN, JOIN = "/open", "/join"  # the two doors that need no cookie
MOST_BODY = 1 << 20  # bytes, unless said otherwise
MOST_BODIES = {"/remote/ranges/": MOST_RANGE, "/remote": 48 << 20}  # the longest path that begins so counts
OPENING_SECONDS = 600.0  # for which an opening address works, once
MOST_OPENINGS = 20

NO_COOKIE = (
    "This page is not open for this browser. Start Backscroll again, or type backscroll in the terminal: it opens the "
    "page with a fresh address."
)
USED = "This address has been used already, or is too old. Start Backscroll again: it opens the page with a fresh one."
FOREIGN = "This request did not come from Backscroll’s own page, so it was refused."
TOO_LARGE = "That is more than this page takes at once."


@dataclass(repr=False)
class Door:
    """The secrets of one running page. `secret` is shared with a second start through the private lock file."""

    port: int
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    _session: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    _openings: dict[str, float] = field(default_factory=dict)

    @property
    def host(self) -> str:
        """Return the one Host header that is ours."""
        return f"{HOST}:{self.port}"

    @property
    def origin(self) -> str:
        """Return the one origin that is ours."""
        return f"http://{self.host}"

    @property
    def cookie(self) -> str:
        """Return the cookie's name. Cookies know no port, so the name does."""
        return f"backscroll-{self.port}"

    def address(self) -> str:
        """Return a new address that opens the page, once."""
        now = time.monotonic()
        self._openings = {one: until for one, until in self._openings.items() if until > now}
        while len(self._openings) >= MOST_OPENINGS:
            del self._openings[next(iter(self._openings))]
        token = secrets.token_urlsafe(32)
        self._openings[token] = now + OPENING_SECONDS
        return f"{self.origin}{OPEN}?token={token}"

    def opens(self, token: str) -> bool:
        """Say whether the token opens the page; it never does again."""
        held = next((one for one in self._openings if _same(one, token)), None)
        return held is not None and self._openings.pop(held) > time.monotonic()

    def let_in(self, response: Response) -> None:
        """Give the cookie. It ends with the browser, and no script and no other site can have it sent."""
        response.set_cookie(self.cookie, self._session, path="/", httponly=True, samesite="strict")

    def knows(self, cookies: Iterable[str]) -> bool:
        """Say whether one of the cookies is ours."""
        return any(_same(cookie, self._session) for cookie in cookies)

    def proof(self, what: str, nonce: str) -> str:
        """Return what only somebody with the secret can say to that nonce."""
        return hmac.new(self.secret.encode(), f"{what} {nonce}".encode(), hashlib.sha256).hexdigest()

    def proves(self, what: str, nonce: str, proof: str) -> bool:
        """Say whether somebody has the secret."""
        return _same(self.proof(what, nonce), proof)


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode("utf-8", "surrogatepass"))


class _TooLarge(Exception):
    """More came than may come."""


class Guard:
    """Middleware around the whole application. `told`: takes the sentence on a mistake of ours."""

    def __init__(
        self, app: ASGIApp, door: Door, heard: Callable[[], None], told: Callable[[str], None] | None = None
    ) -> None:
        self._app, self._door, self._heard, self._told = app, door, heard, told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in what may come in."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        sent = _Sent(send)
        refusal = self._refusal(scope)
        if refusal is not None:
            await refused(scope, *refusal)(scope, receive, sent)
            return
        if scope["path"] not in (OPEN, JOIN):
            self._heard()
        await self._answered(scope, receive, sent)

    async def _answered(self, scope: Scope, receive: Receive, sent: "_Sent") -> None:
        try:
            await self._app(scope, _counted(receive, most_body(scope["path"])), sent)
        except _TooLarge:
            if not sent.begun:
                await refused(scope, 413, TOO_LARGE)(scope, receive, sent)
        except ClientDisconnect:
            pass
        except Exception as bug:
            if self._told:
                self._told(told_as_bug(bug))
            if not sent.begun:
                await refused(scope, 500, told_as_bug(bug))(scope, receive, sent)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Return status and sentence, or None if the request may come in."""
        headers = _headers(scope)
        method, path = scope["method"], scope["path"]
        if method not in READS | CHANGES:
            return 405, FOREIGN
        if headers.get("host", []) != [self._door.host]:
            return 421, FOREIGN
        if not _from_us(headers, method, path, self._door.origin):
            return 403, FOREIGN
        if path not in (OPEN, JOIN) and not self._door.knows(_cookies(headers, self._door.cookie)):
            return 403, NO_COOKIE
        if not _fits(headers, most_body(path)):
            return 413, TOO_LARGE
        return None


def most_body(path: str) -> int:
    """Return how many bytes may be sent to this path."""
    fitting = [begins for begins in MOST_BODIES if path.startswith(begins)]
    return MOST_BODIES[max(fitting, key=len)] if fitting else MOST_BODY


def refused(scope: Scope, status: int, sentence: str, title: str = "") -> Response:
    """Return a refusal (or another word without a screen) in plain words, as a page or for a script."""
    if "application/json" in ",".join(_headers(scope).get("accept", [])):
        return JSONResponse({"sentence": sentence}, status)
    title = html.escape(title or HTTPStatus(status).phrase)
    return HTMLResponse(
        f'<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Backscroll: {title}</title><main><h1>{title}</h1><p>{html.escape(sentence)}</p></main></html>",
        status,
    )


def _from_us(headers: dict[str, list[str]], method: str, path: str, origin: str) -> bool:
    """Say whether the request comes from a page of ours, as far as the browser tells; a change must say so."""
    origins, sites = headers.get("origin", []), headers.get("sec-fetch-site", [])
    if path == JOIN:  # no browser has any business here
        return not origins and not sites
    if method in READS:
        foreign = any(site not in ("same-origin", "none") for site in sites)
        walked_in = headers.get("sec-fetch-mode") == ["navigate"] and path == OPEN
        return (not foreign or walked_in) and all(one == origin for one in origins)
    if any(site != "same-origin" for site in sites):
        return False
    if origins == [origin]:
        return True
    return origins in ([], ["null"]) and sites == ["same-origin"]


def _headers(scope: Scope) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        found.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    return found


def _cookies(headers: dict[str, list[str]], wanted: str) -> list[str]:
    """Return every cookie of that name: another page of this computer may have set one beside ours."""
    pairs = (pair.partition("=") for line in headers.get("cookie", []) for pair in line.split(";"))
    return [value.strip() for name, _, value in pairs if name.strip() == wanted]


def _fits(headers: dict[str, list[str]], most: int) -> bool:
    lengths = headers.get("content-length", [])
    if not lengths:
        return True
    return len(lengths) == 1 and lengths[0].isascii() and lengths[0].isdigit() and int(lengths[0]) <= most


def _counted(receive: Receive, most: int) -> Receive:
    """Count what comes in, whatever its header said."""
    came = 0

    async def counted() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > most:
            raise _TooLarge
        return message

    return counted


class _Sent:
    """Sends an answer with our headers, in place of any of the same name."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            kept = [(name, value) for name, value in message.get("headers", []) if name.decode().lower() not in HEADERS]
            ours = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
            message = {**message, "headers": [*kept, *ours]}
        await self._send(message)

"""What every screen shares: the shell around it, the forms it is sent, and what it may keep while the page runs."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from audit import __version__
from audit.errors import AuditError
from audit.web.desk import Desk, desk_of
from audit.web.forms import all_fields_of, is_local, wants_json
from audit.web.screens.wording import on_the_page
from reports.web_pages import render_screen
from reports.web_view import Shell, Step

if TYPE_CHECKING:
    from audit.cases import Case
    from audit.prove.sampling import Sampling
    from classifiers.explain import Explanation

__all__ = ["Desk", "Fields", "Made", "Shelf", "back_to", "download", "screen", "sent", "shelf_of", "shown"]

KEYS = "keys"  # the ledger's setting: single keys, on or off
WAY = (
    ("question", "Question", "/question"),
    ("you", "You", "/you"),
    ("archives", "Archives", "/archives"),
    ("reading", "Reading", "/reading"),
    ("review", "Review", "/review"),
    ("act", "Act", "/act"),
    ("prove", "Prove", "/prove"),
)


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made for the person, until they save it."""

    name: str
    content: bytes
    media: str = "text/html; charset=utf-8"


@dataclass
class Shelf:
    """What the screens keep while the page runs: in memory only. `told` is shown once, on the next screen."""

    told: str = ""
    looked: bool = False  # through Downloads
    typed: str = ""
    files: dict[str, Made] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)  # what was typed into forms whose answer is a screen
    sampling: "Sampling | None" = None
    reading: bool = False  # a sample is in front of the person
    explained: "Callable[[Case], Explanation] | None" = None
    searches: dict[str, str] = field(default_factory=dict)  # what was looked for in the review, by what addresses say
    of_audit: int = 0  # the audit to which all this belongs

    def search(self, words: str) -> str:
        """Keep words that are looked for, and return what stands for them in addresses; it says nothing of them."""
        name = secrets.token_hex(4)
        self.searches[name] = words
        return name


class Fields:
    """What a form sent."""

    def __init__(self, fields: dict[str, list[str]]) -> None:
        self._fields = fields

    def one(self, name: str, most: int = 2_000) -> str:
        """Return the last value of a field, "" if there is none."""
        return self._fields.get(name, [""])[-1].strip()[:most]

    def every(self, name: str) -> list[str]:
        """Return all values of a field."""
        return self._fields.get(name, [])


Endpoint = Callable[[Request], Awaitable[Response]]


def shown(work: Callable[[Request, Desk], Response]) -> Endpoint:
    """Return the handler of a screen that is looked at; the work is done off the loop."""

    async def handler(request: Request) -> Response:
        return await run_in_threadpool(work, request, desk_of(request))

    return handler


def sent(work: Callable[[Request, Desk, Fields], Response]) -> Endpoint:
    """Return the handler of a form that is sent."""

    async def handler(request: Request) -> Response:
        fields = Fields(await all_fields_of(request))
        return await run_in_threadpool(work, request, desk_of(request), fields)

    return handler


def shelf_of(request: Request) -> Shelf:
    """Return the shelf of this page; a new audit clears it."""
    state, desk = request.app.state, desk_of(request)
    held: Shelf | None = getattr(state, "shelf", None)
    audit = desk.row.id if desk.row else 0
    if held is None or held.of_audit not in (0, audit):
        held = Shelf(told=held.told if held else "", looked=held.looked if held else False)
        state.shelf = held
    held.of_audit = audit
    return held


def screen(
    request: Request, name: str, title: str, *, step: str = "", problem: str = "", status: int = 200, **more: object
) -> Response:
    """Return one screen. `step`: which stage of the way it belongs to, "" for none."""
    desk, shelf = desk_of(request), shelf_of(request)
    told, shelf.told = shelf.told, ""
    shell = Shell(
        title=title,
        version=__version__,
        steps=_steps(desk, step),
        gate=desk.gate,
        keys=desk.ledger.setting(KEYS, "on") == "on",
        notice=desk.without_ledger,
        told=told,
        problem=on_the_page(problem),
        reading=desk.busy,
        here=request.url.path,
    )
    return HTMLResponse(render_screen(name, shell, **more), 400 if problem and status == 200 else status)


def _steps(desk: Desk, now: str) -> tuple[Step, ...]:
    found, known = desk.audit is not None, desk.last_audit() is not None
    is_open = {
        "question": True,
        "you": True,
        "archives": True,
        "reading": found or desk.busy,
        "review": found,
        "act": found or known,
        "prove": found or known,
    }
    is_done = {"question": bool(desk.gate), "you": found, "archives": found, "reading": found,
               "review": found and not any(case.open for case in desk.cases)}  # fmt: skip
    return tuple(
        Step(
            label,
            ("/overview" if name == "reading" and found and not desk.busy else address) if is_open[name] else "",
            "now" if name == now else "done" if is_done.get(name) else "ahead",
        )
        for name, label, address in WAY
    )


def back_to(request: Request, address: str, told: str = "") -> Response:
    """Answer a form that changed something: a script gets what was told, a form goes on to a screen."""
    if wants_json(request):
        return JSONResponse({"sentence": told, "go": address})
    shelf_of(request).told = told
    wanted = request.query_params.get("next", "")
    return RedirectResponse(wanted if is_local(wanted) else address, 303)


def download(made: Made) -> Response:
    """Return a file to be saved, never to be opened as a page of ours."""
    headers = {"Content-Disposition": f'attachment; filename="{made.name}"'}
    return Response(made.content, media_type=made.media, headers=headers)


def problem(request: Request, sentence: str, status: int) -> Response:
    """Return the screen for what the person can put right. The application calls it."""
    lines = on_the_page(sentence).splitlines()
    title = {403: "Not offered now", 404: "Nothing is here"}.get(status, "That did not work")
    return screen(request, "problem", title, status=status, lines=lines, back=_back(request.url.path))


def goodbye(request: Request) -> Response:
    """Return the last screen. The application calls it."""
    lines = (
        "Backscroll has ended. What you decided is kept; the words of your posts are gone from this computer’s memory.",
        "You can close this tab. To go on another time, start Backscroll again.",
    )
    return screen(request, "closed", "That is all for now", lines=lines)


def _back(path: str) -> tuple[str, str]:
    first = path.split("/")[1]
    places = {"review": "the review", "act": "what to do", "prove": "what you can show", "archives": "the archives",
              "report": "the report", "sample": "the sample", "resume": "the archives"}  # fmt: skip
    if first not in places:
        return "/", "Back to the beginning"
    return ("/archives" if first == "resume" else f"/{first}"), f"Back to {places[first]}"


def refused(request: Request, error: AuditError) -> str:
    """Return an error's sentence as the page says it; a script has it raised and answered by the application."""
    if wants_json(request):
        raise error
    return on_the_page(str(error))

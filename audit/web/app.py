"""The application: the guard around the routes of this folder and those of the screens.

    GET  /open?token=…         the token, once, for the cookie; then to /
    POST /join                 a second start asks for an opening address; see serve.py
    GET  /sources              what can be audited; POST adds a path (field `path`)
    POST /sources/look         look through Downloads again
    POST /sources/{id}         tick or untick (field `chosen`: yes, or empty); /sources/{id}/drop and DELETE take it off
    POST /remote …             files that the browser holds; see remote.py
    POST /audit                start (field `recall`: yes reads the last audit again); DELETE or /audit/cancel stops
    POST /audit/pause          (field `paused`: yes, or empty)
    GET  /audit/progress       how it goes
    POST /alive                a page is still there; POST /quit ends the program

A script that asks for JSON gets JSON; a form is sent back to `next` in its address, a path of ours.
"""

import asyncio
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from audit.errors import AuditError
from audit.web.desk import Desk, Source, desk_of
from audit.web.forms import NotUnderstood, answered, fields_of, object_of, wants_json
from audit.web.guard import OPEN, USED, Door, Guard, refused
from audit.web.remote import dropped_of

TEMPLATES = Path(__file__).parents[2] / "reports" / "templates"
TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
MOST_TAB = 64  # characters of a page's own name
NOT_ASKED = "That range was not asked for."
GOODBYE = "Backscroll has ended. Nothing of what it read is kept but your decisions. You can close this tab."


def make_app(
    desk: Desk,
    door: Door | None = None,
    *,
    ended: Callable[[], None] = lambda: None,
    told: Callable[[str], None] | None = None,
) -> Starlette:
    """Return the application over one desk.

    `ended`: called when the person quits. `told`: takes the sentence on a mistake of ours, for the terminal.
    """
    door = door or Door(port=8000)
    routes = [*_routes(), *_files(), *getattr(_screens(), "routes", [])]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, door=door, heard=desk.hear, told=told)],
        exception_handlers={AuditError: _plainly, HTTPException: _not_there},
    )
    app.state.desk, app.state.door, app.state.ended = desk, door, ended
    return app


def _routes() -> list[Route]:
    return [
        Route(OPEN, open_page, methods=["GET"]),
        Route("/join", join, methods=["POST"]),
        Route("/sources", sources, methods=["GET"]),
        Route("/sources", add_source, methods=["POST"]),
        Route("/sources/look", look_again, methods=["POST"]),
        Route("/sources/{source}", choose_source, methods=["POST"]),
        Route("/sources/{source}", drop_source, methods=["DELETE"]),
        Route("/sources/{source}/drop", drop_source, methods=["POST"]),
        Route("/remote", register, methods=["POST"]),
        Route("/remote/wants", wants, methods=["GET"]),
        Route("/remote/left", left, methods=["POST"]),
        Route("/remote/ranges/{ticket}", put_range, methods=["PUT"]),
        Route("/remote/ranges/{ticket}", cannot_read, methods=["DELETE"]),
        Route("/audit", start, methods=["POST"]),
        Route("/audit", cancel, methods=["DELETE"]),
        Route("/audit/cancel", cancel, methods=["POST"]),
        Route("/audit/pause", pause, methods=["POST"]),
        Route("/audit/progress", progress, methods=["GET"]),
        Route("/alive", alive, methods=["GET", "POST"]),
        Route("/quit", end, methods=["POST"]),
    ]


def _screens() -> ModuleType | None:
    return import_module("audit.web.screens") if find_spec("audit.web.screens") else None


# --- the door ---------------------------------------------------------------------------------------------------------


async def open_page(request: Request) -> Response:
    """Take the token for the cookie."""
    door: Door = request.app.state.door
    if not door.opens(request.query_params.get("token", "")):
        return refused(request.scope, 403, USED)
    response = RedirectResponse("/", status_code=303)
    door.let_in(response)
    return response


async def join(request: Request) -> Response:
    """Give a second start of the same person an address, and prove that it is us."""
    door: Door = request.app.state.door
    fields = await fields_of(request)
    nonce = fields.get("nonce", "")
    if not nonce or not door.proves("join", nonce, fields.get("proof", "")):
        raise HTTPException(403)
    return JSONResponse({"address": door.address(), "proof": door.proof("joined", nonce)})


# --- sources ----------------------------------------------------------------------------------------------------------


def _listed(desk: Desk) -> dict[str, Any]:
    return {"sources": [_source(desk, source) for source in list(desk.sources)], "looked_around": desk.looked_around}


def _source(desk: Desk, source: Source) -> dict[str, Any]:
    remote = desk.remotes.export(source.id)
    return source.plain() | {"taken": remote.taken if remote else 0}


async def sources(request: Request) -> Response:
    """Tell what can be audited."""
    return JSONResponse(_listed(desk_of(request)))


async def add_source(request: Request) -> Response:
    """Add the path that was typed."""
    desk, fields = desk_of(request), await fields_of(request)
    added = await run_in_threadpool(desk.add_path, fields.get("path", ""))
    return answered(request, _source(desk, added), "/")


async def look_again(request: Request) -> Response:
    """Look through Downloads again."""
    await run_in_threadpool(desk_of(request).look_around)
    return answered(request, _listed(desk_of(request)), "/")


async def choose_source(request: Request) -> Response:
    """Tick it, or take the tick away."""
    desk, fields = desk_of(request), await fields_of(request)
    source = desk.choose(request.path_params["source"], fields.get("chosen", "") not in ("", "no"))
    return answered(request, _source(desk, source), "/")


async def drop_source(request: Request) -> Response:
    """Take it off the list."""
    desk_of(request).drop(request.path_params["source"])
    return answered(request, _listed(desk_of(request)), "/")


# --- files that the browser holds -------------------------------------------------------------------------------------


async def register(request: Request) -> Response:
    """Take up what was dropped on a page."""
    desk, whole = desk_of(request), await object_of(request)
    tab = _tab(whole.get("tab"))
    added = [desk.add_dropped(dropped) for dropped in dropped_of(whole, tab)]
    return JSONResponse({"sources": [_source(desk, source) for source in added]})


async def wants(request: Request) -> Response:
    """Tell a page which ranges it is asked for, as soon as there are any."""
    seen = request.query_params.get("seen", "")
    tab, desk = _tab(request.query_params.get("tab")), desk_of(request)
    asked = await desk.remotes.wants(tab, int(seen) if seen.isdecimal() and len(seen) < 20 else -1)
    return JSONResponse(asked | {"needed": desk.needs(tab)})


async def left(request: Request) -> Response:
    """A page is being closed or loaded again."""
    desk_of(request).remotes.left(_tab(request.query_params.get("tab")))
    return Response(status_code=204)


async def put_range(request: Request) -> Response:
    """Take exactly the bytes that were asked for."""
    remotes, name = desk_of(request).remotes, request.path_params["ticket"]
    ticket = remotes.ticket(name)
    if ticket is None:
        return refused(request.scope, 404, NOT_ASKED)
    content = bytearray()
    async for piece in request.stream():
        content += piece
        if len(content) > ticket.length:
            return refused(request.scope, 413, NOT_ASKED)
    if not remotes.answer(name, bytes(content)):
        return refused(request.scope, 400, NOT_ASKED)
    return Response(status_code=204)


async def cannot_read(request: Request) -> Response:
    """The browser cannot read that range: the file was moved, or changed, since it was chosen."""
    if not desk_of(request).remotes.answer(request.path_params["ticket"], None):
        return refused(request.scope, 404, NOT_ASKED)
    return Response(status_code=204)


def _tab(name: Any) -> str:
    if not isinstance(name, str) or not name or len(name) > MOST_TAB or not name.isascii():
        raise NotUnderstood
    return name


# --- the audit --------------------------------------------------------------------------------------------------------


async def start(request: Request) -> Response:
    """Begin, or read the last audit again."""
    desk, fields = desk_of(request), await fields_of(request)
    await run_in_threadpool(desk.recall if fields.get("recall") == "yes" else desk.start)
    return answered(request, _progress(desk), "/")


async def cancel(request: Request) -> Response:
    """Stop what runs."""
    desk_of(request).cancel()
    return answered(request, _progress(desk_of(request)), "/")


async def pause(request: Request) -> Response:
    """Wait, or go on."""
    desk, fields = desk_of(request), await fields_of(request)
    if desk.job:
        desk.job.pause(fields.get("paused", "") not in ("", "no"))
    return answered(request, _progress(desk), "/")


async def progress(request: Request) -> Response:
    """Tell how it goes."""
    return JSONResponse(_progress(desk_of(request)))


def _progress(desk: Desk) -> dict[str, Any]:
    job = desk.job
    if job is None:
        return {"state": "", "over": True, "sources": []}
    return job.plain() | {"sources": [_source(desk, source) for source in job.sources]}


# --- the end ----------------------------------------------------------------------------------------------------------


async def alive(request: Request) -> Response:  # noqa: ARG001 - the guard has taken note of it
    """A page is still there."""
    return Response(status_code=204)


async def end(request: Request) -> Response:
    """Say goodbye, then end: a moment later, so that the goodbye arrives, with its style."""
    ended: Callable[[], None] = request.app.state.ended
    asyncio.get_running_loop().call_later(1.0, ended)
    goodbye = getattr(_screens(), "goodbye", None)
    if goodbye is not None and not wants_json(request):
        said: Response = goodbye(request)
        return said
    return (
        JSONResponse({"sentence": GOODBYE}) if wants_json(request) else refused(request.scope, 200, GOODBYE, "Goodbye")
    )


# --- style, scripts and problems --------------------------------------------------------------------------------------


def _files() -> list[Route]:
    """Return a route for each file of ours that a page loads; no other file can be asked for."""
    own = [TEMPLATES / "style.css", TEMPLATES / "act.css", *sorted((TEMPLATES / "web").glob("*"))]
    return [Route(f"/{path.name}", _file(path), methods=["GET"]) for path in own if path.suffix in TYPES]


def _file(path: Path) -> Callable[[Request], Response]:
    def served(_: Request) -> Response:
        return Response(path.read_bytes(), media_type=TYPES[path.suffix])

    return served


def _plainly(request: Request, problem: Exception) -> Response:
    """What the person can put right, in its own words."""
    return _problem(request, str(problem), getattr(problem, "status", 400))


def _not_there(request: Request, problem: Exception) -> Response:
    status = getattr(problem, "status_code", 404)
    sentence = "There is no such page. Go back and choose again." if status == 404 else "That cannot be done here."
    return _problem(request, sentence, status)


def _problem(request: Request, sentence: str, status: int) -> Response:
    page = getattr(_screens(), "problem", None)
    if page is not None and not wants_json(request):
        shown: Response = page(request, sentence, status)
        return shown
    return refused(request.scope, status, sentence)

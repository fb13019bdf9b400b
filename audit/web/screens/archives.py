"""Which archives, and how the reading of them goes."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from audit.archive import harmless
from audit.errors import AuditError
from audit.parsers import Columns, Proposed
from audit.web.desk import NothingChosen
from audit.web.jobs import Job
from audit.web.screens._page import Desk, Fields, back_to, refused, screen, sent, shelf_of, shown
from audit.web.screens.asking import asked_for
from audit.web.sources import Source
from audit.web.unknown import columns_of, shown_names
from audit.wording import day_words, many
from reports.web_view import Progress, SourceLine, Waiting

ORIGINS = {"downloads": "in Downloads", "last audit": "read at the last audit", "dropped": "with this page"}
MOST_WAITING = 20  # files of one source that are asked about
MOST_PEOPLE = 60
EXAMPLE = "~/Downloads/facebook-archive.zip"


def archives(request: Request, desk: Desk) -> Response:
    """Say how to ask for archives, and offer those that are there."""
    shelf = shelf_of(request)
    if not shelf.looked and not desk.busy:
        desk.look_around()
        shelf.looked = True
    return _archives(request, desk)


def _archives(request: Request, desk: Desk, problem: str = "", typed: str = "") -> Response:
    lines = [_line(source) for source in list(desk.sources)]
    first, others, untold = asked_for()
    return screen(
        request, "archives", "Your archives", step="archives", problem=problem, asking=first, others=others,
        untold=untold, sources=lines, typed=typed, example=EXAMPLE, last=_last(desk),
    )  # fmt: skip


def _last(desk: Desk) -> str:
    """Return when the last audit was made, if it can be opened again."""
    row = desk.last_audit()
    return day_words(row.made_at) if row and desk.audit is None else ""


def _line(source: Source) -> SourceLine:
    return SourceLine(
        id=source.id,
        name=source.name,
        size=size_words(source.size),
        label=source.network_label,
        origin=ORIGINS.get(source.origin, source.place),
        chosen=source.chosen,
        remote=source.path is None,
        sentence=source.sentence,
        state=source.state,
        waiting=_waiting(source),
    )


def _waiting(source: Source) -> tuple[Waiting, ...]:
    """Return the files of no known network for which the person has not said yet how they are read."""
    if source.origin == "last audit":
        return ()
    return tuple(
        _proposal(f"{source.id}-{place}", one)
        for place, one in enumerate(source.waiting[:MOST_WAITING])
        if one.name not in source.said and one.found
    )


def _proposal(key: str, one: Proposed) -> Waiting:
    first = one.found[0]
    columns = first.columns or Columns("")
    span = f", {day_words(first.first)} – {day_words(first.last)}" if first.first and first.last else ""
    return Waiting(
        key=key,
        name=harmless(one.name, 80),
        told=f"{'over ' if first.more else ''}{many(first.records, 'record')}{span}",
        columns=tuple(shown_names(one)),
        text=columns.text,
        date=columns.date,
        author=columns.author,
        people=tuple((name, f"{harmless(name, 60)} ({count:,})") for name, count in first.people[:MOST_PEOPLE]),
        sure=first.sure,
    )


def read_so(request: Request, desk: Desk, fields: Fields) -> Response:
    """Take the person's word on how a file of no known network is read."""
    _ticked(desk, fields)
    key = fields.one("so")
    source_id, _, place = key.rpartition("-")
    try:
        source = desk.source(source_id)
        one = source.waiting[int(place)] if place.isdecimal() and int(place) < len(source.waiting) else None
        if one is not None:
            said = (fields.one(f"{name}-{key}") for name in ("text", "date", "author", "me"))
            text, date, author, me = said
            source.read_so(one.name, columns_of(one, text, date, author, me), me)
    except AuditError as problem:
        return _archives(request, desk, refused(request, problem))
    return back_to(request, "/archives")


def _ticked(desk: Desk, fields: Fields) -> None:
    wanted = set(fields.every("source"))
    for source in list(desk.sources):
        source.chosen = source.id in wanted


def size_words(size: int) -> str:
    """Return "1.2 GB", "340 MB", "12 kB"; "" for nothing."""
    for unit, name in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if size >= unit:
            return f"{size / unit:.1f} {name}" if size < 10 * unit else f"{size // unit:,} {name}"
    return f"{size} bytes" if size else ""


def read_them(request: Request, desk: Desk, fields: Fields) -> Response:
    """Begin with what is ticked."""
    _ticked(desk, fields)
    try:
        if fields.one("recall") == "yes":
            desk.recall()
        else:
            desk.start()
    except NothingChosen as nothing:
        return _archives(request, desk, refused(request, nothing))
    return back_to(request, "/reading")


def add_path(request: Request, desk: Desk, fields: Fields) -> Response:
    """Add a path that was typed, or look through Downloads again."""
    if fields.one("look"):
        desk.look_around()
        return back_to(request, "/archives")
    try:
        desk.add_path(fields.one("path"))
    except AuditError as problem:
        return _archives(request, desk, refused(request, problem), fields.one("path"))
    return back_to(request, "/archives")


def take_off(request: Request, desk: Desk, fields: Fields) -> Response:
    """Take one off the list; its file stays where it is."""
    _ticked(desk, fields)
    desk.drop(fields.one("off"))
    return back_to(request, "/archives")


def reading(request: Request, desk: Desk) -> Response:
    """Say how far it is."""
    progress = _progress(desk.job) if desk.job else None
    title = "Reading your archives"
    if progress and progress.state in ("cancelled", "failed"):
        title = "It was stopped" if progress.state == "cancelled" else "It could not be finished"
    elif progress and progress.state == "done":
        title = "It is read"
    return screen(request, "reading", title, step="reading", progress=progress)


def _progress(job: Job) -> Progress:
    return Progress(
        state=job.state,
        stage=job.stage,
        percent=min(100, 100 * job.done // job.total) if job.total else None,
        posts=job.posts,
        left=left_words(job.seconds_left, whole=job.whole),
        sentence=job.sentence,
        what=job.what,
        remote=any(source.path is None for source in job.sources),
        recall=job.recall,
    )


def left_words(seconds: int | None, *, whole: bool) -> str:
    """Return how long it may take, no more exactly than anybody can know. `whole`: of all, not of this part alone."""
    if seconds is None:
        return ""
    words = (
        "a few seconds" if seconds < 10
        else "less than a minute" if seconds < 55
        else "about a minute" if seconds < 90
        else f"about {round(seconds / 60)} minutes" if seconds < 5400
        else f"about {round(seconds / 3600)} hours"
    )  # fmt: skip
    return f"{words} left{'' if whole else ' for this part'}"


def stop(request: Request, desk: Desk, fields: Fields) -> Response:
    """Stop what is being read."""
    desk.cancel()
    return back_to(request, "/reading")


def resume(request: Request, desk: Desk, fields: Fields) -> Response:
    """Read the last audit's archives again, from where they lay."""
    desk.recall()
    return back_to(request, "/reading")


routes = [
    Route("/archives", shown(archives), methods=["GET"]),
    Route("/archives", sent(read_them), methods=["POST"]),
    Route("/archives/path", sent(add_path), methods=["POST"]),
    Route("/archives/columns", sent(read_so), methods=["POST"]),
    Route("/archives/off", sent(take_off), methods=["POST"]),
    Route("/reading", shown(reading), methods=["GET"]),
    Route("/reading/stop", sent(stop), methods=["POST"]),
    Route("/resume", sent(resume), methods=["POST"]),
]

"""Beside the way: a draft, the report, forgetting, settings, and the end."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from audit.archive import harmless
from audit.errors import AuditError
from audit.reader import Reader
from audit.web.screens._page import KEYS, Desk, Fields, Made, back_to, download, refused, screen, sent, shelf_of, shown
from audit.web.screens.opened import needs_audit
from audit.web.screens.places import who
from classifiers.categories import CATEGORIES, ORDINARY, SEVERITIES
from reports.web_view import File, Traces, Verdict

MOST_DRAFT = 20_000  # characters
READERS = (
    (Reader.OWN, "Myself", "all of it"),
    (
        Reader.SUPERVISOR,
        "My supervisor",
        "what I chose for supervision and what weighs most; names taken out as far as told",
    ),
    (Reader.INSURER, "My insurer", "every finding with its words, to take advice on"),
    (Reader.LAWYER, "My lawyer or union", "every finding with its words, to take advice on"),
    (Reader.REGULATOR, "A regulator", "numbers only: no words, no dates of posts, no addresses"),
)


# --- a draft ----------------------------------------------------------------------------------------------------------


def draft(request: Request, desk: Desk) -> Response:
    """Ask for a draft."""
    return _draft(request, desk)


def _draft(request: Request, desk: Desk, text: str = "", verdict: Verdict | None = None, problem: str = "") -> Response:
    return screen(request, "draft", "Check a draft", problem=problem, text=text, verdict=verdict,
                  who=who(desk.profession, desk.country))  # fmt: skip


def judged(request: Request, desk: Desk, fields: Fields) -> Response:
    """Judge it. Nothing of it is kept."""
    from audit.drafts import verdict_on
    from audit.findings import shown_categories

    text = fields.one("text", MOST_DRAFT)
    if not text:
        return _draft(request, desk, problem="There is no text yet. Type or paste your draft.")
    told = verdict_on(text, desk.profession, desk.country)
    verdict = Verdict(
        raised=told.verdict.tier != ORDINARY,
        severity=told.verdict.severity,
        severity_words=SEVERITIES[told.verdict.severity],
        categories=tuple(CATEGORIES[name].label for name in shown_categories(told.verdict)),
        cues=told.cues,
        recognisers=told.recognisers,
        panel=told.panel,
        rules=told.verdict.rules,
    )
    return _draft(request, desk, text, verdict)


# --- the report -------------------------------------------------------------------------------------------------------


@needs_audit
def report(request: Request, desk: Desk) -> Response:
    """Ask for whom."""
    return _report(request)


def _report(request: Request, problem: str = "", reader: str = Reader.OWN, *, weak: bool = False,
            told: tuple[str, ...] = ()) -> Response:  # fmt: skip
    made = shelf_of(request).files.get("report")
    files = (File("/report/file", made.name, _size(made), private=reader != Reader.REGULATOR),) if made else ()
    return screen(request, "report", "Report", problem=problem, readers=READERS, reader=reader, weak=weak,
                  made=() if problem else files, told=told)  # fmt: skip


def _size(made: Made) -> str:
    from audit.web.screens.archives import size_words

    return f"{size_words(len(made.content))}. Open it once to see that all is well."


def make_report(request: Request, desk: Desk, fields: Fields) -> Response:
    """Make the report, locked if there is a passphrase."""
    from audit.lock import locked

    if desk.audit is None:
        return report(request, desk)
    wanted = fields.one("reader")
    reader = Reader(wanted) if wanted in set(Reader) else Reader.OWN
    passphrase = fields.one("passphrase")
    told: tuple[str, ...] = ()
    if passphrase or fields.one("again"):
        from audit.passphrase import standing

        try:
            stands = standing(passphrase)
        except AuditError as short:
            return _report(request, refused(request, short), reader)
        if passphrase != fields.one("again"):
            return _report(request, "The two passphrases differ. Type both again.", reader)
        if stands.weak and not fields.one("weak"):
            return _report(request, f"{stands.sentence()} Choose another, or tick that you want this.", reader,
                           weak=True)  # fmt: skip
        told = (stands.sentence(),)
    page = _page(desk, reader)
    name = "backscroll-report" if reader is Reader.OWN else f"backscroll-{reader.value}"
    if passphrase:
        page, name = locked(page, passphrase), f"{name}-locked"
    shelf_of(request).files["report"] = Made(f"{name}.html", page.encode("utf-8", "replace"))
    return _report(request, reader=reader, told=told)


def _page(desk: Desk, reader: Reader) -> str:
    from audit.page import report_of
    from audit.replay import Replayed, known_names, ledger_tally, page_for

    assert desk.audit is not None
    made = report_of(desk.audit, desk.cases, desk.gate, again=desk.again)
    names = known_names(desk.posts, desk.audit.reading)
    return page_for(reader, Replayed(made, names, ledger_tally(desk.ledger), desk.gate))


def report_file(request: Request, desk: Desk) -> Response:
    """Hand it over."""
    made = shelf_of(request).files.get("report")
    if made is None:
        raise AuditError("The report is not made yet. Make it first.")
    return download(made)


# --- forgetting -------------------------------------------------------------------------------------------------------


def forget(request: Request, desk: Desk) -> Response:
    """Say what would be removed."""
    from audit.forget import traces

    found = traces(data=desk.folder)
    told = Traces(
        files=tuple(_shown(path) for path in found.files),
        left=tuple((_shown(one.path), one.why) for one in found.left),
        exports=tuple(_shown(path) for path in found.exports),
    )
    return screen(request, "forget", "Forget", traces=told)


def _shown(path: Path) -> str:
    return harmless(str(path), 300)


def forgotten(request: Request, desk: Desk, fields: Fields) -> Response:
    """Remove it all, and end."""
    from audit.forget import forget as removed
    from audit.forget import traces

    if fields.one("sure") != "yes":
        raise AuditError("Nothing was removed. Tick the box first, if you mean it.")
    found = traces(data=desk.folder)
    desk.close()
    count, left = removed(found)
    lines = [f"{count:,} {'file was' if count == 1 else 'files were'} removed."]
    lines += [f"{_shown(one.path)} is still there: {one.why}." for one in left]
    lines += [
        "Whether they are gone for good is not certain: on solid-state disks, in backups and in synchronised folders a "
        "deleted file can live on. An encrypted disk is the better protection.",
        "Reports and lists that you saved are where your browser put them.",
        "Backscroll has ended. You can close this tab.",
    ]
    return _ended(request, "Forgotten", lines)


def _ended(request: Request, title: str, lines: list[str]) -> Response:
    """Show the last screen without the ledger, which is closed, and let the program end a moment later."""
    from starlette.background import BackgroundTask
    from starlette.responses import HTMLResponse

    from audit import __version__
    from reports.web_pages import render_screen
    from reports.web_view import Shell

    async def end() -> None:
        import asyncio

        await asyncio.sleep(1.0)  # so that the screen gets its style
        request.app.state.ended()

    page = render_screen("closed", Shell(title, __version__), lines=lines)
    return HTMLResponse(page, background=BackgroundTask(end))


# --- settings, the end ------------------------------------------------------------------------------------------------


def settings(request: Request, desk: Desk) -> Response:
    """Show the settings."""
    learning = desk.ledger.setting("learning", "on") == "on"
    return screen(request, "settings", "Settings", learning=learning, lessons=len(desk.ledger.lessons()))


def kept(request: Request, desk: Desk, fields: Fields) -> Response:
    """Keep the settings."""
    desk.ledger.set(KEYS, "on" if fields.one("keys") == "on" else "off")
    desk.ledger.set("learning", "on" if fields.one("learning") == "on" else "off")
    return back_to(request, "/settings", "Your settings are kept.")


def unlearn(request: Request, desk: Desk, fields: Fields) -> Response:
    """Forget what was learnt."""
    desk.ledger.unlearn()
    return back_to(request, "/settings", "All that was learnt is forgotten.")


def leave(request: Request, desk: Desk) -> Response:
    """Ask before it ends."""
    left = sum(case.open for case in desk.cases)
    told = (
        f"{left:,} of {len(desk.cases):,} findings still ask for a decision. You can go on another time."
        if left
        else ""
    )
    if desk.busy:
        told = "Your archives are being read. Closing now stops that, and nothing of it is kept."
    return screen(request, "leave", "Close Backscroll", not_finished=told)


routes = [
    Route("/draft", shown(draft), methods=["GET"]),
    Route("/draft", sent(judged), methods=["POST"]),
    Route("/report", shown(report), methods=["GET"]),
    Route("/report", sent(make_report), methods=["POST"]),
    Route("/report/file", shown(report_file), methods=["GET"]),
    Route("/forget", shown(forget), methods=["GET"]),
    Route("/forget", sent(forgotten), methods=["POST"]),
    Route("/settings", shown(settings), methods=["GET"]),
    Route("/settings", sent(kept), methods=["POST"]),
    Route("/settings/unlearn", sent(unlearn), methods=["POST"]),
    Route("/leave", shown(leave), methods=["GET"]),
]

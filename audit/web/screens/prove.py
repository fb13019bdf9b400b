"""What can be shown: statement, agenda, reflective account, reminder, history. None of it holds a word of a post."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from audit import __version__
from audit.errors import AuditError
from audit.ledger import NoAudit
from audit.parsers import network_facts
from audit.web.screens._page import Desk, Fields, Made, download, refused, screen, sent, shelf_of, shown
from audit.web.screens.opened import Work, needs_audit
from audit.web.screens.wording import put
from audit.wording import day_words, moment_words, span_words
from reports.prove_pages import paper_text, render_paper, render_statement
from reports.prove_view import Paper
from reports.web_view import Door, File, History, PastLine

JSON = "application/json"
CALENDAR = "text/calendar; charset=utf-8"
TEXT = "text/plain; charset=utf-8"


def needs_record(work: Work) -> Work:
    """Lead to where an audit can be made, if none is on record."""

    def checked(request: Request, desk: Desk) -> Response:
        return work(request, desk) if desk.last_audit() else needs_audit(work)(request, desk)

    return checked


@needs_record
def prove(request: Request, desk: Desk) -> Response:
    """Show what there is."""
    offered = (
        Door("/prove/statement", "Statement for your renewal", "What was looked at, found and done, for your file."),
        Door(
            "/sample", "How much was missed?", "Read a few of the posts that were not raised, and know.", _sampled(desk)
        ),
        Door("/prove/agenda", "Agenda for supervision", "Numbers and questions, no content."),
        Door("/prove/reflection", "Reflective account", "A draft in your body’s own form; the thoughts are yours."),
        Door("/prove/remind", "Reminder", "A calendar file for the next time."),
        Door("/history", "History of your audits", "What is new, gone, still there, came back."),
        Door("/prove/verify", "Check a sealed list", "Whether it belongs to a statement."),
    )
    return screen(request, "prove", "What you can show", step="prove", offered=offered)


def _sampled(desk: Desk) -> str:
    row = desk.last_audit()
    read = [one.judged for one in desk.ledger.samples() if row and one.audit == row.id and one.judged]
    return f"{read[-1]:,} read" if read else ""


# --- the statement ----------------------------------------------------------------------------------------------------


@needs_record
def statement(request: Request, desk: Desk) -> Response:
    """Show what the statement will say."""
    return _statement(request, desk)


def _statement(request: Request, desk: Desk) -> Response:
    from audit.prove.seal import Registrant
    from audit.prove.standing import standing_of
    from audit.prove.statement import statement_of

    shelf = shelf_of(request)
    told = statement_of(standing_of(desk.ledger), Registrant(), datetime.now(UTC), "", (), __version__)
    made = [
        File("/prove/statement.html", "statement.html", "The statement. To have it as a PDF, open and print it."),
        File("/prove/sealed-findings.json", "sealed-findings.json", "The sealed list that it rests on. Keep this one."),
    ]
    return screen(request, "statement", "Statement", step="prove", stands=told.remarks,
                  made=made if "statement" in shelf.files else (), digest=shelf.shown.get("digest", ""))  # fmt: skip


def make_statement(request: Request, desk: Desk, fields: Fields) -> Response:
    """Make the statement and its seal."""
    from audit.prove.seal import Registrant, sealed
    from audit.prove.standing import standing_of
    from audit.prove.statement import statement_of
    from classifiers.measure import measured

    who = Registrant(fields.one("name", 120), fields.one("body", 80), fields.one("number", 40))
    shelf, made, standing = shelf_of(request), datetime.now(UTC), standing_of(desk.ledger)
    seal = sealed(standing, who, made)
    measures = measured(encoder=standing.audit.encoder != "absent")
    page = render_statement(statement_of(standing, who, made, seal.digest, measures, __version__))
    desk.ledger.seal(standing.audit.id, seal.nonce, seal.digest)
    content = json.dumps(seal.plain(), ensure_ascii=False, indent=1) + "\n"
    shelf.files["statement"] = Made("statement.html", page.encode("utf-8", "replace"))
    shelf.files["sealed"] = Made("sealed-findings.json", content.encode("utf-8", "replace"), JSON)
    shelf.shown["digest"] = seal.digest
    return _statement(request, desk)


def made_file(name: str) -> Work:
    """Return the screen that hands over a file made before."""

    def handed(request: Request, desk: Desk) -> Response:
        made = shelf_of(request).files.get(name)
        if made is None:
            raise AuditError("That file is not made yet, or a new audit came in between. Make it again.")
        return download(made)

    return handed


@needs_record
def verify(request: Request, desk: Desk) -> Response:
    """Ask for a sealed list."""
    return screen(request, "verify", "Check a sealed list", step="prove", answer="", summary="")


def verified(request: Request, desk: Desk, fields: Fields) -> Response:
    """Say whether a sealed list is the one of a statement."""
    from audit.prove.seal import check, opened, summary

    answer, counts, problem = "", "", ""
    try:
        seal = opened(fields.one("sealed", 50_000_000), "This")
        if digest := fields.one("digest", 200):
            check(seal, "This", digest)
            answer = "It belongs to the statement with that digest."
        else:
            known = seal.digest in {digest for _, _, _, digest in desk.ledger.seals()}
            told = "A statement made here rests on it." if known else "No statement made here rests on it."
            answer = f"Its digest is {seal.digest}. {told}"
        counts = summary(seal)
    except AuditError as error:
        problem = refused(request, error)
    return screen(request, "verify", "Check a sealed list", step="prove", problem=problem, answer=answer,
                  summary=counts)  # fmt: skip


# --- agenda, reflective account ---------------------------------------------------------------------------------------


@needs_record
def agenda(request: Request, desk: Desk) -> Response:
    """Show the agenda."""
    return _paper(request, _agenda(desk), "agenda")


def _agenda(desk: Desk) -> Paper:
    from audit.prove.agenda import agenda as agenda_of
    from audit.prove.standing import standing_of

    return agenda_of(standing_of(desk.ledger), datetime.now(UTC), __version__)


@needs_record
def reflection(request: Request, desk: Desk) -> Response:
    """Show the draft, in the form of the body that was chosen."""
    body = _body(request)
    return _paper(request, _reflection(desk, body), "reflection", body)


def _body(request: Request) -> str:
    from audit.prove.bodies import BODIES

    wanted = request.query_params.get("body", "other")
    return wanted if wanted in BODIES else "other"


def _reflection(desk: Desk, body: str) -> Paper:
    from audit.prove.reflection import known_body
    from audit.prove.reflection import reflection as reflection_of
    from audit.prove.standing import standing_of

    return reflection_of(standing_of(desk.ledger), known_body(body), datetime.now(UTC), __version__)


def _paper(request: Request, paper: Paper, name: str, body: str = "") -> Response:
    query = f"?body={body}" if body else ""
    offered = (
        File(f"/prove/{name}.html{query}", f"{name}.html", "A page with room to write, to print."),
        File(f"/prove/{name}.txt{query}", f"{name}.txt", "Plain text, to paste into a form."),
    )
    return screen(request, "paper", paper.title, step="prove", paper=put(paper), offered=offered, body=body,
                  bodies=bodies() if body else ())  # fmt: skip


def bodies() -> tuple[tuple[str, str], ...]:
    """Return the bodies whose forms we know."""
    from audit.prove.bodies import BODIES

    return tuple((key, body.name) for key, body in BODIES.items())


def paper_file(request: Request, desk: Desk) -> Response:
    """Hand over an agenda or a reflective account, as a page or as text."""
    name, form = str(request.path_params["name"]), str(request.path_params["form"])
    if name not in ("agenda", "reflection") or form not in ("html", "txt"):
        raise AuditError("There is no such paper. Go back and choose again.")
    paper = put(_agenda(desk) if name == "agenda" else _reflection(desk, _body(request)))
    if form == "html":
        return download(Made(f"{name}.html", render_paper(paper).encode("utf-8", "replace")))
    return download(Made(f"{name}.txt", paper_text(paper).encode("utf-8", "replace"), TEXT))


# --- the reminder -----------------------------------------------------------------------------------------------------


@needs_record
def remind(request: Request, desk: Desk) -> Response:
    """Ask when the renewal is."""
    return _remind(request)


def _remind(request: Request, problem: str = "", renewal: str = "", body: str = "",
            events: Iterable[tuple[str, str]] = (), cycle: str = "") -> Response:  # fmt: skip
    listed = tuple(events)
    file = File("/prove/backscroll.ics", "backscroll.ics", "Open it, and your calendar takes it over.")
    return screen(request, "remind", "Reminder", step="prove", problem=problem, renewal=renewal, body=body,
                  bodies=tuple(one for one in bodies() if one[0] != "other"), events=listed, cycle=cycle,
                  made=(file,) if listed else ())  # fmt: skip


def reminded(request: Request, desk: Desk, fields: Fields) -> Response:
    """Make the calendar."""
    from audit.prove.icalendar import calendar
    from audit.prove.reflection import known_body
    from audit.prove.reminder import events, renewal_day

    renewal, body, now = fields.one("renewal", 10), fields.one("body", 20), datetime.now(UTC)
    try:
        known = known_body(body) if body else None
        row = desk.last_audit()
        last = datetime.fromisoformat(row.made_at).date() if row else now.date()
        day = renewal_day(_day(renewal), known, last, now.date())
        planned = events(day, now.date(), desk.ledger.coverage(row.id) if row else {}, desk.ledger.key)
    except AuditError as error:
        return _remind(request, refused(request, error), renewal, body)
    content = calendar(planned, now).encode()
    shelf_of(request).files["calendar"] = Made("backscroll.ics", content, CALENDAR)
    listed = [(day_words(event.day), event.title) for event in planned]
    return _remind(request, "", renewal, body, listed, known.cycle_words if known else "")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise AuditError("That is no date. Choose it again.") from None


# --- history ----------------------------------------------------------------------------------------------------------


def history(request: Request, desk: Desk) -> Response:
    """Show past audits."""
    return screen(request, "history", "History", history=_history(desk))


def _history(desk: Desk) -> History:
    from audit.prove.history import past_audits
    from audit.prove.outcomes import OUTCOMES, STANDS
    from audit.prove.standing import standing_of
    from audit.reaudit import PRESENCES, WHY, counted

    try:
        standing, past = standing_of(desk.ledger), past_audits(desk.ledger)
    except NoAudit:
        return History((), (), (), "")
    counts = counted(entry.sighting for entry in standing.entries)
    presences = []
    for presence, words in PRESENCES.items():
        reasons = [(WHY[why], count) for (held, why), count in counts.items() if held == presence]
        if reasons:
            named = tuple(sorted(((why, count) for why, count in reasons if why), key=lambda pair: -pair[1]))
            presences.append((words, sum(count for _, count in reasons), named))
    came = standing.counted(lambda entry: entry.outcome)
    outcomes = tuple((words, came[key]) for key, words in OUTCOMES.items() if came[key] and key != STANDS)
    lines = tuple(
        PastLine(
            moment_words(one.audit.made_at), one.audit.posts, one.raised, one.gone,
            tuple((network_facts(network).label, held.posts, span_words(held.first_day, held.last_day), held.unread)
                  for network, held in sorted(one.coverage.items())),
        )
        for one in reversed(past)
    )  # fmt: skip
    since = moment_words(standing.before.made_at) if standing.before else ""
    return History(lines, tuple(presences), outcomes, since)


routes = [
    Route("/prove", shown(prove), methods=["GET"]),
    Route("/prove/statement", shown(statement), methods=["GET"]),
    Route("/prove/statement", sent(make_statement), methods=["POST"]),
    Route("/prove/statement.html", shown(made_file("statement")), methods=["GET"]),
    Route("/prove/sealed-findings.json", shown(made_file("sealed")), methods=["GET"]),
    Route("/prove/verify", shown(verify), methods=["GET"]),
    Route("/prove/verify", sent(verified), methods=["POST"]),
    Route("/prove/agenda", shown(agenda), methods=["GET"]),
    Route("/prove/reflection", shown(reflection), methods=["GET"]),
    Route("/prove/remind", shown(remind), methods=["GET"]),
    Route("/prove/remind", sent(reminded), methods=["POST"]),
    Route("/prove/backscroll.ics", shown(made_file("calendar")), methods=["GET"]),
    Route("/prove/{name}.{form}", shown(paper_file), methods=["GET"]),
    Route("/history", shown(history), methods=["GET"]),
]

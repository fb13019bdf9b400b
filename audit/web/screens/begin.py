"""Welcome, the question that comes first, and what is asked about the person."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from audit.act.gate import PRESERVE
from audit.decisions import DECISIONS, GATES, QUESTION
from audit.guidance import first_to_ask
from audit.web.forms import is_local
from audit.web.screens._page import Desk, Fields, back_to, screen, sent, shown
from audit.web.screens.places import PLACES, TRADES
from audit.wording import day_words
from reports.web_view import LastAudit


def welcome(request: Request, desk: Desk) -> Response:
    """What this is, and how to go on."""
    now, go_on = _now(desk)
    last = None if now else _last(desk)
    return screen(request, "welcome", "Looking back", now=now, go_on=go_on, last=last)


def _now(desk: Desk) -> tuple[str, tuple[str, str]]:
    """Return where the person is at this moment, and where that goes on; "" if nothing is begun."""
    if desk.busy:
        return "Your archives are being read.", ("/reading", "See how far it is")
    if desk.audit is None:
        return "", ("", "")
    left = sum(case.open for case in desk.cases)
    if not desk.cases:
        return "Your archives are read, and no post was raised.", ("/overview", "See what was read")
    if left:
        return f"{len(desk.cases) - left:,} of {len(desk.cases):,} findings are decided.", ("/review/next", "Go on")
    return "You have decided about everything that was raised.", ("/act", "Go on to what to do")


def _last(desk: Desk) -> LastAudit | None:
    row = desk.last_audit()
    if row is None:
        return None
    raised, held = desk.ledger.sightings(row.id), desk.ledger.decisions()
    decided = sum(finding in held and DECISIONS[held[finding].decision].closes for finding in raised)
    return LastAudit(day_words(row.made_at), row.posts, decided, len(raised))


def question(request: Request, desk: Desk) -> Response:
    """Ask what comes first."""
    return screen(request, "gate", "First, one question", step="question", question=QUESTION, then=_then(request))


def _then(request: Request) -> str:
    """Return where the form leads, to be carried along in its address."""
    wanted = request.query_params.get("next", "")
    return f"?next={quote(wanted)}" if is_local(wanted) else ""


def answer(request: Request, desk: Desk, fields: Fields) -> Response:
    """Keep the answer. A no leads on; any other leads to what to do instead."""
    given = fields.one("answer")
    if given not in GATES:
        return screen(request, "gate", "First, one question", step="question", question=QUESTION, then=_then(request),
                      problem="Choose one of the three answers.")  # fmt: skip
    desk.gate = given
    if given != "no":
        return RedirectResponse("/preserve", 303)
    return back_to(request, "/you" if desk.audit is None else "/act")


def preserve(request: Request, desk: Desk) -> Response:
    """Say what to do while something is open or likely."""
    return screen(
        request,
        "preserve",
        "Change nothing for now",
        step="question",
        preserve=PRESERVE,
        ask_first=first_to_ask(desk.profession, desk.country),
        answered=GATES.get(desk.gate, "not yet"),
        go_on="/you" if desk.audit is None else "/review",
    )


def you(request: Request, desk: Desk) -> Response:
    """Ask for what the rules depend on."""
    return screen(request, "you", "About you", step="you", profession=desk.profession, country=desk.country,
                  messages=desk.messages, me=desk.me, trades=TRADES, places=PLACES, then=_then(request),
                  audited=desk.audit is not None)  # fmt: skip


def told(request: Request, desk: Desk, fields: Fields) -> Response:
    """Keep it for this audit."""
    desk.profession, desk.country = fields.one("profession", 80), fields.one("country", 2).upper()
    desk.messages, desk.me = fields.one("messages") == "yes", fields.one("me", 200)
    return back_to(request, "/archives" if desk.audit is None else "/act", _unknown(desk.profession))


def _unknown(profession: str) -> str:
    from classifiers.rules import trade_of

    if not profession or trade_of(profession):
        return ""
    return "We have no rules of our own for that profession: every trade is thought of."


def blank(request: Request, desk: Desk) -> Response:
    """Show nothing, for when somebody walks in and there is no script."""
    wanted = request.query_params.get("next", "/")
    return screen(request, "blank", "Page", back=wanted if is_local(wanted) else "/")


routes = [
    Route("/", shown(welcome), methods=["GET"]),
    Route("/question", shown(question), methods=["GET"]),
    Route("/question", sent(answer), methods=["POST"]),
    Route("/preserve", shown(preserve), methods=["GET"]),
    Route("/you", shown(you), methods=["GET"]),
    Route("/you", sent(told), methods=["POST"]),
    Route("/blank", shown(blank), methods=["GET"]),
]

"""The review as a list: narrowed by filters and by words, and decided about several at once."""

from collections.abc import Iterator, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from audit.cases import Case
from audit.decisions import REASONS, UNDONE
from audit.errors import AuditError
from audit.page import card_of
from audit.web.screens._page import Desk, Fields, back_to, refused, screen, sent, shelf_of, shown
from audit.web.screens.narrowing import Narrowing, filters, narrowing_of
from audit.web.screens.opened import needs_audit
from audit.web.screens.review import choices_of, networks_of, number_in, tally, why_not_all
from audit.web.screens.sought import MOST, terms_of
from classifiers.explain import Explanation
from reports.web_view import Listing, Row

PAGE = 50  # findings of the list on one page
NOTHING = Explanation((), (), (), "")


@needs_audit
def review(request: Request, desk: Desk) -> Response:
    """Show the list."""
    return _list(request, desk)


def _list(request: Request, desk: Desk, problem: str = "") -> Response:
    narrowed = narrowing_of(request, desk.cases)
    matching, findings = _matching(desk.cases, narrowed), desk.findings
    pages = max(1, -(-len(matching) // PAGE))
    page = min(max(number_in(request.query_params.get("page", "")), 1), pages)
    listing = Listing(
        rows=tuple(_rows(desk, matching[(page - 1) * PAGE : page * PAGE], narrowed.query())),
        filters=tuple(filters(desk.cases, narrowed.wanted, again=desk.again)),
        narrowed=bool(narrowed.query()),
        matching=len(matching),
        findings=sum(any(map(narrowed.fits, finding)) for finding in findings),
        page=page,
        pages=pages,
        query=narrowed.query(),
        earlier=f"/review{narrowed.query(page=page - 1)}" if page > 1 else "",
        later=f"/review{narrowed.query(page=page + 1)}" if page < pages else "",
        search=narrowed.search,
        words=narrowed.words,
        unsearched=Narrowing(narrowed.wanted).query(),
    )
    return screen(
        request, "review", "Review", step="review", problem=problem, listing=listing,
        tally=tally(findings), choices=choices_of(desk.gate), reasons=tuple(REASONS.items()),
        held=why_not_all(desk.gate), can_undo=desk.can_undo,
    )  # fmt: skip


def _rows(desk: Desk, cases: Sequence[Case], query: str) -> Iterator[Row]:
    several = {case.id: group for group in desk.findings if len(group) > 1 for case in group}
    again = desk.again
    for case in cases:
        others = [other for other in several.get(case.id, ()) if other.id != case.id]
        yield Row(case.id, card_of(case, NOTHING, again=again), f"/review/{case.id}{query}", networks_of(others))


def _matching(cases: Sequence[Case], narrowed: Narrowing) -> list[Case]:
    return [case for case in cases if narrowed.fits(case)]


def search(request: Request, desk: Desk, fields: Fields) -> Response:
    """Take up the words that are looked for, and lead to what holds them. Without any, lead to the whole list."""
    wanted, words = narrowing_of(request, desk.cases).wanted, fields.one("words", MOST)
    number = shelf_of(request).search(words) if terms_of(words) else ""
    return back_to(request, f"/review{Narrowing(wanted, number).query()}")


def decide_several(request: Request, desk: Desk, fields: Fields) -> Response:
    """Store one decision on those chosen, or on all that fit."""
    narrowed = narrowing_of(request, desk.cases)
    if fields.one("every") == "yes":
        chosen = [case.id for case in _matching(desk.cases, narrowed)]
    else:
        chosen = [number_in(value) for value in fields.every("finding")]
    if not chosen:
        return _list(request, desk, "None is chosen. Tick some in the list, or all of them below it.")
    if not fields.one("decision"):
        return _list(request, desk, "Choose a decision for them.")
    try:
        count = desk.decide_all(chosen, fields.one("decision"), fields.one("reason"))
    except AuditError as problem:
        return _list(request, desk, refused(request, problem))
    what = "taken back" if fields.one("decision") == UNDONE else "stored"
    told = f"{count:,} {'decision was' if count == 1 else 'decisions were'} {what}."
    return back_to(request, f"/review{narrowed.query()}", told)


routes = [
    Route("/review", shown(review), methods=["GET"]),
    Route("/review", sent(decide_several), methods=["POST"]),
    Route("/review/search", sent(search), methods=["POST"]),
]

"""The review, one finding at a time. Each decision is kept before anything else is shown."""

from collections import Counter
from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from audit.cases import Case
from audit.decisions import DECISIONS, REASONS, UNDONE, offered
from audit.errors import AuditError
from audit.guidance import first_to_ask
from audit.page import card_of, decided_words, explainer
from audit.parsers import network_facts
from audit.review import WHY_NOT, WITH_REASON
from audit.web.forms import wants_json
from audit.web.screens._page import Desk, Fields, back_to, refused, screen, sent, shelf_of, shown
from audit.web.screens.narrowing import Narrowing, narrowing_of
from audit.web.screens.opened import needs_audit
from classifiers.categories import CATEGORIES, SEVERITIES
from classifiers.explain import Explanation
from reports.web_view import Deciding, Elsewhere, Sheet, Tally, Weigh

QUESTIONS = (
    "Could the person know themselves in it? Could somebody who knows them, or who was there?",
    "Add up what else is known: your name, your workplace, the day, your other posts. The sum counts.",
    "Read it as the client might, on a bad day; then as it would be read out before a panel.",
    "Kind and proud posts can tell just as much. Privacy settings and closed groups are no defence.",
    "If it troubles you and you cannot say why, take it to supervision.",
)


@needs_audit
def begin(request: Request, desk: Desk) -> Response:
    """Lead to the first that is not decided, or to the end."""
    return RedirectResponse(_next_open(desk, narrowing_of(request, desk.cases), -1), 303)


@needs_audit
def one(request: Request, desk: Desk) -> Response:
    """Show one finding."""
    case = desk.case(number_in(str(request.path_params["finding"])))
    return _one(request, desk, case)


def _one(request: Request, desk: Desk, case: Case, problem: str = "") -> Response:
    narrowed = narrowing_of(request, desk.cases)
    query, place = narrowed.query(), _place(desk, case)
    before = [one for one in desk.cases[:place] if narrowed.fits(one, but="decision")]
    after = [one for one in desk.cases[place + 1 :] if narrowed.fits(one, but="decision")]
    sheet = Sheet(
        id=case.id,
        card=card_of(case, _explained(request)(case), again=desk.again),
        place=place + 1,
        total=len(desk.cases),
        address=f"/review/{case.id}{query}",
        before=f"/review/{before[-1].id}{query}" if before else "",
        after=f"/review/{after[0].id}{query}" if after else "/review/end",
        listed=f"/review{query}",
        elsewhere=_elsewhere(case, desk.elsewhere(case.id), query),
    )
    return screen(
        request, "one", f"Review, number {sheet.card.number}", step="review", problem=problem, sheet=sheet,
        tally=tally(desk.findings), choices=choices_of(desk.gate), reasons=tuple(REASONS.items()),
        held=why_not_all(desk.gate), can_undo=desk.can_undo, weigh=WEIGH,
        ask_first=_or(first_to_ask(desk.profession, desk.country)),
    )  # fmt: skip


def _elsewhere(case: Case, others: Sequence[Case], query: str) -> Elsewhere | None:
    """Return the other places of the same words. Those that were decided otherwise are left alone, unless wanted."""
    if not others:
        return None
    places = tuple(
        (f"{other.finding.rank}, {network_facts(other.finding.post.network).label}", f"/review/{other.id}{query}",
         decided_words(other))
        for other in others
    )  # fmt: skip
    alike = {one.decision.decision if one.decision else "" for one in (case, *others)}
    return Elsewhere(networks_of(others), places, alike=len(alike) == 1)


def decide(request: Request, desk: Desk, fields: Fields) -> Response:
    """Store a decision, and lead on. A script asks for a reason afterwards, or saves a note: `stay` is for that."""
    number, decision = number_in(str(request.path_params["finding"])), fields.one("decision")
    everywhere = fields.one("everywhere") == "yes"
    try:
        if not decision:
            raise AuditError("Choose a decision first; the note is kept with it.")
        case = desk.decide(number, decision, fields.one("reason"), fields.one("note"), everywhere=everywhere)
    except AuditError as problem:
        return _one(request, desk, desk.case(number), refused(request, problem))
    narrowed = narrowing_of(request, desk.cases)
    here = f"/review/{number}{narrowed.query()}"
    go = here if decision == UNDONE else _next_open(desk, narrowed, _place(desk, case))
    if not wants_json(request):
        return RedirectResponse(go, 303)
    places = 1 + len(desk.elsewhere(number)) if everywhere else 1
    label = "Taken back" if decision == UNDONE else f"Saved: {DECISIONS[decision].label}"
    return JSONResponse({
        "said": f"{label}, in {places} places" if places > 1 else label,
        "go": go,
        "held": decided_words(case) or "Not decided yet",
        "progress": _progress(tally(desk.findings)),
        "stay": here,
    })  # fmt: skip


def undo(request: Request, desk: Desk, fields: Fields) -> Response:
    """Take back the last decision of this sitting, or the last group."""
    case = desk.undo()
    if case is None:
        return back_to(request, "/review", "There is nothing to take back.")
    return back_to(request, f"/review/{case.id}", "Taken back.")


@needs_audit
def end(request: Request, desk: Desk) -> Response:
    """Say how far it is, at the end. A finding that was decided otherwise in one of its places counts under both."""
    told = [{case.decision.decision for case in finding if case.decision} for finding in desk.findings]
    held = Counter(decision for decisions in told for decision in decisions)
    counts = tuple((choice.label, held[name]) for name, choice in DECISIONS.items() if held[name])
    return screen(request, "end", "End of the review", step="review", tally=tally(desk.findings), counts=counts)


def _place(desk: Desk, case: Case) -> int:
    return next(place for place, one in enumerate(desk.cases) if one.id == case.id)


def _next_open(desk: Desk, narrowed: Narrowing, place: int) -> str:
    """Return the next that asks for a decision: undecided first, from here on, then from the top; then set aside."""
    turned = [*desk.cases[place + 1 :], *desk.cases[: max(place, 0)]]
    here = [
        case for case in turned if narrowed.fits(case, but="decision")
    ]  # decided meanwhile, it keeps its neighbours
    undecided = next((case for case in here if case.decision is None), None)
    if undecided is None and place < 0:
        undecided = next((case for case in here if case.open), None)
    return f"/review/{undecided.id}{narrowed.query()}" if undecided else "/review/end"


def _explained(request: Request) -> Callable[[Case], Explanation]:
    """Return what explains a finding: as the audit did, or anew."""
    from audit.web.desk import desk_of

    shelf, audit = shelf_of(request), desk_of(request).audit
    if shelf.explained is None:
        found, explanations = (audit.findings, audit.explanations) if audit else ([], [])
        known = {finding.id: told for finding, told in zip(found, explanations, strict=False)}
        anew: list[Callable[[Case], Explanation]] = []

        def explained(case: Case) -> Explanation:
            if case.finding.id not in known:
                if not anew:
                    anew.append(explainer())
                known[case.finding.id] = anew[0](case)
            return known[case.finding.id]

        shelf.explained = explained
    return shelf.explained


# --- what the list shares ---------------------------------------------------------------------------------------------


def tally(findings: Sequence[Sequence[Case]]) -> Tally:
    """Return how far a review is. A finding in several places is decided once all of them are."""
    left = sum(any(case.decision is None for case in finding) for finding in findings)
    decided = sum(not any(case.open for case in finding) for finding in findings)
    return Tally(len(findings), decided, len(findings) - decided - left, left)


def choices_of(gate: str) -> tuple[Deciding, ...]:
    """Return the decisions that are offered now."""
    return tuple(
        Deciding(name, choice.key, choice.label, choice.meaning, choice.acts, name in WITH_REASON)
        for name, choice in offered(gate).items()
    )


def why_not_all(gate: str) -> str:
    """Return why not everything is offered, or ""."""
    if gate == "no":
        return ""
    return WHY_NOT if gate else "Decisions that change a post are offered once the first question is answered."


def networks_of(cases: Sequence[Case]) -> tuple[str, ...]:
    """Return the networks on which they stand, as people call them."""
    return tuple(network_facts(case.finding.post.network).label for case in cases)


def number_in(text: str) -> int:
    """Return the number that an address or a form holds, 0 if it is none."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _progress(now: Tally) -> str:
    aside = f", {now.aside:,} set aside" if now.aside else ""
    return f"{now.decided:,} of {now.total:,} decided{aside}"


def _or(words: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


WEIGH = Weigh(
    QUESTIONS,
    tuple((category.label, category.meaning) for category in CATEGORIES.values()),
    tuple((degree, words) for degree, words in SEVERITIES.items() if degree),
)

routes = [
    Route("/review/next", shown(begin), methods=["GET"]),
    Route("/review/end", shown(end), methods=["GET"]),
    Route("/review/{finding:int}", shown(one), methods=["GET"]),
    Route("/review/{finding:int}", sent(decide), methods=["POST"]),
    Route("/undo", sent(undo), methods=["POST"]),
]

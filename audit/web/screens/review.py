"""The review: the findings as a list, and one at a time. Each decision is kept before anything else is shown."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from audit.cases import Case
from audit.decisions import DECISIONS, REASONS, UNDONE, offered
from audit.errors import AuditError
from audit.findings import shown_categories
from audit.guidance import first_to_ask
from audit.page import AUDIENCE_WORDS, KIND_WORDS, card_of, decided_words, explainer
from audit.parsers import network_facts
from audit.reaudit import PRESENCES
from audit.review import WHY_NOT, WITH_REASON
from audit.web.forms import wants_json
from audit.web.screens._page import Desk, Fields, back_to, refused, screen, sent, shelf_of, shown
from audit.web.screens.opened import needs_audit
from classifiers.categories import CATEGORIES, LOOK, LOOK_FIRST, SEVERITIES
from classifiers.explain import Explanation
from reports.web_view import Choice, Deciding, Filter, Listing, Row, Sheet, Tally, Weigh

PAGE = 50  # findings of the list on one page
OPEN, ASIDE = "open", "aside"
NOTHING = Explanation((), (), (), "")
QUESTIONS = (
    "Could the person know themselves in it? Could somebody who knows them, or who was there?",
    "Add up what else is known: your name, your workplace, the day, your other posts. The sum counts.",
    "Read it as the client might, on a bad day; then as it would be read out before a panel.",
    "Kind and proud posts can tell just as much. Privacy settings and closed groups are no defence.",
    "If it troubles you and you cannot say why, take it to supervision.",
)


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the list: what a case has of it, and the words for that."""

    label: str
    of: Callable[[Case], Iterable[str]]
    words: Callable[[str], str]


def _standing(case: Case) -> tuple[str, ...]:
    """A case that is set aside stands under its decision and among those set aside."""
    if case.decision is None:
        return (OPEN,)
    return (case.decision.decision, ASIDE) if case.open else (case.decision.decision,)


FACETS: dict[str, Facet] = {
    "decision": Facet(
        "Your decision",
        _standing,
        lambda value: (
            {OPEN: "Not decided yet", ASIDE: "Set aside, to come back to"}.get(value) or DECISIONS[value].label
        ),
    ),
    "tier": Facet(
        "Where to begin",
        lambda case: (case.finding.verdict.tier or "earlier",),
        lambda value: {LOOK_FIRST: "Look first", LOOK: "Worth a look"}.get(value, "Raised in an earlier audit only"),
    ),
    "weight": Facet(
        "Weight",
        lambda case: (str(case.finding.verdict.severity),),
        lambda value: SEVERITIES[int(value)].partition(":")[0].capitalize(),
    ),
    "category": Facet(
        "Category",
        lambda case: tuple(shown_categories(case.finding.verdict)),
        lambda value: CATEGORIES[value].label,
    ),
    "network": Facet("Network", lambda case: (case.finding.post.network,), lambda value: network_facts(value).label),
    "kind": Facet("Kind", lambda case: (case.finding.post.kind,), lambda value: KIND_WORDS[value].capitalize()),
    "audience": Facet(
        "Audience", lambda case: (case.finding.post.audience,), lambda value: AUDIENCE_WORDS[value].capitalize()
    ),
    "year": Facet(
        "Year",
        lambda case: (str(case.finding.post.posted_at.year) if case.finding.post.posted_at else "undated",),
        lambda value: value,
    ),
    "presence": Facet(
        "Since your last audit",
        lambda case: (case.presence,),
        lambda value: PRESENCES[value].partition(":")[0].capitalize(),
    ),
}


# --- the list ---------------------------------------------------------------------------------------------------------


@needs_audit
def review(request: Request, desk: Desk) -> Response:
    """Show the list."""
    return _list(request, desk)


def _list(request: Request, desk: Desk, problem: str = "") -> Response:
    wanted = _wanted(request, desk.cases)
    matching = _matching(desk.cases, wanted)
    pages = max(1, -(-len(matching) // PAGE))
    page = min(max(_number(request.query_params.get("page", "")), 1), pages)
    query = _query(wanted)
    again = desk.again
    rows = tuple(
        Row(case.id, card_of(case, NOTHING, again=again), f"/review/{case.id}{query}")
        for case in matching[(page - 1) * PAGE : page * PAGE]
    )
    listing = Listing(
        rows=rows,
        filters=tuple(_filters(desk.cases, wanted, again=again)),
        narrowed=bool(wanted),
        matching=len(matching),
        page=page,
        pages=pages,
        query=query,
        earlier=_paged(wanted, page - 1) if page > 1 else "",
        later=_paged(wanted, page + 1) if page < pages else "",
    )
    return screen(
        request, "review", "Review", step="review", problem=problem, listing=listing, tally=tally(desk.cases),
        choices=_choices(desk), reasons=tuple(REASONS.items()), held=_held(desk), can_undo=desk.can_undo,
    )  # fmt: skip


def _wanted(request: Request, cases: Sequence[Case]) -> dict[str, str]:
    """Return the filters that stand in the address, as far as some case has them."""
    asked = {name: request.query_params.get(name, "") for name in FACETS}
    return {
        name: value
        for name, value in asked.items()
        if value and (value == OPEN or any(value in FACETS[name].of(case) for case in cases))
    }


def _matching(cases: Sequence[Case], wanted: dict[str, str]) -> list[Case]:
    return [case for case in cases if all(value in FACETS[name].of(case) for name, value in wanted.items())]


def _filters(cases: Sequence[Case], wanted: dict[str, str], *, again: bool) -> Iterable[Filter]:
    """Return what there is to choose from; what all findings share is no choice."""
    for name, facet in FACETS.items():
        counts = Counter(value for case in cases for value in dict.fromkeys(facet.of(case)))
        if (len(counts) < 2 and name not in wanted) or (name == "presence" and not again):
            continue
        order = sorted(counts) if name in ("year", "weight") else [value for value, _ in counts.most_common()]
        yield Filter(
            name,
            facet.label,
            tuple(Choice(value, facet.words(value), counts[value], value == wanted.get(name)) for value in order),
        )


def _query(wanted: dict[str, str]) -> str:
    return f"?{urlencode(wanted)}" if wanted else ""


def _paged(wanted: dict[str, str], page: int) -> str:
    return f"/review?{urlencode({**wanted, 'page': page})}"


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def decide_several(request: Request, desk: Desk, fields: Fields) -> Response:
    """Store one decision on those chosen, or on all that fit."""
    wanted = _wanted(request, desk.cases)
    if fields.one("every") == "yes":
        chosen = [case.id for case in _matching(desk.cases, wanted)]
    else:
        chosen = [_number(value) for value in fields.every("finding")]
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
    return back_to(request, f"/review{_query(wanted)}", told)


# --- one at a time ----------------------------------------------------------------------------------------------------


@needs_audit
def begin(request: Request, desk: Desk) -> Response:
    """Lead to the first that is not decided, or to the end."""
    wanted = _wanted(request, desk.cases)
    return RedirectResponse(_next_open(desk, wanted, -1), 303)


@needs_audit
def one(request: Request, desk: Desk) -> Response:
    """Show one finding."""
    case = desk.case(_number(str(request.path_params["finding"])))
    return _one(request, desk, case)


def _one(request: Request, desk: Desk, case: Case, problem: str = "") -> Response:
    wanted = _wanted(request, desk.cases)
    query, place = _query(wanted), _place(desk, case)
    before = [one for one in desk.cases[:place] if _fits(one, wanted)]
    after = [one for one in desk.cases[place + 1 :] if _fits(one, wanted)]
    card = card_of(case, _explained(request)(case), again=desk.again)
    sheet = Sheet(
        id=case.id,
        card=card,
        place=place + 1,
        total=len(desk.cases),
        address=f"/review/{case.id}{query}",
        before=f"/review/{before[-1].id}{query}" if before else "",
        after=f"/review/{after[0].id}{query}" if after else "/review/end",
        listed=f"/review{query}",
    )
    return screen(
        request, "one", f"Review, number {card.number}", step="review", problem=problem, sheet=sheet,
        tally=tally(desk.cases), choices=_choices(desk), reasons=tuple(REASONS.items()), held=_held(desk),
        can_undo=desk.can_undo, weigh=WEIGH, ask_first=_or(first_to_ask(desk.profession, desk.country)),
    )  # fmt: skip


def decide(request: Request, desk: Desk, fields: Fields) -> Response:
    """Store a decision, and lead on. `stay`: a script asks for a reason yet, or saves a note."""
    number, decision = _number(str(request.path_params["finding"])), fields.one("decision")
    try:
        if not decision:
            raise AuditError("Choose a decision first; the note is kept with it.")
        case = desk.decide(number, decision, fields.one("reason"), fields.one("note"))
    except AuditError as problem:
        return _one(request, desk, desk.case(number), refused(request, problem))
    wanted = _wanted(request, desk.cases)
    here = f"/review/{number}{_query(wanted)}"
    go = here if decision == UNDONE else _next_open(desk, wanted, _place(desk, case))
    label = "Taken back" if decision == UNDONE else f"Saved: {DECISIONS[decision].label}"
    if wants_json(request):
        left = tally(desk.cases)
        return JSONResponse({"said": label, "go": go, "held": decided_words(case) or "Not decided yet",
                             "progress": _progress(left), "stay": here})  # fmt: skip
    return RedirectResponse(go, 303)


def undo(request: Request, desk: Desk, fields: Fields) -> Response:
    """Take back the last decision of this sitting, or the last group."""
    case = desk.undo()
    if case is None:
        return back_to(request, "/review", "There is nothing to take back.")
    return back_to(request, f"/review/{case.id}", "Taken back.")


@needs_audit
def end(request: Request, desk: Desk) -> Response:
    """Say how far it is, at the end."""
    held = Counter(case.decision.decision for case in desk.cases if case.decision)
    counts = tuple((choice.label, held[name]) for name, choice in DECISIONS.items() if held[name])
    return screen(request, "end", "End of the review", step="review", tally=tally(desk.cases), counts=counts)


def _place(desk: Desk, case: Case) -> int:
    return next(place for place, one in enumerate(desk.cases) if one.id == case.id)


def _fits(case: Case, wanted: dict[str, str]) -> bool:
    """What was decided meanwhile stays in its row of neighbours."""
    others = {name: value for name, value in wanted.items() if name != "decision"}
    return all(value in FACETS[name].of(case) for name, value in others.items())


def _next_open(desk: Desk, wanted: dict[str, str], place: int) -> str:
    """Return the next that asks for a decision: undecided first, from here on, then from the top; then set aside."""
    turned = [*desk.cases[place + 1 :], *desk.cases[: max(place, 0)]]
    here = [case for case in turned if _fits(case, wanted)]
    undecided = next((case for case in here if case.decision is None), None)
    if undecided is None and place < 0:
        undecided = next((case for case in here if case.open), None)
    return f"/review/{undecided.id}{_query(wanted)}" if undecided else "/review/end"


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


# --- what both share --------------------------------------------------------------------------------------------------


def tally(cases: Sequence[Case]) -> Tally:
    """Return how far a review is."""
    left = sum(case.decision is None for case in cases)
    aside = sum(case.open and case.decision is not None for case in cases)
    return Tally(len(cases), len(cases) - left - aside, aside, left)


def _progress(now: Tally) -> str:
    aside = f", {now.aside:,} set aside" if now.aside else ""
    return f"{now.decided:,} of {now.total:,} decided{aside}"


def _choices(desk: Desk) -> tuple[Deciding, ...]:
    return tuple(
        Deciding(name, choice.key, choice.label, choice.meaning, choice.acts, name in WITH_REASON)
        for name, choice in offered(desk.gate).items()
    )


def _held(desk: Desk) -> str:
    """Return why not everything is offered, or ""."""
    if desk.gate == "no":
        return ""
    return WHY_NOT if desk.gate else "Decisions that change a post are offered once the first question is answered."


def _or(words: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


WEIGH = Weigh(
    QUESTIONS,
    tuple((category.label, category.meaning) for category in CATEGORIES.values()),
    tuple((degree, words) for degree, words in SEVERITIES.items() if degree),
)

routes = [
    Route("/review", shown(review), methods=["GET"]),
    Route("/review", sent(decide_several), methods=["POST"]),
    Route("/review/next", shown(begin), methods=["GET"]),
    Route("/review/end", shown(end), methods=["GET"]),
    Route("/review/{finding:int}", shown(one), methods=["GET"]),
    Route("/review/{finding:int}", sent(decide), methods=["POST"]),
    Route("/undo", sent(undo), methods=["POST"]),
]

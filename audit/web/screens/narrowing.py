"""What narrows the review: filters, which stand in the address, and words, which never do.

The words that somebody looks for can name a client. They are sent in a form's body and kept in memory, under a number;
the number stands in addresses. One that is no longer known fits nothing, so that nothing is decided by mistake.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

from audit.cases import Case
from audit.decisions import DECISIONS
from audit.findings import shown_categories
from audit.page import AUDIENCE_WORDS, KIND_WORDS
from audit.parsers import network_facts
from audit.reaudit import PRESENCES
from audit.web.screens._page import shelf_of
from audit.web.screens.sought import holds, terms_of
from classifiers.categories import CATEGORIES, LOOK, LOOK_FIRST, SEVERITIES
from reports.web_view import Choice, Filter

OPEN, ASIDE = "open", "aside"
SEARCH = "search"  # the field of an address that holds a search's number


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


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the list was narrowed to. `wanted`: filter → value. `search`: the number of a search, "" for none."""

    wanted: Mapping[str, str]
    search: str = ""
    words: str = ""  # that were looked for, as they were typed
    terms: tuple[str, ...] = ()  # the same, as they are compared
    lost: bool = False  # there was such a search, but its words are no longer known

    def fits(self, case: Case, but: str = "") -> bool:
        """Say whether a case is within it. `but`: a filter that does not count."""
        if self.lost or any(value not in FACETS[name].of(case) for name, value in self.wanted.items() if name != but):
            return False
        return holds(case.finding.post, self.terms)

    def query(self, **more: object) -> str:
        """Return it as it stands in addresses, "" or "?…"."""
        fields = {**self.wanted, **({SEARCH: self.search} if self.search else {}), **more}
        return f"?{urlencode(fields)}" if fields else ""


def narrowing_of(request: Request, cases: Sequence[Case]) -> Narrowing:
    """Return what the address says, as far as some case has it."""
    asked = {name: request.query_params.get(name, "") for name in FACETS}
    wanted = {
        name: value
        for name, value in asked.items()
        if value and (value == OPEN or any(value in FACETS[name].of(case) for case in cases))
    }
    search = request.query_params.get(SEARCH, "")
    words = shelf_of(request).searches.get(search, "")
    return Narrowing(wanted, search, words, tuple(terms_of(words)), lost=bool(search) and not words)


def filters(cases: Sequence[Case], wanted: Mapping[str, str], *, again: bool) -> Iterable[Filter]:
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

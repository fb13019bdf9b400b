"""An audit in, the `Report` that the page is made of out. All becomes plain words here; templates only place it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from audit import __version__
from audit.advice import advice_for
from audit.archive import harmless
from audit.cases import Case
from audit.crossposts import crossposted
from audit.decisions import DECISIONS, REASONS
from audit.findings import shown_categories
from audit.guidance import first_to_ask
from audit.merge import scored_text
from audit.parsers import MemberRead, network_facts
from audit.pipeline import MOST_EXPLAINED
from audit.posts import Post, normal_form
from audit.reaudit import CAME_BACK, NEW, PRESENCES, WHY
from audit.wording import day_words, moment_words
from classifiers.categories import CATEGORIES, LOOK_FIRST, SEVERITIES, TIERS
from reports.view import (
    Bar,
    Card,
    CategoryLine,
    Chart,
    Choice,
    FileLine,
    Measure,
    NetworkReading,
    Report,
    TextPart,
)

if TYPE_CHECKING:
    from audit.parsers import Account
    from audit.pipeline import Audit
    from classifiers.explain import Explanation

MOST_PLACES = 20
MOST_YEARS = 60  # of a chart with a bar for each of them, also for those without
MOST_PEOPLE = 4  # named in a remark
SHORTEST_SIGN = 3  # letters of a name that tell one person from another
LONG_SILENCE = timedelta(days=365)

KIND_WORDS = {
    "post": "post",
    "reply": "reply",
    "comment": "comment",
    "share": "share",
    "repost": "repost",
    "caption": "caption",
    "checkin": "check-in",
    "review": "review",
    "article": "article",
    "event": "event",
    "listing": "listing",
    "answer": "answer",
    "bio": "profile text",
    "note": "private note",
    "message": "private message",
}
AUDIENCE_WORDS = {
    "public": "could be seen by anyone",
    "friends": "was shown to friends",
    "connections": "was shown to connections",
    "group": "was shown to a group",
    "private": "was seen by you only, or by one other",
    "unknown": "the export does not say who could see it",
}
STATE_WORDS = {
    "live": "",
    "deleted": "listed as deleted",
    "trash": "in the network's bin",
    "archived": "archived: hidden, still held",
    "draft": "a draft, never published",
    "earlier version": "an earlier wording of an edited post",
    "expired": "was shown for a short time",
}
CANNOT_SEE = (
    "Words inside pictures and videos, and words spoken in them. They are listed by number: look at them by eye.",
    "What other people wrote: comments under your posts, replies, and posts you are tagged in.",
    "Copies elsewhere: screenshots, quotes, search results, archives of the web.",
    "What you deleted before you asked for the export, unless the network still lists it.",
    "What only you and your client know: a post that means nothing to us may mean something to them.",
)


def report_of(audit: "Audit", cases: Sequence[Case] | None = None, gate: str = "", *, again: bool = False) -> Report:
    """Return all that the page shows.

    `cases`: the findings as the ledger knows them; None if this audit was not recorded, and the page then takes no
    decisions. `gate`: what was answered. `again`: there was an earlier audit, so that "new" means something.
    """
    joined = [Case(0, finding, presence="") for finding in audit.findings] if cases is None else list(cases)
    groups = in_places(joined)
    explained = _explained(audit)
    cards = [_card_of_places(group, explained, again=again) for group in groups[:MOST_EXPLAINED]]
    asked = [group[0] for group in groups if not settled(group[0])]
    first = sum(case.finding.verdict.tier == LOOK_FIRST for case in asked)
    return Report(
        made_on=moment_words(datetime.now(UTC).isoformat()),
        version=__version__,
        settings=_settings(audit),
        posts_read=len(audit.posts),
        span=_span(audit.posts),
        look_first=first,
        look=len(asked) - first,
        cards=tuple(cards),
        withheld=len(groups) - len(cards),
        withheld_in="--json or --csv",
        readings=tuple(_readings(audit)),
        strays=tuple(_file_line(line) for line in audit.reading.members if not line.network),
        remarks=(*(_harmless(remark) for remark in audit.reading.remarks), *_own_remarks(audit)),
        charts=tuple(_charts(audit)),
        measures=tuple(Measure(*line) for line in _measures(audit)),
        cannot_see=CANNOT_SEE,
        glossary=tuple((category.label, category.meaning) for category in CATEGORIES.values()),
        gate_bodies=first_to_ask(audit.profession, audit.settings.country),
        gate=gate,
        choices=() if cases is None else CHOICES,
        reasons=() if cases is None else tuple(REASONS.items()),
        new=sum(any(case.presence == NEW for case in group) for group in groups) if again else -1,
        decided=len(groups) - len(asked),
        further_places=len(joined) - len(groups),
    )


CHOICES = tuple(Choice(name, one.label, one.meaning, one.acts, one.closes) for name, one in DECISIONS.items())


def in_places(cases: Sequence[Case]) -> list[tuple[Case, ...]]:
    """Return the findings, each with the same words' other places behind it, those that are settled last.

    A long page can best do without what is decided. Of one finding the place that still asks for something leads.
    """
    return crossposted(sorted(cases, key=settled), lambda case: case.finding.post)


def settled(case: Case) -> bool:
    """Say whether nothing more is asked about a finding. One that was to be changed and came back is asked about."""
    acts = case.decision is not None and DECISIONS[case.decision.decision].acts
    return not case.open and not (acts and case.presence == CAME_BACK)


def _explained(audit: "Audit") -> "Callable[[Case], Explanation]":
    """Return what explains a finding: as the audit did, or anew for one that it did not raise."""
    known = {finding.id: told for finding, told in zip(audit.findings, audit.explanations, strict=False)}
    anew = cache(explainer)
    return lambda case: known.get(case.finding.id) or anew()(case)


def explainer() -> "Callable[[Case], Explanation]":
    """Return what explains findings. Loads the model once."""
    from classifiers.explain import explain
    from classifiers.model import load_model

    words = load_model().words
    return lambda case: explain(words, scored_text(case.finding.post), list(shown_categories(case.finding.verdict)))


# --- one finding ------------------------------------------------------------------------------------------------------


def card_of(case: Case, explanation: "Explanation", *, again: bool = True) -> Card:
    """Return all that is shown of one finding, on the page and in a review."""
    finding, held = case.finding, case.decision
    post, verdict = finding.post, finding.verdict
    facts = network_facts(post.network)
    return Card(
        number=finding.rank,
        id=finding.id,
        tier=verdict.tier,
        severity=verdict.severity,
        severity_words=SEVERITIES[verdict.severity],
        score_percent=round(100 * verdict.score),
        network=post.network,
        network_label=facts.label,
        kind=_kind_words(post),
        when=when_words(post),
        year=str(post.posted_at.year) if post.posted_at else "undated",
        audience=AUDIENCE_WORDS[post.audience],
        state=STATE_WORDS[post.state],
        parts=text_parts(post.text or post.headline, explanation),
        categories=tuple(
            CategoryLine(name, CATEGORIES[name].label, round(100 * chance))
            for name, chance in shown_categories(verdict).items()
        ),
        cues=explanation.cues,
        recognisers=explanation.recognisers,
        panel=explanation.panel,
        rules=verdict.rules,
        advice=advice_for(finding, facts.how_to_delete, facts.two_clicks),
        source=post.source,
        also_in=post.also_in,
        headline=post.headline if post.text else "",
        container=post.container,
        link_title=post.link_title,
        link_url=post.link_url if post.link_url.startswith(("https://", "http://")) else "",
        place=post.place,
        people=post.people,
        moment=post.posted_at.isoformat() if post.posted_at else "",
        presence=case.presence if again else "",
        standing=_standing(case) if again else "",
        decision=held.decision if held else "",
        reason=held.reason if held else "",
        note=held.note if held else "",
        decided=decided_words(case),
        settled=settled(case),
    )


def _card_of_places(group: Sequence[Case], explained: "Callable[[Case], Explanation]", *, again: bool) -> Card:
    """Return the card of a finding, with a card within it for each other place; its words only if they differ."""
    first, *others = group
    words = normal_form(first.finding.post.text)
    elsewhere = []
    for case in others:
        card = card_of(case, explained(case), again=again)
        same = normal_form(case.finding.post.text) == words
        elsewhere.append(replace(card, parts=()) if same else card)
    return replace(card_of(first, explained(first), again=again), elsewhere=tuple(elsewhere))


def _standing(case: Case) -> str:
    """Return what became of a finding since the last audit, in words."""
    told, why = PRESENCES.get(case.presence, ""), WHY.get(case.why, "")
    if not case.finding.verdict.tier:
        why = "raised in an earlier audit, not in this one"
    return f"{told}: {why}" if told and why else told


def decided_words(case: Case) -> str:
    """Return the decision that holds, when, and why; "" if there is none."""
    held = case.decision
    if held is None:
        return ""
    label = DECISIONS[held.decision].label
    day = day_words(datetime.fromisoformat(held.decided_at)) if held.decided_at else ""
    why = REASONS[held.reason] if held.reason else ""
    return (f"{label}, on {day}" if day else label) + (f": {why}" if why else "")


def text_parts(text: str, explanation: "Explanation") -> tuple[TextPart, ...]:
    """Return the text in runs; what raised the score is marked. Together they are the text itself."""
    parts: list[TextPart] = []
    position = 0
    for start, end, weight in explanation.spans:
        if start < position or end > len(text):
            continue
        if start > position:
            parts.append(TextPart(text[position:start]))
        parts.append(TextPart(text[start:end], weight))
        position = end
    if position < len(text):
        parts.append(TextPart(text[position:]))
    return tuple(parts)


def _kind_words(post: Post) -> str:
    words = KIND_WORDS[post.kind]
    return f"{words} in a group" if post.audience == "group" and post.kind in ("post", "comment") else words


def when_words(post: Post) -> str:
    """Return the time in words a person reads at a glance, with the clock it is told by."""
    if post.posted_at is None:
        return "date unknown"
    if post.date_only:
        return day_words(post.posted_at)
    zone = "UTC" if post.clock == "utc" else "by your account's clock"
    return f"{day_words(post.posted_at)}, {post.posted_at:%H:%M} {zone}"


# --- the account of reading ----------------------------------------------------------------------------------------


def _readings(audit: "Audit") -> Iterable[NetworkReading]:
    by_network: dict[str, list[MemberRead]] = {}
    for line in audit.reading.members:
        if line.network:
            by_network.setdefault(line.network, []).append(line)
    for network, lines in by_network.items():
        posts = [post for post in audit.posts if post.network == network]
        facts = network_facts(network)
        accounts = audit.reading.accounts.get(network, [])
        yield NetworkReading(
            label=facts.label,
            account=", ".join(dict.fromkeys(account.shown for account in accounts if account.shown)),
            posts=len(posts),
            span=_span(posts),
            kinds=tuple(_counted_kinds(posts)),
            files=tuple(_file_line(line) for line in lines),
            undated=sum(post.posted_at is None for post in posts),
            wordless=sum(not post.text and (post.media > 0 or bool(post.link_url)) for post in posts),
            gaps=tuple(_gaps(posts)),
            never=facts.never,
        )


def _counted_kinds(posts: Sequence[Post]) -> list[tuple[str, int]]:
    counts = Counter(KIND_WORDS[post.kind] for post in posts)
    return [(kind if count == 1 else _many(kind), count) for kind, count in counts.most_common()]


def _many(kind: str) -> str:
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"


def _moments(posts: Sequence[Post]) -> list[datetime]:
    dated = [post.posted_at for post in posts if post.posted_at is not None and post.kind != "bio"]
    return sorted(moment if moment.tzinfo else moment.replace(tzinfo=UTC) for moment in dated)


def _span(posts: Sequence[Post]) -> str:
    moments = _moments(posts)
    return f"{day_words(moments[0])} – {day_words(moments[-1])}" if moments else ""


def _gaps(posts: Sequence[Post]) -> Iterable[str]:
    moments = _moments(posts)
    for one, other in pairwise(moments):
        if other - one > LONG_SILENCE:
            yield f"Nothing between {one:%B %Y} and {other:%B %Y}. If you did post then, the export does not hold it."


def _file_line(line: MemberRead) -> FileLine:
    span = f"{day_words(line.first)} – {day_words(line.last)}" if line.first and line.last else ""
    stated = ""
    if line.stated is not None and line.status == "read" and line.stated != line.posts + line.unread_count:
        stated = f"The export's own list says {line.stated:,} records."
    places = tuple(f"{_harmless(gone.source) or 'the file'}: {gone.reason}" for gone in line.unread[:MOST_PLACES])
    if line.unread_count > len(places):
        places = (*places, f"and {line.unread_count - len(places):,} more places")
    name = _harmless(line.name if not line.archive else f"{line.archive}: {line.name}")
    return FileLine(name, line.status, line.reason, line.posts, span, stated, places)


def _harmless(text: str) -> str:
    return harmless(text, 300)


def _own_remarks(audit: "Audit") -> Iterable[str]:
    yield from (_harmless(sentence) for sentence in audit.refused)
    if audit.duplicates:
        what = "A post" if audit.duplicates == 1 else f"{audit.duplicates:,} posts"
        yield f"{what} stood in more than one place; each was counted once."
    if audit.lowered:
        what = "one post" if audit.lowered == 1 else f"{audit.lowered:,} posts"
        yield f"Your own earlier decisions kept {what} out of this report. To see them, say: backscroll learn off."
    for network, accounts in audit.reading.accounts.items():
        shown = {account.shown for account in accounts if account.shown}
        if len(shown) > 1:
            label = network_facts(network).label
            yield f"{label}: the exports name {len(shown)} accounts. Check that all of them are yours."
    people = _people(audit.reading.accounts)
    if len(people) > 1:
        told = "; ".join(people[:MOST_PEOPLE]) + ("; and others" if len(people) > MOST_PEOPLE else "")
        yield f"The exports seem to belong to {len(people)} people: {told}. Check that all of them are yours."
    if audit.model.get("encoder") == "absent":
        yield (
            "The sentence encoder was not there, so posts were judged by their words alone: expect more to be missed. "
            "Install Backscroll again to mend this."
        )


def _people(accounts: "dict[str, list[Account]]") -> list[str]:
    """Return the accounts of all networks, those of one person joined: "mira_h (X), Mira Halloran (LinkedIn)".

    Two are taken for one person where they share a name, or one's handle holds a name or a handle of the other.
    """
    people: list[tuple[set[str], list[str]]] = []
    for network, found in accounts.items():
        for account in found:
            signs = _signs(account)
            first, *others = [one for one in people if _share(signs, one[0])] or [(set[str](), list[str]())]
            if signs and first not in people:
                people.append(first)
            first[0].update(signs, *(theirs for theirs, _ in others))  # it may join two who seemed to be strangers
            first[1].extend(name for _, names in others for name in names)
            first[1].append(f"{harmless(account.shown, 40)} ({network_facts(network).label})")
            people = [one for one in people if one not in others]
    return [", ".join(dict.fromkeys(shown)) for _, shown in people]


def _signs(account: "Account") -> set[str]:
    """Return what tells a person: the words of the name, and the handle without figures and marks."""
    words = {"".join(filter(str.isalpha, word)) for word in account.name.casefold().split()}
    handle = "".join(filter(str.isalpha, account.handle.casefold().partition("@")[0] or account.handle.casefold()))
    return {sign for sign in (*words, handle) if len(sign) >= SHORTEST_SIGN}


def _share(one: set[str], other: set[str]) -> bool:
    return any(a in b or b in a for a in one for b in other)


# --- charts, settings, measures -------------------------------------------------------------------------------------


def _charts(audit: "Audit") -> Iterable[Chart]:
    findings = [group[0] for group in crossposted(audit.findings, lambda finding: finding.post)]
    dated = [moment for finding in findings if (moment := finding.post.posted_at) is not None]
    timed = [finding.post.posted_at for finding in findings if finding.post.clock in ("utc", "local")]
    if dated:
        counts = Counter(moment.year for moment in dated)
        years: Sequence[int] = range(min(counts), max(counts) + 1)
        if len(years) > MOST_YEARS:  # a broken clock tells of the year 1
            years = sorted(counts)
        yield _chart("Findings by year", [(str(year), counts[year]) for year in years], upright=True)
    if timed:
        hours = Counter(moment.hour for moment in timed if moment)
        days = Counter(moment.weekday() for moment in timed if moment)
        note = "By the clock of the export: UTC, or your account's own where the export uses that."
        names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
        by_hour = [(f"{hour:02d}", hours[hour]) for hour in range(24)]
        yield _chart("Findings by hour of the day", by_hour, upright=True, note=note)
        yield _chart("Findings by day of the week", [(names[d], days[d]) for d in range(7)], upright=True)
    if findings:
        labels = Counter(network_facts(finding.post.network).label for finding in audit.findings)
        twice = "The same words on two networks count in both." if len(findings) < len(audit.findings) else ""
        yield _chart("Findings by network", labels.most_common(), upright=False, note=twice)
        named = Counter(CATEGORIES[name].label for f in findings for name in shown_categories(f.verdict))
        note = "A post can stand in several categories."
        yield _chart("Findings by category", named.most_common(), upright=False, note=note)


def _chart(title: str, counts: Sequence[tuple[str, int]], *, upright: bool, note: str = "") -> Chart:
    most = max((count for _, count in counts), default=0) or 1
    return Chart(title, tuple(Bar(label, count, count / most) for label, count in counts), upright, note)


def _trade_words(audit: "Audit") -> str:
    if audit.settings.profession or not audit.profession:
        return audit.profession or "not said: every trade was thought of"
    return f"{audit.profession}, told from your profile; say --profession if it is another"


def _settings(audit: "Audit") -> tuple[tuple[str, str], ...]:
    facts = audit.facts()
    return (
        ("Trade", _trade_words(audit)),
        ("Country", audit.settings.country or "not said"),
        ("Private messages", "read" if audit.settings.messages else "left out"),
        ("Tiers", ", ".join(TIERS.values())),
        ("Program", f"Backscroll {__version__}"),
        ("Labelled examples", facts["examples"][:16]),
        ("Sentence encoder", facts["encoder"][:16]),
    )


def _measures(audit: "Audit") -> Iterable[tuple[str, str, str]]:
    from classifiers.measure import measured

    return measured(encoder=audit.model.get("encoder") != "absent")

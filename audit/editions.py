"""The report for somebody else's eyes: a full `Report` in, an `Edition` with less in it out. Pure.

*supervisor*: what was chosen for supervision and what weighs most, without names. *insurer* and *lawyer*: every finding
with its words, to take advice on. *regulator*: numbers only. None of them says how to remove anything: whether that is
wise is asked in the person's own report.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from audit.decisions import DECISIONS, GATES
from audit.ledger import DecisionRow, Sighting
from audit.names import without_names
from audit.posts import Post
from audit.reader import Reader
from audit.reaudit import PRESENCES
from classifiers.categories import SEVERITIES
from reports.edition_view import Edition
from reports.view import Advice, Bar, Card, Chart, FileLine, NetworkReading, Report, TextPart


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings there are of each presence and each decision, in words, those that are gone among them."""

    presences: tuple[tuple[str, int], ...] = ()
    decisions: tuple[tuple[str, int], ...] = ()


NO_ADVICE = Advice("", "", ())
UNDECIDED = "Not decided yet"
WEIGHTY = 2  # severity from which an undecided finding goes to the supervisor

_SUPERVISOR_OUT = (
    "Every post that you decided about by yourself, and those of little weight.",
    "Addresses of posts, links, places, the names of groups, files and accounts.",
    "Names, handles, numbers and addresses in the words, as far as they could be told: they are replaced by a word in "
    "brackets. One can be left, above all where it begins a sentence or has no capital. Read this before you hand it "
    "over.",
    "Your own notes, and all steps for removing anything.",
)
_ADVISER_OUT = (
    "Posts that were not raised. Some that matter can be among them.",
    "The words of findings that are no longer in the exports: of those there are numbers only.",
    "All steps and suggestions for removing or changing anything.",
)
_REGULATOR_OUT = (
    "The words of every post.",
    "When anything was posted, where it stands, and who is spoken of.",
    "Names of accounts, groups and files.",
    "Your notes and reasons, and whether you said that a complaint or case is open or likely.",
)
_ESTIMATE = "Weight and categories are estimates by a program that knows wording only. They establish nothing."


def edition_of(
    report: Report, reader: Reader, *, names: Iterable[str] = (), tally: Tally | None = None, gate: str = ""
) -> Edition:
    """Return the report as this reader may see it.

    `names`: those to take out of the words for the supervisor; see `names_of`. `tally`: the ledger's numbers; without
    them those of the report's cards are taken. `gate`: what was answered.
    Raises: ValueError for the person's own edition, which is the report itself.
    """
    counts = tally or _tally_of(report.cards)
    if reader is Reader.SUPERVISOR:
        return _supervisor(report, list(names))
    if reader in (Reader.INSURER, Reader.LAWYER):
        return _adviser(report, reader, counts, gate)
    if reader is Reader.REGULATOR:
        return _regulator(report, counts)
    raise ValueError("the person's own edition is the report itself")


def tally(sightings: Iterable[tuple[int, Sighting]], decisions: dict[int, DecisionRow]) -> Tally:
    """Return the ledger's numbers for one audit. `sightings`: by the finding's id."""
    held = list(sightings)
    rows = [decisions.get(finding) for finding, _ in held]
    return Tally(
        tuple(Counter(_presence(told.presence) for _, told in held).most_common()),
        tuple(Counter(DECISIONS[row.decision].label if row else UNDECIDED for row in rows).most_common()),
    )


def names_of(posts: Iterable[Post], accounts: Iterable[str]) -> frozenset[str]:
    """Return every name and handle that the exports tag, mention or answer, and the person's own."""
    found = {name for post in posts for name in (*post.people, post.reply_to, post.account)}
    return frozenset(name for name in (*found, *accounts) if name.strip())


# --- each reader ------------------------------------------------------------------------------------------------------


def _supervisor(report: Report, names: Sequence[str]) -> Edition:
    every = [*names, *(name for card in report.cards for name in card.people), *_accounts(report)]
    chosen = [card for card in report.cards if any(_for_supervision(one) for one in card.places)]
    cards = tuple(_without_people(card, every) for card in chosen)
    return Edition(
        title="To talk about in supervision",
        lead=f"Old posts of mine that could be read in a way I did not mean, and that I want to think about with you. "
        f"{_ESTIMATE}",
        note="Private, between the two of you. The words are hidden until they are asked for. Do not leave it with "
        "client notes, and take advice before you hand it over if a complaint or case is open or likely.",
        left_out=_SUPERVISOR_OUT,
        words="hidden",
        report=_reduced(report, cards, readings=tuple(_counts_only(one) for one in report.readings)),
    )


def _adviser(report: Report, reader: Reader, counts: Tally, gate: str) -> Edition:
    keeps = tuple(replace(_counts_only(one), span=one.span, account=one.account) for one in report.readings)
    charts = _charts(("What became of them", counts.presences), ("What was decided", counts.decisions))
    return Edition(
        title="Prepared for the purpose of taking advice",
        lead=f"Everything that an audit of my own posts raised, for my {reader.value}, so that I can be advised before "
        f"I do anything further. {_ESTIMATE}",
        note="Confidential. The words of the posts stand in it openly. Whether it is privileged is for a lawyer to "
        "say: ask how to send it before you send it, and keep the exports unchanged.",
        left_out=_ADVISER_OUT,
        words="shown",
        report=replace(_reduced(report, tuple(_for_adviser(c) for c in report.cards), readings=keeps), charts=charts,
                       span=report.span),
        facts=(("Is a complaint or case open or likely?", GATES.get(gate, "not answered").capitalize()),),
    )  # fmt: skip


def _regulator(report: Report, counts: Tally) -> Edition:
    categories = Counter(line.label for card in report.cards for line in card.categories)
    charts = _charts(
        ("What was decided", counts.decisions),
        ("What became of them", counts.presences),
        ("Weight", sorted(Counter(_weight(card) for card in report.cards).items())),
        ("Categories", categories.most_common()),
        ("Networks", Counter(one.network_label for card in report.cards for one in card.places).most_common()),
    )
    return Edition(
        title="An audit of my own posts, in numbers",
        lead=f"What was read, what was raised and what was decided. {_ESTIMATE} A finding is a post worth reading "
        "again, and no more than that.",
        note="It holds no post’s words. Take advice before you hand it over if a complaint or case is open or likely.",
        left_out=_REGULATOR_OUT,
        words="none",
        report=replace(_reduced(report, (), readings=tuple(_counts_only(one) for one in report.readings)),
                       charts=charts),
    )  # fmt: skip


def _for_supervision(card: Card) -> bool:
    return card.decision == "supervision" or (card.decision in ("", "later") and card.severity >= WEIGHTY)


def _without_people(card: Card, names: Sequence[str]) -> Card:
    words = without_names("".join(part.text for part in card.parts), names)
    return replace(_bare(card), parts=(TextPart(words),) if words else ())


def _for_adviser(card: Card) -> Card:
    """Its live address stays, the address of the place where it could be removed does not."""
    own = card.advice if card.advice.address_label == "the post itself" else NO_ADVICE
    address = replace(NO_ADVICE, address=own.address, address_label=own.address_label)
    elsewhere = tuple(_for_adviser(one) for one in card.elsewhere)
    return replace(card, id="", advice=address, severity_words=_weight(card), panel="", elsewhere=elsewhere)


def _bare(card: Card) -> Card:
    """Return the card without what points to the post or to people; its words are not touched."""
    elsewhere = tuple(replace(_bare(one), parts=()) for one in card.elsewhere)
    return replace(
        card, id="", elsewhere=elsewhere, severity_words=_weight(card), advice=NO_ADVICE, note="",
        source="", also_in=(), headline="", container="", link_title="", link_url="",
        place="", people=(),
    )  # fmt: skip


def _weight(card: Card) -> str:
    """The person's own report says it in words for that person."""
    return f"Weight {card.severity} of {max(SEVERITIES)}"


def _reduced(report: Report, cards: tuple[Card, ...], *, readings: tuple[NetworkReading, ...]) -> Report:
    """Return the report with these cards and readings, and nothing else that tells of single posts or files."""
    return replace(
        report, cards=cards, readings=readings, strays=tuple(_status_only(line) for line in report.strays), remarks=(),
        charts=(), span="", gate="", choices=(), reasons=(), withheld_in="",
    )  # fmt: skip


def _counts_only(reading: NetworkReading) -> NetworkReading:
    files = tuple(_status_only(line) for line in reading.files)
    return replace(reading, account="", span="", gaps=(), files=files)


def _status_only(line: FileLine) -> FileLine:
    return FileLine("", line.status, "", line.posts, "", places=("",) if line.places else ())


def _accounts(report: Report) -> list[str]:
    return [name for reading in report.readings for name in reading.account.split(", ") if name]


def _tally_of(cards: Sequence[Card]) -> Tally:
    places = [one for card in cards for one in card.places]  # as the ledger counts
    decisions = Counter(DECISIONS[one.decision].label if one.decision else UNDECIDED for one in places)
    presences = Counter(_presence(one.presence) for one in places if one.presence)
    return Tally(tuple(presences.most_common()), tuple(decisions.most_common()))


def _presence(presence: str) -> str:
    words = PRESENCES.get(presence, presence)
    return words[:1].upper() + words[1:]


def _charts(*counted: tuple[str, Sequence[tuple[str, int]]]) -> tuple[Chart, ...]:
    return tuple(_chart(title, counts) for title, counts in counted if counts)


def _chart(title: str, counts: Sequence[tuple[str, int]]) -> Chart:
    most = max(count for _, count in counts)
    return Chart(title, tuple(Bar(label, count, count / most) for label, count in counts), upright=False)

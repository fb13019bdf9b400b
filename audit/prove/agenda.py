"""Where things stand in, an agenda for supervision out: counts and questions, no content."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from audit.decisions import DECISIONS
from audit.prove.outcomes import OUTCOMES
from audit.prove.reflection import warning_for
from audit.prove.standing import BY_HAND, UNDECIDED, Standing
from audit.wording import day_words, listed, many
from classifiers.categories import CATEGORIES
from reports.prove_view import Paper, Section

LINES = 4
QUESTIONS: dict[str, tuple[str, ...]] = {
    "identifies_client": (
        "Who could put a name to somebody from what I wrote, perhaps only by adding several posts together?",
        "Does anybody need to be told, and who should decide that with me?",
    ),
    "client_detail": (
        "If the person had read it in the week I posted it, what would they have recognised, and felt?",
        "What made the story worth telling, and where else could I have told it?",
    ),
    "proceedings": ("What was my part in the matter, and is any of it still pending or under appeal?",),
    "disparages_clients": (
        "What was I carrying at the time that came out as impatience or a joke?",
        "Does that feeling still come into the room with some people, and how would they notice?",
    ),
    "whereabouts": ("Could a place and a time have shown whom I was seeing?",),
    "fitness": (
        "How was I at that time, and who knew?",
        "What would I do today before work on such a morning?",
    ),
    "boundaries": ("Where did friendliness, thanks or advice in public go beyond the working relation?",),
    "workplace": ("What belonged to colleagues or to the place, and is there somebody to speak to first?",),
}
ALWAYS = (
    "What do I want from this talk: to decide, to be heard, or to plan what comes next?",
    "Which of these am I least willing to look at, and why?",
    "What did posting give me then, and where do I find that now?",
    "What will we write down about this talk, and where is it kept?",
)
KEEP_OUT = (
    "This page holds no words of posts and no dates; let it stay so. Notes in the margin can be asked for.",
    "If we need to look at a post together: on my screen, one at a time, nothing copied or sent.",
)


def agenda(standing: Standing, made: datetime, version: str) -> Paper:
    """Return the agenda."""
    return Paper(
        title="For supervision: looking back over what I posted",
        lead=(
            f"An agenda without content: numbers and questions from an audit of {many(standing.audit.posts, 'post')} "
            f"of my own on {listed(standing.labels)}, made on {day_words(standing.audit.made_at)}."
        ),
        made_on=day_words(made.date()),
        version=version,
        warning=warning_for(standing.audit.gate),
        sections=tuple(_sections(standing)),
        foot=KEEP_OUT,
    )


def _sections(standing: Standing) -> Iterator[Section]:
    yield Section("In figures", tuple(_figures(standing)), tuple(_by_category(standing)))
    yield Section("What I decided to bring", tuple(_brought(standing)), lines=LINES)
    yield Section("What is decided", points=tuple(_decided(standing)))
    if came := tuple(_came_of(standing)):
        yield Section("What came of those that were to change", points=came)
    if questions := tuple(_questions(standing)):
        yield Section("Questions to think about", ("They come from what was raised. Strike out what does not fit.",),
                      questions, LINES)  # fmt: skip
    yield Section("For the talk itself", points=ALWAYS, lines=LINES)
    yield Section("What we agree", lines=LINES)


def _figures(standing: Standing) -> Iterator[str]:
    total = len(standing.entries)
    if not total:
        yield "No post was raised. What I worry about myself is still worth a talk."
        return
    grave = sum(entry.sighting.severity == 3 for entry in standing.entries)
    words = f"{many(total, 'post')} {'was' if total == 1 else 'were'} raised"
    yield f"{words}; {grave:,} of the most serious kind." if grave else f"{words}, none of the most serious kind."
    years = standing.counted(lambda entry: entry.year)
    if total > 2 and (common := years.most_common(1)[0])[1] > total / 3 and common[0] != "undated":
        yield f"{common[1]:,} of them come from one year, {common[0]}. What was that year like?"


def _by_category(standing: Standing) -> Iterator[str]:
    for label, count in standing.counted(lambda entry: entry.categories).most_common():
        yield f"{label}: {count:,}"


def _brought(standing: Standing) -> Iterator[str]:
    mine = standing.those(lambda entry: entry.decided == "supervision")
    if not mine:
        yield "Nothing has been marked for supervision yet."
        return
    kinds = sorted({label for entry in mine for label in entry.categories} - {BY_HAND})
    they = "It touches" if len(mine) == 1 else "They touch"
    about = f" {they} on: {listed(f'“{label}”' for label in kinds)}." if kinds else ""
    yield f"{many(len(mine), 'post')} {'is' if len(mine) == 1 else 'are'} marked for this talk.{about}"


def _decided(standing: Standing) -> Iterator[str]:
    decided = standing.counted(lambda entry: entry.decided)
    yield from (f"{choice.label}: {decided[key]:,}" for key, choice in DECISIONS.items() if decided[key])
    if decided[UNDECIDED]:
        yield f"Not decided yet: {decided[UNDECIDED]:,}"


def _came_of(standing: Standing) -> Iterator[str]:
    came = Counter(entry.outcome for entry in standing.entries if entry.acts)
    yield from (f"{words[:1].upper()}{words[1:]}: {came[key]:,}" for key, words in OUTCOMES.items() if came[key])


def _questions(standing: Standing) -> Iterator[str]:
    named = {label for entry in standing.entries for label in entry.categories}
    for name, category in CATEGORIES.items():
        if category.label in named:
            yield from QUESTIONS[name]

"""Where things stand in, the draft of a reflective account out: facts filled in, the thoughts left to the person."""

from datetime import datetime

from audit.errors import AuditError
from audit.prove.bodies import BODIES, CHANGE, EVENT, Body, Prompt, body_named
from audit.prove.outcomes import REMOVED
from audit.prove.standing import Standing
from audit.wording import day_words, listed, many
from reports.prove_view import Paper, Section

LINES = 5
KEEP_OUT = (
    "No name, initial, age, place, date or diagnosis of anybody you serve, and no detail of a case or hearing.",
    "No words of a post, no picture of one, and not when it was posted.",
    "No colleague; no employer, ward, school or court by which somebody could be told.",
    "Nothing that, added to what others know, would tell who was meant. Ask of each line: could they know themselves?",
)
HELD = (
    "You answered that something is open or likely, or that you are not sure. A note like this can be asked for. Talk "
    "to your insurer, union or lawyer before you write any of it, and change nothing on any network."
)
UNASKED = (
    "You have not said whether a complaint or case is open or likely (backscroll gate no|yes|unsure). If it is, take "
    "advice before you write any of this: a note like this can be asked for."
)


class UnknownBody(AuditError):
    """No form of ours for that body."""

    def __init__(self) -> None:
        super().__init__(
            f"We have no form for that body. We know: {', '.join(BODIES)}. Choose other for a general one."
        )


def known_body(name: str) -> Body:
    """Return the body. Raises: UnknownBody."""
    body = body_named(name)
    if body is None:
        raise UnknownBody
    return body


def reflection(standing: Standing, body: Body, made: datetime, version: str) -> Paper:
    """Return the draft."""
    check = "" if body.form_sure else " The headings are from memory: check them against the current form."
    authority = (Section("What it can refer to", points=body.authority),) if body.authority else ()
    return Paper(
        title="Reflective account: a draft",
        lead=f"{body.name}. {body.form}.{check} The facts are filled in; the thoughts are yours.",
        made_on=day_words(made.date()),
        version=version,
        warning=warning_for(standing.audit.gate),
        sections=(
            Section("What may not stand in it", points=KEEP_OUT),
            *(_asked(prompt, standing) for prompt in body.prompts),
            *authority,
        ),
        foot=(
            body.cycle_words,
            "The rules named here change: look for the current text before you quote it. This is no legal advice.",
        ),
    )


def warning_for(gate: str) -> str:
    """Return what is to be thought of before anything is written, or ""."""
    return {"no": "", "": UNASKED}.get(gate, HELD)


def _asked(prompt: Prompt, standing: Standing) -> Section:
    begins = {EVENT: event_words, CHANGE: change_words}.get(prompt.begins)
    return Section(prompt.heading, (begins(standing),) if begins else (), prompt.hints, LINES)


def event_words(standing: Standing) -> str:
    """Say what was done, in the first person and without detail."""
    audit, total = standing.audit, len(standing.entries)
    first, last = day_words(standing.audits[0].made_at), day_words(audit.made_at)
    began = f"On {last}" if first == last else f"On {first}, and last on {last},"
    raised = f"It raised {many(total, 'post')} to be read again" if total else "It raised no post"
    return (
        f"{began} I looked back over {many(audit.posts, 'post')} of my own on {listed(standing.labels)}, with a "
        f"program that runs on my own computer and sends nothing anywhere. {raised}, as something that could be read "
        "as giving away what belongs to a person I serve, or as disrespect."
    )


def change_words(standing: Standing) -> str:
    """Say what was decided and what of it is verified, no better than it is."""
    came, decided = standing.counted(lambda entry: entry.outcome), standing.counted(lambda entry: entry.decided)
    undecided = sum(entry.open for entry in standing.entries)
    words = [f"I have decided on {len(standing.entries) - undecided:,} of {len(standing.entries):,}."]
    if decided["remove"]:
        gone = f"{came[REMOVED]:,} of them {'is' if came[REMOVED] == 1 else 'are'} verified gone by a later export."
        words.append(f"I decided to remove {decided['remove']:,}; {gone}")
    if undecided:
        words.append(f"{undecided:,} {'is' if undecided == 1 else 'are'} still open.")
    return " ".join(words)

"""A review: one finding at a time, a key in, the next state out. Pure: a door draws it and stores what it says to.

After each key the state may hold decisions to be stored (`store`), together; the door has them in the ledger before it
draws anything else, so that what was answered is never lost. It is more than one where the same words stand in several
places and the person wants the same for all.
"""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from audit.cases import Case
from audit.decisions import DECISIONS, REASONS, UNDONE, offered, plain_note, repeats
from audit.ledger import DecisionRow

EVERYWHERE = "="  # the key that has the next decision hold for all places
LOOK, REASON, NOTE, HELP, HIDDEN = "look", "reason", "note", "help", "hidden"
WITH_REASON = frozenset({"keep", "not-client"})  # what stays up is worth a word on why
REASON_KEYS = {str(number): reason for number, reason in enumerate([name for name in REASONS if name], 1)}
PART = 1_200  # signs of a post shown at once: what a small terminal holds
WHY_NOT = "A matter is open or likely, or you are not sure. Nothing that changes a post is offered: change nothing."


@dataclass(frozen=True, slots=True)
class ToStore:
    """A decision for the ledger. `decision` may be `undone`."""

    case: Case
    decision: str
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """Where a review stands. `at` is the place in `cases`; beyond the last one it is the end.

    `part`: 0 while the words are hidden, else which part of them shows. `groups`: places in `cases` that hold the same
    words (`audit.crossposts`). `before`: what was decided in this sitting, step by step: places, each with the decision
    that held until then.
    """

    cases: tuple[Case, ...]
    gate: str
    groups: Sequence[Sequence[int]] = ()
    at: int = 0
    asking: str = LOOK
    part: int = 0
    always: bool = False  # words show without being asked for
    choice: str = ""  # waits for its reason
    note: str = ""  # waits for its decision
    everywhere: bool = False  # the next decision is for all places of these words
    before: tuple[tuple[tuple[int, DecisionRow | None], ...], ...] = ()
    said: str = ""
    store: tuple[ToStore, ...] = ()
    over: bool = False

    @property
    def case(self) -> Case | None:
        """The finding in front of the person; None at the end."""
        return self.cases[self.at] if self.at < len(self.cases) else None

    @property
    def places(self) -> Sequence[int]:
        """Where the words in front of the person stand, the place that is looked at first; none at the end."""
        group = next((group for group in self.groups if self.at in group), ())
        return (self.at, *(place for place in group if place != self.at)) if self.case else ()

    @property
    def elsewhere(self) -> list[Case]:
        """The other places of the same words."""
        return [self.cases[place] for place in self.places[1:]]

    @property
    def parts(self) -> list[str]:
        """The words of the post, in parts that a screen holds."""
        return parts_of(self.case.finding.post.text or self.case.finding.post.headline) if self.case else []

    @property
    def decided(self) -> int:
        """How many are decided for good."""
        return sum(not case.open for case in self.cases)

    @property
    def set_aside(self) -> int:
        """How many have a decision that leaves them open."""
        return sum(case.open and case.decision is not None for case in self.cases)

    def pressed(self, key: str) -> "Review":
        """Return what a key leads to. Named keys: enter, space, escape, end (there is no more input)."""
        state = replace(self, said="", store=())
        if state.asking == HIDDEN:
            return replace(state, asking=REASON if state.choice else LOOK, over=key == "end")
        if key == "c":
            return replace(state, asking=HIDDEN, part=0)
        if state.asking == HELP:
            return replace(state, asking=LOOK, over=key == "end")
        if state.asking == REASON:
            return _reason(state, key)
        return _look(state, key)

    def noted(self, text: str) -> "Review":
        """Return what a note, typed in whole, leads to. An empty one changes nothing."""
        state = replace(self, said="", store=(), asking=LOOK)
        note = plain_note(text)
        if state.case is None or not note:
            return state
        posts = [case.finding.post for case in (state.case, *state.elsewhere)]
        told = [words for post in posts for words in (post.text, post.headline, post.link_title) if words]
        if any(repeats(note, words) for words in told):
            return replace(state, said="The note repeats words of the post; a name counts too. Say it otherwise.")
        held = state.case.decision
        if held is None:
            return replace(state, note=note, said="Noted. It is kept with your decision.")
        return _stored(state, held.decision, held.reason, note, said="Noted.")


def ordered(cases: Sequence[Case], *, every: bool = False) -> tuple[Case, ...]:
    """Return the cases of a review: undecided first, then set aside, each riskiest first; decided only if `every`."""
    undecided = [case for case in cases if case.decision is None]
    aside = [case for case in cases if case.open and case.decision is not None]
    return (*undecided, *aside, *(case for case in cases if every and not case.open))


def parts_of(text: str) -> list[str]:
    """Return a text in parts of at most some `PART` signs; a line break counts as a short line."""
    parts, room = [""], PART
    for line in text.splitlines() or [""]:
        for piece in textwrap.wrap(line, PART, replace_whitespace=False, drop_whitespace=False) or [""]:
            cost = max(len(piece), 60)
            if cost > room and parts[-1]:
                parts.append("")
                room = PART
            parts[-1] += piece + "\n"
            room -= cost
    return [part.rstrip("\n") for part in parts]


def _look(state: Review, key: str) -> Review:
    if key in ("q", "end"):
        return replace(state, over=True)
    if key == "?":
        return replace(state, asking=HELP, part=0)
    if key == "u":
        return _undone(state)
    if key in ("b", "."):
        step = 1 if key == "." else -1
        return _at(state, min(max(state.at + step, 0), len(state.cases)))
    if state.case is None:
        return replace(state, said="This is the end: b goes back, q leaves.")
    if key in ("space", "enter"):
        return replace(state, part=(state.part + 1) % (len(state.parts) + 1))
    if key == "/":
        return replace(state, asking=NOTE)
    if key == EVERYWHERE and state.elsewhere:
        return replace(state, everywhere=not state.everywhere)
    return _decision(state, key)


def _decision(state: Review, key: str) -> Review:
    name = next((name for name, choice in DECISIONS.items() if key in (choice.key, name)), "")
    if not name:
        return replace(state, said="That is no key here; ? lists them.")
    if name not in offered(state.gate):
        return replace(state, said=WHY_NOT)
    if name in WITH_REASON:
        return replace(state, asking=REASON, choice=name, part=0)
    return _on(_stored(state, name, "", state.note))


def _reason(state: Review, key: str) -> Review:
    if key in ("escape", "b", "u"):
        return replace(state, asking=LOOK, choice="", said="Not decided.")
    if key not in REASON_KEYS and key not in ("enter", "space", "q", "end"):
        return replace(state, said=f"Press 1 to {len(REASON_KEYS)}, or Enter for no reason; b goes back.")
    stored = _stored(replace(state, asking=LOOK), state.choice, REASON_KEYS.get(key, ""), state.note)
    return _on(replace(stored, over=key in ("q", "end")))


def _stored(state: Review, decision: str, reason: str, note: str, said: str = "") -> Review:
    """Hand a decision to the door, and remember what held before."""
    places = state.places if state.everywhere else state.places[:1]
    many = f" in {len(places)} places" if len(places) > 1 else ""
    return replace(
        _with(state, {place: DecisionRow(state.cases[place].id, decision, reason, note, "", "review")
                      for place in places}),
        before=(*state.before, tuple((place, state.cases[place].decision) for place in places)),
        store=tuple(ToStore(state.cases[place], decision, reason, note) for place in places),
        choice="",
        said=said or f"Stored{many}: {DECISIONS[decision].label}.",
    )  # fmt: skip


def _undone(state: Review) -> Review:
    """Take back the last step of this sitting, or else the decision on the finding in front. All are added rows."""
    if state.before:
        step, rest = state.before[-1], state.before[:-1]
    elif state.case is not None and state.case.decision is not None:
        step, rest = ((state.at, None),), ()
    else:
        return replace(state, said="There is nothing to take back.")
    store = [
        ToStore(state.cases[place], held.decision, held.reason, held.note) if held
        else ToStore(state.cases[place], UNDONE)
        for place, held in step
    ]  # fmt: skip
    after = _at(_with(state, dict(step)), step[0][0])
    return replace(after, before=rest, store=tuple(store), said="Taken back.")


def _with(state: Review, decisions: Mapping[int, DecisionRow | None]) -> Review:
    cases = list(state.cases)
    for place, decision in decisions.items():
        cases[place] = replace(cases[place], decision=decision)
    return replace(state, cases=tuple(cases))


def _on(state: Review) -> Review:
    """Go on to the next that was not decided along with another one."""
    along = {place for step in state.before for place, _ in step[1:]}
    ahead = next(place for place in range(state.at + 1, len(state.cases) + 1) if place not in along)
    return replace(_at(state, ahead), said=state.said)


def _at(state: Review, place: int) -> Review:
    return replace(state, at=place, part=1 if state.always else 0, note="", asking=LOOK, everywhere=False)

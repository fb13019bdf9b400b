"""Whether a file that no parser knows is read, and how: as the person said, as an earlier audit knows, as accepted.

Nothing is read without the person's word. What could be read is proposed in one sentence, which names columns and
quotes nothing else. Where several people wrote in a file and nobody said which of them the person is, it is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from audit.archive import Member, Unreadable, harmless
from audit.parsers._generic.forms import may_hold_words
from audit.parsers._generic.look import AI_NAMES, AI_OWN, Proposal, proposals
from audit.parsers._generic.names import bare
from audit.parsers._generic.texts import WAYS
from audit.parsers._told import Columns, Me, Told

MOST_PROPOSED = 200  # files of one run for which something is proposed; all are read that were said or accepted
UNKNOWN, LEFT_OUT, UNREAD = "unknown", "left out", "unread"
ADD = "To have it read so, add --generic"
SAY_WHICH = "To have it read, say which column holds your words with --columns"
WHO = "add --me with your name as it stands there"


@dataclass(frozen=True, slots=True)
class Reads:
    """How one file, or one list in it, is read. `own`: who the person is there; None if all of it is theirs.

    `why_not`: "" or why this list of a file is not read, though others are.
    """

    form: str
    columns: Columns
    own: Me | None = None
    why_not: str = ""

    @property
    def private(self) -> bool:
        """Say whether it holds private messages."""
        return self.columns.kind == "message"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A file that is not read, and what could be read of it. `sentence` stands by itself after the file's name."""

    archive: str
    name: str
    sentence: str
    found: tuple[Proposal, ...] = ()

    @property
    def alone(self) -> bool:
        """Say whether the person handed over this very file, so that its name is theirs and may be told anywhere."""
        return self.archive == self.name


@dataclass(slots=True)
class Claim:
    """What becomes of one file: read so, or why not."""

    reads: tuple[Reads, ...] = ()
    status: str = UNKNOWN
    reason: str = ""
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class Claims:
    """The claims of one run. `proposed`: the files that wait for the person's word; `used`: how which file is read."""

    told: Told
    proposed: list[Proposed] = field(default_factory=list)
    used: list[tuple[str, tuple[str, ...], Columns]] = field(default_factory=list)
    fitting: set[Columns] = field(default_factory=set)

    def of(self, member: Member, *, outside: bool, lone: bool) -> Claim | None:
        """Return what becomes of a member that no parser knows; None if we have nothing to say of it.

        `outside`: it lies in no export that a parser knows. `lone`: it is all that was handed over.
        """
        said = [one for one in self.told.columns if not one.file or _is_named(member.name, one.file)]
        if not may_hold_words(member.name, lone=lone) or not (outside or said):
            return None
        if not said and not self.told.accepted and len(self.proposed) >= MOST_PROPOSED:
            return None
        try:
            found = proposals(member)
        except (Unreadable, OSError):
            return None
        names = tuple(dict.fromkeys(name for one in found for name in one.names))
        columns = self._chosen(member, said, found, names, outside=outside)
        if not columns:
            return self._unclaimed(member, [one for one in said if one.file], found, outside=outside)
        claim = _claimed(columns, found, self.told.me, names)
        if claim.reads:
            self.used += [(member.name, names, one.columns) for one in claim.reads if not one.why_not]
        elif claim.status == LEFT_OUT:
            self.proposed.append(Proposed(member.archive, member.name, f"but {claim.reason}", tuple(found)))
        return claim

    def unfitting(self) -> list[str]:
        """Return a sentence for each thing said of columns that no file has."""
        return [
            f"No file was found that has the columns {harmless(str(one), 120)}: backscroll columns FILE shows what a"
            " file has."
            for one in self.told.columns
            if one not in self.fitting
        ]

    def _chosen(
        self, member: Member, said: Sequence[Columns], found: Sequence[Proposal], names: Sequence[str], *, outside: bool
    ) -> list[Columns]:
        """Return how the file is to be read, the person's word before anything else; nothing without any word."""
        chosen = []
        for one in said:
            if fitted := _fitted(one, found, names):
                chosen.append(fitted)
                self.fitting.add(one)
        if chosen or not outside or any(one.file for one in said):
            return chosen
        if known := [
            fitted for one in self.told.remembered(member.name, names) if (fitted := _fitted(one, found, names))
        ]:
            return known
        return [one.columns for one in found if one.columns and one.sure] if self.told.accepted else []

    def _unclaimed(
        self, member: Member, said: Sequence[Columns], found: Sequence[Proposal], *, outside: bool
    ) -> Claim | None:
        if said:
            return Claim(
                status=UNREAD, reason="it has no column of the name you gave; backscroll columns shows its own"
            )
        if not outside or not any(one.columns for one in found):
            return None
        sentence = sentence_of(found)
        self.proposed.append(Proposed(member.archive, member.name, sentence, tuple(found)))
        return Claim(reason=f"not a file we know, {sentence}")


def _claimed(columns: Sequence[Columns], found: Sequence[Proposal], me: Me, names: tuple[str, ...]) -> Claim:
    form = found[0].form
    reads = [_reads(one, form, found, me) for one in columns]
    if all(one.why_not for one in reads):
        return Claim((), LEFT_OUT, reads[0].why_not, names)
    texts = {one.text for one in columns}
    passed_over = [one.columns for one in found if one.columns and one.columns.text not in texts]
    told = "words stand in the column {} too, which was not read; to have it read, say so with --columns"
    more = [Reads(form, one, None, told.format(quoted(one.text))) for one in passed_over]
    return Claim((*reads, *more), names=names)


def _reads(columns: Columns, form: str, found: Sequence[Proposal], me: Me) -> Reads:
    proposal = next((held for held in found if held.columns and held.columns.text == columns.text), None)
    people = proposal.people if proposal and proposal.columns and proposal.columns.author == columns.author else ()
    own = _own(columns, people, me)
    if own is not None or not columns.author:
        return Reads(form, columns, own)
    who = f"{len(people):,} people" if len(people) > 1 else "people"
    return Reads(form, columns, None, f"it holds words of {who} and does not say which of them you are: {WHO}")


def _own(columns: Columns, people: Sequence[tuple[str, int]], me: Me) -> Me | None:
    """Return who the person is among those who wrote; None if all is theirs, or that cannot be told."""
    if not columns.author:
        return None
    names = [name for name, _ in people]
    if names and AI_NAMES.issuperset(map(str.casefold, names)):
        return Me(AI_OWN)
    return me if me else Me(names) if len(names) == 1 else None


def _fitted(said: Columns, found: Sequence[Proposal], names: Sequence[str]) -> Columns | None:
    """Return what was said with the file's own spelling, the rest filled in as proposed; None if it does not fit."""
    by_name = {bare(name): name for name in reversed(names)} | {name: name for name in names}
    text = said.text if said.text in WAYS and found and found[0].form == "text" else _spelt(said.text, by_name)
    changed = {"text": text}
    for field_name in ("date", "time", "author", "title", "thread", "link", "id"):
        if (value := getattr(said, field_name)) not in ("", "-"):
            changed[field_name] = _spelt(value, by_name)
    if said.kind_column:
        changed["kind"] = _spelt(said.kind_column, by_name)
    if not all(changed.values()):
        return None
    proposal = next((one for one in found if one.columns and text in one.names), None)
    told = replace(said, **changed, file="")
    return (told.filled(proposal.columns) if proposal and proposal.columns else told).settled()


def _spelt(name: str, by_name: dict[str, str]) -> str:
    return by_name.get(name) or by_name.get(bare(name), "")


def _is_named(name: str, file: str) -> bool:
    """Say whether a file is the one that was meant: by its name, or by the end of its path."""
    return f"/{name}".casefold().endswith(f"/{file.casefold()}")


# --- sentences --------------------------------------------------------------------------------------------------------


def sentence_of(found: Sequence[Proposal]) -> str:
    """Return what could be read, and how to have it so. Columns are named; nothing else of the file is quoted."""
    held = [one for one in found if one.columns]
    sure = [one for one in held if one.sure]
    if not sure:
        text = held[0].columns.text if held and held[0].columns else ""
        return f"but it may hold words of yours, in {quoted(text)}. {SAY_WHICH}"
    told = "; ".join(described(one) for one in sure)
    several = any(len(one.people) > 1 and not AI_NAMES.issuperset(name.casefold() for name, _ in one.people)
                  for one in sure)  # fmt: skip
    return f"but it can be read: {told}. {ADD}{f'; as several people write in it, {WHO}, too' if several else ''}"


def described(one: Proposal) -> str:
    """Return a proposal in words: `412 records, the words from “Body”, the dates from “Created”`."""
    columns = one.columns
    if columns is None:
        return ""
    count = f"over {one.records:,}" if one.more else f"{one.records:,}"
    if columns.text in WAYS and one.form == "text":
        what = {"entry": "entries that begin with their date", "paragraph": "paragraphs", "line": "lines"}[columns.text]
        told = [f"{count} {what}", *([] if columns.date else ["without dates"])]
    else:
        told = [f"{count} {'record' if count == '1' else 'records'}, the words from {quoted(columns.text)}"]
        told += [f"the dates from {quoted(columns.date)}"] if columns.date else ["without dates"]
    told += [f"who wrote them from {quoted(columns.author)}"] if columns.author else ["all of it taken for yours"]
    return ", ".join(told)


def said(one: Proposal, file: str = "") -> str:
    """Return the very words by which a person says it, for --columns."""
    if one.columns is None:
        return ""
    told = replace(one.columns, kind="" if one.columns.kind_column else one.columns.kind)
    return f"{file}: {told}" if file else str(told)


def quoted(name: str) -> str:
    """Return a column's name as it is shown."""
    return f"“{harmless(name, 60)}”"

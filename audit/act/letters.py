"""Drafts of letters, by trade and country: plain text with blanks in [brackets], nothing of a client or of a post.

Those to advisers are written whatever the answer to the first question. Those that ask for a copy to be removed are
held back unless nothing is open or likely.
"""

from dataclasses import dataclass
from pathlib import Path

from audit.act.handoff import new_folder
from audit.guidance import GDPR, clock_of, data_lead, insurer, supervisor
from audit.outputs import private_file

_HEAD = """\
DRAFT, TO BE FILLED IN. Replace what stands in [brackets], and delete these lines.
Put in nothing by which a client could be recognised: no name, initials, age, place, condition or date of the work, and
no words of the post. Say "a person I work with". If a complaint or case is open or likely, show the draft to your
insurer or lawyer before you send it.
"""


@dataclass(frozen=True, slots=True)
class Letter:
    """One draft. `adviser`: it goes to somebody who advises or has to know, and asks nobody to remove anything."""

    file: str
    to: str
    subject: str
    body: str
    adviser: bool = True

    def text(self) -> str:
        """Return the whole file."""
        to = self.to if self.to.startswith("[") else f"[{self.to}]"
        lines = (f"To: {to}", "From: [your name, role, contact]", "Date: [date]", f"Subject: {self.subject}")
        return "\n".join((_HEAD, *lines, "", self.body))


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and what was held back."""

    folder: Path
    files: tuple[str, ...]
    held_back: tuple[str, ...]


def letters(profession: str, country: str, gate: str, *, employed: bool | None = None) -> list[Letter]:
    """Return the drafts that fit. `gate` as answered; `employed` None: not said, so for both."""
    done = _DONE if gate == "no" else _NOTHING_CHANGED
    found = [_to_supervisor(profession, done)]
    if employed is not False:
        found.append(_to_data_lead(profession, country, done))
    found.append(_to_insurer(profession, done))
    if employed is not True and clock_of(profession, country):
        found.append(_own_record(profession, country))
    return [*found, _TO_HOLDER, _to_archive(country)]


def write_letters(folder: Path, profession: str, country: str, gate: str, *, employed: bool | None = None) -> Written:
    """Write the drafts into a new folder, each a private file. Raises: FolderTaken, CannotWrite."""
    drafts = letters(profession, country, gate, employed=employed)
    allowed = [letter for letter in drafts if letter.adviser or gate == "no"]
    new_folder(folder)
    for letter in allowed:
        with private_file(folder / letter.file) as stream:
            stream.write(letter.text())
    held = tuple(letter.file for letter in drafts if letter not in allowed)
    return Written(folder, tuple(letter.file for letter in allowed), held)


_NOTHING_CHANGED = """\
I have changed, hidden and removed nothing, and will not until I have advice. I have kept the export from the network
unchanged, where only I can open it."""
_DONE = """\
[I have changed nothing so far. / On [date] I restricted who can see it. / On [date] I removed it.] I have kept the
export from the network unchanged, where only I can open it."""


def _facts(done: str) -> str:
    return f"""\
While looking back over what I posted on social media, I found [number] post[s] of mine that could be read as telling
something of a person I [work / worked] with.

- Network and kind: [for example: Facebook, comment in a group]
- When I posted [it / them]: [month and year]
- When I became aware: [date and time]
- Who could see it: [anyone / friends / a group of about N people / not known]
- What kind of detail: [for example: that somebody missed an appointment; no name]
- Who might recognise the person: [the person / family or friends / colleagues / nobody that I can think of]
- Answers, shares, copies that I know of: [none / what kind]
- Whether anybody has spoken to me about it: [no / yes: who, when]

{done}
"""


def _to_supervisor(profession: str, done: str) -> Letter:
    body = f"""\
Dear [name],

I would like to talk something through with you soon, if possible before [date].

{_facts(done)}
What I would like to think about with you:

- how it might have been for the person, if they read it
- what was going on for me when I posted it
- whether, how and by whom the person should be told
- whom else I have to tell, and by when
- what I change from here on

I have [not yet told anybody else / told: role, date].

Yours,
[name]
"""
    return Letter("to-supervisor.txt", supervisor(profession), "A talk about something I posted", body)


def _to_data_lead(profession: str, country: str, done: str) -> Letter:
    clock = clock_of(profession, country)
    asked = (
        f"I understand that a time limit of {clock.name} may run\n({clock.rule}),\nand that the decision "
        "whether to report is yours. "
        if clock
        else ""
    )
    body = f"""\
Dear [name],

I am writing as soon as I can, so that you can decide what has to be done and by when.

{_facts(done)}
{asked}Please tell me:

- whether you record or report it, and what you need from me for that
- what I may and may not change meanwhile, and what has to be kept
- whether and how the person is told, and by whom
- whom else in the organisation I should tell

I can show you the post in person. I would rather not send its words.

Yours sincerely,
[name, role, team]
"""
    return Letter("to-data-protection-lead.txt", data_lead(country), "A possible disclosure on social media", body)


def _to_insurer(profession: str, done: str) -> Letter:
    body = f"""\
Dear Sir or Madam,

Policy or membership number: [number]

I ask for your advice, and tell you of circumstances that may concern you. I make no admission, and have made none to
anybody.

{_facts(done)}
Is a complaint, claim, inquest, inquiry, court or disciplinary matter open or likely? [no / yes: what / not sure: why]

Please tell me:

- whether I may change or remove anything, and what I have to keep
- whom I have to tell, in which order, and in what words
- whether I should write to my regulator
- whether the person should be told, and how
- whether this is a notification under my cover, and what you need from me

Please call me on [number] rather than write, if that is quicker.

Yours faithfully,
[name, profession, registration number]
"""
    return Letter("to-insurer-or-defence-body.txt", insurer(profession), "Request for advice, and notice", body)


def _own_record(profession: str, country: str) -> Letter:
    clock = clock_of(profession, country)
    name, rule = (clock.name, clock.rule) if clock else ("", "")
    body = f"""\
If the responsibility is your own, keep a record of every such event, reported or not. {rule}: {name}.

1. When I became aware: [date and time]
2. What happened, without anything of a client: [network, kind, month and year, who could see it]
3. How many people it may concern: [number]
4. What could follow for them: [how likely, how serious]
5. What I did, when: [restricted, removed, asked for advice, told]
6. Reported to the authority? [yes, on / no, because]
7. People told? [yes, on, how / no, because]
8. Who advised me, and when: [role, date]
9. If later than {name}: why: [reason]
10. What I have changed: [measure]

[name, date, signature]
"""
    return Letter("for-your-own-record.txt", "your own file", "Record of a possible disclosure", body)


_TO_HOLDER = Letter(
    "to-someone-who-holds-a-copy.txt",
    "[a person, or the owner of a group or page; never a client or a client's family without advice]",
    "A request",
    """\
Dear [name],

In [month and year] I posted something in [your group / on your page / that you shared] which I would not post today. I
have taken my own copy down.

Could you please remove [the post / your share / the thread / the picture] at [address]? If you have it elsewhere, I
would be glad if you deleted that too.

You need not explain it to anybody, and please do not pass on what it said. If you cannot or would rather not remove it,
just tell me; that is all right.

Thank you,
[name]
""",
    adviser=False,
)


def _to_archive(country: str) -> Letter:
    erasure = (
        "\n[UK and EU, about your own name or data only:] I also ask this under Article 17 of the GDPR. Please tell me "
        "if you\nweigh it against another interest, and how I can object.\n"
        if country.upper() in GDPR
        else ""
    )
    return Letter(
        "to-a-search-engine-or-archive.txt",
        "[the search engine, the archive of the web, or the site; info@archive.org for the Wayback Machine]",
        "Request to remove copies of pages of my own",
        f"""\
Dear Sir or Madam,

I am the owner of the account [address of your profile] and the author of the pages below. I have removed them at the
source, and ask you to remove your copies.

- Exact address of each page: [one a line]
- Dates of the copies, if you show several: [date]
- Address of your copy: [one a line]
- Why: [they are my own words; they were removed on [date]; they could hold personal data of somebody else]
- Proof that the account is mine: [for example: a line that I put on my profile on [date]]
{erasure}
Please do not publish this request.

Yours faithfully,
[name, contact]
""",
        adviser=False,
    )

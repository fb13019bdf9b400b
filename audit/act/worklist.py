"""Cases in, what is still to be done out: by network, riskiest first, in batches that a tired person can finish.

The first words of a post stand on the page, hidden until wanted; the CSV has none.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from audit import __version__
from audit.act import ways
from audit.act.copies import copy_lines, decided
from audit.cases import Case
from audit.decisions import DECISIONS, GATES
from audit.errors import AuditError
from audit.ledger import AuditRow
from audit.outputs import _write_csv as write_csv
from audit.outputs import moment
from audit.page import AUDIENCE_WORDS, KIND_WORDS, STATE_WORDS, when_words
from audit.parsers import network_facts, networks
from audit.posts import Post
from audit.reaudit import CAME_BACK, GONE, HELD, STILL
from audit.wording import day_words, posts_are
from classifiers.categories import SEVERITIES
from reports.act_view import Batch, Shelf, Task, Worklist

BATCH = 10
MOST_WORDS, MOST_OF_WORD = 6, 24  # words, characters of each
HEADER = ("number", "finding", "network", "kind", "posted_at", "decision", "severity", "address", "find", "steps",
          "stays", "done")  # fmt: skip


class NoSuchNetwork(AuditError):
    """The network is not one of those we know."""

    def __init__(self) -> None:
        super().__init__(f"We know no such network. Choose one of: {', '.join(networks())}.")


def to_do(cases: Sequence[Case], made_at: str, network: str = "") -> list[Case]:
    """Return the cases that still have to be dealt with, riskiest first. `made_at`: when the audit was made.

    Raises: NoSuchNetwork.
    """
    if network and network not in networks():
        raise NoSuchNetwork
    here = [case for case in decided(cases) if network in ("", case.finding.post.network)]
    return [case for case in here if case.presence not in (GONE, HELD) and not done_with(case, made_at)]


def done_with(case: Case, made_at: str) -> bool:
    """Say whether the decision that holds was ticked off, and no later audit says otherwise."""
    decided_at = case.decision.decided_at if case.decision else ""
    return bool(case.done) and case.done >= decided_at and not in_vain(case, made_at)


def in_vain(case: Case, made_at: str) -> bool:
    """Say whether a removal was ticked off, and an audit made after that found the post again."""
    removed = case.decision is not None and case.decision.decision == "remove"
    return removed and "" < case.done < made_at and case.presence in (STILL, CAME_BACK)


def worklist(cases: Sequence[Case], audit: AuditRow, network: str = "") -> Worklist:
    """Return all that the page shows. Raises: NoSuchNetwork."""
    left = to_do(cases, audit.made_at, network)
    by_network: dict[str, list[Case]] = {}
    for case in left:
        by_network.setdefault(case.finding.post.network, []).append(case)
    now = datetime.now(UTC)
    return Worklist(
        made_on=day_words(now),
        version=__version__,
        answered=GATES.get(audit.gate, ""),
        count=len(left),
        batch=BATCH,
        shelves=tuple(_shelf(name, held, audit.made_at) for name, held in by_network.items()),
        copies=tuple(copy_lines(left)),
        aside=tuple(_aside(cases, left, network)),
    )


def _shelf(network: str, cases: Sequence[Case], made_at: str) -> Shelf:
    whole = ways.account(network)
    some = [cases[start : start + BATCH] for start in range(0, len(cases), BATCH)]
    batches = [Batch(number, tuple(_task(case, made_at) for case in batch)) for number, batch in enumerate(some, 1)]
    label = network_facts(network).label
    return Shelf(network, label, len(cases), whole.first, whole.first_note, whole.limits, tuple(batches))


def _task(case: Case, made_at: str) -> Task:
    post, verdict = case.finding.post, case.finding.verdict
    decision = case.decision.decision if case.decision else ""
    way = ways.way(post, decision)
    own = _web(post.url)
    listed = _web(ways.listing(post))
    return Task(
        number=case.id,
        finding=case.finding.id,
        kind=KIND_WORDS[post.kind],
        when=when_words(post),
        facts=tuple(_facts(case, made_at)),
        decision=DECISIONS[decision].label,
        severity=verdict.severity,
        severity_words=SEVERITIES[verdict.severity].partition(":")[0],
        address=own or listed,
        address_label="the post itself" if own else "your own list of such posts" if listed else "",
        find="" if own else ways.finding(post),
        steps=way.steps,
        cannot=way.cannot,
        stays=way.stays,
        words=first_words(post),
        around=tuple(_around(post)),
    )


def _facts(case: Case, made_at: str) -> Iterable[str]:
    post = case.finding.post
    yield f"number {case.finding.rank} in the review and in the report"
    yield AUDIENCE_WORDS[post.audience]
    if STATE_WORDS[post.state]:
        yield STATE_WORDS[post.state]
    if case.presence == CAME_BACK:
        yield "it was gone, and came back"
    if in_vain(case, made_at):
        yield "you ticked it off, and the last audit found it again"


def first_words(post: Post) -> str:
    """Return the beginning of a post, by which it is found again: six words at most."""
    words = (post.text or post.headline).split()
    shown = " ".join(word if len(word) <= MOST_OF_WORD else f"{word[:MOST_OF_WORD]}…" for word in words[:MOST_WORDS])
    return f"{shown} …" if len(words) > MOST_WORDS else shown


def _around(post: Post) -> Iterable[str]:
    if post.container:
        yield f"In: {post.container}"
    if post.media:
        yield "With a picture or video" if post.media == 1 else f"With {post.media} pictures or videos"


def _steps(task: Task) -> str:
    steps = " › ".join(task.steps)
    if not task.cannot:
        return steps
    return f"Not possible here: {task.cannot}" + (f" To remove it: {steps}" if steps else "")


def _aside(cases: Sequence[Case], left: Sequence[Case], network: str) -> Iterable[str]:
    here = [case for case in decided(cases) if network in ("", case.finding.post.network)]
    again = {case.id for case in left}
    done = sum(bool(case.done) and case.id not in again for case in here)
    held = sum(case.presence == HELD and not case.done for case in here)
    undecided = sum(case.open for case in cases if network in ("", case.finding.post.network))
    if done:
        yield f"{posts_are(done)} ticked off already. The next audit will show whether {_they(done)} really gone."
    if held:
        yield f"{posts_are(held)} removed already and still held by the network: nothing more can be done there."
    if undecided:
        yield f"{posts_are(undecided)} not decided yet: backscroll review."


def _they(count: int) -> str:
    return "it is" if count == 1 else "they are"


def _web(address: str) -> str:
    return address if address.startswith(("https://", "http://")) else ""


def write_worklist_csv(path: Path, cases: Sequence[Case], audit: AuditRow) -> None:
    """Write one row a task, without any word of a post. Raises: CannotWrite."""
    tasks = [(case.finding.post, _task(case, audit.made_at)) for case in cases]
    write_csv(
        path,
        list(HEADER),
        ([task.number, task.finding, post.network, post.kind, moment(post), task.decision, task.severity,
          task.address, task.find, _steps(task), task.stays, ""] for post, task in tasks),
    )  # fmt: skip

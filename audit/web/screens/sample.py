"""How much was missed: some of the posts that were not raised, read one at a time. Each answer is kept at once."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from audit.archive import harmless
from audit.page import KIND_WORDS, when_words
from audit.parsers import network_facts
from audit.prove.elusion import SIZE, NothingToSample, draw, sample_words, seed_and_size, unraised
from audit.prove.elusion import Drawn as DrawnPost
from audit.prove.sampling import Sampling, begun
from audit.web.screens._page import Desk, Fields, screen, sent, shelf_of, shown
from audit.web.screens.opened import needs_audit
from audit.wording import many
from reports.web_view import Drawn

STEP = "prove"
SIZES = (
    (30, "30: a first impression, ten minutes"),
    (100, "100: half an hour"),
    (300, "300: an hour, worth having"),
)


@needs_audit
def sample(request: Request, desk: Desk) -> Response:
    """Show the post to be read now, or what reading would tell."""
    shelf = shelf_of(request)
    if shelf.reading and shelf.sampling and shelf.sampling.current is not None:
        return screen(request, "sample", "A sample", step=STEP, one=_drawn(shelf.sampling))
    shelf.reading = False
    return _outside(request, desk)


def _outside(request: Request, desk: Desk, added: str = "") -> Response:
    assert desk.row is not None
    population = len(_population(desk))
    read = any(one.judged for one in desk.ledger.samples() if one.audit == desk.row.id)
    _, size = seed_and_size(desk.ledger.samples(), desk.row.id, population)
    return screen(
        request, "sample", "How much was missed?", step=STEP, one=None, population=population, sizes=SIZES, size=size,
        sentence=sample_words(desk.ledger.samples(), desk.row.id) if read else "", added=added,
    )  # fmt: skip


def _population(desk: Desk) -> list[DrawnPost]:
    from audit.identity import identity_of

    assert desk.row is not None
    findings = {post: known.id for known in desk.ledger.known() for post, _, _ in known.identities}
    identities = [identity_of(post, desk.ledger.key) for post in desk.posts]
    return unraised(desk.posts, identities, findings, desk.ledger.sightings(desk.row.id))


def _drawn(sampling: Sampling) -> Drawn:
    assert sampling.current is not None
    post, _ = sampling.current
    before = sampling.earlier_answer()
    around = filter(None, (post.link_title, post.place, post.container))
    return Drawn(
        place=sampling.place,
        size=len(sampling.drawn),
        read=sampling.read,
        head=f"{network_facts(post.network).label}, {KIND_WORDS[post.kind]}, {when_words(post)}",
        words=tuple(line for line in post.text.splitlines() if line.strip()),
        around=tuple(harmless(line, 400) for line in around),
        earlier="" if before is None else "yes" if before else "no, it is fine",
    )


def begin(request: Request, desk: Desk, fields: Fields) -> Response:
    """Draw a sample, or go on with one."""
    if desk.audit is None or desk.row is None:
        return RedirectResponse("/sample", 303)
    population = _population(desk)
    if not population:
        raise NothingToSample
    seed, _ = seed_and_size(desk.ledger.samples(), desk.row.id, len(population))
    wanted = fields.one("size")
    size = int(wanted) if wanted in {str(number) for number, _ in SIZES} else SIZE
    shelf = shelf_of(request)
    drawn = draw(population, size, seed)
    shelf.sampling = begun(desk.ledger, desk.row.id, drawn, seed=seed, population=len(population))
    shelf.reading = True
    return RedirectResponse("/sample", 303)


def answer(request: Request, desk: Desk, fields: Fields) -> Response:
    """Keep an answer, and go on."""
    shelf, given = shelf_of(request), fields.one("answer")
    sampling = shelf.sampling
    if sampling is None or desk.audit is None:
        return RedirectResponse("/sample", 303)
    with desk.lock:
        if given == "undo":
            sampling.undo()
        elif sampling.current is not None and given in ("fine", "risky"):
            sampling.judge(risky=given == "risky")
        elif sampling.current is not None and given == "skip":
            sampling.skip()
    if given != "stop" and sampling.current is not None:
        return RedirectResponse("/sample", 303)
    return _stopped(request, desk, sampling)


def _stopped(request: Request, desk: Desk, sampling: Sampling) -> Response:
    """What was found becomes a finding, to be decided about like all others."""
    new = sampling.keep_found()
    if new:
        desk.refresh()
    shelf = shelf_of(request)
    shelf.reading = False
    if new:
        shelf.told = f"{many(new, 'post')} that you found {'was' if new == 1 else 'were'} added to your findings."
    return RedirectResponse("/sample", 303)


routes = [
    Route("/sample", shown(sample), methods=["GET"]),
    Route("/sample", sent(answer), methods=["POST"]),
    Route("/sample/begin", sent(begin), methods=["POST"]),
]

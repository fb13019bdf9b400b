"""What to do: the worklist with its ticks, files to hand over, surviving copies, whom to tell, letters.

Whatever would help to remove, hide or reword is shown only while the answer to the first question is no.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from audit.act.gate import PRESERVE
from audit.cases import Case
from audit.decisions import DECISIONS, GATES
from audit.errors import AuditError
from audit.guidance import first_to_ask
from audit.page import KIND_WORDS, when_words
from audit.parsers import network_facts
from audit.web.forms import wants_json
from audit.web.screens._page import Desk, Fields, Made, back_to, download, refused, screen, sent, shown
from audit.web.screens.opened import needs_audit
from audit.web.screens.places import who
from audit.web.screens.wording import on_the_page, put
from audit.wording import posts_words
from reports.act_pages import CHECK, render_guide, render_worklist
from reports.web_view import Door, File

ZIP = "application/zip"
EMPLOYED: dict[str, bool | None] = {"yes": True, "no": False}
OWN_WORDS = frozenset({"words", "around"})
BACK = ("/act", "Back to what to do")


class NotWhileOpen(AuditError):
    """Asked for although something is open or likely, or nobody has said."""

    status = 403

    def __init__(self) -> None:
        super().__init__(
            "This is offered only once you have answered the first question, and nothing is open or likely. "
            "Until then, change nothing."
        )


def _needs_no(desk: Desk) -> None:
    if desk.gate != "no":
        raise NotWhileOpen


@needs_audit
def act(request: Request, desk: Desk) -> Response:
    """Show what can be done next."""
    return screen(
        request, "act", "What to do", step="act", offered=tuple(_doors(desk)), answered=GATES.get(desk.gate, ""),
        preserve=PRESERVE, ask_first=first_to_ask(desk.profession, desk.country),
        undecided=sum(case.open for case in desk.cases),
    )  # fmt: skip


def _doors(desk: Desk) -> Iterable[Door]:
    if desk.gate == "no":
        left = len(_left(desk))
        state = f"{left:,} left" if left else "nothing left"
        yield Door("/act/worklist", "Worklist", "Where each post stands, where to click, and what stays behind.", state)
    yield Door("/act/what-now", "Whom to tell", "If a post told something of a client: whom to ask and tell, by when.")
    yield Door(
        "/act/letters", "Letters", "Drafts to your supervisor, insurer and employer, without anything of a client."
    )
    if desk.gate == "no":
        yield Door(
            "/act/copies", "Copies that can survive", "What others may hold, whom you can ask, where asking ends."
        )
        yield Door("/act/handoff", "Files for bulk tools", "Only if there are too many to remove by hand.")


# --- the worklist -----------------------------------------------------------------------------------------------------


def _left(desk: Desk) -> list[Case]:
    from audit.act.worklist import to_do

    return to_do(desk.cases, desk.row.made_at if desk.row else "")


@needs_audit
def worklist(request: Request, desk: Desk) -> Response:
    """Show what is left to do."""
    from audit.act import worklist as room

    _needs_no(desk)
    assert desk.row is not None
    made = put(room.worklist(desk.cases, desk.row), but=OWN_WORDS)
    return screen(request, "worklist", "Worklist", step="act", worklist=made, ticked=tuple(_ticked(desk)))


def _ticked(desk: Desk) -> Iterable[tuple[int, str]]:
    """Return what is done with, as far as it can still be taken back."""
    from audit.act.worklist import done_with

    for case in desk.cases:
        if case.decision and DECISIONS[case.decision.decision].acts and done_with(case, _made_at(desk)):
            post, label = case.finding.post, DECISIONS[case.decision.decision].label
            place = f"{network_facts(post.network).label}, {KIND_WORDS[post.kind]}, {when_words(post)}"
            yield case.id, f"{label}: {place}"


def _made_at(desk: Desk) -> str:
    return desk.row.made_at if desk.row else ""


@needs_audit
def worklist_file(request: Request, desk: Desk) -> Response:
    """Hand over the worklist as a file."""
    from audit.act import worklist as room

    _needs_no(desk)
    assert desk.row is not None
    page = render_worklist(room.worklist(desk.cases, desk.row))
    return download(Made("backscroll-worklist.html", page.encode("utf-8", "replace")))


def tick(request: Request, desk: Desk, fields: Fields) -> Response:
    """Tick one off, or take the tick back."""
    done = fields.one("done") == "yes"
    if done:
        _needs_no(desk)
    desk.tick(int(request.path_params["finding"]), done=done)
    left = len(_left(desk))
    told = "Ticked off." if done else "The tick is taken back."
    if wants_json(request):
        return JSONResponse({"said": f"Saved. {left:,} left.", "left": left})
    return back_to(request, "/act/worklist", told)


# --- files, copies ----------------------------------------------------------------------------------------------------


@needs_audit
def handoff(request: Request, desk: Desk) -> Response:
    """Say what the files are for."""
    _needs_no(desk)
    count = len(_to_remove(desk))
    lines = [
        "They name the posts that you decided to remove, and only those, in forms that tools for bulk deletion accept: "
        "ids, addresses, and X’s own form. No words stand in them.",
        "Backscroll removes nothing itself. What is removed with these files cannot be brought back.",
    ]
    if not count:
        lines = ["No post that is still there is decided to be removed, so there is nothing to hand over."]
    files = [File("/act/handoff.zip", "backscroll-handoff.zip", posts_words(count))] if count else []
    points = (
        "Read README.txt in it first.",
        "A service that deletes for you must be trusted with your whole account. Never upload your archive to one.",
        "If in doubt, remove by hand, with the worklist.",
    )
    return screen(request, "hand-over", "Files for bulk tools", step="act", lead="",
                  lines=lines, offered=files, points=points if count else (), back=BACK)  # fmt: skip


def _to_remove(desk: Desk) -> list[Case]:
    return [case for case in _left(desk) if case.decision and case.decision.decision == "remove"]


@needs_audit
def handoff_file(request: Request, desk: Desk) -> Response:
    """Hand over the files, as one zip."""
    from audit.act.handoff import handoff as made_of

    _needs_no(desk)
    accounts = desk.reading.accounts if desk.reading else {}
    made = made_of(_to_remove(desk), desk.posts, accounts)
    return download(Made("backscroll-handoff.zip", zipped(made.texts), ZIP))


def zipped(texts: Mapping[str, str]) -> bytes:
    """Return texts as one zip, made in memory."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text.encode("utf-8", "replace"))
    return stream.getvalue()


@needs_audit
def copies(request: Request, desk: Desk) -> Response:
    """Say which copies can survive."""
    from audit.act.copies import NothingDecided, copies_guide

    _needs_no(desk)
    try:
        guide = copies_guide(desk.cases, datetime.now(UTC))
    except NothingDecided as nothing:
        return screen(request, "hand-over", "Copies that can survive", step="act", lead="",
                      lines=[on_the_page(str(nothing))], offered=(), points=(), back=BACK)  # fmt: skip
    return screen(request, "guide", guide.title, step="act", guide=put(guide), check=CHECK, saved_as=None)


# --- whom to tell, letters --------------------------------------------------------------------------------------------


def what_now(request: Request, desk: Desk) -> Response:
    """Say whom to ask and tell."""
    return _what_now(request, desk, "", "")


def what_now_for(request: Request, desk: Desk, fields: Fields) -> Response:
    """Say it with the clocks counted from when the person became aware."""
    return _what_now(request, desk, fields.one("aware", 40), fields.one("employed", 10))


def _what_now(request: Request, desk: Desk, aware: str, employed: str) -> Response:
    from audit.act.aftermath import aftermath
    from audit.act.clocks import NoSuchMoment, moment

    now, problem, known = datetime.now().astimezone(), "", None
    try:
        known = moment(aware, now) if aware else None
    except NoSuchMoment as error:
        problem = refused(request, error)
    guide = aftermath(desk.profession, desk.country, desk.gate, now, aware=known, employed=EMPLOYED.get(employed))
    saved = File(f"/act/what-now.html?employed={employed if employed in EMPLOYED else ''}", "what-now.html",
                 "The same as a file, to print or to show to whoever helps you.")  # fmt: skip
    return screen(
        request, "what-now", "Whom to tell", step="act", problem=problem, guide=put(guide), check=CHECK,
        aware=aware, employed=employed, who=who(desk.profession, desk.country), saved_as=saved,
    )  # fmt: skip


def what_now_file(request: Request, desk: Desk) -> Response:
    """Hand it over as a file."""
    from audit.act.aftermath import aftermath

    employed = EMPLOYED.get(request.query_params.get("employed", ""))
    guide = aftermath(desk.profession, desk.country, desk.gate, datetime.now().astimezone(), employed=employed)
    return download(Made("what-now.html", render_guide(put(guide)).encode("utf-8", "replace")))


def letters(request: Request, desk: Desk) -> Response:
    """Offer the drafts."""
    from audit.act.letters import letters as drafts_of

    drafts = drafts_of(desk.profession, desk.country, desk.gate)
    allowed = [draft for draft in drafts if draft.adviser or desk.gate == "no"]
    lines = ["They are plain text with blanks to fill in, and hold nothing of a client. Read each before you send it."]
    if len(allowed) < len(drafts):
        lines.append(
            "Two more ask others to remove copies. They are held back until you have answered that nothing is open or "
            "likely."
        )
    files = [File(f"/act/letters/{draft.file}", draft.file, _about(draft.to, draft.subject)) for draft in allowed]
    files.append(File("/act/letters.zip", "letters.zip", "All of them together."))
    return screen(request, "hand-over", "Letters", step="act", lead="Drafts to those who should hear "
                  "of it, so that you need not begin with an empty page.", lines=lines, offered=files, points=(),
                  back=BACK if desk.audit else ("/preserve", "Back"))  # fmt: skip


def _about(to: str, subject: str) -> str:
    whom = to.strip("[]")
    return f"{subject}. {whom[:1].upper()}{whom[1:]}."


def letter_file(request: Request, desk: Desk) -> Response:
    """Hand over one draft."""
    texts = _letters(desk)
    name = str(request.path_params["name"])
    if name not in texts:
        raise AuditError("There is no such draft. Go back and choose again.")
    return download(Made(name, texts[name].encode(), "text/plain; charset=utf-8"))


def letters_file(request: Request, desk: Desk) -> Response:
    """Hand over all drafts, as one zip."""
    return download(Made("letters.zip", zipped(_letters(desk)), ZIP))


def _letters(desk: Desk) -> dict[str, str]:
    from audit.act.letters import letters as drafts_of

    drafts = drafts_of(desk.profession, desk.country, desk.gate)
    return {draft.file: draft.text() for draft in drafts if draft.adviser or desk.gate == "no"}


def done_page(request: Request, desk: Desk) -> Response:
    """A tick's own address, loaded again: lead back to the list."""
    return RedirectResponse("/act/worklist", 303)


routes = [
    Route("/act", shown(act), methods=["GET"]),
    Route("/act/worklist", shown(worklist), methods=["GET"]),
    Route("/act/worklist.html", shown(worklist_file), methods=["GET"]),
    Route("/act/tick/{finding:int}", shown(done_page), methods=["GET"]),
    Route("/act/tick/{finding:int}", sent(tick), methods=["POST"]),
    Route("/act/handoff", shown(handoff), methods=["GET"]),
    Route("/act/handoff.zip", shown(handoff_file), methods=["GET"]),
    Route("/act/copies", shown(copies), methods=["GET"]),
    Route("/act/what-now", shown(what_now), methods=["GET"]),
    Route("/act/what-now", sent(what_now_for), methods=["POST"]),
    Route("/act/what-now.html", shown(what_now_file), methods=["GET"]),
    Route("/act/letters", shown(letters), methods=["GET"]),
    Route("/act/letters.zip", shown(letters_file), methods=["GET"]),
    Route("/act/letters/{name}", shown(letter_file), methods=["GET"]),
]

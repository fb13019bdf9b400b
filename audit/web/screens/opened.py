"""What an audit looks like once it is on the desk, and what to do where none is."""

from collections.abc import Callable
from functools import wraps

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from audit.page import report_of
from audit.web.screens._page import Desk, screen, shown
from audit.web.screens.wording import on_the_page, put

Work = Callable[[Request, Desk], Response]


def needs_audit(work: Work) -> Work:
    """Lead to where an audit can be laid on the desk, if there is none."""

    @wraps(work)
    def checked(request: Request, desk: Desk) -> Response:
        if desk.audit is not None:
            return work(request, desk)
        if desk.busy:
            return RedirectResponse("/reading", 303)
        begin = ("/archives" if desk.gate else "/question", "Choose your archives" if desk.gate else "Begin")
        return screen(request, "gone", "Not open yet", last=desk.last_audit(), begin=begin)

    return checked


@needs_audit
def overview(request: Request, desk: Desk) -> Response:
    """Show what was read and found: the report without its cards."""
    from dataclasses import replace

    from audit.web.screens.review import tally
    from classifiers.categories import LOOK_FIRST

    assert desk.audit is not None
    findings = desk.findings
    asked = [leading for finding in findings if (leading := next((case for case in finding if case.open), None))]
    first = sum(case.finding.verdict.tier == LOOK_FIRST for case in asked)
    again = desk.again
    report = replace(
        put(report_of(desk.audit, [], desk.gate, again=again)),
        look_first=first,
        look=len(asked) - first,
        new=sum(any(case.presence == "new" for case in finding) for finding in findings) if again else -1,
        decided=len(findings) - len(asked),
        withheld=0,
    )
    return screen(request, "overview", "What was read", step="reading", report=report, tally=tally(findings),
                  refused=[on_the_page(sentence) for sentence in desk.audit.refused])  # fmt: skip


routes = [Route("/overview", shown(overview), methods=["GET"])]

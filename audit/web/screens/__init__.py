"""The screens: one small module for each part of the way, exporting `routes`.

    begin      welcome, the question that comes first, about the person
    archives   how to ask for archives, choosing them, progress; asking: the facts, places: professions and countries
    opened     what was read and found
    review     the findings one at a time; listing: as a list; narrowing, sought: filters, and words looked for
    act        worklist, files, copies, whom to tell, letters
    prove      statement, agenda, reflective account, reminder, history; sample: how much was missed
    aside      a draft, the report, forgetting, settings, the end

`problem` and `goodbye` are what the application shows where no screen of its own does. What they show are the
dataclasses of `reports.web_view`; forms post plainly and work without script.
"""

from audit.web.screens import act, archives, aside, begin, listing, opened, prove, review, sample
from audit.web.screens._page import goodbye, problem

__all__ = ["goodbye", "problem", "routes"]

routes = [
    route for part in (begin, archives, opened, listing, review, act, prove, sample, aside) for route in part.routes
]

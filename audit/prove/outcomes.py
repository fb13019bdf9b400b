"""A finding's presence and decision in, what came of it out: the one place that says whether it was carried out.

An audit only tells of what was decided before it: a post that was to be removed since then is not "still there", the
next audit will tell. Nothing is called removed that an export did not show to be gone.
"""

from audit.ledger import DecisionRow
from audit.reaudit import CAME_BACK, CANNOT_TELL, CHANGED, GONE, HELD

REMOVED, REWORDED, STILL_THERE, BACK, WAITING = "removed", "reworded", "still there", "came back", "waiting"
NETWORK_HOLDS, NOT_SHOWN, UNKNOWN, GONE_ANYWAY, STANDS = "held", "not shown", "cannot tell", "gone", "stands"

OUTCOMES: dict[str, str] = {
    REMOVED: "removed as decided, and verified gone",
    REWORDED: "reworded as decided, other words stand in its place",
    NETWORK_HOLDS: "removed, but still held by the network",
    STILL_THERE: "decided on, but still there unchanged",
    BACK: "came back after it had been gone",
    WAITING: "decided since the last audit, the next one will tell",
    NOT_SHOWN: "restricted, which an export does not show",
    UNKNOWN: "cannot tell, the newest exports could not show it",
    GONE_ANYWAY: "gone or changed, though that was not decided",
    STANDS: "stands as it was",
}


def outcome(presence: str, decision: DecisionRow | None, audited_at: str) -> str:
    """Return a key of `OUTCOMES`. `presence`: see `audit.reaudit`; `audited_at`: ISO 8601, UTC, as in the ledger."""
    decided = decision.decision if decision else ""
    if presence == GONE:
        return REMOVED if decided == "remove" else GONE_ANYWAY
    if presence == CHANGED:
        return REWORDED if decided == "reword" else GONE_ANYWAY
    if presence == HELD:
        return NETWORK_HOLDS
    if decision is None or decided not in ("remove", "reword", "restrict"):
        return BACK if presence == CAME_BACK else UNKNOWN if presence == CANNOT_TELL else STANDS
    if decision.decided_at >= audited_at:  # both in seconds; nobody decides while an audit is recorded
        return WAITING
    if presence == CANNOT_TELL:
        return UNKNOWN
    if decided == "restrict":
        return NOT_SHOWN
    return BACK if presence == CAME_BACK else STILL_THERE

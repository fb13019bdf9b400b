"""A finding in, a suggestion out: what to do, in words that promise nothing.

The report shows none of this before the question whether a complaint or a case is open has been answered.
Source: restrict, decide, delete, in this order; edits stay readable on several networks.
"""

from audit.findings import Finding
from audit.posts import Post
from reports.view import Advice

KEEPS_EDITS = {"facebook", "twitter", "mastodon"}
TALK_ABOUT = {"fitness", "boundaries"}

_ALREADY = {
    "deleted": (
        "nothing to remove",
        "The network's own export lists this as deleted already. There is nothing to remove; look for it again in "
        "your next export.",
    ),
    "trash": ("delete", "This lies in the network's bin and is still held there. Empty the bin if you want it gone."),
    "expired": (
        "nothing to remove",
        "This was shown for a short time only. The network still holds it, and others may have kept a copy.",
    ),
    "earlier version": (
        "delete",
        "This is an earlier wording of something you edited. Where the network shows an edit history, it can "
        "still be read: only deleting the post removes it.",
    ),
    "draft": ("reword", "This was never published. Delete the draft, or take the details out before it goes anywhere."),
}
_BY_SEVERITY = {
    3: ("delete", "Restrict who can see it now, then delete it, and tell your supervisor, employer or insurer."),
    2: ("delete", "Delete it, or restrict it now and decide with your supervisor."),
    1: ("restrict", "Read it again as the client might. Hide it, or take the detail out of it."),
}
_REMAINS = (
    "Replies, quotes, screenshots and search results can stay behind. Look at the page again while signed out, and "
    "look for the post in your next export."
)


def advice_for(finding: Finding, steps: dict[str, str], addresses: dict[str, str]) -> Advice:
    """Return the suggestion. `steps` and `addresses` are the network's, by kind of post; "" is for every other kind."""
    post = finding.post
    verb, words = _verb_and_words(finding)
    address = post.url or addresses.get(post.kind, addresses.get("", ""))
    label = "the post itself" if post.url else "your own list of such posts; look for the date and the first words"
    told = steps.get(post.kind, steps.get("", ""))
    return Advice(verb, words, tuple(_steps(post, told)), _safe(address), label if _safe(address) else "", _REMAINS)


def _verb_and_words(finding: Finding) -> tuple[str, str]:
    post, verdict = finding.post, finding.verdict
    if post.state in _ALREADY:
        return _ALREADY[post.state]
    if post.kind == "message":
        return "advice first", "A message cannot be called back. Ask your supervisor or insurer first."
    if post.kind == "note":
        return "delete", "This was never public, but the network holds it. Delete it there if it tells of a client."
    if post.kind in ("bio", "article") and verdict.severity < 3:
        return "reword", "Take the particulars out, or take it down while you rewrite it."
    verb, words = _BY_SEVERITY[verdict.severity]
    likeliest = max(verdict.categories, key=lambda name: verdict.categories[name], default="")
    if likeliest in TALK_ABOUT:
        return verb, f"{words} It is worth taking to supervision, whatever you do with the post."
    if verdict.severity == 1 and post.network in KEEPS_EDITS:
        return verb, "Read it again as the client might. Hide or delete it: here, edits leave the old wording readable."
    return verb, words


def _steps(post: Post, told: str) -> list[str]:
    steps = [step.strip() for step in told.split(" > ")] if " > " in told else [told] if told else []
    joined = [" › ".join(steps)] if steps else []
    if not post.url:
        joined.insert(0, "The export gives no address for it: find it by its date, its kind and its first words.")
    return joined


def _safe(address: str) -> str:
    return address if address.startswith(("https://", "http://")) else ""

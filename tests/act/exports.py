"""A small X archive, made by hand, and an audit of it in a ledger: every post of it is a finding."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from audit.cases import Case
from audit.findings import Verdict, findings_of
from audit.ledger import Ledger
from audit.pipeline import Audit, Settings, read_posts
from audit.practice import Recalled, recalled, remember

OWNER = "900000000000000001"
NEWEST, EDITED, FIRST_WORDING, OLDEST = (
    "1809890099123474439", "1809890099123474300", "1809890099123474100", "1109164127810490369",
)  # fmt: skip
GONE, MESSAGE, CIRCLE = "1709164127810490111", "1809890099123474999", "1609164127810490222"
WORDS = {  # id → words that stand nowhere else
    NEWEST: "Quibblewick never came to our quenchmoor appointment again zorrelfen",
    EDITED: "Thrumbelow talked for the whole hour about the flindersnatch",
    FIRST_WORDING: "Thrumbelow cried for the whole hour about the flindersnatch",
    OLDEST: "Late for wobblestane visit, still tipsy from snorrelgate",
}


def tweet(number: str, text: str, when: str, **more: object) -> dict[str, Any]:
    """Return a record as X writes it."""
    return {"tweet": {"id_str": number, "id": number, "full_text": text, "created_at": when, "lang": "en", **more}}


def x_archive(folder: Path, *, deleted: bool = True, owner: str = OWNER, handle: str = "mira") -> Path:
    """Write an archive: three live tweets, one of them edited, one in a Circle, one message; one deleted already."""
    both = {"edit_info": {"initial": {"editTweetIds": [FIRST_WORDING, EDITED]}}}
    live = [
        tweet(OLDEST, WORDS[OLDEST], "Fri Mar 22 18:05:00 +0000 2019"),
        tweet(NEWEST, WORDS[NEWEST], "Sun Jul 07 10:00:00 +0000 2024", favorite_count="3"),
        tweet(FIRST_WORDING, WORDS[FIRST_WORDING], "Sun Jul 07 09:58:00 +0000 2024", **both),
        tweet(EDITED, WORDS[EDITED], "Sun Jul 07 09:59:00 +0000 2024", **both),
    ]
    circle = [tweet(CIRCLE, "Only for my small circle of frumblethorpe friends", "Wed Dec 28 10:00:00 +0000 2022")]
    gone = [tweet(GONE, "This went long ago, said the oldest plumwhistle", "Tue Oct 03 10:00:00 +0000 2023")]
    account = [{"account": {"accountId": owner, "username": handle, "accountDisplayName": "Mira"}}]
    files = {"tweets": live, "twitter_circle_tweet": circle, "account": account}
    files |= {"deleted_tweets": gone} if deleted else {}
    (folder / "data").mkdir(parents=True)
    for name, records in files.items():
        content = f"window.YTD.{name}.part0 = {json.dumps(records, indent=2, separators=(',', ' : '))}"
        (folder / "data" / f"{name.replace('_', '-')}.js").write_text(content, encoding="utf-8")
    return folder


def audited(ledger: Ledger, exports: Sequence[Path], *, gate: str = "no") -> Recalled:
    """Record an audit in which every post is a finding, and return it with its cases."""
    reading, posts, _, _ = read_posts(exports)
    told = [Verdict("look-first", 3, 0.9, 2.5, {"client_detail": 0.8}) for _ in posts]
    model = {"examples": "e" * 64, "encoder": "absent"}
    remember(
        Audit(Settings("nurse", "GB"), reading, posts, findings_of(posts, told), model, "nurse"), ledger, list(exports)
    )
    if gate:
        ledger.answer_gate(ledger.latest().id, gate)
    return recalled(ledger, exports)


def case_of(found: Recalled, native_id: str) -> Case:
    """Return the case of one post."""
    [case] = [case for case in found.cases if case.finding.post.native_id == native_id]
    return case

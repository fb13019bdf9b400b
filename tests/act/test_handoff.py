"""Hand-off files: the chosen posts and no other, in exactly the form that X writes."""

import json
import re
import stat
from pathlib import Path

import pytest

from audit.act.handoff import FolderTaken, Handoff, NothingToHandOver, write_handoff
from audit.act.worklist import to_do
from audit.ledger import Ledger
from audit.practice import recalled
from tests.act.exports import (
    CIRCLE,
    EDITED,
    FIRST_WORDING,
    GONE,
    NEWEST,
    OLDEST,
    OWNER,
    WORDS,
    audited,
    case_of,
    x_archive,
)

HEADERS = """window.YTD.tweet_headers.part0 = [
  {
    "tweet" : {
      "tweet_id" : "1809890099123474439",
      "user_id" : "900000000000000001",
      "created_at" : "Sun Jul 07 10:00:00 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1709164127810490111",
      "user_id" : "900000000000000001",
      "created_at" : "Tue Oct 03 10:00:00 +0000 2023"
    }
  }
]"""


def handed_over(tmp_path: Path, *remove: str, records: bool = False, deleted: bool = True) -> Handoff:
    """Decide that some posts are to be removed, and write the files."""
    export = x_archive(tmp_path / "twitter", deleted=deleted)
    with Ledger(tmp_path / "data") as ledger:
        found = audited(ledger, [export])
        for number in remove:
            ledger.decide(case_of(found, number).id, "remove", source="review")
        for number in {NEWEST, OLDEST} - set(remove):
            ledger.decide(case_of(found, number).id, "restrict", source="review")
        found = recalled(ledger)
    chosen = [
        case for case in to_do(found.cases, found.audit.made_at) if case.decision and case.decision.decision == "remove"
    ]
    exports = [export] if records else []
    return write_handoff(tmp_path / "out", chosen, found.posts, found.reading.accounts, records_of=exports)


def listed(text: str) -> list[str]:
    """Return the ids of a headers file, read as strictly as a browser does."""
    prefix, _, rest = text.partition("= ")
    assert ".tweet_headers." in prefix
    return [one["tweet"]["tweet_id"] for one in json.loads(rest)]


def test_headers_file_is_x_own_form_to_the_character(tmp_path: Path) -> None:
    """One post, then the one that is deleted already: no semicolon, no mark at the beginning, ids as strings."""
    made = handed_over(tmp_path, NEWEST)

    assert (made.folder / "x" / "tweet-headers.js").read_bytes() == HEADERS.encode("ascii")


def test_newest_first_with_every_version_and_the_closing_id(tmp_path: Path) -> None:
    """An edited post brings the ids of all its versions; what was not chosen is not there."""
    made = handed_over(tmp_path, OLDEST, EDITED)

    assert listed((made.folder / "x" / "tweet-headers.js").read_text()) == [EDITED, FIRST_WORDING, OLDEST, GONE]


def test_without_a_deleted_post_in_the_export_no_id_is_made_up(tmp_path: Path) -> None:
    """The closing id is a known one, or none."""
    made = handed_over(tmp_path, OLDEST, deleted=False)

    assert listed((made.folder / "x" / "tweet-headers.js").read_text()) == [OLDEST]


def test_no_word_of_any_post_is_handed_over_unless_records_are_asked_for(tmp_path: Path) -> None:
    """Ids, dates and addresses only, in every file of the folder."""
    made = handed_over(tmp_path, *WORDS)

    whole = "".join((made.folder / name).read_text() for name in made.files)
    assert not [word for text in WORDS.values() for word in text.split() if len(word) > 7 and word in whole]


def test_records_are_the_very_characters_of_the_export(tmp_path: Path) -> None:
    """Only the chosen records, byte for byte, in one list that a strict parser takes."""
    made = handed_over(tmp_path, NEWEST, records=True)

    text = (made.folder / "x" / "tweets.js").read_text(encoding="utf-8")
    original = (tmp_path / "twitter" / "data" / "tweets.js").read_text(encoding="utf-8")
    [record] = json.loads(text.removeprefix("window.YTD.tweets.part0 = "))
    assert record["tweet"]["id_str"] == NEWEST
    assert text.removeprefix("window.YTD.tweets.part0 = [\n  ").removesuffix("\n]") in original


def test_a_broken_record_does_not_hide_those_behind_it(tmp_path: Path) -> None:
    """The original of a post is found though one before it is damaged."""
    export = x_archive(tmp_path / "twitter")
    file = export / "data" / "tweets.js"
    file.write_text(file.read_text().replace('"lang" : "en"', '"lang" : ', 1))
    with Ledger(tmp_path / "data") as ledger:
        found = audited(ledger, [export])
        case = case_of(found, NEWEST)
        made = write_handoff(tmp_path / "out", [case], found.posts, found.reading.accounts, records_of=[export])

    assert (made.without_record, NEWEST in (made.folder / "x" / "tweets.js").read_text()) == (0, True)


def test_a_circle_post_is_for_the_hand_only(tmp_path: Path) -> None:
    """X removes nothing by id that stands in a Circle: it is counted, and in no list of ids."""
    made = handed_over(tmp_path, CIRCLE, OLDEST)

    assert made.by_hand == 1
    assert (
        CIRCLE not in (made.folder / "ids-twitter.txt").read_text() + (made.folder / "x/tweet-headers.js").read_text()
    )
    assert "only by hand" in (made.folder / "README.txt").read_text().casefold()


def test_two_accounts_have_two_folders(tmp_path: Path) -> None:
    """A tool is signed in to one account: no file mixes them, and each has its own user id."""
    exports = [x_archive(tmp_path / "one"), x_archive(tmp_path / "two", owner="77", handle="work")]
    file = exports[1] / "data" / "tweets.js"
    file.write_text(file.read_text().replace(NEWEST, "1809890099123474555"))
    with Ledger(tmp_path / "data") as ledger:
        found = audited(ledger, exports)
        cases = [case_of(found, NEWEST), case_of(found, "1809890099123474555")]
        made = write_handoff(tmp_path / "out", cases, found.posts, found.reading.accounts)

    users = [re.findall(r'"user_id" : "(\d+)"', (made.folder / f"x-{n}/tweet-headers.js").read_text()) for n in (1, 2)]
    assert users[0][0] == OWNER
    assert users[1][0] == "77"


def test_files_are_private_and_the_readme_says_zero_and_names_no_service(tmp_path: Path) -> None:
    """0600 files in 0700 folders; the skip box is told; no product is named."""
    made = handed_over(tmp_path, OLDEST, records=True)
    paths = list(made.folder.rglob("*"))
    readme = (made.folder / "README.txt").read_text()

    assert {stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_file()} == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in [made.folder, *paths] if path.is_dir()} == {0o700}
    assert "type 0" in readme
    assert all(name in readme for name in made.files if name != "README.txt")
    assert not re.search(r"tweetxer|cyd|redact|circleboom|tweetdelete|semiphemeral", readme, re.IGNORECASE)


def test_a_table_cell_that_would_run_is_disarmed(tmp_path: Path) -> None:
    """An account or id that begins like a formula stays text in a spreadsheet."""
    export = x_archive(tmp_path / "twitter", handle="=HYPERLINK(1)")
    with Ledger(tmp_path / "data") as ledger:
        found = audited(ledger, [export])
        made = write_handoff(tmp_path / "out", [case_of(found, OLDEST)], found.posts, found.reading.accounts)

    assert ",'=HYPERLINK(1)," in (made.folder / "posts.csv").read_text()


def test_nothing_that_lies_in_a_folder_is_written_over(tmp_path: Path) -> None:
    """A folder with anything in it is refused: it could be the export itself."""
    export = x_archive(tmp_path / "twitter")
    with Ledger(tmp_path / "data") as ledger:
        found = audited(ledger, [export])
        with pytest.raises(FolderTaken):
            write_handoff(export / "data", [case_of(found, OLDEST)], found.posts, found.reading.accounts)


def test_nothing_chosen_makes_no_folder(tmp_path: Path) -> None:
    """Without a post to be removed there is a sentence and no file."""
    with pytest.raises(NothingToHandOver):
        write_handoff(tmp_path / "out", [], [], {})
    assert not (tmp_path / "out").exists()

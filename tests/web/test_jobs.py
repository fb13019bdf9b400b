"""The audit's thread: truthful, stoppable, and gone when it ends. The scoring is left out but for one whole audit."""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from audit import pipeline
from audit.errors import AuditError
from audit.findings import Verdict, findings_of
from audit.parsers import MemberRead
from audit.pipeline import Audit
from audit.web import jobs, remote
from audit.web.desk import Desk, NothingChosen, StillReading
from audit.web.jobs import Job
from audit.web.learning import Learning
from audit.web.sources import Source
from tests.conftest import SAMPLES
from tests.web.browser import JSON, Tab, until
from tests.web.test_remote import zipped


@pytest.fixture
def unscored(monkeypatch: pytest.MonkeyPatch) -> None:
    """Audits find every post worth a look, without any model."""

    def run_audit(exports: Any, settings: Any, progress: Any, personal: Any, reading: Any, model: Any) -> Audit:
        read, posts, refused, copies = pipeline.read_posts(exports, messages=False, progress=progress, reading=reading)
        for done in range(0, len(posts) + 1):
            progress(pipeline.SCORING, done, len(posts))
        found = findings_of(posts, [Verdict("look", 1, 0.5, 1.0, {}, ())] * len(posts))
        facts = {"examples": "e", "encoder": "n"}
        return Audit(settings, read, posts, found, facts, "", refused=refused, duplicates=copies)

    monkeypatch.setattr(pipeline, "run_audit", run_audit)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Give a zipped sample."""
    return zipped(SAMPLES / "twitter" / "2024", tmp_path / "t.zip")


def finished(desk: Desk) -> Job:
    """Wait until the job has ended."""
    assert desk.job is not None
    assert desk.job.finished.wait(60)
    return desk.job


def test_an_audit_by_its_addresses(page: TestClient, desk: Desk, export: Path, unscored: None) -> None:
    """Add, start, watch: at the end the findings are on the desk and in the ledger, the gate's answer with them."""
    desk.gate = "no"
    page.post("/sources", data={"path": str(export)}, headers=JSON)
    begun = page.post("/audit", headers=JSON)
    assert begun.status_code == 200
    job = finished(desk)
    told = page.get("/audit/progress").json()

    assert told["state"] == "done", told
    assert told["posts"] == len(desk.posts) > 0
    assert told["over"]
    assert told["sources"][0]["state"] == "read"
    assert desk.cases
    assert desk.ledger.latest().gate == "no"
    assert desk.ledger.latest().exports == (str(export),)
    assert job.reading.posts == []  # nothing is held twice


def test_the_whole_way_with_the_model(page: TestClient, desk: Desk, export: Path) -> None:
    """From a dropped zip to findings, scored by the model, no word of which is in the ledger's path."""
    desk.profession, desk.country = "nurse", "GB"
    tab = Tab(page)
    with tab.serving():
        tab.drop("t.zip", {"t.zip": export})
        page.post("/audit", headers=JSON)
        assert desk.job is not None
        assert desk.job.finished.wait(600)

    assert desk.job.state == "done", desk.job.sentence
    assert desk.audit is not None
    assert desk.audit.profession == "nurse"
    assert [case.finding.id for case in desk.cases] == [finding.id for finding in desk.audit.findings]
    assert desk.ledger.latest().exports == ()  # it lay with the browser


def test_nothing_chosen_is_said(page: TestClient, desk: Desk) -> None:
    """With a word on what to do."""
    answer = page.post("/audit", headers=JSON)

    assert answer.status_code == 400
    assert "No archive is chosen" in answer.json()["sentence"]
    with pytest.raises(NothingChosen):
        desk.start()


def stop_at(monkeypatch: pytest.MonkeyPatch, place: str, then: Callable[[], None]) -> threading.Event:
    """Have something happen when the corridor reports that stage for the first time."""
    real, came = Job.told, threading.Event()

    def told(self: Job, stage: str, done: int, total: int) -> None:
        real(self, stage, done, total)
        if stage == place and not came.is_set():
            came.set()
            then()
            real(self, stage, done, total)

    monkeypatch.setattr(Job, "told", told)
    return came


@pytest.mark.parametrize("stage", [pipeline.READING, pipeline.SCORING])
def test_a_stop_leaves_nothing(
    desk: Desk, export: Path, unscored: None, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    """Stopped at any stage, there is no audit on the desk or in the ledger, and the next one can begin."""
    came = stop_at(monkeypatch, stage, desk.cancel)
    desk.add_path(str(export))
    desk.start()
    job = finished(desk)

    assert came.is_set()
    assert (job.state, job.sentence) == ("cancelled", jobs.CANCELLED)
    assert desk.cases == desk.posts == desk.ledger.audits() == []
    desk.start()
    assert finished(desk).state == "done"


def test_a_stop_within_one_large_member_takes_effect(desk: Desk, tmp_path: Path, unscored: None) -> None:
    """Not only between members: each piece of one passes a checkpoint, and no reader takes it for a fault."""
    (tmp_path / "data").mkdir()
    words = json.dumps([{"tweet": {"id_str": str(n), "full_text": "tea " * 40}} for n in range(20_000)])
    (tmp_path / "data" / "tweets.js").write_text(f"window.YTD.tweets.part0 = {words}")
    desk.add_path(str(tmp_path))
    pieces = []
    real = Job.read

    def read(self: Job, count: int, size: int) -> None:
        pieces.append(count)
        if self.total and len(pieces) > 3:
            desk.cancel()
        real(self, count, size)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Job, "read", read)
        desk.start()
        job = finished(desk)

    assert job.state == "cancelled"
    assert sum(pieces) < (tmp_path / "data" / "tweets.js").stat().st_size


def test_stopping_by_its_address(page: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """DELETE for a script, a form for everybody else; with nothing running both change nothing."""
    assert page.delete("/audit", headers=JSON).json()["state"] == ""
    desk.job = Job(())
    assert page.post("/audit/cancel", headers=JSON).json()["state"] == "cancelled"


def test_one_audit_at_a_time(page: TestClient, desk: Desk, export: Path) -> None:
    """A second start is refused while one runs."""
    desk.add_path(str(export))
    desk.job = Job(())
    answer = page.post("/audit", headers=JSON)

    assert answer.status_code == 409
    with pytest.raises(StillReading):
        desk.start()


def test_a_pause_waits_and_goes_on(page: TestClient, desk: Desk, export: Path, unscored: None,
                                   monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    """While paused nothing is read; afterwards it ends as if nothing had been."""
    came = stop_at(monkeypatch, pipeline.READING, lambda: page.post("/audit/pause", data={"paused": "yes"}))
    desk.add_path(str(export))
    desk.start()
    assert came.wait(20)
    assert desk.job is not None
    until(lambda: desk.job is not None and desk.job.paused)
    assert not desk.job.finished.wait(0.3)
    assert page.get("/audit/progress").json()["paused"]
    page.post("/audit/pause", data={"paused": ""})

    assert finished(desk).state == "done"


def test_what_cannot_be_read_ends_with_its_sentence(page: TestClient, desk: Desk, tmp_path: Path) -> None:
    """The corridor's own plain words, and the source says it too."""
    path = tmp_path / "t.zip"
    zipped(SAMPLES / "twitter" / "2024", path)
    desk.add_path(str(path))
    path.unlink()
    desk.start()
    job = finished(desk)

    assert job.state == "failed"
    assert "t.zip is not there" in job.sentence
    assert desk.sources[0].state == "refused"


def test_a_mistake_of_ours_quotes_nothing(desk: Desk, export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its type and place are told, not its values."""

    def broken(*_: object) -> None:
        raise ValueError("the words of a post")

    monkeypatch.setattr(pipeline, "run_audit", broken)
    desk.add_path(str(export))
    desk.start()
    job = finished(desk)

    assert job.state == "failed"
    assert "ValueError" in job.sentence
    assert "words" not in job.sentence


def test_a_closed_tab_ends_the_audit(page: TestClient, desk: Desk, export: Path, unscored: None,
                                     monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    """With a plain sentence; nothing of it is kept, and the archive can be chosen again."""
    monkeypatch.setattr(remote, "GIVE_UP", 0.3)
    tab = Tab(page)
    tab.drop("t.zip", {"t.zip": export})
    tab.close()
    desk.start()
    job = finished(desk)

    assert job.state == "failed"
    assert "t.zip was closed or loaded again" in job.sentence
    assert desk.ledger.audits() == []


def test_several_archives_at_once(page: TestClient, desk: Desk, export: Path, unscored: None) -> None:
    """From disk and from the browser, in one audit."""
    other = export.with_name("r.zip")
    zipped(next(path for path in (SAMPLES / "reddit").iterdir() if path.is_dir()), other)
    desk.add_path(str(export))
    tab = Tab(page)
    with tab.serving():
        tab.drop("r.zip", {"r.zip": other})
        desk.start()
        job = finished(desk)

    assert job.state == "done", job.sentence
    assert {post.network for post in desk.posts} == {"twitter", "reddit"}
    assert desk.ledger.latest().exports == (str(export),)


def test_the_page_must_stay_open_until_it_is_read(page: TestClient, desk: Desk, export: Path, unscored: None) -> None:
    """The browser is told when its files are still needed, and when they no longer are."""
    tab = Tab(page)
    tab.drop("t.zip", {"t.zip": export})
    assert desk.needs(tab.name)
    with tab.serving():
        desk.start()
        finished(desk)

    assert not desk.needs(tab.name)
    assert not desk.needs("another")


# --- progress ---------------------------------------------------------------------------------------------------------


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def test_time_left_comes_from_the_measured_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is said in the first seconds; then it is what the pace of late makes of what is left."""
    clock = Clock()
    monkeypatch.setattr(jobs, "time", clock)
    job = Job(())
    told = []
    for done in range(0, 101, 10):
        job.told(pipeline.SCORING, done, 100)
        told.append(job.seconds_left)
        clock.now += 2.0

    assert told == [None, None, 16, 14, 12, 10, 8, 6, 4, 2, 0]
    assert not job.whole  # what comes after the scoring is not known on this computer
    job.told(pipeline.EXPLAINING, 1, 2)
    assert job.whole


def test_what_is_to_come_counts_where_the_pace_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """While reading, the time left is that of the whole audit only if this computer's pace is known."""
    clock = Clock()
    monkeypatch.setattr(jobs, "time", clock)
    for known, expected in ((0.0, (6, False)), (10.0, (6 + 20, True))):
        job = Job((), posts_per_second=known)
        job.told(pipeline.READING, 0, 1000)
        job.reading.members.append(MemberRead("a", "b", "twitter", "read", posts=80))
        clock.now += 4.0
        job.told(pipeline.READING, 400, 1000)
        assert (job.seconds_left, job.whole) == expected


def test_the_pace_of_this_computer_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the end of the reading to the recording; where the classifier learnt in between, it says nothing."""
    clock = Clock()
    monkeypatch.setattr(jobs, "time", clock)
    for between, expected in (((), 5.0), (("Learning from the labelled examples",), 0.0)):
        job = Job(())
        job.told(pipeline.READING, 9, 9)
        for stage in between:
            job.told(stage, 0, 1)
        clock.now += 20.0
        job.told(pipeline.SCORING, 100, 100)
        assert job.measured(100) == expected


def test_bytes_within_a_member_count_and_never_go_back() -> None:
    """The bar moves while a large file is read, not only after it, and a file read twice does not move it back."""
    job = Job(())
    job.told(pipeline.READING, 0, 1000)
    job.opened_member("a")
    seen = []
    for _ in range(5):
        job.read(100, 300)
        seen.append(job.done)
    job.opened_member("a")
    job.read(50, 300)
    seen.append(job.done)
    job.told(pipeline.READING, 300, 1000)
    seen.append(job.done)

    assert seen == [100, 200, 300, 300, 300, 300, 300]


def test_the_first_runs_learning_is_told_as_such() -> None:
    """It says what it is and that it happens once, with no time made up."""
    job = Job(())
    job.told("Learning from the labelled examples", 0, 1)

    assert job.state == "learning"
    assert "once" in job.stage
    assert job.seconds_left is None


@pytest.mark.parametrize(("fails", "count"), [(False, 1), (True, 2)])
def test_an_audit_waits_for_a_model_that_is_being_made_ready(
    monkeypatch: pytest.MonkeyPatch, fails: bool, count: int
) -> None:
    """It is not learnt twice, and the waiting can be stopped; a model that could not be made is tried once more."""
    ready, made = threading.Event(), []

    def load_model(told: Callable[[str], None] | None = None) -> object:
        made.append(told)
        if told:
            told("Learning from the labelled examples")
        assert ready.wait(20)
        if len(made) == 1 and fails:
            raise OSError
        return made

    monkeypatch.setattr("classifiers.model.load_model", load_model)
    learning, job = Learning(), Job(())
    learning.begin()
    learning.begin()
    until(lambda: bool(learning._what))
    job.cancel()
    with pytest.raises(remote.Ended):
        learning.model(lambda what: job.told(what, 0, 1))
    ready.set()

    assert learning.model() is made
    assert learning.model() is made
    assert len(made) == count


def test_what_a_stopped_thread_says_no_longer_counts() -> None:
    """The person's stop has the last word."""
    job = Job(())
    job.cancel()
    with pytest.raises(remote.Ended):
        job.told(pipeline.SCORING, 1, 2)
    job.end("done", "")

    assert job.state == "cancelled"


def test_a_lost_tab_is_said_and_so_is_its_return() -> None:
    """While nobody holds the file, the person is told what to do; once it is back, nothing more is said."""
    source = Source("t.zip")
    job = Job((source,))
    job.lost(source, True)
    assert source.state == "lost"
    assert "Choose it again" in job.sentence
    job.lost(source, False)

    assert (source.state, job.sentence) == ("reading", "")


def test_recording_cannot_be_stopped_halfway() -> None:
    """What is found goes into the ledger whole."""
    job = Job(())
    job.recording(1)
    job.cancel()

    assert job.state == "recording"


# --- the last audit, read again ---------------------------------------------------------------------------------------


def test_resuming_later(page: TestClient, desk: Desk, export: Path, unscored: None, tmp_path: Path) -> None:
    """A new page reads the exports again where they lay: same findings, same decisions, same gate, nothing scored."""
    desk.gate = "no"
    desk.add_path(str(export))
    desk.start()
    finished(desk)
    desk.decide(desk.cases[0].id, "remove")
    again = Desk(tmp_path / "ledger")
    again.recall()
    job = finished(again)

    assert job.state == "done", job.sentence
    assert [case.id for case in again.cases] == [case.id for case in desk.cases]
    assert again.cases[0].decision is not None
    assert again.cases[0].decision.decision == "remove"
    assert again.gate == "no"
    assert again.audit is not None
    assert len(again.ledger.audits()) == 1
    again.close()


def test_resuming_from_files_dropped_again(page: TestClient, desk: Desk, export: Path, unscored: None) -> None:
    """An audit of files that lay with the browser is resumed by dropping them again; without them it says so."""
    tab = Tab(page)
    with tab.serving():
        tab.drop("t.zip", {"t.zip": export})
        desk.start()
        finished(desk)
        ids = [case.id for case in desk.cases]
        page.post("/audit", data={"recall": "yes"}, headers=JSON)
        assert finished(desk).state == "done"
    assert [case.id for case in desk.cases] == ids
    desk.drop(desk.sources[0].id)
    with pytest.raises(AuditError, match="no longer where it was"):
        desk.recall()

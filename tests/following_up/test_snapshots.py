"""A process that has just started goes on from a stored snapshot, and knows nothing else for it: the register is the one that the log gives."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.following_up import project, projecting, readings, snapshots, stages
from functions.model.events import Event, EventType
from functions.model.minutes import Minutes
from functions.model.register import Register
from tests.following_up.council import LATE, TREES, minutes, said, task, tell
from tests.following_up.test_any_order import series
from tests.following_up.test_stages import afresh, meetings

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True, scope="module")
def _from_the_second_meeting_on() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stages, "_LEAST", 2)
        patch.setattr(stages, "_EVERY", 1)
        yield


def started(log: tuple[Event, ...], snapshot: str | None) -> tuple[Register, str | None]:
    """What a process knows that has just started, and the snapshot that it leaves."""
    stages.forget_stages()
    projecting._latest.clear()
    readings._latest.clear()
    found = project(log, council=TREES, now=LATE, recall=lambda: snapshot)
    return found, stages.take_snapshot(TREES.key) or snapshot


@settings(max_examples=40, deadline=None)
@given(series(), st.randoms(use_true_random=False))
def test_the_register_is_the_same_from_a_snapshot_as_from_the_log(papers: list[Minutes], chance):
    shuffled = list(papers)
    chance.shuffle(shuffled)
    log: tuple[Event, ...] = ()
    snapshot = None
    for one in shuffled:
        log = tell((f"{one.meeting.date}.docx", one), before=log)
        found, snapshot = started(log, snapshot)
        if found.items and chance.random() < 0.4:
            word = {"field": chance.choice(["status", "owner"]), "value": chance.choice(["done", "open", "not_a_task"])}
            at = f"{chance.choice(papers).meeting.date}T10:00:00"
            log = (*log, Event(f"e{len(log)}", TREES.key, EventType.EDITED, key=chance.choice(found.items).key, by="Malin", at=at, data=word))
            found, snapshot = started(log, snapshot)
        assert found == afresh(log)
        assert repr(found) == repr(afresh(log))


def steps_taken(log: tuple[Event, ...], snapshot: str | None) -> int:
    with pytest.MonkeyPatch.context() as patch:
        taken = []
        real = stages.take
        patch.setattr(stages, "take", lambda stage, step, **more: taken.append(step.date) or real(stage, step, **more))
        found, _ = started(log, snapshot)
        count = len(taken)
    assert found == started(log, None)[0]
    return count


def test_a_new_process_takes_only_the_steps_that_are_new():
    log = meetings(12)
    commits = [place for place, event in enumerate(log) if event.type is EventType.READ]
    _, snapshot = started(log[: commits[-2] + 1], None)
    assert steps_taken(log, snapshot) == 1
    assert steps_taken(log, None) == 12


def test_what_was_told_otherwise_since_is_taken_anew():
    log = meetings(12)
    _, snapshot = started(log, None)
    at = next(place for place, event in enumerate(log) if event.type is EventType.OPENED and event.meeting == "1990-03-05")
    for other in (
        replace(log[at], data={**log[at].data, "owners": ["Bo Lind"]}),
        replace(log[at], quotes=()),
        replace(log[at], data={**log[at].data, "text": "Asta Ek mäter almen vid hamnen"}),
    ):
        changed = (*log[:at], other, *log[at + 1 :])
        assert steps_taken(changed, snapshot) >= 10, other


def test_other_rules_take_everything_anew(monkeypatch: pytest.MonkeyPatch):
    log = meetings(6)
    _, snapshot = started(log, None)
    monkeypatch.setattr(stages, "rules_mark", lambda: "other rules")
    assert steps_taken(log, snapshot) == 6


@pytest.mark.parametrize("change", [lambda told: told[:-40], lambda told: "null", lambda told: "[]", lambda told: told.replace('"action"', '"x"')])
def test_a_damaged_snapshot_counts_for_nothing(change):
    log = meetings(6)
    _, snapshot = started(log, None)
    assert snapshot is not None
    assert steps_taken(log, change(snapshot)) == 6


def test_a_snapshot_holds_no_word_of_minutes_or_people():
    due = task("Asta Ek mäter almen vid torget senast i höst", "Asta Ek")
    log = tell(
        ("a", minutes("2020-01-10", actions=(due,))),
        ("b", minutes("2020-02-10", follow_ups=(said("Asta Ek mäter almen vid torget: Bo Lind tar över, klart till augusti", "kept", "Bo Lind"),))),
    )
    _, snapshot = started(log, None)
    assert snapshot is not None
    told = json.loads(snapshot)
    texts: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, str):
            texts.append(value)
        for one in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
            gather(one)

    gather(told["rows"])
    assert told["rows"]
    allowed = {"action", "open", "proposed", "opened", "kept", "mentioned", "reassigned", "due_moved", "edited", "done", "seems_done", "may_be_done"}
    assert [text for text in texts if text not in allowed and not set(text) <= set("0123456789abcdef-")] == []


def test_a_text_that_no_step_holds_is_never_written_down():
    log = meetings(3)
    started(log, None)
    (kept,) = stages._kept.values()
    row = next(iter(kept.stages[3].rows.values()))
    strange = {3: snapshots.Stage({row.key: replace(row, text="Ett ord som ingen har sagt")})}
    assert snapshots.write_snapshot(strange, marks=kept.lasting, words=snapshots.Words(kept.common.mark, log)) is None


def test_the_marks_are_the_same_in_every_process():
    set_up = "from tests.following_up import test_snapshots as t; t.stages._LEAST, t.stages._EVERY = 2, 1"
    program = f"{set_up}; print(t.started(t.meetings(4), None)[1], end='')"
    told = [
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout.decode()
        for seed in ("1", "2")
    ]
    assert told[0] == told[1] == started(meetings(4), None)[1]

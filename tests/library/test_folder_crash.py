"""Runs that are killed in the middle, and two at once, in processes of their own."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from functions import errors
from functions.library.folder import FolderLibrary
from functions.state.sqlite import SqliteState
from tests.library.awkward import sha256
from tests.library.contract import opened
from tests.library.folders import traces
from tests.library.writer import BATCH, DRAFT, draft

PROJECT = Path(__file__).parents[2]


def start(root: Path, *what: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-m", "tests.library.writer", str(root), *what], cwd=PROJECT, stdout=subprocess.PIPE, text=True)


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_a_run_that_is_killed_leaves_whole_batches_and_whole_drafts(tmp_path: Path) -> None:
    chance = random.Random(11)
    known = 0
    for attempt in range(8):
        process = start(tmp_path, "events", str(attempt * 1_000_000))
        assert first_line(process) == "ready"
        time.sleep(chance.uniform(0.02, 0.25))
        end(process)
        library = FolderLibrary.open(tmp_path)
        batches = Counter(event.data["batch"] for event in library.events_of("radet"))
        assert set(batches.values()) <= {BATCH}
        assert len(batches) >= known
        known = len(batches)
        there = library.draft(DRAFT)
        if there:
            assert there.ours == there.sha256
            assert there.sha256 in {sha256(draft(number)) for number in batches}
        assert library.changes(None).changes == ()
        assert library.append_events([opened(attempt, council="annat")]) == 1
        library.close()
    assert known > 0


def test_half_a_transaction_is_taken_back_even_where_nothing_may_be_written(tmp_path: Path) -> None:
    FolderLibrary.open(tmp_path).append_events([opened(1)])
    process = start(tmp_path, "half")
    process.communicate()
    assert (tmp_path / ".dagordning.db-journal").stat().st_size > 0
    before = traces(tmp_path)
    assert list(FolderLibrary.open(tmp_path, read_only=True).events_of("radet")) == [opened(1)]
    assert traces(tmp_path) == before
    assert list(FolderLibrary.open(tmp_path).events_of("radet")) == [opened(1)]
    assert not (tmp_path / ".dagordning.db-journal").exists()


def test_two_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    FolderLibrary.open(tmp_path).append_events([opened(0)])
    both = [start(tmp_path, "events", "0"), start(tmp_path, "events", "500")]
    for process in both:
        assert first_line(process) == "ready"
    library = FolderLibrary.open(tmp_path)
    for number in range(1, 6):
        assert library.append_events([opened(number)]) == 1
    for process in both:
        assert process.poll() is None
        end(process)
    events = FolderLibrary.open(tmp_path).events_of("radet")
    assert [event for event in events if event.by == "minutes" and event.key] == [opened(number) for number in range(6)]
    assert set(Counter(event.data["batch"] for event in events if "batch" in event.data).values()) <= {BATCH}


def test_a_second_run_in_the_same_folder_is_told_so_and_a_killed_one_holds_nothing(tmp_path: Path) -> None:
    first = start(tmp_path, "lease")
    assert first_line(first) == "ready"
    second = start(tmp_path, "lease")
    assert first_line(second).startswith("En annan körning arbetar redan i mappen")
    second.communicate()
    state = SqliteState(FolderLibrary.open(tmp_path).database)
    with pytest.raises(errors.Locked), state.lease("council:radet"):
        pass
    before = traces(tmp_path)
    end(first)
    with state.lease("council:radet"):
        assert traces(tmp_path) == before
    assert traces(tmp_path) == before

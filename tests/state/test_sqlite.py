"""The state in a folder's database keeps the contract, outlives a run, and keeps two runs apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from functions import errors
from functions.library.folder import FolderLibrary
from functions.state.port import BaseValues, State
from functions.state.sqlite import SqliteState
from tests.state.contract import OUTCOME, StateContract


def state_in(root: Path, *, read_only: bool = False) -> SqliteState:
    return SqliteState(FolderLibrary.open(root, read_only=read_only).database)


class TestSqliteState(StateContract):
    @pytest.fixture
    def state(self, tmp_path: Path) -> State:
        return state_in(tmp_path)


class TestSqliteStateInADryRun(StateContract):
    @pytest.fixture
    def state(self, tmp_path: Path) -> State:
        return state_in(tmp_path, read_only=True)


def test_the_next_run_remembers(tmp_path: Path) -> None:
    state = state_in(tmp_path)
    state.store_cursor("library", "1")
    state.store_base_values("f", BaseValues(last={"DgOppna": 1.0}))
    state.store_processed("f", OUTCOME)
    later = state_in(tmp_path)
    assert (later.cursor("library"), later.processed("f")) == ("1", OUTCOME)
    assert isinstance(later.base_values("f").last["DgOppna"], float)


def test_another_run_in_the_folder_is_locked_out_whatever_it_wants(tmp_path: Path) -> None:
    first, second = state_in(tmp_path).lease("library"), state_in(tmp_path).lease("council:radet")
    with first, pytest.raises(errors.Locked, match="En annan körning arbetar redan i mappen"), second:
        pass
    with state_in(tmp_path).lease("council:radet"):
        pass


def test_the_folder_is_held_until_the_last_lease_ends(tmp_path: Path) -> None:
    state, other = state_in(tmp_path), state_in(tmp_path)
    with state.lease("library"):
        with state.lease("council:radet"):
            pass
        with pytest.raises(errors.Locked), other.lease("library"):
            pass
    with other.lease("library"):
        pass


def test_a_dry_run_neither_waits_nor_holds(tmp_path: Path) -> None:
    with state_in(tmp_path).lease("library"), state_in(tmp_path, read_only=True).lease("library"):
        pass
    with state_in(tmp_path, read_only=True).lease("library"), state_in(tmp_path).lease("library"):
        pass


def test_the_lock_file_is_made_once_and_never_touched(tmp_path: Path) -> None:
    state = state_in(tmp_path)
    with state.lease("library"):
        pass
    lock = tmp_path / ".dagordning.lock"
    lock.write_text("somebody's")
    before, folder = lock.stat().st_mtime_ns, tmp_path.stat().st_mtime_ns
    with state.lease("library"):
        pass
    assert (lock.read_text(), lock.stat().st_mtime_ns, tmp_path.stat().st_mtime_ns) == ("somebody's", before, folder)

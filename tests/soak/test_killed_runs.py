"""`kill -9` at many moments of a run, then another run: the same end as if nothing had happened."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.bench.throughput import write_files
from tests.pipeline.desk import copy_corpus, hashes
from tests.soak.killed import kill_until_a_database, moments, run_whole, state_of


@pytest.mark.soak
def test_runs_that_are_killed_at_many_moments_end_as_one_that_is_not(tmp_path: Path) -> None:
    whole = copy_corpus(tmp_path / "whole")
    before = hashes(whole)
    fresh = Path(shutil.copytree(whole, tmp_path / "fresh"))
    longest = run_whole(whole)
    wanted = state_of(whole)
    assert len(wanted["drafts"]) == 4
    killed = 0
    for number, moment in enumerate(moments(20, longest=longest, seed=11)):
        root = Path(shutil.copytree(fresh, tmp_path / f"killed {number}"))
        killed += kill_until_a_database(root, after=moment)
        run_whole(root)
        assert state_of(root) == wanted, f"killed after {moment:.3f} s"
        assert hashes(root) == before
    assert killed >= 10


@pytest.mark.soak
def test_one_folder_whose_runs_are_killed_again_and_again_ends_as_one_whose_are_not(tmp_path: Path) -> None:
    whole, torn = tmp_path / "whole", tmp_path / "torn"
    for root in (whole, torn):
        root.mkdir()
        write_files(root, count=120)
    longest = run_whole(whole)
    for moment in moments(12, longest=longest / 4, seed=5):
        kill_until_a_database(torn, after=moment)
    run_whole(torn)
    assert state_of(torn) == state_of(whole)

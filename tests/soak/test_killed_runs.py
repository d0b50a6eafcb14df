"""`kill -9` at many moments of a run, then another run: the same end as if nothing had happened."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.bench.register import fill
from tests.bench.throughput import write_files
from tests.pipeline.desk import copy_corpus, hashes
from tests.soak.killed import die_at, kill_after_first_write, moments, run_whole, state_of


@pytest.mark.soak
def test_runs_that_die_at_any_write_end_as_one_that_does_not(tmp_path: Path) -> None:
    fresh = copy_corpus(tmp_path / "fresh")
    before = hashes(fresh)
    whole = Path(shutil.copytree(fresh, tmp_path / "whole"))
    writes = die_at(whole, 0)
    assert writes is not None
    assert writes > 50
    wanted = state_of(whole)
    assert len(wanted["drafts"]) == 4
    for number in sorted(random.Random(11).sample(range(1, writes), 40)):
        root = Path(shutil.copytree(fresh, tmp_path / f"died {number}"))
        assert die_at(root, number) is None
        run_whole(root)
        assert state_of(root) == wanted, f"died at write {number} of {writes}"
        assert hashes(root) == before


@pytest.mark.soak
def test_one_folder_whose_runs_are_killed_again_and_again_ends_as_one_whose_are_not(tmp_path: Path) -> None:
    whole, torn = tmp_path / "whole", tmp_path / "torn"
    for root in (whole, torn):
        root.mkdir()
        write_files(root, count=120)
    longest = run_whole(whole)
    killed = [kill_after_first_write(torn, after=moment) for moment in moments(12, longest=longest / 4, seed=5)]
    assert any(killed)
    run_whole(torn)
    assert state_of(torn) == state_of(whole)


@pytest.mark.soak
def test_five_hundred_files_killed_at_random_three_times_end_as_undisturbed(tmp_path: Path) -> None:
    whole, torn = tmp_path / "whole", tmp_path / "torn"
    for root in (whole, torn):
        root.mkdir()
        fill(root, files=500, councils=25)
    longest = run_whole(whole)
    killed = [kill_after_first_write(torn, after=moment) for moment in moments(3, longest=longest / 2, seed=13)]
    assert any(killed)
    run_whole(torn)
    assert state_of(torn) == state_of(whole)

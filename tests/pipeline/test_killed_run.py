"""A run that is killed in the middle, then another one: the same end as if nothing had happened. Many more moments: tests/soak."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from functions.model.library import LibraryFile
from functions.pipeline import Workplace, run
from tests.bench.register import fill
from tests.pipeline.desk import Desk, copy_corpus, hashes, minutes, traces
from tests.soak.killed import die_at, run_whole, state_of


def test_runs_that_die_in_the_middle_end_as_one_that_does_not(tmp_path: Path) -> None:
    whole = copy_corpus(tmp_path / "whole")
    torn = Path(shutil.copytree(whole, tmp_path / "torn"))
    writes = die_at(whole, 0)
    assert writes is not None
    died = [die_at(torn, number) is None for number in sorted(random.Random(3).sample(range(2, writes // 2), 3))]
    assert any(died)  # a later one has less left to write
    run_whole(torn)
    assert state_of(torn) == state_of(whole)
    assert hashes(torn) == hashes(whole)


def test_forty_files_of_four_councils_survive_three_deaths(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    whole.mkdir()
    fill(whole, files=40, councils=4)
    torn = Path(shutil.copytree(whole, tmp_path / "torn"))
    writes = die_at(whole, 0)
    assert writes is not None
    died = [die_at(torn, number) is None for number in random.Random(7).sample(range(2, writes // 3), 3)]
    assert any(died)
    run_whole(torn)
    assert state_of(torn) == state_of(whole)
    assert hashes(torn) == hashes(whole)


class _Cut(BaseException):
    """As a killed process, nobody's to catch."""


def test_a_run_that_is_cut_off_goes_on_where_it_was(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for number in range(56):
        desk.put(f"{number:02}.docx", minutes(f"20{number:02}-03-05", coming=()))

    def cut_at_the_last(done: int, total: int, last: object) -> None:
        if done == 52:
            raise _Cut

    with desk.opened() as (place, _), pytest.raises(_Cut):
        run(place, progress=cut_at_the_last)
    with desk.opened() as (place, library):
        left = library.changes(place.state.cursor("files")).changes
        assert len(left) == 6
    assert len(desk.run().registers[0].meetings) == 56
    before = traces(tmp_path)
    desk.run()
    assert traces(tmp_path) == before


def test_facts_whose_columns_were_not_written_are_told_by_the_next_run(tmp_path: Path) -> None:
    desk, other = Desk(tmp_path / "a"), Desk(tmp_path / "b")
    for one in (desk, other):
        one.put("a.docx", minutes())
    with desk.opened() as (place, _), pytest.raises(_Cut):
        run(Workplace(_NoColumns(place.library), place.state, place.now))  # type: ignore[arg-type]
    desk.run()
    other.run()
    assert desk.cells("a.docx") == other.cells("a.docx")
    assert desk.register() == other.register()


class _NoColumns:
    """A library whose process dies as it writes columns."""

    def __init__(self, library: object) -> None:
        self._library = library

    def __getattr__(self, name: str) -> object:
        return getattr(self._library, name)

    def write_columns(self, file: LibraryFile, changed: object, *, etag: str) -> None:
        raise _Cut

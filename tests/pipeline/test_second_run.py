"""The same files a second time: nothing is written, and no file of people's is ever touched."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.pipeline.desk import DRAFTS, ROOT, Desk, ask, command, copy_corpus, hashes, lines, minutes, traces

SHARED = Path(os.environ.get("DAGORDNING_SHARED") or ROOT.parent / "shared") / "minutes"


def test_a_second_run_over_the_samples_moves_no_files_time(tmp_path: Path) -> None:
    desk = Desk(copy_corpus(tmp_path / "m"))
    before = hashes(desk.root)
    desk.run()
    written = traces(desk.root)
    assert {".dagordning.db", DRAFTS} <= {Path(place).name for place in written}
    report = desk.run()
    assert traces(desk.root) == written
    assert report.outcomes == ()
    assert hashes(desk.root) == before


def test_a_second_run_over_the_real_minutes_moves_no_files_time(tmp_path: Path) -> None:
    if not SHARED.is_dir():
        assert not os.environ.get("CI"), f"{SHARED} is missing; set DAGORDNING_SHARED"
        pytest.xfail(f"NOT MEASURED: {SHARED} is not here")
    root = Path(shutil.copytree(SHARED, tmp_path / "m"))
    before = hashes(root)
    lines(command("run", root, "--today", "2026-05-10", "--json"))
    written = traces(root)
    assert [entry for entry in lines(command("run", root, "--today", "2026-05-10", "--json")) if "file" in entry] == []
    assert traces(root) == written
    assert hashes(root) == before


def test_minutes_without_a_date_or_beside_another_version_are_not_read_again_and_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("utan datum.docx", minutes(None))
    desk.put("a.docx", minutes())
    desk.put("a v2.docx", minutes())
    desk.put("pågår.docx", minutes("2026-05-09"))
    desk.run()
    assert desk.run().outcomes == ()


def test_looking_writes_nothing(tmp_path: Path) -> None:
    desk = Desk(copy_corpus(tmp_path))
    desk.run()
    written = traces(tmp_path)
    for words in (["register", "--json"], ["register"], ["register", "--all"], ["columns", "--json"], ["columns"], ["draft", "--json"]):
        assert ask(words[0], tmp_path, *words[1:])
    for path in sorted(tmp_path.glob("*.docx")):
        assert ask("explain", path, "--in", tmp_path)
    assert traces(tmp_path) == written


def test_a_dry_run_tells_everything_and_writes_nothing_at_all(tmp_path: Path) -> None:
    desk = Desk(copy_corpus(tmp_path / "m"))
    before = traces(desk.root)
    dry = desk.run(dry=True)
    assert traces(desk.root) == before
    wet = desk.run()
    assert [(outcome.file, outcome.status, outcome.written) for outcome in dry.outcomes] == [
        (outcome.file, outcome.status, outcome.written) for outcome in wet.outcomes
    ]
    assert dry.registers == wet.registers
    assert [laid.outcome for laid in dry.drafts] == [laid.outcome for laid in wet.drafts]


def test_a_dry_run_of_the_command_with_a_state_of_its_own_leaves_no_trace(tmp_path: Path) -> None:
    root = copy_corpus(tmp_path / "m")
    before = traces(tmp_path)
    assert command("run", root, "--dry-run", "--state", tmp_path / "state", "--today", "2026-05-20").returncode == 0
    assert traces(tmp_path) == before


def test_state_elsewhere_leaves_the_folder_as_it_was_but_for_the_drafts(tmp_path: Path) -> None:
    root = copy_corpus(tmp_path / "m")
    before = traces(root)
    assert command("run", root, "--state", tmp_path / "state", "--today", "2026-02-10").returncode == 0
    assert traces(root) == before
    assert {place.name for place in (tmp_path / "state").iterdir()} == {"dagordning.db", "dagordning.lock"}
    told = lines(command("columns", root, "--state", tmp_path / "state", "--json"))
    assert any(entry["values"].get("DgCouncil") for entry in told)

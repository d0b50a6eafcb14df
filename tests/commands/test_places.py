"""Where commands find the folder and its state, and what a terminal is shown of odd file names."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.pipeline.desk import ask, command, lines_of, minutes


@pytest.fixture
def read_elsewhere(tmp_path: Path) -> tuple[Path, Path]:
    """A folder that was read with its state somewhere else: folder, state."""
    root, state = tmp_path / "minuter", tmp_path / "minne"
    root.mkdir()
    (root / "a.docx").write_bytes(minutes("2026-04-16"))
    assert command("run", root, "--state", state, "--today", "2026-05-10").returncode == 0
    return root, state


def test_the_state_alone_tells_which_folder_it_is_of(read_elsewhere: tuple[Path, Path]) -> None:
    root, state = read_elsewhere
    (row,) = lines_of(ask("register", "--json", "--state", state, "--today", "2026-05-10"))
    assert row == lines_of(ask("register", root, "--json", "--state", state, "--today", "2026-05-10"))[0]
    assert [line["file"] for line in lines_of(ask("columns", "--state", state, "--json"))] == ["a.docx"]
    assert command("set", row["key"], "status", "klar", "--state", state, "--today", "2026-05-10").returncode == 0
    assert lines_of(ask("register", "--json", "--state", state, "--today", "2026-05-10"))[0]["status"] == "done"
    assert not (root / ".dagordning.db").exists()


def test_a_state_whose_folder_moved_asks_for_it_and_knows_it_from_then_on(read_elsewhere: tuple[Path, Path]) -> None:
    root, state = read_elsewhere
    moved = root.rename(root.with_name("flyttad"))
    told = command("register", "--state", state)
    assert (told.returncode, "som inte finns längre. Ange mappen också." in told.stderr) == (2, True)
    assert command("run", moved, "--state", state, "--today", "2026-05-10").returncode == 0
    assert lines_of(ask("register", "--json", "--state", state, "--today", "2026-05-10"))


def test_another_folder_is_never_run_with_the_state_of_this_one(read_elsewhere: tuple[Path, Path], tmp_path: Path) -> None:
    root, state = read_elsewhere
    other = tmp_path / "annan"
    other.mkdir()
    before = ask("register", "--json", "--state", state, "--today", "2026-05-10")
    told = command("run", other, "--state", state, "--today", "2026-05-10")
    assert (told.returncode, f"det som är läst i mappen {root}" in told.stderr) == (2, True)
    assert ask("register", "--json", "--state", state, "--today", "2026-05-10") == before


def test_a_state_of_nothing_says_so(tmp_path: Path) -> None:
    told = command("register", "--state", tmp_path / "tomt")
    assert (told.returncode, told.stderr.count("\n")) == (2, 1)
    assert "Ange mappen också" in told.stderr
    assert not (tmp_path / "tomt").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no such file names")
def test_a_file_name_cannot_move_the_cursor_or_turn_the_line_round(tmp_path: Path) -> None:
    name = "Råd \x1b[2J\x1b]0;titel\x07 \u202excod.docx"
    (tmp_path / name).write_bytes(minutes(None))
    shown = command("run", tmp_path, "--verbose", "--today", "2026-05-10")
    assert "␛[2J" in shown.stdout
    for told in (shown, command("columns", tmp_path), command("explain", tmp_path / name), command("explain", tmp_path / f"x{name}")):
        assert not {sign for sign in told.stdout + told.stderr if (ord(sign) < 32 and sign != "\n") or sign in "\x7f\u202e"}
    assert (tmp_path / name).exists()


def test_a_folder_without_minutes_says_so_and_names_itself(tmp_path: Path) -> None:
    (tmp_path / "läs mig.txt").write_text("Hej", encoding="utf-8")
    assert f"Inga mötesanteckningar finns i {tmp_path}. Word-filer (.docx) och PDF-filer" in ask("run", tmp_path, "--today", "2026-05-10")
    (tmp_path / "a.docx").write_bytes(minutes("2026-04-16"))
    ask("run", tmp_path, "--today", "2026-05-10")
    assert ask("run", tmp_path, "--today", "2026-05-10").startswith("Inget nytt sedan förra gången.\n")


def test_a_table_for_a_folder_that_is_not_there_says_which(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(minutes("2026-04-16"))
    ask("run", tmp_path, "--today", "2026-05-10")
    told = command("register", tmp_path, "--csv", tmp_path / "saknas" / "ut.csv")
    assert (told.returncode, f"Mappen {tmp_path / 'saknas'} finns inte" in told.stderr) == (2, True)

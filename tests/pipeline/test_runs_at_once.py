"""Two runs at one time, and a database that somebody else holds."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from functions import errors
from functions.library.folder import FolderLibrary
from functions.pipeline import Workplace, run
from functions.state.sqlite import SqliteState
from tests.pipeline.desk import MAY, ROOT, Desk, _environment, copy_corpus, minutes, process


def test_of_two_runs_at_once_one_works_and_the_other_says_so(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes())
    with desk.opened() as (place, _), place.state.lease("files"):
        told = process("run", tmp_path, "--today", "2026-05-10")
        assert told.returncode == errors.Locked.exit_code
        assert "En annan körning arbetar redan i mappen" in told.stderr
        assert "försök igen" in told.stderr
        told = process("set", "a.docx", "Råd", "X", "--in", tmp_path)
        assert told.returncode in (errors.BadUsage.exit_code, errors.Locked.exit_code)
    assert process("run", tmp_path, "--today", "2026-05-10").returncode == 0


def test_two_runs_that_race_double_nothing(tmp_path: Path) -> None:
    alone, raced = copy_corpus(tmp_path / "a"), copy_corpus(tmp_path / "b")
    Desk(alone).run()
    words = [sys.executable, "-m", "functions", "run", str(raced), "--today", MAY.isoformat()]
    both = [subprocess.Popen(words, cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]
    codes = {process.wait(120) for process in both}
    assert codes <= {0, errors.Locked.exit_code}
    assert 0 in codes
    Desk(raced).run()
    assert Desk(raced).register() == Desk(alone).register()
    with closing(sqlite3.connect(raced / ".dagordning.db")) as one, closing(sqlite3.connect(alone / ".dagordning.db")) as other:
        for table in ("events", "cells", "list_rows", "councils", "drafts"):
            count = f"SELECT count(*) FROM {table}"
            assert one.execute(count).fetchone() == other.execute(count).fetchone(), table


def test_a_database_that_another_program_holds_is_told_with_what_to_do(tmp_path: Path) -> None:
    Desk(tmp_path).put("a.docx", minutes())
    Desk(tmp_path).run()
    Desk(tmp_path).put("b.docx", minutes("2026-04-16"))
    library = FolderLibrary.open(tmp_path, patience=0.1)
    with closing(sqlite3.connect(tmp_path / ".dagordning.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(errors.Locked, match="En annan körning skriver"):
            run(Workplace(library, SqliteState(library.database), MAY))
        other.execute("ROLLBACK")
    assert [outcome.status for outcome in run(Workplace(library, SqliteState(library.database), MAY)).outcomes] == ["read"]
    library.close()


def test_a_database_that_is_held_for_a_moment_is_waited_for(tmp_path: Path) -> None:
    Desk(tmp_path).put("a.docx", minutes())
    Desk(tmp_path).run()
    Desk(tmp_path).put("b.docx", minutes("2026-04-16"))
    other = sqlite3.connect(tmp_path / ".dagordning.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    release = threading.Timer(0.5, lambda: other.execute("ROLLBACK"))
    release.start()
    assert [outcome.status for outcome in Desk(tmp_path).run().outcomes] == ["read"]
    release.join()
    other.close()


def test_a_damaged_database_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    Desk(tmp_path).put("a.docx", minutes())
    Desk(tmp_path).put(".dagordning.db", b"this is no database" * 500)
    told = process("run", tmp_path)
    assert told.returncode == errors.NoAccess.exit_code
    assert "skadad" in told.stderr
    assert "säkerhetskopia" in told.stderr
    assert (tmp_path / ".dagordning.db").read_bytes() == b"this is no database" * 500

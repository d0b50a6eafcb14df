"""The database of a folder: made late, written seldom, never thrown away."""

from __future__ import annotations

import json
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions import errors
from functions.library.event_json import to_text, to_value
from functions.library.folder import FolderLibrary
from functions.library.folder_database import Database
from functions.library.folder_schema import APPLICATION, STEPS
from functions.model.library import Council, ListRow, WriteResult
from functions.state.port import BaseValues, Parked, Processed
from functions.state.sqlite import SqliteState
from tests.library.contract import DRAFT, LIST, opened
from tests.library.folders import as_ordinary_user, put, the_file, traces
from tests.library.test_folder_listing import open_place

__all__ = ["open_place"]


def run_once(root: Path, *, read_only: bool = False, state_dir: Path | None = None) -> None:
    """All that a run writes, the same every time."""
    library = FolderLibrary.open(root, read_only=read_only, state_dir=state_dir)
    state = SqliteState(library.database)
    with state.lease("library"):
        changes = library.changes(state.cursor("library"))
        for change in changes.changes:
            assert change.file
            library.fetch(change.file)
        for file in library.files():
            etag = library.columns(file).etag
            assert library.write_columns(file, {"DgRad": "Rådet", "DgOppna": 2, "DgTom": None}, etag=etag) is WriteResult.WRITTEN
            state.store_base_values(file.id, BaseValues(last={"DgRad": "Rådet"}, earlier={"DgOppna": (1, 2)}))
            state.store_processed(file.id, Processed("v", "r", "i", "read"))
            state.park(Parked(file.id, file.path, "Kunde inte läsas", "scanned"))
        state.forget("unknown")
        state.unpark("unknown")
        library.append_events([opened(1), opened(2)])
        library.project_lists({LIST: [ListRow("a", {"Text": "Skriv", "Tom": None})]})
        library.put_council(Council(key="radet", names=("Rådet",)))
        draft = library.draft(DRAFT)
        assert library.put_draft(DRAFT, b"ett", expected=draft.sha256 if draft else None) is WriteResult.WRITTEN
        state.store_cursor("library", changes.cursor)
    library.close()


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_second_run_writes_nothing_at_all(tmp_path: Path, elsewhere: bool) -> None:
    root = tmp_path / "Möten"
    state_dir = tmp_path / "minne" if elsewhere else None
    put(root, "Råd/a.docx", b"a")
    put(root, "Mallar för dagordning/Mall.docx", b"m")
    run_once(root, state_dir=state_dir)
    before = traces(tmp_path)
    run_once(root, state_dir=state_dir)
    assert traces(tmp_path) == before
    assert (root / ".dagordning.db").exists() is not elsewhere
    assert (tmp_path / "minne" / "dagordning.db").exists() is elsewhere
    assert (tmp_path / "minne" / "dagordning.lock").exists() is elsewhere


def test_opening_and_reading_leave_no_trace(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"a")
    before = traces(tmp_path)
    library = FolderLibrary.open(tmp_path)
    state = SqliteState(library.database)
    assert (library.events_of("a"), library.rows(LIST), library.councils(), library.files(), library.draft(DRAFT)) == ((), (), (), (), None)
    assert (state.cursor("library"), state.parked(), state.processed("x"), state.base_values("x")) == (None, (), None, BaseValues())
    assert traces(tmp_path) == before


def test_a_dry_run_behaves_as_a_run_and_leaves_no_trace(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"a")
    before = traces(tmp_path)
    run_once(tmp_path, read_only=True)
    assert traces(tmp_path) == before
    run_once(tmp_path)
    before = traces(tmp_path)
    dry = FolderLibrary.open(tmp_path, read_only=True)
    assert dry.append_events([opened(1), opened(3)]) == 1
    assert len(dry.events_of("radet")) == 3
    run_once(tmp_path, read_only=True)
    assert traces(tmp_path) == before
    assert len(FolderLibrary.open(tmp_path).events_of("radet")) == 2


def test_the_database_keeps_a_rollback_journal_and_knows_its_version(tmp_path: Path) -> None:
    run_once(tmp_path)
    connection = sqlite3.connect(tmp_path / ".dagordning.db")
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    connection.close()
    assert sorted(place.name for place in tmp_path.iterdir()) == [".dagordning.db", ".dagordning.lock", "Förslag till dagordning"]


def test_an_older_database_takes_the_steps_that_it_lacks(tmp_path: Path) -> None:
    def second(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE councils ADD COLUMN note TEXT NOT NULL DEFAULT 'none'")

    path = tmp_path / "a.db"
    old = Database(path, steps=STEPS, application=APPLICATION)
    with old.writing() as connection:
        connection.execute("INSERT INTO councils VALUES ('a', '{}')")
    old.close()
    before = traces(tmp_path)
    dry = Database(path, steps=(*STEPS, second), application=APPLICATION, read_only=True)
    assert dry.read("SELECT key, note FROM councils") == [("a", "none")]
    assert traces(tmp_path) == before
    assert Database(path, steps=(*STEPS, second), application=APPLICATION).read("SELECT key, note FROM councils") == [("a", "none")]
    with pytest.raises(errors.NoAccess, match="nyare version"):
        Database(path, steps=STEPS, application=APPLICATION).check()


def test_a_step_that_fails_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    def broken(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half (a)")
        raise RuntimeError

    path = tmp_path / "a.db"
    with Database(path, steps=STEPS, application=APPLICATION).writing():
        pass
    with pytest.raises(RuntimeError):
        Database(path, steps=(*STEPS, broken), application=APPLICATION, patience=0.1).check()
    assert Database(path, steps=STEPS, application=APPLICATION).read("SELECT name FROM sqlite_master WHERE name = 'half'") == []


def test_a_newer_database_is_refused_at_once_and_left_alone(tmp_path: Path) -> None:
    run_once(tmp_path)
    connection = sqlite3.connect(tmp_path / ".dagordning.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = traces(tmp_path)
    for read_only in (True, False):
        with pytest.raises(errors.NoAccess, match="nyare version av Dagordning"):
            FolderLibrary.open(tmp_path, read_only=read_only)
    assert traces(tmp_path) == before


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / ".dagordning.db")
    connection.execute("CREATE TABLE mine (a)")
    connection.close()
    before = traces(tmp_path)
    with pytest.raises(errors.NoAccess, match="ett annat program"):
        FolderLibrary.open(tmp_path)
    assert traces(tmp_path) == before


def test_an_empty_database_file_is_a_new_one(tmp_path: Path) -> None:
    put(tmp_path, ".dagordning.db", b"")
    library = FolderLibrary.open(tmp_path)
    assert library.councils() == ()
    assert library.append_events([opened(1)]) == 1


@pytest.mark.parametrize(
    "spoil", [lambda data: b"not a database at all, but long enough to be read as a header" * 9, lambda data: data[: len(data) // 2]]
)
def test_a_damaged_database_is_told_of_and_never_deleted(tmp_path: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    run_once(tmp_path)
    place = tmp_path / ".dagordning.db"
    place.write_bytes(spoil(place.read_bytes()))
    before = traces(tmp_path)
    for read_only in (True, False):
        with pytest.raises(errors.NoAccess, match="skadad"):
            library = FolderLibrary.open(tmp_path, read_only=read_only)
            library.changes(None)
            library.append_events([opened(9)])
            SqliteState(library.database).parked()
    assert traces(tmp_path) == before


def test_a_database_that_another_process_holds_is_locked(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path, patience=0.05)
    library.append_events([opened(1)])
    holder = sqlite3.connect(tmp_path / ".dagordning.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(errors.Locked, match="En annan körning"):
        library.append_events([opened(2)])
    with pytest.raises(errors.Locked, match="En annan körning"):
        library.events_of("radet")
    holder.execute("ROLLBACK")
    holder.close()
    assert library.append_events([opened(2)]) == 1


def test_a_folder_without_write_permission_can_be_read_and_names_the_remedy(open_place: Path) -> None:
    root = open_place / "Möten"
    put(root, "a.docx", b"a")
    run_once(root)
    state_dir = open_place / "minne"
    state_dir.mkdir()
    state_dir.chmod(0o777)
    root.chmod(0o555)
    with as_ordinary_user():
        with pytest.raises(errors.NoAccess, match="--state MAPP"):
            FolderLibrary.open(root)
        assert len(FolderLibrary.open(root, read_only=True).events_of("radet")) == 2
        library = FolderLibrary.open(root, state_dir=state_dir)
        assert library.append_events([opened(1)]) == 1
        with pytest.raises(errors.NoAccess, match="Förslaget kan inte sparas"):
            library.put_draft("Förslag till dagordning/ny.docx", b"ny", expected=None)
        library.close()


def test_a_state_folder_that_cannot_be_made_is_no_access(tmp_path: Path) -> None:
    with pytest.raises(errors.NoAccess, match="--state MAPP"):
        FolderLibrary.open(tmp_path, state_dir=put(tmp_path, "fil", b"") / "minne")


def test_paths_with_signs_that_mean_something_in_addresses_work(tmp_path: Path) -> None:
    root = tmp_path / "Åsas 100% råd? #1 & mode=ro"
    root.mkdir()
    library = FolderLibrary.open(root)
    library.append_events([opened(1)])
    assert len(FolderLibrary.open(root, read_only=True).events_of("radet")) == 1


def test_threads_of_one_run_may_share_a_library(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path)
    threads = [
        threading.Thread(target=lambda start=start: library.append_events([opened(start + n) for n in range(20)])) for start in range(0, 100, 20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(library.events_of("radet")) == 100


def test_a_persons_cell_moves_the_mark(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"a")
    library = FolderLibrary.open(tmp_path)
    file = the_file(library, "a.docx")
    library.set_cell(file, "DgOppna", 1)
    library.set_cell(file, "DgOppna", True)
    assert (library.columns(file).etag, library.columns(file).values) == ("2", {"DgOppna": True})
    assert library.columns(file).values["DgOppna"] is True


def test_what_another_process_writes_or_a_failed_write_takes_back_is_read_anew(tmp_path: Path) -> None:
    library, other = (FolderLibrary.open(tmp_path) for _ in range(2))
    council = Council("odlarrådet", ("Odlarrådet",))
    library.put_council(council)
    assert other.councils() == library.councils() == (council,)
    renamed = replace(council, names=("Odlarrådet", "Rådet för odlare"))
    other.put_council(renamed)
    assert library.councils() == (renamed,)
    library.put_person("Bo Alm", called="Bosse", editor="Eva Ek")
    assert library.people("odlarrådet") == {"Bosse": "Bo Alm"}
    with pytest.raises(RuntimeError), library.database.writing():
        library.put_council(council)
        assert library.councils() == (council,)
        raise RuntimeError
    assert library.councils() == (renamed,)


@given(st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.sampled_from(('"', "null", "\\", 'a"b', "rad\nett", "\ud800", "å\u2028"))))
def test_a_cell_comes_back_as_it_was_and_is_written_as_json_writes_it(value: str | int | bool | None) -> None:
    text = to_text(value)
    assert to_value(text) == value
    assert json.loads(text) == value and text.encode()

"""What a folder tells of changes beyond the contract: times, renames with a twist, files that are being written, crashes."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from functions.library.folder import FolderLibrary
from functions.library.folder_changes import compare
from functions.library.folder_listing import list_folder
from functions.library.folder_snapshot import Snapshot, read_cursor
from functions.model.library import Change, ChangeKind, Changes
from tests.library.awkward import sha256
from tests.library.folders import paths, put, rename, told, traces

LATER = 4_000_000_000_000_000_000
"""Nanoseconds in the year 2096: every file was written long ago."""


def test_an_unchanged_file_is_not_read_again(tmp_path: Path) -> None:
    place = put(tmp_path, "a.docx", b"aaa")
    library = FolderLibrary.open(tmp_path, clock=lambda: LATER)
    cursor = library.changes(None).cursor
    then = place.stat()
    place.write_bytes(b"bbb")
    os.utime(place, ns=(then.st_atime_ns, then.st_mtime_ns))
    assert library.changes(cursor).changes == ()


def test_an_edit_in_the_same_tick_of_the_clock_is_seen(tmp_path: Path) -> None:
    place = put(tmp_path, "a.docx", b"aaa")
    then = place.stat()
    library = FolderLibrary.open(tmp_path, clock=lambda: then.st_mtime_ns + 1_000_000)
    cursor = library.changes(None).cursor
    place.write_bytes(b"bbb")
    os.utime(place, ns=(then.st_atime_ns, then.st_mtime_ns))
    assert told(library.changes(cursor)) == [(ChangeKind.CHANGED, "a.docx")]


def test_a_doubt_that_proves_unfounded_leaves_the_cursor_as_it_was(tmp_path: Path) -> None:
    written = put(tmp_path, "a.docx", b"aaa").stat().st_mtime_ns
    times = iter([written + 1, written + 2, LATER])
    library = FolderLibrary.open(tmp_path, clock=lambda: next(times))
    cursor = library.changes(None).cursor
    assert library.changes(cursor).cursor == cursor
    assert library.changes(cursor).cursor == cursor


def test_a_touched_file_is_no_change_but_the_cursor_remembers(tmp_path: Path) -> None:
    place = put(tmp_path, "a.docx", b"aaa")
    library = FolderLibrary.open(tmp_path)
    cursor = library.changes(None).cursor
    os.utime(place, ns=(1_000_000_000, 1_000_000_000))
    touched = library.changes(cursor)
    assert touched.changes == ()
    assert touched.cursor != cursor
    assert library.changes(touched.cursor).cursor == touched.cursor


def test_a_name_that_differs_in_case_only_is_a_rename(tmp_path: Path) -> None:
    put(tmp_path, "protokoll.docx", b"a")
    library = FolderLibrary.open(tmp_path)
    first = library.changes(None)
    rename(tmp_path, "protokoll.docx", "Protokoll.docx")
    (change,) = library.changes(first.cursor).changes
    assert (change.kind, change.moved_from) == (ChangeKind.RENAMED, "protokoll.docx")


def test_a_moved_folder_moves_each_file_with_its_own_name(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx", "c.docx"):
        put(tmp_path, f"Råd/{name}", b"the same bytes")
    library = FolderLibrary.open(tmp_path)
    first = library.changes(None)
    rename(tmp_path, "Råd", "Zebra")
    moved = {(change.moved_from, change.file.path) for change in library.changes(first.cursor).changes if change.file}
    assert moved == {(f"Råd/{name}", f"Zebra/{name}") for name in ("a.docx", "b.docx", "c.docx")}


def test_a_new_file_by_an_old_name_gets_an_id_of_its_own(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"first")
    library = FolderLibrary.open(tmp_path)
    first = library.changes(None)
    rename(tmp_path, "a.docx", "gammal.docx")
    second = library.changes(first.cursor)
    put(tmp_path, "a.docx", b"second")
    (added,) = library.changes(second.cursor).changes
    ids = {file.path: file.id for file in library.files()}
    assert added.kind is ChangeKind.ADDED
    assert ids["gammal.docx"] == first.changes[0].file.id if first.changes[0].file else False
    assert ids["a.docx"] != ids["gammal.docx"]


def test_a_rename_seen_by_a_run_that_was_cut_off_keeps_its_id_after_an_edit(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"first")
    library = FolderLibrary.open(tmp_path)
    first = library.changes(None)
    rename(tmp_path, "a.docx", "b.docx")
    library.changes(first.cursor)  # and then it was killed
    put(tmp_path, "b.docx", b"edited")
    put(tmp_path, "a.docx", b"another one")
    changes = FolderLibrary.open(tmp_path).changes(first.cursor)
    assert told(changes) == [(ChangeKind.ADDED, "a.docx"), (ChangeKind.RENAMED, "b.docx")]
    assert changes.changes[1].file and first.changes[0].file and changes.changes[1].file.id == first.changes[0].file.id


def test_the_id_is_made_of_the_first_path(tmp_path: Path) -> None:
    put(tmp_path, "Råd/a.docx", b"a")
    (change,) = FolderLibrary.open(tmp_path).changes(None).changes
    assert change.file and change.file.id == sha256("Råd/a.docx".encode())[:16]


def test_a_file_that_goes_away_while_it_is_read_is_left_to_the_next_time(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"a")
    put(tmp_path, "b.docx", b"b")
    listing = list_folder(tmp_path)
    (tmp_path / "a.docx").unlink()
    compared = compare(listing, before=Snapshot(), known={}, drafts=frozenset(), draft_folder="F", now=LATER)
    assert [change.file.path for change in compared.changes if change.file] == ["b.docx"]
    assert list(compared.files) == ["b.docx"]


def test_the_time_and_size_in_the_cursor_belong_to_the_bytes(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"a")
    listing = list_folder(tmp_path)
    put(tmp_path, "a.docx", b"longer by now")
    compared = compare(listing, before=Snapshot(), known={}, drafts=frozenset(), draft_folder="F", now=LATER)
    assert compared.files["a.docx"].size == len(b"longer by now")


@pytest.mark.parametrize(
    "cursor", ["", "{}", "null", "12", '{"folder":1,"edits":0,"files":{"a":[1]}}', '{"folder":99,"edits":0,"files":{}}', "\x00\xff"]
)
def test_a_cursor_that_is_not_ours_is_a_gap(tmp_path: Path, cursor: str) -> None:
    put(tmp_path, "a.docx", b"a")
    changes = FolderLibrary.open(tmp_path).changes(cursor)
    assert changes.gap
    assert told(changes) == [(ChangeKind.ADDED, "a.docx")]


def test_after_a_gap_nothing_counts_as_handled_until_all_is(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"a")
    put(tmp_path, "b.docx", b"b")
    library = FolderLibrary.open(tmp_path)
    changes = library.changes("damaged")
    assert library.cursor_after(changes, changes.changes[:1], "damaged") == "damaged"
    assert library.cursor_after(changes, changes.changes, "damaged") == changes.cursor


def test_drafts_of_ours_are_not_among_the_files_until_they_are_edited(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path)
    path = "Förslag till dagordning/a.docx"
    library.put_draft(path, b"ours", expected=None)
    assert paths(library) == []
    assert library.files() == ()
    put(tmp_path, path, b"edited")
    assert paths(library) == [path]
    assert [file.path for file in library.files()] == [path]


def test_a_draft_that_we_write_over_a_persons_edit_is_no_news_and_moves_nothing(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path)
    path = "Förslag till dagordning/a.docx"
    library.put_draft(path, b"ours", expected=None)
    put(tmp_path, path, b"edited")
    edited = library.changes(None)
    library.put_draft(path, b"merged", expected=sha256(b"edited"))
    before = traces(tmp_path)
    assert library.changes(edited.cursor) == Changes((), edited.cursor)
    assert traces(tmp_path) == before
    put(tmp_path, path, b"edited again")
    (again,) = library.changes(edited.cursor).changes
    assert (again.kind, again.file) == (ChangeKind.CHANGED, edited.changes[0].file)


def test_a_deleted_draft_of_ours_is_no_news(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path)
    library.put_draft("Förslag till dagordning/a.docx", b"ours", expected=None)
    cursor = library.changes(None).cursor
    (tmp_path / "Förslag till dagordning" / "a.docx").unlink()
    assert library.changes(cursor).changes == ()


def test_any_order_of_handling_and_crashing_ends_where_one_run_does(tmp_path: Path) -> None:
    chance = random.Random(5)
    library = FolderLibrary.open(tmp_path, state_dir=tmp_path / ".minne")
    handled: dict[str, str] = {}
    cursor: str | None = None
    for number in range(60):
        act(tmp_path, chance, number)
        changes = library.changes(cursor)
        some = chance.sample(changes.changes, chance.randint(0, len(changes.changes)))
        for change in some:
            apply(handled, change)
        cursor = library.cursor_after(changes, some, cursor)
    for change in (rest := library.changes(cursor)).changes:
        apply(handled, change)
    assert read_cursor(rest.cursor) is not None
    there = {str(place.relative_to(tmp_path)): place.read_text() for place in tmp_path.glob("*.docx")}
    assert {path: library.fetch(file).data.decode() for file in library.files() for path in [file.path]} == there
    assert len(handled) == len(there)
    assert {file.id for file in library.files()} == set(handled)
    assert all(handled[file.id] == library.fetch(file).version for file in library.files())


def act(root: Path, chance: random.Random, number: int) -> None:
    there = sorted(root.glob("*.docx"))
    for _ in range(3):
        match chance.choice(["put", "put", "edit", "move", "delete"] if there else ["put"]):
            case "put":
                put(root, f"{chance.randint(1, 12)}.docx", f"{number} {chance.random()}".encode())
            case "edit":
                there[0].write_bytes(f"edited {number} {chance.random()}".encode())
            case "move" if there[-1].exists():
                there[-1].rename(root / f"moved {chance.randint(1, 6)}.docx")
            case _:
                chance.choice(there).unlink(missing_ok=True)


def apply(handled: dict[str, str], change: Change) -> None:
    assert change.file
    if change.kind is ChangeKind.DELETED:
        handled.pop(change.file.id, None)
    else:
        handled[change.file.id] = change.version

"""Which files of a folder are listed, and by which path."""

from __future__ import annotations

import os
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from functions import errors
from functions.library.folder import FolderLibrary
from functions.library.folder_listing import list_folder
from functions.model.library import ChangeKind, LibraryFile
from tests.library.folders import as_ordinary_user, paths, put, rename, the_file, told


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that an ordinary user may enter, whoever runs the tests."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o777)
    try:
        yield place
    finally:
        for folder in [place, *place.rglob("*")]:
            if folder.is_dir() and not folder.is_symlink():
                folder.chmod(0o777)
        shutil.rmtree(place)


def test_what_a_person_could_take_for_minutes_is_listed_by_path(tmp_path: Path) -> None:
    for path in ("c.DOCX", "Råd B/b.pdf", "Råd A/2025/a.doc", "a.docm", "d.rtf", "e.odt"):
        put(tmp_path, path, path.encode())
    assert paths(FolderLibrary.open(tmp_path)) == ["Råd A/2025/a.doc", "Råd B/b.pdf", "a.docm", "c.DOCX", "d.rtf", "e.odt"]


@pytest.mark.parametrize(
    "path",
    [
        "~$protokoll.docx",
        "~WRL0001.docx",
        ".dold.docx",
        ".dold mapp/a.docx",
        "a.docx.tmp",
        "budget.xlsx",
        "bild.png",
        "a.txt",
        "a.json",
        "utan ändelse",
        "mall.dotx",
        "Thumbs.db",
        "desktop.ini",
        "$RECYCLE.BIN/a.docx",
        "@eaDir/a.docx",
        "Mallar för dagordning/Mall.docx",
    ],
)
def test_other_files_are_no_business_of_ours(tmp_path: Path, path: str) -> None:
    put(tmp_path, path, b"x")
    assert paths(FolderLibrary.open(tmp_path)) == []


def test_a_name_written_by_a_mac_has_the_same_path_and_can_be_opened(tmp_path: Path) -> None:
    put(tmp_path, unicodedata.normalize("NFD", "Rådet för öppenvård/möte.docx"), b"mac")
    library = FolderLibrary.open(tmp_path)
    assert paths(library) == ["Rådet för öppenvård/möte.docx"]
    assert FolderLibrary.open(tmp_path).fetch(the_file(library, "Rådet för öppenvård/möte.docx")).data == b"mac"


def test_two_names_that_look_the_same_are_two_files(tmp_path: Path) -> None:
    put(tmp_path, unicodedata.normalize("NFC", "möte.docx"), b"ett")
    put(tmp_path, unicodedata.normalize("NFD", "möte.docx"), b"tva")
    library = FolderLibrary.open(tmp_path)
    library.changes(None)
    assert sorted(library.fetch(file).data for file in library.files()) == [b"ett", b"tva"]
    fresh = FolderLibrary.open(tmp_path)
    assert sorted(fresh.fetch(file).data for file in library.files()) == [b"ett", b"tva"]


def test_a_name_in_an_old_encoding_can_be_stored_and_opened(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/m\xf6te.docx")).write_bytes(b"gammal")
    library = FolderLibrary.open(tmp_path)
    assert paths(library) == ["möte.docx"]
    assert FolderLibrary.open(tmp_path).fetch(library.files()[0]).data == b"gammal"


def test_links_to_the_folder_itself_end(tmp_path: Path) -> None:
    put(tmp_path, "Råd/a.docx", b"a")
    (tmp_path / "Råd" / "upp").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "Råd" / "runt").symlink_to(tmp_path / "Råd", target_is_directory=True)
    (tmp_path / "A före Råd").symlink_to(tmp_path / "Råd", target_is_directory=True)
    (tmp_path / "trasig.docx").symlink_to(tmp_path / "finns inte.docx")
    assert paths(FolderLibrary.open(tmp_path)) == ["Råd/a.docx"]


def test_a_linked_folder_from_elsewhere_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, "annan disk/a.docx", b"a")
    root = tmp_path / "Möten"
    root.mkdir()
    (root / "1 länk").symlink_to(tmp_path / "annan disk", target_is_directory=True)
    (root / "2 länk").symlink_to(tmp_path / "annan disk", target_is_directory=True)
    assert len(list_folder(root).files) == 1


def test_a_folder_that_may_not_be_read_is_noted_and_the_others_go_on(open_place: Path) -> None:
    put(open_place, "Hemlig/a.docx", b"a")
    put(open_place, "Öppen/b.docx", b"b")
    with as_ordinary_user():
        library = FolderLibrary.open(open_place, read_only=True)
        first = library.changes(None)
    (open_place / "Hemlig").chmod(0)
    put(open_place, "Öppen/b.docx", b"b, rettad")
    with as_ordinary_user():
        second = library.changes(first.cursor)
        notes = library.notes
    (open_place / "Hemlig").chmod(0o755)
    with as_ordinary_user():
        third = library.changes(second.cursor)
    assert told(second) == [(ChangeKind.CHANGED, "Öppen/b.docx")]
    assert notes == ("”Hemlig” kunde inte läsas: rätt saknas, eller så svarar inte disken.",)
    assert (third.changes, library.notes) == ((), ())


def test_a_file_that_may_not_be_read_is_told_and_its_fetch_says_why(open_place: Path) -> None:
    place = put(open_place, "a.docx", b"a")
    place.chmod(0)
    with as_ordinary_user():
        library = FolderLibrary.open(open_place, read_only=True)
        first = library.changes(None)
        (change,) = first.changes
        assert change.version == ""
        assert change.file
        with pytest.raises(errors.Locked, match="öppen i ett annat program, eller så saknas rätt"):
            library.fetch(change.file)
        assert library.changes(first.cursor).changes == ()
    place.chmod(0o644)
    with as_ordinary_user():
        (readable,) = library.changes(first.cursor).changes
    assert (readable.kind, readable.file) == (ChangeKind.CHANGED, change.file)


def test_a_folder_that_lists_names_but_not_files_loses_nothing(open_place: Path) -> None:
    put(open_place, "Råd/a.docx", b"a")
    with as_ordinary_user():
        library = FolderLibrary.open(open_place, read_only=True)
        first = library.changes(None)
    (open_place / "Råd").chmod(0o444)
    with as_ordinary_user():
        assert library.changes(first.cursor).changes == ()
        assert len(library.notes) == 1


def test_a_root_that_is_gone_is_no_access(tmp_path: Path) -> None:
    root = tmp_path / "Möten"
    put(root, "a.docx", b"a")
    library = FolderLibrary.open(root, state_dir=tmp_path / "minne")
    file = the_file(library, "a.docx")
    rename(tmp_path, "Möten", "bortkopplad")
    with pytest.raises(errors.NoAccess, match="Mappen"):
        library.changes(None)
    with pytest.raises(errors.NoAccess, match="Mappen"):
        library.fetch(file)


def test_a_disk_that_is_not_there_deletes_nothing(tmp_path: Path) -> None:
    root = tmp_path / "Möten"
    for number in range(5):
        put(root, f"{number}.docx", b"%d" % number)
    library = FolderLibrary.open(root, state_dir=tmp_path / "minne")
    cursor = library.changes(None).cursor
    rename(tmp_path, "Möten", "bortkopplad")
    root.mkdir()
    with pytest.raises(errors.NoAccess, match="helt tom"):
        library.changes(cursor)


def test_a_folder_that_does_not_exist_is_bad_usage(tmp_path: Path) -> None:
    with pytest.raises(errors.BadUsage, match="finns inte"):
        FolderLibrary.open(tmp_path / "nej")
    with pytest.raises(errors.BadUsage, match="finns inte"):
        FolderLibrary.open(put(tmp_path, "a.docx", b"a"))


def test_a_path_that_leads_out_is_not_fetched(tmp_path: Path) -> None:
    root = tmp_path / "Möten"
    root.mkdir()
    put(tmp_path, "ute.docx", b"ute")
    library = FolderLibrary.open(root)
    file = LibraryFile("x", "../ute.docx")
    with pytest.raises(errors.BadUsage):
        library.fetch(file)

"""Where drafts are written, and how."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from functions import errors
from functions.library.folder import FolderLibrary
from functions.library.folder_listing import find_real
from functions.model.library import Council, WriteResult
from tests.library.awkward import sha256
from tests.library.folders import put, traces

FOLDER = "Förslag till dagordning"
DRAFT = f"{FOLDER}/2026-04-27 Förslag.docx"


def test_the_draft_folder_comes_with_the_first_draft(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path)
    assert not (tmp_path / FOLDER).exists()
    library.put_draft(DRAFT, b"ett", expected=None)
    assert [place.name for place in (tmp_path / FOLDER).iterdir()] == ["2026-04-27 Förslag.docx"]
    assert (tmp_path / DRAFT).read_bytes() == b"ett"


def test_the_draft_folder_may_have_another_name_and_lie_deeper(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path, draft_folder="Råd/Dagordningar")
    assert library.put_draft("Råd/Dagordningar/2026/a.docx", b"ett", expected=None) is WriteResult.WRITTEN
    assert (tmp_path / "Råd/Dagordningar/2026/a.docx").read_bytes() == b"ett"
    with pytest.raises(errors.BadUsage):
        library.put_draft(DRAFT, b"ett", expected=None)


def test_a_draft_folder_made_by_a_mac_is_used_as_it_is(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", FOLDER)).mkdir()
    library = FolderLibrary.open(tmp_path)
    library.put_draft(DRAFT, b"ett", expected=None)
    assert len([place for place in tmp_path.iterdir() if place.is_dir()]) == 1
    assert find_real(tmp_path, DRAFT).read_bytes() == b"ett"


def test_identical_bytes_are_not_written_again(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path)
    library.put_draft(DRAFT, b"ett", expected=None)
    before = traces(tmp_path)
    assert library.put_draft(DRAFT, b"ett", expected=sha256(b"ett")) is WriteResult.WRITTEN
    assert library.put_draft(DRAFT, b"ett", expected=None) is WriteResult.WRITTEN
    assert traces(tmp_path) == before


def test_a_draft_that_was_taken_back_to_an_older_one_of_ours_is_ours(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path)
    library.put_draft(DRAFT, b"ett", expected=None)
    library.put_draft(DRAFT, b"tva", expected=sha256(b"ett"))
    put(tmp_path, DRAFT, b"ett")
    draft = library.draft(DRAFT)
    assert draft and draft.ours == draft.sha256 == sha256(b"ett")


def test_what_we_wrote_last_counts_though_we_wrote_it_before(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path)
    for before, now in ((None, b"ett"), (b"ett", b"tva"), (b"tva", b"ett")):
        library.put_draft(DRAFT, now, expected=sha256(before) if before else None)
    put(tmp_path, DRAFT, b"rettad")
    draft = library.draft(DRAFT)
    assert draft and draft.ours == sha256(b"ett")


def test_a_crash_before_the_file_was_replaced_leaves_the_old_draft_ours(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path)
    library.put_draft(DRAFT, b"ett", expected=None)
    with library.database.writing() as connection:  # the state of a run killed after it remembered, before it replaced
        connection.execute("INSERT INTO drafts (path, sha256) VALUES (?, ?)", (DRAFT, sha256(b"tva")))
    put(tmp_path, f"{FOLDER}/~$0123456789ab-1.dagordning.tmp", b"half")
    draft = library.draft(DRAFT)
    assert draft and draft.ours == draft.sha256 == sha256(b"ett")
    assert library.changes(None).changes == ()
    assert library.put_draft(DRAFT, b"tva", expected=draft.sha256) is WriteResult.WRITTEN


def test_what_a_killed_run_left_is_in_nobodys_way(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path)
    for name in ("~$0123456789ab-77.dagordning.tmp", "~$min egen.dagordning.tmp"):
        os.utime(put(tmp_path, f"{FOLDER}/{name}", b"half"), (1_000_000_000, 1_000_000_000))
    put(tmp_path, f"{FOLDER}/~$0123456789ab-78.dagordning.tmp", b"being written by another run")
    assert library.put_draft(DRAFT, b"ett", expected=None) is WriteResult.WRITTEN
    there = sorted(place.name for place in (tmp_path / FOLDER).iterdir())
    assert there == ["2026-04-27 Förslag.docx", "~$0123456789ab-78.dagordning.tmp", "~$min egen.dagordning.tmp"]


@pytest.mark.parametrize("lock", ["~$26-04-27 Förslag.docx", ".~lock.2026-04-27 Förslag.docx#"])
def test_a_draft_that_is_open_in_word_is_left_alone(tmp_path: Path, lock: str) -> None:
    library = FolderLibrary.open(tmp_path)
    library.put_draft(DRAFT, b"ett", expected=None)
    put(tmp_path, f"{FOLDER}/{lock}", b"Malin")
    assert library.put_draft(DRAFT, b"tva", expected=sha256(b"ett")) is WriteResult.LOCKED
    assert (tmp_path / DRAFT).read_bytes() == b"ett"
    (tmp_path / FOLDER / lock).unlink()
    assert library.put_draft(DRAFT, b"tva", expected=sha256(b"ett")) is WriteResult.WRITTEN


@pytest.mark.parametrize(
    "path",
    [
        f"{FOLDER}/../a.docx",
        f"{FOLDER}/./a.docx",
        f"{FOLDER}//a.docx",
        f"{FOLDER}/",
        f"/{FOLDER}/a.docx",
        f"{FOLDER}/..\\a.docx",
        f"{FOLDER}/a.docx:gömd",
        f"{FOLDER}/con.docx",
        f"{FOLDER}/a.docx.",
        f"{FOLDER}/a\n.docx",
        f"{FOLDER}/~$a.docx",
        "",
    ],
)
def test_a_path_that_leads_elsewhere_or_fits_no_disk_is_refused(tmp_path: Path, path: str) -> None:
    library = FolderLibrary.open(tmp_path)
    for act in (lambda: library.put_draft(path, b"ett", expected=None), lambda: library.draft(path)):
        with pytest.raises(errors.BadUsage):
            act()
    assert list(tmp_path.iterdir()) == []


def test_a_link_in_the_draft_folder_leads_nowhere(tmp_path: Path) -> None:
    minutes = put(tmp_path, "Råd/anteckning.docx", b"orort")
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "länk").symlink_to(tmp_path / "Råd", target_is_directory=True)
    library = FolderLibrary.open(tmp_path)
    with pytest.raises(errors.NoAccess, match="länk till en annan plats"):
        library.put_draft(f"{FOLDER}/länk/ny.docx", b"ett", expected=None)
    with pytest.raises(errors.NoAccess, match="länk till en annan plats"):
        library.put_draft(f"{FOLDER}/länk/anteckning.docx", b"ett", expected=sha256(b"orort"))
    assert [place.name for place in (tmp_path / "Råd").iterdir()] == [minutes.name]
    assert minutes.read_bytes() == b"orort"


def test_a_draft_that_is_a_link_to_minutes_never_changes_the_minutes(tmp_path: Path) -> None:
    minutes = put(tmp_path, "Råd/anteckning.docx", b"orort")
    (tmp_path / FOLDER).mkdir()
    (tmp_path / DRAFT).symlink_to(minutes)
    FolderLibrary.open(tmp_path).put_draft(DRAFT, b"ett", expected=sha256(b"orort"))
    assert minutes.read_bytes() == b"orort"


def test_a_hard_link_to_minutes_never_changes_the_minutes(tmp_path: Path) -> None:
    minutes = put(tmp_path, "Råd/anteckning.docx", b"orort")
    (tmp_path / FOLDER).mkdir()
    os.link(minutes, tmp_path / DRAFT)
    FolderLibrary.open(tmp_path).put_draft(DRAFT, b"ett", expected=sha256(b"orort"))
    assert minutes.read_bytes() == b"orort"


def test_a_folder_by_the_drafts_name_is_a_conflict(tmp_path: Path) -> None:
    (tmp_path / DRAFT).mkdir(parents=True)
    assert FolderLibrary.open(tmp_path).put_draft(DRAFT, b"ett", expected=None) is WriteResult.CONFLICT


def test_templates_are_found_with_the_council_they_are_named_after(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path)
    library.put_council(Council(key="barn", names=("Samordningsråd barn", "SR Barn")))
    library.put_council(Council(key="barnkirurgi", names=("Samordningsråd barn och kirurgi",)))
    for name in ("Mall.docx", "SAMORDNINGSRÅD_BARN 2026.docx", "Mall Samordningsråd barn och kirurgi.docx", "Barnens mall.docx"):
        put(tmp_path, f"Mallar för dagordning/{name}", name.encode())
    for name in ("~$Mall.docx", "läs mig.txt", ".dold.docx", "Gammalt/Mall.docx"):
        put(tmp_path, f"Mallar för dagordning/{name}", b"no")
    assert {template.name: template.council for template in library.templates()} == {
        "Mall.docx": None,
        "SAMORDNINGSRÅD_BARN 2026.docx": "barn",
        "Mall Samordningsråd barn och kirurgi.docx": "barnkirurgi",
        "Barnens mall.docx": None,
    }
    assert library.templates()[0].data == library.templates()[0].name.encode()


def test_a_template_named_after_two_councils_is_for_neither(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path)
    for key in ("ett", "tva"):
        library.put_council(Council(key=key, names=("Rådet",)))
    put(tmp_path, "Mallar för dagordning/Rådet.docx", b"m")
    assert [template.council for template in library.templates()] == [None]


def test_people_are_called_what_the_list_says(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path)
    library.put_council(Council(key="radet", names=("Rådet",)))
    library.put_person("Helena Ek", called="Helena", initials="HE", editor="Malin")
    library.put_person("Helena Lind", called="Helena", council="Rådet", editor="Malin")
    library.put_person("Maria Gran", initials="MG", council="annat", editor="Malin")
    library.put_person("Mats Gren", initials="MG", council="annat", editor="Malin")
    assert dict(library.people("radet")) == {"Helena": "Helena Lind", "HE": "Helena Ek"}
    assert dict(library.people("annat")) == {"Helena": "Helena Ek", "HE": "Helena Ek"}
    assert len(library.rows("Namn och initialer")) == 4

"""Cells beside a file in SharePoint: never over a person, known as our own when they come round, and never said to be written when they were not."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest

from functions import errors
from functions.library.sharepoint.cells import fit, from_wire, same_cell, to_form
from functions.library.sharepoint.columns import complaint
from functions.library.sharepoint.library import is_signed
from functions.library.sharepoint.wire import Answer, Ask
from functions.library.watched import Hints
from functions.model.library import ChangeKind, LibraryFile, WriteResult
from functions.model.schema import FieldSpec, FieldType
from tests.library.sharepoint_world import Place, place, told
from tests.sharepoint.emulator import Emulator, Fault

TEXT = "<w:document><w:t>Hej</w:t></w:document>"


def word(text: str = TEXT, *, signed: bool = False) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", "<Types></Types>")
        package.writestr("_rels/.rels", "<Relationships></Relationships>")
        package.writestr("word/document.xml", text)
        if signed:
            package.writestr("_xmlsignatures/origin.sigs", "")
    return made.getvalue()


@pytest.fixture(params=[False, True], ids=["with versions", "without"])
def here(request: pytest.FixtureRequest) -> Iterator[Place]:
    with place(emulator=Emulator(validate_honours_if_match=True), versionless=request.param) as made:
        made.files.put("Råd/a.docx", word())
        yield made


def the_file(here: Place) -> LibraryFile:
    return next(change.file for change in here.library.changes(None).changes if change.file)


def write(here: Place, file: LibraryFile, **values: object) -> WriteResult:
    return here.library.write_columns(file, values, etag=here.library.columns(file).etag)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["locked", "checked_out"])
def test_a_held_file_is_told_as_locked_and_nothing_is_written(here: Place, kind: str) -> None:
    file = the_file(here)
    here.site.faults.add(Fault(kind, path=r"items", method=None, times=1, skip=0))
    here.site.faults.clear()
    here.files.lock("Råd/a.docx") if kind == "locked" else here.files.check_out("Råd/a.docx")
    assert write(here, file, DgCouncil="Rådet") is WriteResult.LOCKED
    assert here.files.cell("Råd/a.docx", "DgCouncil") is None
    here.files.unlock("Råd/a.docx") if kind == "locked" else here.files.check_in("Råd/a.docx")
    here.library.begin()
    assert write(here, file, DgCouncil="Rådet") is WriteResult.WRITTEN


@pytest.mark.parametrize("kind", ["conflict", "stale"])
def test_somebody_elses_write_in_between_is_a_conflict(here: Place, kind: str) -> None:
    file = the_file(here)
    etag = here.library.columns(file).etag
    here.site.faults.add(Fault(kind, method="MERGE", path=r"items"))
    here.site.faults.add(Fault(kind, path="ValidateUpdateListItem"))
    assert here.library.write_columns(file, {"DgCouncil": "Rådet"}, etag=etag) is WriteResult.CONFLICT


def test_a_write_that_sharepoint_only_says_it_did_is_told_as_ignored(here: Place) -> None:
    file = the_file(here)
    here.site.faults.add(Fault("ignored_write", method="MERGE", path="items"))
    here.site.faults.add(Fault("ignored_write", path="ValidateUpdateListItem"))
    assert write(here, file, DgCouncil="Rådet") is WriteResult.IGNORED
    assert dict(here.library.columns(file).values) == {}
    assert write(here, file, DgCouncil="Rådet") is WriteResult.WRITTEN


def test_a_complaint_with_status_200_is_not_taken_for_a_write() -> None:
    with place(emulator=Emulator(validate_honours_if_match=True), versionless=True) as here:
        here.files.put("a.docx", word())
        file = the_file(here)
        here.site.faults.add(Fault("has_exception", path="ValidateUpdateListItem"))
        with pytest.raises(errors.NoAccess, match="skrev inte kolumnerna"):
            write(here, file, DgCouncil="Rådet")
        assert here.files.cell("a.docx", "DgCouncil") is None


def test_writing_without_a_version_leaves_the_versions_alone() -> None:
    with place(emulator=Emulator(validate_honours_if_match=True), versionless=True) as here:
        here.files.put("a.docx", word())
        before = len(here.files.versions("a.docx"))
        values = {"DgCouncil": "Rådet", "DgMeetingDate": "2026-03-19", "DgOpenItems": 3, "DgOnline": True, "DgState": "Klar"}
        assert write(here, the_file(here), **values) is WriteResult.WRITTEN
        assert len(here.files.versions("a.docx")) == before
        here.library.begin()
        assert dict(here.library.columns(the_file(here)).values) == values


def test_where_dates_are_written_another_way_a_version_is_made_rather_than_a_wrong_day() -> None:
    with place(emulator=Emulator(validate_honours_if_match=True, locale=1033), versionless=True) as here:
        here.files.put("a.docx", word())
        assert write(here, the_file(here), DgMeetingDate="2026-03-04") is WriteResult.WRITTEN
        assert here.files.cell("a.docx", "DgMeetingDate") == "2026-03-04"


@pytest.mark.parametrize("zone", ["Europe/Stockholm", "UTC", "America/New_York", "Asia/Tokyo", "Pacific/Honolulu"])
def test_a_day_stays_that_day_wherever_the_site_is(zone: str) -> None:
    with place(emulator=Emulator(zone=zone)) as here:
        here.files.put("a.docx", word())
        file = the_file(here)
        assert write(here, file, DgMeetingDate="2026-03-29", DgNextMeeting="2026-10-25") is WriteResult.WRITTEN
        here.library.begin()
        assert dict(here.library.columns(file).values) == {"DgMeetingDate": "2026-03-29", "DgNextMeeting": "2026-10-25"}
        assert here.files.cell("a.docx", "DgMeetingDate") == "2026-03-29"
        here.files.set_cell("a.docx", "DgMeetingDate", "2026-06-30")
        here.library.begin()
        assert here.library.columns(file).values["DgMeetingDate"] == "2026-06-30"
    assert ZoneInfo(zone)


def test_a_text_too_long_for_its_cell_is_cut_with_a_sign_and_not_written_again(here: Place) -> None:
    file = the_file(here)
    assert write(here, file, DgPlace="Sal " * 100, DgAttendees="Åsa Ek, " * 200) is WriteResult.WRITTEN
    here.library.begin()
    values = here.library.columns(file).values
    assert str(values["DgPlace"]).endswith("…") and len(str(values["DgPlace"])) <= 255
    assert len(str(values["DgAttendees"])) > 1000
    here.trips()
    assert write(here, file, DgPlace="Sal " * 100, DgAttendees="Åsa Ek, " * 200) is WriteResult.WRITTEN
    assert here.trips() == 0


def test_our_own_write_is_told_to_nobody_and_costs_two_round_trips(here: Place) -> None:
    file = the_file(here)
    cursor = here.library.changes(None).cursor
    write(here, file, DgCouncil="Rådet", DgOpenItems=3)
    here.trips()
    changes = here.library.changes(cursor)
    assert (changes.changes, here.trips()) == ((), 2)
    assert here.library.changes(changes.cursor).changes == ()


def test_our_own_write_does_not_change_what_the_content_is_called(here: Place) -> None:
    file = the_file(here)
    first = here.library.changes(None)
    tag = here.notes.books["sharepoint-files"][file.id]
    write(here, file, DgCouncil="Rådet")
    here.library.changes(first.cursor)
    assert here.notes.books["sharepoint-files"][file.id] != tag  # SharePoint copied the column into the file, whose own mark moved
    here.library.begin()
    (change,) = here.library.look(Hints(files=(file.id,))).changes
    assert (change.version, here.library.fetch(file).version) == (first.changes[0].version, first.changes[0].version)


def test_a_persons_save_before_our_write_is_not_taken_for_our_echo(here: Place) -> None:
    file = the_file(here)
    cursor = here.library.changes(None).cursor
    here.files.put("Råd/a.docx", word(TEXT.replace("Hej", "Hej igen")))
    here.library.begin()
    write(here, file, DgCouncil="Rådet")  # by somebody who had not looked
    assert told(here.library.changes(cursor).changes) == [(ChangeKind.CHANGED, "Råd/a.docx")]


def test_a_persons_cell_between_two_writes_of_ours_is_not_taken_for_our_echo(here: Place) -> None:
    file = the_file(here)
    cursor = here.library.changes(None).cursor
    write(here, file, DgCouncil="Rådet")
    here.files.set_cell("Råd/a.docx", "DgState", "Klar")
    here.library.begin()
    write(here, file, DgOpenItems=2)
    assert told(here.library.changes(cursor).changes) == [(ChangeKind.CHANGED, "Råd/a.docx")]


def test_two_writes_of_ours_in_a_row_are_one_echo(here: Place) -> None:
    file = the_file(here)
    cursor = here.library.changes(None).cursor
    write(here, file, DgCouncil="Rådet")
    here.restart()
    write(here, file, DgOpenItems=2)
    assert here.library.changes(cursor).changes == ()


def test_an_echo_in_another_process_is_known_too(here: Place) -> None:
    file = the_file(here)
    cursor = here.library.changes(None).cursor
    write(here, file, DgCouncil="Rådet")
    assert here.restart().changes(cursor).changes == ()


def test_a_write_whose_note_was_lost_in_a_crash_is_told_once_and_changes_nothing(here: Place) -> None:
    file = the_file(here)
    cursor = here.library.changes(None).cursor
    write(here, file, DgCouncil="Rådet")
    here.notes.books.pop("sharepoint-written")
    changes = here.restart().changes(cursor)
    assert told(changes.changes) == [(ChangeKind.CHANGED, "Råd/a.docx")]
    assert here.library.changes(changes.cursor).changes == ()


def test_a_copys_cells_are_nobodys_words_and_are_all_replaced_by_the_first_write(here: Place) -> None:
    file = the_file(here)
    write(here, file, DgCouncil="Rådet", DgMeetingDate="2026-03-19", DgPlace="Sal A")
    cursor = here.library.changes(None).cursor
    here.files.copy("Råd/a.docx", "Råd/b.docx")
    (change,) = here.library.changes(cursor).changes
    assert change.kind is ChangeKind.ADDED and change.file
    assert here.files.cell("Råd/b.docx", "DgPlace") == "Sal A"
    assert dict(here.library.columns(change.file).values) == {}
    assert write(here, change.file, DgCouncil="Rådet", DgMeetingDate="2026-04-23") is WriteResult.WRITTEN
    here.library.begin()
    expected = {"DgCouncil": "Rådet", "DgMeetingDate": "2026-04-23"}
    assert dict(here.library.columns(change.file).values) == expected
    assert here.files.cell("Råd/b.docx", "DgPlace") is None
    assert here.files.cell("Råd/b.docx", "DgFileId") == change.file.id


def test_cells_that_a_saved_copy_brought_along_in_its_properties_are_nobodys_words(here: Place) -> None:
    file = the_file(here)
    write(here, file, DgCouncil="Rådet", DgMeetingDate="2026-03-19")
    cursor = here.library.changes(None).cursor
    here.files.put("Råd/sparad som.docx", here.files.data("Råd/a.docx"))
    assert here.files.cell("Råd/sparad som.docx", "DgCouncil") == "Rådet"
    (change,) = here.library.changes(cursor).changes
    assert change.file and dict(here.library.columns(change.file).values) == {}


def test_with_lists_only_nothing_is_written_beside_the_file() -> None:
    with place(lists_only=True) as here:
        here.files.put("a.docx", word())
        file = the_file(here)
        assert not here.library.writes_columns
        assert here.library.write_columns(file, {"DgCouncil": "Rådet"}, etag=here.library.columns(file).etag) is WriteResult.IGNORED
        assert here.library.fetch(file).columns_writable is False
        assert here.files.cell("a.docx", "DgCouncil") is None


def test_a_signed_file_says_that_its_columns_are_not_to_be_written(here: Place) -> None:
    here.files.put("Råd/a.docx", word(signed=True))
    assert here.library.fetch(the_file(here)).columns_writable is False
    assert is_signed(word(signed=True)) and not is_signed(word()) and not is_signed(b"_xmlsignatures/")


def test_a_file_that_is_gone_is_vanished_when_written(here: Place) -> None:
    file = the_file(here)
    etag = here.library.columns(file).etag
    here.files.delete("Råd/a.docx")
    with pytest.raises(errors.Vanished):
        here.library.write_columns(file, {"DgCouncil": "Rådet"}, etag=etag)


def test_a_missing_column_says_what_to_run(here: Place) -> None:
    file = the_file(here)
    del here.files.state.fields["DgPlace"]
    here.library.begin()
    with pytest.raises(errors.NoAccess, match="dagordning sharepoint apply"):
        here.library.columns(file)


def test_a_file_that_fewer_people_may_read_than_the_lists_is_restricted(here: Place) -> None:
    here.files.put("Råd/hemlig.docx", word())
    here.files.put("Personal/b.docx", word())
    here.files.restrict("Malin Ek", path="Råd/hemlig.docx")
    here.files.restrict("Malin Ek", path="Personal")
    found = {}
    for change in here.library.changes(None).changes:
        assert change.file
        here.library.begin()
        here.library.look(Hints(files=(change.file.id,)))
        found[change.file.path] = here.library.fetch(change.file).restricted
    assert found == {"Råd/a.docx": False, "Råd/hemlig.docx": True, "Personal/b.docx": True}


def test_where_we_may_not_see_who_reads_a_file_with_readers_of_its_own_is_restricted() -> None:
    with place(emulator=Emulator(app_role="write")) as here:
        here.files.put("Råd/a.docx", word())
        here.files.put("Personal/b.docx", word())
        here.files.restrict("Malin Ek", "Dagordning", path="Personal")
        here.files.item("Personal").grants.given.append((here.site.people.app.id, here.site.people.web_grants.given[0][1]))
        found = {}
        for change in here.library.changes(None).changes:
            assert change.file
            found[change.file.path] = here.library.fetch(change.file).restricted
        assert found == {"Råd/a.docx": False, "Personal/b.docx": True}


def test_a_complaint_that_the_file_is_held_is_told_as_locked() -> None:
    told = {"FieldName": "A", "HasException": True, "ErrorMessage": "The file is locked for shared use by x."}
    body = json.dumps({"d": {"ValidateUpdateListItem": {"results": [told]}}}).encode()
    answer = Answer(Ask("POST", "https://x"), 200, {}, body)
    assert complaint(answer, locked=True) and complaint(answer)
    other = Answer(Ask("POST", "https://x"), 200, {}, body.replace(b"locked for shared use by x", b"wrong"))
    assert not complaint(other, locked=True) and complaint(other)


def test_many_files_are_read_in_one_listing(here: Place) -> None:
    for number in range(40):
        here.files.put(f"Råd/{number}.docx", word())
    files = [change.file for change in here.library.changes(None).changes if change.file]
    here.library.begin()
    here.trips()
    assert all(here.library.columns(file).etag for file in files)
    assert here.trips() <= 5


DATE, NUMBER, LINE = FieldSpec("D", "D", FieldType.DATE), FieldSpec("N", "N", FieldType.NUMBER), FieldSpec("T", "T", FieldType.TEXT)


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        ("2026-03-18T23:00:00Z", "2026-03-19"),
        ("2026-06-18T22:00:00Z", "2026-06-19"),
        ("2026-03-19T12:00:00Z", "2026-03-19"),
        ("2026-03-19T00:00:00Z", "2026-03-19"),
        ("2026-03-19T05:00:00Z", "2026-03-19"),
        ("2026-03-19T01:00:00+01:00", "2026-03-19"),
        ("snart", "snart"),
    ],
)
def test_an_instant_is_read_as_the_day_it_stands_for(sent: str, day: str) -> None:
    assert from_wire(DATE, sent) == day


def test_values_are_compared_by_what_they_say() -> None:
    assert same_cell(1, 1.0) and not same_cell(1, True) and same_cell("a \r\n b", "a b") and same_cell("", None)
    assert fit(NUMBER, 2.0) == 2 and fit(LINE, "") is None and to_form(NUMBER, 0.5) == "0,5"

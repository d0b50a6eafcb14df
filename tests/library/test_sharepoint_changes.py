"""What happened in SharePoint: long logs, old cursors, moved folders, odd names, and everything that is no minutes of a person's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from functions.library.sharepoint.changelog import MOST
from functions.library.sharepoint.cursor import age_of, read_cursor
from functions.library.sharepoint.known import Known, Seen
from functions.library.watched import Hints
from functions.model.library import ChangeKind, ListRow
from tests.library.sharepoint_world import Place, place, told
from tests.sharepoint.emulator import Fault

ADDED, CHANGED, RENAMED, DELETED = ChangeKind.ADDED, ChangeKind.CHANGED, ChangeKind.RENAMED, ChangeKind.DELETED


@pytest.fixture
def here() -> Iterator[Place]:
    with place(demotion=False) as made:
        made.files.put("Råd/a.docx", b"a")
        yield made


def cursor_of(here: Place) -> str:
    return here.library.changes(None).cursor


def test_touched_files_cost_one_round_trip_to_find_and_one_to_look_at(here: Place) -> None:
    cursor = cursor_of(here)
    here.files.put("Råd/b.docx", b"b")
    here.library.begin()
    here.trips()
    hints = here.library.hints(cursor)
    assert (len(hints.files), hints.gap, here.trips()) == (1, False, 1)
    here.library.begin()
    assert told(here.library.look(hints).changes) == [(ADDED, "Råd/b.docx")]
    assert here.trips() == 1


def test_what_a_look_will_be_asked_for_is_there_without_another_round_trip(here: Place) -> None:
    cursor = cursor_of(here)
    here.files.put("Råd/b.docx", b"b")
    changes = here.library.changes(cursor)
    (change,) = changes.changes
    here.trips()
    assert change.file
    here.library.columns(change.file)
    here.library.councils()
    here.library.people("radet")
    here.library.events_of("")
    for title in ("Uppföljning", "Beslut i anteckningarna", "Rådens möten"):
        here.library.rows(title)
    here.library.templates()
    here.library.draft("Förslag till dagordning/2026 Förslag.docx")
    assert here.trips() == 0


def test_a_log_longer_than_a_page_is_read_to_its_end(here: Place) -> None:
    cursor = cursor_of(here)
    for number in range(3):
        here.files.put(f"Råd/{number}.docx", b"x")
    rows = here.site.list("Uppföljning")
    rows.add_row({"DgKey": "a", "Title": "Ring"})
    for number in range(MOST + 40):
        here.files.set_cell("Råd/a.docx", "DgPlace", f"Sal {number}")
    here.files.put("Råd/sist.docx", b"sist")
    changes = here.library.changes(cursor)
    assert [path for _, path in told(changes.changes)] == ["Råd/0.docx", "Råd/1.docx", "Råd/2.docx", "Råd/a.docx", "Råd/sist.docx"]
    assert here.library.changes(changes.cursor).changes == ()


def test_a_cursor_older_than_sharepoint_remembers_is_a_gap_although_it_answers_with_nothing(here: Place) -> None:
    cursor = cursor_of(here)
    here.files.put("Råd/b.docx", b"b")
    here.files.delete("Råd/a.docx")
    here.site.clock.advance(days=55)
    changes = here.library.changes(cursor)
    assert changes.gap
    assert told(changes.changes) == [(ADDED, "Råd/b.docx"), (DELETED, "Råd/a.docx")]
    assert not here.library.changes(changes.cursor).gap


def test_a_quiet_librarys_cursor_does_not_grow_old(here: Place) -> None:
    cursor = cursor_of(here)
    for _ in range(12):
        here.site.clock.advance(days=9)
        changes = here.library.changes(cursor)
        assert not changes.gap and changes.changes == ()
        cursor = changes.cursor
    tokens = read_cursor(cursor)
    assert tokens and all(age_of(token, now=here.site.clock.now()).days < 2 for token in tokens.values())


@pytest.mark.parametrize("cursor", ["", "skräp", "{}", '{"sharepoint": 2, "tokens": {}}', '{"sharepoint": 1, "tokens": {"x": "1;3"}}'])
def test_an_unreadable_cursor_is_a_gap(here: Place, cursor: str) -> None:
    changes = here.library.changes(cursor)
    assert changes.gap and told(changes.changes) == [(ADDED, "Råd/a.docx")]


def test_a_list_that_was_made_later_is_followed_from_then_on(here: Place) -> None:
    cursor = cursor_of(here)
    tokens = read_cursor(cursor)
    assert tokens
    follow_up = here.site.list("Uppföljning").id
    without = cursor.replace(f'"{follow_up}"', '"00000000-0000-4000-8000-000000000000"')
    changes = here.library.changes(without)
    assert not changes.gap and follow_up in (read_cursor(changes.cursor) or {})


@pytest.mark.parametrize("name", ["100% klart.docx", "Råd #3 & co.docx", "O'Neils möte.docx", "åäö Åsa (2) [x].docx", "plus+minus=1;2,3.docx"])
def test_any_name_is_read_fetched_written_renamed_and_deleted(here: Place, name: str) -> None:
    cursor = cursor_of(here)
    here.files.put(f"Råd/{name}", b"innehall")
    changes = here.library.changes(cursor)
    assert told(changes.changes) == [(ADDED, f"Råd/{name}")]
    file = changes.changes[0].file
    assert file and here.library.fetch(file).data == b"innehall"
    here.library.write_columns(file, {"DgCouncil": "Rådet"}, etag=here.library.columns(file).etag)
    here.files.rename(f"Råd/{name}", f"Annat/{name}")
    changes = here.library.changes(changes.cursor)
    assert told(changes.changes) == [(RENAMED, f"Annat/{name}")]
    here.files.delete(f"Annat/{name}")
    assert told(here.library.changes(changes.cursor).changes) == [(DELETED, f"Annat/{name}")]


def test_a_renamed_folder_moves_every_file_in_it(here: Place) -> None:
    here.files.put("Råd/djupt/b.docx", b"b")
    here.files.put("Annat/c.docx", b"c")
    cursor = cursor_of(here)
    here.files.rename("Råd", "Nya rådet")
    changes = here.library.changes(cursor)
    assert {change.moved_from for change in changes.changes} == {"Råd/a.docx", "Råd/djupt/b.docx"}
    assert told(changes.changes) == [(RENAMED, "Nya rådet/a.docx"), (RENAMED, "Nya rådet/djupt/b.docx")]
    assert not changes.gap
    assert here.library.changes(changes.cursor).changes == ()


def test_a_deleted_folder_takes_every_file_with_it(here: Place) -> None:
    here.files.put("Råd/djupt/b.docx", b"b")
    cursor = cursor_of(here)
    here.files.delete("Råd")
    assert sorted(told(here.library.changes(cursor).changes)) == [(DELETED, "Råd/a.docx"), (DELETED, "Råd/djupt/b.docx")]


def test_a_restored_file_is_there_again_with_its_id(here: Place) -> None:
    first = here.library.changes(None)
    here.files.delete("Råd/a.docx")
    second = here.library.changes(first.cursor)
    here.files.restore("Råd/a.docx")
    (change,) = here.library.changes(second.cursor).changes
    assert change.kind is ADDED and change.file == first.changes[0].file


@pytest.mark.parametrize(
    "path", ["~$a.docx", "Råd/~WRL0001.tmp", "Mallar för dagordning/Mall.docx", "Bild.png", ".dold/a.docx", "Råd/a.aspx", "Schema.xlsx"]
)
def test_what_is_no_minutes_of_a_persons_is_left_out(here: Place, path: str) -> None:
    cursor = cursor_of(here)
    here.files.put(path, b"x")
    assert here.library.changes(cursor).changes == ()
    assert path not in [file for _, file in told(here.library.changes(None).changes)]


def test_only_the_watched_folder_is_ours() -> None:
    with place(folder="Råden") as here:
        here.files.put("Råden/Akut/a.docx", b"a")
        here.files.put("Rådensammans/b.docx", b"b")
        here.files.put("c.docx", b"c")
        first = here.library.changes(None)
        assert told(first.changes) == [(ADDED, "Akut/a.docx")]
        here.files.put("c.docx", b"c2")
        here.files.rename("Råden/Akut/a.docx", "Arkiv/a.docx")
        assert told(here.library.changes(first.cursor).changes) == [(DELETED, "Akut/a.docx")]
        here.library.put_draft("Förslag till dagordning/x.docx", b"x", expected=None)
        assert "Råden/Förslag till dagordning/x.docx" in here.files.paths()


def test_more_files_than_a_view_may_scan_are_all_listed() -> None:
    with place(demotion=False) as here:
        here.site.threshold = 40
        for number in range(101):
            here.files.put(f"Råd/{number:03}.docx", b"x")
        first = here.library.changes(None)
        assert len(first.changes) == 101
        here.files.put("Råd/050.docx", b"y")
        assert told(here.library.changes(first.cursor).changes) == [(CHANGED, "Råd/050.docx")]


def test_a_file_deleted_between_the_log_and_the_look_is_told_as_deleted(here: Place) -> None:
    hints = Hints(files=(next(iter(here.library.changes(None).changes)).file.id,))  # type: ignore[union-attr]
    here.files.delete("Råd/a.docx")
    here.library.begin()
    assert told(here.library.look(hints).changes) == [(DELETED, "Råd/a.docx")]


def test_a_look_by_id_tells_of_the_file_again_after_a_crash(here: Place) -> None:
    identity = here.library.changes(None).changes[0].file.id  # type: ignore[union-attr]
    for _ in range(2):
        here.restart()
        (change,) = here.library.look(Hints(files=(identity, "00000000-0000-4000-8000-000000000000"))).changes
        assert change.file and change.file.id == identity and change.version


def test_a_change_that_the_log_forgot_is_found_by_the_next_whole_listing(here: Place) -> None:
    cursor = cursor_of(here)
    here.site.faults.add(Fault("missing_change", path="getchanges"))
    here.files.put("Råd/b.docx", b"b")
    lost = here.library.changes(cursor)
    whole = here.library.look(Hints(gap=True, cursor=lost.cursor))
    assert (ADDED, "Råd/b.docx") in told(whole.changes) or (CHANGED, "Råd/b.docx") in told(whole.changes)


def test_a_row_is_told_with_the_person_and_ours_is_not(here: Place) -> None:
    here.library.project_lists({"Uppföljning": [ListRow("a", {"Punkt": "Ring"}), ListRow("b", {"Punkt": "Skriv"})]})
    cursor = cursor_of(here)
    rows = here.site.list("Uppföljning")
    rows.set_row(key_field="DgKey", key="a", values={"DgStatus": "Klar"}, by="Malin Ek")
    here.library.begin()
    here.library.project_lists({"Uppföljning": [ListRow("a", {"Punkt": "Ring nu"})]})  # we write after the person
    changes = here.library.changes(cursor)
    assert [change.row for change in changes.changes] == [("Uppföljning", "a")]
    (row,) = [row for row in here.library.rows("Uppföljning") if row.key == "a"]
    assert (row.values["Status"], row.editor, row.base and row.base.get("Status")) == ("Klar", "Malin Ek", None)


def test_after_a_gap_every_row_with_a_persons_word_is_told(here: Place) -> None:
    here.library.project_lists({"Uppföljning": [ListRow(key, {"Punkt": key, "Status": "Öppen"}) for key in ("a", "b")]})
    cursor = cursor_of(here)
    here.site.list("Uppföljning").set_row(key_field="DgKey", key="b", values={"DgStatus": "Klar"}, by="Malin Ek")
    number = here.site.list("Uppföljning").add_row({"Title": "Min egen"}, by="Malin Ek")
    here.site.clock.advance(days=55)
    changes = here.library.changes(cursor)
    assert [change.row for change in changes.changes if change.row] == [("Uppföljning", "b"), ("Uppföljning", f"new:{number}")]


def test_what_was_seen_is_told_as_of_the_log_that_is_asked_for() -> None:
    known = Known(1, "v2", "t2", (Seen(5, "a.docx", "v1", "e1"), Seen(9, "b.docx", "v2", "e2")))
    assert known.before(4) is None
    assert known.before(8) == Seen(5, "a.docx", "v1", "e1")
    assert known.before(9) == known.latest == Seen(9, "b.docx", "v2", "e2")

"""What every adapter of the library port must do. A test class for an adapter inherits from LibraryContract and gives it a `world`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from functions import errors
from functions.model.events import Event, EventType, event_id
from functions.model.library import ChangeKind, Changes, ColumnValue, Council, LibraryFile, ListRow, WriteResult
from functions.model.minutes import Quote
from tests.library.awkward import sha256
from tests.library.row_contract import LIST, RowContract
from tests.library.world import World
from tests.renaming import renaming

__all__ = ["DRAFT", "LIST", "LibraryContract", "World", "opened", "told"]

DRAFT = "Förslag till dagordning/2026-04-27 Förslag till dagordning Rådet.docx"


def told(changes: Changes) -> list[tuple[ChangeKind, str]]:
    return sorted((change.kind, change.file.path) for change in changes.changes if change.file)


def opened(number: int, *, council: str = "radet") -> Event:
    return Event(
        id=event_id("opened", council, number),
        council=council,
        type=EventType.OPENED,
        key=f"rad-{number}",
        meeting="2026-03-19",
        item="4",
        file="Råd/2026-03-19.docx",
        quotes=(Quote("b7", 0, 9, "Åsa ringer"[:9]), Quote("b8", 1, 5, None)),
        data={"text": f"Åsa ringer nummer {number}", "owners": ["Åsa Ek"], "due": None, "sure": True, "weight": 1.5},
    )


class LibraryContract(RowContract):
    def file(self, world: World, path: str = "Råd/anteckning.docx", data: bytes = b"ett") -> LibraryFile:
        world.put(path, data)
        changes = world.library.changes(None)
        return next(change.file for change in changes.changes if change.file and change.file.path == path)

    # changes

    def test_the_first_listing_is_everything_and_no_gap(self, world: World) -> None:
        world.put("Råd/a.docx", b"a")
        world.put("b.pdf", b"b")
        first = world.library.changes(None)
        assert told(first) == [(ChangeKind.ADDED, "Råd/a.docx"), (ChangeKind.ADDED, "b.pdf")]
        assert not first.gap

    def test_nothing_happened_means_no_changes_and_the_same_cursor(self, world: World) -> None:
        world.put("a.docx", b"a")
        cursor = world.library.changes(None).cursor
        again = world.library.changes(cursor)
        assert (again.changes, again.cursor, again.gap) == ((), cursor, False)

    def test_an_edit_is_told_with_the_same_id_and_another_version(self, world: World) -> None:
        world.put("a.docx", b"a")
        first = world.library.changes(None)
        world.put("a.docx", b"a and more")
        (change,) = world.library.changes(first.cursor).changes
        assert change.kind is ChangeKind.CHANGED
        assert change.file == first.changes[0].file
        assert change.version != first.changes[0].version

    def test_a_move_keeps_the_id_and_tells_where_from(self, world: World) -> None:
        world.put("Råd/a.docx", b"a")
        first = world.library.changes(None)
        world.rename("Råd/a.docx", "Andra rådet/2026 a.docx")
        (change,) = world.library.changes(first.cursor).changes
        assert (change.kind, change.moved_from) == (ChangeKind.RENAMED, "Råd/a.docx")
        assert change.file == LibraryFile(first.changes[0].file.id if first.changes[0].file else "", "Andra rådet/2026 a.docx")

    def test_a_copy_is_another_file(self, world: World) -> None:
        world.put("a.docx", b"a")
        first = world.library.changes(None)
        world.put("a - Kopia.docx", b"a")
        (change,) = world.library.changes(first.cursor).changes
        assert change.kind is ChangeKind.ADDED
        assert change.file and first.changes[0].file and change.file.id != first.changes[0].file.id

    def test_a_deleted_file_is_told_once(self, world: World) -> None:
        world.put("a.docx", b"a")
        first = world.library.changes(None)
        world.delete("a.docx")
        second = world.library.changes(first.cursor)
        assert told(second) == [(ChangeKind.DELETED, "a.docx")]
        assert world.library.changes(second.cursor).changes == ()
        assert world.library.files() == ()

    def test_a_cursor_that_does_not_hold_gives_everything_and_says_so(self, world: World) -> None:
        world.put("a.docx", b"a")
        world.put("b.docx", b"b")
        lost = world.lost_cursor(world.library.changes(None).cursor)
        changes = world.library.changes(lost)
        assert changes.gap
        assert told(changes) == [(ChangeKind.ADDED, "a.docx"), (ChangeKind.ADDED, "b.docx")]
        assert not world.library.changes(changes.cursor).gap

    def test_ids_survive_a_lost_cursor(self, world: World) -> None:
        file = self.file(world, "a.docx")
        world.rename("a.docx", "b.docx")
        cursor = world.library.changes(None).cursor
        (change,) = world.library.changes(world.lost_cursor(cursor)).changes
        assert change.file == LibraryFile(file.id, "b.docx")

    def test_a_crash_in_the_middle_forgets_no_change(self, world: World) -> None:
        world.put("kvar.docx", b"kvar")
        world.put("bort.docx", b"bort")
        world.put("gammal.docx", b"flyttas")
        start = world.library.changes(None).cursor
        world.put("kvar.docx", b"kvar, rettad")
        world.put("ny.docx", b"ny")
        world.delete("bort.docx")
        world.rename("gammal.docx", "flyttad.docx")
        changes = world.library.changes(start)
        assert len(changes.changes) == 4
        for change in changes.changes:
            partial = world.library.cursor_after(changes, [change], start)
            assert set(told(changes)) - {(change.kind, change.file.path if change.file else "")} <= set(told(world.library.changes(partial)))

    def test_the_cursor_after_everything_is_the_new_one(self, world: World) -> None:
        world.put("a.docx", b"a")
        world.put("b.docx", b"b")
        changes = world.library.changes(None)
        assert world.library.cursor_after(changes, changes.changes, None) == changes.cursor
        assert told(world.library.changes(world.library.cursor_after(changes, [], None))) == told(changes)

    # fetch, files

    def test_fetch_gives_the_bytes_and_their_version(self, world: World) -> None:
        world.put("a.docx", b"\x00a\r\n")
        (change,) = world.library.changes(None).changes
        assert change.file
        fetched = world.library.fetch(change.file)
        assert (fetched.data, fetched.version) == (b"\x00a\r\n", change.version)

    def test_a_file_that_went_away_is_vanished(self, world: World) -> None:
        file = self.file(world)
        world.delete(file.path)
        with pytest.raises(errors.Vanished):
            world.library.fetch(file)

    def test_files_are_known_by_path(self, world: World) -> None:
        for path in ("b.docx", "Åsa/c.docx", "a.docx"):
            world.put(path, path.encode())
        world.library.changes(None)
        assert [file.path for file in world.library.files()] == ["a.docx", "b.docx", "Åsa/c.docx"]

    # columns

    def test_cells_are_read_as_they_were_written(self, world: World) -> None:
        file = self.file(world)
        assert dict(world.library.columns(file).values) == {}
        values: dict[str, ColumnValue] = {"DgRad": "Rådet", "DgOppna": 3, "DgLas": False, "DgAndel": 0.5, "DgDatum": "2026-03-19"}
        assert world.library.write_columns(file, values, etag=world.library.columns(file).etag) is WriteResult.WRITTEN
        assert dict(world.library.columns(file).values) == values

    def test_a_write_leaves_other_cells_alone(self, world: World) -> None:
        file = self.file(world)
        world.set_cell(file, "Ansvarig", "Lars")
        world.library.write_columns(file, {"DgOppna": 1}, etag=world.library.columns(file).etag)
        assert dict(world.library.columns(file).values) == {"Ansvarig": "Lars", "DgOppna": 1}

    def test_a_write_after_a_persons_is_a_conflict_and_changes_nothing(self, world: World) -> None:
        file = self.file(world)
        stale = world.library.columns(file).etag
        world.set_cell(file, "DgRad", "Mitt råd")
        assert world.library.write_columns(file, {"DgRad": "Rådet"}, etag=stale) is WriteResult.CONFLICT
        assert world.library.columns(file).values["DgRad"] == "Mitt råd"

    def test_an_emptied_cell_is_none(self, world: World) -> None:
        file = self.file(world)
        world.library.write_columns(file, {"DgRad": "Rådet"}, etag=world.library.columns(file).etag)
        world.set_cell(file, "DgRad", None)
        assert world.library.columns(file).values.get("DgRad") is None

    def test_writing_what_stands_there_does_not_move_the_etag(self, world: World) -> None:
        file = self.file(world)
        world.library.write_columns(file, {"DgOppna": 3}, etag=world.library.columns(file).etag)
        etag = world.library.columns(file).etag
        assert world.library.write_columns(file, {"DgOppna": 3}, etag=etag) is WriteResult.WRITTEN
        assert world.library.columns(file).etag == etag

    def test_cells_follow_a_moved_file(self, world: World) -> None:
        file = self.file(world, "a.docx")
        world.set_cell(file, "DgRad", "Mitt råd")
        cursor = world.library.changes(None).cursor
        world.rename("a.docx", "b.docx")
        (change,) = world.library.changes(cursor).changes
        assert change.file and world.library.columns(change.file).values == {"DgRad": "Mitt råd"}

    def test_writing_cells_never_touches_the_bytes(self, world: World) -> None:
        file = self.file(world, data=b"orort")
        world.library.write_columns(file, {"DgRad": "Rådet"}, etag=world.library.columns(file).etag)
        assert world.library.fetch(file).data == b"orort"

    # the log

    def test_events_come_back_whole_and_in_order(self, world: World) -> None:
        events = [opened(number) for number in (3, 1, 2)]
        assert world.library.append_events(events) == 3
        assert list(world.library.events_of("radet")) == events

    def test_an_event_is_appended_once(self, world: World) -> None:
        world.library.append_events([opened(1)])
        assert world.library.append_events([opened(1), opened(2), opened(2)]) == 1
        assert list(world.library.events_of("radet")) == [opened(1), opened(2)]
        assert world.library.append_events([]) == 0

    def test_an_event_is_never_changed(self, world: World) -> None:
        world.library.append_events([opened(1)])
        changed = Event(id=opened(1).id, council="radet", type=EventType.WITHDRAWN)
        assert world.library.append_events([changed]) == 0
        assert list(world.library.events_of("radet")) == [opened(1)]

    def test_every_council_has_its_own_log(self, world: World) -> None:
        world.library.append_events([opened(1), opened(1, council=""), opened(1, council="annat")])
        assert [event.council for event in world.library.events_of("")] == [""]
        assert [event.council for event in world.library.events_of("annat")] == ["annat"]
        assert world.library.events_of("okänt") == ()

    # what is taken out for good

    def test_a_change_is_made_in_the_log_the_rows_and_the_cells_and_nowhere_else(self, world: World) -> None:
        file = self.file(world)
        world.library.write_columns(file, {"DgRad": "Åsa Ek", "DgOppna": 3}, etag=world.library.columns(file).etag)
        world.library.append_events([opened(1), opened(2, council="annat")])
        world.library.project_lists({LIST: [ListRow("rad-1", {"Text": "Åsa Ek"}), ListRow("rad-2", {"Text": "Bo Alm"})]})
        assert world.library.rewrite(renaming("Åsa Ek", "Åsa Alm")) == ()
        assert [event.data["owners"] for council in ("radet", "annat") for event in world.library.events_of(council)] == [["Åsa Alm"], ["Åsa Alm"]]
        assert world.library.events_of("radet")[0].id == opened(1).id
        rows = {row.key: (row.values["Text"], (row.base or {})["Text"]) for row in world.library.rows(LIST)}
        assert rows == {"rad-1": ("Åsa Alm", "Åsa Alm"), "rad-2": ("Bo Alm", "Bo Alm")}
        assert dict(world.library.columns(file).values) == {"DgRad": "Åsa Alm", "DgOppna": 3}
        assert world.library.fetch(file).data == b"ett"

    def test_a_change_makes_nobodys_word_ours_and_ours_nobodys(self, world: World) -> None:
        world.library.project_lists({LIST: [ListRow("rad-1", {"Text": "Åsa Ek", "Möten": 1})]})
        world.set_row(LIST, "rad-1", {"Text": "Åsa Ek, Bo Alm"})
        world.library.rewrite(renaming("Åsa Ek", "Åsa Alm"))
        world.library.project_lists({LIST: [ListRow("rad-1", {"Text": "Cia Dahl", "Möten": 2})]})
        (row,) = world.library.rows(LIST)
        assert (row.values["Text"], row.values["Möten"]) == ("Åsa Alm, Bo Alm", 2)

    def test_events_are_taken_out_and_changed_by_id_and_what_is_added_comes_after(self, world: World) -> None:
        world.library.append_events([opened(1), opened(2)])
        world.library.append_events([opened(3), opened(1, council="annat")])
        shorter = replace(opened(3), data={})
        world.library.erase(events=[opened(1).id], instead={shorter.id: shorter}, add=[opened(4)], rows={})
        assert list(world.library.events_of("radet")) == [opened(2), shorter, opened(4)]
        assert list(world.library.events_of("annat")) == [opened(1, council="annat")]
        assert world.library.append_events([opened(4), opened(5)]) == 1

    def test_a_row_that_is_taken_out_is_nobodys_deletion_and_can_come_back(self, world: World) -> None:
        row = ListRow("rad-1", {"Text": "Åsa ringer"})
        world.library.project_lists({LIST: [row, ListRow("rad-2", {"Text": "Bo ringer"})]})
        cursor = world.library.changes(None).cursor
        world.library.erase(events=[], instead={}, add=[], rows={LIST: ["rad-1", "rad-9"]})
        assert [row.key for row in world.library.rows(LIST)] == ["rad-2"]
        assert [change.row for change in world.library.changes(cursor).changes if change.row] == []
        world.library.project_lists({LIST: [row]})
        assert [row.key for row in world.library.rows(LIST)] == ["rad-1", "rad-2"]

    def test_taking_out_the_same_again_changes_nothing(self, world: World) -> None:
        world.library.append_events([opened(1), opened(2)])
        world.library.project_lists({LIST: [ListRow("rad-1", {"Text": "Åsa ringer"})]})
        for _ in range(2):
            world.library.erase(events=[opened(1).id], instead={}, add=[opened(3)], rows={LIST: ["rad-1"]})
        assert list(world.library.events_of("radet")) == [opened(2), opened(3)]
        assert world.library.rows(LIST) == ()

    # drafts

    def test_a_draft_is_written_and_told_to_be_ours(self, world: World) -> None:
        assert world.library.draft(DRAFT) is None
        assert world.library.put_draft(DRAFT, b"ett", expected=None) is WriteResult.WRITTEN
        draft = world.library.draft(DRAFT)
        assert draft and (draft.path, draft.sha256, draft.ours, draft.data) == (DRAFT, sha256(b"ett"), sha256(b"ett"), b"ett")

    def test_a_draft_is_rewritten_only_over_what_was_expected(self, world: World) -> None:
        world.library.put_draft(DRAFT, b"ett", expected=None)
        assert world.library.put_draft(DRAFT, b"tva", expected=None) is WriteResult.CONFLICT
        assert world.library.put_draft(DRAFT, b"tva", expected=sha256(b"annat")) is WriteResult.CONFLICT
        assert world.library.put_draft(DRAFT, b"tva", expected=sha256(b"ett")) is WriteResult.WRITTEN
        draft = world.library.draft(DRAFT)
        assert draft and draft.data == b"tva"

    def test_an_edited_draft_shows_that_it_was_edited(self, world: World) -> None:
        world.library.put_draft(DRAFT, b"ett", expected=None)
        world.put(DRAFT, b"ett, rettad")
        draft = world.library.draft(DRAFT)
        assert draft and (draft.sha256, draft.ours) == (sha256(b"ett, rettad"), sha256(b"ett"))

    def test_a_persons_file_in_the_draft_folder_is_never_ours(self, world: World) -> None:
        world.put(DRAFT, b"min egen")
        draft = world.library.draft(DRAFT)
        assert draft and draft.ours is None
        assert world.library.put_draft(DRAFT, b"ett", expected=None) is WriteResult.CONFLICT
        draft = world.library.draft(DRAFT)
        assert draft and draft.data == b"min egen"

    def test_our_draft_is_no_change_until_somebody_edits_it(self, world: World) -> None:
        cursor = world.library.changes(None).cursor
        world.library.put_draft(DRAFT, b"ett", expected=None)
        changes = world.library.changes(cursor)
        assert changes.changes == ()
        world.put(DRAFT, b"ett, rettad")
        edited = world.library.changes(changes.cursor)
        assert [path for _, path in told(edited)] == [DRAFT]

    @pytest.mark.parametrize(
        "path",
        [
            "anteckning.docx",
            "Förslag till dagordning/../Råd/anteckning.docx",
            "Förslag till dagordning",
            "../ute.docx",
            "Förslag till dagordning 2/a.docx",
        ],
    )
    def test_a_draft_is_written_nowhere_else(self, world: World, path: str) -> None:
        with pytest.raises(errors.BadUsage):
            world.library.put_draft(path, b"ett", expected=None)

    def test_a_draft_is_moved_with_what_is_known_of_it(self, world: World) -> None:
        moved = DRAFT.replace("2026-04-27", "2026-05-04")
        world.library.put_draft(DRAFT, b"ett", expected=None)
        assert world.library.move_draft(DRAFT, moved, expected=sha256(b"annat")) is WriteResult.CONFLICT
        assert world.library.move_draft(DRAFT, moved, expected=sha256(b"ett")) is WriteResult.WRITTEN
        assert world.library.draft(DRAFT) is None
        draft = world.library.draft(moved)
        assert draft and (draft.sha256, draft.ours, draft.data) == (sha256(b"ett"), sha256(b"ett"), b"ett")
        world.put(moved, b"ett, rettad")
        edited = world.library.draft(moved)
        assert edited and (edited.sha256, edited.ours) == (sha256(b"ett, rettad"), sha256(b"ett"))

    def test_a_draft_is_moved_over_no_other_file(self, world: World) -> None:
        taken = DRAFT.replace("2026-04-27", "2026-05-04")
        world.library.put_draft(DRAFT, b"ett", expected=None)
        world.put(taken, b"min egen")
        assert world.library.move_draft(DRAFT, taken, expected=sha256(b"ett")) is WriteResult.CONFLICT
        first, second = world.library.draft(DRAFT), world.library.draft(taken)
        assert first and second and (first.data, second.data) == (b"ett", b"min egen")

    def test_a_draft_is_removed_only_as_it_is_expected(self, world: World) -> None:
        world.library.put_draft(DRAFT, b"ett", expected=None)
        assert world.library.remove_draft(DRAFT, expected=sha256(b"annat")) is WriteResult.CONFLICT
        assert world.library.remove_draft(DRAFT, expected=sha256(b"ett")) is WriteResult.WRITTEN
        assert world.library.draft(DRAFT) is None
        assert world.library.remove_draft(DRAFT, expected=sha256(b"ett")) is WriteResult.WRITTEN
        assert world.library.put_draft(DRAFT, b"igen", expected=None) is WriteResult.WRITTEN

    # councils

    def test_councils_are_kept_by_key_with_all_settings(self, world: World) -> None:
        second = Council(
            key="b",
            names=("Råd B", "RB"),
            folder="B",
            secretary="Åsa Ek",
            days_before=14,
            start_date="2026-01-01",
            aliases={"AE": "Åsa Ek"},
            fixed_points="Öppnande\nÖvriga frågor",
            year_wheel="november: budget",
        )
        first = Council(key="a", names=("Råd A",), paused=True, quiet_weeks=(1, 27, 28, 29, 52))
        world.library.put_council(second)
        world.library.put_council(first)
        assert world.library.councils() == (first, second)

    def test_a_councils_settings_can_be_changed(self, world: World) -> None:
        world.library.put_council(Council(key="a", names=("Råd A",)))
        world.library.put_council(Council(key="a", names=("Råd A", "A-rådet"), template="a.docx"))
        assert world.library.councils() == (Council(key="a", names=("Råd A", "A-rådet"), template="a.docx"),)

    def test_nobody_is_known_by_another_name_at_first(self, world: World) -> None:
        assert dict(world.library.people("radet")) == {}
        assert world.library.templates() == ()

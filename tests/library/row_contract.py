"""What every adapter of the library port must do with the rows of lists; part of the contract of tests/library/contract.py."""

from __future__ import annotations

import pytest

from functions.model.library import Change, ChangeKind, ListRow
from tests.library.world import World

LIST = "Uppföljning"


class RowContract:
    @pytest.fixture
    def world(self) -> World:
        raise NotImplementedError

    def test_rows_are_projected_and_only_differences_are_written(self, world: World) -> None:
        rows = [ListRow("b", {"Text": "Ring Åsa", "Möten": 2}), ListRow("a", {"Text": "Skriv", "Möten": 1})]
        assert world.library.project_lists({LIST: rows}) == 4
        assert world.library.project_lists({LIST: rows}) == 0
        assert world.library.project_lists({LIST: [ListRow("a", {"Text": "Skriv", "Möten": 2})]}) == 1
        assert [(row.key, dict(row.values)) for row in world.library.rows(LIST)] == [
            ("a", {"Text": "Skriv", "Möten": 2}),
            ("b", {"Text": "Ring Åsa", "Möten": 2}),
        ]

    def test_peoples_own_columns_stay_when_rows_are_projected(self, world: World) -> None:
        world.library.project_lists({LIST: [ListRow("a", {"Text": "Skriv"})]})
        world.set_row(LIST, "a", {"Egen anteckning": "glöm inte"})
        world.library.project_lists({LIST: [ListRow("a", {"Text": "Skriv nu"})]})
        assert dict(world.library.rows(LIST)[0].values) == {"Text": "Skriv nu", "Egen anteckning": "glöm inte"}

    def test_a_row_tells_who_wrote_it_last(self, world: World) -> None:
        world.library.project_lists({LIST: [ListRow("a", {"Text": "Skriv"})]})
        (ours,) = world.library.rows(LIST)
        world.set_row(LIST, "a", {"Text": "Skriv klart"})
        (theirs,) = world.library.rows(LIST)
        assert (ours.editor, theirs.editor) == (None, "Malin Ek")
        assert ours.etag != theirs.etag

    def test_a_persons_edit_of_a_row_is_a_change_and_ours_is_none(self, world: World) -> None:
        world.put("a.docx", b"a")
        cursor = world.library.changes(None).cursor
        world.library.project_lists({LIST: [ListRow("a", {"Text": "Skriv"}), ListRow("b", {"Text": "Ring"})]})
        assert world.library.changes(cursor).changes == ()
        world.set_row(LIST, "a", {"Status": "Klar"})
        world.set_row(LIST, "a", {"Status": "Öppen"})
        world.delete_row(LIST, "b")
        changes = world.library.changes(cursor)
        assert [(change.kind, change.row) for change in changes.changes] == [(ChangeKind.ROW, (LIST, "a")), (ChangeKind.ROW, (LIST, "b"))]
        assert world.library.changes(changes.cursor).changes == ()
        assert [row.key for row in world.library.rows(LIST)] == ["a"]

    def test_a_crash_in_the_middle_forgets_no_edited_row(self, world: World) -> None:
        cursor = world.library.changes(None).cursor
        world.set_row(LIST, "a", {"Status": "Klar"})
        world.set_row(LIST, "b", {"Status": "Klar"})
        world.put("ny.docx", b"ny")
        changes = world.library.changes(cursor)
        for change in changes.changes:
            left: set[Change] = set(changes.changes) - {change}
            assert left <= set(world.library.changes(world.library.cursor_after(changes, [change], cursor)).changes)

    def test_a_row_tells_what_we_wrote_last_column_by_column(self, world: World) -> None:
        world.library.project_lists({LIST: [ListRow("a", {"Text": "Skriv", "Status": "Öppen"})]})
        world.set_row(LIST, "a", {"Status": "Klar"})
        (row,) = world.library.rows(LIST)
        assert (row.values["Status"], row.base) == ("Klar", {"Text": "Skriv", "Status": "Öppen"})
        world.library.project_lists({LIST: [ListRow("a", {"Text": "Skriv nu"})]})
        assert world.library.rows(LIST)[0].base == {"Text": "Skriv nu", "Status": "Öppen"}

    def test_a_row_that_a_person_adds_was_never_ours(self, world: World) -> None:
        key = world.add_row(LIST, {"Text": "Min egen"})
        (row,) = world.library.rows(LIST)
        assert (row.key, row.base, row.editor) == (key, None, "Malin Ek")

    def test_a_cell_that_a_person_changed_is_left_alone_until_we_agree(self, world: World) -> None:
        world.library.project_lists({LIST: [ListRow("a", {"Text": "Skriv", "Status": "Öppen", "Ansvarig": "Åsa Ek"})]})
        world.set_row(LIST, "a", {"Status": "Klar", "Ansvarig": None})
        assert world.library.project_lists({LIST: [ListRow("a", {"Text": "Skriv nu", "Status": "Verkar klar", "Ansvarig": "Bo Alm"})]}) == 1
        (row,) = world.library.rows(LIST)
        assert (row.values["Text"], row.values["Status"], row.values.get("Ansvarig")) == ("Skriv nu", "Klar", None)
        assert world.library.project_lists({LIST: [ListRow("a", {"Status": "Klar", "Ansvarig": None})]}) == 0
        assert world.library.project_lists({LIST: [ListRow("a", {"Status": "Öppen", "Ansvarig": "Bo Alm"})]}) == 2

    def test_a_row_that_a_person_deleted_is_not_made_again(self, world: World) -> None:
        rows = [ListRow("a", {"Text": "Skriv"}), ListRow("b", {"Text": "Ring"})]
        world.library.project_lists({LIST: rows})
        world.delete_row(LIST, "a")
        world.library.project_lists({LIST: [*rows, ListRow("c", {"Text": "Mejla"})]})
        assert [row.key for row in world.library.rows(LIST)] == ["b", "c"]

    def test_an_added_row_is_told_by_its_own_key_and_can_be_written_under_it(self, world: World) -> None:
        cursor = world.library.changes(None).cursor
        key = world.add_row(LIST, {"Text": "Min egen"})
        assert [change.row for change in world.library.changes(cursor).changes] == [(LIST, key)]
        assert world.library.project_lists({LIST: [ListRow(key, {"Status": "Öppen"})]}) == 1
        assert [(row.key, dict(row.values)) for row in world.library.rows(LIST)] == [(key, {"Text": "Min egen", "Status": "Öppen"})]

    def test_an_adopted_row_is_the_same_row_under_our_key(self, world: World) -> None:
        temporary = world.add_row(LIST, {"Text": "Min egen"})
        world.library.adopt_row(LIST, temporary, "a")
        world.library.project_lists({LIST: [ListRow("a", {"Text": "Min egen", "Status": "Öppen"})]})
        assert [(row.key, dict(row.values)) for row in world.library.rows(LIST)] == [("a", {"Text": "Min egen", "Status": "Öppen"})]
        cursor = world.library.changes(None).cursor
        world.set_row(LIST, "a", {"Status": "Klar"})
        assert [change.row for change in world.library.changes(cursor).changes] == [(LIST, "a")]

    def test_what_we_wrote_in_an_added_row_is_still_ours_when_it_is_adopted(self, world: World) -> None:
        temporary = world.add_row(LIST, {"Text": "Min egen"})
        world.library.project_lists({LIST: [ListRow(temporary, {"Status": "Öppen"})]})
        world.library.adopt_row(LIST, temporary, "a")
        assert world.library.project_lists({LIST: [ListRow("a", {"Status": "Klar", "Text": "En annan"})]}) == 1
        assert dict(world.library.rows(LIST)[0].values) == {"Text": "Min egen", "Status": "Klar"}

    def test_adopting_a_row_again_or_one_that_is_gone_does_nothing(self, world: World) -> None:
        temporary = world.add_row(LIST, {"Text": "Min egen"})
        world.library.adopt_row(LIST, temporary, "a")
        world.library.adopt_row(LIST, temporary, "a")
        world.library.adopt_row(LIST, "new:999999", "b")
        assert [row.key for row in world.library.rows(LIST)] == ["a"]

    def test_a_row_that_is_ours_already_takes_the_place_of_the_added_one(self, world: World) -> None:
        world.library.project_lists({LIST: [ListRow("a", {"Text": "Vår"})]})
        temporary = world.add_row(LIST, {"Text": "Min egen"})
        world.library.adopt_row(LIST, temporary, "a")
        assert [(row.key, dict(row.values)) for row in world.library.rows(LIST)] == [("a", {"Text": "Vår"})]

    def test_adopting_a_row_is_no_change_of_a_persons(self, world: World) -> None:
        temporary = world.add_row(LIST, {"Text": "Min egen"})
        cursor = world.library.changes(None).cursor
        world.library.adopt_row(LIST, temporary, "a")
        assert world.library.changes(cursor).changes == ()

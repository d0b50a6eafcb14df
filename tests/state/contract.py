"""What every adapter of the state port must do. A test class for an adapter inherits from StateContract and gives it a `state`."""

from __future__ import annotations

import pytest

from functions import errors
from functions.state.port import BaseValues, Parked, Processed, State
from tests.renaming import renaming

OUTCOME = Processed("v1", "r1", "i1", "needs_a_look", reason="Vem är Helena?", council="radet", meeting="2026-03-19", settled=True)


class StateContract:
    @pytest.fixture
    def state(self) -> State:
        raise NotImplementedError

    def test_a_library_has_no_cursor_before_the_first_run(self, state: State) -> None:
        assert state.cursor("library") is None

    def test_each_library_has_its_own_cursor(self, state: State) -> None:
        state.store_cursor("a", "1")
        state.store_cursor("b", "2")
        state.store_cursor("a", "3")
        assert (state.cursor("a"), state.cursor("b")) == ("3", "2")

    def test_base_values_come_back_as_they_were(self, state: State) -> None:
        base = BaseValues(last={"DgRad": "Rådet", "DgOppna": 3, "DgLas": True, "DgTom": None}, earlier={"DgOppna": (1, 2), "DgRad": ("Råd",)})
        assert state.base_values("f") == BaseValues()
        state.store_base_values("f", base)
        assert state.base_values("f") == base
        assert state.base_values("other") == BaseValues()

    def test_the_ten_newest_earlier_values_are_kept(self, state: State) -> None:
        state.store_base_values("f", BaseValues(last={"DgOppna": 12}, earlier={"DgOppna": tuple(range(12))}))
        assert state.base_values("f").earlier == {"DgOppna": tuple(range(2, 12))}

    def test_how_a_file_ended_is_remembered(self, state: State) -> None:
        assert state.processed("f") is None
        state.store_processed("f", Processed("v0", "r", "i", "read"))
        state.store_processed("f", OUTCOME)
        assert state.processed("f") == OUTCOME

    def test_a_parked_file_shows_its_newest_reason(self, state: State) -> None:
        state.park(Parked("2", "b.docx", "Kunde inte läsas", "truncated"))
        state.park(Parked("1", "c.docx", "Inskannad", "scanned"))
        state.park(Parked("2", "a.docx", "Lösenord", "encrypted", attempts=2))
        assert state.parked() == (Parked("2", "a.docx", "Lösenord", "encrypted", attempts=2), Parked("1", "c.docx", "Inskannad", "scanned"))

    def test_a_file_is_taken_out_of_the_parking(self, state: State) -> None:
        state.park(Parked("1", "a.docx", "Inskannad", "scanned"))
        state.unpark("1")
        state.unpark("1")
        assert state.parked() == ()

    def test_a_forgotten_file_leaves_nothing_and_others_stay(self, state: State) -> None:
        for file in ("1", "2"):
            state.store_base_values(file, BaseValues(last={"DgRad": "Rådet"}))
            state.store_processed(file, OUTCOME)
            state.park(Parked(file, "a.docx", "Inskannad", "scanned"))
        state.forget("1")
        state.forget("never known")
        assert (state.base_values("1"), state.processed("1")) == (BaseValues(), None)
        assert (state.base_values("2").last, state.processed("2")) == ({"DgRad": "Rådet"}, OUTCOME)
        assert [entry.file for entry in state.parked()] == ["2"]

    def test_a_lease_is_held_once_and_let_go_of(self, state: State) -> None:
        with state.lease("library"):
            with state.lease("council:radet"):
                pass
            with pytest.raises(errors.Locked), state.lease("library"):
                pass
        with state.lease("library"):
            pass

    def test_a_lease_is_let_go_of_when_the_work_fails(self, state: State) -> None:
        with pytest.raises(ZeroDivisionError), state.lease("library"):
            _ = 1 / 0
        with state.lease("library"):
            pass

    def test_a_book_of_notes_is_empty_before_the_first_note(self, state: State) -> None:
        state.store_notes("files", {"a": "1"})
        assert state.notes("pending") == {}

    def test_only_the_told_entries_of_a_book_change(self, state: State) -> None:
        state.store_notes("files", {"a": "1", "b": "2", "Råd/Å#?\\x.docx": "åäö"})
        state.store_notes("files", {"a": "3", "b": None, "never": None})
        assert state.notes("files") == {"a": "3", "Råd/Å#?\\x.docx": "åäö"}
        assert "b" not in state.notes("files")

    def test_books_do_not_mix(self, state: State) -> None:
        state.store_notes("files", {"a": "1"})
        state.store_notes("fil", {"a": "2"})
        state.store_notes("files", {"a": None})
        assert (state.notes("files"), state.notes("fil")) == ({}, {"a": "2"})

    def test_an_empty_note_is_a_note(self, state: State) -> None:
        state.store_notes("files", {"": "", "a": ""})
        assert state.notes("files") == {"": "", "a": ""}

    def test_what_was_handed_out_does_not_change_when_the_book_does(self, state: State) -> None:
        state.store_notes("files", {"a": "1"})
        before = state.notes("files")
        state.store_notes("files", {"a": "2"})
        assert (before, state.notes("files")) == ({"a": "1"}, {"a": "2"})

    def test_a_note_may_be_long(self, state: State) -> None:
        text = "åäö 😀 " * 40_000
        state.store_notes("files", {"long": text, "short": "1"})
        assert state.notes("files") == {"long": text, "short": "1"}
        state.store_notes("files", {"long": "now short"})
        assert state.notes("files") == {"long": "now short", "short": "1"}

    def test_many_notes_come_back_at_once(self, state: State) -> None:
        many = {f"file {number}": str(number) for number in range(1_205)}
        state.store_notes("files", many)
        assert state.notes("files") == many

    def test_a_change_is_made_in_all_that_is_kept_but_not_where_the_library_notes_its_places(self, state: State) -> None:
        for file in ("1", "2"):
            state.store_base_values(file, BaseValues(last={"DgRad": "Helena", "DgOppna": 3}, earlier={"DgRad": ("Helena",)}))
        state.store_processed("1", OUTCOME)
        state.park(Parked("1", "a.docx", "Helena", "scanned"))
        state.store_notes("versions/rådet", {"a": '["Helena"]', "b": "Helena", "c": "3"})
        state.store_notes("sharepoint-files", {"a": '["Helena"]'})
        for _ in range(2):
            state.rewrite(renaming("Helena", "Ada"), but=["2"])
        assert state.base_values("1") == BaseValues(last={"DgRad": "Ada", "DgOppna": 3}, earlier={"DgRad": ("Ada",)})
        assert state.base_values("2").last["DgRad"] == "Helena"
        processed = state.processed("1")
        assert processed is not None
        assert (processed.reason, state.parked()[0].reason) == ("Vem är Ada?", "Ada")
        assert dict(state.notes("versions/rådet")) == {"a": '["Ada"]', "b": "Ada", "c": "3"}
        assert dict(state.notes("sharepoint-files")) == {"a": '["Helena"]'}

"""What every adapter of the state port must do. A test class for an adapter inherits from StateContract and gives it a `state`."""

from __future__ import annotations

import pytest

from functions import errors
from functions.state.port import BaseValues, Parked, Processed, State

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

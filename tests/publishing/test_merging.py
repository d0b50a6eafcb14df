"""What a person wrote stays; what is ours is kept up to date."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.model.library import ColumnValue
from functions.publishing.merging import REREAD, Merge, merge, same_value
from functions.state.port import BaseValues

Cells = Mapping[str, ColumnValue]
NOTHING = BaseValues()


def written(*values: ColumnValue) -> BaseValues:
    """The base after these values were written in DgPlace, one after another."""
    base, cells = NOTHING, {}
    for value in values:
        done = merge(cells, base=base, wanted={"DgPlace": value})
        base, cells = done.base, {**cells, **done.to_write}
    return base


def decide(cell: ColumnValue, base: BaseValues, value: ColumnValue) -> Merge:
    return merge({"DgPlace": cell}, base=base, wanted={"DgPlace": value})


def test_an_empty_cell_that_was_never_written_is_ours():
    done = decide(None, NOTHING, "Eken")
    assert (done.to_write, done.base.last, done.kept) == ({"DgPlace": "Eken"}, {"DgPlace": "Eken"}, {})


def test_a_cell_that_stands_as_we_wrote_it_is_ours():
    done = decide("Eken", written("Eken"), "Almen")
    assert (done.to_write, done.base.last, done.base.earlier) == ({"DgPlace": "Almen"}, {"DgPlace": "Almen"}, {"DgPlace": ("Eken",)})


def test_what_a_person_wrote_stays():
    done = decide("Linden", written("Eken"), "Almen")
    assert (done.to_write, done.kept, done.base) == ({}, {"DgPlace": "person_wrote"}, written("Eken"))


def test_what_stood_there_before_us_stays():
    assert decide("Linden", NOTHING, "Almen").kept == {"DgPlace": "person_wrote"}


def test_what_a_person_emptied_stays_empty():
    done = decide(None, written("Eken"), "Almen")
    assert (done.to_write, done.kept) == ({}, {"DgPlace": "person_emptied"})


def test_an_emptied_cell_is_remembered_though_we_want_it_empty_for_a_while():
    meanwhile = decide(None, written("Eken"), None)
    assert (meanwhile.to_write, decide(None, meanwhile.base, "Almen").to_write) == ({}, {})


def test_an_older_value_of_ours_that_came_back_is_written_anew():
    assert decide("Eken", written("Eken", "Almen"), "Almen").to_write == {"DgPlace": "Almen"}


def test_a_cell_that_we_emptied_is_ours():
    assert decide(None, written("Eken", None), "Almen").to_write == {"DgPlace": "Almen"}


def test_what_equals_our_value_already_becomes_ours_without_a_write():
    done = decide("Almen", NOTHING, "Almen")
    assert (done.to_write, done.base.last) == ({}, {"DgPlace": "Almen"})


def test_what_we_took_from_a_persons_cell_does_not_become_ours():
    done = merge({"DgMeetingDate": "2026-03-02"}, base=NOTHING, wanted={"DgMeetingDate": "2026-03-02"}, theirs=["DgMeetingDate"])
    assert (done.to_write, done.base) == ({}, NOTHING)


def test_columns_that_are_not_asked_about_stay():
    done = merge({"Egen": "x", "DgChair": "Asta"}, base=written("Eken"), wanted={})
    assert (done.to_write, done.base) == ({}, written("Eken"))


def test_reread_gives_every_cell_back_and_unticks_itself():
    done = merge({"DgPlace": "Linden", "DgChair": None, REREAD: True}, base=written("Eken"), wanted={"DgPlace": "Almen", "DgChair": "Asta"})
    assert (done.to_write, done.kept) == ({"DgPlace": "Almen", "DgChair": "Asta", REREAD: False}, {})


def test_a_crash_before_or_after_the_write_leaves_nothing_that_looks_like_a_persons():
    for before, after in ((None, "Eken"), ("Eken", "Almen"), ("Eken", None)):
        base = written(before) if before is not None else NOTHING
        done = decide(before, base, after)
        for cell in (before, after):
            again = decide(cell, done.intent, "Linden")
            assert again.to_write == {"DgPlace": "Linden"}, (before, after, cell)


def test_at_most_ten_earlier_values_are_remembered():
    assert written(*(str(n) for n in range(20))).earlier["DgPlace"] == tuple(str(n) for n in range(9, 19))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2026-03-02", "2026-03-02T00:00:00Z", True),
        ("2026-03-02", "2026-03-03T00:00:00Z", False),
        (3, 3.0, True),
        (3, "3", True),
        ("007", 7, False),
        (" Eken ", "Eken", True),
        ("Eken\r\nvid torget", "Eken vid torget", True),
        ("Rådet", "Ra\u030adet", True),
        ("", None, True),
        (0, None, False),
        (True, 1, False),
        (False, 0, False),
        ("Eken", "eken", False),
    ],
)
def test_cells_are_compared_by_value(one: ColumnValue, other: ColumnValue, same: bool):
    assert same_value(one, other) is same
    assert same_value(other, one) is same


values = st.sampled_from([None, "", "Eken", "Almen", " Eken", "2026-03-02", 0, 1, True, False])
names = st.sampled_from(["DgPlace", "DgChair", "DgOnline"])
cells = st.dictionaries(names, values)


@st.composite
def bases(draw: st.DrawFn) -> BaseValues:
    base: BaseValues = NOTHING
    shown: dict[str, ColumnValue] = {}
    for wanted in draw(st.lists(cells, max_size=4)):
        done = merge(shown, base=base, wanted=wanted)
        base, shown = done.base, {**shown, **done.to_write}
    return base


@given(cells, bases(), cells)
def test_a_merge_after_the_write_writes_nothing(current: Cells, base: BaseValues, wanted: Cells):
    done = merge(current, base=base, wanted=wanted)
    again = merge({**current, **done.to_write}, base=done.base, wanted=wanted)
    assert again.to_write == {}
    assert (again.base, again.kept) == (done.base, done.kept)


@given(cells, bases(), cells)
def test_only_cells_that_change_are_written(current: Cells, base: BaseValues, wanted: Cells):
    for name, value in merge(current, base=base, wanted=wanted).to_write.items():
        assert value == wanted[name]
        assert not same_value(value, current.get(name))


@given(bases(), st.lists(cells, min_size=1, max_size=6), names)
def test_a_persons_value_is_never_overwritten(base: BaseValues, wishes: list[Cells], name: str):
    shown: dict[str, ColumnValue] = {name: "en människas ord"}
    for wanted in wishes:
        done = merge(shown, base=base, wanted=wanted)
        base, shown = done.base, {**shown, **done.to_write}
    assert shown[name] == "en människas ord"


@given(st.lists(cells, min_size=1, max_size=6), names)
def test_what_a_person_emptied_is_never_filled(wishes: list[Cells], name: str):
    first = merge({}, base=NOTHING, wanted={name: "vårt ord"})
    base, shown = first.base, {name: None}
    for wanted in wishes:
        done = merge(shown, base=base, wanted=wanted)
        base, shown = done.base, {**shown, **done.to_write}
    assert shown[name] is None


@given(cells, bases(), cells)
def test_after_a_reread_every_cell_is_as_wanted(current: Cells, base: BaseValues, wanted: Cells):
    done = merge({**current, REREAD: True}, base=base, wanted=wanted)
    shown = {**current, **done.to_write}
    assert all(same_value(shown.get(name), value) for name, value in wanted.items())
    assert shown[REREAD] is False

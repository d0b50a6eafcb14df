"""One meeting tells the same facts in whatever layout it is written: its points, its people, and what stands round them."""

from __future__ import annotations

import pytest

from tests.interpreting import layouts_of_fronts, layouts_of_people, layouts_of_points
from tests.interpreting.one_meeting import TITLES, numbers, read, said, written


@pytest.fixture(scope="module")
def plain() -> dict[str, object]:
    """What the plainest layout tells."""
    return said(read(written()))


def test_the_plainest_layout_tells_all_there_is(plain: dict[str, object]) -> None:
    assert plain["titles"] == list(TITLES)
    assert plain["meeting"] == ("Synrådet", "2026-03-05", "13:00", "15:00", "Sal Eken", "Helga Norin", "Eva Ek")
    assert plain["actions"] == [(1, ("Bo Alm",), "2026-04-03"), (2, ("Cia Dahl",), "2026-05-15")]
    assert plain["next"] == [("2026-04-09", "13:00", "15:00", "sal Linden")]
    assert plain["postponed"] == [(3, "tabled")]


@pytest.mark.parametrize("name", layouts_of_points.LAYOUTS)
def test_points_in_any_layout_tell_the_same(name: str, plain: dict[str, object]) -> None:
    layout, wanted = layouts_of_points.LAYOUTS[name]
    minutes = read(written(items=layout()))
    told = said(minutes)
    if name == "capitals typed":
        told["titles"] = [title.capitalize() for title in TITLES if title.upper() in told["titles"]]  # type: ignore[operator]
    assert told == plain
    assert numbers(minutes) == list(wanted)


@pytest.mark.parametrize("name", layouts_of_people.LAYOUTS)
def test_people_in_any_layout_are_the_same(name: str, plain: dict[str, object]) -> None:
    assert said(read(written(people=layouts_of_people.LAYOUTS[name]()))) == plain


@pytest.mark.parametrize("name", layouts_of_fronts.LAYOUTS)
def test_the_meeting_s_facts_in_any_layout_are_the_same(name: str, plain: dict[str, object]) -> None:
    assert said(read(written(front=layouts_of_fronts.LAYOUTS[name]()))) == plain

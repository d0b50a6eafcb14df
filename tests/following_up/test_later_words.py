"""The bank of later words: closings are right, and more of what is over is closed, than of words that nobody wrote rules by could be told before."""

from __future__ import annotations

import pytest

from tests.following_up.later_words import CHANGES, STAYS, figures, situations

RIGHT, CLOSED, ASKED = 0.95, 0.37, 0.75
CHANGED = {"part_done": 0.5, "reassigned": 0.2, "due_moved": 0.2}


def share(figure: tuple[int, int]) -> float:
    right, of = figure
    return right / of


@pytest.mark.parametrize("part", ["open", "aside", "aside-2", "turns"])
def test_what_is_closed_is_over(part: str) -> None:
    right, of = figures(part)["closings that are right"]
    assert of > 10
    assert right >= RIGHT * of


def test_of_what_is_over_in_the_open_part_much_is_closed_and_most_asked_about() -> None:
    assert share(figures("open")["closed"]) >= CLOSED
    assert share(figures("open")["closed or asked"]) >= ASKED


def test_nothing_that_is_under_way_or_only_spoken_of_is_closed() -> None:
    assert [one.label["id"] for one in situations("open") if one.closed and one.label["says"] in ("kept", "mentioned")] == []


@pytest.mark.parametrize("says", sorted(CHANGED))
def test_a_share_of_what_changes_is_told(says: str) -> None:
    assert says in CHANGES
    assert share(figures("open")[says]) >= CHANGED[says]


@pytest.mark.parametrize(("says", "least"), [("part_done", 0.7), ("reassigned", 0.75), ("due_moved", 0.6), ("left as it was", 0.8)])
def test_what_changes_is_told_and_what_only_sounds_so_leaves_the_task_as_it_was(says: str, least: float) -> None:
    assert share(figures("changes")[says]) >= least


def test_nothing_that_only_changes_is_closed() -> None:
    assert [one.label["id"] for one in situations("changes") if one.closed and one.label["says"] in (*CHANGES, *STAYS)] == []


def test_what_came_of_a_deed_closes_its_task_and_what_came_of_another_does_not() -> None:
    right, of = figures("outcomes")["closings that are right"]
    assert right >= 12
    assert of - right <= 1
    assert share(figures("outcomes")["closed or asked"]) >= 0.9

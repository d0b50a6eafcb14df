"""Nobody is called the owner of a task that the text does not give to them, over a bank of passages that lead into temptation."""

from __future__ import annotations

import pytest

from tests.interpreting.never_owner_bank import Passage, passages, read_passage
from tests.interpreting.pages import read

PASSAGES = passages()


def test_the_bank_is_large() -> None:
    assert len(PASSAGES) >= 450


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.text)
def test_nobody_owns_a_task_that_is_not_given_to_them(passage: Passage) -> None:
    assert {owner for action in read_passage(passage).actions for owner in action.owners} <= passage.owners


@pytest.mark.parametrize("passage", [one for one in PASSAGES if one.asked], ids=lambda passage: passage.text)
def test_somebody_is_asked_where_two_may_be_meant(passage: Passage) -> None:
    assert any(len(doubt.choices) > 1 for doubt in read_passage(passage).doubts)


def test_most_of_those_who_are_told_are_found() -> None:
    told = [one for one in PASSAGES if one.owners]
    missed = [one.text for one in told if not {owner for action in read_passage(one).actions for owner in action.owners} & one.owners]
    assert len(missed) <= 34, "\n".join(missed)


def test_a_struck_name_in_a_cell_owns_nothing() -> None:
    table = "| Åtgärd | Ansvarig | När |\n| Inventera lampor | ~~Bo~~ Cia | 3/4 |\n"
    minutes = read(f"Mötesanteckningar\nDatum: 5 mars 2026\n# Deltagare\nBo Alm\nCia Dahl\n# 1. Syn\n{table}# 2. Avslutning\nTack.\n")
    assert [action.owners for action in minutes.actions] == [("Cia Dahl",)]

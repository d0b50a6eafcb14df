"""What minutes say of earlier tasks is no new task."""

from __future__ import annotations

import pytest

from functions.interpreting.outcomes import status_of
from functions.languages import load
from tests.interpreting.pages import ROSTER, read


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Klart.", "done"),
        ("Bo har kontaktat kliniken.", "done"),
        ("Bo har inte kontaktat kliniken.", "kept"),
        ("Pågår", "kept"),
        ("Delvis klart, ett svar återstår.", "part_done"),
        ("Frågan är inte längre aktuell.", "dropped"),
        ("Bo berättade om läget.", "mentioned"),
    ],
)
def test_how_a_task_stands_is_told_by_the_words(words: str, status: str) -> None:
    assert status_of(words, task="", pack=load("sv")) == status


def test_a_follow_up_point_gives_follow_ups_and_no_tasks() -> None:
    minutes = read(
        f"{ROSTER}# 1. Uppföljning av tidigare uppdrag\n- Bo Alm kontaktar kliniken: klart\n"
        f"- Cia Dahl bokar lokal: pågår\n# 2. Avslut\nHelga avslutar mötet."
    )
    assert not minutes.actions
    assert [f.status for f in minutes.follow_ups] == ["done", "kept"]


def test_a_left_cell_of_tasks_is_paired_with_the_right_cell_s_outcomes() -> None:
    minutes = read(
        f"{ROSTER}| Punkt | Anteckning |\n"
        f"| 1. Uppföljning av åtgärder⏎Action: Bo kontaktar kliniken⏎Action: Cia bokar lokal "
        "| Bo har kontaktat kliniken.⏎Lokalen är inte bokad, kvarstår. |\n"
        "| 2. Avslut | Mötet avslutades. |"
    )
    assert not minutes.actions
    assert [(f.text, f.status) for f in minutes.follow_ups] == [("Bo kontaktar kliniken", "done"), ("Cia bokar lokal", "kept")]

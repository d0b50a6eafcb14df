"""Who signs the minutes with a greeting has nothing to do by that; a stroke and a name behind a task give it to somebody."""

from __future__ import annotations

import pytest

from functions.model.minutes import Action
from tests.interpreting.pages import read

FRONT = "Mötesanteckningar Synrådet\nDatum: 5 mars 2026\nNärvarande: Helga Norin, ordförande, Bo Alm, Tove Myr, sekreterare, Pär Udd\n"


def tasks(last: str) -> tuple[Action, ...]:
    return read(f"{FRONT}## 1. Köer\nHelga redogjorde för köerna.\n## 2. Övrigt\nInga övriga frågor.\n## 3. Avslut\n{last}").actions


@pytest.mark.parametrize(
    "line",
    [
        "Tack för kakan! / Pär",
        "Kul att ses! /Pär Udd",
        "Vi ses i april. /Pär",
        "Vid pennan /Pär",
        "Tack för i dag, väl mött den 9 april! /Bo Alm",
        "God jul och gott nytt år önskar /Bo",
        "Roligt att så många kunde komma /Bo",
        "Stort tack till alla! /Bo",
        "Antecknat av /Pär Udd",
        "Trevlig sommar! /Tove",
    ],
)
def test_a_greeting_is_no_task(line: str) -> None:
    assert tasks(line) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Beställa nya skyltar /Pär",
        "Tackbrev till föreläsarna /Pär",
        "Hälsa nya kollegan välkommen /Pär",
        "Godkänna avtalet /Pär",
        "Goda exempel samlas in till maj /Pär",
        "Trevligare lokal bokas till maj /Pär",
        "Glada nyheter skickas till webbredaktören /Pär",
        "Ringa om lokalen /Pär",
    ],
)
def test_a_task_keeps_its_owner(line: str) -> None:
    assert [one.owners for one in tasks(line)] == [("Pär Udd",)]

"""What members are to send to somebody by a day is a task though no verb says so; what has come or goes on is none."""

from __future__ import annotations

import pytest

from functions.model.minutes import Action
from tests.interpreting.pages import read

FRONT = "Mötesanteckningar Synrådet\nDatum: 5 mars 2026\nNärvarande: Helga Norin, ordförande, Bo Alm, Tove Myr, sekreterare, Lotta Ek\n"


def tasks(text: str) -> tuple[Action, ...]:
    return read(f"{FRONT}## 1. Inledning\nHelga hälsade.\n## 2. Riktlinjen\nUtkastet gicks igenom. {text}\n## 3. Avslut\nMötet avslutades.").actions


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Synpunkter till Lotta senast 20/3.", "2026-03-20"),
        ("Synpunkter till sekreteraren senast den 20 mars.", "2026-03-20"),
        ("Inspel till Bo före den 20 mars.", "2026-03-19"),
        ("Synpunkter på utkastet till Lotta, 28 april.", "2026-04-28"),
        ("Siffror för kvartalet till Tove Myr senast den 10 april!", "2026-04-10"),
        ("Underlag till Bo senast v. 14.", "2026-04-05"),
    ],
)
def test_what_is_asked_in_is_a_task_of_nobody_named(line: str, day: str) -> None:
    found = tasks(line)
    assert [(one.text, one.owners, one.due.date if one.due else None, one.tier) for one in found] == [(line, (), day, "proposed")]


@pytest.mark.parametrize(
    "line",
    [
        "Synpunkter till Lotta har kommit från tre kliniker.",
        "Synpunkter till nämnden lämnades den 20 mars i fjol.",
        "Rådets synpunkter till utredningen ska diskuteras.",
        "Bidrag till föreningslivet betalas ut senast 31 mars varje år.",
        "Patienter kan lämna synpunkter till patientnämnden senast två år efter besöket.",
        "Tillägg till avtalet gäller till den 31 december.",
        "Förslag till budget senast 2026 var dyrare.",
        "Frågor till Lotta om kön.",
        "Svar till anhöriga senast inom en vecka är regeln.",
    ],
)
def test_what_only_names_it_is_none(line: str) -> None:
    assert tasks(line) == ()

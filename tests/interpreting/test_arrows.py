"""What stands behind an arrow and a name is somebody's to do, by any verb of doing; an opinion or a state is not."""

from __future__ import annotations

import pytest

from tests.interpreting.pages import read

ROSTER = "Närvarande: Ylva Gran (ordf), Petter Ax, Kaj Ström (KS)"


def owners(line: str) -> list[tuple[str, ...]]:
    return [
        task.owners
        for task in read(f"# Minnesanteckningar 2027-04-28\n{ROSTER}\n# 1. Läget\nNio fall.\n# 2. Rutinen\n{line}\n# 3. Övrigt\nInget.").actions
    ]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("➔ Ylva: meddelar klinikerna som anmäler", "Ylva Gran"),
        ("➔ Ylva: frågar patientföreningen", "Ylva Gran"),
        ("➔ Kaj: packar lådan", "Kaj Ström"),
        ("➔ KS: döper om mapparna", "Kaj Ström"),
        ("=> Petter Ax: räknar stolarna", "Petter Ax"),
    ],
)
def test_a_deed_behind_an_arrow_and_a_name_is_a_task(line: str, who: str) -> None:
    assert owners(line) == [(who,)]


@pytest.mark.parametrize(
    "line",
    [
        "➔ Ylva: vet inte",
        "➔ Ylva: tycker att det räcker",
        "➔ Ylva: är nöjd med svaret",
        "➔ Ylva: meddelar att hon slutar",
        "➔ Ylva: undrar om någon vet",
        "➔ Kaj: kommer på onsdag",
        "➔ Kaj: mår bra nu",
        "➔ Kaj: saknar en lista",
        "– Kaj: packar alltid lådan för tidigt",
        "Kaj: packar lådan fel enligt ronden",
    ],
)
def test_an_opinion_or_a_state_is_none(line: str) -> None:
    assert owners(line) == []

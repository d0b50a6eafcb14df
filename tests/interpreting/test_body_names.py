"""What the bodies of ordinary councils are called in their titles: groups, teams and networks, in capitals too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interpreting.pages import read

_BANK = (Path(__file__).parent / "body_bank.txt").read_text(encoding="utf-8").splitlines()
TITLES = [tuple(line.split(" :: ")) for line in _BANK if line and not line.startswith("# ")]
_REST = (
    "Närvarande: Helga Norin (ordf), Bo Alm, Cia Dahl\n# 1. Öppnande\nHelga Norin öppnade mötet.\n# 2. Köer\nBo Alm redogjorde för läget i köerna. "
    "Vi enades om en ny rutin. Cia Dahl skickar ut den senast 20 mars.\n# 3. Avslutning\nMötet avslutades."
)


@pytest.mark.parametrize(("name", "front"), TITLES)
def test_the_title_names_the_body(name: str, front: str) -> None:
    lines = front.replace("⏎", "\n")
    assert read(f"{lines}\n{_REST}").meeting.body == (None if name == "-" else name)


@pytest.mark.parametrize(
    ("title", "told", "body"),
    [
        ("**EHK torsdag 5 mars 2026, 13.00–14.30**", "Nästa EHK är 14 april.", "EHK"),
        ("FSK 5/3 2026", "Nästa FSK: 14 april", "FSK"),
        ("EHK torsdag 5 mars 2026", "Nästa möte är 14 april.", None),
        ("OBS torsdag 5 mars 2026", "Nästa EHK är 14 april.", None),
        ("PM 5 mars 2026", "Nästa PM kommer 14 april.", None),
        ("Anteckningar 5 mars 2026", "Nästa EHK är 14 april.", None),
    ],
)
def test_letters_before_the_day_are_the_body_where_the_next_one_is_told_by_them(title: str, told: str, body: str | None) -> None:
    below = f"Närvarande: Helga Norin, Bo Alm\n# 1. Köer\nBo visar läget.\n# 2. Övrigt\n{told}\n"
    assert read(f"{title}\n{below}").meeting.body == body

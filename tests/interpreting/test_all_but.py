"""Who was away by exception: "Alla utom Cia var med", and sentences that leave somebody out of something else."""

from __future__ import annotations

import pytest

from tests.interpreting.pages import read

FRONT = "Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\nLedamöter: Helga Norin (ordf.), Tove Myr (sekr.), Bo Alm (BA), Cia Dahl\n"
BELOW = "\n# 1. Mötets öppnande\nMötet öppnades.\n# 2. Köer\nLäget i köerna gicks igenom.\n# 3. Avslut\nMötet avslutades.\n"


def _away(line: str, below: str = BELOW) -> list[str]:
    return [person.name for person in read(f"{FRONT}{line}{below}").people if person.attendance == "absent"]


@pytest.mark.parametrize(
    ("line", "away"),
    [
        ("Närvarande: alla utom Cia Dahl", ["Cia Dahl"]),
        ("Alla var med utom Cia.", ["Cia Dahl"]),
        ("Samtliga utom Cia Dahl deltog.", ["Cia Dahl"]),
        ("Samtliga ledamöter närvarande utom BA och Cia Dahl", ["Bo Alm", "Cia Dahl"]),
        ("Alla på plats så när som på Bo och Cia.", ["Bo Alm", "Cia Dahl"]),
        ("Hela rådet deltog, förutom Cia Dahl (förhinder).", ["Cia Dahl"]),
        ("Alla var på plats med undantag för Rut Lind.", ["Rut Lind"]),
    ],
)
def test_who_is_left_out_of_all_who_came_was_away(line: str, away: list[str]) -> None:
    assert _away(line) == away


@pytest.mark.parametrize(
    "line",
    [
        "Alla utom Cia Dahl röstade för.",
        "Alla närvarande utom Cia Dahl röstade för.",
        "Alla utom Cia Dahl var med på förslaget.",
        "Alla utom Cia har svarat på enkäten.",
        "Alla utom Bo deltog i kursen.",
        "Samtliga enheter utom IVA deltog i mätningen.",
        "Alla var med.",
    ],
)
def test_who_is_left_out_of_something_else_was_there(line: str) -> None:
    assert _away(line) == []
    assert _away("", BELOW.replace("Mötet öppnades.", line)) == []

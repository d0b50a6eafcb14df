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

"""A bank of fronts and page headers that tell whose body it is that met."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.interpreting.pages import read

# The organisation, - where none is told, then the front (⏎ parts its lines), with header= or footer= before a page's own lines.
BANK = Path(__file__).with_name("organization_bank.txt").read_text(encoding="utf-8").strip().splitlines()
BELOW = "\nNärvarande: Helga Norin (ordf), Bo Alm, Tove Myr (sekr)\n# 1. Öppnande\nHelga öppnade mötet.\n# 2. Köer\nBo redogjorde för läget.\n"


@pytest.mark.parametrize("line", BANK)
def test_whose_body_met_is_told_by_the_title_or_the_pages_own_lines(line: str) -> None:
    wanted, front = line.split(" :: ", 1)
    around = re.match(r"(header|footer)=(.*?) (?=# )", front)
    text = front[around.end() :] if around is not None else front
    told = {around[1]: around[2]} if around is not None else {}
    assert read(text.replace("⏎", "\n") + BELOW, **told).meeting.organization == (None if wanted == "-" else wanted)

"""Reads the bank of passages that could give somebody a task that is not theirs (never_owner_bank.txt)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from functions.model.minutes import Minutes
from tests.interpreting.owner_bank import ROSTER
from tests.interpreting.pages import read

BANK = Path(__file__).with_name("never_owner_bank.txt")
ROSTERS = {
    "": ROSTER,
    "twins": ROSTER.replace("Cia Dahl (NS), ortoptist", "Bengt Ask (NS), ortoptist"),
    "chairs": ROSTER.replace("Bo Alm (NS), överläkare", "Bo Alm (NS), ordförande"),
    "vice": ROSTER.replace("Helga Norin (ÖS), ordförande", "Helga Norin (ÖS), ordförande, förhinder").replace(
        "Bo Alm (NS), överläkare", "Bo Alm (NS), vice ordförande"
    ),
    "evas": ROSTER.replace("Bo Alm (NS), överläkare", "Bo Alm (NS), överläkare\nEva Ek (NS), läkare\nEva Lund (NS), läkare"),
    "titles": ROSTER.replace("Bo Alm (NS), överläkare", "Bo Alm (NS), enhetschef").replace(
        "Cia Dahl (NS), ortoptist", "Cia Dahl (NS), enhetschef ortopeden\nAda Fors (NS), sekreterare"
    ),
    "schools": ROSTER.replace("Bo Alm (NS), överläkare", "Bo Alm Åsskolan")
    .replace("Cia Dahl (NS), ortoptist", "Cia Dahl Gymnasiet")
    .replace("Hassan Omar (NS), verksamhetschef", "Hassan Omar Hudmottagningen, läkare")
    .replace("Lena Ek (PV), sjuksköterska", "Lena Ek Norra vårdcentralen")
    .replace("Malva Sjögren, skyddsombud", "Malva Sjögren Björkskolan (skyddsombud)"),
    "nochair": ROSTER.replace("Helga Norin (ÖS), ordförande", "Helga Norin (ÖS), läkare"),
}


@dataclass(frozen=True)
class Passage:
    """A passage; owners: who may own its tasks; asked: whether somebody must be asked."""

    text: str
    roster: str
    owners: frozenset[str]
    asked: bool


def passages() -> list[Passage]:
    """The lines of the bank."""
    return [_passage(line) for line in BANK.read_text(encoding="utf-8").splitlines() if " :: " in line and not line.startswith("#")]


def _passage(line: str) -> Passage:
    who, _, text = line.partition(" :: ")
    chosen = re.match(r"\[(\w+)\] ", text)
    owners = frozenset(name.strip() for name in who.split(";")) - {"-", "?"}
    return Passage(text[chosen.end() :] if chosen else text, chosen[1] if chosen else "", owners, who == "?")


def read_passage(one: Passage) -> Minutes:
    """What small minutes say that hold nothing but the passage."""
    said = one.text.replace("~| ", "\n| ").replace("~", "\n") if "~~" not in one.text else re.sub(r"(?<!~)~(?!~)", "\n", one.text)
    return read(f"{ROSTERS[one.roster]}# 1. Ögonbottenfotografering\n{said}\n# 2. Avslutning\nHelga Norin avslutar mötet och tackar för intresset.\n")

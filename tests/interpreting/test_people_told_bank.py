"""A bank of fronts that tell in sentences, in rows of titles or in columns of a table who was there, many by given names alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.interpreting.pages import read

# c= the chair, s= the secretary, p= those present, t= those there for a part, a= those absent, then the lines of the front; lines of a table's cells
# are parted by ⏎ there.
BANK = Path(__file__).with_name("people_told_bank.txt").read_text(encoding="utf-8").strip().splitlines()
HEAD = "Mötesanteckningar Synrådet\nDatum: 5 mars 2026\n"
BELOW = "\n# 1. Mötets öppnande\nMötet öppnades.\n# 2. Köer\nLäget i köerna gicks igenom.\n# 3. Avslut\nMötet avslutades.\n"


@pytest.mark.parametrize("line", BANK)
def test_sentences_and_columns_tell_who_was_there(line: str) -> None:
    told, front = line.split(" :: ", 1)
    wanted = {key: names.split(",") for key, names in re.findall(r"(\w)=(.+?)(?=\s\w=|$)", told)}
    found = read(HEAD + front + BELOW)
    there = {name: word for keys, word in (("csp", "present"), ("t", "partial"), ("a", "absent")) for key in keys for name in wanted.get(key, ())}
    assert {person.name: person.attendance for person in found.people} == there
    assert (found.meeting.chair, found.meeting.secretary) == tuple(wanted.get(key, [None])[0] for key in "cs")


@pytest.mark.parametrize(
    "front",
    [
        "Vi var överens om att Bo och Cia ska leda arbetet.",
        "Vi var trötta, Bo hade bakat och Cia kokat kaffe.",
        "Vi som bor i Norrby, Östby och Umbro har långt till Linden.",
        "Vi var Norrby, Östby och Umbro tacksamma för lånet av lokalen.",
        "Med i posten: nyckel, kort och karta.",
        "Mötet leddes av ordföranden.",
        "Norrby leder, Östby skriver, Umbro betalar.",
        "Hudkliniken Norrby (leder), Ögonkliniken Östby, Barnkliniken Umbro.",
        "| Med⏎Kaffe, te⏎Bullar | Utan⏎Socker⏎Mjölk |",
    ],
)
def test_lines_that_name_nobody_put_nobody_on_the_list(front: str) -> None:
    assert read(HEAD + front + BELOW).people == ()

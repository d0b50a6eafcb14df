"""Where earlier tasks are gone through in a table, its column for who and what tells what is to be done of them yet."""

from __future__ import annotations

import pytest

from functions.model.minutes import Action
from tests.interpreting.pages import read

PAGE = (
    "Mötesanteckningar Synrådet\nDatum: 5 mars 2026\nNärvarande: Helga Norin, ordförande, Bo Alm, Tove Myr, sekreterare, Cia Dahl\n\n"
    "| Nr | Punkt | Anteckning | {head} |\n| 1 | Inledning | Helga hälsade. | |\n"
    "| 2 | {title} | Remissmallen stämdes av med Norr men inte med Söder. | {cell} |\n"
    "| 3 | Köer | Kön är tolv veckor. | Cia ringer Norr. |\n| 4 | Nästa möte | 16 april 2026 kl. 13. | |\n"
)


def tasks(cell: str, *, title: str = "Uppföljning från 25 januari", head: str = "Vem gör vad") -> list[Action]:
    return [one for one in read(PAGE.format(title=title, head=head, cell=cell)).actions if one.item == "2"]


@pytest.mark.parametrize("title", ["Uppföljning från 25 januari", "Från förra mötet", "Sedan sist"])
@pytest.mark.parametrize(
    ("cell", "owner", "day"),
    [
        ("Bo: Söder före 15 april.", "Bo Alm", "2026-04-14"),
        ("Bo: inventeringen, till aprilmötet.", "Bo Alm", "2026-04-16"),
        ("Tove stämmer av med Söder senast 20 mars.", "Tove Myr", "2026-03-20"),
    ],
)
def test_what_remains_with_its_day_is_a_task(title: str, cell: str, owner: str, day: str) -> None:
    found = tasks(cell, title=title)
    assert [(one.text, one.owners, one.due.date if one.due else None) for one in found] == [(cell, (owner,), day)]


@pytest.mark.parametrize(
    "cell",
    ["Bo", "Bo, Tove", "Bo 15 april", "Bo, klart 15 april", "Bo klart 15 april", "Bo har ringt Söder 3 mars.", "Bo ringde 3 mars.", "Klart", ""],
)
@pytest.mark.parametrize("head", ["Vem gör vad", "Ansvarig"])
def test_what_only_tells_whose_it_is_or_what_was_done_is_none(cell: str, head: str) -> None:
    assert tasks(cell, head=head) == []

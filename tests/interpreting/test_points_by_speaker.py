"""Points and lines told by who speaks: "jag" is that person, never the one who keeps the minutes."""

from __future__ import annotations

import pytest

from tests.interpreting.pages import read

FRONT = "Mötesanteckningar Synrådet\nDatum: 5 mars 2026\nNärvarande: Helga Norin, ordförande, Bo Alm, Tove Myr, sekreterare, Cia Dahl, Nadja Ek\n"
SAID = ("vi har fått två nya kollegor. Jag skickar listan till alla.", "kön är lång, tolv veckor nu. Jag kollar med Umbro.", "inget nytt.")


@pytest.mark.parametrize(
    "form",
    [
        "**{name}:** {said}\n",
        "## {name}\n{said}\n",
        "## {name}:\n{said}\n",
        "**{name}**\n{said}\n",
        "**{name}.** {said}\n",
    ],
)
@pytest.mark.parametrize("names", [("Nadja", "Bo", "Cia"), ("Nadja Ek", "Bo Alm", "Cia Dahl")])
def test_i_is_whose_point_it_is(form: str, names: tuple[str, ...]) -> None:
    found = read(FRONT + "".join(form.format(name=name, said=said) for name, said in zip(names, SAID, strict=True)) + "## Nästa möte\n2 april 2026")
    assert [one.owners for one in found.actions] == [("Nadja Ek",), ("Bo Alm",)]


@pytest.mark.parametrize("title", ["Köer", "Läget i Norr", "Nadjas fråga om köer"])
def test_i_is_who_writes_elsewhere(title: str) -> None:
    found = read(f"{FRONT}## {title}\nKön är lång. Jag skickar listan till alla.\n## Övrigt\nInget.\n## Avslut\nMötet avslutades.")
    assert [one.owners for one in found.actions] == [("Tove Myr",)]

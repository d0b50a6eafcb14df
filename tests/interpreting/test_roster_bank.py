"""A bank of attendance lists: who led, who wrote, who was there and who was not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.interpreting.pages import read

# c= the chair, s= the secretary, p= those present, a= those absent, then the lines of the front (⏎ parts them, → is a tab, // parts a cell's lines).
BANK = Path(__file__).with_name("rosters_bank.txt").read_text(encoding="utf-8").strip().splitlines()
BELOW = "\n# 1. Mötets öppnande\nMötet öppnades.\n# 2. Köer\nLäget i köerna gicks igenom.\n# 3. Avslut\nMötet avslutades.\n"


@pytest.mark.parametrize("line", BANK)
def test_a_list_tells_who_was_there_and_who_led(line: str) -> None:
    told, front = line.split(" :: ", 1)
    wanted = {key: names.split(",") for key, names in re.findall(r"(\w)=(.+?)(?=\s\w=|$)", told)}
    found = read("Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\n" + front.replace("⏎", "\n").replace(" // ", "⏎") + BELOW)
    attendance = {person.name: person.attendance for person in found.people}
    there = {name: "present" for key in "csp" for name in wanted.get(key, ())}
    assert attendance == {**there, **dict.fromkeys(wanted.get("a", ()), "absent")}
    assert ([found.meeting.chair], [found.meeting.secretary]) == (wanted["c"], wanted["s"])


@pytest.mark.parametrize(
    "front",
    [
        "Gruppen: beslut i korthet",
        "Teamet: arbetar vidare med listan",
        "Frånvarande: AB, CD",  # initials of nobody who is known
        "Ledde till att rutinen skrevs om, vi skrev en ny",
    ],
)
def test_a_line_that_names_nobody_is_no_list(front: str) -> None:
    assert read(f"Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\n{front}{BELOW}").people == ()


@pytest.mark.parametrize(
    ("header", "front", "organization", "place"),
    [
        ("Folktandvården Region Umbro", "5 mars 2026", "Folktandvården Region Umbro", None),
        ("Ögonrådet i Region Umbro", "5 mars 2026", "Region Umbro", None),
        ("Norra sjukhusen | Ögonrådet", "5 mars 2026", "Norra sjukhusen", None),
        ("Ögonrådet vid ån", "5 mars 2026", None, None),
        ("Brev till Region Umbro", "5 mars 2026", None, None),
        ("Region Umbro", "5 mars 2026, 13–14.30, stationen i Norrby", "Region Umbro", "stationen i Norrby"),
        ("Region Umbro", "5 mars 2026 kl 13–14, fika från 12.30", "Region Umbro", None),
        ("Region Umbro", "5 mars 2026 kl 13–14, extra möte", "Region Umbro", None),
    ],
)
def test_the_front_tells_whose_meeting_it_was_and_where(header: str, front: str, organization: str | None, place: str | None) -> None:
    found = read(f"Mötesanteckningar Samordningsråd ögonsjukvård\n{front}{BELOW}", header=header).meeting
    assert (found.organization, found.place) == (organization, place)

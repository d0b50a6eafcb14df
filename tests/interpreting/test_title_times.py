"""Times in brackets behind the titles of points are their slots, where several titles have one."""

from __future__ import annotations

import pytest

from tests.interpreting.pages import read

FRONT = "Mötesanteckningar Synrådet\nDatum: 5 mars 2026\nNärvarande: Helga Norin, ordförande, Bo Alm, Tove Myr, sekreterare\n"


def points(*titles: str, mark: str = "## ") -> list[tuple[str | None, str, str | None, str | None]]:
    text = "\n".join(f"{mark}{title}\nBo Alm redogjorde för läget. Frågan diskuterades." for title in titles)
    return [(item.number, item.title, item.start, item.end) for item in read(FRONT + text).items]


@pytest.mark.parametrize("clock", ["08:15", "kl 08:15", "kl. 08.15", " 08.15 "])
def test_a_time_behind_each_title_is_its_slot(clock: str) -> None:
    found = points(f"1. Inledning ({clock})", "2. Lokala appar (08:50)", "3. Läget i regionen [09.10]", "4. Nästa fråga (09:40)", "5. Övrigt (09:40)")
    assert [title for _, title, _, _ in found] == ["Inledning", "Lokala appar", "Läget i regionen", "Nästa fråga", "Övrigt"]
    assert [start for _, _, start, _ in found] == ["08:15", "08:50", "09:10", "09:40", "09:40"]


def test_a_slot_from_and_to_is_read_in_bold_lines_without_numbers() -> None:
    found = points("**Inledning (13.00–13.10)**", "**Köer (13.10–13.40)**", "**Utbildning (13.40–14.00)**", mark="")
    assert found == [(None, "Inledning", "13:00", "13:10"), (None, "Köer", "13:10", "13:40"), (None, "Utbildning", "13:40", "14:00")]


@pytest.mark.parametrize(
    "titles",
    [
        ("1. Inledning", "2. Nya öppettider (8.00–16.30)", "3. Övrigt"),  # one alone tells of its matter
        ("1. Öppettider vardagar (8.00–16.30)", "2. Öppettider lördag (9.00–14.00)", "3. Telefontider (7.30–10.00)"),  # they do not follow on
        ("1. Riktlinje (version 2.10)", "2. Riktlinje (version 2.20)", "3. Riktlinje (version 2.30)"),
        ("1. Paus (10 min)", "2. Fika (20 min)", "3. Avslut (5 min)"),
        ("1. Delmål (kap. 1.10)", "2. Delmål (kap. 2.10)", "3. Delmål (kap. 3.10)"),
    ],
)
def test_what_else_stands_in_brackets_stays_in_the_title(titles: tuple[str, ...]) -> None:
    assert [f"{number}. {title}" for number, title, _, _ in points(*titles)] == list(titles)


def test_a_known_label_is_known_with_its_time() -> None:
    text = "## 1. Inledning (08:15)\nBo hälsade.\n## 2. Köer (08:30)\nLäget gicks igenom.\n## 3. Nästa möte (09:40)\n2 april 2026 kl. 8–10."
    assert [meeting.date for meeting in read(FRONT + text).next_meetings] == ["2026-04-02"]

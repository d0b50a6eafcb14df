"""A point of a municipal board is called by its matter, not by its case number."""

from __future__ import annotations

import pytest

from tests.interpreting.pages import read

PAGE = """Socialnämnden
Sammanträdesprotokoll 2026-03-18

Beslutande: Anna Ek (S), ordförande, Bo Lind (M)

{}

Beslut
Socialnämnden beslutar att godkänna rapporten.

§ 35 Övriga frågor

Inga frågor.

§ 36 Nästa sammanträde

Den 15 april 2026.
"""


@pytest.mark.parametrize(
    "heading",
    [
        "§ 34 Delårsrapport mars Dnr SN 2026/123",
        "§ 34 Delårsrapport mars (SN 2026/77)",
        "§ 34 Dnr 2026-00012 Delårsrapport mars",
        "§ 34 SN 2026/99 Delårsrapport mars",
        "§ 34 Delårsrapport mars, dnr: 45/2026",
        "§ 34 Dnr SN 2026/123\nDelårsrapport mars",
    ],
)
def test_a_case_number_is_no_part_of_the_title(heading: str) -> None:
    first = read(PAGE.format(heading)).items[0]
    assert (first.number, first.title) == ("34", "Delårsrapport mars")


@pytest.mark.parametrize("title", ["Budget 2026-2028", "Verksamhetsplan 2026", "Covid-19", "Rapport 1/2026 om väntetider", "Handlingsplan HSN 2030"])
def test_years_and_reports_stay_in_the_title(title: str) -> None:
    assert read(PAGE.format(f"§ 34 {title}")).items[0].title == title

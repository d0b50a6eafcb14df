"""Enclosures are known by their link, and where the link was lost by the name of the file."""

from __future__ import annotations

import pytest

from tests.interpreting.pages import read

PAGE = """Minnesanteckningar Lungrådet 2026-03-05

Närvarande: Ulla Brandt, Nils Ek

1. Rehabilitering
{}
"""


def names(line: str) -> list[str]:
    return [link.text for link in read(PAGE.format(line)).links]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Underlag rehab 2026.pptx", ["Underlag rehab 2026.pptx"]),
        ("Se Underlag rehab 2026.pptx för detaljer.", ["Underlag rehab 2026.pptx"]),
        ("Rådet gick igenom nuläget. Sammanställning remissvar.docx", ["Sammanställning remissvar.docx"]),
        ("För översikt, se Remisser SOR.xlsx och Tidplan våren.pdf.", ["Remisser SOR.xlsx", "Tidplan våren.pdf"]),
        ("Bilagor: Budget 2026.xlsx, Rutin spirometri.docx", ["Budget 2026.xlsx", "Rutin spirometri.docx"]),
        ("Överenskommelse lungteam .docx", ["Överenskommelse lungteam .docx"]),
        ("Presentationen (Lungskola höst.pptx) bifogas.", ["Lungskola höst.pptx"]),
        ("Rutin för att se över läkemedel och hjälpmedel.docx", ["Rutin för att se över läkemedel och hjälpmedel.docx"]),
    ],
)
def test_the_name_of_a_file_is_found_where_its_link_was_lost(line: str, wanted: list[str]) -> None:
    assert names(line) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "Allt ligger på https://exempel.se/filer/underlag.pdf",
        "Spara alltid som .docx innan ni skickar.",
        "Mallen ska vara i docx eller pdf.",
        "Karin visade oss bilder ur budget.xlsx på skärmen.",
        "Frågor skickas till info@exempel.se.",
    ],
)
def test_what_only_looks_like_the_name_of_a_file_is_none(line: str) -> None:
    assert names(line) == []

"""Boards' Word files as Word writes them, blank paragraphs between tables and all: a point is found wherever its number stands beside its title."""

from __future__ import annotations

import pytest

from functions.interpreting import interpret
from functions.model.minutes import Minutes
from functions.reading import read_document
from tests.other_files.sheet import Sheet

TITLES = (
    "Sammanträdets öppnande",
    "Val av protokolljusterare",
    "Budgetuppföljning februari",
    "Svar på motion om husdjur",
    "Uppföljning av tidigare uppdrag",
    "Nästa sammanträde",
)
TEXTS = (
    ("Ordföranden öppnade sammanträdet kl. 13.00.",),
    ("Bengt Ek utses att justera protokollet.",),
    ("Dan Fors redovisar prognosen -2,1 mnkr.", "Beslut", "Informationen antecknas."),
    ("Yrkanden", "Bengt Ek (M) yrkar bifall.", "Beslut", "Motionen avslås.", "Reservation", "Bengt Ek reserverar sig."),
    ("- Rutin för larm: klar.", "- Hörslinga: Dan Fors återkommer i april."),
    ("Nästa sammanträde hålls den 24 mars 2026 kl. 13.00.",),
)
LABELS = ("Beslut", "Yrkanden", "Reservation")
FRONTS = {
    "lines": (
        "# Socialnämnden",
        "Sammanträdesprotokoll 2026-02-24",
        "Plats och tid: Rådhuset, sal A, kl. 13.00–16.10",
        "Beslutande: Anna Berg (S), ordförande, Bengt Ek (M), Cia Dahl (C)",
        "Övriga deltagare: Dan Fors, förvaltningschef",
    ),
    "form": (
        "**Socialnämnden**",
        "SAMMANTRÄDESPROTOKOLL",
        "@tablehead off",
        "| Plats och tid | Rådhuset, sal A, den 24 februari 2026 kl. 13.00–16.10 |",
        "| Beslutande | Anna Berg (S), ordförande // Bengt Ek (M) // Cia Dahl (C) |",
        "| Övriga deltagare | Dan Fors, förvaltningschef |",
        "| Paragrafer | §§ 12–17 |",
    ),
    "board": (
        "Direktionen för sjukhustjänster",
        "Protokoll 3/2026",
        "Tid ¦ 24.2.2026 kl. 13.00–16.10",
        "Närvarande",
        "@tablehead off",
        "| Anna Berg | ordförande | på plats |",
        "| Bengt Ek | medlem | Teams |",
        "| Cia Dahl | medlem | på plats |",
        "Frånvarande: Eva Gran, medlem",
    ),
}
SIGNED = (
    "§ {n}", "{n} §", "§ {n}.", "§{n}", "SN § {n}", "Dir § {n}", "§ {n}/2026", "§ {n}/26", "§ {n} –", "§ {n}:", "§ 2026-{n}", "Socialnämnden § {n}",
)  # fmt: skip
COUNTED = ("{k}. § {n}", "{k} § {n}", "§ {n} ({k})", "§ {n} Ärende {k}", "§ {n} (SN 2026/1{n})", "§ {n} Dnr 2026/1{n}")
PLAIN = ("{n}/2026", "{n}.", "{n}", "SN {n}/2026", "P{n}")
# "{n}" is the number as one of the forms above writes it, "{t}" the title; lines are parted by " ⏎ ", the text stands below.
TOGETHER = (
    "{n} {t}",
    "{n} ¦ {t}",
    "{n} ↵ {t}",
    "## {n} {t}",
    "## {n} ↵ {t}",
    "### {n} ¦ {t}",
    "**{n} {t}**",
    "**{n}** ¦ {t}",
    "{n} ¦ **{t}**",
    "> {n} {t}",
)
APART = (
    "{n} ⏎ {t}",
    "{n} ⏎ ## {t}",
    "{n} ⏎ **{t}**",
    "## {n} ⏎ {t}",
    "## {n} ⏎ ## {t}",
    "**{n}** ⏎ **{t}**",
    ">> {n} ⏎ {t}",
    "{n} ⏎ Ärende: {t}",
    "{t} ⏎ {n}",
)
TURNED = ("## {t} ⏎ {n}", "**{t}** ⏎ {n}", "{n} ¦ SN 2026/114 ⏎ {t}", "{n} ¦ SN 2026/114 ⏎ ## {t}", "{{{{{n}}}}} ⏎ {{{{{t}}}}}")
FRAMED = (
    "| {n} | {t} |", "| {n} | {t} | SN 2026/114 |", "| {n} // {t} |", "| {n} | ⏎ | {t} |", "| {n} | ⏎ {t}", "| {n} | ⏎ ## {t}",
    "| Socialnämnden | {n} | ⏎ {t}", "| Socialnämnden | {n} | ⏎ ## {t}", "## {t} ⏎ | {n} | Dnr 2026/118 |", "| {t} | {n} |",
)  # fmt: skip
BOXED = ("@box {n} ⏎ {t}", "@box {n} ⏎ ## {t}", "@box {n} {t}")
BEHIND = ("{t} ¦ {n}", "## {t} ¦ {n}", "**{t}** ¦ {n}", "## {t}, {n}")


INNER = {
    "earlier tasks": (
        "| Uppdrag | Beslut | Läge |",
        "| Rutin för larm | § 4/2025 | Klar, rutinen gäller från den 1 februari och finns på nätet |",
        "| Hörslinga | § 9/2025 | Offert begärd, kostnaden redovisas i april |",
        "| Brev till ministeriet | § 11/2025 | Avsänt den 3 februari |",
    ),
    "numbered tasks": (
        "| Nr | Ärende | Ansvarig | Status |",
        "| 1 | Rutin för larm | Dan Fors | Klar |",
        "| 2 | Hörslinga | Cia Dahl | Pågår |",
        "| 3 | Brev | Dan Fors | Avsänt |",
    ),
    "titles beside text": (
        "| Hemtjänst | Underskottet beror på fler timmar än budgeterat och på vakanser under januari. |",
        "| Särskilt boende | Två platser har stått tomma sedan nyår men fylls i mars enligt planen. |",
        "| Ledning | Enligt budget, inga avvikelser finns att redovisa för perioden. |",
    ),
}


def read(place: str, form: str, *, front: str, labels: str = "{}", inner: tuple[str, ...] = ()) -> Minutes:
    """What is read out of a Word file whose points are written in this way; labels: how those of passages stand; inner: a table under the third."""
    lines = [*FRONTS[front], "@tablehead off"]  # a setting parts two tables
    for at, (title, below) in enumerate(zip(TITLES, TEXTS, strict=True)):
        head = place.format(n=form.format(n=12 + at, k=1 + at), t=title).split(" ⏎ ")
        lines += [*head, *(labels.format(line) if line in LABELS else line for line in below), "@tablehead off"]
        lines += [*inner, "@tablehead off"] if at == 2 else []
    sheet = Sheet("SN protokoll 2026-02-24.docx", "protocol", "minutes", tuple(lines))
    return interpret(read_document(sheet.to_bytes(), name=sheet.name))


def told(minutes: Minutes) -> list[tuple[str | None, str]]:
    return [(item.number, (item.title or "").casefold()) for item in minutes.items]


WANTED = [(str(12 + at), title.casefold()) for at, title in enumerate(TITLES)]


@pytest.mark.parametrize("place", [*TOGETHER, *APART, *TURNED, *FRAMED, *BOXED])
@pytest.mark.parametrize("front", FRONTS)
def test_a_point_is_found_wherever_its_number_stands(place: str, front: str) -> None:
    assert told(read(place, "§ {n}", front=front)) == WANTED


@pytest.mark.parametrize("place", BEHIND)
@pytest.mark.parametrize("form", ["§ {n}", "{n} §", "SN § {n}", "§ {n}/2026"])
def test_a_point_is_found_by_a_number_behind_its_title(place: str, form: str) -> None:
    assert told(read(place, form, front="form")) == WANTED


@pytest.mark.parametrize(
    "place", ["{n} {t}", "{n} ↵ {t}", "## {n} {t}", "{n} ⏎ {t}", "{n} ⏎ ## {t}", "## {t} ⏎ {n}", "| {n} | {t} |", "| {n} | ⏎ ## {t}"]
)
@pytest.mark.parametrize("form", [*SIGNED, *COUNTED])
def test_a_point_is_found_however_the_sign_is_written(place: str, form: str) -> None:
    assert told(read(place, form, front="form")) == WANTED


@pytest.mark.parametrize(
    "place", ["## {n} {t}", "{n} ⏎ {t}", "{n} ⏎ ## {t}", "**{n}** ⏎ **{t}**", "| {n} | {t} |", "| {n} | ⏎ {t}", "| {n} | ⏎ ## {t}"]
)
@pytest.mark.parametrize("form", PLAIN)
def test_a_point_is_found_by_a_number_without_the_sign(place: str, form: str) -> None:
    assert told(read(place, form, front="board")) == WANTED


@pytest.mark.parametrize("labels", ["**{}**", "### {}", "#### {}", "__{}__"])
@pytest.mark.parametrize("place", ["{n} {t}", "{n} ⏎ {t}", "{n} ⏎ ## {t}", "{t} ⏎ {n}", "## {n} {t}", "| {n} | {t} |", "| {n} // {t} |"])
def test_labels_of_passages_are_no_points(place: str, labels: str) -> None:
    minutes = read(place, "§ {n}", front="form", labels=labels)
    assert told(minutes) == WANTED
    assert "Motionen avslås." in [decision.text for decision in minutes.decisions]


BESIDE = [
    *((place, "§ {n}") for place in ("{n} {t}", "{n} ⏎ {t}", "{t} ⏎ {n}", "**{n} {t}**", "## {n} {t}", "| {n} | {t} |", "| {n} // {t} |")),
    *((place, "{n}.") for place in ("{n} {t}", "**{n} {t}**", "## {n} {t}", "| {n} | {t} |")),
]


@pytest.mark.parametrize("inner", INNER)
@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize(("place", "form"), BESIDE)
def test_the_rows_of_a_table_under_a_point_are_no_points(place: str, form: str, front: str, inner: str) -> None:
    assert told(read(place, form, front=front, inner=INNER[inner])) == WANTED


def test_points_in_a_table_between_numbered_headings_are_points() -> None:
    head = [*FRONTS["lines"], "## 1. Öppnande", "Ordföranden öppnade mötet.", "## 2. Val av justerare", "Bengt Ek utses."]
    table = [
        "| 3. | Kameror | Två kameror köps in under våren enligt det anbud som visades. |",
        "| 4. | Köer | Kön har minskat till tolv veckor sedan nyår. |",
    ]
    lines = [
        *head,
        "@tablehead off",
        *table,
        "| 5. | Lokaler | Salen byggs om i juni och öppnar igen i augusti. |",
        "## 6. Avslutning",
        "Ordföranden tackade.",
    ]
    sheet = Sheet("protokoll.docx", "protocol", "minutes", tuple(lines))
    assert [item.number for item in interpret(read_document(sheet.to_bytes(), name=sheet.name)).items] == ["1", "2", "3", "4", "5", "6"]

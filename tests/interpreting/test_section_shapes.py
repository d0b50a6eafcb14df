"""Committees and boards number their points by the paragraph sign, in many layouts: every point is found, and what was decided under it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interpreting.pages import read


def shapes() -> dict[str, tuple[str, list[str], list[str]]]:
    """The pages of section_shapes.txt with the items and the beginnings of the decisions that each has."""
    found = {}
    for entry in Path(__file__).with_name("section_shapes.txt").read_text(encoding="utf-8").split("=== ")[1:]:
        first, _, text = entry.partition("\n")
        name, items, decisions = first.split(" | ")
        found[name] = (text, items.split(" / "), decisions.split(" / "))
    return found


SHAPES = shapes()


@pytest.mark.parametrize("shape", SHAPES)
def test_points_by_the_paragraph_sign_are_found(shape: str) -> None:
    text, wanted, _ = SHAPES[shape]
    assert [f"{item.number} {item.title}" for item in read(text).items] == wanted


@pytest.mark.parametrize("shape", SHAPES)
def test_what_was_decided_under_them_is_found(shape: str) -> None:
    text, _, wanted = SHAPES[shape]
    told = [decision.text for decision in read(text).decisions if decision.kind == "decision"]
    assert len(told) == len(wanted), told
    assert all(one in other for one, other in zip(wanted, told, strict=True)), told


# ------------------------------------------------------------------ how one and the same page may write its numbers

TITLES = ("Mötets öppnande", "Plan för sommarstängning", "Svar på remiss om vårdval", "Meddelanden")
TEXTS = (
    "Ordföranden öppnade sammanträdet kl. 13.00.",
    "Förslag\nDirektören föreslår att planen antas.\nBeslut\nPlanen antogs.",
    "Beslut\nSvaret lämnas enligt bilaga.",
    "Antecknades för kännedom.",
)
FRONTS = (
    "Socialnämnden\nSammanträdesprotokoll 12.3.2026\nBeslutande: Anna Berg, ordförande, Bengt Ek, Cia Dahl\nFrånvarande: Eva Gran\n",
    "Direktionen för sjukhustjänster\nProtokoll 2/2026\nTid 12.3.2026 kl. 13.00–15.00\n"
    "Närvarande\nAnna Berg, ordförande\nBengt Ek, medlem\nCia Dahl, medlem\n",
)
FORMS = (
    "§ 2026:{n} {t}\n{b}",
    "§ 2026/{n} {t}\n{b}",
    "{n}/2026 {t}\n{b}",
    "Nr {n} {t}\n{b}",
    "{t} (§ {n})\n{b}",
    "SN {n} § {t}\n{b}",
    "Direktionen 12.3.2026 § {n} {t}\n{b}",
    "Direktionen→§ {n}→12.3.2026\n{t}\n{b}",
    "§ {n} Direktionen för sjukhustjänster 12.3.2026\n{t}\n{b}",
    "§ {n} SJUKDIR 12.03.2026\n{t}\n{b}",
    "{t}\nSJUKDIR 12.03.2026 § {n}\n{b}",
    "{t}\n1{n}2/00.01.02/2026\nSJUKDIR 12.03.2026 § {n}\n{b}",
    "{t}\nDirektionen 12.03.2026 § {n}\n1{n}2/00.01.02/2026\n{b}",
    "§ {n} (SN 2026/11{n}) {t}\n{b}",
    "§ {n} – {t} – Dnr 2026/11{n}\n{b}",
    "§ {n} SN-2026-11{n}-1.3.1 {t}\n{b}",
    "{n} {t} 2026/11{n}\n{b}",
    "Beslut § {n}: {t}\n{b}",
    "Sn § {n}→Dnr SN/2026:11{n}\n{t}\n{b}",
    "Dnr SN/2026:11{n}→§ {n}\n{t}\n{b}",
    "| Socialnämnden | 2026-03-12 | § {n} |\n| {t} | | |\n{b}\n",
    "| Direktionen | Protokoll | § {n} |\n| | 12.3.2026 | |\n\n# {t}\n{b}\n",
    "| Paragraf | § {n} |\n| Ärende | {t} |\n\n{b}\n",
    "| § | {n} |\n| Rubrik | {t} |\n| Dnr | 2026/1{n} |\n\n{b}\n",
    "SN§{n} {t}\n{b}",
    "Ärende nr {n}\n{t}\n{b}",
    "P. {n} {t}\n{b}",
    "# {t}\nSN § {n}, dnr 2026/11{n}\n{b}",
    "§ {n}.\n{t}.\n{b}",
    "4{n}. § {n} {t}\n{b}",
    "Ärende 4{n} § {n} {t}\n{b}",
    "§ {n} Ärende 4{n} {t}\n{b}",
    "§ {n} (4{n}) {t}\n{b}",
    "4{n}. {t}, § {n}\n{b}",
    "§ {n}\n4{n}. {t}\n{b}",
    "§ {n}\nÄrende: {t}\n{b}",
    "§ {n}/12.3.2026 {t}\n{b}",
    "Par. {n} {t}\n{b}",
)


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize("form", FORMS)
def test_a_point_is_found_however_its_number_is_written(form: str, front: str) -> None:
    text = front + "".join(
        form.format(n=n, t=title, b=below).rstrip("\n") + "\n\n" for n, (title, below) in enumerate(zip(TITLES, TEXTS, strict=True), 5)
    )
    minutes = read(text)
    assert [(item.number, (item.title or "").strip(".")) for item in minutes.items] == [(str(n), title) for n, title in enumerate(TITLES, 5)]
    if "|" not in form:
        assert [decision.text for decision in minutes.decisions if decision.kind == "decision"] == ["Planen antogs.", "Svaret lämnas enligt bilaga."]


def test_a_line_of_a_page_s_head_or_foot_decides_nothing() -> None:
    text = FRONTS[0] + "".join(
        f"Socialnämnden→Sida {n} (9)\n§ {n}→{title}\n{below}\nJusterandes signatur→Utdragsbestyrkande\n"
        for n, (title, below) in enumerate(zip(TITLES, TEXTS, strict=True), 5)
    )
    told = [decision.text for decision in read(text).decisions if decision.kind == "decision"]
    assert told == ["Planen antogs.", "Svaret lämnas enligt bilaga."]


def test_a_case_number_and_two_years_are_told_apart() -> None:
    page = FRONTS[0] + "§ 5 Plan 2026/2027\nInget.\n§ 6 Plan 2026/27\nInget.\n§ 7 Plan 2026/127\nInget.\n"
    assert [item.title for item in read(page).items] == ["Plan 2026/2027", "Plan 2026/27", "Plan"]


def test_sections_of_a_law_before_titles_are_no_numbers_of_points() -> None:
    page = FRONTS[0] + "1 § 19 Ekonomi\nInget.\n2 § 19 Larm\nInget.\n3 § 11 Stängning\nInget.\n"
    assert [(item.number, item.title) for item in read(page).items] == [("1", "§ 19 Ekonomi"), ("2", "§ 19 Larm"), ("3", "§ 11 Stängning")]

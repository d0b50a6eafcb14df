"""Under which heads a column beside what was said holds what was decided, and under which it does not, however the cells are told."""

from __future__ import annotations

import pytest

from functions.model.minutes import Minutes, Tier
from tests.interpreting.pages import ROSTER, read

TOLD = (
    "Telefonuppföljning efter sex veckor prövas under våren.",
    "Checklistan ska få plats på en sida.",
    "Videobesöken får ett eget bokningssystem.",
)

DECIDED = """
    Beslut; Besluten; Beslutat; Beslutslogg; Beslutsruta; Beslut i punkten; Beslut i frågan; Beslut på mötet; Mötets beslut; Vårt beslut; Våra beslut;
    Fattade beslut; Beslutades; Beslutade; Vi beslutade; Vad vi beslutade; Vad beslutades?; Det beslutades; Mötet beslutade;
    Rådet beslutade; Rådets beslut;
    Bestämt; Bestämdes; Vi bestämde; Vad vi bestämde; Vad bestämdes?; Det vi bestämde; Det här bestämde vi; Så här bestämde vi;
    Överenskommet; Överenskommelse; Överenskommelser; Vi kom överens om; Kom överens om; Vi är överens om; Vi enades om; Rådet enades om; Konsensus;
    Slutsats; Slutsatser; Mötets slutsats; Rådets slutsats; Ställningstagande; Rådets ställningstagande; Vårt ställningstagande;
    Beslut/slutsats; Slutsats/beslut; Beslut eller ställningstagande; Beslut (kort); Klubbat; Vad bestämde vi?; Vad enades vi om?
"""
OTHERS = """
    Förslag till beslut; Beslutsförslag; Förslag; Beslutsunderlag; Underlag för beslut; Beslutsfattare; Beslutas av; Vem beslutar; Beslut senast;
    Beslutsdatum; Tidigare beslut; Beslut vid förra mötet; Förra mötets beslut; Kommande beslut; Väntar på beslut; Regeringens beslut; Att besluta om;
    Behöver beslutas; Beslut fattas av; Ej beslutat; Inte bestämt än; Beslutsnivå; Frågor att bestämma
"""


def named(heads: str) -> list[str]:
    return [head.strip() for head in heads.split(";")]


def beside_what_was_said(head: str) -> Minutes:
    """Minutes whose points are a table with such a column."""
    titles = ("Väntetider", "Yrsel", "Video")
    rows = "\n".join(f"| {number} | {titles[number]} | Läget gicks igenom. | {told} |" for number, told in enumerate(TOLD))
    return read(f"{ROSTER}\n| Nr | Punkt | Anteckning | {head} |\n{rows}\n")


@pytest.mark.parametrize("head", named(DECIDED))
def test_a_column_of_decisions_is_known_by_its_head(head: str) -> None:
    found = beside_what_was_said(head)
    assert [(one.tier, one.text) for one in found.decisions] == [(Tier.SURE, told) for told in TOLD]
    assert not found.actions


@pytest.mark.parametrize("head", named(OTHERS))
def test_a_column_for_what_is_proposed_or_decided_elsewhere_holds_no_decision_of_ours(head: str) -> None:
    assert not beside_what_was_said(head).decisions


@pytest.mark.parametrize("head", ["Beslut/åtgärd", "Åtgärd och beslut", "Beslut, ansvarig"])
def test_a_column_that_holds_decisions_and_more_is_no_column_of_proposals(head: str) -> None:
    found = read(f"{ROSTER}\n| Nr | Punkt | Anteckning | {head} |\n| 1 | Bussen | Läget gicks igenom. | Rådet beslutar att köra två turer. |\n")
    assert [one.text for one in found.decisions] == ["Rådet beslutar att köra två turer."]

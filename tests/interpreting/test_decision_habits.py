"""What one writer does elsewhere on the page speaks for a sentence that no rule knows. All invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from functions.interpreting.decision_habits import habits_in, opens_with_arrow
from functions.interpreting.layout import ItemText, Line
from functions.interpreting.spans import Span
from functions.interpreting.statements import Statement
from functions.model.document import Block, Cell, Run
from functions.model.minutes import Decision
from tests.interpreting.pages import ROSTER, read


def _said(text: str, *, at: int, bold: bool = False, row: int | None = None, item: ItemText | None = None) -> Statement:
    runs = (Run(0, len(text), bold=bold),)
    block = Block(f"b{at}", text, runs=runs, cell=Cell(1, row, 1) if row is not None else None)
    span = Span(block, 0, len(text))
    return Statement(item, span, Line(span, row=row or 0))


def _habits(*statements: Statement, decided: frozenset[int]) -> list[dict[str, float]]:
    places = {id(statement.span.block) for at, statement in enumerate(statements) if at in decided}
    return habits_in(statements, decides=lambda span: id(span.block) in places)


def test_a_bold_sentence_has_the_share_of_the_other_bold_ones_that_decide_and_a_plain_one_none() -> None:
    said = [
        _said(text, at=at, bold=at < 3) for at, text in enumerate(("Rådet köper två kameror", "Rådet sänker avgiften", "Tre kvällar", "Bo kom sent"))
    ]
    habits = _habits(*said, decided=frozenset({0, 1}))
    assert habits[2] == {"look": 2 / 4}
    assert habits[0] == {"look": 1 / 4}  # it does not speak for itself
    assert habits[3] == {}


def test_a_row_of_its_own_below_the_matter_is_another_place_than_the_matter_s_own_row() -> None:
    first, second = ItemText("1", ()), ItemText("2", ())
    said = [
        _said("Bo redogör", at=0, row=1, item=first), _said("Rådet köper två kameror", at=1, row=2, item=first),
        _said("Cia redogör", at=2, row=3, item=second), _said("40 till kursen", at=3, row=4, item=second),
    ]  # fmt: skip
    habits = _habits(*said, decided=frozenset({1}))
    assert habits[3] == {"row": 1 / 3}
    assert habits[0] == habits[2] == {}


@pytest.mark.parametrize(("line", "arrow"), [("→ Ny mall", True), ("=> Ny mall", True), ("– Ny mall", False), ("Ny mall → gammal", False)])
def test_an_arrow_counts_where_it_leads_the_line(line: str, arrow: bool) -> None:
    said = _said(line, at=0)
    assert opens_with_arrow(replace(said, first=True)) is arrow


def _decided(title: str, text: str) -> list[Decision]:
    return [decision for decision in read(f"{ROSTER}# 1. {title}\n{text}\n# 2. Övrigt\nInget.\n").decisions if decision.kind == "decision"]


@pytest.mark.parametrize(
    ("title", "text", "rule"),
    [
        ("Tidskriften", "Prenumerationen på Nordisk syn förlängs inte.", "decision.not_changed"),
        ("Resor", "Någon ersättning utöver den som kommunen betalar utgår inte.", "decision.not_changed"),
        ("Representation", "Nätverk syn: EH fortsätter.", "decision.seated"),
        ("Presidium", "Eva Holm ordförande 2027, ingen vice.", "decision.seated"),
        ("Listor", "Länge oense. Stannade vid 1 200 som tak.", "decision.unsaid"),
        ("Avvikelser", "Frågan lämnas över till ledningsgruppen.", "decision.passed_on"),
        ("Medel", "Fördelning: 60 till kursen, 40 till skolorna.", "decision.shared"),
        ("Medel", "Ordföranden får på delegation fördela upp till 10 tkr.", "decision.allowed"),
    ],
)
def test_what_was_settled_is_proposed_by_its_construction(title: str, text: str, rule: str) -> None:
    assert [decision.rule for decision in _decided(title, text)] == [rule]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Tidskriften", "Prenumerationen förlängs inte om priset höjs."),
        ("Resor", "Kön har inte minskat och personalen ersätts inte fullt ut."),
        ("Representation", "Ny ordförande behövs."),
        ("Kameran", "Eva Holm fortsätter leta efter en lokal."),
        ("Listor", "Bo stannade vid skylten och vände."),
        ("Avvikelser", "Patienter hänvisas till akuten."),
        ("Läget", "Fördelning: 60 kvinnor och 40 män."),
    ],
)
def test_what_only_looks_settled_is_none(title: str, text: str) -> None:
    assert _decided(title, text) == []

"""Reads the bank of tables whose columns hold decisions, tasks or both (column_bank.txt): each layout is read as one document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from functions.model.minutes import Minutes
from tests.interpreting.owner_bank import ROSTER
from tests.interpreting.pages import read

BANK = Path(__file__).with_name("column_bank.txt")


@dataclass(frozen=True)
class Row:
    """A row of a table. name: the words by which its facts are told from the other rows'; decides: None where both readings do;
    tasks: the owners and the day of each of its tasks."""

    cells: str
    name: str
    decides: bool | None
    tasks: tuple[tuple[tuple[str, ...], str | None], ...]


@dataclass(frozen=True)
class Sheet:
    """A table of points ("item") or of tasks ("task"), with its heading."""

    kind: str
    heading: str
    rows: tuple[Row, ...]

    def read(self) -> Minutes:
        """What minutes say that hold the table, behind a first point where it lists tasks."""
        table = "\n".join([self.heading, *(row.cells for row in self.rows)])
        before = "" if self.kind == "item" else "# 1. Syn\nHelga visade bilder för rådet.\n# 2. Sammanfattning\n"
        return read(f"{ROSTER}{before}{table}\n")


def sheets() -> list[Sheet]:
    """The layouts of the bank."""
    found: list[Sheet] = []
    for part in BANK.read_text(encoding="utf-8").split("\n## ")[1:]:
        first, *lines = part.splitlines()
        kind, _, heading = first.partition(" ")
        found.append(Sheet(kind, heading, tuple(_row(line, kind) for line in lines if " => " in line)))
    return found


def _row(line: str, kind: str) -> Row:
    cells, _, told = line.partition(" => ")
    texts = [cell.strip() for cell in cells.strip("| ").split("|")]
    name = texts[0]
    facts = [_fact(one) for one in _facts(told)]
    decides = None if "(D)" in told else told.startswith("D")
    return Row(cells, name, decides, tuple(fact for fact in facts if fact is not None))


def _facts(told: str) -> list[str]:
    """ "D; T Bo Alm; Cia Dahl | 2026-03-20" as its facts: "D" and "T Bo Alm; Cia Dahl | 2026-03-20"."""
    return [piece.strip() for piece in told.replace("; T ", "\nT ").split("\n")]


def _fact(told: str) -> tuple[tuple[str, ...], str | None] | None:
    if not told.startswith("T "):
        return None
    who, _, due = told[2:].partition(" | ")
    return tuple(sorted(name.strip() for name in who.split(";"))), due.strip() or None


def is_right(row: Row, sheet: Sheet, minutes: Minutes) -> bool:
    """Whether the decisions, the tasks, their owners and days are those of the bank."""

    def here(item: str | None, text: str) -> bool:
        return item == row.name if sheet.kind == "item" else text.startswith(row.name[:20])

    decided = [one for one in minutes.decisions if one.kind == "decision" and here(one.item, one.text)]
    tasks = sorted((tuple(sorted(one.owners)), one.due.date if one.due else None) for one in minutes.actions if here(one.item, one.text))
    wanted = sorted((owners, due or next((d for o, d in tasks if o == owners), None)) for owners, due in row.tasks)
    return tasks == wanted and (row.decides is None or bool(decided) == row.decides)

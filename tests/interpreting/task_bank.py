"""Reads the bank of ways to give somebody a task (task_bank.txt): each line is read within the same small minutes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from functions.model.minutes import Action
from tests.interpreting.pages import read

BANK = Path(__file__).with_name("task_bank.txt")
_OPENING = """\
Minnesanteckningar Samordningsråd smärta
Datum: torsdag 5 mars 2026
Tid: 13.00–15.00
Plats: Sal Linden
# Deltagare
Karin Ek, ordförande
Mikael Berg, verksamhetschef
Lotta Sand, enhetschef
Pär Öhman, kommunikatör
Aino Rask, sekreterare
Josef Hakim, överläkare
Yvonne Dal, kassör
Rut Åberg, patientföreträdare
Stina Lund, Brukarföreningen
"""
_CLOSING = "# 2. Avslutning\nKarin Ek avslutar mötet och tackar för intresset.\nNästa möte: 14 april 2026 kl 13.\n"


@dataclass(frozen=True)
class Entry:
    """A way of writing. tasks: the owners of each task, () for a task of nobody's, none where nothing is to be done; due: where it is judged;
    proposed: a report, with an owner beside it, that may be proposed as a task and is never sure."""

    text: str
    tasks: tuple[tuple[str, ...], ...]
    due: str | None
    proposed: bool = False


def entries() -> list[Entry]:
    """The lines of the bank that tell a task, or none."""
    return [entry for entry in _entries() if not entry.proposed]


def reports() -> list[Entry]:
    """The lines of the bank that report, with an owner beside it."""
    return [entry for entry in _entries() if entry.proposed]


def _entries() -> list[Entry]:
    return [_entry(line) for line in BANK.read_text(encoding="utf-8").splitlines() if line.startswith(("+ ", "- ", "? "))]


def _entry(line: str) -> Entry:
    text, _, wanted = line[2:].partition(" => ")
    who, _, due = wanted.partition(" | ")
    groups = [group for group in who.split("&&") if group.strip()]
    tasks = tuple(tuple(sorted(name.strip() for name in group.split(";"))) if group.strip() != "?" else () for group in groups)
    return Entry(text, tasks, due.strip() or None, proposed=line.startswith("?"))


@cache  # several tests ask
def tasks_of(entry: Entry) -> tuple[Action, ...]:
    """The tasks that are read out of it."""
    said = entry.text.replace("~", "\n")
    minutes = read(f"{_OPENING}# 1. Ärendet\n{said}\n{_CLOSING}")
    return tuple(action for action in minutes.actions if action.item != "2")


def is_right(entry: Entry) -> bool:
    """Whether the tasks, their owners and the day are those of the bank."""
    found = tasks_of(entry)
    owners = sorted(tuple(sorted(action.owners)) for action in found)
    due = found[0].due.date if found and found[0].due else None
    return owners == sorted(entry.tasks) and (entry.due is None or due == entry.due)

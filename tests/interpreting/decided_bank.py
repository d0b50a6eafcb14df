"""Reads the bank of ways to decide (decided_bank.txt): each line is read within the same small minutes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from functions.model.minutes import Decision
from tests.interpreting.pages import read

BANK = Path(__file__).with_name("decided_bank.txt")
PLAIN = Path(__file__).with_name("plain_bank.txt")
"""What was decided told in plain sentences behind talk, half of the lines look-alikes."""
CONTEXT = Path(__file__).with_name("context_bank.txt")
"""Sentences about the same things, news or decisions by what is around them; lines with an odd number were put aside."""
NEWS = Path(__file__).with_name("everyday_news_bank.txt")
"""What goes on, is known or belongs to others, and what the body settled in as plain words."""
MARKED = Path(__file__).with_name("marked_bank.txt")
"""What stands behind the first sentence of a marked decision, and sentences that end with who agreed; lines with an odd number were put aside."""
_OPENING = """\
Minnesanteckningar {body}
Datum: torsdag 5 mars 2026
Tid: 13.00–15.00
Plats: Sal Linden
# Deltagare
Helga Norin (ÖS), ordförande
Bo Alm (NS), överläkare
Cia Dahl (NS), ortoptist
Eva Holm (PV), distriktsläkare
Tove Myr (ÖS), sekreterare
"""
_CLOSING = "# 2. Avslutning\nHelga Norin avslutar mötet och tackar för intresset.\n"
_ENTRY = re.compile(r"(?P<sign>[+=-])(?P<many>\d?) (?P<title>[^|]+) \| (?P<text>.+)")


@dataclass(frozen=True)
class Entry:
    """A way of writing. decided: how many decisions it tells; formal: whether it only keeps the meeting in order; line: its number in the file."""

    body: str
    title: str
    text: str
    decided: int
    formal: bool
    line: int


def entries(bank: Path = BANK) -> list[Entry]:
    """The lines of the bank, or of another one in its marks."""
    found: list[Entry] = []
    body = ""
    for number, line in enumerate(bank.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("## "):
            body = line[3:]
        elif (match := _ENTRY.fullmatch(line)) is not None:
            decided = int(match["many"] or 1) if match["sign"] == "+" else 0
            found.append(Entry(body, match["title"], match["text"], decided, match["sign"] == "=", number))
    return found


def decided(entry: Entry) -> list[Decision]:
    """The decisions that are read out of it, formalities among them."""
    return decided_at(entry.title, entry.text.replace("~", "\n"), body=entry.body)


def decided_at(title: str, said: str, *, body: str) -> list[Decision]:
    """The body's own decisions that are read out of a point's text, formalities among them."""
    minutes = read(minutes_with(title, said, body=body))
    return [decision for decision in minutes.decisions if decision.item == "1" and decision.decided_by is None]


def minutes_with(title: str, said: str, *, body: str) -> str:
    """Small minutes of a body with one point of this title and text, in the marks of `pages.page`."""
    return f"{_OPENING.format(body=body)}# 1. {title}\n{said}\n{_CLOSING}"


def is_right(entry: Entry) -> bool:
    """Whether it gives as many decisions as it tells."""
    return sum(decision.kind == "decision" for decision in decided(entry)) == entry.decided

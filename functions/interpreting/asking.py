"""What questions are made of: everything read of a document, and a question with an id that stays."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from functions.interpreting.due_dates import Calendar
from functions.interpreting.layout import Layout
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast
from functions.model.document import Document
from functions.model.minutes import Action, Doubt, MeetingFacts, Quote

NONE_OF_THEM = "Ingen av dem"
SEEN = "Sett"
YES_OR_NO = ("Ja", "Nej")


@dataclass(frozen=True, slots=True)
class Found:
    """What the doubts are looked for in."""

    document: Document
    layout: Layout
    meeting: MeetingFacts
    actions: tuple[Action, ...]
    statements: list[Statement]
    cast: Cast
    calendar: Calendar
    council_known: bool
    several: Doubt | None = None


def doubt_of(code: str, question: str, choices: tuple[str, ...], quotes: tuple[Quote, ...], *, about: str) -> Doubt:
    """A doubt with an id made of its code and what it is about, so that it stays the same when the file is read again."""
    key = re.sub(r"\s+", " ", about).casefold().strip()
    return Doubt(hashlib.sha256(f"{code}|{key}".encode()).hexdigest()[:12], code, question, choices, quotes)

"""Meetings that two councils hold together: each has a draft of its own, which names the other, and the sheet says where that one's lies.

Who was told of such a meeting by the other council's minutes only is remembered in a small book (docs/decisions/0026).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace

from functions.drafting.composing import draft_path
from functions.drafting.wording import clean, fold
from functions.library.port import Library
from functions.model.agenda import Agenda
from functions.model.library import Council
from functions.state.port import State

BOOK = "shared-meetings"
"""The book of meetings that another council's minutes call shared: date and key of the council that is named → key of the one that names it."""

_WITH = re.compile(
    r"\b(gemensam\w*|tillsammans|ihop|samordn\w*|joint\w*|together|felles|sammen)\b(?:\s+\w+)?\s+(?:med|with)\s+([^.,;()]+)", re.IGNORECASE
)
_SURE = re.compile(r"gemensam|joint|felles", re.IGNORECASE)


def with_other(agenda: Agenda, *, council: Council, library: Library, state: State, folder: str) -> Agenda:
    """The agenda with the name of the council that the meeting is held with, and a note on that one's draft; as it is for any other meeting."""
    if agenda.meeting is None:
        return agenda
    day = agenda.meeting.date[:10]
    found = _WITH.search(clean(agenda.meeting.note or ""))
    book = state.notes(BOOK)
    told = book.get(_key(day, council.key))
    said = {key for key, by in book.items() if by == json.dumps(council.key) and key.startswith(day)}
    if found is None and said:  # no longer
        state.store_notes(BOOK, dict.fromkeys(said))
    if found is None and told is None:
        return agenda
    others = [one for one in library.councils() if one.key != council.key]
    other = _named(found[2], others) if found is not None else next((one for one in others if one.key == json.loads(told or '""')), None)
    if other is None and (found is None or not _SURE.match(found[1])):
        return agenda
    name = clean(other.name if other is not None else found[2] if found is not None else "")
    if other is None:
        return replace(agenda, joint=name, notes=(f"Mötet är gemensamt med {name}. Kom överens om vilken dagordning som skickas.", *agenda.notes))
    if found is not None and said != {_key(day, other.key)}:
        state.store_notes(BOOK, {**dict.fromkeys(said), _key(day, other.key): json.dumps(council.key)})
    path = draft_path(other, meeting=agenda.meeting, folder=folder)
    where = f"Deras förslag heter {path.rsplit('/', 1)[-1]}, när det ligger klart"
    note = f"Mötet är gemensamt med {name}. {where}. Kom överens om vilken dagordning som skickas, och för över det som ska med från den andra."
    return replace(agenda, joint=name, notes=(note, *agenda.notes))


def _named(words: str, councils: Sequence[Council]) -> Council | None:
    """The known council that the words name, the longest name first."""
    said = " ".join(fold(words))
    fits = [(len(name), one) for one in councils for name in one.names if (told := " ".join(fold(name))) and f" {told} " in f" {said} "]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


def _key(day: str, council: str) -> str:
    return f"{day} {council}"

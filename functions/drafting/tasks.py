"""The open tasks as parts of the follow-up and of the appendix, in the words of the minutes, trimmed and never rewritten."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from functions.drafting.matters import item_title, titles_of
from functions.drafting.meetings import Horizon, day_of
from functions.drafting.tags import IN_APPENDIX, tag_of
from functions.drafting.task_words import without_names, words_of_task
from functions.drafting.wording import SENSITIVE, capital, clean, spell_day, spell_origin
from functions.model.agenda import AgendaPart, LeftOut, Why
from functions.model.register import OpenItem, Register

HIDDEN = "innehåller personuppgift, se filen"
_LAST_DAY = re.compile(r", senast \d{1,2} \w+(?: \d{4})?$")
"""How `_with_day` ends a text."""


def carry_tasks(rows: Sequence[OpenItem], *, register: Register, horizon: Horizon) -> tuple[tuple[AgendaPart, ...], tuple[LeftOut, ...]]:
    """The tasks as parts of the follow-up, and those whose words may not leave their file."""
    titles = titles_of(register)
    people = [clean(name) for name, _ in register.people if clean(name)]
    surnames = Counter(name.split()[-1] for name in people)
    people += [clean(owner) for owner in dict.fromkeys(owner for row in register.items for owner in row.owners)]
    parts: list[AgendaPart] = []
    left: list[LeftOut] = []
    for row in rows:
        title = item_title(row, titles=titles)
        text = words_of_task(row, title=title, horizon=horizon, people=people)
        if SENSITIVE in text:
            text = title or ""
        if not text or SENSITIVE in text:
            left.append(LeftOut(row.key, HIDDEN))
            continue
        owners = tuple(name for name in dict.fromkeys(clean(owner) for owner in row.owners) if name)
        due = (day_of(row.due, horizon=horizon) or clean(row.due.text)) if row.due else None
        parts.append(
            AgendaPart(
                tag=tag_of("row", row.key),
                text=_with_day(capital(text), row=row, beside=horizon.day),
                owners=owners,
                due=due,
                key=row.key,
                why=why_of(row),
                origin=spell_origin(row, beside=horizon.day),
                unsaid=tuple(owner for owner in owners if not _is_said(owner, text, surnames=surnames)),
            )
        )
    return tuple(parts), tuple(left)


def in_appendix(part: AgendaPart) -> AgendaPart:
    """A task as the appendix has it: who has it, and until when, stand in columns of their own."""
    text = _LAST_DAY.sub("", part.text) if part.due else part.text
    return replace(part, tag=f"{IN_APPENDIX}{part.tag}", text=capital(without_names(text, owners=part.owners)), unsaid=part.owners)


def why_of(row: OpenItem) -> Why:
    """The place in the minutes that opened the row, with its words."""
    return Why(row.opened.meeting[:10] or None, row.opened.item, row.opened.file, row.quotes)


def _with_day(text: str, *, row: OpenItem, beside: str) -> str:
    """The text with the day that its own words do not tell: from a table's column, or a new one that was set since."""
    if row.due is None or not row.due.date or row.due.date < beside or clean(row.due.text).casefold() in clean(row.text).casefold():
        return text
    edited = any(event.type == "edited" for event in row.events) and row.due.text == row.due.date
    return f"{text.rstrip('.')}, {'nytt datum' if edited else 'senast'} {spell_day(row.due.date, beside=beside)}"


def _is_said(owner: str, text: str, *, surnames: Counter[str]) -> bool:
    """Whether the text names the owner in full, or by a surname that one person of the council has ("Hagelin")."""
    if owner.casefold() in text.casefold():
        return True
    surname = owner.split()[-1]
    return " " in owner and surnames[surname] == 1 and bool(re.search(rf"(?<!\w){re.escape(surname)}s?(?!\w)", text))

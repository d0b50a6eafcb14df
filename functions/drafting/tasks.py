"""The open tasks as parts of the follow-up and of the appendix, in the words of the minutes, trimmed and never rewritten."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from functions.drafting.matters import LONGEST_PART, item_title, shorten, titles_of
from functions.drafting.meetings import Horizon, day_of
from functions.drafting.tags import tag_of
from functions.drafting.wording import SENSITIVE, capital, clean, fold, spell_day, spell_origin
from functions.model.agenda import AgendaPart, LeftOut, Why
from functions.model.register import OpenItem, Register

HIDDEN = "innehåller personuppgift, se filen"

_ATT = re.compile(r"^att\s+(?:uppdra\s+(?:åt|till)\s+)?(?=\w)", re.IGNORECASE)
_CHARGE = re.compile(r"^(?:att\s+)?uppdra\s+(?:åt|till)\s+(.{1,80}?)\s+att\s+(?=\w)", re.IGNORECASE)
"""A decision's clause: "att uppdra åt Pernilla Wikner att …", "att kansliet sammanställer …"."""
_TO_BE_DONE = re.compile(
    r"\s*[,;–]\s*(?:(?:och|samt)\s+)?(?:(?:som|vilke[nt]|vilka|den|det|detta|allt)\s+)?"
    r"(?:(?:ska|skall|bör|beräknas|väntas)\s+(?:vara\s+|bli\s+)?)?(?:klar\w*|färdig\w*)$",
    re.IGNORECASE,
)
"""What is left of "…, som ska vara klar till mötet i april" without the day."""
_HANGING = re.compile(r"(?:[\s,;:–-]+(?:samt|och|dels)\b)?[\s,;:–-]*$")
_BEFORE_DAY = r"(?:[\s,–(-]+(?:dock|senast|före|innan|till|inför|under|i|vid|den|på|mötet|nästa)\b)*"
_UNFINISHED = re.compile(r"\b(?:klar\w*|färdig\w*|vara|är|som|att|och|datum|dag|tid)$", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:saken|frågan|ärendet|detta|dem|dessa|den(?!\s+(?:\d|\w+(?:a|e)\s))|det(?!\s+\w+(?:a|e)\s))(?=\s|$|[.,])", re.IGNORECASE)
"""Words that say nothing without the matter: "Sekreteraren undersöker saken", "Josefin mejlar ut den"."""
_SHORT = 90


def carry_tasks(rows: Sequence[OpenItem], *, register: Register, horizon: Horizon) -> tuple[tuple[AgendaPart, ...], tuple[LeftOut, ...]]:
    """The tasks as parts of the follow-up, and those whose words may not leave their file."""
    titles = titles_of(register)
    surnames = Counter(clean(name).split()[-1] for name, _ in register.people if clean(name))
    parts: list[AgendaPart] = []
    left: list[LeftOut] = []
    for row in rows:
        title = item_title(row, titles=titles)
        text = _words(row, title=title, horizon=horizon)
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
                text=capital(text) + _due_words(row, beside=horizon.day),
                owners=owners,
                due=due,
                key=row.key,
                why=why_of(row),
                origin=spell_origin(row, beside=horizon.day),
                unsaid=tuple(owner for owner in owners if not _is_said(owner, text, surnames=surnames)),
            )
        )
    return tuple(parts), tuple(left)


def plainly(text: str, *, owners: Sequence[str]) -> str:
    """A decision's clause as a task: "att uppdra åt Pernilla Wikner att ta fram …" → "ta fram …" where she is its owner, who is named beside it."""
    charge = _CHARGE.match(text)
    if charge is not None and any(clean(owner).casefold() in charge[1].casefold() for owner in owners if clean(owner)):
        return text[charge.end() :]
    return _ATT.sub("", text)


def why_of(row: OpenItem) -> Why:
    """The place in the minutes that opened the row, with its words."""
    return Why(row.opened.meeting[:10] or None, row.opened.item, row.opened.file, row.quotes)


def _words(row: OpenItem, *, title: str | None, horizon: Horizon) -> str:
    """The task's own words, with its matter before them where they only point at it, and without a day that has passed."""
    text = plainly(_HANGING.sub("", shorten(_without_past_day(row, horizon=horizon), longest=LONGEST_PART)), owners=row.owners)
    shared = title and {word[:5] for word in fold(title) if len(word) > 4} & {word[:5] for word in fold(text)}
    if title and not shared and len(text) <= _SHORT and len(title) <= _SHORT and _POINTS.search(text):
        return f"{title.rstrip(' .:')}: {text}"
    return text


def _without_past_day(row: OpenItem, *, horizon: Horizon) -> str:
    """The words without a last day that lies before the meeting: beside a name it would point at somebody (promise 7)."""
    text = clean(row.text)
    words = clean(row.due.text) if row.due and row.due.date and horizon.dated and row.due.date < horizon.day else ""
    if not words:
        return text
    left = re.sub(rf"{_BEFORE_DAY}[\s,(]*\b{re.escape(words)}\)?\W*$", "", text, flags=re.IGNORECASE)
    left = _TO_BE_DONE.sub("", left) if left != text else left
    return left if left and not _UNFINISHED.search(left) else text


def _due_words(row: OpenItem, *, beside: str) -> str:
    """The day that the task's own words do not tell: from a table's column, or a new one that a person set."""
    if row.due is None or not row.due.date or row.due.date < beside or clean(row.due.text).casefold() in clean(row.text).casefold():
        return ""
    edited = any(event.type == "edited" for event in row.events) and row.due.text == row.due.date
    return f", {'nytt datum' if edited else 'senast'} {spell_day(row.due.date, beside=beside)}"


def _is_said(owner: str, text: str, *, surnames: Counter[str]) -> bool:
    """Whether the text names the owner in full, or by a surname that one person of the council has ("Hagelin")."""
    if owner.casefold() in text.casefold():
        return True
    surname = owner.split()[-1]
    return " " in owner and surnames[surname] == 1 and bool(re.search(rf"(?<!\w){re.escape(surname)}s?(?!\w)", text))

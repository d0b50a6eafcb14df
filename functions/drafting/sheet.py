"""What the secretary's own sheet is filled with: questions, why each line stands on the agenda, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from functions.drafting.context import file_title, meeting_facts
from functions.drafting.matters import LONGEST_PART, shorten
from functions.drafting.placement import in_order, is_in_doubt, is_on_agenda
from functions.drafting.task_words import plainly
from functions.drafting.wording import ROW_KINDS, SENSITIVE, SHEET_TITLE, capital, clean, is_number, spell_day, spell_origin
from functions.model.agenda import Agenda, AgendaLine, LineKind, Why
from functions.model.minutes import Doubt, Quotes
from functions.model.register import OpenItem, Puzzle, Register, RowKind, RowStatus

MOST_MEMBERS, MOST_OF_EACH = 60, 12
"""How much of the list of everybody's tasks the sheet has; all of it stands in the list Uppföljning."""

_OF_REGISTER = ("corrected", "versions_differ")  # what the register asks; rows that sleep are told where they were left out
_KEY = 8  # figures of a key by which a row is named in a command
_IN_LIST = "Svara Ja, klar eller Nej, kvar i listan Uppföljning."
_BY_COMMAND = "Svara med dagordning set och nyckeln som står vid uppgiften: status Klar, eller status Öppen om något är kvar."
_MAKE_ASK = ("seems_done", "may_be_done", "contradicted")  # what minutes said that makes it a question whether a row is done


def sheet_context_of(
    agenda: Agenda, register: Register, *, doubts: Sequence[tuple[str, Doubt]] = (), notes: Sequence[str] = (), listed: bool = True
) -> dict[str, Any]:
    """The fields of docs/templates.md for the sheet. doubts: questions with the path of their file; notes: more than the agenda has itself; listed:
    the register is a list in which people answer."""
    beside = agenda.meeting.date if agenda.meeting else ""
    rows = {row.key: row for row in register.items}
    asked = [note for note in agenda.notes if note.split(". ")[0].rstrip().endswith("?") or "? " in note]
    told = [note for note in (*agenda.notes, *notes) if note not in asked]
    left = [(rows[out.key], out.reason) for out in agenda.left_out if out.key in rows and rows[out.key].status is not RowStatus.SEEMS_DONE]
    return {
        "title": SHEET_TITLE,
        "council": clean(agenda.council),
        "meeting": meeting_facts(agenda),
        "draft": clean(agenda.file.rsplit("/", 1)[-1]),
        "has_draft": agenda.state != "own",
        "questions": [{"text": clean(note), "choices": "", "source": ""} for note in asked]
        + [{"text": clean(doubt.question), "choices": " / ".join(map(clean, doubt.choices)), "source": file_title(file)} for file, doubt in doubts]
        + [_puzzle(puzzle, rows=rows) for puzzle in register.puzzles if puzzle.code in _OF_REGISTER],
        "answer_where": _IN_LIST if listed else _BY_COMMAND,
        "seems_done": [
            {**_seems_done(row, beside=beside), "key": "" if listed else row.key[:_KEY]}
            for row in sorted(register.items, key=is_in_doubt)
            if row.status is RowStatus.SEEMS_DONE
        ],
        "notes": [clean(note) for note in told],
        "lines": [entry for line in agenda.lines for entry in _reasons(line, beside=beside)]
        + [_reason("Bilaga", part.text, part.why, beside=beside) for part in agenda.appendix],
        "own_points": [{"title": clean(line.title), "reason": clean(line.reason)} for line in agenda.lines if line.reason],
        "members": list(_members(register, beside=beside)),
        "left_out": [
            {
                "text": _words(row),
                "kind": ROW_KINDS[row.kind],
                "owners": ", ".join(clean(owner) for owner in row.owners),
                "reason": clean(reason),
                "origin": spell_origin(row, beside=beside),
            }
            for row, reason in left
        ],
    }


def _puzzle(puzzle: Puzzle, *, rows: Mapping[str, OpenItem]) -> dict[str, Any]:
    """What the register itself asks, with the words that make it ask and the points that it is about."""
    words = [f"”{quote}”" for quote in _quoted(puzzle.quotes)]
    about = [_words(rows[key]) for key in puzzle.keys if key in rows]
    return {"text": clean(puzzle.question), "choices": "", "source": " – ".join([*words, *about])}


def _reasons(line: AgendaLine, *, beside: str) -> Iterator[dict[str, Any]]:
    """Why a line stands there, one entry for each of its parts."""
    if line.parts:
        for part in line.parts:
            yield _reason(line.number, part.text, part.why, beside=beside)
    elif line.keys:
        yield _reason(line.number, line.title, line.why, beside=beside)
    elif line.origin or line.kind in (LineKind.PINNED, LineKind.GUEST):
        yield _reason(line.number, line.title, line.why, beside=beside, reason="Hör till detta möte enligt listan över kommande möten.")


def _reason(number: str, title: str, why: Why | None, *, beside: str, reason: str = "") -> dict[str, Any]:
    quotes = _quoted(why.quotes) if why else []
    return {
        "number": number,
        "title": clean(title),
        "reason": reason or ("" if quotes else "Tillagd för hand."),
        "quotes": quotes,
        "source": _source(why, beside=beside) if why else "",
    }


def _quoted(quotes: Quotes) -> list[str]:
    return list(dict.fromkeys(clean(quote.text) if quote.text is not None else SENSITIVE for quote in quotes))


def _source(why: Why, *, beside: str) -> str:
    item = clean(why.item or "")
    point = f"punkt {item.strip('§. ')}" if is_number(item) else item
    return ", ".join(part for part in (spell_day(why.meeting, beside=beside) if why.meeting else "", point, file_title(why.file)) if part)


def _members(register: Register, *, beside: str) -> Iterator[dict[str, Any]]:
    """Everybody's open tasks, by name; groups too ("alla förvaltningar"). No day that has passed, no counts."""
    held: dict[str, list[OpenItem]] = {}
    for row in register.items:
        if row.kind is RowKind.ACTION and is_on_agenda(row):
            for owner in dict.fromkeys(clean(owner) for owner in row.owners if clean(owner)):
                held.setdefault(owner, []).append(row)
    for name in sorted(held, key=str.casefold)[:MOST_MEMBERS]:
        rows = sorted(held[name], key=in_order)[:MOST_OF_EACH]
        yield {"name": name, "points": [{"text": _words(row), "origin": spell_origin(row, beside=beside)} for row in rows]}


def _seems_done(row: OpenItem, *, beside: str) -> dict[str, Any]:
    told = [event for event in reversed(row.events) if event.quotes and event.type != "opened"]
    last = next((event for event in told if event.type in _MAKE_ASK), next(iter(told), None))
    why = Why(last.meeting, last.item, last.file, last.quotes) if last else None
    return {
        "text": _words(row),
        "owners": ", ".join(clean(owner) for owner in row.owners),
        "origin": spell_origin(row, beside=beside),
        "quote": " … ".join(_quoted(last.quotes)) if last else "",
        "source": _source(why, beside=beside) if why else "",
        "note": "Är det klart? Punkten står kvar i förslaget." if is_in_doubt(row) else "",
    }


def _words(row: OpenItem) -> str:
    return capital(plainly(shorten(row.text, longest=LONGEST_PART), owners=row.owners))

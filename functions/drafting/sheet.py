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
from functions.model.doubts import Asked
from functions.model.minutes import Quotes
from functions.model.register import OpenItem, Puzzle, Register, RowKind, RowStatus

MOST_MEMBERS, MOST_OF_EACH = 60, 12
"""How much of the list of everybody's tasks the sheet has; all of it stands in the list Uppföljning."""

_OF_REGISTER = ("corrected", "versions_differ")  # what the register asks; rows that sleep are told where they were left out
_AWAITING = (RowStatus.PROPOSED, RowStatus.DORMANT)  # left out until a person says that they are to be there
_KEY = 8  # figures of a key by which a row is named in a command
_ASK_IN_LIST = "Svara i listan Uppföljning, vyn Att kontrollera. Tid och plats fylls i i listan Rådens möten."
_ASK_BY_COMMAND = "Svara med kommandot som står under frågan, i mappen med anteckningarna."
_LEFT_IN_LIST = (
    "Ska något som är ej bekräftat eller vilande vara med? Sätt Status till Öppen i listan Uppföljning, annars till Inte en uppgift eller Avförd."
)
_LEFT_BY_COMMAND = (
    "Ska något som är ej bekräftat eller vilande vara med? Svara med dagordning set och nyckeln: status Öppen, annars "
    'status "Inte en uppgift" eller status Avförd.'
)
_IN_LIST = "Svara Ja, klar eller Nej, kvar i listan Uppföljning."
_BY_COMMAND = "Svara med dagordning set och nyckeln som står vid uppgiften: status Klar, eller status Öppen om något är kvar."
_MEETING_ASKED = {"När är": "DATUM --time TID --place PLATS", "Vilken tid": "--time TID", "Var är": "--place PLATS"}  # how a question begins
_WITHOUT_LISTS = {
    "finns i listan Uppföljning, vyn Historiska": "visas med dagordning register --all",
    "i listan Råd": "i rådets inställningar",
}
_MAKE_ASK = ("seems_done", "may_be_done", "contradicted")  # what minutes said that makes it a question whether a row is done


def sheet_context_of(
    agenda: Agenda, register: Register, *, doubts: Sequence[Asked] = (), notes: Sequence[str] = (), listed: bool = True
) -> dict[str, Any]:
    """The fields of docs/templates.md for the sheet. doubts: questions about files; notes: more than the agenda has itself; listed:
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
        "questions": [{"text": clean(note), "choices": "", "source": "", "answer": "" if listed else _meeting_answer(note, agenda)} for note in asked]
        + [_doubt(asked, listed=listed) for asked in doubts]
        + [_puzzle(puzzle, rows=rows, listed=listed) for puzzle in register.puzzles if puzzle.code in _OF_REGISTER],
        "questions_where": _ASK_IN_LIST if listed else _ASK_BY_COMMAND,
        "left_where": (_LEFT_IN_LIST if listed else _LEFT_BY_COMMAND) if any(row.status in _AWAITING for row, _ in left) else "",
        "answer_where": _IN_LIST if listed else _BY_COMMAND,
        "seems_done": [
            {**_seems_done(row, beside=beside), "key": "" if listed else row.key[:_KEY]}
            for row in sorted(register.items, key=is_in_doubt)
            if row.status is RowStatus.SEEMS_DONE
        ],
        "notes": [_for_here(clean(note), listed=listed) for note in told],
        "lines": [entry for line in agenda.lines for entry in _reasons(line, beside=beside)]
        + [_reason("Bilaga", part.text, part.why, beside=beside) for part in agenda.appendix],
        "own_points": [{"title": clean(line.title), "reason": _for_here(clean(line.reason), listed=listed)} for line in agenda.lines if line.reason],
        "members": list(_members(register, beside=beside)),
        "left_out": [
            {
                "text": _words(row),
                "kind": ROW_KINDS[row.kind],
                "owners": ", ".join(clean(owner) for owner in row.owners),
                "reason": clean(reason),
                "origin": spell_origin(row, beside=beside),
                "key": "" if listed or row.status not in _AWAITING else row.key[:_KEY],
            }
            for row, reason in left
        ],
    }


def _for_here(text: str, *, listed: bool) -> str:
    """A sentence that speaks of a list, as it is where there is none."""
    for said, instead in () if listed else _WITHOUT_LISTS.items():
        text = text.replace(said, instead)
    return text


def _meeting_answer(note: str, agenda: Agenda) -> str:
    """The command that answers a question about the meeting itself; "" for one that no command answers."""
    words = next((words for begins, words in _MEETING_ASKED.items() if note.startswith(begins)), None)
    day = f"{agenda.meeting.date[:10]} " if agenda.meeting else ""
    return f'dagordning meeting "{clean(agenda.council)}" {day}{words}' if words else ""


def _doubt(asked: Asked, *, listed: bool) -> dict[str, Any]:
    """A question about a file, or about a name in several, with the words that make it ask where they are kept."""
    told = f'dagordning answer "{asked.files[0]}" {asked.doubt.id} SVAR'
    where = file_title(asked.files[0]) + asked.and_more
    return {
        "text": clean(asked.doubt.question),
        "choices": " / ".join(map(clean, asked.doubt.choices)),
        "source": " – ".join(filter(None, (*(f"”{clean(words)}”" for words in asked.words), where))),
        "answer": "" if listed else told,
    }


def _puzzle(puzzle: Puzzle, *, rows: Mapping[str, OpenItem], listed: bool) -> dict[str, Any]:
    """What the register itself asks, with the words that make it ask and the points that it is about."""
    words = [f"”{quote}”" for quote in _quoted(puzzle.quotes)]
    about = [_words(rows[key]) for key in puzzle.keys if key in rows]
    told = f'dagordning answer "{puzzle.file}" {puzzle.id[:12]} SVAR' if puzzle.file and not listed else ""
    choices = " / ".join(map(clean, puzzle.choices)) if told else ""
    return {"text": clean(puzzle.question), "choices": choices, "source": " – ".join([*words, *about]), "answer": told}


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

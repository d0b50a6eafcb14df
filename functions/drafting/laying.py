"""Lays a draft and the secretary's sheet in the library, never over what somebody edited or took away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from functions import errors
from functions.drafting.accessibility import Finding, check_accessibility
from functions.drafting.composing import compose, sheet_path
from functions.drafting.meetings import due_for_draft
from functions.drafting.papers import SHEET, choose_template
from functions.drafting.rendering import render_draft, render_underlag, render_with_fallback
from functions.library.port import Library
from functions.model.agenda import Agenda
from functions.model.events import Event, EventType, event_id
from functions.model.library import Council, StoredDraft, WriteResult
from functions.model.minutes import Doubt
from functions.model.register import Meeting, Register

_HELD = "Förslaget är öppet i ett annat program. Det görs om när det stängs."


@dataclass(frozen=True, slots=True)
class Laid:
    """What became of a draft. outcome: written, unchanged, edited (hers stays), removed (she deleted it), own (her own agenda lies there),
    waiting (it, or the template, is open in Word) or failed (it cannot be saved); note: what the secretary should know; findings: what keeps the
    draft as it stands, hers too, from being accessible."""

    agenda: Agenda
    outcome: str
    sheet: str | None = None
    note: str | None = None
    findings: tuple[Finding, ...] = ()


def lay_draft(
    register: Register,
    *,
    council: Council,
    events: Sequence[Event],
    doubts: Callable[[], Sequence[tuple[str, Doubt]]],
    own_agenda: Callable[[str | None], str | None],
    now: date,
    requested: bool,
    draft_folder: str,
    library: Library,
    meeting: Meeting | None = None,
) -> Laid | None:
    """The draft for the next meeting when it is due, or requested; None when it is not its time.

    doubts: gives the open questions with their files, asked only when a sheet is made; own_agendas: (date, path) of people's own agendas
    of this council. The draft is replaced only while its bytes are ours. Raises errors.Unavailable when the library does not answer.
    """
    if not requested and not due_for_draft(register, now=now, council=council):
        return None
    agenda = compose(register, now=now, council=council, meeting=meeting, draft_folder=draft_folder)
    day = agenda.meeting.date if agenda.meeting else None
    own = own_agenda(day)
    if own is not None:
        agenda = compose(register, now=now, council=council, meeting=meeting, own_agenda=own, draft_folder=draft_folder)
    try:
        return _lay(agenda, register, council=council, events=events, doubts=doubts, requested=requested, draft_folder=draft_folder, library=library)
    except errors.Unavailable:
        raise
    except errors.Locked as problem:
        return Laid(agenda, "waiting", note=problem.message)
    except errors.NoAccess as problem:
        return Laid(agenda, "failed", note=problem.message)


def _lay(
    agenda: Agenda,
    register: Register,
    *,
    council: Council,
    events: Sequence[Event],
    doubts: Callable[[], Sequence[tuple[str, Doubt]]],
    requested: bool,
    draft_folder: str,
    library: Library,
) -> Laid:
    if agenda.state == "own":
        sheet, note = _lay_sheet(agenda, register, council=council, doubts=doubts, note=None, draft_folder=draft_folder, library=library)
        return Laid(agenda, "own", sheet, note)
    day = agenda.meeting.date if agenda.meeting else None
    stored = library.draft(agenda.file)
    drafted = event_id(council.key, "drafted", day or "", agenda.file)
    if stored is None and not requested and any(event.id == drafted for event in events):
        return Laid(agenda, "removed", note="Förslaget är borttaget, så inget nytt görs för det mötet. Begär ett med dagordning draft.")
    chosen = choose_template(council, library.templates())
    data, note = render_with_fallback(lambda template: render_draft(agenda, template=template), chosen=chosen)
    outcome = "edited" if stored is not None and not _is_ours(stored) else _put(agenda.file, data, stored, library=library)
    if outcome in ("written", "unchanged"):
        library.append_events(
            [Event(drafted, council.key, EventType.DRAFTED, meeting=day, file=agenda.file, by="program", data={"path": agenda.file})]
        )
    sheet, note = _lay_sheet(agenda, register, council=council, doubts=doubts, note=note, draft_folder=draft_folder, library=library)
    standing = stored.data if stored is not None and outcome == "edited" else data
    return Laid(agenda, outcome, sheet, note or (_HELD if outcome == "waiting" else None), check_accessibility(standing))


def _put(path: str, data: bytes, stored: StoredDraft | None, *, library: Library) -> str:
    if stored is not None and stored.data == data:
        return "unchanged"
    result = library.put_draft(path, data, expected=stored.sha256 if stored is not None else None)
    return {WriteResult.WRITTEN: "written", WriteResult.LOCKED: "waiting"}.get(result, "edited")


def _is_ours(stored: StoredDraft) -> bool:
    return stored.ours is not None and stored.ours == stored.sha256


def _lay_sheet(
    agenda: Agenda,
    register: Register,
    *,
    council: Council,
    doubts: Callable[[], Sequence[tuple[str, Doubt]]],
    note: str | None,
    draft_folder: str,
    library: Library,
) -> tuple[str, str | None]:
    """The sheet's path, and the note with what is to be said of the sheet's own template."""
    path = sheet_path(agenda, draft_folder=draft_folder)
    stored = library.draft(path)
    if stored is not None and not _is_ours(stored):
        return path, note
    asked = tuple(doubts())
    chosen = choose_template(council, library.templates(), paper=SHEET)
    told = tuple(filter(None, (note, chosen.note)))
    data, said = render_with_fallback(
        lambda template: render_underlag(agenda, register, doubts=asked, notes=told, template=template), chosen=chosen, paper=SHEET
    )
    if said and said not in told:
        told = (*told, said)
        data = render_underlag(agenda, register, doubts=asked, notes=told)
    _put(path, data, stored, library=library)
    return path, " ".join(told) or None

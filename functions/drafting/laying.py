"""Lays a draft and the secretary's sheet in the library: new, told anew, or merged into what she edited; never over what she wrote or took away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from functions import errors
from functions.drafting.accessibility import Finding, check_accessibility
from functions.drafting.base import Base, base_of
from functions.drafting.beside import said_of_draft, show_beside
from functions.drafting.composing import OwnAgenda, compose, sheet_path
from functions.drafting.meetings import coming_meetings, due_for_draft, next_meeting
from functions.drafting.merging import Merged, compare, is_untouched, merge
from functions.drafting.paper import Unmergeable, open_paper
from functions.drafting.papers import SHEET, choose_template
from functions.drafting.rendering import render_draft, render_underlag, render_with_fallback
from functions.drafting.reporting import READY_NOTE, acts_of, beside_note, merge_note, sent_note
from functions.drafting.sharing import with_other
from functions.drafting.versions import (
    PROPOSAL,
    READY,
    Version,
    forget_old,
    new_version,
    path_of,
    read_versions,
    settle,
    state_of,
    store_version,
    versions_for,
    write_version,
)
from functions.library.port import Library
from functions.model.agenda import Agenda
from functions.model.doubts import Asked
from functions.model.events import Event, EventType, event_id
from functions.model.library import Council, StoredDraft, Template, WriteResult
from functions.model.register import Meeting, Register
from functions.state.port import State

_HELD = "Förslaget är öppet i ett annat program. Det görs om när det stängs."
_REMOVED = "Förslaget är borttaget, så inget nytt görs för det mötet. Begär ett med dagordning draft."


@dataclass(frozen=True, slots=True)
class Laid:
    """What became of a draft, and what the secretary should know (note).

    outcome: written, unchanged, edited (hers stays, nothing is new), merged (what is new stands in hers), beside (that cannot be done: a new file),
    ready or sent (left as it is), removed (she deleted it), withdrawn (the meeting is cancelled), own (her own agenda lies there), waiting (it, or
    the template, is open in Word) or failed (it cannot be saved); findings: what keeps the draft as it stands, hers too, from being accessible.
    """

    agenda: Agenda
    outcome: str
    sheet: str | None = None
    note: str | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """Where drafts are laid, and what is known there. events: of the council's log those that no reading tells; doubts: gives the open questions with
    their files, asked only when a sheet is made."""

    council: Council
    register: Register
    events: Sequence[Event]
    doubts: Callable[[], Sequence[Asked]]
    now: date
    draft_folder: str
    library: Library
    state: State


def lay_drafts(
    desk: Desk, *, own_agenda: Callable[[str | None], OwnAgenda | None], requested: bool, meeting: Meeting | None = None
) -> tuple[Laid, ...]:
    """The draft for `meeting`, by default the next one, when it is due, requested, or there already; behind it the other ones that lie ready (they
    were asked for ahead), told anew. Empty when it is time for none.

    own_agenda: a person's own agenda for a date. Raises errors.Unavailable when the library does not answer.
    """
    known = read_versions(desk.state, council=desk.council.key)
    forget_old(known, now=desk.now, state=desk.state)
    try:
        withdrawn = _withdrawn(desk, known)
    except errors.Unavailable:
        raise
    except (errors.Locked, errors.NoAccess):  # somebody has it open: next time
        withdrawn = None
    first = meeting or next_meeting(desk.register, now=desk.now)
    others = [one for one in coming_meetings(desk.register, now=desk.now) if first is not None and one.date[:10] != first.date[:10]]
    laid = [_lay_when_due(first, desk, known=known, own_agenda=own_agenda, requested=requested)]
    laid += [_lay_when_due(one, desk, known=known, own_agenda=own_agenda, requested=False, ahead=True) for one in others]
    found = tuple(one for one in laid if one is not None)
    return found or ((withdrawn,) if withdrawn is not None else ())


def _lay_when_due(
    meeting: Meeting | None,
    desk: Desk,
    *,
    known: Sequence[Version],
    own_agenda: Callable[[str | None], OwnAgenda | None],
    requested: bool,
    ahead: bool = False,
) -> Laid | None:
    """One meeting's draft; None when it is not its time. ahead: only one that lies there is told anew."""
    met = frozenset(one.date[:10] for one in desk.register.meetings if not one.removed)
    mine = versions_for(meeting, known, undated=not ahead, days_met=met) if meeting or requested else ()
    drafted = any(not one.withdrawn and not (ahead and one.gone) for one in mine)
    if not requested and not due_for_draft(meeting, now=desk.now, council=desk.council, drafted=drafted, ahead=ahead):
        return None
    agenda = compose(desk.register, now=desk.now, council=desk.council, meeting=meeting, draft_folder=desk.draft_folder)
    own = own_agenda(agenda.meeting.date if agenda.meeting else None)
    if own is not None:
        agenda = compose(desk.register, now=desk.now, council=desk.council, meeting=meeting, own_agenda=own, draft_folder=desk.draft_folder)
    try:
        agenda = with_other(agenda, council=desk.council, library=desk.library, state=desk.state, folder=desk.draft_folder)
        return _lay(agenda, desk, mine=mine, requested=requested)
    except errors.Unavailable:
        raise
    except errors.Locked as problem:
        return Laid(agenda, "waiting", note=problem.message)
    except errors.NoAccess as problem:
        return Laid(agenda, "failed", note=problem.message)


def _lay(agenda: Agenda, desk: Desk, *, mine: Sequence[Version], requested: bool) -> Laid:
    if agenda.state == "own":
        sheet, note = _lay_sheet(agenda, desk, templates=desk.library.templates(), notes=())
        return Laid(agenda, "own", sheet, note)
    version, stored, passed = _current(agenda, desk, mine=mine)
    if stored is None and version.withdrawn is False and not requested and (version.gone or passed or _was_drafted(agenda, desk)):
        return Laid(agenda, "removed", note=_REMOVED)
    if stored is not None and (said := said_of_draft(version, desk.library.draft_cells(version.path), events=desk.events, now=desk.now)) is not None:
        desk.library.append_events([said])
        desk = replace(desk, events=(*desk.events, said))
    templates = desk.library.templates()
    chosen = choose_template(desk.council, templates)
    data, fault = render_with_fallback(lambda template: render_draft(agenda, template=template), chosen=chosen)
    outcome, version = _bring_up(version, stored, data, agenda=agenda, desk=desk, passed=passed)
    agenda = replace(agenda, file=version.path, state=state_of(version, desk.events))
    if outcome in ("written", "unchanged", "merged", "beside"):
        _note_drafted(agenda, desk)
    sheet, note = _lay_sheet(agenda, desk, templates=templates, notes=tuple(note for note in (fault, version.note) if note))
    standing = _standing(version, stored, data, outcome=outcome, desk=desk)
    findings = check_accessibility(standing) if standing is not None else ()
    if standing is not None:
        show_beside(version, state=agenda.state, findings=findings, library=desk.library, book=desk.state)
    return Laid(agenda, outcome, sheet, note or (_HELD if outcome == "waiting" else None), findings)


def _standing(version: Version, stored: StoredDraft | None, data: bytes, *, outcome: str, desk: Desk) -> bytes | None:
    """What the draft's file holds now; it is fetched only where that is not known already."""
    if outcome == "written":
        return data
    if outcome != "unchanged" or stored is None:
        stored = desk.library.draft(version.path)
    return stored.data if stored is not None else None


def _current(agenda: Agenda, desk: Desk, *, mine: Sequence[Version]) -> tuple[Version, StoredDraft | None, bool]:
    """The draft that counts now, with its file; and whether a later one was deleted, so that none is laid beside it again.

    It is moved along where its meeting has another day now.
    """
    day = agenda.meeting.date[:10] if agenda.meeting else ""
    passed = False
    for version in reversed(mine):
        moved = _follow(version, agenda, day=day, desk=desk)
        stored = desk.library.draft(moved.path)
        if stored is not None and not moved.gone:
            return settle(moved, stored), stored, passed
        if stored is None and not moved.sha and not moved.gone:  # it could never be saved: nobody took it away
            continue
        if stored is None and not moved.gone and not moved.withdrawn:
            store_version(replace(moved, gone=True), state=desk.state)
        passed = passed or not moved.withdrawn
    first = mine[0] if mine else new_version(desk.council.key, meeting=day, number=1, path=agenda.file)
    first = replace(first, meeting=day, path=agenda.file)
    return first, desk.library.draft(first.path), passed


def _follow(version: Version, agenda: Agenda, *, day: str, desk: Desk) -> Version:
    """The draft under its meeting's day; its file bears that day, unless she has it open or another file has that name."""
    path = path_of(agenda.file, version.number)
    if version.gone or version.withdrawn:
        return replace(version, meeting=day, path=path)
    if version.meeting == day:
        return version
    stored = desk.library.draft(version.path)
    if stored is None:
        there = desk.library.draft(path)  # a crash came after the move, before it was noted
        moved = there is not None and there.ours is not None
    else:
        moved = desk.library.move_draft(version.path, path, expected=stored.sha256) is WriteResult.WRITTEN
    if not moved:
        return version
    _move_sheet(version.meeting, agenda, desk)
    version = replace(version, meeting=day, path=path)
    store_version(version, state=desk.state)
    return version


def _move_sheet(day: str, agenda: Agenda, desk: Desk) -> None:
    """The sheet of the old day comes along, as far as it is ours."""
    before = replace(agenda, meeting=replace(agenda.meeting, date=day) if agenda.meeting and day else None)
    old = sheet_path(before, draft_folder=desk.draft_folder)
    stored = desk.library.draft(old)
    if stored is not None and _is_ours(stored):
        desk.library.move_draft(old, sheet_path(agenda, draft_folder=desk.draft_folder), expected=stored.sha256)


def _bring_up(version: Version, stored: StoredDraft | None, data: bytes, *, agenda: Agenda, desk: Desk, passed: bool) -> tuple[str, Version]:
    """Write, refresh or merge the draft; what was done, and the version that counts now."""
    ours = base_of(open_paper(data))
    is_ours = stored is not None and stored.ours is not None and stored.ours == stored.sha256
    said = state_of(version, desk.events)
    if stored is None or (is_ours and not version.hers and said == PROPOSAL):
        if stored is not None and stored.data == data:
            if version.base is None or version.sha != stored.sha256:  # laid by an earlier version of the program
                version = replace(version, base=ours, sha=stored.sha256)
                store_version(version, state=desk.state)
            return "unchanged", version
        return write_version(replace(version, note=""), data, base=ours, hers=False, stored=stored, library=desk.library, state=desk.state)
    if version.base is None:
        return "edited", version
    _hear(stored, version, desk=desk)
    if version.base.digest == ours.digest:
        return ("edited" if version.hers or not is_untouched(stored.data, base=version.base) else "unchanged") if said == PROPOSAL else said, version
    if said == READY:
        return READY, _told(version, READY_NOTE, desk)
    if said != PROPOSAL:
        return _lay_beside(version, stored, data, ours, note=sent_note, agenda=agenda, desk=desk, passed=passed, outcome="sent")
    try:
        merged = merge(stored.data, ours=data, base=version.base)
    except Unmergeable as problem:
        note = beside_note(str(problem))
        return _lay_beside(version, stored, None, ours, note=note, agenda=agenda, desk=desk, passed=passed, outcome="edited", fresh=data)
    return _write_merged(version, merged, stored=stored, desk=desk)


def _write_merged(version: Version, merged: Merged, *, stored: StoredDraft | None, desk: Desk) -> tuple[str, Version]:
    version = replace(version, note=merge_note(merged))
    outcome, version = write_version(version, merged.data, base=merged.base, hers=True, stored=stored, library=desk.library, state=desk.state)
    return "merged" if outcome == "written" else outcome, version


def _lay_beside(
    version: Version,
    stored: StoredDraft,
    data: bytes | None,
    ours: Base,
    *,
    note: Callable[[str], str],
    agenda: Agenda,
    desk: Desk,
    passed: bool,
    outcome: str,
    fresh: bytes = b"",
) -> tuple[str, Version]:
    """A new file beside the draft that is left as it is; none where she deleted such a one. data: to be merged with hers, if it can."""
    if passed:
        return outcome, version
    number = version.number + 1
    beside = new_version(desk.council.key, meeting=version.meeting, number=number, path=path_of(agenda.file, number))
    there = desk.library.draft(beside.path)
    if there is not None and there.ours != there.sha256:
        return outcome, _told(version, note(""), desk)
    content, base, hers = fresh, ours, False
    if data is not None and version.base is not None:
        try:
            merged = merge(stored.data, ours=data, base=version.base)
            content, base, hers = merged.data, merged.base, True
        except Unmergeable:
            content = data
    beside = replace(beside, note=note(beside.path.rsplit("/", 1)[-1]))
    done, beside = write_version(beside, content, base=base, hers=hers, stored=there, library=desk.library, state=desk.state)
    return ("beside", beside) if done == "written" else (outcome, version)


def _told(version: Version, note: str, desk: Desk) -> Version:
    if version.note != note:
        version = replace(version, note=note)
        store_version(version, state=desk.state)
    return version


def _hear(stored: StoredDraft, version: Version, *, desk: Desk) -> None:
    """Note in the log what she did to lines that carry points."""
    if version.base is None:
        return
    try:
        acts = acts_of(compare(stored.data, base=version.base), version=version, register=desk.register, events=desk.events, now=desk.now)
    except Unmergeable:
        return
    if acts:
        desk.library.append_events(acts)


def _withdrawn(desk: Desk, known: Sequence[Version]) -> Laid | None:
    """Take back drafts of meetings that are cancelled, unless she wrote in them; what became of the last one."""
    laid = None
    for meeting in desk.register.meetings:
        if not meeting.cancelled or meeting.date[:10] < desk.now.isoformat():
            continue
        for version in [one for one in known if one.meeting == meeting.date[:10] and not one.gone and not one.withdrawn]:
            stored = desk.library.draft(version.path)
            if stored is None or state_of(version, desk.events) != PROPOSAL:
                continue
            agenda = compose(desk.register, now=desk.now, council=desk.council, meeting=meeting, draft_folder=desk.draft_folder)
            version = settle(version, stored)
            untouched = version.base is not None and is_untouched(stored.data, base=version.base) and not version.hers
            if untouched and desk.library.remove_draft(version.path, expected=stored.sha256) is WriteResult.WRITTEN:
                store_version(replace(version, withdrawn=True), state=desk.state)
                sheet = desk.library.draft(path := sheet_path(agenda, draft_folder=desk.draft_folder))
                if sheet is not None and _is_ours(sheet):
                    desk.library.remove_draft(path, expected=sheet.sha256)
                laid = Laid(agenda, "withdrawn", note="Mötet är inställt, så förslaget är taget bort.")
            elif version.note != (note := "Mötet är inställt. Förslaget ligger kvar, eftersom du har skrivit i det."):
                _told(version, note, desk)
                laid = Laid(agenda, "edited", note=note)
    return laid


def _was_drafted(agenda: Agenda, desk: Desk) -> bool:
    identity = _drafted(agenda, desk).id
    return any(event.id == identity for event in desk.events)


def _note_drafted(agenda: Agenda, desk: Desk) -> None:
    event = _drafted(agenda, desk)
    if not any(known.id == event.id for known in desk.events):
        desk.library.append_events([event])


def _drafted(agenda: Agenda, desk: Desk) -> Event:
    day = agenda.meeting.date if agenda.meeting else None
    identity = event_id(desk.council.key, "drafted", day or "", agenda.file)
    return Event(identity, desk.council.key, EventType.DRAFTED, meeting=day, file=agenda.file, by="program", data={"path": agenda.file})


def _is_ours(stored: StoredDraft) -> bool:
    return stored.ours is not None and stored.ours == stored.sha256


def _lay_sheet(agenda: Agenda, desk: Desk, *, templates: Sequence[Template], notes: Sequence[str]) -> tuple[str, str | None]:
    """The sheet's path, and the notes with what is to be said of the sheet's own template."""
    path = sheet_path(agenda, draft_folder=desk.draft_folder)
    stored = desk.library.draft(path)
    if stored is not None and not _is_ours(stored):
        return path, " ".join(notes) or None
    asked = tuple(desk.doubts())
    chosen = choose_template(desk.council, templates, paper=SHEET)
    told = tuple(filter(None, (*notes, chosen.note)))
    data, said = render_with_fallback(
        lambda template: render_underlag(agenda, desk.register, doubts=asked, notes=told, listed=desk.library.has_lists, template=template),
        chosen=chosen,
        paper=SHEET,
    )
    if said and said not in told:
        told = (*told, said)
        data = render_underlag(agenda, desk.register, doubts=asked, notes=told, listed=desk.library.has_lists)
    if stored is None or stored.data != data:
        desk.library.put_draft(path, data, expected=stored.sha256 if stored is not None else None)
    return path, " ".join(told) or None

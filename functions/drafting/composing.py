"""Composes the proposed agenda of one meeting from the register, the calendar and the council's own skeleton."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

from functions.drafting.formalities import own_lines
from functions.drafting.lines import carry_matters, lay_out, number_lines
from functions.drafting.matters import is_signature
from functions.drafting.meetings import Horizon, horizon_of, later_meetings, next_meeting, previous_meeting
from functions.drafting.placement import MOST_PARTS, place
from functions.drafting.skeleton import Learned, learn
from functions.drafting.slots import Slot
from functions.drafting.tasks import carry_tasks, in_appendix
from functions.drafting.timing import pace_of, plan_times, usual_length
from functions.drafting.wording import SHEET_TITLE, TITLE, UNDECIDED, clean, fold, spell_day
from functions.model.agenda import Agenda, LeftOut
from functions.model.library import Council
from functions.model.register import Meeting, Register, RowKind, RowStatus

FOLDER = "Förslag till dagordning"
LONGEST_NAME = 120
ALIKE = 0.75
"""Share of words in common from which a line of a person's own agenda is taken to name a point."""


@dataclass(frozen=True, slots=True)
class OwnAgenda:
    """A person's own agenda for the meeting. file: its path; words: its paragraphs."""

    file: str
    words: tuple[str, ...] = ()


def compose(
    register: Register,
    *,
    now: date,
    council: Council,
    meeting: Meeting | None = None,
    own_agenda: OwnAgenda | None = None,
    draft_folder: str = FOLDER,
) -> Agenda:
    """The proposed agenda for `meeting`, by default the earliest announced one that is neither held nor cancelled, today or later.

    Where none is known the agenda has no meeting, and a note asks. own_agenda: a person's own agenda for that meeting; then the state
    is "own", there are no lines, and the notes tell which points a draft would have had. The same register and `now` give the same agenda.
    """
    meeting = meeting or next_meeting(register, now=now)
    horizon = horizon_of(register, meeting=meeting, now=now)
    previous = previous_meeting(register, before=horizon.day if meeting else date.max.isoformat())
    skeleton = learn(register, before=horizon.day if meeting else date.max.isoformat(), council=council, meeting=meeting)
    placed = place(register, horizon=horizon)
    parts, unfit = carry_tasks(placed.tasks, register=register, horizon=horizon)
    matters, hidden = carry_matters(placed.matters, register=register, meeting=meeting, horizon=horizon)
    files = {held.date[:10]: held.file for held in register.meetings if held.held}
    follows_up = any(Slot.FOLLOW_UP in point.slots for point in skeleton.points)
    shown = parts[:MOST_PARTS] if follows_up else ()
    upcoming = _without_signatures(later_meetings(register, after=horizon.day), register) if meeting else ()
    own = own_lines(skeleton, previous=previous, horizon=horizon, parts=shown, files=files, coming=bool(upcoming))
    planned, sums = plan_times(
        lay_out(matters, own=own),
        meeting=meeting,
        pace=pace_of(skeleton.past),
        lengths={line.tag: point.minutes for point, line in own},
        usual_length=usual_length(register),
    )
    lines = number_lines(planned)
    agenda = Agenda(
        council=clean(council.name),
        council_key=council.key,
        meeting=meeting,
        file=own_agenda.file if own_agenda else draft_path(council, meeting=meeting, folder=draft_folder),
        state="own" if own_agenda else "proposal",
        lines=lines,
        left_out=tuple(sorted((*placed.left_out, *unfit, *hidden), key=lambda left: (left.reason, left.key))),
        notes=(*_notes(register, meeting=meeting, horizon=horizon, previous=previous), *sums, *skeleton.changes, *_resting(skeleton)),
        previous=previous,
        upcoming=upcoming,
        chair=_role(register, "chair"),
        secretary=clean(council.secretary) if council.secretary else _role(register, "secretary"),
        appendix=tuple(in_appendix(part) for part in parts[len(shown) :]),
    )
    return _yield_to_own(agenda, own_agenda) if own_agenda else agenda


def skeleton_of(register: Register, *, now: date, council: Council) -> Learned:
    """The council's own agenda as the draft for its next meeting would have it."""
    meeting = next_meeting(register, now=now)
    return learn(register, before=meeting.date if meeting else date.max.isoformat(), council=council, meeting=meeting)


def draft_path(council: Council, *, meeting: Meeting | None, folder: str = FOLDER) -> str:
    """Where the draft lies: "Förslag till dagordning/2026-04-27 Förslag till dagordning Samordningsråd exempel.docx"."""
    return _path(TITLE, council=council.name, meeting=meeting, folder=folder)


def sheet_path(agenda: Agenda, *, draft_folder: str = FOLDER) -> str:
    """Where the secretary's sheet of this agenda lies: beside the draft, whatever file a person's own agenda is."""
    return _path(SHEET_TITLE, council=agenda.council, meeting=agenda.meeting, folder=draft_folder)


def safe_name(text: str) -> str:
    """The text as a part of a file name: SharePoint and Windows forbid some characters, and names that end in a dot or a space."""
    return re.sub(r'\s*["*:<>?/\\|#%~]+\s*', "-", clean(text)).strip(" .-")[:LONGEST_NAME].rstrip(" .-")


def _path(title: str, *, council: str, meeting: Meeting | None, folder: str) -> str:
    safe = safe_name(council) or "råd"
    day = meeting.date[:10] if meeting else "Utan datum"
    return f"{folder.strip('/')}/{day} {title} {safe}.docx".lstrip("/")


def _without_signatures(meetings: tuple[Meeting, ...], register: Register) -> tuple[Meeting, ...]:
    """The meetings with the topics that are matters."""
    people = [name for name, _ in register.people]
    return tuple(replace(one, topics=tuple(topic for topic in one.topics if not is_signature(topic, people=people))) for one in meetings)


def _resting(skeleton: Learned) -> tuple[str, ...]:
    """What comes back and is not due, each in a sentence."""
    return tuple(f"”{point.title}” står {point.rhythm} och är inte med den här gången." for point in skeleton.resting)


def _role(register: Register, role: str) -> str | None:
    return next((clean(name) for name, known in register.people if known == role), None)


def _yield_to_own(agenda: Agenda, own: OwnAgenda) -> Agenda:
    """A person's own agenda stands: no lines of ours, but she is told what a draft would have taken up and hers does not name."""
    parts = [part for line in agenda.lines for part in line.parts] + list(agenda.appendix)
    carried = [key for line in agenda.lines if not line.parts for key in line.keys] + [part.key for part in parts]
    titles = [part.text for part in parts] + [line.title for line in agenda.lines if line.keys and not line.parts]
    titles = [title for title in titles if not _names(own.words, title)]
    note = f"Det finns redan en dagordning för mötet: {agenda.file.rsplit('/', 1)[-1]}. Därför görs inget förslag."
    asked = (f"Stäm av att den tar upp: {'; '.join(titles)}",) if titles else ()
    left = tuple(LeftOut(key, "det finns en egen dagordning") for key in carried)
    return replace(agenda, lines=(), appendix=(), left_out=(*left, *agenda.left_out), notes=(note, *asked, *agenda.notes))


def _names(lines: Sequence[str], title: str) -> bool:
    """Whether one of the lines says what the title says: all its words, or most of them in order."""
    wanted = fold(title)
    for line in lines:
        there = fold(line)
        if set(wanted) <= set(there) or SequenceMatcher(None, wanted, there, autojunk=False).ratio() >= ALIKE:
            return True
    return False


def _notes(register: Register, *, meeting: Meeting | None, horizon: Horizon, previous: Meeting | None) -> tuple[str, ...]:
    """What the secretary should know before she sends the draft."""
    notes: list[str] = []
    if meeting is None:
        notes.append(f"När är nästa möte? {UNDECIDED}: inget kommande möte står i anteckningarna.")
    else:
        day = spell_day(meeting.date)
        if meeting.moved_from:
            notes.append(f"Mötet är flyttat från {spell_day(meeting.moved_from, beside=meeting.date)} till {day}.")
        if not meeting.start:
            notes.append(f"Vilken tid är mötet {day}? Ingen tid står i anteckningarna.")
        if not meeting.place and not meeting.online:
            notes.append(f"Var är mötet {day}? Ingen plats står i anteckningarna.")
        gone = [m for m in register.meetings if m.cancelled and (previous is None or previous.date < m.date) and m.date < meeting.date]
        notes += [f"Mötet {spell_day(gone_one.date)} är inställt." for gone_one in gone]
    if previous and previous.state == "ongoing":
        notes.append(f"Anteckningarna från {spell_day(previous.date)} är inte klara än (Läge: Pågår). Det som bestämdes då är därför inte med.")
    notes += [f"Väntar: {path.rsplit('/', 1)[-1]}. Punkterna därifrån är inte med än." for path in sorted(register.waiting)]
    for row in register.items:
        due = row.due.date if row.due else None
        if row.kind is RowKind.CONSULTATION and row.status in (RowStatus.OPEN, RowStatus.PART_DONE) and due and horizon.dated and due < horizon.day:
            notes.append(f"Remissen ska besvaras senast {spell_day(due, beside=horizon.day)}, före mötet: {clean(row.opened.title or row.text)}")
    if any(row.status is RowStatus.HISTORIC for row in register.items):
        notes.append("Äldre punkter från före rådets startdatum finns i listan Uppföljning, vyn Historiska.")
    return tuple(notes)

"""The command draft: the next agenda on request."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from functions import errors
from functions.commands.looking import chosen_councils, save
from functions.commands.running import raise_failed
from functions.drafting import (
    check_accessibility,
    choose_template,
    compose,
    describe,
    describe_findings,
    describe_skeleton,
    render_draft,
    render_with_fallback,
    skeleton_of,
)
from functions.drafting.laying import Laid
from functions.drafting.meetings import coming_meetings
from functions.drafting.timing import usual_length
from functions.library.folder import FolderLibrary
from functions.model.agenda import Agenda
from functions.model.library import Council
from functions.model.register import Meeting, Register
from functions.pipeline import Report, Workplace, draft, own_agenda, register_of
from functions.views import calendars, terminal
from functions.views.skeletons import show_learned

Emit = Callable[[object], None]


def write_draft(place: Workplace, library: FolderLibrary, *, council: str | None, as_json: bool, emit: Emit, day: str | None = None) -> None:
    """The next meeting's draft on request, or that of the meeting on a day (ISO date) behind it; for programs only printed. Raises errors.BadUsage
    for an unknown council, and for a day on which none of the councils has a meeting."""
    councils = chosen_councils(place, council=council)
    if not councils:
        raise errors.BadUsage("Inga råd är kända här. Kör dagordning run först.")
    meetings = _meetings_on(day, councils, place) if day else dict.fromkeys(one.key for one in councils)
    laid: list[Laid] = []
    for one in councils:
        if one.key not in meetings:
            continue
        if as_json:
            agenda = composed(place, one, meeting=meetings[one.key])
            chosen = choose_template(one, place.library.templates())
            data, _ = render_with_fallback(partial(_render, agenda), chosen=chosen)
            emit(describe(agenda) | {"accessibility": describe_findings(() if agenda.state == "own" else check_accessibility(data))})
            continue
        with place.state.lease("files"):
            register, events = register_of(one, place), library.events_of(one.key)
            laid += draft(one, place, register=register, events=events, requested=True, meeting=meetings[one.key])
    if laid:
        terminal.show_report(Report(drafts=tuple(laid)), terminal.plain_console(), root=str(library.root), drafts_only=True)
    raise_failed(laid)


def _meetings_on(day: str, councils: Sequence[Council], place: Workplace) -> dict[str, Meeting | None]:
    """The coming meeting of each council on that day, by its key."""
    coming = {one.key: coming_meetings(register_of(one, place), now=place.now) for one in councils}
    found: dict[str, Meeting | None] = {key: one for key, meetings in coming.items() for one in reversed(meetings) if one.date[:10] == day}
    if not found:
        known = ", ".join(sorted({one.date[:10] for meetings in coming.values() for one in meetings})) or "inga"
        raise errors.BadUsage(f"Inget möte är bestämt {day}. Kommande möten: {known}. Välj ett av dem med --meeting.")
    return found


def write_calendar(place: Workplace, *, council: str | None, target: Path, timezone: str) -> None:
    """The next meeting with its agenda as a calendar file, for one council or all. Raises errors.BadUsage when no meeting has a date."""
    registers = [(one, register_of(one, place)) for one in chosen_councils(place, council=council)]
    agendas = [(composed(place, one, register=register), usual_length(register)) for one, register in registers]
    dated = [(agenda, usual) for agenda, usual in agendas if agenda.meeting is not None]
    if not dated:
        raise errors.BadUsage("Nästa möte har inget datum än, så det finns inget att lägga i kalendern.")
    save(calendars.agenda_calendar(dated, now=place.now, timezone=timezone), target=target)


def _render(agenda: Agenda, template: bytes | None) -> bytes:
    return render_draft(agenda, template=template)


def composed(place: Workplace, council: Council, *, meeting: Meeting | None = None, register: Register | None = None) -> Agenda:
    """The council's next agenda (or that of `meeting`) as a draft would have it; a person's own one for that date stands in its place. register: the
    council's, where it is at hand."""
    register = register or register_of(council, place)
    agenda = compose(register, now=place.now, council=council, meeting=meeting, draft_folder=place.draft_folder)
    own = own_agenda(council, place, day=agenda.meeting.date if agenda.meeting else None)
    return compose(register, now=place.now, council=council, meeting=meeting, own_agenda=own, draft_folder=place.draft_folder) if own else agenda


def show_skeleton(place: Workplace, *, council: str | None, as_json: bool, emit: Emit) -> None:
    """Each council's own agenda, point by point with why; for programs an object a council."""
    for one in chosen_councils(place, council=council):
        learned = skeleton_of(register_of(one, place), now=place.now, council=one)
        if as_json:
            emit(describe_skeleton(learned, council=one.name))
        else:
            show_learned(one.name, learned, terminal.plain_console())


def set_skeleton(place: Workplace, *, council: str | None, points: Path | None, wheel: Path | None) -> None:
    """Set a council's points and year wheel to a file's lines; an empty file gives them back to what is learned. Raises BadUsage."""
    chosen = chosen_councils(place, council=council)
    if len(chosen) != 1:
        raise errors.BadUsage("Säg vilket råd det gäller med --council.")
    (one,) = chosen
    fixed = _lines_of(points) if points is not None else one.fixed_points
    year = _lines_of(wheel) if wheel is not None else one.year_wheel
    with place.state.lease("files"):
        place.library.put_council(replace(one, fixed_points=fixed, year_wheel=year))


def _lines_of(file: Path) -> str:
    try:
        return "\n".join(line.strip() for line in file.read_text(encoding="utf-8-sig").splitlines() if line.strip())
    except (OSError, UnicodeDecodeError) as error:
        raise errors.BadUsage(f"{file} kan inte läsas. Spara den som vanlig text (UTF-8), en punkt på varje rad.") from error

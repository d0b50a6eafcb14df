"""What happens to a file, and to its council, in order and on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from functions import errors
from functions.drafting.laying import Laid, lay_draft
from functions.following_up import project, record, start_event, withdraw
from functions.following_up.councils import council_in, council_of_folder, identify_council
from functions.model.document import Document
from functions.model.events import Event
from functions.model.library import Change, ChangeKind, Changes, Council, LibraryFile
from functions.model.minutes import Doubt, Minutes
from functions.model.register import Meeting, Register
from functions.publishing import publish, reading_values, values_from_register, values_of
from functions.publishing.lists import DECISIONS, FOLLOW_UP, MEETINGS, closed_rows, decision_rows, follow_up_rows, meeting_rows
from functions.publishing.values import cleared_values, is_settled
from functions.publishing.writing import is_reread_asked
from functions.reading import read_document
from functions.state.port import Parked, Processed
from functions.workplace import LIBRARY, Outcome, Progress, Report, Workplace, current_rules, hints_for, inputs_of, understand, words_on

__all__ = [
    "LIBRARY",
    "Outcome",
    "Progress",
    "Report",
    "Workplace",
    "draft",
    "follow_up_all",
    "handle",
    "own_agenda",
    "read_minutes",
    "register_of",
    "run",
]

BATCH = 50
"""Files between two marks of how far a run has come; a run that is killed starts again at the last mark."""

_MINUTES = ("read", "needs_a_look")
_FRONT = 15  # lines of an agenda in which its council is looked for
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class _Taken:
    """A file whose facts are in the log and whose columns are not written yet."""

    change: Change
    file: LibraryFile
    version: str
    minutes: Minutes
    council: Council | None
    said: tuple[str, ...]
    inputs: str


def run(place: Workplace, *, name: str = "files", changes: Changes | None = None, progress: Progress | None = None) -> Report:
    """Handle everything that happened since the stored cursor, then bring every council up to date. A second run without changes writes nothing.

    changes: what `watch` lets through, instead of all that the library tells; none when only the day is new. Raises errors.Locked when another run
    works here.
    """
    with place.state.lease(name):
        since = place.state.cursor(name)
        found = changes if changes is not None else place.library.changes(since)
        outcomes: dict[str, Outcome] = {}
        listed = {change for change in found.changes if change.file is not None}
        handled = [change for change in found.changes if change.file is None]
        todo = _todo(found, place)
        for start in range(0, len(todo), BATCH):
            batch = todo[start : start + BATCH]
            _note(outcomes, _handle_all(batch, place, progress=progress, done=start, total=len(todo)))
            handled += [change for change in batch if change in listed]
            along = place.library.cursor_after(found, handled, since) if start + BATCH < len(todo) else None
            if along is not None:
                place.state.store_cursor(name, along)
        if progress is not None:
            progress(len(todo), len(todo), None)
        _note(outcomes, _handle_all(_outdated(place), place))  # files whose council became known by a file that came later
        registers, drafts, again = follow_up_all(place, full=changes is None or not changes.changes)
        _note(outcomes, again)
        place.state.store_cursor(name, found.cursor)
    return Report(tuple(sorted(outcomes.values(), key=lambda outcome: outcome.file.path)), registers, drafts)


def handle(change: Change, place: Workplace) -> Outcome:
    """One file, whatever happens to it: the outcome says what it is; a failure is parked where people see it and stops no other file."""
    return _handle_all([change], place)[0]


def _handle_all(changes: Sequence[Change], place: Workplace, *, progress: Progress | None = None, done: int = 0, total: int = 0) -> list[Outcome]:
    """Fetch → read → interpret → follow up, file by file; then, each council's register told anew once, publish. Outcomes in order."""
    taken: list[Outcome | _Taken] = []
    for position, change in enumerate(changes):
        if progress is not None:
            progress(done + position, total, None)
        taken.append(_guard(partial(_take_in, change, place), change=change, place=place))
    councils = {entry.council.key: entry.council for entry in taken if isinstance(entry, _Taken) and entry.council is not None}
    registers = {key: register_of(council, place) for key, council in councils.items()}
    return [
        entry if isinstance(entry, Outcome) else _guard(partial(_tell, entry, place, registers=registers), change=entry.change, place=place)
        for entry in taken
    ]


def _guard(act: Callable[[], _Result], *, change: Change, place: Workplace) -> _Result | Outcome:
    """What the act gives, or how the file ended instead. Only what concerns the whole run is raised: no access, another run."""
    if change.file is None:
        raise errors.BadUsage("En ändrad rad är ingen fil.")
    try:
        return act()
    except errors.Vanished:
        return Outcome(change.file, "vanished")
    except errors.Unreadable as problem:
        return _park(change.file, place, problem=problem, code=problem.code, version=change.version)
    except (errors.Locked, errors.Conflict) as problem:
        return _wait(change.file, place, problem=problem)
    except errors.DagordningError:
        raise
    except Exception as problem:  # noqa: BLE001 - promise 4: a fault of ours in one file must not stop the others, and people must see it
        shown = errors.Unreadable(f"Kunde inte läsas: oväntat fel ({type(problem).__name__}). Anmäl det gärna, och försök med en ny kopia av filen.")
        return _park(change.file, place, problem=shown, code="unexpected", version=change.version)


def _take_in(change: Change, place: Workplace) -> Outcome | _Taken:
    """Fetch → read → interpret → follow up. Nothing is done where the same bytes were taken in under the same rules, answers and words of people."""
    assert change.file is not None
    file, before = change.file, place.state.processed(change.file.id)
    if change.kind is ChangeKind.DELETED:
        return _delete(file, place)
    said = words_on(file, place)
    hints, councils = hints_for(file, place, said=said, council=before.council if before else None), place.library.councils()
    if before is not None and change.version and not is_reread_asked(file, library=place.library):
        used = (change.version, current_rules(), inputs_of(file, hints, councils=councils, kind=before.status))
        if (before.version, before.rules, before.inputs) == used:
            return Outcome(file, "unchanged", council=before.council, meeting=before.meeting)
    fetched = place.library.fetch(file)
    document = read_document(fetched.data, name=file.name)
    minutes = understand(document, file=file, hints=hints, said=said, councils=councils)
    if minutes.document.kind != "minutes":
        return _not_minutes(file, minutes, document, place, version=fetched.version)

    council, is_new = identify_council(
        said=str(said["DgCouncil"]) if "DgCouncil" in said else None,
        written=minutes.meeting.body,
        file=file,
        default=place.default_council,
        councils=councils,
        days_before=place.days_before,
    )
    if council is not None and is_new:
        place.library.put_council(council)
        councils = place.library.councils()
    named = hints_for(file, place, said=said, council=council.key if council else None)
    if is_new or named != hints:  # the council is known now, and with it what it calls people
        hints, minutes = named, understand(document, file=file, hints=named, said=said, councils=councils)
    _move(file, place, before=before, council=council)
    if council is not None:
        place.library.append_events(record(minutes, file=file, council=council, events=place.library.events_of(council.key)))
    inputs = inputs_of(file, hints, councils=councils, kind=minutes.document.status)
    return _Taken(change, file, fetched.version, minutes, council, tuple(said), inputs)


def _tell(taken: _Taken, place: Workplace, *, registers: Mapping[str, Register]) -> Outcome:
    """Publish: the file's columns by its minutes and its council's register; and remember how it ended."""
    file, minutes, council = taken.file, taken.minutes, taken.council
    register = registers.get(council.key) if council is not None else None
    wanted = values_of(minutes, council=council, register=register, path=file.path)
    merged = publish(file, wanted=wanted, theirs=taken.said, library=place.library, state=place.state)
    place.state.unpark(file.id)
    key, date = council.key if council else None, minutes.meeting.date
    settled = register is not None and is_settled(register, path=file.path)
    place.state.store_processed(
        file.id, Processed(taken.version, current_rules(), taken.inputs, minutes.document.status, council=key, meeting=date, settled=settled)
    )
    name, written = council.name if council else None, tuple(sorted(merged.to_write))
    return Outcome(file, minutes.document.status, council=name, meeting=date, doubts=minutes.doubts, written=written, kept=merged.kept)


def follow_up_all(place: Workplace, *, full: bool = False) -> tuple[tuple[Register, ...], tuple[Laid, ...], tuple[Outcome, ...]]:
    """Bring every council up to date: its start, the columns that depend on the register, the lists, and the draft when it is due.

    full: every file of the library has been handled, so that a council's start can be told. The outcomes are those of files that were read again
    because their minutes became final, or govern their meeting now.
    """
    registers: list[Register] = []
    drafts: list[Laid] = []
    again: list[Outcome] = []
    known = [(file, entry) for file, entry in _processed(place) if entry.status in _MINUTES]
    listed = {name: place.library.rows(name) for name in (FOLLOW_UP, DECISIONS)}
    for council in place.library.councils():
        register = register_of(council, place)
        started = start_event(register) if full else None
        if started is not None:
            place.library.append_events([started])
            register = register_of(council, place)
        files = [(file, entry) for file, entry in known if entry.council == council.key]
        stale = [Change(ChangeKind.CHANGED, file) for file, entry in files if entry.settled != is_settled(register, path=file.path)]
        for start in range(0, len(stale), BATCH):
            again += _handle_all(stale[start : start + BATCH], place)
        for file, entry in files:
            if told := values_from_register(register, path=file.path, date=entry.meeting):
                publish(file, wanted=told, library=place.library, state=place.state)
        events = place.library.events_of(council.key)
        place.library.project_rows(MEETINGS, meeting_rows(register))
        for name, shown in ((FOLLOW_UP, follow_up_rows(register)), (DECISIONS, decision_rows(events, register))):
            place.library.project_rows(name, (*shown, *closed_rows(name, listed=listed[name], shown=shown, register=register)))
        laid = draft(council, place, register=register, events=events)
        if laid is not None:
            drafts.append(laid)
        registers.append(register)
    return tuple(registers), tuple(drafts), tuple(again)


def register_of(council: Council, place: Workplace) -> Register:
    """The council's register at `now`."""
    return project(place.library.events_of(council.key), council=council, now=place.now, settle_days=place.settle_days)


def draft(
    council: Council, place: Workplace, *, register: Register, events: Sequence[Event], requested: bool = False, meeting: Meeting | None = None
) -> Laid | None:
    """The council's next draft when it is due or requested."""
    return lay_draft(
        register,
        council=council,
        events=events,
        doubts=lambda: _doubts(register, place),
        own_agenda=lambda day: own_agenda(council, place, day=day),
        now=place.now,
        requested=requested,
        draft_folder=place.draft_folder,
        library=place.library,
        meeting=meeting,
    )


def own_agenda(council: Council, place: Workplace, *, day: str | None) -> str | None:
    """The path of a person's own agenda for the council's meeting of that ISO date; None where there is none."""
    return next(
        (file.path for file, entry in _processed(place) if day and (entry.status, entry.council, entry.meeting) == ("agenda", council.key, day)), None
    )


def read_minutes(file: LibraryFile, place: Workplace, *, unanswered: bool = False) -> Minutes:
    """The file's minutes as a run sees them, without writing anything. unanswered: as if nobody had answered a question."""
    before = place.state.processed(file.id)
    said = words_on(file, place)
    hints = hints_for(file, place, said=said, council=before.council if before else None)
    if unanswered:
        hints = replace(hints, aliases={}, answers={})
    document = read_document(place.library.fetch(file).data, name=file.name)
    return understand(document, file=file, hints=hints, said=said, councils=place.library.councils())


def _note(outcomes: dict[str, Outcome], more: Iterable[Outcome]) -> None:
    """Add outcomes; a second look counts where it did something."""
    for outcome in more:
        first = outcomes.get(outcome.file.id)
        if first is None or outcome.status != "unchanged":
            written = tuple(sorted({*(first.written if first else ()), *outcome.written}))
            outcomes[outcome.file.id] = replace(outcome, written=written)


def _todo(found: Changes, place: Workplace) -> list[Change]:
    """The changed files, then those to be looked at again, by path."""
    todo = {change.file.id: change for change in found.changes if change.file is not None}
    waiting = {entry.file for entry in place.state.parked() if entry.code == "waiting"}
    for file in place.library.files():
        before = place.state.processed(file.id)
        # A file that waits may never have been taken in; one that was read by other rules is read again.
        if file.id not in todo and (file.id in waiting or (before is not None and before.rules != current_rules())):
            todo[file.id] = Change(ChangeKind.CHANGED, file, before.version if before else "")
    for change in _outdated(place):
        if change.file is not None:
            todo.setdefault(change.file.id, change)
    return sorted(todo.values(), key=lambda change: change.file.path if change.file else "")


def _outdated(place: Workplace) -> list[Change]:
    """Files that were read with other answers, words of people or councils than there are now, or whose Läs om is ticked."""
    councils = place.library.councils()
    found = []
    for file, before in sorted(_processed(place), key=lambda known: known[1].council or ""):  # council by council, for their logs
        asked = is_reread_asked(file, library=place.library)
        if not asked and before.status in (*_MINUTES, "agenda"):
            hints = hints_for(file, place, said=words_on(file, place), council=before.council)
            asked = before.inputs != inputs_of(file, hints, councils=councils, kind=before.status)
        if asked:
            found.append(Change(ChangeKind.CHANGED, file, before.version))
    return found


def _not_minutes(file: LibraryFile, minutes: Minutes, document: Document, place: Workplace, *, version: str) -> Outcome:
    """Silence, unless something was written before: then it is taken back. A person's own agenda is remembered by council and date."""
    _move(file, place, before=place.state.processed(file.id), council=None, reason="not_minutes")
    _clear(file, place)
    ours = any((control.tag or "").startswith("dg:") for block in document.blocks for control in block.controls)
    agenda = minutes.document.kind == "agenda" and not ours
    councils = place.library.councils()
    council = _council_of_agenda(file, minutes, document, councils=councils) if agenda else None
    hints = hints_for(file, place, said=words_on(file, place), council=council.key if council else None)
    status = "agenda" if agenda else "not_minutes"
    inputs = inputs_of(file, hints, councils=councils, kind=status)
    meeting = minutes.meeting.date if agenda else None
    place.state.store_processed(
        file.id, Processed(version, current_rules(), inputs, status, council=council.key if council else None, meeting=meeting, settled=True)
    )
    place.state.unpark(file.id)
    return Outcome(file, "not_minutes")


def _council_of_agenda(file: LibraryFile, minutes: Minutes, document: Document, *, councils: Sequence[Council]) -> Council | None:
    """The known council that an agenda names in its title, its file name or its first lines ("Kallelse till …"), or that its folder is for."""
    front = [block.text for block in document.blocks if block.text.strip()][:_FRONT]
    for text in (minutes.meeting.body or "", file.name.rsplit(".", 1)[0], *front):
        found = council_in(text, councils=councils)
        if found is not None:
            return found
    return council_of_folder(file, councils=councils)


def _move(file: LibraryFile, place: Workplace, *, before: Processed | None, council: Council | None, reason: str = "other_council") -> None:
    """Take the file's facts back from the council it was counted to, when that is another one now."""
    if before is None or before.council is None or before.status == "agenda" or (council is not None and before.council == council.key):
        return
    earlier = next((c for c in place.library.councils() if c.key == before.council), None)
    if earlier is not None:
        place.library.append_events(withdraw(file, council=earlier, events=place.library.events_of(earlier.key), reason=reason))


def _clear(file: LibraryFile, place: Workplace) -> None:
    """Empty the cells that we filled, if we ever did; what people wrote stays."""
    base = place.state.base_values(file.id)
    if base.last or base.earlier:
        publish(file, wanted=cleared_values(), library=place.library, state=place.state)


def _delete(file: LibraryFile, place: Workplace) -> Outcome:
    _move(file, place, before=place.state.processed(file.id), council=None, reason="deleted")
    _clear(file, place)
    place.state.unpark(file.id)
    place.state.forget(file.id)
    return Outcome(file, "deleted")


def _park(file: LibraryFile, place: Workplace, *, problem: errors.Unreadable, code: str, version: str) -> Outcome:
    """Keep the file with its reason where people see it; what an earlier version of it told stays."""
    before = place.state.processed(file.id)
    place.state.park(Parked(file.id, file.path, problem.message, code))
    merged = publish(file, wanted=reading_values("unreadable", reason=problem.message), library=place.library, state=place.state)
    council, meeting = (before.council, before.meeting) if before and before.status != "agenda" else (None, None)
    place.state.store_processed(file.id, Processed(version, current_rules(), "", "unreadable", problem.message, council, meeting, settled=True))
    return Outcome(file, "unreadable", problem.message, problem.exit_code, written=tuple(sorted(merged.to_write)))


def _wait(file: LibraryFile, place: Workplace, *, problem: errors.DagordningError) -> Outcome:
    """Try again at the next run, and say so where people see it, unless it is the columns that cannot be written."""
    place.state.park(Parked(file.id, file.path, problem.message, "waiting"))
    with suppress(errors.Locked, errors.Conflict):
        publish(file, wanted=reading_values("waiting", reason=problem.message), library=place.library, state=place.state)
    return Outcome(file, "waiting", problem.message, problem.exit_code)


def _processed(place: Workplace) -> list[tuple[LibraryFile, Processed]]:
    return [(file, entry) for file in place.library.files() if (entry := place.state.processed(file.id)) is not None]


def _doubts(register: Register, place: Workplace) -> list[tuple[str, Doubt]]:
    """The open questions about a council's undated files and those that govern a meeting since its start; these are read again for them."""
    since = register.start_date or ""
    wanted = {meeting.file for meeting in register.meetings if meeting.held and meeting.date >= since} | set(register.waiting)
    found: list[tuple[str, Doubt]] = []
    for file, entry in _processed(place):
        if file.path in wanted and entry.status == "needs_a_look":
            with suppress(errors.Vanished, errors.Unreadable, errors.Locked):  # the next run tells
                found += [(file.path, doubt) for doubt in read_minutes(file, place).doubts]
    return found

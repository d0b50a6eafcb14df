"""What happens to a file, to a row that a person touched, and to their council, in order and on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from functions import errors
from functions.drafting.laying import Laid
from functions.keeping_up import (
    Standing,
    all_rows,
    asking_alike,
    draft,
    holding,
    is_unfinished,
    mark_unfinished,
    other_files,
    own_agenda,
    questions_listed,
    refresh,
    rows_between,
    stand,
    start_council,
    told_of_files,
    turns_of,
    unfinished_councils,
)
from functions.listening import listen
from functions.model.library import Change, ChangeKind, Changes, Council, LibraryFile, ListRow
from functions.model.register import Register
from functions.publishing.closing import emptied_questions
from functions.publishing.lists import DECISIONS, FOLLOW_UP, MEETINGS
from functions.publishing.values import is_settled
from functions.publishing.writing import is_reread_asked
from functions.reading_ahead import reading_ahead
from functions.state.port import Parked, Processed
from functions.taking_in import Seen, council_by_key, has_same_inputs, look, note_down, read_minutes, register_of, withdrawn
from functions.telling import Told, show, tell, tell_deleted, tell_unreadable, tell_waiting
from functions.workplace import LIBRARY, Outcome, Progress, Report, Workplace, current_rules, is_old

__all__ = [
    "LIBRARY",
    "Outcome",
    "Progress",
    "Report",
    "Workplace",
    "draft",
    "draft_for",
    "follow_up_all",
    "handle",
    "outdated",
    "own_agenda",
    "process",
    "read_minutes",
    "register_of",
    "run",
    "sweep",
    "take_rows",
    "turns_of",
]

BATCH = 50
"""Files between two marks of how far a run has come; a run that is killed starts again at the last mark."""

_MINUTES = ("read", "needs_a_look")
_LISTS = (FOLLOW_UP, DECISIONS, MEETINGS)
_Result = TypeVar("_Result")


def run(
    place: Workplace, *, name: str = "files", changes: Changes | None = None, progress: Progress | None = None, workers: int | None = None
) -> Report:
    """Handle everything that happened since the stored cursor, then bring every council up to date. A second run without changes writes nothing.

    changes: what `watch` lets through, instead of all that the library tells; none when only the day is new. workers: processes that read ahead;
    None: as many as there are cores, where there are many files. Raises errors.Locked when another run works here.
    """
    with place.state.lease(name):
        since = place.state.cursor(name)
        found = changes if changes is not None else place.library.changes(since)
        listen(found.changes, place, whole=found.gap)
        outcomes: dict[str, Outcome] = {}
        listed = {change for change in found.changes if change.file is not None}
        handled = [change for change in found.changes if change.file is None]
        todo = _todo(found, place)
        batches = [todo[start : start + BATCH] for start in range(0, len(todo), BATCH)]
        with reading_ahead(len(todo), workers=workers) as start_reading:
            ahead = [start_reading(batch, place) if start_reading else {} for batch in batches[:1]]
            for number, batch in enumerate(batches):
                if start_reading and number + 1 < len(batches):  # while this batch is noted down, the next one is read
                    ahead.append(start_reading(batches[number + 1], place))
                here = replace(place, ahead=ahead.pop(0)) if ahead else place
                _note(outcomes, _handle_all(batch, here, again=found.gap, progress=progress, done=number * BATCH, total=len(todo)))
                handled += [change for change in batch if change in listed]
                along = place.library.cursor_after(found, handled, since) if number + 1 < len(batches) else None
                if along is not None:
                    place.state.store_cursor(name, along)
        if progress is not None:
            progress(len(todo), len(todo), None)
        swept = sweep(place, full=changes is None or not changes.changes)
        _note(outcomes, swept.outcomes)
        place.state.store_cursor(name, found.cursor)
    return replace(swept, outcomes=tuple(sorted(outcomes.values(), key=lambda outcome: outcome.file.path)))


def sweep(place: Workplace, *, full: bool = False) -> Report:
    """Read again what was read with other answers than there are now, and bring every council up to date. full: see `follow_up_all`."""
    again = _handle_all(outdated(place), place)  # files whose council became known by a file that came later
    registers, drafts, more = follow_up_all(place, full=full)
    return Report((*again, *more), registers, drafts)


def handle(change: Change, place: Workplace) -> Outcome:
    """One file, whatever happens to it: the outcome says what it is; a failure is parked where people see it and stops no other file."""
    return _handle_all([change], place)[0]


def process(change: Change, place: Workplace, *, turns: Mapping[str, str] | None = None) -> tuple[Outcome, ...]:
    """One file alone, with its council: read outside any lease; then, under the council's, noted, published, its rows shown, a draft laid when due.

    turns: `turns_of` before anything was read of the library, so that what another run wrote since is read anew. The first outcome is the file's;
    more are those of files that had to be told anew for it. Raises errors.Locked when another run holds the council, errors.Unavailable when the
    library does not answer: then try again later, nothing is half done that is not done again.
    """
    assert change.file is not None
    turns = turns_of(place) if turns is None else turns
    before = place.state.processed(change.file.id)
    counted = before.council if before is not None and before.status != "agenda" else None
    read = partial(look, change, place, edited=counted is not None and not is_unfinished(counted, place))
    seen = change if change.kind is ChangeKind.DELETED else _guard(read, change=change, place=place)
    if isinstance(seen, Outcome):
        if not is_unfinished(counted, place):
            return (seen,)
        laid = _under_lease(council_by_key(counted, place), place)
        return (seen, *laid.outcomes)
    own = seen.council.key if isinstance(seen, Seen) and seen.council is not None and seen.kind == "minutes" and not seen.restricted else None
    councils = [council for key in sorted({counted or "", own or ""} - {""}) if (council := council_by_key(key, place)) is not None]
    with holding([council.key for council in councils] or [LIBRARY], place):
        known = turns_of(place) if councils else {}
        if any(known.get(council.key) != turns.get(council.key) for council in councils):
            place.library.begin()
        unfinished = unfinished_councils(place) if councils else []
        behind = {council.key for council in councils if council.key in unfinished}
        mark_unfinished([council.key for council in councils], place, turns=known)
        earlier = {council.key: stand(council, place) for council in councils}
        _take(seen, place)
        now = {council.key: stand(council, place) for council in councils}
        registers = {key: standing.register for key, standing in now.items()}
        told = [_tell(seen, place, registers=registers)]
        rows: dict[str, list[ListRow]] = {}
        for key, standing in now.items():
            told += _tell_others(None if key in behind else earlier[key], standing, place, but=change.file, registers=registers)
            listed = {name: place.library.rows(name) for name in _LISTS} if key in behind else None
            due = rows_between(earlier[key], standing) if listed is None else all_rows(standing, listed=listed)
            for name, given in due.items():
                rows.setdefault(name, []).extend(given)
        if isinstance(seen, Seen) and seen.restricted:
            rows.setdefault(FOLLOW_UP, []).extend(emptied_questions(place.library.rows(FOLLOW_UP), hidden={seen.file.id: seen.file.path}))
        show(told, place, registers=registers, rows=rows)
        for standing in now.values():
            _guard_council(partial(_draft, standing, place), council=standing.council, place=place)
        mark_unfinished([council.key for council in councils], place, done=True)
    return tuple(one.outcome for one in told)


def take_rows(changes: Changes, place: Workplace) -> int:
    """Note what people did in the lists, and show at once what follows from it; how many rows were told of. Raises errors.Locked like `process`."""
    heard = listen(changes.changes, place, whole=changes.gap)
    for file in (*heard.files, *asking_alike(heard.files, place)):
        before = place.state.processed(file.id)
        try:
            process(Change(ChangeKind.CHANGED, file, before.version if before else ""), place)
        except (errors.Locked, errors.Conflict):
            raise
        except errors.DagordningError as problem:  # of this file: it must not hold up every other change; the night's comparison takes it up again
            place.state.park(Parked(file.id, file.path, problem.message, "poison"))
    for key in unfinished_councils(place):  # also those that an earlier try left behind
        _under_lease(council_by_key(key, place), place)
    return heard.rows


def draft_for(council: str, place: Workplace, *, full: bool = True) -> Laid | None:
    """Bring one council (its key) up to date; its draft, None when it is not its time. full: see `follow_up_all`. Raises errors.Locked when another
    run holds the council."""
    laid = _under_lease(council_by_key(council, place), place, full=full)
    return laid.drafts[0] if laid.drafts else None


def follow_up_all(place: Workplace, *, full: bool = False) -> tuple[tuple[Register, ...], tuple[Laid, ...], tuple[Outcome, ...]]:
    """Bring every council up to date: its start, the columns that depend on the register, the lists, and the draft when it is due.

    full: every file of the library has been handled, so that a council's start can be told. The outcomes are those of files that were read again
    because their minutes became final, or govern their meeting now. A fault in one council stops no other.
    """
    listed = {name: place.library.rows(name) for name in _LISTS}
    asked = questions_listed(place, listed=listed[FOLLOW_UP])
    if asked:
        place.library.project_lists({FOLLOW_UP: asked})
    reports = [
        report
        for council in place.library.councils()
        if (report := _guard_council(partial(_bring_up, council, place, listed=listed, full=full), council=council, place=place)) is not None
    ]
    return (
        tuple(register for report in reports for register in report.registers),
        tuple(laid for report in reports for laid in report.drafts),
        tuple(outcome for report in reports for outcome in report.outcomes),
    )


def outdated(place: Workplace) -> list[Change]:
    """Files that were read with other answers, words of people or councils than there are now, or whose Läs om is ticked."""
    found = []
    for file, before in sorted(_processed(place), key=lambda known: known[1].council or ""):  # council by council, for their logs
        asked = is_reread_asked(file, library=place.library)
        if not asked and before.status in (*_MINUTES, "agenda"):
            asked = not has_same_inputs(file, before, place)
            asked = asked or (before.left and not is_old(before.meeting, place))
        if asked:
            found.append(Change(ChangeKind.CHANGED, file, before.version))
    return found


def _handle_all(
    changes: Sequence[Change], place: Workplace, *, again: bool = False, progress: Progress | None = None, done: int = 0, total: int = 0
) -> list[Outcome]:
    """Fetch → read → interpret → follow up, file by file; then, each council's register told anew once, publish. Outcomes in order."""
    seen: list[Change | Seen | Outcome | Told] = []
    for position, change in enumerate(changes):
        if progress is not None:
            progress(done + position, total, None)
        seen.append(change if change.kind is ChangeKind.DELETED else _guard(partial(look, change, place, again=again), change=change, place=place))
    for position in sorted(range(len(seen)), key=lambda position: _when(seen[position])):  # noted as the meetings were held
        seen[position] = _take(seen[position], place)
    councils = {one.council.key for one in seen if isinstance(one, Seen) and one.council is not None}
    councils |= {before.council for change in changes if change.file and (before := place.state.processed(change.file.id)) and before.council}
    registers = {key: register_of(council, place) for key in sorted(councils) if (council := council_by_key(key, place)) is not None}
    told = [_tell(one, place, registers=registers) for one in seen]
    show(told, place, registers=registers)
    return [one.outcome for one in told]


def _when(seen: Change | Seen | Outcome | Told) -> str:
    return seen.minutes.meeting.date or "" if isinstance(seen, Seen) else ""


def _take(seen: Change | Seen | Outcome | Told, place: Workplace) -> Change | Seen | Outcome | Told:
    """Note in the log what was read, or that a file is gone; a fault of ours there ends that file only."""
    if isinstance(seen, Seen):
        ended = _guard(partial(note_down, seen, place), change=seen.change, place=place)
        return ended if isinstance(ended, Told) else seen
    if isinstance(seen, Change) and seen.file is not None:
        gone = withdrawn(seen.file, place, before=place.state.processed(seen.file.id), council=None, reason="deleted")
        if gone:
            place.library.append_events(gone)
    return seen


def _tell(seen: Change | Seen | Outcome | Told, place: Workplace, *, registers: Mapping[str, Register]) -> Told:
    """Publish one file, as far as there is something to publish."""
    if isinstance(seen, Told):
        return seen
    if isinstance(seen, Outcome):
        return Told(seen)
    if isinstance(seen, Change):
        assert seen.file is not None
        return tell_deleted(seen.file, place)
    register = registers.get(seen.council.key) if seen.council is not None else None
    return _guard(partial(tell, seen, place, register=register), change=seen.change, place=place)


def _tell_others(
    before: Standing | None, after: Standing, place: Workplace, *, but: LibraryFile | None, registers: Mapping[str, Register]
) -> list[Told]:
    """Tell anew the council's other files of whom its register says something else. before: None when nobody knows what was told."""
    if before is not None:
        changed, again = other_files(before, after)
    else:
        again = [
            file
            for file in after.files.values()
            if (entry := place.state.processed(file.id)) and entry.status in _MINUTES and entry.settled != is_settled(after.register, path=file.path)
        ]
        changed = [file for file in after.files.values() if file not in again]
    told = [done for file in changed if but is None or file.id != but.id if (done := refresh(file, place, register=after.register)) is not None]
    for file in again:
        if but is None or file.id != but.id:
            change = Change(ChangeKind.CHANGED, file)
            read = _guard(partial(look, change, place), change=change, place=place)
            told.append(_tell(_take(read, place), place, registers=registers))
    return told


def _bring_up(council: Council, place: Workplace, *, listed: Mapping[str, Sequence[ListRow]], full: bool) -> Report:
    """One council: its files, its rows, its draft. listed: the lists as they stand."""
    if full:
        start_council(council, place)
    standing = stand(council, place)
    told = _tell_others(None, standing, place, but=None, registers={council.key: standing.register})
    files = [(file, entry) for file in standing.files.values() if (entry := place.state.processed(file.id)) is not None]
    standing = stand(council, place, told=told_of_files(files, place, register=standing.register))
    show(told, place, registers={council.key: standing.register}, rows=all_rows(standing, listed=listed))
    laid = _draft(standing, place)
    if is_unfinished(council.key, place):
        mark_unfinished([council.key], place, done=True)
    return Report(tuple(one.outcome for one in told), (standing.register,), laid)


def _under_lease(council: Council | None, place: Workplace, *, full: bool = False) -> Report:
    """Bring one council up to date while nobody else works on it."""
    if council is None:
        return Report()
    with holding([council.key], place):
        listed = {name: place.library.rows(name) for name in _LISTS}
        return _bring_up(council, place, listed=listed, full=full)


def _draft(standing: Standing, place: Workplace) -> tuple[Laid, ...]:
    return draft(standing.council, place, register=standing.register, events=standing.events)


def _guard(act: Callable[[], _Result], *, change: Change, place: Workplace) -> _Result | Told:
    """What the act gives, or how the file ended instead. Only what concerns the whole run is raised: no access, no answer, another run."""
    if change.file is None:
        raise errors.BadUsage("En ändrad rad är ingen fil.")
    try:
        return act()
    except errors.Vanished:
        return Told(Outcome(change.file, "vanished"))
    except errors.Unreadable as problem:
        return tell_unreadable(change.file, place, problem=problem, code=problem.code, version=change.version)
    except errors.Unavailable:
        raise
    except (errors.Locked, errors.Conflict) as problem:
        return tell_waiting(change.file, place, problem=problem)
    except errors.DagordningError:
        raise
    except Exception as problem:  # noqa: BLE001 - promise 4: a fault of ours in one file must not stop the others, and people must see it
        shown = errors.Unreadable(f"Kunde inte läsas: oväntat fel ({type(problem).__name__}). Anmäl det gärna, och försök med en ny kopia av filen.")
        return tell_unreadable(change.file, place, problem=shown, code="unexpected", version=change.version)


def _guard_council(act: Callable[[], _Result], *, council: Council, place: Workplace) -> _Result | None:
    """What the act gives; None where a fault of ours ended it, which is parked where people see it and stops no other council."""
    parked = f"council:{council.key}"
    try:
        result = act()
    except errors.DagordningError:
        raise
    except Exception as problem:  # noqa: BLE001 - promise 4, as for a file
        reason = f"Listor och dagordning för {council.name} kunde inte uppdateras: oväntat fel ({type(problem).__name__}). Anmäl det gärna."
        place.state.park(Parked(parked, council.name, reason, "unexpected"))
        return None
    if any(entry.file == parked for entry in place.state.parked()):
        place.state.unpark(parked)
    return result


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
            todo[file.id] = Change(ChangeKind.CHANGED, file, before.version if before and file.id not in waiting else "")
    for change in outdated(place):
        if change.file is not None:
            todo.setdefault(change.file.id, change)
    return sorted(todo.values(), key=lambda change: change.file.path if change.file else "")


def _processed(place: Workplace) -> list[tuple[LibraryFile, Processed]]:
    return [(file, entry) for file in place.library.files() if (entry := place.state.processed(file.id)) is not None]

"""What happens to a file, and to its council, in order and on one page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from functions import errors
from functions.drafting.laying import Laid, lay_draft
from functions.following_up import Answers, answers_of, project, record, start_event, withdraw
from functions.following_up.councils import folder_council, identify_council
from functions.interpreting import Hints, interpret, rules_version
from functions.library.port import Library
from functions.model.document import Document
from functions.model.events import Event
from functions.model.library import Change, ChangeKind, Changes, ColumnValue, Council, LibraryFile
from functions.model.minutes import Doubt, Minutes
from functions.model.register import Meeting, Register
from functions.publishing import publish, reading_values, values_from_register, values_of, words_of_people
from functions.publishing.lists import DECISIONS, FOLLOW_UP, MEETINGS, decision_rows, follow_up_rows, meeting_rows
from functions.publishing.values import cleared_values
from functions.reading import READER_VERSION, read_document
from functions.state.port import Parked, Processed, State

LIBRARY = ""  # the key of the library's own log: answers about files whose council nobody knows
_SAID = {"DgCouncil": "council", "DgMeetingDate": "date", "DgState": "state"}
_FINAL_NAME = re.compile(r"(?<![\w])(?:justera[dt]e?|slutlig[at]?|slutversion|undertecknad|signerad|utskickad)(?![\w])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Workplace:
    """Everything a stage may need from outside. settle_days: after so many days minutes count as final."""

    library: Library
    state: State
    now: date
    settle_days: int = 3
    days_before: int = 21
    default_council: str | None = None
    draft_folder: str = "Förslag till dagordning"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one file ended. status: read, needs_a_look, not_minutes, unreadable, waiting, vanished, deleted or unchanged; written, kept: columns."""

    file: LibraryFile
    status: str
    reason: str | None = None
    exit_code: int = 0
    council: str | None = None
    meeting: str | None = None
    doubts: tuple[Doubt, ...] = ()
    written: tuple[str, ...] = ()
    kept: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did: every file that was looked at, each council's register, and the drafts."""

    outcomes: tuple[Outcome, ...] = ()
    registers: tuple[Register, ...] = ()
    drafts: tuple[Laid, ...] = ()


Progress = Callable[[int, int, Outcome | None], None]


def run(place: Workplace, *, name: str = "files", changes: Changes | None = None, progress: Progress | None = None) -> Report:
    """Handle everything that happened since the stored cursor, then bring every council up to date. A second run without changes writes nothing."""
    with place.state.lease(name):
        since = place.state.cursor(name)
        found = changes if changes is not None else place.library.changes(since)
        outcomes: list[Outcome] = []
        todo = _todo(found, place)
        for position, change in enumerate(todo):
            if progress is not None:
                progress(position, len(todo), outcomes[-1] if outcomes else None)
            outcomes.append(handle(change, place))
        if progress is not None:
            progress(len(todo), len(todo), outcomes[-1] if outcomes else None)
        registers, drafts = follow_up_all(place, full=not found.gap)
        place.state.store_cursor(name, found.cursor)
    return Report(tuple(outcomes), registers, drafts)


def handle(change: Change, place: Workplace) -> Outcome:
    """One file, whatever happens to it: the outcome says what it is; a failure is parked where people see it and stops no other file."""
    if change.file is None:
        raise errors.BadUsage("En ändrad rad är ingen fil.")
    try:
        if change.kind is ChangeKind.DELETED:
            return _delete(change.file, place)
        return process(change.file, place, version=change.version)
    except errors.Vanished:
        return Outcome(change.file, "vanished")
    except errors.Unreadable as problem:
        return _park(change.file, place, problem=problem, code=problem.code, version=change.version)
    except (errors.Locked, errors.Conflict) as problem:
        place.state.park(Parked(change.file.id, change.file.path, problem.message, "waiting"))
        return Outcome(change.file, "waiting", problem.message, problem.exit_code)
    except errors.DagordningError:
        raise
    except Exception as problem:  # noqa: BLE001 - promise 4: a fault of ours in one file must not stop the others, and people must see it
        shown = errors.Unreadable(f"Kunde inte läsas: oväntat fel ({type(problem).__name__}). Anmäl det gärna, och försök med en ny kopia av filen.")
        return _park(change.file, place, problem=shown, code="unexpected", version=change.version)


def process(file: LibraryFile, place: Workplace, *, version: str = "") -> Outcome:
    """Fetch → read → interpret → follow up → publish. Nothing is done where the same bytes were settled under the same rules and answers."""
    before = place.state.processed(file.id)
    said = words_of_people(file, names=_SAID, library=place.library, state=place.state)
    hints = hints_for(file, place, said=said, council=before.council if before else None)
    if (
        before is not None
        and version
        and before.settled
        and (before.version, before.rules, before.inputs) == (version, current_rules(), _inputs(file, hints))
    ):
        return Outcome(file, "unchanged", council=before.council, meeting=before.meeting)
    fetched = place.library.fetch(file)
    document = read_document(fetched.data, name=file.name)
    minutes = interpret(document, hints=hints)
    if minutes.document.kind != "minutes":
        return _not_minutes(file, minutes, document, place, version=fetched.version, inputs=_inputs(file, hints))

    council, is_new = identify_council(
        said=str(said["DgCouncil"]) if "DgCouncil" in said else None,
        written=minutes.meeting.body,
        file=file,
        default=place.default_council,
        councils=place.library.councils(),
        days_before=place.days_before,
    )
    if council is not None and is_new:
        place.library.put_council(council)
    named = hints_for(file, place, said=said, council=council.key if council else None)
    if named != hints:  # the council is known now, and with it what it calls people
        hints, minutes = named, interpret(document, hints=named)
    _move(file, place, before=before, council=council)
    register = None
    if council is not None:
        new = record(minutes, file=file, council=council, events=place.library.events_of(council.key))
        if new:
            place.library.append_events(new)
        register = project(place.library.events_of(council.key), council=council, now=place.now, settle_days=place.settle_days)
    wanted = values_of(minutes, council=council, register=register, path=file.path)
    merged = publish(file, wanted=wanted, theirs=tuple(said), library=place.library, state=place.state)
    place.state.unpark(file.id)
    settled = wanted.get("DgState") != "Pågår" and bool(minutes.meeting.date)
    place.state.store_processed(
        file.id,
        Processed(
            fetched.version,
            current_rules(),
            _inputs(file, hints),
            minutes.document.status,
            council=council.key if council else None,
            meeting=minutes.meeting.date,
            settled=settled,
        ),
    )
    return Outcome(
        file,
        minutes.document.status,
        council=council.name if council else None,
        meeting=minutes.meeting.date,
        doubts=minutes.doubts,
        written=tuple(sorted(merged.to_write)),
        kept=merged.kept,
    )


def follow_up_all(place: Workplace, *, full: bool = True) -> tuple[tuple[Register, ...], tuple[Laid, ...]]:
    """Bring every council up to date: its start, the columns that depend on the register, the lists, and the draft when it is due."""
    registers: list[Register] = []
    drafts: list[Laid] = []
    files = {file.path: file for file in place.library.files()}
    for council in place.library.councils():
        register = register_of(council, place)
        if full and (started := start_event(register)) is not None:
            place.library.append_events([started])
            register = register_of(council, place)
        events = place.library.events_of(council.key)
        for path in _governed(register):
            if path in files:
                publish(files[path], wanted=values_from_register(register, path=path), library=place.library, state=place.state)
        place.library.project_rows(FOLLOW_UP, follow_up_rows(register))
        place.library.project_rows(MEETINGS, meeting_rows(register))
        place.library.project_rows(DECISIONS, decision_rows(events, register))
        laid = draft(council, place, register=register, events=events)
        if laid is not None:
            drafts.append(laid)
        registers.append(register)
    return tuple(registers), tuple(drafts)


def register_of(council: Council, place: Workplace) -> Register:
    """The council's register at `now`."""
    return project(place.library.events_of(council.key), council=council, now=place.now, settle_days=place.settle_days)


def draft(
    council: Council, place: Workplace, *, register: Register, events: Sequence[Event], requested: bool = False, meeting: Meeting | None = None
) -> Laid | None:
    """The council's next draft when it is due or requested."""
    own = [(entry.meeting, path) for path, entry in _processed(place) if entry.status == "agenda" and entry.council == council.key and entry.meeting]
    return lay_draft(
        register,
        council=council,
        events=events,
        doubts=lambda: _doubts(register, place),
        own_agendas=own,
        now=place.now,
        requested=requested,
        draft_folder=place.draft_folder,
        library=place.library,
        meeting=meeting,
    )


def hints_for(file: LibraryFile, place: Workplace, *, said: Mapping[str, ColumnValue], council: str | None) -> Hints:
    """What is known of a file beside its bytes: people's columns, its name and folder, and earlier answers."""
    state = "final" if said.get("DgState") in ("Klar", "Godkänd på möte") or _FINAL_NAME.search(file.name) else None
    answers = answers_of(place.library.events_of(LIBRARY))
    theirs = answers_of(place.library.events_of(council)) if council else Answers()
    return Hints(
        council=str(said["DgCouncil"]) if "DgCouncil" in said else folder_council(file) or place.default_council,
        date=str(said["DgMeetingDate"]) if "DgMeetingDate" in said else None,
        state=state,
        aliases={**(place.library.people(council) if council else {}), **answers.aliases, **theirs.aliases},
        answers={doubt: choice for (where, doubt), choice in [*answers.choices.items(), *theirs.choices.items()] if where in ("", file.id)},
    )


def current_rules() -> str:
    """The version of everything that a reading depends on but the file and the answers."""
    return f"{READER_VERSION}/{rules_version()}"


def _inputs(file: LibraryFile, hints: Hints) -> str:
    return f"{hints.digest}/{file.path}"


def _todo(found: Changes, place: Workplace) -> list[Change]:
    """The changed files, then those to be looked at again: waiting ones, unsettled ones, and those read under other rules or answers."""
    todo = {change.file.id: change for change in found.changes if change.file is not None}
    waiting = {entry.file for entry in place.state.parked() if entry.code == "waiting"}
    for file in place.library.files():
        before = place.state.processed(file.id)
        if file.id in todo:
            continue
        if (
            before is None
            or file.id in waiting
            or before.rules != current_rules()
            or (not before.settled and before.status in ("read", "needs_a_look"))
        ):
            todo[file.id] = Change(ChangeKind.CHANGED, file, before.version if before else "")
        elif before.settled and before.status in ("read", "needs_a_look"):
            said = words_of_people(file, names=_SAID, library=place.library, state=place.state)
            if before.inputs != _inputs(file, hints_for(file, place, said=said, council=before.council)):
                todo[file.id] = Change(ChangeKind.CHANGED, file, before.version)
    return sorted(todo.values(), key=lambda change: change.file.path if change.file else "")


def _not_minutes(file: LibraryFile, minutes: Minutes, document: Document, place: Workplace, *, version: str, inputs: str) -> Outcome:
    """Silence, unless it was read as minutes before: then what we wrote and opened is taken back."""
    before = place.state.processed(file.id)
    if before is not None and before.status in ("read", "needs_a_look", "unreadable"):
        _move(file, place, before=before, council=None, reason="not_minutes")
        publish(file, wanted=cleared_values(), library=place.library, state=place.state)
    ours = any((control.tag or "").startswith("dg:") for block in document.blocks for control in block.controls)
    agenda = minutes.document.kind == "agenda" and not ours
    council, _ = identify_council(
        said=None,
        written=minutes.meeting.body,
        file=file,
        default=place.default_council,
        councils=place.library.councils(),
        days_before=place.days_before,
    )
    status = "agenda" if agenda else "not_minutes"
    place.state.store_processed(
        file.id,
        Processed(
            version,
            current_rules(),
            inputs,
            status,
            council=council.key if council and agenda else None,
            meeting=minutes.meeting.date if agenda else None,
            settled=True,
        ),
    )
    place.state.unpark(file.id)
    return Outcome(file, "not_minutes")


def _move(file: LibraryFile, place: Workplace, *, before: Processed | None, council: Council | None, reason: str = "other_council") -> None:
    """Take the file's facts back from the council it was counted to, when that is another one now."""
    if before is None or before.council is None or (council is not None and before.council == council.key):
        return
    earlier = next((c for c in place.library.councils() if c.key == before.council), None)
    if earlier is not None:
        place.library.append_events(withdraw(file, council=earlier, events=place.library.events_of(earlier.key), reason=reason))


def _delete(file: LibraryFile, place: Workplace) -> Outcome:
    before = place.state.processed(file.id)
    _move(file, place, before=before, council=None, reason="deleted")
    place.state.unpark(file.id)
    place.state.forget(file.id)
    return Outcome(file, "deleted")


def _park(file: LibraryFile, place: Workplace, *, problem: errors.Unreadable, code: str, version: str) -> Outcome:
    """Keep the file with its reason where people see it; what an earlier version of it told stays."""
    before = place.state.processed(file.id)
    place.state.park(Parked(file.id, file.path, problem.message, code))
    merged = publish(file, wanted=reading_values("unreadable", reason=problem.message), library=place.library, state=place.state)
    outcome = Processed(
        version,
        current_rules(),
        "",
        "unreadable",
        problem.message,
        before.council if before else None,
        before.meeting if before else None,
        settled=True,
    )
    place.state.store_processed(file.id, outcome)
    return Outcome(file, "unreadable", problem.message, problem.exit_code, written=tuple(sorted(merged.to_write)))


def _governed(register: Register) -> Iterable[str]:
    return sorted({meeting.file for meeting in register.meetings if meeting.held and meeting.file} | set(register.ruled_out))


def _processed(place: Workplace) -> list[tuple[str, Processed]]:
    return [(file.path, entry) for file in place.library.files() if (entry := place.state.processed(file.id)) is not None]


def _doubts(register: Register, place: Workplace) -> list[tuple[str, Doubt]]:
    """The open questions about a council's governing and undated files; these files are read again for them."""
    wanted = {meeting.file for meeting in register.meetings if meeting.held} | set(register.waiting)
    files = [file for file in place.library.files() if file.path in wanted]
    asked = [file for file in files if (before := place.state.processed(file.id)) is not None and before.status == "needs_a_look"]
    return [(file.path, doubt) for file in asked for doubt in doubts_of(file, place)]


def doubts_of(file: LibraryFile, place: Workplace) -> tuple[Doubt, ...]:
    """The open questions about one file, found anew."""
    return read_minutes(file, place).doubts


def read_minutes(file: LibraryFile, place: Workplace) -> Minutes:
    """The file's minutes as `process` sees them, without writing anything."""
    before = place.state.processed(file.id)
    said = words_of_people(file, names=_SAID, library=place.library, state=place.state)
    hints = hints_for(file, place, said=said, council=before.council if before else None)
    return interpret(read_document(place.library.fetch(file).data, name=file.name), hints=hints)

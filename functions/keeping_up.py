"""One council brought up to date: the columns that follow from its register, its rows, and its draft when it is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace

from functions import errors
from functions.drafting.composing import OwnAgenda
from functions.drafting.laying import Desk, Laid, lay_drafts
from functions.drafting.versions import read_versions
from functions.following_up import start_event
from functions.following_up.readings import read_log, told_otherwise
from functions.following_up.stages import take_snapshot
from functions.model.doubts import Asked
from functions.model.events import Event
from functions.model.library import ColumnValue, Council, LibraryFile, ListRow
from functions.model.register import Meeting, Register
from functions.open_questions import BOOK, all_asked, doubts_in, entry_of, is_shared, shared_in, shared_rows
from functions.publishing import publish, reading_values, values_from_register
from functions.publishing.closing import closed_rows, emptied_questions, rows_of_council
from functions.publishing.lists import FOLLOW_UP, list_rows
from functions.publishing.questions import closed_question, is_open_question, puzzle_rows, question_rows
from functions.publishing.values import changed_files, is_settled
from functions.reading import read_document
from functions.state.port import Processed
from functions.taking_in import STAGES, register_of, stages_book
from functions.telling import Told, park_waiting, row_words, told_mark
from functions.workplace import LIBRARY, Outcome, Workplace

UNFINISHED = "unfinished"
"""The book of councils (by key) whose log tells more than their lists do: a crash may have come between."""

TURNS = "turns"
"""The book of how often each council (by key) was worked on, by which a run sees that another one came between."""

_MINUTES = ("read", "needs_a_look")


@dataclass(frozen=True, slots=True)
class Standing:
    """All that is told of a council at one moment: its log, its register, its rows by list. files: what its log knows of files, by path."""

    council: Council
    events: Sequence[Event]
    register: Register
    rows: Mapping[str, Sequence[ListRow]] = field(default_factory=dict)
    files: Mapping[str, LibraryFile] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()


def stand(council: Council, place: Workplace, *, told: Mapping[str, Mapping[str, ColumnValue]] | None = None) -> Standing:
    """How a council stands by its log now. told: see `list_rows`. What later processes can go on from is noted where much is new."""
    events = place.library.events_of(council.key)
    register = register_of(council, place)
    snapshot = take_snapshot(council.key)
    if snapshot is not None:
        place.state.store_notes(stages_book(council), {STAGES: snapshot})
    log = read_log(events, council=council.key)
    restricted = log.restricted
    hidden = frozenset(reading.path for reading in log.committed.values() if reading.file_id in restricted)
    files = {reading.path: LibraryFile(reading.file_id, reading.path) for reading in log.current() if not reading.deleted}
    rows = list_rows(register, told=told)
    asked = {**rows, FOLLOW_UP: (*rows[FOLLOW_UP], *puzzle_rows(register))}
    return Standing(council, events, register, asked, files, hidden)


def rows_between(before: Standing, after: Standing) -> dict[str, list[ListRow]]:
    """The rows to write when a council goes from one standing to another: those that tell something else now, and those that are told no more."""
    found: dict[str, list[ListRow]] = {}
    for name, rows in after.rows.items():
        known = {row.key: row.values for row in before.rows[name]}
        gone = closed_rows(name, listed=before.rows[name], shown=rows, hidden=after.hidden)
        found[name] = [*(row for row in rows if (same := known.get(row.key)) is not row.values and same != row.values), *gone]
    return found


def all_rows(standing: Standing, *, listed: Mapping[str, Sequence[ListRow]]) -> dict[str, list[ListRow]]:
    """Every row of a council, and those in its lists that are told no more. listed: the lists as they stand."""
    return {
        name: [*rows, *closed_rows(name, listed=rows_of_council(listed[name], standing.register), shown=rows, hidden=standing.hidden)]
        for name, rows in standing.rows.items()
    }


def other_files(before: Standing, after: Standing) -> tuple[list[LibraryFile], list[LibraryFile]]:
    """Files of whom the register tells something else now; and those that must be read again for it, as their minutes became final, or govern now."""
    changed, again = [], []
    for path in changed_files(before.register, after.register, paths=after.files):
        file = after.files[path]
        if is_settled(before.register, path=path) != is_settled(after.register, path=path):
            again.append(file)
        elif values_from_register(before.register, path=path) != values_from_register(after.register, path=path):
            changed.append(file)
    return changed, again


def refresh(file: LibraryFile, place: Workplace, *, register: Register) -> Told | None:
    """Write what the register tells of a file that is not read now, unless it was written already; how it ended where it could not be."""
    entry = place.state.processed(file.id)
    if entry is None or entry.status not in _MINUTES or entry.restricted:
        return None
    mark = told_mark(register, path=file.path, date=entry.meeting)
    told = values_from_register(register, path=file.path, date=entry.meeting)
    if mark == entry.told or not told:
        return None
    if entry.columns and not place.lists_only:
        try:
            publish(file, wanted=told, library=place.library, state=place.state)
        except errors.Unavailable:
            raise
        except errors.Vanished:
            return None
        except (errors.Locked, errors.Conflict) as problem:
            reason, since = park_waiting(file, place, problem=problem, columns=True)
            place.state.store_processed(file.id, replace(entry, version=""))  # so that it is read and told anew
            outcome = Outcome(file, "waiting", reason, problem.exit_code, meeting=entry.meeting)
            return Told(outcome, row=row_words(reading_values("waiting", reason=reason)), since=since)
    place.state.store_processed(file.id, replace(entry, told=mark))
    return None


def told_of_files(files: Sequence[tuple[LibraryFile, Processed]], place: Workplace, *, register: Register) -> dict[str, dict[str, ColumnValue]]:
    """What the rows of meetings say of their files, by path, as far as it is known without reading them."""
    waiting = {entry.file: entry.reason for entry in place.state.parked() if entry.code == "waiting"}
    told = {}
    for file, entry in files:
        if entry.restricted:
            continue
        wanted = reading_values("waiting", reason=waiting[file.id]) if file.id in waiting else reading_values(entry.status, reason=entry.reason)
        everything = place.lists_only or not entry.columns
        if everything:
            wanted = {**values_from_register(register, path=file.path, date=entry.meeting), **wanted}
        told[file.path] = row_words(wanted, everything=everything)
    return told


def start_council(council: Council, place: Workplace) -> bool:
    """Note the council's start, once enough meetings are known; whether it was noted now."""
    started = start_event(register_of(council, place))
    return started is not None and place.library.append_events([started]) > 0


def questions_listed(place: Workplace, *, listed: Sequence[ListRow]) -> list[ListRow]:
    """The rows of all open questions, and those that still stand open and are asked no more, closed. listed: Uppföljning as it stands."""
    book = place.state.notes(BOOK)
    entries = {file_id: entry_of(text) for file_id, text in book.items()}
    rows = [*shared_rows({one for entry in entries.values() for one in shared_in(entry)}, book.values(), answered=())]
    for file_id, entry in entries.items():
        own = [doubt for doubt in doubts_in(entry) if not is_shared(doubt, entry)]
        for row in question_rows(own, file_id=file_id, path=str(entry.get("path")), council=entry.get("council"), meeting=None):
            rows.append(ListRow(row.key, {name: value for name, value in row.values.items() if name not in ("Citat", "Från möte")}))
    asked = {row.key for row in rows}
    gone = [row.key for row in listed if is_open_question(row) and row.key not in asked]
    hidden = {file.id: file.path for file in place.library.files() if (known := place.state.processed(file.id)) is not None and known.restricted}
    untold = [row for row in listed if row.key not in asked]
    return [*rows, *(closed_question(key, answered=False) for key in gone), *emptied_questions(untold, hidden=hidden)]


def draft(
    council: Council, place: Workplace, *, register: Register, events: Sequence[Event], requested: bool = False, meeting: Meeting | None = None
) -> tuple[Laid, ...]:
    """The council's next draft when it is due or requested (or that for `meeting`), and those that were asked for ahead."""
    told = told_otherwise(events)
    desk = Desk(council, register, told, lambda: open_doubts(register, place), place.now, place.draft_folder, place.library, place.state)
    return lay_drafts(desk, own_agenda=lambda day: own_agenda(council, place, day=day), requested=requested, meeting=meeting)


def own_agenda(council: Council, place: Workplace, *, day: str | None) -> OwnAgenda | None:
    """A person's own agenda for the council's meeting of that ISO date, with its words where it can be read; None where there is none."""
    found = {file_id for file_id, text in place.state.notes(BOOK).items() if entry_of(text).get("agenda") == [council.key, day]} if day else set()
    if not found:
        return None
    # A draft of ours that came back without its controls (LibreOffice, mail) reads like an agenda of hers.
    drafts = {version.path for version in read_versions(place.state, council=council.key)}
    file = next((file for file in place.library.files() if file.id in found and file.path not in drafts), None)
    if file is None:
        return None
    try:
        document = read_document(place.library.fetch(file).data, name=file.name)
    except (errors.Locked, errors.Unreadable, errors.Vanished):
        return OwnAgenda(file.path)
    return OwnAgenda(file.path, tuple(block.text for block in document.blocks if block.text.strip()))


def open_doubts(register: Register, place: Workplace) -> tuple[Asked, ...]:
    """The open questions about a council's undated files and those that govern a meeting since its start."""
    since = register.start_date or ""
    wanted = {meeting.file for meeting in register.meetings if meeting.held and meeting.date >= since} | set(register.waiting)
    return all_asked(entry for text in place.state.notes(BOOK).values() if (entry := entry_of(text)).get("path") in wanted)


def asking_alike(files: Sequence[LibraryFile], place: Workplace) -> list[LibraryFile]:
    """The other files with open questions in these files' councils: an answer is remembered for the council, so it may be theirs too."""
    book = {file_id: entry_of(text) for file_id, text in place.state.notes(BOOK).items()} if files else {}
    councils = {entry.council for file in files if (entry := place.state.processed(file.id)) is not None and entry.council}
    known = {file.id for file in files}
    return [
        LibraryFile(file_id, str(told["path"]))
        for file_id, told in sorted(book.items())
        if told.get("doubts") and file_id not in known and (entry := place.state.processed(file_id)) is not None and entry.council in councils
    ]


def turns_of(place: Workplace) -> Mapping[str, str]:
    """A mark for each council that is another when somebody has worked on it meanwhile."""
    return place.state.notes(TURNS)


def is_unfinished(council: str | None, place: Workplace) -> bool:
    """Whether a crash may have left a council's lists behind its log."""
    return council is not None and council in unfinished_councils(place)


def unfinished_councils(place: Workplace) -> list[str]:
    """The councils (by key) whose lists may be behind their log."""
    return sorted(place.state.notes(UNFINISHED))


def mark_unfinished(councils: Sequence[str], place: Workplace, *, done: bool = False, turns: Mapping[str, str] | None = None) -> None:
    """Note that the lists of these councils are being brought up to date; done: that they are. turns: `turns_of`, where it was asked under the
    councils' leases."""
    if not councils:
        return
    if not done:
        turns = turns_of(place) if turns is None else turns
        place.state.store_notes(TURNS, {key: str(int(turns.get(key, "0")) + 1) for key in councils})
    place.state.store_notes(UNFINISHED, dict.fromkeys(councils, None if done else "1"))


@contextmanager
def holding(councils: Iterable[str], place: Workplace) -> Iterator[None]:
    """The leases of these councils (keys), always in one order, so that two runs never wait for each other. Raises errors.Locked."""
    with ExitStack() as stack:
        for key in sorted(councils):
            stack.enter_context(place.state.lease(f"council:{key}"))
        yield


@contextmanager
def alone(place: Workplace) -> Iterator[None]:
    """Nobody else works on any file or council, and nothing is kept that was read before. Raises errors.Locked when somebody does."""
    place.library.begin()
    with place.state.lease("files"), holding([LIBRARY, *(council.key for council in place.library.councils())], place):
        place.library.begin()
        yield

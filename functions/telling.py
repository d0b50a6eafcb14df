"""What is shown of one file: its columns, its questions as rows, and what its meeting's row says of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from functions import errors
from functions.following_up.people_events import answers_of
from functions.model.library import ColumnValue, LibraryFile, ListRow
from functions.model.minutes import Doubt
from functions.model.register import Register
from functions.open_questions import BOOK, doubts_in, entry_of, is_shared, kept_doubts, shared_in, shared_rows
from functions.publishing import publish, reading_values, values_from_register, values_of
from functions.publishing.lists import FOLLOW_UP, MEETINGS, OF_FILES, meeting_rows
from functions.publishing.questions import closed_question, question_key, question_rows
from functions.publishing.values import cleared_values, is_settled
from functions.publishing.writing import is_reread_asked
from functions.state.port import Parked, Processed
from functions.taking_in import Seen
from functions.workplace import LIBRARY, Outcome, Workplace, current_rules, is_old

ANSWERED_IN = {"no_date": "DgMeetingDate", "no_council": "DgCouncil", "council_conflict": "DgCouncil", "council_alike": "DgCouncil"}
"""Questions whose answer is a word about the file: the column in which it is shown."""

FEWER_READERS = "Filen kan läsas av färre än listorna. Därför visas inga punkter härifrån i listor och förslag."
_OF_READING = ("DgReading", "DgReadingReason")
_WEEKDAYS = ("mån", "tis", "ons", "tor", "fre", "lör", "sön")
_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")


@dataclass(frozen=True, slots=True)
class Told:
    """How one file ended, before its rows are shown. processed: to be remembered once they are; None: nothing is (unchanged, vanished).

    doubts: its open questions; answered: ids of those that have an answer; row: what its meeting's row says; alone: it needs a row of its own
    where no meeting's row tells of it; agenda: (council, date) of a person's own; since: when it was first found held, ISO; forgotten: it is gone.
    """

    outcome: Outcome
    processed: Processed | None = None
    doubts: tuple[Doubt, ...] = ()
    answered: frozenset[str] = frozenset()
    row: Mapping[str, ColumnValue] = field(default_factory=dict)
    alone: bool = False
    agenda: tuple[str, str] | None = None
    since: str | None = None
    forgotten: bool = False


def tell(seen: Seen, place: Workplace, *, register: Register | None) -> Told:
    """Write the file's columns by its minutes and its council's register. Where they cannot be written now the outcome is `waiting`."""
    if seen.kind != "minutes":
        return _tell_other(seen, place)
    file, minutes, council = seen.file, seen.minutes, seen.council
    register = None if seen.restricted else register
    wanted = values_of(minutes, council=council, register=register, path=file.path)
    if seen.restricted:
        wanted = {**wanted, "DgReadingReason": FEWER_READERS}
    outcome = Outcome(file, minutes.document.status, council=council.name if council else None, meeting=minutes.meeting.date, doubts=minutes.doubts)
    left = is_left_alone(seen, place, start=register.start_date if register is not None else None)
    columns = seen.columns and not left
    written = columns and not place.lists_only
    waiting: errors.DagordningError | None = None
    since: str | None = None
    if written:
        try:
            merged = publish(file, wanted=wanted, theirs=tuple(seen.said), library=place.library, state=place.state)
            outcome = replace(outcome, written=tuple(sorted(merged.to_write)), kept=merged.kept)
        except errors.Unavailable:
            raise
        except (errors.Locked, errors.Conflict) as problem:
            waiting = problem
    processed = Processed(
        seen.version if waiting is None else "",
        current_rules(),
        seen.inputs,
        minutes.document.status,
        minutes.document.reason,
        council.key if council else None,
        minutes.meeting.date,
        settled=register is not None and is_settled(register, path=file.path),
        told=told_mark(register, path=file.path, date=minutes.meeting.date),
        restricted=seen.restricted,
        columns=columns,
        left=left,
    )
    row = row_words(wanted, everything=not written)
    if waiting is not None:
        reason, since = park_waiting(file, place, problem=waiting, columns=True)
        outcome = replace(outcome, status="waiting", reason=reason, exit_code=waiting.exit_code)
        row = {**row, **row_words(reading_values("waiting", reason=reason))}
    else:
        place.state.unpark(file.id)
    if seen.restricted:
        return Told(outcome, processed)
    return Told(outcome, processed, minutes.doubts, _answered(seen, place), row, alone=not written or waiting is not None, since=since)


def is_left_alone(seen: Seen, place: Workplace, *, start: str | None) -> bool:
    """Whether a file is of the back-catalogue, so that no column is written on it unless that is asked for: more than a year old when first met,
    from before its council's start (ISO date, where it is known), and with no column of ours."""
    day = seen.minutes.meeting.date
    if not is_old(day, place) or (start is not None and (day or "") >= start):
        return False
    return not place.state.base_values(seen.file.id).last and not is_reread_asked(seen.file, library=place.library)


def tell_unreadable(file: LibraryFile, place: Workplace, *, problem: errors.Unreadable, code: str, version: str) -> Told:
    """Keep the file with its reason where people see it; what an earlier version of it told stays."""
    before = place.state.processed(file.id)
    place.state.park(Parked(file.id, file.path, problem.message, code))
    wanted = reading_values("unreadable", reason=problem.message)
    outcome = Outcome(file, "unreadable", problem.message, problem.exit_code)
    columns = before.columns if before else True
    if columns and not place.lists_only:
        with suppress(errors.Locked, errors.Conflict):
            outcome = replace(outcome, written=tuple(sorted(publish(file, wanted=wanted, library=place.library, state=place.state).to_write)))
    council, meeting = (before.council, before.meeting) if before and before.status != "agenda" else (None, None)
    restricted = before.restricted if before else False
    processed = Processed(
        version, current_rules(), "", "unreadable", problem.message, council, meeting, settled=True, restricted=restricted, columns=columns
    )
    row = {} if restricted else row_words(wanted)
    return Told(outcome, processed, row=row, alone=place.lists_only and not restricted)


def tell_waiting(file: LibraryFile, place: Workplace, *, problem: errors.DagordningError) -> Told:
    """The file could not be fetched now: that is said where it can be, and the next run tries again."""
    before = place.state.processed(file.id)
    reason, since = park_waiting(file, place, problem=problem, columns=False)
    wanted = reading_values("waiting", reason=reason)
    if (before is None or before.columns) and not place.lists_only:
        with suppress(errors.Locked, errors.Conflict):
            publish(file, wanted=wanted, library=place.library, state=place.state)
    row = {} if before is not None and before.restricted else row_words(wanted)
    return Told(Outcome(file, "waiting", reason, problem.exit_code), row=row, since=since)


def tell_deleted(file: LibraryFile, place: Workplace) -> Told:
    """The file is gone: nothing is asked about it any more."""
    with suppress(errors.Locked, errors.Conflict, errors.Vanished):
        clear(file, place)
    place.state.unpark(file.id)
    return Told(Outcome(file, "deleted"), forgotten=True)


def show(told: Sequence[Told], place: Workplace, *, registers: Mapping[str, Register], rows: Mapping[str, Sequence[ListRow]] | None = None) -> None:
    """Show the files' questions and what their meetings' rows say, with more rows that are due, in one write; then remember how each file ended.

    registers: by council key, of the files told of.
    """
    lists = {name: [*given] for name, given in (rows or {}).items()}
    files = {one.outcome.file.id for one in told}
    book = place.state.notes(BOOK) if told else {}
    known = {file: entry_of(text) for file, text in book.items() if file in files}
    noted: dict[str, dict[str, Any]] = {}
    shared: set[tuple[str, str]] = set()
    answered: set[str] = set()
    for one in told:
        if one.processed is None and not one.forgotten and not one.row:
            continue
        file, before = one.outcome.file, known.get(one.outcome.file.id, {})
        meeting, own = _meeting_rows(one, registers=registers, place=place, had_own="own_row" in before)
        lists.setdefault(MEETINGS, []).extend(meeting)
        about = {key: before[key] for key in ("path", "council", "key", "meeting", "doubts", "agenda") if key in before}
        if one.processed is not None or one.forgotten:
            about = _about(one)
            lists.setdefault(FOLLOW_UP, []).extend(_questions(one, about=about, before=before))
            shared |= shared_in(before) | shared_in(about)
            answered |= one.answered
        noted[file.id] = {**about, **({"waiting": one.since} if one.since else {}), **({"own_row": True} if own else {})}
    written = {file: json.dumps(entry, ensure_ascii=False) for file, entry in noted.items()}
    lists.setdefault(FOLLOW_UP, []).extend(shared_rows(shared, {**book, **written}.values(), answered=answered))
    shown = {name: _once(given) for name, given in lists.items() if given}
    if shown:
        place.library.project_lists(shown)
    changed = {file: written[file] if entry else None for file, entry in noted.items() if entry != known.get(file, {})}
    if changed:
        place.state.store_notes(BOOK, changed)
    for one in told:
        if one.forgotten:
            place.state.forget(one.outcome.file.id)
        elif one.processed is not None:
            place.state.store_processed(one.outcome.file.id, one.processed)


def told_mark(register: Register | None, *, path: str, date: str | None) -> str:
    """A mark of what the register tells of a file, "" for nothing."""
    told = values_from_register(register, path=path, date=date) if register is not None else {}
    return json.dumps(told, sort_keys=True, ensure_ascii=False) if told else ""


def row_words(wanted: Mapping[str, ColumnValue], *, everything: bool = False) -> dict[str, ColumnValue]:
    """What a meeting's row says of its file, by title. everything: all that the columns would have held, where they are not written."""
    return {OF_FILES[name]: value for name, value in wanted.items() if name in OF_FILES and (everything or name in _OF_READING)}


def park_waiting(file: LibraryFile, place: Workplace, *, problem: errors.DagordningError, columns: bool) -> tuple[str, str]:
    """Park a file that is held: what is said of it, and since when (ISO). columns: it is open in Word, so that they cannot be written."""
    now = place.clock()
    since = str(entry_of(place.state.notes(BOOK).get(file.id, "{}")).get("waiting") or now.isoformat(timespec="minutes"))
    moment = _spoken(datetime.fromisoformat(since), now=now)
    open_in_word = columns and isinstance(problem, errors.Locked)
    reason = f"Väntar: filen är öppen i Word sedan {moment}. Uppgifterna fylls i när den stängs." if open_in_word else problem.message
    place.state.park(Parked(file.id, file.path, reason, "waiting"))
    return reason, since


def clear(file: LibraryFile, place: Workplace) -> None:
    """Empty the cells that we filled, if we ever did; what people wrote stays."""
    base = place.state.base_values(file.id)
    if base.last or base.earlier:
        publish(file, wanted=cleared_values(), library=place.library, state=place.state)


def _tell_other(seen: Seen, place: Workplace) -> Told:
    """Silence, unless something was written before: then it is taken back. A person's own agenda is remembered by council and date."""
    clear(seen.file, place)
    agenda = seen.kind == "agenda"
    council, meeting = seen.council.key if seen.council else None, seen.minutes.meeting.date if agenda else None
    status = "agenda" if agenda else "not_minutes"
    processed = Processed(seen.version, current_rules(), seen.inputs, status, council=council, meeting=meeting, settled=True, columns=seen.columns)
    place.state.unpark(seen.file.id)
    return Told(Outcome(seen.file, "not_minutes"), processed, agenda=(council, meeting) if council and meeting else None)


def _answered(seen: Seen, place: Workplace) -> frozenset[str]:
    """Ids of the questions about the file that people answered."""
    logs = (LIBRARY, *([seen.council.key] if seen.council else []))
    return frozenset(doubt for log in logs for file, doubt in answers_of(place.library.events_of(log)).choices if file in ("", seen.file.id))


def _about(told: Told) -> dict[str, Any]:
    """What the book says of a file that was told of."""
    about: dict[str, Any] = {"agenda": list(told.agenda)} if told.agenda else {}
    if told.doubts and told.processed is not None:
        about |= {"path": told.outcome.file.path, "council": told.outcome.council, "doubts": kept_doubts(told.doubts)}
        about |= {"key": told.processed.council, "meeting": told.processed.meeting}
    return about


def _questions(told: Told, *, about: Mapping[str, Any], before: Mapping[str, Any]) -> Iterable[ListRow]:
    """The rows of what the file asks alone, and of what it asks no more, closed. about, before: what the book says, and said, of it."""
    file, entry = told.outcome.file, told.processed
    own = [doubt for doubt in told.doubts if not is_shared(doubt, about)]
    asked = {doubt.id for doubt in own}
    closed = [
        closed_question(question_key(file.id, doubt.id), answered=doubt.id in told.answered or (entry is not None and doubt.code in ANSWERED_IN))
        for doubt in doubts_in(before)
        if doubt.id not in asked and not is_shared(doubt, before)
    ]
    meeting = entry.meeting if entry is not None else None
    return (*question_rows(own, file_id=file.id, path=file.path, council=told.outcome.council, meeting=meeting), *closed)


def _meeting_rows(told: Told, *, registers: Mapping[str, Register], place: Workplace, had_own: bool) -> tuple[Sequence[ListRow], bool]:
    """The row of the file's meeting, or one of its own where it needs one and no meeting's row tells of it; and whether it has one of its own."""
    file = told.outcome.file
    entry = told.processed or place.state.processed(file.id)
    register = registers.get(entry.council or "") if entry is not None else None
    rows: Sequence[ListRow] = ()
    if register is not None and told.row:
        its = tuple(meeting for meeting in register.meetings if meeting.file == file.path)
        rows = meeting_rows(replace(register, meetings=its), told={file.path: told.row})
    meeting = [row for row in rows if row.values.get("Källa") == file.path and row.values.get("Läge") is not None]
    key = f"file/{file.id}"
    if not meeting and told.alone and told.row:
        about = {"Råd": told.outcome.council, "Datum": entry.meeting if entry else None, "Källa": file.path}
        return [ListRow(key, {**about, **told.row})], True
    return [*meeting, *([ListRow(key, row_words(reading_values("read")))] if had_own else [])], False


def _once(rows: Iterable[ListRow]) -> list[ListRow]:
    """Each row once, with all that is said of it."""
    found: dict[str, ListRow] = {}
    for row in rows:
        found[row.key] = ListRow(row.key, {**(found[row.key].values if row.key in found else {}), **row.values})
    return list(found.values())


def _spoken(moment: datetime, *, now: datetime) -> str:
    """A moment of this week as "tis 14.10", an older one as "14 oktober"."""
    days = (now.date() - moment.date()).days
    return f"{_WEEKDAYS[moment.weekday()]} {moment:%H.%M}" if days < 7 else f"{moment.day} {_MONTHS[moment.month - 1]}"

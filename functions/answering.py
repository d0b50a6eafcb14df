"""The answer to a question about a file, noted as a person's word; the same from a row of Uppföljning as from the command line."""

from __future__ import annotations

import json
from collections.abc import Iterable

from functions import errors
from functions.following_up.answered import events_of_answer
from functions.following_up.people_events import answers_of, said_of_files
from functions.following_up.row_edits import Speaker, answer, edit_file, iso_day
from functions.model.events import Event
from functions.model.library import LibraryFile
from functions.model.minutes import Doubt, Quote
from functions.model.register import Puzzle, Register
from functions.taking_in import read_minutes
from functions.telling import ANSWERED_IN, BOOK
from functions.workplace import LIBRARY, Workplace

_FIELDS = {"DgMeetingDate": "date", "DgCouncil": "council"}


def asked_about(file: LibraryFile, place: Workplace) -> dict[str, Doubt]:
    """The questions about a file by id, answered before or not: the last answer counts. Raises what reading it may."""
    return {doubt.id: doubt for doubt in (*read_minutes(file, place, unanswered=True).doubts, *read_minutes(file, place).doubts)}


def open_doubt(file_id: str, doubt: str, place: Workplace) -> Doubt | None:
    """A question that is open, as it was shown, without reading the file; None for one that is not."""
    entry = json.loads(place.state.notes(BOOK).get(file_id, "{}"))
    told = next((one for one in entry.get("doubts", ()) if one["id"] == doubt), None)
    if told is None:
        return None
    quotes = (Quote("", 0, len(told["mention"]), told["mention"]),) if told.get("mention") else ()
    return Doubt(told["id"], told["code"], told["question"], tuple(told["choices"]), quotes)


def standing_answers(file_id: str, doubt: str, place: Workplace, *, council: str | None) -> frozenset[str]:
    """What was answered to a question before, and the words about the file that may be the answer. council: the key of the file's, if known."""
    logs = [place.library.events_of(key) for key in (LIBRARY, *([council] if council else []))]
    choices = (answers_of(log).choices.get((file_id, doubt)) for log in logs)
    words = (said_of_files(logs[0], field=field).get(file_id) for field in _FIELDS.values())
    return frozenset(said for said in (*choices, *words) if said)


def answer_events(
    by: Speaker, *, file: LibraryFile, doubt: Doubt, choice: str, council: str | None, register: Register | None = None
) -> tuple[Event, ...]:
    """What notes an answer, and what it changes. council: the key of the file's council, which remembers what it calls people; register: that
    council's, where the answer may change a point of it.

    A date or a council is a word about the file; the others are remembered as answered. Raises errors.BadUsage with the answers to choose from.
    """
    given = as_offered(choice, doubt)
    if not given or (doubt.choices and given not in doubt.choices):
        raise errors.BadUsage(f"{doubt.question} Välj ett av svaren: {' / '.join(doubt.choices) or 'skriv ett svar'}.")
    column = ANSWERED_IN.get(doubt.code)
    word = iso_day(given) if column == "DgMeetingDate" else given
    events = [] if column is None else [edit_file(by, council=LIBRARY, file_id=file.id, field=_FIELDS[column], value=word)]
    if column is None or doubt.code == "council_conflict":
        mention = mention_of(doubt)
        where = LIBRARY if doubt.code == "several_meetings" else council or LIBRARY  # the meeting may be another council's
        events.append(answer(by, council=where, file_id=file.id, doubt=doubt.id, code=doubt.code, choice=given, mention=mention))
    if register is not None:
        events += events_of_answer(by, doubt=doubt, choice=given, register=register, path=file.path)
    return tuple(events)


def puzzle_event(by: Speaker, *, puzzle: Puzzle, choice: str, council: str, files: Iterable[LibraryFile]) -> Event:
    """What notes the answer to a question of the register itself. Raises errors.BadUsage with the answers to choose from."""
    given = next((one for one in puzzle.choices if one.casefold() == choice.strip().casefold()), None)
    if given is None:
        raise errors.BadUsage(f"Välj ett av svaren: {' / '.join(puzzle.choices)}.")
    if puzzle.code != "versions_differ":
        return answer(by, council=council, file_id="", doubt=puzzle.id, code=puzzle.code, choice=given, mention=None)
    file = next((known for known in files if known.path == given), None)
    if file is None:
        raise errors.BadUsage(f"Filen {given} finns inte längre.")
    return edit_file(by, council=council, file_id=file.id, field="governing", value=True)


def as_offered(choice: str, doubt: Doubt) -> str:
    """An answer as the question offers it, however its letters were typed ("ja"); another one as it is."""
    return next((one for one in doubt.choices if one.casefold() == choice.strip().casefold()), choice.strip())


def mention_of(doubt: Doubt) -> str | None:
    """What the minutes call the person whom a question is about."""
    return next((quote.text for quote in doubt.quotes if quote.text), None) if doubt.code in ("owner_ambiguous", "owner_unknown") else None

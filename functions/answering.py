"""The answer to a question about a file, noted as a person's word; the same from a row of Uppföljning as from the command line."""

from __future__ import annotations

from collections.abc import Iterable

from functions import errors
from functions.following_up.answered import events_of_answer
from functions.following_up.people_events import answers_of, said_of_files
from functions.following_up.plain_data import text_of
from functions.following_up.row_edits import Speaker, answer, edit_file, iso_day
from functions.model.doubts import name_asked
from functions.model.events import Event
from functions.model.library import LibraryFile
from functions.model.minutes import Doubt
from functions.model.register import Puzzle, Register
from functions.open_questions import BOOK, doubts_in, entry_of, shared_in
from functions.taking_in import read_minutes
from functions.telling import ANSWERED_IN
from functions.workplace import LIBRARY, Workplace

_FIELDS = {"DgMeetingDate": "date", "DgCouncil": "council"}


def asked_about(file: LibraryFile, place: Workplace) -> dict[str, Doubt]:
    """The questions about a file by id, answered before or not: the last answer counts. Raises what reading it may."""
    return {doubt.id: doubt for doubt in (*read_minutes(file, place, unanswered=True).doubts, *read_minutes(file, place).doubts)}


def open_doubt(file_id: str, doubt: str, place: Workplace) -> Doubt | None:
    """A question that is open, as it was shown, without reading the file; None for one that is not."""
    entry = entry_of(place.state.notes(BOOK).get(file_id, "{}"))
    return next((one for one in doubts_in(entry) if one.id == doubt), None)


def files_of_question(council: str, doubt: str, place: Workplace) -> tuple[str, ...]:
    """The ids of a council's files that ask a question together, then of those about which it was answered. council: its key."""
    asking = sorted(file_id for file_id, text in place.state.notes(BOOK).items() if (council, doubt) in shared_in(entry_of(text)))
    answered = (text_of(event.data, "file_id") for event in place.library.events_of(council) if event.data.get("doubt") == doubt)
    return tuple(dict.fromkeys([*asking, *(file_id for file_id in answered if file_id)]))


def standing_answers(file_id: str, doubt: str, place: Workplace, *, council: str | None) -> frozenset[str]:
    """What was answered to a question before, and the words about the file that may be the answer. council: the key of the file's, if known."""
    logs = [place.library.events_of(key) for key in (LIBRARY, *([council] if council else []))]
    choices = (answers_of(log).choices.get((where, doubt)) for log in logs for where in ("", file_id))
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
        mention = name_asked(doubt)
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

"""What a run works with and tells: the workplace, how each file ended, and what is known of a file beside its bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from functions.drafting.laying import Laid
from functions.following_up import Answers, answers_of
from functions.following_up.councils import council_alike, council_named, council_of_folder, folder_council
from functions.following_up.naming_people import answers_on_people, with_names
from functions.following_up.people_events import said_of_files
from functions.interpreting import Hints, interpret, rules_version
from functions.interpreting.doubts import MOST, doubt_of
from functions.library.port import Library
from functions.model.document import Document
from functions.model.library import ColumnValue, Council, LibraryFile, council_key
from functions.model.minutes import Doubt, Minutes
from functions.model.register import Register
from functions.publishing import cells_of_people
from functions.publishing.merging import same_value
from functions.reading import READER_VERSION
from functions.state.port import State

LIBRARY = ""  # the key of the library's own log: answers about files whose council nobody knows
_OLD = 365  # days after its meeting from which a file is one of the back-catalogue
_SAID = ("DgCouncil", "DgMeetingDate", "DgState")
_ENOUGH = 2  # minutes under one spelling that make a single file's other one look like a slip
_TOLD = {"DgCouncil": "council", "DgMeetingDate": "date"}
_KNOWN_AS = re.compile(r"^[^/]*/[^/=]*=([^/]+)/")
_FINAL_NAME = re.compile(r"(?<![^\W_])(?:justera[dt]e?|slutlig[at]?|slutversion|undertecknad|signerad|utskickad)(?![^\W_])", re.IGNORECASE)


AheadOf = Mapping[tuple[str, str], Callable[[], tuple[Hints, Document, Minutes] | None]]
"""Files that are read ahead, by id and version: what gives the hints that were used, the document and its meaning; or None: read it yourself."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """Everything a stage may need from outside. settle_days: after so many days minutes count as final; lists_only: no column is written on a file;
    old_files: columns are written on old minutes too; ahead: what is being read by other processes.

    clock: the time where the councils are; it orders the acts of one day and tells since when a file is open, nothing else.
    """

    library: Library
    state: State
    now: date
    settle_days: int = 3
    days_before: int = 21
    default_council: str | None = None
    draft_folder: str = "Förslag till dagordning"
    lists_only: bool = False
    old_files: bool = False
    ahead: AheadOf = field(default_factory=dict)
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)


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


def is_old(day: str | None, place: Workplace) -> bool:
    """Whether minutes of that day (ISO) are of the back-catalogue, and its columns were not asked for."""
    return day is not None and not place.old_files and day < (place.now - timedelta(days=_OLD)).isoformat()


def words_on(file: LibraryFile, place: Workplace) -> dict[str, ColumnValue]:
    """What people said of those of the file's facts that tell how it is to be read: Råd, Mötesdatum, Läge. A word in the file's own cell goes before
    one that was said elsewhere (an answer, a row of a list), and emptying a cell that shows such a word takes it back."""
    cells = cells_of_people(file, names=_SAID, library=place.library, state=place.state)
    said = dict(cells.said)
    events = () if cells.reread else place.library.events_of(LIBRARY)
    for name, told in _TOLD.items():
        word = said_of_files(events, field=told).get(file.id)
        if word and name not in said and not same_value(cells.emptied.get(name), word):
            said[name] = word
    return said


def hints_for(file: LibraryFile, place: Workplace, *, said: Mapping[str, ColumnValue], council: str | None) -> Hints:
    """What is known of a file beside its bytes: people's columns, its name and folder, and earlier answers. council: its key, where known."""
    state = "final" if said.get("DgState") in ("Klar", "Godkänd på möte") or _FINAL_NAME.search(file.name) else None
    log = place.library.events_of(LIBRARY)
    answers = answers_of(log)
    theirs = answers_of(place.library.events_of(council)) if council else Answers()
    return Hints(
        council=str(said["DgCouncil"]) if "DgCouncil" in said else folder_council(file) or place.default_council,
        date=str(said["DgMeetingDate"]) if "DgMeetingDate" in said else None,
        state=state,
        aliases={**(place.library.people(council) if council else {}), **answers.aliases, **theirs.aliases},
        answers={
            **{doubt: choice for (where, doubt), choice in [*answers.choices.items(), *theirs.choices.items()] if where in ("", file.id)},
            **answers_on_people(log),
        },
    )


def understand(
    document: Document,
    *,
    file: LibraryFile,
    hints: Hints,
    said: Mapping[str, ColumnValue],
    councils: Sequence[Council],
    known: Minutes | None = None,
    alike: Council | None = None,
) -> Minutes:
    """The document's meaning, and beside its own questions one where its folder names another known council than its text, and one where the text's
    is spelled nearly as another one (alike). known: what it means by these very hints, where that was worked out already."""
    minutes = with_names(known if known is not None else interpret(document, hints=hints), answers=hints.answers)
    if minutes.document.kind != "minutes" or "DgCouncil" in said or not minutes.meeting.body:
        return minutes
    if alike is not None:
        question = f"Är ”{minutes.meeting.body}” felskrivet för {alike.name}? Välj råd."
        quotes = minutes.meeting.quotes.get("body", ())
        about = f"{council_key(minutes.meeting.body)}|{alike.key}"
        return _with(doubt_of("council_alike", question, (alike.name, minutes.meeting.body), quotes, about=about), minutes, hints=hints)
    written = council_named(minutes.meeting.body, councils=councils)
    around = council_of_folder(file, councils=councils)
    if written is None or around is None or written.key == around.key:
        return minutes
    question = f"Mappen säger {around.name}, rubriken {written.name}. Vilket råd?"
    quotes = minutes.meeting.quotes.get("body", ())
    doubt = doubt_of("council_conflict", question, (written.name, around.name), quotes, about=f"{written.key}|{around.key}")
    return _with(doubt, minutes, hints=hints)


def alike_council(file: LibraryFile, council: str | None, place: Workplace, *, said: Mapping[str, ColumnValue]) -> Council | None:
    """The council with more minutes whose name is spelled nearly as that of the file's council (its key), of which this file is the only one."""
    councils = place.library.councils()
    own = next((one for one in councils if one.key == council), None) if council and "DgCouncil" not in said else None
    alike = council_alike(own.name, councils=councils) if own is not None else None
    if own is None or alike is None:
        return None
    others = [entry.council for one in place.library.files() if one.id != file.id and (entry := place.state.processed(one.id)) is not None]
    return alike if own.key not in others and others.count(alike.key) >= _ENOUGH else None


def other_name(written: str | None, council: Council | None) -> str | None:
    """The key of the other name by which minutes name their council; None where they name it by its own, or not at all."""
    key = council_key(written) if written and council is not None else ""
    return key if council is not None and key in map(council_key, council.names[1:]) else None


def name_still_known(inputs: str, council: str | None, place: Workplace) -> str | None:
    """The other name by which a file was counted to its council (its key), by the mark of its reading, where the council still has it. A mark of
    something else where another council has taken the name over, so that the file must be read again."""
    councils = place.library.councils()
    own = next((one for one in councils if one.key == council), None)
    if own is None:
        return None
    by = council_named(own.name, councils=councils)
    if by is not None and by.key != own.key:
        return by.key
    told = _KNOWN_AS.search(inputs)
    return told[1] if told is not None and told[1] in map(council_key, own.names[1:]) else None


def _with(doubt: Doubt, minutes: Minutes, *, hints: Hints) -> Minutes:
    """The minutes with one more question, unless it was answered."""
    if doubt.id in hints.answers:
        return minutes
    return replace(minutes, document=replace(minutes.document, status="needs_a_look"), doubts=(doubt, *minutes.doubts)[:MOST])


@lru_cache(maxsize=1)
def current_rules() -> str:
    """The version of everything that a reading depends on but the file and the answers."""
    return f"{READER_VERSION}/{rules_version()}"


def inputs_of(
    file: LibraryFile, hints: Hints, *, councils: Sequence[Council], kind: str, alike: Council | None = None, known_as: str | None = None
) -> str:
    """A mark of what a reading used beside the bytes. kind: its status; whose an agenda is depends on every council that is known; alike: see
    `alike_council`; known_as: see `other_name`."""
    around = council_of_folder(file, councils=councils)
    known = ",".join(sorted(council.key for council in councils)) if kind == "agenda" else around.key if around else ""
    return f"{hints.digest}/{known}{f'~{alike.key}' if alike is not None else ''}{f'={known_as}' if known_as else ''}/{file.path}"


def was_read_there(inputs: str, file: LibraryFile) -> bool:
    """Whether a reading with that mark was of the file where it is now; a renamed folder tells nothing of the files in it."""
    return not inputs or inputs.endswith(f"/{file.path}")

"""What happens to a file, and to its council, in order and on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from functions import errors
from functions.drafting.laying import Laid, lay_draft
from functions.following_up import project, record, start_event, withdraw
from functions.following_up.councils import council_in, council_of_folder, identify_council
from functions.library.port import Library
from functions.model.document import Document
from functions.model.events import Event
from functions.model.library import Change, ChangeKind, Changes, Council, LibraryFile, ListRow
from functions.model.minutes import Doubt, Minutes
from functions.model.register import Meeting, Register
from functions.publishing import publish, reading_values, values_from_register, values_of
from functions.publishing.lists import DECISIONS, FOLLOW_UP, MEETINGS, decision_rows, follow_up_rows, meeting_rows
from functions.publishing.values import cleared_values
from functions.publishing.writing import is_to_be_reread
from functions.reading import read_document
from functions.state.port import Parked, Processed, State
from functions.workplace import LIBRARY, Outcome, Progress, Report, Workplace, current_rules, hints_for, inputs_of, understand, words_on

__all__ = ["LIBRARY", "Outcome", "Progress", "Report", "Workplace", "draft", "follow_up_all", "handle", "read_minutes", "register_of", "run"]

BATCH = 50
"""Files between two marks of how far a run has come; a run that is killed starts again at the last mark."""

_MINUTES = ("read", "needs_a_look")
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

    changes: what `watch` lets through, instead of all that the library tells. Raises errors.Locked when another run works here.
    """
    with place.state.lease(name):
        since = place.state.cursor(name)
        found = changes if changes is not None else place.library.changes(since)
        outcomes: dict[str, Outcome] = {}
        todo = _todo(found, place, everything=changes is None)
        for turn in range(2):  # once more for files whose council became known by a file that came later
            for start in range(0, len(todo), BATCH):
                if progress is not None:
                    progress(start, len(todo), None)
                for outcome in _handle_all(todo[start : start + BATCH], place, progress=_within(progress, start, len(todo))):
                    outcomes[outcome.file.id] = outcome
                along = place.library.cursor_after(found, [change for change in todo[: start + BATCH] if change in found.changes], since)
                if turn == 0 and along is not None and start + BATCH < len(todo):
                    place.state.store_cursor(name, along)
            todo = _outdated(place)
        registers, drafts, again = follow_up_all(place)
        outcomes.update({outcome.file.id: outcome for outcome in again if outcome.file.id not in outcomes or outcomes[outcome.file.id].status != "deleted"})
        place.state.store_cursor(name, found.cursor)
    return Report(tuple(sorted(outcomes.values(), key=lambda outcome: outcome.file.path)), registers, drafts)


def handle(change: Change, place: Workplace) -> Outcome:
    """One file, whatever happens to it: the outcome says what it is; a failure is parked where people see it and stops no other file."""
    return _handle_all([change], place)[0]


def _handle_all(changes: Sequence[Change], place: Workplace, *, progress: Callable[[int, Outcome | None], None] | None = None) -> list[Outcome]:
    """Fetch → read → interpret → follow up for each file; then, once each council's register is told anew, publish. Outcomes in the order of the changes."""
    taken: list[Outcome | _Taken] = []
    for position, change in enumerate(changes):
        if progress is not None:
            progress(position, taken[-1] if taken and isinstance(taken[-1], Outcome) else None)
        taken.append(_guarded(change, place, lambda change=change: _take_in(change, place)))  # type: ignore[misc]
    councils = {entry.council.key: entry.council for entry in taken if isinstance(entry, _Taken) and entry.council is not None}
    registers = {key: register_of(council, place) for key, council in councils.items()}
    return [entry if isinstance(entry, Outcome) else _guarded(entry.change, place, lambda entry=entry: _tell(entry, place, registers)) for entry in taken]  # type: ignore[misc]

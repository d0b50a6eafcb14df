"""The cells beside a draft in the library: people say there how far it has come, and we tell there what keeps it from being accessible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from functions.drafting.accessibility import Finding
from functions.drafting.versions import STATE_FIELD, STATES, Version, state_of, store_version
from functions.languages.shown import NOTHING_FOUND
from functions.library.port import Library
from functions.model.agenda import DRAFT_FINDINGS, DRAFT_STATE
from functions.model.events import Event, EventType, event_id
from functions.model.library import Columns, ColumnValue, WriteResult
from functions.state.port import State


def said_of_draft(version: Version, cells: Columns | None, *, events: Sequence[Event], now: date) -> Event | None:
    """What a person says of the draft in its cell, where that is news; what we wrote there ourselves is not."""
    word = cells.values.get(DRAFT_STATE) if cells is not None else None
    state = next((key for key, known in STATES.items() if known == word), None)
    if state is None or word == version.shown or state == state_of(version, events):
        return None
    told = [event for event in events if event.data.get("field") == STATE_FIELD and event.data.get("draft") == version.id]
    at = max([f"{now.isoformat()}T00:00:00", *(event.at or "" for event in told)])  # the cell was changed after all that is known of it
    return Event(
        event_id(version.council, STATE_FIELD, version.id, state, len(told)),
        version.council,
        EventType.EDITED,
        file=version.path,
        by="person",
        at=at,
        data={"field": STATE_FIELD, "value": state, "draft": version.id, "path": version.path},
    )


def show_beside(version: Version, *, state: str, findings: Sequence[Finding], library: Library, book: State) -> None:
    """Bring the draft's cells up to date; one that a person emptied stays empty, and what cannot be written now is written next time."""
    cells = library.draft_cells(version.path)
    if cells is None:
        return
    wanted: dict[str, ColumnValue] = {DRAFT_STATE: STATES[state], DRAFT_FINDINGS: "\n".join(one.message for one in findings) or NOTHING_FOUND}
    if cells.values.get(DRAFT_STATE) is None and version.shown == STATES[state]:
        del wanted[DRAFT_STATE]
    changed = {name: value for name, value in wanted.items() if cells.values.get(name) != value}
    if changed and library.write_draft_cells(version.path, changed, etag=cells.etag) is not WriteResult.WRITTEN:
        return
    if version.shown != STATES[state]:
        store_version(replace(version, shown=STATES[state]), state=book)

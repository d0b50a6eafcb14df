"""Taking back what a person said: their last act, and the events that it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from functions.following_up.readings import UNDONE, without_undone
from functions.following_up.row_edits import Speaker, say
from functions.model.events import Event, EventType

_ACTS = frozenset({EventType.EDITED, EventType.ADDED, EventType.ANSWERED})
_ON_FILES = frozenset({"state", "governing"})  # their cell says the same, and would say it again
_FOR_GOOD = frozenset({UNDONE, "purged", "person"})


def last_act(events: Iterable[Event], *, keys: Sequence[str] | None = None) -> tuple[Event, ...]:
    """The events of the last act that stands and can be taken back: all that one person did at one moment. keys: only acts on these rows.

    What was done in a list or in a file's cell is taken back there, because it still stands there.
    """
    acts = [event for event in without_undone(tuple(events)) if event.type in _ACTS and event.at and _can_be_undone(event)]
    if keys is not None:
        acts = [event for event in acts if event.key in keys]
    if not acts:
        return ()
    latest = max(acts, key=lambda event: event.at or "")
    return tuple(event for event in acts if (event.at, event.by) == (latest.at, latest.by))


def _can_be_undone(event: Event) -> bool:
    field = event.data.get("field")
    return "row" not in event.data and field not in _FOR_GOOD and not (field in _ON_FILES and event.data.get("file_id"))


def undo(by: Speaker, acts: Iterable[Event]) -> tuple[Event, ...]:
    """The events that take these back. They name what they undo, so that the log keeps both."""
    return tuple(
        say(by, EventType.EDITED, council=event.council, data={"field": UNDONE, "value": event.id}, about=f"undone {event.id}") for event in acts
    )

"""The append-only log that the register is projected from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from functions.model.minutes import Quotes


class EventType(StrEnum):
    """What an event tells.

    A reading's facts come first and its `read` event last: facts without their `read` event are half written and count for nothing.
    """

    OPENED = "opened"  # a row: data as OpenedFact
    FOLLOWED = "followed"  # what minutes say of an earlier task
    DECIDED = "decided"
    ANNOUNCED_MEETING = "announced_meeting"
    READ = "read"  # commits one reading of one file
    WITHDRAWN = "withdrawn"  # the file belongs to another council, is no longer minutes, or is gone
    EDITED = "edited"  # a person changed a row or the council's settings
    ADDED = "added"  # a person added a row
    ANSWERED = "answered"  # a person answered a question
    STARTED = "started"  # the council's start date, computed once
    DRAFTED = "drafted"  # a draft was written for a meeting


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, never changed afterwards.

    id: unique; appending it again does nothing. council: its key, "" for the library itself; key: the row it concerns;
    meeting: "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM"; file: path of the source; by: "minutes", "program" or a person's name;
    at: ISO time of a person's act, None for what minutes say; data: plain JSON, its keys told in docs/events.md.
    """

    id: str
    council: str
    type: EventType
    key: str | None = None
    meeting: str | None = None
    item: str | None = None
    file: str | None = None
    by: str = "minutes"
    at: str | None = None
    quotes: Quotes = ()
    data: Mapping[str, Any] = field(default_factory=dict)


def event_id(*parts: object) -> str:
    """A stable id for an event out of what makes it unique; 32 hex digits."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()[:32]

"""What is remembered of each draft: where it lies, what we wrote in it last, and whether the secretary took it away."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from functions.drafting.base import Base, read_base, write_base
from functions.drafting.merging import likeness
from functions.languages.shown import DRAFT_STATES
from functions.library.port import Library
from functions.model.events import Event, EventType
from functions.model.library import StoredDraft, WriteResult
from functions.model.register import Meeting
from functions.state.port import State

BOOK = "drafts"
"""The books of drafts, one a council (by key): an entry for each file."""

PROPOSAL, READY, SENT = "proposal", "ready", "sent"
STATES = DRAFT_STATES
"""What people say of a draft, as they read it."""
STATE_FIELD = "draft_state"

_KEPT = timedelta(days=400)
"""How long after its meeting a draft is remembered."""


@dataclass(frozen=True, slots=True)
class Version:
    """A draft of ours.

    id: stays the same wherever its meeting is moved; meeting: ISO date, "" while undecided; number: 1, or more for one that lies beside another; sha:
    of the bytes that we wrote last, base: what they say; hers: whether there was something of hers in them; gone: she deleted it; withdrawn: we took
    it back, as the meeting is cancelled; note: what the secretary was told of it last; shown: what we wrote last in its cell Läge för förslaget;
    pending: a write that may have come to an end or not.
    """

    id: str
    council: str
    meeting: str
    number: int
    path: str
    base: Base | None = None
    sha: str = ""
    hers: bool = False
    gone: bool = False
    withdrawn: bool = False
    note: str = ""
    shown: str = ""
    pending: tuple[str, Base, bool] | None = None


def read_versions(state: State, *, council: str) -> tuple[Version, ...]:
    """The drafts of a council, by meeting and number. One look-up, however many councils there are."""
    found = [_read(json.loads(text)) for text in state.notes(_book(council)).values()]
    return tuple(sorted(found, key=lambda one: (one.meeting, one.number)))


def versions_for(meeting: Meeting | None, known: Sequence[Version], *, undated: bool = True, days_met: Container[str] = ()) -> tuple[Version, ...]:
    """The drafts of a meeting, under whatever day it was known; one without a day is for the next meeting that gets one (undated).

    days_met: every day of a meeting. A draft that was moved along to a day on which there is none any more comes back to the meeting it was made for.
    """
    days = {day[:10] for day in (meeting.date, meeting.moved_from, meeting.known_as) if day} if meeting else {""}
    found = tuple(one for one in known if one.meeting in days)
    found = found or tuple(one for one in known if one.meeting and one.meeting not in days_met and any(_was_made_for(one, day) for day in days))
    return found or tuple(one for one in known if undated and not one.meeting and not one.gone)


def _was_made_for(version: Version, day: str) -> bool:
    path = version.path.replace(version.meeting, day, 1)
    return version.id == new_version(version.council, meeting=day, number=version.number, path=path).id


def settle(version: Version, stored: StoredDraft) -> Version:
    """The version as it is after a write of which nobody knows whether it came through: told by the file."""
    if version.pending is None:
        return version
    sha, base, hers = version.pending
    done = stored.sha256 == sha or stored.ours == sha
    if not done and stored.sha256 != version.sha:  # a crash, and then she edited it: whichever of the two it looks more like
        done = version.base is None or likeness(stored.data, base) > likeness(stored.data, version.base)
    return replace(version, sha=sha, base=base, hers=hers, pending=None) if done else replace(version, pending=None)


def write_version(
    version: Version, data: bytes, *, base: Base, hers: bool, stored: StoredDraft | None, library: Library, state: State
) -> tuple[str, Version]:
    """Write the file, and remember what is in it; "written", "waiting" (she has it open) or "edited" (somebody wrote meanwhile), and the version.

    It is noted before and after, so that a crash in between is told from an edit of hers.
    """
    sha = hashlib.sha256(data).hexdigest()
    store_version(replace(version, pending=(sha, base, hers)), state=state)
    result = library.put_draft(version.path, data, expected=stored.sha256 if stored is not None else None)
    if result is WriteResult.WRITTEN:
        version = replace(version, sha=sha, base=base, hers=hers, gone=False, withdrawn=False, pending=None)
    store_version(version, state=state)
    return {WriteResult.WRITTEN: "written", WriteResult.LOCKED: "waiting"}.get(result, "edited"), version


def store_version(version: Version, *, state: State) -> None:
    """Remember a draft."""
    state.store_notes(_book(version.council), {version.id: json.dumps(_told(version), ensure_ascii=False)})


def new_version(council: str, *, meeting: str, number: int, path: str) -> Version:
    """A draft that is not written yet."""
    return Version(hashlib.sha256(json.dumps([council, meeting, number, path]).encode()).hexdigest()[:32], council, meeting, number, path)


def forget_old(known: Sequence[Version], *, now: date, state: State) -> None:
    """Forget drafts of meetings long past."""
    old = (now - _KEPT).isoformat()
    past = [one for one in known if one.meeting and one.meeting < old]
    if past:
        state.store_notes(_book(past[0].council), dict.fromkeys((one.id for one in past), None))


def state_of(version: Version, events: Sequence[Event]) -> str:
    """What people said of it last: proposal, ready or sent."""
    said = [event for event in events if event.type is EventType.EDITED and event.data.get("field") == STATE_FIELD]
    told = [event for event in said if event.data.get("draft") == version.id]
    told.sort(key=lambda event: event.at or "")
    value = str(told[-1].data.get("value")) if told else PROPOSAL
    return value if value in STATES else PROPOSAL


def path_of(first: str, number: int) -> str:
    """Where the version of that number lies beside the first one."""
    return first if number == 1 else f"{first.removesuffix('.docx')}, version {number}.docx"


def _book(council: str) -> str:
    return f"{BOOK}:{council}"


def _told(version: Version) -> dict[str, Any]:
    pending = version.pending
    return {
        "id": version.id,
        "council": version.council,
        "meeting": version.meeting,
        "number": version.number,
        "path": version.path,
        "base": write_base(version.base) if version.base is not None else None,
        "sha": version.sha,
        "hers": version.hers,
        "gone": version.gone,
        "withdrawn": version.withdrawn,
        "note": version.note,
        "shown": version.shown,
        "pending": [pending[0], write_base(pending[1]), pending[2]] if pending is not None else None,
    }


def _read(told: dict[str, Any]) -> Version:
    pending = told["pending"]
    base = read_base(told["base"]) if told["base"] else None
    return Version(**{**told, "base": base, "pending": (pending[0], read_base(pending[1]), pending[2]) if pending else None})

"""The register: what is open, since when, and what became of it; a projection of the events."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from functions.model.minutes import DateMention, Quotes


class RowKind(StrEnum):
    """What sort of thing is open."""

    ACTION = "action"
    TABLED = "tabled"
    RETURNED = "returned"
    DEFERRED = "deferred"
    PARKED = "parked"
    CONSULTATION = "consultation"
    STANDING = "standing"
    PINNED = "pinned"
    ANNOUNCED = "announced"


class RowStatus(StrEnum):
    """How it stands with it."""

    PROPOSED = "proposed"
    OPEN = "open"
    PART_DONE = "part_done"
    SEEMS_DONE = "seems_done"
    DONE = "done"
    DROPPED = "dropped"
    NOT_A_TASK = "not_a_task"
    DORMANT = "dormant"
    HISTORIC = "historic"


STILL_OPEN = frozenset({RowStatus.PROPOSED, RowStatus.OPEN, RowStatus.PART_DONE, RowStatus.SEEMS_DONE})
"""Statuses that count as open points in the columns; only OPEN and PART_DONE reach a draft."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row was opened: meeting (ISO date), the item's number or title, the source file's path, and the item's title."""

    meeting: str
    item: str | None
    file: str | None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class RowEvent:
    """One line of a row's history. type: opened, mentioned, part_done, may_be_done, done, dropped, postponed, due_moved, edited, added …

    at: ISO time of a person's act; change: what the person changed, as field and new value (ISO dates, None for what was emptied or taken back).
    """

    type: str
    meeting: str | None
    item: str | None
    file: str | None
    by: str
    quotes: Quotes = ()
    at: str | None = None
    change: tuple[str, str | None] | None = None


_MAKE_OVER = frozenset({"seems_done", "may_be_done", "done", "dropped", "contradicted"})


def may_be_done(events: Sequence[RowEvent]) -> bool:
    """Whether what made a row seem done, by its history, is too weak to take it off a draft: it is asked about and stays."""
    return next((event.type for event in reversed(events) if event.type in _MAKE_OVER), None) == "may_be_done"


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A row of the register, alive over many meetings.

    meetings_followed: meetings held after the one that opened it; times_postponed: how often it was put off; removed: a person deleted its row, which
    is not shown in the lists again.
    """

    key: str
    council: str
    kind: RowKind
    text: str
    owners: tuple[str, ...]
    due: DateMention | None
    status: RowStatus
    opened: Origin
    meetings_followed: int = 0
    times_postponed: int = 0
    quotes: Quotes = ()
    events: tuple[RowEvent, ...] = ()
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of one council in the calendar.

    date: ISO; file: path of the governing minutes when held, else of the minutes that announced it; state: of the minutes, None when only announced;
    known_as: the date under which the lists first knew it ("2026-04-16"; the second meeting of a day "2026-04-16T13:00"), whatever date it has now;
    removed: a person deleted its row, which is not shown in the lists again; moved: its date was changed, also where nobody tells from which.
    """

    council: str
    date: str
    start: str | None = None
    end: str | None = None
    place: str | None = None
    online: bool = False
    note: str | None = None
    topics: tuple[str, ...] = ()
    held: bool = False
    cancelled: bool = False
    moved_from: str | None = None
    state: str | None = None
    file: str | None = None
    approved_by: str | None = None
    known_as: str | None = None
    removed: bool = False
    moved: bool = False


@dataclass(frozen=True, slots=True)
class SkeletonPoint:
    """One item of a council's earlier agenda: what the next draft's order and wording are learned from. links: (text, address) of its papers."""

    number: str | None
    title: str
    start: str | None = None
    end: str | None = None
    presenters: tuple[str, ...] = ()
    links: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of the minutes that govern their meeting.

    meeting: ISO date; item, title: of its point; decided_by: the other body that it is of, None when it is the council's own; approved: whether the
    minutes are; actions: keys of the rows that it gave; carried_out: the ISO date on which the last of them was done, None while one is left;
    tier: sure, or proposed where the words only seem to tell of a decision.
    """

    meeting: str
    item: str | None
    title: str | None
    text: str
    file: str
    quotes: Quotes = ()
    decided_by: str | None = None
    approved: bool = False
    actions: tuple[str, ...] = ()
    carried_out: str | None = None
    tier: str = "sure"


@dataclass(frozen=True, slots=True)
class Puzzle:
    """What the register itself asks people. code: corrected, versions_differ or dormant; question: in words; keys: of the rows that it is about;
    choices: what can be answered; file, meeting: where the question comes from."""

    code: str
    question: str
    keys: tuple[str, ...] = ()
    quotes: Quotes = ()
    choices: tuple[str, ...] = ()
    file: str | None = None
    meeting: str | None = None

    @property
    def id(self) -> str:
        """The same as long as the same is asked."""
        words = [self.code, self.question, self.meeting, *(quote.text for quote in self.quotes)]
        return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Register:
    """Everything known of one council at `now`: rows sorted by key, meetings by date, and the last held meeting's items.

    waiting: paths of files whose rows wait for a date; ruled_out: paths of other versions of a meeting that another file governs.
    """

    council: str
    name: str
    items: tuple[OpenItem, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    skeletons: tuple[tuple[str, tuple[SkeletonPoint, ...]], ...] = ()
    waiting: tuple[str, ...] = ()
    ruled_out: tuple[str, ...] = ()
    people: tuple[tuple[str, str | None], ...] = ()
    start_date: str | None = None
    decisions: tuple[Decided, ...] = ()
    puzzles: tuple[Puzzle, ...] = ()

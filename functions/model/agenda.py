"""A proposed agenda: its lines, why each stands there, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from functions.model.minutes import Quotes
from functions.model.register import Meeting

DRAFT_STATE, DRAFT_FINDINGS = "DgDraftState", "DgDraftFindings"
"""The cells beside a draft: what people say of it, and what keeps it from being accessible."""


class LineKind(StrEnum):
    """What puts a line on the agenda."""

    FORMALITY = "formality"
    FOLLOW_UP = "follow_up"
    TABLED = "tabled"
    RETURNED = "returned"
    DEFERRED = "deferred"
    CONSULTATION = "consultation"
    STANDING = "standing"
    ANNOUNCED = "announced"
    PINNED = "pinned"
    MATTER = "matter"
    GUEST = "guest"
    BREAK = "break"
    OTHER = "other"
    NEXT = "next"


class LineType(StrEnum):
    """What the council is asked to do with it."""

    DECISION = "decision"
    DISCUSSION = "discussion"
    INFORMATION = "information"
    FORMALITY = "formality"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class Why:
    """Where a line comes from. meeting: ISO date; item: number or title there; file: path of the minutes."""

    meeting: str | None
    item: str | None
    file: str | None
    quotes: Quotes = ()


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line of the proposed agenda. keys: the register rows it carries; tag: stable tag of its content control;

    parts: the rows under one heading, each with its own origin; reason: why a point that no row carries stands there, for the secretary;
    enclosures: the papers that belong to it.
    """

    number: str
    title: str
    kind: LineKind
    type: LineType
    tag: str
    presenter: str | None = None
    start: str | None = None
    end: str | None = None
    purpose: str | None = None
    keys: tuple[str, ...] = ()
    why: Why | None = None
    origin: str | None = None
    parts: tuple[AgendaPart, ...] = ()
    reason: str = ""
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A paper that belongs to a matter. title: says what it is; address: where it lies (http, https), None where the minutes only name it."""

    title: str
    address: str | None


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """One carried row under a line, such as a task under "Uppföljning". origin: "(från 19 mars, punkt 11)"; unsaid: the owners that its words do not
    name, or not so that only they can be meant.
    """

    tag: str
    text: str
    owners: tuple[str, ...]
    due: str | None
    key: str
    why: Why
    origin: str
    unsaid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An open row that is not on the agenda, and why, in Swedish words a secretary can read."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """A proposed agenda for one meeting.

    file: path of the draft in the library; state: proposal, ready, sent, or own when a person's own agenda stands in `file` and no draft is made;
    notes: for the secretary, never in the draft; previous: the last meeting held; upcoming: the announced meetings after this one, by date;
    appendix: the open tasks that found no place under the follow-up; joint: the other council that the meeting is held with, "" for none.
    """

    council: str
    council_key: str
    meeting: Meeting | None
    file: str
    state: str
    lines: tuple[AgendaLine, ...]
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()
    previous: Meeting | None = None
    upcoming: tuple[Meeting, ...] = ()
    chair: str | None = None
    secretary: str | None = None
    appendix: tuple[AgendaPart, ...] = ()
    joint: str = ""

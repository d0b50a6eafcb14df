"""What minutes mean: the facts that a careful secretary would underline, each with its quotations."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

WITHHELD = "(innehåller personuppgift, se filen)"
"""What stands in place of words that may not leave their file; every stage writes and knows it by this name."""


class Tier(StrEnum):
    """How sure a rule is, measured on labelled minutes. Sure facts are acted on; proposed ones wait for a person."""

    SURE = "sure"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of the document: text == block.text[start:end] in code points. text is None where it holds sensitive data."""

    block: str
    start: int
    end: int
    text: str | None


Quotes = tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class DateMention:
    """When something is due or taken up again.

    date: the last day that meets it, ISO, or None when only words are known; text: always the words;
    granularity: day, week, month_part, month, quarter, season, half_year, year, next_meeting, fuzzy.
    """

    date: str | None
    text: str
    granularity: str
    quotes: Quotes = ()


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """The meeting's own facts. date: ISO; start, end: HH:MM; state: ongoing, final or approved; quotes by field name."""

    body: str | None = None
    organization: str | None = None
    kind: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    online: bool = False
    chair: str | None = None
    secretary: str | None = None
    state: str = "ongoing"
    quotes: dict[str, Quotes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the attendance list (or named as having taken part).

    role: chair, vice_chair, secretary, coordinator, adjuster or None; attendance: present, absent, partial, adjunct, guest;
    items: the numbers of the items this person was there for, when only some.
    """

    name: str
    role: str | None = None
    title: str | None = None
    affiliation: str | None = None
    attendance: str = "present"
    remote: bool = False
    items: tuple[str, ...] = ()
    initials: str | None = None
    rule: str = ""
    tier: Tier = Tier.SURE
    quotes: Quotes = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A point of the agenda as minuted. number is bare ("3", "2a", "61" of "§ 61") or None; start, end: HH:MM slot."""

    number: str | None
    title: str
    start: str | None = None
    end: str | None = None
    presenters: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    rule: str = ""
    tier: Tier = Tier.SURE
    quotes: Quotes = ()

    @property
    def ref(self) -> str:
        """How facts name this item: its number, or its title where it has none."""
        return self.number or self.title


@dataclass(frozen=True, slots=True)
class Decision:
    """What the body decided. decided_by: another body's name when it only is reported; actions: ids of tasks it gives."""

    id: str
    item: str | None
    text: str
    kind: str = "decision"
    decided_by: str | None = None
    actions: tuple[str, ...] = ()
    rule: str = ""
    tier: Tier = Tier.PROPOSED
    quotes: Quotes = ()


@dataclass(frozen=True, slots=True)
class Action:
    """A new task. owners: full names where the attendance list gives them, else the group or name as written; empty when unknown; number: in a
    running log ("B14").
    """

    id: str
    item: str | None
    text: str
    owners: tuple[str, ...] = ()
    owner_quotes: Quotes = ()
    due: DateMention | None = None
    decision: str | None = None
    doubts: tuple[str, ...] = ()
    rule: str = ""
    tier: Tier = Tier.PROPOSED
    quotes: Quotes = ()
    number: str | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What these minutes say of an earlier task. status: done, part_done, kept, dropped, mentioned; by: who did it, as written; due: the day that is
    told for what remains; number: of the task in a running log ("B14").
    """

    item: str | None
    text: str
    owners: tuple[str, ...] = ()
    status: str = "mentioned"
    by: str | None = None
    rule: str = ""
    tier: Tier = Tier.PROPOSED
    quotes: Quotes = ()
    due: DateMention | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Deferral:
    """A matter put off. kind: tabled, returned, deferred, parked."""

    item: str | None
    text: str
    kind: str = "deferred"
    until: DateMention | None = None
    rule: str = ""
    tier: Tier = Tier.PROPOSED
    quotes: Quotes = ()


@dataclass(frozen=True, slots=True)
class Consultation:
    """A proposal out for comment (remiss): to whom, and the last day to answer."""

    item: str | None
    text: str
    to: str | None = None
    answer_by: DateMention | None = None
    rule: str = ""
    tier: Tier = Tier.PROPOSED
    quotes: Quotes = ()


@dataclass(frozen=True, slots=True)
class StandingPoint:
    """A matter that shall stand on every later agenda."""

    item: str | None
    text: str
    rule: str = ""
    tier: Tier = Tier.PROPOSED
    quotes: Quotes = ()


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """An announced meeting. topics: what is pinned to that date; moved_from: ISO date it had before; note: a remark as written."""

    date: str
    start: str | None = None
    end: str | None = None
    place: str | None = None
    online: bool = False
    note: str | None = None
    topics: tuple[str, ...] = ()
    moved_from: str | None = None
    cancelled: bool = False
    rule: str = ""
    tier: Tier = Tier.SURE
    quotes: Quotes = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An enclosure or address that the minutes link to; href None where the file does not tell where."""

    text: str
    href: str | None = None
    item: str | None = None
    quotes: Quotes = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to ask a person about. code: what it is about; choices: answers to pick from; id stable over re-reads."""

    id: str
    code: str
    question: str
    choices: tuple[str, ...] = ()
    quotes: Quotes = ()


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What kind of file it is and how the reading went."""

    kind: str = "other"
    language: str | None = None
    fingerprint: str = ""
    reader: str = ""
    status: str = "not_minutes"
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """Everything read out of one file, as in the contract of `dagordning interpret --json`.

    remarks: what is told in passing, wherever it stands, that may concern an earlier task; only who knows what is open can tell.
    """

    document: DocumentFacts = DocumentFacts()
    meeting: MeetingFacts = field(default_factory=MeetingFacts)
    people: tuple[Person, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    remarks: tuple[FollowUp, ...] = ()
    postponed: tuple[Deferral, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    standing: tuple[StandingPoint, ...] = ()
    next_meetings: tuple[NextMeeting, ...] = ()
    future_topics: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    doubts: tuple[Doubt, ...] = ()

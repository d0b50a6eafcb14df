"""The register as rows of the lists Uppföljning, Beslut i anteckningarna and Rådens möten, in the words that people see."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from functions.languages.shown import KINDS, STATUSES
from functions.model.library import ColumnValue, ListRow
from functions.model.minutes import WITHHELD, Quote
from functions.model.register import STILL_OPEN, Decided, Meeting, OpenItem, Register, RowStatus
from functions.publishing.columns import COLUMNS, STATES

FOLLOW_UP, DECISIONS, MEETINGS = "Uppföljning", "Beslut i anteckningarna", "Rådens möten"

QUESTION = "Fråga"
"""The Typ of a row in Uppföljning that asks something; every other one is a point (functions/languages/shown.py)."""

COMING, HELD, CANCELLED = "Kommande", "Hållet", "Inställt"
HELD_WORDS = (COMING, HELD, CANCELLED)
"""What can stand in Hålls."""

APPROVED_WORDS = ("Ja", "Ej godkänd", "Står inte kvar i anteckningarna")
"""What can stand in Godkänt."""

UNCONFIRMED = STATUSES[RowStatus.PROPOSED]
"""The Status of a decision that the words only seem to tell of; one that they tell of has none."""

OF_CALENDAR = ("DgCouncil", "DgMeetingDate", "DgPlace", "DgOnline", "DgReread")
"""A file's columns (internal names) that its meeting's row does not take from the file."""

OF_FILES = {column.name: column.title for column in COLUMNS if column.name not in OF_CALENDAR}
"""A file's columns that its meeting's row can show: internal name → title."""

_Value = TypeVar("_Value", OpenItem, Meeting, Decided)
_UNDECIDED = STILL_OPEN | {RowStatus.DORMANT}


def list_rows(register: Register, *, told: Mapping[str, Mapping[str, ColumnValue]] | None = None) -> dict[str, tuple[ListRow, ...]]:
    """A council's rows by list. told: by a file's path what its meeting's row says beside the calendar (how the reading went …)."""
    known = next((one for one in _latest if one.register is register), None)
    if known is None:
        before = next((one for one in reversed(_latest) if (one.register.council, one.register.name) == (register.council, register.name)), None)
        made = _Made(before.made.told if before is not None else {})
        rows = {
            FOLLOW_UP: follow_up_rows(register, made=made),
            DECISIONS: decision_rows(register, made=made),
            MEETINGS: meeting_rows(register, told={}, made=made),
        }
        known = _Known(register, rows, made)
        _latest[:] = [*_latest[1 - _REMEMBERED :], known]
    return {**known.rows, **({MEETINGS: meeting_rows(register, told=told)} if told else {})}


@dataclass(slots=True)
class _Made:
    """The rows of a council's values, so that a value that is the same as before keeps its row. before, told: by the value's id, with the value."""

    before: Mapping[int, tuple[object, ListRow]] = field(default_factory=dict)
    told: dict[int, tuple[object, ListRow]] = field(default_factory=dict)

    def row(self, value: _Value, make: Callable[[_Value], ListRow]) -> ListRow:
        """The row of a value, made where there is none."""
        known = self.before.get(id(value))
        self.told[id(value)] = known if known is not None else (value, make(value))
        return self.told[id(value)][1]


@dataclass(frozen=True, slots=True)
class _Known:
    register: Register
    rows: Mapping[str, tuple[ListRow, ...]]
    made: _Made


_latest: list[_Known] = []  # how a council stood before a meeting is asked for again after it
_REMEMBERED = 2


def follow_up_rows(register: Register, *, made: _Made | None = None) -> tuple[ListRow, ...]:
    """One row for each open or closed point; none for those whose row a person deleted. made: rows that need not be made again."""
    row = (made or _Made()).row
    return tuple(row(item, lambda one: ListRow(one.key, _follow_up(one, register))) for item in register.items if not item.removed)


def _follow_up(item: OpenItem, register: Register) -> dict[str, ColumnValue]:
    return {
        "Punkt": item.text,
        "Råd": register.name,
        "Typ": KINDS[item.kind],
        "Ansvarig": ", ".join(item.owners) or None,
        "Klart senast": item.due.date if item.due else None,
        "Klart senast, ord": item.due.text if item.due else None,
        "Status": STATUSES[item.status],
        "Från möte": item.opened.meeting,
        "Från punkt": item.opened.item,
        "Källa": item.opened.file,
        "Följt med i antal möten": item.meetings_followed,
        "Uppskjuten antal gånger": item.times_postponed,
        "Citat": quoted(item.quotes),
        "Öppen": item.status in _UNDECIDED,
    }


def meeting_rows(register: Register, *, told: Mapping[str, Mapping[str, ColumnValue]], made: _Made | None = None) -> tuple[ListRow, ...]:
    """One row for each meeting held or announced; none for those whose row a person deleted. told: see `list_rows`; made: see `follow_up_rows`, where
    nothing is told."""

    def make(meeting: Meeting) -> ListRow:
        return ListRow(meeting_key(meeting), {**_meeting(meeting, register), **(told.get(meeting.file or "", {}) if meeting.state else _NO_FILE)})

    row = (made or _Made()).row
    return tuple(row(meeting, make) for meeting in register.meetings if not meeting.removed)


_NO_FILE: Mapping[str, ColumnValue] = dict.fromkeys(title for title in OF_FILES.values())
"""What the row of a meeting without minutes says of a file: nothing, also where it said something before."""


def meeting_key(meeting: Meeting) -> str:
    """The key of a meeting's row, which it keeps when it is moved or held."""
    return f"{meeting.council}/{meeting.known_as or meeting.date}"


def _meeting(meeting: Meeting, register: Register) -> dict[str, ColumnValue]:
    return {
        "Råd": register.name,
        "Datum": meeting.date,
        "Tid": f"{meeting.start}–{meeting.end}" if meeting.start and meeting.end else meeting.start,
        "Plats": meeting.place,
        "På distans": meeting.online,
        "Anmärkning": meeting.note,
        "Hålls": CANCELLED if meeting.cancelled else HELD if meeting.held else COMING,
        "Flyttat från": meeting.moved_from,
        "Läge": STATES.get(meeting.state or "") if meeting.held else None,
        "Källa": meeting.file,
    }


def decision_rows(register: Register, *, made: _Made | None = None) -> tuple[ListRow, ...]:
    """One row for each decision of the minutes that govern their meetings; other bodies' decisions are none. made: see `follow_up_rows`."""
    row = (made or _Made()).row
    rows = [row(decision, lambda one: _decision(one, register)) for decision in register.decisions if not decision.decided_by]
    by_key = {one.key: one for one in rows}
    return tuple(by_key[key] for key in sorted(by_key))


def _decision(decision: Decided, register: Register) -> ListRow:
    words = f"{decision.item or ''}/{decision.text}"
    # SharePoint's line of text holds 255 characters.
    key = f"{register.council}/{decision.meeting}/{hashlib.sha256(words.encode()).hexdigest()[:16]}"
    return ListRow(
        key,
        {
            "Beslut": decision.text,
            "Status": UNCONFIRMED if decision.tier != "sure" else None,
            "Råd": register.name,
            "Datum": decision.meeting,
            "År": decision.meeting[:4],
            "Punkt": decision.item,
            "Godkänt": APPROVED_WORDS[0] if decision.approved else APPROVED_WORDS[1],
            "Källa": decision.file,
            "Citat": quoted(decision.quotes),
        },
    )


def quoted(quotes: Sequence[Quote]) -> str | None:
    """Quotations as a cell shows them."""
    return " … ".join(f"”{quote.text}”" if quote.text is not None else WITHHELD for quote in quotes) or None

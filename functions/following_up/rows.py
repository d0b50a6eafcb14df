"""One row of the register while it is being projected: a value, and what each thing that happens makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from functions.following_up.plain_data import date_mention_of, text_of, texts_of
from functions.following_up.readings import Reading
from functions.model.events import Event
from functions.model.minutes import DateMention, Quotes
from functions.model.register import STILL_OPEN, OpenItem, Origin, RowEvent, RowKind, RowStatus

_DAYS = {"week": 7, "month_part": 10, "month": 31, "quarter": 92, "season": 92, "half_year": 184, "year": 366}
"""The days of each sort of date, so that what is for "i höst" is for any day of the autumn."""

_POSTPONED = frozenset({RowKind.TABLED, RowKind.RETURNED, RowKind.DEFERRED, RowKind.PARKED})


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the register on its way. touched: ISO date of the last mention; closed: ISO date of the closing; removed: see
    OpenItem; number: in the council's running log of tasks."""

    key: str
    kind: RowKind
    text: str
    owners: tuple[str, ...]
    due: DateMention | None
    status: RowStatus
    opened: Origin
    quotes: Quotes
    history: tuple[RowEvent, ...]
    touched: str
    times_postponed: int = 0
    closed: str | None = None
    removed: bool = False
    number: str | None = None
    memo: dict[str, Any] = field(init=False, default_factory=dict, compare=False, repr=False)  # what was worked out of these very values once

    @property
    def postponed(self) -> bool:
        """Whether it is a matter that was put off."""
        return self.kind in _POSTPONED

    @property
    def is_open(self) -> bool:
        """Whether later minutes can still tell of it."""
        return self.status in STILL_OPEN


def open_row(event: Event, *, reading: Reading) -> Row | None:
    """The row that an `opened` event opens; None when the event does not say what it is."""
    data = event.data
    try:
        kind = RowKind(text_of(data, "kind") or "")
    except ValueError:
        return None
    text = text_of(data, "text")
    if not event.key or text is None:
        return None
    date = reading.date or ""
    origin = Origin(date, event.item, None if reading.deleted else reading.path, text_of(data, "item_title"))
    return Row(
        key=event.key,
        kind=kind,
        text=text,
        owners=texts_of(data, "owners"),
        due=date_mention_of(data.get("due")),
        status=RowStatus.OPEN if text_of(data, "tier") == "sure" else RowStatus.PROPOSED,
        opened=origin,
        quotes=event.quotes,
        history=(RowEvent("opened", date, event.item, origin.file, event.by, event.quotes),),
        touched=date,
        number=text_of(data, "number"),
    )


def note(row: Row, *, type: str, event: Event, reading: Reading) -> Row:
    """The row with one more line of history from a meeting's minutes; the mention keeps it awake."""
    file = None if reading.deleted else reading.path
    line = RowEvent(type, reading.date, event.item, file, event.by, event.quotes)
    return replace(row, history=(*row.history, line), touched=max(row.touched, reading.date or ""))


def close(row: Row, *, type: str, status: RowStatus, event: Event, reading: Reading) -> Row:
    """The row closed by a meeting's minutes."""
    return replace(note(row, type=type, event=event, reading=reading), status=status, closed=reading.date)


def ask_about(row: Row, *, surely: bool, event: Event, reading: Reading) -> Row:
    """The row asked about by a meeting's minutes. surely: enough speaks for its being over to take it off drafts; less leaves an open row there."""
    kept_on = not surely and row.status is not RowStatus.PROPOSED
    return replace(note(row, type="may_be_done" if kept_on else "seems_done", event=event, reading=reading), status=RowStatus.SEEMS_DONE)


def confirm(row: Row, *, event: Event, reading: Reading) -> Row:
    """The row mentioned by sure words: a proposed one is open now."""
    sure = text_of(event.data, "tier") == "sure"
    status = RowStatus.OPEN if sure and row.status is RowStatus.PROPOSED else row.status
    return replace(note(row, type="mentioned", event=event, reading=reading), status=status)


def first_day(due: DateMention | None) -> str | None:
    """The first day that a date may mean ("i april": 1 April), ISO; None for words without a date ("nästa möte")."""
    if due is None or due.date is None or due.granularity in ("next_meeting", "fuzzy"):
        return None
    try:
        last = date.fromisoformat(due.date)
        return (last.replace(day=1) if due.granularity == "month" else last - timedelta(days=_DAYS.get(due.granularity, 0))).isoformat()
    except (ValueError, OverflowError):
        return None


def move_due(row: Row, *, due: DateMention | None, event: Event, reading: Reading) -> Row:
    """The row with a new date, when there is one and it differs: "i april" moves nothing that is due on 23 April."""
    if due is None or (row.due is not None and (due.date, due.text) == (row.due.date, row.due.text)):
        return row
    first, old = first_day(due), row.due.date if row.due is not None else None
    if first is not None and due.date is not None and old is not None and due.granularity != "day" and first <= old <= due.date:
        return row
    return replace(note(row, type="due_moved", event=event, reading=reading), due=due)


def reassign(row: Row, *, owners: tuple[str, ...], event: Event, reading: Reading) -> Row:
    """The row with somebody else as its owner."""
    return replace(note(row, type="reassigned", event=event, reading=reading), owners=owners)


def show(row: Row, *, council: str, followed: int) -> OpenItem:
    """The row as the register shows it. followed: meetings held since it was opened."""
    return OpenItem(
        key=row.key,
        council=council,
        kind=row.kind,
        text=row.text,
        owners=row.owners,
        due=row.due,
        status=row.status,
        opened=row.opened,
        meetings_followed=followed,
        times_postponed=row.times_postponed,
        quotes=row.quotes,
        events=row.history,
        removed=row.removed,
    )

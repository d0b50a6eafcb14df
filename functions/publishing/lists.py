"""The register as rows of the lists Uppföljning, Beslut i anteckningarna and Rådens möten, in the words that people see."""

from __future__ import annotations

from collections.abc import Sequence

from functions.languages.shown import KINDS, STATUSES
from functions.model.events import Event, EventType
from functions.model.library import ListRow
from functions.model.minutes import WITHHELD, Quote
from functions.model.register import OpenItem, Register, RowStatus
from functions.publishing.columns import STATES

FOLLOW_UP, DECISIONS, MEETINGS = "Uppföljning", "Beslut i anteckningarna", "Rådens möten"


def follow_up_rows(register: Register) -> tuple[ListRow, ...]:
    """One row for each open or closed point."""
    return tuple(ListRow(item.key, _follow_up(item, register)) for item in register.items)


def _follow_up(item: OpenItem, register: Register) -> dict[str, str | int | None]:
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
        "Citat": _quoted(item.quotes),
    }


def meeting_rows(register: Register) -> tuple[ListRow, ...]:
    """One row for each meeting held or announced."""
    return tuple(
        ListRow(
            f"{register.council}/{meeting.date}/{meeting.start or ''}" if meeting.held else f"{register.council}/{meeting.date}/",
            {
                "Råd": register.name,
                "Datum": meeting.date,
                "Tid": f"{meeting.start}–{meeting.end}" if meeting.start and meeting.end else meeting.start,
                "Plats": meeting.place,
                "På distans": meeting.online,
                "Anmärkning": meeting.note,
                "Hålls": "Inställt" if meeting.cancelled else "Hållet" if meeting.held else "Kommande",
                "Läge": STATES.get(meeting.state or "") if meeting.held else None,
                "Källa": meeting.file,
            },
        )
        for meeting in register.meetings
    )


def decision_rows(events: Sequence[Event], register: Register) -> tuple[ListRow, ...]:
    """One row for each decision of the minutes that govern their meetings; formalities and other bodies' decisions are none."""
    governing = {meeting.file: meeting.state for meeting in register.meetings if meeting.held and meeting.state in ("final", "approved")}
    latest = {event.data.get("file_id"): event.id for event in events if event.type is EventType.READ}
    standing = set(latest.values())
    rows: dict[str, ListRow] = {}
    for event in events:
        if event.type is not EventType.DECIDED or event.data.get("reading") not in standing or event.file not in governing:
            continue
        if event.data.get("kind") != "decision" or event.data.get("decided_by"):
            continue
        key = f"{register.council}/{event.meeting}/{event.item or ''}/{event.data.get('text', '')}"
        rows[key] = ListRow(
            key,
            {
                "Beslut": str(event.data.get("text") or WITHHELD),
                "Råd": register.name,
                "Datum": event.meeting,
                "Punkt": event.item,
                "Godkänt": "Ja" if governing[event.file] == "approved" else "Ej godkänd",
                "Källa": event.file,
                "Citat": _quoted(event.quotes),
            },
        )
    return tuple(rows[key] for key in sorted(rows))


_GONE = {FOLLOW_UP: ("Status", STATUSES[RowStatus.DROPPED]), DECISIONS: ("Godkänt", "Står inte kvar i anteckningarna")}


def closed_rows(name: str, *, listed: Sequence[ListRow], shown: Sequence[ListRow], register: Register) -> tuple[ListRow, ...]:
    """The council's rows of a list that its minutes no longer tell of, closed: rows are never deleted.

    listed: the whole list; shown: what is told now.
    """
    column, word = _GONE[name]
    kept = {row.key for row in shown}
    return tuple(
        ListRow(row.key, {column: word})
        for row in listed
        if row.values.get("Råd") == register.name and row.key not in kept and row.values.get(column) != word
    )


def _quoted(quotes: Sequence[Quote]) -> str | None:
    return " … ".join(f"”{quote.text}”" if quote.text is not None else WITHHELD for quote in quotes) or None

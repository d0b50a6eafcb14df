"""A made-up council to compose agendas for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from functions.drafting import compose
from functions.model.agenda import Agenda, AgendaLine
from functions.model.library import Council
from functions.model.minutes import DateMention, Quote
from functions.model.register import Meeting, OpenItem, Origin, Register, RowEvent, RowKind, RowStatus, SkeletonPoint

NOW = date(2026, 4, 2)
COUNCIL = Council("råd-fjäll", ("Samordningsråd fjäll",), secretary="Åsa Öberg")
FEBRUARY = "2026/2026-02-05 Mötesanteckningar Samordningsråd fjäll.docx"
MARCH = "2026/2026-03-19 Mötesanteckningar Samordningsråd fjäll.docx"
HELD = (
    Meeting("råd-fjäll", "2026-02-05", held=True, state="approved", file=FEBRUARY),
    Meeting("råd-fjäll", "2026-03-19", held=True, state="final", file=MARCH),
)
APRIL = Meeting("råd-fjäll", "2026-04-23", "13:00", "16:00", "Sal Älven", file=MARCH)
MAY = Meeting("råd-fjäll", "2026-05-28", "09:00", "12:00", "Tallsalen", file=MARCH)


def due(day: str | None, text: str = "", granularity: str = "day") -> DateMention:
    return DateMention(day, text or day or "", granularity)


def row(key: str, kind: RowKind, text: str, **changes: Any) -> OpenItem:
    opened = changes.pop("opened", Origin("2026-03-19", "11", MARCH))
    quotes = (Quote("b7", 0, len(text), text),)
    item = OpenItem(
        key,
        "råd-fjäll",
        kind,
        text,
        (),
        None,
        RowStatus.OPEN,
        opened,
        quotes=quotes,
        events=(RowEvent("opened", opened.meeting, None, None, "minutes"),),
    )
    return replace(item, **changes)


def register(*rows: OpenItem, meetings: tuple[Meeting, ...] = (*HELD, APRIL, MAY), **changes: Any) -> Register:
    return replace(Register("råd-fjäll", "Samordningsråd fjäll", rows, meetings), **changes)


def draft(*rows: OpenItem, now: date = NOW, **changes: Any) -> Agenda:
    return compose(register(*rows, **changes), now=now, council=COUNCIL)


def points(*titles: str, **times: str) -> tuple[SkeletonPoint, ...]:
    return tuple(SkeletonPoint(str(number), title, times.get(f"p{number}")) for number, title in enumerate(titles, 1))


def titles(agenda: Agenda) -> list[str]:
    return [line.title for line in agenda.lines]


def line_of(agenda: Agenda, key: str) -> AgendaLine:
    (found,) = (line for line in agenda.lines if key in line.keys)
    return found


def reason_of(agenda: Agenda, key: str) -> str:
    (found,) = (left.reason for left in agenda.left_out if left.key == key)
    return found

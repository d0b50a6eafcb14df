"""The points that every agenda begins and ends with, in the council's own words where it has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from functions.drafting.matters import type_of
from functions.drafting.meetings import Horizon
from functions.drafting.skeleton import Learned, Slot, slots_of, undate
from functions.drafting.wording import SENSITIVE, capital, spell_day
from functions.model.agenda import AgendaLine, AgendaPart, LineKind, Why
from functions.model.register import Meeting, SkeletonPoint

DEFAULTS = {
    Slot.OPENING: "Öppning och närvaro",
    Slot.AGENDA: "Godkännande av dagordningen och anmälan av övriga frågor",
    Slot.OFFICERS: "Val av justerare",
    Slot.PREVIOUS: "Föregående mötesanteckningar",
    Slot.FOLLOW_UP: "Uppföljning",
    Slot.OTHER: "Övriga frågor",
    Slot.NEXT: "Kommande möten",
    Slot.CLOSING: "Avslutning",
}
LEADING = (Slot.OPENING, Slot.AGENDA, Slot.OFFICERS, Slot.PREVIOUS, Slot.FOLLOW_UP)
TRAILING = (Slot.OTHER, Slot.NEXT, Slot.CLOSING)
LONGEST = 90
_KINDS = {Slot.FOLLOW_UP: LineKind.FOLLOW_UP, Slot.NEXT: LineKind.NEXT, Slot.OTHER: LineKind.OTHER}


def formal_lines(
    slots: Sequence[Slot], *, skeleton: Learned, previous: Meeting | None, horizon: Horizon, parts: tuple[AgendaPart, ...] = ()
) -> tuple[AgendaLine, ...]:
    """The formalities of these slots, each once, also where the council puts two of them under one point ("Övriga frågor och avslutning").

    There is no point for earlier minutes where none are known, none for a follow-up with nothing to follow up unless the council has it anyway,
    and none for electing an adjuster unless the council does that.
    """
    lines: list[AgendaLine] = []
    for slot, together, point in _points(slots, skeleton):
        if (
            (slot is Slot.PREVIOUS and previous is None)
            or (slot is Slot.OFFICERS and point is None)
            or (slot is Slot.FOLLOW_UP and not parts and point is None)
        ):
            continue
        kind = next((_KINDS[known] for known in (Slot.FOLLOW_UP, Slot.NEXT, Slot.OTHER) if known in together), LineKind.FORMALITY)
        line = AgendaLine(
            "", capital(undate(point.title)) if point else DEFAULTS[slot], kind, type_of(kind, ""), f"formal-{slot.name.lower()}".replace("_", "-")
        )
        if point:
            line = replace(line, start=point.start, end=point.end)
        if Slot.PREVIOUS in together and previous:
            title = f"{line.title}, {spell_day(previous.date, beside=horizon.day)}"
            line = replace(line, title=title, why=Why(previous.date[:10], None, previous.file))
        if Slot.FOLLOW_UP in together:
            line = replace(line, parts=parts, keys=tuple(part.key for part in parts))
        lines.append(line)
    return tuple(lines)


def _points(slots: Sequence[Slot], skeleton: Learned) -> Iterator[tuple[Slot, frozenset[Slot], SkeletonPoint | None]]:
    """Each slot with all the slots that its point fills, and the council's own point for it."""
    for slot in slots:
        point = skeleton.formal.get(slot)
        together = slots_of(point.title) if point else frozenset[Slot]()
        # A point counts only while no later agenda has given one of its slots to another point.
        if (
            point is None
            or len(point.title) > LONGEST
            or SENSITIVE in undate(point.title)
            or any(skeleton.formal.get(other) is not point for other in together)
        ):
            yield slot, frozenset({slot}), None
        elif slot is (max(together) if together <= frozenset(TRAILING) else min(together)):
            yield slot, together, point

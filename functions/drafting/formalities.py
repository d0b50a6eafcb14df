"""The lines of the council's own agenda: its formalities and recurring points, in its own words and order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from functions.drafting.matters import LONGEST_TITLE, shorten, type_of
from functions.drafting.meetings import Horizon
from functions.drafting.skeleton import Learned, LearnedPoint
from functions.drafting.slots import Slot
from functions.drafting.tags import tag_of
from functions.drafting.wording import capital, clean, fold, spell_day
from functions.model.agenda import AgendaLine, AgendaPart, LineKind, Why
from functions.model.register import Meeting

SILENT = 3
"""So many minutes without a point for the meetings to come, and an agenda that has none to tell needs no such point."""
_KINDS = {Slot.FOLLOW_UP: LineKind.FOLLOW_UP, Slot.NEXT: LineKind.NEXT, Slot.OTHER: LineKind.OTHER}


def own_lines(
    skeleton: Learned,
    *,
    previous: Meeting | None,
    horizon: Horizon,
    parts: tuple[AgendaPart, ...] = (),
    files: Mapping[str, str | None],
    coming: bool = False,
) -> tuple[tuple[LearnedPoint, AgendaLine], ...]:
    """Each point of the council's agenda with its line.

    There is none for earlier minutes where none are known, and none for a follow-up with nothing to follow up, or for meetings to come when none are
    known, unless the council has it anyway. coming: whether meetings after this one are known.
    The first follow-up takes the tasks; where the agenda has no point for earlier minutes, it takes up those too. files: minutes by ISO date.
    """
    has_previous = any(Slot.PREVIOUS in point.slots for point in skeleton.points)
    lines: list[tuple[LearnedPoint, AgendaLine]] = []
    for point in skeleton.points:
        if not point.slots:
            lines.append((point, _own_line(point, files=files)))
        elif Slot.PREVIOUS in point.slots and previous is None and len(point.slots) == 1:
            continue
        elif _is_useful(point, parts=parts, coming=coming, meetings=skeleton.meetings):
            minutes = previous if Slot.PREVIOUS in point.slots or (Slot.FOLLOW_UP in point.slots and not has_previous) else None
            line = _formal_line(point, minutes=minutes, horizon=horizon, parts=parts)
            parts = () if line.parts else parts
            lines.append((point, line))
    return tuple(lines)


def _is_useful(point: LearnedPoint, *, parts: Sequence[AgendaPart], coming: bool, meetings: int) -> bool:
    if point.stood or point.fixed:
        return True
    return bool(parts) if point.slots == {Slot.FOLLOW_UP} else coming or meetings < SILENT or point.slots != {Slot.NEXT}


def _formal_line(point: LearnedPoint, *, minutes: Meeting | None, horizon: Horizon, parts: Sequence[AgendaPart]) -> AgendaLine:
    kind = next((_KINDS[known] for known in (Slot.FOLLOW_UP, Slot.NEXT, Slot.OTHER) if known in point.slots), LineKind.FORMALITY)
    title = capital(point.title)
    if minutes and Slot.PREVIOUS in point.slots:
        title = f"{title}, {spell_day(minutes.date, beside=horizon.day)}"
    taken = tuple(parts) if Slot.FOLLOW_UP in point.slots else ()
    return AgendaLine(
        number="",
        title=title,
        kind=kind,
        type=type_of(kind, ""),
        presenter=", ".join(clean(name) for name in point.point.presenters) or None,
        tag=f"formal-{min(point.slots).name.lower()}".replace("_", "-"),
        start=point.point.start,
        end=point.point.end,
        keys=tuple(part.key for part in taken),
        why=Why(minutes.date[:10], None, minutes.file) if minutes else None,
        parts=taken,
        reason=point.why,
    )


def _own_line(point: LearnedPoint, *, files: Mapping[str, str | None]) -> AgendaLine:
    title = capital(shorten(point.title, longest=LONGEST_TITLE))
    kind = LineKind.BREAK if point.is_break else LineKind.MATTER
    day, seen = point.last or (None, point.point)
    return AgendaLine(
        number="",
        title=title,
        kind=kind,
        type=type_of(kind, title),
        tag=tag_of("own", " ".join(fold(title))),
        presenter=", ".join(clean(name) for name in point.point.presenters) or None,
        start=point.point.start,
        end=point.point.end,
        why=Why(day, seen.number or seen.title, files.get(day)) if day else None,
        reason=point.why,
    )

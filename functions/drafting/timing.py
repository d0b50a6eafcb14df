"""The time plan: what each point usually takes, laid out from the meeting's start; for councils that time their points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from functions.drafting.matters import type_of
from functions.drafting.slots import is_break, slots_of
from functions.model.agenda import AgendaLine, LineKind, LineType
from functions.model.register import Meeting, Register, SkeletonPoint

STEP = 5
"""Minutes; every length is a whole number of these."""
_LONGEST = 180
_USUAL = {LineType.DECISION: 15, LineType.DISCUSSION: 15, LineType.INFORMATION: 10, LineType.FORMALITY: 5, LineType.FOLLOW_UP: 10}
"""Minutes for a point where the council's own minutes tell nothing of its like."""
_CLOCK = re.compile(r"\bkl(?:ockan|\.)?\s*(\d{1,2})[.:](\d\d)\b", re.IGNORECASE)

Past = Sequence[tuple[str, Sequence[SkeletonPoint]]]


@dataclass(frozen=True, slots=True)
class Pace:
    """How a council times its points. lengths: usual minutes by the kind of point; timed: whether most points have times; ends: whether they have
    ends too; breaks: how long after the start each pause began, in minutes, by its words."""

    lengths: Mapping[LineType, int] = field(default_factory=dict)
    timed: bool = False
    ends: bool = False
    breaks: Mapping[str, int] = field(default_factory=dict)


def minutes_of(clock: str | None) -> int | None:
    """ "13:05" → minutes since midnight; None for anything else."""
    hour, colon, minute = (clock or "").partition(":")
    return int(hour) * 60 + int(minute[:2]) if colon and hour.isdigit() and minute[:2].isdigit() else None


def length_of(points: Sequence[SkeletonPoint], at: int) -> int | None:
    """How many minutes the point took: to its end, else to the next timed point's start."""
    begins = minutes_of(points[at].start)
    if begins is None:
        return None
    following = (minutes_of(point.start) for point in points[at + 1 :])
    ends = minutes_of(points[at].end) or next((clock for clock in following if clock is not None), None)
    return ends - begins if ends is not None and 0 < ends - begins <= _LONGEST else None


def pace_of(past: Past) -> Pace:
    """What the last meetings (newest first) tell of the council's times."""
    lengths: dict[LineType, list[int]] = {}
    breaks: dict[str, int] = {}
    for _, points in past:
        base = next((clock for point in points if (clock := minutes_of(point.start)) is not None), None)
        for at, point in enumerate(points):
            took, clock = length_of(points, at), minutes_of(point.start)
            if is_break(point.title):
                if base is not None and clock is not None:
                    breaks.setdefault(point.title.casefold(), clock - base)
            elif took is not None:
                kind = LineKind.FORMALITY if slots_of(point.title) else LineKind.MATTER
                lengths.setdefault(type_of(kind, point.title), []).append(took)
    shares = [sum(1 for point in points if point.start) * 2 >= len(points) for _, points in past[:2] if points]
    ends = sum(1 for _, points in past for point in points if point.end)
    starts = sum(1 for _, points in past for point in points if point.start)
    return Pace({kind: _whole(median(took)) for kind, took in lengths.items()}, any(shares), ends * 2 > starts, breaks)


def plan_times(
    lines: Sequence[AgendaLine], *, meeting: Meeting | None, pace: Pace, lengths: Mapping[str, int | None], usual_length: int | None = None
) -> tuple[tuple[AgendaLine, ...], tuple[str, ...]]:
    """The lines with times, and what the secretary should know of the sum.

    lengths: minutes that a line's own point took, by its tag; usual_length: minutes of the last meetings, for one whose end is unknown. Lines have
    times only where the council times its points and the meeting's start is known; else only a guest whose words tell a clock time has one. A plan
    that is too long is pressed together; the secretary is told what it would have taken.
    """
    start = minutes_of(meeting.start) if meeting else None
    bare = [replace(line, start=None, end=None) for line in lines]
    if start is None or not pace.timed:
        return tuple(_only_guests(bare)), ()
    stop = minutes_of(meeting.end) if meeting else None
    room = stop - start if stop is not None and stop > start else usual_length
    wanted = {line.tag: _length(line, pace=pace, known=lengths.get(line.tag)) for line in bare}
    total = sum(wanted.values())
    fitted = _press(wanted, room=room, fixed={line.tag for line in bare if line.kind is LineKind.BREAK})
    ordered = _place_fixed(bare, start=start, lengths=fitted, pace=pace)
    planned, now = [], start
    for line in ordered:
        begins = max(now, _told_clock(line) or now) if line.kind is LineKind.GUEST else now
        now = begins + fitted[line.tag]
        planned.append(replace(line, start=_clock(begins), end=_clock(now) if pace.ends else None))
    if now >= 24 * 60:
        return tuple(bare), ()
    return tuple(planned), (_sum(total, room=room, known=stop is not None),)


def usual_length(register: Register) -> int | None:
    """How many minutes the last three timed meetings took, in the middle of them; None when none of them tells."""
    spans = [(minutes_of(one.start), minutes_of(one.end)) for one in register.meetings if one.held]
    took = [end - start for start, end in spans if start is not None and end is not None and end > start]
    return round(median(took[-3:])) if took else None


def spell_length(minutes: int) -> str:
    """ "2 h 35 min", "3 h", "45 min"."""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "") if part)


def _sum(total: int, *, room: int | None, known: bool) -> str:
    if room is None:
        return f"Tidsplan: punkterna tar {spell_length(total)} enligt tidigare möten."
    of = "mötets" if known else "de vanliga"
    if total > room:
        return (
            f"Tidsplanen går över med {spell_length(total - room)}: punkterna skulle med vanliga tider ta {spell_length(total)} av {of} "
            f"{spell_length(room)}. I förslaget är de hoptryckta."
        )
    return f"Tidsplan: punkterna tar {spell_length(total)} av {of} {spell_length(room)}."


def _length(line: AgendaLine, *, pace: Pace, known: int | None) -> int:
    if known:
        return _whole(known)
    if line.kind is LineKind.BREAK:
        return 15
    return pace.lengths.get(line.type) or _USUAL[line.type]


def _press(wanted: Mapping[str, int], *, room: int | None, fixed: Iterable[str]) -> dict[str, int]:
    """The lengths pressed into the room there is, the longest first, none below a step."""
    fitted = dict(wanted)
    free = [tag for tag in fitted if tag not in set(fixed)]
    while room is not None and free and sum(fitted.values()) > room:
        longest = max(free, key=lambda tag: fitted[tag])
        if fitted[longest] <= STEP:
            break
        fitted[longest] -= STEP
    return fitted


def _place_fixed(lines: Sequence[AgendaLine], *, start: int, lengths: Mapping[str, int], pace: Pace) -> list[AgendaLine]:
    """Pauses where they usually fall, and guests at the clock time that their words tell; the others keep their order."""
    held = [(line, at) for line in lines if (at := _wished(line, start=start, pace=pace)) is not None]
    rest = [line for line in lines if all(line is not one for one, _ in held)]
    for line, at in sorted(held, key=lambda one: one[1]):
        now, place = start, len(rest)
        for index, other in enumerate(rest):
            if now + lengths[other.tag] / 2 >= at:
                place = index
                break
            now += lengths[other.tag]
        rest.insert(place, line)
    return rest


def _wished(line: AgendaLine, *, start: int, pace: Pace) -> int | None:
    if line.kind is LineKind.BREAK:
        after = pace.breaks.get(line.title.casefold())
        return start + after if after is not None else None
    return _told_clock(line) if line.kind is LineKind.GUEST else None


def _only_guests(lines: Iterable[AgendaLine]) -> Iterable[AgendaLine]:
    for line in lines:
        told = _told_clock(line) if line.kind is LineKind.GUEST else None
        yield replace(line, start=_clock(told)) if told is not None else line


def _told_clock(line: AgendaLine) -> int | None:
    told = _CLOCK.search(line.title)
    return int(told[1]) * 60 + int(told[2]) if told and int(told[1]) < 24 and int(told[2]) < 60 else None


def _whole(minutes: float) -> int:
    return max(STEP, round(minutes / STEP) * STEP)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"

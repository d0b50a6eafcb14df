"""Learns a council's own agenda from its earlier minutes: which points come back, in what words, order and rhythm; people's settings win."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from functions.drafting.ordering import in_order
from functions.drafting.rhythms import rhythm_of, wheel_points, yearly
from functions.drafting.slots import LEADING, TRAILING, Slot, is_break, is_report, slots_of, undate
from functions.drafting.timing import length_of
from functions.drafting.variants import Stood, Strand, strands_of
from functions.drafting.wording import SENSITIVE, capital, fold, spell_day
from functions.model.library import Council
from functions.model.register import Meeting, Register, RowStatus, SkeletonPoint

WINDOW = 4
"""Out of how many of the last meetings it is told which points come back."""
_SHORT = 0.75
LONGEST = 90
DEFAULTS = {
    Slot.OPENING: "Öppning och närvaro",
    Slot.AGENDA: "Godkännande av dagordningen och anmälan av övriga frågor",
    Slot.PREVIOUS: "Föregående mötesanteckningar",
    Slot.FOLLOW_UP: "Uppföljning",
    Slot.OTHER: "Övriga frågor",
    Slot.NEXT: "Kommande möten",
    Slot.CLOSING: "Avslutning",
}
_DOES_WITHOUT = {Slot.OTHER: 3, Slot.NEXT: 3}
"""So many minutes in a row without the point, and the council does without; of most others two (an agenda may have had it and nobody spoke)."""
_USEFUL = {Slot.FOLLOW_UP: "här står de öppna uppgifterna", Slot.NEXT: "här står de kommande mötena"}
"""Formalities that have a place while there is something to put there, whether the minutes have them or not."""
_Past = Sequence[tuple[str, Sequence[SkeletonPoint]]]
_BY_DEFAULT = "standardpunkt: rådets egna anteckningar visar ingen annan"
_BY_PERSON = "fast punkt i listan Råd"


@dataclass(frozen=True, slots=True)
class LearnedPoint:
    """A point of the council's own agenda.

    point: its wording, times and presenters; slots: the formalities that it is, none for a point of the council's own; why: in Swedish words;
    last: meeting (ISO date) and point where it stood last; stood, of: in how many of how many meetings; rhythm: "varannan gång", "årshjul" …;
    variants: what else it was called; due: whether it belongs to this meeting; minutes: how long it usually takes; fixed: a person set it.
    """

    point: SkeletonPoint
    slots: frozenset[Slot] = frozenset()
    why: str = _BY_DEFAULT
    last: tuple[str, SkeletonPoint] | None = None
    stood: int = 0
    of: int = 0
    rhythm: str = ""
    variants: tuple[str, ...] = ()
    due: bool = True
    minutes: int | None = None
    fixed: bool = False

    @property
    def title(self) -> str:
        """What it is called."""
        return self.point.title

    @property
    def is_break(self) -> bool:
        """Whether it is a pause."""
        return is_break(self.title)


@dataclass(frozen=True, slots=True)
class Learned:
    """What a council's own agenda looks like.

    points: in order, for this meeting; resting: points that come back and are not due; changes: what the last two meetings changed, in Swedish;
    meetings: out of how many minutes it was learned; past: the last of them, newest first.
    """

    points: tuple[LearnedPoint, ...] = ()
    resting: tuple[LearnedPoint, ...] = ()
    changes: tuple[str, ...] = ()
    meetings: int = 0
    past: tuple[tuple[str, tuple[SkeletonPoint, ...]], ...] = ()


def learn(register: Register, *, before: str, council: Council | None = None, meeting: Meeting | None = None) -> Learned:
    """The council's agenda out of its meetings earlier than `before` (ISO), for `meeting`.

    A point of its own comes back when it stood in the last two meetings, or in most of the last four; not when it was a matter that is settled.
    What two meetings in a row did differently counts. Formalities follow the council's own habit; with one or no earlier minutes those of a sound
    agenda are added. `council.fixed_points` take the place of what was learned, `council.year_wheel` adds to it.
    """
    past = sorted((day, points) for day, points in register.skeletons if day[:10] < before[:10])
    strands = strands_of(past)
    wording, short = _wording(strands), _short_meetings(past)
    seasonal = dict(yearly(strands, before=before)) if meeting else {}
    found: list[tuple[Strand, LearnedPoint]] = _formal(strands, meetings=len(past), short=short, wording=wording)
    for strand in strands:
        point = _own_point(strand, meetings=len(past), short=short, register=register) if not strand.slots else None
        if point is None and strand in seasonal:
            point = _from_strand(strand, why=seasonal[strand], of=len(past), rhythm="årshjul")
        if point is not None and SENSITIVE not in point.title:
            found.append((strand, point))
    found = [(strand, _timed(point, strand, past=past)) for strand, point in found]
    order = in_order([strand for strand, _ in found], meetings=len(past))
    learned = [point for _, point in sorted(found, key=lambda one: (order.index(one[0]), min(one[1].slots, default=0)))]
    points = _with_defaults(learned, meetings=len(past), wording=wording)
    if council is not None and council.fixed_points.strip():
        points = _fixed(council.fixed_points, learned=points)
    wheel = wheel_points(council.year_wheel if council else "", meeting=meeting, register=register)
    points = _add(points, [_settled(title, why) for title, why in wheel])
    return Learned(
        points=tuple(point for point in points if point.due),
        resting=tuple(point for point in points if not point.due),
        changes=tuple(_changes(strands, past=past, points=points)),
        meetings=len(past),
        past=tuple(reversed(past[-WINDOW:])),
    )


def body_at(points: Sequence[LearnedPoint]) -> tuple[int, int]:
    """Where carried matters go among the points: behind the leading formalities, and where the closing ones begin."""
    formal = [at for at, point in enumerate(points) if point.slots]
    trail = next((at for at in formal if points[at].slots & TRAILING and at * 2 >= len(points) - 1), len(points))
    lead = 0
    for at in formal:
        # A follow-up far down the agenda is no reason to put every carried matter behind the council's own.
        if at < trail and points[at].slots & LEADING and (at - lead <= 1 or not points[at].slots <= {Slot.FOLLOW_UP}):
            lead = at + 1
    return lead, trail


def _short_meetings(past: _Past) -> frozenset[int]:
    """Meetings with clearly fewer points than those around them: what such a meeting lacks is not gone from the agenda."""
    sizes = [len(points) for _, points in past]
    found = set()
    for at, size in enumerate(sizes):
        others = [other for near, other in enumerate(sizes) if near != at and abs(near - at) < WINDOW]
        if others and size <= _SHORT * median(others):
            found.add(at)
    return frozenset(found)


def _telling(stood: Iterable[int], *, meetings: int, short: frozenset[int]) -> list[bool]:
    """Whether a point stood, at each of the last meetings that tell it, oldest first."""
    told = set(stood)
    return [at in told for at in range(meetings) if at in told or at not in short][-WINDOW:]


def _own_point(strand: Strand, *, meetings: int, short: frozenset[int], register: Register) -> LearnedPoint | None:
    """A point of the council's own that comes back; None when it does not."""
    rhythm = rhythm_of(strand, meetings=meetings)
    if rhythm is not None:
        return _from_strand(strand, why=f"står {rhythm.words} i rådets anteckningar", of=meetings, rhythm=rhythm.words, due=rhythm.due)
    window = _telling((one.meeting for one in strand.stood), meetings=meetings, short=short)
    stood, recent = sum(window), window[-2:]
    if stood < 2 or not any(recent):
        return None
    title = _title(strand)
    if stood == 2 and not is_break(title):
        if not all(recent) and not is_report(title) and not _is_area(strand):
            return None
        if not is_report(title) and _is_settled_matter(strand, register=register):
            return None
    elif stood * 2 < len(window) or (not recent[-1] and stood < 3):
        return None
    return _from_strand(strand, why=_stood(stood, len(window)), of=meetings)


def _is_area(strand: Strand) -> bool:
    """Whether one word names the point each time: a field of the council's ("Läkemedel"), where a matter is told in more."""
    names = {fold(undate(one.point.title)) for one in strand.stood}
    return len(names) == 1 and len(next(iter(names))) == 1


def _is_settled_matter(strand: Strand, *, register: Register) -> bool:
    """Whether tasks and deferrals were opened under the point and none of them is open: then it was a matter, and it is settled."""
    places = {(one.day, name) for one in strand.stood for name in (one.point.number, one.point.title) if name}
    rows = [row for row in register.items if (row.opened.meeting[:10], row.opened.item or "") in places]
    alive = (RowStatus.OPEN, RowStatus.PART_DONE, RowStatus.SEEMS_DONE, RowStatus.PROPOSED)
    return bool(rows) and not any(row.status in alive for row in rows)


def _from_strand(strand: Strand, *, why: str, of: int, rhythm: str = "", due: bool = True) -> LearnedPoint:
    """The point in the words it is called by, with its last times, and presenters only where the last two times had the same ones."""
    last = strand.stood[-1]
    names = [set(one.point.presenters) for one in strand.stood[-2:]]
    timed = next((one.point for one in reversed(strand.stood) if one.point.start), last.point)
    title = _title(strand)
    called = dict.fromkeys(undate(one.point.title) for one in reversed(strand.stood))
    return LearnedPoint(
        SkeletonPoint(last.point.number, title, timed.start, timed.end, last.point.presenters if len(names) == 2 and names[0] == names[1] else ()),
        strand.slots,
        why,
        (last.day, last.point),
        len(strand.stood),
        of,
        rhythm,
        tuple(name for name in called if fold(name) != fold(title)),
        due,
    )


def _timed(point: LearnedPoint, strand: Strand, *, past: _Past) -> LearnedPoint:
    """The point with the length that it had at the last meetings, in the middle of them."""
    took = [length for one in strand.stood[-WINDOW:] if (length := length_of(past[one.meeting][1], one.at)) is not None]
    return replace(point, minutes=round(median(took))) if took else point


def _title(strand: Strand) -> str:
    """What it was called last, unless that was a single time against twice the same before."""
    titles = [undate(one.point.title) for one in reversed(strand.stood)]
    steady = len(titles) >= 3 and fold(titles[0]) != fold(titles[1]) and fold(titles[1]) == fold(titles[2])
    return titles[1] if steady else titles[0]


def _formal(strands: Iterable[Strand], *, meetings: int, short: frozenset[int], wording: Mapping[Slot, str]) -> list[tuple[Strand, LearnedPoint]]:
    """The council's formalities: each in one point, also where it puts two of them under one ("Övriga frågor och avslutning")."""
    held: dict[Slot, list[tuple[int, Strand]]] = {}
    for strand in strands:
        for slot in strand.slots:
            held.setdefault(slot, []).extend((one.meeting, strand) for one in strand.stood)
    chosen: dict[Slot, Strand] = {}
    for slot, stood in held.items():
        newest = [strand for _, strand in sorted(stood, key=lambda one: -one[0])]
        once = len(newest) >= 3 and newest[0] is not newest[1] and newest[1] is newest[2]
        chosen[slot] = newest[1] if once else newest[0]
    points: list[tuple[Strand, LearnedPoint]] = []
    for slot in sorted(chosen):
        strand = chosen[slot]
        at = sorted({meeting for meeting, _ in held[slot]})
        kept = _is_kept(_telling(at, meetings=meetings, short=short), patience=_DOES_WITHOUT.get(slot, 0))
        if not kept and (slot not in _USEFUL or chosen[slot].slots != {slot}):
            continue
        whole = all(chosen[other] is strand for other in strand.slots)
        title = _title(strand)
        if whole and len(title) <= LONGEST and SENSITIVE not in title:
            if slot is min(strand.slots):
                point = _from_strand(strand, why=_stood(len(at), meetings), of=meetings)
                points.append((strand, point if kept else replace(point, why=_USEFUL[slot], stood=0)))
        elif slot in DEFAULTS:
            name = wording.get(slot, DEFAULTS[slot])
            points.append((strand, LearnedPoint(SkeletonPoint(None, name), frozenset({slot}), _stood(len(at), meetings), stood=len(at), of=meetings)))
    return points


def _stood(times: int, of: int) -> str:
    if of <= 1:
        return "stod vid förra mötet"
    return f"stod vid de {of} senaste mötena" if times == of else f"stod vid {times} av de {of} senaste mötena"


def _is_kept(stood: Sequence[bool], *, patience: int) -> bool:
    """Whether a formality belongs to the agenda: the last two meetings had it, or half of the last four and one of the last two.

    patience: that one of so many last meetings had it is enough.
    """
    if any(stood[-patience:] if patience else ()):
        return True
    return all(stood[-2:]) or (any(stood[-2:]) and sum(stood) * 2 >= len(stood))


def _wording(strands: Iterable[Strand]) -> dict[Slot, str]:
    """What the council last called each formality that had a point of its own."""
    alone = sorted((strand.stood[-1].meeting, next(iter(strand.slots)), _title(strand)) for strand in strands if len(strand.slots) == 1)
    return {slot: title for _, slot, title in alone if len(title) <= LONGEST and SENSITIVE not in title}


def _with_defaults(points: Sequence[LearnedPoint], *, meetings: int, wording: Mapping[Slot, str]) -> list[LearnedPoint]:
    """The points with the formalities that a sound agenda has and the council's minutes are too few to do without.

    The follow-up and the meetings to come have a place in any case; they are left out later when there is nothing to put there.
    """
    found = list(points)
    for slot, title in DEFAULTS.items():
        if any(slot in point.slots for point in found):
            continue
        if slot not in _USEFUL and meetings >= _DOES_WITHOUT.get(slot, 2):
            continue
        why = _USEFUL.get(slot, _BY_DEFAULT) if meetings > 1 else _BY_DEFAULT
        found.insert(_place_for(slot, found), LearnedPoint(SkeletonPoint(None, wording.get(slot, title)), frozenset({slot}), why))
    return found


def _place_for(slot: Slot, points: Sequence[LearnedPoint]) -> int:
    """Where a missing formality goes: behind the nearest leading one before it, or before the next trailing one."""
    if slot in TRAILING:
        later = [at for at, point in enumerate(points) if point.slots & TRAILING and max(point.slots) > slot]
        return later[0] if later else len(points)
    earlier = [at for at, point in enumerate(points) if point.slots & LEADING and min(point.slots) < slot]
    return earlier[-1] + 1 if earlier else 0


def _fixed(lines: str, *, learned: Sequence[LearnedPoint]) -> list[LearnedPoint]:
    """The points that people set, a line each, with what was learned of them."""
    found = []
    for title in filter(None, (line.strip(" •-\t") for line in lines.splitlines())):
        slots = slots_of(title)
        same = next((one for one in learned if fold(one.title) == fold(title) or (slots and one.slots == slots)), None)
        known = same.point if same is not None else SkeletonPoint(None, title)
        found.append(
            replace(same or LearnedPoint(known), point=replace(known, title=title), slots=slots, why=_BY_PERSON, due=True, rhythm="", fixed=True)
        )
    return found


def _settled(title: str, why: str) -> LearnedPoint:
    return LearnedPoint(SkeletonPoint(None, capital(title)), slots_of(title), why, rhythm="årshjul")


def _add(points: Sequence[LearnedPoint], more: Iterable[LearnedPoint]) -> list[LearnedPoint]:
    """The year's points before the closing formalities, none twice."""
    found = list(points)
    for point in more:
        if not any(fold(known.title) == fold(point.title) or (point.slots and point.slots <= known.slots) for known in found):
            found.insert(body_at(found)[1], point)
    return found


def _changes(strands: Iterable[Strand], *, past: _Past, points: Sequence[LearnedPoint]) -> Iterator[str]:
    """What the last two meetings did alike and the ones before did otherwise, for the secretary."""
    meetings = len(past)
    if meetings < 3:
        return
    kept = {fold(point.title) for point in points}
    since = spell_day(past[-2][0])
    for strand in strands:
        title = _title(strand)
        now = [strand.was_in(at) for at in range(meetings)]
        newest: Sequence[Stood] = strand.stood[-3:]
        named = [fold(undate(one.point.title)) for one in newest]
        if len(named) == 3 and now[-1] and named[2] == named[1] != named[0]:
            yield f"Punkten ”{undate(newest[0].point.title)}” heter ”{title}” sedan {since}, och gör det i förslaget."
        elif now[-2:] == [True, True] and not any(now[:-2]) and fold(title) in kept:
            yield f"”{title}” har stått vid de två senaste mötena och är därför med som återkommande punkt."
        elif len(now) >= 4 and now[-4:] == [True, True, False, False] and fold(title) not in kept:
            yield f"”{title}” har inte stått vid de två senaste mötena och är därför inte längre en återkommande punkt."

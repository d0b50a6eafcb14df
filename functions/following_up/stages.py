"""The rows of a council meeting by meeting; how they stood after earlier meetings is kept, so that a new one costs what one meeting costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from functions.following_up.carrying import hold, move, move_with_people, open_rows, take_up
from functions.following_up.evidence import ask
from functions.following_up.following import follow
from functions.following_up.naming import Names
from functions.following_up.people_events import follow_alias
from functions.following_up.plain_data import text_of
from functions.following_up.readings import Reading
from functions.following_up.repeating import means_business_as_usual
from functions.following_up.rows import Row
from functions.following_up.snapshots import Stage, Words, marks_after, read_snapshot, rules_mark, write_snapshot
from functions.model.events import Event, EventType

_YEARS = 2
"""So long after its closing minutes may still speak of a row."""
_MOST_ROWS = 10_000
"""Rows of kept stages, over all councils."""
_LEAST = 24
"""So many meetings before a snapshot is worth its reading and writing."""
_EVERY = 12
"""So many new ones before the next: no process that starts has more than these to go through."""

Recall = Callable[[], str | None]
"""Gives the council's snapshot where one is kept."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one meeting brings.

    added: rows of people's own from before it; moves: what its minutes announce of moved meetings, old date → event; moved: what people moved, old
    date and new; closed: keys of what people closed between the meeting before and this one.
    """

    reading: Reading
    date: str
    added: tuple[Row, ...] = ()
    moves: Mapping[str, Event] = field(default_factory=dict)
    moved: tuple[tuple[str, str], ...] = ()
    closed: tuple[str, ...] = ()

    @property
    def mark(self) -> tuple[Any, ...]:
        """Tells two steps apart: everything that `take` looks at, the texts by the id of the reading that holds them."""
        memo = self.reading.memo
        tiers = memo.get("tiers")
        if tiers is None:
            tiers = memo["tiers"] = tuple(text_of(event.data, "tier") for event in self.reading.of(EventType.OPENED))
        moves = tuple(sorted((day, event.id) for day, event in self.moves.items()))
        told = (self.reading.id, self.reading.deleted, len(self.reading.facts), self.date)
        return (*told, tiers, moves, self.added, self.moved, self.closed)


@dataclass(frozen=True, slots=True)
class Common:
    """What every step looks at. names: who is named in the council's minutes; usual: titles that come back at most meetings."""

    names: Names
    usual: frozenset[str]

    def same_as(self, other: Common) -> bool:
        """Whether earlier steps see the same. A title that always means business as usual is looked up only once it is there."""
        return self.names == other.names and not _telling(self.usual ^ other.usual)

    @property
    def mark(self) -> str:
        """The same in every process that sees the same, under the same rules."""
        looked_up = [sorted(part.items()) for part in (self.names.short, self.names.initials)]
        return repr((rules_mark(), self.names.full, looked_up, sorted(self.names.lettered.items()), _telling(self.usual)))


def _telling(titles: Iterable[str]) -> list[str]:
    """Those titles, in order, that do not mean business as usual anyway."""
    return sorted(title for title in titles if not means_business_as_usual(title))


@dataclass(frozen=True, slots=True)
class _Kept:
    """marks: of the steps, for this process; lasting: for every process; stored: after how many steps the stages are that a snapshot
    holds; pending: one that is still to be stored."""

    common: Common
    marks: tuple[tuple[Any, ...], ...]
    lasting: tuple[str, ...]
    stages: Mapping[int, Stage]  # after so many steps
    stored: tuple[int, ...] = ()
    pending: str | None = None

    @property
    def size(self) -> int:
        return sum(len(stage.rows) for stage in self.stages.values())

    @property
    def is_due(self) -> bool:
        return len(self.marks) >= _LEAST and len(self.marks) - max(self.stored, default=0) >= _EVERY


_kept: dict[str, _Kept] = {}  # by council, the one asked for last at the end


def after_meetings(council: str, steps: Sequence[Step], *, common: Common, recall: Recall | None = None) -> Stage:
    """How the rows stand after all steps, in the order of the meetings. What is kept, here or in a snapshot, only saves work: the result depends on
    the steps and what they look at alone."""
    marks = tuple(step.mark for step in steps)
    before = _kept.pop(council, None)
    if before is not None and before.common.names == common.names:
        common = replace(common, names=before.common.names)  # the same ones, which remember what they were asked
    if before is None or not before.common.same_as(common):
        before = _recalled(steps, marks=marks, common=common, recall=recall)
    shared = min(len(before.marks), len(marks))
    same = next((place for place in range(shared) if before.marks[place] != marks[place]), shared)
    known = {place: stage for place, stage in before.stages.items() if place <= same}
    lasting = before.lasting[:same]
    lasting += marks_after(steps[same:], since=lasting[-1] if lasting else common.mark)
    start = max(known, default=0)
    stage = known.get(start, Stage())
    stages = dict(known)
    for place in range(start, len(steps)):
        stage = take(stage, steps[place], common=common, first=place == 0)
        stages[place + 1] = stage
    stored = tuple(place for place in before.stored if place <= same)
    kept = _Kept(common, marks, lasting, _spread(stages, last=len(steps)), stored, before.pending)
    if recall is not None and kept.is_due:
        pending = write_snapshot(kept.stages, marks=lasting, words=Words(common.mark, steps))
        kept = replace(kept, stored=tuple(kept.stages), pending=pending)
    _kept[council] = kept
    while len(_kept) > 1 and sum(one.size for one in _kept.values()) > _MOST_ROWS:
        del _kept[next(iter(_kept))]
    return stage


def _recalled(steps: Sequence[Step], *, marks: tuple[tuple[Any, ...], ...], common: Common, recall: Recall | None) -> _Kept:
    """What a snapshot tells of these steps; nothing where there is none, or it is of others."""
    text = recall() if recall is not None and len(steps) >= _LEAST else None
    if text is None:
        return _Kept(common, (), (), {})
    lasting = marks_after(steps, since=common.mark)
    stages = read_snapshot(text, marks=lasting, words=Words(common.mark, steps))
    return _Kept(common, marks, lasting, stages, tuple(stages))


def take_snapshot(council: str) -> str | None:
    """What is to be stored of a council's meetings for later processes; None where there is too little of it, or little that is new."""
    kept = _kept.get(council)
    if kept is None or kept.pending is None:
        return None
    _kept[council] = replace(kept, pending=None)
    return kept.pending


def forget_stages() -> None:
    """Keep nothing: the next time everything is worked out anew."""
    _kept.clear()


def _spread(stages: Mapping[int, Stage], *, last: int) -> dict[int, Stage]:
    """The last stages, and further back fewer and fewer: minutes that come late go back to the nearest one before them."""
    found: dict[int, Stage] = {}
    distance = -1
    for place in sorted(stages, reverse=True):
        if last - place > distance * 2 or last - place <= 1:
            found[place] = stages[place]
            distance = last - place
    return found


def take(stage: Stage, step: Step, *, common: Common, first: bool) -> Stage:
    """How the rows stand after one more meeting. first: nothing earlier is known."""
    reading = step.reading
    old = {key: row for key, row in stage.rows.items() if _is_past(row, on=step.date)}
    past = {**stage.past, **old} if old else stage.past
    same_key = {key: past[key] for event in reading.of(EventType.OPENED) if (key := event.key or "") in past}  # so that no key is given twice
    rows: Mapping[str, Row] = {key: row for key, row in stage.rows.items() if key not in old} if old else stage.rows
    rows = {**rows, **same_key, **{row.key: row for row in step.added}}
    rows = move_with_people(rows, moves=dict(step.moved))
    before = rows
    followed = follow(rows, reading=reading, names=common.names, first=first)
    rows = move(followed.rows, reading=reading, moves=step.moves)
    closed = stage.closed + step.closed
    over = frozenset(follow_alias(key, stage.aliases) for key in closed)
    carried = open_rows(rows, reading=reading, usual=common.usual, over=over, known=followed.aliases)
    put_off = frozenset(key for key, row in carried.rows.items() if key in before and row.times_postponed > before[key].times_postponed)
    said_again = frozenset(key for key in before if carried.rows[key] is not rows[key])
    rows = hold(take_up(carried.rows, reading=reading, usual=common.usual, put_off=put_off), reading=reading)
    rows = ask(rows, weighed=followed.weighed, reading=reading, but=said_again)
    past = {key: row for key, row in past.items() if key not in same_key} if same_key else past
    return Stage(rows, past, {**stage.aliases, **followed.aliases, **carried.aliases}, closed)


def _is_past(row: Row, *, on: str) -> bool:
    if row.is_open or not row.closed:
        return False
    return f"{int(row.closed[:4]) + _YEARS:04}{row.closed[4:]}" < on

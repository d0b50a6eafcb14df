"""The log → the register: meeting by meeting in the order they were held, whatever order the files came in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain, zip_longest

from functions.following_up.ageing import age, count_followed, start_of
from functions.following_up.calendar import Judged, judge_states, list_meetings, moved_to
from functions.following_up.carrying import move_with_people
from functions.following_up.deciding import list_decisions
from functions.following_up.governing import group_sittings
from functions.following_up.merging_rows import merge_rows, merged_keys
from functions.following_up.naming import gather_names
from functions.following_up.people_events import (
    added_meetings,
    added_rows,
    answered_questions,
    apply_edits,
    closed_by_people,
    edited_rows,
    words_on_files,
    words_on_meetings,
)
from functions.following_up.plain_data import as_text, entries_of
from functions.following_up.readings import read_log
from functions.following_up.rejecting import propose_doubtful
from functions.following_up.repeating import usual_titles
from functions.following_up.rows import Row, show
from functions.following_up.stages import Common, Recall, Step, after_meetings
from functions.following_up.wondering import list_puzzles
from functions.model.events import Event
from functions.model.library import Council
from functions.model.register import OpenItem, Register

_SKELETONS = 24  # two years of monthly meetings, so that what comes back once a year is seen


_latest: dict[str, tuple[tuple[Event, ...], Council, date, int, Register]] = {}  # by council, the one asked for last at the end
_shown: dict[str, tuple[Sequence[str], dict[str, tuple[Row, OpenItem]]]] = {}  # by council the days held, and by key what is the same value again
_LAST = "9999-99-99"  # behind every day
_REMEMBERED = 4


def project(events: Sequence[Event], *, council: Council, now: date, settle_days: int = 3, recall: Recall | None = None) -> Register:
    """Everything known of one council at `now`: a pure function of its log.

    settle_days: after so many days from a meeting its minutes count as final. Only final minutes open, follow and close rows;
    ongoing ones give their meeting. Odd or missing data in an event makes that event count for nothing, never an exception.
    recall: where a snapshot of earlier meetings may be found; the register is the same without it.
    """
    known = _latest.pop(council.key, None)
    if known is not None and known[0] is events and known[1:4] == (council, now, settle_days):
        _latest[council.key] = known
        return known[4]
    register = _project(events, council=council, now=now, settle_days=settle_days, recall=recall)
    if isinstance(events, tuple):  # a list may be another one the next time
        _latest[council.key] = (events, council, now, settle_days, register)
    if len(_latest) > _REMEMBERED:
        oldest = next(iter(_latest))
        del _latest[oldest]
        _shown.pop(oldest, None)
    return register


def _project(events: Sequence[Event], *, council: Council, now: date, settle_days: int, recall: Recall | None) -> Register:
    log = read_log(events, council=council.key)
    governs, states = words_on_files(log.said)
    current = propose_doubtful(log.current(), log=log)
    sittings = group_sittings(current, chosen=governs)
    judged, announced = judge_states(sittings, now=now, settle_days=settle_days, said=states)
    settled = [one for one in judged if one.settled]
    usual = usual_titles([[point.title for point in one.sitting.governing.points] for one in settled])

    words = words_on_meetings(log.said)
    moved = {known[:10]: day for known, fields in words.items() if (day := moved_to(fields)) is not None}

    common = Common(gather_names(chain.from_iterable(one.sitting.governing.named for one in settled)), usual)
    closed = sorted((day, key) for key, day in closed_by_people(log).items())
    steps: list[Step] = []
    waiting = list(added_rows(log.said))
    by_people = tuple(sorted(moved.items()))
    for one in settled:
        before = steps[-1].date if steps else ""
        day = one.sitting.date
        steps.append(
            Step(
                one.sitting.governing,
                day,
                added=tuple(row for row in waiting if row.opened.meeting <= day) if waiting else (),
                moves=announced.moves.get(one.sitting.governing.id, {}),
                moved=by_people,
                closed=tuple(key for since, key in closed if before <= since < day) if closed else (),
            )
        )
        waiting = [row for row in waiting if row.opened.meeting > day]
    stage = after_meetings(council.key, steps, common=common, recall=recall)
    rows = move_with_people({**stage.past, **stage.rows, **{row.key: row for row in waiting}}, moves=moved)
    said = {field: edited_rows(log, field=field, aliases=stage.aliases) for field in ("status", "owner", "due", "text")}
    rows = apply_edits(rows, log=log, aliases=stage.aliases)
    rows = merge_rows(rows, aliases=merged_keys(log.said, rows=rows, aliases=stage.aliases), said=said)

    spoken = {sitting.governing.path for sitting in sittings}
    held = [one.sitting.date for one in settled]
    start = start_of(log.said, council=council)
    rows = age(rows, held=held, now=now, start=start, settled=said["status"])
    return Register(
        council=council.key,
        name=council.name,
        items=_items(rows, council=council.key, held=held),
        meetings=list_meetings(judged, announced=announced, council=council.key, now=now, added=added_meetings(log.said), words=words),
        skeletons=tuple((one.sitting.date, one.sitting.governing.points) for one in reversed(settled))[:_SKELETONS],
        waiting=tuple(sorted(reading.path for reading in current if reading.date is None and not reading.deleted)),
        ruled_out=tuple(
            sorted(reading.path for sitting in sittings for reading in sitting.others if not reading.deleted and reading.path not in spoken)
        ),
        people=_people(judged),
        start_date=start,
        decisions=list_decisions(judged, rows=rows),
        puzzles=list_puzzles(settled, rows=rows, chosen=governs, said=said, answered=answered_questions(log.said)),
    )


def _items(rows: Mapping[str, Row], *, council: str, held: Sequence[str]) -> tuple[OpenItem, ...]:
    """The rows as they are shown, by key. Most are what they were before the latest meeting: then the value is the same too."""
    days, before = _shown.get(council, ((), {}))
    since = next((min(pair) for pair in zip_longest(days, held, fillvalue=_LAST) if pair[0] != pair[1]), _LAST)  # until then the same were held
    now: dict[str, tuple[Row, OpenItem]] = {}
    for key in sorted(rows):
        row, known = rows[key], before.get(key)
        same = known is not None and known[0] is row
        if known is None or not same or (row.closed or _LAST) >= since:
            followed = count_followed(row, held=held)
            if known is None or not same or known[1].meetings_followed != followed:
                known = (row, show(row, council=council, followed=followed))
        now[key] = known
    _shown[council] = (tuple(held), now)
    return tuple(item for _, item in now.values())


def _people(judged: Sequence[Judged]) -> tuple[tuple[str, str | None], ...]:
    """Names and roles of the latest minutes that list anybody."""
    for one in reversed(judged):
        named: dict[str, str | None] = {}
        for name, *rest in (entry for entry in entries_of(one.sitting.governing.event.data, "people") if entry):
            if as_text(name) is not None:
                named.setdefault(str(name).strip(), as_text(rest[0]) if rest else None)
        if named:
            return tuple(named.items())
    return ()

"""Which rules people found wanting: what a rule opens is only proposed once three of its rows of one meeting were rejected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from functions.following_up.people_events import last_statuses
from functions.following_up.plain_data import text_of
from functions.following_up.readings import Log, Reading, read_log
from functions.model.events import Event, EventType
from functions.model.minutes import Tier
from functions.model.register import RowStatus

ENOUGH = 3
"""Rejected rows of one rule and one meeting."""


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """What a rule opened in one council and what people said of it. rejected: rows by meeting (ISO date); proposes_from: since which meeting its
    facts are only proposed, None while they count as they are."""

    opened: int = 0
    rejected: Mapping[str, int] = field(default_factory=dict)

    @property
    def proposes_from(self) -> str | None:
        """The first meeting of which enough rows were rejected."""
        return min((meeting for meeting, count in self.rejected.items() if count >= ENOUGH), default=None)


def rule_records(events: Iterable[Event], *, council: str) -> dict[str, RuleRecord]:
    """By rule what it opened in a council and how much of that people rejected."""
    log = read_log(events, council=council)
    return _records(log, over=_rejected(log))


def _rejected(log: Log) -> frozenset[str]:
    """Keys of the rows that people said are no tasks."""
    return frozenset(key for key, status in last_statuses(log).items() if status == RowStatus.NOT_A_TASK.value)


def _records(log: Log, *, over: frozenset[str]) -> dict[str, RuleRecord]:
    opened = {
        event.key: (text_of(event.data, "rule") or "", reading.date or "")
        for reading in log.committed.values()
        for event in reading.of(EventType.OPENED)
        if event.key
    }
    found: dict[str, RuleRecord] = {}
    for key, (rule, meeting) in opened.items():
        record = found.get(rule, RuleRecord())
        rejected = {**record.rejected, meeting: record.rejected.get(meeting, 0) + 1} if key in over else record.rejected
        found[rule] = RuleRecord(record.opened + 1, rejected)
    return found


def propose_doubtful(readings: Iterable[Reading], *, log: Log) -> tuple[Reading, ...]:
    """The readings, with what rules found wanting open from that meeting on as proposed only."""
    over = _rejected(log)
    if len(over) < ENOUGH:
        return tuple(readings)
    since = {rule: day for rule, record in _records(log, over=over).items() if (day := record.proposes_from) is not None}
    return tuple(_doubt(reading, since=since) for reading in readings)


def _doubt(reading: Reading, *, since: Mapping[str, str]) -> Reading:
    facts = tuple(_doubted(event, reading=reading, since=since) for event in reading.facts)
    same = all(one is other for one, other in zip(facts, reading.facts, strict=True))
    return reading if same else replace(reading, facts=facts, memo={})


def _doubted(event: Event, *, reading: Reading, since: Mapping[str, str]) -> Event:
    day = since.get(text_of(event.data, "rule") or "") if event.type is EventType.OPENED else None
    if day is None or (reading.date or "") < day:
        return event
    return replace(event, data={**event.data, "tier": Tier.PROPOSED.value})

"""A register as a secretary would have it who confirmed and mended every row by the labels, so that drafting is judged apart from following."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from functions.evaluating.series import SETTLE, Opened, Series, council_of, find_rows, is_open, opened_in
from functions.following_up import project
from functions.following_up.row_edits import Speaker, edit_point, point_value
from functions.model.events import Event
from functions.model.register import OpenItem, Register, RowStatus

_OVER = {"dropped": RowStatus.DROPPED}
_ON_AGENDA = (RowStatus.OPEN, RowStatus.PART_DONE)
_SECRETARY = "Sekreteraren"


def rows_of(series: Series, *, place: int, register: Register) -> dict[Opened, str]:
    """The row's key of everything that the meetings before that place opened, as far as the register has one."""
    keys: dict[Opened, str] = {}
    opened = opened_in(series.labels, days=_days(series))
    for number in range(place):
        day, _, gold = series.meetings[number]
        keys |= find_rows([label for label in opened if label[0] == number], day=day, gold=gold, register=register)
    return keys


def confirmed(series: Series, *, place: int, log: Sequence[Event], register: Register) -> Register:
    """The register before the meeting at that place with every labelled row in the state that the labels give it, each change a person's event.

    log: up to the meeting before; register: what it gives.
    """
    day = series.meetings[place - 1][0]
    said = list(_acts(series, place=place, register=register))
    return project((*log, *said), council=council_of(series), now=date.fromisoformat(day) + SETTLE)


def _acts(series: Series, *, place: int, register: Register) -> Iterable[Event]:
    """What a person who knows how it stands changes, row by row."""
    days = _days(series)
    rows = {row.key: row for row in register.items}
    keys = rows_of(series, place=place, register=register)
    for key in sorted(set(keys.values())):
        labels = [label for label, own in keys.items() if own == key]
        told = [one for label in labels for one in _told(series, label, before=place)]
        left = any(is_open(label, place=place - 1, labels=series.labels, days=days) for label in labels)
        for number, (field, value) in enumerate(_changes(rows[key], told=told, left=left)):
            by = Speaker(_SECRETARY, f"{series.meetings[place - 1][0]}T12:00:00", ("labels", key, str(number)))
            yield edit_point(by, council=register.council, key=key, field=field, value=value)


def _changes(row: OpenItem, *, told: Sequence[Mapping[str, Any]], left: bool) -> Iterable[tuple[str, Any]]:
    """The fields of a row that the labels tell otherwise. told: what became of it, in order; left: whether it is open."""
    if not left:
        over = _OVER.get(told[-1]["outcome"], RowStatus.DONE) if told else RowStatus.DONE
        if row.status is not over:
            yield "status", over.value
        return
    if row.status not in _ON_AGENDA:
        yield "status", RowStatus.OPEN.value
    for one in told:
        if one["outcome"] in ("due_moved", "postponed") and one.get("due") and (row.due is None or row.due.date != one["due"]):
            yield "due", point_value("due", one["due"])
        if one["outcome"] == "reassigned" and one.get("owners"):
            yield "owner", list(one["owners"])


def _told(series: Series, label: Opened, *, before: int) -> list[Mapping[str, Any]]:
    """The outcomes of one label in the order of their meetings."""
    days = _days(series)
    own = [one for one in series.labels["outcomes"] if (days[one["opened"]["meeting"]], one["opened"]["text"]) == label]
    return sorted((one for one in own if days[one["meeting"]] < before), key=lambda one: days[one["meeting"]])


def _days(series: Series) -> dict[str, int]:
    return {meeting["folder"]: number for number, meeting in enumerate(series.labels["meetings"])}

"""The three-way merge of a file's cells: ours are kept up to date, what a person wrote or emptied stays."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from functions.model.library import ColumnValue
from functions.state.port import BaseValues

REREAD = "DgReread"
"""The box by which a person gives every cell of the row back to the program."""

_HISTORY = 10  # earlier values of ours that are remembered for a cell
_MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Merge:
    """What to do with a file's cells.

    to_write: the cells that change, and no others. intent: store this before the write, so that a crash between the two leaves nothing that
    looks like a person's; base: store this once it is written. kept: the cells left alone, with the reason
    (`person_wrote` or `person_emptied`).
    """

    to_write: Mapping[str, ColumnValue] = field(default_factory=dict)
    base: BaseValues = field(default_factory=BaseValues)
    intent: BaseValues = field(default_factory=BaseValues)
    kept: Mapping[str, str] = field(default_factory=dict)


def merge(current: Mapping[str, ColumnValue], *, base: BaseValues, wanted: Mapping[str, ColumnValue], theirs: Collection[str] = ()) -> Merge:
    """Decide cell by cell what is written.

    current: the cells as they stand; base: what we wrote; wanted: what we would write, for the columns that are ours to fill now.
    theirs: columns whose wanted value was taken from the person's own cell, so that being equal does not make it ours.
    A ticked "Läs om" makes every cell of the row ours again, and the box is unticked.
    """
    reread = _normalise(current.get(REREAD)) is True
    last, earlier = dict(base.last), {name: tuple(values) for name, values in base.earlier.items()}
    to_write: dict[str, ColumnValue] = {}
    kept: dict[str, str] = {}
    for name, value in wanted.items():
        if name == REREAD:
            continue
        cell = current.get(name)
        reason = None if reread else _whose(cell, name=name, last=last, earlier=earlier)
        if reason is None and name in theirs and not reread and not same_value(cell, None) and not same_value(cell, last.get(name)):
            reason = "person_wrote"
        if same_value(cell, value):
            # Also after a crash between our write and its being noted. What a person emptied stays known as emptied.
            if reason != "person_emptied" and name not in theirs and (name in last or not same_value(value, None)):
                _remember(name, value=value, last=last, earlier=earlier)
        elif reason is not None:
            kept[name] = reason
        else:
            to_write[name] = value
            _remember(name, value=value, last=last, earlier=earlier)
    if reread:
        to_write[REREAD] = False
    return Merge(to_write, BaseValues(last, earlier), _intend(base, to_write=to_write), kept)


def same_value(one: ColumnValue, other: ColumnValue) -> bool:
    """Whether two cells say the same: dates, numbers and text by value, "" as empty."""
    return _normalise(one) == _normalise(other) and isinstance(_normalise(one), bool) == isinstance(_normalise(other), bool)


def _whose(cell: ColumnValue, *, name: str, last: Mapping[str, ColumnValue], earlier: Mapping[str, tuple[ColumnValue, ...]]) -> str | None:
    """Why a cell is a person's; None when it is ours: empty and never written, what we wrote last, or an older value of ours that came back."""
    empty = same_value(cell, None)
    if name not in last:
        return None if empty or any(same_value(cell, value) for value in earlier.get(name, ())) else "person_wrote"
    if same_value(cell, last[name]):
        return None
    if empty:
        return "person_emptied"
    return None if any(same_value(cell, value) for value in earlier.get(name, ())) else "person_wrote"


def _remember(name: str, *, value: ColumnValue, last: dict[str, ColumnValue], earlier: dict[str, tuple[ColumnValue, ...]]) -> None:
    if name in last and not same_value(last[name], value):
        _append(name, value=last[name], earlier=earlier)
    if name not in last or not same_value(last[name], value):
        last[name] = value


def _append(name: str, *, value: ColumnValue, earlier: dict[str, tuple[ColumnValue, ...]]) -> None:
    """Add to a cell's history; an empty cell is no value that could come back."""
    if not same_value(value, None):
        known = tuple(old for old in earlier.get(name, ()) if not same_value(old, value))
        earlier[name] = (*known, value)[-_HISTORY:]


def _intend(base: BaseValues, *, to_write: Mapping[str, ColumnValue]) -> BaseValues:
    """The base values as they must stand before the write: old or new, whatever stands in the cell afterwards is ours."""
    last, earlier = dict(base.last), {name: tuple(values) for name, values in base.earlier.items()}
    for name, value in to_write.items():
        if name == REREAD:
            continue
        if same_value(value, None) and name in last:  # so that an empty cell does not look like a person's emptying
            _append(name, value=last.pop(name), earlier=earlier)
        _append(name, value=value, earlier=earlier)
    return BaseValues(last, earlier)


def _normalise(value: ColumnValue) -> ColumnValue:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return float(value)
    text = " ".join(unicodedata.normalize("NFC", value).split())
    if not text:
        return None
    midnight = _MIDNIGHT.fullmatch(text)
    if midnight:
        return midnight[1]
    # "3" and 3 are one number; a text such as "007" keeps its zeros.
    return float(text) if _NUMBER.fullmatch(text) and (text.lstrip("-").split(".")[0] == "0" or not text.lstrip("-").startswith("0")) else text

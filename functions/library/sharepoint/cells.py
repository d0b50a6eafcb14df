"""One cell's value: as we hold it, as SharePoint takes it, and as SharePoint gives it back."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from functions.model.library import ColumnValue
from functions.model.schema import FieldSpec, FieldType

LINE, MANY_LINES = 255, 63_000
"""Characters that SharePoint holds in a line of text and in many lines."""

_NOON = 12


def fit(field: FieldSpec, value: ColumnValue) -> ColumnValue:
    """The value as it will stand in a cell of that column: cut with "…" where it is too long, never silently; "" is empty."""
    if value is None or value == "":
        return None
    if field.type is FieldType.YES_NO:
        return bool(value) if isinstance(value, (bool, int)) else str(value).casefold() in ("ja", "true", "1")
    if field.type is FieldType.NUMBER:
        return _number(value)
    if field.type is FieldType.DATE:
        return str(value)[:10]
    text = unicodedata.normalize("NFC", _text(value))
    most = MANY_LINES if field.type is FieldType.NOTE else LINE
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def to_wire(field: FieldSpec, value: ColumnValue) -> Any:
    """What to send for a fitted value in a MERGE. A day is sent as noon, so that the site's own time zone cannot make it another day."""
    if value is None:
        return None
    if field.type is FieldType.DATE:
        return f"{value}T{_NOON}:00:00Z"
    if field.type is FieldType.LINK:
        return {"__metadata": {"type": "SP.FieldUrlValue"}, "Url": str(value), "Description": str(value)}
    return value


def to_form(field: FieldSpec, value: ColumnValue) -> str:
    """What to send for a fitted value in a ValidateUpdateListItem on a site whose locale writes dates as 2026-03-19 and numbers with a comma."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value).replace(".", ",") if field.type is FieldType.NUMBER else str(value)


def from_wire(field: FieldSpec, told: Any) -> ColumnValue:
    """The value of a cell as SharePoint tells it; None when it is empty."""
    if told is None or told == "":
        return None
    if isinstance(told, dict):
        told = told.get("Url") or told.get("Description")
    if field.type is FieldType.YES_NO:
        return bool(told) if isinstance(told, bool) else str(told).casefold() in ("1", "true", "ja")
    if field.type is FieldType.NUMBER:
        return _number(told)
    if field.type is FieldType.DATE:
        return _day(str(told))
    return str(told).replace("\r\n", "\n") if told is not None else None


def same_cell(one: ColumnValue, other: ColumnValue) -> bool:
    """Whether two fitted values say the same: text apart from blanks at its ends and of line ends, 1 and 1.0, but not 1 and yes."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, str) and isinstance(other, str):
        return _plain(one) == _plain(other)
    return (None if one == "" else one) == (None if other == "" else other)


def read_cells(fields: Sequence[FieldSpec], item: Mapping[str, Any]) -> dict[str, ColumnValue]:
    """The cells of an item that hold something, by internal name."""
    told = {field.name: from_wire(field, item.get(field.name)) for field in fields}
    return {name: value for name, value in told.items() if value is not None}


def _day(told: str) -> ColumnValue:
    """The day of a date-only cell, told as an instant: the site's midnight in UTC (the evening before, in Sweden), or the noon that we sent."""
    try:
        instant = datetime.fromisoformat(told.replace("Z", "+00:00"))
    except ValueError:
        return told
    if instant.tzinfo is not None:
        instant = instant.astimezone(UTC)
    after_noon = (instant.hour, instant.minute, instant.second) > (_NOON, 0, 0)
    return (instant + timedelta(days=1) if after_noon else instant).date().isoformat()


def _number(value: Any) -> ColumnValue:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return str(value)
    return int(number) if number.is_integer() else number


def _text(value: ColumnValue) -> str:
    return ("Ja" if value else "Nej") if isinstance(value, bool) else str(value)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())

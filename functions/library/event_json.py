"""Events and plain values to JSON text and back, for adapters that store them as text."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any

from functions import errors
from functions.model.events import Event, EventType
from functions.model.library import ColumnValue
from functions.model.minutes import Quote

_TYPES = frozenset(kind.value for kind in EventType)
_NOTHING = "null"


def write_event(event: Event) -> str:
    """The event as one line of JSON; fields that hold their default are left out."""
    fields: dict[str, Any] = {"id": event.id, "council": event.council, "type": event.type.value}
    for name in ("key", "meeting", "item", "file", "at"):
        if getattr(event, name) is not None:
            fields[name] = getattr(event, name)
    if event.by != "minutes":
        fields["by"] = event.by
    if event.quotes:
        fields["quotes"] = [[quote.block, quote.start, quote.end, quote.text] for quote in event.quotes]
    if event.data:
        fields["data"] = dict(event.data)
    return to_text(fields)


def read_event(text: str) -> Event:
    """The event that `write_event` wrote. Fields that a newer version added are ignored; errors.NoAccess for a type it added."""
    fields = json.loads(text)
    if fields["type"] not in _TYPES:
        raise errors.NoAccess(
            f"Loggen innehåller en händelse ({fields['type']}) från en nyare version av Dagordning. Uppdatera Dagordning på den här datorn."
        )
    return Event(
        id=fields["id"],
        council=fields["council"],
        type=EventType(fields["type"]),
        key=fields.get("key"),
        meeting=fields.get("meeting"),
        item=fields.get("item"),
        file=fields.get("file"),
        by=fields.get("by", "minutes"),
        at=fields.get("at"),
        quotes=tuple(Quote(*quote) for quote in fields.get("quotes", ())),
        data=fields.get("data", {}),
    )


def to_text(value: Any) -> str:
    """JSON by which two values can be compared: 1, 1.0 and true differ, the order of keys does not. Raises ValueError for NaN and infinity."""
    if isinstance(value, str):  # most cells: the same text, in a tenth of the time
        text = encode_basestring(value)
    elif value is None:
        return _NOTHING
    else:
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    # Half a surrogate pair, as a broken file may hold, cannot be stored as UTF-8; escaped it can.
    return text if text.isascii() or _encodable(text) else json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def to_value(text: str) -> ColumnValue:
    """The cell that `to_text` wrote."""
    if text[:1] == '"' and "\\" not in text:  # most cells: a text that stands there as it is
        return text[1:-1]
    if text == _NOTHING:
        return None
    value: ColumnValue = json.loads(text)
    return value

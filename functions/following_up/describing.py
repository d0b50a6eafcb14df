"""The register as plain JSON: the contract of `dagordning register --json`."""

from __future__ import annotations

from typing import Any

from functions.following_up.plain_data import plain_quotes
from functions.model.register import OpenItem, Register


def describe(register: Register) -> list[dict[str, Any]]:
    """One object a row, sorted by key, with the fields and values that the design's contract names."""
    return [_describe_row(item) for item in register.items]


def _describe_row(item: OpenItem) -> dict[str, Any]:
    due = None
    if item.due is not None:
        due = {"date": item.due.date, "text": item.due.text, "granularity": item.due.granularity, "quotes": plain_quotes(item.due.quotes)}
    return {
        "key": item.key,
        "council": item.council,
        "kind": item.kind.value,
        "text": item.text,
        "owners": list(item.owners),
        "due": due,
        "status": item.status.value,
        "opened": {"meeting": item.opened.meeting, "item": item.opened.item, "file": item.opened.file},
        "meetings_followed": item.meetings_followed,
        "times_postponed": item.times_postponed,
        "quotes": plain_quotes(item.quotes),
        "events": [
            {
                "type": event.type,
                "meeting": event.meeting,
                "item": event.item,
                "file": event.file,
                "by": event.by,
                "quotes": plain_quotes(event.quotes),
            }
            for event in item.events
        ],
    }

"""The cursor of a site: how far the change log of each list was read, and whether SharePoint still remembers what came after."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

OLDEST = timedelta(days=50)
"""SharePoint keeps its change log for 60 days, and answers an older token with nothing at all instead of an error (sp-dev-docs #10389)."""

STALE = timedelta(days=1)
"""A token that has not moved for so long is replaced, so that it never ages away in a quiet list."""

_FORMAT = 1
_EPOCH = datetime(1, 1, 1, tzinfo=UTC)


def write_cursor(tokens: Mapping[str, str]) -> str:
    """The tokens (list id → change token) as a cursor."""
    return json.dumps({"sharepoint": _FORMAT, "tokens": dict(sorted(tokens.items()))})


def read_cursor(cursor: str | None) -> dict[str, str] | None:
    """The tokens of a cursor; None when it is none, damaged, or another adapter's."""
    try:
        held = json.loads(cursor or "")
        if held["sharepoint"] != _FORMAT or not all(is_token(token) for token in held["tokens"].values()):
            return None
        return {str(identity): str(token) for identity, token in held["tokens"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def is_token(token: object) -> bool:
    """Whether it is a change token: "1;3;list;ticks;number"."""
    parts = str(token).split(";")
    return len(parts) == 5 and parts[3].isdigit() and parts[4].lstrip("-").isdigit()


def number_of(token: str) -> int:
    """The number of the change that a token stands at."""
    return int(token.split(";")[4])


def age_of(token: str, *, now: datetime) -> timedelta:
    """How old a token is, by the ticks (a ten-millionth of a second since year 1) in it."""
    ticks = int(token.split(";")[3])
    try:
        return now - (_EPOCH + timedelta(microseconds=ticks // 10))
    except OverflowError:
        return timedelta.max

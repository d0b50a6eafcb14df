"""How what is stored is changed wherever it stands: as plain values, whatever text they are stored as."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

Rewriting = Callable[[Any], Any]
"""From a plain JSON value to what shall stand in its place."""


def rewritten(text: str, change: Rewriting, *, write: Callable[[Any], str]) -> str:
    """A stored text with what `change` makes of it; the very same text where nothing is changed. Text that is no JSON is changed as it is. write:
    spells the new value as the others there are."""
    try:
        value = json.loads(text)
    except ValueError:
        return str(change(text))
    new = change(value)
    return text if new == value else write(new)

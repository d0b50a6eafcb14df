"""Another name in everything that is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def renaming(old: str, new: str) -> Callable[[Any], Any]:
    """What puts the new name for the old one in every text of a value, however deep."""

    def renamed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: renamed(entry) for key, entry in value.items()}
        if isinstance(value, list):
            return [renamed(entry) for entry in value]
        return value.replace(old, new) if isinstance(value, str) else value

    return renamed

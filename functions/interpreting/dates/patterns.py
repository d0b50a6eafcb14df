"""Regular expressions made from a pack's words, compiled once."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str]:
    """The compiled pattern, upper and lower case alike."""
    return re.compile(pattern, re.IGNORECASE)

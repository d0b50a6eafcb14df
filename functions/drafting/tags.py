"""Stable tags, by which a later version knows which lines the secretary has changed."""

from __future__ import annotations

import hashlib

IN_APPENDIX = "more-"
"""What the tag of a task begins with that stands in the appendix."""


def tag_of(prefix: str, name: str) -> str:
    """A tag that stays the same while the line does, of at most 40 characters (Word allows 64)."""
    short = name if len(name) <= 32 and name.isascii() and name.replace("-", "").isalnum() else hashlib.sha256(name.encode()).hexdigest()[:16]
    return f"{prefix}-{short}"

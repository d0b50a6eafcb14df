"""All papers of this folder, laid out afresh each time: nothing binary is kept."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.other_files.sheet import Sheet, parse

TEXTS = Path(__file__).parent / "texts"
WANTED = ("other", "minutes", "either")


def sheets() -> list[Sheet]:
    """The papers as written, in order of the files they stand in; ValueError for a name used twice or an unknown label."""
    found = [sheet for path in sorted(TEXTS.glob("*.txt")) for sheet in parse(path.read_text(encoding="utf-8"))]
    if len({sheet.name for sheet in found}) < len(found) or any(sheet.wanted not in WANTED for sheet in found):
        raise ValueError("a name stands twice, or a label is none of " + ", ".join(WANTED))
    return found


def papers() -> list[tuple[str, bytes, str, str]]:
    """Every paper as (file name, bytes, what sort of paper it is, what it should be taken for: other, minutes or either)."""
    return [(sheet.name, sheet.to_bytes(), sheet.genre, sheet.wanted) for sheet in sheets()]


def is_blind(name: str) -> bool:
    """Whether the paper belongs to the half whose names are never shown; told by the name alone, so that it never changes."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0

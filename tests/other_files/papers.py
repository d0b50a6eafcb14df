"""All papers of this folder, laid out afresh each time: nothing binary is kept."""

from __future__ import annotations

from pathlib import Path

from tests.other_files.sheet import Sheet, parse

TEXTS = Path(__file__).parent / "texts"
# What stands in files that begin so is blind: names are never shown, and nobody reads it while rules are written.
FROZEN = "frozen_"
WANTED = ("other", "minutes", "either")


def sheets(*, blind: bool) -> list[Sheet]:
    """The papers of the frozen files or of the open ones, as written, in order; ValueError for a name used twice or an unknown label."""
    told = {path: tuple(parse(path.read_text(encoding="utf-8"))) for path in sorted(TEXTS.glob("*.txt"))}
    every = [sheet for found in told.values() for sheet in found]
    if len({sheet.name for sheet in every}) < len(every) or any(sheet.wanted not in WANTED for sheet in every):
        raise ValueError("a name stands twice, or a label is none of " + ", ".join(WANTED))
    return [sheet for path, found in told.items() if path.name.startswith(FROZEN) == blind for sheet in found]


def papers(*, blind: bool) -> list[tuple[str, bytes, str, str]]:
    """Those papers as (file name, bytes, what sort of paper it is, what it should be taken for: other, minutes or either)."""
    return [(sheet.name, sheet.to_bytes(), sheet.genre, sheet.wanted) for sheet in sheets(blind=blind)]

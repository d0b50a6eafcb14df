"""Which council do these minutes belong to? A person's word, the text, the folder's name, the library's default; else a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from functions.model.library import Council, LibraryFile, council_key

_NO_COUNCIL = re.compile(
    r"^(?:\d{4}.*|(?:våren|hösten|vt|ht)\b.*|möten?|mötesanteckning(?:ar)?|minnesanteckningar|protokoll|anteckningar"
    r"|dokument|arkiv|filer|bilagor|handlingar|delade dokument|\d+)$",
    re.I,
)


def folder_council(file: LibraryFile) -> str | None:
    """The name of the nearest folder that can be a council's: no year, no "Protokoll". None at the library's root."""
    for name in reversed(file.folder.split("/") if file.folder else []):
        if not _NO_COUNCIL.match(name.strip()):
            return name.strip()
    return None


def council_named(name: str, *, councils: Sequence[Council]) -> Council | None:
    """The known council of that name, or of one of its other names."""
    key = council_key(name)
    return next((c for c in councils if key == c.key or any(council_key(other) == key for other in c.names)), None)


def identify_council(
    *, said: str | None, written: str | None, file: LibraryFile, default: str | None, councils: Sequence[Council], days_before: int
) -> tuple[Council | None, bool]:
    """The council, and whether it is new. said: a person's column; written: the body that the text names."""
    for name in (said, written, folder_council(file), default):
        if name and council_key(name):
            known = council_named(name, councils=councils)
            return (known, False) if known is not None else (Council(council_key(name), (name,), days_before=days_before), True)
    return None, False

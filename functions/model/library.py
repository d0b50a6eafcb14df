"""What a library holds: files, columns, councils, and what changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

ColumnValue = str | int | float | bool | None
"""What stands in one cell: text, a number, yes/no, an ISO date as text, or None for an empty cell."""


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """A file in the library. id: stable over renames and moves; path: relative to the library, with "/"."""

    id: str
    path: str

    @property
    def name(self) -> str:
        """The file's name with its ending."""
        return self.path.rsplit("/", 1)[-1]

    @property
    def folder(self) -> str:
        """The folder it stands in, "" for the library's root."""
        return self.path.rsplit("/", 1)[0] if "/" in self.path else ""


class ChangeKind(StrEnum):
    """What happened to a file or a row."""

    ADDED = "added"
    CHANGED = "changed"
    RENAMED = "renamed"
    DELETED = "deleted"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened since the cursor.

    version: an opaque mark of the content (SHA-256 or ETag); modified: seconds since 1970 as the storage tells, never used to judge minutes;
    row: for ChangeKind.ROW, the list and the key of the row that a person touched, a deleted row's too; by: who deleted it, None where
    nobody knows; restricted: whether fewer people may read the file than the lists, None where only `fetch` tells.
    """

    kind: ChangeKind
    file: LibraryFile | None = None
    version: str = ""
    modified: float = 0.0
    moved_from: str | None = None
    row: tuple[str, str] | None = None
    by: str | None = None
    restricted: bool | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything since a cursor, and the cursor to store once it is handled. gap: the cursor was too old, so this is the whole library."""

    changes: tuple[Change, ...]
    cursor: str
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file's bytes. restricted: fewer people may read it than the lists, so only columns may be written.

    columns_writable: False where a column must not be written on the file (digitally signed), so that all facts stand in the lists.
    """

    data: bytes
    version: str
    editor: str | None = None
    restricted: bool = False
    columns_writable: bool = True


@dataclass(frozen=True, slots=True)
class Columns:
    """A file's cells as they stand, and the mark by which a write knows that nobody wrote in between."""

    values: Mapping[str, ColumnValue]
    etag: str


class WriteResult(StrEnum):
    """What became of a write."""

    WRITTEN = "written"
    LOCKED = "locked"
    CONFLICT = "conflict"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of one of our lists, its values by the columns' titles.

    key: ours, unique in its list; for a row that a person added one of the adapter's own until `adopt_row` ("new:17"). editor: who wrote it last,
    None when it was us. base: what `project_lists` wrote last, by which a person's change is told; None for a row that was never ours.
    """

    key: str
    values: Mapping[str, ColumnValue]
    etag: str = ""
    editor: str | None = None
    base: Mapping[str, ColumnValue] | None = None


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A file of ours in the library. sha256: of the bytes that stand there now; ours: of the bytes that we put there, None when it is not ours."""

    path: str
    sha256: str
    ours: str | None
    data: bytes


@dataclass(frozen=True, slots=True)
class Council:
    """A body that meets, with the settings people may change.

    key: never its name; names: what minutes call it, first the one to show; days_before: when a draft is made; start_date: ISO, earlier is Historisk;
    fixed_points: the points of its agenda as people set them, a line each, "" while they are learned; year_wheel: "september: budget", a line each;
    quiet_weeks: ISO weeks in which no draft is made.
    """

    key: str
    names: tuple[str, ...]
    folder: str | None = None
    secretary: str | None = None
    template: str | None = None
    days_before: int = 21
    start_date: str | None = None
    paused: bool = False
    quiet_weeks: tuple[int, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    fixed_points: str = ""
    year_wheel: str = ""

    @property
    def name(self) -> str:
        """The name to show."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Template:
    """A Word template that stands in the library. council: key of the only council it is for, or None."""

    name: str
    data: bytes
    council: str | None = None


def weeks_of(text: str) -> tuple[int, ...]:
    """The ISO weeks that somebody wrote ("27-32, 52", "v. 51-2"), in order. Raises ValueError for what is no list of weeks."""
    weeks: set[int] = set()
    for part in re.split(r"[,;]|\boch\b", text):
        bounds = re.fullmatch(r"\s*(?:v\w*\.?\s*)?(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?\s*", part)
        first, last = (int(bounds[1]), int(bounds[2] or bounds[1])) if bounds else (0, 0)
        if part.strip() and not (1 <= first <= 53 and 1 <= last <= 53):
            raise ValueError(part)
        if part.strip():
            weeks |= set(range(first, last + 1)) if first <= last else {*range(first, 54), *range(1, last + 1)}
    return tuple(sorted(weeks))


def spell_weeks(weeks: Sequence[int]) -> str:
    """Weeks as people write them: "27-32, 52"."""
    spans: list[list[int]] = []
    for week in sorted(weeks):
        if spans and week == spans[-1][-1] + 1:
            spans[-1][-1:] = [spans[-1][-1], week]
        else:
            spans.append([week])
    return ", ".join(f"{span[0]}-{span[-1]}" if len(span) > 1 else str(span[0]) for span in spans)


def council_key(name: str) -> str:
    """The key of a council from the first name it was met by ("Samordningsråd Barn" → "samordningsråd-barn"); å, ä and ö stay."""
    folded = unicodedata.normalize("NFC", name).casefold()
    return re.sub(r"[^\w]+", "-", folded).strip("-_")

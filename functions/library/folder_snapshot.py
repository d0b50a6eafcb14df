"""What a cursor of a folder holds: every file's id, size, time and hash, and how many edits of rows were seen."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from functions.library.event_json import to_text
from functions.model.library import Change, ChangeKind, Changes

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as it was. modified: nanoseconds; version: SHA-256, "" when it could not be read; doubtful: hashed so soon after it
    was written that a second edit may bear the same time, so time and size prove nothing (git's "racily clean" entries)."""

    id: str
    size: int
    modified: int
    version: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All files by path, and the number of the last edit of a row."""

    files: Mapping[str, Entry] = field(default_factory=dict)
    edits: int = 0

    def same_as(self, other: Snapshot) -> bool:
        """Whether nothing but our doubts differs."""
        return self.edits == other.edits and _certain(self.files) == _certain(other.files)


def write_cursor(snapshot: Snapshot) -> str:
    """The snapshot as a cursor."""
    files = {path: [entry.id, entry.size, entry.modified, entry.version, *([1] if entry.doubtful else [])] for path, entry in snapshot.files.items()}
    return to_text({"folder": _FORMAT, "edits": snapshot.edits, "files": files})


def read_cursor(cursor: str) -> Snapshot | None:
    """The snapshot in a cursor; None when it is damaged or another adapter's."""
    try:
        held = json.loads(cursor)
        if held["folder"] != _FORMAT:
            return None
        files = {
            str(path): Entry(id=str(told[0]), size=int(told[1]), modified=int(told[2]), version=str(told[3]), doubtful=len(told) > 4)
            for path, told in held["files"].items()
        }
        return Snapshot(files=files, edits=int(held["edits"]))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


def cursor_after(changes: Changes, *, handled: Collection[Change], previous: str | None) -> str | None:
    """See Library.cursor_after: the new cursor with everything that is not handled yet put back as it was."""
    done = set(handled)
    undone = [change for change in changes.changes if change not in done]
    target = read_cursor(changes.cursor)
    if not undone:
        return changes.cursor
    if changes.gap or target is None:
        return previous
    before = (read_cursor(previous) if previous else None) or Snapshot()
    files = dict(target.files)
    back: list[str] = []
    for change in undone:
        if change.file is None:
            continue
        files.pop(change.file.path, None)
        if change.kind is not ChangeKind.ADDED:
            back.append(change.moved_from or change.file.path)
    files.update({path: before.files[path] for path in back if path in before.files})
    edits = [int(change.version) for change in undone if change.kind is ChangeKind.ROW]
    seen = target.edits if not edits else max(before.edits, min(edits) - 1)
    return write_cursor(Snapshot(files=files, edits=seen))


def _certain(files: Mapping[str, Entry]) -> dict[str, Entry]:
    return {path: replace(entry, doubtful=False) for path, entry in files.items()}

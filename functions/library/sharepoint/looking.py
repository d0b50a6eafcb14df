"""Ids that were touched → what happened to the files, by comparing how they stand with how they stood."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from functions.library.sharepoint.changelog import Line, Touch
from functions.library.sharepoint.drafts import Drafts
from functions.library.sharepoint.items import FileItem, is_ours_to_read
from functions.library.sharepoint.known import KnownFiles, Seen
from functions.model.library import Change, ChangeKind, LibraryFile


def touched_files(lines: Sequence[Line], known: KnownFiles, *, ours: Collection[str]) -> tuple[tuple[str, ...], bool]:
    """The ids of the files that a log touches, in its order; and whether what was moved or deleted may be a folder, so that only a listing tells.

    Of a renamed or deleted folder the log tells nothing about the files in it. ours: ids of our drafts.
    """
    ids: dict[str, None] = {}
    new: set[str] = set()
    folder = False
    for line in lines:
        if not line.unique:
            continue
        ids[line.unique] = None
        if line.touch is Touch.ADD:
            new.add(line.unique)
        moved = line.touch in (Touch.DELETE, Touch.RENAME, Touch.MOVE_AWAY, Touch.MOVE_INTO, Touch.RESTORE)
        folder = folder or (moved and line.unique not in new and line.unique not in ours and known.get(line.unique) is None)
    return tuple(ids), folder


def moved_files(listed: Mapping[str, FileItem | None], known: KnownFiles) -> tuple[str, ...]:
    """The ids of the files that a listing has at another place than they were, or no more, or that are new."""
    paths = known.paths()
    there = {identity: item.path for identity, item in listed.items() if item is not None}
    return tuple(identity for identity in (*there, *(one for one in paths if one not in there)) if there.get(identity) != paths.get(identity))


def changes_of(
    found: Iterable[tuple[str, FileItem | None]], known: KnownFiles, *, drafts: Drafts, template_folder: str, since: int | None, at: int
) -> tuple[Change, ...]:
    """What happened to each file, deleted ones last. since: compare with how it stood when the log was read up to there (-1: nothing was
    known); None: tell of each, whatever was told before. at: up to where the log is read now."""
    changes: list[Change] = []
    gone: list[Change] = []
    for identity, item in found:
        if item is not None and drafts.is_untouched(item.path, identity=item.id, tag=item.tag, editor=item.editor_number):
            continue
        entry = known.get(identity)
        before = (entry.before(since) if since is not None else entry.latest) if entry is not None else None
        ours = item is not None and is_ours_to_read(item.path, template_folder=template_folder)
        if item is None or not ours:
            missed = known.miss(identity, at=at)
            path = before.path if before is not None else None
            if missed is not None and path is None and (since is None or since < 0):
                path = next((seen.path for seen in reversed(missed.seen) if seen.path is not None), None)
            if missed is not None and path is not None:
                gone.append(Change(ChangeKind.DELETED, LibraryFile(identity, path)))
            continue
        now = known.see(item, at=at)
        if since is not None and entry is not None:  # an echo moved what was seen
            before = now.before(since)
        latest = now.latest
        assert latest is not None
        if since is not None and before is not None and (before.path, before.version, before.etag) == (latest.path, latest.version, latest.etag):
            continue
        changes.append(_change(item, latest, before))
    return (*sorted(changes, key=lambda change: change.file.path if change.file else ""), *gone)


def _change(item: FileItem, latest: Seen, before: Seen | None) -> Change:
    file = LibraryFile(item.id, item.path)
    if before is None or before.path is None:
        return Change(ChangeKind.ADDED, file, latest.version, item.modified)
    if before.path != item.path:
        return Change(ChangeKind.RENAMED, file, latest.version, item.modified, moved_from=before.path)
    return Change(ChangeKind.CHANGED, file, latest.version, item.modified)

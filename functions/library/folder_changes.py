"""Compares a folder as it is with a snapshot of how it was: which files are new, changed, renamed or gone, and which id each has."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from functions.library.folder_listing import ListedFile, Listing, look_at
from functions.library.folder_snapshot import Entry, Snapshot
from functions.model.library import Change, ChangeKind, LibraryFile

_DOUBT = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use (FAT keeps even seconds)."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the library remembers of a path, whatever the cursor says."""

    id: str
    version: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Files that differ, deleted ones last; the snapshot as it is now; and what to remember of each path."""

    changes: tuple[Change, ...]
    files: Mapping[str, Entry]
    known: Mapping[str, Known]


def compare(listing: Listing, *, before: Snapshot, known: Mapping[str, Known], drafts: frozenset[str], draft_folder: str, now: int) -> Comparison:
    """Compare. drafts: SHA-256 of all that we ever wrote into `draft_folder`; now: nanoseconds, only to tell if a file's time can be trusted."""
    fresh, kept = _look_again(listing, before=before, now=now)
    for path in [path for path, (_, _, version, _) in fresh.items() if version in drafts and path.startswith(draft_folder + "/")]:
        # As we wrote it: no file of a person's. What was known of an edited draft stays, so that our writing it anew changes nothing here.
        del fresh[path]
        if path in before.files:
            kept[path] = before.files[path]
    ids = _identify(fresh, kept=kept, before=before, known=known)
    moved = {entry.id: path for path, entry in before.files.items()}
    files = {**kept, **{path: Entry(ids[path], *told) for path, told in fresh.items()}}
    changes = []
    for path in sorted(fresh):
        entry, old = files[path], before.files.get(path)
        if old and old.id == entry.id and old.version == entry.version:
            continue
        came_from = moved.get(entry.id)
        kind = ChangeKind.ADDED if came_from is None else ChangeKind.CHANGED if came_from == path else ChangeKind.RENAMED
        file, since = LibraryFile(entry.id, path), came_from if kind is ChangeKind.RENAMED else None
        changes.append(Change(kind, file, version=entry.version, modified=entry.modified / 1e9, moved_from=since))
    alive = {entry.id for entry in files.values()}
    for path, entry in sorted(before.files.items()):
        if entry.id not in alive:
            changes.append(Change(ChangeKind.DELETED, LibraryFile(entry.id, path)))
    return Comparison(tuple(changes), files, {path: Known(entry.id, entry.version) for path, entry in files.items()})


_Told = tuple[int, int, str, bool]


def _look_again(listing: Listing, *, before: Snapshot, now: int) -> tuple[dict[str, _Told], dict[str, Entry]]:
    """Size, time, version and doubt of each listed path; and the old entries of what could not be looked at."""
    fresh: dict[str, _Told] = {}
    kept = {path: entry for path, entry in before.files.items() if _is_under(path, listing.unread)}
    for file in listing.files:
        old = before.files.get(file.path)
        if old and old.version and not old.doubtful and (old.size, old.modified) == (file.size, file.modified):
            fresh[file.path] = (old.size, old.modified, old.version, False)
        elif hashed := _hash(file):
            seen, version = hashed
            fresh[file.path] = (seen.size, seen.modified, version, now - seen.modified < _DOUBT)
        elif old and _is_there(file):
            kept[file.path] = old  # it is being written: the next time tells
    return fresh, kept


def _is_there(file: ListedFile) -> bool:
    """Whether the file is still there."""
    try:
        return look_at(file.path, file.real) is not None
    except OSError:
        return True


def _hash(file: ListedFile) -> tuple[ListedFile, str] | None:
    """SHA-256 and the size and time that belong to it; "" when it may not be read; None when it is gone or is being written."""
    for _ in range(2):
        try:
            with file.real.open("rb") as stream:
                version = hashlib.file_digest(stream, "sha256").hexdigest()
            after = look_at(file.path, file.real)
        except FileNotFoundError:
            return None
        except OSError:
            return file, ""
        if after == file:
            return file, version
        if after is None:
            return None
        file = after
    return None


def _identify(fresh: Mapping[str, _Told], *, kept: Mapping[str, Entry], before: Snapshot, known: Mapping[str, Known]) -> dict[str, str]:
    """An id for each path: what the path is known by, else that of a vanished file with the same bytes, else a new one."""
    ids: dict[str, str] = {}
    taken = {entry.id for entry in kept.values()}

    def give(path: str, identity: str) -> None:
        if path not in ids and identity not in taken:
            ids[path] = identity
            taken.add(identity)

    # What the library remembers is newer than the cursor of a run that was cut off.
    for path in fresh:
        if path in known:
            give(path, known[path].id)
    for path in fresh:
        if path in before.files:
            give(path, before.files[path].id)
    gone = _vanished(fresh=fresh, before=before, known=known)
    for same_name in (True, False):
        for path in sorted(fresh.keys() - ids.keys()):
            for old_path, identity in gone.get(fresh[path][2], ()):
                if not same_name or _name(old_path) == _name(path):
                    give(path, identity)
    spoken_for = taken | {entry.id for entry in before.files.values()} | {entry.id for entry in known.values()}
    for path in sorted(fresh.keys() - ids.keys()):
        ids[path] = _new_id(path, spoken_for)
        spoken_for.add(ids[path])
    return ids


def _vanished(*, fresh: Mapping[str, _Told], before: Snapshot, known: Mapping[str, Known]) -> dict[str, list[tuple[str, str]]]:
    """By SHA-256: paths and ids of the files that are no longer where they were."""
    gone: dict[str, list[tuple[str, str]]] = {}
    told = {path: (entry.version, entry.id) for path, entry in known.items()}
    told.update({path: (entry.version, entry.id) for path, entry in before.files.items()})
    for path, (version, identity) in sorted(told.items()):
        if version and path not in fresh:
            gone.setdefault(version, []).append((path, identity))
    return gone


def _new_id(path: str, spoken_for: set[str]) -> str:
    base = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    identity, number = base, 2
    while identity in spoken_for:
        identity, number = f"{base}-{number}", number + 1
    return identity


def _is_under(path: str, places: tuple[str, ...]) -> bool:
    return any(path == place or path.startswith(place + "/") for place in places)


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1]

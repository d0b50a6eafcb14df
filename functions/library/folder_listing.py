"""Walks a folder: the files that a person could take for minutes, by a path that is the same on every system."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from functions import errors

MINUTES_ENDINGS = frozenset({".docx", ".docm", ".doc", ".pdf", ".rtf", ".odt"})
"""What a person could take for minutes. Those that cannot be read end as "could not be read"; anything else is no business of ours."""

_SYSTEM_FOLDERS = frozenset({"$recycle.bin", "system volume information", "#recycle", "@eadir", "lost+found"})
_KNOWS_HIDDEN = hasattr(os.stat_result, "st_file_attributes")


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file as the folder shows it. path: with "/", NFC; real: where it stands on the disk; modified: nanoseconds since 1970."""

    path: str
    real: Path
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What a walk found, by path. unread: what could not be looked at, whose files are unknown, not gone; empty: nothing at all stands here."""

    files: tuple[ListedFile, ...]
    unread: tuple[str, ...] = ()
    empty: bool = False


def list_folder(root: Path, *, leave_out: frozenset[str] = frozenset()) -> Listing:
    """Everything under `root` in the order of its paths, without hidden and temporary files and the folders `leave_out` (paths).

    Raises errors.NoAccess when `root` itself cannot be read.
    """
    files: dict[str, ListedFile] = {}
    unread: list[str] = []
    visited: set[str] = set()
    home = os.path.realpath(root)
    waiting: list[tuple[str, Path, str]] = [("", root, home)]
    empty = True
    while waiting:
        prefix, folder, real_folder = waiting.pop()
        if real_folder in visited:
            continue
        visited.add(real_folder)
        try:
            entries = _entries(folder)
        except OSError as error:
            if not prefix:
                raise no_folder(root) from error
            unread.append(prefix.rstrip("/"))
            continue
        empty = empty and not (entries or prefix)
        for name, entry in entries:
            if _is_hidden(name, entry):
                continue
            path = prefix + name
            if _is_folder(entry):
                target = _worth_entering(entry, expected=os.path.join(real_folder, entry.name), home=home)  # noqa: PTH118 - strings, for speed
                if target and path not in leave_out and name.casefold() not in _SYSTEM_FOLDERS:
                    waiting.append((path + "/", Path(entry.path), target))
            elif os.path.splitext(name)[1].casefold() in MINUTES_ENDINGS:  # noqa: PTH122
                try:
                    found = look_at(path, Path(entry.path))
                except OSError:
                    unread.append(path)
                    continue
                if found:
                    files[path] = found
    return Listing(files=tuple(files[path] for path in sorted(files)), unread=tuple(sorted(unread)), empty=empty)


def find_real(root: Path, path: str) -> Path:
    """Where `path` (NFC, "/") stands on the disk, whose names may be written otherwise (NFD on a Mac); the plain place when nothing is there."""
    place = root
    for part in path.split("/"):
        plain = place / part
        if os.path.lexists(plain):
            place = plain
            continue
        try:
            place = next((place / entry.name for name, entry in _entries(place) if name == part), plain)
        except OSError:
            place = plain
    return place


def extended(path: Path) -> Path:
    """The absolute path; on Windows in the form that may be longer than 260 characters (https://learn.microsoft.com/windows/win32/fileio/naming-a-file)."""
    absolute = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links, and fails on some mapped drives
    if os.name != "nt" or absolute.startswith("\\\\?\\"):
        return Path(absolute)
    return Path("\\\\?\\UNC\\" + absolute[2:] if absolute.startswith("\\\\") else "\\\\?\\" + absolute)


def no_folder(root: Path) -> errors.NoAccess:
    """The error for a library's folder that cannot be read."""
    return errors.NoAccess(f"Mappen {root} kan inte läsas. Kontrollera att den finns, att disken är ansluten och att du har läsrätt.")


def _entries(folder: Path) -> list[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: (shown_name(entry.name), entry.name != shown_name(entry.name), entry.name))
    return list(_named_apart(entries))


def _named_apart(entries: list[os.DirEntry[str]]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    taken: set[str] = set()
    for entry in entries:
        name, number = shown_name(entry.name), 2
        if name in taken and entry.name.isprintable():
            name = entry.name  # two names that look the same: the one in NFC has the path, the other keeps its own spelling
        while name in taken:
            name, number = f"{number} {shown_name(entry.name)}", number + 1
        taken.add(name)
        yield name, entry


def shown_name(name: str) -> str:
    """The name in NFC. Bytes that are no UTF-8 (old shares) are read as Windows-1252, so that the name can be stored and shown."""
    try:
        name.encode()
    except UnicodeEncodeError:
        name = name.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    return unicodedata.normalize("NFC", name)


def _is_hidden(name: str, entry: os.DirEntry[str]) -> bool:
    lowered = name.casefold()
    if lowered.startswith((".", "~$", "~wrl")) or lowered.endswith(".tmp") or lowered in {"desktop.ini", "thumbs.db"}:
        return True
    if not _KNOWS_HIDDEN:
        return False
    try:
        return bool(getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_HIDDEN)
    except OSError:
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _worth_entering(entry: os.DirEntry[str], *, expected: str, home: str) -> str | None:
    # A link (or a Windows junction) to a place in this folder would list its files twice, or for ever.
    target = os.path.realpath(entry.path)
    linked = os.path.normcase(target) != os.path.normcase(expected)
    inside = os.path.normcase(target + os.sep).startswith(os.path.normcase(home + os.sep))
    around = os.path.normcase(home + os.sep).startswith(os.path.normcase(target + os.sep))
    return None if linked and (inside or around) else target


def look_at(path: str, real: Path) -> ListedFile | None:
    """The file as it is now; None when it is gone or no file. Raises OSError when it may not be looked at."""
    try:
        # Asked of the file itself: what a Windows folder remembers of size and time may be old.
        told = real.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(told.st_mode):
        return None
    return ListedFile(path=path, real=real, size=told.st_size, modified=told.st_mtime_ns)

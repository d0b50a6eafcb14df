"""The only place that writes files into a folder: our drafts, under the draft folder and nowhere else."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import time
import unicodedata
from contextlib import suppress
from pathlib import Path

from functions import errors
from functions.library.folder_database import Database
from functions.library.folder_listing import find_real
from functions.model.library import StoredDraft, WriteResult

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')
# Names that Windows and SharePoint refuse: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_TEMPORARY = re.compile(r"~\$[0-9a-f]{12}-\d+\.dagordning\.tmp")
_LEFT_BEHIND = 3600
"""Seconds after which a temporary file of ours is nobody's."""


class DraftFolder:
    """Our files under `root`/`folder`, and the hashes of all that we ever put there (kept in the database)."""

    def __init__(self, root: Path, *, folder: str, database: Database) -> None:
        """Creates nothing; the folder comes with the first draft."""
        self.folder = _checked(folder)
        self._root = root
        self._database = database
        self._unwritten: dict[str, tuple[bytes | None, bytes | None]] = {}  # of a dry run: the draft, and what stood on the disk

    def hashes(self) -> frozenset[str]:
        """SHA-256 of everything that we ever wrote."""
        return frozenset(sha for (sha,) in self._database.read("SELECT sha256 FROM drafts"))

    def get(self, path: str) -> StoredDraft | None:
        """See Library.draft."""
        path = self._inside(path)
        data = self._read(path)
        if data is None:
            return None
        now = _sha256(data)
        written = [sha for (sha,) in self._database.read("SELECT sha256 FROM drafts WHERE path = ? ORDER BY seq", (path,))]
        return StoredDraft(path=path, sha256=now, ours=now if now in written else written[-1] if written else None, data=data)

    def put(self, path: str, data: bytes, *, expected: str | None) -> WriteResult:
        """See Library.put_draft. LOCKED: somebody has it open in Word or LibreOffice. Raises errors.NoAccess when the folder cannot be written."""
        path = self._inside(path)
        there, wanted = self._read(path), _sha256(data)
        if there == data:
            self._remember(path, wanted)
            return WriteResult.WRITTEN
        if (None if there is None else _sha256(there)) != expected:
            return WriteResult.CONFLICT
        if self._database.read_only:
            self._remember(path, wanted)
            self._unwritten[path] = (data, self._read_disk(path))
            return WriteResult.WRITTEN
        real = find_real(self._root, path)
        if _is_held(real):
            return WriteResult.LOCKED
        self._make_folder(real)
        # Remembered first: a crash after the file was replaced must not leave a draft of ours that looks like a person's.
        self._remember(path, wanted)
        return self._replace(real, data, expected=expected)

    def move(self, path: str, to: str, *, expected: str) -> WriteResult:
        """See Library.move_draft."""
        path, to = self._inside(path), self._inside(to)
        there = self._read(path)
        if there is None or _sha256(there) != expected or self._read(to) is not None:
            return WriteResult.CONFLICT
        old, new = find_real(self._root, path), find_real(self._root, to)
        if not self._database.read_only and _is_held(old):
            return WriteResult.LOCKED
        with self._database.writing() as connection:  # remembered first, as for a draft that is written
            connection.execute("INSERT OR IGNORE INTO drafts (path, sha256) SELECT ?, sha256 FROM drafts WHERE path = ? ORDER BY seq", (to, path))
        if self._database.read_only:
            self._unwritten |= {to: (there, self._read_disk(to)), path: (None, self._read_disk(path))}
            return WriteResult.WRITTEN
        self._make_folder(new)
        try:
            result = _put_new(old, new)
            if result is WriteResult.WRITTEN:
                old.unlink(missing_ok=True)  # where the new name was linked first
            return result
        except PermissionError:
            return WriteResult.LOCKED
        except OSError as error:
            raise _cannot_write(new.parent) from error

    def remove(self, path: str, *, expected: str) -> WriteResult:
        """See Library.remove_draft."""
        path = self._inside(path)
        there = self._read(path)
        if there is None:
            return WriteResult.WRITTEN
        if _sha256(there) != expected:
            return WriteResult.CONFLICT
        if self._database.read_only:
            self._unwritten[path] = (None, self._read_disk(path))
            return WriteResult.WRITTEN
        real = find_real(self._root, path)
        if _is_held(real):
            return WriteResult.LOCKED
        try:
            real.unlink(missing_ok=True)
        except PermissionError:
            return WriteResult.LOCKED
        except OSError as error:
            raise _cannot_write(real.parent) from error
        return WriteResult.WRITTEN

    def _inside(self, path: str) -> str:
        path = _checked(path)
        if not path.startswith(self.folder + "/"):
            raise errors.BadUsage(f"”{path}” ligger inte i mappen ”{self.folder}”, den enda där Dagordning skriver filer.")
        return path

    def _read(self, path: str) -> bytes | None:
        there = self._read_disk(path)
        draft, then = self._unwritten.get(path, (there, there))
        return draft if there == then else there

    def _read_disk(self, path: str) -> bytes | None:
        real = find_real(self._root, path)
        try:
            return real.read_bytes() if real.is_file() else None
        except FileNotFoundError:
            return None
        except OSError as error:
            raise errors.Locked(f"”{path}” är öppen i ett annat program, eller så saknas rätt att läsa den.") from error

    def _remember(self, path: str, sha256: str) -> None:
        newest = self._database.read("SELECT sha256 FROM drafts WHERE path = ? ORDER BY seq DESC LIMIT 1", (path,))
        if newest != [(sha256,)]:
            with self._database.writing() as connection:
                connection.execute("INSERT OR REPLACE INTO drafts (path, sha256) VALUES (?, ?)", (path, sha256))

    def _make_folder(self, real: Path) -> None:
        wanted = Path(os.path.realpath(self._root)) / real.parent.relative_to(self._root)
        if os.path.normcase(os.path.realpath(real.parent)) != os.path.normcase(wanted):
            raise errors.NoAccess(f"Mappen ”{real.parent}” är en länk till en annan plats. Dagordning skriver bara i ”{self.folder}”.")
        try:
            real.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _cannot_write(real.parent) from error

    def _replace(self, real: Path, data: bytes, *, expected: str | None) -> WriteResult:
        beside = real.with_name(f"~${_sha256(real.name.encode())[:12]}-{os.getpid()}.dagordning.tmp")
        try:
            _sweep(real.parent)
            _write_through(beside, data)
            if expected is None:
                return _put_new(beside, real)
            # Looked at once more: the window for another's write is now as small as a file system allows.
            if not real.is_file() or _sha256(real.read_bytes()) != expected:
                return WriteResult.CONFLICT
            shutil.copymode(real, beside)
            beside.replace(real)
            _sync_folder(real.parent)
            return WriteResult.WRITTEN
        except PermissionError as error:
            if real.exists() and os.access(real.parent, os.W_OK):
                return WriteResult.LOCKED  # Windows: Word holds the file
            raise _cannot_write(real.parent) from error
        except OSError as error:
            raise _cannot_write(real.parent) from error
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _checked(path: str) -> str:
    """The path in NFC. Raises errors.BadUsage for one that leads elsewhere, or that Windows or SharePoint could not hold."""
    path = unicodedata.normalize("NFC", path)
    for part in path.split("/"):
        if (
            not part.strip(". ")
            or part != part.strip()
            or part.endswith(".")
            or part.startswith("~$")
            or _FORBIDDEN.search(part)
            or _RESERVED.fullmatch(part)
        ):
            raise errors.BadUsage(f"”{path}” duger inte som namn på en fil eller mapp.")
    return path


def _sweep(folder: Path) -> None:
    """Remove what a killed run left of ours; not the newest, which another run may be writing just now."""
    for place in folder.glob("~$*.dagordning.tmp"):
        with suppress(OSError):
            if _TEMPORARY.fullmatch(place.name) and time.time() - place.stat().st_mtime > _LEFT_BEHIND:
                place.unlink()


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _put_new(beside: Path, real: Path) -> WriteResult:
    """Give the file its name only if nothing has that name."""
    try:
        if os.name == "nt":
            beside.rename(real)  # refuses on Windows when the name is taken
        else:
            try:
                os.link(beside, real)
            except FileExistsError:
                raise
            except OSError:  # no hard links here (exFAT, some shares)
                if os.path.lexists(real):
                    return WriteResult.CONFLICT
                beside.replace(real)
    except FileExistsError:
        return WriteResult.CONFLICT
    _sync_folder(real.parent)
    return WriteResult.WRITTEN


def _sync_folder(folder: Path) -> None:
    if os.name != "nt":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _is_held(real: Path) -> bool:
    """Whether a person holds the file.

    It is write-protected, or Word's owner file ("~$" in place of the name's first two letters, fewer of short names) or LibreOffice's lock is there.
    """
    if not real.exists():
        return False
    names = {f"~${real.name[cut:]}" for cut in (0, 1, 2)} | {f".~lock.{real.name}#"}
    return not os.access(real, os.W_OK) or any((real.parent / name).exists() for name in names)


def _cannot_write(folder: Path) -> errors.NoAccess:
    return errors.NoAccess(f"Förslaget kan inte sparas i {folder}: skrivrätt saknas eller disken är full.")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

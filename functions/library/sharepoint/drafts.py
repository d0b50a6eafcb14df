"""The only place that sends files to SharePoint: our drafts, under the draft folder and nowhere else.

SharePoint rewrites a Word file when it takes it in, so that neither size nor hash tell whether somebody edited it: that is told by who wrote last, by
the mark of its content, and at last by the parts of the file that hold its text.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import unicodedata
import zipfile
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from functions import errors
from functions.library.sharepoint.changelog import plain_id
from functions.library.sharepoint.known import Memory
from functions.library.sharepoint.refusals import FILE_EXISTS, is_conflict, is_gone, is_locked, missing_library, refusal
from functions.library.sharepoint.site import Site, done, plain
from functions.library.sharepoint.wire import Answer, Ask
from functions.model.library import StoredDraft, WriteResult

BOOK = "sharepoint-drafts"

_HISTORY = 6  # versions of ours that are remembered of a draft
_KEPT = 20  # drafts whose bytes a process keeps
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
# Names that SharePoint refuses: https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa
_TEXT_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|word/media/.+")


@dataclass(frozen=True, slots=True)
class There:
    """A file in a folder as SharePoint lists it."""

    id: str
    name: str
    tag: str
    etag: str
    editor_number: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What we remember of a draft. sent: (SHA-256, hash of its text parts) of what we put there, oldest first; id, tag: as SharePoint had it then;
    sending: the last of `sent` was on its way when this was noted, so that only the file tells whether it came there; shared: cells were written
    beside it since, so that who wrote last tells nothing."""

    sent: tuple[tuple[str, str], ...]
    id: str = ""
    tag: str = ""
    sending: bool = False
    shared: bool = False

    @property
    def last(self) -> str:
        """SHA-256 of what we put there last."""
        return self.sent[-1][0]


class Drafts:
    """Drafts of a unit of work."""

    def __init__(
        self, site: Site, *, base: str, folder: str, home: str | None, me: int | None, memory: Memory, kept: OrderedDict[str, bytes]
    ) -> None:
        """base: server-relative path that paths are relative to; home: of the library of ours that stands for the draft folder when nothing may be
        written to the watched library; kept: the bytes that this process sent, by path."""
        self.folder = checked_path(folder)
        self._site = site
        self._base = base
        self._home = home
        self._me = me
        self._memory = memory
        self._kept = kept
        self._notes: dict[str, Note] | None = None
        self._listed: dict[str, dict[str, There]] = {}
        self._bytes: dict[tuple[str, str], bytes] = {}

    @property
    def is_listed(self) -> bool:
        """Whether the folder was listed."""
        return self.folder in self._listed

    def ask(self, folder: str | None = None) -> Ask:
        """Ask for the files of a folder (path), to be given to `take`."""
        return ask_folder(self._site, self._place(folder or self.folder))

    def take(self, answer: Answer, folder: str | None = None) -> None:
        """The files of a folder, read along with something else."""
        self._listed[folder or self.folder] = {one.name.casefold(): one for one in read_folder(answer)}

    def ids(self) -> frozenset[str]:
        """The ids of the files that we ever laid."""
        return frozenset(note.id for note in self._all().values() if note.id)

    def is_untouched(self, path: str, *, identity: str, tag: str, editor: int | None) -> bool:
        """Whether the file at that path is a draft of ours that nobody wrote in."""
        note = self._all().get(path)
        if note is None or (note.id and note.id != identity):
            return False
        by_us = bool(note.id) and self._me is not None and editor == self._me and not note.shared
        return (bool(note.tag) and note.tag == tag) or by_us

    def identity(self, path: str) -> str:
        """The id of the file at that path, "" where there is none."""
        there = self._there(self._inside(path))
        return there.id if there is not None else ""

    def share(self, path: str) -> None:
        """Note that cells are written beside the file: from now on only its content tells whether it is as we wrote it."""
        path = self._inside(path)
        note = self._all().get(path)
        if note is not None:
            self._remember(path, replace(note, shared=True))
        self._listed.pop(_folder(path), None)

    def give_up(self, identity: str) -> None:
        """Forget that the file of that id was ever ours: a person made it hers."""
        for path in [path for path, note in self._all().items() if note.id == identity]:
            self._remember(path, None)

    def get(self, path: str) -> StoredDraft | None:
        """See Library.draft."""
        path = self._inside(path)
        there = self._there(path)
        if there is None:
            return None
        note = self._all().get(path)
        if note is not None and not note.sending and self.is_untouched(path, identity=there.id, tag=there.tag, editor=there.editor_number):
            data = self._kept.get(path)
            if data is None or _sha256(data) != note.last:
                data = self._read(there, path)
            return StoredDraft(path, note.last, note.last, data)
        data = self._read(there, path)
        sha = _sha256(data)
        if note is None:
            return StoredDraft(path, sha, None, data)
        parts = text_hash(data)
        mine = next((sent for sent in reversed(note.sent) if sent[0] == sha or sent[1] == parts), None)
        if mine is None:
            return StoredDraft(path, sha, note.last, data)
        sent = (*(one for one in note.sent if one != mine), mine)  # the last is what stands there
        self._remember(path, Note(sent, there.id, there.tag, shared=note.shared))
        return StoredDraft(path, mine[0], mine[0], data)

    def put(self, path: str, data: bytes, *, expected: str | None) -> WriteResult:
        """See Library.put_draft."""
        path = self._inside(path)
        sha = _sha256(data)
        stored = self.get(path)
        if stored is not None and sha in (stored.sha256, _sha256(stored.data)):
            return WriteResult.WRITTEN
        if (stored.sha256 if stored is not None else None) != expected:
            return WriteResult.CONFLICT
        before = self._all().get(path)
        sent = (*(before.sent if before is not None else ()), (sha, text_hash(data)))[-_HISTORY:]
        # Remembered first: a crash after it is there must not leave a draft of ours that looks like a person's.
        self._remember(path, Note(sent, before.id if before else "", before.tag if before else "", sending=True))
        there = self._there(path)
        answer = self._create(path, data) if there is None else self._replace(there, data)
        listed = self._listed.pop(_folder(path), {})
        if answer.status == 400 and answer.code == FILE_EXISTS:
            found = self.get(path)  # our own, when the answer to our first try was lost; else a person's
            if found is not None and found.sha256 == sha:
                return WriteResult.WRITTEN
        if not answer.ok:
            self._remember(path, before)
            return self._refused(answer, path)
        if there is None:
            told = answer.entity
            now = There(
                plain_id(told.get("UniqueId")), path.rsplit("/", 1)[-1], str(told.get("ContentTag") or ""), str(told.get("ETag") or ""), self._me
            )
        else:
            now = replace(there, tag="", etag=answer.etag or "", editor_number=self._me)
        self._remember(path, Note(sent, now.id, now.tag))
        if now.id and now.etag:
            listed[now.name.casefold()] = now
            self._listed[_folder(path)] = listed
        self._kept[path] = data
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return WriteResult.WRITTEN

    def move(self, path: str, to: str, *, expected: str) -> WriteResult:
        """See Library.move_draft. The file keeps its id, its versions and who may read it."""
        path, to = self._inside(path), self._inside(to)
        stored, there = self.get(path), self._there(path)
        if stored is None or there is None or stored.sha256 != expected or self._there(to) is not None:
            return WriteResult.CONFLICT
        note = self._all().get(path)
        if note is not None:
            self._remember(to, replace(note, id=there.id))  # remembered first, as for a draft that is written
        address = f"{self._site.web.get_file_by_id(there.id).resource_url}/MoveToUsingPath"
        place = _quoted(f"{self._place(_folder(to))}/{to.rsplit('/', 1)[-1]}")
        answer = self._site.send(Ask("POST", self._site.escaped(f"{address}(DecodedUrl='{place}',moveOperations=0)")))
        self._listed = {}
        if not answer.ok:
            self._remember(to, None)
            return self._refused(answer, path)
        self._remember(path, None)
        return WriteResult.WRITTEN

    def remove(self, path: str, *, expected: str) -> WriteResult:
        """See Library.remove_draft. It goes to the site's recycle bin."""
        path = self._inside(path)
        stored, there = self.get(path), self._there(path)
        if stored is None or there is None:
            return WriteResult.WRITTEN
        if stored.sha256 != expected:
            return WriteResult.CONFLICT
        answer = self._site.send(Ask("POST", self._site.escaped(f"{self._site.web.get_file_by_id(there.id).resource_url}/recycle()")))
        self._listed = {}
        if not answer.ok and not is_gone(answer):
            return self._refused(answer, path)
        self._remember(path, None)
        return WriteResult.WRITTEN

    def _refused(self, answer: Answer, path: str) -> WriteResult:
        if not is_locked(answer) and not is_conflict(answer) and answer.code != FILE_EXISTS:
            raise refusal(answer, what=path)
        return WriteResult.LOCKED if is_locked(answer) else WriteResult.CONFLICT

    def _create(self, path: str, data: bytes) -> Answer:
        address = str(self._site.web.get_folder_by_server_relative_path(self._place(_folder(path))).resource_url)
        name = _quoted(path.rsplit("/", 1)[-1])
        ask = Ask("POST", self._site.escaped(f"{address}/Files/AddUsingPath(DecodedUrl='{name}',Overwrite=false)"), data, repeatable=True)
        answer = self._site.send(ask)
        if is_gone(answer):
            if self._home is not None:
                raise missing_library(self.folder)
            self._make_folders(_folder(path))
            answer = self._site.send(ask)
        return answer

    def _replace(self, there: There, data: bytes) -> Answer:
        address = f"{self._site.web.get_file_by_id(there.id).resource_url}/$value"
        return self._site.send(Ask("PUT", self._site.escaped(address), data, etag=there.etag or "*", repeatable=True))

    def _make_folders(self, folder: str) -> None:
        place = self._base
        for name in folder.split("/"):
            parent = str(self._site.web.get_folder_by_server_relative_path(place).resource_url)
            add = f"{parent}/Folders/AddUsingPath(DecodedUrl='{_quoted(name)}')"
            answer = self._site.send(Ask("POST", self._site.escaped(add), repeatable=True))
            if not answer.ok and answer.status != 400:  # 400: it is there
                done(answer, what=folder)
            place = f"{place}/{name}"

    def _place(self, folder: str) -> str:
        """Where a folder stands on the server."""
        if self._home is not None and (folder + "/").startswith(self.folder + "/"):
            return self._home + folder[len(self.folder) :]
        return f"{self._base}/{folder}"

    def _there(self, path: str) -> There | None:
        folder = _folder(path)
        if folder not in self._listed:
            self.take(self._site.send(self.ask(folder)), folder)
        return self._listed[folder].get(path.rsplit("/", 1)[-1].casefold())

    def _read(self, there: There, path: str) -> bytes:
        mark = (there.id, there.etag)
        if mark not in self._bytes:
            self._bytes[mark] = self._site.fetch(ask_bytes(self._site, there.id), what=path).body
        return self._bytes[mark]

    def _inside(self, path: str) -> str:
        path = checked_path(path)
        if not path.startswith(self.folder + "/"):
            raise errors.BadUsage(f"”{path}” ligger inte i mappen ”{self.folder}”, den enda där Dagordning skriver filer.")
        return path

    def _remember(self, path: str, note: Note | None) -> None:
        if note is None:
            self._all().pop(path, None)
            self._memory.store_notes(BOOK, {_key(path): None})
        elif self._all().get(path) != note:
            self._all()[path] = note
            told = [path, note.sent, note.id, note.tag, *([note.sending, note.shared] if note.sending or note.shared else [])]
            self._memory.store_notes(BOOK, {_key(path): json.dumps(told, ensure_ascii=False)})

    def _all(self) -> dict[str, Note]:
        if self._notes is None:
            self._notes = {}
            for text in self._memory.notes(BOOK).values():
                path, sent, identity, tag, *more = json.loads(text)
                sending, shared, *_ = (*map(bool, more), False, False)
                self._notes[path] = Note(tuple((str(sha), str(parts)) for sha, parts in sent), identity, tag, sending, shared)
        return self._notes


def ask_folder(site: Site, place: str) -> Ask:
    """Ask for the files of a folder (server-relative path)."""
    address = f"{site.web.get_folder_by_server_relative_path(place).resource_url}/Files"
    select = ("Name", "UniqueId", "ContentTag", "ETag", "ListItemAllFields/EditorId", "ListItemAllFields/Id")
    return site.get(address, select=select, expand=("ListItemAllFields",))


def read_folder(answer: Answer) -> list[There]:
    """The files of a folder; none when there is no such folder."""
    if is_gone(answer):
        return []
    return [_there(told) for told in done(answer).results]


def ask_bytes(site: Site, identity: str) -> Ask:
    """Ask for a file's bytes by its id."""
    return plain(site.get(f"{site.web.get_file_by_id(identity).resource_url}/$value"))


def checked_path(path: str) -> str:
    """The path in NFC. Raises errors.BadUsage for one that leads elsewhere, or that SharePoint could not hold."""
    path = unicodedata.normalize("NFC", path)
    for part in path.split("/"):
        unfit = not part.strip(". ") or part != part.strip() or part.endswith(".") or part.startswith("~$")
        if unfit or _FORBIDDEN.search(part) or _RESERVED.fullmatch(part):
            raise errors.BadUsage(f"”{path}” duger inte som namn på en fil eller mapp.")
    return path


def text_hash(data: bytes) -> str:
    """SHA-256 over the parts of a Word file that hold what people see; of all its bytes when it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            told = hashlib.sha256()
            for name in sorted(name for name in package.namelist() if _TEXT_PARTS.fullmatch(name)):
                told.update(name.encode() + b"\0" + hashlib.sha256(package.read(name)).digest())
            return told.hexdigest()
    except (zipfile.BadZipFile, OSError, RuntimeError):
        return _sha256(data)


def _there(told: Mapping[str, Any]) -> There:
    item = told.get("ListItemAllFields")
    number = item.get("EditorId") if isinstance(item, dict) else None
    name = unicodedata.normalize("NFC", str(told.get("Name") or ""))
    etag = str(told.get("ETag") or "")
    return There(plain_id(told.get("UniqueId")), name, str(told.get("ContentTag") or ""), etag, int(number) if number is not None else None)


def _quoted(name: str) -> str:
    """A name as it stands inside the quotes of an address."""
    for character, code in (("%", "%25"), ("#", "%23"), ("&", "%26"), ("+", "%2B"), ("'", "''")):
        name = name.replace(character, code)
    return name


def _folder(path: str) -> str:
    return path.rsplit("/", 1)[0]


def _key(path: str) -> str:
    return hashlib.sha256(path.encode()).hexdigest()[:32]


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

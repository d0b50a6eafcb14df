"""What is remembered of each file between runs: where it was and how it stood at the last looks, so that a log of bare ids can be read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from functions.library.sharepoint.items import FileItem

FILES, WRITTEN, ROWS, LISTED = "sharepoint-files", "sharepoint-written", "sharepoint-rows", "sharepoint-listed"
"""Our books in `State.notes`."""

_HISTORY = 4  # looks that are remembered of a file


class Memory(Protocol):
    """Where notes are kept; the state port has it."""

    def notes(self, name: str, /) -> Mapping[str, str]:
        """A book: key → text."""

    def store_notes(self, name: str, changes: Mapping[str, str | None], /) -> None:
        """Write these entries; None takes one out."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How a file stood at a look. at: number in the change log up to which the look reached; path None: it was gone."""

    at: int
    path: str | None
    version: str
    etag: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered. version: what the content is called; tag: SharePoint's own mark of it, which moves when SharePoint copies columns into the
    file, while the version stays; seen: the last looks, oldest first."""

    number: int
    version: str
    tag: str
    seen: tuple[Seen, ...] = ()

    @property
    def latest(self) -> Seen | None:
        """The last look."""
        return self.seen[-1] if self.seen else None

    def before(self, at: int) -> Seen | None:
        """How it stood when the log was read up to `at`; None when it was not known then."""
        return next((one for one in reversed(self.seen) if one.at <= at), None)


@dataclass(frozen=True, slots=True)
class Written:
    """A write of ours. etag: what it gave; on: what stood there when somebody last looked, if only we wrote since."""

    etag: str
    on: str


class KnownFiles:
    """The books of files, read once in a unit of work; what is new is written when `store` is called."""

    def __init__(self, memory: Memory) -> None:
        """Reads nothing yet."""
        self._memory = memory
        self._files: dict[str, Known] | None = None
        self._written: dict[str, Written] | None = None
        self._changed: set[str] = set()
        self._dropped: set[str] = set()

    def get(self, identity: str) -> Known | None:
        """What is known of a file."""
        return self._all().get(identity)

    def items(self) -> Iterator[tuple[str, Known]]:
        """All files that were ever seen."""
        yield from list(self._all().items())

    def paths(self) -> dict[str, str]:
        """Id → path of the files that were there at the last look."""
        return {identity: known.latest.path for identity, known in self._all().items() if known.latest is not None and known.latest.path is not None}

    def gone_since_listing(self, *, at: int) -> tuple[str, ...]:
        """The files that went away since the whole listing before this one; those that went earlier are forgotten, for they were told."""
        before = int(self._memory.notes(LISTED).get("at", "0"))
        gone = {identity: known.latest for identity, known in self._all().items() if known.latest is not None and known.latest.path is None}
        for identity, latest in gone.items():
            if latest.at < before:
                del self._all()[identity]
                self._changed.add(identity)
        if at != before:
            self._memory.store_notes(LISTED, {"at": str(at)})
        return tuple(identity for identity, latest in gone.items() if latest.at >= before)

    def see(self, item: FileItem, *, at: int) -> Known:
        """Remember how a file stands; an echo of our own write moves what was seen before, instead of being seen anew."""
        known = self.get(item.id)
        latest = known.latest if known is not None else None
        if known is None or latest is None:
            return self._put(item.id, Known(item.number, item.tag, item.tag, (Seen(at, item.path, item.tag, item.etag),)))
        if self.is_echo(item):
            echoed = replace(latest, etag=item.etag)
            self._drop_written(item.id)
            return self._put(item.id, replace(known, tag=item.tag, seen=(*known.seen[:-1], echoed)))
        version = known.version if item.tag == known.tag else item.tag
        now = Seen(at, item.path, version, item.etag)
        if (latest.path, latest.version, latest.etag) == (now.path, now.version, now.etag):
            return known
        kept = known.seen[:-1] if latest.at == at else known.seen
        return self._put(item.id, Known(item.number, version, item.tag, (*kept, now)[-_HISTORY:]))

    def miss(self, identity: str, *, at: int) -> Known | None:
        """Remember that a file is gone."""
        known = self.get(identity)
        if known is None or known.latest is None or known.latest.path is None:
            return known
        return self._put(identity, replace(known, seen=(*known.seen, Seen(at, None, "", ""))[-_HISTORY:]))

    def is_echo(self, item: FileItem) -> bool:
        """Whether nobody but us wrote since the last look."""
        known, written = self.get(item.id), self._writes().get(item.id)
        if known is None or known.latest is None or written is None:
            return False
        return item.etag == written.etag and known.latest.etag in (written.on, written.etag) and known.latest.path == item.path

    def wrote(self, identity: str, *, etag: str, on: str) -> None:
        """Remember a write of ours, at once, so that its echo is known by whoever meets it."""
        before = self._writes().get(identity)
        written = Written(etag, before.on if before is not None and before.etag == on else on)
        self._writes()[identity] = written
        self._memory.store_notes(WRITTEN, {identity: json.dumps([written.etag, written.on])})

    def store(self) -> None:
        """Write down what is new."""
        if self._changed:
            self._memory.store_notes(FILES, {one: _write(self._all()[one]) if one in self._all() else None for one in sorted(self._changed)})
            self._changed.clear()
        if self._dropped:
            self._memory.store_notes(WRITTEN, dict.fromkeys(sorted(self._dropped)))
            self._dropped.clear()

    def _put(self, identity: str, known: Known) -> Known:
        if self._all().get(identity) != known:
            self._all()[identity] = known
            self._changed.add(identity)
        return known

    def _drop_written(self, identity: str) -> None:
        if self._writes().pop(identity, None) is not None:
            self._dropped.add(identity)

    def _all(self) -> dict[str, Known]:
        if self._files is None:
            self._files = {identity: known for identity, text in self._memory.notes(FILES).items() if (known := _read(text)) is not None}
        return self._files

    def _writes(self) -> dict[str, Written]:
        if self._written is None:
            self._written = {identity: Written(*json.loads(text)) for identity, text in self._memory.notes(WRITTEN).items()}
        return self._written


def _write(known: Known) -> str:
    seen = [[one.at, one.path, one.version, one.etag] for one in known.seen]
    return json.dumps([known.number, known.version, known.tag, seen], ensure_ascii=False, separators=(",", ":"))


def _read(text: str) -> Known | None:
    try:
        number, version, tag, seen = json.loads(text)
        return Known(int(number), str(version), str(tag), tuple(Seen(*one) for one in seen))
    except (ValueError, TypeError):
        return None  # a note of another version: the next listing writes it anew

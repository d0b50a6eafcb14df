"""Many files are read and interpreted on all cores, ahead of the one process that notes what they say."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait

from functions import errors
from functions.interpreting import Hints, interpret
from functions.model.document import Document
from functions.model.library import Change, ChangeKind
from functions.model.minutes import Minutes
from functions.reading import read_document
from functions.taking_in import is_as_read
from functions.workplace import AheadOf, Workplace, hints_for, words_on

MANY = 100
"""From so many files on it is worth starting processes, which takes a second or two."""

Understood = tuple[Document, Minutes]
ReadAhead = Callable[[Sequence[Change], Workplace], AheadOf]


@contextmanager
def reading_ahead(files: int, *, workers: int | None = None) -> Iterator[ReadAhead | None]:
    """Gives what starts to read a batch of files; None where there are few, or one core. workers: processes; None: one for each core."""
    count = _cores() if workers is None else workers
    if count < 2 or (workers is None and files < MANY):
        yield None
        return
    # Spawned, not forked: the parent has threads and an open database.
    pool = ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"), initializer=_end_with_parent)
    try:
        yield lambda batch, place: _submit(batch, place, pool=pool)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submit(batch: Sequence[Change], place: Workplace, *, pool: ProcessPoolExecutor) -> AheadOf:
    """Start to read the files of a batch; what cannot be read ahead is read when its turn comes."""
    found: dict[tuple[str, str], Callable[[], tuple[Hints, Document, Minutes] | None]] = {}
    for change in batch:
        if change.kind is ChangeKind.DELETED or change.file is None:
            continue
        try:
            if is_as_read(change, place):
                continue
            before = place.state.processed(change.file.id)
            hints = hints_for(change.file, place, said=words_on(change.file, place), council=before.council if before else None)
            fetched = place.library.fetch(change.file)
            future = pool.submit(_understand, fetched.data, change.file.name, hints)
        except (errors.DagordningError, RuntimeError):  # a pool that broke is a RuntimeError
            continue
        found[change.file.id, fetched.version] = _waiting_for(future, hints)
    return found


def _waiting_for(future: Future[Understood], hints: Hints) -> Callable[[], tuple[Hints, Document, Minutes] | None]:
    def result() -> tuple[Hints, Document, Minutes] | None:
        try:
            return (hints, *future.result())
        except Exception:  # noqa: BLE001 - whatever it is, it comes again, and is told, when the file is read in its turn
            return None

    return result


def _understand(data: bytes, name: str, hints: Hints) -> Understood:
    document = read_document(data, name=name)
    return document, interpret(document, hints=hints)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _end_with_parent() -> None:
    """A run that is killed takes its processes with it: they hold the other end of their own queue, and would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(parent: int) -> None:
    wait([parent])
    os._exit(1)

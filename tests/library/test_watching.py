"""Watching lets a change through when it is quiet; the clock is ours, so nothing waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from functions.library.folder import FolderLibrary
from functions.library.watching import watch
from functions.model.library import Change, ChangeKind, Changes, LibraryFile
from tests.library.folders import put


class Clock:
    """Time that passes only when somebody sleeps; what people do happens meanwhile."""

    def __init__(self, script: dict[int, Callable[[], object]] | None = None, *, polls: int = 50) -> None:
        self.now = 1000.0
        self.slept = 0
        self.script = script or {}
        self.polls = polls

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += 1
        self.script.get(self.slept, lambda: None)()
        if self.slept >= self.polls:
            raise WatchedEnoughError


class WatchedEnoughError(Exception):
    pass


def change(name: str, version: str, kind: ChangeKind = ChangeKind.CHANGED) -> Change:
    return Change(kind, LibraryFile(name, f"{name}.docx"), version)


def polls(*listings: list[Change]) -> Callable[[], Changes]:
    told = iter(listings)
    return lambda: Changes(tuple(next(told, listings[-1])), "all")


def watched(list_now: Callable[[], Changes], *, quiet: float, poll: float, count: int = 12, partial: bool = True) -> list[tuple[int, list[str], str]]:
    """(polls before it, names, cursor) of all that was let through."""
    clock = Clock(polls=count)
    after = (lambda changes, some: "+".join(each.file.id for each in some if each.file)) if partial else None
    found: list[tuple[int, list[str], str]] = []
    with pytest.raises(WatchedEnoughError):
        for changes in watch(list_now, quiet=quiet, poll=poll, sleep=clock.sleep, monotonic=clock.monotonic, cursor_after=after):
            found.append((clock.slept, [each.file.id if each.file else str(each.row) for each in changes.changes], changes.cursor))
    return found


def test_a_file_is_let_through_after_it_was_quiet() -> None:
    listings = polls([change("a", "1")], [change("a", "1")], [change("a", "1")], [])
    assert watched(listings, quiet=10, poll=5) == [(2, ["a"], "all")]


def test_a_file_that_is_being_typed_waits() -> None:
    typed = [[change("a", str(number))] for number in range(5)]
    assert watched(polls(*typed, [change("a", "4")], [change("a", "4")], []), quiet=10, poll=5) == [(6, ["a"], "all")]


def test_two_polls_are_needed_however_long_the_pause() -> None:
    assert watched(polls([change("a", "1")], [change("a", "1")], []), quiet=0, poll=60) == [(1, ["a"], "all")]
    assert watched(polls([change("a", "1")], [], [change("a", "1")], []), quiet=0, poll=60) == []


def test_a_file_that_is_being_typed_holds_up_nobody_else() -> None:
    listings = [[change("a", "1"), change("b", str(number))] for number in range(3)]
    assert watched(polls(*listings, [change("b", "2")], []), quiet=5, poll=5) == [(1, ["a"], "a"), (2, ["a"], "a"), (3, ["b"], "all")]


def test_without_a_partial_cursor_all_wait_for_all() -> None:
    listings = [[change("a", "1"), change("b", str(number))] for number in (1, 2, 3, 3)]
    assert watched(polls(*listings, []), quiet=5, poll=5, partial=False) == [(3, ["a", "b"], "all")]


def test_a_row_that_a_person_edited_does_not_wait() -> None:
    row = Change(ChangeKind.ROW, version="1", row=("Uppföljning", "a"))
    assert watched(polls([row], []), quiet=60, poll=5) == [(0, ["('Uppföljning', 'a')"], "all")]


def test_a_deletion_that_is_half_a_save_is_never_seen() -> None:
    listings = polls([change("a", "", ChangeKind.DELETED)], [change("a", "2")], [change("a", "2")], [])
    assert watched(listings, quiet=5, poll=5) == [(2, ["a"], "all")]


def test_nothing_is_let_through_when_nothing_happens() -> None:
    assert watched(polls([]), quiet=0, poll=5) == []


def test_a_watched_folder_hands_over_every_edit_once(tmp_path: Path) -> None:
    library = FolderLibrary.open(tmp_path, read_only=True)
    cursor: list[str | None] = [None]
    clock = Clock(
        {
            1: lambda: put(tmp_path, "a.docx", b"a"),
            2: lambda: put(tmp_path, "b.docx", b"b"),
            3: lambda: put(tmp_path, "b.docx", b"b, more"),
            9: lambda: put(tmp_path, "a.docx", b"a, later"),
            10: lambda: put(tmp_path, "~$a.docx", b"lock"),
        },
        polls=20,
    )

    def all_changes() -> Iterator[Changes]:
        yield from watch(
            lambda: library.changes(cursor[0]),
            quiet=4,
            poll=2,
            sleep=clock.sleep,
            monotonic=clock.monotonic,
            cursor_after=lambda changes, some: library.cursor_after(changes, some, cursor[0]),
        )

    handled: list[tuple[int, str, bytes]] = []
    with pytest.raises(WatchedEnoughError):
        for changes in islice(all_changes(), 100):
            for each in changes.changes:
                assert each.file
                handled.append((clock.slept, each.file.path, library.fetch(each.file).data))
            cursor[0] = changes.cursor
    assert handled == [(3, "a.docx", b"a"), (5, "b.docx", b"b, more"), (11, "a.docx", b"a, later")]

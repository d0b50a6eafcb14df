"""Waits for changes and lets each through once it is quiet: minutes that are being typed change every few seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from functions.model.library import Change, ChangeKind, Changes


@dataclass(frozen=True, slots=True)
class _Seen:
    version: str
    since: float
    polls: int = 1


def watch(
    list_now: Callable[[], Changes],
    *,
    quiet: float,
    poll: float,
    sleep: Callable[[float], object],
    monotonic: Callable[[], float],
    cursor_after: Callable[[Changes, Sequence[Change]], str | None] | None = None,
) -> Iterator[Changes]:
    """Changes that have been quiet for `quiet` seconds and two polls, every `poll` seconds, for ever.

    list_now: all that is not handled yet (`library.changes` with the stored cursor); it is asked again after what was yielded has been handled.
    cursor_after: the cursor to store when only these of the changes are handled; without it, or where it gives None, all wait for all.
    monotonic: seconds of a clock that nobody sets, because wall clocks jump. What a person did to a row does not wait.
    Stops when `sleep` or `list_now` raises.
    """
    seen: dict[object, _Seen] = {}
    while True:
        listed, now = list_now(), monotonic()
        seen = {_key(change): _look(seen.get(_key(change)), change, now=now) for change in listed.changes}
        settled = tuple(change for change in listed.changes if _is_settled(change, seen[_key(change)], now=now, quiet=quiet))
        if settled and len(settled) == len(listed.changes):
            yield listed
        elif settled and cursor_after is not None and not listed.gap:
            cursor = cursor_after(listed, settled)
            if cursor is not None:
                yield replace(listed, changes=settled, cursor=cursor)
        sleep(poll)


def _key(change: Change) -> object:
    return change.row if change.file is None else change.file.id


def _look(before: _Seen | None, change: Change, *, now: float) -> _Seen:
    version = f"{change.kind} {change.file.path if change.file else ''} {change.version} {change.modified}"
    if before is None or before.version != version:
        return _Seen(version, now)
    return replace(before, polls=before.polls + 1)


def _is_settled(change: Change, seen: _Seen, *, now: float, quiet: float) -> bool:
    return change.kind is ChangeKind.ROW or (seen.polls > 1 and now - seen.since >= quiet)

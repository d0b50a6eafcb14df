"""What one meeting's minutes do to the rows that were open before it, and the rows that they open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from functions.following_up.hearing import opens_again
from functions.following_up.keys import row_key
from functions.following_up.plain_data import text_of
from functions.following_up.readings import Reading
from functions.following_up.repeating import (
    drawer_of,
    find_listed,
    find_repeated,
    hints_at,
    is_about,
    opens_alike,
    share_telling_word,
    stands_again,
    takes_up,
)
from functions.following_up.rows import Row, ask_about, close, confirm, first_day, move_due, note, open_row, reassign
from functions.following_up.statements import is_in_passing
from functions.following_up.words import fold, overlap, same_owners
from functions.model.events import Event, EventType
from functions.model.minutes import DateMention
from functions.model.register import RowKind, RowStatus, SkeletonPoint

_TABLE = "action.table"
_PUT_OFF = (RowKind.TABLED, RowKind.RETURNED, RowKind.DEFERRED, RowKind.PARKED)


@dataclass(frozen=True, slots=True)
class Carried:
    """Rows by key after a meeting, and the keys that turned out to be another row's: alias → key."""

    rows: Mapping[str, Row]
    aliases: Mapping[str, str]


def move(rows: Mapping[str, Row], *, reading: Reading, moves: Mapping[str, Event]) -> dict[str, Row]:
    """The rows after meetings were moved: what was pinned or put off to the old date follows. moves: old date → what announced the new one."""
    changed = dict(rows)
    for key, row in rows.items() if moves else ():
        bound = row.kind in (RowKind.PINNED, RowKind.ANNOUNCED) or row.postponed
        event = moves.get(row.due.date or "") if row.due is not None and row.due.granularity in ("day", "next_meeting") else None
        new = text_of(event.data, "date") if event is not None else None
        if row.is_open and bound and event is not None and new is not None:
            changed[key] = move_due(row, due=DateMention(new, new, "day", event.quotes), event=event, reading=reading)
    return changed


def move_with_people(rows: Mapping[str, Row], *, moves: Mapping[str, str]) -> dict[str, Row]:
    """The rows after people moved meetings: what was bound to the old day follows. moves: old date → new date."""
    changed = dict(rows)
    for key, row in rows.items() if moves else ():
        bound = row.kind in (RowKind.PINNED, RowKind.ANNOUNCED) or row.postponed
        new = moves.get(row.due.date or "") if row.due is not None and row.due.granularity in ("day", "next_meeting") else None
        if row.is_open and bound and new is not None:
            changed[key] = replace(row, due=DateMention(new, new, "day"))
    return changed


def open_rows(rows: Mapping[str, Row], *, reading: Reading, usual: frozenset[str], over: frozenset[str], known: Mapping[str, str]) -> Carried:
    """The rows with those that the minutes open; what only says an open row again is a mention of it, or puts it off once more.

    over: keys that people had closed before the meeting, so that the same words are a new row; known: keys of new rows that are another's again.
    """
    earlier: dict[tuple[str, frozenset[str]], dict[str, Row]] = {}
    closed: dict[str, Row] = {}
    for key, row in rows.items():
        if key not in over and row.opened.meeting < (reading.date or ""):
            if row.is_open:
                earlier.setdefault(drawer_of(row), {})[key] = row
            elif row.postponed and row.status is RowStatus.DONE and row.closed != reading.date:
                closed[key] = row
    changed = dict(rows)
    aliases: dict[str, str] = {}
    for event in reading.of(EventType.OPENED):
        said = open_row(event, reading=reading)
        if said is None:
            continue
        if said.key in known and known[said.key] in changed:
            again = changed[known[said.key]]
            changed[again.key] = move_due(replace(again, owners=said.owners or again.owners), due=said.due, event=event, reading=reading)
            continue
        drawer = earlier.get(drawer_of(said), {})
        before = find_repeated(said, rows=drawer.values(), usual=usual)
        if before is None and text_of(event.data, "rule") == _TABLE:
            before = find_listed(said, rows=[row for known in earlier.values() for row in known.values()])
        if before is None and said.postponed:
            before = _put_off_before(said, rows=drawer.values(), all_rows=rows)
        if before is None and said.postponed and opens_again(_words_of(event)):
            before = _closed_before(said, rows=closed.values())
        if before is None:
            # A key that another meeting's row has (a file was copied as a pattern for the next one) must not hide this one.
            key = said.key if said.key not in changed else row_key(reading.event.council, said.key, reading.date)
            late = said.kind is RowKind.PINNED and said.due is not None and (said.due.date or "") < (reading.date or "")
            if not late:
                changed[key] = replace(said, key=key)
            continue
        earlier.get(drawer_of(before), {}).pop(before.key, None)
        closed.pop(before.key, None)
        if said.key != before.key:
            aliases[said.key] = before.key
        changed[before.key] = _say_again(changed[before.key], said=said, event=event, reading=reading)
    return Carried(changed, aliases)


def _put_off_before(said: Row, *, rows: Iterable[Row], all_rows: Mapping[str, Row]) -> Row | None:
    """The matter that is put off once more in other words: the only one under the very same title, which heads nothing else."""
    same = [row for row in rows if stands_again(said.opened.title or "", row=row)]
    return same[0] if len(same) == 1 and _stands_alone(same[0], rows=all_rows, before=said.opened.meeting) else None


def _closed_before(said: Row, *, rows: Iterable[Row]) -> Row | None:
    """The closed matter that one put off anew is: under its title, or the only one with whose title it shares a telling word."""
    title = said.opened.title or ""
    known = [row for row in rows if row.opened.title]
    told = [row for row in known if is_about(title, row=row)] or [row for row in known if share_telling_word(title, row.opened.title or "")]
    return told[0] if len(told) == 1 else None


def _words_of(event: Event) -> str:
    return " ".join([text_of(event.data, "text") or "", *(quote.text or "" for quote in event.quotes)])


def _say_again(row: Row, *, said: Row, event: Event, reading: Reading) -> Row:
    if not row.is_open:
        again = note(row, type="reopened", event=event, reading=reading)
        return replace(again, status=said.status, due=said.due, kind=said.kind, closed=None)
    if not row.postponed:
        again = confirm(row, event=event, reading=reading)
        if said.owners and not same_owners(said.owners, row.owners):
            again = reassign(again, owners=said.owners, event=event, reading=reading)
        return move_due(again, due=said.due, event=event, reading=reading)
    if any(line.type == "postponed" and line.meeting == reading.date for line in row.history):  # what is said of it told so already
        return replace(row, due=said.due or row.due, kind=said.kind)
    again = note(row, type="postponed", event=event, reading=reading)
    # Without a new date the old one has passed: it waits for what the latest words say.
    confirmed = RowStatus.OPEN if said.status is RowStatus.OPEN else row.status
    status = row.status if row.status is RowStatus.PART_DONE else confirmed
    return replace(again, times_postponed=row.times_postponed + 1, due=said.due, kind=said.kind, status=status)


def take_up(rows: Mapping[str, Row], *, reading: Reading, usual: frozenset[str], put_off: frozenset[str]) -> dict[str, Row]:
    """The rows after matters that were put off have been taken up, which a point of the minutes shows.

    put_off: keys that these very minutes put off again. A point under which something is said to remain takes nothing up. What waits for its
    preparer (returned), for nobody knows when (parked) or for a condition needs a decision under its point; without one, and where the title only
    holds the matter's telling word, the row seems done.
    """
    changed = dict(rows)
    kept = {
        event.item for event in reading.of(EventType.FOLLOWED) if text_of(event.data, "status") in ("kept", "part_done") and not is_in_passing(event)
    }
    points = [point for point in reading.points if point.title and (point.number or point.title) not in kept]
    decided = _decided_points(reading)
    waiting = [row for key, row in rows.items() if row.is_open and row.postponed and key not in put_off and row.opened.meeting < (reading.date or "")]
    still = _spoken_of_as_open(rows, reading=reading)
    for row in waiting:
        if row.key in still or not _is_due(row.due, on=reading.date):
            continue
        again = [point for point in points if (point.number or point.title) in decided and stands_again(point.title, row=row)]
        named = again + [point for point in points if takes_up(point.title, row=row, usual=usual)]
        titles = [point.title for point in points]
        alike = [point for point in points if opens_alike(point.title, row=row, among=waiting, titles=titles, usual=usual)]
        hinted = [point for point in points if hints_at(point.title, row=row, among=waiting, titles=titles)]
        point = next(iter([*(one for one in (*named, *alike) if (one.number or one.title) in decided), *named, *alike, *hinted]), None)
        if point is None:
            continue
        ruled = (point.number or point.title) in decided
        settled = point in (*named, *alike) and (
            point not in again or fold(point.title) not in usual or _stands_alone(row, rows=rows, before=reading.date or "")
        )
        at_any_point = row.kind in (RowKind.TABLED, RowKind.DEFERRED) and not _waits_for_something(row.due)
        shown = _point_event(row, reading=reading, point=point)
        if settled and (ruled or (at_any_point and point in named)):
            changed[row.key] = close(row, type="taken_up", status=RowStatus.DONE, event=shown, reading=reading)
        elif ruled or at_any_point:
            changed[row.key] = ask_about(row, surely=True, event=shown, reading=reading)
    return changed


def _stands_alone(row: Row, *, rows: Mapping[str, Row], before: str) -> bool:
    """Whether nothing but what was put off was ever opened under a matter's title: it comes back because the matter does, and heads nothing else.

    before: the meeting's ISO date, whose own rows do not count."""
    title = fold(row.opened.title or "")
    return not any(one.opened.meeting < before and not one.postponed and fold(one.opened.title or "") == title for one in rows.values())


def _waits_for_something(due: DateMention | None) -> bool:
    """Whether a matter waits for what has no day ("när budgeten är klar")."""
    return due is not None and due.date is None and due.granularity == "fuzzy"


def _spoken_of_as_open(rows: Mapping[str, Row], *, reading: Reading) -> frozenset[str]:
    """Keys of the rows of which these minutes said that they are open."""
    said = {key: [line.type for line in row.history if line.meeting == reading.date] for key, row in rows.items()}
    return frozenset(key for key, types in said.items() if {"kept", "part_done"} & set(types))


def _decided_points(reading: Reading) -> frozenset[str]:
    """The points, by number or title, under which the body decided something itself, and did not only put it off."""
    own = [event for event in reading.of(EventType.DECIDED) if event.data.get("kind") == "decision" and not event.data.get("decided_by")]
    later = [fold(text_of(event.data, "text") or "") for event in reading.of(EventType.OPENED) if text_of(event.data, "kind") in _PUT_OFF]
    found = [event for event in own if not any(said and said in fold(text_of(event.data, "text") or "") for said in later)]
    return frozenset(event.item for event in found if event.item)


def _is_due(due: DateMention | None, *, on: str | None) -> bool:
    """Whether a matter's time has come at a meeting; words without a date ("nästa möte") mean any later meeting."""
    first = first_day(due)
    return first is None or first <= (on or "")


def hold(rows: Mapping[str, Row], *, reading: Reading) -> dict[str, Row]:
    """The rows after a meeting was held: what was pinned to its date has been on its agenda."""
    changed = dict(rows)
    for key, row in rows.items():
        bound = row.kind in (RowKind.PINNED, RowKind.ANNOUNCED) and row.is_open and row.due is not None
        if bound and row.due is not None and row.due.date == reading.date and row.opened.meeting <= (reading.date or ""):
            point = max(reading.points, key=lambda point: overlap(row.text, point.title).dice, default=None)
            shown = _point_event(row, reading=reading, point=point if point is not None and overlap(row.text, point.title).dice >= 0.5 else None)
            changed[key] = close(row, type="done", status=RowStatus.DONE, event=shown, reading=reading)
    return changed


def _point_event(row: Row, *, reading: Reading, point: SkeletonPoint | None) -> Event:
    """A point of the minutes, as what closes a row; without one, that the meeting was held."""
    item = (point.number or point.title) if point is not None else None
    quotes = reading.quotes_of_point(point) if point is not None else ()
    return Event(row.key, reading.event.council, EventType.FOLLOWED, item=item, quotes=quotes)

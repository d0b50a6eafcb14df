"""The lists of a unit of work: read once, written in one round trip, and what people did in them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from functions import errors
from functions.library.sharepoint import rows as list_rows
from functions.library.sharepoint.deleting import read_deleters
from functions.library.sharepoint.erasing import forget_versions, told_otherwise
from functions.library.sharepoint.known import ROWS, Memory
from functions.library.sharepoint.places import Place, Places
from functions.library.sharepoint.refusals import DUPLICATE, is_conflict, is_gone, refusal
from functions.library.sharepoint.rows import Row
from functions.library.sharepoint.site import Site, done
from functions.library.sharepoint.wire import Answer, Ask, item_number
from functions.model.library import Change, ChangeKind, ListRow
from functions.model.rewriting import Rewriting

_ROUNDS = 4


class Lists:
    """Rows of our lists. One object lives for one unit of work."""

    def __init__(self, site: Site, places: Places, memory: Memory) -> None:
        """Reads nothing yet."""
        self._site = site
        self._places = places
        self._memory = memory
        self._held: dict[str, list[Row]] = {}
        self._numbers: dict[str, str] | None = None

    def missing(self, titles: Sequence[str]) -> tuple[str, ...]:
        """Those of the lists that exist and were not read yet."""
        return tuple(title for title in titles if title in self._places.lists and title not in self._held)

    def ask(self, title: str) -> Ask:
        """Ask for a list's first page, to be given to `take`."""
        return list_rows.ask_rows(self._site, self._places.list(title))

    def take(self, title: str, answer: Answer) -> None:
        """The rows of a list, read along with something else."""
        place = self._places.list(title)
        self._held[title] = list_rows.all_rows(self._site, place, answer)
        self._remember(place, self._held[title])

    def held(self, title: str) -> list[Row]:
        """The rows as they stand."""
        if title not in self._held:
            self.take(title, self._site.send(self.ask(title)))
        return self._held[title]

    def rows(self, title: str) -> tuple[ListRow, ...]:
        """See Library.rows."""
        place = self._places.list(title)
        shown = [list_rows.shown_row(row, place, me=self._places.me) for row in self.held(title)]
        return tuple(sorted(shown, key=lambda row: row.key))

    def forget(self, title: str) -> None:
        """Read the list anew when it is asked for."""
        self._held.pop(title, None)

    def project(self, lists: Mapping[str, Sequence[ListRow]]) -> int:
        """See Library.project_lists: all lists in one round trip; rows that somebody wrote meanwhile are read and planned again."""
        wanted = {title: list(rows) for title, rows in lists.items() if rows}
        written: dict[str, int] = {}
        self._read(wanted)
        for _ in range(_ROUNDS):
            plans = {title: self._plan(title, rows) for title, rows in wanted.items()}
            asks = [(title, ask, row) for title, plan in plans.items() for ask, row in zip(plan.asks, plan.rows, strict=True)]
            for title, plan in plans.items():
                written[title] = max(written.get(title, 0), plan.written)
            if not asks:
                break
            answers = self._site.batch([ask for _, ask, _ in asks])
            again = self._settle([(title, answer, row) for (title, _, row), answer in zip(asks, answers, strict=True)])
            if not again:
                break
            self._read(dict.fromkeys(again))
            wanted = {title: rows for title, rows in wanted.items() if title in again}
        else:
            raise errors.Conflict("Raderna i listorna ändras hela tiden. Nytt försök görs senare.")
        return sum(written.values())

    def adopt(self, title: str, temporary: str, key: str) -> None:
        """See Library.adopt_row."""
        place = self._places.list(title)
        for _ in range(_ROUNDS):
            row = next((one for one in self.held(title) if one.key == temporary), None)
            if row is None:
                return
            if any(one.key == key for one in self._held[title]):
                self._note(place, {row.number: None})  # before it goes, so that its going is nobody's deletion
                answer = self._site.send(list_rows.take_away(self._site, place, row))
            else:
                answer = self._site.send(list_rows.adopt(self._site, place, row, key=key))
            self.forget(title)
            if answer.ok or is_gone(answer):
                if answer.ok:
                    self._note(place, {row.number: key})
                return
            if not is_conflict(answer) and answer.code != DUPLICATE:
                raise refusal(answer, what=title)
        raise errors.Conflict(f"Raden i ”{title}” ändras hela tiden. Nytt försök görs senare.")

    def erase(self, title: str, keys: Collection[str]) -> None:
        """Take rows out for good. Before they go it is noted that they are no longer ours, so that their going is nobody's deletion."""

        def removed(row: Row) -> Ask | None:
            return list_rows.remove(self._site, self._places.list(title), row) if row.key in keys else None

        self._note(self._places.list(title), {row.number: None for row in self.held(title) if row.key in keys})
        self._send_until_done(title, removed)

    def rewrite(self, title: str, change: Rewriting) -> None:
        """Change every text of the list's rows, and forget the earlier versions in which something stands otherwise."""
        place = self._places.list(title)
        self._send_until_done(title, lambda row: list_rows.rewrite(self._site, place, row, change, me=self._places.me))
        forget_versions(self._site, place, [row.number for row in self.held(title) if row.is_changed], is_meant=told_otherwise(change))

    def _send_until_done(self, title: str, asked: Callable[[Row], Ask | None]) -> None:
        """Send what is asked of each row, until nothing is asked of any."""
        for _ in range(_ROUNDS):
            asks = [ask for row in self.held(title) if (ask := asked(row)) is not None]
            if not asks:
                return
            answers = self._site.batch(asks)
            self.forget(title)
            for answer in answers:
                if not answer.ok and not is_conflict(answer) and not is_gone(answer):
                    raise refusal(answer, what=title)
        raise errors.Conflict(f"Raderna i ”{title}” ändras hela tiden. Kör kommandot igen; det som är gjort är gjort.")

    def touched(self, title: str, numbers: Sequence[int]) -> list[Change]:
        """What people did to these rows (item numbers), in that order; our own writes are left out."""
        place = self._places.list(title)
        there = {row.number: row for row in self.held(title)}
        gone = [number for number in dict.fromkeys(numbers) if number not in there and _name(place, number) in self._known()]
        deleted = read_deleters(self._site, place, gone) if gone else {}
        changes = []
        for number in dict.fromkeys(numbers):
            row = there.get(number)
            key = row.key if row is not None else self._known().get(_name(place, number))
            if key is not None and (row is None or row.is_touched(self._places.me)):
                changes.append(Change(ChangeKind.ROW, row=(title, key), by=deleted.get(number)))
        return changes

    def touched_by_people(self, title: str) -> list[Change]:
        """Every row in which a person has a word or that is gone, for when the log tells nothing."""
        me, held = self._places.me, self.held(title)
        touched = [row.key for row in held if row.is_touched(me)]
        prefix, there = _name(self._places.list(title), 0).removesuffix("0"), {row.key for row in held}
        gone = sorted({key for name, key in self._known().items() if name.startswith(prefix)} - there)
        return [Change(ChangeKind.ROW, row=(title, key)) for key in (*touched, *gone)]

    def _plan(self, title: str, rows: Sequence[ListRow]) -> list_rows.Plan:
        place, held = self._places.list(title), self.held(title)
        prefix = _name(place, 0)[:-1]
        gone = frozenset(key for name, key in self._known().items() if name.startswith(prefix)) - {row.key for row in held}
        return list_rows.plan_rows(self._site, place, rows, held=held, gone=gone, me=self._places.me)

    def _read(self, titles: Mapping[str, object]) -> None:
        missing = [title for title in titles if title not in self._held]
        for title in missing:
            self._places.list(title)
        for title, answer in zip(missing, self._site.batch([self.ask(title) for title in missing]), strict=True):
            self.take(title, answer)

    def _settle(self, done_asks: Sequence[tuple[str, Answer, Row]]) -> set[str]:
        """Take over what was written; the lists in which somebody was quicker."""
        again: set[str] = set()
        for title, answer, row in done_asks:
            if answer.ok:
                number = row.number or item_number(answer.entity)
                meta = answer.entity.get("__metadata")
                etag = answer.etag or (str(meta.get("etag") or "") if isinstance(meta, dict) else "")
                self._take_over(title, replace(row, number=number, etag=etag, author=self._places.me, author_name=None))
            elif is_conflict(answer) or is_gone(answer) or answer.code == DUPLICATE:
                again.add(title)
            else:
                done(answer, what=title)
        for title in again:
            self.forget(title)
        return again

    def _take_over(self, title: str, row: Row) -> None:
        if not row.number or not row.etag:  # SharePoint did not say what came of it
            self.forget(title)
        if title in self._held:
            self._held[title] = [*(one for one in self._held[title] if one.number != row.number), row]
            self._remember(self._places.list(title), [row])

    def _remember(self, place: Place, rows: Sequence[Row]) -> None:
        known = self._known()
        self._note(place, {row.number: row.key for row in rows if known.get(_name(place, row.number)) != row.key})

    def _note(self, place: Place, keys: Mapping[int, str | None]) -> None:
        if keys:
            changes = {_name(place, number): key for number, key in keys.items()}
            self._memory.store_notes(ROWS, changes)
            for name, key in changes.items():
                if key is None:
                    self._known().pop(name, None)
                else:
                    self._known()[name] = key

    def _known(self) -> dict[str, str]:
        if self._numbers is None:
            self._numbers = dict(self._memory.notes(ROWS))
        return self._numbers


def _name(place: Place, number: int) -> str:
    """Of the list by its id: one that was made anew after somebody deleted it has no row that we knew, so none of them was deleted by a person."""
    return f"{place.id}:{number}"

"""Our lists: rows by key, what people changed in them, and the projection that writes differences only and never over a person."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from functions.library.event_json import to_text
from functions.library.sharepoint.cells import fit, read_cells, same_cell, to_wire
from functions.library.sharepoint.erasing import VERSION, is_changed
from functions.library.sharepoint.places import BASE, KEY, Place
from functions.library.sharepoint.refusals import is_gone, missing_list
from functions.library.sharepoint.site import Site, done, merge
from functions.library.sharepoint.wire import Answer, Ask, following, item_number
from functions.model.library import ColumnValue, ListRow
from functions.model.rewriting import Rewriting, rewritten
from functions.model.schema import FieldSpec, FieldType

PAGE = 2000
"""Rows in one page."""

_NEW = "new:"
_LONGEST_KEY = 255
_LONG = 400  # characters


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands.

    number: the item's; cells: by internal name; author: the number of who wrote last; base: what we wrote last, None when it was never ours; by: the
    last person whose words we met in it; seen: a person's cells as they were when the row became ours; is_changed: it may have earlier versions.
    """

    number: int
    key: str
    cells: Mapping[str, ColumnValue]
    etag: str
    author: int | None = None
    author_name: str | None = None
    base: Mapping[str, ColumnValue] | None = None
    by: str | None = None
    seen: Mapping[str, ColumnValue] = field(default_factory=dict)
    is_changed: bool = True

    def theirs(self) -> frozenset[str]:
        """Internal names of the cells that a person changed since we wrote."""
        base = self.base or {}
        return frozenset(name for name in {*self.cells, *base} if not same_cell(self.cells.get(name), base.get(name)))

    def news(self) -> frozenset[str]:
        """Those of `theirs` that were not there already when the row became ours."""
        return frozenset(name for name in self.theirs() if name not in self.seen or not same_cell(self.cells.get(name), self.seen[name]))

    def is_touched(self, me: int | None) -> bool:
        """Whether a person has a word in it that is to be told, also when we wrote in other cells after."""
        return self.base is None or bool(self.news()) or (me is not None and self.author is not None and self.author != me)


def ask_rows(site: Site, place: Place) -> Ask:
    """Ask for a list's rows in pages. Neither filtered nor sorted, so that SharePoint gives them however many there are."""
    address = str(site.web.lists.get_by_id(place.id).items.resource_url)
    return site.get(address, _select(place), ("Editor",), top=PAGE)


def all_rows(site: Site, place: Place, first: Answer) -> list[Row]:
    """The rows of a list, of which the first page has been asked for."""
    found: list[Row] = []
    if is_gone(first):
        raise missing_list(place.title)
    answer = done(first, what=place.title)
    while True:
        found += [read_row(one, place) for one in answer.results]
        ask = following(answer)
        if ask is None:
            return found
        answer = site.fetch(ask, what=place.title)


def read_row(told: Mapping[str, Any], place: Place, *, etag: str | None = None) -> Row:
    """A row from what SharePoint tells of it."""
    meta = told.get("__metadata")
    editor = told.get("Editor")
    cells = read_cells(place.shown, told)
    ours = _read_base(told.get(BASE))
    key = str((ours or {}).get("key") or told.get(KEY) or "")
    author = told.get("EditorId")
    return Row(
        number=item_number(told),
        key=key or f"{_NEW}{item_number(told)}",
        cells=cells,
        etag=str((meta.get("etag") if isinstance(meta, dict) else None) or etag or ""),
        author=int(author) if author is not None else None,
        author_name=str(editor.get("Title") or "") or None if isinstance(editor, dict) else None,
        base={name: _unfold(value, cells.get(name)) for name, value in (ours.get("cells") or {}).items()} if ours is not None else None,
        by=str(ours["by"]) if ours and ours.get("by") else None,
        seen={name: _unfold(value, cells.get(name)) for name, value in (ours.get("seen") or {}).items()} if ours is not None else {},
        is_changed=is_changed(told),
    )


def shown_row(row: Row, place: Place, *, me: int | None) -> ListRow:
    """The row as the port gives it: by titles."""
    titles = {field.name: field.title for field in place.fields}
    base = {titles[name]: value for name, value in row.base.items() if name in titles} if row.base is not None else None
    editor = (row.author_name if me is None or row.author != me else row.by) if row.is_touched(me) else None
    values = {titles[name]: value for name, value in row.cells.items()}
    if base is not None:  # an emptied cell that we filled is told as empty, not left out
        values.update(
            {titles[name]: None for name in row.base or {} if name in titles and name not in row.cells and (row.base or {})[name] is not None}
        )
    return ListRow(key=row.key, values=values, etag=row.etag, editor=editor, base=base)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written in a list. creates, merges: requests; written: how many cells; after: how the merged rows will stand, by request."""

    asks: tuple[Ask, ...] = ()
    rows: tuple[Row, ...] = ()
    written: int = 0


@dataclass(slots=True)
class _Building:
    asks: list[Ask] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    written: int = 0


def plan_rows(site: Site, place: Place, wanted: Sequence[ListRow], *, held: Sequence[Row], gone: frozenset[str], me: int | None) -> Plan:
    """What to send so that the list holds the wanted rows. A cell that a person changed since we wrote is left alone.

    gone: keys of rows that a person deleted, which are not made again.
    """
    by_key = {row.key: row for row in held}
    building = _Building()
    for row in {row.key: row for row in wanted}.values():
        cells = dict(_fitted(row.values, place))
        there = by_key.get(row.key)
        if there is None:
            if row.key in gone or row.key.startswith(_NEW):
                continue
            filled = {name: value for name, value in cells.items() if value is not None}
            body = _wire(filled, place) | {KEY: fit_key(row.key), BASE: _write_base(cells, key=row.key)}
            address = str(site.web.lists.get_by_id(place.id).items.resource_url)
            building.asks.append(Ask("POST", site.escaped(address), {"__metadata": {"type": place.type_name}, **body}, repeatable=True))
            building.rows.append(Row(0, row.key, filled, "", base=cells))
            building.written += len(cells)
            continue
        theirs = _protected(there)
        changed = {n: v for n, v in cells.items() if n not in theirs and not same_cell(there.cells.get(n), v)}
        settled = {n: v for n, v in cells.items() if n not in theirs or same_cell(there.cells.get(n), v)}
        base = {**(there.base or {}), **settled}
        if not changed and base == dict(there.base or {}) and there.base is not None:
            continue
        by = there.author_name if me is None or there.author != me else there.by
        body = _wire(changed, place) | {BASE: _write_base(base, key=row.key, by=by, seen=there.seen)}
        ask = merge(_address(site, place, there.number), body, type_name=place.type_name, etag=there.etag, repeatable=True)
        building.asks.append(ask)
        cells_after = {n: v for n, v in {**there.cells, **changed}.items() if v is not None}
        building.rows.append(replace(there, cells=cells_after, base=base, by=by, author=me, author_name=None))
        building.written += len(changed)
    return Plan(tuple(building.asks), tuple(building.rows), building.written)


def adopt(site: Site, place: Place, row: Row, *, key: str) -> Ask:
    """Give a person's row our key; nothing else in it is touched."""
    body = {KEY: fit_key(key), BASE: _write_base(row.base or {}, key=key, by=row.author_name, seen=row.cells)}
    return merge(_address(site, place, row.number), body, type_name=place.type_name, etag=row.etag, repeatable=True)


def take_away(site: Site, place: Place, row: Row) -> Ask:
    """Put a row into the site's recycle bin, from where a person can take it back."""
    return Ask("POST", site.escaped(_address(site, place, row.number)) + "/recycle()", repeatable=True)


def remove(site: Site, place: Place, row: Row) -> Ask:
    """Delete a row for good, with its versions: it does not lie in the recycle bin."""
    return Ask("DELETE", site.escaped(_address(site, place, row.number)), etag=row.etag, repeatable=True)


def rewrite(site: Site, place: Place, row: Row, change: Rewriting, *, me: int | None) -> Ask | None:
    """Put what `change` makes of it in the place of every text of a row, and of what we wrote there last, so that whose word it is stays the same;
    None where nothing is changed."""
    cells, seen = _rewritten(row.cells, place, change), _rewritten(row.seen, place, change)
    base = _rewritten(row.base, place, change) if row.base is not None else None
    changed = {name: value for name, value in cells.items() if value != row.cells[name]}
    if not changed and base == row.base and seen == row.seen:
        return None
    body = _wire(changed, place)
    if base is not None:
        by = row.author_name if me is None or row.author != me else row.by
        body[BASE] = _write_base(base, key=row.key, by=change(by) if by else None, seen=seen)
    return merge(_address(site, place, row.number), body, type_name=place.type_name, etag=row.etag)


def _rewritten(cells: Mapping[str, ColumnValue], place: Place, change: Rewriting) -> dict[str, ColumnValue]:
    named = {field.name: field for field in place.shown if field.type in (FieldType.TEXT, FieldType.NOTE)}
    return {
        name: fit(named[name], rewritten(value, change, write=to_text)) if name in named and isinstance(value, str) else value
        for name, value in cells.items()
    }


def fit_key(key: str) -> str:
    """The key as its column holds it: a long one is shortened to what still is its own."""
    if len(key) <= _LONGEST_KEY:
        return key
    return key[: _LONGEST_KEY - 65] + "#" + hashlib.sha256(key.encode()).hexdigest()


def _protected(row: Row) -> frozenset[str]:
    """Cells that hold a person's word that we have not taken over: changed since we wrote, or never ours and filled."""
    return row.theirs()


def _fitted(values: Mapping[str, ColumnValue], place: Place) -> Iterator[tuple[str, ColumnValue]]:
    titles: dict[str, FieldSpec] = {field.title: field for field in place.shown}
    for title, value in values.items():
        if title in titles:
            yield titles[title].name, fit(titles[title], value)


def _wire(cells: Mapping[str, ColumnValue], place: Place) -> dict[str, Any]:
    named = {field.name: field for field in place.shown}
    return {name: to_wire(named[name], value) for name, value in cells.items()}


def _select(place: Place) -> tuple[str, ...]:
    return ("Id", "EditorId", "Editor/Title", VERSION, KEY, BASE, *(field.name for field in place.shown))


def _address(site: Site, place: Place, number: int) -> str:
    return str(site.web.lists.get_by_id(place.id).items.get_by_id(number).resource_url)


def _read_base(told: Any) -> dict[str, Any] | None:
    try:
        held = json.loads(told or "")
    except (ValueError, TypeError):
        return None
    return held if isinstance(held, dict) else None


def _write_base(cells: Mapping[str, ColumnValue], *, key: str, by: str | None = None, seen: Mapping[str, ColumnValue] | None = None) -> str:
    held: dict[str, Any] = {"cells": {name: _fold(cells[name]) for name in sorted(cells)}}
    if seen:
        held["seen"] = {name: _fold(seen[name]) for name in sorted(seen)}
    if fit_key(key) != key:
        held["key"] = key
    if by:
        held["by"] = by
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def _fold(value: ColumnValue) -> Any:
    """A long text is remembered by its hash, so that the base of a row never outgrows its cell."""
    return {"sha256": _hash(value)} if isinstance(value, str) and len(value) > _LONG else value


def _unfold(held: Any, cell: ColumnValue) -> ColumnValue:
    if not isinstance(held, dict):
        value: ColumnValue = held
        return value
    return cell if isinstance(cell, str) and _hash(cell) == held.get("sha256") else f"sha256:{held.get('sha256')}"


def _hash(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()

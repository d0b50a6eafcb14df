"""Writes a file's cells: never over a person, then without a new version, then in few requests (docs/decisions/0012)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from functions import errors
from functions.library.sharepoint.cells import fit, same_cell, to_form, to_wire
from functions.library.sharepoint.items import FileItem, ask_file, file_of
from functions.library.sharepoint.places import FILE_ID, Places
from functions.library.sharepoint.refusals import is_conflict, is_gone, is_locked, refusal
from functions.library.sharepoint.site import Site, merge
from functions.library.sharepoint.wire import Answer, Ask
from functions.model.library import ColumnValue, WriteResult
from functions.model.schema import FieldSpec


def cells_of(item: FileItem) -> dict[str, ColumnValue]:
    """The cells as they stand. Those of a copy came along from another file and are nobody's words: they are left out until we write."""
    return {} if item.is_copy else dict(item.cells)


def needed(item: FileItem, changed: Mapping[str, ColumnValue], places: Places) -> dict[str, ColumnValue]:
    """The cells that a write must send: those that differ, and on a copy also the emptying of all that came along."""
    fields = {field.name: field for field in places.library.shown}
    fitted = {name: fit(fields[name], value) for name, value in changed.items() if name in fields}
    wanted = {**dict.fromkeys(item.cells), **fitted} if item.is_copy else fitted
    return {name: value for name, value in wanted.items() if not same_cell(item.cells.get(name), value)}


def write_cells(
    site: Site, places: Places, item: FileItem, changed: Mapping[str, ColumnValue], *, etag: str, versionless: bool
) -> tuple[WriteResult, FileItem | None]:
    """What became of the write, and the file's row as it stands after it; None when that is to be read anew.

    Raises errors.Vanished when the file is gone, errors.NoAccess when it may not be written.
    """
    cells = needed(item, changed, places)
    if not cells and not item.is_copy:
        return (WriteResult.WRITTEN, item) if item.etag == etag else (WriteResult.CONFLICT, None)
    quiet = versionless and places.writes_plain_dates and not any(isinstance(value, str) and not value.isprintable() for value in cells.values())
    ask = _form(site, places, item, cells, etag=etag) if quiet else _merge(site, places, item, cells, etag=etag)
    answer = site.send(ask)
    if is_locked(answer) or (quiet and complaint(answer, locked=True)):
        return WriteResult.LOCKED, None
    if is_conflict(answer):
        return WriteResult.CONFLICT, None
    if is_gone(answer):
        raise errors.Vanished(f"”{item.path}” finns inte längre.")
    if not answer.ok:
        raise refusal(answer, what=item.path)
    if quiet and (told := complaint(answer)):
        raise errors.NoAccess(f"”{item.path}”: SharePoint skrev inte kolumnerna ({told}).")
    after = replace(item, cells={n: v for n, v in {**item.cells, **cells}.items() if v is not None}, mark=item.id, etag=answer.etag or "")
    if not quiet and answer.etag is not None and answer.etag != etag:
        return WriteResult.WRITTEN, after
    return _read_back(site, places, item, cells, etag=etag)


def _read_back(site: Site, places: Places, item: FileItem, cells: Mapping[str, ColumnValue], *, etag: str) -> tuple[WriteResult, FileItem | None]:
    """SharePoint says that it is done and shows no sign of it: look."""
    now = file_of(site.send(ask_file(site, places, item.id, columns=True)), places)
    if now is None:
        return WriteResult.IGNORED, None
    stands = all(same_cell(now.cells.get(name), value) for name, value in cells.items())
    return (WriteResult.WRITTEN, now) if stands and now.etag != etag else (WriteResult.IGNORED, now)


def _merge(site: Site, places: Places, item: FileItem, cells: Mapping[str, ColumnValue], *, etag: str) -> Ask:
    fields = {field.name: field for field in places.library.shown}
    body = {name: to_wire(fields[name], value) for name, value in cells.items()} | {FILE_ID: item.id}
    return merge(site.escaped(_address(site, places, item)), body, type_name=places.library.type_name, etag=etag)


def _form(site: Site, places: Places, item: FileItem, cells: Mapping[str, ColumnValue], *, etag: str) -> Ask:
    """ValidateUpdateListItem as one does a form, which makes no version. Values are texts in the site's locale; an empty one must be sent as ""."""
    fields: dict[str, FieldSpec] = {field.name: field for field in places.library.shown}
    told = {name: to_form(fields[name], value) for name, value in cells.items()} | {FILE_ID: item.id}
    kind = {"__metadata": {"type": "SP.ListItemFormUpdateValue"}}
    values = [{"FieldName": name, "FieldValue": value, **kind} for name, value in told.items()]
    body = {"formValues": values, "bNewDocumentUpdate": True, "datesInUTC": False}
    return Ask("POST", site.escaped(_address(site, places, item)) + "/ValidateUpdateListItem", body, etag=etag)


def complaint(answer: Answer, *, locked: bool = False) -> str:
    """What ValidateUpdateListItem complains about with status 200, "" when it does not. locked: only that the file is held."""
    for one in answer.results:
        if one.get("HasException") is True:
            words = str(one.get("ErrorMessage") or one.get("ErrorCode") or "HasException")
            held = "locked" in words.casefold() or "låst" in words.casefold() or "checked out" in words.casefold()
            if held or not locked:
                return f"{one.get('FieldName')}: {words}"
    return ""


def _address(site: Site, places: Places, item: FileItem) -> str:
    return str(site.web.lists.get_by_id(places.library.id).items.get_by_id(item.number).resource_url)

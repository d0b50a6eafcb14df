"""What every write does, whoever makes it: uniqueness, locks, versions, ETags, demotion, promotion, and a line in the change log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.sharepoint import log
from tests.sharepoint.message import Refusal, bad_request
from tests.sharepoint.properties import demoted, is_word, promoted
from tests.sharepoint.state import ADD, DELETE, FOLDER, SYSTEM_UPDATE, UPDATE, Content, Field, Item, ListState, Principal, Version

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator

DOCUMENT, FOLDER_TYPE, ROW = "0x0101", "0x0120", "0x01"


def free(site: Emulator, item: Item, *, by: Principal) -> None:
    """Raises Refusal (423) when somebody else holds the file."""
    content = item.content
    if content is None:
        return
    lock = content.lock
    if lock and lock.until and lock.until <= site.clock.now():
        content.lock = lock = None
    url = site.origin + item.path
    if lock and lock.owner.id != by.id:
        how = "locked for shared use" if lock.kind == "shared" else "locked for exclusive use"
        who = f"{lock.owner.email or lock.owner.title} [membership]"
        raise Refusal(423, -2147018894, "Microsoft.SharePoint.SPFileLockException", f'The file "{url}" is {how} by {who}.')
    if content.checkout and content.checkout.id != by.id:
        text = f'The file "{url}" is checked out for editing by {content.checkout.email or content.checkout.title}.'
        raise Refusal(423, -2130575306, "Microsoft.SharePoint.SPFileCheckOutException", text)


def checked_out_where_demanded(owner: ListState, item: Item) -> None:
    """Raises Refusal (423) where the library demands a check-out first."""
    if owner.force_checkout and item.content and item.content.checkout is None:
        text = f'The file "{item.path}" is not checked out. You must first check out this document before making changes.'
        raise Refusal(423, -2147018884, "Microsoft.SharePoint.SPFileCheckOutException", text)


def unique(owner: ListState, values: Mapping[str, Any], *, but: Item | None = None) -> None:
    """Raises Refusal (400) when a column that holds no two alike would."""
    for name, value in values.items():
        field = owner.fields[name]
        if not field.unique or value in (None, ""):
            continue
        for item in owner.items.values():
            if item is not but and str(item.values.get(name, "")).lower() == str(value).lower() and item.values.get(name) is not None:
                text = f"The list item could not be added or updated because duplicate values were found in the list: [{field.title}]."
                raise bad_request(text, code=-2130575169, kind="Microsoft.SharePoint.SPDuplicateValuesFoundException")


def _defaults(owner: ListState) -> dict[str, Any]:
    def value(field: Field) -> Any:
        if field.type == "Boolean":
            return field.default == "1"
        return float(field.default or 0) if field.type in ("Number", "Currency") else field.default

    return {name: value(field) for name, field in owner.fields.items() if field.default is not None and field.type not in ("DateTime", "User")}


def _born(site: Emulator, owner: ListState, item: Item, *, by: Principal) -> Item:
    owner.items[item.id] = item
    owner.next_item = item.id + 1
    if item.content:
        item.etag, item.major, item.minor = 1, (0 if owner.minor_versions else 1), (1 if owner.minor_versions else 0)
    _remember(item, by=by, at=item.modified)
    log.record(site, owner, ADD, item, by=by)
    return item


def _remember(item: Item, *, by: Principal, at: datetime, bumped: bool = True) -> None:
    data = item.content.data if item.content else None
    item.versions.append(Version(item.version, at, by.id, dict(item.values), data, bumped))


def add_row(site: Emulator, owner: ListState, values: Mapping[str, Any], *, by: Principal) -> Item:
    """A new row. Raises Refusal for a duplicate."""
    unique(owner, values)
    now = site.clock.now()
    whole = {**_defaults(owner), **values, "ContentTypeId": ROW}
    item = Item(owner.next_item, now, now, by.id, by.id, whole, path=f"{owner.path}/{owner.next_item}_.000")
    return _born(site, owner, item, by=by)


def update(
    site: Emulator,
    owner: ListState,
    item: Item,
    values: Mapping[str, Any],
    *,
    by: Principal,
    bump: bool = True,
    editor: int | None = None,
    modified: datetime | None = None,
    kind: int = UPDATE,
) -> None:
    """Write cells. bump: a new version; editor, modified: pretended ones; kind: what the change log says."""
    free(site, item, by=by)
    checked_out_where_demanded(owner, item)
    unique(owner, values, but=item)
    now = site.clock.now()
    item.values.update(values)
    item.editor, item.modified = editor or by.id, modified or now
    _step(site, owner, item, by=by, bump=bump)
    log.record(site, owner, kind, item, by=by)


def _step(site: Emulator, owner: ListState, item: Item, *, by: Principal, bump: bool) -> None:
    item.etag += 1
    if owner.demotion and item.content and is_word(item.content.data):
        _demote(owner, item)
    if bump and owner.versioning and not (item.content and item.content.checkout):
        item.major, item.minor = (item.major, item.minor + 1) if owner.minor_versions else (item.major + 1, 0)
        _remember(item, by=by, at=site.clock.now())
    else:
        item.versions.pop()
        _remember(item, by=by, at=site.clock.now(), bumped=False)


def _demote(owner: ListState, item: Item) -> None:
    assert item.content is not None
    fields = {name: field for name, field in owner.fields.items() if owner.settings.get("demote_hidden", True) or not field.hidden}
    kind = str(item.values.get("ContentTypeId", DOCUMENT))
    data = demoted(item.content.data, fields=fields, values=item.values, namespace=owner.id, content_type=kind)
    if data != item.content.data:
        item.content.data = data
        item.content.version += 1


def remove(site: Emulator, owner: ListState, item: Item, *, by: Principal, bypass: bool = False) -> None:
    """Delete a row, a file, or a folder with all in it; the log tells only what was named."""
    inside = [one for one in owner.items.values() if item.kind == FOLDER and one.path.lower().startswith(item.path.lower() + "/")]
    for one in [item, *inside]:
        if not bypass:
            free(site, one, by=by)
    for one in [item, *inside]:
        del owner.items[one.id]
    site.recycled.extend((owner.id, one) for one in [item, *inside])
    log.record(site, owner, DELETE, item, by=by)


def folder_of(site: Emulator, owner: ListState, path: str, *, by: Principal, make: bool) -> None:
    """See that a folder is there. Raises Refusal (404) where it is not and may not be made."""
    if path.lower() == owner.path.lower() or owner.at(path):
        return
    if not make:
        raise Refusal(404, -2147024893, "System.IO.DirectoryNotFoundException", "File Not Found.")
    folder_of(site, owner, path.rsplit("/", 1)[0], by=by, make=True)
    add_folder(site, owner, path, by=by)


def add_folder(site: Emulator, owner: ListState, path: str, *, by: Principal) -> Item:
    """A new folder."""
    legal(path.rsplit("/", 1)[-1])
    now = site.clock.now()
    item = Item(
        owner.next_item, now, now, by.id, by.id, {"ContentTypeId": FOLDER_TYPE, "FileLeafRef": path.rsplit("/", 1)[-1]}, kind=FOLDER, path=path
    )
    return _born(site, owner, item, by=by)


def legal(name: str) -> None:
    """Raises Refusal (400) for a name that SharePoint does not take."""
    if not name or set(name) & set('"*:<>?/\\|') or name != name.strip() or name.endswith(".") or len(name) > 255:
        text = f'The file or folder name "{name}" contains characters that are not permitted. Please use a different name.'
        raise bad_request(text, code=-2130575245)


def put_file(site: Emulator, owner: ListState, path: str, data: bytes, *, by: Principal, overwrite: bool, make_folders: bool = False) -> Item:
    """Upload a file. Raises Refusal for one that is there, a missing folder, a lock, or a bad name."""
    legal(path.rsplit("/", 1)[-1])
    folder_of(site, owner, path.rsplit("/", 1)[0], by=by, make=make_folders)
    there = owner.at(path)
    if there and not overwrite:
        text = f"A file or folder with the name {path} already exists. It was last modified by {site.people.by_id(there.editor).login}."
        raise bad_request(text, code=-2130575257)
    if there:
        save(site, owner, there, data, by=by)
        return there
    now = site.clock.now()
    values = {**_defaults(owner), "ContentTypeId": DOCUMENT}
    item = Item(owner.next_item, now, now, by.id, by.id, values, path=path, content=Content(b""))
    _take_in(owner, item, data)
    _born(site, owner, item, by=by)
    _afterwards(site, owner, item, by=by)
    return item


def save(site: Emulator, owner: ListState, item: Item, data: bytes, *, by: Principal) -> None:
    """New bytes for a file that is there."""
    free(site, item, by=by)
    checked_out_where_demanded(owner, item)
    assert item.content is not None
    item.editor, item.modified = by.id, site.clock.now()
    item.content.version += 1
    _take_in(owner, item, data)
    _step(site, owner, item, by=by, bump=True)
    log.record(site, owner, UPDATE, item, by=by)
    _afterwards(site, owner, item, by=by)


def _take_in(owner: ListState, item: Item, data: bytes) -> None:
    assert item.content is not None
    item.content.data = data
    if owner.demotion:
        item.values.update(promoted(data, fields=owner.fields))
        if is_word(data):
            _demote(owner, item)
    elif owner.grows:  # the service writes its own properties into Office files, and pads others in some regions
        item.content.data = (
            demoted(data, fields={}, values={}, namespace=owner.id, content_type=DOCUMENT) if is_word(data) else data + b" " * owner.grows
        )


def check_in(site: Emulator, owner: ListState, item: Item, *, by: Principal, comment: str = "") -> None:
    """End a check-out: now it is a version, and a change."""
    free(site, item, by=by)
    assert item.content is not None
    item.content.checkout, item.content.check_in_comment = None, comment
    item.editor, item.modified = by.id, site.clock.now()
    _step(site, owner, item, by=by, bump=True)
    log.record(site, owner, UPDATE, item, by=by)


def _afterwards(site: Emulator, owner: ListState, item: Item, *, by: Principal) -> None:
    if owner.settings.get("post_process"):
        item.etag += 1
        log.record(site, owner, SYSTEM_UPDATE, item, by=by)

"""Moving, renaming, copying and restoring files and folders."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from tests.sharepoint import log
from tests.sharepoint.message import bad_request
from tests.sharepoint.state import ADD, DELETE, FOLDER, MOVE_INTO, RENAME, RESTORE, Content, Item, ListState, Principal, new_id
from tests.sharepoint.writing import folder_of, free, legal

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator


def move(site: Emulator, owner: ListState, item: Item, path: str, *, by: Principal, overwrite: bool = False, make_folders: bool = False) -> None:
    """Give a file or folder another path in the same library; it keeps its ids, and what is in a folder goes along without lines in the log."""
    free(site, item, by=by)
    legal(path.rsplit("/", 1)[-1])
    folder_of(site, owner, path.rsplit("/", 1)[0], by=by, make=make_folders)
    there = owner.at(path)
    if there and there is not item:
        if not overwrite:
            raise bad_request(f"A file or folder with the name {path} already exists.", code=-2130575257)
        del owner.items[there.id]
        log.record(site, owner, DELETE, there, by=by)
    before = item.path
    for one in owner.items.values():
        if item.kind == FOLDER and one.path.lower().startswith(before.lower() + "/"):
            one.path = path + one.path[len(before) :]
    item.path = path
    item.etag += 1
    if before.rsplit("/", 1)[0].lower() != path.rsplit("/", 1)[0].lower():
        log.record(site, owner, MOVE_INTO, item, by=by)
    if before.rsplit("/", 1)[1] != path.rsplit("/", 1)[1]:
        log.record(site, owner, RENAME, item, by=by)


def copy(site: Emulator, owner: ListState, item: Item, path: str, *, by: Principal, overwrite: bool = False, make_folders: bool = False) -> Item:
    """A copy with every column, hidden ones too, and with ids of its own."""
    legal(path.rsplit("/", 1)[-1])
    folder_of(site, owner, path.rsplit("/", 1)[0], by=by, make=make_folders)
    there = owner.at(path)
    if there and not overwrite:
        raise bad_request(f"A file or folder with the name {path} already exists.", code=-2130575257)
    if there:
        del owner.items[there.id]
        log.record(site, owner, DELETE, there, by=by)
    assert item.content is not None
    now = site.clock.now()
    made = Item(owner.next_item, now, now, by.id, by.id, deepcopy(item.values), path=path, content=Content(item.content.data), unique_id=new_id())
    made.versions = []
    owner.items[made.id] = made
    owner.next_item += 1
    made.versions.append(deepcopy(item.versions[-1]))
    made.versions[-1].label = made.version
    log.record(site, owner, ADD, made, by=by)
    return made


def restore(site: Emulator, owner: ListState, item: Item, *, by: Principal) -> None:
    """Bring something back from the recycle bin, with its ids."""
    owner.items[item.id] = item
    log.record(site, owner, RESTORE, item, by=by)

"""The site's recycle bin: what was recycled, by whom and when; what is deleted for good never lies there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tests.sharepoint.clock import stamp
from tests.sharepoint.dialect import Entity, Many
from tests.sharepoint.nodes import Call
from tests.sharepoint.state import Item, ListState, Principal

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator

LIST_ITEM, FILE = 3, 1  # SP.RecycleBinItemType


@dataclass(frozen=True)
class Binned:
    """One thing in the bin."""

    unique_id: str
    leaf: str
    folder: str
    kind: int
    by: Principal
    at: datetime


def put_in_bin(site: Emulator, owner: ListState, item: Item, *, by: Principal) -> None:
    """Remember who recycled it. A row's name there is its number and "_.000"."""
    path = item.path or f"{owner.path}/{item.id}_.000"
    folder, leaf = path.rsplit("/", 1)
    site.bin.append(Binned(item.unique_id, leaf, folder.strip("/"), FILE if item.content else LIST_ITEM, by, site.clock.now()))


def list_bin(call: Call) -> Many:
    """The bin, for those who may see all of it (site administrators, so the app with fullcontrol)."""
    call.site.people.require(call.who, "own")
    found = sorted(call.site.bin, key=lambda one: one.at, reverse="desc" in str(call.request.query.get("$orderby", "")))
    return Many([_entity(one) for one in found])


def _entity(one: Binned) -> Entity:
    values = {
        "Id": one.unique_id,
        "Title": one.leaf,
        "LeafName": one.leaf,
        "DirName": one.folder,
        "ItemType": one.kind,
        "ItemState": 1,
        "DeletedByName": one.by.title,
        "DeletedByEmail": one.by.email,
        "DeletedDate": stamp(one.at),
    }
    return Entity("SP.RecycleBinItem", f"site/RecycleBin('{one.unique_id}')", values)

"""The change log of a list: what is written to it, tokens, and what getchanges tells."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.sharepoint.clock import from_ticks, stamp, ticks
from tests.sharepoint.dialect import Complex, Entity
from tests.sharepoint.message import bad_request
from tests.sharepoint.state import (
    ADD,
    DELETE,
    MOVE_AWAY,
    MOVE_INTO,
    RENAME,
    RESTORE,
    ROLE_ADD,
    ROLE_DELETE,
    SYSTEM_UPDATE,
    UPDATE,
    ChangeEntry,
    Item,
    ListState,
    Principal,
)

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator

FLAGS = {
    ADD: "Add",
    UPDATE: "Update",
    DELETE: "DeleteObject",
    RENAME: "Rename",
    MOVE_AWAY: "Move",
    MOVE_INTO: "Move",
    RESTORE: "Restore",
    ROLE_ADD: "RoleAssignmentAdd",
    ROLE_DELETE: "RoleAssignmentDelete",
    SYSTEM_UPDATE: "SystemUpdate",
}
OBJECTS = ("Item", "List", "View", "File", "Folder", "Field", "Web", "Site", "User", "Group", "ContentType", "Alert", "SecurityPolicy", "Activity")
BOOLEANS = {*FLAGS.values(), *OBJECTS, "RequireSecurityTrim", "LatestFirst", "RecursiveAll", "IgnoreStartTokenNotFoundError", "Navigation"}
BOOLEANS |= {"GroupMembershipAdd", "GroupMembershipDelete", "RoleDefinitionAdd", "RoleDefinitionDelete", "RoleDefinitionUpdate", "SchemaUpdate"}


def record(site: Emulator, owner: ListState, kind: int, item: Item | None, *, by: Principal, what: str = "Item") -> None:
    """Write a line to the log and tell the notifier; our own writes as anybody's."""
    at = site.clock.now()
    owner.log.append(ChangeEntry(site.next_number(), kind, at, item, by.id, item.id if item else 0, item.unique_id if item else "", what))
    owner.modified = at
    if what == "Item" and kind not in (ROLE_ADD, ROLE_DELETE):
        site.notify(owner.id)


def current_token(site: Emulator, owner: ListState) -> str:
    """The token of now: what comes later is after it."""
    last = owner.log[-1].number if owner.log else 0
    return f"1;3;{owner.id};{ticks(site.clock.now())};{last}"


def _token(owner: ListState, text: Any) -> tuple[int, int] | None:
    if text is None:
        return None
    value = text.get("StringValue") if isinstance(text, dict) else None
    if not isinstance(value, str):
        raise bad_request("The property 'ChangeTokenStart' is not a SP.ChangeToken.", kind="Microsoft.SharePoint.Client.InvalidClientQueryException")
    parts = value.split(";")
    if len(parts) != 5 or parts[0] != "1" or not parts[3].isdigit() or not parts[4].lstrip("-").isdigit():
        raise bad_request("The changeToken refers to an invalid format.", code=-2146233033, kind="System.FormatException")
    if parts[1] != "3" or parts[2].lower() != owner.id.lower():
        raise bad_request("The changeToken refers to a different object.", code=-2130575172)
    return int(parts[3]), int(parts[4])


def changes(site: Emulator, owner: ListState, query: dict[str, Any]) -> list[Entity]:
    """What getchanges tells for a ChangeQuery, oldest first. An outdated token gives nothing and no error, as in SharePoint Online."""
    for name, value in query.items():
        if name in BOOLEANS and not isinstance(value, bool):
            raise bad_request(f"Cannot convert the value of '{name}' to the expected type 'Edm.Boolean'.")
        if name not in BOOLEANS | {"ChangeTokenStart", "ChangeTokenEnd", "FetchLimit", "__metadata"}:
            raise bad_request(
                f"The property '{name}' does not exist on type 'SP.ChangeQuery'. Make sure to only use property names that are defined by the type."
            )
    start, end = _token(owner, query.get("ChangeTokenStart")), _token(owner, query.get("ChangeTokenEnd"))
    limit = min(int(query.get("FetchLimit") or 1000), 2000)
    oldest = site.clock.now() - timedelta(days=site.log_days)
    if start and from_ticks(start[0]) < oldest:
        return []
    found = []
    for entry in owner.log:
        if not query.get(entry.what) or not query.get(FLAGS[entry.kind]) or entry.at < oldest:
            continue
        if start and (entry.number <= start[1] if start[1] >= 0 else ticks(entry.at) < start[0]):
            continue
        if end and (entry.number > end[1] if end[1] >= 0 else ticks(entry.at) > end[0]):
            continue
        found.append(entry)
    if query.get("LatestFirst"):
        found.reverse()
    return [_entity(site, owner, entry) for entry in found[:limit]]


def _entity(site: Emulator, owner: ListState, entry: ChangeEntry) -> Entity:
    token = Complex("SP.ChangeToken", {"StringValue": f"1;3;{owner.id};{ticks(entry.at)};{entry.number}"})
    values = {
        "ChangeToken": token,
        "ChangeType": entry.kind,
        "SiteId": site.site_id,
        "Time": stamp(entry.at),
        "ListId": owner.id,
        "WebId": site.web_id,
    }
    if entry.what == "Item":
        values = {**values, "ItemId": entry.item_id, "UniqueId": entry.unique_id, "Editor": "", "EditorEmailHint": None}
        values |= {"ServerRelativeUrl": "", "SharedByUser": None, "SharedWithUsers": None, "Hashtag": None, "ActivityType": None, "Hidden": False}
    return Entity("SP.ChangeItem" if entry.what == "Item" else "SP.ChangeList", f"SP.Change{entry.number}", values)

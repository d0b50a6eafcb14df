"""An item as REST tells it: every column under its REST name, and how a query reads one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.sharepoint import roles
from tests.sharepoint.clock import stamp
from tests.sharepoint.dialect import Complex, Entity, Many
from tests.sharepoint.message import bad_query
from tests.sharepoint.state import DOCUMENTS, FOLDER, Field, Item, ListState, Version
from tests.sharepoint.values import as_text, rest_name, to_json

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator


def computed(site: Emulator, owner: ListState, item: Item) -> dict[str, Any]:
    """The columns that nobody writes, by internal name."""
    ending = item.name.rsplit(".", 1)[-1].lower() if item.content and "." in item.name else None
    return {
        "ID": item.id,
        "GUID": item.guid,
        "Created": item.created,
        "Modified": item.modified,
        "Author": item.author,
        "Editor": item.editor,
        "_UIVersionString": item.version,
        "owshiddenversion": item.etag,
        "FSObjType": item.kind,
        "FileRef": item.path,
        "FileDirRef": item.folder,
        "FileLeafRef": item.name,
        "UniqueId": item.unique_id,
        "_ModerationStatus": item.moderation,
        "File_x0020_Type": ending,
        "CheckoutUser": item.content.checkout.id if item.content and item.content.checkout else None,
        "Attachments": False,
        "ContentTypeId": item.values.get("ContentTypeId"),
    }


def cell(site: Emulator, owner: ListState, item: Item, field: Field) -> Any:
    """What stands in a cell."""
    found = computed(site, owner, item)
    return found[field.internal] if field.internal in found else item.values.get(field.internal)


def by_rest_name(owner: ListState, name: str) -> Field:
    """The column of a REST name; Id, and XId of a person column, too. Raises Refusal for none."""
    for field in owner.fields.values():
        if name in (rest_name(field), field.internal) or (field.type in ("User", "Lookup") and name == f"{rest_name(field)}Id"):
            return field
    if name == "Id":
        return owner.fields["ID"]
    if name == "FileSystemObjectType":
        return owner.fields["FSObjType"]
    raise bad_query(f"Column '{name}' does not exist. It may have been deleted by another user.")


def readable(site: Emulator, owner: ListState, name: str, item: Item) -> Any:
    """How $filter and $orderby read an item: `Editor/Title` too."""
    head, _, rest = name.partition("/")
    field = by_rest_name(owner, head)
    value = cell(site, owner, item, field)
    if rest and field.type == "User":
        if value is None:
            return None
        who = site.people.by_id(value)
        return {"Title": who.title, "EMail": who.email, "Name": who.login, "Id": who.id, "ID": who.id}.get(rest)
    return value


def entity(site: Emulator, owner: ListState, item: Item) -> Entity:
    """The item as an entity."""
    from tests.sharepoint.files import file_entity
    from tests.sharepoint.folders import FolderNode
    from tests.sharepoint.lists import ListNode

    found = computed(site, owner, item)
    values: dict[str, Any] = {
        "FileSystemObjectType": item.kind,
        "Id": item.id,
        "ServerRedirectedEmbedUri": None,
        "ServerRedirectedEmbedUrl": "",
        "ContentTypeId": item.values.get("ContentTypeId"),
    }
    extra: dict[str, Any] = {}
    navs: dict[str, Any] = {}
    for name, field in owner.fields.items():
        value = found[name] if name in found else item.values.get(name)
        if field.type in ("User", "Lookup"):
            (values if not field.base or name in ("Author", "Editor", "CheckoutUser") else extra)[f"{rest_name(field)}Id"] = value
            navs[rest_name(field)] = _person(site, value)
        elif field.type in ("Computed", "File") or name in (
            "FSObjType",
            "FileRef",
            "FileDirRef",
            "UniqueId",
            "owshiddenversion",
            "File_x0020_Type",
            "_ModerationStatus",
        ):
            extra[rest_name(field)] = found.get(name, item.name)
        elif name == "Attachments" and owner.template == DOCUMENTS:
            continue
        else:
            values[rest_name(field)] = to_json(field, value)
    values["ID"] = values.pop("ID")
    extra["HasUniqueRoleAssignments"] = roles.is_unique(owner, item)
    extra["EffectiveBasePermissions"] = None
    where = f"Web/Lists(guid'{owner.id}')/Items({item.id})"
    if item.content:
        navs["File"] = lambda: file_entity(site, owner, item)
    if item.kind == FOLDER:
        navs["Folder"] = lambda: FolderNode(owner, item).entity(site)
    navs.setdefault("File", lambda: None)
    navs.setdefault("Folder", lambda: None)
    navs["FieldValuesAsText"] = lambda: texts(site, owner, item)
    navs["ParentList"] = lambda: ListNode(owner).entity(site)
    navs["RoleAssignments"] = lambda: roles.assignments(site, owner, item)
    navs["Versions"] = lambda: versions(site, owner, item)
    return Entity(owner.entity_type, where, values, extra, navs, etag=f'"{item.etag}"')


def _person(site: Emulator, value: int | list[int] | None) -> Any:
    def nav() -> Entity | Many | None:
        if isinstance(value, list):
            return Many([_person(site, one)() for one in value])
        if value is None:
            return None
        who = site.people.by_id(value)
        parts = {"Title": who.title, "EMail": who.email, "Name": who.login, "Id": who.id, "ID": who.id, "UserName": who.email}
        return Entity("SP.Data.UserInfoItem", f"Web/SiteUserInfoList/Items({who.id})", parts)

    return nav


def texts(site: Emulator, owner: ListState, item: Item) -> Entity:
    """FieldValuesAsText."""
    values = {_double(field): as_text(site, field, cell(site, owner, item, field)) for field in owner.fields.values() if field.type != "Computed"}
    return Entity("SP.FieldStringValues", f"Web/Lists(guid'{owner.id}')/Items({item.id})/FieldValuesAsText", values)


def _double(field: Field) -> str:
    """FieldValuesAsText writes underscores inside a name as _x005f_."""
    return rest_name(field) if field.internal.startswith("_") else field.internal.replace("_x", "_x005f_x")


def version_id(one: Version) -> int:
    """512 for 1.0, 1024 for 2.0; it stays when others are deleted."""
    major, _, minor = one.label.partition(".")
    return 512 * int(major) + int(minor)


def versions(site: Emulator, owner: ListState, item: Item) -> Many:
    """The versions, latest first."""
    found = []
    for number, one in reversed(list(enumerate(item.versions))):
        values: dict[str, Any] = {"VersionId": version_id(one), "VersionLabel": one.label, "IsCurrentVersion": number == len(item.versions) - 1}
        values["Created"] = stamp(one.at)
        values["Editor"] = Complex("SP.FieldUserValue", {"LookupId": one.by, "LookupValue": site.people.by_id(one.by).title, "Email": ""})
        for name, field in owner.fields.items():
            if (not field.base or name == "Title") and field.type not in ("User", "Lookup"):
                value = one.values.get(name)
                values[name] = stamp(value) if isinstance(value, datetime) else to_json(field, value)
        found.append(Entity("SP.ListItemVersion", f"Web/Lists(guid'{owner.id}')/Items({item.id})/Versions({version_id(one)})", values))
    return Many(found)

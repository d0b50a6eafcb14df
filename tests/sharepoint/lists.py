"""Lists and libraries as REST tells them, and the ways from one to its fields, views, items, changes and webhooks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tests.sharepoint import log, roles
from tests.sharepoint.address import Segment
from tests.sharepoint.clock import stamp
from tests.sharepoint.columns import base_columns
from tests.sharepoint.dialect import Complex, Done, Entity, Many
from tests.sharepoint.fields import FieldsNode
from tests.sharepoint.folders import FolderNode
from tests.sharepoint.items import ItemNode, ItemsNode, by_caml
from tests.sharepoint.message import bad_query, bad_request, no_resource, not_found
from tests.sharepoint.nodes import Action, Call, Node, demanded
from tests.sharepoint.state import DOCUMENTS, GENERIC, ListState, View
from tests.sharepoint.subscriptions import SubscriptionsNode
from tests.sharepoint.views import ViewNode, ViewsNode

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator

FLAGS = {
    "Title": ("title", str),
    "Description": ("description", str),
    "EnableVersioning": ("versioning", bool),
    "EnableMinorVersions": ("minor_versions", bool),
    "EnableModeration": ("moderation", bool),
    "ForceCheckout": ("force_checkout", bool),
    "ContentTypesEnabled": ("content_types", bool),
    "Hidden": ("hidden", bool),
    "NoCrawl": ("no_crawl", bool),
    "OnQuickLaunch": ("quick_launch", bool),
    "EnableAttachments": ("attachments", bool),
}
KEPT = {
    "MajorVersionLimit", "MajorWithMinorVersionsLimit", "DraftVersionVisibility", "EnableFolderCreation", "ReadSecurity", "WriteSecurity", "ImageUrl",
    "DisableCommenting", "DisableGridEditing", "ListExperienceOptions", "ValidationFormula", "ValidationMessage", "AllowContentTypes", "BaseTemplate",
    "DefaultContentApprovalWorkflowId", "IrmEnabled", "ParserDisabled", "MultipleDataList", "Direction", "Color", "Icon", "CustomActionElements",
}  # fmt: skip
CREATION = {"Url", "TemplateType", "TemplateFeatureId", "QuickLaunchOption", "CustomSchemaXml", "DocumentTemplateType"}


def make_list(site: Emulator, title: str, *, template: int, url: str | None = None, description: str = "") -> ListState:
    """A new list with its base columns and its first view; url: the last part of its address. Raises Refusal for a title that is taken."""
    library = template == DOCUMENTS
    if any(one.title.lower() == title.lower() for one in site.lists.values()):
        text = "A list, survey, discussion board, or document library with the specified title already exists in this Web site."
        raise bad_request(text, code=-2130575342)
    leaf = url or re.sub(r"[\"#%*:<>?/\\|{}~&.+']", "", title)
    taken = {one.path.lower() for one in site.lists.values()}
    base = f"{site.path}/{leaf}" if library else f"{site.path}/Lists/{leaf}"
    path = next(found for number in range(100) if (found := base + (str(number) if number else "")).lower() not in taken)
    made = ListState(title, path, template, description=description, fields=base_columns(library=library))
    made.created = made.modified = site.clock.now()
    made.demotion = library
    encoded = "".join(letter if letter.isalnum() and letter.isascii() else f"_x{ord(letter):04x}_" for letter in path.rsplit("/", 1)[-1])
    made.entity_type = f"SP.Data.{encoded[:1].upper()}{encoded[1:]}{'Item' if library else 'ListItem'}"
    names = ["DocIcon", "LinkFilename", "Modified", "Editor"] if library else ["LinkTitle"]
    made.views.append(View("Alla dokument" if library else "Alla objekt", names, default=True))
    made.views[0].url = f"{path}/Forms/AllItems.aspx" if library else f"{path}/AllItems.aspx"
    site.lists[made.id] = made
    return made


class ListsNode(Node):
    """web/lists."""

    def called(self, segment: Segment, call: Call) -> Node:
        """lists('guid') as well as lists."""
        return ListNode(by_id(call.site, demanded(segment, "id"))) if segment.called and segment.arguments else self

    def step(self, segment: Segment, call: Call) -> Node:
        """One list, by title or id."""
        if segment.name == "getbytitle":
            return ListNode(by_title(call.site, demanded(segment, "title")))
        if segment.name == "getbyid":
            return ListNode(by_id(call.site, demanded(segment, "id")))
        if segment.name == "add":
            return Action(lambda one: self._create(one, one.parameters("SP.ListCreationInformation")))
        raise no_resource(segment.written)

    def do_get(self, call: Call) -> Many:
        """Every list that the caller may read."""
        from tests.sharepoint.filtering import matcher

        people = call.site.people
        people.require(call.who, "read")
        found = [ListNode(one).entity(call.site) for one in call.site.lists.values() if "read" in people.rights(call.who, one, one)]
        if call.options.filter:
            keep = matcher(call.options.filter, lambda name, entity: {**entity.extra, **entity.values}.get(name))
            found = [entity for entity in found if keep(entity)]
        return Many(found[: call.options.top])

    def do_post(self, call: Call) -> Done:
        """A new list."""
        return self._create(call, call.entity("SP.List"))

    def _create(self, call: Call, properties: dict[str, Any]) -> Done:
        call.site.people.require(call.who, "manage")
        title, template = properties.get("Title"), properties.get("BaseTemplate", properties.get("TemplateType"))
        if not isinstance(title, str) or not title.strip():
            raise bad_request("Invalid list title.", code=-2130575342)
        if template not in (GENERIC, DOCUMENTS):
            raise bad_request(f"The list template {template} is not available here.", code=-2130575342)
        for name in properties:
            if name not in FLAGS and name not in KEPT | CREATION:
                raise _no_property(name)
        url = properties.get("Url")
        leaf = str(url).rsplit("/", 1)[-1] if url else None
        made = make_list(call.site, title, template=template, url=leaf, description=properties.get("Description") or "")
        _set(made, {name: value for name, value in properties.items() if name in FLAGS or name in KEPT})
        return Done(201, ListNode(made).entity(call.site))


def by_title(site: Emulator, title: str) -> ListState:
    """The list of that title. Raises Refusal (404)."""
    for one in site.lists.values():
        if one.title.lower() == title.lower():
            return one
    raise not_found(f"List '{title}' does not exist at site with URL '{site.url}'.", code=-1, kind="System.ArgumentException")


def by_id(site: Emulator, identity: str) -> ListState:
    """The list of that id. Raises Refusal (404)."""
    found = site.lists.get(identity.strip("{}").lower())
    if found is None:
        text = "List does not exist. The page you selected contains a list that does not exist. It may have been deleted by another user."
        raise not_found(text, code=-2130575322, kind="Microsoft.SharePoint.SPException")
    return found


def _no_property(name: str) -> Exception:
    return bad_query(f"The property '{name}' does not exist on type 'SP.List'. Make sure to only use property names that are defined by the type.")


def _set(owner: ListState, properties: dict[str, Any]) -> None:
    for name, value in properties.items():
        if name in FLAGS:
            attribute, kind = FLAGS[name]
            if not isinstance(value, kind):
                raise bad_query(f"Cannot convert the value of '{name}' to its type.")
            setattr(owner, attribute, value)
        elif name in KEPT:
            owner.settings[name] = value
        else:
            raise _no_property(name)


class ListNode(Node):
    """One list."""

    def __init__(self, owner: ListState) -> None:
        self.owner = owner

    def step(self, segment: Segment, call: Call) -> Node:
        """Everything under a list."""
        owner, name = self.owner, segment.name
        call.site.people.require(call.who, "read", owner, owner)
        if name == "items":
            return ItemsNode(owner).called(segment, call)
        if name in ("getitembyid", "getitembystringid"):
            return ItemNode.by_id(owner, demanded(segment, "id"))
        if name == "getitembyuniqueid":
            return ItemNode.by_unique_id(owner, demanded(segment, "uniqueId"))
        if name == "getitems":
            return Action(lambda one: by_caml(one, owner))
        if name == "getchanges":
            return Action(self._changes)
        if name == "fields":
            return FieldsNode(owner).called(segment, call)
        if name == "views":
            return ViewsNode(owner).called(segment, call)
        if name == "defaultview":
            return ViewNode(owner, next(one for one in owner.views if one.default))
        if name == "getview":
            return ViewsNode(owner).one(demanded(segment, "viewId"))
        if name == "subscriptions":
            return SubscriptionsNode(owner).called(segment, call)
        if name == "rootfolder":
            return FolderNode(owner, None)
        if name == "recycle":
            return Action(self._recycle)
        if name == "deleteobject":
            return Action(self.do_delete)
        if name in roles.STEPS:
            return roles.node(segment, owner, None)
        if name == "contenttypes":
            return Action(lambda one: Many([_content_type(owner)]), "GET")
        if name == "currentchangetoken":
            return Action(lambda one: _token(one.site, owner), "GET")
        raise no_resource(segment.written)

    def do_get(self, call: Call) -> Entity:
        """The list's properties."""
        call.site.people.require(call.who, "read", self.owner, self.owner)
        return self.entity(call.site)

    def do_merge(self, call: Call) -> Done:
        """Change the list's properties."""
        call.site.people.require(call.who, "manage", self.owner, self.owner)
        _set(self.owner, call.entity("SP.List"))
        return Done(204, headers={"ETag": '"1"'})

    do_patch = do_merge

    def do_delete(self, call: Call) -> Done:
        """Delete the list."""
        call.site.people.require(call.who, "manage", self.owner, self.owner)
        del call.site.lists[self.owner.id]
        return Done(200)

    def _recycle(self, call: Call) -> Any:
        self.do_delete(call)
        return Done(200)

    def _changes(self, call: Call) -> Many:
        query = call.parameters("SP.ChangeQuery", "query")
        fault = call.fault.kind if call.fault else ""
        found = [] if fault == "empty_changes" else log.changes(call.site, self.owner, query)
        return Many(found[1:] if fault == "missing_change" else found, type="SP.ChangeItem")

    def entity(self, site: Emulator) -> Entity:
        """The list as an entity."""
        owner = self.owner
        values = {
            "Id": owner.id,
            "Title": owner.title,
            "Description": owner.description,
            "BaseTemplate": owner.template,
            "BaseType": 1 if owner.is_library else 0,
            "ItemCount": len(owner.items),
            "Hidden": owner.hidden,
            "ListItemEntityTypeFullName": owner.entity_type,
            "EntityTypeName": owner.entity_type.removeprefix("SP.Data.").removesuffix("Item"),
            "EnableVersioning": owner.versioning,
            "EnableMinorVersions": owner.minor_versions,
            "EnableModeration": owner.moderation,
            "ForceCheckout": owner.force_checkout,
            "ContentTypesEnabled": owner.content_types,
            "EnableAttachments": owner.attachments,
            "NoCrawl": owner.no_crawl,
            "ParentWebUrl": site.path,
            "Created": stamp(owner.created),
            "LastItemModifiedDate": stamp(owner.modified),
            "LastItemUserModifiedDate": stamp(owner.modified),
            "LastItemDeletedDate": stamp(owner.created),
            "CurrentChangeToken": _token(site, owner),
            "DraftVersionVisibility": 0,
            "MajorVersionLimit": 500 if owner.versioning else 0,
            "ParserDisabled": False,
            "IrmEnabled": False,
            "IsPrivate": False,
            **{name: value for name, value in owner.settings.items() if name in KEPT - {"BaseTemplate"}},
        }
        extra = {
            "HasUniqueRoleAssignments": roles.is_unique(owner, None),
            "OnQuickLaunch": owner.quick_launch,
            "DefaultViewUrl": next(one.url for one in owner.views if one.default),
            "SchemaXml": f'<List ID="{{{owner.id}}}" Title="{owner.title}"/>',
            "DefaultDisplayFormUrl": f"{owner.path}/Forms/DispForm.aspx",
            "DefaultEditFormUrl": f"{owner.path}/Forms/EditForm.aspx",
        }
        navs: dict[str, Any] = {
            "RootFolder": lambda: FolderNode(owner, None).entity(site),
            "Fields": lambda: FieldsNode(owner).all(),
            "Views": lambda: ViewsNode(owner).all(),
            "DefaultView": lambda: ViewNode(owner, next(one for one in owner.views if one.default)).entity(),
            "RoleAssignments": lambda: roles.assignments(site, owner, None),
            "ContentTypes": lambda: Many([_content_type(owner)]),
            "ParentWeb": lambda: Entity("SP.Web", "Web", {"Id": site.web_id, "Url": site.url, "ServerRelativeUrl": site.path}),
        }
        return Entity("SP.List", f"Web/Lists(guid'{owner.id}')", values, extra, navs, etag='"1"')


def _token(site: Emulator, owner: ListState) -> Complex:
    return Complex("SP.ChangeToken", {"StringValue": log.current_token(site, owner)})


def _content_type(owner: ListState) -> Entity:
    name, kind = ("Dokument", "0x0101") if owner.is_library else ("Objekt", "0x01")
    values = {"Name": name, "StringId": f"{kind}00{owner.id.replace('-', '').upper()}", "Group": "Listinnehållstyper", "Hidden": False}
    return Entity(
        "SP.ContentType", f"Web/Lists(guid'{owner.id}')/ContentTypes('{kind}')", {**values, "Id": Complex("SP.ContentTypeId", {"StringValue": kind})}
    )

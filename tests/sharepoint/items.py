"""Items over REST: pages, the list view threshold, create, change under If-Match, delete, and queries in CAML."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, quote, urlencode

from tests.sharepoint import caml, forms, roles, rows, writing
from tests.sharepoint.address import GUID, Segment
from tests.sharepoint.columns import unknown_property
from tests.sharepoint.dialect import Done, Entity, Many, Value
from tests.sharepoint.filtering import Filter, parse, plain
from tests.sharepoint.message import Refusal, bad_query, bad_request, no_resource, not_found
from tests.sharepoint.nodes import Action, Call, Node, demanded, number
from tests.sharepoint.recycling import put_in_bin
from tests.sharepoint.state import FOLDER, Item, ListState
from tests.sharepoint.values import from_json, rest_name

READ_ONLY = {"Id", "ID", "GUID", "Created", "Modified", "AuthorId", "EditorId", "FileSystemObjectType", "Attachments", "ContentTypeId"}


class ItemsNode(Node):
    """The items of a list."""

    def __init__(self, owner: ListState) -> None:
        self._owner = owner

    def called(self, segment: Segment, call: Call) -> Node:
        """items(3) as well as items."""
        return ItemNode.by_id(self._owner, demanded(segment, "id")) if segment.called and segment.arguments else self

    def step(self, segment: Segment, call: Call) -> Node:
        """One item."""
        if segment.name in ("getbyid", "getitembyid"):
            return ItemNode.by_id(self._owner, demanded(segment, "id"))
        if segment.name in ("getbyuniqueid", "getitembyuniqueid"):
            return ItemNode.by_unique_id(self._owner, demanded(segment, "uniqueId"))
        raise no_resource(segment.written)

    def do_get(self, call: Call) -> Many:
        """A page of items."""
        site, owner, options = call.site, self._owner, call.options
        if "$skip" in (options.raw or {}):
            raise bad_query("$skip is not supported on list items: use $skiptoken.")

        def read(name: str, item: Item) -> Any:
            return rows.readable(site, owner, name, item)

        condition = parse(options.filter, read) if options.filter else None
        for name in condition.names if condition else ():
            if rows.by_rest_name(owner, name.split("/")[0]).type == "Note":
                raise bad_request(f"The field '{name}' of type 'Note' cannot be used in the query filter expression.", code=-2147467261)
        order = [_order(part) for part in options.order.split(",") if part.strip()]
        throttle(call, owner, condition, [name for name, _ in order])
        seen = [item for item in owner.items.values() if call.who.app or "read" in site.people.rights(call.who, item, owner)]
        found = [item for item in seen if condition is None or condition.test(item)]
        for name, down in reversed(order):
            found.sort(key=lambda item: _sortable(read(name, item)), reverse=down)
        return self._page(call, found, ordered=bool(order))

    def _page(self, call: Call, found: list[Item], *, ordered: bool) -> Many:
        options, size = call.options, min(call.options.top or 100, 5000)
        start = 0
        if options.skiptoken:
            token = parse_qs(options.skiptoken, keep_blank_values=True)
            last = token.get("p_ID", [""])[0]
            if "Paged" not in token or not last.isdigit():
                raise bad_query("The skip token is not valid.")
            ids = [item.id for item in found]
            after = [place for place, one in enumerate(ids) if one == int(last)] if ordered else []
            start = after[0] + 1 if after else sum(1 for one in ids if one <= int(last)) if not ordered else len(ids)
        page, more = found[start : start + size], len(found) > start + size
        things: list[Any] = [rows.entity(call.site, self._owner, item) for item in page]
        return Many(things, self._next(call, page[-1].id) if more else None, type=f"{self._owner.entity_type}s")

    def _next(self, call: Call, last: int) -> str:
        kept = {name: value for name, value in (call.options.raw or {}).items() if name.lower() != "$skiptoken"}
        query = urlencode({"$skiptoken": f"Paged=TRUE&p_ID={last}", **kept}, quote_via=quote)
        return f"{call.site.origin}{call.request.path}?{query}"

    def do_post(self, call: Call) -> Done:
        """A new item."""
        site, owner = call.site, self._owner
        site.people.require(call.who, "write", owner, owner)
        properties = call.entity(owner.entity_type, "SP.ListItem")
        if owner.is_library:
            raise bad_request("To add an item to a document library, use SPFileCollection.Add()", code=-2147467259)
        item = writing.add_row(site, owner, values_of(call, owner, properties), by=call.who)
        return Done(201, rows.entity(site, owner, item), {"Location": f"{site.url}/_api/Web/Lists(guid'{owner.id}')/Items({item.id})"})


def _order(part: str) -> tuple[str, bool]:
    name, _, way = part.strip().partition(" ")
    if way.strip().lower() not in ("", "asc", "desc"):
        raise bad_query(f'The expression "{part}" is not valid.')
    return name, way.strip().lower() == "desc"


def _sortable(value: Any) -> tuple[int, Any]:
    return (0, 0) if value is None else (1, plain(value, None))


def throttle(call: Call, owner: ListState, condition: Filter | None, ordered: list[str]) -> None:
    """Raises Refusal (500) when a query would scan more rows than the list view threshold."""
    if len(owner.items) <= call.site.threshold:
        return
    for name in ordered:
        if not rows.by_rest_name(owner, name).indexed:
            raise throttled()
    if condition is None:
        return
    for one in condition.leading:
        field = rows.by_rest_name(owner, one.name.split("/")[0])
        if field.indexed and one.operator != "ne":
            alone = parse(_alone(one.name, one.operator, one.value), lambda name, item: rows.readable(call.site, owner, name, item))
            if sum(1 for item in owner.items.values() if alone.test(item)) <= call.site.threshold:
                return
    raise throttled()


def _alone(name: str, operator: str, value: Any) -> str:
    from datetime import datetime

    if isinstance(value, datetime):
        return f"{name} {operator} datetime'{value.isoformat()}'"
    if value is None or isinstance(value, bool):
        return f"{name} {operator} {'null' if value is None else str(value).lower()}"
    return f"{name} {operator} {value}" if isinstance(value, int | float) else f"{name} {operator} '" + str(value).replace("'", "''") + "'"


def throttled() -> Refusal:
    """The list view threshold's refusal."""
    text = "The attempted operation is prohibited because it exceeds the list view threshold."
    return Refusal(500, -2147024860, "Microsoft.SharePoint.SPQueryThrottledException", text)


def values_of(call: Call, owner: ListState, properties: dict[str, Any]) -> dict[str, Any]:
    """REST properties as what is stored. Raises Refusal for unknown columns, ones that nobody writes, and values of another type."""
    found: dict[str, Any] = {}
    for name, value in properties.items():
        field = next(
            (one for one in owner.fields.values() if name == (f"{rest_name(one)}Id" if one.type in ("User", "Lookup") else rest_name(one))), None
        )
        if field is None or field.type == "Computed":
            raise unknown_property(name, owner.entity_type)
        if name in READ_ONLY or field.read_only:
            continue  # SharePoint takes these and does nothing with them
        found[field.internal] = from_json(call.site, field, value)
    return found


def by_caml(call: Call, owner: ListState) -> Many:
    """GetItems: a query in CAML."""
    query = call.parameters("SP.CamlQuery", "query")
    unknown = set(query) - {
        "ViewXml",
        "DatesInUtc",
        "AllowIncrementalResults",
        "FolderServerRelativeUrl",
        "FolderServerRelativePath",
        "ListItemCollectionPosition",
    }
    if unknown:
        raise bad_query(f"The property '{min(unknown)}' does not exist on type 'SP.CamlQuery'.")
    if not isinstance(query.get("ViewXml"), str):
        raise bad_request(
            "One or more field types are not installed properly. Go to the list settings page to delete these fields.", code=-2130575340
        )
    parsed = caml.parse(owner, query["ViewXml"])
    position = query.get("ListItemCollectionPosition")
    return caml.run(call, owner, parsed, folder=query.get("FolderServerRelativeUrl"), position=position)


def matches(call: Call, item: Item) -> None:
    """Raises Refusal (412) when If-Match names another version."""
    wanted = call.request.headers.get("If-Match", "*").strip()
    if wanted in ("*", ""):
        return
    tags = {f'"{item.etag}"', f'"{{{item.unique_id.upper()}}},{item.etag}"', f'"{item.unique_id},{item.etag}"'}
    if wanted not in tags and wanted.lower() not in {tag.lower() for tag in tags}:
        text = f"The request ETag value '{wanted}' does not match the object's ETag value '\"{item.etag}\"'."
        raise Refusal(412, -1, "Microsoft.SharePoint.Client.ClientServiceException", text)


class ItemNode(Node):
    """One item."""

    def __init__(self, owner: ListState, item: Item) -> None:
        self.owner, self.item = owner, item

    @classmethod
    def by_id(cls, owner: ListState, key: str) -> ItemNode:
        """The item of that number. Raises Refusal (404)."""
        item = owner.items.get(number(key))
        if item is None:
            raise gone()
        return cls(owner, item)

    @classmethod
    def by_unique_id(cls, owner: ListState, key: str) -> ItemNode:
        """The item of that unique id. Raises Refusal (404)."""
        if not GUID.fullmatch(key):
            raise bad_request("Guid should contain 32 digits with 4 dashes.", code=-2146233033, kind="System.FormatException")
        item = next((one for one in owner.items.values() if one.unique_id == key.strip("{}").lower()), None)
        if item is None:
            raise gone()
        return cls(owner, item)

    def step(self, segment: Segment, call: Call) -> Node:
        """What hangs on an item, and what can be done with it."""
        from tests.sharepoint.files import FileNode
        from tests.sharepoint.folders import FolderNode
        from tests.sharepoint.lists import ListNode

        name, owner, item, site = segment.name, self.owner, self.item, call.site
        site.people.require(call.who, "read", item, owner)
        if name == "file":
            if item.content is None:
                raise not_found("The file does not exist.", code=-2130575338, kind="System.ArgumentException")
            return FileNode(owner, item)
        if name == "folder" and item.kind == FOLDER:
            return FolderNode(owner, item)
        if name == "parentlist":
            return ListNode(owner)
        if name == "fieldvaluesastext":
            return Action(lambda one: rows.texts(site, owner, item), "GET")
        if name == "versions":
            return VersionNode(owner, item, demanded(segment, "versionId")) if segment.arguments else VersionsNode(owner, item)
        if name == "validateupdatelistitem":
            return Action(lambda one: forms.validate_update(one, owner, item))
        if name == "recycle":
            return Action(self._recycle)
        if name == "deleteobject":
            return Action(self.do_delete)
        if name == "deletewithparameters":
            return Action(self._delete_with_parameters)
        if name == "updateoverwriteversion":
            return Action(lambda one: Done(200))  # REST keeps no pending values: nothing is written
        if name in roles.STEPS:
            return roles.node(segment, owner, item)
        for field in owner.fields.values():
            if name in (rest_name(field).lower(), f"{rest_name(field).lower()}id"):
                return Action(lambda one: Value(segment.written, rows.entity(site, owner, item).values.get(segment.written)), "GET")
        raise no_resource(segment.written)

    def do_get(self, call: Call) -> Entity:
        """The item's properties."""
        call.site.people.require(call.who, "read", self.item, self.owner)
        return rows.entity(call.site, self.owner, self.item)

    def do_merge(self, call: Call) -> Done:
        """Change cells: a new version, by the caller, now."""
        call.site.people.require(call.who, "write", self.item, self.owner)
        properties = call.entity(self.owner.entity_type, "SP.ListItem", "SP.File" if self.item.content else "SP.ListItem")
        matches(call, self.item)
        values = values_of(call, self.owner, properties)
        if not (call.fault and call.fault.kind == "ignored_write"):
            writing.update(call.site, self.owner, self.item, values, by=call.who)
        return Done(204, headers={"ETag": f'"{self.item.etag}"'})

    do_patch = do_merge

    def do_delete(self, call: Call) -> Done:
        """Delete it for good."""
        call.site.people.require(call.who, "write", self.item, self.owner)
        matches(call, self.item)
        bypass = "bypass-shared-lock" in call.request.headers.get("Prefer", "")
        writing.remove(call.site, self.owner, self.item, by=call.who, bypass=bypass)
        return Done(200)

    def _delete_with_parameters(self, call: Call) -> Done:
        parameters = call.parameters("SP.ListItemDeleteParameters")
        writing.remove(call.site, self.owner, self.item, by=call.who, bypass=bool(parameters.get("BypassSharedLock")))
        return Done(200)

    def _recycle(self, call: Call) -> Value:
        call.site.people.require(call.who, "write", self.item, self.owner)
        writing.remove(call.site, self.owner, self.item, by=call.who)
        put_in_bin(call.site, self.owner, self.item, by=call.who)
        return Value("Recycle", self.item.unique_id)


def gone() -> Refusal:
    """Refuses an item that is not there (any more)."""
    return not_found("Item does not exist. It may have been deleted by another user.", code=-2130575338, kind="System.ArgumentException")


class VersionsNode(Node):
    """The versions of an item."""

    def __init__(self, owner: ListState, item: Item) -> None:
        self._owner, self._item = owner, item

    def step(self, segment: Segment, call: Call) -> Node:
        """One version."""
        if segment.name == "getbyid":
            return VersionNode(self._owner, self._item, demanded(segment, "versionId"))
        raise no_resource(segment.written)

    def do_get(self, call: Call) -> Many:
        """All of them, latest first."""
        return rows.versions(call.site, self._owner, self._item)


class VersionNode(Node):
    """One version of an item."""

    def __init__(self, owner: ListState, item: Item, key: str) -> None:
        self._owner, self._item, self._number = owner, item, number(key)

    def do_delete(self, call: Call) -> Done:
        """Delete it for good; the one that is cannot be."""
        call.site.people.require(call.who, "write", self._item, self._owner)
        found = next((one for one in self._item.versions if rows.version_id(one) == self._number), None)
        if found is None:
            raise gone()
        if found is self._item.versions[-1]:
            raise bad_request("You cannot delete the current version.", code=-2130575156)
        self._item.versions.remove(found)
        return Done(200)

"""Views of a list: making, changing, their columns; a view that is not there answers 200 with nothing in it, as SharePoint does."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

from tests.sharepoint.address import GUID, Segment
from tests.sharepoint.columns import check_formatter
from tests.sharepoint.dialect import Done, Entity, Many
from tests.sharepoint.filtering import matcher
from tests.sharepoint.message import bad_query, bad_request, no_resource, not_found
from tests.sharepoint.nodes import Action, Call, Node, demanded, number
from tests.sharepoint.state import ListState, View

SETTABLE = {
    "Title": ("title", str), "ViewQuery": ("query", str), "Query": ("query", str), "RowLimit": ("row_limit", int), "Paged": ("paged", bool),
    "DefaultView": ("default", bool), "SetAsDefaultView": ("default", bool), "Hidden": ("hidden", bool), "CustomFormatter": ("formatter", str),
    "Scope": ("scope", int), "PersonalView": ("personal", bool),
}  # fmt: skip
IGNORED = {
    "ViewTypeKind",
    "ViewType",
    "ViewType2",
    "MobileView",
    "MobileDefaultView",
    "TabularView",
    "Aggregations",
    "AggregationsStatus",
    "JSLink",
    "ViewData",
}
IGNORED |= {
    "ViewProjectedFields",
    "ViewJoins",
    "Method",
    "Formats",
    "Toolbar",
    "baseViewId",
    "AssociatedContentTypeId",
    "CalendarViewStyles",
    "GridLayout",
}
COMPUTED = {"LinkTitle", "LinkFilename", "LinkTitleNoMenu", "DocIcon", "Edit", "ContentType", "LinkFilenameNoMenu"}


class Nothing(Node):
    """What is not there, though SharePoint answers 200."""

    def step(self, segment: Segment, call: Call) -> Node:
        """Nothing leads anywhere."""
        raise no_resource(segment.written)

    def do_get(self, call: Call) -> Entity:
        """An entity without values."""
        return Entity("SP.View", "Web/Lists/Views", {"Aggregations": None})


class ViewsNode(Node):
    """The views of a list."""

    def __init__(self, owner: ListState) -> None:
        self._owner = owner

    def called(self, segment: Segment, call: Call) -> Node:
        """views('guid') as well as views."""
        return self.one(demanded(segment, "id")) if segment.called and segment.arguments else self

    def one(self, key: str) -> Node:
        """The view of an id. Raises Refusal."""
        if not GUID.fullmatch(key):
            raise bad_request("Guid should contain 32 digits with 4 dashes.", code=-2146233033, kind="System.FormatException")
        found = next((view for view in self._owner.views if view.id == key.strip("{}").lower()), None)
        if found is None:
            raise not_found("The specified view is invalid.", code=-2147024809, kind="System.ArgumentException")
        return ViewNode(self._owner, found)

    def step(self, segment: Segment, call: Call) -> Node:
        """One view, or a way to make one."""
        if segment.name == "getbytitle":
            title = demanded(segment, "strTitle", "title").lower()
            found = next((view for view in self._owner.views if view.title.lower() == title), None)
            return ViewNode(self._owner, found) if found else Nothing()
        if segment.name == "getbyid":
            return self.one(demanded(segment, "guidId", "id"))
        if segment.name == "add":
            return Action(lambda one: self._create(one, one.parameters("SP.ViewCreationInformation")))
        raise no_resource(segment.written)

    def all(self) -> Many:
        """Every view."""
        return Many([ViewNode(self._owner, view).entity() for view in self._owner.views])

    def do_get(self, call: Call) -> Many:
        """Every view that a filter keeps."""
        found = self.all().things
        if call.options.filter:
            keep = matcher(call.options.filter, lambda name, entity: {**entity.extra, **entity.values}.get(name))
            found = [entity for entity in found if keep(entity)]
        return Many(found[: call.options.top], type="SP.View")

    def do_post(self, call: Call) -> Done:
        """A new view from an entity; it starts with the columns of the default view."""
        return self._create(call, call.entity("SP.View"))

    def _create(self, call: Call, properties: dict[str, Any]) -> Done:
        call.site.people.require(call.who, "manage", self._owner, self._owner)
        if not isinstance(properties.get("Title"), str) or not properties["Title"]:
            raise bad_request("The view must have a title.", code=-2147024809, kind="System.ArgumentException")
        default = next(view for view in self._owner.views if view.default)
        fields = properties.pop("ViewFields", None)
        names = fields.get("results") if isinstance(fields, dict) else fields
        made = View(properties["Title"], list(default.fields) if names is None else [self._known(name) for name in names])
        stem = f"{self._owner.path}/Forms" if self._owner.is_library else self._owner.path
        made.url = f"{stem}/{properties['Title']}.aspx"
        change(self._owner, made, properties)
        self._owner.views.append(made)
        return Done(201, ViewNode(self._owner, made).entity())

    def _known(self, name: str) -> str:
        return known(self._owner, name)


def known(owner: ListState, name: str) -> str:
    """The internal name of a column that a view may show. Raises Refusal."""
    field = owner.fields.get(name)
    if field is None and name not in COMPUTED:
        raise bad_request(
            f"Column '{name}' does not exist. It may have been deleted by another user.", code=-2147024809, kind="System.ArgumentException"
        )
    return name


def change(owner: ListState, view: View, properties: dict[str, Any]) -> None:
    """Set properties of a view. Raises Refusal for unknown ones, other types, or a query that is no CAML."""
    for name, value in properties.items():
        if name in IGNORED:
            continue
        if name not in SETTABLE:
            raise bad_query(
                f"The property '{name}' does not exist on type 'SP.View'. Make sure to only use property names that are defined by the type."
            )
        attribute, kind = SETTABLE[name]
        if value is not None and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
            raise bad_query(f"Cannot convert the value of '{name}' to its type.")
        if attribute == "query":
            _check_query(owner, value or "")
        if attribute == "formatter" and value:
            check_formatter(value)
        if attribute == "default" and value:
            for one in owner.views:
                one.default = False
        setattr(view, attribute, value if value is not None or kind is not str else "")


def _check_query(owner: ListState, text: str) -> None:
    try:
        node = ET.fromstring(f"<Query>{text}</Query>")
    except ET.ParseError as error:
        raise bad_request(f"The view query is not valid CAML: {error}", code=-2130575340) from error
    for one in node:
        if one.tag not in ("Where", "OrderBy", "GroupBy"):
            raise bad_request(f"The view query has {one.tag}, where only Where, OrderBy and GroupBy may stand.", code=-2130575340)
    for one in node.iter("FieldRef"):
        known(owner, one.get("Name", ""))


class ViewNode(Node):
    """One view."""

    def __init__(self, owner: ListState, view: View) -> None:
        self._owner, self._view = owner, view

    def step(self, segment: Segment, call: Call) -> Node:
        """Its columns, or an operation."""
        if segment.name == "viewfields":
            return ViewFieldsNode(self._owner, self._view)
        if segment.name == "deleteobject":
            return Action(self.do_delete)
        raise no_resource(segment.written)

    def do_get(self, call: Call) -> Entity:
        """The view's properties."""
        return self.entity()

    def do_merge(self, call: Call) -> Done:
        """Change the view's properties."""
        call.site.people.require(call.who, "manage", self._owner, self._owner)
        change(self._owner, self._view, call.entity("SP.View"))
        return Done(204)

    do_patch = do_merge

    def do_delete(self, call: Call) -> Done:
        """Delete the view."""
        call.site.people.require(call.who, "manage", self._owner, self._owner)
        if self._view.default:
            raise bad_request("The default view cannot be deleted.", code=-2130575342)
        self._owner.views.remove(self._view)
        return Done(200)

    def entity(self) -> Entity:
        """The view as an entity."""
        view, where = self._view, f"Web/Lists(guid'{self._owner.id}')/Views(guid'{self._view.id}')"
        values = {
            "Id": view.id,
            "Title": view.title,
            "ViewQuery": view.query,
            "RowLimit": view.row_limit,
            "Paged": view.paged,
            "DefaultView": view.default,
            "Hidden": view.hidden,
            "PersonalView": view.personal,
            "CustomFormatter": view.formatter,
            "Scope": view.scope,
            "ViewType": view.kind,
            "ServerRelativeUrl": view.url,
            "ReadOnlyView": False,
        }
        return Entity("SP.View", where, values, {"ListViewXml": _xml(view)}, {"ViewFields": lambda: _view_fields(self._owner, view)})


def _xml(view: View) -> str:
    fields = "".join(f'<FieldRef Name="{name}"/>' for name in view.fields)
    limit = f'<RowLimit Paged="{"TRUE" if view.paged else "FALSE"}">{view.row_limit}</RowLimit>'
    return f'<View Name="{{{view.id}}}" DisplayName="{view.title}"><Query>{view.query}</Query><ViewFields>{fields}</ViewFields>{limit}</View>'


def _view_fields(owner: ListState, view: View) -> Entity:
    where = f"Web/Lists(guid'{owner.id}')/Views(guid'{view.id}')/ViewFields"
    schema = "".join(f'<FieldRef Name="{name}" />' for name in view.fields)
    return Entity("SP.ViewFieldCollection", where, {"SchemaXml": schema, "Items": list(view.fields)})


class ViewFieldsNode(Node):
    """The columns of a view."""

    def __init__(self, owner: ListState, view: View) -> None:
        self._owner, self._view = owner, view

    def step(self, segment: Segment, call: Call) -> Node:
        """Adding, moving, removing."""
        runs = {"addviewfield": self._add, "removeviewfield": self._remove, "removeallviewfields": self._clear, "moveviewfieldto": self._move}
        if segment.name not in runs:
            raise no_resource(segment.written)
        return Action(lambda one: self._run(one, runs[segment.name], segment))

    def _run(self, call: Call, run: Any, segment: Segment) -> Done:
        call.site.people.require(call.who, "manage", self._owner, self._owner)
        run(call, segment)
        return Done(200)

    def _add(self, call: Call, segment: Segment) -> None:
        name = known(self._owner, demanded(segment, "strField"))
        if name not in self._view.fields:
            self._view.fields.append(name)

    def _remove(self, call: Call, segment: Segment) -> None:
        name = demanded(segment, "strField")
        if name not in self._view.fields:
            raise bad_request(f"Column '{name}' is not in the view.", code=-2147024809, kind="System.ArgumentException")
        self._view.fields.remove(name)

    def _clear(self, call: Call, segment: Segment) -> None:
        self._view.fields.clear()

    def _move(self, call: Call, segment: Segment) -> None:
        body = call.body()
        name, index = body.get("field"), body.get("index")
        if name not in self._view.fields or not isinstance(index, int) or not 0 <= index < len(self._view.fields):
            raise bad_request("The field or the index is not valid.", code=-2147024809, kind="System.ArgumentException")
        self._view.fields.remove(name)
        self._view.fields.insert(number(str(index)), name)

    def do_get(self, call: Call) -> Entity:
        """The names, in order."""
        return _view_fields(self._owner, self._view)

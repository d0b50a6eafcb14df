"""Columns as REST tells them, and the four ways to make one."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from tests.sharepoint import columns
from tests.sharepoint.address import GUID, Segment
from tests.sharepoint.dialect import Done, Entity, Many
from tests.sharepoint.filtering import matcher
from tests.sharepoint.message import bad_query, bad_request, no_resource, not_found
from tests.sharepoint.nodes import Action, Call, Node, demanded, truth
from tests.sharepoint.state import Field, ListState
from tests.sharepoint.values import rest_name

ANY_FIELD = ("SP.Field", *columns.ENTITIES.values())


class FieldsNode(Node):
    """The columns of a list."""

    def __init__(self, owner: ListState) -> None:
        self._owner = owner

    def called(self, segment: Segment, call: Call) -> Node:
        """fields('guid') as well as fields."""
        return self.step(Segment("getbyid", segment.written, segment.arguments, called=True), call) if segment.called and segment.arguments else self

    def step(self, segment: Segment, call: Call) -> Node:
        """One column, or a way to make one."""
        name = segment.name
        if name in ("getbyinternalnameortitle", "getbytitle", "getbyid"):
            key = demanded(segment, "strName", "title", "id")
            field = self._owner.field_named(key) if name != "getbyid" else self._by_id(key)
            if field is None:
                text = f"Column '{key}' does not exist. It may have been deleted by another user. {self._owner.path}"
                raise not_found(text, code=-2147024809, kind="System.ArgumentException")
            return FieldNode(self._owner, field)
        if name == "createfieldasxml":
            return Action(self._from_xml)
        if name == "addfield":
            return Action(lambda one: self._create(one, one.parameters("SP.FieldCreationInformation"), "SP.FieldCreationInformation"))
        raise no_resource(segment.written)

    def _by_id(self, key: str) -> Field | None:
        if not GUID.fullmatch(key):
            raise bad_request("Guid should contain 32 digits with 4 dashes.", code=-2146233033, kind="System.FormatException")
        return next((one for one in self._owner.fields.values() if one.id == key.strip("{}").lower()), None)

    def all(self) -> Many:
        """Every column."""
        return Many([FieldNode(self._owner, one).entity() for one in self._owner.fields.values()])

    def do_get(self, call: Call) -> Many:
        """Every column that a filter keeps."""
        found = self.all().things
        if call.options.filter:
            keep = matcher(call.options.filter, lambda name, entity: {**entity.extra, **entity.values}.get(name))
            found = [entity for entity in found if keep(entity)]
        return Many(found[: call.options.top], type="SP.Field")

    def do_post(self, call: Call) -> Done:
        """A new column from an entity."""
        properties, named = call.typed(*ANY_FIELD)
        return self._create(call, properties, named)

    def _create(self, call: Call, properties: dict[str, Any], named: str | None) -> Done:
        call.site.people.require(call.who, "manage", self._owner, self._owner)
        kind, title = properties.pop("FieldTypeKind", None), properties.pop("Title", None)
        if not isinstance(kind, int) or columns.TYPES.get(kind) not in columns.MAKEABLE:
            raise bad_request(f"The field type {kind} cannot be created.", code=-2147024809, kind="System.ArgumentException")
        if not isinstance(title, str) or not title:
            raise bad_request("Invalid field name. The field has no name.", code=-2130575340)
        kind_name = columns.TYPES[kind]
        field = Field(columns.encoded(title), title, kind_name, kind, date_only=kind_name == "DateTime")
        if named == "SP.FieldCreationInformation":
            named = columns.ENTITIES.get(kind_name, "SP.Field")
        if named is None and set(properties) & set(columns.OWN_PROPERTIES):
            raise columns.unknown_property(next(iter(set(properties) & set(columns.OWN_PROPERTIES))), "SP.Field")
        columns.change(field, properties, type_name=named)
        return Done(201, FieldNode(self._owner, columns.add(self._owner, field)).entity())

    def _from_xml(self, call: Call) -> Done:
        call.site.people.require(call.who, "manage", self._owner, self._owner)
        parameters = call.parameters("SP.XmlSchemaFieldCreationInformation")
        if set(parameters) - {"SchemaXml", "Options"}:
            raise bad_query("The property does not exist on type 'SP.XmlSchemaFieldCreationInformation'.")
        options = int(parameters.get("Options") or 0)
        field = columns.add(self._owner, columns.from_xml(str(parameters.get("SchemaXml") or ""), options=options))
        if options & columns.TO_DEFAULT_VIEW:
            next(view for view in self._owner.views if view.default).fields.append(field.internal)
        return Done(201, FieldNode(self._owner, field).entity())


class FieldNode(Node):
    """One column."""

    def __init__(self, owner: ListState, field: Field) -> None:
        self._owner, self._field = owner, field

    def step(self, segment: Segment, call: Call) -> Node:
        """An operation on the column."""
        if segment.name in ("setshowindisplayform", "setshowineditform", "setshowinnewform"):
            name, value = "ShowIn" + segment.name[9:-4].capitalize() + "Form", truth(demanded(segment, "value"))
            return Action(lambda one: self._show(one, name, value))
        if segment.name == "enableindex":
            return Action(self._index)
        if segment.name == "deleteobject":
            return Action(self.do_delete)
        raise no_resource(segment.written)

    def _show(self, call: Call, name: str, value: bool) -> Done:
        call.site.people.require(call.who, "manage", self._owner, self._owner)
        self._field.shown[name] = value
        return Done(200)

    def _index(self, call: Call) -> Done:
        self._alter(call, {"Indexed": True}, None)
        return Done(200)

    def do_get(self, call: Call) -> Entity:
        """The column's properties."""
        return self.entity()

    def do_merge(self, call: Call) -> Done:
        """Change the column's properties."""
        properties, named = call.typed(*ANY_FIELD)
        self._alter(call, properties, named)
        return Done(204)

    do_patch = do_merge

    def _alter(self, call: Call, properties: dict[str, Any], named: str | None) -> None:
        call.site.people.require(call.who, "manage", self._owner, self._owner)
        trial = deepcopy(self._field)
        columns.change(trial, properties, type_name=named)
        if any(one.title.lower() == trial.title.lower() and one.internal != trial.internal for one in self._owner.fields.values() if not one.base):
            raise bad_request(f'A duplicate field name "{trial.title}" was found.', code=-2130575214)
        columns.check(self._owner, trial)
        self._owner.fields[self._field.internal] = trial

    def do_delete(self, call: Call) -> Done:
        """Delete the column and what stands in it."""
        call.site.people.require(call.who, "manage", self._owner, self._owner)
        if self._field.base:
            raise bad_request("The field cannot be deleted because it is a part of the list.", code=-2130575342)
        del self._owner.fields[self._field.internal]
        for item in self._owner.items.values():
            item.values.pop(self._field.internal, None)
        return Done(200)

    def entity(self) -> Entity:
        """The column as an entity."""
        field = self._field
        values: dict[str, Any] = {
            "Id": field.id,
            "InternalName": field.internal,
            "StaticName": field.internal,
            "Title": field.title,
            "Description": field.description,
            "TypeAsString": field.type,
            "TypeDisplayName": field.type,
            "FieldTypeKind": field.kind,
            "EntityPropertyName": rest_name(field),
            "Required": field.required,
            "Hidden": field.hidden,
            "ReadOnlyField": field.read_only,
            "Indexed": field.indexed,
            "AutoIndexed": False,
            "EnforceUniqueValues": field.unique,
            "CanBeDeleted": not field.base,
            "CustomFormatter": field.formatter,
            "DefaultValue": field.default,
            "Filterable": field.type != "Note",
            "Sortable": field.type not in ("Note", "MultiChoice"),
            "FromBaseType": field.base,
            "Group": "Anpassade kolumner",
            "Sealed": False,
            "Scope": self._owner.path,
            "SchemaXml": columns.schema_xml(field),
            "ValidationFormula": None,
            "ValidationMessage": None,
        }
        own: dict[str, Any] = {"MaxLength": field.max_length, "Choices": field.choices, "FillInChoice": field.fill_in, "RichText": field.rich}
        own |= {"DisplayFormat": field.display, "NumberOfLines": 6, "SelectionMode": 0, "EditFormat": 0, "MinimumValue": None, "MaximumValue": None}
        values |= {name: value for name, value in own.items() if field.type in columns.OWN_PROPERTIES[name]}
        kind = columns.ENTITIES.get(field.type, "SP.Field")
        return Entity(kind, f"Web/Lists(guid'{self._owner.id}')/Fields(guid'{field.id}')", values, siblings=frozenset(own) - set(values))

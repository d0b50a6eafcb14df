"""Making and changing columns, as SharePoint does: internal names from display names, indexes, unique values, and what it refuses."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tests.sharepoint.message import bad_request
from tests.sharepoint.state import Field, ListState

KINDS = {
    "Integer": 1, "Text": 2, "Note": 3, "DateTime": 4, "Counter": 5, "Choice": 6, "Lookup": 7, "Boolean": 8, "Number": 9, "Currency": 10,
    "URL": 11, "Computed": 12, "Guid": 14, "MultiChoice": 15, "File": 18, "Attachments": 19, "User": 20, "ModStat": 23, "ContentTypeId": 25,
}  # fmt: skip
TYPES = {kind: name for name, kind in KINDS.items()}
ENTITIES = {
    "Text": "SP.FieldText", "Note": "SP.FieldMultiLineText", "DateTime": "SP.FieldDateTime", "Choice": "SP.FieldChoice",
    "MultiChoice": "SP.FieldMultiChoice", "Number": "SP.FieldNumber", "Currency": "SP.FieldCurrency", "URL": "SP.FieldUrl",
    "User": "SP.FieldUser", "Lookup": "SP.FieldLookup", "Computed": "SP.FieldComputed", "Guid": "SP.FieldGuid",
}  # fmt: skip
MAKEABLE = {"Text", "Note", "DateTime", "Choice", "MultiChoice", "Boolean", "Number", "Currency", "URL", "User", "Lookup", "Integer"}
INDEXABLE = {"Text", "DateTime", "Choice", "Number", "Currency", "Boolean", "User", "Lookup", "Integer", "Counter"}
MOST_INDEXES, MOST_ITEMS_FOR_INDEX = 20, 20_000
NAME_HINT, TO_DEFAULT_VIEW = 8, 16

BASE = [
    # internal, title, type, hidden, read only
    ("ID", "ID", "Counter", False, True),
    ("ContentTypeId", "Innehållstyps-ID", "ContentTypeId", True, True),
    ("Created", "Skapad", "DateTime", False, True),
    ("Modified", "Ändrad", "DateTime", False, True),
    ("Author", "Skapad av", "User", False, True),
    ("Editor", "Ändrad av", "User", False, True),
    ("GUID", "GUID", "Guid", True, True),
    ("_UIVersionString", "Version", "Text", False, True),
    ("owshiddenversion", "owshiddenversion", "Integer", True, True),
    ("FSObjType", "Objekttyp", "Integer", True, True),
    ("FileRef", "URL-sökväg", "Text", True, True),
    ("FileDirRef", "Sökväg", "Text", True, True),
    ("UniqueId", "Unikt ID", "Guid", True, True),
    ("_ModerationStatus", "Godkännandestatus", "ModStat", True, True),
]
LIBRARY_BASE = [
    ("FileLeafRef", "Namn", "File", False, False),
    ("DocIcon", "Typ", "Computed", False, True),
    ("LinkFilename", "Namn", "Computed", False, True),
    ("CheckoutUser", "Utcheckad till", "User", False, True),
    ("File_x0020_Type", "Filtyp", "Text", True, True),
    ("_CheckinComment", "Kommentar", "Text", True, True),
]
LIST_BASE = [
    ("FileLeafRef", "Namn", "File", True, True),
    ("LinkTitle", "Rubrik", "Computed", False, True),
    ("LinkTitleNoMenu", "Rubrik", "Computed", False, True),
    ("Attachments", "Bifogade filer", "Attachments", False, False),
]
INDEXED_BASE = {"ID", "FileLeafRef", "FileDirRef", "FSObjType", "UniqueId", "GUID"}


def base_columns(*, library: bool) -> dict[str, Field]:
    """The columns that every new list has."""
    made = [
        Field(name, title, kind, KINDS[kind], hidden=hidden, read_only=closed, base=True, indexed=name in INDEXED_BASE)
        for name, title, kind, hidden, closed in [*BASE, *(LIBRARY_BASE if library else LIST_BASE)]
    ]
    made.append(Field("Title", "Rubrik", "Text", 2, required=not library, base=True))
    return {one.internal: one for one in made}


def encoded(title: str) -> str:
    """The internal name that SharePoint derives from a title: odd letters as _xNNNN_, at most 32 characters."""
    letters = (letter if re.match(r"[A-Za-z0-9_]", letter) else f"_x{ord(letter):04x}_" for letter in title)
    return "".join(letters)[:32]


def from_xml(text: str, *, options: int = 0) -> Field:
    """A column from CAML. Its internal name comes from DisplayName, and Name is only a hint that counts with AddFieldInternalNameHint (8)."""
    try:
        node = ET.fromstring(text)
    except ET.ParseError as error:
        raise bad_request(f"The field schema is not valid XML: {error}", code=-2147467259, kind="System.Xml.XmlException") from error
    if node.tag != "Field":
        raise bad_request("The field schema must have Field as its root.", code=-2130575342)
    kind = node.get("Type", "")
    many = kind in ("UserMulti", "LookupMulti") or node.get("Mult", "").upper() == "TRUE"
    kind, display = kind.removesuffix("Multi"), node.get("DisplayName") or node.get("Name", "")
    if kind not in MAKEABLE:
        raise bad_request(f"Field type {kind} is not installed properly. Go to the list settings page to delete this field.", code=-2130575340)
    if not display:
        raise bad_request("Invalid field name. The field has no name.", code=-2130575340)
    yes = {name: value.upper() in {"TRUE", "1"} for name, value in node.attrib.items()}
    internal = encoded(node.get("Name") or display) if options & NAME_HINT else encoded(display)
    made = Field(internal, display, kind, KINDS[kind], description=node.get("Description", ""))
    made.required, made.hidden, made.read_only = yes.get("Required", False), yes.get("Hidden", False), yes.get("ReadOnly", False)
    made.unique, made.indexed = yes.get("EnforceUniqueValues", False), yes.get("Indexed", False)
    made.fill_in, made.rich = yes.get("FillInChoice", False), yes.get("RichText", False)
    made.date_only = kind == "DateTime" and node.get("Format", "DateOnly") == "DateOnly"
    made.display = 0 if made.date_only or kind != "DateTime" else 1
    made.many = many and kind in ("User", "Lookup")
    made.max_length = int(node.get("MaxLength", "255"))
    made.choices = [one.text or "" for one in node.iter("CHOICE")]
    made.default = next((one.text for one in node.iter("Default")), None)
    made.formatter = node.get("CustomFormatter")
    made.schema = dict(node.attrib)
    made.shown = {name: value for name, value in yes.items() if name.startswith("ShowIn")}
    if node.get("ID"):
        made.id = node.get("ID", "").strip("{}").lower()
    return made


def add(owner: ListState, made: Field) -> Field:
    """Put a column on a list. Raises Refusal for one that is there already, or that cannot be indexed or unique."""
    for one in owner.fields.values():
        if one.id == made.id or one.internal.lower() == made.internal.lower() or one.title.lower() == made.title.lower():
            raise bad_request(f'A duplicate field name "{made.internal}" was found.', code=-2130575214)
    if made.kind in (6, 15) and not made.choices:
        raise bad_request("Choice field must have at least one choice.", code=-2130575340)
    check(owner, made)
    owner.fields[made.internal] = made
    return made


def check(owner: ListState, field: Field) -> None:
    """Raises Refusal when an index or unique values are not possible."""
    if field.unique and not field.indexed:
        raise bad_request("This column cannot enforce unique values because it is not indexed.", code=-2130575160)
    if field.indexed and field.type not in INDEXABLE:
        raise bad_request(f"The field {field.title} of type {field.type} cannot be indexed.", code=-2130575160)
    if field.unique and field.type == "Boolean":
        raise bad_request("This field type does not support enforcing unique values.", code=-2130575160)
    before = owner.fields.get(field.internal)
    if field.indexed and not (before and before.indexed and before is not field):
        others = [one for one in owner.fields.values() if one.indexed and not one.base and one.internal != field.internal]
        if len(others) >= MOST_INDEXES:
            raise bad_request("The maximum number of indexed columns (20) has been reached.", code=-2130575157)
        if len(owner.items) > MOST_ITEMS_FOR_INDEX and field.internal in owner.fields:
            raise bad_request("The operation is prohibited because it exceeds the list view threshold.", code=-2147024860)
    if field.unique:
        values = [str(item.values[field.internal]).lower() for item in owner.items.values() if item.values.get(field.internal) not in (None, "")]
        if len(values) != len(set(values)):
            raise bad_request("This column contains duplicate values.", code=-2130575161)


SETTABLE = {
    "Title": ("title", str), "Description": ("description", str), "CustomFormatter": ("formatter", str), "Hidden": ("hidden", bool),
    "Indexed": ("indexed", bool), "EnforceUniqueValues": ("unique", bool), "Required": ("required", bool), "ReadOnlyField": ("read_only", bool),
    "DefaultValue": ("default", str), "MaxLength": ("max_length", int), "FillInChoice": ("fill_in", bool), "RichText": ("rich", bool),
}  # fmt: skip
IGNORED = {
    "AllowHyperlink",
    "AllowMultipleValues",
    "AppendOnly",
    "ClientSideComponentId",
    "DateTimeCalendarType",
    "DecimalPlaces",
    "Direction",
    "DisplayFormat",
    "EditFormat",
    "FieldTypeKind",
    "FriendlyDisplayFormat",
    "Group",
    "Id",
    "InternalName",
    "JSLink",
    "LookupField",
    "LookupList",
    "MaximumValue",
    "MinimumValue",
    "NumberOfLines",
    "Presence",
    "RestrictedMode",
    "SchemaXml",
    "Scope",
    "SelectionGroup",
    "SelectionMode",
    "ShowAsPercentage",
    "StaticName",
    "TypeAsString",
    "UnlimitedLengthInDocumentLibrary",
    "ValidationFormula",
    "ValidationMessage",
}
OWN_PROPERTIES = {
    "MaxLength": {"Text"},
    "Choices": {"Choice", "MultiChoice"},
    "FillInChoice": {"Choice", "MultiChoice"},
    "RichText": {"Note"},
    "NumberOfLines": {"Note"},
    "AppendOnly": {"Note"},
    "UnlimitedLengthInDocumentLibrary": {"Note"},
    "DisplayFormat": {"DateTime", "Number", "URL"},
    "MinimumValue": {"Currency", "Number"},
    "MaximumValue": {"Currency", "Number"},
    "SelectionMode": {"User"},
    "EditFormat": {"Choice"},
}


def change(field: Field, properties: dict[str, Any], *, type_name: str | None) -> None:
    """Set properties of a column by their REST names. type_name: what the caller says it is; without it, only what every SP.Field has is known."""
    expected = ENTITIES.get(field.type, "SP.Field")
    if type_name not in (None, "SP.Field", expected):
        raise bad_request(
            f"The type {type_name} is not the type of the field, {expected}.", kind="Microsoft.SharePoint.Client.InvalidClientQueryException"
        )
    for name, value in properties.items():
        if name.startswith("__") or "odata.type" in name:
            continue
        if name in OWN_PROPERTIES and (field.type not in OWN_PROPERTIES[name] or type_name in (None, "SP.Field")):
            raise unknown_property(name, type_name or "SP.Field")
        if name == "Choices":
            choices = value.get("results") if isinstance(value, dict) else value
            if not isinstance(choices, list):
                raise bad_request("Choices must be a collection.", kind="Microsoft.SharePoint.Client.InvalidClientQueryException")
            field.choices = [str(one) for one in choices]
        elif name in SETTABLE:
            attribute, kind = SETTABLE[name]
            if value is not None and not isinstance(value, kind):
                raise bad_request(
                    f"Cannot convert the value of '{name}' to its type.", kind="Microsoft.SharePoint.Client.InvalidClientQueryException"
                )
            setattr(field, attribute, value)
            if name == "CustomFormatter" and value:
                check_formatter(value)
        elif name == "DisplayFormat" and field.type == "DateTime":
            field.display, field.date_only = int(value), int(value) == 0
        elif name not in IGNORED:
            raise unknown_property(name, type_name or "SP.Field")


def check_formatter(text: str) -> None:
    """Raises Refusal for column formatting that is no JSON object. (The service stores anything; the page shows nothing: stricter here.)"""
    try:
        if not isinstance(json.loads(text), dict):
            raise ValueError("no object")
    except ValueError as error:
        raise bad_request(f"CustomFormatter is no JSON object: {error}") from error


def unknown_property(name: str, type_name: str) -> Exception:
    """Refuses a property that a type does not have."""
    text = f"The property '{name}' does not exist on type '{type_name}'. Make sure to only use property names that are defined by the type."
    return bad_request(text, kind="Microsoft.SharePoint.Client.InvalidClientQueryException")


def schema_xml(field: Field) -> str:
    """The column as CAML."""
    attributes = {**field.schema, "ID": f"{{{field.id}}}", "Type": field.type, "Name": field.internal, "StaticName": field.internal}
    attributes |= {"DisplayName": field.title, "Description": field.description}
    for name, value in (("Required", field.required), ("Hidden", field.hidden), ("EnforceUniqueValues", field.unique), ("Indexed", field.indexed)):
        attributes[name] = "TRUE" if value else "FALSE"
    attributes |= {name: "TRUE" if value else "FALSE" for name, value in field.shown.items()}
    if field.formatter:
        attributes["CustomFormatter"] = field.formatter
    inner = "<CHOICES>" + "".join(f"<CHOICE>{escape(one)}</CHOICE>" for one in field.choices) + "</CHOICES>" if field.choices else ""
    return "<Field " + " ".join(f"{name}={quoteattr(value)}" for name, value in attributes.items()) + (f">{inner}</Field>" if inner else " />")

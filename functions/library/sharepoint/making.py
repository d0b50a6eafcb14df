"""Columns, views, lists and folders of ours as the requests that make them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from functions.library.sharepoint.standing import folder_address, list_address, quoted
from functions.library.sharepoint.wire import Ask
from functions.model.schema import FieldSpec, FieldType, ViewSpec

if TYPE_CHECKING:
    from functions.library.sharepoint.site import Site

_NAME_HINT = 8  # AddFieldOptions.AddFieldInternalNameHint: Name counts, not DisplayName; the column joins the default content type, at its end
_ALL_FOLDERS = 1  # ViewScope.Recursive
GENERIC, DOCUMENTS = 100, 101  # BaseTemplate

TYPES: Mapping[FieldType, tuple[str, ...]] = {
    FieldType.TEXT: ("Text",),
    FieldType.NOTE: ("Note",),
    FieldType.NUMBER: ("Number",),
    FieldType.DATE: ("DateTime",),
    FieldType.CHOICE: ("Choice",),
    FieldType.YES_NO: ("Boolean",),
    FieldType.LINK: ("URL",),
    FieldType.PEOPLE: ("UserMulti", "User"),
}
"""What SharePoint calls each kind of column (TypeAsString); the first is what we make."""

_MORE: Mapping[FieldType, dict[str, str]] = {
    FieldType.NOTE: {"RichText": "FALSE", "NumLines": "6", "UnlimitedLengthInDocumentLibrary": "TRUE"},
    FieldType.NUMBER: {"Decimals": "0"},
    FieldType.DATE: {"Format": "DateOnly"},
    FieldType.CHOICE: {"Format": "Dropdown", "FillInChoice": "FALSE"},
    FieldType.LINK: {"Format": "Hyperlink"},
    FieldType.PEOPLE: {"Mult": "TRUE", "UserSelectionMode": "PeopleOnly", "List": "UserInfo"},
}


def field_xml(spec: FieldSpec, *, title: str, index: bool) -> str:
    """The column as SharePoint's own XML. title: the name to show; index: False where the library cannot take another one."""
    told = {
        "Type": TYPES[spec.type][0],
        "Name": spec.name,
        "StaticName": spec.name,
        "DisplayName": title,
        "Description": spec.description,
        "Required": "FALSE",
        "Hidden": _yes(spec.hidden),
        "Indexed": _yes(index),
        "EnforceUniqueValues": _yes(spec.unique),
        "Group": "Dagordning",
        **_MORE.get(spec.type, {}),
    }
    attributes = " ".join(f"{name}={quoteattr(value)}" for name, value in told.items())
    choices = "".join(f"<CHOICE>{escape(choice)}</CHOICE>" for choice in spec.choices)
    inside = f"<CHOICES>{choices}</CHOICES>" if choices else ""
    inside += f"<Default>{escape(spec.default)}</Default>" if spec.default is not None else ""
    return f"<Field {attributes}>{inside}</Field>"


def make_field(site: Site, path: str, spec: FieldSpec, *, title: str, index: bool, formatter: str | None) -> tuple[Ask, ...]:
    """A new column of the list at `path`; its formatter is set afterwards, since XML does not carry it everywhere."""
    parameters = {
        "SchemaXml": field_xml(spec, title=title, index=index),
        "Options": _NAME_HINT,
        "__metadata": {"type": "SP.XmlSchemaFieldCreationInformation"},
    }
    made = Ask("POST", f"{list_address(site, path)}/fields/CreateFieldAsXml", {"parameters": parameters})
    return (made, change_field(site, path, spec.name, {"CustomFormatter": formatter})) if formatter else (made,)


def change_field(site: Site, path: str, name: str, values: Mapping[str, Any], *, type_name: str = "SP.Field") -> Ask:
    """Other properties for a column."""
    return _merge(f"{list_address(site, path)}/fields/getByInternalNameOrTitle('{quoted(name)}')", values, type_name=type_name)


def set_choices(site: Site, path: str, name: str, choices: tuple[str, ...]) -> Ask:
    """Other choices for a choice column."""
    collection = {"__metadata": {"type": "Collection(Edm.String)"}, "results": list(choices)}
    return change_field(site, path, name, {"Choices": collection}, type_name="SP.FieldChoice")


def make_view(site: Site, path: str, spec: ViewSpec, *, library: bool) -> tuple[Ask, ...]:
    """A new view. library: of a document library, where it shows the files of all folders."""
    parameters: dict[str, Any] = {
        "Title": spec.title,
        "ViewTypeKind": 1,
        "ViewFields": {"results": list(spec.fields)},
        "RowLimit": spec.row_limit,
        "Query": spec.query,
        "Paged": True,
        "PersonalView": False,
        "SetAsDefaultView": spec.default,
        "__metadata": {"type": "SP.ViewCreationInformation"},
    }
    if spec.formatter:
        parameters["CustomFormatter"] = spec.formatter
    made = Ask("POST", f"{list_address(site, path)}/views/Add", {"parameters": parameters})
    return (made, change_view(site, path, spec.title, {"Scope": _ALL_FOLDERS})) if library else (made,)


def change_view(site: Site, path: str, title: str, values: Mapping[str, Any]) -> Ask:
    """Other properties for a view."""
    return _merge(f"{list_address(site, path)}/views/getByTitle('{quoted(title)}')", values, type_name="SP.View")


def set_view_fields(site: Site, path: str, title: str, fields: tuple[str, ...]) -> tuple[Ask, ...]:
    """Other columns for a view."""
    address = f"{list_address(site, path)}/views/getByTitle('{quoted(title)}')/ViewFields"
    return (
        Ask("POST", f"{address}/RemoveAllViewFields"),
        *(Ask("POST", f"{address}/AddViewField('{quoted(name)}')") for name in fields),
    )


def make_list(site: Site, url: str, *, description: str, hidden: bool, template: int = GENERIC) -> Ask:
    """A new list, called as the last part of its address until it is named: SharePoint makes the address from the first title."""
    values: dict[str, Any] = {"__metadata": {"type": "SP.List"}, "Title": url, "BaseTemplate": template, "Description": description, "Hidden": hidden}
    if template == GENERIC:
        values["EnableAttachments"] = False
    return Ask("POST", f"{site.url}/_api/web/lists", values)


def change_list(site: Site, path: str, values: Mapping[str, Any]) -> Ask:
    """Other properties for a list."""
    return _merge(list_address(site, path), values, type_name="SP.List")


def own_readers(site: Site, path: str, given: tuple[tuple[int, int], ...], *, inherits: bool) -> tuple[Ask, ...]:
    """Readers of its own for a list: those of the library. given: (principal, role definition); first nobody else may read it, then these too."""
    address = list_address(site, path)
    broken = (Ask("POST", f"{address}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)", repeatable=True),) if inherits else ()
    added = (
        Ask("POST", f"{address}/roleassignments/addroleassignment(principalid={principal},roledefid={role})", repeatable=True)
        for principal, role in given
    )
    return (*broken, *added)


def take_away(site: Site, path: str, principal: int) -> Ask:
    """One principal's own permissions on a list taken away: SharePoint gives full control to whoever breaks inheritance."""
    address = f"{list_address(site, path)}/roleassignments/getbyprincipalid({principal})"
    return Ask("DELETE", address, etag="*", repeatable=True)


def make_folder(site: Site, parent: str, name: str) -> Ask:
    """A new folder in the one at the server-relative path `parent`."""
    return Ask("POST", f"{folder_address(site, parent)}/folders/AddUsingPath(decodedurl='{quoted(name)}')")


def _merge(address: str, values: Mapping[str, Any], *, type_name: str) -> Ask:
    return Ask("MERGE", address, {"__metadata": {"type": type_name}, **values}, etag="*", repeatable=True)


def _yes(value: bool) -> str:
    return "TRUE" if value else "FALSE"

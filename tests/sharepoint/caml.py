"""Queries in CAML: Where, OrderBy, RowLimit and Scope, and a refusal of every scope and operator that SharePoint does not know."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from tests.sharepoint import rows
from tests.sharepoint.dialect import Many
from tests.sharepoint.filtering import moment, plain
from tests.sharepoint.message import Refusal, bad_request
from tests.sharepoint.nodes import Call
from tests.sharepoint.state import FOLDER, Item, ListState

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator

SCOPES = {None: "", "": "", "Default": "", "FilesOnly": "FilesOnly", "Recursive": "Recursive", "RecursiveAll": "RecursiveAll"}
COMPARE = {"Eq", "Neq", "Gt", "Geq", "Lt", "Leq", "BeginsWith", "Contains"}
Reader = Callable[[str, Item], Any]


@dataclass(frozen=True)
class CamlView:
    """A parsed <View>."""

    scope: str
    where: ET.Element | None
    order: tuple[tuple[str, bool], ...]
    limit: int | None
    paged: bool


def _bad(message: str) -> Refusal:
    return bad_request(message, code=-2130575340)


def parse(owner: ListState, text: str) -> CamlView:
    """A <View>. Raises Refusal for what is no CAML."""
    try:
        view = ET.fromstring(text)
    except ET.ParseError as error:
        raise _bad(f"The query is not valid CAML: {error}") from error
    if view.tag != "View":
        raise _bad("The query must have View as its root.")
    scope = view.get("Scope")
    if scope not in SCOPES:
        raise bad_request(f"The scope '{scope}' of the view is not valid.", code=-2147024809, kind="System.ArgumentException")
    query = view.find("Query")
    where = next(iter(query.find("Where") or []), None) if query is not None and query.find("Where") is not None else None
    order = query.find("OrderBy") if query is not None else None
    names = tuple((one.get("Name", ""), one.get("Ascending", "TRUE").upper() == "FALSE") for one in (order if order is not None else []))
    limit = view.find("RowLimit")
    for one in view.iter("FieldRef"):
        if one.get("Name", "") not in owner.fields:
            raise _bad(f"One or more field types are not installed properly: '{one.get('Name')}' does not exist.")
    return CamlView(
        SCOPES[scope], where, names, int(limit.text or 0) if limit is not None else None, limit is not None and limit.get("Paged") == "TRUE"
    )


def run(call: Call, owner: ListState, view: CamlView, *, folder: str | None, position: Any) -> Many:
    """The items that a view shows."""
    from tests.sharepoint.items import throttled

    def read(name: str, item: Item) -> Any:
        return rows.cell(call.site, owner, item, owner.fields[name])

    test = _condition(call.site, owner, view.where, read) if view.where is not None else lambda item: True
    if len(owner.items) > call.site.threshold and (view.where is not None or view.limit is None or view.limit > call.site.threshold):
        names = [one.get("Name", "") for one in view.where.iter("FieldRef")] if view.where is not None else []
        if not names or not owner.fields[names[0]].indexed or sum(1 for item in owner.items.values() if test(item)) > call.site.threshold:
            raise throttled()
    found = [item for item in owner.items.values() if _in_scope(owner, item, view.scope, folder) and test(item)]
    for name, down in reversed(view.order):
        found.sort(
            key=lambda item: (read(name, item) is not None, plain(read(name, item), None) if read(name, item) is not None else 0), reverse=down
        )
    if isinstance(position, dict) and position.get("PagingInfo"):
        last = parse_qs(position["PagingInfo"]).get("p_ID", ["0"])[0]
        ids = [item.id for item in found]
        found = found[ids.index(int(last)) + 1 :] if int(last) in ids else []
    return Many([rows.entity(call.site, owner, item) for item in found[: view.limit or None]])


def _in_scope(owner: ListState, item: Item, scope: str, folder: str | None) -> bool:
    if not owner.is_library:
        return True
    root = (folder or owner.path).lower()
    if scope in ("Recursive", "RecursiveAll"):
        return item.path.lower().startswith(root + "/") and (scope == "RecursiveAll" or item.kind != FOLDER)
    return item.folder.lower() == root and (scope != "FilesOnly" or item.kind != FOLDER)


def _condition(site: Emulator, owner: ListState, node: ET.Element, read: Reader) -> Callable[[Item], bool]:
    if node.tag in ("And", "Or"):
        if len(node) != 2:
            raise _bad(f"{node.tag} must hold two conditions.")
        left, right = _condition(site, owner, node[0], read), _condition(site, owner, node[1], read)
        return (lambda item: left(item) and right(item)) if node.tag == "And" else (lambda item: left(item) or right(item))
    reference = node.find("FieldRef")
    if reference is None:
        raise _bad(f"{node.tag} has no FieldRef.")
    name = reference.get("Name", "")
    if node.tag in ("IsNull", "IsNotNull"):
        return lambda item: (read(name, item) in (None, "")) == (node.tag == "IsNull")
    if node.tag == "In":
        wanted = [_value(site, owner, name, one) for one in node.findall("Values/Value")]
        return lambda item: any(_same(read(name, item), one) for one in wanted)
    if node.tag not in COMPARE:
        raise _bad(f"The operator {node.tag} is not known here.")
    value_node = node.find("Value")
    if value_node is None or not value_node.get("Type"):
        raise _bad(f"{node.tag} has no Value with a Type.")
    value = _value(site, owner, name, value_node)
    return lambda item: _holds(node.tag, read(name, item), value)


def _value(site: Emulator, owner: ListState, name: str, node: ET.Element) -> Any:
    text, kind = node.text or "", owner.fields[name].type
    try:
        if kind in ("Number", "Integer", "Counter", "Currency", "User", "Lookup"):
            return float(text)
        if kind == "Boolean":
            return text in ("1", "TRUE", "True")
        if kind == "DateTime" and node.find("Today") is not None:
            return site.clock.now() + timedelta(days=int(next(node.iter("Today")).get("OffsetDays", "0")))
        return moment(text) if kind == "DateTime" else text
    except ValueError as error:
        raise _bad(f"The value '{text}' does not fit the column {name}.") from error


def _same(value: Any, wanted: Any) -> bool:
    return value is not None and plain(value, wanted) == plain(wanted, value)


def _holds(operator: str, value: Any, wanted: Any) -> bool:
    if operator == "Eq":
        return _same(value, wanted)
    if operator == "Neq":
        return not _same(value, wanted)
    if value is None:
        return False
    if operator in ("BeginsWith", "Contains"):
        text, part = str(value).lower(), str(wanted).lower()
        return text.startswith(part) if operator == "BeginsWith" else part in text
    left, right = plain(value, wanted), plain(wanted, value)
    return bool({"Gt": left > right, "Geq": left >= right, "Lt": left < right, "Leq": left <= right}[operator])

"""What stands on a SharePoint site already: lists, columns, views and folders as values, read in a few round trips, so that a plan can be made."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from functions import errors
from functions.library.sharepoint.refusals import refusal
from functions.library.sharepoint.wire import Answer, Ask

if TYPE_CHECKING:
    from functions.library.sharepoint.site import Site

DOCUMENTS = 101  # BaseTemplate of a document library
_LIST = (
    "Id", "Title", "Description", "BaseTemplate", "Hidden", "ItemCount", "EnableModeration", "ForceCheckout", "HasUniqueRoleAssignments",
    "RootFolder/ServerRelativeUrl",
)  # fmt: skip
_FIELD = (
    "Id", "InternalName", "Title", "TypeAsString", "Hidden", "Indexed", "EnforceUniqueValues", "Required", "Description", "CustomFormatter",
    "SchemaXml",
)  # fmt: skip
_VIEW = ("Id", "Title", "ViewQuery", "DefaultView", "PersonalView", "Hidden", "Scope", "CustomFormatter", "ViewFields")


@dataclass(frozen=True, slots=True)
class StandingField:
    """A column as it is."""

    name: str
    title: str
    type: str
    description: str = ""
    formatter: str = ""
    choices: tuple[str, ...] = ()
    hidden: bool = False
    indexed: bool = False
    unique: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class StandingView:
    """A view as it is. scope: 0 the folder that one stands in, 1 all files of all folders."""

    title: str
    query: str = ""
    fields: tuple[str, ...] = ()
    formatter: str = ""
    default: bool = False
    scope: int = 0


@dataclass(frozen=True, slots=True)
class StandingList:
    """A list or a library as it is. path: server-relative; own_readers: its permissions are not those of the site."""

    title: str
    path: str
    template: int
    description: str = ""
    items: int = 0
    hidden: bool = False
    moderated: bool = False
    checked_out: bool = False
    own_readers: bool = False
    fields: Mapping[str, StandingField] = field(default_factory=dict)
    views: Mapping[str, StandingView] = field(default_factory=dict)


def list_address(site: Site, path: str) -> str:
    """The REST address of the list or library at a server-relative path; it stays when people rename the list."""
    return f"{site.url}/_api/web/GetList('{quoted(path)}')"


def folder_address(site: Site, path: str) -> str:
    """The REST address of the folder at a server-relative path."""
    return f"{site.url}/_api/web/getFolderByServerRelativePath(decodedUrl='{quoted(path)}')"


def quoted(text: str) -> str:
    """A text as it stands between the quotes of an address."""
    return quote(text.replace("'", "''"), safe="/'")


def read_lists(site: Site) -> tuple[StandingList, ...]:
    """Every list and library of the site, hidden ones too, without their columns. Raises errors.NoAccess when the site is none or may not be seen."""
    found: list[dict[str, Any]] = []
    ask = site.get(f"{site.url}/_api/web/lists", select=_LIST, expand=("RootFolder",), top=1000)
    while True:
        answer = site.fetch(ask, what=site.url)
        found += answer.results
        if answer.next_page is None:
            break
        ask = Ask("GET", answer.next_page)
    if not found:
        raise errors.NoAccess(f"Webbplatsen {site.url} visar inga listor. Ge appen Sites.Selected med rollen manage på webbplatsen.")
    return tuple(_list(one) for one in found)


def read_details(site: Site, lists: Sequence[StandingList]) -> tuple[StandingList, ...]:
    """The same lists with their columns and views, in one round trip."""
    asks = [
        ask
        for one in lists
        for ask in (
            site.get(f"{list_address(site, one.path)}/fields", select=_FIELD),
            site.get(f"{list_address(site, one.path)}/views", select=_VIEW, expand=("ViewFields",)),
        )
    ]
    answers = site.batch(asks) if asks else []
    return tuple(
        replace(one, fields=_fields(_done(answers[2 * place], one)), views=_views(_done(answers[2 * place + 1], one)))
        for place, one in enumerate(lists)
    )


def read_folders(site: Site, paths: Sequence[str]) -> frozenset[str]:
    """Those of the server-relative paths at which a folder stands."""
    answers = site.batch([site.get(folder_address(site, path), select=("Exists", "ServerRelativeUrl")) for path in paths]) if paths else []
    for answer in answers:
        if not answer.ok and answer.status != 404:
            raise refusal(answer)
    return frozenset(path for path, answer in zip(paths, answers, strict=True) if answer.ok and answer.entity.get("Exists") is not False)


def read_label(site: Site, path: str) -> str | None:
    """The name of a library's default label where it makes records (files that nobody may change); None where there is none, or none can be seen.

    Asked as PnP Core asks for it: https://github.com/pnp/pnpcore (SP.CompliancePolicy.SPPolicyStoreProxy.GetListComplianceTag).
    """
    address = f"{site.url}/_api/SP.CompliancePolicy.SPPolicyStoreProxy.GetListComplianceTag(listUrl='{quoted(path)}')"
    answer = site.send(Ask("GET", address))
    told = answer.entity.get("GetListComplianceTag", answer.entity) if answer.ok else None
    return str(told.get("TagName") or "") or None if isinstance(told, dict) and told.get("BlockEdit") is True else None


def _done(answer: Answer, one: StandingList) -> Answer:
    if not answer.ok:
        raise refusal(answer, what=one.title)
    return answer


def _list(told: Mapping[str, Any]) -> StandingList:
    root = told.get("RootFolder")
    return StandingList(
        title=str(told["Title"]),
        path=str(root["ServerRelativeUrl"]) if isinstance(root, dict) else "",
        template=int(told.get("BaseTemplate") or 0),
        description=str(told.get("Description") or ""),
        items=int(told.get("ItemCount") or 0),
        hidden=told.get("Hidden") is True,
        moderated=told.get("EnableModeration") is True,
        checked_out=told.get("ForceCheckout") is True,
        own_readers=told.get("HasUniqueRoleAssignments") is True,
    )


def _fields(answer: Answer) -> dict[str, StandingField]:
    found = {}
    for told in answer.results:
        found[str(told["InternalName"])] = StandingField(
            name=str(told["InternalName"]),
            title=str(told.get("Title") or ""),
            type=str(told.get("TypeAsString") or ""),
            description=str(told.get("Description") or ""),
            formatter=str(told.get("CustomFormatter") or ""),
            choices=_choices(str(told.get("SchemaXml") or "")),
            hidden=told.get("Hidden") is True,
            indexed=told.get("Indexed") is True,
            unique=told.get("EnforceUniqueValues") is True,
            required=told.get("Required") is True,
        )
    return found


def _choices(schema: str) -> tuple[str, ...]:
    """The choices of a column, from its XML: the property itself may not be asked of columns of every kind at once."""
    if "<CHOICE>" not in schema:
        return ()
    try:
        return tuple(choice.text or "" for choice in ET.fromstring(schema).iter("CHOICE"))
    except ET.ParseError:
        return ()


def _views(answer: Answer) -> dict[str, StandingView]:
    found = {}
    for told in answer.results:
        if told.get("Hidden") is True or told.get("PersonalView") is True:
            continue
        found[str(told["Title"])] = StandingView(
            title=str(told["Title"]),
            query=str(told.get("ViewQuery") or ""),
            fields=_view_fields(told.get("ViewFields")),
            formatter=str(told.get("CustomFormatter") or ""),
            default=told.get("DefaultView") is True,
            scope=int(told.get("Scope") or 0),
        )
    return found


def _view_fields(told: object) -> tuple[str, ...]:
    if not isinstance(told, dict):
        return ()
    items = told.get("Items")
    listed = items.get("results") if isinstance(items, dict) else items
    if isinstance(listed, list):
        return tuple(str(name) for name in listed)
    return tuple(re.findall(r'Name="([^"]+)"', str(told.get("SchemaXml") or "")))

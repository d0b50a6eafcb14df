"""Tries on the real service what no documentation promises: whether ValidateUpdateListItem honours If-Match, so that columns need no new version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from functions.library.sharepoint.making import change_list
from functions.library.sharepoint.site import done
from functions.library.sharepoint.standing import list_address
from functions.library.sharepoint.wire import Answer, Ask

if TYPE_CHECKING:
    from functions.library.sharepoint.site import Site

_ROW = "dagordning/prov"
_OUTCOME = re.compile(r" \[villkorade skrivningar: (ja|nej)\]")


def tried(description: str) -> bool | None:
    """What an earlier trial found, as it stands in the description of the hidden list; None before the first."""
    found = _OUTCOME.search(description)
    return found[1] == "ja" if found else None


def try_conditional_writes(site: Site, path: str) -> bool:
    """Write a temporary row of the hidden list with a stale If-Match and a right one, take it away, and note the outcome in the list's description.

    path: server-relative, of the list. Whether only the right one was obeyed, so that DAGORDNING_VERSIONLESS_WRITES may be set.
    """
    address = list_address(site, path)
    _clear(site, address)
    about = done(site.send(site.get(address, select=("ListItemEntityTypeFullName", "Description")))).entity
    row = {"__metadata": {"type": about["ListItemEntityTypeFullName"]}, "DgKey": _ROW}
    created = done(site.send(Ask("POST", f"{address}/items", row))).entity
    item = f"{address}/items({int(created['Id'])})"
    stale = str(created["__metadata"]["etag"])
    done(site.send(_validated(item, "1", etag=None)))
    fresh = _read(site, item)
    refused = site.send(_validated(item, "2", etag=stale))
    kept = _read(site, item).entity.get("DgBase") == "1"
    obeyed = _written(site.send(_validated(item, "3", etag=str(fresh.entity["__metadata"]["etag"]))))
    arrived = _read(site, item).entity.get("DgBase") == "3"
    _clear(site, address)
    outcome = not _written(refused) and kept and obeyed and arrived
    words = f"{_OUTCOME.sub('', str(about.get('Description') or ''))} [villkorade skrivningar: {'ja' if outcome else 'nej'}]"
    done(site.send(change_list(site, path, {"Description": words})))
    return outcome


def _validated(item: str, text: str, *, etag: str | None) -> Ask:
    value = {"FieldName": "DgBase", "FieldValue": text, "__metadata": {"type": "SP.ListItemFormUpdateValue"}}
    return Ask("POST", f"{item}/ValidateUpdateListItem", {"formValues": [value], "bNewDocumentUpdate": True}, etag=etag)


def _written(answer: Answer) -> bool:
    return answer.ok and bool(answer.results) and not any(one.get("HasException") is True for one in answer.results)


def _read(site: Site, item: str) -> Answer:
    return done(site.send(Ask("GET", f"{item}?$select=Id,DgBase")))


def _clear(site: Site, address: str) -> None:
    """Take the temporary row away, and any that an earlier trial left when it was cut off."""
    for told in done(site.send(site.get(f"{address}/items", select=("Id", "ID"), filter=f"DgKey eq '{_ROW}'"))).results:
        done(site.send(Ask("DELETE", f"{address}/items({int(told.get('Id') or told['ID'])})", etag="*", repeatable=True)))

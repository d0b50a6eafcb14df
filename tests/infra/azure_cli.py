"""A stand-in for `az` on PATH: answers as Entra and Graph would, over a tenant in a JSON file, and writes down every command."""

from __future__ import annotations

import json
import os
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import jmespath

SHAREPOINT = "00000003-0000-0ff1-ce00-000000000000"
GRAPH = "https://graph.microsoft.com/v1.0"
SITES_SELECTED = "20d37865-089c-4dee-8c41-6967602d4ac8"


def tenant() -> dict[str, Any]:
    """A tenant with one identity and one site, and nothing granted."""
    return {
        "principals": [
            {"id": "identity-object", "appId": "identity-client", "displayName": 'id-"dagordning"-å', "appRoles": []},
            {
                "id": "sharepoint-object",
                "appId": SHAREPOINT,
                "displayName": "Office 365 SharePoint Online",
                "appRoles": [
                    {"id": "delegated", "value": "Sites.Selected", "allowedMemberTypes": ["User"]},
                    {"id": "all", "value": "Sites.FullControl.All", "allowedMemberTypes": ["Application"]},
                    {"id": SITES_SELECTED, "value": "Sites.Selected", "allowedMemberTypes": ["Application"]},
                ],
            },
        ],
        "assignments": [{"id": "other", "principalId": "identity-object", "resourceId": "graph-object", "appRoleId": SITES_SELECTED}],
        "sites": {"regionen.sharepoint.com:/sites/rad": "site-1", "regionen.sharepoint.com": "root"},
        "permissions": [{"id": "p0", "roles": ["read"], "site": "site-1", "grantedToIdentities": [{"application": {"id": "another-app"}}]}],
        "refuses": [],  # (method, part of the address) that this sign-in may not do
        "calls": [],
    }


def main(arguments: list[str], store: Path) -> int:
    told = json.loads(store.read_text(encoding="utf-8"))
    told["calls"].append(arguments)
    try:
        answer = _answer(arguments, told)
    except PermissionError as problem:
        sys.stderr.write(f"ERROR: {problem}\n")
        return 1
    finally:
        store.write_text(json.dumps(told), encoding="utf-8")
    options = dict(pairwise(arguments))
    found = jmespath.search(options["--query"], answer) if "--query" in options else answer
    if options.get("--output") == "tsv":
        sys.stdout.write((found if isinstance(found, str) else "" if found is None else json.dumps(found)) + "\n")
    return 0


def _answer(arguments: list[str], told: dict[str, Any]) -> Any:
    options = dict(pairwise(arguments))
    if arguments[:3] == ["ad", "sp", "show"]:
        found = [one for one in told["principals"] if options["--id"] in (one["id"], one["appId"])]
        if not found:
            raise PermissionError("Resource does not exist")
        return found[0]
    if arguments[0] != "rest" or not options["--url"].startswith(GRAPH):
        raise PermissionError(f"unknown command {arguments}")
    method, address = options["--method"], options["--url"].removeprefix(GRAPH)
    if any(method == verb and part in address for verb, part in told["refuses"]):
        raise PermissionError("Forbidden")
    return _graph(method, address.strip("/").split("/"), json.loads(options.get("--body", "null")), told)


def _graph(method: str, parts: list[str], body: Any, told: dict[str, Any]) -> Any:
    if parts[0] == "servicePrincipals" and parts[2] == "appRoleAssignments":
        if method == "POST":
            told["assignments"].append({"id": f"a{len(told['assignments'])}", **body})
        return {"value": [one for one in told["assignments"] if one["principalId"] == parts[1]]}
    address = "/".join(parts[1:])
    if method == "GET" and address in told["sites"]:
        return {"id": told["sites"][address]}
    site = parts[1]
    if site not in told["sites"].values() or parts[2] != "permissions":
        raise PermissionError("itemNotFound")
    ours = [one for one in told["permissions"] if one["site"] == site]
    if method == "POST":
        told["permissions"].append({"id": f"p{len(told['permissions'])}", "site": site, **body})
        return None
    if len(parts) == 3:  # the list of permissions leaves the roles out
        return {"value": [{name: value for name, value in one.items() if name not in ("roles", "site")} for one in ours]}
    one = next(one for one in ours if one["id"] == parts[3])
    if method == "PATCH":
        one.update(body)
    return one


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(os.environ["AZURE_CLI_TENANT"])))

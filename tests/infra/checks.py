"""What must hold of the Bicep files, each as a question that answers with complaints; the tests ask them of ours and of broken ones."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from tests.infra.bicep import Call, Declared, Name, Template, calls, interpolations, parse

FUNCTIONS = {"empty", "guid", "resourceGroup", "string", "subscriptionResourceId", "take", "tenant", "toLower", "uniqueString"}
"""Bicep's own functions that we use; a name that is none of them is a slip."""

RULES = {"conditional", "not_op", "equals", "index_accessor", "property_accessor"}

RUNTIME_SETTINGS = {
    "AzureWebJobsStorage__accountName": "the host's own storage",
    "AzureWebJobsStorage__credential": "the host's own storage",
    "AzureWebJobsStorage__clientId": "the host's own storage",
    "APPLICATIONINSIGHTS_CONNECTION_STRING": "the host's logs",
    "APPLICATIONINSIGHTS_AUTHENTICATION_STRING": "the host's logs",
    "AZURE_CLIENT_ID": "azure-identity",
}
"""Settings that are read by the Functions host or a package, not by us."""

NOT_IN_AZURE = {
    "DAGORDNING_TODAY": "the clock",
    "DAGORDNING_POLL_SECONDS": "only `watch` reads it",
    "DAGORDNING_ADMINISTRATORS": "`person` and `purge` work on folders only",
    "DAGORDNING_GUEST_LANGUAGE": "only `draft --guests` reads it",
}

ROLES = {
    "blobs": {"b7e6dc6d-f1e8-4753-8033-0f276bb0955b"},  # Storage Blob Data Owner; the host needs it
    "queues": {"974c5e8b-45b9-4653-ba55-5f855dd0fb88"},  # Storage Queue Data Contributor
    "tables": {"0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"},  # Storage Table Data Contributor
    "logs": {"3913510d-42f4-4e42-8a64-420c390055eb"},  # Monitoring Metrics Publisher
    "vault": {"4633458b-17de-408a-b874-0445c86b69e6"},  # Key Vault Secrets User
}
"""What lets the identity use each of them. https://learn.microsoft.com/azure/role-based-access-control/built-in-roles"""

_SECRET = re.compile(r"secret|password|token|clientState|connectionString|certificate$|accessKey", re.IGNORECASE)


def names(template: Template) -> list[str]:
    """Names that are not declared, or twice, and functions that Bicep does not have."""
    unknown = {call.function for part in _bodies(template) for call in calls(part) if call.function not in FUNCTIONS | RULES}
    return [f"{name} is not declared" for name in template.undeclared] + [f"{name} is declared twice" for name in template.twice] + sorted(unknown)


def idle(template: Template) -> list[str]:
    """Parameters and variables that nothing uses."""
    used = {name.path[0] for part in _bodies(template) for name in _names(part)}
    return [f"{name} is not used" for kind in ("param", "var") for name in template.of(kind) if name not in used]


def modules(template: Template, files: Mapping[str, Template]) -> list[str]:
    """Modules whose file is missing, that get what they do not take, lack what they need, or are asked for what they do not give."""
    wrong = []
    for name, module in template.of("module").items():
        if module.type not in files:
            wrong.append(f"{module.type} is missing")
            continue
        inner, given = files[module.type], set(module.body.get("params", {}))
        needed = {param for param, declared in inner.of("param").items() if not declared.has_default}
        wrong += [f"{name} does not take {param}" for param in sorted(given - set(inner.of("param")))]
        wrong += [f"{name} lacks {param}" for param in sorted(needed - given)]
        asked = {found.path[2] for part in _bodies(template) for found in _names(part) if found.path[:2] == (name, "outputs") and len(found.path) > 2}
        wrong += [f"{name} does not give {output}" for output in sorted(asked - set(inner.of("output")))]
    return wrong


def parents(template: Template) -> list[str]:
    """Children that do not say which resource they belong to, or belong to one of another type."""
    wrong = []
    for name, resource in template.of("resource").items():
        kind = resource.type.split("@")[0]
        if kind.count("/") < 2:
            continue
        parent = resource.body.get("parent")
        above = template.of("resource").get(parent.path[0]) if isinstance(parent, Name) else None
        if above is None or above.type.split("@")[0] != kind.rsplit("/", 1)[0]:
            wrong.append(f"{name} has no parent of its type")
    return wrong


def settings(set_there: Collection[str], *, read: Collection[str]) -> list[str]:
    """App settings that nobody reads, and settings of ours that are not set."""
    ours = {name for name in set_there if name.startswith("DAGORDNING_")}
    return [
        *(f"{name} is read by nobody" for name in sorted(ours - set(read))),
        *(f"{name} is no setting of the host" for name in sorted(set(set_there) - ours - set(RUNTIME_SETTINGS))),
        *(f"{name} is not set" for name in sorted(set(read) - ours - set(NOT_IN_AZURE))),
        *(f"{name} has no place in Azure" for name in sorted(ours & set(NOT_IN_AZURE))),
    ]


def secrets(template: Template, given: Mapping[str, Any] | None = None) -> list[str]:
    """Secrets that would be seen: parameters that are not secure or have a value, keys that are asked for, outputs of them."""
    secure = {name for name, param in template.of("param").items() if "secure" in "".join(param.decorators)}
    wrong = [f"{name} is not secure" for name in template.of("param") if _SECRET.search(name) and name not in secure and not name.startswith("use")]
    wrong += [f"{name} has a value" for name in secure if template.of("param")[name].default not in (None, "")]
    wrong += [f"{name} is given" for name in sorted(secure & set(given or {}))]
    wrong += [f"{call.function} reads a key" for part in _bodies(template) for call in calls(part) if call.function.startswith("list")]
    for name, output in template.of("output").items():
        if {found.path[0] for found in _names(output.body)} & secure:
            wrong.append(f"{name} gives a secret away")
    return wrong


def locked_down(resources: Mapping[str, Declared]) -> list[str]:
    """Doors that are open by default in Azure and that we shut."""
    wanted = {
        "Microsoft.Storage/storageAccounts": {
            "allowBlobPublicAccess": False,
            "allowSharedKeyAccess": False,
            "minimumTlsVersion": "TLS1_2",
            "supportsHttpsTrafficOnly": True,
        },
        "Microsoft.Web/sites": {"httpsOnly": True},
        "Microsoft.Web/sites/basicPublishingCredentialsPolicies": {"allow": False},
        "Microsoft.Insights/components": {"DisableLocalAuth": True},
        "Microsoft.KeyVault/vaults": {"enableRbacAuthorization": True, "enablePurgeProtection": True},
    }
    found = {resource.type.split("@")[0]: resource.body.get("properties", {}) for resource in resources.values()}
    wrong = [f"{kind} is not there" for kind in wanted if kind not in found]
    for kind, doors in wanted.items():
        wrong += [f"{kind}: {door} is not {value}" for door, value in doors.items() if kind in found and found[kind].get(door) != value]
    return wrong


def granted(template: Template) -> set[str]:
    """The ids of the roles that a file gives the identity."""
    return {
        role
        for resource in template.of("resource").values()
        if resource.type.startswith("Microsoft.Authorization/")
        for role in _roles(resource, template)
    }


def roles(given: Collection[str], *, used: Collection[str]) -> list[str]:
    """What is used without a role for it, and roles for what is not used. used: keys of ROLES."""
    wrong = [f"no role for {what}" for what in sorted(used) if not ROLES[what] & set(given)]
    return wrong + [f"{role} is for nothing" for role in sorted(set(given) - {role for what in used for role in ROLES[what]})]


def listed(template: Template, variable: str) -> list[str]:
    """The strings in a variable that is a list of them."""
    return [str(entry) for entry in template.of("var")[variable].body]


def _roles(resource: Declared, template: Template) -> Iterator[str]:
    told = resource.body["properties"]["roleDefinitionId"].arguments[1]
    if not isinstance(told, Name):
        yield str(told)
    elif resource.loop is not None and told.path[0] in resource.loop[0]:
        yield from (str(entry) for entry in template.of("var")[resource.loop[1].path[0]].body)
    else:
        yield str(template.of("var")[told.path[0]].body)


def _bodies(template: Template) -> Iterator[Any]:
    for kind in template.declared:
        for declared in template.of(kind).values():
            yield declared.body
            yield declared.condition
            if declared.loop is not None:
                yield declared.loop[1]


def _names(found: Any) -> Iterator[Name]:
    if isinstance(found, Name):
        yield found
    elif isinstance(found, Call):
        for argument in found.arguments:
            yield from _names(argument)
    elif isinstance(found, Mapping):
        for key, entry in found.items():
            yield from _names(key)
            yield from _names(entry)
    elif isinstance(found, list):
        for entry in found:
            yield from _names(entry)
    elif isinstance(found, str):
        for expression in interpolations(found):
            yield from _names(parse(f"var x = {expression}\n").of("var")["x"].body)

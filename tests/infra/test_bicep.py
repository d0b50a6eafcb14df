"""The Bicep files hold together. Azure's own compiler was not run; each rule here is also shown a file that breaks it."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import lark
import pytest

from functions.state import queues
from functions.state.azure.state import NAME
from tests.infra import bicep, checks

ROOT = Path(__file__).resolve().parents[2]
INFRA = ROOT / "infra"
FILES = {path.relative_to(INFRA).as_posix(): bicep.read(path) for path in sorted(INFRA.rglob("*.bicep"))}
MAIN = FILES["main.bicep"]
APP, STORAGE, MONITORING, VAULT = (FILES[f"modules/{name}.bicep"] for name in ("app", "storage", "monitoring", "vault"))
GIVEN = {name: entry["value"] for name, entry in json.loads((INFRA / "main.parameters.json").read_text(encoding="utf-8"))["parameters"].items()}


def settings_read() -> set[str]:
    code = (ROOT / "functions" / "settings.py").read_text(encoding="utf-8")
    found = set(re.findall(r'environment, "([A-Z][A-Z_]{3,})"', code)) | set(re.findall(r"\{PREFIX\}([A-Z_]+)", code))
    return {f"DAGORDNING_{name}" for name in found}


def documented_functions() -> set[str]:
    return set(re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "operations.md").read_text(encoding="utf-8"), re.MULTILINE))


def test_every_file_of_ours_is_reached_from_main() -> None:
    assert {module.type for module in MAIN.of("module").values()} | {"main.bicep"} == set(FILES)


@pytest.mark.parametrize("file", FILES)
def test_every_name_is_declared_once_and_every_function_is_one_of_bicep(file: str) -> None:
    assert checks.names(FILES[file]) == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("output a string = nam\n", "nam is not declared"),
        ("param name string\noutput a string = '${name}-${suffix}'\n", "suffix is not declared"),
        ("param name string\noutput a string = '${toLower('${nam}x')}-${name}'\n", "nam is not declared"),
        ("var a = [\n  b\n]\noutput c array = a\n", "b is not declared"),
        ("var a = {\n  '${b}': 1\n}\noutput c object = a\n", "b is not declared"),
        ("var a = ['x']\noutput c array = [for one in a: on]\n", "on is not declared"),
        ("var a = ['x']\noutput c array = [for one in a: one]\noutput d string = one\n", "one is not declared"),
        ("resource a 'M.S/x@2024-01-01' = if (flag) {\n  name: 'a'\n}\n", "flag is not declared"),
        ("resource a 'M.S/x@2024-01-01' = {\n  name: 'a'\n}\noutput b string = a.properties.list[i].name\n", "i is not declared"),
        ("var a = 'x'\nvar a = 'y'\n", "a is declared twice"),
        ("param a string\nvar b = uniqueSting(a)\n", "uniqueSting"),
    ],
)
def test_a_name_that_nothing_declares_is_found(text: str, complaint: str) -> None:
    assert complaint in checks.names(bicep.parse(text))


def test_names_of_properties_are_no_references() -> None:
    text = "resource a 'M.S/x@2024-01-01' = {\n  name: 'primary'\n}\noutput b string = a.properties.primary.blob\noutput c string = '\\${free}'\n"
    assert checks.names(bicep.parse(text)) == []


def test_what_is_no_bicep_is_not_parsed() -> None:
    with pytest.raises(lark.exceptions.LarkError):
        bicep.parse("param name string =\n")


@pytest.mark.parametrize("file", FILES)
def test_nothing_is_declared_that_nothing_uses(file: str) -> None:
    assert checks.idle(FILES[file]) == []


def test_a_parameter_that_nothing_uses_is_found() -> None:
    assert checks.idle(bicep.parse("param a string\nparam b string\noutput c string = '${b}!'\n")) == ["a is not used"]


@pytest.mark.parametrize("file", FILES)
def test_every_module_gets_what_it_takes_and_gives_what_is_read(file: str) -> None:
    assert checks.modules(FILES[file], FILES) == []


def test_a_module_that_is_called_wrongly_is_found() -> None:
    inner = bicep.parse("param a string\nparam b string = ''\noutput c string = '${a}${b}'\n")
    text = (
        "module m 'm.bicep' = {\n  name: 'm'\n  params: {\n    d: 1\n  }\n}\nmodule n 'n.bicep' = {\n  name: 'n'\n}\noutput o string = m.outputs.e\n"
    )
    assert checks.modules(bicep.parse(text), {"m.bicep": inner}) == ["m does not take d", "m lacks a", "m does not give e", "n.bicep is missing"]


@pytest.mark.parametrize("file", FILES)
def test_every_child_says_whose_it_is(file: str) -> None:
    assert checks.parents(FILES[file]) == []


def test_a_child_without_its_parent_is_found() -> None:
    text = (
        "resource a 'M.S/x@2024-01-01' = {\n  name: 'a'\n}\n"
        "resource b 'M.S/x/y@2024-01-01' = {\n  name: 'a/b'\n}\nresource c 'M.S/z/y@2024-01-01' = {\n  parent: a\n  name: 'c'\n}\n"
    )
    assert checks.parents(bicep.parse(text)) == ["b has no parent of its type", "c has no parent of its type"]


def test_every_app_setting_is_read_and_every_setting_is_set() -> None:
    assert checks.settings(APP.of("resource")["settings"].body["properties"], read=settings_read()) == []


def test_a_setting_that_is_misspelt_forgotten_or_out_of_place_is_found() -> None:
    there = {"DAGORDNING_SIGHT", "DAGORDNING_TODAY", "FUNCTIONS_WORKER_RUNTIM"}
    assert checks.settings(there, read={"DAGORDNING_SITE", "DAGORDNING_TODAY"}) == [
        "DAGORDNING_SIGHT is read by nobody",
        "FUNCTIONS_WORKER_RUNTIM is no setting of the host",
        "DAGORDNING_SITE is not set",
        "DAGORDNING_TODAY has no place in Azure",
    ]


def test_every_parameter_of_the_file_is_one_of_main_and_the_needed_ones_are_there() -> None:
    needed = {name for name, param in MAIN.of("param").items() if not param.has_default}
    assert set(GIVEN) - set(MAIN.of("param")) == set()
    assert needed - set(GIVEN) == set()


def test_the_defaults_in_azure_are_those_of_the_program() -> None:
    from functions.settings import read_settings

    plain = read_settings({})
    default = {name: param.default for name, param in MAIN.of("param").items()}
    assert default["timezone"] == plain.timezone
    assert (default["settleDays"], default["daysBefore"]) == (plain.settle_days, plain.days_before)
    assert (default["draftFolder"], default["templateFolder"]) == (plain.draft_folder, plain.template_folder)
    assert default["quietSeconds"] == plain.quiet
    assert (default["listsOnly"], default["versionlessWrites"]) == (plain.lists_only, plain.versionless)


def test_queues_tables_and_containers_have_the_names_of_the_code() -> None:
    assert sorted(checks.listed(STORAGE, "queueNames")) == sorted([*queues.QUEUES, *(name + queues.POISON for name in queues.QUEUES)])
    assert checks.listed(STORAGE, "tableNames") == [NAME]
    assert checks.listed(STORAGE, "containerNames") == [NAME]


def test_the_queues_of_the_triggers_are_those_that_are_made() -> None:
    triggers = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "functions" / "triggers").glob("*.py"))
    assert set(re.findall(r'queue_name="([^"]+)"', triggers)) == set(checks.listed(STORAGE, "queueNames"))


@pytest.mark.parametrize("name", ["Library-Changes", "a", "library--changes", "library_changes", "-changes"])
def test_a_name_that_azure_refuses_for_a_queue_is_told_from_ours(name: str) -> None:
    allowed = re.compile(r"(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*")
    assert not allowed.fullmatch(name)
    assert all(allowed.fullmatch(ours) for ours in [*checks.listed(STORAGE, "queueNames"), *checks.listed(STORAGE, "containerNames")])
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9]{2,62}", ours) for ours in checks.listed(STORAGE, "tableNames"))


def test_the_address_that_sharepoint_calls_is_the_route_of_the_function() -> None:
    url = APP.of("resource")["settings"].body["properties"]["DAGORDNING_NOTIFICATION_URL"].arguments[1]
    route = re.search(r'route="([^"]+)"', (ROOT / "functions" / "triggers" / "library_changed.py").read_text(encoding="utf-8"))
    prefix = json.loads((ROOT / "host.json").read_text(encoding="utf-8"))["extensions"]["http"]["routePrefix"]
    assert route is not None
    assert url == f"https://${{app.properties.defaultHostName}}/{prefix}/{route[1]}"


def test_alerts_ask_for_functions_that_exist() -> None:
    asked = {name for alert in MONITORING.of("var")["alerts"].body for name in re.findall(r'"(\w+)"', alert["query"])}
    assert {"parked_changes", "parked_files", "parked_agendas", "sweep_libraries"} == asked
    assert asked <= documented_functions()


def test_alerts_count_what_is_never_sampled_away() -> None:
    sampling = json.loads((ROOT / "host.json").read_text(encoding="utf-8"))["logging"]["applicationInsights"]["samplingSettings"]
    tables = {alert["query"].split()[0] for alert in MONITORING.of("var")["alerts"].body}
    assert tables == {"requests"}
    assert "Request" in sampling["excludedTypes"].split(";")


def test_every_client_that_the_code_opens_has_a_role() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "functions").rglob("*.py"))
    packages = {"azure.storage.blob": "blobs", "azure.storage.queue": "queues", "azure.data.tables": "tables"}
    used = {what for package, what in packages.items() if re.search(rf"\b(from|import) {re.escape(package)}\b", code)}
    assert used == set(packages.values())
    assert checks.roles(checks.granted(STORAGE), used=used | {"blobs", "queues"}) == []
    assert checks.roles(checks.granted(MONITORING), used={"logs"}) == []
    assert checks.roles(checks.granted(VAULT), used={"vault"}) == []


def test_a_client_without_a_role_and_a_role_without_a_client_are_found() -> None:
    text = (
        "param principalId string\nvar roles = [\n  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'\n  'ffffffff-0000-0000-0000-000000000000'\n]\n"
        "resource g 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in roles: {\n  name: guid(role)\n  properties: {\n"
        "    principalId: principalId\n    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)\n  }\n}]\n"
    )
    assert checks.roles(checks.granted(bicep.parse(text)), used={"blobs", "queues"}) == [
        "no role for queues",
        "ffffffff-0000-0000-0000-000000000000 is for nothing",
    ]


def test_every_role_is_given_to_the_identity_that_the_app_runs_as() -> None:
    for file in (STORAGE, MONITORING, VAULT):
        grants = [resource for resource in file.of("resource").values() if resource.type.startswith("Microsoft.Authorization/")]
        assert [grant.body["properties"]["principalId"] for grant in grants] == [bicep.Name(("principalId",))]
        assert all(grant.body["properties"]["principalType"] == "ServicePrincipal" and "scope" in grant.body for grant in grants)
    for module in ("storage", "monitoring", "vault"):
        assert MAIN.of("module")[module].body["params"]["principalId"] == bicep.Name(("identity", "properties", "principalId"))


def test_the_app_runs_on_the_newest_python_that_the_project_allows() -> None:
    allowed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    below = re.search(r"<3\.(\d+)", allowed)
    runtime = APP.of("resource")["app"].body["properties"]["functionAppConfig"]["runtime"]
    assert below is not None
    assert runtime == {"name": "python", "version": f"3.{int(below[1]) - 1}"}


@pytest.mark.parametrize("file", FILES)
def test_no_secret_stands_in_a_file_or_is_given_away(file: str) -> None:
    assert checks.secrets(FILES[file], GIVEN if file == "main.bicep" else None) == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("param clientState string\n", "clientState is not secure"),
        ("@secure()\nparam clientState string = 'abc'\n", "clientState has a value"),
        ("@secure()\nparam clientState string\noutput a string = '${clientState}!'\n", "a gives a secret away"),
        ("@secure()\nparam clientState string\n", "clientState is given"),
        ("resource a 'M.S/x@2024-01-01' = {\n  name: 'a'\n}\noutput b string = listKeys(a.id, a.apiVersion)\n", "listKeys reads a key"),
        ("resource a 'M.S/x@2024-01-01' = {\n  name: 'a'\n}\noutput b string = a.listKeys().keys[0].value\n", "listKeys reads a key"),
        ("resource a 'M.S/x@2024-01-01' = {\n  name: 'a'\n}\noutput b string = 'Key=${a.listKeys().keys[0].value}'\n", "listKeys reads a key"),
    ],
)
def test_a_secret_that_would_be_seen_is_found(text: str, complaint: str) -> None:
    assert complaint in checks.secrets(bicep.parse(text), {"clientState": "abc"} if complaint.endswith("given") else None)


def test_the_doors_that_azure_leaves_open_are_shut() -> None:
    everything = {f"{file}:{name}": resource for file, template in FILES.items() for name, resource in template.of("resource").items()}
    assert checks.locked_down(everything) == []


def test_an_open_door_is_found() -> None:
    text = "resource a 'Microsoft.Web/sites@2024-04-01' = {\n  name: 'a'\n  properties: {\n    httpsOnly: false\n  }\n}\n"
    told = checks.locked_down(bicep.parse(text).of("resource"))
    assert "Microsoft.Web/sites: httpsOnly is not True" in told
    assert "Microsoft.Storage/storageAccounts is not there" in told


def test_types_carry_a_version_that_is_no_preview() -> None:
    types = [resource.type for template in FILES.values() for resource in template.of("resource").values()]
    assert types
    assert [kind for kind in types if not re.fullmatch(r"Microsoft\.\w+(/\w+)+@\d{4}-\d{2}-\d{2}", kind)] == []

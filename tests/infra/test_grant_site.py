"""The script that opens a site to the program, against a stand-in for the Azure CLI."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.infra import azure_cli

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "infra" / "grant-site.sh"
SITE = "https://regionen.sharepoint.com/sites/rad"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


class Tenant:
    """The stand-in's tenant, changed before and looked at after."""

    def __init__(self, store: Path) -> None:
        self.store = store
        self.put(azure_cli.tenant())

    def put(self, told: dict[str, Any]) -> None:
        self.store.write_text(json.dumps(told), encoding="utf-8")

    def told(self) -> dict[str, Any]:
        return dict(json.loads(self.store.read_text(encoding="utf-8")))

    def refuse(self, method: str, part: str) -> None:
        self.put({**self.told(), "refuses": [(method, part)]})

    def granted(self) -> tuple[list[str], list[list[str]]]:
        """The app roles of SharePoint that the identity has, and its roles on the site."""
        told = self.told()
        ours = [one for one in told["permissions"] if one["grantedToIdentities"][0]["application"]["id"] == "identity-client"]
        return [one["appRoleId"] for one in told["assignments"] if one["resourceId"] == "sharepoint-object"], [one["roles"] for one in ours]

    def writes(self) -> list[str]:
        calls = self.told()["calls"]
        return [call[call.index("--method") + 1] for call in calls if "--method" in call and call[call.index("--method") + 1] != "GET"]


@pytest.fixture
def tenant(tmp_path: Path) -> Tenant:
    return Tenant(tmp_path / "tenant.json")


@pytest.fixture
def run(tmp_path: Path, tenant: Tenant) -> Run:
    door = tmp_path / "bin"
    door.mkdir()
    az = door / "az"
    az.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tests.infra.azure_cli "$@"\n', encoding="utf-8")
    az.chmod(0o755)

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PATH": f"{door}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "AZURE_CLI_TENANT": str(tenant.store)}
        return subprocess.run(["bash", str(SCRIPT), *arguments], capture_output=True, text=True, env=environment, cwd=tmp_path, check=False)

    return call


def test_without_yes_it_tells_what_it_would_do_and_changes_nothing(run: Run, tenant: Tenant) -> None:
    before = tenant.told()
    ended = run("--site", SITE, "--identity", "identity-client")
    assert ended.returncode == 0, ended.stderr
    assert "Sites.Selected: WILL BE GIVEN" in ended.stdout
    assert f"{SITE}: manage WILL BE GIVEN" in ended.stdout
    assert "Nothing is changed." in ended.stdout
    assert tenant.writes() == []
    assert {**tenant.told(), "calls": []} == {**before, "calls": []}


def test_with_yes_it_gives_the_app_role_of_sharepoint_and_manage_on_the_site(run: Run, tenant: Tenant) -> None:
    ended = run("--site", SITE + "/", "--identity", "identity-object", "--yes")
    assert ended.returncode == 0, ended.stderr
    assert tenant.granted() == ([azure_cli.SITES_SELECTED], [["manage"]])
    assert tenant.told()["permissions"][-1]["grantedToIdentities"] == [{"application": {"id": "identity-client", "displayName": 'id-"dagordning"-å'}}]


def test_the_plan_is_told_before_anything_is_done(run: Run) -> None:
    told = run("--site", SITE, "--identity", "identity-client", "--yes").stdout
    assert told.index("manage WILL BE GIVEN") < told.index("Given: the app role")


def test_a_second_run_changes_nothing(run: Run, tenant: Tenant) -> None:
    run("--site", SITE, "--identity", "identity-client", "--yes")
    writes = tenant.writes()
    ended = run("--site", SITE, "--identity", "identity-client", "--yes")
    assert "Nothing to do." in ended.stdout
    assert tenant.writes() == writes == ["POST", "POST"]


def test_another_role_changes_the_permission_instead_of_adding_one(run: Run, tenant: Tenant) -> None:
    run("--site", SITE, "--identity", "identity-client", "--role", "fullcontrol", "--yes")
    ended = run("--site", SITE, "--identity", "identity-client", "--yes")
    assert "fullcontrol WILL BE CHANGED to manage" in ended.stdout
    assert tenant.granted()[1] == [["manage"]]


def test_the_permission_of_another_app_is_left_alone(run: Run, tenant: Tenant) -> None:
    other = tenant.told()["permissions"][0]
    run("--site", SITE, "--identity", "identity-client", "--yes")
    assert tenant.told()["permissions"][0] == other


def test_two_people_can_do_one_part_each(run: Run, tenant: Tenant) -> None:
    run("--site", SITE, "--identity", "identity-client", "--only", "app-role", "--yes")
    assert tenant.granted() == ([azure_cli.SITES_SELECTED], [])
    run("--site", SITE, "--identity", "identity-client", "--only", "site", "--yes")
    assert tenant.granted() == ([azure_cli.SITES_SELECTED], [["manage"]])


def test_the_root_site_is_a_site(run: Run, tenant: Tenant) -> None:
    ended = run("--site", "https://regionen.sharepoint.com", "--identity", "identity-client", "--yes")
    assert ended.returncode == 0, ended.stderr
    assert tenant.told()["permissions"][-1]["site"] == "root"


def test_a_sign_in_that_may_not_see_the_sites_permissions_is_told_what_to_do(run: Run, tenant: Tenant) -> None:
    tenant.refuse("GET", "/permissions")
    ended = run("--site", SITE, "--identity", "identity-client", "--yes")
    assert ended.returncode == 3
    assert "grant-site.ps1" in ended.stderr
    body = next(line for line in ended.stderr.splitlines() if line.strip().startswith("{"))
    assert json.loads(body)["roles"] == ["manage"]
    assert tenant.writes() == []


@pytest.mark.parametrize(("part", "needed"), [("/appRoleAssignments", "Privileged Role Administrator"), ("/permissions", "Sites.FullControl.All")])
def test_a_grant_that_is_refused_names_what_it_takes(run: Run, tenant: Tenant, part: str, needed: str) -> None:
    tenant.refuse("POST", part)
    ended = run("--site", SITE, "--identity", "identity-client", "--yes")
    assert ended.returncode == 3
    assert needed in ended.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "--site and --identity are needed"),
        (("--site", SITE), "--site and --identity are needed"),
        (("--site", "http://regionen.sharepoint.com/sites/rad", "--identity", "x"), "no address of SharePoint"),
        (("--site", "https://evil.example/sites/rad", "--identity", "x"), "no address of SharePoint"),
        (("--site", SITE, "--identity", "x", "--role", "owner"), "--role is"),
        (("--site", SITE, "--identity", "x", "--only", "all"), "--only is"),
        (("--site", SITE, "--identity"), "--identity needs a value"),
        (("--sight", SITE), "unknown argument: --sight"),
    ],
)
def test_wrong_arguments_are_refused_before_anything_is_asked(run: Run, tenant: Tenant, arguments: tuple[str, ...], told: str) -> None:
    ended = run(*arguments)
    assert ended.returncode == 2
    assert told in ended.stderr
    assert tenant.told()["calls"] == []


@pytest.mark.parametrize(
    ("site", "identity", "told"), [(SITE, "nobody", "no managed identity or app"), (SITE + "x", "identity-client", "there is no site")]
)
def test_an_identity_or_a_site_that_is_not_there_is_told(run: Run, tenant: Tenant, site: str, identity: str, told: str) -> None:
    ended = run("--site", site, "--identity", identity, "--yes")
    assert ended.returncode == 3
    assert told in ended.stderr
    assert tenant.writes() == []


def test_the_twin_for_powershell_asks_and_gives_the_same() -> None:
    bash, twin = SCRIPT.read_text(encoding="utf-8"), SCRIPT.with_suffix(".ps1").read_text(encoding="utf-8")
    assert azure_cli.SHAREPOINT in bash
    assert azure_cli.SHAREPOINT in twin
    assert set(re.findall(r"WILL BE \w+|there already|Nothing to do", bash)) == set(re.findall(r"WILL BE \w+|there already|Nothing to do", twin))
    assert "Sites.FullControl.All" in twin
    assert re.search(r"\$Role = 'manage'", twin)
    assert 'role="manage"' in bash

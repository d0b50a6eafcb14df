"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "functions").rglob("*.py"))
OURS = [*MODULES, ROOT / "function_app.py", *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "templates").rglob("*.py"))]
FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "service", "util", "helper", "misc"}


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    long = {str(path.relative_to(ROOT)): count for path in OURS if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400}
    assert long == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [str(path) for path in MODULES if path.stem in FORBIDDEN_NAMES] == []


def test_every_module_says_its_job_in_one_sentence() -> None:
    silent = [str(path.relative_to(ROOT)) for path in MODULES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert silent == []


def test_nothing_under_functions_reads_the_environment_at_import() -> None:
    doors = {"functions/__main__.py", "functions/triggers/opened.py"}
    readers = {path.relative_to(ROOT).as_posix() for path in MODULES if "os.environ" in path.read_text(encoding="utf-8")}
    assert readers == doors
    for door in doors:  # inside a function, when it is called
        top = [node for node in ast.parse((ROOT / door).read_text(encoding="utf-8")).body if not isinstance(node, ast.FunctionDef)]
        assert [node for node in top if "os.environ" in ast.unparse(node)] == []


def test_the_folder_run_loads_no_azure_and_no_sharepoint_package() -> None:
    script = (
        "import sys, functions.__main__, functions.bootstrap, functions.commands.running, functions.commands.saying;"
        "print([m for m in sys.modules if m.split('.')[0] in ('azure', 'office365', 'msal')])"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout.strip() == "[]"


def test_indexing_the_app_loads_no_word_package() -> None:
    script = "import sys, function_app; print([m for m in ('docx', 'docxtpl', 'lxml', 'office365', 'pypdfium2') if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout.strip() == "[]"


def test_every_direct_dependency_is_pinned_and_has_a_decision() -> None:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    names = {re.split(r"[=<>;\s]", line)[0] for line in lines if line and not line.startswith("#")}
    pinned = {re.split(r"[=<>;\s]", line)[0] for line in lines if re.match(r"[\w.-]+==[\w.]+", line)}
    decisions = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert names == pinned
    assert [name for name in sorted(names) if name.lower() not in decisions.lower()] == []


def test_every_setting_is_documented() -> None:
    code = (ROOT / "functions" / "settings.py").read_text(encoding="utf-8")
    settings = set(re.findall(r'environment, "([A-Z][A-Z_]{3,})"', code)) | set(re.findall(r"\{PREFIX\}([A-Z_]+)", code))
    documented = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert settings
    assert [name for name in sorted(settings) if f"DAGORDNING_{name}" not in documented] == []


def test_every_command_is_documented() -> None:
    from functions.__main__ import app

    documented = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    names = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    assert len(names) >= 12
    assert [name for name in names if f"dagordning {name}" not in documented] == []


def test_no_file_names_a_place_on_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True, cwd=ROOT).stdout.splitlines()
    texts = [ROOT / name for name in listed if not name.endswith((".docx", ".png", ".pdf", ".jsonl"))]
    machine = re.compile(r"/work/|/root/|/home/\w+|/\.library/")
    assert [str(path) for path in texts if path.exists() and path != Path(__file__) and machine.search(path.read_text(encoding="utf-8"))] == []


def test_the_versions_agree() -> None:
    from functions import __version__

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_host_file_is_for_version_two_and_has_a_time_limit() -> None:
    host = json.loads((ROOT / "host.json").read_text(encoding="utf-8"))
    assert host["version"] == "2.0"
    assert re.fullmatch(r"\d\d:\d\d:\d\d", host["functionTimeout"])

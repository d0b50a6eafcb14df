"""What administrators are told is what the code does: functions, host.json, messages, and links that lead somewhere."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHAREPOINT, OPERATIONS = ((ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("sharepoint", "operations"))
PAGES = ["README.md", *(f"docs/{name}.md" for name in ("sharepoint", "operations", "settings", "decisions/0014-infra"))]


def rows(text: str, heading: str) -> list[list[str]]:
    """The cells of the first table under a heading, without its head."""
    part = text[text.index(heading) :]
    table = re.search(r"(?:^\|.*\n)+", part, re.MULTILINE)
    assert table is not None
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[0].splitlines()[2:]]


def written_words() -> str:
    """Every string in the code, with what is filled in left out."""
    found = []
    for path in (ROOT / "functions").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                found.append("".join(part.value if isinstance(part, ast.Constant) else "\0" for part in node.values))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(node.value)
    return "\n".join(found).casefold()


def slugs(text: str) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    heads = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def links(page: str) -> Iterator[tuple[Path, str]]:
    for target in re.findall(r"\]\(([^)\s]+)\)", (ROOT / page).read_text(encoding="utf-8")):
        if not target.startswith("http"):
            path, _, anchor = target.partition("#")
            yield ((ROOT / page).parent / path if path else ROOT / page), anchor


def test_every_function_in_the_table_says_what_happens_when_it_fails() -> None:
    table = rows(OPERATIONS, "## The functions in Azure")
    assert len(table) == 10
    assert [cells[0] for cells in table if len(cells) != 4 or not cells[3].strip("| ")] == []


def test_every_key_of_host_json_is_explained_with_its_value() -> None:
    told = {cells[0].strip("` |"): cells[1] for cells in rows(OPERATIONS, "## host.json")}
    host = json.loads((ROOT / "host.json").read_text(encoding="utf-8"))
    queues = host["extensions"]["queues"]
    assert set(told) == {
        "functionTimeout",
        "extensionBundle",
        "extensions.http.routePrefix",
        *(f"extensions.queues.{key}" for key in queues),
        "logging.logLevel",
        "logging.applicationInsights.samplingSettings",
    }
    assert set(host) == {"version", "functionTimeout", "extensionBundle", "extensions", "logging"}
    assert host["functionTimeout"] == "00:10:00" and told["functionTimeout"] == "10 minutes"
    assert queues["visibilityTimeout"] == "00:01:00" and told["extensions.queues.visibilityTimeout"] == "1 minute"
    assert queues["maxPollingInterval"] == "00:00:05" and told["extensions.queues.maxPollingInterval"] == "5 seconds"
    for key in ("batchSize", "newBatchThreshold", "maxDequeueCount", "messageEncoding"):
        assert told[f"extensions.queues.{key}"].strip("`") == str(queues[key])


def test_the_alerts_are_those_of_the_template() -> None:
    template = (ROOT / "infra" / "modules" / "monitoring.bicep").read_text(encoding="utf-8")
    alerts = re.search(r"var alerts = \[(.*?)\n\]", template, re.DOTALL)
    assert alerts is not None
    assert {cells[0].strip("` |") for cells in rows(OPERATIONS, "## Alerts")} == set(re.findall(r"name: '([\w-]+)'", alerts[1]))


def test_every_message_in_the_troubleshooting_table_is_one_of_the_program() -> None:
    words = written_words()
    messages = [cells[0].strip("| ") for cells in rows(SHAREPOINT, "## Troubleshooting")]
    assert len(messages) > 20
    parts = {part.strip(" ”.(") for message in messages for part in re.split(r"[…·]|\(in the log\)", message)}
    assert [part for part in sorted(parts) if len(part) > 4 and part.casefold() not in words] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    found = list(links(page))
    assert [str(path) for path, _ in found if not path.exists()] == []
    assert [f"{path.name}#{anchor}" for path, anchor in found if anchor and anchor not in slugs(path.read_text(encoding="utf-8"))] == []


def test_a_message_that_nobody_writes_and_a_broken_anchor_would_be_found() -> None:
    assert "biblioteket finns inte i den här världen" not in written_words()
    assert "who-sees-what" in slugs(SHAREPOINT)
    assert "who-sees-nothing" not in slugs(SHAREPOINT)


def test_every_step_says_which_permission_it_takes() -> None:
    steps = re.split(r"^## ", SHAREPOINT, flags=re.MULTILINE)
    for number in (2, 3, 4, 5):
        step = next(part for part in steps if part.startswith(f"Step {number}:"))
        assert "*Permission: " in step


def test_commands_for_sharepoint_are_those_of_the_program() -> None:
    from functions.__main__ import app

    group = next(entry for entry in app.registered_groups if entry.name == "sharepoint")
    assert group.typer_instance is not None
    names = {command.name or command.callback.__name__ for command in group.typer_instance.registered_commands if command.callback}
    assert set(re.findall(r"dagordning sharepoint (\w+)", SHAREPOINT)) <= names

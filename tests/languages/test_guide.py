"""The page for speakers, docs/languages.md: its worked example is read as it says, and it names every section and every form."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import docx
import pytest

import functions
from functions.languages import LanguagePack, load
from tests.languages.rules import facts_by, minutes_in, rules_of
from tests.languages.test_rules import FORMS, KINDS

PAGE = (Path(__file__).parents[2] / "docs" / "languages.md").read_text(encoding="utf-8")
EXAMPLE = "\n".join(block.removeprefix("# da.toml\n") for block in re.findall(r"```toml\n(# da\.toml\n.*?)```", PAGE, re.S))
DANISH = LanguagePack("da", tomllib.loads(EXAMPLE))


def test_the_example_has_three_rules_and_is_short() -> None:
    assert len(rules_of(DANISH)) == 3
    assert len(EXAMPLE.splitlines()) < 110


@pytest.mark.parametrize("rule", rules_of(DANISH), ids=lambda rule: str(rule["id"]))
def test_each_of_its_rules_reads_its_example_and_not_its_counter_example(rule: dict[str, str]) -> None:
    assert facts_by(rule["id"], minutes_in(DANISH, rule["example"])) == [rule["example"]]
    assert facts_by(rule["id"], minutes_in(DANISH, rule["not_this"])) == []


def test_the_example_tells_who_when_and_by_when() -> None:
    minutes = minutes_in(DANISH, str(rules_of(DANISH)[0]["example"]))
    assert (minutes.document.kind, minutes.meeting.body, minutes.meeting.date, minutes.meeting.chair) == (
        "minutes",
        "Brugerrådet",
        "2026-03-05",
        "Hanne Jensen",
    )
    assert [(action.owners, action.due.date if action.due else None) for action in minutes.actions] == [(("Bo Møller",), "2026-04-20")]


def test_the_example_s_keys_are_keys_of_the_packs() -> None:
    for section, table in DANISH.sections.items():
        if isinstance(table, dict):
            known = load("sv").table(section)
            assert set(table) <= set(known), section


def test_the_page_names_every_section_form_and_kind() -> None:
    for section in load("sv").sections:
        assert f"`[{section}]`" in PAGE or f"`[[{section}]]`" in PAGE or f"`{section}`" in PAGE, section
    assert {form for form in FORMS if f"| `{form}` |" not in PAGE} == set()
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE, re.M)) == FORMS
    assert {kind for kind in KINDS if f"`{kind}`" not in PAGE} == set()


def test_a_file_put_among_the_packs_is_found_told_from_its_neighbours_and_read(tmp_path: Path) -> None:
    package = tmp_path / "functions"
    shutil.copytree(Path(functions.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "languages" / "da.toml").write_text(EXAMPLE, encoding="utf-8")
    paper = docx.Document()
    lines = DANISH.sections["examples"]["minutes"].replace("{}", "Bo Møller skal skrive til kommunen inden 20. april.").strip().splitlines()
    for line in lines:
        paper.add_heading(line.removeprefix("# "), 1) if line.startswith("# ") else paper.add_paragraph(line)
    paper.save(str(tmp_path / "referat.docx"))
    command = [sys.executable, "-m", "functions", "interpret", "--json", "referat.docx"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True)
    minutes = json.loads(told.stdout)
    assert (minutes["document"]["language"], minutes["meeting"]["body"], minutes["meeting"]["date"]) == ("da", "Brugerrådet", "2026-03-05")
    assert [(action["owners"], action["due"]["date"]) for action in minutes["actions"]] == [(["Bo Møller"], "2026-04-20")]

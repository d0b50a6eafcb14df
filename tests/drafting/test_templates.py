"""The contract of templates: what is documented, what the code lists, and what a template really gets are the same."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from functions.drafting import context_of, sheet_context_of
from functions.drafting.fields import FIELDS, SHEET_FIELDS
from functions.drafting.rendering import SHEET_TEMPLATE, default_template
from functions.drafting.sample import sample_agenda, sample_doubts, sample_register

from .council import HELD, draft, register
from .word_files import part_of

ROOT = Path(__file__).resolve().parents[2]


def _paths(value: Any, name: str = "") -> set[str]:
    if isinstance(value, dict):
        return set().union(*(_paths(inner, f"{name}.{key}" if name else key) for key, inner in value.items()))
    if isinstance(value, list):
        inner = set().union(*(_paths(entry, f"{name}[]") for entry in value))
        return {name} | (inner - {f"{name}[]"})
    return {name}


def _documented(heading: str) -> dict[str, str]:
    section = (ROOT / "docs/templates.md").read_text(encoding="utf-8").split(heading, 1)[1].split("\n## ", 1)[0]
    return dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", section, re.MULTILINE))


def test_the_documented_fields_of_the_draft_are_those_a_template_gets() -> None:
    assert _paths(context_of(sample_agenda())) == set(FIELDS)
    assert _documented("## Fields of the draft") == dict(FIELDS)


def test_the_documented_fields_of_the_sheet_are_those_a_template_gets() -> None:
    context = sheet_context_of(sample_agenda(), sample_register(), doubts=sample_doubts(), notes=("Obs",))
    assert _paths(context) == set(SHEET_FIELDS)
    assert _documented("## Fields of the secretary's sheet") == dict(SHEET_FIELDS)


def test_every_field_is_there_even_when_nothing_is_known() -> None:
    bare = context_of(draft(meetings=()))
    assert {path for path in FIELDS if "[]" not in path} <= _paths(bare) | {"lines"}
    assert {path for path in SHEET_FIELDS if "[]" not in path} <= _paths(sheet_context_of(draft(meetings=HELD), register()))


def test_the_templates_are_what_their_script_writes() -> None:
    done = subprocess.run([sys.executable, "-m", "templates.build", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0)


@pytest.mark.parametrize("name", ["dagordning.docx", SHEET_TEMPLATE])
def test_a_template_is_slim_and_holds_only_styles_that_it_uses(name: str) -> None:
    data = default_template(name)
    assert len(data) < 12_000
    styles = part_of(data, "word/styles.xml")
    assert "latentStyles" not in styles
    assert styles.count("<w:style ") < 30

"""The contract of templates: what is documented, what the code lists, and what a template really gets are the same."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from functions.drafting import context_of, sheet_context_of
from functions.drafting.fields import FIELDS, INVITATION_FIELDS, POINTS_FIELDS, SHEET_FIELDS
from functions.drafting.letters import guests_of, invitation_context_of, points_context_of
from functions.drafting.papers import PAPERS, Paper
from functions.drafting.sample import sample_agenda, sample_doubts, sample_register
from functions.drafting.tongues import TONGUES
from functions.model.agenda import Enclosure

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


def test_the_documented_fields_of_invitations_and_of_members_points_are_those_a_template_gets() -> None:
    line, guest = next(guests_of(sample_agenda()))
    line = replace(line, enclosures=(Enclosure("Avtal om pumpar", None),))
    for tongue in TONGUES.values():
        assert _paths(invitation_context_of(sample_agenda(), line=line, guest=guest, tongue=tongue)) == set(INVITATION_FIELDS)
    assert _paths(points_context_of(sample_agenda(), sample_register(), person="Sara Berg")) == set(POINTS_FIELDS)
    assert _documented("## Fields of a guest's invitation") == dict(INVITATION_FIELDS)
    assert _documented("## Fields of a member's own points") == dict(POINTS_FIELDS)


def test_every_field_is_there_even_when_nothing_is_known() -> None:
    bare = context_of(draft(meetings=()))
    assert {path for path in FIELDS if "[]" not in path} <= _paths(bare) | {"lines"}
    assert {path for path in SHEET_FIELDS if "[]" not in path} <= _paths(sheet_context_of(draft(meetings=HELD), register()))


def test_the_templates_are_what_their_script_writes() -> None:
    done = subprocess.run([sys.executable, "-m", "templates.build", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_template_is_slim_and_holds_only_styles_that_it_uses(paper: Paper) -> None:
    data = paper.default()
    assert len(data) < 12_000
    styles = part_of(data, "word/styles.xml")
    assert "latentStyles" not in styles
    assert styles.count("<w:style ") < 30

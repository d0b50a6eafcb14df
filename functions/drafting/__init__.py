"""Register, calendar and the council's own skeleton → Agenda → a Word file, through docxtpl."""

from functions.drafting.accessibility import Finding, check_accessibility
from functions.drafting.checking import check_template
from functions.drafting.composing import compose, draft_path, safe_name, sheet_path, skeleton_of
from functions.drafting.context import context_of
from functions.drafting.describing import describe, describe_findings, describe_skeleton
from functions.drafting.letters import guests_of, open_owners, owners_named
from functions.drafting.meetings import due_for_draft
from functions.drafting.papers import PAPERS, choose_template, paper_of
from functions.drafting.rendering import render_draft, render_invitation, render_points, render_underlag, render_with_fallback
from functions.drafting.sheet import sheet_context_of
from functions.drafting.starting import new_template

__all__ = [
    "PAPERS",
    "Finding",
    "check_accessibility",
    "check_template",
    "choose_template",
    "compose",
    "context_of",
    "describe",
    "describe_findings",
    "describe_skeleton",
    "draft_path",
    "due_for_draft",
    "guests_of",
    "new_template",
    "open_owners",
    "owners_named",
    "paper_of",
    "render_draft",
    "render_invitation",
    "render_points",
    "render_underlag",
    "render_with_fallback",
    "safe_name",
    "sheet_context_of",
    "sheet_path",
    "skeleton_of",
]

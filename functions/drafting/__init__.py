"""Register, calendar and the council's own skeleton → Agenda → a Word file, through docxtpl."""

from functions.drafting.checking import Finding, check_template
from functions.drafting.composing import compose, draft_path, sheet_path, skeleton_of
from functions.drafting.context import context_of
from functions.drafting.describing import describe, describe_skeleton
from functions.drafting.meetings import due_for_draft
from functions.drafting.rendering import render_draft, render_underlag, render_with_fallback
from functions.drafting.sheet import sheet_context_of

__all__ = [
    "Finding",
    "check_template",
    "compose",
    "context_of",
    "describe",
    "describe_skeleton",
    "draft_path",
    "due_for_draft",
    "render_draft",
    "render_underlag",
    "render_with_fallback",
    "sheet_context_of",
    "sheet_path",
    "skeleton_of",
]

"""The lists of the site schema as Markdown, for docs/columns.md."""

from __future__ import annotations

from functions.model.schema import FieldSpec, ListSpec
from functions.publishing.schema import BASE, KEY, site_schema


def render_lists() -> str:
    """A section for each list: its address, its columns but the two that every list has, and its views."""
    return "\n\n".join(_list(one) for one in site_schema().lists)


def _list(one: ListSpec) -> str:
    kind = "hidden" if one.hidden else "people write in it" if one.edited else "people read it"
    lines = [f"### {one.title}", "", f"`Lists/{one.url}`, {kind}. *{one.description}*", ""]
    lines += ["| internal name | Swedish name | type | choices | shown | description |", "|---|---|---|---|---|---|"]
    lines += [_row(field) for field in one.fields if field.name not in (KEY, BASE)]
    if not one.hidden:
        lines += ["", f"Views: {' · '.join(f'*{view.title}*' for view in one.views)}."]
    return "\n".join(lines)


def _row(field: FieldSpec) -> str:
    shown = "hidden" if field.hidden else "yes"
    return f"| `{field.name}` | {field.title} | {field.type} | {' · '.join(field.choices)} | {shown} | {field.description} |"

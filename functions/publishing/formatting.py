"""How cells of the lists look: column formatting as JSON text, the only script that SharePoint runs for us (no HTML, no code)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

SCHEMA = "https://developer.microsoft.com/json-schemas/sp/v2/column-formatting.schema.json"

SEPARATOR = " | "
"""Stands between the choices of a question in DgChoices: no name and no date holds it."""

_PILL = {
    "align-items": "center",
    "border-radius": "16px",
    "padding": "2px 10px",
    "min-height": "20px",
    "white-space": "nowrap",
    "width": "max-content",
}
_COLOURS = {
    "good": "sp-css-backgroundColor-successBackground40",
    "working": "sp-css-backgroundColor-blueBackground17",
    "asking": "sp-css-backgroundColor-warningBackground40",
}
_CALM = "sp-css-backgroundColor-neutralBackground10"
_BUTTON = "ms-bgColor-themePrimary ms-bgColor-themeDark--hover ms-fontColor-white"
_QUIET_BUTTON = "ms-bgColor-neutralLighter ms-bgColor-neutralLight--hover ms-fontColor-neutralPrimary"
_ROW = {"display": "flex", "flex-wrap": "wrap", "align-items": "center", "padding": "4px 0"}


def pill(colours: Mapping[str, str]) -> str:
    """A word in a coloured pill; no pill in an empty cell. colours: word → "good", "working" or "asking"; any other word is calm."""
    return _text(_pill(colours))


def status_with_buttons(colours: Mapping[str, str], *, field: str, asking: str, yes: tuple[str, str], no: tuple[str, str]) -> str:
    """A status pill, and two buttons where the status is `asking`.

    field: the column's internal name; yes, no: each the button's words and the status that it sets.
    """
    shown = f"=if(@currentField == {_quoted(asking)}, 'flex', 'none')"
    buttons = [
        _button(words, sets={field: status}, classes=classes, display=shown) for (words, status), classes in ((yes, _BUTTON), (no, _QUIET_BUTTON))
    ]
    return _text({"elmType": "div", "style": _ROW, "children": [_pill(colours), *buttons]})


def passed_date(*, status: str, closed: Sequence[str]) -> str:
    """A day that is marked when it has passed on a row that is not closed; an empty cell stays empty.

    status: the internal name of the status column, which must stand in the view; closed: the statuses of closed rows.
    """
    conditions = ("Number(@currentField) != 0", "addDays(@currentField, 1) <= @now", *(f"[${status}] != {_quoted(word)}" for word in closed))
    return _text(
        {
            "elmType": "div",
            "style": {"padding": "2px 6px"},
            "attributes": {"class": f"=if({' && '.join(conditions)}, 'sp-field-severity--warning', '')"},
            "txtContent": "=if(Number(@currentField) == 0, '', toLocaleDateString(@currentField))",
        }
    )


def choices_to_pick(*, answer: str) -> str:
    """The choices of a question as buttons that write the chosen one; the answer instead, once there is one.

    answer: internal name of the column for it, which must stand in the view.
    """
    open_ = f"=if([${answer}] == '' && [$choice] != '', 'flex', 'none')"
    button = {
        "forEach": f"choice in split(@currentField, {_quoted(SEPARATOR)})",
        **_button("[$choice]", sets={answer: "[$choice]"}, classes=_QUIET_BUTTON, display=open_),
    }
    given = {"elmType": "span", "style": {"display": f"=if([${answer}] == '', 'none', 'inline')"}, "txtContent": f"='Svar: ' + [${answer}]"}
    return _text({"elmType": "div", "style": _ROW, "children": [given, button]})


def source_link() -> str:
    """The path of a file in the library as a link to it in a new tab; `placed` puts the library's address in."""
    escaped = "replaceAll(replaceAll(replaceAll(@currentField, '%', '%25'), '#', '%23'), '?', '%3F')"
    return _text(
        {
            "elmType": "a",
            "style": {"display": "=if(@currentField == '', 'none', 'block')", "overflow": "hidden", "text-overflow": "ellipsis"},
            "attributes": {"href": f"='{{library}}/' + {escaped} + '?web=1'", "target": "_blank", "title": "@currentField"},
            "txtContent": "@currentField",
        }
    )


def placed(formatter: str, *, library: str) -> str:
    """The formatter with the library's address in it. library: server-relative, as "/sites/rad/Anteckningar"."""
    address = library.replace("%", "%25").replace("#", "%23").replace("'", "%27")
    return formatter.replace("{library}", json.dumps(address, ensure_ascii=False)[1:-1])


def _pill(colours: Mapping[str, str]) -> dict[str, Any]:
    classes = _quoted(_CALM)
    for word, colour in reversed(list(colours.items())):
        classes = f"if(@currentField == {_quoted(word)}, {_quoted(_COLOURS[colour])}, {classes})"
    style = {**_PILL, "display": "=if(@currentField == '', 'none', 'inline-flex')"}
    return {"elmType": "div", "style": style, "attributes": {"class": f"={classes}"}, "txtContent": "@currentField"}


def _button(words: str, *, sets: Mapping[str, str], classes: str, display: str) -> dict[str, Any]:
    return {
        "elmType": "button",
        "customRowAction": {"action": "setValue", "actionInput": dict(sets)},
        "attributes": {"class": classes},
        "style": {"display": display, "border": "none", "border-radius": "4px", "margin": "2px 4px", "padding": "4px 10px", "cursor": "pointer"},
        "txtContent": words,
    }


def _quoted(text: str) -> str:
    if "'" in text:
        raise ValueError(f"{text}: an apostrophe ends a text in column formatting")
    return f"'{text}'"


def _text(element: Mapping[str, Any]) -> str:
    return json.dumps({"$schema": SCHEMA, **element}, ensure_ascii=False, separators=(",", ":"))

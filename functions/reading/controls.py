"""Content controls: what a w:sdt says of itself."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from functions.model.document import Control
from functions.reading.namespaces import SDT_PR, VAL, W14, W, is_on

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_control(control: Element) -> Control:
    """Tag, title, date, check-box state and whether the prompt still shows, over nothing yet (0–0)."""
    properties = control.find(SDT_PR)
    if properties is None:
        return Control(0, 0)
    tag = title = date = None
    checked: bool | None = None
    placeholder = False
    for child in properties:
        if child.tag == W + "tag":
            tag = child.get(VAL)
        elif child.tag == W + "alias":
            title = child.get(VAL)
        elif child.tag == W + "date":
            # An emptied date picker keeps its old date beside its prompt; the prompt decides (below).
            match = _DATE.match(child.get(W + "fullDate") or "")
            date = match.group() if match else None
        elif child.tag == W14 + "checkbox":
            state = child.find(W14 + "checked")
            checked = state is not None and is_on(state.get(W14 + "val"))
        elif child.tag == W + "showingPlcHdr":
            placeholder = is_on(child.get(VAL))
    return Control(0, 0, tag, title, None if placeholder else date, checked, placeholder)


def span_control(control: Control, start: int, end: int) -> Control:
    """The control over text[start:end]."""
    return Control(start, end, control.tag, control.title, control.date, control.checked, control.placeholder)

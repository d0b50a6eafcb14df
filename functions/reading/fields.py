"""Word fields: which characters are codes and which are the result, and where HYPERLINK codes point."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from functions.reading.namespaces import DEL, FLD_CHAR, MOVE_FROM, VAL, W, is_on, whole_number

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"?|(\S+)')
_FLD_TYPE = W + "fldCharType"
BOX_CHECKED, BOX_EMPTY = "☒", "☐"


@dataclass(frozen=True, slots=True)
class Field:
    """A field that is being read. codes: what stands before its separator; shown: where its result began, once it has."""

    codes: list[str] = field(default_factory=list)
    shown: list[int] = field(default_factory=list)
    form: Element | None = None


def find_unbalanced(root: Element) -> frozenset[Element]:
    """The field characters of a part that have no partner: a begin without an end would hide everything after it."""
    open_fields: list[tuple[Element, list[Element]]] = []
    loose: list[Element] = []
    for mark in root.iter(FLD_CHAR):
        kind = mark.get(_FLD_TYPE)
        if any(True for _ in mark.iterancestors(DEL, MOVE_FROM)):
            continue
        if kind == "begin":
            open_fields.append((mark, []))
        elif not open_fields:
            loose.append(mark)
        elif kind == "separate":
            open_fields[-1][1].append(mark)
        elif kind == "end":
            open_fields.pop()
    for begin, separators in open_fields:
        loose += [begin, *separators]
    return frozenset(loose)


def kind_of(mark: Element) -> str:
    """ "begin", "separate" or "end"."""
    return mark.get(_FLD_TYPE) or ""


def start_field(mark: Element) -> Field:
    """A field that begins here."""
    return Field(form=mark.find(W + "ffData"))


def hides(fields: list[Field]) -> bool:
    """Whether text here is a field's code, not its result."""
    return any(not each.shown for each in fields)


def target_of(codes: str) -> str | None:
    """Where a field's code links to ("https://…", "#bookmark"), None when it is no HYPERLINK or names nothing."""
    tokens = [quoted.replace("\\\\", "\\").replace('\\"', '"') if quoted else plain for quoted, plain in _TOKEN.findall(codes)]
    if not tokens or tokens[0].upper() != "HYPERLINK":
        return None
    address, anchor, switch = "", "", ""
    for token in tokens[1:]:
        if switch in ("\\l", "\\o", "\\t"):
            anchor = token if switch == "\\l" else anchor
            switch = ""
        elif token in ("\\l", "\\o", "\\t", "\\n", "\\m", "\\h"):
            switch = token if token in ("\\l", "\\o", "\\t") else ""
        elif not address:
            address = token
    return (f"{address}#{anchor}" if anchor else address) or None


def is_hyperlink(codes: str) -> bool:
    """Whether a field's code is a HYPERLINK."""
    return codes.lstrip()[:9].upper() == "HYPERLINK"


def form_value(form: Element | None) -> tuple[str, bool | None]:
    """What an old form field shows that has no text of its own: the box of a check box (and its state), the choice of a drop-down."""
    if form is None:
        return "", None
    box = form.find(W + "checkBox")
    if box is not None:
        state = box.find(W + "checked")
        if state is None:
            state = box.find(W + "default")
        checked = state is not None and is_on(state.get(VAL))
        return (BOX_CHECKED if checked else BOX_EMPTY), checked
    choices = form.find(W + "ddList")
    if choices is not None:
        entries = [entry.get(VAL) or "" for entry in choices.iterchildren(W + "listEntry")]
        chosen = choices.find(W + "result")
        if chosen is None:
            chosen = choices.find(W + "default")
        place = (whole_number(chosen.get(VAL)) or 0) if chosen is not None else 0
        return (entries[place] if 0 <= place < len(entries) else ""), None
    return "", None

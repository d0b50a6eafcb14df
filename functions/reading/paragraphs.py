"""What a Word paragraph holds: its text in runs, its links, its content controls, and the text boxes anchored in it."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.etree import _Element as Element

from functions.model.document import Control
from functions.reading.controls import read_control
from functions.reading.fields import Field, form_value, hides, is_hyperlink, kind_of, start_field, target_of
from functions.reading.namespaces import (
    ALTERNATE,
    DEL,
    ENDNOTE_REFERENCE,
    FLD_CHAR,
    FLD_SIMPLE,
    FOOTNOTE_REFERENCE,
    INSTR,
    MOVE_FROM,
    R_PR,
    RUN,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    TEXT,
    TEXT_BOX,
    VAL,
    W16SE,
    M,
    R,
    V,
    W,
    is_on,
)
from functions.reading.stories import Base, Sheet, Story, branch
from functions.reading.styles import SILENT, Look, look_of, read_look, resolve_style
from functions.reading.symbols import is_symbol_font, show_symbol, show_symbols

TEXT_PATH = V + "textpath"
_RUNS, _TEXTS = (RUN, M + "r"), (TEXT, M + "t")
_LINE_BREAKS = (None, "textWrapping")  # page and column breaks part no words
_PROPERTIES = {W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "rt")}
_PLACES = {W + name for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "proofErr")}
_UNSHOWN = {W + name for name in ("delText", "delInstrText", "softHyphen", "lastRenderedPageBreak", "commentReference", "annotationRef")}
_PASSED = frozenset(_PROPERTIES | _PLACES | _UNSHOWN)


def gather(parent: Element, sheet: Sheet, story: Story, base: Base) -> None:
    """Put what a paragraph (or anything inside one) holds on the sheet. What we do not know is looked into, so that no text is lost."""
    for child in parent:
        tag = child.tag
        if tag in _RUNS:
            _gather_run(child, sheet, story, base)
        elif tag in _PASSED:
            continue
        elif tag in (DEL, MOVE_FROM):
            for _ in child.iter(RUN):
                next(sheet.runs)
        else:
            handler = _AROUND_RUNS.get(tag)
            if handler is not None:
                handler(child, sheet, story, base)
            elif len(child):
                gather(child, sheet, story, base)


def _gather_run(run: Element, sheet: Sheet, story: Story, base: Base) -> None:
    index = next(sheet.runs)
    look, font = base.look, None
    for child in run:
        tag = child.tag
        if tag in _TEXTS:
            text = child.text
            if text:
                if font is not None:
                    text = show_symbols(text, font)
                if story.fields or look.hidden:
                    _write(text, sheet, story, look, index)
                else:
                    sheet.pieces.append((text, look, index))
        elif tag == R_PR:
            look, font = _read_look(child, story, base)
        elif tag not in _PASSED:
            _gather_in_run(child, sheet, story, base, look, index)


def _gather_in_run(child: Element, sheet: Sheet, story: Story, base: Base, look: Look, index: int) -> None:
    tag = child.tag
    sign = _SIGNS.get(tag)
    if sign is not None:
        if tag != W + "br" or child.get(W + "type") in _LINE_BREAKS:
            _write(sign, sheet, story, look, index)
    elif tag == FLD_CHAR:
        if child not in story.loose:
            _mark_field(child, sheet, story, look, index)
    elif tag == INSTR:
        if story.fields and not story.fields[-1].shown:
            story.fields[-1].codes.append(child.text or "")
    elif tag == W + "sym":
        code = child.get(W + "char") or ""
        if re.fullmatch(r"[0-9A-Fa-f]{1,6}", code):
            _write(show_symbol(int(code, 16), child.get(W + "font")), sheet, story, look, index)
    elif tag == W16SE + "symEx":
        code = child.get(W16SE + "char") or ""
        if re.fullmatch(r"[0-9A-Fa-f]{1,6}", code):
            _write(show_symbol(int(code, 16), None), sheet, story, look, index)
    elif tag in (FOOTNOTE_REFERENCE, ENDNOTE_REFERENCE):
        _refer(child, story, look)
    elif tag == ALTERNATE:
        for chosen in branch(child):
            for inner in chosen:
                if inner.tag == TEXT:
                    _write(inner.text or "", sheet, story, look, index)
                elif inner.tag not in _PASSED:
                    _gather_in_run(inner, sheet, story, base, look, index)
    elif tag == W + "ruby":
        for each in child.iterchildren(W + "rubyBase"):
            gather(each, sheet, story, base)
    elif len(child) and not look.hidden:
        _find_boxes(child, sheet)


# What stands for a character. Word shows a no-break hyphen as "-", a soft hyphen only where a line happens to end.
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}


def _write(text: str, sheet: Sheet, story: Story, look: Look, index: int) -> None:
    if story.fields and hides(story.fields):
        # The result of a field inside another one's code is part of that code.
        next(each for each in reversed(story.fields) if not each.shown).codes.append(text)
    elif not look.hidden:
        sheet.pieces.append((text, look, index))


def read_mark(properties: Element, story: Story, base: Base) -> Look:
    """How a paragraph mark looks."""
    return _read_look(properties, story, base)[0]


def _read_look(properties: Element, story: Story, base: Base) -> tuple[Look, str | None]:
    styles = story.reading.styles
    direct, named, font = read_look(properties)
    if font is not None and not is_symbol_font(font):
        font = None
    if named is None and direct is SILENT:
        return base.look, font
    key = (named, direct)
    look = base.looks.get(key)
    if look is None:
        character = resolve_style(styles, named).toggles if named is not None else SILENT
        look = base.looks[key] = look_of(styles, base.table, base.style.toggles, character, direct)
    return look, font


def _mark_field(mark: Element, sheet: Sheet, story: Story, look: Look, index: int) -> None:
    kind = kind_of(mark)
    if kind == "begin":
        story.fields.append(start_field(mark))
    elif story.fields and kind == "separate":
        story.fields[-1].shown[:] = [len(sheet.pieces)]
    elif story.fields and kind == "end":
        ended = story.fields.pop()
        since = ended.shown[0] if ended.shown else len(sheet.pieces)
        _end_form(ended, since, sheet, story, look, index)
        codes = "".join(ended.codes)
        if ended.shown and is_hyperlink(codes):
            sheet.links.append((since, len(sheet.pieces), target_of(codes)))


def _end_form(ended: Field, since: int, sheet: Sheet, story: Story, look: Look, index: int) -> None:
    value, checked = form_value(ended.form)
    if ended.form is None or not value or since < len(sheet.pieces):
        return
    _write(value, sheet, story, look, index)
    name = ended.form.find(W + "name")
    sheet.controls.append((Control(0, 0, tag=name.get(VAL) if name is not None else None, checked=checked), since, len(sheet.pieces)))


def end_fields(sheet: Sheet, story: Story) -> None:
    """Close the links of fields that go on into the next paragraph, and let them begin anew there."""
    for each in story.fields:
        if each.shown:
            codes = "".join(each.codes)
            if is_hyperlink(codes):
                sheet.links.append((each.shown[0], len(sheet.pieces), target_of(codes)))
            each.shown[:] = [0]


def _refer(mark: Element, story: Story, look: Look) -> None:
    if look.hidden:
        return
    known = story.reading.references.setdefault(mark.tag, {})
    own = mark.get(W + "customMarkFollows")
    counted = 0 if own is not None and is_on(own) else 1 + sum(1 for number in known.values() if number)
    known.setdefault(mark.get(W + "id") or "", counted)


def _find_boxes(element: Element, sheet: Sheet) -> None:
    """Text boxes and WordArt (water marks) in a drawing, each once."""
    if element.tag == TEXT_BOX or element.tag == TEXT_PATH:
        sheet.boxes.append(element)
    elif element.tag == ALTERNATE:
        for chosen in branch(element):
            _find_boxes(chosen, sheet)
    elif next(element.iter(TEXT_BOX, TEXT_PATH), None) is not None:
        for child in element:
            _find_boxes(child, sheet)


def _gather_link(link: Element, sheet: Sheet, story: Story, base: Base) -> None:
    start = len(sheet.pieces)
    gather(link, sheet, story, base)
    anchor, target = link.get(W + "anchor") or link.get(W + "docLocation"), None
    reference = link.get(R + "id")
    if reference:
        known = story.relationships.get(reference)
        if known is None:
            story.reading.notes.add("unknown_link")
        else:
            target = known.target or None
    if anchor and (target is not None or not reference):
        target = f"{target or ''}#{anchor}"
    sheet.links.append((start, len(sheet.pieces), target))


def _gather_field(simple: Element, sheet: Sheet, story: Story, base: Base) -> None:
    start = len(sheet.pieces)
    gather(simple, sheet, story, base)
    codes = simple.get(W + "instr") or ""
    if is_hyperlink(codes):
        sheet.links.append((start, len(sheet.pieces), target_of(codes)))


def _gather_control(control: Element, sheet: Sheet, story: Story, base: Base) -> None:
    start = len(sheet.pieces)
    for content in control.iterchildren(SDT_CONTENT):
        gather(content, sheet, story, base)
    if control.find(SDT_PR) is not None:
        sheet.controls.append((read_control(control), start, len(sheet.pieces)))


def _gather_branch(alternate: Element, sheet: Sheet, story: Story, base: Base) -> None:
    for chosen in branch(alternate):
        gather(chosen, sheet, story, base)


def _gather_drawing(drawing: Element, sheet: Sheet, _story: Story, _base: Base) -> None:
    _find_boxes(drawing, sheet)


_AROUND_RUNS: dict[str, Callable[[Element, Sheet, Story, Base], None]] = {
    W + "hyperlink": _gather_link,
    FLD_SIMPLE: _gather_field,
    SDT: _gather_control,
    ALTERNATE: _gather_branch,
    **{W + name: _gather_drawing for name in ("drawing", "pict", "object")},
}

"""Word files (.docx, .docm, .dotx, .dotm) as documents: the body in order, then notes, page headers and footers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from functions import errors
from functions.model.document import Block, BlockKind, Cell, Control, Document, Part
from functions.reading.controls import read_control
from functions.reading.fields import find_unbalanced
from functions.reading.finishing import finish, look_of_all
from functions.reading.namespaces import (
    ALTERNATE,
    DEL,
    ENDNOTE_REFERENCE,
    FOOTNOTE_REFERENCE,
    INS,
    MOVE_FROM,
    MOVE_TO,
    NUM_PR,
    OUTLINE,
    P_PR,
    P_STYLE,
    R_PR,
    SDT,
    SDT_CONTENT,
    SECT_PR,
    TBL,
    VAL,
    P,
    R,
    W,
    is_on,
    whole_number,
)
from functions.reading.numbering import Counters, count_on, place_in_list, read_numbering
from functions.reading.numerals import write_numeral
from functions.reading.package import Package, Relationship, find_main_part, is_signed, open_package, parse_part, read_relationships
from functions.reading.paragraphs import TEXT_PATH, end_fields, gather, read_mark
from functions.reading.stories import Base, Place, Reading, Sheet, Story, branch, find_base
from functions.reading.styles import PLAIN, SHADING, Style, is_shaded, read_styles, table_toggles
from functions.reading.tables import read_grid, regions_of

MAX_BLOCKS = 250_000
_NOTES = {
    **dict.fromkeys((INS, DEL, MOVE_FROM, MOVE_TO, W + "cellIns", W + "cellDel", W + "cellMerge"), "tracked_changes"),
    **dict.fromkeys((W + "commentReference", W + "commentRangeStart"), "comments"),
    **dict.fromkeys((W + "altChunk", W + "subDoc"), "imported_chunk"),
    **dict.fromkeys((W + "object", W + "control"), "embedded_object"),
}


@dataclass(frozen=True, slots=True)
class Properties:
    """What a w:pPr says. outline: 0-based as in the file; joined: its mark is deleted or hidden, so the next paragraph goes on in it."""

    style: str | None = None
    numbering: Element | None = None
    outline: int | None = None
    mark: Element | None = None
    deleted: bool = False
    shaded: bool = False


def read_word(data: bytes, *, reader: str) -> Document:
    """The document in the bytes of a Word file; raises the `errors.Unreadable` that fits."""
    package = open_package(data)
    main = find_main_part(package)
    root = parse_part(package, main)
    body = root.find(W + "body") if root is not None else None
    if root is None or body is None:
        raise errors.Malformed(f"Kunde inte läsas: {main} saknar text (w:body). Öppna filen i Word och spara på nytt.")
    relationships = read_relationships(package, main)
    styles = read_styles(_related(package, relationships, "styles"))
    reading = Reading(styles, read_numbering(_related(package, relationships, "numbering"), styles))
    try:
        _walk(body, _story(root, reading, Part.BODY, main, relationships), Place())
        _read_notes(package, relationships, root, reading)
        _read_page_edges(package, relationships, root, reading)
    except RecursionError as error:
        raise errors.Malformed("Kunde inte läsas: filen är orimligt djupt nästlad. Öppna den i Word och spara som ny .docx.") from error
    _refuse_empty(reading, package)
    return Document(tuple(reading.blocks), "docx", reader, tuple(sorted(reading.notes)), is_signed(package))


def _related(package: Package, relationships: dict[str, Relationship], kind: str) -> Element | None:
    """The part of that kind that the main part points to; a relationship to a part that is not there counts for nothing."""
    named = next((r.target for r in relationships.values() if r.kind == kind and not r.external), None)
    return parse_part(package, named) if named is not None else None


def _refuse_empty(reading: Reading, package: Package) -> None:
    if any(block.text.strip() for block in reading.blocks):
        return
    if "imported_chunk" in reading.notes:
        raise errors.Empty("Kunde inte läsas: texten ligger i ett infogat dokument. Öppna filen i Word och spara den, så läggs texten in.")
    if any(name.startswith("word/media/") for name in package.members):
        raise errors.Scanned("Kunde inte läsas: Word-fil med bara bilder, ingen text. Skriv in texten eller spara som PDF med text.")
    raise errors.Empty("Kunde inte läsas: filen har ingen text.")


def _story(root: Element, reading: Reading, part: Part, source: str, relationships: dict[str, Relationship]) -> Story:
    reading.notes.update(_NOTES[element.tag] for element in root.iter(*_NOTES))
    places = {paragraph: ordinal for ordinal, paragraph in enumerate(root.iter(P))}
    if len(places) > MAX_BLOCKS:
        raise errors.TooLarge("Kunde inte läsas: filen har fler stycken än anteckningar brukar ha. Dela upp den.")
    return Story(reading, part, _PREFIXES[part], source, places, relationships, find_unbalanced(root))


_PREFIXES = {Part.BODY: "b", Part.HEADER: "h", Part.FOOTER: "f", Part.FOOTNOTE: "n", Part.ENDNOTE: "e", Part.TEXT_BOX: "t"}


_Last = tuple[Element, Properties, Base, tuple[Control, ...]]


def _walk(container: Element, story: Story, place: Place, controls: tuple[Control, ...] = ()) -> None:
    """Read the paragraphs and tables of a body, cell, note or text box in order."""
    carried: Sheet | None = None
    last: _Last | None = None
    for element, inner in _blocks_in(container, controls):
        if element.tag == P:
            properties = _read_properties(element)
            base = find_base(story.reading, properties.style, place.toggles)
            sheet = carried if carried is not None else Sheet()
            joined = _gather_paragraph(element, properties, sheet, story, base)
            carried, last = (sheet, (element, properties, base, inner)) if joined else (None, None)
            if not joined:
                _emit(sheet, element, properties, base, story, place.cell, inner)
        else:
            if carried is not None and last is not None:
                _emit_rest(carried, last, story, place.cell)
                carried = None
            _walk_table(element, story, place, inner)
    if carried is not None and last is not None:
        _emit_rest(carried, last, story, place.cell)


def _emit_rest(sheet: Sheet, last: _Last, story: Story, cell: Cell | None) -> None:
    """A paragraph whose mark is gone, but that has nothing to join: it stays if it has text."""
    if any(text for text, _, _ in sheet.pieces):
        _emit(sheet, last[0], last[1], last[2], story, cell, last[3])
    else:
        end_fields(sheet, story)
        _emit_boxes(sheet, story)


def _blocks_in(container: Element, controls: tuple[Control, ...]) -> Iterator[tuple[Element, tuple[Control, ...]]]:
    for child in container:
        tag = child.tag
        if tag in (P, TBL):
            yield child, controls
        elif tag == SDT:
            for content in child.iterchildren(SDT_CONTENT):
                yield from _blocks_in(content, (*controls, read_control(child)))
        elif tag == ALTERNATE:
            for chosen in branch(child):
                yield from _blocks_in(chosen, controls)
        elif tag not in (DEL, MOVE_FROM) and len(child):
            yield from _blocks_in(child, controls)


def _read_properties(paragraph: Element) -> Properties:
    for properties in paragraph:
        if properties.tag == P_PR:  # always the first child, when there is one
            break
    else:
        return _NONE
    style = numbering = outline = mark = None
    deleted = shaded = False
    for child in properties:
        tag = child.tag
        if tag == P_STYLE:
            style = child.get(VAL)
        elif tag == NUM_PR:
            numbering = child
        elif tag == OUTLINE:
            outline = whole_number(child.get(VAL))
        elif tag == R_PR:
            mark = child
            deleted = child.find(DEL) is not None or child.find(MOVE_FROM) is not None
        elif tag == SHADING:
            shaded = is_shaded(child)
    return Properties(style, numbering, outline, mark, deleted, shaded)


_NONE = Properties()


def _gather_paragraph(paragraph: Element, properties: Properties, sheet: Sheet, story: Story, base: Base) -> bool:
    """Put the paragraph's text on the sheet; True when the next paragraph goes on in it, because its mark is deleted or hidden."""
    before = len(sheet.pieces)
    gather(paragraph, sheet, story, base)
    if len(sheet.pieces) > before or not sheet.origin:
        sheet.origin.append(paragraph)
    if properties.deleted:
        return True
    if properties.mark is None:
        return base.look.hidden
    special = properties.mark.find(W + "specVanish")
    if special is not None and is_on(special.get(VAL)):
        return False  # a style separator: Word shows both on one line, but they are a heading and a text
    return read_mark(properties.mark, story, base).hidden


def _emit(
    sheet: Sheet, paragraph: Element, properties: Properties, base: Base, story: Story, cell: Cell | None, controls: tuple[Control, ...]
) -> None:
    reading, style = story.reading, base.style
    number = depth = None
    if properties.numbering is not None or style.num_id is not None:
        found = place_in_list(properties.numbering, style, reading.numbering)
        if found is not None:
            number = count_on(found[0], found[1], story.counters, language=reading.numbering.language)
            depth = found[1] + 1
    kind, level = _judge_kind(properties, style, depth if number is not None else None)
    if story.fields:
        end_fields(sheet, story)
    text, runs, links, inner = finish(sheet, controls)
    source = f"{story.source}#p{story.places.get(sheet.origin[0] if sheet.origin else paragraph, 0)}"
    block_id = _next_id(reading, story.prefix)
    look = look_of_all(sheet, shaded=properties.shaded or style.shaded)
    reading.blocks.append(Block(block_id, text, story.part, kind, style.name, level, number, cell, runs, links, inner, source, None, look))
    if sheet.boxes:
        _emit_boxes(sheet, story)


def _judge_kind(properties: Properties, style: Style, depth: int | None) -> tuple[BlockKind, int | None]:
    outline = style.outline
    if properties.outline is not None:
        outline = properties.outline + 1 if 0 <= properties.outline <= 8 else None
    if outline is not None:
        return BlockKind.HEADING, outline
    return (BlockKind.PARAGRAPH, None) if depth is None else (BlockKind.LIST_ITEM, depth)


def _next_id(reading: Reading, prefix: str) -> str:
    reading.ids[prefix] = reading.ids.get(prefix, 0) + 1
    return f"{prefix}{reading.ids[prefix]}"


def _emit_boxes(sheet: Sheet, story: Story) -> None:
    """Text boxes come right after the paragraph they hang in. In a page header or note they belong to it."""
    for box in sheet.boxes:
        inside = replace(story, counters=story.reading.box_counters, fields=[])
        if story.part is Part.BODY:
            inside = replace(inside, part=Part.TEXT_BOX, prefix=_PREFIXES[Part.TEXT_BOX])
        if box.tag != TEXT_PATH:
            _walk(box, inside, Place())
        elif box.get("string"):
            art = Sheet(pieces=[(box.get("string") or "", PLAIN, 0)])
            text, runs, _, _ = finish(art, ())
            source = f"{story.source}#p{story.places.get(sheet.origin[0], 0)}" if sheet.origin else story.source
            story.reading.blocks.append(Block(_next_id(story.reading, inside.prefix), text, inside.part, runs=runs, source=source))


def _walk_table(table: Element, story: Story, place: Place, controls: tuple[Control, ...]) -> None:
    ordinal = next(story.reading.tables)
    grid = read_grid(table)
    for slot in grid.slots:
        cell = Cell(ordinal, slot.row, slot.col, slot.spread["rows"], slot.spread["cols"], slot.header, place.cell)
        toggles = table_toggles(story.reading.styles, grid.style, regions_of(slot, grid))
        for element in (slot.element, *slot.more):
            if element is slot.element or any((text.text or "").strip() for text in element.iter(W + "t")):
                _walk(element, story, Place(cell, toggles), (*controls, *slot.controls))


def _read_notes(package: Package, relationships: dict[str, Relationship], main: Element, reading: Reading) -> None:
    """Footnotes, then endnotes, in the order of their ids; those whose reference is deleted or hidden are left out."""
    for kind, tag, part, form in (
        ("footnotes", FOOTNOTE_REFERENCE, Part.FOOTNOTE, "decimal"),
        ("endnotes", ENDNOTE_REFERENCE, Part.ENDNOTE, "lowerRoman"),
    ):
        named = next((r.target for r in relationships.values() if r.kind == kind and not r.external), None)
        root = parse_part(package, named) if named is not None else None
        if root is None or named is None:
            continue
        shown = reading.references.get(tag, {})
        gone = {mark.get(W + "id") or "" for mark in main.iter(tag)} - set(shown)
        story = _story(root, reading, part, named, read_relationships(package, named))
        for note in sorted(root, key=lambda element: whole_number(element.get(W + "id")) or 0):
            note_id = note.get(W + "id") or ""
            if note.get(W + "type") not in (None, "normal") or note_id in gone:
                continue
            first = len(reading.blocks)
            _walk(note, story, Place())
            if shown.get(note_id) and first < len(reading.blocks):
                reading.blocks[first] = replace(reading.blocks[first], number=write_numeral(shown[note_id], form))


def _read_page_edges(package: Package, relationships: dict[str, Relationship], main: Element, reading: Reading) -> None:
    """The page headers of all sections, then the footers; a text that several share comes once, a blank one not at all."""
    for kind, part in (("header", Part.HEADER), ("footer", Part.FOOTER)):
        marks = [mark for section in main.iter(SECT_PR) for mark in section.iterchildren(f"{W}{kind}Reference")]
        known = (relationships.get(mark.get(R + "id") or "") for mark in marks)
        seen: set[tuple[str, ...]] = set()
        for named in dict.fromkeys(each.target for each in known if each is not None and not each.external):
            root = parse_part(package, named)
            if root is None:
                continue
            first, ids = len(reading.blocks), dict(reading.ids)
            story = replace(_story(root, reading, part, named, read_relationships(package, named)), counters=Counters())
            _walk(root, story, Place())
            texts = tuple(block.text for block in reading.blocks[first:])
            if texts in seen or not any(text.strip() for text in texts):
                del reading.blocks[first:]
                reading.ids.update(ids)
            seen.add(texts)

"""Structure first: parts a document into its front, attendance lists, agenda items, announced meetings and signatures."""

from __future__ import annotations

import re

from functions.interpreting.case_numbers import without_case_number
from functions.interpreting.headings import Heading, heading_finder
from functions.interpreting.inner_labels import announced_around, heads_signatures, holds_a_list, labels_within, parts_at_labels
from functions.interpreting.inner_tables import inner_tables
from functions.interpreting.item_boxes import Boxes, boxes_of, stacked_boxes
from functions.interpreting.item_tables import ItemColumns, item_columns, rows_of_items, text_and_tasks
from functions.interpreting.labels import folded_label, is_label, is_of_the_meeting, label_value
from functions.interpreting.layout import ItemText, Layout, Line, Section
from functions.interpreting.lone_numbers import with_lone_numbers
from functions.interpreting.loose_text import is_prompt, runs, text_of_front
from functions.interpreting.meeting_titles import is_about_meetings, is_calendar
from functions.interpreting.phrases import LOWER, UPPER, phrase
from functions.interpreting.roster_lines import opens_with_person
from functions.interpreting.roster_places import ROSTERS, begins_list, ends_list, kind_of_list, lists_in_table, names_people
from functions.interpreting.second_numbers import without_second_numbers
from functions.interpreting.section_frames import without_frames
from functions.interpreting.spans import Span, lines_in, lines_of, tail_of, whole
from functions.interpreting.statements import is_follow_up, title_says
from functions.interpreting.table_shapes import heads_coming_days, shaped
from functions.interpreting.tables import (
    Table,
    TableCell,
    TableKind,
    Unit,
    classify_table,
    has_owners,
    header_of,
    heads,
    is_bare_number,
    lists_days,
    logs_decisions,
    units_beside_people,
    units_of,
)
from functions.interpreting.task_lines import TaskLines
from functions.interpreting.title_times import without_times
from functions.languages import LanguagePack
from functions.model.document import Block, BlockKind, Document

# "Bo Alm berättade om läget.": a sentence, no line of an attendance list.
_PROSE = rf"(?:[{UPPER}][\w-]*\s+){{1,3}}[{LOWER}]+<<verbs.finite_endings>>\s[^\t]+[.!?]\s*$"
_INDENTED = re.compile(r"[\t ]")


def lay_out(document: Document, *, pack: LanguagePack) -> Layout:
    """Part the document's body; every visible line ends in exactly one place of the layout (a heading that also is a label in two)."""
    units = with_lone_numbers(units_of(document), pack=pack)
    stacked = stacked_boxes(units, pack=pack)
    units = shaped(units, frozenset(stacked), pack=pack)
    layout = _Walk(without_frames(units, pack=pack), stacked, pack=pack).run()
    layout.sections.extend(announced_around(document, pack=pack))
    return layout


class _Walk:
    """One walk over the units, with the place we are in as its state."""

    def __init__(self, units: list[Unit], stacked: Boxes, *, pack: LanguagePack) -> None:
        self.units, self.pack, self.layout = units, pack, Layout()
        self.tables = {id(unit): classify_table(unit, pack=pack) for unit in units if isinstance(unit, Table)}
        self.boxes = {**boxes_of(units, pack=pack), **{id(unit): stacked[id(unit)] for unit in units if id(unit) in stacked}}
        self.tables.update(dict.fromkeys(inner_tables(units, self.tables, self.boxes, pack=pack), TableKind.INNER))
        tables = [unit for unit in units if isinstance(unit, Table) and self.tables[id(unit)] is TableKind.ITEMS]
        blocks = [unit for unit in units if isinstance(unit, Block)]
        find = without_times(heading_finder(blocks, pack=pack, beside_table=bool(self.boxes or tables)), blocks, pack=pack)
        self.headings = {id(block): heading for block in blocks if (heading := find(block)) is not None}
        self.tasks = TaskLines(units, self.headings)
        self.steps = sum(is_label(whole(u), pack=pack, inside_item=False) == "steps" for u in units if isinstance(u, Block) and u.text.strip())
        self.section: Section | None = None
        self.list_above: Section | None = None  # the list that goes on below a line for one office ("Ordförande: Helga Norin")
        self.item: ItemText | None = None
        self.after_table = False
        self.before_table = False
        self.position = 0
        self.prose = False  # minutes without any headings: their text begins where the attendance list ends

    def run(self) -> Layout:
        for position, unit in enumerate(self.units):
            self.position = position
            self.before_table = position + 1 < len(self.units) and isinstance(self.units[position + 1], Table)
            if isinstance(unit, Table):
                self._table(unit)
            elif unit.text.strip():
                for part in self._parts(unit):
                    self._block(part)
        items = [item for position, item in enumerate(self.layout.items) if not self._is_left_over(item, position)]
        self.layout.items = without_second_numbers([without_case_number(item, pack=self.pack) for item in items], pack=self.pack)
        if not self.layout.items:
            self.layout.tail = [*text_of_front(self.layout.front, pack=self.pack), *self.layout.tail]
        return self.layout

    def _is_left_over(self, item: ItemText, position: int) -> bool:
        """Whether an item holds nothing: its title is a prompt that nobody filled in, or the agenda stands above the notes and it comes again."""
        labels = self.pack.all_words("sections", "labels")
        if item.tables or any(folded_label(line.span.text) not in labels and not is_prompt(line.span.text, pack=self.pack) for line in item.lines):
            return False
        named = item.number, item.name.casefold()
        comes_again = any((other.number, other.name.casefold()) == named for other in self.layout.items[position + 1 :])
        return comes_again or is_prompt(item.name, pack=self.pack)

    # -------------------------------------------------------------- paragraphs

    def _block(self, block: Block) -> None:
        if block.all_struck:  # a crossed-out name is an absent person, anything else crossed out is not there
            if self.section is not None:
                self.section.units.append(block)
            return
        if self.item is not None and self.item.title[0].block is block:
            return  # the title below its number
        heading = self.headings.get(id(block))
        if heading is not None and not self._goes_on_with_tasks(heading):
            self._open_item(heading)
            return
        label = is_label(whole(block), pack=self.pack, inside_item=self.item is not None)
        if label == "steps":  # a closing list of what comes next, unless every item has one
            if self.item is not None and self.steps == 1 and (block.level or block.all_bold):
                self.item, self.section, self.after_table = None, None, True
                return
            label = None
        if label == "actions" and self._opens_passage(block):
            label = None
        if label is None or label in ROSTERS:
            if self._single_list(block):
                return
            if label is None and (self.item is None or self.after_table):
                label = kind_of_list(whole(block), self._line_below(), pack=self.pack)
        if label is not None and not (
            self.item is not None and label in ("topics", "other", "attachments") and not self.after_table and not block.level
        ):
            self._open_section(label, block)
            return
        if self.section is not None and (self._leaves_list(block) if self.section.kind in ROSTERS else self._tells_who_met(block)):
            self.section = None
        if self._goes_on_with_the_list(block) or self._needs_no_label():
            self.section = self.list_above or self._implied_list()
        if self.section is not None:
            self.section.units.append(block)
        elif self.item is not None and not self.after_table:
            self.item.lines.extend(Line(span) for span in lines_of(block))
        elif self.layout.items or self.prose:
            self.layout.tail.append(block)
        else:
            self.layout.front.append(block)

    def _opens_passage(self, block: Block) -> bool:
        """Whether "Att göra:" within an item opens a passage of it, and no list of all that the meeting gave."""
        if self.item is None or self.after_table or block.level or self.before_table:
            return False
        closing = title_says(self.item, "next", pack=self.pack) and (block.all_bold or self.tasks.opens(self.position))
        return not closing and not is_of_the_meeting(whole(block), pack=self.pack)

    def _goes_on_with_tasks(self, heading: Heading) -> bool:
        return self.section is not None and self.section.kind == "actions" and self.tasks.holds(heading.title.block)

    def _parts(self, block: Block) -> list[Block]:
        return [block] if self.item is not None or self.layout.items else parts_at_labels(block, pack=self.pack)

    def _open_item(self, heading: Heading) -> None:
        self.item = ItemText(heading.number, (heading.title,), slot=heading.slot, rule=heading.rule)
        self.section, self.after_table = None, False
        self.layout.items.append(self.item)
        block = heading.title.block
        if (
            heading.rest is None
            and heading.number is not None
            and block.kind is not BlockKind.HEADING
            and heading.title.text.endswith((".", "!", "?"))
        ):
            self.item.lines.append(Line(heading.title))  # a sentence with a number is an item and what is said of it
        if heading.rest is not None:
            self.item.lines.extend(Line(part) for part in lines_in(heading.rest))
        label = is_label(heading.title, pack=self.pack, inside_item=False)
        if label in ROSTERS:  # "§ 1 Närvarande" is an item and an attendance list
            self.section = Section(label, heading.title, heading.rest)
            self.layout.sections.append(self.section)

    def _goes_on_with_the_list(self, block: Block) -> bool:
        """Whether a name below "Ordförande: Helga Norin" is another member rather than another chair."""
        section = self.section
        if section is None or section.value is None or section.kind not in ("chair", "secretary", "adjuster") or self.item is not None:
            return False
        line = whole(block)
        value = label_value(line)  # "Onsdag: Bo Alm, Cia Dahl"; "Inringda: Bo, Cia Dahl (akuten)"
        listed = value is not None and len(value.text.split(",")) > 1 and names_people(value, pack=self.pack)
        return not _INDENTED.match(block.text) and (listed or opens_with_person(value or line, pack=self.pack))

    def _tells_who_met(self, block: Block) -> bool:
        """Whether a line at the front behind "Nästa gång: 16 juni", or behind a table of days, tells of today: "Vi som sågs på Linden: …"."""
        days = self.section.units[-1:] if self.section is not None and self.section.kind == "next" else []
        if days and isinstance(days[0], Table) and self.item is None:
            return not self.layout.items
        return not self.layout.items and phrase(self.pack, r"\W*<<facts_said.we_met>>(?!\w)").match(block.text) is not None

    def _leaves_list(self, block: Block) -> bool:
        """Whether a line below a list is none of it: a sentence of the text, or the label of something else."""
        if phrase(self.pack, _PROSE, case=True).match(block.text):
            self.prose = self.prose or self.item is None
            return True
        if self.item is None and self.section is not None and self.section.value is not None and runs(block) and not _INDENTED.match(block.text):
            bullet = re.match(r"\W*", block.text)
            if not opens_with_person(Span(block, bullet.end() if bullet else 0, len(block.text)), pack=self.pack):
                return True  # the list stood on the label's own line
        if self.item is None:
            return ends_list(whole(block), pack=self.pack)
        words = block.text.split()
        return len(words) > 6 and words[-1][-1] in ".!?" and not opens_with_person(whole(block), pack=self.pack)

    def _single_list(self, block: Block) -> bool:
        """Take "Närvarande: Helga Norin, Bo Alm" within an item or behind the last one: the line is the whole list."""
        span = whole(block)
        if self.item is None or "\n" in span.text:
            return False
        kind = is_label(span, pack=self.pack, inside_item=False)
        value = label_value(span) if kind in ROSTERS[:4] else None
        if kind is None or value is None or not names_people(value, pack=self.pack):
            return False
        self.layout.sections.append(Section(kind, span.part(0, value.start - span.start), value))
        return True

    def _line_below(self) -> Span | None:
        """The first line of the next paragraph, None before a table and at the end."""
        unit = next((u for u in self.units[self.position + 1 :] if isinstance(u, Table) or u.text.strip()), None)
        return next(lines_of(unit), None) if isinstance(unit, Block) else None

    def _needs_no_label(self) -> bool:
        """Whether names in a row begin here, before the first item and without any label."""
        if self.section is not None or self.item is not None or self.layout.items or self.layout.of_kind("present"):
            return False
        above = next((u for u in reversed(self.units[: self.position]) if isinstance(u, Table) or u.text.strip()), None)
        if isinstance(above, Block) and folded_label(above.text) in self.pack.all_words("facts"):
            return False  # the place below "Plats"
        ahead = [u for u in self.units[self.position : self.position + 8] if isinstance(u, Block) and u.text.strip()]
        return begins_list([line for block in ahead for line in lines_of(block)], pack=self.pack)

    def _implied_list(self) -> Section:
        """Names below "Ordförande: Helga Norin" without a label of their own: those who were there."""
        section = Section("present", None)
        self.layout.sections.append(section)
        return section

    def _open_section(self, kind: str, block: Block) -> None:
        span = whole(block)
        value = label_value(span)
        first, *others = list(lines_of(block))
        if kind == "other":
            self.section = None
            (self.layout.tail if self.layout.items else self.layout.front).append(block)
            return
        self.list_above = self.section if self.section is not None and self.section.kind == "present" else self.list_above
        value = value if value is None or not others else label_value(first)
        label = span if value is None else span.part(0, value.start - span.start)
        for next_label, next_kind in labels_within(value, pack=self.pack) if value is not None and kind in ROSTERS else ():
            if value is not None:  # "Møteleder: Kristin Aune. Referent: Jon Tveit"
                self.layout.sections.append(Section(kind, label, Span(block, value.start, next_label.start).trimmed(" \t\xa0.;,")))
                kind, label, value = next_kind, next_label, Span(block, next_label.end, value.end).trimmed()
        self.section = Section(kind, label, value)
        self.layout.sections.append(self.section)
        if others:  # soft breaks: the label and its lines in one paragraph
            self.section.units.append(tail_of(block, others[0].start))
        if kind == "actions":
            self.after_table = True

    # -------------------------------------------------------------- tables

    def _table(self, table: Table) -> None:
        if heads_coming_days(table, pack=self.pack):
            self.layout.sections.append(Section("next", whole(table.rows[0][0].blocks[0]), None, [table]))
            return
        kind = self.tables.get(id(table)) or classify_table(table, pack=self.pack)
        if self.item is None and not self.layout.items and units_beside_people(table.rows, pack=self.pack):
            kind = TableKind.ROSTER
        told = kind is TableKind.INNER and self.item is not None and has_owners(table, pack=self.pack)
        if told or (kind is TableKind.ITEMS and self._lists_tasks(table)):
            kind = TableKind.TASKS
        coming = self.item is not None and not self.after_table and is_about_meetings(self.item, pack=self.pack)
        dated = self.item is not None and not self.after_table and is_calendar(self.item, pack=self.pack)
        if lists_days(table) and (
            (kind is TableKind.ITEMS and (coming or dated)) or (kind is TableKind.TASKS and dated and not has_owners(table, pack=self.pack))
        ):
            kind = TableKind.OTHER
        if kind is TableKind.ROSTER and self.item is not None and sum(heads(text, "votes", pack=self.pack) for text in header_of(table)) > 1:
            kind = TableKind.OTHER  # who voted how
        title = self.boxes.get(id(table))
        if title is not None:
            self._box(table, Heading(*title))
            return
        numbered = kind is TableKind.ITEMS and sum(bool(row) and is_bare_number(row[0], pack=self.pack) for row in table.rows) >= 2
        if self.item is None and kind is not TableKind.TASKS and not numbered and self._lists_of(table, kind):
            return
        if self.layout.items and heads_signatures(table, pack=self.pack):
            self.layout.sections.append(Section("signature", None, None, [table]))
        elif kind is TableKind.TASKS:
            (self.item.tables if self.item is not None and not self.after_table and self.section is None else self.layout.tables).append(table)
        elif kind is TableKind.ITEMS and not (self.section is not None and self.section.kind == "next"):
            self._items_of(table)
        elif self.section is not None:
            self.section.units.append(table)
        elif kind is TableKind.ROSTER:
            self.layout.sections.append(Section("present", None, None, [table]))
        elif coming and logs_decisions(table, pack=self.pack):
            self.layout.tail.extend(table.blocks())
        elif self.item is not None and not self.after_table and kind is TableKind.INNER:
            self._rows(self.item, table.rows)
        elif self.item is not None and not self.after_table:
            for block in table.blocks():
                self.item.lines.extend(Line(span) for span in lines_of(block))
        elif self.layout.items:
            self.layout.tail.extend(table.blocks())
        else:
            self.layout.front.append(table)

    def _lists_tasks(self, table: Table) -> bool:
        """Whether a table of matters and who deals with them stands under a heading for tasks: "Nr | Ärende | Handläggare" under Uppdragslista."""
        owned = has_owners(table, pack=self.pack)
        under = self.item is not None and (title_says(self.item, "task_list", pack=self.pack) or is_follow_up(self.item, pack=self.pack))
        return owned and (under or (self.section is not None and self.section.kind == "actions"))

    def _box(self, table: Table, title: Heading) -> None:
        """Take a table that is one item: its title, then rows of a label and its text, or a table of tasks."""
        self._open_item(title)
        heads = [row for row in table.rows[1:] if is_bare_number(row[-1], pack=self.pack) or title.title.block in row[-1].blocks]
        head = [cell for cell in table.rows[0] if cell.text]  # a single one may hold the title and the text
        opening = table.rows[:1] if len(head) == 1 and title.title.block in head[0].blocks and len(head[0].lines()) > 1 else ()
        rest = Table((*opening, *(row for row in table.rows[1:] if row not in heads)), table.header)
        if self.item is not None and rest.rows and classify_table(rest, pack=self.pack) is TableKind.TASKS:
            self.item.tables.append(rest)
        elif self.item is not None:
            self._rows(self.item, rest.rows, but=title.title)

    def _rows(self, item: ItemText, rows: tuple[tuple[TableCell, ...], ...], *, but: Span | None = None) -> None:
        """Add the rows of a table to an item, a short left cell as the label of its row. but: the title among them."""
        for row, cells in enumerate(rows):
            if len(cells) > 1 and folded_label(cells[0].text) in self.pack.words("tables", "presenter"):
                item.presenter = next((line for cell in cells[1:] for line in cell.lines()), None)
                continue
            labelled = len(cells) > 1 and len(cells[0].lines()) == 1 and len(cells[0].text) < 40
            for col, cell in enumerate(cells):
                column = "label" if labelled and not col else "note"
                lines, tables = text_and_tasks(cell, pack=self.pack)
                item.lines.extend(Line(line, column, row) for line in lines if but is None or line.block is not but.block or line.start >= but.end)
                item.tables.extend(tables)

    def _lists_of(self, table: Table, kind: TableKind) -> bool:
        """Take the attendance lists that labels in the table head; its other rows and columns are facts of the front. False where it has none."""
        found, rest = lists_in_table(table, pack=self.pack)
        self.layout.sections.extend(Section(one.kind, one.label, None, list(one.units)) for one in found)
        left = rest if found else table
        rows = list(left.rows) if left is not None else []
        written = [row for row in rows if kind is not TableKind.ITEMS and any(holds_a_list(cell.blocks, pack=self.pack) for cell in row)]
        if not found and not written:
            return False
        for row in written:  # "Adjungerad: Eva Ek" across the whole table
            for cell in row:
                for unit in cell.units():
                    if isinstance(unit, Table):
                        self._table(unit)
                    elif unit.text.strip():
                        for block in self._parts(unit):
                            self._block(block)
                self.section = None
        others = Table(tuple(row for row in rows if row not in written), table.header)
        facts = tuple(row for row in others.rows if folded_label(row[0].text) in self.pack.all_words("facts"))
        below = Table(tuple(row for row in others.rows if row not in facts), table.header)
        is_items = bool(below.rows) and classify_table(below, pack=self.pack) is TableKind.ITEMS
        if others.rows:
            self.layout.front.append(Table(facts, table.header) if is_items else others)
        if is_items:  # facts, lists and items in one table
            self._items_of(below)
        return True

    def _items_of(self, table: Table) -> None:
        columns: ItemColumns = item_columns(table, pack=self.pack)
        self.layout.has_item_table = True
        self.layout.item_header = columns.header
        current: ItemText | None = self.layout.items[-1] if self.layout.items and self.item is not None else None
        for row, entry in enumerate(rows_of_items(table, columns, pack=self.pack)):
            cut = current is not None and entry.title and entry.number is None and entry.title[0].text[:1].islower()
            if cut and current is not None:  # the end of its row cut the title in two
                current.title += entry.title
            elif entry.title:
                current = ItemText(entry.number, entry.title, slot=entry.slot, rule="item.table")
                self.layout.items.append(current)
            if current is None:  # a passage above the first title
                self.layout.tail.extend({id(line.block): line.block for line in entry.lines}.values())
                continue
            current.presenter = current.presenter or entry.presenter
            current.lines.extend(Line(span, "title", row) for span in entry.beside)
            if entry.label is not None:
                current.lines.append(Line(entry.label, "label", row))
            current.lines.extend(Line(span, "note", row) for span in entry.lines)
            current.owners.extend(entry.owners)
            current.dues.extend(entry.dues)
            current.tables.extend(entry.tables)
        self.item, self.section, self.after_table = current, None, True

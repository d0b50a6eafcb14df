"""Where lists of people stand on the page when no known label says so: labels with names behind or below them, columns and rows of tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from functions.interpreting.labels import folded_label, is_label, label_value
from functions.interpreting.name_words import name_words
from functions.interpreting.numbers import number_of
from functions.interpreting.phrases import UPPER, phrase
from functions.interpreting.roster_entries import is_mark
from functions.interpreting.roster_labels import list_label
from functions.interpreting.roster_lines import Group, group_lead, groups_of, opening_name, opens_with_person, split_people
from functions.interpreting.roster_names import NAME_WORD, full_name_like, is_likely_person, is_organisational, name_of
from functions.interpreting.spans import Span, lines_of, tail_of, whole
from functions.interpreting.tables import Table, TableCell, Unit
from functions.languages import LanguagePack
from functions.model.document import Block

ROSTERS = ("present", "absent", "adjunct", "guest", "secretary", "chair", "adjuster", "called")
_GIVEN = rf"\s*({NAME_WORD})(?:\s+[{UPPER}]\w?\.?)?\s*(?=$|[,;(&+]|<<grammar.and>>\s)"
_FEWEST = 3  # names in a row without any label
_FEW, _LONGEST = 4, 6  # words of a label, and of one person
_SAID = 8  # words that say that somebody could not come
_COULD_NOT = r"(?<!\w)<<roster.labels.cannot>>\s+(?:\w+\s+)?<<roster.labels.not>>\s+(?:\w+\s+)?<<roster.labels.to_come>>(?!\w)"
_ONLY_NAMES = rf"(?:(?:[{UPPER}][\w.'’-]*|(?i:<<grammar.and|roster.sent_from>>))[\s,;]*)+\.?\s*"
_BRACKET = re.compile(r"\([^()]*\)")


def names_people(span: Span, *, pack: LanguagePack) -> bool:
    """Whether a text begins as a list of people does: a full name, or a common given name with or without a letter of the surname."""
    if opens_with_person(span, pack=pack):
        return True
    name = name_of(span, pack=pack)  # "Bo Alm från Hjärtlung"
    behind = phrase(pack, r"\s+<<roster.sent_from>>\s")
    if name is not None and full_name_like(name.text, pack=pack) and behind.match(span.text, name.end - span.start):
        return is_likely_person(name.text, pack=pack)
    match = phrase(pack, _GIVEN, case=True).match(span.text)
    return match is not None and name_words(pack).is_given(match[1])


def kind_of_list(label: Span, below: Span | None, *, pack: LanguagePack) -> str | None:
    """Which list a line opens, told by its words together with the people behind its colon or on the line below."""
    head = label.text.split("\n", 1)[0].split(":", 1)[0]
    found = list_label(head.strip(), pack=pack)
    if found is None and _tells_who_was_missing(label, pack=pack):
        return "absent"
    kind = found.kind if found is not None else None if opens_with_person(label, pack=pack) else _office(head, pack=pack)
    value = label_value(label) if kind is not None else None
    if value is not None and (found is None or found.parties) and opening_name(value, pack=pack) is not None:
        return kind
    first = value if value is not None else below
    return kind if first is not None and names_people(first, pack=pack) else None


def _tells_who_was_missing(label: Span, *, pack: LanguagePack) -> bool:
    """Whether "not", a few words of any kind and a colon stand before people and nothing else ("Inte på tråden: Eva Ek, Bo Alm"), or words that
    end in what they could not do ("Hälsade och kunde inte komma: Eva Ek, Norrby")."""
    head, colon, _ = label.text.partition(":")
    value = label_value(label)
    if not colon or value is None:
        return False
    if len(head.split()) <= _SAID and phrase(pack, _COULD_NOT).search(head) is not None and opens_with_person(value, pack=pack):
        return phrase(pack, _ONLY_NAMES, case=True).fullmatch(_BRACKET.sub("", value.text)) is not None
    if len(head.split()) > _FEW or phrase(pack, r"<<roster.labels.not>>\s+\w").match(head) is None:
        return False
    parts = list(split_people((value.trimmed(" ."),), only_names=True, pack=pack))
    return all(part and opening_name(part[0], pack=pack) is not None and len(part[0].text.split()) <= _LONGEST for part in parts)


def _office(head: str, *, pack: LanguagePack) -> str | None:
    """The office that a label gives, alone or as one of two ("Processtöd & anteckningar"); only where a name stands by it."""
    for part in phrase(pack, r"\s*(?:&|/|\s<<grammar.and>>\s)\s*").split(folded_label(head)):
        for kind in pack.table("roster", "offices"):
            if phrase(pack, f"<<roster.offices.{kind}>>").fullmatch(part.strip()):
                return kind
    return None


def begins_list(lines: Sequence[Span], *, pack: LanguagePack) -> bool:
    """Whether these lines begin with people, one a line or one group a line, so many that they need no label."""
    parts = [part for line in lines for part in groups_of(line, pack=pack) if not _names_nobody(part, pack=pack)]
    return any(_begins_list(parts, loose=loose, pack=pack) for loose in (False, True))


def _names_nobody(line: Span, *, pack: LanguagePack) -> bool:
    """Whether a line tells that nobody came from somewhere: "Norrby kommun: ingen deltog"."""
    head, colon, rest = line.text.partition(":")
    return bool(colon) and is_organisational(head, pack=pack) and rest.islower() and len(rest.split()) <= 3


def _begins_list(parts: Sequence[Span], *, loose: bool, pack: LanguagePack) -> bool:
    """loose: any word may stand before people ("Läkare"), where one line at least has several."""
    row = list(takewhile(lambda line: opening_name(line, pack=pack) is not None or _group(line, loose=loose, pack=pack) is not None, parts))
    firsts = [_group(line, loose=loose, pack=pack) or line for line in row]
    people = sum(len(list(split_people((first,), only_names=True, pack=pack))) for first in firsts)
    enough = people >= _FEWEST and len(row) > 1 and people > len(row) * loose
    return enough and 2 * sum(opens_with_person(first, pack=pack) for first in firsts) >= len(row)


def _group(line: Span, *, loose: bool, pack: LanguagePack) -> Span | None:
    """The people of a line that begins with an organisation's or a place's name and a colon; None for any other."""
    group = group_lead(line, pack=pack) if ":" in line.text else None
    if group is None or group.role is not None:
        return None
    label = folded_label(group.head)
    sender = label in pack.words("facts", "organization") and opens_with_person(group.rest, pack=pack)  # "Region: Helga Norin, Bo Alm"
    if label in pack.all_words("facts", "labels", "sections") and not sender:
        return None
    words = [word for word in group.head.split() if word not in pack.words("bodies", "no_organization")]
    known = name_words(pack)
    named = all(is_organisational(word, pack=pack) or (word[:1].isupper() and not known.is_common(word)) for word in words)
    named = named or ("," in group.head and is_organisational(group.head, pack=pack))  # "Regionen, rehab Norra sjukhus"
    return group.rest if named or (loose and _nothing_but_people(group, pack=pack)) else None


def _nothing_but_people(group: Group, *, pack: LanguagePack) -> bool:
    """Whether "Läkare: Helga Norin, Bo Alm" holds likely people only, behind one word that is none for those to whom the minutes go."""
    if len(group.head.split()) > 1 or not group.head[:1].isupper() or group.rest.text.endswith((".", "!", "?")):
        return False
    if phrase(pack, r"[^\w]*<<roster.prose.not_lists>>(?!\w)").match(group.head):
        return False
    parts = list(split_people((group.rest,), only_names=True, pack=pack))
    named = all(part and opening_name(part[0], pack=pack) is not None and len(part[0].text.split()) <= 6 for part in parts)
    return named and 2 * sum(opens_with_person(part[0], pack=pack) for part in parts) >= len(parts)


def ends_list(line: Span, *, pack: LanguagePack) -> bool:
    """Whether a line below a list labels something else: a fact of the meeting, or words and a colon that name no group of people."""
    head, colon, _ = line.text.partition(":")
    if not colon or len(head) > 40:
        return False
    if folded_label(head) in pack.all_words("facts"):
        return True
    is_group = is_organisational(head, pack=pack) or list_label(head.strip(), pack=pack) is not None
    return line.text.endswith(":") and not is_group


@dataclass(frozen=True, slots=True)
class Found:
    """A list of people in a table: its kind, its label, and the paragraphs or rows that hold it."""

    kind: str
    label: Span
    units: tuple[Unit, ...]


def lists_in_table(table: Table, *, pack: LanguagePack) -> tuple[list[Found], Table | None]:
    """The lists of people that labels in a table's first row or first column head, and the rest of the table, None where nothing is left."""
    beside, left = _side_by_side(table, pack=pack)
    if beside:
        return beside, left
    columns = _columns(table, pack=pack)
    if columns:
        rest = tuple(tuple(cell for cell in row if cell.col not in {col for col, _ in columns}) for row in table.rows)
        return [found for _, found in columns], Table(tuple(row for row in rest if row), table.header) if any(
            cell.text for row in rest for cell in row
        ) else None
    return _rows(table, pack=pack)


def _side_by_side(table: Table, *, pack: LanguagePack) -> tuple[list[Found], Table | None]:
    """Lists beside one another in the one row of a table, each below a line for whom its people stand for ("Arbetsgivaren", "Från kommunerna").

    Beside lists below known labels ("Med", "Utan") other cells may tell the meeting's facts: they are the rest.
    """
    rows = [row for row in table.rows if any(cell.text for cell in row)]
    cells = [cell for row in rows for cell in row if cell.text]
    if len(rows) != 1 or len(cells) < 2:
        return [], None
    found: list[Found] = []
    others: list[TableCell] = []
    people = 0
    labelled = False
    for cell in cells:
        head, *below = [(block, line) for block in cell.blocks for line in lines_of(block, struck=True) if line.text.strip()]
        title = head[1]
        named = sum(opening_name(line, pack=pack) is not None or opening_name(label_value(line) or line, pack=pack) is not None for _, line in below)
        known = folded_label(title.text) in pack.all_words("facts") - {*pack.words("facts", "organization")}
        known = known or any(is_label(line, pack=pack, inside_item=False) and label_value(line) is None for _, line in below)
        if not below or known or opening_name(title, pack=pack) is not None or len(title.text.split()) > _LONGEST or 4 * named < 3 * len(below):
            others.append(cell)
            continue
        people += named
        label = list_label(title.text.strip(" :"), pack=pack)
        kind = label.kind if label is not None else is_label(title, pack=pack, inside_item=False)
        kind = kind if label is not None or kind in ("present", "absent") else None
        labelled = labelled or kind is not None
        units = [block for block, _ in below if block is not head[0]]
        inner = [tail_of(head[0], below[0][1].start)] if below[0][0] is head[0] else []
        found.append(Found(kind or "present", title, (*inner, *dict.fromkeys(units))))
    if people < _FEWEST or (others and not labelled):
        return [], None
    return found, Table((tuple(others),), table.header) if others else None


def _rows(table: Table, *, pack: LanguagePack) -> tuple[list[Found], Table | None]:
    """Rows of their own ("Närvarande | Helga Norin, Bo Alm"); rows with an empty first cell go on with the list above."""
    found: list[Found] = []
    rest: list[tuple[TableCell, ...]] = []
    above = list(takewhile(lambda row: not _is_item(row, pack=pack), table.rows))  # below its number an item's labels are its own
    listing = any(_list_in_row(row, pack=pack) or _label_alone(row, pack=pack) for row in above)
    under = False
    for position, row in enumerate(table.rows if listing else ()):
        cells = tuple(cell for cell in row if cell.text)
        alone = _label_alone(row, pack=pack) if position < len(above) else None
        kind = _list_in_row(row, pack=pack) or _beside_lists(row, pack=pack) if position < len(above) and alone is None and not under else None
        people = position < len(above) and any(opening_name(cell.lines()[0], pack=pack) for cell in cells if cell.lines())
        if alone is not None:
            found.append(Found(alone, whole(cells[0].blocks[0]), ()))
        elif kind is not None:
            found.append(Found(kind, whole(row[0].blocks[0]), _units_of(cells[1:])))
        elif found and people and (under or not row[0].text):
            found[-1] = replace(found[-1], units=(*found[-1].units, *_units_of(cells, pack=pack)))
        elif not _is_name_header(row, pack=pack):
            rest.append(row)
        under = alone is not None or (under and people)
    return found, Table(tuple(rest), table.header) if rest and found else None


def _label_alone(row: tuple[TableCell, ...], *, pack: LanguagePack) -> str | None:
    """Which list a row labels that holds nothing but the label: the rows below it are the list."""
    cells = [cell for cell in row if cell.text]
    if len(cells) != 1 or len([b for b in cells[0].blocks if b.text.strip()]) != 1 or label_value(whole(cells[0].blocks[0])) is not None:
        return None
    label = is_label(whole(cells[0].blocks[0]), pack=pack, inside_item=False)
    return label if label in ROSTERS else None


def _is_item(row: tuple[TableCell, ...], *, pack: LanguagePack) -> bool:
    return bool(row and row[0].blocks) and number_of(row[0].blocks[0], whole(row[0].blocks[0]), pack=pack) is not None


def _units_of(cells: tuple[TableCell, ...], *, pack: LanguagePack | None = None) -> tuple[Unit, ...]:
    """One cell's paragraphs each by itself; several cells are one person's row, unless each begins with a person (told where `pack` is given)."""
    if len(cells) == 1:
        return tuple(cells[0].units())
    each = pack is not None and all(opening_name(cell.lines()[0], pack=pack) for cell in cells if cell.lines())
    if each or any(len(cell.blocks) > 1 for cell in cells):
        return tuple(block for cell in cells for block in cell.blocks)
    return (Table((cells,)),)


def _list_in_row(row: tuple[TableCell, ...], *, pack: LanguagePack) -> str | None:
    """Which list the first cell of a row labels, where the others hold it."""
    if len(row) < 2 or not row[0].text or len(row[0].blocks) > 1 or not any(cell.text for cell in row[1:]) or _is_name_header(row, pack=pack):
        return None
    label = _kind_of_head(row[0], names=_people_of(row), pack=pack)
    others = {is_label(whole(block), pack=pack, inside_item=False) for cell in row[1:] for block in cell.blocks}
    return None if others & set(ROSTERS) else label


def _beside_lists(row: tuple[TableCell, ...], *, pack: LanguagePack) -> str | None:
    """A row of a table of lists whose label is a name of the group ("Vårdförbundet | Cia Dahl")."""
    people = _people_of(row)
    if not people or not row[0].text or len(row[0].blocks) > 1 or folded_label(row[0].text) in pack.all_words("facts"):
        return None
    if opens_with_person(whole(row[0].blocks[0]), pack=pack):
        return None
    return "present" if opening_name(people[0], pack=pack) is not None else None


def _people_of(row: tuple[TableCell, ...]) -> list[Span]:
    return [line for cell in row[1:] for line in cell.lines()]


def _is_name_header(row: tuple[TableCell, ...], *, pack: LanguagePack) -> bool:
    words = {word for key in ("name", "role", "organization", "attendance") for word in pack.words("roster", f"header_{key}")}
    people = _people_of(row)
    return any(folded_label(cell.text) in words for cell in row[1:] if cell.text) and not any(opening_name(line, pack=pack) for line in people)


def _columns(table: Table, *, pack: LanguagePack) -> list[tuple[int, Found]]:
    """The columns whose heads label lists ("Närvarande", "Frånvarande") and whose cells hold people; none in a matrix of marks."""
    if len(table.rows) < 2 or len(table.rows[0]) < 2:
        return []
    people: list[tuple[TableCell, tuple[Block, ...], str | None]] = []
    found: list[tuple[int, Found]] = []
    labelled = sum(bool(head.text) for head in table.rows[0]) > 1
    for head in table.rows[0]:
        blocks = tuple(block for row in table.rows[1:] for cell in row if cell.col == head.col for block in cell.blocks)
        below = [line for block in blocks for line in lines_of(block, struck=True)]
        if any(is_mark(line.text.casefold(), pack=pack) for line in below):
            return []
        if folded_label(head.text) in pack.all_words("facts") and not (
            folded_label(head.text) in pack.words("facts", "organization") and _only_names(below, pack=pack)
        ):
            continue
        if below and head.text and 2 * sum(opening_name(line, pack=pack) is not None or names_people(line, pack=pack) for line in below) > len(below):
            people.append((head, blocks, _kind_of_head(head, names=below, pack=pack)))
        elif (
            below
            and not head.text
            and people
            and labelled
            and all(opening_name(line, pack=pack) is not None for line in below if line.text.strip(" |"))
        ):
            people.append((people[-1][0], blocks, people[-1][2]))  # a list in two columns under one label
    if any(kind is not None for _, _, kind in people):  # then "Region Nord" heads a list as well
        found = [(head.col, Found(kind or "present", whole(head.blocks[0]), blocks)) for head, blocks, kind in people]
    heads = [folded_label(head.text) for head in table.rows[0] if head.text and head.col not in {col for col, _ in found}]
    facts = bool(heads) and all(text in pack.all_words("facts") for text in heads)
    attended = any(one.kind in ("present", "absent") for _, one in found)
    return found if attended and (len(found) > 1 or facts) else []


def _only_names(lines: list[Span], *, pack: LanguagePack) -> bool:
    named = [opening_name(line, pack=pack) is not None for line in lines if line.text.strip(" |")]
    return bool(named) and all(named)


def _kind_of_head(head: TableCell, *, names: list[Span], pack: LanguagePack) -> str | None:
    """Which list a cell labels: by a known label, or by its words where people stand beside or below it."""
    if not head.blocks or not head.text:
        return None
    label = is_label(whole(head.blocks[0]), pack=pack, inside_item=False)
    if label in ROSTERS:
        return label
    if not names or not names_people(names[0], pack=pack):
        return None
    found = list_label(head.text, pack=pack) if label is None else None
    return found.kind if found is not None else _office(head.text, pack=pack)

"""Who answers for what was noted of a point: a column for owners in the table of points, a row a task."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from functions.interpreting.cell_owners import owners_of_cell
from functions.interpreting.due_dates import Calendar, due_of_cells, find_due, lone_month
from functions.interpreting.layout import ItemText
from functions.interpreting.outcomes import is_outcome
from functions.interpreting.phrases import LOWER, phrase, words_of
from functions.interpreting.spans import Span, sentences_of
from functions.interpreting.statements import goes_back
from functions.interpreting.subjects import Cast, Owners
from functions.interpreting.tables import goes_with, heads
from functions.interpreting.task_marks import opens_with_task
from functions.interpreting.task_rows import RULE_COLUMN, TaskRow
from functions.languages import LanguagePack
from functions.model.minutes import DateMention, Tier

_WORD = re.compile(r"[^\W\d_]+")
_BESIDE_A_DAY = (("owner", "due"), ("decided", "owner"), ("task", "owner"))
_DOES = rf"[{LOWER}]+<<verbs.present_endings>>(?![\w-])"
_BRACKET = re.compile(r"\([^()]*\)")


def owner_column(item: ItemText, header: tuple[str, ...], cast: Cast, calendar: Calendar, *, earlier: bool) -> list[TaskRow]:
    """A column Ansvarig beside the notes: the item's last note is the task where only one stands there, else what the column says itself.

    header: the labels of the table of items. In a column for the decision and who answers for it a cell may hold nothing but the name.
    """
    item = _with_named_cells(item, header, cast, calendar)
    told = list(_standing_rows(item, header, cast, calendar)) if earlier or goes_back(item, pack=cast.pack) else []
    item = _without_rows(item, {_row_of(row.text[0]) for row in told})
    owners = [line for line in _without_days_beside(item.owners, header, cast, calendar) if _WORD.search(line.text)]
    # beside an earlier task's owner may stand what is to be done of it yet: "Bo: resten före 15 april"
    return [*told, *(_left_to_do(owners, item, cast, calendar) if earlier else _new_rows(owners, item, header, cast, calendar))]


def _new_rows(owners: list[Span], item: ItemText, header: tuple[str, ...], cast: Cast, calendar: Calendar) -> list[TaskRow]:
    if not owners:
        return []
    apart = list(_each_told(item.owners, item, cast))
    due = due_of_cells(item.dues, calendar)
    if apart:
        beside = due if len(apart) == 1 else None  # the day of a cell is one sentence's
        return [_of_column(item, line, _first_owner(line, item, cast), find_due([line], calendar) or beside, cast) for line in apart]
    if len({_row_of(line) for line in owners}) > 1:
        return list(_by_row(item, header, owners, cast, calendar))
    told = [(n, line, found) for n, line in enumerate(owners) if (found := _told_owners(line, item, cast)) is not None]
    if told:  # "Berit skriver sak til fagdirektøren"
        own = [due_of_cells([day], calendar) for day in item.dues] if len(item.dues) == len(owners) else [due] * len(owners)
        return [_of_column(item, line, found, own[n] or find_due([line], calendar), cast) for n, line, found in told]
    notes = _of_outcome([line.span for line in item.lines if line.column == "note"], header, pack=cast.pack)
    if len(notes) != 1 or len(notes[0].text) > 300 or _asks_nothing(notes[0].text, pack=cast.pack):
        return []
    return [_of_column(item, _task_of(notes[0], cast), owners_of_cell(owners, item, cast), due, cast)]


def _left_to_do(lines: list[Span], item: ItemText, cast: Cast, calendar: Calendar) -> Iterator[TaskRow]:
    """The lines that begin with who, go on with what and tell a day that is yet to come."""
    for line in lines:
        due = find_due([line], calendar) if _tells_task(line, item, cast) and not is_outcome(line.text, pack=cast.pack) else None
        if calendar.known and due is not None and due.date is not None and due.date > calendar.reference.isoformat():
            yield _of_column(item, line, _first_owner(line, item, cast), due, cast)


def task_column(item: ItemText, header: tuple[str, ...], cast: Cast, calendar: Calendar, *, earlier: bool) -> list[TaskRow]:
    """A column "Att göra" beside the notes where none tells the owners: its lines that begin with who and go on with what ("Bo: schema 12/4")."""
    if earlier or item.owners:
        return []
    lines = [line.span for line in item.lines if heads(_label_of(line.span, header), "task", pack=cast.pack)]
    return [
        _of_column(item, line, _first_owner(line, item, cast), find_due([line], calendar), cast) for line in lines if _gives_task(line, item, cast)
    ]


def _gives_task(line: Span, item: ItemText, cast: Cast) -> bool:
    """Whether a line names a person first, and behind a colon or in the present tense what that one is to do: "Bo: schema", not "Bo har ringt"."""
    if not _tells_task(line, item, cast) or is_outcome(line.text, pack=cast.pack):
        return False
    does = phrase(cast.pack, rf"(?:\s*:\s+|\s+{_DOES})", case=True)
    return does.match(line.text, cast.subjects(line.text, item=item)[0].end) is not None


def _each_told(owners: list[Span], item: ItemText, cast: Cast) -> Iterator[Span]:
    """The sentences of one row's cell, where every one begins with a person and what that one does ("Cia undertecknar. Bo skriver")."""
    told = [sentence for line in owners for sentence in sentences_of(line, pack=cast.pack)]
    if len({_row_of(line) for line in told}) != 1:
        return
    does = phrase(cast.pack, rf"\s+{_DOES}", case=True)
    subjects = [next((one for one in cast.subjects(line.text, item=item) if one.start == 0 and not one.group), None) for line in told]
    if all(one is not None and does.match(line.text, one.end) for one, line in zip(subjects, told, strict=True)):
        yield from told


def _label_of(line: Span, header: tuple[str, ...]) -> str:
    """The label of the column that a line stands in."""
    cell = line.block.cell
    return header[cell.col] if cell is not None and cell.col < len(header) else ""


def _of_outcome(notes: list[Span], header: tuple[str, ...], *, pack: LanguagePack) -> list[Span]:
    """Of several notes those in a column for what came of it ("Beslut/åtgärd", "Åtgärd", "Utfall"), where any is."""
    labels = [_label_of(note, header) for note in notes]
    wanted = [any(heads(label, key, pack=pack) for key in ("decided", "task", "outcome")) for label in labels]
    return [note for note, told in zip(notes, wanted, strict=True) if told] if len(notes) > 1 and any(wanted) else notes


def _with_named_cells(item: ItemText, header: tuple[str, ...], cast: Cast, calendar: Calendar) -> ItemText:
    """The item with cells of a column "Beslut/ansvarig" that hold only names and days as those of an owner's column."""
    lines = [line for line in item.lines if any(goes_with(_label_of(line.span, header), key, "owner", pack=cast.pack) for key in ("decided", "task"))]
    named = [line for line in lines if _only_names(line.span, item, cast, calendar)]
    if not named or item.owners:
        return item
    spans = [line.span for line in named]
    return replace(item, owners=spans, dues=[*item.dues, *spans], lines=[line for line in item.lines if line not in named])


def _only_names(line: Span, item: ItemText, cast: Cast, calendar: Calendar) -> bool:
    """Whether a line holds people, and beside them no more than a day."""
    for left in without_days([line], calendar):
        subjects = [subject for subject in cast.subjects(left.text, item=item) if not subject.group]
        if len(subjects) == 1 and not (left.text[: subjects[0].start] + left.text[subjects[0].end :]).strip(" .,;"):
            return True
    return False


def _without_days_beside(lines: list[Span], header: tuple[str, ...], cast: Cast, calendar: Calendar) -> list[Span]:
    """The lines, without days where the column is for them too ("Ansvarig/klart")."""
    labels = {_label_of(line, header) for line in lines}
    both = any(goes_with(label, key, other, pack=cast.pack) for label in labels for key, other in _BESIDE_A_DAY)
    return without_days(lines, calendar) if both else lines


def without_days(lines: list[Span], calendar: Calendar) -> list[Span]:
    """The lines without a day that they begin or end with, and without those that are a day alone: "Bo, klart 20/3" as "Bo"."""
    left: list[Span] = []
    for line in lines:
        month = lone_month(line, calendar)
        days = [(day.lead_start if 0 <= day.lead_start <= day.start else day.start, day.end) for day in calendar.dates(line)]
        if not days and month is not None:
            days = [(quote.start - line.start, quote.end - line.start) for quote in month.quotes]
        if days:
            since, end = days[0]
            told = line.part(0, since) if since or end >= len(line.text) else line.part(end, len(line.text))
            words = phrase(calendar.pack, r"[\s,;:/(–-]*(?:\b<<verbs.done_by>>)?[\s,;:/(–-]*$").search(told.text)
            line = told.part(0, words.start() if words else len(told.text)).trimmed(" \t\xa0,;:/–-")
        if line.text:
            left.append(line)
    return left


def _row_of(line: Span) -> int | None:
    return line.block.cell.row if line.block.cell is not None else None


def _by_row(item: ItemText, header: tuple[str, ...], owners: list[Span], cast: Cast, calendar: Calendar) -> Iterator[TaskRow]:
    """An item with several rows, each with its own note, owner and day."""
    for row, lines in groupby(owners, key=_row_of):
        named, days = list(lines), [day for day in item.dues if _row_of(day) == row]
        notes = [line.span for line in item.lines if line.column in ("note", "title") and _row_of(line.span) == row]
        notes = _of_outcome(notes, header, pack=cast.pack)
        if len(notes) == 1 and not _asks_nothing(notes[0].text, pack=cast.pack):
            task = _task_of(notes[0], cast)
            if task == notes[0] and is_outcome(task.text, pack=cast.pack):
                continue  # "Checklistan skickades ut 28 jan.": how it stands with an earlier task
            yield _of_column(item, task, owners_of_cell(named, item, cast), due_of_cells(days, calendar), cast)


def _standing_rows(item: ItemText, header: tuple[str, ...], cast: Cast, calendar: Calendar) -> Iterator[TaskRow]:
    """The rows of a point that goes through earlier tasks where the cell for the day says how it stands ("mejlad 3/10"), and the note does not."""
    for day in item.dues:
        notes = [line.span for line in item.lines if line.column in ("note", "title") and _row_of(line.span) == _row_of(day)]
        notes = _of_outcome(notes, header, pack=cast.pack)
        if len(notes) == 1 and _tells_standing(day, calendar) and not _says_itself(notes[0], pack=cast.pack):
            owners = owners_of_cell([line for line in item.owners if _row_of(line) == _row_of(day)], item, cast)
            yield TaskRow(item.ref, (notes[0],), owners, None, (day,), earlier=True, rule=RULE_COLUMN)


def _says_itself(note: Span, *, pack: LanguagePack) -> bool:
    """Whether a note asks nothing, gives somebody something to do, or tells itself how it stands."""
    approves = note.text.casefold().startswith(pack.words("following_up", "approves"))
    return approves or _asks_nothing(note.text, pack=pack) or opens_with_task(note.text, pack=pack) or is_outcome(note.text, pack=pack)


def _tells_standing(day: Span, calendar: Calendar) -> bool:
    """Whether a cell for a day tells what became of a task ("OK", "mejlad 3/10"), and not when it is to be ready ("klart 3/10", "avslutas 1/6")."""
    words = " ".join(left.text for left in without_days([day], calendar)).strip(" |")
    dated = words != day.text.strip(" |")
    if not _WORD.search(words) or (dated and words_of(calendar.pack, "follow_ups", "over_then").search(words)):
        return False
    return is_outcome(words, pack=calendar.pack)


def _without_rows(item: ItemText, rows: set[int | None]) -> ItemText:
    """An item without some rows of its table."""
    owners, dues = ([span for span in spans if _row_of(span) not in rows] for spans in (item.owners, item.dues))
    return replace(item, owners=owners, dues=dues, lines=[line for line in item.lines if _row_of(line.span) not in rows]) if rows else item


def _task_of(note: Span, cast: Cast) -> Span:
    """What is to be done by a note: its last sentence where that opens with something to do, else all of it."""
    last = list(sentences_of(note, pack=cast.pack))[-1:]
    return last[0] if last and opens_with_task(last[0].text, pack=cast.pack) else note


def _of_column(item: ItemText, line: Span, owners: Owners, due: DateMention | None, cast: Cast) -> TaskRow:
    """A task beside an owner: sure where it opens with something to do or has a day, else what is said there may be no task."""
    sentences = len(list(sentences_of(line, pack=cast.pack)))
    sure = opens_with_task(line.text, pack=cast.pack) or (due is not None and sentences == 1)
    return TaskRow(item.ref, (line,), owners, due, (), earlier=False, rule=RULE_COLUMN, tier=Tier.SURE if sure else Tier.PROPOSED)


def _asks_nothing(text: str, *, pack: LanguagePack) -> bool:
    """Whether a note only keeps the meeting in order ("Läggs till handlingarna"), or says that nothing is to be done."""
    folded = text.casefold().strip(" .–—-!")
    if any(folded in words for words in pack.table("tables", "statuses").values()):  # "Pågår": how it stands
        return True
    return folded in pack.words("formalities", "no_decision_alone") or words_of(pack, "formalities", "words", "alone").search(folded) is not None


def _told_owners(line: Span, item: ItemText, cast: Cast) -> Owners | None:
    """Who is to do what a line of the column itself tells: "Berit skriver sak", "Övning: SA"; None where it only holds names."""
    if _tells_task(line, item, cast):
        return _first_owner(line, item, cast)
    label = re.match(r"([^:()]{3,60}):\s+(?=\S)", line.text)
    if label is None or cast.subjects(label[1], item=item):
        return None
    behind = line.part(label.end(), len(line.text))
    found = owners_of_cell([behind], item, cast)
    known = found.choices or (found.names and found.names != (behind.text,))
    return found if known else None


def _tells_task(line: Span, item: ItemText, cast: Cast) -> bool:
    """Whether a line of the column begins with who and goes on with what: more than a bracket, and no mere list of names."""
    subjects = cast.subjects(line.text, item=item)
    rest = line.text[subjects[0].end :] if subjects and subjects[0].start == 0 else ""
    return len(_WORD.findall(_BRACKET.sub("", rest))) >= 2 and not rest.lstrip().startswith((",", ";", "/", "-", "–"))


def _first_owner(line: Span, item: ItemText, cast: Cast) -> Owners:
    return cast.owners_of(cast.subjects(line.text, item=item)[0], line, item=item)

"""Tables of tasks: Vad, Vem, När, Status and their synonyms, a row a task."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from functions.interpreting.cell_owners import owners_of_cell
from functions.interpreting.due_dates import Calendar, due_of_cells
from functions.interpreting.layout import ItemText, Layout
from functions.interpreting.outcomes import has_happened, status_in_cell, status_of
from functions.interpreting.owner_columns import owner_column, task_column, without_days
from functions.interpreting.phrases import LOWER, UPPER, phrase
from functions.interpreting.shared_words import WordIndex, fits
from functions.interpreting.spans import Span, is_ours, joined, quotes_of
from functions.interpreting.statements import Statement, is_follow_up, looks_back, title_says
from functions.interpreting.subjects import Cast, Owners
from functions.interpreting.tables import Table, TableCell, goes_with, header_of, heads, is_mixed, untold_tasks
from functions.interpreting.task_marks import opens_with_task
from functions.interpreting.task_rows import TaskRow
from functions.languages import LanguagePack
from functions.model.document import Document
from functions.model.minutes import Action, DateMention, FollowUp, Tier

# Two capitalised words are a person's name, anything else a group's.
_PERSON = re.compile(rf"[{UPPER}][\w-]+(?:\s+(?:[{LOWER}]+\s+)?[{UPPER}][\w-]+)+")
_SINCE_DAY = re.compile(r"\s+\d.*$")
_OUTCOMES = frozenset({"done", "part_done", "dropped"})
_FEWEST = 2  # cells that make a column one of outcomes
_NAMED_ONLY = 4  # words of a row that names its matter and says no more
RULE_STATUS = "follow_up.table"


def find_task_rows(document: Document, layout: Layout, cast: Cast, calendar: Calendar, *, pack: LanguagePack) -> list[TaskRow]:
    """The rows of all task tables. Those of a table below a line that looks back ("Läget med uppdragen från i våras") are earlier ones."""
    rows: list[TaskRow] = []
    looking_back = _tables_looking_back(document, pack=pack)
    for item in layout.items:
        earlier = is_follow_up(item, pack=pack)
        for table in item.tables:
            rows.extend(_rows(table, item, cast, calendar, earlier=earlier or _begins(table) in looking_back, pack=pack))
        for column in (owner_column, task_column):
            rows.extend(column(item, layout.item_header, cast, calendar, earlier=earlier))
    points = {item.ref.casefold() for item in layout.items}
    for table in layout.tables:
        rows.extend(_rows(table, None, cast, calendar, earlier=_begins(table) in looking_back, pack=pack))
    # The number of a log's row ("43") names no point where the agenda has no such point.
    return [row if row.item is None or row.item.casefold().replace(" ", "") in points else replace(row, item=None) for row in rows]


def _tables_looking_back(document: Document, *, pack: LanguagePack) -> set[str]:
    """The first blocks of the tables below a line that says that they go through earlier tasks."""
    found: set[str] = set()
    line = ""
    for block in document.body():
        if block.cell is None:
            line = block.text.strip() or line
        elif line:
            if looks_back(line, pack=pack):
                found.add(block.id)
            line = ""
    return found


def _begins(table: Table) -> str | None:
    return next((block.id for block in table.blocks()), None)


def split_rows(rows: list[TaskRow], known: list[Action], *, pack: LanguagePack) -> tuple[list[Action], list[FollowUp]]:
    """New tasks, and what is said of earlier ones. A row with a status is earlier unless the running text promises the same."""
    actions: list[Action] = []
    follow_ups: list[FollowUp] = []
    for row in rows:
        words = " ".join(s.text for s in row.status)
        status = status_of(words, task="", pack=pack) if words.strip() else None
        happened = status == "mentioned" and has_happened(words, pack=pack)
        if all(is_ours(span) for span in row.text) and (status is None or all(is_ours(span) for span in row.status)):
            continue  # a row of our own draft that nobody wrote at
        if _is_earlier(row, status, known, pack=pack):
            follow_ups.append(
                FollowUp(
                    row.item,
                    joined(row.text),
                    row.owners.names,
                    "done" if happened else status or ("kept" if row.overdue else "mentioned"),
                    None,
                    RULE_STATUS,
                    Tier.PROPOSED if happened or row.guessed else Tier.SURE,
                    quotes_of([*row.text, *row.status]),
                    row.due,
                )
            )
        else:
            actions.append(
                Action(
                    "",
                    row.item,
                    joined(row.text),
                    row.owners.names,
                    row.owners.quotes,
                    row.due,
                    None,
                    row.owners.doubts,
                    row.rule,
                    row.tier,
                    quotes_of(row.text),
                )
            )
    return actions, follow_ups


def _is_earlier(row: TaskRow, status: str | None, known: list[Action], *, pack: LanguagePack) -> bool:
    """Whether a row is about a task of an earlier meeting: its point says so, something is said of how it stands, or its day is past."""
    if status == "new":
        return False
    told = status is not None and (status != "mentioned" or row.logged)
    return row.earlier or ((told or row.overdue) and not any(_same(row, action, pack=pack) for action in known))


def place_rows(actions: list[Action], statements: list[Statement], *, pack: LanguagePack) -> list[Action]:
    """A row of a table at the end gets the item whose running text it repeats: most of its words, in one sentence, of one item only."""
    told = [statement for statement in statements if statement.item is not None and statement.mode != "follow_up"]
    index = WordIndex([_stems(statement.text, pack=pack) for statement in told])
    placed: list[Action] = []
    for action in actions:
        words = _stems(action.text, pack=pack)
        near = index.sharing(words, least=max(2, 0.6 * len(words))) if action.item is None else ()
        fitting = {item.ref: told[place] for place in near if (item := told[place].item) is not None}
        if len(fitting) == 1:
            ref, statement = next(iter(fitting.items()))
            action = replace(action, item=ref, quotes=(*action.quotes, statement.span.quote()))
        placed.append(action)
    return placed


def merge_rows(actions: list[Action], from_tables: list[Action], *, pack: LanguagePack) -> list[Action]:
    """A row that says a task of the running text again adds its quotation, owner and date to it."""
    merged = list(actions)
    told, days = Counter(map(_given, actions)), Counter(map(_given, from_tables))
    for row in from_tables:
        alone = told[_given(row)] == days[_given(row)] == 1
        position = next((n for n, action in enumerate(actions) if _repeats(row, action, alone=alone, pack=pack)), None)
        if position is None:
            merged.append(row)
        else:
            first = merged[position]
            quotes = (*first.quotes, *(quote for quote in row.quotes if quote not in first.quotes))
            due = first.due if first.due is not None and (first.due.date is not None or row.due is None) else row.due
            owned = first if first.owners else row
            rule = first.rule if first.tier is Tier.SURE else row.rule  # what makes it sure
            merged[position] = replace(first, owners=owned.owners, owner_quotes=owned.owner_quotes, due=due, quotes=quotes, rule=rule, tier=Tier.SURE)
    return [replace(action, id=f"a{n}") for n, action in enumerate(merged, 1)]


def _given(action: Action) -> tuple[tuple[str, ...], str | None]:
    """Whose a task is, and by what day."""
    return action.owners, action.due.date if action.due is not None else None


def merge_points(actions: list[Action], statements: list[Statement], *, pack: LanguagePack) -> list[Action]:
    """A task under a heading such as Åtgärdspunkter that the running text of a matter promises too is one task with both quotations."""
    mixed = {id(s.item) for s in statements if s.mode != "action"}
    listed: dict[str, list[Span]] = {}
    for s in statements:
        if s.mode == "action" and s.label is None and (s.item is None or id(s.item) not in mixed or title_says(s.item, "next", pack=pack)):
            listed.setdefault(s.span.block.id, []).append(Span(s.span.block, s.lead.start if s.lead is not None else s.span.start, s.span.end))
    points = [a for a in actions if any(line.start <= q.start < line.end for q in a.quotes for line in listed.get(q.block, ()))]
    if not points or len(points) == len(actions):
        return actions
    ids = {id(action) for action in points}
    return merge_rows([action for action in actions if id(action) not in ids], place_rows(points, statements, pack=pack), pack=pack)


def _rows(table: Table, item: ItemText | None, cast: Cast, calendar: Calendar, *, earlier: bool, pack: LanguagePack) -> list[TaskRow]:
    columns: dict[str, int] = {}
    for cell, text in zip(table.rows[0], header_of(table), strict=True):
        was_due = text in pack.words("tables", "was_due")
        earlier = earlier or was_due
        labels = {text, _SINCE_DAY.sub("", text)}  # "Läge 12 feb" is how it stood on a day
        for key in ("task", "owner", "due", "status", "item"):
            if key not in columns and (any(heads(label, key, pack=pack) for label in labels) or (key == "due" and was_due)):
                columns[key] = cell.col
                break
        if goes_with(text, "owner", "due", pack=pack):
            columns.setdefault("due", cell.col)
    if not columns.keys() & {"owner", "due", "status"}:
        return []
    _without_task_column(columns, table, pack=pack)
    how = _told_by_cells(columns, table, pack=pack) if "status" not in columns else None
    if how is not None:
        columns["status"] = how
    told = {status_of(words, task="", pack=pack) for row in table.rows[1:] if (words := _told(row, columns)).strip()}
    owner_and_day = "owner" in columns and columns["owner"] == columns.get("due")
    dues = _due_columns(columns, table, pack=pack)
    decides = any(is_mixed(text, pack=pack) for text in header_of(table))
    logged = "new" in told or bool(told & _OUTCOMES)  # where others tell how it went, what is said of the rest is said of earlier ones too
    rows: list[TaskRow] = []
    for row in table.rows[1:]:
        cells = {cell.col: cell for cell in row}
        task = _lines(cells, columns.get("task"))
        if not task:
            continue
        owner_lines = _lines(cells, columns.get("owner"))
        point = _lines(cells, columns.get("item"))
        number = re.search(r"\d+\s?[a-z]?", point[0].text) if point else None
        days = [line for col in dues for line in _lines(cells, col)]
        due = due_of_cells(days, calendar)
        owners = owners_of_cell(without_days(owner_lines, calendar) if owner_and_day else owner_lines, item, cast)
        given = _is_given(task[0], owners, due, cast)
        if decides and not given and not owners.names:
            continue  # "Avgiften höjs till 200 kr": what was decided
        past = [found.last for day in days for found in calendar.dates(day) if found.last is not None]
        rows.append(
            TaskRow(
                number[0] if number else (item.ref if item is not None else None),
                tuple(task),
                owners,
                due,
                tuple(_lines(cells, columns["status"]) if "status" in columns else [day for day in days if _tells_status(day.text, pack=pack)]),
                earlier,
                due is None and calendar.known and bool(past) and max(past) < calendar.reference,
                logged,
                tier=Tier.SURE if given else Tier.PROPOSED,
                guessed=how is not None,
            )
        )
    return rows


def _told_by_cells(columns: dict[str, int], table: Table, *, pack: LanguagePack) -> int | None:
    """The grid column under a heading that the pack does not know in which most cells tell what became of the task ("Påskrivet", "Inget nytt")."""
    known = pack.all_words("tables", "labels")
    for head, text in zip(table.rows[0], header_of(table), strict=True):
        if head.col in columns.values() or text in known:
            continue
        cells = [cell.text for row in table.rows[1:] for cell in row if cell.col == head.col and cell.text.strip()]
        telling = sum(status_of(words, task="", pack=pack) not in ("mentioned", "new") for words in cells)
        if telling >= _FEWEST and 2 * telling > len(cells):
            return head.col
    return None


def _due_columns(columns: dict[str, int], table: Table, *, pack: LanguagePack) -> list[int]:
    """The grid columns that hold the day: those under its heading, and one more where month and day have a column each."""
    if "due" not in columns:
        return []
    heads_of = {cell.col: text for cell, text in zip(table.rows[0], header_of(table), strict=True)}
    taken = set(columns.values()) - {columns["due"]}
    behind = min((col for col in heads_of if col > columns["due"]), default=None)
    under = {cell.col for row in table.rows for cell in row if cell.col >= columns["due"] and (behind is None or cell.col < behind)}
    beside = {col for col, text in heads_of.items() if text in pack.words("tables", "due_parts")}
    return sorted((under | beside | {columns["due"]}) - taken) if len(under) > 1 or beside else [columns["due"]]


def _is_given(task: Span, owners: Owners, due: DateMention | None, cast: Cast) -> bool:
    """Whether a row is somebody's to do: it opens with something to do, has a day, or another owner than the body itself.

    "Bokningssidan stängs 30 juni | Styrgruppen | -" may be what the body decided.
    """
    if due is not None or opens_with_task(task.text, pack=cast.pack):
        return True
    return bool(owners.choices) or not all(map(cast.own.is_called, owners.names))


def _tells_status(text: str, *, pack: LanguagePack) -> bool:
    """Whether a cell for the day tells how it stands ("Klart: Klart"), and not when it is done ("Löpande")."""
    return status_in_cell(text, pack=pack) is not None and phrase(pack, r"<<dates.recurring>>").fullmatch(text.strip(" .")) is None


def _told(row: tuple[TableCell, ...], columns: dict[str, int]) -> str:
    return next((cell.text for cell in row if cell.col == columns.get("status")), "")


def _without_task_column(columns: dict[str, int], table: Table, *, pack: LanguagePack) -> None:
    """Where no column is headed as the task's ("Nr | Ärende | Handläggare"), the matter's does; numbers that only count rows name no point."""
    labels = dict(zip((cell.col for cell in table.rows[0]), header_of(table), strict=True))
    if "task" not in columns:
        matters = (col for col, text in labels.items() if text in pack.words("tables", "item") and text not in pack.words("tables", "number"))
        matter = next((col for col, text in labels.items() if is_mixed(text, pack=pack)), None) or next(matters, None)
        untold = untold_tasks(table, pack=pack)
        matter = matter if untold is None else table.rows[0][untold].col
        if matter is not None:
            columns["task"] = matter
            if columns.get("item") == matter:
                del columns["item"]
    number = columns.get("item")
    if number is not None and labels.get(number) in pack.words("tables", "number"):
        counted = [re.sub(r"\D", "", cell.text) for row in table.rows[1:] for cell in row if cell.col == number]
        if counted == [str(n) for n in range(1, len(counted) + 1)]:
            del columns["item"]


def _lines(cells: dict[int, TableCell], col: int | None) -> list[Span]:
    return cells[col].lines() if col is not None and col in cells else []


def _same(row: TaskRow, action: Action, *, pack: LanguagePack) -> bool:
    return _repeats(Action("", row.item, joined(row.text), row.owners.names, due=row.due), action, alone=True, pack=pack)


def _repeats(row: Action, action: Action, *, alone: bool, pack: LanguagePack) -> bool:
    """Whether a row tells a task of the running text again: the same people, and enough of its words; the fewer the more else agrees.

    A row that only names its matter ("Affisch handhygien") says its owner's task again by one of its words, or by the same day where it has
    that `alone`: no other row and no other task of this owner's.
    """
    if not _owners_fit(action.owners, row.owners):
        return False
    names = {word for owner in (*row.owners, *action.owners) for word in _stems(owner, pack=pack)}
    ours, theirs = _stems(row.text, pack=pack) - names, _stems(action.text, pack=pack) - names
    shared = sum(any(fits(word, other) for other in theirs) for word in ours)
    same_people = bool(set(row.owners) & set(action.owners))
    same_day = row.due is not None and action.due is not None and row.due.date == action.due.date is not None
    if shared < 2:
        apart = row.due is not None and action.due is not None and not same_day
        named = len(row.text.split()) <= _NAMED_ONLY and (same_day or not opens_with_task(row.text, pack=pack))
        return set(row.owners) == set(action.owners) != set() and named and not apart and (shared > 0 or (same_day and alone))
    wanted = 0.35 if same_people and same_day else 0.5 if same_people else 0.6
    return shared >= wanted * min(len(ours), len(theirs))


def _owners_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The same people, or groups on both sides ("Alla", "Alla sjukhus"); nobody named fits everybody."""
    return not one or not other or bool(set(one) & set(other)) or not any(_PERSON.fullmatch(name) for name in (*one, *other))


def _stems(text: str, *, pack: LanguagePack) -> set[str]:
    """The content words of a task."""
    return set(re.findall(r"\w{4,}", text.casefold())).difference(pack.words("tables", "common"))

"""The open questions about a file as rows of Uppföljning, view Att kontrollera, and what becomes of them when they are asked no more."""

from __future__ import annotations

from collections.abc import Iterable

from functions.languages.shown import STATUSES
from functions.model.doubts import Asked
from functions.model.library import ColumnValue, ListRow
from functions.model.minutes import Doubt
from functions.model.register import Register, RowStatus
from functions.publishing.formatting import SEPARATOR
from functions.publishing.lists import QUESTION, quoted

_MARK = "question"
_SHARED = "asked"
_PUZZLE = "puzzle"
_LONGEST = 255  # what a single line of text holds in SharePoint


def question_key(file_id: str, doubt: str) -> str:
    """The key of a question's row."""
    return f"{_MARK}/{file_id}/{doubt}"


def question_of(key: str) -> tuple[str, str] | None:
    """The file's id and the doubt's that a row's key names; None for a row that asks nothing."""
    return _named_by(key, mark=_MARK)


def question_rows(doubts: Iterable[Doubt], *, file_id: str, path: str, council: str | None, meeting: str | None) -> tuple[ListRow, ...]:
    """One row for each open question. council: its name; meeting: the file's ISO date. Svar and Varför are not named: they are the person's."""
    return tuple(
        ListRow(
            question_key(file_id, doubt.id),
            {
                "Punkt": doubt.question[:_LONGEST],
                "Råd": council,
                "Typ": QUESTION,
                "Status": STATUSES[RowStatus.OPEN],
                "Från möte": meeting,
                "Källa": path,
                "Citat": quoted(doubt.quotes),
                "Att välja på": SEPARATOR.join(doubt.choices) or None,
                "Öppen": True,
            },
        )
        for doubt in doubts
    )


def shared_key(council: str, doubt: str) -> str:
    """The key of the one row of a question that several of a council's files may ask. council: its key."""
    return f"{_SHARED}/{council}/{doubt}"


def shared_of(key: str) -> tuple[str, str] | None:
    """The council's key and the doubt's id that a row's key names, where its files ask together; None for any other row."""
    return _named_by(key, mark=_SHARED)


def shared_row(asked: Asked, *, council: str, name: str | None, meeting: str | None) -> ListRow:
    """The row of a question that a council's files ask together. council: its key, name: its name; meeting: the ISO date of the first file's."""
    question = asked.doubt.question + (f" Gäller {len(asked.files)} filer." if len(asked.files) > 1 else "")
    (row,) = question_rows([asked.doubt], file_id="", path=asked.files[0], council=name, meeting=meeting)
    told = {"Punkt": question[:_LONGEST], "Citat": "\n".join(f"”{words}”" for words in asked.words) or None}
    return ListRow(shared_key(council, asked.doubt.id), {**row.values, **told})


def puzzle_of(key: str) -> tuple[str, str] | None:
    """The council's key and the question's id that a row's key names, where the register itself asks; None for any other row."""
    return _named_by(key, mark=_PUZZLE)


def _named_by(key: str, *, mark: str) -> tuple[str, str] | None:
    """Who asks and what, by a row's key of this mark; None for any other key."""
    kind, _, rest = key.partition("/")
    asker, _, asked = rest.rpartition("/")
    return (asker, asked) if kind == mark and asker and asked else None


def puzzle_rows(register: Register) -> tuple[ListRow, ...]:
    """One row for each question of the register itself that is not answered in a point's own row."""
    texts = {item.key: item.text for item in register.items} if register.puzzles else {}
    rows: dict[str, ListRow] = {}
    for puzzle in register.puzzles:
        about = [f"• {texts[key]}" for key in puzzle.keys if key in texts]
        key = f"{_PUZZLE}/{register.council}/{puzzle.id}"
        if puzzle.choices:
            rows[key] = ListRow(
                key,
                {
                    "Punkt": puzzle.question.replace("punkterna nedan", "punkterna från det mötet")[:_LONGEST],
                    "Råd": register.name,
                    "Typ": QUESTION,
                    "Status": STATUSES[RowStatus.OPEN],
                    "Från möte": puzzle.meeting,
                    "Källa": puzzle.file,
                    "Citat": "\n".join(filter(None, (quoted(puzzle.quotes), *about))) or None,
                    "Att välja på": SEPARATOR.join(puzzle.choices),
                    "Öppen": True,
                },
            )
    return tuple(rows.values())


def closed_question(key: str, *, answered: bool) -> ListRow:
    """The row of a question that is answered, or that is asked no more. What several files say is not told: one of them may get fewer readers."""
    told: dict[str, ColumnValue] = {"Status": STATUSES[RowStatus.DONE if answered else RowStatus.DROPPED], "Öppen": False, "Varför": None}
    return ListRow(key, {**told, "Citat": None} if shared_of(key) is not None else told)


def is_open_question(row: ListRow) -> bool:
    """Whether a row of Uppföljning asks something of files that waits for an answer."""
    return (question_of(row.key) or shared_of(row.key)) is not None and row.values.get("Öppen") is not False

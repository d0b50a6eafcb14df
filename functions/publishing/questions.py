"""The open questions about a file as rows of Uppföljning, view Att kontrollera, and what becomes of them when they are asked no more."""

from __future__ import annotations

from collections.abc import Iterable

from functions.languages.shown import STATUSES
from functions.model.library import ListRow
from functions.model.minutes import Doubt
from functions.model.register import RowStatus
from functions.publishing.formatting import SEPARATOR
from functions.publishing.lists import QUESTION, quoted

_MARK = "question"
_LONGEST = 255  # what a single line of text holds in SharePoint


def question_key(file_id: str, doubt: str) -> str:
    """The key of a question's row."""
    return f"{_MARK}/{file_id}/{doubt}"


def question_of(key: str) -> tuple[str, str] | None:
    """The file's id and the doubt's that a row's key names; None for a row that asks nothing."""
    mark, _, rest = key.partition("/")
    file_id, _, doubt = rest.rpartition("/")
    return (file_id, doubt) if mark == _MARK and file_id and doubt else None


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


def closed_question(key: str, *, answered: bool) -> ListRow:
    """The row of a question that is answered, or that is asked no more."""
    return ListRow(key, {"Status": STATUSES[RowStatus.DONE if answered else RowStatus.DROPPED], "Öppen": False, "Varför": None})


def is_open_question(row: ListRow) -> bool:
    """Whether a row of Uppföljning asks something that waits for an answer."""
    return question_of(row.key) is not None and row.values.get("Öppen") is not False

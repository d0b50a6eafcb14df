"""What was typed on a draft is told from what we wrote there, by the words that we remember."""

from __future__ import annotations

import pytest

from functions.drafting import render_draft
from functions.drafting.base import base_of
from functions.drafting.paper import open_paper
from functions.drafting.typed import is_on_draft, without_typed
from functions.interpreting.spans import is_ours, lines_of
from functions.model.register import RowKind
from functions.reading import read_document
from tests.reading.packages import build, p

from . import secretary
from .council import draft, row

CALL = row("d" * 16, RowKind.ACTION, "Sara ringer kliniken", owners=("Sara Berg",))
FOOT = row("a" * 16, RowKind.TABLED, "Fotvård vid diabetes")
TAG = f"dg:row-{CALL.key}"


def typed(data: bytes, *, base: bytes) -> list[str]:
    """The lines of the body that somebody typed; headings and labels outside every line of the draft are left aside."""
    document = without_typed(read_document(data, name="a.docx"), bases=[base_of(open_paper(base))])
    plain = {line.text for block in read_document(base, name="a.docx").body() for line in lines_of(block)}
    return [line.text for block in document.body() for line in lines_of(block) if not is_ours(line) and line.text not in plain]


@pytest.fixture
def paper() -> bytes:
    return render_draft(draft(CALL, FOOT))


@pytest.mark.parametrize("lost", [False, True])
def test_notes_under_a_line_are_typed_and_the_line_is_not(paper: bytes, lost: bool) -> None:
    data = secretary.note(secretary.note(paper, TAG, "Klart."), f"dg:row-{FOOT.key}", "Rådet beslutar att vänta.")
    assert typed(secretary.drop_controls(data) if lost else data, base=paper) == ["Klart.", "Rådet beslutar att vänta."]


def test_a_line_that_was_told_in_other_words_is_no_note(paper: bytes) -> None:
    assert typed(paper, base=paper) == []
    other = render_draft(draft(row("d" * 16, RowKind.ACTION, "Sara ringer ortopedkliniken", owners=("Sara Berg",)), FOOT))
    assert typed(other, base=paper) == []


def test_another_draft_and_plain_minutes_are_left_as_they_are(paper: bytes) -> None:
    plain = read_document(build(p("Mötesanteckningar") + p("Sara ringer kliniken.")), name="a.docx")
    assert not is_on_draft(plain)
    assert without_typed(plain, bases=[base_of(open_paper(paper))]) == plain
    ours = read_document(paper, name="a.docx")
    assert is_on_draft(ours) and without_typed(ours, bases=[]) == ours

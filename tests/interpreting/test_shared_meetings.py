"""With whom a coming meeting is held is a remark in the words of the minutes."""

from __future__ import annotations

import pytest

from functions.interpreting import interpret
from functions.model.minutes import NextMeeting
from functions.reading import read_document
from tests.pipeline.desk import minutes
from tests.reading.packages import build, p, styled


def announced(line: str) -> NextMeeting:
    lines = [
        styled("Title", "Mötesanteckningar Samordningsråd ögonsjukvård"),
        p("Datum: 16 april 2026"),
        p("Närvarande: Helga Norin, Bo Alm, Cia Dahl"),
        styled("H1", "1. Mötets öppnande"),
        p("Helga Norin öppnar mötet och hälsar alla välkomna."),
        styled("H1", "2. Schema"),
        p("Bo Alm mejlar schemat till alla."),
        styled("H1", "3. Nästa möte"),
        p(line),
    ]
    data = build("".join(lines), styles='<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>')
    document = read_document(data, name="a.docx")
    (found,) = interpret(document).next_meetings
    texts = {block.id: block.text for block in document.blocks}
    assert all(texts[quote.block][quote.start : quote.end] == quote.text for quote in found.quotes)
    return found


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("21 maj 2026 kl. 13.00–15.00, Sal Linden, gemensamt möte med Rådet för öron", "gemensamt möte med Rådet för öron"),
        ("21 maj 2026 kl. 13.00–15.00, Sal Linden (gemensamt med öronrådet)", "gemensamt med öronrådet"),
        ("Nästa möte är den 21 maj 2026 kl. 13.00. Mötet är gemensamt med öronrådet.", "gemensamt med öronrådet"),
        ("Gemensamt möte med öronrådet den 21 maj 2026 kl. 13.00–15.00, Sal Linden", "Gemensamt möte med öronrådet"),
        ("21 maj 2026 kl. 13.00–15.00, Sal Linden", None),
        ("21 maj 2026 kl. 13.00–15.00, Sal Linden. Ärenden mejlas till sekreteraren.", None),
    ],
)
def test_a_meeting_that_is_shared_says_with_whom(line: str, note: str | None) -> None:
    assert announced(line).note == note


def test_the_other_meetings_of_a_list_have_no_such_remark() -> None:
    document = read_document(minutes("2026-04-16", coming=("2026-05-21", "2026-09-10")), name="a.docx")
    assert [meeting.note for meeting in interpret(document).next_meetings] == [None, None]

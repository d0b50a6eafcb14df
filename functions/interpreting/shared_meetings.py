"""With whom a coming meeting is held: "gemensamt möte med Samordningsråd öronsjukvård", as a remark in the words of the minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from functions.interpreting.phrases import phrase
from functions.languages import LanguagePack
from functions.model.document import Document
from functions.model.minutes import NextMeeting, Quote

_NAME = r"(?<!\w)<<next_meetings.shared_with>>\s+[^.,;()\n]{3,90}?(?=\s*(?:[.,;()\n]|\s(?:den|kl|klockan|on|at|kl)\b|\d|$))"
_GOES_ON = r"[\s.,;)]*(?:\w+\s+\w+\s+)?"
"""What stands between a meeting's line and a sentence about whom it is held with: "Mötet är gemensamt med …"."""


def with_company(meetings: Sequence[NextMeeting], document: Document, *, pack: LanguagePack) -> tuple[NextMeeting, ...]:
    """The meetings, those that are held with another body with a remark that says so."""
    return tuple(_with_company(meeting, document, pack=pack) for meeting in meetings)


def _with_company(meeting: NextMeeting, document: Document, *, pack: LanguagePack) -> NextMeeting:
    for quote in meeting.quotes:
        found = phrase(pack, _NAME).search(quote.text or "")
        if found is not None:
            return _told(meeting, found[0])
        block = document.by_id.get(quote.block)
        text = block.text if block is not None else ""
        behind = re.match(_GOES_ON, text[quote.end :])
        starts = [quote.end + at for at in range(behind.end() + 1)] if behind is not None else []
        later = next((match for at in starts if (match := phrase(pack, _NAME).match(text, at)) is not None), None)
        if later is not None:
            more = Quote(quote.block, later.start(), later.end(), later[0])
            return replace(_told(meeting, later[0]), quotes=(*meeting.quotes, more))
    return meeting


def _told(meeting: NextMeeting, words: str) -> NextMeeting:
    if meeting.note and words in meeting.note:
        return meeting
    return replace(meeting, note=f"{meeting.note}; {words}" if meeting.note else words)

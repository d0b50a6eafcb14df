"""Case numbers beside the titles of points ("Dnr SN 2026/123", "(RS 2026-00045)"): they are no part of what a point is called."""

from __future__ import annotations

from functions.interpreting.layout import ItemText
from functions.interpreting.phrases import phrase
from functions.interpreting.references import CASE, CASE_AT_END
from functions.interpreting.spans import Span
from functions.languages import LanguagePack

_SHORT = 120


def without_case_number(item: ItemText, *, pack: LanguagePack) -> ItemText:
    """The item called by its title alone; where the line of its number held only a case number the line below is the title."""
    title = tuple(trimmed for span in item.title if (trimmed := _trimmed(span, pack=pack)).text)
    if title == item.title:
        return item
    if title:
        item.title = title
    elif item.lines and item.number and len(item.lines[0].span.text) < _SHORT and not item.lines[0].span.text.endswith((".", "!", "?", ":")):
        item.title, item.lines = (item.lines[0].span,), item.lines[1:]
    return item


def _trimmed(span: Span, *, pack: LanguagePack) -> Span:
    """The span without case numbers at its ends."""
    head = phrase(pack, rf"(?:{CASE})[\s,;:.–-]*", case=True).match(span.text)
    if head is not None:
        span = span.part(head.end(), len(span.text)).trimmed()
    tail = phrase(pack, rf"[\s,;:.–(-]*(?<!\w)(?:{CASE_AT_END})\s*$", case=True).search(span.text, max(0, len(span.text) - 60))
    if tail is None or phrase(pack, r"\b<<items.previous>>").search(span.text, 0, tail.start()):  # "Från förra protokollet (MBL 2026:4)"
        return span
    return span.part(0, tail.start()).trimmed()

"""How case numbers and days are written beside the numbers of points; the one place that knows their forms."""

from __future__ import annotations

from functions.interpreting.phrases import UPPER, phrase
from functions.languages import LanguagePack

# "SN 2026/123", "SN/2026:123", "KS-2026-88-1.3.1"; "123/00.01.02/2026" and "LARKDno/2026/45" in Finland.
_CLASSED = r"(?:\s?-\s?\d{1,2}(?:\.\d{1,2}){1,3})?"
_LETTERED = rf"[{UPPER}]{{2,8}}\s?[ /-]\s?\d{{4}}\s?[/:-]\s?\d{{1,6}}(?!\d){_CLASSED}"
_FILED = r"\d{1,6}\s?/\s?\d{2}(?:\.\d{2}){1,3}\s?/\s?\d{4}|\w{2,10}[Dd]no\s?/\s?\d{1,6}(?:/[\d.]+){1,3}"
# Without letters a number may be two years: "2026/115" is a case, "2026/2027" and "2026/27" are none.
_PLAIN = r"(?:19|20)\d{2}\s?[/:-]\s?(?!(?:19|20)\d{2}(?!\d))\d{3,6}|(?!(?:19|20)\d{2}\s?/)\d{3,6}\s?/\s?20\d{2}"
_CODE = rf"(?:{_LETTERED}|{_FILED}|\d{{4}}\s?[/:-]\s?\d{{2,6}}{_CLASSED}|\d{{1,6}}/\d{{4}})"
_WORD = r"(?i:<<items.references>>)[.:]?"
_NAMED = rf"{_WORD}\s*(?:{_CODE}|[{UPPER}]{{0,8}}\s?\d[\w/:-]{{2,14}})"
CASE = rf"\(?(?:{_NAMED}|{_LETTERED}|{_FILED})\)?"
CASE_AT_END = rf"(?:{CASE}|(?:(?<=\s)|(?<=\())(?:{_PLAIN})\)?)"
# As a line of its own a case number may be written in any way.
_LINE = rf"(?:{_WORD}(?:\s*[^\s]*\d[^\s]*|\s+[{UPPER}]{{1,6}}(?=\s)){{1,4}}|{_LETTERED}|{_FILED}|{_PLAIN})"
REFERENCE = rf"(?:\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}|{_LINE})"
"""What may stand beside a point's number on a line of its own: a day or a case number; a template for phrases.phrase, with regard to case."""
_LONGEST = 120


def is_reference(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text is nothing but a day or a case number."""
    return len(text) < _LONGEST and phrase(pack, rf"(?:{REFERENCE}[\s,;.]*)+", case=True).fullmatch(text.strip()) is not None

"""What a page of signed minutes repeats at its head and foot within the text ("Justerandes sign", "Socialnämnden 2026-03-12 Sida 4 (9)")."""

from __future__ import annotations

import re

from functions.interpreting.own_body import OwnBody
from functions.interpreting.references import is_reference
from functions.languages import LanguagePack

_LONGEST = 120


def is_page_mark(text: str, own: OwnBody | None, *, pack: LanguagePack) -> bool:
    """Whether a line holds nothing but the words of a page's head or foot, the body's name, days and figures."""
    if len(text) > _LONGEST or (text.endswith((".", "!", "?")) and not re.search(r"\bs(?:ign|id)\.$", text)):
        return False
    if own is not None and own.name is not None and text.casefold() == own.name.casefold():
        return True
    words = re.findall(r"[^\W\d_]+", text.casefold())
    marks = set(pack.words("items", "page_marks"))
    ours = {word for name in (own.words if own is not None else ()) for word in re.findall(r"[^\W\d_]+", name)}
    if not words or any(word not in marks and word not in ours for word in words):
        return bool(words or re.search(r"\d", text)) and is_reference(text, pack=pack)
    return any(word in marks for word in words) or re.search(r"\d", text) is not None

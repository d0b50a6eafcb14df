"""Gives words that are longer than a table's cell a place to break: an invisible one, so that the words stay what they are."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.ns import qn

BREAK = "\u200b"
"""A zero-width space. Word shows a soft hyphen as a hyphen; and LibreOffice 7.4 never ends laying out a cell in which a content control within a
paragraph holds a word that is wider than the cell (a control round the paragraph shows its links as field codes there)."""
LONGEST = 30
_STRETCH = re.compile(rf"[^\s{BREAK}-]{{{LONGEST}}}(?=[^\s{BREAK}-]{{5}})")


def break_long_words(body: Any) -> None:
    """Put a place to break into every stretch of more than LONGEST letters in a table; it changes the document in place."""
    for table in body.iter(qn("w:tbl")):
        for text in table.iter(qn("w:t")):
            if text.text and len(text.text) > LONGEST:
                text.text = _STRETCH.sub(lambda found: found[0] + BREAK, text.text)

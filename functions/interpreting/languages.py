"""Tells which language a document is written in, by the small words that only one pack knows."""

from __future__ import annotations

import re
from collections import Counter

from functions.languages import available, load
from functions.model.document import Document


def detect_language(document: Document) -> str | None:
    """The code of the shipped language whose common words make up most of the text; None when too few of any are there."""
    words = Counter(w for block in document.body() for w in re.findall(r"[^\W\d_]+", block.text.casefold()))
    total = sum(words.values())
    if not total:
        return None
    shares = {code: sum(words[w] for w in load(code).words("detection", "common")) / total for code in available()}
    code, share = max(shares.items(), key=lambda entry: entry[1])
    return code if share >= 0.04 else None

"""Letters that a page explains before it uses them as labels ("B = beslut, A = att göra, I = info")."""

from __future__ import annotations

import re

from functions.interpreting.labels import folded_label
from functions.interpreting.layout import Layout, above_items
from functions.interpreting.passages import label_kinds
from functions.interpreting.phrases import UPPER
from functions.languages import LanguagePack

_PAIR = re.compile(rf"(?<!\w)([{UPPER}]{{1,2}})\s?[=:–]\s?([^\W\d_][\w -]{{2,24}}?)(?=\s*(?:[,;.)]|$|\s[{UPPER}]{{1,2}}\s?=))")
_LONGEST = 200


def legend_of(layout: Layout, *, pack: LanguagePack) -> dict[str, str]:
    """The kind of passage that each explained letter opens; empty where no line explains two letters, one of them a known label."""
    kinds = label_kinds(pack)
    for span in (*above_items(layout), *(line.span for item in layout.items[:1] for line in item.lines)):
        if len(span.text) > _LONGEST or "=" not in span.text:
            continue
        pairs = [(letter, folded_label(word)) for letter, word in _PAIR.findall(span.text)]
        known = {letter: kinds[word] for letter, word in pairs if word in kinds}
        if len(pairs) > 1 and known:
            return known
    return {}

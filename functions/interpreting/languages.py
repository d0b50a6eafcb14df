"""Tells which language a document is written in, by the small words that only one pack knows and by the labels of minutes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from functions.interpreting.labels import folded_label
from functions.languages import available, load
from functions.model.document import Document

DEFAULT = "sv"
# So much of a text is small words of its language, at least (Swedish minutes: .08 to .3; other languages against these packs: below .03).
_LEAST = 0.04
# With fewer words than these a text is too short to say that no pack knows its language.
_FEW = 60
# So many lines of so many words are running text, by which a language can be told.
_LINES, _RUNNING = 3, 8
# A small word of another language tells as much as so many of this one's.
_AGAINST = 4
# So much of a telegraphic text is words that its pack knows at all (Swedish: .5 to .8, English and Norwegian .4; other languages below .3, their
# neighbours more, but their small words speak against them).
_KNOWN = 0.4
_WORD = re.compile(r"[^\W\d_]+")
_SECTIONS = ("sections", "facts", "labels")


def detect_language(document: Document) -> str | None:
    """The language to read a document in: that of most of its small words, else of its labels, else of its words; the default where it is short.

    None where it is long enough to tell by, holds running text, and neither words nor labels are of a language that a pack is shipped for.
    """
    words = Counter(word for block in document.body() for word in _WORD.findall(block.text.casefold()))
    total = words.total()
    shares = {code: _share(words, code) for code in available()}
    code = max(shares, key=lambda one: (shares[one], one == DEFAULT))
    if total and shares[code] >= _LEAST * total:
        return code
    lines = {folded_label(line.split(":")[0]) for block in document.body() for line in block.text.split("\n")[:3]}
    labelled = {code: len(lines & load(code).all_words(*_SECTIONS)) for code in available() if shares[code] >= 0}
    code = max(labelled, key=lambda one: (labelled[one], one == DEFAULT), default="")
    if labelled.get(code, 0) >= 2:
        return code
    known = {code: sum(words[word] for word in _vocabulary(code) & words.keys()) for code in available() if shares[code] >= 0}
    code = max(known, key=lambda one: known[one], default="")
    if known.get(code, 0) >= _KNOWN * sum(count for word, count in words.items() if len(word) > 2) > 0:
        return code
    return DEFAULT if total < _FEW or _running_lines(document) < _LINES else None


def _running_lines(document: Document) -> int:
    """How many lines hold running text: a table of names and figures has no small words in any language."""
    return sum(len(_WORD.findall(line)) >= _RUNNING for block in document.body() for line in block.text.split("\n"))


def _share(words: Counter[str], code: str) -> int:
    pack = load(code)
    against = sum(words[word] for word in pack.words("detection", "others"))
    return sum(words[word] for word in pack.words("detection", "common")) - _AGAINST * against


@lru_cache
def _vocabulary(code: str) -> frozenset[str]:
    """Every word of three letters or more that a pack holds, its examples apart."""
    sections = {name: held for name, held in load(code).sections.items() if name != "examples"}
    return frozenset(word for text in _texts(sections) for word in _WORD.findall(text.casefold()) if len(word) > 2)


def _texts(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict | list):
        for inner in held.values() if isinstance(held, dict) else held:
            yield from _texts(inner)

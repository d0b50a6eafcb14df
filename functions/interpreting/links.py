"""Enclosures: the document's own hyperlinks, and the names of files whose link was lost, with the item they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from functions.interpreting.layout import Layout
from functions.interpreting.phrases import UPPER, phrase, words_of
from functions.interpreting.spans import Span, lines_of
from functions.languages import LanguagePack
from functions.model.document import Document
from functions.model.minutes import Link

_FILE = re.compile(r"(?:(?<=[\w)\]])|(?<=\w )(?=\.\w+$))\.(?:docx?|pdf|pptx?|xlsx?|msg)(?!\w)", re.IGNORECASE)
_LONGEST = 150
_SHORTEST = 3
# Where a name can begin inside a line: behind the end of a sentence, a colon, a quotation mark or a bracket.
_BEGINS = re.compile(r"[.!?:;]\s+|[\"“”„«»(\[]\s*")
_CAPITAL = re.compile(rf"\s+[{UPPER}0-9]")
_NO_NAME = re.compile(r"[/\\*?<>|\n]")


def find_links(document: Document, layout: Layout, *, pack: LanguagePack) -> tuple[Link, ...]:
    """The links of the body in reading order; the same words with the same target once an item.

    E-mail addresses and jumps within the file are none.
    """
    places: dict[str, str] = {}
    for item in layout.items:
        for span in [*item.title, *(line.span for line in item.lines)]:
            places.setdefault(span.block.id, item.ref)
    found: dict[tuple[str, str | None, str | None], Link] = {}
    for block in document.body():
        for link in block.links:
            span = Span(block, link.start, link.end).trimmed()
            target = link.target
            if not span.text or (target or "").startswith(("mailto:", "tel:")):
                continue
            entry = Link(span.text, target, places.get(block.id), (span.quote(),))
            found.setdefault((entry.text, entry.href, entry.item), entry)
        for line in lines_of(block):
            for name in _file_names(line, pack=pack):
                if not any(name.start < link.end and link.start < name.end for link in block.links):
                    found.setdefault((name.text, None, places.get(block.id)), Link(name.text, None, places.get(block.id), (name.quote(),)))
    return tuple(found.values())


def _file_names(line: Span, *, pack: LanguagePack) -> Iterator[Span]:
    """The names of files on a line, as far as it can be told where they begin: behind what leads to a name ("se", a colon), or at the start of a line
    that holds nothing else."""
    between, before = phrase(pack, r"\s*[,;]?\s*<<links.between>>\s"), words_of(pack, "links", "before")
    at = 0
    endings = list(_FILE.finditer(line.text))
    only_names = bool(endings) and not line.text[endings[-1].end() :].strip(" .)")
    for ending in endings:
        joined = between.match(line.text, at) if at else None
        first = max(joined.end() if joined is not None else at, ending.start() - _LONGEST)
        text = line.text[first : ending.start()]
        starts = [found.end() for found in _BEGINS.finditer(text)]
        starts += [found.end() for found in before.finditer(text) if _CAPITAL.match(text, found.end())]
        whole = only_names and (first == at or joined is not None)
        name = line.part(first + max((start for start in starts if start < len(text)), default=0), ending.end()).trimmed(" \t\xa0,;–-•")
        at = ending.end()
        if (whole or starts) and len(name.text) > _SHORTEST + len(ending[0]) and not _NO_NAME.search(name.text):
            yield name

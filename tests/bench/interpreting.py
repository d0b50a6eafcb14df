"""How long it takes to tell what a page means: ms per 1,000 characters, and as a ratio to a plain loop over the same words.

Run with `python -m tests.bench.interpreting`. The pages are those of tests/corpus, one after another with new numbers, so that a text of 200 pages is
like 200 pages that people wrote. Then passages built against patterns: what they cost a character beside an ordinary page. Figures of one run are
comparable with one another, not with those of another machine or day.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from functions.interpreting import interpret
from functions.languages import load
from functions.model.document import Block, Document, Part
from functions.reading import read_document

CORPUS = Path(__file__).parents[1] / "corpus"
PAGE = 2_000
"""Characters of a page."""
PAGES = (2, 20, 200)
_LEAST = 0.05
"""Of what an ordinary character costs: less than this is not told from nothing at one page."""
AGAINST = {
    "one word": "a" * PAGE,
    "capitals": "Bo Alm " * (PAGE // 7),
    "commas": "Bo, " * (PAGE // 4),
    "numbers": "1. " * (PAGE // 3),
    "dates": "den 3 maj, " * (PAGE // 11),
    "open brackets": "(" * PAGE,
    "labels": "Beslut: " * (PAGE // 8),
    "and": "och " * (PAGE // 4),
    "that": "att " * (PAGE // 4),
    "dashes": "- " * (PAGE // 2),
    "section signs": "§ 1 § " * (PAGE // 6),
    "blanks": " " * (PAGE - 2) + "x.",
}


def pages() -> list[Block]:
    """The body of every Swedish document in the corpus that is open to all, one after another."""
    found: list[Block] = []
    for path in sorted(CORPUS.glob("[ad]*-2026-??-??/*.docx")):
        found += [block for block in read_document(path.read_bytes(), name=path.name).blocks if block.part is Part.BODY]
    return found


def document(blocks: list[Block], *, length: int) -> Document:
    """A document of at least `length` characters; the blocks again and again, with ids and tables of their own."""
    kept: list[Block] = []
    said, turn = 0, 0
    while said < length:
        for block in blocks:
            cell = replace(block.cell, table=block.cell.table + 1000 * turn) if block.cell is not None else None
            kept.append(replace(block, id=f"b{len(kept)}", cell=cell))
            said += len(block.text)
            if said >= length:
                break
        turn += 1
    return Document(tuple(kept))


def loop(blocks: tuple[Block, ...]) -> int:
    """The floor: every word and sign of the page looked up in a table."""
    known: dict[str, int] = {}
    for block in blocks:
        for token in re.findall(r"\w+|[^\w\s]", block.text):
            known[token.casefold()] = known.get(token.casefold(), 0) + 1
    return len(known)


def best(work: Callable[[], object], *, times: int) -> float:
    """Processor seconds of the quickest of some runs, so that a loaded machine tells the same."""
    took = []
    for _ in range(times):
        begun = time.process_time()
        work()
        took.append(time.process_time() - begun)
    return min(took)


def main() -> None:
    """Print the figures."""
    pack, blocks = load("sv"), pages()
    interpret(document(blocks, length=PAGES[1] * PAGE), pack=pack)  # patterns are made once
    per_character: dict[int, float] = {}
    for count in PAGES:
        whole = document(blocks, length=count * PAGE)
        length, times = sum(len(block.text) for block in whole.blocks), 3 if count < 100 else 1
        took, floor = best(lambda whole=whole: interpret(whole, pack=pack), times=times), best(lambda whole=whole: loop(whole.blocks), times=times)  # type: ignore[misc]
        per_character[count] = took / length
        print(f"{count:4} pages: {took * 1e6 / length:7.1f} ms per 1,000 characters, {took / floor:6.0f} × a plain loop over the words")
    print(f"a character of {PAGES[-1]} pages costs {per_character[PAGES[-1]] / per_character[PAGES[0]]:.2f} × one of {PAGES[0]} (aim: at most 1.5)")
    start = document(blocks, length=PAGE).blocks
    ordinary = per_character[PAGES[1]]
    bare = best(lambda: interpret(Document((*start, Block("against", "x."))), pack=pack), times=3)
    for name, text in AGAINST.items():
        costs = []
        for size in (1, 20):
            made = Document((*start, Block("against", text * size)))
            took = best(lambda made=made: interpret(made, pack=pack), times=3)  # type: ignore[misc]
            costs.append(max(0.0, took - bare) / (len(text) * size) / ordinary)
        told = f"{costs[1] / costs[0]:5.2f} × of it" if costs[0] > _LEAST else "too little to compare"
        print(f"{name:14} {costs[0]:6.2f} × an ordinary character, at twenty times the length {costs[1]:6.2f} ({told})")


if __name__ == "__main__":
    main()

"""Times that stand in brackets behind the titles of points: "1. Inledning (08:15)"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from functions.interpreting.headings import Heading
from functions.interpreting.phrases import phrase
from functions.languages import LanguagePack
from functions.model.document import Block

_FEWEST = 3  # titles with a time; one alone may tell of its matter ("Nya öppettider (8.00–16.30)")
_LONGEST = 120
_CLOCK = r"(?:(?:<<dates.clock>>)\s*)?(\d{1,2})[.:](\d{2})(?:\s*[-–—]\s*\d{1,2}[.:]\d{2})?"
_BEHIND = rf"\s*[(\[]\s*({_CLOCK})\s*[)\]]\s*[:.]?$"


def without_times(find: Callable[[Block], Heading | None], blocks: list[Block], *, pack: LanguagePack) -> Callable[[Block], Heading | None]:
    """What `find` tells, with a time behind a title as its slot, where several titles have one and none is earlier than that before it."""
    titles = [block.text.strip() for block in blocks if len(block.text) < _LONGEST and block.cell is None]
    found = [match for text in titles if (match := phrase(pack, _BEHIND).search(text)) is not None]
    times = [(int(match[2]), int(match[3])) for match in found]
    if len(times) < _FEWEST or any(later < earlier for earlier, later in pairwise(times)):
        return find

    def parted(block: Block) -> Heading | None:
        heading = find(block)
        if heading is None or heading.slot is not None:
            return heading
        match = phrase(pack, _BEHIND).search(heading.title.text)
        if match is None or not re.search(r"\w", heading.title.text[: match.start()]):
            return heading
        return replace(heading, title=heading.title.part(0, match.start()).trimmed(), slot=heading.title.part(*match.span(1)))

    return parted

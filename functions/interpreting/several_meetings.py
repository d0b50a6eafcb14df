"""Several meetings in one file: where each begins, and which one is read; a file gives the minutes of one meeting and says so of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as date_type
from itertools import combinations, pairwise

from functions.interpreting.asking import doubt_of
from functions.interpreting.attendance import find_people
from functions.interpreting.labels import is_label
from functions.interpreting.laying_out import lay_out
from functions.interpreting.meeting import find_meeting
from functions.interpreting.numbers import number_of
from functions.interpreting.phrases import phrase
from functions.interpreting.spans import Span, lines_of
from functions.interpreting.title_words import names_minutes
from functions.languages import LanguagePack
from functions.languages.shown import listed
from functions.model.document import Block, Document, Part
from functions.model.minutes import Doubt

_TITLE = 140
_AHEAD = 12
_DAY = r"\d{4}-\d{2}-\d{2}|\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?(?!\d)|\b\d{1,2}(?::?[ae]|\.)?\s+<<dates.month_names.full>>\b|\b\d{6}\b"
_MEETS = r"(?<!\w)(?:<<kind.meetings>>|\w*<<bodies.nouns>>)(?!\w)"
_EARLIER = r"\b<<items.previous|items.next|items.follow_up>>"
_MET = ("present", "absent", "adjunct", "guest")  # lists above a meeting; those who lead, write and sign stand below one too
_PEOPLE, _POINTS = 2, 2
# What a line that is a day may hold beside it: a weekday, "kl", "Datum".
_FEW_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Held:
    """One meeting of a file: its day, the line that opens it, the file with nothing but what belongs to it, and whose it is, where that is told."""

    day: date_type
    opens: Span
    document: Document
    body: str | None = None


def meetings_in(document: Document, *, pack: LanguagePack) -> tuple[Held, ...]:
    """The meetings that a file holds, each with a list of people or points of its own, on days of their own or of different bodies; none where it
    holds one."""
    body = [block for block in document.blocks if block.part is Part.BODY]
    starts = list(_starts(body, pack=pack))
    if len(starts) < 2:
        return ()
    found: list[Held] = []
    edges = [*starts, len(body)]
    front = body[: starts[0]]
    for at, to in pairwise(edges):
        held = _held(document, body[at:to], pack=pack)
        if held is not None:
            found.append(held)
    if len({held.day for held in found}) < 2 and not _are_of_several(found):
        return ()
    return tuple(replace(held, document=_with_front(held.document, front)) for held in found) if _is_common(front, pack=pack) else tuple(found)


def chosen(meetings: tuple[Held, ...], *, date: str | None, body: str | None, answers: Mapping[str, str]) -> tuple[Held, Doubt | None]:
    """The meeting that is read: the one that a person chose, by an answer, or by the date and the council of the columns, else the latest, and of
    those on one day the first; and the question. body: the council that the file is known to be for."""
    several = _are_of_several(meetings)
    names = {id(one): f"{one.body} {one.day}" if several and one.body else one.day.isoformat() for one in meetings}
    choices = tuple(dict.fromkeys(names[id(one)] for one in sorted(meetings, key=lambda one: one.day)))
    doubt = doubt_of("several_meetings", "", choices, (), about="|".join(choices))
    told = answers.get(doubt.id)

    def fits(one: Held) -> tuple[bool, bool, bool, date_type]:
        theirs = body is not None and one.body is not None and body.casefold() == one.body.casefold()
        return names[id(one)] == told, one.day.isoformat() == date, theirs, one.day

    held = max(meetings, key=fits)
    if doubt.id in answers:
        return held, None
    read = names[id(held)] if several else f"mötet {names[id(held)]}"
    others = "de andra som egna filer" if len(choices) > 2 else "det andra som en egen fil"
    question = (
        f"Filen innehåller anteckningar från flera möten: {listed(choices)}. Bara {read} läses, så spara {others}. Vilket möte gäller den här filen?"
    )
    quotes = tuple(one.opens.quote() for one in meetings)
    return held, replace(doubt, question=question, quotes=quotes)


def _are_of_several(meetings: Sequence[Held]) -> bool:
    """Whether the meetings are told to be of bodies with names of their own, not one name longer told."""
    bodies = {one.body.casefold() for one in meetings if one.body}
    return any(one not in other and other not in one for one, other in combinations(bodies, 2))


def _starts(body: list[Block], *, pack: LanguagePack) -> Iterator[int]:
    """Where a meeting may begin: a line that names minutes or a meeting beside a day, above a list of people or a first point, and below those of
    the meeting before: until then a day or a time still belongs to that one's own head."""
    met = True
    for position in range(len(body)):
        if met and _opens(body, position, pack=pack):
            met = False
            yield position
        met = met or _peopled(body[position : position + 1], pack=pack)


def _opens(body: list[Block], position: int, *, pack: LanguagePack) -> bool:
    block = body[position]
    line = next(lines_of(block), None)
    if block.cell is not None or line is None or len(line.text) > _TITLE or line.text.endswith((".", "!", "?", ";")) or block.number is not None:
        return False
    if number_of(block, line, pack=pack) is not None or phrase(pack, _EARLIER).search(line.text.casefold()):
        return False
    ahead = [text for other in body[position : position + 4] for text in (span.text for span in lines_of(other))][:4]
    day = phrase(pack, _DAY)
    if not any(day.search(text) for text in ahead):
        return False
    bare = day.search(line.text) is not None and len(re.sub(r"[\W\d_]+", "", day.sub("", line.text))) <= _FEW_LETTERS
    named = names_minutes(line.text, pack=pack) or (day.search(line.text) is not None and phrase(pack, _MEETS).search(line.text) is not None)
    above = body[position - 1].text.strip() if position else ""
    if bare and not above.endswith(".") and phrase(pack, _EARLIER).search(above.casefold()):  # a coming day, right under its heading
        return False
    return (named or bare) and _peopled(body[position : position + _AHEAD], pack=pack)


def _peopled(blocks: list[Block], *, pack: LanguagePack) -> bool:
    """Whether a list of people or a first point follows before anything else."""
    for block in blocks:
        for line in lines_of(block):
            number = number_of(block, line, pack=pack)
            if is_label(line, pack=pack, inside_item=False) in _MET or (number is not None and number.number == "1"):
                return True
    return False


def _held(document: Document, blocks: list[Block], *, pack: LanguagePack) -> Held | None:
    """The meeting that these blocks are, None where they have no day, or neither people nor points of their own."""
    part = _only(document, blocks)
    layout = lay_out(part, pack=pack)
    people = find_people(layout, pack=pack)
    facts = find_meeting(replace(part, blocks=tuple(blocks)), layout, people, pack=pack)
    met = [person for person in people if person.role != "adjuster"]
    if facts.date is None or (len(met) < _PEOPLE and len(layout.items) < _POINTS):
        return None
    opens = next(line for block in blocks for line in lines_of(block))
    return Held(date_type.fromisoformat(facts.date), opens, part, facts.body)


def _only(document: Document, blocks: list[Block]) -> Document:
    """The file with these blocks of its body, and everything that stands beside the body."""
    kept = {id(block) for block in blocks}
    return replace(document, blocks=tuple(block for block in document.blocks if block.part is not Part.BODY or id(block) in kept))


def _with_front(document: Document, front: list[Block]) -> Document:
    at = next((position for position, block in enumerate(document.blocks) if block.part is Part.BODY), 0)
    return replace(document, blocks=(*document.blocks[:at], *front, *document.blocks[at:]))


def _is_common(front: list[Block], *, pack: LanguagePack) -> bool:
    """Whether what stands above the first meeting is the file's own title, with no day of its own."""
    return bool(front) and len(front) <= _AHEAD and not any(phrase(pack, _DAY).search(block.text) for block in front)

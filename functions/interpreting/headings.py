"""Finds which paragraphs open an agenda item, and which only are the label of a part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from functions.interpreting.contents_lists import without_contents
from functions.interpreting.labels import folded_label, is_known_label, is_label
from functions.interpreting.name_words import name_words
from functions.interpreting.numbers import TRAILING, Entries, Numbered, counted, numbers_of, rises, series_of
from functions.interpreting.phrases import LOWER, phrase
from functions.interpreting.points_within import points_within
from functions.interpreting.references import is_reference
from functions.interpreting.roster_lines import opens_with_person
from functions.interpreting.run_ins import Cuts, cuts_of
from functions.interpreting.section_lines import Sections, sections_of
from functions.interpreting.spans import Span, whole
from functions.interpreting.title_lines import (
    alike_titles,
    capital_titles,
    clock_titles,
    isolated_titles,
    repeated_texts,
    run_on_title,
    text_begins,
    tight_titles,
)
from functions.languages import LanguagePack
from functions.model.document import Block, BlockKind

_ROSTER_KINDS = ("present", "absent", "adjunct", "guest", "secretary", "chair", "adjuster", "called")
_FRONT = 10
_LOOKS = ("bold", "underline")
_FEWEST = 3  # lines that make titles of their look
_LONG = 40  # letters of a paragraph that may hold sentences
_SENTENCES = re.compile(r"[.!?]\s.*[.!?]$")
_GOES_ON = r"(?:<<items.title_goes_on>>\s+(?:[\w-]+\s+){0,3}?[\w-]+(?=[.:]\s+\S|\s+[–-]\s)|[\w-]+(?=:\s))"
_SAYS = r"(?<!\w)(?:[\w-]+<<verbs.finite_endings>>$|<<verbs.have_or_be|follow_ups.finite>>(?!\w))"
# "**Platser** (Petra med). Läget är …": the sign that ends an opening, be it behind a bracket.
_SIGNED = re.compile(r"[.:]|\s*\([^()]{2,40}\)[.:]")
_GOES_ON_DASH = re.compile(rf"\s*[–-]\s+[{LOWER}]")
_PARTING = " \t\xa0.:–—-"
_SLOT = r"(?:(?i:<<dates.clock>>)\s*)?\d{1,2}[.:]\d{2}(?:\s*[-–—]\s*\d{1,2}[.:]\d{2})?\s*(?:[:,.]|[-–—](?=\s))?\s*"


@dataclass(frozen=True, slots=True)
class Heading:
    """A paragraph that opens an item; rest: text that follows the title in the same paragraph."""

    number: str | None
    title: Span
    rest: Span | None = None
    slot: Span | None = None
    rule: str = "item.heading"


def heading_finder(blocks: list[Block], *, pack: LanguagePack, beside_table: bool) -> Callable[[Block], Heading | None]:
    """A function that tells which paragraphs open an item, decided from how the whole document is built.

    beside_table: the items stand in a table, so only numbered headings open one outside it.
    """
    entries = without_contents([(block, whole(block)) for block in blocks if block.text.strip()], pack=pack)
    sections = sections_of(entries, numbers_of(entries, pack=pack), pack=pack)
    numbers = sections.numbers
    headings = [(b, s) for b, s in entries if b.kind is BlockKind.HEADING]
    again = repeated_texts(folded_label(s.text[n.end :] if (n := numbers[id(b)]) is not None else s.text) for b, s in headings)
    numbered_headings = [(b, s) for b, s in headings if numbers[id(b)] is not None]
    if len(numbered_headings) >= (3 if beside_table else 1):
        inner = points_within(entries, numbers, {id(b) for b, _ in numbered_headings})
        return _by_numbered_headings(numbered_headings, numbers, sections.below, again=again, inner=inner, pack=pack)
    if beside_table:
        return lambda _: None
    open_headings = [b for b, s in headings if folded_label(s.text) not in again and not is_known_label(s, but_next=True, pack=pack)]
    levels = Counter(b.level for b in open_headings if b.level is not None)
    typed = [number for block, _ in entries if block.kind is not BlockKind.HEADING and (number := numbers[id(block)]) is not None]
    typed_items = len(typed) >= 4 and len(open_headings) < 3 and rises([*typed])  # the headings part the document, its items are typed
    if levels and max(levels.values()) >= 2 and not typed_items:
        level = min(value for value, count in levels.items() if count == max(levels.values()))
        chosen = {id(b) for b in open_headings if b.level == level} - _titles(entries, pack=pack)
        return lambda block: _heading(block, numbers[id(block)], Cuts(), pack=pack) if id(block) in chosen else None
    return _by_typed_numbers(blocks, entries, sections, pack=pack)


def _by_numbered_headings(
    found: Entries,
    numbers: dict[int, Numbered | None],
    below: dict[int, Block],
    *,
    again: frozenset[str],
    inner: frozenset[int],
    pack: LanguagePack,
) -> Callable[[Block], Heading | None]:
    top = min(b.level or 9 for b, _ in found)
    parent = ""

    def find(block: Block) -> Heading | None:
        nonlocal parent
        number = numbers.get(id(block))
        if id(block) in inner:
            return _heading(block, number, Cuts(), pack=pack)
        if block.kind is not BlockKind.HEADING or not block.text.strip():
            return None
        if number is None:
            known = is_known_label(whole(block), pack=pack) or folded_label(block.text) in again
            return _heading(block, None, Cuts(), pack=pack) if block.level == top and not known and parent else None
        heading = _heading(block, number, Cuts(), pack=pack, below=below.get(id(block)))
        if number.form == "letter":
            return Heading(parent + number.number, heading.title, heading.rest, heading.slot, heading.rule) if parent else heading
        if (block.level or 9) <= top or number.form in ("section", "number", "bare", "word"):
            parent = number.number
        return heading

    return find


def _by_typed_numbers(blocks: list[Block], entries: Entries, sections: Sections, *, pack: LanguagePack) -> Callable[[Block], Heading | None]:
    """No headings at all: bold numbered lines, else numbered lines that rise by one, else lines that stand out as titles."""
    numbers = sections.numbers
    typed = [(b, s) for b, s in entries if numbers[id(b)] is not None and numbers[id(b)].form != "letter"]  # type: ignore[union-attr]
    people = {id(b) for b, s in typed if opens_with_person(s, pack=pack)}  # "1. Helga Norin, ordförande": a numbered attendance list
    typed = [(b, s) for b, s in typed if id(b) not in people] if len(people) > 1 else typed
    marked = [(b, s) for b, s in typed if b.all_bold or b.all_underlined or any(_leads(b, s, look) for look in _LOOKS)]
    if len(marked) >= 2:
        chosen = {id(b) for b, _ in marked}
    elif rising := counted(typed, numbers):
        chosen = rising
    elif series := series_of(entries):
        numbers, chosen = {**numbers, **series}, set(series)
    else:
        chosen = _standing_out(blocks, entries, pack=pack)
    ends = {id(b): numbers[id(b)].end for b, _ in entries if id(b) in chosen and numbers.get(id(b)) is not None}  # type: ignore[union-attr]
    cuts = cuts_of([(b, s.part(ends.get(id(b), 0), len(s.text)).trimmed()) for b, s in entries if id(b) in chosen])
    below = {at: follower for at, follower in sections.below.items() if at in chosen and id(follower) not in chosen}
    return lambda block: _heading(block, numbers.get(id(block)), cuts, pack=pack, below=below.get(id(block))) if id(block) in chosen else None


def _standing_out(blocks: list[Block], entries: Entries, *, pack: LanguagePack) -> set[int]:
    """Bold or underlined lines of their own or openings, else lines in capitals, else lines that a time of day opens, else short lines above text."""
    start = text_begins(blocks, is_roster=lambda span: is_label(span, pack=pack, inside_item=False) in _ROSTER_KINDS[:4])
    titles = _titles(entries, pack=pack)
    told = _above_sentences(blocks)
    by_look = [_of_look(blocks, entries, look, start=start, titles=titles, told=told, pack=pack) for look in _LOOKS]
    people = [found for found in by_look if _open_with_people(found, entries, pack=pack)]
    chosen = next((found for found in by_look if found and found not in people), None)
    if chosen is not None:
        return chosen

    def is_other(block: Block) -> bool:
        return id(block) in titles or is_known_label(whole(block), but_next=True, told=id(block) in told, pack=pack)

    return (
        capital_titles(blocks, after=start, is_other=is_other)
        or alike_titles(blocks, after=start, is_other=is_other, is_name=name_words(pack).is_given)
        or clock_titles(blocks, after=start, time=phrase(pack, _SLOT, case=True))
        or next(iter(people), set())
        or isolated_titles(blocks, after=start, is_other=is_other)
        or tight_titles(blocks, after=start, is_other=is_other, is_name=name_words(pack).is_given)
    )


def _open_with_people(chosen: set[int], entries: Entries, *, pack: LanguagePack) -> bool:
    """Whether most of the lines begin with somebody's given name and a colon: who said or does something ("**Herman:** ramarna i mars")."""
    openings = [re.match(r"([\w-]+)\s*:", span.text) for block, span in entries if id(block) in chosen]
    return 2 * sum(opening is not None and name_words(pack).is_given(opening[1]) for opening in openings) > len(openings)


def _above_sentences(blocks: list[Block]) -> set[int]:
    """The ids of the paragraphs right above several sentences, or a long one."""
    written = [block for block in blocks if block.text.strip()]
    return {id(block) for block, below in pairwise(written) if len(below.text) > _LONG and _SENTENCES.search(below.text.strip())}


def _of_look(blocks: list[Block], entries: Entries, look: str, *, start: int, titles: set[int], told: set[int], pack: LanguagePack) -> set[int]:
    """The lines wholly in one look, or those that open in it, whichever are more; none when fewer than three."""
    alike = [(b, s) for b, s in entries if _is_lone(b, s, look)]
    lone = [(b, s) for b, s in alike if not is_known_label(s, but_next=True, told=id(b) in told, pack=pack) or _reports_once(s, alike, pack=pack)]
    run_ins = [(b, s) for b, s in entries if not _is_lone(b, s, look) and _run_in_title(b, s, look, pack=pack)]
    found = lone if len(lone) >= len(run_ins) else run_ins
    if len(found) < _FEWEST and (bare := _bare_leads(entries, look, pack=pack)):
        return {id(b) for b, _ in bare} - titles
    if found is run_ins:  # a title with a list below stands alone among them, with their full stop or colon or with none
        below = {id(one): other for (one, _), (other, _) in pairwise(entries)}
        ends = [(b, s) for b, s in lone if s.text[-1] in ".:" or ((under := below.get(id(b))) is not None and under.kind is BlockKind.LIST_ITEM)]
        found = [(b, s) for b, s in entries if any(b is one for one, _ in (*run_ins, *ends))]
    again = repeated_texts(folded_label(s.text) for _, s in lone) if found is lone else frozenset()
    first = found[0][1] if found is lone and len(found) >= 3 and found[0][0] is entries[0][0] else None
    called = first is not None and phrase(pack, r"\S*<<kind.minutes_titles>>(?!\w)").match(first.text) is not None
    if first is not None and (called or (len(found) > 3 and _names_a_body(first, pack=pack))):
        found = found[1:]  # the file's own title in the look of the items' titles
    fewest = 2 if called else 3
    chosen = {id(b) for b, s in found if folded_label(s.text) not in again} - titles if len(found) >= fewest else set()
    behind = chosen & {id(block) for block in blocks[start:]}
    if found is lone and start and len(behind) >= 3:
        return behind  # what stands above the attendance list is the document's own title
    return chosen


def _bare_leads(entries: Entries, look: str, *, pack: LanguagePack) -> Entries:
    """The paragraphs that open in a look with what they are about and no sign behind it, where half of the text and more does so: "**Lokalerna** på
    plan 2 är klara."; none that open with somebody's name. Lines wholly in the look and openings with a sign behind them go with them."""

    def opens(block: Block, span: Span, *, bare: bool) -> bool:
        return _run_in_title(block, span, look, bare=bare, pack=pack) and not name_words(pack).is_given(span.text.split()[0])

    bare = [(b, s) for b, s in entries if opens(b, s, bare=True) and not _is_lone(b, s, look)]
    first = next((at for at, (b, _) in enumerate(entries) if bare and b is bare[0][0]), 0)
    if len(bare) < _FEWEST:
        return []
    signed = {id(b) for b, s in entries if opens(b, s, bare=False) and not _is_lone(b, s, look)}
    found = [(b, s) for b, s in entries[first:] if id(b) in signed or opens(b, s, bare=True)]
    if 2 * len(found) < len(entries) - first:
        return []
    lone = [(b, s) for b, s in entries if _is_lone(b, s, look) and opens(b, s, bare=True) and not is_known_label(s, but_next=True, pack=pack)]
    above = [(b, s) for b, s in lone if b is not entries[0][0] and all(b is not one for one, _ in found) and len(s.text) < _LONG]
    return [*above, *found]


def _is_lone(block: Block, span: Span, look: str) -> bool:
    return (block.all_bold if look == "bold" else block.all_underlined) and len(span.text) < 90


def _reports_once(span: Span, alike: Entries, *, pack: LanguagePack) -> bool:
    """Whether a label of what is told ("Information") stands once among titles of its look, and so is a title too."""
    text = folded_label(span.text)
    return text in pack.words("items", "reports") and len(alike) > 4 and sum(folded_label(s.text) == text for _, s in alike) == 1


def _names_a_body(span: Span, *, pack: LanguagePack) -> bool:
    return phrase(pack, r"(?<!\w)\w*(?:<<bodies.nouns>>|<<kind.meetings>>)(?:<<bodies.definite>>)?(?!\w)").search(span.text) is not None


def _leads(block: Block, span: Span, look: str) -> bool:
    """Whether the paragraph begins in a look; underlined links are none."""
    first = next((run for run in block.runs if run.end > span.start and block.text[run.start : run.end].strip()), None)
    return first is not None and getattr(first, look) and not any(link.start <= first.start < link.end for link in block.links)


def _run_in_title(block: Block, span: Span, look: str, *, bare: bool = False, pack: LanguagePack) -> bool:
    """A short opening in a look that ends in a full stop or a colon, with the text going on behind it; no label of a fact or a part.

    bare: one of few words that ends in neither.
    """
    lead = next((run.end for run in reversed(block.runs) if getattr(run, look)), 0)
    if not _leads(block, span, look) or any(
        not getattr(run, look) and run.end <= lead and block.text[run.start : run.end].strip() for run in block.runs
    ):
        return False
    words = block.text[span.start : lead].strip()
    signed = words[-1:] in (".", ":") or _SIGNED.match(block.text, lead) is not None
    ends = (2 < len(words) < 80 and signed) if not bare else (2 < len(words) < 40 and not signed and any(map(str.islower, words)))
    text = folded_label(words)
    sections = "facts" if bare and _GOES_ON_DASH.match(block.text[lead:]) else "sections"  # "**Frånvaro** – sms redan första dagen?"
    known = text in pack.all_words("facts", "labels", sections) and not (words[-1:] == "." and text in pack.words("items", "next_one"))
    return ends and not known and text not in (*pack.words("kind", "mail_heads"), *pack.words("kind", "subject"))


def _titles(entries: Entries, *, pack: LanguagePack) -> set[int]:
    """The paragraphs that are the document's own title ("Mötesanteckning")."""
    words = {w for key in ("minutes_titles", "agenda_titles") for w in pack.words("kind", key)}
    others = set(pack.words("kind", "other_titles"))  # further down "Projektplan 2026–2028" is an item

    def is_title(position: int, block: Block, span: Span) -> bool:
        text = folded_label(span.text).split(" 20")[0]
        alone = position < _FRONT and not re.search(r"\.\s", span.text)  # "Budget 2027. Ramen höjs." opens a point
        return text in words or (text in others and alone) or (block.style or "").casefold() in ("title", "rubrik")

    return {id(block) for position, (block, span) in enumerate(entries) if is_title(position, block, span)}


def _heading(block: Block, number: Numbered | None, cuts: Cuts, *, pack: LanguagePack, below: Block | None = None) -> Heading:
    span = whole(block)
    title = span.part(number.end, len(span.text)).trimmed() if number is not None else span
    if number is not None and number.form == "trailing" and (mark := TRAILING.search(title.text)) is not None:
        title = title.part(0, mark.start()).trimmed()
    if number is not None and (not title.text or is_reference(title.text, pack=pack)) and below is not None:  # the number on a line of its own
        return Heading(number.number, whole(below))
    slot = None
    match = phrase(pack, _SLOT, case=True).match(title.text)
    if match and match.end() < len(title.text):
        slot, title = title.part(0, match.end()).trimmed(), title.part(match.end(), len(title.text)).trimmed()
    rest = None
    newline = title.text.find("\n")
    cut = newline if newline >= 0 else run_on_title(block, title, pack=pack) or _title_end(block, title)
    if cut is None and (cut := cuts.end_of(block, title)) is not None:
        rest = title.part(cut, len(title.text)).trimmed()
        return Heading(number.number if number is not None else None, title.part(0, cut).trimmed(_PARTING), rest, slot)
    if cut is not None and cut < len(title.text):
        title, rest = title.part(0, cut).trimmed(), title.part(cut, len(title.text)).trimmed()
        if title.text.endswith(".") and title.text.count(".") == 1:  # "m.m." keeps its own
            title = title.trimmed(" .")
        rest = rest if rest.text else None
        if rest is not None and rest.text[0].islower() and title.text[-1:].isalpha():
            goes_on = phrase(pack, _GOES_ON).match(rest.text)
            if goes_on is not None and not phrase(pack, _SAYS).search(goes_on[0]):  # "**Vejp** på toaletterna. Föräldrakväll?"
                title, rest = Span(block, title.start, rest.start + goes_on.end()), rest.part(goes_on.end(), len(rest.text)).trimmed(_PARTING)
            else:  # "**Lokalerna** på plan 2 är klara."
                rest = Span(rest.block, title.start, rest.end)
    return Heading(number.number if number is not None else None, title, rest, slot)


def _title_end(block: Block, title: Span) -> int | None:
    """Where a run-in title ends: at the end of its bold lead, or at its first full stop when the paragraph is long."""
    if block.kind is BlockKind.HEADING:
        return None
    lead = title.start
    for run in block.runs:
        if run.end <= title.start:
            continue
        if run.bold or run.underline or not block.text[run.start : run.end].strip():
            lead = run.end
        else:
            break
    if title.start < lead < title.end and block.text[lead : title.end].strip():
        return lead - title.start
    if len(title.text) > 100:
        stop = re.search(r"[.:]\s", title.text)
        return stop.end() if stop and stop.end() < 90 else None
    return None

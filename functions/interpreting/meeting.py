"""The meeting's own facts: which body met, when, where; from labels, the front of the document and its page headers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import takewhile

from functions.interpreting.body_names import body_of, letters_that_met, organization_of
from functions.interpreting.dates import find_times
from functions.interpreting.labels import folded_label
from functions.interpreting.layout import Layout
from functions.interpreting.meeting_times import FrontLine, find_day, find_hours, is_paper_label, told_from
from functions.interpreting.phrases import UPPER, phrase, words_of
from functions.interpreting.places import is_online, is_only_online, place_before, place_in
from functions.interpreting.roster_entries import role_of
from functions.interpreting.spans import Span, lines_of, sentences_of, whole
from functions.interpreting.tables import Table, TableCell
from functions.languages import LanguagePack
from functions.model.document import Block, Document, Part
from functions.model.minutes import MeetingFacts, Person, Quotes

_HELD = r"\b<<facts_said.meeting>>\s+<<facts_said.held>>\s+(?=\S)|(?:\b<<facts_said.we_met>>|<<facts_said.welcome>>)\s+(?=<<facts_said.at>>\b)"
_OTHER_MEETING = r"\b<<grammar.other_meeting>>\b"
_LINK_TO = r"<<facts_said.link>>|https?:"
_OTHER_LINE = r"\d{4}|@|\b(?:<<facts_said.no_place>>|www)\b"
_BARE_LABEL = rf"((?i:<<facts_said.bare_place>>))\s+(?=[{UPPER}])"
_FEW_WORDS = 4
_MET = r"\W*(?:<<facts_said.we_met>>|<<facts_said.meeting>>\s+<<facts_said.held>>)\s"
_LAST = 8  # lines at the end that may tell when one met
_LONG, _SHORT = 300, 80  # of a paragraph longer than this, only a short sentence tells the place
_APART = r"\s*[/&+,:]\s*|\s<<grammar.and>>\s"
_PAGE = r"(?:\t+|\s{3,}|\s+\|\s+)<<facts_said.page_words>>(?!\w).*$"
_BEFORE_DAY = r"[\s,;]*\b(?:<<dates.weekdays>>\s*)?<<dates.the>>?\s*<<dates.clock>>?\s*$"


def front_lines(document: Document, layout: Layout, *, pack: LanguagePack) -> list[FrontLine]:
    """The lines of the front, of fact tables and of page headers, in that order."""
    known = pack.all_words("facts")
    lines: list[FrontLine] = []
    for unit in layout.front:
        lines.extend(_table_facts(unit, known, pack=pack) if isinstance(unit, Table) else _block_facts(unit, known, pack=pack))
    lines = _labelled_below(lines, pack=pack)
    for part in (Part.HEADER, Part.TEXT_BOX, Part.FOOTER):
        for block in document.blocks:
            if block.part is part:
                lines.extend(piece for fact in _block_facts(block, known, pack=pack) for piece in _apart(fact))
    return lines


def _sent_apart(lines: list[FrontLine], *, pack: LanguagePack) -> tuple[list[FrontLine], list[FrontLine]]:
    """The lines but for the one that tells when a mail was sent, and that one."""
    sent = phrase(pack, r"\W*<<kind.mail_sent>>\s*:")
    return [fact for fact in lines if not sent.match(fact.line.text)], [fact for fact in lines if sent.match(fact.line.text)]


def _told_last(document: Document, *, pack: LanguagePack) -> list[FrontLine]:
    """Sentences among the last lines that tell when one met: "Vi sågs torsdagen den 21 januari 2027 i Lilla matsalen, 14–15.30."."""
    last = [block for block in document.body() if block.text.strip()][-_LAST:]
    spans = (sentence for block in last for line in lines_of(block) for sentence in sentences_of(line, pack=pack))
    return [FrontLine(None, span, span) for span in spans if phrase(pack, _MET).match(span.text) is not None]


def _labelled_below(lines: list[FrontLine], *, pack: LanguagePack) -> list[FrontLine]:
    """ "Plats" on a line of its own is the label of the line below."""
    labels = {word for key in ("date", "time", "place") for word in pack.words("facts", key)}
    found: list[FrontLine] = []
    for fact in lines:
        above = found[-1] if found else None
        label = folded_label(above.line.text) if above is not None and above.label is None else None
        belongs = label in labels or (label is not None and len(label.split()) < _FEW_WORDS and is_paper_label(label, pack=pack))
        found.append(FrontLine(label, fact.value, fact.line) if fact.label is None and belongs else fact)
    return found


def _apart(fact: FrontLine) -> Iterator[FrontLine]:
    """What stands side by side in a page header, each by itself ("Region Nord<TAB>Samordningsråd syn<TAB>2026-03-05")."""
    gaps = [gap.span() for gap in re.finditer(r"\t+|\s{3,}|\s+\|\s+", fact.line.text)] if fact.label is None else []
    edges = [0, *(edge for gap in gaps for edge in gap), len(fact.line.text)]
    pieces = [fact.line.part(at, to).trimmed() for at, to in zip(edges[::2], edges[1::2], strict=True)]
    yield from (FrontLine(None, piece, piece) for piece in pieces if piece.text) if gaps else (fact,)


def _block_facts(block: Block, known: frozenset[str], *, pack: LanguagePack) -> Iterator[FrontLine]:
    for line in lines_of(block):
        for piece in _tab_pieces(line):
            match = re.match(r"\s*([^:\t\n]{1,30}?)\s*(?:[:\t]|\s{3})\s*(?=\S)", piece.text)
            label = folded_label(match[1]) if match else None
            bare = phrase(pack, _BARE_LABEL, case=True).match(piece.text)  # "Plats Stadshuset"
            if match and label in known:
                yield FrontLine(label, piece.part(match.end(), len(piece.text)).trimmed(), piece)
            elif bare:
                yield FrontLine(folded_label(bare[1]), piece.part(bare.end(), len(piece.text)).trimmed(), piece)
            else:
                yield FrontLine(None, piece, piece)


def _tab_pieces(line: Span) -> list[Span]:
    """ "Datum: 1 maj<TAB>Tid: 13" is two facts, and so with three blanks for the tab; "Datum<TAB>1 maj" is one."""
    gaps = list(re.finditer(r"\t+| {3,}", line.text)) if len(re.findall(r":\s", line.text)) > 1 else []
    edges = [0, *(edge for gap in gaps for edge in gap.span()), len(line.text)]
    pieces = [line.part(at, to).trimmed() for at, to in zip(edges[::2], edges[1::2], strict=True)]
    joined: list[Span] = []
    for piece in (p for p in pieces if p.text):
        if joined and joined[-1].text.endswith(":"):  # "Datum:<TAB>1 maj"
            joined[-1] = Span(line.block, joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return joined


def _table_facts(table: Table, known: frozenset[str], *, pack: LanguagePack) -> Iterator[FrontLine]:
    rows = list(table.rows)
    while len(rows) > 1 and _is_fact_header(rows[0], known):  # labels in a row, their values in the row below
        labels = {cell.col: folded_label(cell.text) for cell in rows[0] if cell.text}
        for cell in rows[1]:
            for line in cell.lines():
                yield FrontLine(labels[cell.col] if labels.get(cell.col) in known else None, line, line)
        rows = rows[2:]
    for row in rows:
        cells = [cell for cell in row if cell.text]
        pairs = list(zip(cells[::2], cells[1::2], strict=False))  # "Datum | 5 mars | Tid | 13–15"
        labelled = list(takewhile(lambda pair: folded_label(pair[0].text) in known or is_paper_label(folded_label(pair[0].text), pack=pack), pairs))
        if labelled:
            yield from (FrontLine(folded_label(label.text), line, line) for label, value in labelled for line in value.lines())
            continue
        for cell in cells:
            for block in cell.blocks:
                yield from _block_facts(block, known, pack=pack)


def _is_fact_header(row: tuple[TableCell, ...], known: frozenset[str]) -> bool:
    labels = [folded_label(cell.text) for cell in row if cell.text]
    return len(labels) >= 2 and all(label in known for label in labels)


def find_meeting(document: Document, layout: Layout, people: tuple[Person, ...], *, pack: LanguagePack) -> MeetingFacts:
    """The meeting's facts, each with its quotations; what the document does not say stays None."""
    lines, sent = _sent_apart(front_lines(document, layout, pack=pack), pack=pack)
    quotes: dict[str, Quotes] = {}
    body = body_of([f.value for f in lines if f.label is None or f.label in pack.words("facts", "body")], pack=pack)
    letters = letters_that_met([f.value for f in lines if f.label is None], (b.text for b in document.blocks), pack=pack) if body is None else None
    body = (letters.text, (letters,)) if letters is not None else body
    if body is not None:
        quotes["body"] = tuple(span.quote() for span in body[1])
    organization = organization_of([f.line for f in lines if f.label is None or f.label in pack.words("facts", "organization")], pack=pack)
    if organization is not None:
        quotes["organization"] = (organization.quote(),)
    when = find_day(lines, layout, name=document.name, pack=pack)
    if when is None and (last := _told_last(document, pack=pack)):
        lines = [*last, *lines]
        when = find_day(lines, layout, name=document.name, pack=pack)
    if when is None and sent:
        when = told_from(sent, lines, pack=pack)
    if when is not None:
        quotes["date"] = (when[0].quote(),)
    start, end = find_hours(lines, when, layout, quotes, pack=pack)
    place = _place(lines, layout, when, pack=pack)
    if place is not None:
        quotes["place"] = (place.quote(),)
    online = next((span for span in _online_candidates(lines, place, layout, pack=pack) if is_online(span.text, pack=pack)), None)
    if online is not None:
        quotes["online"] = (online.quote(),)
    holders: dict[str, str | None] = {"chair": None, "secretary": None}
    for role in holders:
        fitting = [p for p in people if p.role == role and p.attendance != "absent"] or [p for p in people if p.role == role]
        fitting = fitting or [p for p in people if p.attendance != "absent" and _holds_too(p, role, pack=pack)]
        if fitting:
            chosen = next((p for p in fitting if any(phrase(pack, "<<roster.of_the_meeting>>").search(q.text or "") for q in p.quotes)), fitting[0])
            holders[role] = chosen.name
            quotes[role] = chosen.quotes
    state = _state(layout, quotes, pack=pack)
    return MeetingFacts(
        body=body[0] if body is not None else None,
        organization=re.sub(r"\s+", " ", organization.text) if organization is not None else None,
        kind=None,
        date=when[1].isoformat() if when is not None else None,
        start=start,
        end=end,
        place=re.sub(r"\s+", " ", place.text) if place is not None else None,
        online=online is not None,
        chair=holders["chair"],
        secretary=holders["secretary"],
        state=state,
        quotes=quotes,
    )


def _holds_too(person: Person, role: str, *, pack: LanguagePack) -> bool:
    """Whether somebody has this office beside another ("ordförande och sekreterare", "sammankallande, antecknar")."""
    told = (quote.text or "" for quote in person.quotes[1:])
    return any(role_of(part, pack=pack) == role for text in told for part in phrase(pack, _APART).split(text))


def _place(lines: list[FrontLine], layout: Layout, when: tuple[Span, date] | None, *, pack: LanguagePack) -> Span | None:
    """A labelled place, else what follows the time, else a line of the front that names a room or a building, else what the first item says."""
    for fact in lines:
        if fact.label in pack.words("facts", "place") and fact.value.text:
            page = phrase(pack, _PAGE).search(fact.value.text)
            return _without_form(fact.value.part(0, page.start()) if page else fact.value, pack=pack)
    for fact in lines:
        if fact.label in pack.words("facts", "time") + pack.words("facts", "date"):  # "Tid och plats: 13–15, lokal Eken"
            place = _behind_time(fact.value, when, led_by_place=fact.label.startswith(tuple(pack.words("facts", "place"))), pack=pack)
            if place is not None:
                return place
    labels = {word for key in ("date", "time", "place") for word in pack.words("facts", key)}

    def is_timed(fact: FrontLine) -> bool:
        return when is not None and fact.line.block is when[0].block and fact.line.start <= when[0].start < fact.line.end

    for fact in sorted(lines, key=is_timed, reverse=True):  # a house may stand above the line that tells the day and the room
        if fact.label is not None or folded_label(fact.line.text) in labels:
            continue
        sentences = sentences_of(fact.line, pack=pack)
        told = (_prose_place(one, pack=pack) for one in sentences if len(fact.line.text) <= _LONG or len(one.text) <= _SHORT)
        place = next((found for found in told if found is not None), None)
        if place is None and (is_timed(fact) or len(fact.line.text) <= 120):
            place = _beside(fact.line, when if is_timed(fact) else None, pack=pack)
        if place is not None:
            return place
    for item in layout.items[:1]:
        for line in item.lines[:4]:
            for sentence in sentences_of(line.span, pack=pack):
                place = _prose_place(sentence, pack=pack)
                if place is not None:
                    return place
    return None


def _beside(line: Span, when: tuple[Span, date] | None, *, pack: LanguagePack) -> Span | None:
    """The place on a line of the front: behind its day or its hours, else where it names a room or a building."""
    if when is not None:
        return _behind_time(line, when, pack=pack)
    if phrase(pack, _OTHER_LINE).search(line.text) or line.block.part in (Part.HEADER, Part.FOOTER):
        return None
    behind = _behind_time(line, None, pack=pack) if any(end is not None for *_, end in find_times(line.text, pack=pack)) else None
    is_sentence = line.text[-1:] in tuple(".!?") and len(line.text.split()) > 3
    return behind or (None if is_sentence or _names_body(line, pack=pack) else place_in(line, pack=pack, named=True))


def _without_form(value: Span, *, pack: LanguagePack) -> Span | None:
    """ "Fysiskt möte i Stadshuset" is held in Stadshuset, "Digitalt via Teams" nowhere; a value that only tells the place is kept as it stands."""
    if is_online(value.text, pack=pack):
        return place_in(value, pack=pack) or _beside_online(value, pack=pack)
    if words_of(pack, "next_meetings", "physical").match(value.text):
        return place_in(value, pack=pack) or value
    return value


def _beside_online(value: Span, *, pack: LanguagePack) -> Span | None:
    """ "G207 och Zoom" is held in G207."""
    head = phrase(pack, r"([\w .-]{2,40}?)(?:\s*[,;/]|\s+<<grammar.and|grammar.or>>\s)").match(value.text)
    alone = head is not None and not is_online(head[1], pack=pack) and not words_of(pack, "next_meetings", "physical").search(head[1])
    return value.part(*head.span(1)).trimmed() if head is not None and alone else None


def _behind_time(value: Span, when: tuple[Span, date] | None, *, led_by_place: bool = False, pack: LanguagePack) -> Span | None:
    """The place behind the day and the time on one line."""
    at = 0
    if when is not None and value.block is when[0].block and value.start <= when[0].start < value.end:
        at = when[0].end - value.start
    times = [to for _, to, *_ in find_times(value.text, pack=pack)]
    at = max([at, *times])
    found = place_in(value.part(at, len(value.text)).trimmed(), pack=pack) if at else None
    if found is not None:
        return found
    before = value.part(0, when[0].start - value.start) if at and when is not None and value.block is when[0].block else value
    if before.start <= value.start < before.end <= value.end:  # "Plats och tid: Eksalen, Stadshuset, måndagen den 9 februari"
        place = _without_weekday(before, pack=pack)
        return place_in(place, pack=pack) if led_by_place else place_before(place, pack=pack)
    return None


def _without_weekday(span: Span, *, pack: LanguagePack) -> Span:
    end = max(0, len(span.text) - 40)
    match = phrase(pack, _BEFORE_DAY).search(span.text[end:])
    return span.part(0, end + match.start()) if match else span


def _names_body(line: Span, *, pack: LanguagePack) -> bool:
    return body_of([line], pack=pack) is not None or len(line.text.split()) > 8


def _prose_place(line: Span, *, pack: LanguagePack) -> Span | None:
    """ "Mötet hölls i Tallsalen", "Helga hälsar välkommen till mötet på Gränsö"."""
    held = phrase(pack, _HELD).search(line.text)
    return place_in(line.part(held.end(), len(line.text)), pack=pack) if held and not phrase(pack, _OTHER_MEETING).search(line.text) else None


def _online_candidates(lines: list[FrontLine], place: Span | None, layout: Layout, *, pack: LanguagePack) -> Iterator[Span]:
    """Where it may be said that the meeting was held at a distance: place and time, the front's short lines, prose that says how it was held."""
    if place is not None:
        yield place
    labels = pack.words("facts", "time") + pack.words("facts", "place") + pack.words("facts", "date")
    yield from (fact.value for fact in lines if fact.label in labels)
    for fact in lines:
        if (
            fact.label is None
            and len(fact.line.text) < 90
            and (fact.line.block.part is not Part.FOOTER or is_only_online(fact.line.text, pack=pack))
            and not phrase(pack, _LINK_TO).search(fact.line.text)
        ):
            yield fact.line
    for item in layout.items[:1]:
        for line in item.lines[:4]:
            for sentence in sentences_of(line.span, pack=pack):
                if phrase(pack, _HELD).search(sentence.text) and not phrase(pack, _OTHER_MEETING).search(sentence.text):
                    yield sentence


def _state(layout: Layout, quotes: dict[str, Quotes], *, pack: LanguagePack) -> str:
    """Final when the document itself says that it has been adjusted, on a date; else the clock decides later."""
    blocks = [*layout.tail, *(u for s in layout.of_kind("signature", "adjuster") for u in s.units if isinstance(u, Block))]
    for block in blocks:
        for line in lines_of(block):
            match = phrase(pack, r"\b<<facts_said.approved>>\b(?:\s+<<dates.the>>)?[:\s]+\d").search(line.text)
            if match:
                quotes["state"] = (line.part(*match.span()).quote(),)
                return "final"
    for section in layout.of_kind("signature"):
        if (
            section.label is not None
            and section.value is not None
            and phrase(pack, "<<facts_said.approved>>").match(folded_label(section.label.text))
            and re.search(r"\d", section.value.text)
        ):
            quotes["state"] = (whole(section.label.block).quote(),)
            return "final"
    return "ongoing"

"""Makes the lines of carried matters, and lays them out among the council's own points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from functions.drafting.enclosures import enclosures_of, links_of, merge
from functions.drafting.matters import LONGEST_TITLE, is_signature, kind_of_topic, name_matter, said_of, shorten, titles_of, type_of
from functions.drafting.meetings import Horizon, day_of
from functions.drafting.skeleton import LearnedPoint, body_at
from functions.drafting.tags import tag_of
from functions.drafting.tasks import HIDDEN, why_of
from functions.drafting.wording import SENSITIVE, capital, clean, fold, spell_day, spell_origin
from functions.model.agenda import AgendaLine, Enclosure, LeftOut, LineKind, Why
from functions.model.register import Meeting, OpenItem, Register, RowKind

_PRESENTED = frozenset({LineKind.TABLED, LineKind.DEFERRED, LineKind.ANNOUNCED, LineKind.PINNED, LineKind.GUEST})
_OWN_PLACE = frozenset({LineKind.ANNOUNCED, LineKind.STANDING, LineKind.PINNED, LineKind.GUEST})
_AT_HOME = _OWN_PLACE | {LineKind.DEFERRED, LineKind.TABLED}
"""Kinds that take the place, and the time, of the council's recurring point of the same name."""


def carry_matters(
    rows: Iterable[tuple[LineKind, OpenItem]], *, register: Register, meeting: Meeting | None, horizon: Horizon
) -> tuple[tuple[AgendaLine, ...], tuple[LeftOut, ...]]:
    """The matters as lines, one for each matter however many rows name it, and the rows whose words may not leave their file."""
    titles = titles_of(register)
    people = [name for name, _ in register.people]
    linked = links_of(register)
    lines: dict[tuple[str, ...], AgendaLine] = {}
    left: list[LeftOut] = []
    for kind, row in rows:
        title = name_matter(row, titles=titles)
        if SENSITIVE in title or not title:
            left.append(LeftOut(row.key, HIDDEN))
            continue
        same = fold(title)
        if same in lines:
            lines[same] = _join(lines[same], row, presenter=_presenter(kind, row), papers=enclosures_of(row, linked=linked))
            continue
        lines[same] = AgendaLine(
            number="",
            title=title if kind is LineKind.TABLED else shorten(title, longest=LONGEST_TITLE),
            kind=kind,
            type=type_of(kind, title, row.text),
            tag=tag_of("row", row.key),
            presenter=_presenter(kind, row),
            purpose=_purpose(row, title=title, horizon=horizon, people=people),
            keys=(row.key,),
            why=why_of(row),
            origin=spell_origin(row, beside=horizon.day),
            enclosures=enclosures_of(row, linked=linked),
        )
    # A pinned row knows more than the calendar's copy of its words: whether a person has closed it, above all.
    told = {fold(row.text) for row in register.items if row.kind is RowKind.PINNED}
    for topic in meeting.topics if meeting else ():
        if fold(topic) in told or is_signature(topic, people=people):
            continue
        line = _topic_line(topic, register=register, meeting=meeting, horizon=horizon)
        if line is not None:
            lines.setdefault(fold(topic), line)
    return tuple(lines.values()), tuple(left)


def lay_out(carried: Sequence[AgendaLine], *, own: Sequence[tuple[LearnedPoint, AgendaLine]]) -> tuple[AgendaLine, ...]:
    """Carried matters among the council's own points, in the order of the agenda; a point that is both stands once."""
    by_title = {fold(line.title): line for line in carried}
    kept: list[tuple[LearnedPoint, AgendaLine]] = []
    taken: set[str] = set()
    for point, line in own:
        names = (line.title, *point.variants) if not point.slots else ()
        same = next((by_title[fold(name)] for name in names if fold(name) in by_title), None)
        if same is None:
            kept.append((point, line))
        elif same.kind in _AT_HOME and same.tag not in taken:
            taken.add(same.tag)
            kept.append((point, replace(same, start=line.start, end=line.end, presenter=same.presenter or line.presenter)))
    rest = [line for line in carried if line.tag not in taken]
    early = [line for line in rest if line.kind not in _OWN_PLACE or line.kind is LineKind.ANNOUNCED]
    order = {LineKind.STANDING: 0, LineKind.PINNED: 1, LineKind.GUEST: 2}
    late = sorted((line for line in rest if line not in early), key=lambda line: order[line.kind])
    lead, trail = body_at([point for point, _ in kept])
    lines = [line for _, line in kept]
    return (*lines[:lead], *early, *lines[lead:trail], *late, *lines[trail:])


def number_lines(lines: Sequence[AgendaLine]) -> tuple[AgendaLine, ...]:
    """The lines numbered from 1, pauses without a number; every tag of a line or part stands once."""
    seen: dict[str, int] = {}
    numbered: list[AgendaLine] = []
    number = 0
    for line in lines:
        number += line.kind is not LineKind.BREAK
        parts = tuple(replace(part, tag=_once(part.tag, seen)) for part in line.parts)
        numbered.append(replace(line, number="" if line.kind is LineKind.BREAK else str(number), tag=_once(line.tag, seen), parts=parts))
    return tuple(numbered)


def _once(tag: str, seen: dict[str, int]) -> str:
    seen[tag] = seen.get(tag, 0) + 1
    return tag if seen[tag] == 1 else f"{tag}-{seen[tag]}"


def _topic_line(topic: str, *, register: Register, meeting: Meeting | None, horizon: Horizon) -> AgendaLine | None:
    """A topic that the calendar pins to this meeting and no row carries."""
    title = capital(shorten(topic, longest=LONGEST_TITLE))
    if not title or SENSITIVE in title:
        return None
    file = meeting.file if meeting else None
    said = next((held.date[:10] for held in register.meetings if held.held and held.file == file), None)
    kind = kind_of_topic(title)
    origin = f"(från {spell_day(said, beside=horizon.day)})" if said else None
    return AgendaLine("", title, kind, type_of(kind, title), tag_of("topic", " ".join(fold(title))), why=Why(said, None, file), origin=origin)


def _join(line: AgendaLine, row: OpenItem, *, presenter: str | None, papers: tuple[Enclosure, ...]) -> AgendaLine:
    """The line with one more row of the same matter, and with that row's words where they stand in the same minutes."""
    why = line.why
    if why is not None and (why.meeting, why.file) == (row.opened.meeting[:10], row.opened.file):
        why = replace(why, quotes=tuple(dict.fromkeys((*why.quotes, *row.quotes))))
    return replace(line, keys=(*line.keys, row.key), presenter=line.presenter or presenter, why=why, enclosures=merge(line.enclosures, papers))


def _presenter(kind: LineKind, row: OpenItem) -> str | None:
    return ", ".join(dict.fromkeys(clean(owner) for owner in row.owners)) or None if kind in _PRESENTED else None


def _purpose(row: OpenItem, *, title: str, horizon: Horizon, people: Sequence[str]) -> str | None:
    """What sort of matter it is, where that changes how the council deals with it; else what the minutes say of it beyond its title."""
    match row.kind:
        case RowKind.TABLED:
            return "Bordlagt"
        case RowKind.RETURNED:
            return "Åter efter återremiss"
        case RowKind.CONSULTATION:
            day = day_of(row.due, horizon=horizon) if row.due else None
            return f"Remiss, svar senast {spell_day(day, beside=horizon.day)}" if day else "Remiss"
        case RowKind.DEFERRED:
            return said_of(row, title=title, people=people)
        case _:
            return None

"""Document → Minutes: what the page means, every fact with its quotations; the order of the finders on one page."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from functions.interpreting.action_tables import find_task_rows, merge_points, merge_rows, place_rows, split_rows
from functions.interpreting.actions import find_actions
from functions.interpreting.attendance import find_people
from functions.interpreting.consultations import find_consultations, find_standing
from functions.interpreting.dates import find_times
from functions.interpreting.decisions import find_decisions
from functions.interpreting.deferrals import find_deferrals, without_put_off
from functions.interpreting.doubts import Found, find_doubts, find_language_doubts
from functions.interpreting.due_dates import Calendar
from functions.interpreting.follow_ups import find_follow_ups, with_rows
from functions.interpreting.kind import judge_kind
from functions.interpreting.languages import DEFAULT, detect_language
from functions.interpreting.laying_out import lay_out
from functions.interpreting.layout import ItemText, Layout
from functions.interpreting.links import find_links
from functions.interpreting.meeting import find_meeting
from functions.interpreting.narration import is_told_in_past
from functions.interpreting.next_meetings import find_future_topics, find_next_meetings
from functions.interpreting.own_body import find_own_body
from functions.interpreting.own_draft import notes_on_tasks, said_elsewhere, was_passed_over
from functions.interpreting.remarks import find_remarks, find_struck, with_days
from functions.interpreting.running_numbers import merge_numbered, with_numbers
from functions.interpreting.second_reader import SecondReader, Told, add_pointed
from functions.interpreting.sensitive import withhold
from functions.interpreting.several_meetings import chosen, meetings_in
from functions.interpreting.shared_meetings import with_company
from functions.interpreting.spared_words import without_reasons
from functions.interpreting.statements import statements_of
from functions.interpreting.subjects import Cast, presenters_of
from functions.interpreting.visitors import find_visitors
from functions.interpreting.weighed_decisions import heads_of, weigh_decisions
from functions.languages import LanguagePack, available, load
from functions.model.document import Document
from functions.model.minutes import Action, AgendaItem, DocumentFacts, Link, MeetingFacts, Minutes, Tier

VERSION = "1"

__all__ = ["VERSION", "Hints", "interpret", "rules_version"]


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known beside the document.

    council: its name by a person's column or the folder; date: ISO, by a person's column; state: "final" when a person or the file's name says so;
    aliases: what mentions mean by earlier answers ("Helena" → "Helena Ek"); answers: by doubt id.
    """

    council: str | None = None
    date: str | None = None
    state: str | None = None
    aliases: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """A short hash, to tell whether a file must be interpreted anew."""
        plain = [self.council, self.date, self.state, sorted(self.aliases.items()), sorted(self.answers.items())]
        return hashlib.sha256(json.dumps(plain, ensure_ascii=False).encode()).hexdigest()[:16]


def rules_version(pack: LanguagePack | None = None) -> str:
    """The version of the finders and of the words of a pack, or of all packs; another one means that files are read anew."""
    sections = pack.sections if pack is not None else {code: load(code).sections for code in available()}
    digest = hashlib.sha256(json.dumps(sections, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()[:8]
    return f"{VERSION}-{digest}"


def interpret(document: Document, *, hints: Hints | None = None, pack: LanguagePack | None = None, second: SecondReader | None = None) -> Minutes:
    """What the document means. A file that is no minutes has kind agenda or other and no facts; an agenda tells its meeting's.

    second: somebody else who points at what the rules may have missed.
    """
    hints = hints or Hints()
    language = pack.code if pack is not None else detect_language(document)
    if pack is None and language is None:
        return _unread(document, hints)
    pack = pack or load(language or DEFAULT)
    file, several = document, None
    meetings = meetings_in(document, pack=pack)
    if meetings:  # one file gives one meeting's minutes
        held, several = chosen(meetings, date=hints.date, body=hints.council, answers=hints.answers)
        document = held.document
    layout = lay_out(document, pack=pack)
    people = find_people(layout, pack=pack)
    verdict = judge_kind(document, layout, people, pack=pack)
    facts = DocumentFacts(kind=verdict.kind, language=language, fingerprint=file.fingerprint, reader=document.reader)
    if verdict.kind != "minutes":
        planned = find_meeting(document, layout, (), pack=pack) if verdict.kind == "agenda" else MeetingFacts()
        return withhold(Minutes(document=replace(facts, status="not_minutes"), meeting=planned), pack=pack)

    meeting = find_meeting(document, layout, people, pack=pack)
    if hints.date:  # a person's word wins over the text
        meeting = replace(meeting, date=hints.date)
    if hints.state and meeting.state == "ongoing":
        meeting = replace(meeting, state=hints.state)
    met = date.fromisoformat(meeting.date) if meeting.date else None
    announced = find_next_meetings(layout, meeting_date=met, body=meeting.body or hints.council, pack=pack)
    next_meetings = with_company(announced, document, pack=pack)
    calendar = Calendar(met or date(2000, 1, 1), met is not None, tuple(date.fromisoformat(m.date) for m in next_meetings if not m.cancelled), pack)

    statements = statements_of(layout, own=find_own_body(meeting.body or hints.council, (), pack=pack), pack=pack)
    own = find_own_body(meeting.body or hints.council, [s.text for s in statements], pack=pack)
    cast = Cast.of(layout, people, own, aliases=hints.aliases, pack=pack)
    cast.told_in_past = is_told_in_past(statements, cast)
    actions = merge_points(find_actions(statements, cast, calendar, pack=pack), statements, pack=pack)
    from_tables, table_follow_ups = split_rows(find_task_rows(document, layout, cast, calendar, pack=pack), actions, pack=pack)
    actions = merge_rows(actions, place_rows(from_tables, statements, pack=pack), pack=pack)
    postponed = find_deferrals(statements, cast, calendar, pack=pack)
    actions = without_put_off(actions, postponed, cast)
    decisions, actions = find_decisions(statements, own, actions, pack=pack)
    told = Told(tuple(decisions), _placed(actions, layout), tuple(postponed))
    if second is not None:
        told = add_pointed(told, reader=second, statements=statements, cast=cast, calendar=calendar)
    links = find_links(document, layout, pack=pack)
    doubts = find_doubts(
        Found(document, layout, meeting, tuple(actions), statements, cast, calendar, hints.council is not None, several),
        answers=hints.answers,
    )
    said = with_rows(find_follow_ups(layout, statements, cast, pack=pack), table_follow_ups)
    notes = notes_on_tasks(document, layout, pack=pack)
    said = (*notes, *said_elsewhere(said, notes, document)) if notes else said
    other = [fact.quotes for facts in (told.decisions, told.postponed, said, next_meetings) for fact in facts]
    passing = find_remarks(statements, other, actions=told.actions, pack=pack)
    struck, visitors = find_struck(document), find_visitors(people, document)
    taken = [*(action.quotes for action in told.actions), *other, *(remark.quotes for remark in struck)]
    said, remarks = (without_reasons(told_of, document, people, pack=pack) for told_of in (said, (*passing, *struck, *visitors)))
    minutes = Minutes(
        document=replace(facts, status="needs_a_look" if doubts else "read"),
        meeting=meeting,
        people=people,
        items=_items(layout, cast, links, pack=pack),
        decisions=tuple(
            weigh_decisions(statements, own, told.decisions, taken=taken, remarks=passing, tasks=told.actions, heads=heads_of(document), pack=pack)
        ),
        actions=merge_numbered(with_numbers(told.actions, document)),
        follow_ups=with_numbers(with_days(said, document, calendar), document),
        remarks=with_numbers(with_days(remarks, document, calendar), document),
        postponed=told.postponed,
        consultations=tuple(find_consultations(statements, calendar, pack=pack)),
        standing=tuple(find_standing(statements, pack=pack)),
        next_meetings=next_meetings,
        future_topics=find_future_topics(layout, pack=pack),
        links=links,
        doubts=doubts,
    )
    return withhold(minutes, pack=pack)


def _unread(document: Document, hints: Hints) -> Minutes:
    """A file in a language that no pack knows: no facts, and a question, since nobody can tell whether these are minutes."""
    doubts = find_language_doubts(document, answers=hints.answers)
    facts = DocumentFacts(
        kind="minutes", language=None, fingerprint=document.fingerprint, reader=document.reader, status="needs_a_look" if doubts else "read"
    )
    return withhold(Minutes(document=facts, doubts=doubts), pack=load(DEFAULT))


def _placed(actions: list[Action], layout: Layout) -> tuple[Action, ...]:
    """A table row that names a point by number gets that point's own way of writing it."""
    refs = {item.ref.casefold(): item.ref for item in layout.items}
    return tuple(replace(a, item=refs.get(a.item.casefold().replace(" ", ""), a.item)) if a.item else a for a in actions)


def _items(layout: Layout, cast: Cast, links: tuple[Link, ...], *, pack: LanguagePack) -> tuple[AgendaItem, ...]:
    return tuple(_item(item, cast, links, pack=pack) for item in layout.items if not was_passed_over(item))


def _item(item: ItemText, cast: Cast, links: tuple[Link, ...], *, pack: LanguagePack) -> AgendaItem:
    times = find_times(item.slot.text, pack=pack) if item.slot is not None else []
    start = times[0][2].strftime("%H:%M") if times else None
    end = times[0][3].strftime("%H:%M") if times and times[0][3] is not None else None
    return AgendaItem(
        number=item.number,
        title=item.name,
        start=start,
        end=end,
        presenters=presenters_of(item, cast, pack=pack),
        links=tuple(link.text for link in links if link.item == item.ref),
        rule=item.rule,
        tier=Tier.SURE,
        quotes=tuple(span.quote() for span in item.title),
    )

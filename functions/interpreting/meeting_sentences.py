"""Announced meetings in prose: "Nästa möte är den 3 maj", "Rådet beslutar att sammanträda den …", "Mötet den 3 maj flyttas till den 10"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from functions.interpreting.dates import DateSpan
from functions.interpreting.layout import Layout
from functions.interpreting.meeting_bodies import (
    CONVENES,
    SEVERAL,
    SINGLE,
    is_called_by_others,
    is_of_others,
    is_own,
    is_own_letters,
    names_body,
    own_convenes,
    own_letters,
)
from functions.interpreting.meeting_chains import APART, FAR, NEAR, chain_of, meetings_on
from functions.interpreting.meeting_days import OPENS_WITH_DAY, all_days_in, days_in, is_denied, moved_by, moved_days
from functions.interpreting.meeting_details import meeting_of, shared_clock, with_clock
from functions.interpreting.meeting_lines import meeting_in
from functions.interpreting.meeting_passages import DAY_ALONE, is_body_s, told_together
from functions.interpreting.phrases import UPPER, phrase, words_of
from functions.interpreting.roster_places import ROSTERS
from functions.interpreting.spans import Span, is_ours, lines_of, sentences_of
from functions.languages import LanguagePack
from functions.model.document import Block
from functions.model.minutes import NextMeeting

_WITH_OTHERS = rf"(?<!\w)<<next_meetings.with>>\s+[{UPPER}](?!.*<<next_meetings.bodies>>)"
_NEXT_OWN = rf"(?<![\w-])<<next_meetings.coming>>\s+(?:<<dates.meeting_adjective>>\s+)?([\w-]*<<bodies.nouns>>|(?-i:[{UPPER}]{{2,5}}))(?![\w-])"
_OWN_DAY = (
    r"(?<![\w-])<<next_meetings.own_days>>\s+(?:<<next_meetings.held_by|next_meetings.with>>\s+(?:<<next_meetings.all_of>>\s+)?"
    r"|<<next_meetings.all_of>>\s+)(\w+)"
)
# "15 april ses vi igen", "Den 15 april är det dags för nästa möte"; "Den 15 april träffas rådet nästa gång"
_TOLD_BEHIND = r",?\s+(?:<<next_meetings.day_first>>\s+)?<<next_meetings.cue|next_meetings.extra|next_meetings.own_days>>(?!\w)"
_HAS_BEHIND = r",?\s+<<next_meetings.meets>>\s+([\w-]+)\s+(?:\w+\s+)?<<next_meetings.next_time|next_meetings.own_days>>(?!\w)"
# "Rådets möten blir 15/4 och 13/5", "Rådsmöten 15/4 och 13/5"
_OWN_MEETINGS = (
    r"(?<![\w-])(?:([\w-]{2,})<<next_meetings.genitive>>\s+|([\w-]{2,}?)<<next_meetings.genitive>>?)<<next_meetings.gatherings>>"
    r"(?:\s+<<next_meetings.takes_place>>(?:\s[^.!?:]{0,40}:)?|:)?\s+(?=\d)"
)
_SKIPS = r"(?<!\w)<<next_meetings.cancelled>>\s+[\w-]*<<deferrals.the_meeting>>\s+(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?$"
_HELD = (
    r"(?<![\w-])(?:<<next_meetings.ordinals>>\s+)?[\w-]*<<deferrals.the_meeting>>\s+(?:(?!<<next_meetings.with>>)\w+\s+){0,3}"
    r"(?:<<next_meetings.takes_place>>)(?!\w)"
)
_HOLDS_DAY = r"(?<![\w-])<<next_meetings.has_day>>\s+(?:[\w-]+\s+){0,2}?<<next_meetings.own_days>>(?!\w)"
_WHOSE_DAY = r"(?<![\w-])<<next_meetings.whose_day>>\s+(?:[\w-]+\s+)?<<next_meetings.own_days>>(?!\w)"
_CALLS = r"(?<![\w-])(<<next_meetings.calls>>)\s+(?:(?:<<dates.weekdays>>|<<dates.to>>|<<dates.the>>)\s+){0,3}(?=\d)"
_ITS_DAY = r"(?<![\w-])[\w-]*<<deferrals.the_meeting>>[\s:]+(?:\w+\s+){0,4}$"
_MOVED_NEXT = r"(?<![\w-])<<next_meetings.cue>>,?\s+(?:\w+\s+){0,2}<<next_meetings.moves|next_meetings.was_to_be>>(?!\w)[^.!?]{0,20}$"
_NAMED_DAY = r"[\w-]*<<deferrals.meeting>>\s+(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?\d"  # "Julmöte 8 december."
# "Sista före semestern blir 16/6", "Terminens sista blir den 16 juni"
_LAST = (
    r"\W*(?:\w+<<bodies.genitive>>\s+)?<<next_meetings.last_one>>(?:\s+<<next_meetings.before_break>>\s+\w+)?\s+<<next_meetings.takes_place>>"
    r"\s+(?:(?:<<dates.weekdays|dates.the>>)\s+){0,2}(?=\d)"
)
_MEETING = r"(?<!\w)[\w-]*<<deferrals.meeting|next_meetings.convenes>>"
_BESIDE_OTHERS = r",\s+(?:[\w-]+\s+)?<<next_meetings.beside>>\s"
_LETTERS_HELD = r"(?:\s+(?!<<next_meetings.with>>)\w+){0,3}?\s+<<next_meetings.takes_place|next_meetings.of_that_day>>(?!\w)"
_NEXT_LABEL = rf"\W*(?i:<<next_meetings.coming>>)\s+([{UPPER}]{{2,5}}|[\w-]{{4,}})\s*:\s*"
# "Rådet: 10 mars, 14 april och 19 maj, kl 13–15"
_OWN_LABEL = r"\W*([\w-]{3,}):\s*(?=(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?\d)"
# "Mötet den 14 april hålls i biblioteket": a day that is known already.
_KNOWN_DAY = r"(?<![\w-])([\w-]*?)<<next_meetings.the_meetings>>\s+\(?(?=(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?\d)"
_OF_THAT_DAY = r"(?:[^()]{0,25}\))?,?\s+(?:<<next_meetings.which>>\s[^.!?]{0,80},\s+)?<<next_meetings.of_that_day>>(?!\w)"


def meetings_in_sentences(layout: Layout, meeting_date: date, *, body: str | None, pack: LanguagePack) -> list[NextMeeting]:
    """The meetings that sentences of the items and behind them announce, and lines of the front that begin with such words."""
    found: list[NextMeeting] = []
    for sentences in _passages(layout, pack=pack):
        announced: list[NextMeeting] = []
        for n, sentence in enumerate(sentences):
            here = _of_sentence(sentence, meeting_date, body=body, pack=pack)
            if not here and announced:
                here = _following(sentence, announced[-1], meeting_date, pack=pack)
            here = here or told_together(sentences, n, meeting_date, body=body, pack=pack)
            if not here and n and announced:
                announced = []
            announced += here
            found += here
    return found


def _passages(layout: Layout, *, pack: LanguagePack) -> Iterator[list[Span]]:
    """The paragraphs that may announce a meeting, as their sentences."""
    spans = [line.span for item in layout.items for line in item.lines if not is_ours(line.span)]
    behind = [*layout.tail, *(unit for section in layout.of_kind("actions") for unit in section.units)]
    spans += [Span(block, 0, len(block.text)) for block in behind if isinstance(block, Block)]
    front = (unit for unit in (*layout.front, *(unit for section in layout.of_kind(*ROSTERS) for unit in section.units)) if isinstance(unit, Block))
    spans += [line for block in front for line in lines_of(block) if words_of(pack, "next_meetings", "cue").match(line.text)]
    may = phrase(
        pack,
        f"{SINGLE}|{SEVERAL}|{_NEXT_OWN}|^{_OWN_LABEL}|<<deferrals.the_meeting|next_meetings.own_days|next_meetings.calls|next_meetings.gatherings>>|(?-i:^\\W*[{UPPER}]{{2,5}}\\s)",
    )
    for span in spans:
        if re.search(r"\d", span.text) and may.search(span.text):
            yield list(sentences_of(span, pack=pack))


def sentences_with_cue(layout: Layout, *, pack: LanguagePack) -> Iterator[Span]:
    """What follows "nästa möte" closely, in each sentence that says it of this body's own."""
    for sentence in (s for passage in _passages(layout, pack=pack) for s in passage):
        cue = words_of(pack, "next_meetings", "cue").search(sentence.text)
        if cue is None or is_of_others(sentence.text, None, pack=pack):
            continue
        said = sentence.part(cue.end(), min(len(sentence.text), cue.end() + NEAR))
        if not is_denied(said.text, pack=pack):
            yield said


def _of_sentence(span: Span, meeting_date: date, *, body: str | None, pack: LanguagePack) -> list[NextMeeting]:
    text = span.text
    every = all_days_in(span, meeting_date, None, pack=pack)
    if not every:
        return []
    if phrase(pack, _WITH_OTHERS, case=True).search(text) or is_of_others(text, body, pack=pack):
        apart = next((m.start() for m in phrase(pack, _BESIDE_OTHERS).finditer(text) if m.start() >= every[0].end), None)
        # "Nästa möte är den 14 april, dagen före nämndens möte": what stands before the comma is ours
        return _of_sentence(span.part(0, apart), meeting_date, body=body, pack=pack) if apart is not None else []
    letters = own_letters(text, body, pack=pack)
    told = _moved_or_cancelled(span, every, meeting_date, ours=letters > 0, pack=pack)
    if told is not None:
        return [told]
    days = days_in(span, meeting_date, None, pack=pack)
    chain = chain_of(text, letters, days, meeting_date, reach=NEAR, pack=pack) if letters else []
    if chain and phrase(pack, _LETTERS_HELD).match(text, letters):
        return meetings_on(span, 0, chain, pack=pack)
    for named in phrase(pack, _NEXT_OWN).finditer(text):  # "Nästa samordningsråd är den 14 april"
        chain = (
            chain_of(text, named.end(), days, meeting_date, reach=NEAR, pack=pack)
            if body is not None and (named[1] == body or names_body(body, named[1], pack=pack))
            else []
        )
        if chain:
            return meetings_on(span, named.start(), chain, pack=pack)
    for template, reach in ((SINGLE, NEAR), (_HELD, NEAR), (SEVERAL, FAR)):
        for cue in phrase(pack, template).finditer(text):
            if (
                phrase(pack, CONVENES).match(cue[0])
                and not phrase(pack, r"<<grammar.to_do>>\s").match(cue[0])
                and not own_convenes(text[: cue.start()], body, pack=pack)
            ):
                continue
            chain = chain_of(text, cue.end(), days, meeting_date, reach=reach, pack=pack)
            if chain and cue[0].endswith(":") and not phrase(pack, OPENS_WITH_DAY).fullmatch(text[cue.end() : chain[0].start]):
                continue  # "Nästa: afasi, 3 december"
            if chain and words_of(pack, "next_meetings", "paperwork").search(text, cue.end(), chain[0].start):
                continue  # "Nästa gång skickas handlingarna ut 7 april"
            if chain and (reach == NEAR or phrase(pack, _MEETING).search(text[cue.start() : chain[0].start])):
                return meetings_on(span, cue.start(), chain, pack=pack)
    if days and phrase(pack, OPENS_WITH_DAY).fullmatch(text[: days[0].start]) and _told_behind(text, days[0].end, body, pack=pack):
        return meetings_on(span, 0, chain_of(text, 0, days[:1], meeting_date, reach=NEAR, pack=pack), pack=pack)
    for start, end in (*_own_days(text, body, pack=pack), *_called(text, body, pack=pack)):
        chain = chain_of(text, end, days, meeting_date, reach=NEAR, pack=pack)
        if chain:
            return meetings_on(span, start, chain, pack=pack)
    label = phrase(pack, _OWN_LABEL).match(text)
    chain = chain_of(text, label.end(), days, meeting_date, reach=NEAR, pack=pack) if label is not None and is_own(label[1], body, pack=pack) else []
    if label is not None and chain and phrase(pack, DAY_ALONE).match(text, chain[-1].end):
        return meetings_on(span, label.end(), chain, pack=pack)
    for start, end in _own_meetings(text, body, pack=pack):
        chain = chain_of(text, end, days, meeting_date, reach=FAR, pack=pack)
        if len(chain) > 1:
            return meetings_on(span, start, chain, pack=pack)
    for together in phrase(pack, _OWN_DAY).finditer(text):
        ours = phrase(pack, r"<<bodies.own_words>>").fullmatch(together[1]) or (body is not None and names_body(body, together[1], pack=pack))
        chain = chain_of(text, together.end(), days, meeting_date, reach=NEAR, pack=pack) if ours else []
        if chain:
            return meetings_on(span, together.start(), chain, pack=pack)
    return []


def _told_behind(text: str, at: int, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether what stands behind a day tells that the body meets on it."""
    holder = phrase(pack, _HAS_BEHIND).match(text, at)
    return phrase(pack, _TOLD_BEHIND).match(text, at) is not None or (holder is not None and is_own(holder[1], body, pack=pack))


def _own_meetings(text: str, body: str | None, *, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Where a sentence lists the days of the body's meetings behind their name."""
    for named in phrase(pack, _OWN_MEETINGS).finditer(text):
        if body is not None and names_body(body, named[1] or named[2], pack=pack):
            yield named.span()


def _own_days(text: str, body: str | None, *, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Where a sentence tells of a day that the body holds together: "Rådet gör en heldag den 4 juni", "Vårens internat blir 14–15 april"."""
    for held in phrase(pack, _HOLDS_DAY).finditer(text):
        if text[: held.start()].strip() and own_convenes(text[: held.start()], body, pack=pack):
            yield held.span()
    for whose in phrase(pack, _WHOSE_DAY).finditer(text):
        yield whose.span()


def _called(text: str, body: str | None, *, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Where a sentence tells that somebody of the body's calls it together: "Tove kallar till möte tisdag 8 september"."""
    for called in phrase(pack, _CALLS).finditer(text):
        if not is_called_by_others(text[: called.start()], body, pack=pack):
            yield called.start(), called.end(1)


def meetings_on_known_days(layout: Layout, meeting_date: date, *, body: str | None, pack: LanguagePack) -> list[NextMeeting]:
    """The meetings of which a sentence tells something as of known ones: "Mötet den 14 april hålls i biblioteket"."""
    told = [sentences[: n + 1] for sentences in _passages(layout, pack=pack) for n in range(len(sentences))]
    return [one for sentences in told for one in _on_known_day(sentences, meeting_date, body=body, pack=pack)]


def _on_known_day(sentences: list[Span], meeting_date: date, *, body: str | None, pack: LanguagePack) -> list[NextMeeting]:
    """ "Mötet den 14 april hålls i biblioteket" as the last of the sentences, where those before it name no other body."""
    span = sentences[-1]
    named = phrase(pack, _KNOWN_DAY).search(span.text)
    if named is None or not is_body_s(named[1], body, pack=pack):
        return []
    nouns = phrase(
        pack, r"(?<![\w-])([\w-]*?<<bodies.nouns>><<bodies.definite>>)(?!\w)|(?<![\w-])([\w-]*<<decisions.other_bodies|deferrals.others>>)"
    )
    before = [*(sentence.text for sentence in sentences[:-1]), span.text[: named.start()]]
    if any(not is_own(m[1] or m[2], body, pack=pack) for text in before for m in nouns.finditer(text)):
        return []
    chain = chain_of(span.text, named.end(), days_in(span, meeting_date, None, pack=pack), meeting_date, reach=NEAR, pack=pack)
    said = phrase(pack, _OF_THAT_DAY)  # "den 14 april börjar kl. 9" is one date with its time
    if not chain or not (said.match(span.text, chain[0].end) or said.search(span.text, chain[0].start, chain[0].end)):
        return []
    return meetings_on(span, named.start(), chain[:1], pack=pack)


def next_at_the_front(layout: Layout, *, body: str | None, pack: LanguagePack) -> Iterator[Span]:
    """What stands behind "Nästa SG:" at the front."""
    for unit in layout.front:
        for line in lines_of(unit) if isinstance(unit, Block) else ():
            named = phrase(pack, _NEXT_LABEL, case=True).match(line.text)
            if named is not None and (is_own_letters(named[1], body, pack=pack) or (body is not None and names_body(body, named[1], pack=pack))):
                yield line.part(named.end(), len(line.text))


def _moved_or_cancelled(span: Span, days: list[DateSpan], meeting_date: date, *, ours: bool = False, pack: LanguagePack) -> NextMeeting | None:
    """ "Mötet den 3 maj flyttas till den 10 maj", "Mötet den 3 maj ställs in". ours: the sentence opens with the body's letters ("SG i maj …")."""
    text = span.text
    before = text[: days[0].start] if days else ""
    if not days or not (ours or phrase(pack, _ITS_DAY).search(before) or phrase(pack, _MOVED_NEXT).search(before)):
        return None
    pair = moved_days(text, days, pack=pack)
    if pair is not None and pair[0].first is not None and pair[0].first > meeting_date:
        return replace(meeting_of((span,), span, pair[0], pair[0].first, rule="next.sentence", pack=pack, old=pair[1]), note=None)
    behind = text[days[0].end :][:APART]
    first = days[0].first
    if (
        first is not None
        and first > meeting_date
        and (words_of(pack, "next_meetings", "cancelled").search(behind) or phrase(pack, _SKIPS).search(before))
    ):
        return replace(meeting_of((span,), span, days[0], first, rule="next.sentence", pack=pack), note=None)
    return None


def _following(sentence: Span, first: NextMeeting, meeting_date: date, *, pack: LanguagePack) -> list[NextMeeting]:
    """ "Därefter 29/4 och 3/6, samma tid." behind a sentence that announced a meeting."""
    lead = words_of(pack, "next_meetings", "then").match(sentence.text) or phrase(pack, _NAMED_DAY).match(sentence.text)
    lead = lead or phrase(pack, _LAST).match(sentence.text)
    if lead is None:
        return []
    found: list[NextMeeting] = []
    same = words_of(pack, "next_meetings", "same_time").search(sentence.text)
    days = days_in(sentence, meeting_date, None, pack=pack)
    clock = shared_clock(sentence.text, days, pack=pack)
    for position, day in enumerate(days):
        to = days[position + 1].start if position + 1 < len(days) else len(sentence.text)
        at = 0 if position == 0 else day.start
        entry = meeting_in((sentence.part(at, to),), meeting_date, None, rule="next.sentence", day=moved_by(day, -at), pack=pack)
        if entry is None or entry.date <= first.date:
            continue
        entry = with_clock(entry, clock)
        again = same and entry.start is None
        found.append(replace(entry, note=None, start=first.start, end=first.end) if again else replace(entry, note=None))
    return found

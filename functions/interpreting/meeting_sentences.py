"""Announced meetings in prose: "Nästa möte är den 3 maj", "Rådet beslutar att sammanträda den …", "Mötet den 3 maj flyttas till den 10"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from functions.interpreting.dates import DateSpan, find_times
from functions.interpreting.layout import Layout
from functions.interpreting.meeting_days import all_days_in, days_in, is_denied, is_limit, moved_by, moved_days
from functions.interpreting.meeting_details import meeting_of, shared_clock, with_clock, with_shared_place
from functions.interpreting.meeting_lines import EVENT, meeting_in
from functions.interpreting.phrases import LOWER, UPPER, phrase, words_of
from functions.interpreting.spans import Span, is_ours, lines_of, sentences_of
from functions.languages import LanguagePack
from functions.model.document import Block
from functions.model.minutes import NextMeeting

_WITH_OTHERS = rf"(?<!\w)<<next_meetings.with>>\s+[{UPPER}](?!.*<<next_meetings.bodies>>)"
_OTHERS = r"[\w-]*?<<decisions.other_bodies|deferrals.others>>"
_OF_OTHERS = rf"(?<!\w)({_OTHERS}|[\w-]{{2,}}<<bodies.nouns>><<bodies.definite>>)<<next_meetings.genitive>>\s+(?:\w+\s+){{0,2}}$"
_AT_OTHERS = rf"(?<!\w)<<next_meetings.with|next_meetings.held_by>>\s+({_OTHERS})(?!\w)"
_OTHERS_MEET = rf"(?<!\w)({_OTHERS})(?:\s+\w+)?\s+<<next_meetings.meets>>\s+$"
_LETTERS_MEET = rf"(?:^|[.,;]\s*)([{UPPER}]{{2,6}})(?:\s+[\w-]+)?\s+<<next_meetings.meets>>\s+$"
_ON_BEHALF = rf"(?<!\w)(?i:[\w-]*<<deferrals.the_meeting>>)\s+<<next_meetings.on_behalf>>\s+([{UPPER}][\w-]+)"
_LABELLED = rf"\W*({_OTHERS}|(?-i:[{UPPER}]{{2,6}}))(?:\s*[:–-]\s*|\s+)(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?\d"
_NAMED_BEHIND = rf"^\W*(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?\d[\w/.]*(?:\s+<<dates.month_names.full>>)?[\s:,–-]+({_OTHERS})\W*$"
_EVENT = rf"(?<!\w){EVENT}"
_NEXT_OWN = r"(?<![\w-])<<next_meetings.coming>>\s+(?:<<dates.meeting_adjective>>\s+)?([\w-]*<<bodies.nouns>>)(?!\w)"
_SINGLE = r"(?<![\w-])<<next_meetings.cue|next_meetings.extra>>(?!\w)"
_SEVERAL = r"(?<![\w-])<<next_meetings.list_cue|next_meetings.convenes>>(?!\w)"
_OWN_DAY = r"(?<![\w-])<<next_meetings.own_days>>\s+<<next_meetings.held_by|next_meetings.with>>\s+(\w+)"
_HELD = (
    r"(?<![\w-])(?:<<next_meetings.ordinals>>\s+)?[\w-]*<<deferrals.the_meeting>>\s+(?:(?!<<next_meetings.with>>)\w+\s+){0,3}"
    r"(?:<<next_meetings.takes_place>>)(?!\w)"
)
_ITS_DAY = r"(?<![\w-])[\w-]*<<deferrals.the_meeting>>[\s:]+(?:\w+\s+){0,4}$"
_MOVED_NEXT = r"(?<![\w-])<<next_meetings.cue>>,?\s+(?:\w+\s+){0,2}<<next_meetings.moves|next_meetings.was_to_be>>(?!\w)[^.!?]{0,20}$"
_JOINT = r"[\s,;:&()/–-]*(?:<<grammar.and|next_meetings.then|dates.weekdays|dates.the|dates.clock|next_meetings.joints>>[\s,;:&()/–-]*){0,6}"
_JOINT_AT_END = r"(?<!\w)<<grammar.and|next_meetings.then>>\s+(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?$"
_NAMED_DAY = r"[\w-]*<<deferrals.meeting>>\s+(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?\d"  # "Julmöte 8 december."
_GOES_ELSEWHERE = r"(?<!\w)<<next_meetings.limits|next_meetings.no_place>>(?!\w)"
_MEETING = r"(?<!\w)[\w-]*<<deferrals.meeting|next_meetings.convenes>>"
_CONVENES = r"(?<![\w-])<<next_meetings.convenes>>(?!\w)"
_BESIDE_OTHERS = r",\s+(?:[\w-]+\s+)?<<next_meetings.beside>>\s"
_OPENING_LETTERS = re.compile(rf"(?:^|[.,;]\s*)[{UPPER}]{{2,6}}(?:\s+[\w-]+)?\s+$")
_CALLED = rf"(?<![\w-])([{UPPER}][{LOWER}]+a)\s+(?:<<bodies.own_words>>|[\w-]*?<<bodies.nouns>>(?:<<bodies.definite>>)?)"
_BY_OTHERS = rf"(?<!\w)({_OTHERS})(?:\s+\w+)?\s+$"
_LETTERS_FIRST = re.compile(rf"\W*([{UPPER}]{{2,5}})(?=\s)")
_LETTERS_HELD = r"(?:\s+(?!<<next_meetings.with>>)\w+){0,3}?\s+<<next_meetings.takes_place|next_meetings.of_that_day>>(?!\w)"
_NEXT_LABEL = rf"\W*(?i:<<next_meetings.coming>>)\s+([{UPPER}]{{2,5}}|[\w-]{{4,}})\s*:\s*"
# "Mötet den 14 april hålls i biblioteket": a day that is known already.
_KNOWN_DAY = r"(?<![\w-])([\w-]*?)<<next_meetings.the_meetings>>\s+(?=(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?\d)"
_OF_THAT_DAY = r",?\s+(?:<<next_meetings.which>>\s[^.!?]{0,80},\s+)?<<next_meetings.of_that_day>>(?!\w)"
# "Föreningens årsmöte äger rum den 21 maj", "21 maj: Läkarförbundets årsmöte"
_THEIRS = (
    r"(?:^\W*(?:[\w-]+\s+)?|^\W*(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?\d[\w/.]*(?:\s+<<dates.month_names.full>>)?[\s:,–-]+)"
    r"([\w-]{3,})<<next_meetings.genitive>>\s+(?:[\w-]+\s+)?[\w-]*<<next_meetings.gatherings>>(?!\w)"
)
# How far behind its cue the first day may stand, and how far apart the days of a list.
_NEAR, _FAR, _APART = 45, 80, 45


def meetings_in_sentences(layout: Layout, meeting_date: date, *, body: str | None, pack: LanguagePack) -> list[NextMeeting]:
    """The meetings that sentences of the items and behind them announce."""
    found: list[NextMeeting] = []
    for sentences in _passages(layout, pack=pack):
        announced: list[NextMeeting] = []
        for n, sentence in enumerate(sentences):
            here = _of_sentence(sentence, meeting_date, body=body, pack=pack)
            if not here and announced:
                here = _following(sentence, announced[-1], meeting_date, pack=pack)
            if not here and n and announced:
                announced = []
            announced += here
            found += here
    return found


def _passages(layout: Layout, *, pack: LanguagePack) -> Iterator[list[Span]]:
    """The paragraphs that may announce a meeting, as their sentences."""
    spans = [line.span for item in layout.items for line in item.lines if not is_ours(line.span)]
    spans += [Span(block, 0, len(block.text)) for block in layout.tail if isinstance(block, Block)]
    may = phrase(pack, f"{_SINGLE}|{_SEVERAL}|{_NEXT_OWN}|<<deferrals.the_meeting|next_meetings.own_days>>|(?-i:^\\W*[{UPPER}]{{2,5}}\\s)")
    for span in spans:
        if re.search(r"\d", span.text) and may.search(span.text):
            yield list(sentences_of(span, pack=pack))


def sentences_with_cue(layout: Layout, *, pack: LanguagePack) -> Iterator[Span]:
    """What follows "nästa möte" closely, in each sentence that says it of this body's own."""
    for sentence in (s for passage in _passages(layout, pack=pack) for s in passage):
        cue = words_of(pack, "next_meetings", "cue").search(sentence.text)
        if cue is None or _is_of_others(sentence.text, None, pack=pack):
            continue
        said = sentence.part(cue.end(), min(len(sentence.text), cue.end() + _NEAR))
        if not is_denied(said.text, pack=pack):
            yield said


def _of_sentence(span: Span, meeting_date: date, *, body: str | None, pack: LanguagePack) -> list[NextMeeting]:
    text = span.text
    every = all_days_in(span, meeting_date, None, pack=pack)
    if not every:
        return []
    if phrase(pack, _WITH_OTHERS, case=True).search(text) or _is_of_others(text, body, pack=pack):
        apart = next((m.start() for m in phrase(pack, _BESIDE_OTHERS).finditer(text) if m.start() >= every[0].end), None)
        # "Nästa möte är den 14 april, dagen före nämndens möte": what stands before the comma is ours
        return _of_sentence(span.part(0, apart), meeting_date, body=body, pack=pack) if apart is not None else []
    letters = _own_letters(text, body, pack=pack)
    told = _moved_or_cancelled(span, every, meeting_date, ours=letters > 0, pack=pack)
    if told is not None:
        return [told]
    days = days_in(span, meeting_date, None, pack=pack)
    chain = _chain(text, letters, days, meeting_date, reach=_NEAR, pack=pack) if letters else []
    if chain and phrase(pack, _LETTERS_HELD).match(text, letters):
        return _meetings(span, 0, chain, pack=pack)
    for named in phrase(pack, _NEXT_OWN).finditer(text):  # "Nästa samordningsråd är den 14 april"
        chain = (
            _chain(text, named.end(), days, meeting_date, reach=_NEAR, pack=pack)
            if body is not None and names_body(body, named[1], pack=pack)
            else []
        )
        if chain:
            return _meetings(span, named.start(), chain, pack=pack)
    for template, reach in ((_SINGLE, _NEAR), (_HELD, _NEAR), (_SEVERAL, _FAR)):
        for cue in phrase(pack, template).finditer(text):
            if (
                phrase(pack, _CONVENES).match(cue[0])
                and not phrase(pack, r"<<grammar.to_do>>\s").match(cue[0])
                and not _own_convenes(text[: cue.start()], body, pack=pack)
            ):
                continue
            chain = _chain(text, cue.end(), days, meeting_date, reach=reach, pack=pack)
            if chain and (reach == _NEAR or phrase(pack, _MEETING).search(text[cue.start() : chain[0].start])):
                return _meetings(span, cue.start(), chain, pack=pack)
    for together in phrase(pack, _OWN_DAY).finditer(text):
        ours = phrase(pack, r"<<bodies.own_words>>").fullmatch(together[1]) or (body is not None and names_body(body, together[1], pack=pack))
        chain = _chain(text, together.end(), days, meeting_date, reach=_NEAR, pack=pack) if ours else []
        if chain:
            return _meetings(span, together.start(), chain, pack=pack)
    return []


def meetings_on_known_days(layout: Layout, meeting_date: date, *, body: str | None, pack: LanguagePack) -> list[NextMeeting]:
    """The meetings of which a sentence tells something as of known ones: "Mötet den 14 april hålls i biblioteket"."""
    told = [sentences[: n + 1] for sentences in _passages(layout, pack=pack) for n in range(len(sentences))]
    return [one for sentences in told for one in _on_known_day(sentences, meeting_date, body=body, pack=pack)]


def _on_known_day(sentences: list[Span], meeting_date: date, *, body: str | None, pack: LanguagePack) -> list[NextMeeting]:
    """ "Mötet den 14 april hålls i biblioteket" as the last of the sentences, where those before it name no other body."""
    span = sentences[-1]
    named = phrase(pack, _KNOWN_DAY).search(span.text)
    if named is None or (named[1] and (body is None or not names_body(body, re.sub(r"s$", "", named[1]), pack=pack))):
        return []
    nouns = phrase(
        pack, r"(?<![\w-])([\w-]*?<<bodies.nouns>><<bodies.definite>>)(?!\w)|(?<![\w-])([\w-]*<<decisions.other_bodies|deferrals.others>>)"
    )
    before = [*(sentence.text for sentence in sentences[:-1]), span.text[: named.start()]]
    if any(not _is_own(m[1] or m[2], body, pack=pack) for text in before for m in nouns.finditer(text)):
        return []
    chain = _chain(span.text, named.end(), days_in(span, meeting_date, None, pack=pack), meeting_date, reach=_NEAR, pack=pack)
    said = phrase(pack, _OF_THAT_DAY)  # "den 14 april börjar kl. 9" is one date with its time
    if not chain or not (said.match(span.text, chain[0].end) or said.search(span.text, chain[0].start, chain[0].end)):
        return []
    return _meetings(span, named.start(), chain[:1], pack=pack)


def names_own_meeting(text: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether an entry of a calendar is a meeting of this body's: "Rådsmöte", "Samordningsråd 3", "avstämning (hela rådet)"."""
    for word in re.finditer(r"[\w-]+", text):
        noun = phrase(pack, r"[\w-]*<<bodies.nouns>>(?:<<bodies.definite>>)?").fullmatch(word[0])
        meeting = phrase(pack, r"([\w-]*?)<<next_meetings.genitive>>?<<next_meetings.gatherings>>").fullmatch(word[0])
        if (noun is not None and body is not None and names_body(body, word[0], pack=pack)) or (
            meeting is not None
            and (
                phrase(pack, r"<<next_meetings.own_sorts>>").fullmatch(meeting[1])
                or not meeting[1]
                or (body is not None and names_body(body, meeting[1], pack=pack))
            )
        ):
            return True
    return False


def convened_by_others(text: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether a line about meetings tells of another body's: "RPO ögon har möte den 20 april"."""
    label = phrase(pack, _LABELLED).match(text)
    if label is not None and not _is_own_label(label[1], body, pack=pack):
        return True
    if _is_theirs(text, body, pack=pack):
        return True
    behind = phrase(pack, _NAMED_BEHIND).search(text)
    if behind is not None and not names_body(body, behind[1], pack=pack):
        return True
    named = [_OPENING_LETTERS.search(text[: at.start()]) for at in phrase(pack, _CONVENES).finditer(text)]
    return any(one is not None and not _own_convenes(text[: one.end()], body, pack=pack) for one in named)


def _is_own_label(word: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether the word before a day is this body's: letters by its name, a noun by `names_body`; letters that nobody knows are no body."""
    if word.isupper():
        own = word in re.findall(r"\w+", body or "") or word.casefold() == "".join(part[0] for part in re.findall(r"\w+", body or "")).casefold()
        return own or word not in pack.words("names", "acronyms")
    return names_body(body, word, pack=pack)


def _is_theirs(text: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether a line tells whose meeting it is, and it is another's: "Föreningens årsmöte 21 maj"."""
    theirs = phrase(pack, _THEIRS).search(text)
    return theirs is not None and not _is_of_time(theirs[1], pack=pack) and not _is_own(theirs[1], body, pack=pack)


def _own_letters(text: str, body: str | None, *, pack: LanguagePack) -> int:
    """Where letters that stand for this body end, at the beginning of a sentence ("SG i maj" in a steering group's minutes); 0 where none do."""
    found = _LETTERS_FIRST.match(text)
    return found.end() if found is not None and is_own_letters(found[1], body, pack=pack) else 0


def is_own_letters(letters: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether letters stand for the sort of body that this one is: "SG" in Styrgrupp Linden."""
    words = re.findall(r"[\w-]+", (body or "").casefold())
    sort = pack.table("bodies", "acronyms").get(letters)
    own = sort is not None and any(word.startswith(sort) or word.endswith(sort) for word in words)
    return own or letters in re.findall(r"\w+", body or "")


def next_at_the_front(layout: Layout, *, body: str | None, pack: LanguagePack) -> Iterator[Span]:
    """What stands behind "Nästa SG:" at the front."""
    for unit in layout.front:
        for line in lines_of(unit) if isinstance(unit, Block) else ():
            named = phrase(pack, _NEXT_LABEL, case=True).match(line.text)
            if named is not None and (is_own_letters(named[1], body, pack=pack) or (body is not None and names_body(body, named[1], pack=pack))):
                yield line.part(named.end(), len(line.text))


def _is_of_time(word: str, *, pack: LanguagePack) -> bool:
    """ "Höstens möten", "torsdagens möte", "årets sista möte" are nobody's."""
    return phrase(pack, r"<<next_meetings.times_of_year>>|<<dates.weekdays>>\w*").fullmatch(word) is not None


def _is_own(word: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether a noun is the body's own: one of its words for itself, or in its name."""
    return phrase(pack, r"<<bodies.own_words>>").fullmatch(word) is not None or names_body(body, word, pack=pack)


def _own_convenes(before: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether nobody, this body or one of its own words stands before "sammanträder"."""
    behind = r"(?:\s+<<verbs.adverbs|next_meetings.then|grammar.to_do>>)*\s*$"
    named = body is not None and body.casefold() in before.casefold()
    called = phrase(pack, _CALLED + behind, case=True).search(before)
    if called is not None and called[1].casefold() not in (body or "").casefold():  # "Nationella rådet"
        return False
    if not before.strip() or phrase(pack, rf"(?<!\w)<<bodies.own_words|grammar.that|grammar.to_do>>{behind}").search(before):
        return True
    subject = phrase(pack, rf"(?<!\w)([\w-]*?<<bodies.nouns>>(?:<<bodies.definite>>)?){behind}").search(before)
    return named or (subject is not None and names_body(body, subject[1], pack=pack))


def _moved_or_cancelled(span: Span, days: list[DateSpan], meeting_date: date, *, ours: bool = False, pack: LanguagePack) -> NextMeeting | None:
    """ "Mötet den 3 maj flyttas till den 10 maj", "Mötet den 3 maj ställs in". ours: the sentence opens with the body's letters ("SG i maj …")."""
    text = span.text
    before = text[: days[0].start] if days else ""
    if not days or not (ours or phrase(pack, _ITS_DAY).search(before) or phrase(pack, _MOVED_NEXT).search(before)):
        return None
    pair = moved_days(text, days, pack=pack)
    if pair is not None and pair[0].first is not None and pair[0].first > meeting_date:
        return replace(meeting_of((span,), span, pair[0], pair[0].first, rule="next.sentence", pack=pack, old=pair[1]), note=None)
    behind = text[days[0].end :][:_APART]
    first = days[0].first
    if first is not None and first > meeting_date and words_of(pack, "next_meetings", "cancelled").search(behind):
        return replace(meeting_of((span,), span, days[0], first, rule="next.sentence", pack=pack), note=None)
    return None


def _chain(text: str, start: int, days: list[DateSpan], meeting_date: date, *, reach: int, pack: LanguagePack) -> list[DateSpan]:
    """The days that a cue announces: the first one near behind it, and those that are joined to it."""
    found: list[DateSpan] = []
    at = start
    for day in (d for d in days if d.start >= start and d.first is not None):
        gap = text[at : day.start]
        if not found:
            near = len(gap) < reach and not re.search(rf"[.!?]\s+[{UPPER}]", gap) and not is_denied(gap, pack=pack)
            event = phrase(pack, _EVENT).search(gap) and not phrase(pack, r"(?<!\w)<<next_meetings.joined_with>>(?!\w)").search(gap)
            if not near or event or is_limit(text, day, pack=pack):
                return []
        elif not _is_joined(gap, loosely=reach > _NEAR, pack=pack):
            break
        if day.first is not None and day.first > meeting_date:
            found.append(day)
            at = day.end
        elif found or reach <= _NEAR:
            break
        else:
            at = day.end
    return found


def _is_joined(gap: str, *, loosely: bool, pack: LanguagePack) -> bool:
    """Whether what stands between two days only joins them; loosely: where a list was promised, a place may stand there too."""
    bare = gap
    for at, to, *_ in find_times(gap, pack=pack):
        bare = bare[:at] + " " * (to - at) + bare[to:]
    if phrase(pack, _JOINT).fullmatch(bare):
        return True
    if len(gap) > _APART or is_denied(gap, pack=pack) or phrase(pack, _GOES_ELSEWHERE).search(gap):
        return False
    return phrase(pack, _EVENT).search(gap) is None and (loosely or phrase(pack, _JOINT_AT_END).search(bare) is not None)


def _meetings(span: Span, start: int, chain: list[DateSpan], *, pack: LanguagePack) -> list[NextMeeting]:
    found: list[NextMeeting] = []
    clock = shared_clock(span.text, chain, pack=pack)
    for position, day in enumerate(chain):
        at = start if position == 0 else day.start
        to = chain[position + 1].start if position + 1 < len(chain) else len(span.text)
        said = span.part(at, to)
        if day.first is None:
            continue
        entry = meeting_of((said,), said, moved_by(day, -at), day.first, rule="next.sentence", pack=pack)
        found.append(replace(with_clock(entry, clock), note=None))
    return with_shared_place(found, span.text, clock, pack=pack) if len(found) > 1 else found


def _following(sentence: Span, first: NextMeeting, meeting_date: date, *, pack: LanguagePack) -> list[NextMeeting]:
    """ "Därefter 29/4 och 3/6, samma tid." behind a sentence that announced a meeting."""
    lead = words_of(pack, "next_meetings", "then").match(sentence.text) or phrase(pack, _NAMED_DAY).match(sentence.text)
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


def _is_of_others(text: str, body: str | None, *, pack: LanguagePack) -> bool:
    """ "Nämndens nästa möte", "nästa möte i arbetsgruppen": another body's, unless this one is called so."""
    if _is_theirs(text, body, pack=pack):
        return True
    any_cue = phrase(pack, f"{_SINGLE}|{_SEVERAL}|(?<!\\w)<<deferrals.the_meeting|deferrals.meeting>>")
    cues = [m.start() for m in any_cue.finditer(text)][:4]
    convenes = [m.start() for m in phrase(pack, _CONVENES).finditer(text)][:4]
    named = [m[1] for at in cues if (m := phrase(pack, _OF_OTHERS).search(text[max(0, at - 60) : at]))]
    named += [m[1] for at in cues if (m := phrase(pack, _OTHERS_MEET).search(text[max(0, at - 60) : at]))]
    named += [m[1] for at in convenes if (m := phrase(pack, _BY_OTHERS).search(text[max(0, at - 60) : at]))]
    named += [m[1] for at in cues for m in phrase(pack, _AT_OTHERS).finditer(text, at, at + 80)]
    letters = [m[1] for at in cues if (m := phrase(pack, _LETTERS_MEET, case=True).search(text[max(0, at - 60) : at]))]
    if any(not _is_own_label(word, body, pack=pack) for word in letters):  # "NPO ögon har nästa möte"
        return True
    for others in phrase(pack, _ON_BEHALF, case=True).finditer(text):  # "Vårmötet för Sveriges ögonläkare"
        if body is None or others[1].casefold() not in body.casefold():
            return True
    return any(not names_body(body, word, pack=pack) for word in named)


def names_body(body: str | None, word: str, *, pack: LanguagePack) -> bool:
    """Whether a body's noun ("nämnden") is in this body's own name ("Utbildningsnämnden i Norrmark")."""
    folded = word.casefold()
    if body is None:
        return phrase(pack, _OTHERS).fullmatch(word) is None
    stems = tuple({folded, *(folded.removesuffix(ending) for ending in pack.words("bodies", "definite"))})
    return any(part.endswith(stems) for part in re.findall(r"\w+", body.casefold()))

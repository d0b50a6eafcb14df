"""Finds a meeting's place, and whether one can take part online, in the words around its day and time."""

from __future__ import annotations

import re
from itertools import pairwise

from functions.interpreting.meeting_hours import hours_in
from functions.interpreting.phrases import UPPER, phrase, words_of
from functions.interpreting.spans import Span
from functions.languages import LanguagePack

_LEADING = (
    r"(?:<<next_meetings.physical>>\s+<<next_meetings.place_leads>>\s+|<<dates.clock|next_meetings.place_labels>>\s*:\s*|<<dates.clock|next_meetings.place_leads|next_meetings.both>>\s+"
    r"|<<next_meetings.day_parts>>\s+(?=<<next_meetings.place_leads>>\s))+"
)
_LABEL = r"(?<!\w)(?!<<dates.clock_heading>>)<<next_meetings.place_labels>>\s*:\s*"
_PARTS = (
    r"\s*[,;\0\t()|•·]+\s*|\s+[–—-]\s+|\s+(?:/|<<grammar.and|grammar.or>>)\s+(?=(?i:<<next_meetings.joins_online>>))"
    r"|\s+(?:<<grammar.or|roster.prose.joints>>)\s+(?=(?i:<<next_meetings.place_leads>>)\s)|\s+(?=(?i:<<next_meetings.place_ends>>)\s)"
    rf"|[.!?](?=\s+[{UPPER}]|\s*$)\s*"
)
_NAMED = (
    rf"\b[{UPPER}]\w+<<next_meetings.place_endings>>\b|\b[{UPPER}]\w+\s+(?:\w{{3,}})?<<next_meetings.place_endings>>\b"
    rf"|(?<!\w)<<next_meetings.facilities>>\s+[{UPPER}]\w+"  # "habiliteringen Östra"
)
# "på biblioteket", "stationen i Norrby": a definite word in small letters, behind a preposition or where a place must stand.
_LED = (
    r"(?:(?:[\w-]+<<bodies.genitive>>\s+|<<next_meetings.room_sorts>>\s+)?[\w-]*<<next_meetings.place_endings>>|(?:<<next_meetings.room_sorts>>\s+)?<<next_meetings.facilities>>)"
    r"(?:\s+(?:<<next_meetings.place_leads>>)\s+\w+){0,1}"
)
# "Nästa gång ses vi i Norrby", "Vi håller till i Kupolen": whatever has a name there is where.
_WHERE_HELD = (
    r"(?<!\w)<<next_meetings.meets|next_meetings.takes_place|next_meetings.cue|next_meetings.hours_said>>(?:\s+<<next_meetings.we>>)?(?:\s+<<next_meetings.at_that_time>>)?\s+"
    r"(?=<<next_meetings.place_leads>>\s)"
)
_NO_PLACE = re.compile(r"[?!=→]|->")  # "Lokal -> rum 4 från april" is a note
_NO_NAME = r"<<dates.months|dates.weekdays>>"
_JOINS = r"\s*,\s*|\.\s*(?=(?i:<<next_meetings.rooms>>))"


def is_online(text: str, *, pack: LanguagePack) -> bool:
    """Whether the words say that the meeting is held, also or only, at a distance."""
    return bool(_online(pack).search(text))


def is_only_online(text: str, *, pack: LanguagePack) -> bool:
    """Whether the words name a way to meet at a distance and nothing else ("Teams")."""
    return bool(_online(pack).fullmatch(text.strip()))


def _online(pack: LanguagePack) -> re.Pattern[str]:
    return words_of(pack, "next_meetings", "online")


def place_in(span: Span, *, pack: LanguagePack, named: bool = False) -> Span | None:
    """The place that these words hold: the first of their parts that looks like one, with the parts behind a comma that go on with it.

    The day is to be cut off before. named: only what names a room or a building counts, for lines that may say something else altogether.
    """
    text = span.text
    for at, to, *_ in hours_in(text, pack=pack):
        text = text[:at] + "\0" * (to - at) + text[to:]
    cuts = [(0, 0), *(m.span() for m in phrase(pack, _PARTS, case=True).finditer(text)), (len(text), len(text))]
    start = end = None
    house = phrase(pack, rf"\s*([{UPPER}][\w-]+)\s*,\s*(?=(?i:<<next_meetings.floors>>)\s+\w{{1,3}}(?!\w))", case=True).match(text)
    if house is not None and not phrase(pack, _NO_NAME).match(house[1]) and not _online(pack).match(house[1]):
        start, end = house.start(1), house.end(1)  # "Ronden, plan 2"
    for (_, at), (to, _) in pairwise(cuts):
        if end is not None and at < end:
            continue
        if words_of(pack, "next_meetings", "physical").fullmatch(text[at:to].strip()):
            continue
        lead = phrase(pack, _LEADING).match(text, at, to) or phrase(pack, _LABEL).search(text, at, to)
        bare = lead.end() if lead else at
        if start is not None and end is not None:
            goes_on = _like_a_place(text[bare:to], named=False, pack=pack) or _is_led(text[bare:to], lead=True, named=True, pack=pack)
            if not phrase(pack, _JOINS, case=True).fullmatch(text[end:at]) or not goes_on:  # "Norrby sjukhus, matsalen"
                break
            end = to
        elif _like_a_place(text[bare:to], named=named, pack=pack) or _is_led(text[bare:to], lead=lead is not None, named=named, pack=pack):
            start, end = (_with_room(text, at, bare, pack=pack)), to
    return span.part(start, end).trimmed(" \t\n.,;:–-") if start is not None and end is not None else None


def _is_led(text: str, *, lead: bool, named: bool, pack: LanguagePack) -> bool:
    """Whether a place in small letters stands behind a preposition, or in its definite form where a place must stand ("stationen i Norrby")."""
    bare = text.strip(" \t\n.:")
    if not lead and (named or phrase(pack, r"(?:<<next_meetings.room_sorts>>\s+)?[\w-]+<<bodies.definite>>(?![\w-])").match(bare) is None):
        return False
    return phrase(pack, _LED).fullmatch(bare) is not None


def place_before(span: Span, *, pack: LanguagePack) -> Span | None:
    """A named place before a day: "Sal Linden den 14 april", "Nästa gång ses vi på Folkets hus den 14 april"."""
    held = place_where_held(span, pack=pack)
    if held is not None:
        return held
    label = phrase(pack, _LABEL).search(span.text)
    if label is not None:
        found = place_in(span.part(label.start(), len(span.text)), pack=pack)
        if found is not None:
            return found
    for lead in phrase(pack, r"(?<!\w)<<next_meetings.place_leads>>\s+(?=\S)").finditer(span.text):
        found = place_in(span.part(lead.start(), len(span.text)), pack=pack, named=True)
        if found is not None:
            return found
    return place_in(span, pack=pack, named=True)


def place_where_held(span: Span, *, pack: LanguagePack) -> Span | None:
    """The place of which the words tell that one meets there: "Nästa gång ses vi i Norrby"."""
    lead = phrase(pack, _WHERE_HELD).search(span.text)
    if lead is None:
        return None
    said = span.part(lead.end(), len(span.text))
    day = phrase(pack, r"\s+(?:<<dates.weekdays>>|<<dates.the>>)(?:\s|$)").search(said.text)
    return place_in(said.part(0, day.start()) if day is not None else said, pack=pack)


def _with_room(text: str, at: int, bare: int, *, pack: LanguagePack) -> int:
    """ "lokal Bommen" keeps its word, "Lokal: Bommen" does not."""
    return bare if ":" in text[at:bare] or not words_of(pack, "next_meetings", "place_words").match(text, at) else at


def _like_a_place(text: str, *, named: bool, pack: LanguagePack) -> bool:
    text = text.strip(" \t\n.:–-")
    if len(text) < 3 or len(text.split()) > 6 or _online(pack).match(text) or re.search(r"(?<![^\W\d])\d{3}|:(?!s\s)", _numbered(text, pack=pack)):
        return False
    if _NO_PLACE.search(text) or words_of(pack, "next_meetings", "note_words", "physical").search(text):
        return False
    if (
        phrase(pack, _NO_NAME).fullmatch(text)
        or words_of(pack, "dates", "weekdays_recurring").search(text)
        or words_of(pack, "next_meetings", "no_place").search(text)
        or words_of(pack, "facts_said", "page_words").match(text)
    ):
        return False
    if names_a_place(text, pack=pack):
        return True
    return not named and text[0].isupper() and not re.search(r"\d{2}", text)


def _numbered(text: str, *, pack: LanguagePack) -> str:
    """The text without a room's number ("Rum 214"), which may be long."""
    return phrase(pack, r"(?<!\w)<<next_meetings.rooms>>\s+\d{3,4}(?!\w)").sub("", text)


def names_a_place(text: str, *, pack: LanguagePack) -> bool:
    """Whether a word of the text is a room's or a building's ("rum", "Stationshuset", "Ekelundsgatan")."""
    return bool(words_of(pack, "next_meetings", "place_words").search(text) or phrase(pack, _NAMED, case=True).search(text))


def topic_at(text: str, *, pack: LanguagePack) -> int | None:
    """Where what will be taken up begins in a line about a meeting: behind a dash or a colon that parts no times; None without one."""
    blank = text
    for at, to, *_ in hours_in(text, pack=pack):
        blank = blank[:at] + "\0" * (to - at) + blank[to:]
    blank = phrase(pack, _LABEL).sub(lambda label: "\0" * len(label[0]), blank)
    mark = re.search(r"(?<=\S)\s+[–—-]\s+(?=[^\W\d])|(?<=[\w\0)]):\s+(?=[^\W\d])|^\s*[:–—-]\s+(?=[^\W\d])", blank)
    return mark.end() if mark else None

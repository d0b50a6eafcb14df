"""The hours that a line about meetings tells, without "kl" too where they can be nothing else: "torsdagar 13–15", "klockan nio till halv tolv"."""

from __future__ import annotations

import re
from datetime import time

from functions.interpreting.dates import find_times
from functions.interpreting.phrases import phrase
from functions.languages import LanguagePack

Hours = tuple[int, int, time, time | None]

_HOUR = r"\d{1,2}(?:[.:]\d\d)?"
_OCLOCK = r"(?:0?[6-9]|1\d|2[0-2])"
_RECURRING = r"(?<!\w)(?:<<dates.weekdays_recurring>>(?!\w)|<<dates.weekdays>>(?=\s+<<dates.clock>>))"
# "Tiden är alltid 13–15", "alla tisdagar 10–12"; "alla torsdagar 3–17 september" tells days.
_LED = (
    r"(?<!\w)(?:<<dates.weekdays_recurring|next_meetings.both|next_meetings.hours_are|next_meetings.hours_said"
    r"|next_meetings.ends|next_meetings.day_parts|next_meetings.the_meetings>>)[:,]?\s+"
    rf"(?={_HOUR}\s*(?:[-–—]|<<dates.to>>(?=\s))\s*{_HOUR}(?![\d/]|\s*<<dates.months>>)|{_OCLOCK}[.:][0-5][05](?!\d|[.:/]\d))"
)
# "från 13 till ca 15", "mellan 13 och 15"
_FROM = (
    rf"(?<!\w)(?:<<next_meetings.from|dates.between>>)\s+(?={_OCLOCK}(?:[.:]\d\d)?\s*(?:[-–—]|<<dates.to|dates.and>>\s)\s*(?:<<dates.about>>\s*)?"
    rf"{_OCLOCK}(?:[.:]\d\d)?(?!\d|[.:/]\d|\s*<<dates.months>>))"
)
# "…, 13–15.30" at the end of a clause
_BARE = re.compile(rf"(?<=[,)\]])\s*({_OCLOCK})(?:[.:](\d\d))?\s?[-–—]\s?({_OCLOCK})(?:[.:](\d\d))?(?=\s*(?:$|[,.;(](?!\d)))")
# "13–15 i Eksalen alla gånger"; not "13–15 i mars"
_OPENING = rf"^\W*({_OCLOCK})(?:[.:](\d\d))?\s?[-–—]\s?({_OCLOCK})(?:[.:](\d\d))?(?=\s+<<next_meetings.place_leads>>\s+(?!<<dates.months>>))"
_SIDE = r"(?<!\w)([\w-]*?)<<next_meetings.side_hours>>(?:\s+[^\W\d]+){0,2}\s*$"
_AFTER_SIDE = r"(?<!\w)<<next_meetings.beside|next_meetings.with>>\s+[\w-]*$"
_ENDS = r"[^.!?]{0,40}?(?<!\w)<<next_meetings.ends>>(?!\w)[^.!?\d]{0,20}"
_SPOKEN = r"(<<next_meetings.half_hour>>\s+)?(<<dates.numbers>>)(?!\w)"
_IN_LETTERS = rf"(?<!\w)<<dates.clock>>\s*{_SPOKEN}(?:\s*(?:[-–—]|<<dates.to>>(?!\w))\s*(?:<<dates.clock>>\s+)?{_SPOKEN})?"
# "halv nio till tio", without a word for the clock: where the clause ends
_RANGE_IN_LETTERS = rf"(?<!\w)(?:<<dates.weekdays>>\s+)?{_SPOKEN}\s*(?:[-–—]|<<dates.to>>(?!\w))\s*{_SPOKEN}(?=\s*(?:$|[,.;)]))"
_FOUR_FIGURES = re.compile(r"(?<![\w.:/-])(?!(?:19|20)\d\d\D)([01]\d|2[0-3])([0-5]\d)\s?[-–—]\s?([01]\d|2[0-3])([0-5]\d)(?![\w./:-])")  # 0900–1130
_FIRST_SPOKEN = 7  # "klockan två" is in the afternoon


def hours_in(text: str, *, pack: LanguagePack) -> list[Hours]:
    """The times of a line about meetings: start, end (code points), first time, last time or None; in order."""
    clock = next(iter(pack.words("dates", "clock")), "")
    led = phrase(pack, f"{_LED}|{_FROM}").sub(lambda lead: clock.ljust(len(lead[0])), text)
    bare = phrase(pack, _RECURRING).sub(lambda day: " " * len(day[0]), led)  # "torsdagar kl. 13" is no date
    found = [*find_times(bare, pack=pack), *_in_letters(text, pack=pack)]
    for one in _in_figures(text, pack=pack):
        if all(one[0] >= to or one[1] <= at for at, to, *_ in found):
            found.append(one)
    return _held(sorted(found), text, pack=pack)


def _held(told: list[Hours], text: str, *, pack: LanguagePack) -> list[Hours]:
    """The times without those of meals and the like beside the meeting, and those of a beginning and an end as one."""
    found: list[Hours] = []
    for at, to, begins, ends in told:
        side = phrase(pack, _SIDE).search(text[max(0, at - 40) : at])
        if side is not None and not phrase(pack, _AFTER_SIDE).search(text[max(0, at - 40) : at][: side.end(1)]):
            continue
        last = found[-1] if found else None
        if last is not None and last[3] is None and ends is None and last[2] < begins and phrase(pack, _ENDS).fullmatch(text[last[1] : at]):
            found[-1] = (last[0], to, last[2], begins)
        else:
            found.append((at, to, begins, ends))
    return found


def _in_figures(text: str, *, pack: LanguagePack) -> list[Hours]:
    told = [(m.span(), time(int(m[1]), int(m[2])), time(int(m[3]), int(m[4]))) for m in _FOUR_FIGURES.finditer(text)]
    bare = [*_BARE.finditer(text), *phrase(pack, _OPENING).finditer(text)]
    told += [((m.start(1), m.end()), time(int(m[1]), int(m[2] or 0)), time(int(m[3]), int(m[4] or 0))) for m in bare]
    return [(at, to, begins, ends) for (at, to), begins, ends in told if begins < ends]


def _in_letters(text: str, *, pack: LanguagePack) -> list[Hours]:
    found: list[Hours] = []
    numbers = pack.table("dates", "numbers")
    with_clock = list(phrase(pack, _IN_LETTERS).finditer(text))
    bare = [m for m in phrase(pack, _RANGE_IN_LETTERS).finditer(text) if all(m.start() >= one.end() or m.end() <= one.start() for one in with_clock)]
    for said in (*with_clock, *bare):
        begins = _spoken(numbers[said[2].casefold()], half=said[1] is not None)
        ends = _spoken(numbers[said[4].casefold()], half=said[3] is not None) if said[4] is not None else None
        if begins is not None:
            found.append((said.start(), said.end(), begins, ends if ends is not None and ends > begins else None))
    return found


def _spoken(number: int, *, half: bool) -> time | None:
    """The hour that a number tells in speech: 2 is 14:00, half of 12 is 11:30; None for what is no hour."""
    if not 1 <= number <= 12:
        return None
    minutes = (number if number >= _FIRST_SPOKEN else number + 12) * 60 - 30 * half
    return time(minutes // 60, minutes % 60)

"""Which points tell of coming meetings by their titles: "Nästa möte", "Sammanträdesdagar 2027", a calendar, a time of the year."""

from __future__ import annotations

import re

from functions.interpreting.layout import ItemText
from functions.interpreting.phrases import UPPER, phrase
from functions.interpreting.statements import title_says
from functions.languages import LanguagePack

_TITLE = (
    r"(?<!\w)<<next_meetings.title_leads>>\s+(?:<<dates.meeting_adjective|dates.numbers|next_meetings.title_leads>>\s+)?(?:[\w-]*<<bodies.nouns|bodies.own_words|next_meetings.title_nouns>>(?!\w)"
    rf"|(?-i:[{UPPER}]{{2,6}})(?![\w-]))|(?<![\w-])<<next_meetings.titles>>(?!\w)"
    r"|^<<next_meetings.title_nouns>>\s+<<next_meetings.half_years>>(?!\w)|^<<next_meetings.gatherings>>\s+<<dates.months>>\b"
)
# "Ons 9/9 kl 9–11 i Furan", "24/11 är bokade.", "Våren: 14/1"
_BARE_DAY = (
    r"(?:\W|\d|(?<!\w)<<dates.weekdays|dates.months|dates.the|dates.clock|dates.to|grammar.and|next_meetings.half_years|next_meetings.day_parts"
    r"|next_meetings.both|next_meetings.takes_place|next_meetings.settled|next_meetings.online|next_meetings.physical|next_meetings.note_words>>\.?(?!\w))+"
    rf"(?:(?<=\W)<<next_meetings.place_leads|next_meetings.with>>\s.{{0,40}}|(?<=[,(]\s|.[,(])(?-i:[{UPPER}])\w+(?:\s+\w+)?\W*)?"
)


def is_about_meetings(item: ItemText, *, pack: LanguagePack) -> bool:
    """Whether an item's title says that it tells of coming meetings: "Nästa möte", "Nästa FSG", "Sammanträdesdagar 2026"."""
    name = item.name.strip(" .:!?")
    if phrase(pack, r"(?<!\w)<<next_meetings.chore_titles>>(?!\w)").search(name):  # "Att göra till nästa möte"
        return False
    whole = phrase(pack, r"<<next_meetings.whole_titles>>(?:\s+20\d\d)?").fullmatch(name)
    return title_says(item, "next", pack=pack) or whole is not None or phrase(pack, _TITLE).search(name) is not None


def is_calendar(item: ItemText, *, pack: LanguagePack) -> bool:
    """Whether an item lists days of all sorts, the body's own meetings among them: "Kalender", "Hösten 2026"."""
    return phrase(pack, r"<<next_meetings.calendars|next_meetings.half_years>>(?:\s+20\d\d)?").fullmatch(item.name.strip(" .:!")) is not None


def year_in(item: ItemText) -> int | None:
    """The year that a title gives to the days under it: "Sammanträdesdagar 2027"."""
    match = re.search(r"(?<![\d-])20\d\d(?![\d-])", item.name)
    return int(match[0]) if match else None


def is_bare_day(text: str, *, pack: LanguagePack) -> bool:
    """Whether an entry of a calendar tells a day with its hours and place and nothing else, so that the calendar's own body meets on it."""
    return phrase(pack, _BARE_DAY).fullmatch(text) is not None

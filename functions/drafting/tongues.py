"""What an invitation says in each language that a guest may read: its words, days and times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from functions.drafting.wording import MONTHS, UNDECIDED, WEEKDAYS

_ONLINE_SAID = re.compile(r"teams|zoom|skype|digital|webb|distans|länk|online", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language. code: as a person writes it ("sv"); tag: as Word does ("sv-SE"); day: a pattern for a date; words: the template's fixed words."""

    code: str
    tag: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    day: str
    separator: str
    undecided: str
    online: tuple[str, str]
    words: Mapping[str, str]

    def spell_day(self, iso: str) -> str:
        """The date with its weekday and year: "Thursday 23 April 2026"."""
        day = date.fromisoformat(iso[:10])
        return self.day.format(weekday=self.weekdays[day.weekday()], day=day.day, month=self.months[day.month - 1], year=day.year)

    def spell_time(self, start: str | None, end: str | None) -> str:
        """ "13:30–14:00" out of HH:MM, with the language's separator; "" when the start is unknown."""
        return "–".join(time.replace(":", self.separator) for time in (start, end) if time) if start else ""

    def spell_place(self, place: str, *, online: bool) -> str:
        """The place as it is written, and that one can take part online."""
        if not online or _ONLINE_SAID.search(place):
            return place
        return self.online[1].format(place=place) if place else self.online[0]


_ENGLISH_MONTHS = "January February March April May June July August September October November December"
_NORWEGIAN_MONTHS = "januar februar mars april mai juni juli august september oktober november desember"

SWEDISH = Tongue(
    "sv",
    "sv-SE",
    WEEKDAYS,
    MONTHS,
    "{weekday} {day} {month} {year}",
    ".",
    UNDECIDED,
    ("Digitalt möte", "{place} och digitalt"),
    {
        "title": "Inbjudan till möte",
        "welcome": "Välkommen att delta i punkten nedan.",
        "guest": "Gäst",
        "matter": "Din punkt",
        "day": "Dag",
        "slot": "Din tid",
        "place": "Plats",
        "contact": "Kontakt",
        "documents": "Underlag",
        "later": "Din tid meddelas senare.",
        "page": "Sida",
        "of": "av",
    },
)
ENGLISH = Tongue(
    "en",
    "en-GB",
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    tuple(_ENGLISH_MONTHS.split()),
    "{weekday} {day} {month} {year}",
    ":",
    "The date is not decided yet",
    ("Online", "{place} and online"),
    {
        "title": "Invitation to a meeting",
        "welcome": "Welcome to take part in the item below.",
        "guest": "Guest",
        "matter": "Your item",
        "day": "Day",
        "slot": "Your time",
        "place": "Place",
        "contact": "Contact",
        "documents": "Documents",
        "later": "You will be told your time later.",
        "page": "Page",
        "of": "of",
    },
)
NORWEGIAN = Tongue(
    "nb",
    "nb-NO",
    ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    tuple(_NORWEGIAN_MONTHS.split()),
    "{weekday} {day}. {month} {year}",
    ".",
    "Datoen er ikke bestemt",
    ("Digitalt møte", "{place} og digitalt"),
    {
        "title": "Invitasjon til møte",
        "welcome": "Velkommen til å delta i punktet nedenfor.",
        "guest": "Gjest",
        "matter": "Ditt punkt",
        "day": "Dag",
        "slot": "Din tid",
        "place": "Sted",
        "contact": "Kontakt",
        "documents": "Underlag",
        "later": "Du får vite tidspunktet senere.",
        "page": "Side",
        "of": "av",
    },
)
TONGUES = {tongue.code: tongue for tongue in (SWEDISH, ENGLISH, NORWEGIAN)}

_ASKED = (
    (ENGLISH, re.compile(r"\s*\((?:på engelska|in English|engelska)\)", re.IGNORECASE)),
    (NORWEGIAN, re.compile(r"\s*\((?:på norska|på norsk|norska)\)", re.IGNORECASE)),
    (SWEDISH, re.compile(r"\s*\((?:på svenska|svenska)\)", re.IGNORECASE)),
)


def tongue_asked_for(text: str) -> tuple[Tongue | None, str]:
    """The language that a guest's row asks for in brackets ("Besök av John Smith (på engelska)"), and the text without it."""
    for tongue, asked in _ASKED:
        if asked.search(text):
            return tongue, asked.sub("", text).strip()
    return None, text

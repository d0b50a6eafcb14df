"""How a draft puts things in Swedish: dates, labels, where a line comes from, and when two titles name one matter."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from functions.languages.shown import KINDS
from functions.model.agenda import LineType
from functions.model.minutes import WITHHELD
from functions.model.register import Meeting, OpenItem, RowKind

MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

TITLE = "Förslag till dagordning"
SHEET_TITLE = "Underlag till sekreteraren"
UNDECIDED = "Datum är inte bestämt"
SENSITIVE = WITHHELD

TYPES = {
    LineType.DECISION: "Beslut",
    LineType.DISCUSSION: "Diskussion",
    LineType.INFORMATION: "Information",
    LineType.FORMALITY: "Formalia",
    LineType.FOLLOW_UP: "Uppföljning",
}
ROW_KINDS = KINDS | {RowKind.CONSULTATION: "Remiss"}  # its reply date stands beside it

_MONTH = "(?:" + "|".join(MONTHS) + ")"
DATE = re.compile(
    rf"\b(?:den\s+)?(?:{'|'.join(WEEKDAYS)}(?:en)?\s+)?(?:den\s+)?(?:\d{{4}}-\d\d-\d\d|\d{{6}}\b(?!\s*-)|\d{{1,2}}\s*/\s*\d{{1,2}}(?:[\s-]*\d{{4}})?"
    rf"|\d{{1,2}}(?::e)?\s+{_MONTH}(?:\s+\d{{4}})?)",
    re.IGNORECASE,
)
IDENTITY = re.compile(r"(?<!\d)(?:19|20)?\d{2}[01]\d[0-9]\d[-+ ]?\d{4}(?!\d)")
"""Ten or twelve digits in the shape of a personal identity number (also coordination numbers, day + 60)."""

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufeff\ufffe\uffff\ud800-\udfff]")
_SMALL = frozenset(
    ["och", "av", "om", "för", "i", "på", "till", "från", "den", "det", "en", "ett", "frågan", "ärendet", "punkten", "angående", "gällande", "ang"]
)


def clean(text: str) -> str:
    """One line of readable text: no control characters, white space folded, personal identity numbers masked."""
    folded = re.sub(r"\s+", " ", _UNSEEN.sub("", unicodedata.normalize("NFC", re.sub(r"[\t\n\v\f\r\u2028\u2029]", " ", text)))).strip()
    return IDENTITY.sub(SENSITIVE, folded)


def hold_together(text: str) -> str:
    """The text with spaces at which no line breaks inside its dates and numbers: "(från 19 mars," and "punkt 11)" each stand on one line."""
    return re.sub(rf"(?<=\(från) (?=\d)|(?<=\d) (?={_MONTH}\b)|(?<=[a-zåäö]) (?=\d{{4}}\b)|(?<=punkt) (?=\d)", "\u00a0", text)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def fold(text: str) -> tuple[str, ...]:
    """What two titles of one matter have in common: their words without case, dates and small words."""
    words = re.findall(r"\w+", DATE.sub(" ", clean(text)).casefold())
    return tuple(word for word in words if word not in _SMALL) or tuple(words)


def spell_day(iso: str, *, beside: str | None = None) -> str:
    """ "19 mars", with the year when `beside` (another ISO date) lies in another year or is None."""
    day = date.fromisoformat(iso[:10])
    year = f" {day.year}" if beside is None or beside[:4] != iso[:4] else ""
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def spell_weekday(iso: str) -> str:
    """ "torsdag 23 april 2026"."""
    return f"{WEEKDAYS[date.fromisoformat(iso[:10]).weekday()]} {spell_day(iso)}"


def spell_time(start: str | None, end: str | None = None) -> str:
    """ "13.00–15.30" out of HH:MM, "13.00" when the end is unknown, "" when the start is."""
    if not start:
        return ""
    return f"{start.replace(':', '.')}–{end.replace(':', '.')}" if end else start.replace(":", ".")


def spell_place(meeting: Meeting) -> str:
    """The place, with Teams named where the meeting is online and the place does not say so; "" when unknown."""
    place = clean(meeting.place or "")
    if not meeting.online:
        return place
    if not place:
        return "Digitalt möte"
    return place if re.search(r"teams|zoom|skype|digital|webb|distans|länk", place, re.IGNORECASE) else f"{place} och digitalt"


def spell_meeting(meeting: Meeting) -> str:
    """One line of the list of meetings to come: "torsdag 28 maj 2026, 09.00–12.00, Tallsalen"."""
    moved = f"(flyttat från {spell_day(meeting.moved_from, beside=meeting.date)})" if meeting.moved_from else ""
    facts = ", ".join(part for part in (spell_weekday(meeting.date), spell_time(meeting.start, meeting.end), spell_place(meeting)) if part)
    return f"{facts} {moved}".strip()


def is_number(item: str) -> bool:
    """Whether an item is named by its number ("11", "2a", "4.1") and not by its title."""
    return bool(re.fullmatch(r"§?\s*\d+(?:\.\d+)*\s*[a-zA-Z]?\.?", item.strip()))


def spell_origin(row: OpenItem, *, beside: str) -> str:
    """Where a carried line comes from: "(från 19 mars, punkt 11)"; the year when it is another than that of `beside`."""
    if any(event.type == "added" for event in row.events[:1]) or not row.opened.meeting:
        return "(tillagd för hand)"
    day = spell_day(row.opened.meeting, beside=beside)
    item = clean(row.opened.item or "")
    if not item:
        return f"(från {day})"
    return f"(från {day}, punkt {item.strip('§. ')})" if is_number(item) else f"(från {day}, {item})"

"""Takes the days that have passed out of a carried task: beside a name they would point at somebody, and "till nästa möte" has become wrong."""

from __future__ import annotations

import re
from datetime import date, timedelta

from functions.drafting.meetings import Horizon
from functions.drafting.wording import MONTHS, clean
from functions.model.register import OpenItem

_MONTHS = "|".join(MONTHS)
_SHORT = {month[:3]: number for number, month in enumerate(MONTHS, 1)}
_LEAD = (
    r"(?:[\s,–(-]+(?:(?:vid|till|på|inför)\s+(?:\w+s\s+)?(?:möte|sammanträde)|dock|allra|helst|gärna|redan|senast|före|innan|till|inför|under|i|vid|per|den(?=\s+\d)|på|mötet|sammanträdet|nästa|slutet|av|utgången"
    r"|nytt\s+datum|klart?|färdigt?)\b)*"
)
_END = r"(?=\)?\s*(?:$|[.;](?:\s|$)|\([^()]*\)\W*$))"
_SPOKEN = re.compile(
    rf"{_LEAD}[\s,(]+(?:"
    rf"(?P<next>(?:till|vid|på|inför)\s+(?:nästa|nästkommande)\s+(?:möte|gång|träff|sammanträde))"
    rf"|(?P<day>\d{{1,2}})(?::e)?\s+(?P<month>{_MONTHS})(?:\s+(?P<year>\d{{4}}))?"
    rf"|(?P<day2>\d{{1,2}})/(?P<month2>\d{{1,2}})"
    rf"|(?P<whole>(?:{_MONTHS}))(?:mötet|sammanträdet|träffen)?|(?<=,\s)(?P<short>{'|'.join(_SHORT)})\b"
    rf"|(?:före|till|innan)\s+(?P<feast>jul(?:en)?|advent|årsskiftet|nyår)"
    rf"|(?P<week>innan\s+veckan\s+är\s+slut|(?:denna|den\s+här)\s+vecka(?:n)?|i\s*morgon|idag|i\s+dag))\b(?:\s+i\s+år)?{_END}",
    re.IGNORECASE,
)
"""A time at the end of a sentence, with the words that lead to it."""
_WITHIN = re.compile(
    rf"\s+(?:senast|före|innan)\s+(?:den\s+)?(?P<day>\d{{1,2}})(?::e)?\s+(?P<month>{_MONTHS})(?:\s+\d{{4}})?(?=\s+[a-zåäö])", re.IGNORECASE
)
"""A last day in the middle of a sentence ("och senast den 31 oktober sända ut …"), which holds without it."""
_FEASTS = {"jul": (12, 24), "julen": (12, 24), "advent": (11, 30), "årsskiftet": (12, 31), "nyår": (12, 31)}
_TO_BE_DONE = re.compile(
    r"\s*[,;–]\s*(?:(?:och|samt)\s+)?(?:(?:som|vilke[nt]|vilka|den|det|detta|allt)\s+)?"
    r"(?:(?:ska|skall|bör|beräknas|väntas)\s+(?:vara\s+|bli\s+)?)?"
    r"(?:klar\w*|färdig\w*|skickas|lämnas|redovisas|presenteras|rapporteras|patch|kort rapport)$",
    re.IGNORECASE,
)
"""What is left of "…, som ska vara klar till mötet i april" without the day."""
_HANGING_CLAUSE = re.compile(r"\s*,?\s*\b(?:så\s+att|när|som|då|för\s+att)\b[^.]*$", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"\b(?:klar\w*|färdig\w*|vara|är|som|att|och|datum|dag|tid|gälla|börja|träffas|titta|tittar|titta\s+på|tittar\s+på|ute|ska|skall|kan|får|hålls|blir|samt|senast|helst)$",
    re.IGNORECASE,
)


def without_past_days(text: str, *, row: OpenItem, horizon: Horizon) -> str:
    """The text without a time that lies before the meeting; all of it where the sentence would not hold without."""
    if not horizon.dated:
        return text
    words = clean(row.due.text) if row.due and row.due.date and row.due.date < horizon.day else ""
    if words:
        text = _cut(text, re.compile(rf"{_LEAD}[\s,(]*\b{re.escape(words)}{_END}", re.IGNORECASE).search(text))
    for match in list(_SPOKEN.finditer(text))[::-1]:
        if _has_passed(_day_of(match, row=row), horizon=horizon):
            text = _cut(text, match)
    for match in list(_WITHIN.finditer(text))[::-1]:
        if _has_passed(_after(_opened(row), _SHORT[match["month"].casefold()[:3]], int(match["day"])), horizon=horizon):
            text = text[: match.start()] + text[match.end() :]
    return text


def _has_passed(day: str | None, *, horizon: Horizon) -> bool:
    return day is not None and day < horizon.day


def _opened(row: OpenItem) -> date:
    return date.fromisoformat(row.opened.meeting[:10])


def _cut(text: str, match: re.Match[str] | None) -> str:
    """The text without a time and what led to it; all of it where the sentence would not hold."""
    if match is None:
        return text
    left = _TO_BE_DONE.sub("", text[: match.start()].rstrip(" ,;:–-("))
    if _UNFINISHED.search(left):
        left = _HANGING_CLAUSE.sub("", left)
    if len(left.split()) < 2 or _UNFINISHED.search(left):
        return text
    return left + re.sub(r"^\)", "", text[match.end() :])


def _day_of(match: re.Match[str], *, row: OpenItem) -> str | None:
    """The last day (ISO) that the words mean, told from the meeting that opened the row; None where they mean none."""
    opened = _opened(row)
    if match["next"]:
        # So many meetings have been held since: the next one is one of them.
        return (opened + timedelta(days=1)).isoformat() if row.meetings_followed else None
    if match["week"]:
        return (opened + timedelta(days=7)).isoformat()
    if match["feast"]:
        return _after(opened, *_FEASTS[match["feast"].casefold()])
    if match["whole"] or match["short"]:
        number = _SHORT[(match["whole"] or match["short"]).casefold()[:3]]
        first = _after(opened.replace(day=1), number, 1)
        return (date.fromisoformat(first).replace(day=28) + timedelta(days=3)).isoformat() if first else None
    number = _SHORT[match["month"].casefold()[:3]] if match["month"] else int(match["month2"])
    return _after(opened, number, int(match["day"] or match["day2"]), year=match["year"])


def _after(opened: date, month: int, day: int, *, year: str | None = None) -> str | None:
    """That day in its year, else the first one from the meeting on; None where there is no such day."""
    try:
        found = date(int(year) if year else opened.year, month, day)
        return (found if year or found >= opened else found.replace(year=found.year + 1)).isoformat()
    except ValueError:
        return None

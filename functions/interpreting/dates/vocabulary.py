"""The pack's date words as look-up tables and as parts of regular expressions, made once for each pack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from functions.interpreting.phrases import LOWER, UPPER, alternatives
from functions.languages.pack import LanguagePack

DAY = r"(?:3[01]|[12]\d|0?[1-9])"
FOUR = r"(?:19|20)\d\d"
_WEEK = r"(?:5[0-3]|[1-4]\d|0?[1-9])(?!\d)"
# "HT26", "hösten 26": two digits glued to the word, or at the end of the clause.
_SHORT_YEAR = r"|(?P<glued>(?<=\w)\d\d(?!\d))|\s(?P<spaced>\d\d)(?=\s*(?:$|[,;:)]|\.(?!\d)))"
# A capital and a small letter behind a month: "3 Jan Carlsson" names a person.
NAME_BEHIND = re.compile(rf"[ -][{UPPER}][{LOWER}]")
_TOKEN = re.compile(r"<<([\w|@]+)>>")

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
# A soft hyphen is inside a word: "maj\u00adoriteten" has no month in it.
_FOLDS = {**_DASHES, **_SPACES, ord("’"): "'", 0xAD: "_"}

_WORDED = ("names", "this", "gone", "bare")
# Every expression without a figure holds one of these words, or a month, weekday, season, term or holiday.
_HINTS = (
    "fuzzy", "fuzzy_days", "next", "this", "last", "in_time", "within",
    "ago_start", "from_meeting", "this_year", "next_year", "last_year", "year_unit", "term_unit",
    "month_unit", "week_unit", "quarter_unit", "half_year_unit", "year_turn", "half_year_turn", "month_turn",
    "weekend", "some_meeting", "tomorrow", "day_after_tomorrow", "yesterday", "today_idiom", "month_meeting",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """A pack's [dates] section. lists: key → words; tables: key → table; months, weekdays, ordinals, numbers: lower-case word → number;
    parts: parts of expressions by name; hint: matches where a text can name a date at all; month_first: "March 5" is a day;
    dotted_days: "20.2" is one behind a lead."""

    lists: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, Mapping[str, Any]]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    ordinals: Mapping[str, int]
    numbers: Mapping[str, int]
    parts: Mapping[str, str]
    hint: re.Pattern[str]
    month_first: bool = False
    dotted_days: bool = False
    made: dict[tuple[str, tuple[str, ...]], re.Pattern[str]] = field(default_factory=dict)
    joined: dict[tuple[str, ...], str] = field(default_factory=dict)

    def any_of(self, *keys: str) -> str:
        """A regex part that matches one of the words under the keys."""
        if keys not in self.joined:
            self.joined[keys] = alternatives(word for key in keys for word in self.lists.get(key, ()))
        return self.joined[keys]

    def pattern(self, template: str, names: Iterable[str] = ()) -> re.Pattern[str]:
        """The expression of a template, made once, upper and lower case alike.

        <<part>> stands for a named part, <<key|key>> for any word of these lists, <<@>> for any of names.
        """
        key = template, tuple(names)
        found = self.made.get(key)
        if found is None:
            filled = _TOKEN.sub(lambda token: self._fill(token[1], key[1]), template)
            found = self.made[key] = re.compile(filled, re.IGNORECASE)
        return found

    def _fill(self, token: str, names: tuple[str, ...]) -> str:
        if token == "@":
            return alternatives(names)
        return self.parts.get(token) or self.any_of(*token.split("|"))


def fold(text: str) -> str:
    """The text with every dash as "-" and every space kind as " ", position for position."""
    return text.translate(_FOLDS)


@lru_cache(maxsize=8)
def read_vocabulary(pack: LanguagePack) -> Vocabulary:
    """The date words of a pack. Words are lower-cased; a pack without a [dates] section knows figures only."""
    section = pack.table("dates")
    tables = {key: value for key, value in section.items() if isinstance(value, dict)}
    lists = {key: tuple(value) for key, value in section.items() if isinstance(value, list)}
    months, ordinals, numbers = (_numbered(tables.get(key, {})) for key in ("months", "ordinals", "numbers"))
    weekdays = {word.lower(): int(number) for number, words in tables.get("weekdays", {}).items() for word in words}
    endings = alternatives(tables.get("ordinal_ending", {}).get("any", ()))
    spelled = alternatives(word for word, number in ordinals.items() if number > 0)
    meeting = alternatives(lists.get("meeting", ()))
    month = alternatives(months)
    parts = {
        "month": month,
        "full_month": alternatives(tables.get("month_names", {}).get("full", ())),
        "weekday": alternatives(weekdays),
        "long_weekday": alternatives(word for word in weekdays if len(word) > 5),
        "day_number": rf"(?:{DAY}(?!\d){endings}?|{spelled})",
        "ordinal_end": endings,
        "ordinal": alternatives(word for word, number in ordinals.items() if number <= 5),
        "final": alternatives(word for word, number in ordinals.items() if number < 0),
        "number": rf"(?P<n>\d{{1,3}}|{alternatives(numbers)})",
        "figure_week": _WEEK,
        "figure_year": FOUR,
        "meeting_word": rf"(?:[\w-]{{0,30}}{meeting})",
        "weekday_lead": alternatives(tables.get("weekday_alone", {}).get("leads", ())),
    }
    parts["year"] = f"(?:{_year_part(month, lists)})?"
    parts["short_year"] = f"(?:{_year_part(month, lists)}{_SHORT_YEAR})?"
    hint = _hint(lists, tables, (*months, *weekdays))
    month_first, dotted_days = bool(section.get("month_first")), bool(section.get("dotted_days"))
    return Vocabulary(lists, tables, months, weekdays, ordinals, numbers, parts, hint, month_first, dotted_days)


def _numbered(table: Mapping[str, Any]) -> dict[str, int]:
    return {str(word).lower(): int(number) for word, number in table.items()}


def _year_part(month: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    """The year after a day or month: ", 2026", "-26", "'26", " nästa år" (groups y4, y2, yw)."""
    word = alternatives(lists.get("year_word", ()))
    relative = alternatives(word for key in ("this_year", "next_year", "last_year") for word in lists.get(key, ()))
    return (
        rf"(?:(?:\s*[,/-])?\s*(?:{word}\s+)?(?:\(\s*)?(?P<y4>{FOUR})(?:\s*\))?(?![\d:]|-\d|\s?%)"
        rf"|(?:\s*[-/]\s?|\s*'|\s+'\s?)(?P<y2>\d\d)(?!\d|[-/:.]\d|\s*{month}(?!\w))"
        rf"|\s+(?P<yw>{relative})(?!\w))"
    )


def _hint(lists: Mapping[str, tuple[str, ...]], tables: Mapping[str, Mapping[str, Any]], words: tuple[str, ...]) -> re.Pattern[str]:
    """Most sentences hold neither a figure nor one of these words and are done at once."""
    named = [word for key in _HINTS for word in lists.get(key, ())]
    halves = [table for key in ("seasons", "terms", "holidays") for table in tables.get(key, {}).values()]
    listed = [word for table in halves for part in _WORDED for word in table.get(part, ())]
    gone = tables.get("weekday_alone", {}).get("gone", ())
    return re.compile(rf"\d|(?<!\w){alternatives((*named, *listed, *gone, *words))}", re.IGNORECASE)


def number_of(words: Vocabulary, written: str) -> int:
    """The number that a figure or a number word writes."""
    return int(written) if written.isdigit() else words.numbers[" ".join(written.lower().split())]


def day_of(words: Vocabulary, written: str) -> int:
    """The number of a day as written: "7", "7:e", "sjunde"; 0 where it is none."""
    digits = re.match(r"\d+", written)
    return int(digits[0]) if digits else words.ordinals.get(" ".join(written.lower().split()), 0)

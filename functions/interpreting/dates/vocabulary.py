"""The pack's date words as regular-expression parts and look-up tables, made once for each pack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from functions.languages.pack import LanguagePack

_NOTHING = r"(?!)"  # a pack that lacks a word list matches nothing there
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
# A soft hyphen is inside a word: "maj\u00adoriteten" has no month in it.
_FOLDS = {**_DASHES, **_SPACES, ord("’"): "'", 0xAD: "_"}

_WORDED = ("names", "this", "gone", "bare")
# Every expression without a figure holds one of these words, or a month, weekday, season, term or holiday.
_HINTS = (
    "fuzzy", "fuzzy_days", "next", "this", "last", "in_time", "within", "ago_start", "from_meeting", "this_year", "next_year", "last_year", "year_unit", "term_unit",
    "month_unit", "week_unit", "quarter_unit", "half_year_unit", "year_turn", "half_year_turn", "month_turn", "weekend", "some_meeting", "tomorrow", "day_after_tomorrow",
    "yesterday", "today_idiom", "month_meeting",
)  # fmt: skip

DAY = r"(?:3[01]|[12]\d|0?[1-9])"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A pack's [dates] section. lists: key → words; tables: key → table; months, weekdays, ordinals, numbers: lower-case word → number."""

    lists: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, Mapping[str, Any]]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    ordinals: Mapping[str, int]
    numbers: Mapping[str, int]
    month: str
    full_month: str
    weekday: str
    day_number: str
    hint: re.Pattern[str]
    parts: dict[tuple[str, ...], str] = field(default_factory=dict, compare=False, repr=False)

    def any_of(self, *keys: str) -> str:
        """A regex part that matches one of the words under the keys (made once)."""
        part = self.parts.get(keys)
        if part is None:
            part = self.parts[keys] = alternatives(word for key in keys for word in self.lists.get(key, ()))
        return part


def fold(text: str) -> str:
    """The text with every dash as "-" and every space kind as " ", position for position."""
    return text.translate(_FOLDS)


def alternatives(words: Iterable[str]) -> str:
    """A regex part for whole words, the longest first; a space stands for any white space."""
    return _alternatives(tuple(words))


@lru_cache(maxsize=1024)
def _alternatives(words: tuple[str, ...]) -> str:
    chosen = sorted({word.lower() for word in words}, key=lambda word: (-len(word), word))
    if not chosen:
        return _NOTHING
    return "(?:" + "|".join(r"\s+".join(map(re.escape, word.split())) for word in chosen) + ")"


@lru_cache(maxsize=8)
def read_vocabulary(pack: LanguagePack) -> Vocabulary:
    """The date words of a pack. Words are lower-cased; a pack without a [dates] section knows figures only."""
    section = pack.table("dates")
    tables = {key: value for key, value in section.items() if isinstance(value, dict)}
    lists = {key: tuple(value) for key, value in section.items() if isinstance(value, list)}
    months = {str(word).lower(): int(number) for word, number in tables.get("months", {}).items()}
    weekdays = {word.lower(): int(number) for number, words in tables.get("weekdays", {}).items() for word in words}
    ordinals = {str(word).lower(): int(number) for word, number in tables.get("ordinals", {}).items()}
    numbers = {str(word).lower(): int(number) for word, number in tables.get("numbers", {}).items()}
    endings = alternatives(tables.get("ordinal_ending", {}).get("any", ()))
    spelled = alternatives(word for word, number in ordinals.items() if number > 0)
    return Vocabulary(
        lists=lists,
        tables=tables,
        months=months,
        weekdays=weekdays,
        ordinals=ordinals,
        numbers=numbers,
        month=alternatives(months),
        full_month=alternatives(tables.get("month_names", {}).get("full", ())),
        weekday=alternatives(weekdays),
        day_number=rf"(?:{DAY}(?!\d){endings}?|{spelled})",
        hint=_hint(lists, tables, (*months, *weekdays)),
    )


def _hint(lists: Mapping[str, tuple[str, ...]], tables: Mapping[str, Mapping[str, Any]], words: tuple[str, ...]) -> re.Pattern[str]:
    """Matches where a text can name a date at all: most sentences hold neither a figure nor one of these words and are done at once."""
    named = [word for key in _HINTS for word in lists.get(key, ())]
    listed = [word for key in ("seasons", "terms", "holidays") for table in tables.get(key, {}).values() for part in _WORDED for word in table.get(part, ())]
    gone = tables.get("weekday_alone", {}).get("gone", ())
    return re.compile(rf"\d|(?<!\w){alternatives((*named, *listed, *gone, *words))}", re.IGNORECASE)


def day_of(words: Vocabulary, written: str) -> int:
    """The number of a day as written: "7", "7:e", "sjunde"; 0 where it is none."""
    digits = re.match(r"\d+", written)
    return int(digits[0]) if digits else words.ordinals.get(" ".join(written.lower().split()), 0)

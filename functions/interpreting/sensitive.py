"""Keeps personal identity numbers and reasons for absence out of everything that leaves the file."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar, cast

from functions.languages import LanguagePack
from functions.model.minutes import WITHHELD, Decision, Minutes, Quote

_NUMBER = re.compile(r"(?<![\d-])(19|20)?(\d{2})(\d{2})(\d{2})\s?([-+–]?)\s?(\d{4})(?![\d-])")
_MARKS = frozenset({"id", "fingerprint", "decision"})
"""Fields that hold hashes of ours: figures in them that happen to look like an identity number are none."""
T = TypeVar("T")


def is_sensitive(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text holds a personal identity or coordination number, or says that a person is ill or away for other private reasons."""
    return bool(_numbers(text)) or bool(_reasons(pack).search(text)) or any(pattern.search(text) for pattern in _about_a_person(pack))


def _numbers(text: str) -> list[str]:
    return [m[0] for m in _NUMBER.finditer(text) if _is_identity(m)]


def _is_identity(match: re.Match[str]) -> bool:
    """A date in its first six figures (day + 60 for a coordination number), and written as such a number: with its hyphen or its century.

    Ten bare figures need the check figure by Luhn's rule too; a number with a slip of the pen must not get out, so the others do not.
    """
    century, year, month, day, hyphen, last = match.groups()
    number = int(day) - 60 if int(day) > 60 else int(day)
    try:
        date(2000 + int(year), int(month), number)
    except ValueError:
        return False
    if hyphen or century:
        return True
    digits = [int(c) for c in year + month + day + last]
    total = sum(sum(divmod(d * (2 - n % 2), 10)) for n, d in enumerate(digits))
    return total % 10 == 0


@lru_cache(maxsize=8)
def _reasons(pack: LanguagePack) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(pack.words("sensitive", "reasons"), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) if words else re.compile(r"(?!)")


@lru_cache(maxsize=8)
def _about_a_person(pack: LanguagePack) -> tuple[re.Pattern[str], ...]:
    """Health said of one person. A councils' matter is health too, so that the words alone do not tell: "cellgiftsbehandling" is, "Lenas
    cellgiftsbehandling" is not; and "patienten Bo Alm" never is.
    """
    states = "|".join(re.escape(word) for word in pack.words("sensitive", "states")) or "(?!)"
    illness = "|".join(re.escape(word) for word in pack.words("sensitive", "illness")) or "(?!)"
    owners = "|".join(re.escape(word) for word in pack.words("sensitive", "owners")) or "(?!)"
    being = "|".join(re.escape(word) for word in pack.words("sensitive", "being")) or "(?!)"
    patient = "|".join(re.escape(word) for word in pack.words("sensitive", "patient")) or "(?!)"
    name = r"[A-ZÅÄÖ][a-zåäöé]+"
    return (
        re.compile(rf"(?<!\w)(?:{name}s|(?i:{owners}))\s+(?:\w+\s+)?(?i:{illness})\w*"),
        re.compile(rf"(?<!\w){name}(?:\s+{name})?\s*[(,–—-]\s*(?:\w+\s+){{0,3}}(?i:{states})(?!\w)"),
        re.compile(rf"(?<!\w){name}[^.;]{{0,40}}?(?<!\w)(?i:{being})\s+(?:\w+\s+)?(?i:{states}|{illness})(?!\w)"),
        re.compile(rf"(?<!\w)(?i:{patient})\s+{name}\s+{name}"),
    )


def withhold(minutes: Minutes, *, pack: LanguagePack) -> Minutes:
    """The same facts with every sensitive text replaced and every sensitive quotation without its words."""
    return cast(Minutes, _clean(minutes, pack))


def _clean(value: Any, pack: LanguagePack) -> Any:
    if isinstance(value, Quote):
        return replace(value, text=None) if value.text is not None and is_sensitive(value.text, pack=pack) else value
    if isinstance(value, str):
        return WITHHELD if len(value) > 3 and is_sensitive(value, pack=pack) else value
    if isinstance(value, tuple):
        return tuple(_clean(entry, pack) for entry in value)
    if isinstance(value, dict):
        return {key: _clean(entry, pack) for key, entry in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        marks = _MARKS | {"actions"} if isinstance(value, Decision) else _MARKS
        told = [f.name for f in fields(value) if f.name not in marks]
        changes = {name: new for name in told if (new := _clean(old := getattr(value, name), pack)) is not old and new != old}
        return replace(value, **changes) if changes else value
    return value

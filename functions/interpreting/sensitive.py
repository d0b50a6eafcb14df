"""Keeps personal identity numbers and reasons for absence out of everything that leaves the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar, cast

from functions.interpreting.phrases import LOWER, UPPER, phrase
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


def _reasons(pack: LanguagePack) -> re.Pattern[str]:
    return phrase(pack, r"(?<![\w-])<<sensitive.reasons>>(?![\w-])")


@lru_cache(maxsize=8)
def _about_a_person(pack: LanguagePack) -> tuple[re.Pattern[str], ...]:
    """Health said of one person. A councils' matter is health too, so that the words alone do not tell: "cellgiftsbehandling" is, "Lenas
    cellgiftsbehandling" is not; and "patienten Bo Alm" never is.
    """
    states, illness, name = "(?i:<<sensitive.states>>)", "(?i:<<sensitive.illness>>)", rf"[{UPPER}][{LOWER}]+"
    templates = (
        rf"(?<!\w)(?:{name}['’]?s|(?i:<<sensitive.owners>>))\s+(?:\w+\s+)?{illness}\w*",
        rf"(?<!\w){name}(?:\s+{name})?\s*[(,–—-]\s*(?:\w+\s+){{0,3}}{states}(?!\w)",
        rf"(?<!\w){name}[^.;]{{0,40}}?(?<!\w)(?i:<<sensitive.being>>)\s+(?:\w+\s+)?(?i:<<sensitive.states|sensitive.illness>>)(?!\w)",
        rf"(?<!\w)(?:(?i:<<sensitive.patient>>)|<<sensitive.patient_as_written>>)\s+{name}\s+{name}",
    )
    return tuple(phrase(pack, template, case=True) for template in templates)


def withhold(minutes: Minutes, *, pack: LanguagePack) -> Minutes:
    """The same facts with every sensitive text replaced and every sensitive quotation without its words."""
    known: dict[str, bool] = {}  # the same words stand in many fields and quotations

    def told(text: str) -> bool:
        if text not in known:
            known[text] = is_sensitive(text, pack=pack)
        return known[text]

    return cast(Minutes, _clean(minutes, told))


def _clean(value: Any, told: Callable[[str], bool]) -> Any:
    if isinstance(value, Quote):
        return replace(value, text=None) if value.text is not None and told(value.text) else value
    if isinstance(value, str):
        return WITHHELD if len(value) > 3 and told(value) else value
    if isinstance(value, tuple):
        return tuple(_clean(entry, told) for entry in value)
    if isinstance(value, dict):
        return {key: _clean(entry, told) for key, entry in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        marks = _MARKS | {"actions"} if isinstance(value, Decision) else _MARKS
        names = [f.name for f in fields(value) if f.name not in marks]
        changes = {name: new for name in names if (new := _clean(old := getattr(value, name), told)) is not old and new != old}
        return replace(value, **changes) if changes else value
    return value

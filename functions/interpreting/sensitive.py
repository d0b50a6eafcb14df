"""Keeps personal identity numbers and reasons for absence out of everything that leaves the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar, cast

from functions.interpreting.identity_numbers import holds_number
from functions.interpreting.phrases import LOWER, UPPER, alternatives, compile_phrase, phrase
from functions.languages import LanguagePack
from functions.model.minutes import WITHHELD, Decision, Minutes, Person, Quote

_MARKS = frozenset({"id", "fingerprint", "decision"})
"""Fields that hold hashes of ours: figures in them that happen to look like an identity number are none."""
T = TypeVar("T")


_NAMED = "\uf8ff"
"""Stands for a given name that the document knows and the pack does not: what is said of somebody is looked for by one pattern for all documents."""

# A known given name, a given name with a surname, any two names, or the letters of one; a pronoun.
_SOMEBODY = (
    rf"(?:(?:<<names.given_names>>|{_NAMED})(?:['’]?s)?(?:\s+[{UPPER}][{LOWER}-]+)?|[{UPPER}][{LOWER}-]+\s+[{UPPER}][{LOWER}-]+|[{UPPER}]{{2,3}})"
)


def is_sensitive(text: str, *, pack: LanguagePack, names: tuple[str, ...] = ()) -> bool:
    """Whether a text holds a personal identity or coordination number, or says that a person is ill or away for other private reasons.

    names: given names that the document knows beside those of the pack.
    """
    if holds_number(text, pack=pack) or _reasons(pack).search(text) or _tells_of_a_person(text, pack=pack):
        return True
    known = _any_of(names).sub(_NAMED, text) if names else text
    return known != text and _tells_of_a_person(known, pack=pack)


def _reasons(pack: LanguagePack) -> re.Pattern[str]:
    return phrase(pack, r"(?<![\w-])<<sensitive.reasons>>(?![\w-])")


def _tells_of_a_person(text: str, *, pack: LanguagePack) -> bool:
    return any(pattern.search(text) for pattern in _about_a_person(pack))


@lru_cache(maxsize=32)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(names)}")


@lru_cache(maxsize=8)
def _about_a_person(pack: LanguagePack) -> tuple[re.Pattern[str], ...]:
    """Health said of one person. A councils' matter is health too, so that the words alone do not tell: "cellgiftsbehandling" is, "Lenas
    cellgiftsbehandling" is not; and "patienten Bo Alm" never is.
    """
    states, illness, name = "(?i:<<sensitive.states>>)", "(?i:<<sensitive.illness>>)", rf"[{UPPER}][{LOWER}]+"
    # "The patient Bo Alm", but "The Patient Voice Group".
    patient = alternatives(form for word in pack.words("sensitive", "patient") for form in (word, word[:1].upper() + word[1:]))
    degree = r"(?:(?i:<<sensitive.degrees>>)\s+){0,2}"
    templates = (
        rf"(?<!\w)(?:{name}['’]?s|(?i:<<sensitive.owners>>))\s+(?:\w+\s+)?{illness}\w*",
        r"(?<!\w)(?i:<<sensitive.own>>)\s+(?i:<<sensitive.own_illness>>)",
        rf"(?<!\w){_SOMEBODY}\s*[(,:–—-]\s*{degree}{states}(?!\w)",
        rf"(?<!\w)(?:{_SOMEBODY}|(?i:<<sensitive.pronouns>>))[^.;]{{0,40}}?(?<!\w)(?i:<<sensitive.being>>)\s+{degree}(?i:<<sensitive.states|sensitive.illness>>)(?!\w)"
        r"(?!\s+(?i:<<sensitive.as_work>>))",
        rf"(?<!\w)(?:{_SOMEBODY}|(?i:<<sensitive.pronouns>>))[^.;]{{0,30}}?(?<!\w)(?i:<<sensitive.acts>>)(?!\w)",
        rf"(?<!\w)(?:{patient}|<<sensitive.patient_as_written>>)\s+{_SOMEBODY}",
        rf"(?<!\w)(?i:<<sensitive.patient|sensitive.patient_as_written>>)\s+[{UPPER}]\.\s?[{UPPER}]\.",
    )
    return tuple(compile_phrase(pack, template, case=True) for template in templates)


def withhold(minutes: Minutes, *, pack: LanguagePack) -> Minutes:
    """The same facts with every sensitive text replaced and every sensitive quotation without its words."""
    known: dict[str, bool] = {}  # the same words stand in many fields and quotations
    names = given_names_in(minutes.people, pack=pack)

    def told(text: str) -> bool:
        if text not in known:
            known[text] = is_sensitive(text, pack=pack, names=names)
        return known[text]

    return cast(Minutes, _clean(minutes, told))


def given_names_in(people: Iterable[Person], *, pack: LanguagePack) -> tuple[str, ...]:
    """The given names of some people that the pack does not know."""
    usual = frozenset(pack.words("names", "given_names"))
    return tuple(sorted({person.name.split()[0] for person in people if len(person.name.split()) > 1} - usual))


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

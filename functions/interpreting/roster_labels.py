"""What the label above or before a list of people says of them: told by its words, since every council has a wording of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from functions.interpreting.phrases import phrase
from functions.interpreting.roster_names import is_organisation_word
from functions.languages import LanguagePack

_BRACKETS = re.compile(r"\(([^()]*)\)")
_WORD = re.compile(r"[\w-]+")
_KINDS = ("absent", "away", "guest", "adjunct", "others", "present", "parties", "remote")
_LONGEST = 9
_POINTS = r"[\s,(]+<<roster.items_words>>\.?\s*\d+(?:\s*(?:,|-|–|<<grammar.and>>)\s*§?\s*\d+)*\)?\s*:?\s*$"
_AWAY = (
    r"\b<<roster.labels.not>>\s+(?!<<roster.labels.no_vote>>\b)\w"
    r"|\b<<roster.labels.cannot|roster.labels.came>>\s+(?:\w+\s+)?<<roster.labels.not>>(?!\w)"
)


@dataclass(frozen=True, slots=True)
class ListLabel:
    """kind: a name of the pack's [sections]; sure: its words alone say that people follow, else names must be seen behind it.

    parties: the voice of somebody; others: there by their office, neither members nor guests; partial, remote: what it says of all on the list.
    """

    kind: str
    sure: bool
    others: bool = False
    partial: bool = False
    remote: bool = False
    parties: bool = False


@lru_cache(maxsize=4096)
def list_label(text: str, *, pack: LanguagePack) -> ListLabel | None:
    """What a label says, without its colon ("Närvarande från Norra länet"); None where any word of it is none of a label's.

    The points that it names at its end ("Gäst under punkt 4") are none of its words.
    """
    if not 0 < len(text) <= 90:
        return None
    scope = phrase(pack, _POINTS).search(text)
    if scope is not None and (whole := list_label(text[: scope.start()], pack=pack)) is not None:
        return replace(whole, sure=False, partial=whole.partial or whole.kind == "present")
    if re.search(r"[.!?;:]\s", text):
        return None
    inner = " ".join(_BRACKETS.findall(text))
    bare = _BRACKETS.sub(" ", text).strip(" \t:.–-*")
    words = _WORD.findall(bare)
    if not 0 < len(words) <= _LONGEST or re.search(r"\d{2}", bare):
        return None
    told = [_classes(word.casefold(), pack) for word in words]
    known = [
        bool(found) or _is_proper(word, first=not at, genitive=len(words) > 1, pack=pack)
        for at, (word, found) in enumerate(zip(words, told, strict=True))
    ]
    has = {kind for found in told for kind in found}
    folded = " ".join(words).casefold()
    flags = f"{folded} {inner.casefold()}"
    part = bool(phrase(pack, r"\b<<roster.labels.part>>\b").search(flags))
    if phrase(pack, r"<<roster.labels.not>>").fullmatch(folded):
        return ListLabel("absent", sure=False)
    if not all(known) or not (has & {*_KINDS, "cannot"} or part):
        return None
    away = phrase(pack, _AWAY).search(flags)
    if {"absent", "present"} <= has and phrase(pack, r"\w+\s*(?:/|\s<<grammar.or|grammar.and>>\s)\s*\w+").fullmatch(bare):
        return ListLabel("present", sure=True)  # "Närvarande / frånvarande": what stands by each person tells
    if has & {"absent", "away"} or (away and has & {"present", "cannot", "remote", "parties"}):
        kind = "absent"
    elif "cannot" in has and not has & set(_KINDS):
        return None
    else:
        kind = next((k for k in _KINDS if k in has), "present")
    plain = all("filler" in found or set(found) & {*_KINDS, "cannot"} for found in told)
    others = kind == "others" or bool(phrase(pack, r"\b<<roster.labels.no_right>>\b").search(flags))
    return ListLabel(
        "guest" if others and kind in ("others", "present") else "present" if kind in ("parties", "remote") else kind,
        sure=plain and bool(phrase(pack, r"\b<<roster.labels.attending>>\b").search(folded) or (kind == "absent" and "away" not in has)),
        others=others,
        partial=part,
        parties="parties" in has,
        remote=bool(phrase(pack, r"\b<<roster.labels.remote>>\b").search(flags)) and kind != "absent",
    )


@lru_cache(maxsize=4096)
def _classes(word: str, pack: LanguagePack) -> tuple[str, ...]:
    """Which lists of the pack's [roster.labels] a word stands in."""
    return tuple(kind for kind in (*_KINDS, "cannot", "filler") if phrase(pack, f"<<roster.labels.{kind}>>").fullmatch(word))


def _is_proper(word: str, *, first: bool, genitive: bool, pack: LanguagePack) -> bool:
    """Whether a word behind the first names whose people they are ("från Norra länet")."""
    return is_organisation_word(word.casefold(), pack=pack) or (
        word[:1].isupper() and not word.isdigit() and (not first or (genitive and word.endswith("s")))
    )

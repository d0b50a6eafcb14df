"""Who "we" are in these minutes: the words and acronyms by which the text names its own body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from functions.interpreting.phrases import UPPER, alternatives, phrase, written
from functions.languages import LanguagePack

_ACRONYM = rf"[{UPPER}]{{2,6}}"
# Letters of a compound's shortest part.
_PART = 4


@dataclass(frozen=True, slots=True)
class OwnBody:
    """The own body's names.

    words: folded nouns and names; acronyms: capitals that mean it when no other name follows; qualifier: "onkologi" of "Samordningsråd onkologi".
    """

    name: str | None
    words: tuple[str, ...]
    acronyms: tuple[str, ...]
    qualifier: str | None

    def opens(self, text: str) -> bool:
        """Whether a sentence begins with the own body."""
        return _compiled(self, "{}").match(text) is not None

    def is_called(self, name: str) -> bool:
        """Whether a name is the own body's, and no more."""
        return _compiled(self, "{}").fullmatch(name) is not None

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """The places where the own body is named."""
        return _compiled(self, _WHOLE).finditer(text)

    def first_in(self, text: str, at: int) -> re.Match[str] | None:
        """The first place, from one on, where the own body is named."""
        return _compiled(self, _WHOLE).search(text, at)

    def follows(self, text: str, at: int) -> bool:
        """Whether the own body is the next word from a place on."""
        return _compiled(self, r"\s+{}(?!\w)").match(text, at) is not None

    def pattern(self) -> str:
        """A regular expression (for re.IGNORECASE-free use) that matches the own body as a subject."""
        return _pattern_of(self)


_WHOLE = r"(?<![\w-]){}(?!\w)"


@lru_cache(maxsize=64)
def _pattern_of(own: OwnBody) -> str:
    words = sorted(own.words, key=len, reverse=True)
    folded = "|".join(rf"[{re.escape(w[0].upper() + w[0].lower())}]{re.escape(w[1:])}" for w in words if w)
    parts = [folded] if folded else []
    for acronym in own.acronyms:
        qualifier = rf"(?:\s+{re.escape(own.qualifier)})?" if own.qualifier else ""
        parts.append(rf"{re.escape(acronym)}(?:s)?{qualifier}")
    return "(?:" + "|".join(parts) + ")"


@lru_cache(maxsize=64)
def _compiled(own: OwnBody, around: str) -> re.Pattern[str]:
    return re.compile(around.replace("{}", own.pattern()))


def _named_words(name: str, *, pack: LanguagePack) -> tuple[list[str], bool]:
    """The words that mean this body because its name holds them, and whether it tells what sort of body it is.

    "sektionen", and "personalsektionen" too, for Personalsektionen i Norra länet; "läkemedelsrådet" and "rådet" for Läkemedelsråd Nord.
    """
    found: list[str] = []
    definite = pack.table("bodies", "definites")
    whose = phrase(pack, r"([\w-]+)s\s+(?:<<kind.meetings>>)\s*").fullmatch(name.casefold())  # "Patientnämndens sammanträde"
    for part in [*re.findall(r"[\w-]+", name.casefold()), *([whose[1]] if whose is not None else [])]:
        for stem, ending in definite.items():
            if part.endswith((stem, ending)):
                whole = part if part.endswith(ending) else part.removesuffix(stem) + ending
                found += [whole, ending, *_ends_of(whole, ending)]
                break
    by_name = [
        word for word, cues in pack.table("bodies", "own_by_name").items() if phrase(pack, alternatives(f"*{cue}*" for cue in cues)).search(name)
    ]
    return [*found, *by_name], bool(found)


def _ends_of(whole: str, ending: str) -> list[str]:
    """What a long compound is called for short: "förvaltningsgruppen" of "systemförvaltningsgruppen", whatever its parts are."""
    return [whole[at:] for at in range(_PART, len(whole) - len(ending) - _PART + 1)]


def find_own_body(name: str | None, texts: Iterable[str], *, pack: LanguagePack) -> OwnBody:
    """Tell the own body's words from its name and from which acronym most often decides, nominates or takes on tasks."""
    words = [w.casefold() for w in pack.words("bodies", "own_words")]
    acronyms: list[str] = []
    qualifier = None
    named, sort = _named_words(name, pack=pack) if name else ([], False)
    words += named
    if not sort:  # "Föreningen Bäcken": its board, its committee
        others = phrase(pack, r"<<decisions.other_bodies>>")
        unnamed = pack.words("bodies", "own_if_unnamed")
        words += [word for word in unnamed if not name or others.fullmatch(word) is None]  # "nämnden" is another body in minutes of "EHT"
        acronyms += pack.table("bodies", "acronyms") if not name else ()
    if name:
        words.append(name.casefold())
        first, _, rest = name.partition(" ")
        qualifier = phrase(pack, r"^<<bodies.no_initial>>\s+").sub("", rest.strip()) or None
        for code, noun in pack.table("bodies", "acronyms").items():
            if phrase(pack, rf"{written(noun)}\w{{0,2}}(?!\w)").match(name):
                acronyms.append(code)
        if re.fullmatch(_ACRONYM, first):  # "RPO Hud"
            acronyms.append(first)
        initials = "".join(
            w[0] for w in re.split(r"[\s-]+", name) if w[:1].isalpha() and w.casefold() not in pack.words("bodies", "no_initial")
        ).upper()
        if len(initials) >= 3:
            acronyms.append(initials)
    decides = phrase(pack, rf"(?:^|[.!?:]\s+|\n)({_ACRONYM})\s+<<bodies.subject_verbs>>\b", case=True)
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(m[1] for m in decides.finditer(text))
    common = counted.most_common(1)
    if common and common[0][1] >= 2 and common[0][0] not in acronyms:
        acronyms.append(common[0][0])
    return OwnBody(name, tuple(dict.fromkeys(words)), tuple(dict.fromkeys(acronyms)), qualifier)

"""Whether a text tells that something is done: by a word for it, by a verb of what happened, by a note without a verb; not where it is denied."""

from __future__ import annotations

import re

from functions.interpreting.phrases import LOWER, UPPER, phrase, words_of
from functions.languages import LanguagePack

# "Bo har tillskrivit nämnden": done, unless it was only begun or planned.
_PERFECT = r"\b<<follow_ups.have>>\s+(?:<<follow_ups.since>>\s+)?(?!<<follow_ups.not_finished>>\b)<<follow_ups.finished>>\b"
# The same with the doer behind "har" ("Därmed har Bo skickat listan", "det har nu också Cia gjort").
_TURNED = (
    rf"\b<<follow_ups.have>>\s+(?:<<follow_ups.since>>\s+){{0,2}}(?:[{UPPER}][\w-]*\s+(?:<<grammar.and>>\s+)?){{1,4}}(?:<<follow_ups.since>>\s+)?"
    r"(?!<<follow_ups.not_finished>>\b)<<follow_ups.finished>>\b"
)
# "Rampen är lagad", "mejlet skickades", and without a verb before it at the start of what is said: "Äskande: inlämnat 18/3", "Kontaktade, ja".
# Before a colon it may be the noun that something is told of ("Transport: bokas i maj"), unless the answer stands behind it ("Kontaktade: ja").
_RESULT = r"\b<<follow_ups.became>>\s+(?:\w+\s+){0,2}?(?!<<follow_ups.not_participles>>\b)<<follow_ups.participles>>\b"
_HAPPENED = r"\b(?!<<follow_ups.talked>>\b)<<follow_ups.happened>>\b"
_BARE = (
    r"(?:^|[:|–→,.(]\s*|\s[-–]\s)(?:<<follow_ups.since>>\s+|<<follow_ups.whole>>\s+){0,2}"
    r"(?!<<follow_ups.not_participles>>\b)<<follow_ups.participles>>(?=\s*(?:$|[.,;!()]|:\s*(?:$|\d|<<follow_ups.yes|follow_ups.when>>(?!\w))|<<follow_ups.when>>(?!\w)|\d))"
)
_DID = rf"(?:^|[:|–→(]\s*)(?:[{UPPER}][\w-]*[ .]+){{1,3}}(?!<<follow_ups.talked>>\b)[{LOWER}]+<<follow_ups.past_endings>>\b"
# "Bytt leverantör", "Fått svar": what has been done, at the start of what is said.
_FIRST = r"^(?!<<follow_ups.not_participles|follow_ups.not_finished>>\b)<<follow_ups.first_supines>>\s+\w{2}"
# "Om filmen är inspelad", "När planen är klar skickas den": not yet, unless it has happened now ("När Bo nu har skrivit …").
_CONDITION = r"^(?:<<follow_ups.conditions>>)\s(?!(?:[^.,;]{0,40}\s)?<<follow_ups.by_now>>\s<<follow_ups.have>>\b)"
# "Pegeln vid bron lagad", "Mätningen gjord": a note without a verb, about a thing that is known.
_NOTED = (
    r"^(?!.*\b<<follow_ups.finite>>\b)(?:(?:[^.;:]*\s)?\w+<<follow_ups.definite_endings>>\s(?:\w+\s){0,3}?|\w{4,}\s(?:\w+\s)?)"
    r"(?!<<follow_ups.not_participles>>\b)<<follow_ups.participles>>(?=\s*(?:$|[.,;()]|<<follow_ups.when>>(?!\w)|\d))"
)
# "Skylten: ja, i går".
_YES = r"[:|–→-]\s+<<follow_ups.yes>>\s*(?:$|[,.!;])"
# "räknar med att ha den klar", "det stämmer inte att den är skickad".
_COUNTED_ON = r"(?<!\w)<<follow_ups.counted_on>>(?!\w)[^.;!?]*"
# "klart senast 1 maj", "färdig till nästa möte".
_LIMITED = r"\b<<follow_ups.ready>>\s+(?:\w+\s+)?<<follow_ups.by_when>>\b"
_ALMOST = r"\b<<follow_ups.not_quite>>$"
# "är i princip skickad".
_ALMOST_WITHIN = r"<<follow_ups.became>>\s+<<follow_ups.nearly>>\s"
_ALMOST_BEFORE = 3
_DENIED_BEFORE = 2
_DENIED_WITHIN = 4


def tells_done(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text tells that something is done, and does not only suppose or deny it."""
    said = without_counted_on(words_of(pack, "follow_ups", "reminders").sub(" ", text), pack=pack)
    return (_affirmed(said.casefold(), pack=pack) or _told_done(said, pack=pack)) and not is_hedged(text, pack=pack)


def without_counted_on(text: str, *, pack: LanguagePack) -> str:
    """A text without what it says is only counted on, or not so."""
    return phrase(pack, _COUNTED_ON).sub(" ", text)


def is_to_be_ready(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text says by when something is to be done ("klart senast 1 maj")."""
    return phrase(pack, _LIMITED).search(text) is not None


def is_hedged(text: str, *, pack: LanguagePack) -> bool:
    """Whether what a text tells to be done is only supposed, wished or asked ("Om filmen är inspelad", "borde ha skickats")."""
    sentences = [one.strip() for one in re.split(r"(?<=[.!?;])\s+|:\s", text.casefold()) if one.strip()]
    supposed = phrase(pack, _CONDITION)
    wished = words_of(pack, "follow_ups", "supposed")
    return bool(sentences) and all(supposed.search(one) or wished.search(one) for one in sentences)


def _told_done(text: str, *, pack: LanguagePack) -> bool:
    folded = text.casefold()
    for template in (_PERFECT, _RESULT, _HAPPENED, _BARE, _FIRST, _NOTED, _YES):
        for match in phrase(pack, template).finditer(folded):
            note = template == _NOTED and any(words_of(pack, "follow_ups", key).search(match[0]) for key in ("not_done", "not_quite"))
            if not note and not _denied(folded, match.start(), match.end(), pack=pack):
                return True
    cased = (phrase(pack, template, case=True).search(text) for template in (_DID, _TURNED))
    return any(found is not None and not _denied(folded, found.start(), found.end(), pack=pack) for found in cased)


def _affirmed(folded: str, *, pack: LanguagePack) -> bool:
    """Whether a word for done stands there without a denial right before it."""
    return any(not _denied(folded, match.start(), match.end(), pack=pack) for match in words_of(pack, "follow_ups", "done").finditer(folded))


def _denied(folded: str, start: int, end: int, *, pack: LanguagePack) -> bool:
    denial = words_of(pack, "follow_ups", "not_done")
    earlier = re.split(r"[.;]", folded[max(0, start - 60) : start])[-1].split()
    before, nearly = " ".join(earlier[-_DENIED_BEFORE:]), " ".join(earlier[-_ALMOST_BEFORE:])
    within = phrase(pack, r"[.;,]|\s<<follow_ups.but>>\s").split(folded[start : end + 20])[0].split()[:_DENIED_WITHIN]
    if phrase(pack, _LIMITED).match(folded, start) or phrase(pack, _ALMOST).search(nearly) or phrase(pack, _ALMOST_WITHIN).match(folded, start, end):
        return True
    return denial.search(before) is not None or denial.search(" ".join(within)) is not None

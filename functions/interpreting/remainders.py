"""Whether a text tells that a part of a task is done and the rest of it is not."""

from __future__ import annotations

import re

from functions.interpreting.phrases import phrase, words_of
from functions.interpreting.results import tells_done, without_counted_on
from functions.languages import LanguagePack

# "två av tre", not "31 av 31".
_SOME_OF = r"\b(\d+|<<dates.numbers>>)\s+(?:[^\W\d_]{3,}\s+)?<<follow_ups.out_of>>\s+(?:<<follow_ups.whole>>\s+)?(?!\1\b)(?:\d+|<<dates.numbers>>)\b"
# "Bara två har svarat", not "Enkäten har gått ut, bara två frågor ströks".
_FEW = r"^\W*<<follow_ups.only>>\s+(?:\d+|<<dates.numbers|follow_ups.few>>)\b"
# "två av stränderna".
_SOME_OF_THEM = r"\b(?:\d+|<<dates.numbers>>)\s+<<follow_ups.out_of>>\s+(?:<<follow_ups.the_plural>>\s+)?\w+<<follow_ups.plural_endings>>\b"
# "Ranby klar, Torpa inte", "inspelad, ska klippas": the rest is not.
_REST = r",\s+(?:\w+\s+){0,2}<<follow_ups.not_done|follow_ups.left>>\s*(?:$|[.;])|,\s+(?:<<follow_ups.but>>\s+)?<<follow_ups.must>>\s+\w+s\b"
# "levererad, ej installerad", "slängda men inte beställda på nytt", "60 % klart": the rest is not done.
_NOT_ALL = (
    r"(?:,|;|\.|\s<<follow_ups.but>>)\s+(?:\w+\s+){0,2}<<follow_ups.denials>>\s+(?!<<follow_ups.present>>\b)(?:\w+\s+){0,2}?"
    r"<<follow_ups.when|follow_ups.participles>>\b"
)
_ANY_RESULT = r"\b(?:(?!<<follow_ups.not_participles>>\b)<<follow_ups.participles>>|<<follow_ups.ready>>)(?!\w)"
# "Norr är klar, Söder återstår", "Texten finns. Bilder saknas", "Ölme har svarat men inte Torpa": of the other thing it is said to remain.
_OTHER_LEFT = (
    r"^(?!(?:<<grammar.and|follow_ups.but>>\s+)?<<follow_ups.same_thing>>\b)(?:[\w-]+\s+){1,5}?(?:<<follow_ups.remaining>>(?!\w)|"
    r"<<follow_ups.have|follow_ups.became>>\s+(?:[\w-]+\s+)?<<follow_ups.denials>>\b(?!\s+<<follow_ups.present>>\b)|"
    r"<<follow_ups.denials|follow_ups.left_over>>\s*$|<<follow_ups.denials>>\s+<<follow_ups.participles>>(?!\w))"
    r"|^(?:<<follow_ups.but>>\s+)?<<follow_ups.denials>>\s+(?!<<follow_ups.present|follow_ups.when>>\b)[\w-]+$"
)
# "den andra görs i höst", "resten till våren".
_THE_REST = r"^(?:<<grammar.and|follow_ups.but>>\s+)?<<follow_ups.the_rest>>(?!\w)"
# "bara Näset kvar", "endast Dal återstår".
_ONLY_LEFT = r"\b<<follow_ups.only>>\s+(?:[\w-]+\s+){1,4}<<follow_ups.remaining|follow_ups.left_over>>(?!\w)"
_GIVEN = r"(?<!\w)<<follow_ups.part_given>>(?!\w)"
_CLAUSE = r"[.;,]\s+|\s(?=<<follow_ups.but>>\s)|\s<<follow_ups.while>>\s"
_LABEL = re.compile(r"^[^.;:,]{2,60}:\s+(?=\S)")
# "Ett utkast finns", "första versionen är klar", "Bo har ett utkast": written, and not yet what was asked for.
_DRAFTED = (
    r"(?<!\w)<<follow_ups.drafts>>\s+(?:[\w-]+\s+){0,3}?(?:<<follow_ups.there>>|<<follow_ups.ready>>)(?!\w)"
    r"|\b<<follow_ups.holds>>\s+(?:[\w-]+\s+)?<<follow_ups.drafts>>(?!\w)"
)


def tells_of_some(folded: str, *, pack: LanguagePack) -> bool:
    """Whether a folded text counts some of several ("två av tre"), of which something has come."""
    main = phrase(pack, r",\s+<<verbs.relative_clause>>\b").split(folded)[0]
    return any(phrase(pack, template).search(main) is not None for template in (_SOME_OF, _SOME_OF_THEM, _FEW))


def tells_result(folded: str, *, pack: LanguagePack) -> bool:
    """Whether a folded text holds a word for a result, be it denied or not."""
    return phrase(pack, _ANY_RESULT).search(folded) is not None


def leaves_rest(folded: str, *, pack: LanguagePack) -> bool:
    """Whether a folded text that tells something done leaves something of it ("levererad, ej installerad")."""
    return any(phrase(pack, template).search(folded) for template in (_REST, _NOT_ALL))


def is_divided(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text tells of one thing that it is done and of another that it is not, or that only something is left."""
    body = _LABEL.sub("", without_counted_on(text, pack=pack))
    if phrase(pack, _ONLY_LEFT).search(body) is not None:
        return True
    clauses = [clause.strip() for clause in phrase(pack, _CLAUSE).split(body) if clause and clause.strip()]
    left = [clause for clause in clauses if _is_left(clause.strip(" .;,"), pack=pack)]
    return bool(left) and any(_is_given(clause, pack=pack) for clause in clauses if clause not in left)


def is_drafted(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text tells that a draft is there, where the task was more than to draft it."""
    label = _LABEL.match(text)
    if label is not None and words_of(pack, "follow_ups", "drafts").search(label[0]) is not None:
        return False
    found = phrase(pack, _DRAFTED).search(text)
    return found is not None and words_of(pack, "follow_ups", "denials", "not_done", "yet_to_come").search(text[: found.end()]) is None


def _is_left(clause: str, *, pack: LanguagePack) -> bool:
    if phrase(pack, _THE_REST).search(clause) is not None:
        return not tells_done(clause, pack=pack)
    stays = words_of(pack, "follow_ups", "stays").search(clause) is not None
    return not stays and phrase(pack, _OTHER_LEFT).search(clause) is not None


def _is_given(clause: str, *, pack: LanguagePack) -> bool:
    denied = words_of(pack, "follow_ups", "not_done", "was_to").search(clause) is not None
    return not denied and (tells_done(clause, pack=pack) or tells_result(clause, pack=pack) or phrase(pack, _GIVEN).search(clause) is not None)

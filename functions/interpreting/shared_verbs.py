"""A verb said once for several people: "Rut tar lokalen, Stina maten", "Bo skriver inledningen, Cia resten"."""

from __future__ import annotations

from functions.interpreting.phrases import LOWER, UPPER, phrase
from functions.interpreting.subjects import Subject
from functions.languages import LanguagePack

_JOINED = r"(?:[,;]\s*(?:<<grammar.and>>\s+)?|\s<<grammar.and>>\s+)$"
_REST = rf"\s+([{LOWER}][\w-]*)((?:\s+[\w/§.-]+)*?)\s*(?=[,.;!]|$|\s<<grammar.and>>\s+[{UPPER}])"
_NO_THING = (
    r"(?:<<verbs.adverbs|verbs.subordinate|verbs.relatives|verbs.have_or_be|verbs.told|verbs.passive_modals|verbs.clause_openers>>"
    r"|<<grammar.negations|grammar.and|grammar.or|grammar.that|grammar.to_do|items.title_goes_on>>)"
)
_VERBAL = rf"[{LOWER}]+(?:<<verbs.task_present_endings|follow_ups.past_endings>>)"
_LONGEST = 8  # words


def gaps(text: str, start: int, subjects: list[Subject], *, pack: LanguagePack) -> list[tuple[Subject, int, bool]]:
    """The people behind a task of the sentence who do the same with another thing: who, where their part ends, and whether the thing is
    the first one's ("resten", "dem"). start: where the task's own subject stands."""
    found: list[tuple[Subject, int, bool]] = []
    if not pack.words("verbs", "task_present_endings"):
        return found  # a language whose verbs cannot be told by their endings
    for subject in subjects:
        if subject.group or subject.start <= start or not phrase(pack, _JOINED, case=True).search(text[: subject.start]):
            continue
        rest = phrase(pack, _REST, case=True).match(text, subject.end)
        if rest is None or len(rest[0].split()) > _LONGEST or _is_clause(rest[1], pack=pack):
            continue
        found.append((subject, rest.end(), phrase(pack, r"<<verbs.anaphora|verbs.the_rest>>").fullmatch(rest[1]) is not None))
    return found


def _is_clause(word: str, *, pack: LanguagePack) -> bool:
    """Whether the word behind a name is a verb, a preposition or a small word, and not the beginning of a thing."""
    return phrase(pack, _NO_THING).fullmatch(word) is not None or phrase(pack, _VERBAL, case=True).fullmatch(word) is not None

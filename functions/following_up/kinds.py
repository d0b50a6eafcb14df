"""What kind of deed a text promises, or tells done: by any verb of one kind ("hör med skolan" is kept by "har talat med skolan")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from functions.following_up.nearness import SEAMS, SENTENCE_END, report_of
from functions.following_up.verbs import is_strong_form, past_marks, present_marks, promised_verbs, without_aims
from functions.following_up.words import either, fold, kinship, pack_words

_TELLING = frozenset({"present", "inform"})
"""What is rather seen from the minutes than told by them: who was to do a thing and tell of it has, once they tell of it."""
_KEPT_BY: Mapping[str, tuple[str, ...]] = {
    "make": ("make", "send", "publish", "mount", "present", "decide"),
    "send": ("send",),
    "order": ("order", "publish", "mount", "present"),
    "look": ("look", "present"),
    "inform": ("inform", "contact", "send"),
    "contact": ("contact",),
    "apply": ("apply", "send"),
    "invite": ("invite", "hold"),
}
"""The kinds of deeds that keep a promise of another kind: what is sent was written."""
_WORD = re.compile(r"[^\W\d_]+")
_BEHIND = 4  # words behind a verb among which the small word of it stands
_HELPED = 3  # words between "har" and what was done
_SAME_WORD = 0.95
_HEADING = 3  # words of a heading before a sentence
_SHORT = 3  # letters that a stem is longer than, unless its verb is helped


@dataclass(frozen=True, slots=True)
class Told:
    """A clause that tells something done. label: what stands before it to name its matter; clause: up to the next verb; sentence: that holds it;
    kinds: of its deeds; verbs: the folded words that tell them; lead: who tells it, as written."""

    label: str
    clause: str
    sentence: str
    kinds: frozenset[str]
    verbs: tuple[str, ...]
    lead: str = ""


@lru_cache(maxsize=16384)
def promised_kinds(task: str) -> tuple[frozenset[str], ...]:
    """The kinds of each verb by which a task promises something, in order."""
    task = without_aims(task)
    written = _WORD.findall(task)
    words = [word.casefold() for word in written]
    first = next((word for word in written if word[0].islower()), "")  # be it a word that most tasks share ("hör med")
    found = []
    for verb in dict.fromkeys((*([first] if first else []), *promised_verbs(task))):
        place = words.index(verb) if verb in words else 0
        behind = words[place + 1 : place + 1 + _BEHIND]
        kinds = {kind for mark in present_marks(verb) for kind, small in _verbs().get(mark, ()) if not small or small <= frozenset(behind)}
        if kinds:
            found.append(frozenset(kinds))
    if found or not words:
        return tuple(found)
    named = any(kinship(words[0], thing) >= _SAME_WORD for thing in pack_words("following_up", "general_things"))
    return (frozenset({"make"}),) if named else ()


@lru_cache(maxsize=16384)
def keeping_kinds(task: str) -> frozenset[str]:
    """The kinds of deeds by which a task's last deed is kept."""
    return frozenset(kept for kind in last_kinds(task) for kept in _KEPT_BY.get(kind, (kind,)))


@lru_cache(maxsize=16384)
def last_kinds(task: str) -> frozenset[str]:
    """The kinds of a task's last deed, but for telling of it."""
    kinds = promised_kinds(task)
    doing = [one for one in kinds if one - _TELLING] or list(kinds)
    return doing[-1] if doing else frozenset()


@lru_cache(maxsize=4096)
def told_deeds(text: str) -> tuple[Told, ...]:
    """The clauses of a text that tell something done."""
    found = []
    heading = ""
    for sentence in SENTENCE_END.split(text):
        *labels, said = SEAMS.split(sentence)
        lead = report_of(said)
        rest = said.removeprefix(lead)
        for clause in _clauses().split(rest):
            kinds, verbs = _deeds_of(clause)
            if kinds:
                label = " ".join((heading, *labels)).strip()
                found.append(Told(label, clause, sentence, frozenset(kinds), tuple(verbs), lead))
        heading = sentence if len(sentence.split()) <= _HEADING and not labels else ""
    return tuple(found)


@lru_cache(maxsize=16384)
def tells_kind(word: str) -> bool:
    """Whether a folded word may be a past form of a verb of some kind."""
    return bool(_kinds_of_past(word))


def _deeds_of(clause: str) -> tuple[set[str], list[str]]:
    words = fold(clause).split()
    kinds = {kind for kind, phrases in _phrases().items() if phrases.search(clause) is not None}
    verbs = []
    for place, word in enumerate(words):
        helped = _is_helped(words[:place])
        if word in _helpers() or _only_describes(words, place=place):
            continue
        after = frozenset(words[place + 1 : place + 1 + _BEHIND])
        told = {
            kind for kind, small, clear in _kinds_of_past(word) if (clear or helped) and all(one in after or word.startswith(one) for one in small)
        }
        if told:
            kinds |= told
            verbs.append(word)
    return kinds, verbs


def _is_helped(before: list[str]) -> bool:
    return bool(_helpers() & set(before[-_HELPED:]))


def _only_describes(words: list[str], *, place: int) -> bool:
    """Whether a participle only describes what follows it ("den inställda mätningen")."""
    return 0 < place < len(words) - 1 and words[place - 1] in pack_words("following_up", "attributes")


@lru_cache(maxsize=65536)
def _kinds_of_past(word: str) -> tuple[tuple[str, frozenset[str], bool], ...]:
    """The kinds of verbs of which a folded word is a past form, with the small words that belong to each, and whether it is so without any help: it
    ends as no noun does."""
    noun = word.endswith(pack_words("follow_ups", "definite_endings"))
    found: list[tuple[str, frozenset[str], bool]] = []
    for mark in past_marks(word):
        strong = is_strong_form(mark)
        clear = (strong or not noun) and (strong or len(mark) > _SHORT)
        if noun and not strong and not word.endswith(pack_words("follow_ups", "preterites")):
            continue
        found.extend((kind, small, clear) for kind, small in _verbs().get(mark, ()))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1)
def _verbs() -> Mapping[str, tuple[tuple[str, frozenset[str]], ...]]:
    """By the stem of a verb, or the mark of one whose past has another: the kinds of deed, each with the small words that belong to the verb."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for kind, promises, _ in _kinds():
        for phrase in promises:
            verb, *small = fold(phrase).split()
            for mark in present_marks(verb):
                found.setdefault(mark, []).append((kind, frozenset(small)))
    return {mark: tuple(dict.fromkeys(kinds)) for mark, kinds in found.items()}


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, re.Pattern[str]]:
    """By kind the phrases that tell it beside past forms."""
    found: dict[str, list[str]] = {}
    for kind, _, told in _kinds():
        found.setdefault(kind, []).extend(re.escape(phrase).replace(r"\*", r"\w+") for phrase in told)
    return {kind: re.compile(rf"(?<!\w)(?:{'|'.join(told)})(?!\w)", re.IGNORECASE) for kind, told in found.items() if told}


@lru_cache(maxsize=1)
def told_words() -> frozenset[str]:
    """The folded words of which the phrases are made that tell a deed."""
    return frozenset(word for _, _, told in _kinds() for phrase in told for word in fold(phrase).split())


def _kinds() -> Iterable[tuple[str, list[str], list[str]]]:
    for entry in pack_words("following_up", "deed_kinds"):
        kind, _, verbs = entry.partition(": ")
        promises, _, told = verbs.partition(" > ")
        yield kind, promises.split(", "), told.split(", ") if told else []


@lru_cache(maxsize=1)
def _helpers() -> frozenset[str]:
    return frozenset(word for key in ("have", "became") for phrase in pack_words("follow_ups", key) for word in phrase.split())


@lru_cache(maxsize=1)
def _clauses() -> re.Pattern[str]:
    """Where another clause begins: behind a comma, at "och" before a verb of its own, at "att" and "som"."""
    helped = either("have", "became", section="follow_ups")
    verb = rf"{either('turns')}\s|\w+{either('past_endings', section='follow_ups')}\s|[\w-]+\s{helped}\s"
    and_verb = rf"\s{either('and_words')}\s(?={verb})"
    return re.compile(rf"[,;]\s|{and_verb}|\s(?=(?:om\s)?{either('to_do')}\s)", re.IGNORECASE)

"""Whether minutes tell a deed that a task promised: a form of its verb that says it happened, a noun made of it, or a word that ends any task."""

from __future__ import annotations

import re
from functools import lru_cache

from functions.following_up.words import either, fold, kinship, pack_words

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 2  # letters of a stem
_LONG_NOUN = 5  # letters that a noun made of a verb has more than
_LEAST = 4  # letters of a word without the small word before it
_LABEL = 4  # words of a label before a task
_LABELLED = re.compile(r":\s|\s\|\s")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3}[.!?;])\s+(?=[A-ZÅÄÖÆØÉ(])")


def same_deed(task: str, told: str) -> bool:
    """Whether a text tells by a past form, a participle or a noun what a task promises ("skickar enkäten", "enkäten skickades")."""
    return _tells_any(_promised(task), told)


@lru_cache(maxsize=16384)
def _tells_any(promised: tuple[tuple[str, str], ...], told: str) -> bool:
    """Whether a text tells one of these verbs done; many tasks have the same."""
    words = _words(told)
    for verb, particle in promised:
        if any(_follows(verb, word) for word in words):
            return True
        if particle and particle not in words and not any(word.startswith(particle) for word in words):
            continue  # "tar fram" is another deed than "tar bort"
        if any(_tells(word, verb) for word in words if word != verb):
            return True
    return False


def is_noun_of_deed(word: str) -> bool:
    """Whether a folded word ends as nouns made of verbs do ("mätningen")."""
    return len(word) > _LONG_NOUN and word.endswith(_endings("deed_nouns"))


def promises(task: str, word: str) -> bool:
    """Whether a folded word is the verb by which a task promises something."""
    return any(word == verb for verb, _ in _promised(task))


def tells_deed(task: str, word: str) -> bool:
    """Whether a folded word is a form, of what happened, of a verb that a task promises."""
    return any(_tells(word, verb) for verb, _ in _promised(task))


def tells_past(task: str, word: str) -> bool:
    """Whether a folded word is a past form or a participle of a verb that a task promises, and no noun made of it."""
    return any(_tells_past(word, verb) for verb, _ in _promised(task) if word != verb)


def deed_among(task: str, words: tuple[str, ...]) -> int | None:
    """The place of the first of some folded words by which a deed that a task promises is told; None where there is none."""
    return _first_told(_promised(task), words)


@lru_cache(maxsize=16384)
def _first_told(promised: tuple[tuple[str, str], ...], words: tuple[str, ...]) -> int | None:
    return next((place for place, word in enumerate(words) if any(_tells(word, verb) for verb, _ in promised)), None)


def promised_verbs(task: str) -> tuple[str, ...]:
    """The folded verbs by which a task promises something, in order."""
    return tuple(verb for verb, _ in _promised(task))


def past_marks(word: str) -> frozenset[str]:
    """What a past form is known by, itself or without a small word that it begins with: what may be its stem, and marks as `present_marks` has."""
    return frozenset(mark for one in bare_of(word) for mark in _past_stems(one))


def is_strong_form(mark: str) -> bool:
    """Whether a mark is that of a verb whose past has another stem."""
    return mark.startswith("=") or mark in _strong_stems()


@lru_cache(maxsize=16384)
def tells_undone(task: str, told: str) -> bool:
    """Whether a text tells a deed that a task promised done, and by its opposite undone ("packade … oförpackade")."""
    words = _words(told)
    undone = [
        word.removeprefix(sign) for word in words for sign in _endings("undone") if word.startswith(sign) and len(word) > _LONG_NOUN + len(sign)
    ]
    return any(tells_past(task, word) for word in undone) and any(tells_past(task, word) for word in words)


def still_promises(task: str, told: str) -> bool:
    """Whether a text says by the present of a task's own verb, behind any label, that it does or will happen ("enkäten skickas i maj")."""
    return _promises_again(_written_verbs(task), told) and not any(tells_past(task, word) for word in _words_said(told))


@lru_cache(maxsize=16384)
def _promises_again(verbs: tuple[str, ...], told: str) -> bool:
    forms = {form for verb in verbs for form in (verb, f"{verb[:-1]}s", f"{verb[:-2]}s")}
    return any(word in forms for word in _words_said(told))


@lru_cache(maxsize=16384)
def _written_verbs(task: str) -> tuple[str, ...]:
    """The present verbs of a task; a name that opens it is none."""
    written = frozenset(_WORD.findall(task))
    return tuple(verb for verb, _ in _promised(task) if verb.endswith("r") and verb in written)


@lru_cache(maxsize=4096)
def _words_said(told: str) -> tuple[str, ...]:
    """The words behind any label."""
    return _words(_LABELLED.split(told)[-1])


@lru_cache(maxsize=65536)
def _tells_past(word: str, verb: str) -> bool:
    stems = present_marks(verb)
    return any(stems & _past_stems(one) for one in bare_of(word))


@lru_cache(maxsize=65536)
def _tells(word: str, verb: str) -> bool:
    stems, bare = present_marks(verb), bare_of(word)
    if _tells_past(word, verb):
        return True
    if len(word) <= _LONG_NOUN or not word.endswith(_endings("deed_nouns")):
        return False
    return any(stems & _cut(one, _endings("deed_nouns")) for one in bare) or kinship(verb, word) >= 0.9


@lru_cache(maxsize=16384)
def bare_of(word: str, *, least: int = _LEAST) -> tuple[str, ...]:
    """The folded word, and what it is without a small word that it begins with ("utskickad"). least: letters that must be left."""
    return (word, *(word[len(small) :] for small in _endings("particles") if word.startswith(small) and len(word) - len(small) >= least))


@lru_cache(maxsize=16384)
def is_over(text: str) -> bool:
    """Whether a text has a word that ends any task ("klar", "avslutas")."""
    return any(word in _over() for word in _words(text))


@lru_cache(maxsize=16384)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


@lru_cache(maxsize=16384)
def _promised(task: str) -> tuple[tuple[str, str], ...]:
    """The verbs of a task, each with the small word that belongs to it: what opens it, the first small word behind names, and what stands behind
    "att", "ska" and "och"."""
    label, seam, rest = task.partition(": ")
    said = _SENTENCE_END.split(rest if seam and len(label.split()) <= _LABEL else task)
    return tuple(dict.fromkeys(verb for sentence in said if not sentence.startswith("(") for verb in _promised_in(sentence)))


def _promised_in(sentence: str) -> list[tuple[str, str]]:
    """The verbs of one sentence of a task."""
    words = _WORD.findall(sentence)
    places = {0} if words else set()
    places |= set([place for place, word in enumerate(words) if word[0].islower() and word not in pack_words("following_up", "joins")][:1])
    behind = (*pack_words("following_up", "to_do"), *pack_words("following_up", "joins"))
    places |= {place + 1 for place, word in enumerate(words[:-1]) if word.casefold() in behind}
    found = []
    for place in sorted(places):
        verb = words[place].casefold()
        if len(verb) > _SHORTEST - 1 and verb not in _no_verbs() and verb.endswith(tuple(end for end in _endings("promised_endings") if end)):
            near = [word.casefold() for word in words[place + 1 : place + 3]]
            found.append((verb, next((word for word in near if word in _endings("loose_particles")), "")))
    return found


def without_aims(task: str) -> str:
    """A task without what its deeds are for and what is asked ("frågar skolan hur priset är tänkt att delas")."""
    return _aims().sub("", task)


@lru_cache(maxsize=1)
def _aims() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)\s{either('aims')}\s[^.;!?]*", re.IGNORECASE)


@lru_cache(maxsize=16384)
def present_marks(word: str) -> frozenset[str]:
    """What a present or an infinitive is known by: what may be its stem, and a mark for each verb whose past has another."""
    stems = _cut(word, _endings("promised_endings"))
    return stems | {f"={number}" for number, (present, _) in enumerate(_strong()) if present in stems}


@lru_cache(maxsize=65536)
def _past_stems(word: str) -> frozenset[str]:
    """What may be the stem of a word that tells what happened, and a mark for each verb whose past has this stem."""
    stems = _cut(word, _endings("past_endings"))
    whole = stems | {word, word.removesuffix("s")}
    return stems | {f"={number}" for number, (_, pasts) in enumerate(_strong()) if whole & pasts}


def _cut(word: str, endings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_single(word[: len(word) - len(ending)]) for ending in endings if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST)


def _single(stem: str) -> str:
    """The stem with a doubled last letter written once ("stämm", "stäm")."""
    return stem[:-1] if len(stem) > _SHORTEST + 1 and stem[-1] == stem[-2] else stem


@lru_cache(maxsize=65536)
def _follows(verb: str, word: str) -> bool:
    """Whether a word tells what comes of a verb ("tar fram", "presenterades")."""
    return any(
        verb.startswith(causes) and (word in results or (word.startswith(results) and word.endswith(_endings("past_endings"))))
        for causes, results in _outcomes()
    )


@lru_cache(maxsize=1)
def _over() -> frozenset[str]:
    return frozenset(fold(word) for word in pack_words("following_up", "over"))


@lru_cache(maxsize=8)
def _endings(key: str) -> tuple[str, ...]:
    return tuple(sorted(pack_words("following_up", key), key=len, reverse=True))


@lru_cache(maxsize=1)
def _no_verbs() -> frozenset[str]:
    return frozenset(pack_words("following_up", "stop_words")) | frozenset(pack_words("following_up", "no_verbs"))


@lru_cache(maxsize=1)
def _strong() -> tuple[tuple[str, frozenset[str]], ...]:
    """The stem of the present, and those of the past, of verbs whose past has another."""
    pairs = (entry.split(" > ") for entry in pack_words("following_up", "verb_stems"))
    return tuple((_single(present), frozenset({*pasts.split(), *map(_single, pasts.split())})) for present, pasts in pairs)


@lru_cache(maxsize=1)
def _strong_stems() -> frozenset[str]:
    return frozenset(present for present, pasts in _strong() if present not in pasts)


@lru_cache(maxsize=1)
def _outcomes() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Beginnings of verbs that promise, with the beginnings of those that tell it kept."""
    pairs = (entry.split(">") for entry in pack_words("following_up", "comes_of"))
    return tuple((tuple(causes.split()), tuple(results.split())) for causes, results in pairs)

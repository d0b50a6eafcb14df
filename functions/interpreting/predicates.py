"""What a subject is said to do: whether its predicate is a task (it does, shall do, has promised to do something) or only tells something."""

from __future__ import annotations

import re

from functions.interpreting.bounds import asks_someone, is_bound, tells_outside
from functions.interpreting.name_words import name_words
from functions.interpreting.phrases import LOWER, UPPER, phrase, words_of
from functions.interpreting.rules import Rule, rule_named
from functions.interpreting.subjects import Subject
from functions.languages import LanguagePack

# How far before a subject its verb and what opens the clause may stand.
_REACH = 160
_NEXT_WORDS = re.compile(r"\s+(\w+(?:\s+\w+)?)")
_NAME_NEAR = re.compile(rf"\s+(?:\w+\s+){{0,2}}[{UPPER}]")
_OF = rf"\s+<<next_meetings.held_by>>\s+[{LOWER}][\w-]+(?=\s+[{LOWER}])"
_FROM = rf"\s+<<verbs.from_place>>\s+[\w-]+(?:\s[{UPPER}][\w-]+)?(?=\s+[{LOWER}])"
_BRACKET = re.compile(rf"\s*\([^()]*\)|/[{UPPER}]{{2,6}}(?=\s)")  # "Bo Alm (NS)", "Bo Alm/NS"
_APPOSITION = re.compile(r"\s*,\s*[^,.;:]{2,60},\s+")
_INSERTED = re.compile(r"\s*,\s*[^,.;]{2,50},(?=\s)")
_SHORTENED = re.compile(rf"\s[{UPPER}]$")
_LAST_WORD = re.compile(r"(\w+)$")
_BREAK = re.compile(r"[.;–]|,\s")
# "Bo har fått svaret och skickar det vidare", "Bo redogjorde för läget och kontaktar klinikerna".
_CHAINED = rf"\s+(?:<<verbs.have_or_be>>|[{LOWER}]+<<verbs.finite_endings>>)\s+[^.;]{{2,80}}?\s+<<grammar.and>>\s+(?=\w)"
# "Sven har förhinder, Bo visar bilderna och skickar dem": somebody else's clause in between.
_NEXT_CLAUSE = rf",\s+[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?\s+[{LOWER}]+<<verbs.finite_endings>>\b"
_BEING = r"\s+<<verbs.have_or_be>>\s+[^.,;]{2,40}?\s+<<grammar.and>>\s+(?=\w+\s+\w)"
_DENIED = r"\s+<<grammar.negations>>\b"
_TELLS_THAT = r"(?:\s+\w+){0,2}?\s+<<grammar.that>>\s"
_ADVERB_FIRST = r"\s+<<verbs.adverbs>>(?=\s)(?!\s+<<verbs.states>>\b)"
_NEXT_INFINITIVE = rf"(?:\s+<<verbs.adverbs>>(?=\s))*\s+([{LOWER}]+)"
_DECIDED_THAT = r"<<verbs.decided_that>>\s+(?:<<verbs.about>>\s+)?<<grammar.that>>$"
_PRESENT = rf"([{LOWER}][{LOWER}:-]{{1,30}}<<verbs.task_present_endings>>)(?!\w)"
_EARLIER = r"\s*<<deferrals.earlier>>(?!\w)"
_THAT_FOLLOWS = r"\s*[,:]?\s*(?:(?:<<verbs.about>>\s+)?<<grammar.that>>|<<verbs.tells_by>>)(?!\w)"
_BESIDE = rf"\s+(?:<<verbs.beside>>|<<verbs.together>>\s+[^.,;]{{2,50}}?)\s+(?=[{LOWER}]+<<verbs.finite_endings>>(?!\w))"
_TREATED = r"\s+<<verbs.treated>>(?!\w)"
_CLEFT = r"(?:^|[.,;–-]\s*)<<verbs.cleft>>$"
_RELATIVE = r"\s*<<verbs.relatives>>(?=\s)"
_ADVERBIALS = rf"(?:\s+<<verbs.turned_by>>\s+[\w-]+(?:\s+[\w-]+){{0,3}}?){{1,3}}(?=\s+[{LOWER}]{{3,}}r\b)"
_INSERTED_TIME = rf"\s+<<verbs.turned_by>>\s+[\w-]+(?:\s+[\w-]+)?(?=\s+[{LOWER}]{{2,}}<<verbs.infinitive_endings>>\b)"
_MEMBERS = r"<<verbs.members_of>>$"
_FINITE_BEFORE = rf"\b(?:<<verbs.have_or_be>>|<<verbs.comes>>|[{LOWER}]{{3,}}<<verbs.task_present_endings>>)\b"

_THAT = 12  # letters that hold the word by which a clause is joined on

_BY_VERB = ("subject_verb", "subject_present")


def task_start(rule: Rule, text: str, subject: Subject, subjects: list[Subject], *, pack: LanguagePack) -> int | None:
    """Where the task of this subject begins by this rule, None when its predicate is none."""
    if rule.form != "subject_modal" and _is_habit(text, subject, pack=pack):
        return None
    if _follows(rule, text, subject, pack=pack) and opens_clause(text, subject.start, pack=pack):
        return subject.start
    if rule.form in _BY_VERB:
        return _turned(rule, text, subject, subjects, pack=pack)
    if rule.form == "subject_modal" and not subject.group:
        return _turned_modal(rule, text, subject, pack=pack)
    return None


def _is_habit(text: str, subject: Subject, *, pack: LanguagePack) -> bool:
    """ "skickar varje månad", "ansvarar enligt lagen": what somebody does anyway is no task of this meeting."""
    habits = words_of(pack, "verbs", "habits")
    return habits.search(text, subject.end, subject.end + _REACH) is not None or habits.match(text) is not None


def _follows(rule: Rule, text: str, subject: Subject, *, pack: LanguagePack) -> bool:
    bracket = _BRACKET.match(text, subject.end)
    # "Servicelinjechefen för rehabilitering", "Bo Ek på Inera"
    of = phrase(pack, _OF if subject.group else _FROM, case=True).match(text, subject.end)
    rest = text[bracket.end() if bracket else of.end() if of else subject.end :]
    if phrase(pack, _CLEFT).search(text[: subject.start].rstrip()):  # "Det blir Rut som ringer"
        relative = phrase(pack, _RELATIVE, case=True).match(rest)
        if relative is None or subject.group:  # "Det är personalavdelningen som ska föra registret" tells whose business it is
            return False
        rest = rest[relative.end() :]
    if _SHORTENED.search(text, 0, subject.end) and rest[:1] == ".":  # "Kaj S. hör sig för"
        rest = rest[1:]
    beside = phrase(pack, _BESIDE, case=True).match(rest)
    rest = rest[beside.end() - 1 :] if beside else rest
    apposition = _APPOSITION.match(rest)
    decided = not subject.group and is_decided(text, subject.start, pack=pack)
    clause = decided or words_of(pack, "grammar", "that").fullmatch(text[: subject.start].strip()) is not None
    between = phrase(pack, _ADVERBIALS, case=True).match(rest) if clause else None  # "att Bo till nästa möte lämnar förslag"
    tails = (rest, rest[apposition.end() - 1 :] if apposition else None, rest[between.end() :] if between else None)
    return any(_predicate(rule, tail, subject, decided=decided, pack=pack) for tail in tails if tail is not None)


def _predicate(rule: Rule, tail: str, subject: Subject, *, decided: bool = False, pack: LanguagePack) -> bool:
    """Whether a predicate opens with a word of the rule, straight away or as the second of two ("… och skickar")."""
    if rule.form in _BY_VERB:
        adverb = phrase(pack, _ADVERB_FIRST, case=True).match(tail)
        tail = tail[adverb.end() :] if adverb else tail
    if rule.form == "subject_present":
        also = phrase(pack, _BEING, case=True).match(tail)  # "är snäll och lånar ut sin kamera"
        if also and words_of(pack, "verbs", "arranged").search(also[0]):  # "är vidtalad och föreläser i oktober"
            return False
        return _is_task_present(rule, tail[also.end() :] if also else tail, group=subject.group, pack=pack)
    match = rule.pattern.match(tail.lstrip())
    if match is None and (rule.form == "subject_modal" or (rule.form == "subject_verb" and not subject.group)):
        chained = phrase(pack, _CHAINED, case=True).match(tail)
        another = chained is not None and phrase(pack, _NEXT_CLAUSE, case=True).search(tail, 0, chained.end()) is not None
        if chained and not another and not words_of(pack, "verbs", "binds_clause", "arranged").search(tail[: chained.end()]):
            tail = tail[chained.end() :]
            match = rule.pattern.match(tail)
    if match is None:
        return False
    clause = tail.lstrip()[match.end() :]
    if rule.form == "subject_modal":
        if phrase(pack, _EARLIER, case=True).match(clause):
            return False  # "har lovat tidigare att …"
        inserted = phrase(pack, _INSERTED_TIME, case=True).match(clause) if match[0].casefold().endswith(pack.words("grammar", "that")) else None
        clause = clause[inserted.end() :] if inserted else clause  # "erbjuder sig att till nästa gång samla in …"
        return is_task_infinitive(clause, decided=decided, pack=pack) and (
            rule.needs is None or is_bound(clause, match[0], group=subject.group, pack=pack)
        )
    if match[0].casefold() in pack.words("verbs", "needs_object") and not clause.strip(" .!"):
        return False
    if any(phrase(pack, told, case=True).match(clause) for told in (_DENIED, _TREATED)) or (
        rule.form == "subject_verb" and words_of(pack, "verbs", "formal").match(tail.lstrip())
    ):
        return False
    if rule.form == "subject_phrase" and words_of(pack, "verbs", "asked_to_tell").match(clause.lstrip()):
        return False  # "utses att jämte ordföranden justera"
    if rule.needs is None or decided:
        return True
    if rule.needs == "past":  # "meddelar via Eva att …" tells
        return phrase(pack, _TELLS_THAT, case=True).match(clause) is None
    if rule.needs == "receiver":
        return tells_outside(clause, pack=pack)
    return asks_someone(clause, pack=pack) if rule.needs == "someone" else is_bound(clause, match[0], group=subject.group, pack=pack)


def _is_task_present(rule: Rule, tail: str, *, group: bool, pack: LanguagePack) -> bool:
    """Whether a verb in the present is something done: any but those that tell, think, are, or belong to the meeting itself."""
    tail = tail.lstrip()
    match = phrase(pack, _PRESENT, case=True).match(tail)
    if (
        match is None
        or match[1] in pack.table("dates", "months")  # "(MB apr)"
        or words_of(pack, "decisions", "has").match(tail)
        or words_of(pack, "verbs", "tells").match(tail)
        or words_of(pack, "verbs", "formal").match(tail)
    ):
        return False
    rest = tail[match.end() :]
    if _is_no_deed(rest, pack=pack):
        return False
    if match[1] in pack.words("verbs", "needs_object") and not rest.strip(" .!"):
        return False
    return rule.needs is None or is_bound(rest, match[1], group=group, pack=pack)


def does_something(text: str, *, pack: LanguagePack) -> bool:
    """Whether words open with a deed in the present, no opinion ("packar lådan", "meddelar klinikerna", not "tycker att …")."""
    match = phrase(pack, _PRESENT, case=True).match(text)
    telling = rule_named(pack, "action.tell")
    tells = telling is not None and telling.pattern.match(text) is not None
    if match is None or (not tells and words_of(pack, "verbs", "speech", "tells").match(text)):
        return False
    rest = text[match.end() :]
    return bool(rest.strip(" .!")) and not _is_no_deed(rest, pack=pack)


def _is_no_deed(rest: str, *, pack: LanguagePack) -> bool:
    """Whether what stands behind a verb in the present denies it, or makes it a report or a treatment."""
    return any(phrase(pack, told, case=True).match(rest) for told in (_DENIED, _THAT_FOLLOWS, _TREATED))


def is_task_infinitive(rest: str, *, decided: bool = False, pack: LanguagePack) -> bool:
    """Whether what follows a modal ("ska", "har lovat att") is something to do."""
    inserted = _INSERTED.match(rest)  # "ska, tillsammans med Cia, göra …"
    match = phrase(pack, _NEXT_INFINITIVE, case=True).match(rest, inserted.end() if inserted else 0)
    if match is None:
        return False
    verb = match[1]
    if words_of(pack, "verbs", "task_infinitives").match(rest, match.start(1)) or (decided and verb in pack.words("verbs", "attends")):
        return True
    if verb in pack.words("verbs", "states") or verb in pack.words("verbs", "no_infinitives"):
        return False
    return verb.endswith(pack.words("verbs", "task_endings")) or verb in pack.words("verbs", "short_infinitives")


def opens_clause(text: str, at: int, *, pack: LanguagePack) -> bool:
    """Whether a subject stands where a main clause may begin: not behind "om", "när", "som", nor as an object in the middle."""
    before = text[:at].rstrip()
    if not before or before[-1] in '.,;:–-(/”"!?→>@]':
        if before.endswith(","):
            return not before.casefold().endswith(tuple(f"{word}," for word in pack.words("verbs", "relatives")))
        return True
    word_match = _LAST_WORD.search(before)
    word = word_match[1].casefold() if word_match else ""
    if word in pack.words("verbs", "clause_openers"):
        return True
    if word in pack.words("grammar", "that"):
        return before.casefold() == word or is_decided(text, at, pack=pack)
    if phrase(pack, _CLEFT).search(before) or phrase(pack, _MEMBERS).search(before):
        return True
    if word in pack.words("verbs", "subordinate"):
        return False
    if word_match is not None and name_words(pack).is_title(word):  # "Överläkare Alm tar fram …"
        return opens_clause(text, word_match.start(), pack=pack)
    return word in pack.words("verbs", "before_name")


def is_decided(text: str, at: int, *, pack: LanguagePack) -> bool:
    """Whether what stands here was decided or agreed: "Vi enades om att …", and a second "och att …" behind it."""
    before = text[:at].rstrip()
    if not before[-_THAT:].casefold().endswith(pack.words("grammar", "that")):  # most, and the searches below go through all of a long sentence
        return False
    if phrase(pack, _DECIDED_THAT).search(before):
        return True
    second = phrase(pack, r"(?:,|<<grammar.and>>)\s+<<grammar.that>>$").search(before)
    return second is not None and phrase(pack, _DECIDED_THAT[:-1] + r"\b").search(before, 0, second.start()) is not None


def _turned(rule: Rule, text: str, subject: Subject, subjects: list[Subject], *, pack: LanguagePack) -> int | None:
    """ "Därefter kontaktar Bo Alm …", "Affischen gör Bo": the verb right before the subject, in languages that turn so."""
    if not pack.words("verbs", "turned_by"):
        return None
    since = max(0, subject.start - _REACH)
    before = text[since : subject.start].rstrip()
    word = _LAST_WORD.search(before)
    if word is None:
        return None
    lead = before[: word.start()]
    if phrase(pack, r"(?<!\w)<<verbs.relatives>>(?:\s+[\w-]+){0,2}\s*$").search(lead):
        return None  # "hanteras av gruppen, som gärna bjuder in Bo": the name is what the clause does it to
    leading = (s for s in subjects if s.start >= since and s.end <= since + len(lead) and not s.group)
    if any(_BREAK.search(text, s.end, since + len(lead)) is None and not _is_in_adverbial(text, s, lead, pack=pack) for s in leading):
        return None  # "När Bo kontaktar Cia": the subject stands before its verb
    if rule.form == "subject_present":
        present = phrase(pack, _PRESENT, case=True).fullmatch(word[1])
        plain = present is not None and not subject.group and not words_of(pack, "verbs", "tells").fullmatch(word[1])
        return since + word.start() if plain and _may_be_object(word[1], lead, subject, text, pack=pack) else None
    if " " in before and phrase(pack, r"<<verbs.prepositions>>").fullmatch(word[1]):
        return None  # "Hör med Per om kostnaden"
    match = next((m for m in rule.pattern.finditer(before) if m.end() == len(before)), None)
    lead_limited = rule.needs == "bound" and match is not None and words_of(pack, "verbs", "limits").search(before, 0, match.start()) is not None
    if (
        match is not None
        and (rule.needs is None or lead_limited)
        and not subject.group
        and _may_be_object(match[0], before[: match.start()], subject, text, pack=pack)
    ):
        return since + match.start()
    after = _NEXT_WORDS.match(text, subject.end)
    if after is None or rule.needs is not None or (subject.group and not words_of(pack, "verbs", "limits").search(lead)):
        return None
    for words in (after[1], after[1].split()[0]):
        if rule.pattern.fullmatch(f"{word[1]} {words}") and _opens_turned(lead, pack=pack):  # "tar ordföranden kontakt med"
            return since + word.start()
    return None


def _is_in_adverbial(text: str, subject: Subject, lead: str, *, pack: LanguagePack) -> bool:
    """Whether somebody named before a turned verb is part of what opens the sentence: "Efter samtal med Cia kontaktar Bo …"."""
    clause = re.split(r"[.,;:]\s*", lead)[-1].strip()
    if phrase(pack, r"<<verbs.when_openers>>\b").match(clause):
        return _lead_is_adverbial(lead, pack=pack) and phrase(pack, _FINITE_BEFORE).search(clause) is not None
    behind = phrase(pack, r"(?<!\w)<<verbs.prepositions>>\s+(?:[\w.-]+\s+(?:<<grammar.and>>|,)\s+)?$").search(text[: subject.start])
    return behind is not None and _lead_is_adverbial(lead, pack=pack)


def _turned_modal(rule: Rule, text: str, subject: Subject, *, pack: LanguagePack) -> int | None:
    """ "Till nästa möte ska Bo ta fram …", "Därefter kommer Bo att …": what stands before the modal is a time or what it is done with."""
    if not pack.words("verbs", "turned_by"):
        return None
    since = max(0, subject.start - _REACH)
    word = _LAST_WORD.search(text[since : subject.start].rstrip())
    if word is None or not _opens_turned(text[since : since + word.start()], pack=pack) or not text[since : since + word.start()].strip():
        return None
    after = text[subject.end :]
    behind = re.match(r"\s+(\w+)", after)
    for words in (word[1], f"{word[1]} {behind[1]}" if behind else word[1]):
        if rule.pattern.fullmatch(words):
            rest = after[behind.end() :] if behind and " " in words else after
            return since + word.start() if is_task_infinitive(rest, pack=pack) else None
    return None


def _may_be_object(verb: str, lead: str, subject: Subject, text: str, *, pack: LanguagePack) -> bool:
    """Whether the name behind a verb is its subject: a time or place opens the sentence, or the verb takes things only and its thing does."""
    if _lead_is_adverbial(lead, pack=pack):
        return True
    things = words_of(pack, "verbs", "of_things")
    alone = _NAME_NEAR.match(text, subject.end) is None
    return alone and things.fullmatch(verb) is not None and _opens_turned(lead, pack=pack)


def _clause_of(lead: str) -> str:
    return re.split(r"[.;:]\s*|,\s+(?=\w+$)", lead)[-1].strip()


def _opens_turned(lead: str, *, pack: LanguagePack) -> bool:
    """Whether the words before a turned verb may be its object or a time: a few, and no subordinate clause."""
    words = _clause_of(lead).split()
    if not words:
        return not lead.strip()
    if phrase(pack, r"<<verbs.if_openers>>(?!\w)").match(_clause_of(lead)):  # "Blir Bo borta tar Cia över"
        return False
    return len(words) <= 8 and (words[0].casefold() not in pack.words("verbs", "subordinate") or _lead_is_adverbial(lead, pack=pack))


def _lead_is_adverbial(lead: str, *, pack: LanguagePack) -> bool:
    clause = re.split(r"[.,;:]\s*", lead)[-1].strip()
    words = clause.split()
    if not words:
        return not lead.strip()
    if phrase(pack, r"<<verbs.when_openers>>\b").match(clause):  # "När svaret har kommit kallar Bo"
        return len(words) <= 12 and phrase(pack, _FINITE_BEFORE).search(clause) is not None
    return len(words) <= 6 and phrase(pack, r"<<verbs.turned_by>>\b").match(words[0]) is not None

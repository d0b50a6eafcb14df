"""Finds who is to do what in a sentence: the constructions that the pack's rules of kind "action" are built on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from functions.interpreting.bounds import asks_someone, is_bound
from functions.interpreting.phrases import LOWER, phrase, words_of
from functions.interpreting.rules import Rule, rule_named, rules_for
from functions.interpreting.spans import Span
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast, Owners, Subject
from functions.languages import LanguagePack

# How far before a subject its verb and what opens the clause may stand.
_REACH = 160
_NEXT_WORDS = re.compile(r"\s+(\w+(?:\s+\w+)?)")
_BRACKET = re.compile(r"\s*\([^)]*\)")
_APPOSITION = re.compile(r"\s*,\s*[^,.;:]{2,60},\s+")
_CLOSING = re.compile(r"\(([^()]{2,70})\)\s*\.?\s*$")
_OWNER_LABEL = r"<<verbs.owner_words>>\s*[.:]{0,2}\s*"
_GIVEN = r"\s+([^.;:,]{2,60}?)\s+<<verbs.as_a_task>>\b"
_INFINITIVE = rf"\s+([{LOWER}]+<<verbs.infinitive_endings>>|[{LOWER}]{{2,4}})\b"
_MODAL = r"\b<<verbs.passive_modals>>(?:\s+<<verbs.adverbs>>)?\s+$"
_NOBODY_YET = r"\?\?|N\.?\s?N\b"
_LIMIT = r"\b<<verbs.deadline_limits>>\b|(?<!\w)<<dates.the>>\s\d|\d{1,2}/\d"
_CHAINED = r"\s+<<verbs.have_or_be>>\s+[^.,;]{2,60}?\s+<<grammar.and>>\s+(?=\w)"
_DENIED = r"\s+<<grammar.negations>>\b"
_ADVERB_FIRST = r"\s+<<verbs.adverbs>>(?=\s)(?!\s+<<verbs.states>>\b)"
_NEXT_INFINITIVE = rf"(?:\s+<<verbs.adverbs>>(?=\s))*\s+([{LOWER}]+)"
_DECIDED_THAT = r"<<verbs.decided_that>>\s+(?:<<verbs.about>>\s+)?<<grammar.that>>$"
_END_OF_CLAUSE = r"[\s,;]*(?:<<verbs.joins_clauses>>)?[\s,;]*$"
_NEED_SUBJECT = frozenset({"subject_verb", "subject_modal", "subject_phrase", "need"})
_LAST_WORD = re.compile(r"(\w+)$")


@dataclass(frozen=True, slots=True)
class Task:
    """A task found in one sentence: the rule, who, and where its clause begins and ends (offsets in the sentence)."""

    rule: Rule
    owners: Owners
    start: int
    end: int


_CITED = re.compile(r"[”\"»“]([^”\"»“«]{12,})[”\"«»]")


def _is_cited(text: str) -> bool:
    """Whether most of a sentence is somebody's words between quotation marks: an earlier promise that is cited is no new one."""
    return sum(len(match[1]) for match in _CITED.finditer(text)) > 0.5 * len(text)


def tasks_in(statement: Statement, cast: Cast, *, pack: LanguagePack) -> list[Task]:
    """The tasks of a sentence, at most one a subject, in order; none in questions, quotations of rules or reports of the past."""
    text = statement.text
    if re.search(r"(?<!\?)\?\s*$", text) or _is_cited(text):
        return []
    found: list[Task] = []
    subjects = cast.subjects(text, item=statement.item)
    for rule in rules_for(pack, kinds=("action",)):
        if not subjects and rule.form in _NEED_SUBJECT:
            continue
        for task in _by_form(rule, statement, subjects, cast, pack=pack):
            if not any(_same_place(task, other) for other in found):
                found.append(task)
    found.sort(key=lambda task: task.start)
    return _with_ends(found, text, pack=pack)


def _by_form(rule: Rule, statement: Statement, subjects: list[Subject], cast: Cast, *, pack: LanguagePack) -> Iterator[Task]:
    text, span, item = statement.text, statement.span, statement.item

    def owned(subject: Subject) -> Owners:
        return cast.owners_of(subject, span, item=item)

    if rule.form in ("subject_verb", "subject_modal", "subject_phrase"):
        if rule.form == "subject_modal" and rule.subject == "group" and _tells_otherwise(text, pack=pack):
            return
        for subject in subjects:
            wanted = {"person": False, "group": True}.get(rule.subject or "")
            if wanted is not None and subject.group is not wanted:
                continue
            if _verb_follows(rule, text, subject, pack=pack) and _opens_clause(text, subject.start, pack=pack):
                yield Task(rule, owned(subject), subject.start, len(text))
            elif rule.form == "subject_verb" and not subject.group and (at := _inverted(rule, text, subject, pack=pack)) is not None:
                yield Task(rule, owned(subject), at, len(text))
    elif rule.form in ("delegate", "urge"):
        for match in rule.pattern.finditer(text):
            given = _object_after(text, match.end(), subjects, pack=pack)
            if given is not None:
                names = owned(given) if given.mentions else _as_written(span.part(given.start, given.end))
                yield Task(rule, names, 0 if rule.form == "delegate" else match.start(), len(text))
    elif rule.form == "given":
        for match in rule.pattern.finditer(text):
            task = phrase(pack, _GIVEN).match(text, match.end())
            if task is None:
                continue
            at, to = task.span(1)
            named = next((s for s in subjects if s.start >= at and s.end <= to), None)
            yield Task(rule, owned(named) if named is not None else _as_written(span.part(at, to)), 0, len(text))
    elif rule.form == "lead":
        lead = _owning_lead(statement, cast)
        if lead is not None and (rule.pattern.match(text) or _has_limit(text, pack=pack)):
            yield Task(rule, lead, 0, len(text))
    elif rule.form == "bracket":
        owners = bracket_owners(statement, cast, pack=pack)
        if owners is not None and (owners.labelled or rule.pattern.search(text)):
            yield Task(rule, owners.owners, 0, len(text))
    elif rule.form == "need" and not words_of(pack, "verbs", "no_task_openings").match(text):
        for subject in subjects:
            before = text[: subject.start].rstrip()
            verb = next((m for m in rule.pattern.finditer(before) if m.end() == len(before)), None)
            infinitive = phrase(pack, _INFINITIVE, case=True).match(text, subject.end)
            if verb and infinitive and infinitive[1] not in pack.words("verbs", "states") and verb.start() < 40 and subject.group:
                yield Task(rule, owned(subject), 0, len(text))
    elif rule.form == "imperative":
        if rule.pattern.match(text) and text[:1].isupper() and statement.mode != "report":
            yield Task(rule, Owners(), 0, len(text))
    elif rule.form == "passive_modal":
        for match in rule.pattern.finditer(text):
            modal = phrase(pack, _MODAL, case=True).search(text[: match.start()])
            if modal is None or phrase(pack, r"<<verbs.no_passive_openings>>\b").match(text):
                continue
            clause = phrase(pack, r"\s<<grammar.that>>\s", case=True).split(text[: modal.start()])[-1]
            if not words_of(pack, "verbs", "binds_clause").search(clause):
                yield Task(rule, Owners(), 0, len(text))
                return
    elif rule.form == "passive_agent":
        for match in rule.pattern.finditer(text):
            agent = phrase(pack, r"\b<<verbs.agent>>\s+", case=True).search(text, match.end())
            if agent is None:
                continue
            at = agent.end()
            if re.match(_NOBODY_YET, text[at:]):  # nobody yet
                yield Task(rule, Owners(), 0, len(text))
                continue
            doer = next((s for s in subjects if s.start == at and not s.group), None)
            if doer is not None:
                yield Task(rule, owned(doer), 0, len(text))
    elif rule.form == "deadline":
        limit = rule.pattern.search(text)
        if (
            limit
            and not words_of(pack, "verbs", "appeals").search(text)
            and not words_of(pack, "verbs", "presents").search(text[: limit.start()])
            and phrase(pack, _LIMIT, case=True).search(text, limit.end())
            and phrase(pack, r"\d|<<dates.meeting>>", case=True).search(text, limit.end())
        ):
            yield Task(rule, Owners(), 0, len(text))


def _tells_otherwise(text: str, *, pack: LanguagePack) -> bool:
    """Whether a group's "ska" tells a rule ("Enligt stadgan ska …"), a guess or what was just decided ("…, det bestämde vi")."""
    decided = rule_named(pack, "decision.of_meeting")
    return bool(words_of(pack, "verbs", "no_task_openings").match(text)) or (decided is not None and bool(decided.pattern.search(text)))


@dataclass(frozen=True, slots=True)
class BracketOwners:
    """Who stands in the bracket that ends a sentence; labelled: with "ansv" before or a day to do it by."""

    owners: Owners
    labelled: bool


def bracket_owners(statement: Statement, cast: Cast, *, pack: LanguagePack) -> BracketOwners | None:
    """ "… skrivs om (Bo och Cia, klart till nästa möte)", "… (ansv: Bo Alm)": only names, and what tells the day, in the bracket."""
    closing = _CLOSING.search(statement.text)
    if closing is None or phrase(pack, r"\b<<verbs.told>>\b", case=True).search(statement.text, 0, closing.start()):
        return None
    inside = closing[1]
    label = phrase(pack, _OWNER_LABEL).match(inside)
    start = closing.start(1) + (label.end() if label else 0)
    subjects = [s for s in cast.subjects(statement.text, item=statement.item) if closing.start(1) <= s.start < closing.end(1)]
    if not subjects or subjects[0].start != start or subjects[0].group:
        return None
    rest = statement.text[subjects[0].end : closing.end(1)]
    limited = bool(rest.strip()) and _has_limit(rest, pack=pack)
    if rest.strip(" .") and not (rest.lstrip().startswith((",", ";", "–", "-")) and limited):
        return None
    return BracketOwners(cast.owners_of(subjects[0], statement.span, item=statement.item), bool(label) or limited)


def _has_limit(text: str, *, pack: LanguagePack) -> bool:
    """Whether the words tell by when: "senast 5 maj", "till nästa möte"."""
    return bool(words_of(pack, "verbs", "limits").search(text)) and not words_of(pack, "verbs", "speech").search(text)


def _owning_lead(statement: Statement, cast: Cast) -> Owners | None:
    """ "HN + FZ: mejlar listan", "Alla: synpunkter senast 2/4": the words before the colon are people or a group, and nothing else."""
    if statement.lead is None or not statement.first:
        return None
    subjects = cast.subjects(statement.lead.text, item=statement.item)
    if len(subjects) != 1 or subjects[0].start != 0 or subjects[0].end != len(statement.lead.text):
        return None
    return cast.owners_of(subjects[0], statement.lead, item=statement.item)


def _verb_follows(rule: Rule, text: str, subject: Subject, *, pack: LanguagePack) -> bool:
    bracket = _BRACKET.match(text, subject.end)
    rest = text[bracket.end() if bracket else subject.end :]
    apposition = _APPOSITION.match(rest)
    for tail in (rest, rest[apposition.end() - 1 :] if apposition else None):
        if tail is None:
            continue
        if rule.form == "subject_verb":
            adverb = phrase(pack, _ADVERB_FIRST, case=True).match(tail)
            tail = tail[adverb.end() :] if adverb else tail
        match = rule.pattern.match(tail.lstrip())
        if match is None and (rule.form == "subject_modal" or (rule.form == "subject_verb" and not subject.group)):
            chained = phrase(pack, _CHAINED, case=True).match(tail)
            if chained:
                tail = tail[chained.end() :]
                match = rule.pattern.match(tail)
        if match is None:
            continue
        if rule.form != "subject_modal":
            clause = tail.lstrip()[match.end() :]
            if match[0].casefold() in pack.words("verbs", "needs_object") and not clause.strip(" .!"):
                return False
            return not phrase(pack, _DENIED, case=True).match(clause) and (
                rule.needs is None
                or (asks_someone(clause, pack=pack) if rule.needs == "someone" else is_bound(clause, match[0], group=subject.group, pack=pack))
            )
        return _is_task_infinitive(tail.lstrip()[match.end() :], pack=pack)
    return False


def _is_task_infinitive(rest: str, *, pack: LanguagePack) -> bool:
    match = phrase(pack, _NEXT_INFINITIVE, case=True).match(rest)
    if match is None:
        return False
    verb = match[1]
    if verb in pack.words("verbs", "states") or verb in pack.words("verbs", "no_infinitives"):
        return False
    return verb.endswith(pack.words("verbs", "task_endings")) or verb in pack.words("verbs", "short_infinitives")


def _opens_clause(text: str, at: int, *, pack: LanguagePack) -> bool:
    """Whether a subject stands where a main clause may begin: not behind "om", "när", "som", nor as an object in the middle."""
    before = text[:at].rstrip()
    if not before or before[-1] in '.,;:–-(/”"!?':
        if before.endswith(","):
            return not before.casefold().endswith(tuple(f"{word}," for word in pack.words("verbs", "relatives")))
        return True
    word_match = _LAST_WORD.search(before)
    word = word_match[1].casefold() if word_match else ""
    if word in pack.words("verbs", "clause_openers"):
        return True
    if word in pack.words("grammar", "that"):
        return before.casefold() == word or phrase(pack, _DECIDED_THAT).search(before) is not None
    if word in pack.words("verbs", "subordinate"):
        return False
    return word in pack.words("verbs", "before_name")


def _inverted(rule: Rule, text: str, subject: Subject, *, pack: LanguagePack) -> int | None:
    """ "Därefter kontaktar Bo Alm …": the verb right before the subject, and one or a few words before the verb, in languages that turn so."""
    if not pack.words("verbs", "turned_by"):
        return None
    since = max(0, subject.start - _REACH)
    before = text[since : subject.start].rstrip()
    match = next((m for m in rule.pattern.finditer(before) if m.end() == len(before)), None)
    if match is None:
        particle = _LAST_WORD.search(before)
        after = _NEXT_WORDS.match(text, subject.end)
        if particle is None or after is None:
            return None
        for words in (after[1], after[1].split()[0]):
            if rule.pattern.fullmatch(f"{particle[1]} {words}"):  # "tar ordföranden kontakt med"
                return particle.start() if _lead_is_adverbial(before[: particle.start()], pack=pack) else None
        return None
    return match.start() if _lead_is_adverbial(before[: match.start()], pack=pack) else None


def _lead_is_adverbial(lead: str, *, pack: LanguagePack) -> bool:
    clause = re.split(r"[.,;:]\s*", lead)[-1].strip()
    words = clause.split()
    if not words:
        return not lead.strip() or clause == ""
    return len(words) <= 6 and phrase(pack, r"<<verbs.turned_by>>\b").match(words[0]) is not None


def _object_after(text: str, at: int, subjects: list[Subject], *, pack: LanguagePack) -> Subject | None:
    """The one who is given the task: the next person or group, else the words up to "att"."""
    gap = re.match(r"\s+", text[at:])
    start = at + (gap.end() if gap else 0)
    if phrase(pack, r"<<grammar.to_do>>\b", case=True).match(text, start):
        return None  # "are asked to send": nobody stands between
    end_match = phrase(pack, r"\s+<<grammar.to_do>>\b", case=True).search(text, start)
    limit = end_match.start() if end_match else None
    for subject in subjects:
        if subject.start == start and (limit is None or subject.end <= limit):
            if limit is not None and subject.group and limit - subject.end <= 40:
                return Subject(start, limit, ((start, limit),), group=True)
            return subject
    if limit is None or limit - start > 70 or limit <= start:
        return None
    within = [s for s in subjects if start <= s.start and s.end <= limit and not s.group]
    if within:
        return within[0]
    return Subject(start, limit, (), group=True)


def _as_written(span: Span) -> Owners:
    return Owners((span.text,), (span.quote(),), group=True)


def _same_place(task: Task, other: Task) -> bool:
    if task.rule.form == "imperative" or other.rule.form == "imperative":
        return task.start == other.start
    if task.start == other.start:
        return True
    return bool(set(task.owners.names) & set(other.owners.names)) or (not task.owners.names and not task.owners.choices)


def _with_ends(found: list[Task], text: str, *, pack: LanguagePack) -> list[Task]:
    """A lone task owns its whole sentence; several share it at their clauses."""
    if len(found) < 2:
        return [Task(task.rule, task.owners, 0, len(text)) for task in found]
    ended: list[Task] = []
    for position, task in enumerate(found):
        end = found[position + 1].start if position + 1 < len(found) else len(text)
        start = 0 if position == 0 else task.start
        clause = text[start:end]
        trimmed = phrase(pack, _END_OF_CLAUSE, case=True).sub("", clause) if position + 1 < len(found) else clause
        ended.append(Task(task.rule, task.owners, start, start + len(trimmed)))
    return [task for task in ended if task.end > task.start]

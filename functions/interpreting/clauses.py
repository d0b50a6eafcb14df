"""Finds who is to do what in a sentence: the constructions that the pack's rules of kind "action" are built on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from functions.interpreting.commissions import as_written, commissions_in
from functions.interpreting.decision_habits import opens_with_arrow
from functions.interpreting.first_person import is_first_person, is_quoted, speaker
from functions.interpreting.name_words import name_words
from functions.interpreting.phrases import LOWER, UPPER, phrase, words_of
from functions.interpreting.predicates import does_something, opens_clause, task_start
from functions.interpreting.pronouns import is_pronoun, referent, with_pronouns
from functions.interpreting.rules import Rule, rule_named, rules_for
from functions.interpreting.shared_verbs import gaps
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast, Owners, Subject
from functions.interpreting.task_marks import (
    bracket_owners,
    closing_owners,
    has_limit,
    infinitive_opens,
    is_limited,
    is_nobody,
    is_report,
    is_told_by_one,
    owning_lead,
    responsible,
)
from functions.languages import LanguagePack
from functions.model.minutes import Tier

_INFINITIVE = rf"\s+([{LOWER}]+<<verbs.infinitive_endings>>|[{LOWER}]{{2,4}})\b"
_MODAL = r"\b<<verbs.passive_modals>>(?:\s+<<verbs.adverbs>>)?\s+$"
_NOBODY_YET = r"\?\?|N\.?\s?N\b"
_LIMIT = r"\b<<verbs.deadline_limits>>\b|(?<!\w)<<dates.the>>\s\d|\d{1,2}/\d"
_PASSIVE_BY = rf"(?<![\w-])([{UPPER}{LOWER}][{LOWER}]{{1,30}}<<verbs.passive_endings>>)(?:\s+\w+){{0,4}}?\s+<<verbs.agent>>\s+"
_AGENT = r"\b<<verbs.agent>>\s+"
_OTHERS_SAY = r"\b<<verbs.others_say|decisions.reported>>$"
_END_OF_CLAUSE = r"[\s,;]*(?:<<verbs.joins_clauses>>)?[\s,;]*$"
_NEED_SUBJECT = frozenset({"subject_verb", "subject_present", "subject_modal", "subject_phrase", "need"})
_SHARED = frozenset({"subject_verb", "subject_present", "subject_modal"})
_CITED = re.compile(r"[”\"»“]([^”\"»“«]{12,})[”\"«»]")


@dataclass(frozen=True, slots=True)
class Task:
    """A task found in one sentence: the rule, who, and where its clause begins and ends (offsets in the sentence)."""

    rule: Rule
    owners: Owners
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence, whom it names, and against whom and in which language it is read."""

    statement: Statement
    subjects: list[Subject]
    cast: Cast
    pack: LanguagePack


def _is_cited(text: str) -> bool:
    """Whether most of a sentence is somebody's words between quotation marks: an earlier promise that is cited is no new one."""
    cited = sum(len(match[1]) for match in _CITED.finditer(text))
    return cited > 0.5 * len(text) or (cited > 0 and _CITED.match(text) is not None)


def tasks_in(statement: Statement, cast: Cast, *, coming: bool = False, pack: LanguagePack) -> list[Task]:
    """The tasks of a sentence, at most one a subject, in order; none in questions, quotations or reports. coming: it tells of a later day."""
    text = statement.text
    if re.search(r"(?<!\?)\?\s*$", text):
        return []
    found: list[Task] = []
    subjects = with_pronouns(statement, cast.subjects(text, item=statement.item), cast)
    if _is_cited(text):
        subjects = [s for s in subjects if is_first_person(text[s.start : s.end], pack=pack) and speaker(statement, s, cast, pack=pack) is not None]
        if not subjects:
            return []
    said = _Said(statement, subjects, cast, pack)
    for rule in rules_for(pack, kinds=("action",)):
        if (not subjects and rule.form in _NEED_SUBJECT) or (rule.needs == "past" and not (coming or cast.told_in_past)):
            continue
        find = _FORMS.get(rule.form)
        for task in find(rule, said) if find is not None else ():
            if not any(_same_place(task, other) for other in found):
                found.append(task)
    found.sort(key=lambda task: task.start)
    return _with_shared_verbs(_with_ends(found, text, pack=pack), said)


def _with_shared_verbs(found: list[Task], said: _Said) -> list[Task]:
    """The tasks, and those of people whose verb stands before; whoever shares the first one's thing ("resten", "dem") shares the task."""
    text = said.statement.text
    tasks: list[Task] = []
    for task in found:
        own = next((s for s in said.subjects if s.start >= task.start and not s.group), None)
        behind = [] if task.rule.form not in _SHARED or task.owners.group or own is None else gaps(text, own.start, said.subjects, pack=said.pack)
        behind = [(subject, end, same) for subject, end, same in behind if task.start < subject.start < task.end]
        shared, new = _owned_all([s for s, _, same in behind if same], said), [(s, end) for s, end, same in behind if not same]
        cut = task.start + len(text[task.start : new[0][0].start].rstrip(" ,;")) if new else task.end
        cut = len(phrase(said.pack, _END_OF_CLAUSE, case=True).sub("", text[:cut])) if new else cut
        tasks.append(replace(task, owners=_together(task.owners, shared), end=cut))
        for subject, end in new:  # its words are read with the verb's
            owners = _owned(subject, said.statement, said.cast)
            tasks.append(Task(replace(task.rule, tier=Tier.PROPOSED), owners, task.start, end))
    return tasks


def _owned_all(subjects: list[Subject], said: _Said) -> list[Owners]:
    return [_owned(subject, said.statement, said.cast) for subject in subjects]


def _together(owners: Owners, others: list[Owners]) -> Owners:
    """The owners of one task; nobody where a name of one of them is open."""
    for other in others:
        choices = (*owners.choices, *other.choices)
        names = () if choices else tuple(dict.fromkeys((*owners.names, *other.names)))
        owners = Owners(names, (*owners.quotes, *other.quotes), choices, tuple(dict.fromkeys((*owners.doubts, *other.doubts))))
    return owners


def _owned(subject: Subject, statement: Statement, cast: Cast) -> Owners:
    if not subject.mentions:
        return as_written(statement.span.part(subject.start, subject.end))
    if is_pronoun(statement.text[subject.start : subject.end], cast=cast):
        return referent(statement, subject, cast) or Owners()
    called = next((s for s in cast.subjects(statement.text, item=statement.item) if s.start == subject.end + 2 and not s.group), None)
    if called is not None and is_first_person(statement.text[subject.start : subject.end], pack=cast.pack) and statement.text[subject.end] == ",":
        return cast.owners_of(called, statement.span, item=statement.item)  # "Jag, Gunborg, skriver upp …"
    said_by = (
        speaker(statement, subject, cast, pack=cast.pack) if is_first_person(statement.text[subject.start : subject.end], pack=cast.pack) else None
    )
    if said_by is not None:
        return said_by
    return cast.owners_of(subject, statement.span, item=statement.item)


def _of_subjects(rule: Rule, said: _Said) -> Iterator[Task]:
    statement, subjects, cast, pack = said.statement, said.subjects, said.cast, said.pack
    text = statement.text
    if rule.form == "subject_modal" and rule.subject == "group" and _tells_otherwise(text, pack=pack):
        return
    for subject in subjects:
        wanted = {"person": False, "group": True}.get(rule.subject or "")
        if wanted is not None and subject.group is not wanted:
            continue
        if subject.group and words_of(pack, "verbs", "others").fullmatch(text[subject.start : subject.end]):
            continue
        if subject.group and is_nobody(text[subject.start : subject.end], pack=pack):
            continue
        if not _may_speak(rule, subject, said):
            continue
        asked = _asked(rule, subject, said)
        if asked is not None:
            if asked and opens_clause(text, subject.start, pack=pack):
                yield Task(replace(rule, tier=Tier.PROPOSED), _owned(subject, statement, cast), subject.start, len(text))
            continue
        if rule.form == "subject_present" and not subject.group and _is_stranger(subject, said) and not is_limited(text, pack=pack):
            continue  # "Göte vaknar klockan tre": any verb at all, of somebody whom nobody knows
        if rule.form == "subject_modal" and _is_other_acronym(text[subject.start : subject.end], subject, cast) and not is_limited(text, pack=pack):
            continue  # "RPO ska se över indikatorerna": another body's plan
        if subject.group and is_told_by_one(statement, cast) and not is_limited(text, pack=pack):
            continue  # "Bo: vårdcentralerna ringer och frågar"
        outer = subject.group and words_of(pack, "verbs", "outer_bodies").fullmatch(text[subject.start : subject.end]) is not None
        if outer and not is_limited(text, pack=pack):
            continue
        at = task_start(rule, text, subject, subjects, pack=pack)
        if at is not None:
            members = next((s for s in subjects if not s.group and s.start == subject.end + 2 and text[s.end : s.end + 1] == ")"), None)
            owner = members if subject.group and members is not None else subject  # "Arbetsgruppen (Bo, Cia) ser över …"
            meant = is_pronoun(text[subject.start : subject.end], cast=cast)  # whoever the words before name: never sure
            yield Task(replace(rule, tier=Tier.PROPOSED) if meant else rule, _owned(owner, statement, cast), at, len(text))


def _asked(rule: Rule, subject: Subject, said: _Said) -> bool | None:
    """Whether who asks somebody here by name is to do so after the meeting, one of them being away; both there, it was asked at the meeting.

    None where the sentence says something else, or by when.
    """
    text = said.statement.text
    verb = words_of(said.pack, "bounds", "asks").match(text, subject.end + 1) if rule.needs is not None and not subject.group else None
    asked = next((s for s in said.subjects if verb is not None and s.start == verb.end() + 1 and not s.group), None)
    if asked is None or is_limited(text, pack=said.pack):
        return None
    away = {person.name for person in said.cast.people if person.attendance == "absent"}
    here = {person.name for person in said.cast.people} - away
    names = [set(_owned(one, said.statement, said.cast).names) for one in (subject, asked)]
    if any(one and one <= away for one in names):
        return True
    return False if all(one and one <= here for one in names) else None


def _is_stranger(subject: Subject, said: _Said) -> bool:
    """A given name that nobody here has; a post that the list gives to nobody is known all the same."""
    word = said.statement.text[subject.start : subject.end]
    return name_words(said.pack).is_given(word) and "owner_unknown" in _owned(subject, said.statement, said.cast).doubts


def _is_other_acronym(word: str, subject: Subject, cast: Cast) -> bool:
    known = word in name_words(cast.pack).acronyms and word not in cast.pack.words("bodies", "inner_acronyms")
    return subject.group and known and not cast.own.opens(word)


def _may_speak(rule: Rule, subject: Subject, said: _Said) -> bool:
    """Whether a subject in the first person is somebody: who writes, or whose words are cited; no present tense alone makes its task."""
    text = said.statement.text
    if not is_first_person(text[subject.start : subject.end], pack=said.pack):
        return True
    if rule.form == "subject_present" and not is_limited(text, pack=said.pack):
        return False
    return speaker(said.statement, subject, said.cast, pack=said.pack) is not None or not is_quoted(text, subject.start)


def _commissioned(rule: Rule, said: _Said) -> Iterator[Task]:
    statement, subjects, cast, pack = said.statement, said.subjects, said.cast, said.pack
    for at, subject in commissions_in(rule, statement.text, subjects, pack=pack):
        yield Task(rule, _owned(subject, statement, cast), at, len(statement.text))


def _behind_lead(rule: Rule, said: _Said) -> Iterator[Task]:
    statement, cast, pack = said.statement, said.cast, said.pack
    lead = owning_lead(statement, cast)
    if lead is None:
        return
    owners, at, marked = lead
    if owners.group and any(words_of(pack, "verbs", "outer_bodies").fullmatch(name) for name in owners.names):
        return  # "Regionen: kliniken flyttar v 20"
    modal = phrase(pack, r"<<verbs.passive_modals>>\s+(?=\w)").match(statement.text, at)  # "Bo: ska ta fram en plan"
    rest = statement.text[modal.end() if modal else at :]
    if phrase(pack, r"<<verbs.tells>>\s+<<verbs.about>>\b").match(rest):  # "Bo: påminner om temaveckan"
        return
    speech = words_of(pack, "verbs", "speech").match(rest) is not None
    told = statement.lead is not None and (
        rule.pattern.match(rest) is not None
        or (rest[:1].islower() and is_limited(rest, pack=pack) and not speech and not is_report(rest, pack=pack))
        or (opens_with_arrow(statement) and does_something(rest, pack=pack))
    )
    if told or (infinitive_opens(rest, pack=pack) and (marked or statement.listed or statement.mode == "action" or is_limited(rest, pack=pack))):
        yield Task(rule, owners, 0, len(statement.text))


def _marked(rule: Rule, said: _Said) -> Iterator[Task]:
    """Names in a bracket, or behind a dash or colon, at the end; "Ansvarig är …"."""
    statement, cast, pack = said.statement, said.cast, said.pack
    if rule.form == "bracket":
        found = bracket_owners(statement, cast, pack=pack)
        owners = found.owners if found is not None and (found.labelled or rule.pattern.search(statement.text)) else None
    elif rule.form == "closing":
        owners = closing_owners(statement, cast, pack=pack)
    else:
        owners = responsible(statement, cast, pack=pack)
    if owners is not None:
        yield Task(rule, owners, 0, len(statement.text))


def _needed(rule: Rule, said: _Said) -> Iterator[Task]:
    statement, subjects, cast, pack = said.statement, said.subjects, said.cast, said.pack
    text = statement.text
    if words_of(pack, "verbs", "no_task_openings").match(text):
        return
    for subject in subjects:
        before = text[: subject.start].rstrip()
        verb = next((m for m in rule.pattern.finditer(before) if m.end() == len(before)), None)
        infinitive = phrase(pack, _INFINITIVE, case=True).match(text, subject.end)
        if verb and infinitive and infinitive[1] not in pack.words("verbs", "states") and verb.start() < 40 and subject.group:
            yield Task(rule, _owned(subject, statement, cast), 0, len(text))


def _imperative(rule: Rule, said: _Said) -> Iterator[Task]:
    statement = said.statement
    text = statement.text
    if words_of(said.pack, "verbs", "offers").match(text) and not is_limited(text, pack=said.pack):
        return
    if text[:1].isupper() and statement.mode != "report" and rule.pattern.match(text):
        yield Task(rule, Owners(), 0, len(text))


def _passive_modal(rule: Rule, said: _Said) -> Iterator[Task]:
    statement, pack = said.statement, said.pack
    text = statement.text
    for match in rule.pattern.finditer(text):
        modal = phrase(pack, _MODAL, case=True).search(text[: match.start()])
        if modal is None or phrase(pack, r"<<verbs.no_passive_openings>>\b").match(text):
            continue
        *leads, clause = phrase(pack, r"\s<<grammar.that>>\s", case=True).split(text[: modal.start()])
        if leads and phrase(pack, _OTHERS_SAY).search(leads[-1]) and next(said.cast.own.found(text[: modal.start()]), None) is None:
            continue  # "Avtalet säger att listan ska uppdateras"
        if not words_of(pack, "verbs", "binds_clause").search(clause):
            yield Task(rule, Owners(), 0, len(text))
            return


def _passive_agent(rule: Rule, said: _Said) -> Iterator[Task]:
    """ "Underlaget skickas ut av Bo": any verb in the passive that is neither past nor telling, before a person."""
    statement, subjects, cast, pack = said.statement, said.subjects, said.cast, said.pack
    text = statement.text
    agents = [
        agent.end()
        for match in rule.pattern.finditer(text)
        if (agent := phrase(pack, _AGENT, case=True).search(text, match.end())) and not _is_of_another(text[match.end() : agent.start()], pack=pack)
    ]
    if words_of(pack, "bounds", "own_receivers").match(text) and words_of(pack, "verbs", "passive_tells").search(text):
        agents = []  # "Rådet informeras av Bo om läget"
    for match in phrase(pack, _PASSIVE_BY, case=True).finditer(text):
        past = match[1].endswith(pack.words("verbs", "passive_past_endings"))
        if not past and words_of(pack, "verbs", "passive_tells").match(text, match.start(1)) is None and is_limited(text, pack=pack):
            agents.append(match.end())
    for at in dict.fromkeys(agents):
        if re.match(_NOBODY_YET, text[at:]):  # nobody yet
            yield Task(rule, Owners(), 0, len(text))
            continue
        doer = next((s for s in subjects if s.start == at and (not s.group or has_limit(text, pack=pack))), None)
        if doer is not None and not words_of(pack, "verbs", "habits").search(text):
            yield Task(rule, _owned(doer, statement, cast), 0, len(text))


def _is_of_another(between: str, *, pack: LanguagePack) -> bool:
    """Whether "av" belongs to another verb than the passive before it: "Listan uppdateras till nästa gång (antecknat av Tove)"."""
    return "(" in between or phrase(pack, r"(?<!\w)<<verbs.made_by>>\s*$").search(between) is not None


def _deadline(rule: Rule, said: _Said) -> Iterator[Task]:
    statement, pack = said.statement, said.pack
    text = statement.text
    limit = rule.pattern.search(text)
    if (
        limit
        and not words_of(pack, "verbs", "appeals").search(text)
        and not words_of(pack, "verbs", "presents").search(text[: limit.start()])
        and phrase(pack, _LIMIT, case=True).search(text, limit.end())
        and phrase(pack, r"\d|<<dates.meeting>>", case=True).search(text, limit.end())
        and (rule.needs is None or _is_to_be_done(text, limit, pack=pack))
    ):
        yield Task(rule, Owners(), 0, len(text))


def _is_to_be_done(text: str, verb: re.Match[str], *, pack: LanguagePack) -> bool:
    """Whether a passive in the present, with a day to do it by, tells what is to be done: no habit, nothing that a clause only mentions."""
    before = text[: verb.start()]
    if "," in before or len(before.split()) > 6 or not before[:1].isupper() or not is_limited(text[verb.end() :], pack=pack):
        return False
    said = phrase(pack, rf"^[{UPPER}][{LOWER}]+\s+<<verbs.about>>\s", case=True).sub("", text)  # "Tankar om mallen skickas …"
    return not any(words.search(said) for words in (words_of(pack, "verbs", "habits"), words_of(pack, "verbs", "binds_clause")))


_FORMS: dict[str, Callable[[Rule, _Said], Iterator[Task]]] = {
    "subject_verb": _of_subjects,
    "subject_present": _of_subjects,
    "subject_modal": _of_subjects,
    "subject_phrase": _of_subjects,
    "delegate": _commissioned,
    "urge": _commissioned,
    "given": _commissioned,
    "appoint": _commissioned,
    "handed": _commissioned,
    "lead": _behind_lead,
    "bracket": _marked,
    "closing": _marked,
    "responsible": _marked,
    "need": _needed,
    "imperative": _imperative,
    "passive_modal": _passive_modal,
    "passive_agent": _passive_agent,
    "deadline": _deadline,
}


def _tells_otherwise(text: str, *, pack: LanguagePack) -> bool:
    """Whether a group's "ska" tells a rule ("Enligt stadgan ska …"), a guess or what was just decided ("…, det bestämde vi")."""
    decided = rule_named(pack, "decision.of_meeting")
    opens = words_of(pack, "verbs", "no_task_openings").match(text) or words_of(pack, "verbs", "habits").search(text)
    return bool(opens) or (decided is not None and bool(decided.pattern.search(text)))


def _same_place(task: Task, other: Task) -> bool:
    if task.rule.form == "imperative" or other.rule.form == "imperative":
        return task.start == other.start or task.rule.form == "imperative"
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

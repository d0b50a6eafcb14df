"""New tasks: who promised or was asked to do what, by when."""

from __future__ import annotations

import re
from dataclasses import replace

from functions.interpreting.asked_in import is_asked_in
from functions.interpreting.clauses import Task, tasks_in
from functions.interpreting.due_dates import Calendar, ends_on_coming_day, find_due, find_soon, lone_month
from functions.interpreting.labels import folded_label
from functions.interpreting.listed_tasks import lead_owners, refers_only, task_words
from functions.interpreting.phrases import LOWER, UPPER, phrase, words_of
from functions.interpreting.predicates import does_something
from functions.interpreting.rules import rule_named
from functions.interpreting.spans import Span, joined, quotes_of
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast, Owners
from functions.interpreting.task_marks import is_nobody, is_report, opens_with_task, tag_owners
from functions.languages import LanguagePack
from functions.model.minutes import Action, DateMention, Tier

LABEL_RULE = "action.label"
TAG_RULE = "action.tag"
ASKED_RULE = "action.passive_bound"
_FEW = 6  # words of a line that only tells that a list was gone through
_OPENING = rf"(?i:<<verbs.time_openings>>)\s[^.,;]{{3,60}}?(?=\s[{LOWER}]+<<verbs.present_endings>>\s)"
_DASH = r"(?<=\w)-\s+(?!<<grammar.behind_hyphen>>\b|\d)|\s[–—]\s"
_CLAUSE_FORMS = ("subject_verb", "subject_present", "subject_modal", "subject_phrase")


def find_actions(statements: list[Statement], cast: Cast, calendar: Calendar, *, pack: LanguagePack) -> list[Action]:
    """The new tasks of the running text, in order, with ids "a1" …; what a follow-up passage says of earlier ones is left to follow_ups."""
    actions: list[Action] = []
    last: tuple[Statement, int] | None = None
    task: Statement | None = None
    for statement in statements:
        if statement.mode in ("owner", "due"):
            told = _told_by_label(statement, task, actions, cast, calendar, pack=pack) if statement.mode == "owner" else None
            if told is not None:
                actions.append(told)
            elif task is not None and task.item is statement.item:
                _complete(actions, task, statement, cast, calendar)
            continue
        if statement.mode == "follow_up":
            actions.extend(_new_in_follow_up(statement, cast, calendar, pack=pack))
        if statement.mode in ("follow_up", "proposal"):
            task = None
            continue
        if task is not None and statement.before == task.span and _names_only(statement, cast) and actions and not actions[-1].owners:
            _complete(actions, task, statement, cast, calendar)  # "Kontakta hyresvärden. Bo"
            continue
        taken = _taken_on(statement, last[0], actions[last[1]], cast) if last is not None else None
        if taken is not None and last is not None:
            actions[last[1]] = taken
            continue
        task = statement
        continued = _continues(statement, last, pack=pack)
        found = _of_statement(statement, cast, calendar, pack=pack)
        if continued and not any(a.owners for a in found) and last is not None:
            actions[last[1]] = _extended(actions[last[1]], statement, calendar)
            last = (statement, last[1])
            continue
        if not found and last is not None and _tells_day(statement, last[0], pack=pack) and actions[last[1]].due is None:
            due = find_due([statement.span], calendar, until=True)
            actions[last[1]] = replace(actions[last[1]], due=due, quotes=(*actions[last[1]].quotes, *([statement.span.quote()] if due else [])))
        for action in found:
            if last is not None and _answers(action, actions[last[1]], statement.before):  # "Lokalen måste bokas. Det gör Bo.": one task
                actions[last[1]] = replace(action, due=action.due or actions[last[1]].due)
                continue
            actions.append(action)
        if found:
            last = (statement, len(actions) - 1)
    return [replace(action, id=f"a{n}") for n, action in enumerate(_unique(actions), 1)]


def _told_by_label(
    statement: Statement, task: Statement | None, actions: list[Action], cast: Cast, calendar: Calendar, *, pack: LanguagePack
) -> Action | None:
    """ "Ansvar: Bo för in det i rutinen" below what is no task: it says itself what is to be done, and the line above only why."""
    rule = rule_named(pack, LABEL_RULE)
    subjects = cast.subjects(statement.text, item=statement.item)
    if rule is None or not subjects or subjects[0].start != 0 or (task is not None and actions and task.span.quote() in actions[-1].quotes):
        return None
    if phrase(pack, rf"\s+[{LOWER}]+<<verbs.task_present_endings>>\s+\S", case=True).match(statement.text, subjects[0].end) is None:
        return None
    owners = cast.owners_of(subjects[0], statement.span, item=statement.item)
    return _action(Task(rule, owners, 0, len(statement.text)), statement, cast, calendar, alone=True)


def _names_only(statement: Statement, cast: Cast) -> bool:
    """Whether a sentence is names and nothing else."""
    subjects = cast.subjects(statement.text, item=statement.item)
    return len(subjects) == 1 and not subjects[0].group and not (statement.text[: subjects[0].start] + statement.text[subjects[0].end :]).strip(" .")


def _taken_on(statement: Statement, last: Statement, action: Action, cast: Cast) -> Action | None:
    """ "Vi ska svara före 10 maj. Bo svarar.": what all promised is the one's who is said right behind to do just that."""
    subjects = cast.subjects(statement.text, item=statement.item)
    if action.rule != "action.group_promise" or statement.before != last.span or len(subjects) != 1 or subjects[0].start or subjects[0].group:
        return None
    verb = statement.text[subjects[0].end :].strip(" .!").casefold()
    stem = verb[: max(2, len(verb) - 2)]
    if not verb.isalpha() or not any(word.casefold().startswith(stem) for word in re.findall(r"\w+", action.text)):
        return None
    owners = cast.owners_of(subjects[0], statement.span, item=statement.item)
    said = f"{action.text} {joined([statement.span])}"
    quotes = (*action.quotes, statement.span.quote())
    return replace(action, text=said, owners=owners.names, owner_quotes=owners.quotes, doubts=(*action.doubts, *owners.doubts), quotes=quotes)


def _tells_day(statement: Statement, last: Statement, *, pack: LanguagePack) -> bool:
    """ "Bo skriver en artikel. Lämnas till redaktionen 12/6.": a sentence without a subject right behind, that says by when."""
    behind = statement.before == last.span and len(statement.text.split()) <= 9 and re.search(r"\d", statement.text) is not None
    opening = phrase(pack, rf"[{UPPER}][{LOWER}]+<<verbs.passive_endings>>\s|(?i:<<verbs.done_by>>|<<verbs.deadline_opens>>)\b", case=True)
    return behind and opening.match(statement.text) is not None


def _answers(action: Action, last: Action, before: Span | None) -> bool:
    """Whether an action that points back at the sentence before it tells who does what that sentence left to nobody."""
    return before is not None and not last.owners and before.quote() in action.quotes and before.quote() in last.quotes


def _complete(actions: list[Action], task: Statement, statement: Statement, cast: Cast, calendar: Calendar) -> None:
    """ "Ansvarig: Bo Alm" and "Klart: 27 mars" under a task give it its owner and its day; the word Ansvarig makes a task of any line."""
    position = len(actions) - 1
    known = position >= 0 and any(quote in actions[position].quotes for quote in (task.span.quote(),))
    if statement.mode == "due":
        if known and actions[position].due is None:
            due = find_due([statement.span], calendar, until=True)
            actions[position] = replace(actions[position], due=due, quotes=(*actions[position].quotes, statement.span.quote()))
        return
    subjects = cast.subjects(statement.text, item=statement.item)
    if all(subject.group for subject in subjects) and is_nobody(statement.text, pack=cast.pack):
        return
    owners = cast.owners_of(subjects[0], statement.span, item=statement.item) if subjects else Owners((statement.text,), (statement.span.quote(),))
    if known:
        if not actions[position].owners:
            doubts = tuple(dict.fromkeys((*actions[position].doubts, *owners.doubts)))
            quotes = (*actions[position].quotes, statement.span.quote())
            actions[position] = replace(actions[position], owners=owners.names, owner_quotes=owners.quotes, doubts=doubts, quotes=quotes)
        return
    rule = rule_named(cast.pack, LABEL_RULE)
    if rule is None or len(task.text) > 300 or len(owners.names) + len(owners.choices) == 0:
        return
    reports = task.mode != "action" and task.label is None and is_report(task.text, pack=cast.pack)
    before = task.before.quote() if task.before is not None else None
    if reports and position >= 0 and before in actions[position].quotes and not actions[position].owners:  # "Boka sal. Den förra var full. Ansv: Bo"
        quotes = (*actions[position].quotes, statement.span.quote())
        actions[position] = replace(actions[position], owners=owners.names, owner_quotes=owners.quotes, doubts=owners.doubts, quotes=quotes)
        return
    actions.append(
        Action(
            id="",
            item=task.item.ref if task.item is not None else None,
            text=joined([task.span]),
            owners=owners.names,
            owner_quotes=owners.quotes,
            due=find_due([task.span], calendar),
            doubts=owners.doubts,
            rule=rule.id,
            tier=Tier.PROPOSED if reports else rule.tier,
            quotes=(task.span.quote(), statement.span.quote()),
        )
    )


def _new_in_follow_up(statement: Statement, cast: Cast, calendar: Calendar, *, pack: LanguagePack) -> list[Action]:
    """What somebody takes on because an earlier task was left undone: "… men det är oklart om det blev gjort. Bo tar reda på saken."."""
    if statement.before is None or statement.first or not words_of(pack, "follow_ups", "undone").search(statement.before.text):
        return []
    tasks = [task for task in tasks_in(statement, cast, pack=pack) if task.rule.id == "action.commit" and not task.owners.group]
    made = [_action(task, statement, cast, calendar, alone=len(tasks) == 1) for task in tasks]
    return [replace(action, tier=Tier.PROPOSED) for action in made]


def _of_statement(statement: Statement, cast: Cast, calendar: Calendar, *, pack: LanguagePack) -> list[Action]:
    tag = tag_owners(statement, cast)
    if folded_label(statement.text) in pack.words("verbs", "nothing"):
        return []
    if statement.mode == "action" and refers_only(statement, pack=pack):
        return []
    tasks = tasks_in(statement, cast, coming=ends_on_coming_day(statement.span, calendar), pack=pack)
    if not tasks and statement.lead is not None and statement.first and len(statement.lead.text.split()) > 2:
        whole = replace(statement, span=Span(statement.span.block, statement.lead.start, statement.span.end), lead=None)
        tasks = [task for task in tasks_in(whole, cast, pack=pack) if task.rule.form in _CLAUSE_FORMS and task.start < len(statement.lead.text)]
        statement = whole if tasks else statement  # "Bo ringer tre kommuner: Nord, Syd och Öst"
    if statement.mode == "action" and (statement.label is not None or statement.first):
        labelled = rule_named(pack, LABEL_RULE)
        if labelled is None:
            return []
        if not tasks and (statement.first or statement.listed) and not _only_states(statement, pack=pack):
            owners = lead_owners(statement, cast) or _leading_owners(statement, cast)
            told = owners.names or owners.choices or opens_with_task(statement.text, pack=pack) or find_due([statement.span], calendar) is not None
            tasks = [Task(labelled if told else replace(labelled, tier=Tier.PROPOSED), owners, 0, len(statement.text))]
        elif tasks:
            tasks = [replace(task, rule=labelled, owners=task.owners if _owned(task) else _leading_owners(statement, cast)) for task in tasks]
    if not tasks and (asked := rule_named(pack, ASKED_RULE)) is not None and is_asked_in(statement, cast, calendar):
        tasks = [Task(asked, Owners(), 0, len(statement.text))]
    if tag is not None:
        tagged = rule_named(pack, TAG_RULE)
        if tagged is not None and not any(t.owners.names for t in tasks):
            reports = is_report(statement.text, pack=pack)
            tasks = [Task(replace(tagged, tier=Tier.PROPOSED) if reports else tagged, tag, 0, len(statement.text))]
    if words_of(pack, "verbs", "tries_again").search(statement.text):
        tasks = [replace(task, rule=replace(task.rule, tier=Tier.PROPOSED)) for task in tasks]
    return [_action(task, statement, cast, calendar, alone=len(tasks) == 1) for task in tasks]


def _owned(task: Task) -> bool:
    return bool(task.owners.names or task.owners.choices)


def _leading_owners(statement: Statement, cast: Cast) -> Owners:
    subjects = cast.subjects(statement.text, item=statement.item)
    if subjects and subjects[0].start == 0:
        return cast.owners_of(subjects[0], statement.span, item=statement.item)
    closing = re.search(r"\(([^()]{2,60})\)\s*\.?$", statement.text)
    if closing:
        if not any(s.start >= closing.start(1) and s.end == closing.end(1) for s in subjects) and re.fullmatch(
            rf"[{UPPER}][\w-]+(?:\s+[{LOWER}-]+){{0,3}}", closing[1]
        ):  # "(Kommunernas representanter)": a group that only these minutes know
            written = statement.span.part(*closing.span(1))
            return Owners((written.text,), (written.quote(),), group=True)
        inside = [s for s in subjects if s.start >= closing.start(1) and s.end <= closing.end(1)]
        if inside:
            return cast.owners_of(inside[0], statement.span, item=statement.item)
    return Owners()


def _only_states(statement: Statement, *, pack: LanguagePack) -> bool:
    """Whether a line under a heading such as Nästa steg tells how things are, and gives nobody anything to do."""
    if statement.text.rstrip().endswith("?") or words_of(pack, "verbs", "stands_still").match(statement.text):
        return True  # "Åtgärd: vilar i väntan på utredningen"
    if len(statement.text.split()) <= _FEW and phrase(pack, r"(?<!\w)<<follow_ups.gone_through>>(?!\w)").search(statement.text):
        return True  # "Listan gicks igenom"
    if statement.label is not None or opens_with_task(statement.text, pack=pack):
        return False
    past = phrase(pack, rf"(?<![\w-])[{LOWER}]+<<follow_ups.past_endings>>\b|\b<<follow_ups.have>>\b", case=True)
    return words_of(pack, "verbs", "states_finite").search(statement.text) is not None or past.search(statement.text) is not None


def _action(task: Task, statement: Statement, cast: Cast, calendar: Calendar, *, alone: bool) -> Action:
    pack = cast.pack
    clause = statement.span.part(task.start, task.end).trimmed()
    led = task.rule.form in ("lead", "closing", "responsible") and statement.first
    if led and statement.lead is not None:  # "Alla: synpunkter …", "Uppdatera listan: Bo"
        clause = Span(clause.block, statement.lead.start, clause.end)
    cut = statement.tail if statement.tail is not None and clause.end >= statement.span.end else None
    spans = [clause] if cut is None else [clause, cut]
    context = statement.before
    if (
        context is not None
        and _is_anaphoric(clause.text, task, pack=pack)
        and len(context.text) < 400
        and not _is_other_s(context, task, statement, cast)
    ):
        spans = [context, *spans]
    # Beside other tasks only the sentence's opening ("Till nästa möte tar …") speaks for all of them.
    shared = statement.span if alone else _opening(statement, task, pack=pack)
    due_spans = [_before_dash(clause, pack=pack), clause, *([shared] if shared is not None else []), *(span for span in spans if span is not clause)]
    if statement.lead is not None:
        due_spans.append(statement.lead)
    owner = task.owners.quotes[0] if task.owners.quotes else None
    if owner is not None and task.rule.form in _CLAUSE_FORMS and clause.start < owner.start and clause.block.text[owner.start - 1] == "(":
        due_spans = [Span(clause.block, owner.start, clause.end)]  # "Eva slutar i maj (Bo frågar chefen)"
    due = _due_in_bracket(task, clause, calendar) or find_due(due_spans, calendar) or find_soon(clause, calendar)
    if spans == [clause]:
        spans = [task_words(clause, statement, task.owners.quotes, due, pack=pack)]
    doubts = list(task.owners.doubts)
    return Action(
        id="",
        item=statement.item.ref if statement.item is not None else None,
        text=joined(spans),
        owners=task.owners.names,
        owner_quotes=task.owners.quotes,
        due=due,
        doubts=tuple(doubts),
        rule=task.rule.id,
        tier=Tier.PROPOSED if "owner_unknown" in doubts or (task.owners.by_title and task.rule.form in _CLAUSE_FORMS) else task.rule.tier,
        quotes=quotes_of(spans),
    )


def _is_other_s(context: Span, task: Task, statement: Statement, cast: Cast) -> bool:
    """Whether the sentence before is what somebody else does: "Bo och Cia går igenom mallarna. Eva bokar tid åt dem."."""
    first = next(iter(cast.subjects(context.text, item=statement.item)), None)
    bound = rule_named(cast.pack, "action.commit_bound")
    rest = context.text[first.end :].lstrip() if first is not None else ""
    says = words_of(cast.pack, "decisions", "reported").match(rest) is not None
    if first is None or first.start or first.group or says:
        return False
    if not does_something(rest, pack=cast.pack) and (bound is None or bound.pattern.match(rest) is None):
        return False
    others = cast.owners_of(first, context, item=statement.item).names
    return bool(others) and bool(task.owners.names) and set(others).isdisjoint(task.owners.names)


def _due_in_bracket(task: Task, clause: Span, calendar: Calendar) -> DateMention | None:
    """ "Boka lokal till höstmötet (Bo, v. 12)": the day behind the names is the task's, whatever day its words hold."""
    if task.rule.form != "bracket" or not task.owners.quotes or task.owners.quotes[-1].block != clause.block.id:
        return None
    closing = re.match(r"[^()\[\]]*(?=[)\]])", clause.block.text[task.owners.quotes[-1].end : clause.end])
    if closing is None:
        return None
    behind = Span(clause.block, task.owners.quotes[-1].end, task.owners.quotes[-1].end + closing.end())
    return find_due([behind], calendar) or lone_month(behind, calendar)


def _opening(statement: Statement, task: Task, *, pack: LanguagePack) -> Span | None:
    """What stands before the first subject of a sentence with several tasks."""
    lead = phrase(pack, _OPENING, case=True).match(statement.text)
    return statement.span.part(0, lead.end()) if lead and task.start >= lead.end() else None


def _before_dash(clause: Span, *, pack: LanguagePack) -> Span:
    """The clause up to a dash that breaks the thought ("… ansvarar för detta- bra om …"), not one inside "hälso- och sjukvård"."""
    dash = phrase(pack, _DASH, case=True).search(clause.text)
    return clause.part(0, dash.start()) if dash else clause


def _is_anaphoric(text: str, task: Task, *, pack: LanguagePack) -> bool:
    """Whether the clause only points back ("BL och AM ordnar detta"), so that the sentence before tells the task."""
    said = len(re.findall(r"\w+", text))
    if said > 8 or task.start != 0 or task.rule.needs == "receiver":  # "Bo talar om det för chefen": what is told may have been decided
        return False
    if task.owners.quotes and said <= (4 if task.rule.form == "passive_agent" else 2):  # "HN fixar", "Ordnas av Bo"
        return True
    behind = words_of(pack, "verbs", "behind_pronoun")
    for match in words_of(pack, "verbs", "anaphora").finditer(text):
        rest = text[match.end() :]
        if match.start() == 0 and task.owners.quotes and _turned_to(rest, task.owners.quotes[0].text or ""):  # "Det fixar Bo."
            return True
        # "den godkända versionen" names its thing; "den till Sara" does not.
        if match[0].casefold() not in pack.words("verbs", "pointing_articles") or not re.match(r"\s+\w", rest) or behind.match(rest.lstrip()):
            return True
    return False


def _turned_to(rest: str, owner: str) -> bool:
    """Whether one word, the verb, stands before the owner."""
    return re.match(rf"\s+\w+\s+{re.escape(owner)}", rest) is not None


def _continues(statement: Statement, last: tuple[Statement, int] | None, *, pack: LanguagePack) -> bool:
    """ "Återkommer efter sommaren.": a sentence without subject that goes on with the task of the sentence before it."""
    if last is None or statement.before is None or last[0].span != statement.before or last[0].item is not statement.item:
        return False
    if len(statement.text.split()) <= 3 and words_of(pack, "verbs", "limits").match(statement.text):  # "Snarast."
        return True
    commit = rule_named(pack, "action.commit")
    return commit is not None and bool(commit.pattern.match(statement.text))


def _extended(action: Action, statement: Statement, calendar: Calendar) -> Action:
    due = action.due or find_due([statement.span], calendar)
    return replace(action, text=f"{action.text} {joined([statement.span])}", due=due, quotes=(*action.quotes, statement.span.quote()))


def _unique(actions: list[Action]) -> list[Action]:
    """The same task twice in one document is one task with both quotations."""
    kept: dict[tuple[str | None, str], int] = {}
    unique: list[Action] = []
    for action in actions:
        key = (action.item, re.sub(r"\W+", " ", action.text.casefold()).strip())
        if key in kept:
            first = unique[kept[key]]
            unique[kept[key]] = replace(
                first, quotes=(*first.quotes, *action.quotes), owners=first.owners or action.owners, due=first.due or action.due
            )
        else:
            kept[key] = len(unique)
            unique.append(action)
    return unique

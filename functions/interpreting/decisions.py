"""What the own body decided; other bodies' decisions only with their maker, proposals and future decisions not at all."""

from __future__ import annotations

import re
from dataclasses import replace

from functions.interpreting.decision_clauses import Said
from functions.interpreting.decision_forms import NAME_NOBODY, is_coming, other_maker, rule_of
from functions.interpreting.marked_decisions import FURTHER_RULE, says_more
from functions.interpreting.outcome_columns import OUTCOME_RULE, is_outcome_told
from functions.interpreting.own_body import OwnBody
from functions.interpreting.phrases import LOWER, UPPER, phrase, words_of
from functions.interpreting.rules import Rule, rule_named, rules_for
from functions.interpreting.spans import Span, joined, overlap, quotes_of
from functions.interpreting.statements import Statement, is_about_minutes, title_says
from functions.interpreting.summed_up import summary_of, told_once
from functions.interpreting.task_marks import opens_with_task
from functions.interpreting.task_rows import RULE, RULE_COLUMN
from functions.interpreting.told_decisions import is_decided_by_others, tells_of_others
from functions.languages import LanguagePack
from functions.model.minutes import Action, Decision, Tier

LABEL_RULE = "decision.label"
_FOUND = "decision.found"
_PROMISES = ("action.commit", "action.commit_bound", "action.promise")
_TOLD = ("report", "follow_up")
_EVERYDAY = ("decision.everyday", "decision.own_order", "decision.henceforth", "decision.refusal", "decision.option")
_FEW, _BRIEF = 3, 8
# Rules by which a sentence that gives a task is none.
_NO_TASKS = (OUTCOME_RULE, FURTHER_RULE)
# Forms that say too little without the sentence before.
_POINT_BACK = ("whole", "echo", "replied")
_INITIALS = re.compile(rf"[{UPPER}]{{2,4}}")
# Forms whose verb may stand before the colon that parts a sentence from what it says.
_IN_LEADS = ("carried", "matter", "own_verb", "passive_opening", "elected")
_THAT = r"<<grammar.that>>\s+"
_AFTER_PAPER = rf"\b<<grammar.that>>\b|;|\.(?!\s+[{LOWER}])"
_SECOND = r"(?:,|<<grammar.and>>|;|\bsamt)\s+(?:[^\W\d_]+\s+){0,3}?(?:<<decisions.joined>>|<<decisions.gives_task>>)(?!\w)"
_AFTER_APPROVAL = rf"{_AFTER_PAPER}|,"


def find_decisions(statements: list[Statement], own: OwnBody, actions: list[Action], *, pack: LanguagePack) -> tuple[list[Decision], list[Action]]:
    """The decisions with ids "d1" …, and the actions linked to the decisions that give them."""
    found: list[Decision] = []
    promises = [action for action in actions if action.rule in _PROMISES and action.owners]
    for statement in statements:
        decision = _of_statement(statement, own, pack=pack)
        if decision is not None and decision.rule in _NO_TASKS and _tells_task(decision, statement, actions, pack=pack):
            continue
        if decision is not None and not (decision.rule == LABEL_RULE and _only_promises(statement, own, promises, pack=pack)):
            found.append(decision)
    once = told_once(_unique(_not_told_twice(found)), summary_of(statements, pack=pack), pack=pack)
    numbered = [replace(d, id=f"d{n}") for n, d in enumerate(once, 1)]
    return _linked(numbered, _without_orders(actions, numbered, own))


def _without_orders(actions: list[Action], decisions: list[Decision], own: OwnBody) -> list[Action]:
    """The tasks without those that only say how the body itself does things henceforth: "Vi skippar egna filmer" is decided and nobody's task."""
    orders = {(quote.block, quote.start) for decision in decisions if decision.rule in _EVERYDAY for quote in decision.quotes}
    return [
        action
        for action in actions
        if action.due is not None
        or not (action.owners and all(map(own.is_called, action.owners)) and any((quote.block, quote.start) in orders for quote in action.quotes))
    ]


def _tells_task(decision: Decision, statement: Statement, actions: list[Action], *, pack: LanguagePack) -> bool:
    """Whether what stands under "Utfall" or "Beslut/åtgärd" is a task: "Bo beställer", "Beställa skyltar"."""
    passive = rule_named(pack, "action.passive_bound")
    told = passive is not None and passive.pattern.search(statement.text) is not None  # "Säkra kanyler köps in" opens with no verb
    if opens_with_task(statement.text, pack=pack) and not told:
        return True
    owned = [quote for action in actions for quote in (*action.owner_quotes, *(action.quotes if action.rule in (RULE, RULE_COLUMN) else ()))]
    return any(overlap(one, quote) for one in decision.quotes for quote in owned)


def _only_promises(statement: Statement, own: OwnBody, promises: list[Action], *, pack: LanguagePack) -> bool:
    """Whether a sentence in running text under a Beslut heading is what somebody undertakes: a task that the decision gives rise to, no decision."""
    if statement.label is not None or phrase(pack, _THAT).match(statement.text) or own.opens(statement.text):
        return False
    span = statement.span
    starts = {quote.start for action in promises for quote in action.owner_quotes if quote.block == span.block.id}
    return any(span.start <= start <= span.start + 2 for start in starts)


def _of_statement(statement: Statement, own: OwnBody, *, pack: LanguagePack) -> Decision | None:
    text = statement.text
    if text.rstrip().endswith("?") or statement.mode == "proposal" or statement.opens or not re.search(r"[^\W\d_]{2}", text):
        return None
    if words_of(pack, "formalities", "beside").search(text) and not own.opens(text):  # "Bo Alm (S) deltar inte i beslutet."
        return None
    other = other_maker(text, own, pack=pack)
    rule = _rule_for(statement, own, pack=pack)
    formal = _is_formal(statement, pack=pack)
    if formal and (rule is None or rule.tier is Tier.PROPOSED):
        rule = rule_named(pack, "decision.formality")
    if rule is None or (rule.tier is Tier.PROPOSED and is_decided_by_others(text, own, pack=pack)):
        return None
    spans: list[Span] = [statement.span] if statement.tail is None else [statement.span, statement.tail]
    short = len(re.findall(r"\w+", text))
    alone = rule.form in _POINT_BACK or (rule.form == "passive_opening" and short == 1)  # "Avslogs."
    said = phrase(pack, r",\s+<<decisions.it>>\s[^,]*$").sub("", text)  # "Inga filmer, det är vi överens om." says of what itself
    if statement.before is not None and (alone or (short <= 8 and words_of(pack, "decisions", "points_back").search(said))):
        spans.insert(0, statement.before)
    elif rule.id == OUTCOME_RULE and statement.matter is not None:  # "Ny testledare" in one column, "OK" in the other
        whole = statement.line.span
        spans = [statement.matter, whole] if len(re.findall(r"\w+", whole.text)) <= _FEW else [whole]
    elif statement.label is not None and statement.first and short <= _FEW:  # "Beslut: Ja." says more than "Ja."
        spans[0] = Span(spans[0].block, statement.label.start, spans[0].end)
    elif statement.lead is not None and (
        rule.form in ("chosen", "ruled")
        or (rule.id == LABEL_RULE and statement.first and short <= _FEW)
        or (rule.form in _IN_LEADS and rule.pattern.search(statement.lead.text))
    ):
        spans[0] = Span(spans[0].block, statement.lead.start, spans[0].end)
    return Decision(
        id="",
        item=statement.item.ref if statement.item is not None else None,
        text=joined(spans),
        kind="formality" if formal else "decision",
        decided_by=other,
        rule=rule.id,
        # What is told of an earlier task may as well have been decided then.
        tier=rule.tier if other is None and statement.mode != "follow_up" else Tier.PROPOSED,
        quotes=quotes_of(spans),
    )


def _rule_for(statement: Statement, own: OwnBody, *, pack: LanguagePack) -> Rule | None:
    text = statement.text
    other = other_maker(text, own, pack=pack) is not None
    if other and phrase(pack, "<<decisions.noun>>").match((statement.lead or statement.span).text):
        return rule_named(pack, LABEL_RULE)
    if statement.mode == "decision" and _stands_as_decision(statement, own, pack=pack):
        return rule_named(pack, LABEL_RULE)
    if other or is_coming(text, pack=pack):
        return None
    told = statement.mode in _TOLD or title_says(statement.item, "reports", pack=pack) or _is_somebody_s(statement)
    title = statement.item.name if statement.item is not None else ""
    lead = statement.lead.text if statement.lead is not None else ""
    before = statement.before.text if statement.before is not None else ""
    found = rule_of(Said(text, own, pack, title, lead, before), told=told)
    if found is None and statement.mode == "decision" and says_more(statement, own, pack=pack):
        return rule_named(pack, FURTHER_RULE)
    if found is None and is_outcome_told(statement, pack=pack):
        return rule_named(pack, OUTCOME_RULE)
    if found is not None and found.form in NAME_NOBODY and found.tier is Tier.PROPOSED and tells_of_others(statement, own, pack=pack):
        return None
    if found is not None and told and found.id in _EVERYDAY:  # "PV: vi slutar med papperskallelser.", "Vi struntar i den."
        return None
    if found is not None and statement.mode == "follow_up" and phrase(pack, r"\b<<decisions.more_time>>\b").search(text):
        return None
    if found is None and lead and statement.first and len(lead.split()) > 1:  # "Följande områden prioriteras: handkirurgi"
        found = rule_of(Said(f"{lead} – {text}", own, pack, title), told=told)
        return found if found is not None and found.form in _IN_LEADS and found.pattern.search(lead) else None
    return found


def _is_somebody_s(statement: Statement) -> bool:
    """Whether the line is what somebody with these initials, or another body, says: "BG: blir dyrare"."""
    return statement.lead is not None and _INITIALS.fullmatch(statement.lead.text) is not None


def _stands_as_decision(statement: Statement, own: OwnBody, *, pack: LanguagePack) -> bool:
    """Under the word Beslut: every sentence of a list; on a labelled line the first, and those in which the body or "att" goes on."""
    text = statement.text
    folded = text.casefold().strip(" .–—-!")
    if not folded or folded in pack.words("formalities", "no_decision_alone"):
        return False
    if folded.startswith(pack.words("formalities", "no_decision")) or words_of(pack, "formalities", "thanks").search(text):
        return False
    if phrase(pack, r"\W*<<decisions.refusals>>\s+<<formalities.for_now>>\W*").fullmatch(text):  # "Slutsats: Inget just nu."
        return False
    if is_coming(text, pack=pack) and not own.opens(text):
        return False
    if title_says(statement.item, "next", pack=pack) and len(text.split()) <= _BRIEF and re.search(r"\d", text):
        return False  # the day of the next meeting
    label = statement.label.text if statement.label is not None else ""
    if label and not phrase(pack, r"<<decisions.noun>>").search(label) and phrase(pack, r"\b<<decisions.opinions>>\b").search(text):
        return False  # "Slutsats: Väntetiden är för lång."
    if label and phrase(pack, r"<<decisions.inferred>>(?!\w)").match(label) and phrase(pack, r"\b<<decisions.habits>>\b").search(text):
        return False  # "Slutsats: larmen går oftast på natten."
    if statement.label is not None or statement.listed or statement.line.column == "note":
        return statement.first or bool(phrase(pack, _THAT).match(text)) or own.opens(text)
    return statement.first


def _is_formal(statement: Statement, *, pack: LanguagePack) -> bool:
    """Whether what was decided only keeps the meeting in order: minutes approved, an adjuster chosen, information noted and nothing more."""
    text = statement.text
    words = words_of(pack, "formalities", "words")
    noted = words.search(text)
    if noted is not None and _goes_on_deciding(text, noted.end(), pack=pack):
        return False
    if noted is not None or words_of(pack, "formalities", "alone").fullmatch(text.strip(" .")):
        return True
    settled = statement.mode == "decision" or _only_points_back(text, pack=pack) or phrase(pack, r"\b<<decisions.elects>>\b").search(text)
    brief = settled and len(text.split()) <= _BRIEF
    if brief and title_says(statement.item, "formal", pack=pack):  # "Godkändes." under "Mötets laglighet och beslutförhet"
        return True
    if statement.lead is not None and words.search(statement.lead.text):
        return True
    for approval in words_of(pack, "formalities", "approvals").finditer(text):
        papers = words_of(pack, "formalities", "papers")
        before = [
            paper
            for paper in papers.finditer(text, 0, approval.start())
            if not phrase(pack, _AFTER_PAPER, case=True).search(text, paper.end(), approval.start())
        ]
        after = papers.search(text, approval.end(), approval.end() + 45)
        if before or (after and not phrase(pack, _AFTER_APPROVAL, case=True).search(text, approval.end(), after.start())):
            return True
    previous = is_about_minutes(statement.item, pack=pack) or (
        statement.item is not None and phrase(pack, "<<formalities.agenda>>").search(statement.item.name) is not None
    )
    return previous and bool(words_of(pack, "formalities", "approved_previous").search(text))


def _goes_on_deciding(text: str, at: int, *, pack: LanguagePack) -> bool:
    """Whether a second verb decides something behind the formality: "antecknade rapporten för kännedom och beslöt begära fler uppgifter"."""
    second = phrase(pack, _SECOND).search(text, at)
    return second is not None and words_of(pack, "formalities", "words").search(text, second.start()) is None


def _only_points_back(text: str, *, pack: LanguagePack) -> bool:
    """Whether a sentence says no more than that it became as proposed ("Enligt förslaget.")."""
    return any(rule.form == "whole" and rule.pattern.fullmatch(text.strip(" .!")) for rule in rules_for(pack, kinds=("decision",)))


def _not_told_twice(found: list[Decision]) -> list[Decision]:
    """Without what the chair only finds the body to have decided where the decision itself stands at the same point."""
    told = {decision.item for decision in found if decision.rule != _FOUND and decision.kind == "decision"}
    return [decision for decision in found if decision.rule != _FOUND or decision.item not in told]


def _unique(found: list[Decision]) -> list[Decision]:
    unique: dict[tuple[str | None, str], Decision] = {}
    told: set[tuple[str, int]] = set()
    for decision in found:
        key = (decision.item, re.sub(r"\W+", " ", decision.text.casefold()).strip())
        places = [(quote.block, quote.start) for quote in decision.quotes]
        if len(places) > 1 and places[0] in told:  # "Rådet köper två kameror. Klubbat."
            continue
        told.update(places)
        unique.setdefault(key, decision)
    return list(unique.values())


def _linked(decisions: list[Decision], actions: list[Action]) -> tuple[list[Decision], list[Action]]:
    """A decision that gives somebody a task: both name each other."""
    linked = list(actions)
    result: list[Decision] = []
    for decision in decisions:
        ids: list[str] = []
        for position, action in enumerate(linked):
            if decision.decided_by is None and any(overlap(one, other) for one in decision.quotes for other in action.quotes):
                ids.append(action.id)
                if action.decision is None:
                    linked[position] = replace(action, decision=decision.id)
        result.append(replace(decision, actions=tuple(ids)))
    return result, linked
